"""What follows a param: Everything follows. Made from live.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


def scale_of(x):  # live.c2v:6
    return x**2 / 2


S = solve(lambda t, A: -0.3 * A, L(0, 10), A=1)  # live.c2v:13


class SceneFollow(Lesson):  # live.c2v:9
    title = "Everything follows"
    layout = "notes"
    beats = (
        Beat("first", "Show it all"),  # live.c2v:29
        Beat("second", "And move it"),  # live.c2v:36
    )

    def declare(self, o, p):
        p.k = 1  # live.c2v:10

        def wave(x):  # live.c2v:11
            return sin(p.k * x)

        o.ax = axes(x=(0, 6), y=(-2, 2)).fit("A1:E6")  # live.c2v:16
        with on(o.ax):
            o.sine = plot(wave).style(stroke=("red", 4))  # live.c2v:18
            o.decay = plot(S.A).style(color="blue")  # live.c2v:19
            o.parabola = plot(scale_of, x=lambda: L(0, p.k)).style(dashed=True)  # live.c2v:20
            o.top = (  # live.c2v:21
                dot(lambda: P(p.k, wave(p.k)))
                .style(color=lambda: C("gold") if p.k > 1 else C("gray"))
            )
            o.lambda_ = dot(P(3, 0))  # live.c2v:22
        o.name = label("$k$", o.top, side="up")  # live.c2v:24
        o.value = (  # live.c2v:25
            text(
                lambda: "k = " + show(p.k, ".1") + ", twice is " + show(2 * p.k),
                pieces=["twice"],
            )
            .fit("F1:F6")
            .sweep(k=(2,))
            .style(size=30)
        )
        o.way = arrow(o.top, o.value).style(opacity=0.5)  # live.c2v:26

    def beat_first(self, o, p):
        self.play(Draw(o.ax))  # live.c2v:30
        self.play(Draw(o.sine, o.decay, o.parabola, stagger=0.2))  # live.c2v:31
        self.play(Pop(o.top, o.lambda_))  # live.c2v:32
        self.play(Write(o.name, o.value))  # live.c2v:33
        self.play(Draw(o.way))  # live.c2v:34

    def beat_second(self, o, p):
        self.add_subcaption("Now it moves, and stops.", duration=2)  # live.c2v:37
        self.wait(0.4)
        self.play(
            Set(k=2, run_time=2, ease="linear"),  # live.c2v:40
            Highlight(o.value.piece("twice")),  # live.c2v:42
            After(0.5, Flash(o.lambda_)),  # live.c2v:43
        )
        self.play(Apply(lambda p_: p_ * 0.5, o.lambda_))  # live.c2v:47
        self.play(Clear(except_=(o.ax, o.top, o.name)))  # live.c2v:48
        self.wait(1.6)
