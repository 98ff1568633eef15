"""Bayes: what a positive test means: A hundred people take a test. Made from bayes.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class People(Lesson):  # bayes.c2v:11
    title = "A hundred people take a test"
    layout = "notes"
    beats = (
        Beat("crowd", "Ten in a hundred are sick"),  # bayes.c2v:28
        Beat("test", "The test is right nine times in ten"),  # bayes.c2v:40
        Beat("question", "Positive: how likely are you sick?", color="purple"),  # bayes.c2v:53
    )

    def declare(self, o, p):
        o.field = plane(x=(0, 10), y=(0, 10)).fit("A1:F4")  # bayes.c2v:13
        with on(o.field):
            o.person = family()
            o.person[0, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[0, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(0.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[1, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(1.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[2, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(2.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[3, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(3.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[4, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(4.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[5, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(5.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[6, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(6.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[7, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(7.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[8, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(8.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 0] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 0.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 1] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 1.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 2] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 2.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 3] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 3.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 4] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 4.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 5] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 5.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 6] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 6.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 7] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 7.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 8] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 8.5))
                .style(color="gray", fill=("gray", 0.4))
            )
            o.person[9, 9] = (  # bayes.c2v:17
                circle(r=0.32)
                .at(P(9.5, 9.5))
                .style(color="gray", fill=("gray", 0.4))
            )
        o.sick = text("10 sick").fit("A5:A6").style(size=44, color="red")  # bayes.c2v:21
        o.healthy = text("90 healthy").fit("B5:B6").style(size=44, color="blue")  # bayes.c2v:22
        o.right = text("9 found").fit("C5:C6").style(size=44, color="red")  # bayes.c2v:23
        o.wrong = text("9 alarmed").fit("D5:D6").style(size=44, color="blue")  # bayes.c2v:24
        o.half = (  # bayes.c2v:25
            math(r"\frac{9}{9 + 9} = \frac12")
            .fit("E5:F6")
            .style(size=48, color="purple")
        )

    def beat_crowd(self, o, p):
        self.add_subcaption(  # bayes.c2v:29
            "Here are a hundred people. Ten of them have an illness, but nobody knows who.",
            duration=6,
        )
        self.play(Grow(*o.person, run_time=0.5, stagger=0.0167))  # bayes.c2v:30
        self.play(
            Write(o.sick),  # bayes.c2v:34
            Color(  # bayes.c2v:33
                o.person[0, 0],
                o.person[0, 1],
                o.person[0, 2],
                o.person[0, 3],
                o.person[0, 4],
                o.person[0, 5],
                o.person[0, 6],
                o.person[0, 7],
                o.person[0, 8],
                o.person[0, 9],
                color="red",
            ),
        )
        self.play(  # bayes.c2v:37
            Color(
                o.person[1, 0],
                o.person[1, 1],
                o.person[1, 2],
                o.person[1, 3],
                o.person[1, 4],
                o.person[1, 5],
                o.person[1, 6],
                o.person[1, 7],
                o.person[1, 8],
                o.person[1, 9],
                o.person[2, 0],
                o.person[2, 1],
                o.person[2, 2],
                o.person[2, 3],
                o.person[2, 4],
                o.person[2, 5],
                o.person[2, 6],
                o.person[2, 7],
                o.person[2, 8],
                o.person[2, 9],
                o.person[3, 0],
                o.person[3, 1],
                o.person[3, 2],
                o.person[3, 3],
                o.person[3, 4],
                o.person[3, 5],
                o.person[3, 6],
                o.person[3, 7],
                o.person[3, 8],
                o.person[3, 9],
                o.person[4, 0],
                o.person[4, 1],
                o.person[4, 2],
                o.person[4, 3],
                o.person[4, 4],
                o.person[4, 5],
                o.person[4, 6],
                o.person[4, 7],
                o.person[4, 8],
                o.person[4, 9],
                o.person[5, 0],
                o.person[5, 1],
                o.person[5, 2],
                o.person[5, 3],
                o.person[5, 4],
                o.person[5, 5],
                o.person[5, 6],
                o.person[5, 7],
                o.person[5, 8],
                o.person[5, 9],
                o.person[6, 0],
                o.person[6, 1],
                o.person[6, 2],
                o.person[6, 3],
                o.person[6, 4],
                o.person[6, 5],
                o.person[6, 6],
                o.person[6, 7],
                o.person[6, 8],
                o.person[6, 9],
                o.person[7, 0],
                o.person[7, 1],
                o.person[7, 2],
                o.person[7, 3],
                o.person[7, 4],
                o.person[7, 5],
                o.person[7, 6],
                o.person[7, 7],
                o.person[7, 8],
                o.person[7, 9],
                o.person[8, 0],
                o.person[8, 1],
                o.person[8, 2],
                o.person[8, 3],
                o.person[8, 4],
                o.person[8, 5],
                o.person[8, 6],
                o.person[8, 7],
                o.person[8, 8],
                o.person[8, 9],
                o.person[9, 0],
                o.person[9, 1],
                o.person[9, 2],
                o.person[9, 3],
                o.person[9, 4],
                o.person[9, 5],
                o.person[9, 6],
                o.person[9, 7],
                o.person[9, 8],
                o.person[9, 9],
                color="blue",
            ),
        )
        self.play(Write(o.healthy))  # bayes.c2v:38
        self.wait(0.85)

    def beat_test(self, o, p):
        self.add_subcaption(  # bayes.c2v:41
            "All of them take a test that is right in nine cases out of ten. It finds nine of the ten sick. But it also alarms nine of the ninety healthy.",
            duration=12.4,
        )
        self.wait(6.8)
        self.play(  # bayes.c2v:44
            Fill(
                o.person[0, 0],
                o.person[0, 1],
                o.person[0, 2],
                o.person[0, 3],
                o.person[0, 4],
                o.person[0, 5],
                o.person[0, 6],
                o.person[0, 7],
                o.person[0, 8],
                color="red",
                opacity=1,
            ),
        )
        self.play(Write(o.right))  # bayes.c2v:45
        self.wait(1.6)
        self.play(  # bayes.c2v:48
            Fill(
                o.person[1, 0],
                o.person[2, 0],
                o.person[3, 0],
                o.person[4, 0],
                o.person[5, 0],
                o.person[6, 0],
                o.person[7, 0],
                o.person[8, 0],
                o.person[9, 0],
                color="blue",
                opacity=1,
            ),
        )
        self.play(Write(o.wrong))  # bayes.c2v:49

    def beat_question(self, o, p):
        self.add_subcaption(  # bayes.c2v:54
            "Now your own test is positive, so you are one of these eighteen. Only nine of them are sick. Your chance is not nine in ten, it is a half.",
            duration=12,
        )
        self.wait(3.6)
        self.play(  # bayes.c2v:56
            Dim(
                o.person[0, 9],
                o.person[1, 1],
                o.person[1, 2],
                o.person[1, 3],
                o.person[1, 4],
                o.person[1, 5],
                o.person[1, 6],
                o.person[1, 7],
                o.person[1, 8],
                o.person[1, 9],
                o.person[2, 1],
                o.person[2, 2],
                o.person[2, 3],
                o.person[2, 4],
                o.person[2, 5],
                o.person[2, 6],
                o.person[2, 7],
                o.person[2, 8],
                o.person[2, 9],
                o.person[3, 1],
                o.person[3, 2],
                o.person[3, 3],
                o.person[3, 4],
                o.person[3, 5],
                o.person[3, 6],
                o.person[3, 7],
                o.person[3, 8],
                o.person[3, 9],
                o.person[4, 1],
                o.person[4, 2],
                o.person[4, 3],
                o.person[4, 4],
                o.person[4, 5],
                o.person[4, 6],
                o.person[4, 7],
                o.person[4, 8],
                o.person[4, 9],
                o.person[5, 1],
                o.person[5, 2],
                o.person[5, 3],
                o.person[5, 4],
                o.person[5, 5],
                o.person[5, 6],
                o.person[5, 7],
                o.person[5, 8],
                o.person[5, 9],
                o.person[6, 1],
                o.person[6, 2],
                o.person[6, 3],
                o.person[6, 4],
                o.person[6, 5],
                o.person[6, 6],
                o.person[6, 7],
                o.person[6, 8],
                o.person[6, 9],
                o.person[7, 1],
                o.person[7, 2],
                o.person[7, 3],
                o.person[7, 4],
                o.person[7, 5],
                o.person[7, 6],
                o.person[7, 7],
                o.person[7, 8],
                o.person[7, 9],
                o.person[8, 1],
                o.person[8, 2],
                o.person[8, 3],
                o.person[8, 4],
                o.person[8, 5],
                o.person[8, 6],
                o.person[8, 7],
                o.person[8, 8],
                o.person[8, 9],
                o.person[9, 1],
                o.person[9, 2],
                o.person[9, 3],
                o.person[9, 4],
                o.person[9, 5],
                o.person[9, 6],
                o.person[9, 7],
                o.person[9, 8],
                o.person[9, 9],
                o.sick,
                o.healthy,
                to=0.3,
            ),
        )
        self.play(Wiggle(o.right, o.wrong))  # bayes.c2v:58
        self.play(Write(o.half))  # bayes.c2v:59
        self.wait(5.4)


"""Bayes: what a positive test means: The same as areas. Made from bayes.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")

found = 0.9  # bayes.c2v:8
alarm = 0.1  # bayes.c2v:9


class Areas(Lesson):  # bayes.c2v:63
    title = "The same as areas"
    layout = "notes"
    clears = False
    beats = (
        Beat("divide", "Width: how many are sick"),  # bayes.c2v:88
        Beat("heights", "Height: how many test positive"),  # bayes.c2v:94
        Beat("compare", "The two dark areas are equal", color="purple"),  # bayes.c2v:107
        Beat("rare", "The rarer the illness, the more false alarms", color="red"),  # bayes.c2v:113
    )

    def declare(self, o, p):
        p.p = 0.1  # bayes.c2v:64

        @kept  # bayes.c2v:65
        def hits():
            return p.p * found

        @kept  # bayes.c2v:66
        def misfires():
            return (1 - p.p) * alarm

        @kept  # bayes.c2v:67
        def chance():
            return hits() / (hits() + misfires())

        o.board = plane(x=(-0.25, 1.95), y=(-0.1, 1.15)).fit("A1:E6")  # bayes.c2v:70
        with on(o.board):
            o.ill = (  # bayes.c2v:72
                rect(P(0, 0), lambda: P(p.p, 1))
                .style(stroke=("red", 2), fill=("red", 0.15))
            )
            o.well = (  # bayes.c2v:73
                rect(lambda: P(p.p, 0), P(1, 1))
                .style(stroke=("blue", 2), fill=("blue", 0.15))
            )
            o.ill_positive = (  # bayes.c2v:74
                rect(P(0, 0), lambda: P(p.p, found))
                .style(stroke=("red", 2), fill=("red", 0.8))
            )
            o.well_positive = (  # bayes.c2v:75
                rect(lambda: P(p.p, 0), P(1, 0.1))
                .style(stroke=("blue", 2), fill=("blue", 0.8))
            )
            o.share_ill = (  # bayes.c2v:77
                rect(P(1.5, 0), lambda: P(1.7, chance()))
                .style(stroke=("red", 2), fill=("red", 0.8))
            )
            o.share_well = (  # bayes.c2v:78
                rect(lambda: P(1.5, chance()), P(1.7, 1))
                .style(stroke=("blue", 2), fill=("blue", 0.8))
            )
        o.how_many = (  # bayes.c2v:80
            label(lambda: "sick: " + show(100 * p.p, ".0") + " %", o.ill)
            .style(color="red", size=36)
        )
        o.hit = label("90 %", o.ill_positive, side="left").style(color="red", size=36)  # bayes.c2v:81
        o.misfire = (  # bayes.c2v:83
            label("10 %", o.well_positive, side="right")
            .style(color="blue", size=36)
        )
        o.positive = label("positive", o.share_well).style(size=36)  # bayes.c2v:84
        o.answer = (  # bayes.c2v:85
            text(lambda: "sick, if positive: " + show(100 * chance(), ".0") + " %")
            .fit("F1:F6")
            .sweep(p=(0.01,))
            .style(size=48, color="purple")
        )

    def beat_divide(self, o, p):
        self.add_subcaption(  # bayes.c2v:89
            "Let us draw the hundred people as one square. A narrow strip on the left are the sick, the rest are the healthy.",
            duration=9.2,
        )
        self.play(Draw(o.well))  # bayes.c2v:90
        self.play(Draw(o.ill))  # bayes.c2v:91
        self.play(Write(o.how_many))  # bayes.c2v:92
        self.wait(6.2)

    def beat_heights(self, o, p):
        self.add_subcaption(  # bayes.c2v:95
            "In each part we darken those who test positive. Nine tenths of the sick strip, and one tenth of the other.",
            duration=8.4,
        )
        self.wait(5.2)
        self.play(Show(o.ill_positive))  # bayes.c2v:98
        self.play(Write(o.hit))  # bayes.c2v:99
        self.wait(0.8)
        self.play(Show(o.well_positive))  # bayes.c2v:102
        self.play(Write(o.misfire))  # bayes.c2v:103

    def beat_compare(self, o, p):
        self.add_subcaption(  # bayes.c2v:108
            "A positive test says only this: you are somewhere in the dark. And of the dark area, one half is red.",
            duration=8.4,
        )
        self.play(Copy(o.ill_positive, into=o.share_ill, run_time=1.5))  # bayes.c2v:109
        self.play(Copy(o.well_positive, into=o.share_well, run_time=1.5))  # bayes.c2v:110
        self.play(Write(o.positive, o.answer))  # bayes.c2v:111
        self.wait(4.4)

    def beat_rare(self, o, p):
        self.add_subcaption(  # bayes.c2v:114
            "And if only one in a hundred is sick? The red strip gets thin, but the healthy still cause as many alarms. Now a positive test means eight per cent.",
            duration=12,
        )
        self.play(Set(p=0.01, run_time=5))  # bayes.c2v:115
        self.play(Highlight(o.answer))  # bayes.c2v:116
        self.wait(6)


"""Bayes: what a positive test means: A second test. Made from bayes.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")

found = 0.9  # bayes.c2v:8
alarm = 0.1  # bayes.c2v:9


class Areas(Lesson):  # bayes.c2v:63
    title = "The same as areas"
    layout = "notes"
    clears = False
    beats = (
        Beat("divide", "Width: how many are sick"),  # bayes.c2v:88
        Beat("heights", "Height: how many test positive"),  # bayes.c2v:94
        Beat("compare", "The two dark areas are equal", color="purple"),  # bayes.c2v:107
        Beat("rare", "The rarer the illness, the more false alarms", color="red"),  # bayes.c2v:113
    )

    def declare(self, o, p):
        p.p = 0.1  # bayes.c2v:64

        @kept  # bayes.c2v:65
        def hits():
            return p.p * found

        @kept  # bayes.c2v:66
        def misfires():
            return (1 - p.p) * alarm

        @kept  # bayes.c2v:67
        def chance():
            return hits() / (hits() + misfires())

        o.board = plane(x=(-0.25, 1.95), y=(-0.1, 1.15)).fit("A1:E6")  # bayes.c2v:70
        with on(o.board):
            o.ill = (  # bayes.c2v:72
                rect(P(0, 0), lambda: P(p.p, 1))
                .style(stroke=("red", 2), fill=("red", 0.15))
            )
            o.well = (  # bayes.c2v:73
                rect(lambda: P(p.p, 0), P(1, 1))
                .style(stroke=("blue", 2), fill=("blue", 0.15))
            )
            o.ill_positive = (  # bayes.c2v:74
                rect(P(0, 0), lambda: P(p.p, found))
                .style(stroke=("red", 2), fill=("red", 0.8))
            )
            o.well_positive = (  # bayes.c2v:75
                rect(lambda: P(p.p, 0), P(1, 0.1))
                .style(stroke=("blue", 2), fill=("blue", 0.8))
            )
            o.share_ill = (  # bayes.c2v:77
                rect(P(1.5, 0), lambda: P(1.7, chance()))
                .style(stroke=("red", 2), fill=("red", 0.8))
            )
            o.share_well = (  # bayes.c2v:78
                rect(lambda: P(1.5, chance()), P(1.7, 1))
                .style(stroke=("blue", 2), fill=("blue", 0.8))
            )
        o.how_many = (  # bayes.c2v:80
            label(lambda: "sick: " + show(100 * p.p, ".0") + " %", o.ill)
            .style(color="red", size=36)
        )
        o.hit = label("90 %", o.ill_positive, side="left").style(color="red", size=36)  # bayes.c2v:81
        o.misfire = (  # bayes.c2v:83
            label("10 %", o.well_positive, side="right")
            .style(color="blue", size=36)
        )
        o.positive = label("positive", o.share_well).style(size=36)  # bayes.c2v:84
        o.answer = (  # bayes.c2v:85
            text(lambda: "sick, if positive: " + show(100 * chance(), ".0") + " %")
            .fit("F1:F6")
            .sweep(p=(0.01, 0.1, 0.5))
            .style(size=48, color="purple")
        )

    def beat_divide(self, o, p):
        self.add_subcaption(  # bayes.c2v:89
            "Let us draw the hundred people as one square. A narrow strip on the left are the sick, the rest are the healthy.",
            duration=9.2,
        )
        self.play(Draw(o.well))  # bayes.c2v:90
        self.play(Draw(o.ill))  # bayes.c2v:91
        self.play(Write(o.how_many))  # bayes.c2v:92
        self.wait(6.2)

    def beat_heights(self, o, p):
        self.add_subcaption(  # bayes.c2v:95
            "In each part we darken those who test positive. Nine tenths of the sick strip, and one tenth of the other.",
            duration=8.4,
        )
        self.wait(5.2)
        self.play(Show(o.ill_positive))  # bayes.c2v:98
        self.play(Write(o.hit))  # bayes.c2v:99
        self.wait(0.8)
        self.play(Show(o.well_positive))  # bayes.c2v:102
        self.play(Write(o.misfire))  # bayes.c2v:103

    def beat_compare(self, o, p):
        self.add_subcaption(  # bayes.c2v:108
            "A positive test says only this: you are somewhere in the dark. And of the dark area, one half is red.",
            duration=8.4,
        )
        self.play(Copy(o.ill_positive, into=o.share_ill, run_time=1.5))  # bayes.c2v:109
        self.play(Copy(o.well_positive, into=o.share_well, run_time=1.5))  # bayes.c2v:110
        self.play(Write(o.positive, o.answer))  # bayes.c2v:111
        self.wait(4.4)

    def beat_rare(self, o, p):
        self.add_subcaption(  # bayes.c2v:114
            "And if only one in a hundred is sick? The red strip gets thin, but the healthy still cause as many alarms. Now a positive test means eight per cent.",
            duration=12,
        )
        self.play(Set(p=0.01, run_time=5))  # bayes.c2v:115
        self.play(Highlight(o.answer))  # bayes.c2v:116
        self.wait(6)


class Again(Areas):  # bayes.c2v:120
    title = "A second test"
    layout = "notes"
    clears = True
    beats = (
        Beat("back", "Our illness: one test gives a half"),  # bayes.c2v:121
        Beat("second", "The second test starts there", color="purple"),  # bayes.c2v:125
        Beat("ninety", "Two positive tests: ninety per cent", color="purple"),  # bayes.c2v:129
    )

    def declare(self, o, p):
        @kept  # bayes.c2v:65
        def hits():
            return p.p * found

        @kept  # bayes.c2v:66
        def misfires():
            return (1 - p.p) * alarm

        @kept  # bayes.c2v:67
        def chance():
            return hits() / (hits() + misfires())

    def beat_back(self, o, p):
        self.add_subcaption(  # bayes.c2v:122
            "Back to our illness, with its ten per cent. One positive test lifted your chance from ten per cent to fifty.",
            duration=8.4,
        )
        self.play(Set(p=0.1, run_time=3))  # bayes.c2v:123
        self.wait(5.4)

    def beat_second(self, o, p):
        self.add_subcaption(  # bayes.c2v:126
            "Now take a second test. It does not start from ten per cent again. What we learnt from the first is where the second starts.",
            duration=10,
        )
        self.wait(9.6)
        self.play(Set(p=0.5, run_time=3))  # bayes.c2v:127

    def beat_ninety(self, o, p):
        self.add_subcaption(  # bayes.c2v:130
            "Positive again? Then it is ninety per cent. One test was a hint, two are good evidence.",
            duration=6.8,
        )
        self.play(Highlight(o.answer))  # bayes.c2v:131
        self.wait(5.8)


"""Bayes: what a positive test means: Bayes' rule. Made from bayes.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Rule(Lesson):  # bayes.c2v:136
    title = "Bayes' rule"
    layout = "wide"
    beats = (
        Beat("law"),  # bayes.c2v:147
        Beat("numbers"),  # bayes.c2v:155
        Beat("moral"),  # bayes.c2v:159
    )

    def declare(self, o, p):
        o.law = (  # bayes.c2v:138
            math(
                "\n      P(\\text{sick} \\mid +) =\n      \\frac{P(\\text{sick}) \\cdot P(+ \\mid \\text{sick})}\n      {P(\\text{sick}) \\cdot P(+ \\mid \\text{sick}) + P(\\text{healthy}) \\cdot P(+ \\mid \\text{healthy})}\n    ",
                pieces=[r"P(\text{sick}) \cdot P(+ \mid \text{sick})", r"P(\text{healthy}) \cdot P(+ \mid \text{healthy})"],
            )
            .fit("A1:C6")
            .style(size=60)
        )
        o.numbers = (  # bayes.c2v:143
            math(r"\frac{0.1 \cdot 0.9}{0.1 \cdot 0.9 + 0.9 \cdot 0.1} = \frac12")
            .fit("D1:E6")
            .style(size=60)
        )
        o.moral = (  # bayes.c2v:144
            text("A test changes what you knew before. It does not replace it.")
            .fit("F1:F6")
            .style(size=44, color="purple")
        )

    def beat_law(self, o, p):
        self.add_subcaption(  # bayes.c2v:148
            "Written down, it is the rule of Thomas Bayes: the red area, divided by both dark areas together.",
            duration=7.2,
        )
        self.play(Write(o.law, run_time=3))  # bayes.c2v:149
        self.play(
            Color(  # bayes.c2v:151
                o.law.piece(r"P(\text{sick}) \cdot P(+ \mid \text{sick})", "all"),
                color="red",
            ),
            Color(  # bayes.c2v:152
                o.law.piece(r"P(\text{healthy}) \cdot P(+ \mid \text{healthy})"),
                color="blue",
            ),
        )
        self.wait(3.2)

    def beat_numbers(self, o, p):
        self.add_subcaption(  # bayes.c2v:156
            "In our numbers: nine hundredths, divided by nine hundredths and nine hundredths more.",
            duration=5.2,
        )
        self.play(Write(o.numbers, run_time=2))  # bayes.c2v:157
        self.wait(3.2)

    def beat_moral(self, o, p):
        self.add_subcaption(  # bayes.c2v:160
            "So never ask only how good a test is. Ask also how likely it was before.",
            duration=6.4,
        )
        self.play(Write(o.moral))  # bayes.c2v:161
        self.wait(5.4)
