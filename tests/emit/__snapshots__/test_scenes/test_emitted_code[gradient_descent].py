"""Gradient descent: Downhill, step by step. Made from gradient_descent.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Curve(Lesson):  # gradient_descent.c2v:17
    title = "Downhill, step by step"
    layout = "notes"
    beats = (
        Beat("valley", "Learning means finding a valley", color="blue"),  # gradient_descent.c2v:33
        Beat("feel", "All we can feel is the slope", color="gold"),  # gradient_descent.c2v:39
        Beat("steps", "So take a step against the slope", color="gold"),  # gradient_descent.c2v:46
        Beat("elsewhere", "Another start, another valley", color="red"),  # gradient_descent.c2v:53
    )

    def declare(self, o, p):
        p.steps = 0  # gradient_descent.c2v:18
        p.start = 3  # gradient_descent.c2v:19

        def f(x):  # gradient_descent.c2v:8
            return 0.06 * x**4 - 0.5 * x**2 + 0.3 * x + 2.2

        def slope(x):  # gradient_descent.c2v:9
            return derivative(f)(x)

        def downhill(x):  # gradient_descent.c2v:12
            return x - 0.1 * slope(x)

        def after(x0, steps):  # gradient_descent.c2v:13
            return mix(iterate(downhill, x0, floor(steps)), iterate(downhill, x0,
                floor(steps) + 1), steps - floor(steps))

        @kept  # gradient_descent.c2v:20
        def x():
            return after(p.start, p.steps)

        o.ax = (  # gradient_descent.c2v:23
            axes(x=(-4, 4), y=(0, 7), labels=L("$x$", "error"), ticks=(1, 2))
            .fit("A1:E6")
        )
        with on(o.ax):
            o.error = plot(f, x=(-3.6, 3.6)).style(stroke=("blue", 4))  # gradient_descent.c2v:25
            o.touch = tangent(f, at=lambda: x(), length=2.4).style(stroke=("gold", 3))  # gradient_descent.c2v:26
            o.ball = dot(lambda: P(x(), f(x()))).style(color="gold")  # gradient_descent.c2v:27
        o.rule = math(r"x_{\text{new}} = x - 0.1 \cdot f'(x)").fit("F1:F6").style(size=48)  # gradient_descent.c2v:29
        o.reading = (  # gradient_descent.c2v:30
            math(lambda: "f'(" + show(x(), ".2") + ") = " + show(slope(x()), ".2"))
            .fit("F1:F6")
            .sweep(start=(-0.4,), steps=(4, 14, 0, 24))
            .style(size=48)
        )

    def beat_valley(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:34
            "A machine learns by making its error small. Here is the error for every value of one number, x. We look for the bottom of a valley, but we cannot see the whole curve.",
            duration=13.6,
        )
        self.play(Draw(o.ax, run_time=1.5))  # gradient_descent.c2v:35
        self.play(Draw(o.error, run_time=2))  # gradient_descent.c2v:36
        self.play(Pop(o.ball))  # gradient_descent.c2v:37
        self.wait(9.1)

    def beat_feel(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:40
            "Think of a walk in thick fog. You feel only how the ground slopes under your feet. That is the derivative. It is positive here, so downhill is to the left.",
            duration=12.4,
        )
        self.wait(5.2)
        self.play(Draw(o.touch))  # gradient_descent.c2v:42
        self.play(Write(o.reading))  # gradient_descent.c2v:43
        self.wait(5.2)

    def beat_steps(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:47
            "So take a step to the other side, the longer the steeper it is. And again, and again. Near the bottom the ground is flat, and the steps become tiny by themselves.",
            duration=12.8,
        )
        self.play(Hide(o.reading, run_time=0.5))  # gradient_descent.c2v:48
        self.play(Write(o.rule))  # gradient_descent.c2v:49
        self.play(Set(steps=4, run_time=4, ease="linear"))  # gradient_descent.c2v:50
        self.wait(6.1)
        self.play(Set(steps=14, run_time=4, ease="linear"))  # gradient_descent.c2v:51

    def beat_elsewhere(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:54
            "Start somewhere else, and you may end in another valley. This one is even deeper. Gradient descent never knows.",
            duration=7.6,
        )
        self.play(Hide(o.touch, o.ball, run_time=0.5))  # gradient_descent.c2v:55
        self.play(Set(start=-0.4, steps=0, run_time=0))  # gradient_descent.c2v:56
        self.wait(0.3)
        self.play(Pop(o.ball))  # gradient_descent.c2v:58
        self.play(Set(steps=24, run_time=4, ease="linear"))  # gradient_descent.c2v:59
        self.wait(1.8)


"""Gradient descent: How long should a step be?. Made from gradient_descent.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Rate(Lesson):  # gradient_descent.c2v:64
    title = "How long should a step be?"
    layout = "notes"
    beats = (
        Beat("small", "Too small: it takes for ever"),  # gradient_descent.c2v:78
        Beat("right", "Just right: there in a few steps", color="green"),  # gradient_descent.c2v:85
        Beat("large", "Too large: across and back", color="red"),  # gradient_descent.c2v:89
    )

    def declare(self, o, p):
        p.rate = 0.1  # gradient_descent.c2v:65

        def walk(k):  # gradient_descent.c2v:66
            return iterate(lambda x: x - p.rate * x, 3.5, k)

        o.ax = axes(x=(-4, 4), y=(0, 8), ticks=(1, 2)).fit("A1:E6")  # gradient_descent.c2v:69
        with on(o.ax):
            o.bowl = plot(lambda x: x**2 / 2).style(stroke=("blue", 4))  # gradient_descent.c2v:71
            o.way = (  # gradient_descent.c2v:72
                path(lambda: L(*(P(walk(k), walk(k)**2 / 2) for k in span(0, 14))))
                .style(stroke=("gold", 2))
            )
            o.foot = family()
            o.foot[0] = dot(lambda: P(walk(0), walk(0)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[1] = dot(lambda: P(walk(1), walk(1)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[2] = dot(lambda: P(walk(2), walk(2)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[3] = dot(lambda: P(walk(3), walk(3)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[4] = dot(lambda: P(walk(4), walk(4)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[5] = dot(lambda: P(walk(5), walk(5)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[6] = dot(lambda: P(walk(6), walk(6)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[7] = dot(lambda: P(walk(7), walk(7)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[8] = dot(lambda: P(walk(8), walk(8)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[9] = dot(lambda: P(walk(9), walk(9)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[10] = dot(lambda: P(walk(10), walk(10)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[11] = dot(lambda: P(walk(11), walk(11)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[12] = dot(lambda: P(walk(12), walk(12)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[13] = dot(lambda: P(walk(13), walk(13)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
            o.foot[14] = dot(lambda: P(walk(14), walk(14)**2 / 2)).style(color="gold")  # gradient_descent.c2v:73
        o.dial = (  # gradient_descent.c2v:75
            text(lambda: "learning rate " + show(p.rate, ".2"))
            .fit("F1:F6")
            .sweep(rate=(0.6, 1.8, 2.06))
            .style(size=44, color="gold")
        )

    def beat_small(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:79
            "How long should the steps be? The factor in front of the slope is called the learning rate. With one tenth, fourteen steps do not even reach the bottom.",
            duration=11.6,
        )
        self.play(Draw(o.ax, o.bowl))  # gradient_descent.c2v:80
        self.play(Write(o.dial))  # gradient_descent.c2v:81
        self.play(Pop(*o.foot, stagger=0.1))  # gradient_descent.c2v:82
        self.play(Draw(o.way))  # gradient_descent.c2v:83
        self.wait(6.2)

    def beat_right(self, o, p):
        self.add_subcaption("With a larger one, we are there in a few steps.", duration=4.4)  # gradient_descent.c2v:86
        self.play(Set(rate=0.6, run_time=3))  # gradient_descent.c2v:87
        self.wait(1.4)

    def beat_large(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:90
            "Still larger, and every step jumps across to the other side. Above two, each jump lands higher than the one before, and nothing is learned at all.",
            duration=10.8,
        )
        self.play(Set(rate=1.8, run_time=4))  # gradient_descent.c2v:91
        self.wait(2.4)
        self.play(Set(rate=2.06, run_time=2))  # gradient_descent.c2v:92
        self.wait(2.4)


"""Gradient descent: The same with two numbers. Made from gradient_descent.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


def g(x, y):  # gradient_descent.c2v:99
    return x**2 / 2 + 2 * y**2


class Plane(Lesson):  # gradient_descent.c2v:97
    title = "The same with two numbers"
    layout = "notes"
    beats = (
        Beat("map", "Two numbers: a landscape from above"),  # gradient_descent.c2v:114
        Beat("gradient", "The gradient points straight uphill", color="gold"),  # gradient_descent.c2v:120
        Beat("zigzag", "A narrow valley makes it zigzag", color="red"),  # gradient_descent.c2v:132
    )

    def declare(self, o, p):
        p.rate = 0.15  # gradient_descent.c2v:98

        def walk(k):  # gradient_descent.c2v:100
            return iterate(lambda p_: p_ - p.rate * P(p_.x, 4 * p_.y), P(-2.6, 1.3), k)

        o.ax = plane(x=(-3, 3), y=(-1.8, 1.8)).fit("A1:E6")  # gradient_descent.c2v:103
        with on(o.ax):
            o.height = heat(g)  # gradient_descent.c2v:105
            o.ring = family()
            o.ring[1] = (  # gradient_descent.c2v:106
                implicit(lambda x, y: g(x, y) - 0.25)
                .style(stroke=("light_gray", 1.5), opacity=0.6)
            )
            o.ring[2] = (  # gradient_descent.c2v:106
                implicit(lambda x, y: g(x, y) - 1)
                .style(stroke=("light_gray", 1.5), opacity=0.6)
            )
            o.ring[3] = (  # gradient_descent.c2v:106
                implicit(lambda x, y: g(x, y) - 2.25)
                .style(stroke=("light_gray", 1.5), opacity=0.6)
            )
            o.ring[4] = (  # gradient_descent.c2v:106
                implicit(lambda x, y: g(x, y) - 4)
                .style(stroke=("light_gray", 1.5), opacity=0.6)
            )
            o.ring[5] = (  # gradient_descent.c2v:106
                implicit(lambda x, y: g(x, y) - 6.25)
                .style(stroke=("light_gray", 1.5), opacity=0.6)
            )
            o.uphill = arrow(P(-1.4, 0.6), P(-1.82, 1.32)).style(color="green")  # gradient_descent.c2v:107
            o.way = (  # gradient_descent.c2v:108
                path(lambda: L(*(walk(k) for k in span(0, 14))))
                .style(stroke=("white", 3))
            )
            o.foot = family()
            o.foot[0] = dot(lambda: walk(0)).style(color="white")  # gradient_descent.c2v:109
            o.foot[1] = dot(lambda: walk(1)).style(color="white")  # gradient_descent.c2v:109
            o.foot[2] = dot(lambda: walk(2)).style(color="white")  # gradient_descent.c2v:109
            o.foot[3] = dot(lambda: walk(3)).style(color="white")  # gradient_descent.c2v:109
            o.foot[4] = dot(lambda: walk(4)).style(color="white")  # gradient_descent.c2v:109
            o.foot[5] = dot(lambda: walk(5)).style(color="white")  # gradient_descent.c2v:109
            o.foot[6] = dot(lambda: walk(6)).style(color="white")  # gradient_descent.c2v:109
            o.foot[7] = dot(lambda: walk(7)).style(color="white")  # gradient_descent.c2v:109
            o.foot[8] = dot(lambda: walk(8)).style(color="white")  # gradient_descent.c2v:109
            o.foot[9] = dot(lambda: walk(9)).style(color="white")  # gradient_descent.c2v:109
            o.foot[10] = dot(lambda: walk(10)).style(color="white")  # gradient_descent.c2v:109
            o.foot[11] = dot(lambda: walk(11)).style(color="white")  # gradient_descent.c2v:109
            o.foot[12] = dot(lambda: walk(12)).style(color="white")  # gradient_descent.c2v:109
            o.foot[13] = dot(lambda: walk(13)).style(color="white")  # gradient_descent.c2v:109
            o.foot[14] = dot(lambda: walk(14)).style(color="white")  # gradient_descent.c2v:109
        o.dial = (  # gradient_descent.c2v:111
            text(lambda: "learning rate " + show(p.rate, ".2"))
            .fit("F1:F6")
            .sweep(rate=(0.4, 0.52))
            .style(size=44, color="gold")
        )

    def beat_map(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:115
            "With two numbers to learn, the error is a landscape. Here we see it from above, like a hiking map: each line joins points of the same height.",
            duration=11.2,
        )
        self.play(Draw(o.ax))  # gradient_descent.c2v:116
        self.play(Show(o.height))  # gradient_descent.c2v:117
        self.play(Draw(*o.ring, stagger=0.2))  # gradient_descent.c2v:118
        self.wait(7.4)

    def beat_gradient(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:121
            "Now the slope is an arrow, the gradient. It points straight uphill, across the lines. So we walk the other way, step by step.",
            duration=9.6,
        )
        self.play(Grow(o.uphill))  # gradient_descent.c2v:122
        self.wait(6.6)
        self.play(Hide(o.uphill, run_time=0.5))  # gradient_descent.c2v:124
        self.play(Write(o.dial))  # gradient_descent.c2v:125
        self.play(
            Draw(o.way, run_time=2, ease="linear"),  # gradient_descent.c2v:127
            Pop(*o.foot, stagger=0.1167),  # gradient_descent.c2v:128
        )

    def beat_zigzag(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:133
            "The valley is narrow, and that is the trouble. A rate that is good along it is too large across it: the path begins to zigzag, and soon it flies off.",
            duration=12.4,
        )
        self.play(Set(rate=0.4, run_time=4))  # gradient_descent.c2v:134
        self.wait(6)
        self.play(Set(rate=0.52, run_time=3))  # gradient_descent.c2v:135
        self.wait(1)


"""Gradient descent: That is all. Made from gradient_descent.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Rule(Lesson):  # gradient_descent.c2v:140
    title = "That is all"
    layout = "wide"
    beats = (
        Beat("rule"),  # gradient_descent.c2v:147
        Beat("big"),  # gradient_descent.c2v:154
    )

    def declare(self, o, p):
        o.rule = (  # gradient_descent.c2v:142
            math(
                r"\mathbf{x}_{\text{new}} = \mathbf{x} - r \, \nabla f(\mathbf{x})",
                pieces=[r"\nabla f(\mathbf{x})", "r"],
            )
            .fit("A1:C6")
            .style(size=96)
        )
        o.where = (  # gradient_descent.c2v:143
            text("against the gradient, by a learning rate $r$, again and again")
            .fit("D1:D6")
            .style(size=44)
        )
        o.any_size = (  # gradient_descent.c2v:144
            text("two numbers or a hundred billion: the rule is the same")
            .fit("E1:E6")
            .style(size=44, color="green")
        )

    def beat_rule(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:148
            "So this is gradient descent: against the gradient, by a learning rate, again and again.",
            duration=6,
        )
        self.play(Write(o.rule, run_time=2))  # gradient_descent.c2v:149
        self.play(Highlight(o.rule.piece(r"\nabla f(\mathbf{x})")))  # gradient_descent.c2v:150
        self.play(Highlight(o.rule.piece("r")))  # gradient_descent.c2v:151
        self.play(Show(o.where))  # gradient_descent.c2v:152
        self.wait(1)

    def beat_big(self, o, p):
        self.add_subcaption(  # gradient_descent.c2v:155
            "A large language model learns with the same rule. Only, it walks through a landscape of a hundred billion numbers.",
            duration=8,
        )
        self.play(Show(o.any_size))  # gradient_descent.c2v:156
        self.wait(7)
