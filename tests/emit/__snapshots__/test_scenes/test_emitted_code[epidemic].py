"""How an epidemic grows and ends: A hundred people. Made from epidemic.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")

g = 0.1  # epidemic.c2v:11
run = solve(lambda t, S, I: (-0.4 * S * I, 0.4 * S * I - g * I), L(0, 100), S=0.99, I=0.01)  # epidemic.c2v:15


class People(Lesson):  # epidemic.c2v:13
    title = "A hundred people"
    layout = "notes"
    beats = (
        Beat("first", "One of a hundred is infected", color="red"),  # epidemic.c2v:36
        Beat("grow", "More infected infect still more", color="red"),  # epidemic.c2v:42
        Beat("fade", "Then it runs out of people", color="gray"),  # epidemic.c2v:46
    )

    def declare(self, o, p):
        p.day = 0  # epidemic.c2v:14

        @kept  # epidemic.c2v:16
        def well():
            return run.S(p.day)

        @kept  # epidemic.c2v:17
        def caught():
            return well() + run.I(p.day)

        o.town = plane(x=(0, 10), y=(0, 10)).fit("A1:F4")  # epidemic.c2v:22
        with on(o.town):
            o.person = family()
            o.person[0] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.005 < well() else C("red") if 0.005 < caught() else C("gray"), 1),
                )
            )
            o.person[1] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.375 < well() else C("red") if 0.375 < caught() else C("gray"), 1),
                )
            )
            o.person[2] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.745 < well() else C("red") if 0.745 < caught() else C("gray"), 1),
                )
            )
            o.person[3] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.115 < well() else C("red") if 0.115 < caught() else C("gray"), 1),
                )
            )
            o.person[4] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.485 < well() else C("red") if 0.485 < caught() else C("gray"), 1),
                )
            )
            o.person[5] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.855 < well() else C("red") if 0.855 < caught() else C("gray"), 1),
                )
            )
            o.person[6] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.225 < well() else C("red") if 0.225 < caught() else C("gray"), 1),
                )
            )
            o.person[7] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.595 < well() else C("red") if 0.595 < caught() else C("gray"), 1),
                )
            )
            o.person[8] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.965 < well() else C("red") if 0.965 < caught() else C("gray"), 1),
                )
            )
            o.person[9] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 0.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.335 < well() else C("red") if 0.335 < caught() else C("gray"), 1),
                )
            )
            o.person[10] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.705 < well() else C("red") if 0.705 < caught() else C("gray"), 1),
                )
            )
            o.person[11] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.075 < well() else C("red") if 0.075 < caught() else C("gray"), 1),
                )
            )
            o.person[12] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.445 < well() else C("red") if 0.445 < caught() else C("gray"), 1),
                )
            )
            o.person[13] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.815 < well() else C("red") if 0.815 < caught() else C("gray"), 1),
                )
            )
            o.person[14] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.185 < well() else C("red") if 0.185 < caught() else C("gray"), 1),
                )
            )
            o.person[15] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.555 < well() else C("red") if 0.555 < caught() else C("gray"), 1),
                )
            )
            o.person[16] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.925 < well() else C("red") if 0.925 < caught() else C("gray"), 1),
                )
            )
            o.person[17] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.295 < well() else C("red") if 0.295 < caught() else C("gray"), 1),
                )
            )
            o.person[18] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.665 < well() else C("red") if 0.665 < caught() else C("gray"), 1),
                )
            )
            o.person[19] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 1.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.035 < well() else C("red") if 0.035 < caught() else C("gray"), 1),
                )
            )
            o.person[20] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.405 < well() else C("red") if 0.405 < caught() else C("gray"), 1),
                )
            )
            o.person[21] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.775 < well() else C("red") if 0.775 < caught() else C("gray"), 1),
                )
            )
            o.person[22] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.145 < well() else C("red") if 0.145 < caught() else C("gray"), 1),
                )
            )
            o.person[23] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.515 < well() else C("red") if 0.515 < caught() else C("gray"), 1),
                )
            )
            o.person[24] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.885 < well() else C("red") if 0.885 < caught() else C("gray"), 1),
                )
            )
            o.person[25] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.255 < well() else C("red") if 0.255 < caught() else C("gray"), 1),
                )
            )
            o.person[26] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.625 < well() else C("red") if 0.625 < caught() else C("gray"), 1),
                )
            )
            o.person[27] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.995 < well() else C("red") if 0.995 < caught() else C("gray"), 1),
                )
            )
            o.person[28] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.365 < well() else C("red") if 0.365 < caught() else C("gray"), 1),
                )
            )
            o.person[29] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 2.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.735 < well() else C("red") if 0.735 < caught() else C("gray"), 1),
                )
            )
            o.person[30] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.105 < well() else C("red") if 0.105 < caught() else C("gray"), 1),
                )
            )
            o.person[31] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.475 < well() else C("red") if 0.475 < caught() else C("gray"), 1),
                )
            )
            o.person[32] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.845 < well() else C("red") if 0.845 < caught() else C("gray"), 1),
                )
            )
            o.person[33] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.215 < well() else C("red") if 0.215 < caught() else C("gray"), 1),
                )
            )
            o.person[34] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.585 < well() else C("red") if 0.585 < caught() else C("gray"), 1),
                )
            )
            o.person[35] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.955 < well() else C("red") if 0.955 < caught() else C("gray"), 1),
                )
            )
            o.person[36] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.325 < well() else C("red") if 0.325 < caught() else C("gray"), 1),
                )
            )
            o.person[37] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.695 < well() else C("red") if 0.695 < caught() else C("gray"), 1),
                )
            )
            o.person[38] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.065 < well() else C("red") if 0.065 < caught() else C("gray"), 1),
                )
            )
            o.person[39] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 3.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.435 < well() else C("red") if 0.435 < caught() else C("gray"), 1),
                )
            )
            o.person[40] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.805 < well() else C("red") if 0.805 < caught() else C("gray"), 1),
                )
            )
            o.person[41] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.175 < well() else C("red") if 0.175 < caught() else C("gray"), 1),
                )
            )
            o.person[42] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.545 < well() else C("red") if 0.545 < caught() else C("gray"), 1),
                )
            )
            o.person[43] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.915 < well() else C("red") if 0.915 < caught() else C("gray"), 1),
                )
            )
            o.person[44] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.285 < well() else C("red") if 0.285 < caught() else C("gray"), 1),
                )
            )
            o.person[45] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.655 < well() else C("red") if 0.655 < caught() else C("gray"), 1),
                )
            )
            o.person[46] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.025 < well() else C("red") if 0.025 < caught() else C("gray"), 1),
                )
            )
            o.person[47] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.395 < well() else C("red") if 0.395 < caught() else C("gray"), 1),
                )
            )
            o.person[48] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.765 < well() else C("red") if 0.765 < caught() else C("gray"), 1),
                )
            )
            o.person[49] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 4.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.135 < well() else C("red") if 0.135 < caught() else C("gray"), 1),
                )
            )
            o.person[50] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.505 < well() else C("red") if 0.505 < caught() else C("gray"), 1),
                )
            )
            o.person[51] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.875 < well() else C("red") if 0.875 < caught() else C("gray"), 1),
                )
            )
            o.person[52] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.245 < well() else C("red") if 0.245 < caught() else C("gray"), 1),
                )
            )
            o.person[53] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.615 < well() else C("red") if 0.615 < caught() else C("gray"), 1),
                )
            )
            o.person[54] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.985 < well() else C("red") if 0.985 < caught() else C("gray"), 1),
                )
            )
            o.person[55] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.355 < well() else C("red") if 0.355 < caught() else C("gray"), 1),
                )
            )
            o.person[56] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.725 < well() else C("red") if 0.725 < caught() else C("gray"), 1),
                )
            )
            o.person[57] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.095 < well() else C("red") if 0.095 < caught() else C("gray"), 1),
                )
            )
            o.person[58] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.465 < well() else C("red") if 0.465 < caught() else C("gray"), 1),
                )
            )
            o.person[59] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 5.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.835 < well() else C("red") if 0.835 < caught() else C("gray"), 1),
                )
            )
            o.person[60] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.205 < well() else C("red") if 0.205 < caught() else C("gray"), 1),
                )
            )
            o.person[61] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.575 < well() else C("red") if 0.575 < caught() else C("gray"), 1),
                )
            )
            o.person[62] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.945 < well() else C("red") if 0.945 < caught() else C("gray"), 1),
                )
            )
            o.person[63] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.315 < well() else C("red") if 0.315 < caught() else C("gray"), 1),
                )
            )
            o.person[64] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.685 < well() else C("red") if 0.685 < caught() else C("gray"), 1),
                )
            )
            o.person[65] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.055 < well() else C("red") if 0.055 < caught() else C("gray"), 1),
                )
            )
            o.person[66] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.425 < well() else C("red") if 0.425 < caught() else C("gray"), 1),
                )
            )
            o.person[67] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.795 < well() else C("red") if 0.795 < caught() else C("gray"), 1),
                )
            )
            o.person[68] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.165 < well() else C("red") if 0.165 < caught() else C("gray"), 1),
                )
            )
            o.person[69] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 6.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.535 < well() else C("red") if 0.535 < caught() else C("gray"), 1),
                )
            )
            o.person[70] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.905 < well() else C("red") if 0.905 < caught() else C("gray"), 1),
                )
            )
            o.person[71] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.275 < well() else C("red") if 0.275 < caught() else C("gray"), 1),
                )
            )
            o.person[72] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.645 < well() else C("red") if 0.645 < caught() else C("gray"), 1),
                )
            )
            o.person[73] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.015 < well() else C("red") if 0.015 < caught() else C("gray"), 1),
                )
            )
            o.person[74] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.385 < well() else C("red") if 0.385 < caught() else C("gray"), 1),
                )
            )
            o.person[75] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.755 < well() else C("red") if 0.755 < caught() else C("gray"), 1),
                )
            )
            o.person[76] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.125 < well() else C("red") if 0.125 < caught() else C("gray"), 1),
                )
            )
            o.person[77] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.495 < well() else C("red") if 0.495 < caught() else C("gray"), 1),
                )
            )
            o.person[78] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.865 < well() else C("red") if 0.865 < caught() else C("gray"), 1),
                )
            )
            o.person[79] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 7.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.235 < well() else C("red") if 0.235 < caught() else C("gray"), 1),
                )
            )
            o.person[80] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.605 < well() else C("red") if 0.605 < caught() else C("gray"), 1),
                )
            )
            o.person[81] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.975 < well() else C("red") if 0.975 < caught() else C("gray"), 1),
                )
            )
            o.person[82] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.345 < well() else C("red") if 0.345 < caught() else C("gray"), 1),
                )
            )
            o.person[83] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.715 < well() else C("red") if 0.715 < caught() else C("gray"), 1),
                )
            )
            o.person[84] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.085 < well() else C("red") if 0.085 < caught() else C("gray"), 1),
                )
            )
            o.person[85] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.455 < well() else C("red") if 0.455 < caught() else C("gray"), 1),
                )
            )
            o.person[86] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.825 < well() else C("red") if 0.825 < caught() else C("gray"), 1),
                )
            )
            o.person[87] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.195 < well() else C("red") if 0.195 < caught() else C("gray"), 1),
                )
            )
            o.person[88] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.565 < well() else C("red") if 0.565 < caught() else C("gray"), 1),
                )
            )
            o.person[89] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 8.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.935 < well() else C("red") if 0.935 < caught() else C("gray"), 1),
                )
            )
            o.person[90] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(0.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.305 < well() else C("red") if 0.305 < caught() else C("gray"), 1),
                )
            )
            o.person[91] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(1.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.675 < well() else C("red") if 0.675 < caught() else C("gray"), 1),
                )
            )
            o.person[92] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(2.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.045 < well() else C("red") if 0.045 < caught() else C("gray"), 1),
                )
            )
            o.person[93] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(3.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.415 < well() else C("red") if 0.415 < caught() else C("gray"), 1),
                )
            )
            o.person[94] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(4.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.785 < well() else C("red") if 0.785 < caught() else C("gray"), 1),
                )
            )
            o.person[95] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(5.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.155 < well() else C("red") if 0.155 < caught() else C("gray"), 1),
                )
            )
            o.person[96] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(6.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.525 < well() else C("red") if 0.525 < caught() else C("gray"), 1),
                )
            )
            o.person[97] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(7.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.895 < well() else C("red") if 0.895 < caught() else C("gray"), 1),
                )
            )
            o.person[98] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(8.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.265 < well() else C("red") if 0.265 < caught() else C("gray"), 1),
                )
            )
            o.person[99] = (  # epidemic.c2v:25
                circle(r=0.33)
                .at(P(9.5, 9.5))
                .sweep(day=(20, 100))
                .style(
                    stroke=(None, None),
                    fill=(lambda: C("blue") if 0.635 < well() else C("red") if 0.635 < caught() else C("gray"), 1),
                )
            )
        o.days = (  # epidemic.c2v:30
            text(lambda: "day " + show(p.day, ".0"))
            .fit("A5:A6")
            .sweep(day=(20, 100))
            .style(size=48)
        )
        o.healthy = (  # epidemic.c2v:31
            text(lambda: "healthy: " + show(100 * well(), ".0"))
            .fit("C5:C6")
            .sweep(day=(20, 100))
            .style(size=40, color="blue")
        )
        o.ill = (  # epidemic.c2v:32
            text(lambda: "infected: " + show(100 * (caught() - well()), ".0"))
            .fit("D5:D6")
            .sweep(day=(20, 100))
            .style(size=40, color="red")
        )
        o.past = (  # epidemic.c2v:33
            text(lambda: "over it: " + show(100 * (1 - caught()), ".0"))
            .fit("E5:E6")
            .sweep(day=(20, 100))
            .style(size=40, color="gray")
        )

    def beat_first(self, o, p):
        self.add_subcaption(  # epidemic.c2v:37
            "A hundred people, and one of them has caught a new illness. Nobody is immune against it.",
            duration=6.8,
        )
        self.play(Show(*o.person, run_time=1.5))  # epidemic.c2v:38
        self.play(Write(o.days))  # epidemic.c2v:39
        self.wait(0.7)
        self.play(Write(o.healthy, o.ill, o.past, stagger=0.3))  # epidemic.c2v:40
        self.wait(2)

    def beat_grow(self, o, p):
        self.add_subcaption(  # epidemic.c2v:43
            "Each infected person passes it on every few days. So more infected people cause more infections, and those cause still more.",
            duration=8.4,
        )
        self.play(Set(day=20, run_time=8, ease="linear"))  # epidemic.c2v:44
        self.wait(0.4)

    def beat_fade(self, o, p):
        self.add_subcaption(  # epidemic.c2v:47
            "But after a while most people you meet are ill already, or over it. The illness finds nobody new, and fades away.",
            duration=8.8,
        )
        self.play(Set(day=100, run_time=8, ease="linear"))  # epidemic.c2v:48
        self.wait(0.8)


"""How an epidemic grows and ends: The rules of the game. Made from epidemic.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Equations(Lesson):  # epidemic.c2v:52
    title = "The rules of the game"
    layout = "wide"
    beats = (
        Beat("boxes"),  # epidemic.c2v:69
        Beat("infection"),  # epidemic.c2v:74
        Beat("recovery"),  # epidemic.c2v:81
    )

    def declare(self, o, p):
        o.S = rect(w=2.2, h=1.4).at("B1:C2").style(color="blue", fill=("blue", 0.2))  # epidemic.c2v:54
        o.I = rect(w=2.2, h=1.4).at("B3:C4").style(color="red", fill=("red", 0.2))  # epidemic.c2v:55
        o.R = rect(w=2.2, h=1.4).at("B5:C6").style(color="gray", fill=("gray", 0.2))  # epidemic.c2v:56
        o.s_name = text("healthy $S$").inside(o.S).style(size=36)  # epidemic.c2v:57
        o.i_name = text("infected $I$").inside(o.I).style(size=36)  # epidemic.c2v:58
        o.r_name = text("over it $R$").inside(o.R).style(size=36)  # epidemic.c2v:59
        o.infection = arrow(o.S, o.I).style(color="red")  # epidemic.c2v:60
        o.recovery = arrow(o.I, o.R).style(color="gray")  # epidemic.c2v:61
        o.rate_b = label(r"$b \, S I$", o.infection).style(size=40)  # epidemic.c2v:62
        o.rate_g = label(r"$g \, I$", o.recovery).style(size=40)  # epidemic.c2v:63
        o.s_law = math(r"S' = -b \, S I").fit("E1:E2").style(size=56, color="blue")  # epidemic.c2v:64
        o.i_law = math(r"I' = b \, S I - g \, I").fit("E3:E4").style(size=56, color="red")  # epidemic.c2v:65
        o.r_law = math(r"R' = g \, I").fit("E5:E6").style(size=56, color="gray")  # epidemic.c2v:66

    def beat_boxes(self, o, p):
        self.add_subcaption(  # epidemic.c2v:70
            "Let us count people in three boxes: healthy, infected, and those who are over it.",
            duration=6,
        )
        self.play(Draw(o.S, o.I, o.R, stagger=0.5))  # epidemic.c2v:71
        self.play(Write(o.s_name, o.i_name, o.r_name, stagger=0.5))  # epidemic.c2v:72
        self.wait(2)

    def beat_infection(self, o, p):
        self.add_subcaption(  # epidemic.c2v:75
            "A healthy person catches it from an infected one. How often they meet is the product of S and I, times the contact rate b.",
            duration=10,
        )
        self.play(Grow(o.infection))  # epidemic.c2v:76
        self.play(Write(o.rate_b))  # epidemic.c2v:77
        self.play(Pulse(o.infection, along=o.infection))  # epidemic.c2v:78
        self.play(Write(o.s_law))  # epidemic.c2v:79
        self.wait(6)

    def beat_recovery(self, o, p):
        self.add_subcaption(  # epidemic.c2v:82
            "And every day, a part g of the infected get over it. What flows into a box counts as plus, what flows out as minus.",
            duration=10,
        )
        self.play(Grow(o.recovery))  # epidemic.c2v:83
        self.play(Write(o.rate_g))  # epidemic.c2v:84
        self.play(Pulse(o.recovery, along=o.recovery))  # epidemic.c2v:85
        self.play(Write(o.i_law))  # epidemic.c2v:86
        self.play(Write(o.r_law))  # epidemic.c2v:87
        self.wait(5)


"""How an epidemic grows and ends: Change the contacts, change the wave. Made from epidemic.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")

g = 0.1  # epidemic.c2v:11


class Curves(Lesson):  # epidemic.c2v:91
    title = "Change the contacts, change the wave"
    layout = "notes"
    beats = (
        Beat("curves", "The equations draw the curves"),  # epidemic.c2v:116
        Beat("beds", "Too many are ill at once", color="purple"),  # epidemic.c2v:127
        Beat("fewer", "Fewer contacts: a lower, later wave", color="red"),  # epidemic.c2v:133
        Beat("low", "Below one there is no wave at all", color="green"),  # epidemic.c2v:138
    )

    def declare(self, o, p):
        p.b = 0.4  # epidemic.c2v:92

        @kept  # epidemic.c2v:93
        def run():
            return solve(lambda t, S, I, R: (-p.b * S * I, p.b * S * I - g * I, g * I), L(0,
                100), S=0.99, I=0.01, R=0)

        o.ax = (  # epidemic.c2v:100
            axes(x=(0, 100), y=(0, 1), labels=L("days", "share"), ticks=(20, 0.5))
            .fit("A1:E6")
        )
        with on(o.ax):
            o.beds = line(P(0, 0.2), P(100, 0.2)).style(stroke=("purple", 3), dashed=True)  # epidemic.c2v:102
            o.healthy = plot(lambda x: run().S(x)).style(stroke=("blue", 4))  # epidemic.c2v:103
            o.past = plot(lambda x: run().R(x)).style(stroke=("gray", 4))  # epidemic.c2v:104
            o.wave = region(lambda x: run().I(x)).style(fill=("red", 0.4))  # epidemic.c2v:105
            o.infected = plot(lambda x: run().I(x)).style(stroke=("red", 5))  # epidemic.c2v:106
        o.s_name = label("healthy", o.healthy, side="right", at=9).style(color="blue")  # epidemic.c2v:108
        o.i_name = label("infected", o.infected, side="right", at=27).style(color="red")  # epidemic.c2v:109
        o.r_name = label("over it", o.past, side="down", at=80).style(color="gray")  # epidemic.c2v:110
        o.beds_name = (  # epidemic.c2v:112
            label("beds", o.beds, side="down", at=0.95)
            .style(color="purple", size=36)
        )
        o.told = (  # epidemic.c2v:113
            text(lambda: "each infects " + show(p.b / g, ".1") + " others at first")
            .fit("F1:F6")
            .sweep(b=(0.2, 0.08))
            .style(size=44, color="red")
        )

    def beat_curves(self, o, p):
        self.add_subcaption(  # epidemic.c2v:117
            "From these three rules a computer draws the whole story: the healthy in blue, the infected in red, those over it in gray.",
            duration=9.2,
        )
        self.play(Draw(o.ax))  # epidemic.c2v:118
        self.play(Draw(o.healthy, run_time=1.5))  # epidemic.c2v:119
        self.play(Write(o.s_name, run_time=0.5))  # epidemic.c2v:120
        self.play(Draw(o.infected, run_time=1.5))  # epidemic.c2v:121
        self.play(Show(o.wave))  # epidemic.c2v:122
        self.play(Write(o.i_name, run_time=0.5))  # epidemic.c2v:123
        self.play(Draw(o.past, run_time=1.5))  # epidemic.c2v:124
        self.play(Write(o.r_name, run_time=0.5))  # epidemic.c2v:125
        self.wait(1.2)

    def beat_beds(self, o, p):
        self.add_subcaption(  # epidemic.c2v:128
            "With these contacts each infected person infects four others at first. At the top, forty per cent are ill at once. There are not nearly enough beds.",
            duration=10.8,
        )
        self.play(Write(o.told))  # epidemic.c2v:129
        self.play(Draw(o.beds))  # epidemic.c2v:130
        self.play(Write(o.beds_name))  # epidemic.c2v:131
        self.wait(7.8)

    def beat_fewer(self, o, p):
        self.add_subcaption(  # epidemic.c2v:134
            "Now the contacts become fewer. The wave gets lower and comes later. With half of the contacts, the beds are enough.",
            duration=8.4,
        )
        self.play(Hide(o.s_name, o.i_name, o.r_name, run_time=0.5))  # epidemic.c2v:135
        self.play(Set(b=0.2, run_time=6))  # epidemic.c2v:136
        self.wait(1.9)

    def beat_low(self, o, p):
        self.add_subcaption(  # epidemic.c2v:139
            "And if each infects less than one other, the illness dies out by itself. Almost everybody stays healthy.",
            duration=7.2,
        )
        self.play(Set(b=0.08, run_time=5))  # epidemic.c2v:140
        self.wait(2.2)


"""How an epidemic grows and ends: What to remember. Made from epidemic.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class End(Lesson):  # epidemic.c2v:145
    title = "What to remember"
    layout = "wide"
    beats = (
        Beat("point_0", "It grows if each case makes more than one.", color="green"),  # recap.c2v:30
        Beat("point_1", "It ends when few are left who can catch it.", color="green"),  # recap.c2v:30
        Beat("point_2", "Fewer contacts: a lower and later wave.", color="green"),  # recap.c2v:30
    )

    def declare(self, o, p):
        o.tick = family()
        o.tick[0] = (  # recap.c2v:23
            path(P(-5.2, 1.25), P(-5, 1.05), P(-4.65, 1.5))
            .style(stroke=("green", 8))
        )
        o.slot = family()
        o.slot[0] = rect(w=10, h=1.125).at(P(0.9, 1.25))  # recap.c2v:24
        o.point = family()
        o.point[0] = (  # recap.c2v:25
            text("It grows if each case makes more than one.")
            .inside(o.slot[0], align="left")
            .style(size=54)
        )
        o.tick[1] = path(P(-5.2, 0), P(-5, -0.2), P(-4.65, 0.25)).style(stroke=("green", 8))  # recap.c2v:23
        o.slot[1] = rect(w=10, h=1.125).at(P(0.9, 0))  # recap.c2v:24
        o.point[1] = (  # recap.c2v:25
            text("It ends when few are left who can catch it.")
            .inside(o.slot[1], align="left")
            .style(size=54)
        )
        o.tick[2] = (  # recap.c2v:23
            path(P(-5.2, -1.25), P(-5, -1.45), P(-4.65, -1))
            .style(stroke=("green", 8))
        )
        o.slot[2] = rect(w=10, h=1.125).at(P(0.9, -1.25))  # recap.c2v:24
        o.point[2] = (  # recap.c2v:25
            text("Fewer contacts: a lower and later wave.")
            .inside(o.slot[2], align="left")
            .style(size=54)
        )

    def beat_point_0(self, o, p):
        self.add_subcaption("It grows if each case makes more than one.", duration=3.6)  # recap.c2v:31
        self.play(Write(o.point[0], run_time=1.2))  # recap.c2v:32
        self.play(Draw(o.tick[0], run_time=0.4))  # recap.c2v:33
        self.wait(2)

    def beat_point_1(self, o, p):
        self.add_subcaption("It ends when few are left who can catch it.", duration=4)  # recap.c2v:31
        self.play(Write(o.point[1], run_time=1.2))  # recap.c2v:32
        self.play(Draw(o.tick[1], run_time=0.4))  # recap.c2v:33
        self.wait(2.4)

    def beat_point_2(self, o, p):
        self.add_subcaption("Fewer contacts: a lower and later wave.", duration=2.8)  # recap.c2v:31
        self.play(Write(o.point[2], run_time=1.2))  # recap.c2v:32
        self.play(Draw(o.tick[2], run_time=0.4))  # recap.c2v:33
        self.wait(1.2)
