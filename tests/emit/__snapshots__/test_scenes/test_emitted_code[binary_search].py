"""Binary search: halve the question: Find 75 among fifteen numbers. Made from binary_search.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Search(Lesson):  # binary_search.c2v:22
    title = "Find 75 among fifteen numbers"
    layout = "wide"
    beats = (
        Beat("list"),  # binary_search.c2v:32
        Beat("naive"),  # binary_search.c2v:37
        Beat("middle"),  # binary_search.c2v:45
        Beat("again"),  # binary_search.c2v:50
        Beat("too_big"),  # binary_search.c2v:54
        Beat("found"),  # binary_search.c2v:58
    )

    def declare(self, o, p):
        o.goal = text("Is 75 in the list?").fit("A1:A6").style(size=48)  # binary_search.c2v:24
        o.numbers = (  # binary_search.c2v:25
            array(L(3, 8, 12, 17, 21, 26, 34, 41, 47, 53, 60, 68, 75, 83, 91))
            .fit("B1:C6")
        )
        o.probe = (  # binary_search.c2v:26
            triangle()
            .below(o.numbers.item(0), gap=0.6)
            .style(color="gold", fill=("gold", None), scale=0.3)
        )
        o.steps = text("looks: 0").fit("E1:E3").style(size=44)  # binary_search.c2v:27
        o.rest_of = text("15 left").fit("E4:E6").style(size=44)  # binary_search.c2v:28
        o.verdict = (  # binary_search.c2v:29
            text("Found after four looks")
            .fit("F1:F6")
            .style(size=44, color="green")
        )

    def beat_list(self, o, p):
        self.add_subcaption(  # binary_search.c2v:33
            "Here are fifteen numbers, sorted from small to large. We want to know whether seventy-five is one of them.",
            duration=7.6,
        )
        self.play(Write(o.goal))  # binary_search.c2v:34
        self.play(Draw(o.numbers, run_time=2))  # binary_search.c2v:35
        self.wait(4.6)

    def beat_naive(self, o, p):
        self.add_subcaption(  # binary_search.c2v:38
            "We could look at one after the other. For fifteen numbers that is fine. For a million it is not.",
            duration=8,
        )
        self.play(Pop(o.probe))  # binary_search.c2v:39
        self.play(Move(o.probe, below=o.numbers.item(1), gap=0.6, run_time=0.3))  # binary_search.c2v:41
        self.play(Flash(o.numbers.item(1), run_time=0.3))  # binary_search.c2v:42
        self.play(Move(o.probe, below=o.numbers.item(2), gap=0.6, run_time=0.3))  # binary_search.c2v:41
        self.play(Flash(o.numbers.item(2), run_time=0.3))  # binary_search.c2v:42
        self.play(Move(o.probe, below=o.numbers.item(3), gap=0.6, run_time=0.3))  # binary_search.c2v:41
        self.play(Flash(o.numbers.item(3), run_time=0.3))  # binary_search.c2v:42
        self.play(Move(o.probe, below=o.numbers.item(4), gap=0.6, run_time=0.3))  # binary_search.c2v:41
        self.play(Flash(o.numbers.item(4), run_time=0.3))  # binary_search.c2v:42
        self.play(Move(o.probe, below=o.numbers.item(5), gap=0.6, run_time=0.3))  # binary_search.c2v:41
        self.play(Flash(o.numbers.item(5), run_time=0.3))  # binary_search.c2v:42
        self.wait(4)

    def beat_middle(self, o, p):
        self.add_subcaption(  # binary_search.c2v:46
            "Because they are sorted, one look in the middle decides a lot. Forty-one is too small. So everything up to it is out.",
            duration=9.2,
        )
        self.play(Write(o.steps, o.rest_of))  # binary_search.c2v:47
        self.play(
            Move(o.probe, below=o.numbers.item(7), gap=0.6),  # binary_search.c2v:12
            Rewrite(o.steps, text="looks: 1"),  # binary_search.c2v:13
        )
        self.play(Highlight(o.numbers.item(7)))  # binary_search.c2v:15
        self.play(
            Dim(  # binary_search.c2v:17
                o.numbers.item(0),
                o.numbers.item(1),
                o.numbers.item(2),
                o.numbers.item(3),
                o.numbers.item(4),
                o.numbers.item(5),
                o.numbers.item(6),
                o.numbers.item(7),
                to=0.3,
            ),
            Rewrite(o.rest_of, text="7 left"),  # binary_search.c2v:18
        )
        self.wait(5.2)

    def beat_again(self, o, p):
        self.add_subcaption(  # binary_search.c2v:51
            "Seven numbers are left. The middle one is sixty-eight, and that is too small again.",
            duration=6,
        )
        self.play(
            Move(o.probe, below=o.numbers.item(11), gap=0.6),  # binary_search.c2v:12
            Rewrite(o.steps, text="looks: 2"),  # binary_search.c2v:13
        )
        self.play(Highlight(o.numbers.item(11)))  # binary_search.c2v:15
        self.play(
            Dim(  # binary_search.c2v:17
                o.numbers.item(8),
                o.numbers.item(9),
                o.numbers.item(10),
                o.numbers.item(11),
                to=0.3,
            ),
            Rewrite(o.rest_of, text="3 left"),  # binary_search.c2v:18
        )
        self.wait(3)

    def beat_too_big(self, o, p):
        self.add_subcaption(  # binary_search.c2v:55
            "Of the last three we look at eighty-three. Too large, so now the right side goes.",
            duration=6.4,
        )
        self.play(
            Move(o.probe, below=o.numbers.item(13), gap=0.6),  # binary_search.c2v:12
            Rewrite(o.steps, text="looks: 3"),  # binary_search.c2v:13
        )
        self.play(Highlight(o.numbers.item(13)))  # binary_search.c2v:15
        self.play(
            Dim(o.numbers.item(13), o.numbers.item(14), to=0.3),  # binary_search.c2v:17
            Rewrite(o.rest_of, text="1 left"),  # binary_search.c2v:18
        )
        self.wait(3.4)

    def beat_found(self, o, p):
        self.add_subcaption("One number is left to look at, and there it is.", duration=4.4)  # binary_search.c2v:59
        self.play(
            Move(o.probe, below=o.numbers.item(12), gap=0.6),  # binary_search.c2v:61
            Rewrite(o.steps, text="looks: 4"),  # binary_search.c2v:62
        )
        self.play(Color(o.numbers.item(12), color="green"))  # binary_search.c2v:64
        self.play(Write(o.verdict))  # binary_search.c2v:65
        self.wait(1.4)


"""Binary search: halve the question: Why halving is so fast. Made from binary_search.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Growth(Lesson):  # binary_search.c2v:70
    title = "Why halving is so fast"
    layout = "notes"
    beats = (
        Beat("line", "One by one: work grows with the list", color="red"),  # binary_search.c2v:82
        Beat("curve", "Halving: one more look for twice as many", color="green"),  # binary_search.c2v:88
        Beat("million", "Twenty looks search a million numbers", color="gold"),  # binary_search.c2v:93
    )

    def declare(self, o, p):
        o.ax = (  # binary_search.c2v:72
            axes(x=(0, 64), y=(0, 64), labels=L("numbers", "looks"), ticks=(16, 16))
            .fit("A1:E6")
        )
        with on(o.ax):
            o.slow = plot(lambda x: x).style(stroke=("red", 4))  # binary_search.c2v:74
            o.fast = (  # binary_search.c2v:75
                plot(lambda x: log(x) / 0.6931471805599453 + 1, x=(1, 64))
                .style(stroke=("green", 5))
            )
        o.slow_name = label("one by one", o.slow, side="left", at=40).style(color="red")  # binary_search.c2v:77
        o.fast_name = label("halving", o.fast, side="up", at=48).style(color="green")  # binary_search.c2v:78
        o.law = math(r"2^{20} > 1\,000\,000", pieces=["20"]).fit("F1:F6").style(size=44)  # binary_search.c2v:79

    def beat_line(self, o, p):
        self.add_subcaption(  # binary_search.c2v:83
            "Looking at one after the other, twice as many numbers cost twice as many looks.",
            duration=6,
        )
        self.play(Draw(o.ax))  # binary_search.c2v:84
        self.play(Draw(o.slow, run_time=2))  # binary_search.c2v:85
        self.play(Write(o.slow_name))  # binary_search.c2v:86
        self.wait(2)

    def beat_curve(self, o, p):
        self.add_subcaption(  # binary_search.c2v:89
            "With halving, twice as many numbers cost just one look more. The curve is almost flat.",
            duration=6.4,
        )
        self.play(Draw(o.fast, run_time=2))  # binary_search.c2v:90
        self.play(Write(o.fast_name))  # binary_search.c2v:91
        self.wait(3.4)

    def beat_million(self, o, p):
        self.add_subcaption(  # binary_search.c2v:94
            "Two to the twentieth is more than a million. So twenty looks are enough to search a million numbers.",
            duration=7.6,
        )
        self.play(Write(o.law))  # binary_search.c2v:95
        self.play(Highlight(o.law.piece("20")))  # binary_search.c2v:96
        self.wait(5.6)
