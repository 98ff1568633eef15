"""Hamming's code finds the wrong bit: A message on a noisy line. Made from hamming.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")

word = L(0, 0, 1, 1, 0, 0, 1, 1)  # hamming.c2v:8


class Noise(Lesson):  # hamming.c2v:11
    title = "A message on a noisy line"
    layout = "notes"
    beats = (
        Beat("send", "Four bits go over the line"),  # hamming.c2v:30
        Beat("flip", "Noise turns one bit over", color="red"),  # hamming.c2v:38
        Beat("idea", "Three more bits can tell which one", color="green"),  # hamming.c2v:47
    )

    def declare(self, o, p):
        p.flipped = 0  # hamming.c2v:12

        def got_bit(k):  # hamming.c2v:13
            return 1 - word[k] if k == p.flipped else word[k]

        o.sent_box = family()
        o.sent_box[0] = (  # hamming.c2v:18
            square(side=0.8)
            .at(P(-1.9, 1.3))
            .style(color="blue", fill=("blue", 0.2))
        )
        o.sent = family()
        o.sent[0] = text("1").at(o.sent_box[0]).style(size=52)  # hamming.c2v:19
        o.got_box = family()
        o.got_box[0] = (  # hamming.c2v:20
            square(side=0.8)
            .at(P(-1.9, -1.3))
            .sweep(flipped=(6, 0))
            .style(color=lambda: C("red") if 3 == p.flipped else C("blue"))
        )
        o.got = family()
        o.got[0] = (  # hamming.c2v:21
            text(lambda: show(got_bit(3)))
            .at(o.got_box[0])
            .sweep(flipped=(6, 0))
            .style(size=52)
        )
        o.sent_box[1] = (  # hamming.c2v:18
            square(side=0.8)
            .at(P(-0.95, 1.3))
            .style(color="blue", fill=("blue", 0.2))
        )
        o.sent[1] = text("0").at(o.sent_box[1]).style(size=52)  # hamming.c2v:19
        o.got_box[1] = (  # hamming.c2v:20
            square(side=0.8)
            .at(P(-0.95, -1.3))
            .sweep(flipped=(6, 0))
            .style(color=lambda: C("red") if 5 == p.flipped else C("blue"))
        )
        o.got[1] = (  # hamming.c2v:21
            text(lambda: show(got_bit(5)))
            .at(o.got_box[1])
            .sweep(flipped=(6, 0))
            .style(size=52)
        )
        o.sent_box[2] = (  # hamming.c2v:18
            square(side=0.8)
            .at(P(0, 1.3))
            .style(color="blue", fill=("blue", 0.2))
        )
        o.sent[2] = text("1").at(o.sent_box[2]).style(size=52)  # hamming.c2v:19
        o.got_box[2] = (  # hamming.c2v:20
            square(side=0.8)
            .at(P(0, -1.3))
            .sweep(flipped=(6, 0))
            .style(color=lambda: C("red") if 6 == p.flipped else C("blue"))
        )
        o.got[2] = (  # hamming.c2v:21
            text(lambda: show(got_bit(6)))
            .at(o.got_box[2])
            .sweep(flipped=(6, 0))
            .style(size=52)
        )
        o.sent_box[3] = (  # hamming.c2v:18
            square(side=0.8)
            .at(P(0.95, 1.3))
            .style(color="blue", fill=("blue", 0.2))
        )
        o.sent[3] = text("1").at(o.sent_box[3]).style(size=52)  # hamming.c2v:19
        o.got_box[3] = (  # hamming.c2v:20
            square(side=0.8)
            .at(P(0.95, -1.3))
            .sweep(flipped=(6, 0))
            .style(color=lambda: C("red") if 7 == p.flipped else C("blue"))
        )
        o.got[3] = (  # hamming.c2v:21
            text(lambda: show(got_bit(7)))
            .at(o.got_box[3])
            .sweep(flipped=(6, 0))
            .style(size=52)
        )
        o.sent_name = text("sent").at(P(-3.4, 1.3)).style(size=40)  # hamming.c2v:23
        o.got_name = text("received").at(P(-3.4, -1.3)).style(size=40)  # hamming.c2v:24
        o.way = family()
        o.way[0] = arrow(o.sent_box[0], o.got_box[0]).style(color="gray")  # hamming.c2v:25
        o.way[1] = arrow(o.sent_box[1], o.got_box[1]).style(color="gray")  # hamming.c2v:25
        o.way[2] = arrow(o.sent_box[2], o.got_box[2]).style(color="gray")  # hamming.c2v:25
        o.way[3] = arrow(o.sent_box[3], o.got_box[3]).style(color="gray")  # hamming.c2v:25
        o.bolt = (  # hamming.c2v:26
            path(P(-0.3, 0.6), P(0.15, 0.1), P(-0.15, 0), P(0.3, -0.5))
            .style(stroke=("yellow", 5))
        )
        o.more = family()
        o.more[0] = square(side=0.8).at(P(1.9, 1.3)).style(color="green", dashed=True)  # hamming.c2v:27
        o.more[1] = square(side=0.8).at(P(2.85, 1.3)).style(color="green", dashed=True)  # hamming.c2v:27
        o.more[2] = square(side=0.8).at(P(3.8, 1.3)).style(color="green", dashed=True)  # hamming.c2v:27

    def beat_send(self, o, p):
        self.add_subcaption(  # hamming.c2v:31
            "Four bits are to go over a line: one, zero, one, one. Usually they arrive just so.",
            duration=6.8,
        )
        self.play(Write(o.sent_name))  # hamming.c2v:32
        self.play(
            Pop(o.sent_box[0], run_time=0.4),  # hamming.c2v:33
            Pop(o.sent[0], run_time=0.4),  # hamming.c2v:33
        )
        self.play(
            Pop(o.sent_box[1], run_time=0.4),  # hamming.c2v:33
            Pop(o.sent[1], run_time=0.4),  # hamming.c2v:33
        )
        self.play(
            Pop(o.sent_box[2], run_time=0.4),  # hamming.c2v:33
            Pop(o.sent[2], run_time=0.4),  # hamming.c2v:33
        )
        self.play(
            Pop(o.sent_box[3], run_time=0.4),  # hamming.c2v:33
            Pop(o.sent[3], run_time=0.4),  # hamming.c2v:33
        )
        self.play(Grow(*o.way, stagger=0.2))  # hamming.c2v:34
        self.play(Write(o.got_name))  # hamming.c2v:35
        self.play(Show(*o.got_box, *o.got))  # hamming.c2v:36
        self.wait(0.6)

    def beat_flip(self, o, p):
        self.add_subcaption(  # hamming.c2v:39
            "But sometimes there is noise, and one bit turns over. The receiver sees four bits, and has no idea that one of them is wrong.",
            duration=10,
        )
        self.wait(3.2)
        self.play(Draw(o.bolt, run_time=0.4))  # hamming.c2v:41
        self.play(Set(flipped=6, run_time=0))  # hamming.c2v:42
        self.play(Wiggle(o.got[2], o.got_box[2]))  # hamming.c2v:43
        self.play(Hide(o.bolt))  # hamming.c2v:44
        self.wait(4.4)

    def beat_idea(self, o, p):
        self.add_subcaption(  # hamming.c2v:48
            "Let us send three more bits. Placed as Richard Hamming placed them, they do not only say that something is wrong. They say where.",
            duration=9.6,
        )
        self.play(Draw(*o.more, stagger=0.4))  # hamming.c2v:49
        self.wait(2)
        self.play(Set(flipped=0, run_time=0))  # hamming.c2v:51
        self.play(Flash(o.got_box[2]))  # hamming.c2v:52
        self.wait(4.8)


"""Hamming's code finds the wrong bit: Seven bits in three circles. Made from hamming.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")

word = L(0, 0, 1, 1, 0, 0, 1, 1)  # hamming.c2v:8
members = L(L(1, 3, 5, 7), L(2, 3, 6, 7), L(4, 5, 6, 7))  # hamming.c2v:59


class Circles(Lesson):  # hamming.c2v:56
    title = "Seven bits in three circles"
    layout = "notes"
    clears = False
    beats = (
        Beat("message", "The message goes where circles overlap"),  # hamming.c2v:83
        Beat("checks", "Each circle: an even number of ones", color="green"),  # hamming.c2v:91
    )

    def declare(self, o, p):
        p.flipped = 0  # hamming.c2v:57

        def bit(k):  # hamming.c2v:58
            return 1 - word[k] if k == p.flipped else word[k]

        def ones(c):  # hamming.c2v:60
            return sum(L(*(bit(k) for k in members[c])))

        def odd(c):  # hamming.c2v:61
            return ones(c) % 2 == 1

        o.ring = family()
        o.ring[0] = (  # hamming.c2v:70
            circle(r=1.7)
            .at(P(-1, 0.6))
            .style(
                stroke=("blue", 4),
                fill=(lambda: C("red") if odd(0) else C("blue"), lambda: 0.35 if odd(0) else 0.1),
            )
        )
        o.ring[1] = (  # hamming.c2v:70
            circle(r=1.7)
            .at(P(1, 0.6))
            .style(
                stroke=("gold", 4),
                fill=(lambda: C("red") if odd(1) else C("gold"), lambda: 0.35 if odd(1) else 0.1),
            )
        )
        o.ring[2] = (  # hamming.c2v:70
            circle(r=1.7)
            .at(P(0, -1.1))
            .style(
                stroke=("purple", 4),
                fill=(lambda: C("red") if odd(2) else C("purple"), lambda: 0.35 if odd(2) else 0.1),
            )
        )
        o.digit = family()
        o.digit[1] = (  # hamming.c2v:75
            text(lambda: show(bit(1)))
            .at(P(-1.75, 1.1))
            .style(color=lambda: C("yellow") if 1 == p.flipped else C("white"), size=56)
        )
        o.place = family()
        o.place[1] = text("1").at(P(-1.41, 0.88)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[2] = (  # hamming.c2v:75
            text(lambda: show(bit(2)))
            .at(P(1.75, 1.1))
            .style(color=lambda: C("yellow") if 2 == p.flipped else C("white"), size=56)
        )
        o.place[2] = text("2").at(P(2.09, 0.88)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[3] = (  # hamming.c2v:75
            text(lambda: show(bit(3)))
            .at(P(0, 1.35))
            .style(color=lambda: C("yellow") if 3 == p.flipped else C("white"), size=56)
        )
        o.place[3] = text("3").at(P(0.34, 1.13)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[4] = (  # hamming.c2v:75
            text(lambda: show(bit(4)))
            .at(P(0, -1.95))
            .style(color=lambda: C("yellow") if 4 == p.flipped else C("white"), size=56)
        )
        o.place[4] = text("4").at(P(0.34, -2.17)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[5] = (  # hamming.c2v:75
            text(lambda: show(bit(5)))
            .at(P(-0.95, -0.6))
            .style(color=lambda: C("yellow") if 5 == p.flipped else C("white"), size=56)
        )
        o.place[5] = text("5").at(P(-0.61, -0.82)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[6] = (  # hamming.c2v:75
            text(lambda: show(bit(6)))
            .at(P(0.95, -0.6))
            .style(color=lambda: C("yellow") if 6 == p.flipped else C("white"), size=56)
        )
        o.place[6] = text("6").at(P(1.29, -0.82)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[7] = (  # hamming.c2v:75
            text(lambda: show(bit(7)))
            .at(P(0, 0.1))
            .style(color=lambda: C("yellow") if 7 == p.flipped else C("white"), size=56)
        )
        o.place[7] = text("7").at(P(0.34, -0.12)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.tally = family()
        o.tally[0] = (  # hamming.c2v:78
            text(lambda: "ones: " + show(ones(0)))
            .at(P(-3.2, 2.3))
            .style(color="blue", size=40)
        )
        o.tally[1] = (  # hamming.c2v:79
            text(lambda: "ones: " + show(ones(1)))
            .at(P(3.2, 2.3))
            .style(color="gold", size=40)
        )
        o.tally[2] = (  # hamming.c2v:80
            text(lambda: "ones: " + show(ones(2)))
            .at(P(2.6, -2.3))
            .style(color="purple", size=40)
        )

    def beat_message(self, o, p):
        self.add_subcaption(  # hamming.c2v:84
            "Draw three circles. Where they overlap there are four fields, and there we write the four bits of the message.",
            duration=8,
        )
        self.play(Draw(*o.ring, stagger=0.4))  # hamming.c2v:85
        self.play(
            Write(o.digit[3], run_time=0.5),  # hamming.c2v:88
            Show(o.place[3], run_time=0.5),  # hamming.c2v:88
        )
        self.play(
            Write(o.digit[5], run_time=0.5),  # hamming.c2v:88
            Show(o.place[5], run_time=0.5),  # hamming.c2v:88
        )
        self.play(
            Write(o.digit[6], run_time=0.5),  # hamming.c2v:88
            Show(o.place[6], run_time=0.5),  # hamming.c2v:88
        )
        self.play(
            Write(o.digit[7], run_time=0.5),  # hamming.c2v:88
            Show(o.place[7], run_time=0.5),  # hamming.c2v:88
        )
        self.wait(4.2)

    def beat_checks(self, o, p):
        self.add_subcaption(  # hamming.c2v:92
            "Each circle has one field left. We fill it so that the number of ones in the circle becomes even. Blue has two already: zero. Yellow has three: add a one. Purple has two: zero.",
            duration=14,
        )
        self.play(Show(o.place[1], o.place[2], o.place[4], stagger=0.5))  # hamming.c2v:93
        self.wait(7.6)
        self.play(Write(o.digit[1], o.tally[0]))  # hamming.c2v:95
        self.wait(1.4)
        self.play(Write(o.digit[2], o.tally[1]))  # hamming.c2v:96
        self.wait(0.6)
        self.play(Write(o.digit[4], o.tally[2]))  # hamming.c2v:97


"""Hamming's code finds the wrong bit: Find it and turn it back. Made from hamming.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")

word = L(0, 0, 1, 1, 0, 0, 1, 1)  # hamming.c2v:8


class Circles(Lesson):  # hamming.c2v:56
    title = "Seven bits in three circles"
    layout = "notes"
    clears = False
    beats = (
        Beat("message", "The message goes where circles overlap"),  # hamming.c2v:83
        Beat("checks", "Each circle: an even number of ones", color="green"),  # hamming.c2v:91
    )

    def declare(self, o, p):
        p.flipped = 0  # hamming.c2v:57

        def bit(k):  # hamming.c2v:58
            return 1 - word[k] if k == p.flipped else word[k]

        members = L(L(1, 3, 5, 7), L(2, 3, 6, 7), L(4, 5, 6, 7))  # hamming.c2v:59

        def ones(c):  # hamming.c2v:60
            return sum(L(*(bit(k) for k in members[c])))

        def odd(c):  # hamming.c2v:61
            return ones(c) % 2 == 1

        o.ring = family()
        o.ring[0] = (  # hamming.c2v:70
            circle(r=1.7)
            .at(P(-1, 0.6))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(
                stroke=("blue", 4),
                fill=(lambda: C("red") if odd(0) else C("blue"), lambda: 0.35 if odd(0) else 0.1),
            )
        )
        o.ring[1] = (  # hamming.c2v:70
            circle(r=1.7)
            .at(P(1, 0.6))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(
                stroke=("gold", 4),
                fill=(lambda: C("red") if odd(1) else C("gold"), lambda: 0.35 if odd(1) else 0.1),
            )
        )
        o.ring[2] = (  # hamming.c2v:70
            circle(r=1.7)
            .at(P(0, -1.1))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(
                stroke=("purple", 4),
                fill=(lambda: C("red") if odd(2) else C("purple"), lambda: 0.35 if odd(2) else 0.1),
            )
        )
        o.digit = family()
        o.digit[1] = (  # hamming.c2v:75
            text(lambda: show(bit(1)))
            .at(P(-1.75, 1.1))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color=lambda: C("yellow") if 1 == p.flipped else C("white"), size=56)
        )
        o.place = family()
        o.place[1] = text("1").at(P(-1.41, 0.88)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[2] = (  # hamming.c2v:75
            text(lambda: show(bit(2)))
            .at(P(1.75, 1.1))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color=lambda: C("yellow") if 2 == p.flipped else C("white"), size=56)
        )
        o.place[2] = text("2").at(P(2.09, 0.88)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[3] = (  # hamming.c2v:75
            text(lambda: show(bit(3)))
            .at(P(0, 1.35))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color=lambda: C("yellow") if 3 == p.flipped else C("white"), size=56)
        )
        o.place[3] = text("3").at(P(0.34, 1.13)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[4] = (  # hamming.c2v:75
            text(lambda: show(bit(4)))
            .at(P(0, -1.95))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color=lambda: C("yellow") if 4 == p.flipped else C("white"), size=56)
        )
        o.place[4] = text("4").at(P(0.34, -2.17)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[5] = (  # hamming.c2v:75
            text(lambda: show(bit(5)))
            .at(P(-0.95, -0.6))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color=lambda: C("yellow") if 5 == p.flipped else C("white"), size=56)
        )
        o.place[5] = text("5").at(P(-0.61, -0.82)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[6] = (  # hamming.c2v:75
            text(lambda: show(bit(6)))
            .at(P(0.95, -0.6))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color=lambda: C("yellow") if 6 == p.flipped else C("white"), size=56)
        )
        o.place[6] = text("6").at(P(1.29, -0.82)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.digit[7] = (  # hamming.c2v:75
            text(lambda: show(bit(7)))
            .at(P(0, 0.1))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color=lambda: C("yellow") if 7 == p.flipped else C("white"), size=56)
        )
        o.place[7] = text("7").at(P(0.34, -0.12)).style(color="light_gray", size=32)  # hamming.c2v:76
        o.tally = family()
        o.tally[0] = (  # hamming.c2v:78
            text(lambda: "ones: " + show(ones(0)))
            .at(P(-3.2, 2.3))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color="blue", size=40)
        )
        o.tally[1] = (  # hamming.c2v:79
            text(lambda: "ones: " + show(ones(1)))
            .at(P(3.2, 2.3))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color="gold", size=40)
        )
        o.tally[2] = (  # hamming.c2v:80
            text(lambda: "ones: " + show(ones(2)))
            .at(P(2.6, -2.3))
            .sweep(flipped=(6, 0, 1, 2, 3, 4, 5, 7))
            .style(color="purple", size=40)
        )

    def beat_message(self, o, p):
        self.add_subcaption(  # hamming.c2v:84
            "Draw three circles. Where they overlap there are four fields, and there we write the four bits of the message.",
            duration=8,
        )
        self.play(Draw(*o.ring, stagger=0.4))  # hamming.c2v:85
        self.play(
            Write(o.digit[3], run_time=0.5),  # hamming.c2v:88
            Show(o.place[3], run_time=0.5),  # hamming.c2v:88
        )
        self.play(
            Write(o.digit[5], run_time=0.5),  # hamming.c2v:88
            Show(o.place[5], run_time=0.5),  # hamming.c2v:88
        )
        self.play(
            Write(o.digit[6], run_time=0.5),  # hamming.c2v:88
            Show(o.place[6], run_time=0.5),  # hamming.c2v:88
        )
        self.play(
            Write(o.digit[7], run_time=0.5),  # hamming.c2v:88
            Show(o.place[7], run_time=0.5),  # hamming.c2v:88
        )
        self.wait(4.2)

    def beat_checks(self, o, p):
        self.add_subcaption(  # hamming.c2v:92
            "Each circle has one field left. We fill it so that the number of ones in the circle becomes even. Blue has two already: zero. Yellow has three: add a one. Purple has two: zero.",
            duration=14,
        )
        self.play(Show(o.place[1], o.place[2], o.place[4], stagger=0.5))  # hamming.c2v:93
        self.wait(7.6)
        self.play(Write(o.digit[1], o.tally[0]))  # hamming.c2v:95
        self.wait(1.4)
        self.play(Write(o.digit[2], o.tally[1]))  # hamming.c2v:96
        self.wait(0.6)
        self.play(Write(o.digit[4], o.tally[2]))  # hamming.c2v:97


class Repair(Circles):  # hamming.c2v:102
    title = "Find it and turn it back"
    layout = "notes"
    clears = True
    beats = (
        Beat("error", "An error: two circles become odd", color="red"),  # hamming.c2v:103
        Beat("find", "Only one field is in just those two"),  # hamming.c2v:108
        Beat("each", "Every error has its own pattern", color="green"),  # hamming.c2v:114
    )

    def declare(self, o, p):
        def bit(k):  # hamming.c2v:58
            return 1 - word[k] if k == p.flipped else word[k]

        members = L(L(1, 3, 5, 7), L(2, 3, 6, 7), L(4, 5, 6, 7))  # hamming.c2v:59

        def ones(c):  # hamming.c2v:60
            return sum(L(*(bit(k) for k in members[c])))

        def odd(c):  # hamming.c2v:61
            return ones(c) % 2 == 1

    def beat_error(self, o, p):
        self.add_subcaption(  # hamming.c2v:104
            "Now bit six turns over. In two circles the number of ones is odd now, yellow and purple. Blue is still in order.",
            duration=9.2,
        )
        self.wait(1.2)
        self.play(Set(flipped=6, run_time=0))  # hamming.c2v:105
        self.play(Highlight(o.tally[1], o.tally[2]))  # hamming.c2v:106
        self.wait(7)

    def beat_find(self, o, p):
        self.add_subcaption(  # hamming.c2v:109
            "So the wrong bit lies in yellow and in purple, but not in blue. Only one field does: here. Turn it back, and all is well.",
            duration=10.4,
        )
        self.play(Focus(o.digit[6]))  # hamming.c2v:110
        self.wait(7.4)
        self.play(Set(flipped=0, run_time=0))  # hamming.c2v:111
        self.play(Flash(o.digit[6]))  # hamming.c2v:112
        self.wait(1)

    def beat_each(self, o, p):
        self.add_subcaption(  # hamming.c2v:115
            "It works for each of the seven bits, the checking bits too. Every error makes another set of circles odd.",
            duration=8,
        )
        self.play(Set(flipped=1, run_time=0))  # hamming.c2v:117
        self.wait(0.9)
        self.play(Set(flipped=2, run_time=0))  # hamming.c2v:117
        self.wait(0.9)
        self.play(Set(flipped=3, run_time=0))  # hamming.c2v:117
        self.wait(0.9)
        self.play(Set(flipped=4, run_time=0))  # hamming.c2v:117
        self.wait(0.9)
        self.play(Set(flipped=5, run_time=0))  # hamming.c2v:117
        self.wait(0.9)
        self.play(Set(flipped=6, run_time=0))  # hamming.c2v:117
        self.wait(0.9)
        self.play(Set(flipped=7, run_time=0))  # hamming.c2v:117
        self.wait(0.9)
        self.play(Set(flipped=0, run_time=0))  # hamming.c2v:120
        self.wait(1.7)


"""Hamming's code finds the wrong bit: The circles spell the place. Made from hamming.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Address(Lesson):  # hamming.c2v:124
    title = "The circles spell the place"
    layout = "wide"
    beats = (
        Beat("table"),  # hamming.c2v:137
        Beat("six"),  # hamming.c2v:142
        Beat("moral"),  # hamming.c2v:148
    )

    def declare(self, o, p):
        o.plan = (  # hamming.c2v:126
            table(
                L(L(0, 0, 0, 1, 1, 1, 1), L(0, 1, 1, 0, 0, 1, 1), L(1, 0, 1, 0, 1, 0, 1)),
                rows=L("purple 4", "yellow 2", "blue 1"),
                cols=L("1", "2", "3", "4", "5", "6", "7"),
            )
            .fit("A1:D6")
            .style(size=44)
        )
        o.plan.part("row", 0).style(color="purple")  # hamming.c2v:126
        o.plan.part("row", 1).style(color="gold")  # hamming.c2v:126
        o.plan.part("row", 2).style(color="blue")  # hamming.c2v:126
        o.result = math("4 + 2 = 6").fit("E1:E6").style(size=72, color="red")  # hamming.c2v:133
        o.moral = (  # hamming.c2v:134
            text("Three checks can name seven places, and all in order.")
            .fit("F1:F6")
            .style(size=44, color="green")
        )

    def beat_table(self, o, p):
        self.add_subcaption(  # hamming.c2v:138
            "Why these numbers? Write down which circle looks at which place. Below each number stands the number itself, in binary.",
            duration=8,
        )
        self.play(Draw(o.plan))  # hamming.c2v:139
        self.play(Highlight(o.plan.part("col", 6)))  # hamming.c2v:140
        self.wait(6)

    def beat_six(self, o, p):
        self.add_subcaption(  # hamming.c2v:143
            "Purple and yellow were odd, blue was not. Four plus two is six, and so bit six was wrong. The checks spell its place.",
            duration=9.6,
        )
        self.play(Color(o.plan.part("col", 5), color="red"))  # hamming.c2v:144
        self.play(Highlight(o.plan.item(0, 5), o.plan.item(1, 5)))  # hamming.c2v:145
        self.play(Write(o.result))  # hamming.c2v:146
        self.wait(6.6)

    def beat_moral(self, o, p):
        self.add_subcaption(  # hamming.c2v:149
            "Three checks have eight outcomes: one for each of seven places, and one for all in order. Not a single one is wasted.",
            duration=9.2,
        )
        self.play(Write(o.moral))  # hamming.c2v:150
        self.wait(8.2)
