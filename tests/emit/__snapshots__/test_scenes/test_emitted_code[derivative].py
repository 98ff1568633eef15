"""The derivative is a slope: From two points to one. Made from derivative.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


def f(x):  # derivative.c2v:7
    return 0.25 * x**2 + 0.5


a = 1  # derivative.c2v:11


class Secant(Lesson):  # derivative.c2v:9
    title = "From two points to one"
    layout = "notes"
    beats = (
        Beat("curve", "How steep is a curve?"),  # derivative.c2v:26
        Beat("two_points", "Two points give a straight line"),  # derivative.c2v:33
        Beat("approach", "Let the second point come closer", color="gold"),  # derivative.c2v:40
    )

    def declare(self, o, p):
        p.h = 2.5  # derivative.c2v:10
        o.ax = axes(x=(-1, 5), y=(0, 6), labels=L("$x$", "$y$")).fit("A1:E6")  # derivative.c2v:14
        with on(o.ax):
            o.graph_f = plot(f, x=(-1, 4.5)).style(stroke=("blue", 4))  # derivative.c2v:16
            o.chord = secant(f, 1, lambda: a + p.h).style(stroke=("gold", 3))  # derivative.c2v:17
            o.fixed = dot(P(1, 0.75)).style(color="gold")  # derivative.c2v:18
            o.moving = dot(lambda: P(a + p.h, f(a + p.h))).style(color="red")  # derivative.c2v:19
        o.p_name = label("$P$", o.fixed, side="down")  # derivative.c2v:21
        o.q_name = label("$Q$", o.moving, side="up")  # derivative.c2v:22
        o.slope = (  # derivative.c2v:23
            math(lambda: r"\text{slope} = " + show((f(a + p.h) - 0.75) / p.h, ".2"))
            .fit("F1:F6")
            .sweep(h=(0.01,))
            .style(size=48)
        )

    def beat_curve(self, o, p):
        self.add_subcaption(  # derivative.c2v:27
            "A straight road has one slope. But a curve is steeper in some places than in others. How steep is it right here?",
            duration=9.2,
        )
        self.play(Draw(o.ax, run_time=1.5))  # derivative.c2v:28
        self.play(Draw(o.graph_f, run_time=1.5))  # derivative.c2v:29
        self.play(Pop(o.fixed))  # derivative.c2v:30
        self.play(Write(o.p_name))  # derivative.c2v:31
        self.wait(4.2)

    def beat_two_points(self, o, p):
        self.add_subcaption(  # derivative.c2v:34
            "With a second point we can draw a line through both. Its slope is rise over run.",
            duration=6.8,
        )
        self.play(Pop(o.moving))  # derivative.c2v:35
        self.play(Write(o.q_name))  # derivative.c2v:36
        self.play(Draw(o.chord))  # derivative.c2v:37
        self.play(Write(o.slope))  # derivative.c2v:38
        self.wait(2.8)

    def beat_approach(self, o, p):
        self.add_subcaption(  # derivative.c2v:41
            "Now let Q slide towards P. The line turns, and its slope settles down to a single number.",
            duration=7.2,
        )
        self.play(Set(h=0.01, run_time=6))  # derivative.c2v:42
        self.play(Hide(o.moving, o.q_name))  # derivative.c2v:43
        self.play(Highlight(o.slope))  # derivative.c2v:44


"""The derivative is a slope: The tangent tells the slope everywhere. Made from derivative.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


def f(x):  # derivative.c2v:7
    return 0.25 * x**2 + 0.5


class TangentLine(Lesson):  # derivative.c2v:48
    title = "The tangent tells the slope everywhere"
    layout = "notes"
    beats = (
        Beat("touch", "The limit is the tangent"),  # derivative.c2v:64
        Beat("trace", "Write the slope down at every point", color="green"),  # derivative.c2v:71
        Beat("law", "A parabola has a straight derivative"),  # derivative.c2v:77
    )

    def declare(self, o, p):
        p.x0 = -0.5  # derivative.c2v:49
        o.ax = axes(x=(-1, 5), y=(-1, 6), labels=L("$x$", "$y$")).fit("A1:E6")  # derivative.c2v:52
        with on(o.ax):
            o.graph_f = plot(f, x=(-1, 4.5)).style(stroke=("blue", 4))  # derivative.c2v:54
            o.touch = tangent(f, at=lambda: p.x0, length=3).style(stroke=("gold", 3))  # derivative.c2v:55
            o.here = dot(lambda: P(p.x0, f(p.x0))).style(color="gold")  # derivative.c2v:56
            o.slopes = (  # derivative.c2v:57
                plot(derivative(f), x=lambda: L(-0.5, p.x0))
                .style(stroke=("green", 4))
            )
            o.tip = dot(lambda: P(p.x0, derivative(f)(p.x0))).style(color="green")  # derivative.c2v:58
        o.value = (  # derivative.c2v:60
            math(
                lambda: "f'(" + show(p.x0, ".1") + ") = " + show(derivative(f)(p.x0), ".2"),
            )
            .fit("F1:F6")
            .sweep(x0=(4,))
            .style(size=48)
        )
        o.law = (  # derivative.c2v:61
            math(
                r"f(x) = \tfrac14 x^2 + \tfrac12 \;\Rightarrow\; f'(x) = \tfrac12 x",
                pieces=[r"f'(x) = \tfrac12 x"],
            )
            .fit("F1:F6")
            .style(size=48)
        )

    def beat_touch(self, o, p):
        self.add_subcaption(  # derivative.c2v:65
            "The line that is left over only touches the curve. It is called the tangent, and its slope is the derivative.",
            duration=8.4,
        )
        self.play(Draw(o.ax, o.graph_f))  # derivative.c2v:66
        self.play(Pop(o.here))  # derivative.c2v:67
        self.play(Draw(o.touch))  # derivative.c2v:68
        self.play(Write(o.value))  # derivative.c2v:69
        self.wait(4.4)

    def beat_trace(self, o, p):
        self.add_subcaption(  # derivative.c2v:72
            "Move along the curve and plot the slope as you go. The slopes draw a new curve, the derivative.",
            duration=7.6,
        )
        self.play(Pop(o.tip))  # derivative.c2v:73
        self.play(Add(o.slopes, run_time=0))  # derivative.c2v:74
        self.play(Set(x0=4, run_time=7, ease="linear"))  # derivative.c2v:75

    def beat_law(self, o, p):
        self.add_subcaption(  # derivative.c2v:78
            "For this parabola, the slopes lie on a straight line. Twice as far out, it is twice as steep.",
            duration=7.6,
        )
        self.play(Hide(o.value, o.touch, o.here, o.tip))  # derivative.c2v:79
        self.play(Write(o.law, run_time=2))  # derivative.c2v:80
        self.play(Highlight(o.law.piece(r"f'(x) = \tfrac12 x")))  # derivative.c2v:81
        self.wait(3.6)


"""The derivative is a slope: The derivative in one line. Made from derivative.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Definition(Lesson):  # derivative.c2v:86
    title = "The derivative in one line"
    layout = "wide"
    beats = (
        Beat("write_it"),  # derivative.c2v:95
        Beat("quotient"),  # derivative.c2v:101
        Beat("limit"),  # derivative.c2v:106
    )

    def declare(self, o, p):
        o.law = (  # derivative.c2v:88
            math(
                r"f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}",
                pieces=["x + h", r"\frac{f(x + h) - f(x)}{h}", r"\lim_{h \to 0}"],
            )
            .fit("A1:C6")
            .style(size=84)
        )
        o.words = (  # derivative.c2v:89
            bullets(
                "take a second point, a step $h$ away",
                "rise over run is the slope of the secant",
                "let $h$ go to zero: the slope of the curve",
            )
            .fit("D1:F6")
            .style(size=42)
        )

    def beat_write_it(self, o, p):
        self.add_subcaption(  # derivative.c2v:96
            "All of this fits into one line. Take a second point, a step h away.",
            duration=6,
        )
        self.play(Write(o.law, run_time=2))  # derivative.c2v:97
        self.play(Write(o.words.item(0)))  # derivative.c2v:98
        self.play(Highlight(o.law.piece("x + h")))  # derivative.c2v:99
        self.wait(2)

    def beat_quotient(self, o, p):
        self.add_subcaption(  # derivative.c2v:102
            "Rise over run gives the slope of the line through both.",
            duration=4.4,
        )
        self.play(Write(o.words.item(1)))  # derivative.c2v:103
        self.play(Highlight(o.law.piece(r"\frac{f(x + h) - f(x)}{h}")))  # derivative.c2v:104
        self.wait(2.4)

    def beat_limit(self, o, p):
        self.add_subcaption(  # derivative.c2v:107
            "And when h goes to zero, what is left is the slope of the curve itself.",
            duration=6.4,
        )
        self.play(Write(o.words.item(2)))  # derivative.c2v:108
        self.play(Highlight(o.law.piece(r"\lim_{h \to 0}")))  # derivative.c2v:109
        self.wait(4.4)
