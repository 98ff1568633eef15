"""What the determinant measures: Area under a matrix. Made from determinant.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")

A = L(L(2, 1), L(0, 1.5))  # determinant.c2v:7


class SceneArea(Lesson):  # determinant.c2v:9
    title = "Area under a matrix"
    layout = "notes"
    beats = (
        Beat("unit", "Start from the unit square"),  # determinant.c2v:23
        Beat("shear", "A matrix turns it into a parallelogram"),  # determinant.c2v:30
        Beat("answer", "The determinant is its new area"),  # determinant.c2v:41
    )

    def declare(self, o, p):
        p.t = 0  # determinant.c2v:10
        o.ax = plane(x=(-1, 4), y=(-0.5, 2.5)).fit("A1:D6")  # determinant.c2v:13
        with on(o.ax):
            o.square = (  # determinant.c2v:15
                polygon(P(0, 0), P(1, 0), P(1, 1), P(0, 1))
                .style(color="blue", fill=("blue", 0.4))
            )
            o.corner = (  # determinant.c2v:16
                dot(lambda: mix(P(1, 1), A * P(1, 1), p.t))
                .style(color="gold", layer=2)
            )
        o.one = label("area $1$", o.square, side="right")  # determinant.c2v:18
        o.m = (  # determinant.c2v:19
            math(r"A = \begin{bmatrix} 2 & 1 \\ 0 & 1.5 \end{bmatrix}")
            .fit("E1:F3")
            .style(size=52)
        )
        o.ans = math(r"\det A = 3", pieces=["3"]).fit("E4:F6").style(size=52)  # determinant.c2v:20

    def beat_unit(self, o, p):
        self.add_subcaption(  # determinant.c2v:24
            "Every matrix moves the whole plane. Let us watch what it does to one small square, whose area is one.",
            duration=8,
        )
        self.play(Draw(o.ax, run_time=2))  # determinant.c2v:25
        self.play(Draw(o.square))  # determinant.c2v:26
        self.play(Pop(o.corner))  # determinant.c2v:27
        self.play(Write(o.one))  # determinant.c2v:28
        self.wait(3)

    def beat_shear(self, o, p):
        self.add_subcaption(  # determinant.c2v:33
            "Multiply every point by A. The square is stretched, and it leans over.",
            duration=5.2,
            offset=1.5,
        )
        self.play(Hide(o.one, run_time=0.5))  # determinant.c2v:31
        self.play(Write(o.m))  # determinant.c2v:32
        self.wait(3.2)
        self.play(
            Apply(L(L(2, 1), L(0, 1.5)), o.square, run_time=3),  # determinant.c2v:36
            Set(t=1, run_time=3),  # determinant.c2v:37
        )

    def beat_answer(self, o, p):
        self.add_subcaption(  # determinant.c2v:42
            "The parallelogram covers three unit squares. That number, three, is the determinant of A.",
            duration=5.6,
        )
        self.play(Write(o.ans))  # determinant.c2v:43
        self.play(
            Flash(o.square),  # determinant.c2v:45
            Highlight(o.ans.piece("3")),  # determinant.c2v:46
        )
        self.wait(3.6)


"""What the determinant measures: A negative determinant flips the plane. Made from determinant.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Sign(Lesson):  # determinant.c2v:52
    title = "A negative determinant flips the plane"
    layout = "notes"
    beats = (
        Beat("start", "The first arrow points right"),  # determinant.c2v:68
        Beat("squeeze", "Squeeze it, and the area vanishes"),  # determinant.c2v:75
        Beat("flip", "Beyond zero, left and right swap", color="red"),  # determinant.c2v:80
    )

    def declare(self, o, p):
        p.k = 1  # determinant.c2v:53

        @kept  # determinant.c2v:54
        def M():
            return L(L(p.k, 0.5), L(0, 1.5))

        o.ax = plane(x=(-3, 3), y=(-1, 3)).fit("A1:E6")  # determinant.c2v:57
        with on(o.ax):
            o.image_of = (  # determinant.c2v:59
                polygon(
                    lambda: M() * P(0, 0),
                    lambda: M() * P(1, 0),
                    lambda: M() * P(1, 1),
                    lambda: M() * P(0, 1),
                )
                .style(
                    color=lambda: C("blue") if p.k > 0 else C("red"),
                    fill=(lambda: C("blue") if p.k > 0 else C("red"), 0.4),
                )
            )
            o.first = vector(lambda: M() * P(1, 0)).style(color="green")  # determinant.c2v:62
            o.second = vector(lambda: M() * P(0, 1)).style(color="gold")  # determinant.c2v:63
        o.value = (  # determinant.c2v:65
            math(lambda: r"\det M = " + show(det(M()), "+.2"))
            .fit("F1:F6")
            .sweep(k=(0, -2))
            .style(size=52)
        )

    def beat_start(self, o, p):
        self.add_subcaption(  # determinant.c2v:69
            "Here are the images of the two basis arrows. The parallelogram between them has positive area.",
            duration=6.4,
        )
        self.play(Draw(o.ax))  # determinant.c2v:70
        self.play(Show(o.image_of))  # determinant.c2v:71
        self.play(Draw(o.first, o.second, stagger=0.3))  # determinant.c2v:72
        self.play(Write(o.value))  # determinant.c2v:73
        self.wait(2.1)

    def beat_squeeze(self, o, p):
        self.add_subcaption(  # determinant.c2v:76
            "Now shrink the first arrow. When both arrows lie on one line, nothing is left of the area.",
            duration=7.2,
        )
        self.play(Set(k=0, run_time=4))  # determinant.c2v:77
        self.play(Highlight(o.value))  # determinant.c2v:78
        self.wait(2.2)

    def beat_flip(self, o, p):
        self.add_subcaption(  # determinant.c2v:81
            "Push it further and the sheet turns over. The area comes back, but now it counts as negative.",
            duration=7.2,
        )
        self.play(Set(k=-2, run_time=4))  # determinant.c2v:82
        self.wait(3.2)


"""What the determinant measures: The rule for two by two. Made from determinant.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Rule(Lesson):  # determinant.c2v:87
    title = "The rule for two by two"
    layout = "wide"
    beats = (
        Beat("formula"),  # determinant.c2v:94
        Beat("check"),  # determinant.c2v:100
        Beat("moral"),  # determinant.c2v:105
    )

    def declare(self, o, p):
        o.general = (  # determinant.c2v:89
            math(
                r"\det \begin{bmatrix} a & b \\ c & d \end{bmatrix} = a d - b c",
                pieces=["a d", "b c"],
            )
            .fit("A1:B6")
            .style(size=72)
        )
        o.numbers = (  # determinant.c2v:90
            math(
                r"\det \begin{bmatrix} 2 & 1 \\ 0 & 1.5 \end{bmatrix} = 2 \cdot 1.5 - 1 \cdot 0 = 3",
            )
            .fit("C1:D6")
            .style(size=56)
        )
        o.moral = (  # determinant.c2v:91
            text("It tells how areas grow, and whether the plane flips.")
            .fit("E1:F6")
            .style(size=44, color="gold")
        )

    def beat_formula(self, o, p):
        self.add_subcaption(  # determinant.c2v:95
            "For two by two matrices the whole story fits in one line: a d minus b c.",
            duration=6.8,
        )
        self.play(Write(o.general, run_time=2))  # determinant.c2v:96
        self.play(Highlight(o.general.piece("a d")))  # determinant.c2v:97
        self.play(Highlight(o.general.piece("b c")))  # determinant.c2v:98
        self.wait(2.8)

    def beat_check(self, o, p):
        self.add_subcaption(  # determinant.c2v:101
            "Our matrix gives two times one and a half, minus one times zero. That is three, just as we saw.",
            duration=8,
        )
        self.play(Write(o.numbers, run_time=2))  # determinant.c2v:102
        self.wait(6)

    def beat_moral(self, o, p):
        self.add_subcaption(  # determinant.c2v:106
            "So the determinant tells how much every area grows, and its sign tells whether the plane was turned over.",
            duration=7.6,
        )
        self.play(Show(o.moral))  # determinant.c2v:107
        self.wait(6.6)
