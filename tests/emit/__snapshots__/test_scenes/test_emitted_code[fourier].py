"""Fourier: a square out of circles: Turning circles draw a wave. Made from fourier.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


def speed(k):  # fourier.c2v:8
    return 2 * k + 1


def height(k):  # fourier.c2v:9
    return 4 / (pi * speed(k))


class Circles(Lesson):  # fourier.c2v:11
    title = "Turning circles draw a wave"
    layout = "wide"
    beats = (
        Beat("turn"),  # fourier.c2v:39
        Beat("paper"),  # fourier.c2v:49
        Beat("second"),  # fourier.c2v:57
        Beat("dent"),  # fourier.c2v:68
        Beat("five"),  # fourier.c2v:72
    )

    def declare(self, o, p):
        p.turn = 0  # fourier.c2v:12
        p.count = 1  # fourier.c2v:13

        @kept  # fourier.c2v:15
        def radius():
            return L(*(1.2 * height(k) * max(0, min(1, p.count - k)) for k in span(0, 4)))

        def across(n):  # fourier.c2v:16
            return sum(L(*(radius()[k] * cos(speed(k) * p.turn) for k in span(0, n - 1))))

        def up(n, t):  # fourier.c2v:17
            return sum(L(*(radius()[k] * sin(speed(k) * t) for k in span(0, n - 1))))

        def joint(n):  # fourier.c2v:18
            return P(across(n) - 3.3, up(n, p.turn))

        o.board = plane(x=(-6.2, 6.2), y=(-2.9, 2.9)).fit("A1:F6")  # fourier.c2v:21
        with on(o.board):
            o.level = line(P(-0.3, 0), P(6.1, 0)).style(stroke=("gray", 2))  # fourier.c2v:23
            o.start = line(P(-0.3, -2), P(-0.3, 2)).style(stroke=("gray", 2))  # fourier.c2v:24
            o.wheel = family()
            o.wheel[0] = (  # fourier.c2v:26
                circle(r=lambda: radius()[0])
                .at(lambda: joint(0))
                .sweep(
                    count=(2, 5),
                    turn=(6.2831853, 21.991149, 31.415927, 40.840704, 56.548668),
                )
                .style(stroke=("blue", 2))
            )
            o.arm = family()
            o.arm[0] = line(lambda: joint(0), lambda: joint(1)).style(stroke=("white", 3))  # fourier.c2v:27
            o.wheel[1] = (  # fourier.c2v:26
                circle(r=lambda: radius()[1])
                .at(lambda: joint(1))
                .sweep(
                    count=(2, 5),
                    turn=(6.2831853, 21.991149, 31.415927, 40.840704, 56.548668),
                )
                .style(stroke=("blue", 2))
            )
            o.arm[1] = line(lambda: joint(1), lambda: joint(2)).style(stroke=("white", 3))  # fourier.c2v:27
            o.wheel[2] = (  # fourier.c2v:26
                circle(r=lambda: radius()[2])
                .at(lambda: joint(2))
                .sweep(
                    count=(2, 5),
                    turn=(6.2831853, 21.991149, 31.415927, 40.840704, 56.548668),
                )
                .style(stroke=("blue", 2))
            )
            o.arm[2] = line(lambda: joint(2), lambda: joint(3)).style(stroke=("white", 3))  # fourier.c2v:27
            o.wheel[3] = (  # fourier.c2v:26
                circle(r=lambda: radius()[3])
                .at(lambda: joint(3))
                .sweep(
                    count=(2, 5),
                    turn=(6.2831853, 21.991149, 31.415927, 40.840704, 56.548668),
                )
                .style(stroke=("blue", 2))
            )
            o.arm[3] = line(lambda: joint(3), lambda: joint(4)).style(stroke=("white", 3))  # fourier.c2v:27
            o.wheel[4] = (  # fourier.c2v:26
                circle(r=lambda: radius()[4])
                .at(lambda: joint(4))
                .sweep(
                    count=(2, 5),
                    turn=(6.2831853, 21.991149, 31.415927, 40.840704, 56.548668),
                )
                .style(stroke=("blue", 2))
            )
            o.arm[4] = line(lambda: joint(4), lambda: joint(5)).style(stroke=("white", 3))  # fourier.c2v:27
            o.beam = (  # fourier.c2v:29
                line(lambda: joint(5), lambda: P(-0.3, up(5, p.turn)))
                .style(stroke=("gold", 2), dashed=True)
            )
            o.wave = (  # fourier.c2v:31
                plot(
                    lambda x: up(5, p.turn - 2 * (x + 0.3)),
                    x=lambda: L(-0.3, min(6.1, p.turn / 2 - pi - 0.3)),
                )
                .style(stroke=("gold", 4))
            )
            o.pen = dot(lambda: P(-0.3, up(5, p.turn))).style(color="gold")  # fourier.c2v:34
        o.series = (  # fourier.c2v:36
            math(
                r"\sin t + \tfrac13 \sin 3t + \tfrac15 \sin 5t + \tfrac17 \sin 7t + \tfrac19 \sin 9t",
                pieces=[r"\sin t", r"+ \tfrac13 \sin 3t", r"+ \tfrac15 \sin 5t", r"+ \tfrac17 \sin 7t", r"+ \tfrac19 \sin 9t"],
            )
            .fit("A1:A6")
            .style(size=48)
        )

    def beat_turn(self, o, p):
        self.add_subcaption(  # fourier.c2v:40
            "Let an arm turn on a circle, always at the same pace. And now watch only how high its tip is.",
            duration=8.4,
        )
        self.play(Draw(o.wheel[0], o.arm[0]))  # fourier.c2v:41
        self.play(Set(turn=6.28318530718, run_time=5, ease="linear"))  # fourier.c2v:42
        self.wait(0.8)
        self.play(Draw(o.level, o.start, run_time=0.5))  # fourier.c2v:44
        self.play(Draw(o.beam, run_time=0.5))  # fourier.c2v:45
        self.play(Pop(o.pen))  # fourier.c2v:46

    def beat_paper(self, o, p):
        self.add_subcaption(  # fourier.c2v:50
            "If we pull a strip of paper past that height, the tip draws a wave. This is the sine, the wave of a single circle.",
            duration=10,
        )
        self.play(Show(o.wave, run_time=0.1))  # fourier.c2v:51
        self.play(
            Set(turn=21.9911485751, run_time=9, ease="linear"),  # fourier.c2v:53
            After(7.1, Write(o.series.piece(r"\sin t"))),  # fourier.c2v:54
        )
        self.wait(0.9)

    def beat_second(self, o, p):
        self.add_subcaption(  # fourier.c2v:58
            "On the tip we now set a second circle: a third of the size, and three times as fast.",
            duration=7.6,
        )
        self.play(  # fourier.c2v:59
            Show(
                o.wheel[1],
                o.wheel[2],
                o.wheel[3],
                o.wheel[4],
                o.arm[1],
                o.arm[2],
                o.arm[3],
                o.arm[4],
                run_time=0.1,
            ),
        )
        self.play(
            Set(turn=31.4159265359, run_time=6, ease="linear"),  # fourier.c2v:61
            After(2.7, Write(o.series.piece(r"+ \tfrac13 \sin 3t"))),  # fourier.c2v:63
            After(3.7, Set(count=2, run_time=2)),  # fourier.c2v:64
        )
        self.wait(1.5)

    def beat_dent(self, o, p):
        self.add_subcaption(  # fourier.c2v:69
            "The pen draws the sum of both heights. The top of the wave gets a dent, and its sides get steeper.",
            duration=8.4,
        )
        self.play(Set(turn=40.8407044967, run_time=6.5, ease="linear"))  # fourier.c2v:70
        self.wait(1.9)

    def beat_five(self, o, p):
        self.add_subcaption(  # fourier.c2v:73
            "And so on: a fifth of the size and five times as fast, a seventh, a ninth. Do you see what it wants to become?",
            duration=10,
        )
        self.play(
            Write(o.series.piece(r"+ \tfrac15 \sin 5t")),  # fourier.c2v:78
            Set(turn=56.5486677646, run_time=10, ease="linear"),  # fourier.c2v:75
            Set(count=5, run_time=6, ease="linear"),  # fourier.c2v:76
            After(2, Write(o.series.piece(r"+ \tfrac17 \sin 7t"))),  # fourier.c2v:79
            After(4, Write(o.series.piece(r"+ \tfrac19 \sin 9t"))),  # fourier.c2v:80
        )


"""Fourier: a square out of circles: More and more waves. Made from fourier.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


def speed(k):  # fourier.c2v:8
    return 2 * k + 1


def height(k):  # fourier.c2v:9
    return 4 / (pi * speed(k))


class Sums(Lesson):  # fourier.c2v:86
    title = "More and more waves"
    layout = "notes"
    beats = (
        Beat("aim", "The aim: a wave with square corners"),  # fourier.c2v:104
        Beat("add", "Each wave mends what is missing", color="gold"),  # fourier.c2v:109
        Beat("horns", "At each jump a small horn remains", color="red"),  # fourier.c2v:116
    )

    def declare(self, o, p):
        p.count = 1  # fourier.c2v:87

        @kept  # fourier.c2v:88
        def share():
            return L(*(height(k) * max(0, min(1, p.count - k)) for k in span(0, 19)))

        o.ax = axes(x=(0, 2), y=(-1.5, 1.8), labels=L("$t$", ""), ticks=(0, 1)).fit("A1:E6")  # fourier.c2v:92
        with on(o.ax):
            o.goal = (  # fourier.c2v:94
                path(
                    P(0, 0),
                    P(0, 1),
                    P(0.5, 1),
                    P(0.5, -1),
                    P(1, -1),
                    P(1, 1),
                    P(1.5, 1),
                    P(1.5, -1),
                    P(2, -1),
                    P(2, 0),
                )
                .style(stroke=("gray", 3), dashed=True)
            )
            o.total = (  # fourier.c2v:97
                plot(
                    lambda x: sum(L(*(share()[k] * sin(speed(k) * tau * x) for k in span(0, 19)))),
                )
                .style(stroke=("gold", 4))
            )
            o.horn = dot(P(1.0125, 1.179)).style(color="red")  # fourier.c2v:98
        o.tally = (  # fourier.c2v:100
            text(lambda: "waves added: " + show(floor(p.count)))
            .fit("F1:F6")
            .sweep(count=(5, 20))
            .style(size=44, color="gold")
        )
        o.too_high = label("9 % of the jump", o.horn).style(color="red")  # fourier.c2v:101

    def beat_aim(self, o, p):
        self.add_subcaption(  # fourier.c2v:105
            "This is the wave we are after. It jumps up, stays there, and jumps down again. No sine ever does that.",
            duration=8.4,
        )
        self.play(Draw(o.ax, run_time=1.5))  # fourier.c2v:106
        self.play(Draw(o.goal, run_time=4, ease="linear"))  # fourier.c2v:107
        self.wait(2.9)

    def beat_add(self, o, p):
        self.add_subcaption(  # fourier.c2v:110
            "One wave is a poor guess. But every further one mends a little of the error. With twenty, the sides stand almost upright.",
            duration=9.2,
        )
        self.play(Draw(o.total, run_time=1.5))  # fourier.c2v:111
        self.play(Write(o.tally, run_time=0.5))  # fourier.c2v:112
        self.play(Set(count=5, run_time=3))  # fourier.c2v:113
        self.play(Set(count=20, run_time=4))  # fourier.c2v:114
        self.wait(0.2)

    def beat_horns(self, o, p):
        self.add_subcaption(  # fourier.c2v:117
            "Only at the jumps something stays: a horn, too high by nine per cent of the jump. With more waves it gets thinner, but never lower.",
            duration=10.4,
        )
        self.wait(2.8)
        self.play(
            Pop(o.horn),  # fourier.c2v:119
            Write(o.too_high),  # fourier.c2v:120
        )
        self.wait(6.6)


"""Fourier: a square out of circles: A recipe for every wave. Made from fourier.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


def square_(n):  # fourier.c2v:130
    return 4 / (pi * n) if n % 2 == 1 else 0


def saw(n):  # fourier.c2v:131
    return 1.2 / n


class Recipe(Lesson):  # fourier.c2v:126
    title = "A recipe for every wave"
    layout = "notes"
    beats = (
        Beat("doses", "The recipe: how much of each sine", color="blue"),  # fourier.c2v:145
        Beat("change", "Another recipe, another wave"),  # fourier.c2v:154
        Beat("uses", "Small doses are hardly missed", color="green"),  # fourier.c2v:158
    )

    def declare(self, o, p):
        p.change = 0  # fourier.c2v:127
        p.cut = 0  # fourier.c2v:128

        def rest(n):  # fourier.c2v:132
            return 1 - p.cut if n > 5 else 1

        @kept  # fourier.c2v:133
        def dose():
            return L(*(rest(n) * mix(square_(n), saw(n), p.change) for n in span(1, 8)))

        o.ax = axes(x=(0, 2), y=(-2, 2), labels=L("$t$", ""), ticks=(0, 1)).fit("A1:C6")  # fourier.c2v:136
        with on(o.ax):
            o.wave = (  # fourier.c2v:138
                plot(
                    lambda x: sum(L(*(dose()[n - 1] * sin(n * tau * x) for n in span(1, 8)))),
                )
                .style(stroke=("gold", 4))
            )
        o.doses = (  # fourier.c2v:140
            bars(
                lambda: dose(),
                labels=L(r"$\sin t$", r"$\sin 2t$", r"$\sin 3t$", r"$\sin 4t$", r"$\sin 5t$", r"$\sin 6t$", r"$\sin 7t$", r"$\sin 8t$"),
                max=1.4,
            )
            .fit("D1:F6")
            .sweep(change=(1,), cut=(1,))
            .style(color="blue")
        )

    def beat_doses(self, o, p):
        self.add_subcaption(  # fourier.c2v:146
            "So a square wave has a recipe: so much of the first sine, a third of that of the third, a fifth of the fifth, and none of the even ones.",
            duration=12.4,
        )
        self.play(Draw(o.ax))  # fourier.c2v:147
        self.play(Draw(o.wave, run_time=1.5))  # fourier.c2v:148
        self.play(Grow(o.doses, run_time=1.5))  # fourier.c2v:149
        self.play(Highlight(o.doses.item(0)))  # fourier.c2v:150
        self.play(Highlight(o.doses.item(2)))  # fourier.c2v:151
        self.play(Highlight(o.doses.item(4)))  # fourier.c2v:152
        self.wait(5.4)

    def beat_change(self, o, p):
        self.add_subcaption(  # fourier.c2v:155
            "Change the doses, and another wave comes out: here, the teeth of a saw. Joseph Fourier found that every repeating wave has its recipe.",
            duration=9.6,
        )
        self.play(Set(change=1, run_time=6))  # fourier.c2v:156
        self.wait(3.6)

    def beat_uses(self, o, p):
        self.add_subcaption(  # fourier.c2v:159
            "That is how your phone stores a sound or a picture: as a list of doses. It leaves out the small ones, and hardly anyone will notice.",
            duration=10.8,
        )
        self.wait(6.8)
        self.play(Set(cut=1, run_time=3))  # fourier.c2v:161
        self.wait(1.5)
