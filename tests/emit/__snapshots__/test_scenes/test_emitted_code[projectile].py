"""A throw is two motions at once: Sideways and upwards. Made from projectile.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")

g = 10  # projectile.c2v:8
vx = 6  # projectile.c2v:13


def vy(t):  # projectile.c2v:14
    return 8 - g * t


def x(t):  # projectile.c2v:15
    return vx * t


def y(t):  # projectile.c2v:16
    return 8 * t - g * t**2 / 2


class Components(Lesson):  # projectile.c2v:11
    title = "Sideways and upwards"
    layout = "notes"
    beats = (
        Beat("throw", "One throw, one curve", color="blue"),  # projectile.c2v:41
        Beat("sideways", "Sideways: always the same pace", color="green"),  # projectile.c2v:49
        Beat("upwards", "Upwards: ever slower, then down", color="red"),  # projectile.c2v:61
        Beat("both", "Together: a parabola", color="blue"),  # projectile.c2v:73
    )

    def declare(self, o, p):
        p.t = 0  # projectile.c2v:12

        @kept  # projectile.c2v:18
        def ball_at():
            return P(x(p.t), y(p.t))

        @kept  # projectile.c2v:19
        def ahead():
            return P(x(p.t) + vx / 6, y(p.t))

        @kept  # projectile.c2v:20
        def upward():
            return P(x(p.t), y(p.t) + vy(p.t) / 6)

        o.field = plane(x=(-1, 11), y=(-1.5, 4.5)).fit("A1:E6")  # projectile.c2v:23
        with on(o.field):
            o.below_it = family()
            o.below_it[0] = dot(P(0, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it = family()
            o.beside_it[0] = dot(P(0, 0)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.below_it[1] = dot(P(1.2, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it[1] = dot(P(0, 1.4)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.below_it[2] = dot(P(2.4, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it[2] = dot(P(0, 2.4)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.below_it[3] = dot(P(3.6, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it[3] = dot(P(0, 3)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.below_it[4] = dot(P(4.8, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it[4] = dot(P(0, 3.2)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.below_it[5] = dot(P(6, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it[5] = dot(P(0, 3)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.below_it[6] = dot(P(7.2, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it[6] = dot(P(0, 2.4)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.below_it[7] = dot(P(8.4, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it[7] = dot(P(0, 1.4)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.below_it[8] = dot(P(9.6, 0)).style(color="green", scale=0.8)  # projectile.c2v:26
            o.beside_it[8] = dot(P(0, -1.7763568394e-15)).style(color="red", scale=0.8)  # projectile.c2v:27
            o.shadow = (  # projectile.c2v:29
                line(lambda: P(x(p.t), 0), lambda: ball_at())
                .style(stroke=("green", 2), dashed=True)
            )
            o.level = (  # projectile.c2v:30
                line(lambda: P(0, y(p.t)), lambda: ball_at())
                .style(stroke=("red", 2), dashed=True)
            )
            o.ball = dot(lambda: ball_at()).style(color="blue", scale=1.6, layer=2)  # projectile.c2v:31
            o.way = trace(o.ball).style(stroke=("blue", 4))  # projectile.c2v:32
            o.unit = text("metres").at(P(4.5, -0.73)).style(color="gray", size=32)  # projectile.c2v:33
            o.forwards = arrow(lambda: ball_at(), lambda: ahead()).style(color="green")  # projectile.c2v:34
            o.upwards = arrow(lambda: ball_at(), lambda: upward()).style(color="red")  # projectile.c2v:35
        o.speed_x = (  # projectile.c2v:37
            math(r"v_x = 6.0 \; \text{m/s}")
            .fit("F1:F3")
            .style(size=48, color="green")
        )
        o.speed_y = (  # projectile.c2v:38
            math(lambda: "v_y = " + show(vy(p.t), ".1") + r" \; \text{m/s}")
            .fit("F4:F6")
            .sweep(t=(1.6, 0))
            .style(size=48, color="red")
        )

    def beat_throw(self, o, p):
        self.add_subcaption(  # projectile.c2v:42
            "Someone throws a ball. It rises, it slows down, it comes down again, on a beautiful curve. Why just this one?",
            duration=8.4,
        )
        self.play(Draw(o.field, run_time=1.5))  # projectile.c2v:43
        self.play(Show(o.unit, run_time=0.3))  # projectile.c2v:44
        self.play(Pop(o.ball))  # projectile.c2v:45
        self.play(Show(o.way, run_time=0.1))  # projectile.c2v:46
        self.play(Set(t=1.6, run_time=3.2, ease="linear"))  # projectile.c2v:47
        self.wait(2.3)

    def beat_sideways(self, o, p):
        self.add_subcaption(  # projectile.c2v:50
            "Look at it from above. Sideways nothing pushes the ball and nothing holds it. So its shadow on the ground runs evenly: equal steps in equal times.",
            duration=10.8,
        )
        self.play(Hide(o.way, run_time=0.3))  # projectile.c2v:51
        self.play(Set(t=0, run_time=0.7))  # projectile.c2v:52
        self.play(Draw(o.forwards))  # projectile.c2v:53
        self.play(Show(o.shadow, run_time=0.1))  # projectile.c2v:54
        self.play(Write(o.speed_x))  # projectile.c2v:55
        self.play(
            Pop(o.below_it[0], run_time=0.3),  # projectile.c2v:58
            Set(t=1.6, run_time=4.8, ease="linear"),  # projectile.c2v:57
            After(0.6, Pop(o.below_it[1], run_time=0.3)),  # projectile.c2v:58
            After(1.2, Pop(o.below_it[2], run_time=0.3)),  # projectile.c2v:58
            After(1.8, Pop(o.below_it[3], run_time=0.3)),  # projectile.c2v:58
            After(2.4, Pop(o.below_it[4], run_time=0.3)),  # projectile.c2v:58
            After(3, Pop(o.below_it[5], run_time=0.3)),  # projectile.c2v:58
            After(3.6, Pop(o.below_it[6], run_time=0.3)),  # projectile.c2v:58
            After(4.2, Pop(o.below_it[7], run_time=0.3)),  # projectile.c2v:58
        )
        self.play(Pop(o.below_it[8], run_time=0.3))  # projectile.c2v:58
        self.wait(2.6)

    def beat_upwards(self, o, p):
        self.add_subcaption(  # projectile.c2v:62
            "Now look from the side. Gravity takes ten metres a second from the climb, every second. At the top nothing is left of it, and then the ball falls.",
            duration=11.6,
        )
        self.play(Hide(o.shadow, run_time=0.3))  # projectile.c2v:63
        self.play(Set(t=0, run_time=0.7))  # projectile.c2v:64
        self.play(Draw(o.upwards))  # projectile.c2v:65
        self.play(Show(o.level, run_time=0.1))  # projectile.c2v:66
        self.play(Write(o.speed_y))  # projectile.c2v:67
        self.play(
            Pop(o.beside_it[0], run_time=0.3),  # projectile.c2v:70
            Set(t=1.6, run_time=4.8, ease="linear"),  # projectile.c2v:69
            After(0.6, Pop(o.beside_it[1], run_time=0.3)),  # projectile.c2v:70
            After(1.2, Pop(o.beside_it[2], run_time=0.3)),  # projectile.c2v:70
            After(1.8, Pop(o.beside_it[3], run_time=0.3)),  # projectile.c2v:70
            After(2.4, Pop(o.beside_it[4], run_time=0.3)),  # projectile.c2v:70
        )
        self.wait(3.7)

    def beat_both(self, o, p):
        self.add_subcaption(  # projectile.c2v:74
            "Both happen at once, and neither knows of the other. Even steps across, uneven steps upwards: that makes a parabola.",
            duration=8,
        )
        self.play(Set(t=0, run_time=0.7))  # projectile.c2v:75
        self.play(Show(o.way, o.shadow, run_time=0.1))  # projectile.c2v:76
        self.play(Set(t=1.6, run_time=4.8, ease="linear"))  # projectile.c2v:77
        self.wait(2.4)


"""A throw is two motions at once: How far does it fly?. Made from projectile.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")

g = 10  # projectile.c2v:8
speed = 10  # projectile.c2v:9


def reach(a):  # projectile.c2v:83
    return speed**2 / g * sin(2 * a)


def path_of(x, a):  # projectile.c2v:84
    return x * tan(a) - g * x**2 / (2 * (speed * cos(a))**2)


class Angles(Lesson):  # projectile.c2v:81
    title = "How far does it fly?"
    layout = "wide"
    beats = (
        Beat("flat"),  # projectile.c2v:101
        Beat("best"),  # projectile.c2v:108
        Beat("steep"),  # projectile.c2v:114
        Beat("pairs"),  # projectile.c2v:118
    )

    def declare(self, o, p):
        p.a = 0.349065850399  # projectile.c2v:82
        o.field = plane(x=(-0.5, 10.5), y=(-1, 5)).fit("B1:F4")  # projectile.c2v:87
        with on(o.field):
            o.steep = (  # projectile.c2v:89
                plot(lambda x: path_of(x, 1.0471975511965976), x=(0, 8.66025403784))
                .style(stroke=("teal", 3))
            )
            o.flight = (  # projectile.c2v:90
                plot(lambda x: path_of(x, p.a), x=lambda: L(0, reach(p.a)))
                .style(stroke=("blue", 4))
            )
            o.landing = dot(lambda: P(reach(p.a), 0)).style(color="red")  # projectile.c2v:91
        o.ax = (  # projectile.c2v:93
            axes(x=(0, 90), y=(0, 11), labels=L("angle", "metres"), ticks=(45, 5))
            .fit("B5:F6")
        )
        with on(o.ax):
            o.reaches = (  # projectile.c2v:95
                plot(lambda x: 10 * sin(2 * x * pi / 180), x=lambda: L(0, p.a * 180 / pi))
                .style(stroke=("red", 4))
            )
            o.now = dot(lambda: P(p.a * 180 / pi, reach(p.a))).style(color="red")  # projectile.c2v:96
        o.told = (  # projectile.c2v:98
            text(lambda: show(p.a * 180 / pi, ".0") + "°: " + show(reach(p.a), ".1") + " m")
            .fit("A1:A6")
            .sweep(a=(0.78539816, 1.3962634, 1.0471976, 0.52359878))
            .style(size=48, color="red")
        )

    def beat_flat(self, o, p):
        self.add_subcaption(  # projectile.c2v:102
            "Now the same strength at different angles. A flat throw is soon down again.",
            duration=5.6,
        )
        self.play(Draw(o.field, o.ax))  # projectile.c2v:103
        self.play(Draw(o.flight, run_time=1.5))  # projectile.c2v:104
        self.play(Pop(o.landing, o.now))  # projectile.c2v:105
        self.play(Write(o.told))  # projectile.c2v:106
        self.wait(1.1)

    def beat_best(self, o, p):
        self.add_subcaption(  # projectile.c2v:109
            "Aim higher, and it flies farther. At forty-five degrees it gets farthest: ten metres.",
            duration=5.6,
        )
        self.play(Show(o.reaches, run_time=0.1))  # projectile.c2v:110
        self.play(Set(a=0.785398163397, run_time=4))  # projectile.c2v:111
        self.play(Highlight(o.told))  # projectile.c2v:112
        self.wait(0.5)

    def beat_steep(self, o, p):
        self.add_subcaption(  # projectile.c2v:115
            "Higher still, and it is long in the air, but it hardly gets anywhere.",
            duration=5.6,
        )
        self.play(Set(a=1.3962634016, run_time=4))  # projectile.c2v:116
        self.wait(1.6)

    def beat_pairs(self, o, p):
        self.add_subcaption(  # projectile.c2v:119
            "Now sixty degrees, and now thirty. Do you see? They land in the very same place. One is short in the air and fast, the other is long in the air and slow.",
            duration=13.2,
        )
        self.wait(0.4)
        self.play(Set(a=1.0471975512, run_time=1.5))  # projectile.c2v:120
        self.play(Show(o.steep, run_time=0.1))  # projectile.c2v:121
        self.play(Set(a=0.523598775598, run_time=2))  # projectile.c2v:122
        self.play(Flash(o.landing))  # projectile.c2v:123
        self.wait(8.2)


"""A throw is two motions at once: Why 45 degrees?. Made from projectile.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Law(Lesson):  # projectile.c2v:128
    title = "Why 45 degrees?"
    layout = "wide"
    beats = (
        Beat("time"),  # projectile.c2v:137
        Beat("range"),  # projectile.c2v:142
        Beat("short"),  # projectile.c2v:147
    )

    def declare(self, o, p):
        o.time = (  # projectile.c2v:130
            math(
                r"\text{time in the air} = 2 \cdot \frac{v \sin\alpha}{g}",
                pieces=[r"v \sin\alpha"],
            )
            .fit("A1:B6")
            .style(size=60)
        )
        o.range = (  # projectile.c2v:131
            math(
                "\n      \\text{range} = v \\cos\\alpha \\cdot \\text{time} = \\frac{v^2}{g} \\cdot 2 \\sin\\alpha \\cos\\alpha\n    ",
                pieces=[r"v \cos\alpha"],
            )
            .fit("C1:D6")
            .style(size=60)
        )
        o.short = (  # projectile.c2v:134
            math(r"\text{range} = \frac{v^2}{g} \, \sin 2\alpha", pieces=[r"\sin 2\alpha"])
            .fit("E1:F6")
            .style(size=72, color="red")
        )

    def beat_time(self, o, p):
        self.add_subcaption(  # projectile.c2v:138
            "Upwards, the ball starts with v times the sine of the angle, and g eats that up. Up and down again takes twice as long.",
            duration=10,
        )
        self.play(Write(o.time, run_time=2))  # projectile.c2v:139
        self.play(Highlight(o.time.piece(r"v \sin\alpha")))  # projectile.c2v:140
        self.wait(7)

    def beat_range(self, o, p):
        self.add_subcaption(  # projectile.c2v:143
            "All that time it runs sideways, with v times the cosine.",
            duration=4.4,
        )
        self.play(Write(o.range, run_time=2))  # projectile.c2v:144
        self.play(Highlight(o.range.piece(r"v \cos\alpha")))  # projectile.c2v:145
        self.wait(1.4)

    def beat_short(self, o, p):
        self.add_subcaption(  # projectile.c2v:148
            "Twice sine times cosine is the sine of the double angle. It is largest when the double angle is ninety degrees. So the best angle is forty-five.",
            duration=10.8,
        )
        self.play(Write(o.short, run_time=2))  # projectile.c2v:149
        self.play(Highlight(o.short.piece(r"\sin 2\alpha")))  # projectile.c2v:150
        self.wait(7.8)
