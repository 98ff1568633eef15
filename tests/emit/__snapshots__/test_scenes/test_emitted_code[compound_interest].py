"""Compound interest: Interest that earns interest. Made from compound_interest.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Years(Lesson):  # compound_interest.c2v:12
    title = "Interest that earns interest"
    layout = "notes"
    beats = (
        Beat("deposit", "Put a thousand in the bank"),  # compound_interest.c2v:21
        Beat("first", "After a year there is seventy more"),  # compound_interest.c2v:26
        Beat("later", "Now the seventy earns as well", color="green"),  # compound_interest.c2v:31
        Beat("five", "Five years: four hundred instead of 350", color="gold"),  # compound_interest.c2v:36
    )

    def declare(self, o, p):
        o.savings = (  # compound_interest.c2v:14
            bars(
                L(1000, 1070, 1144.9, 1225.043, 1310.79601, 1402.5517307),
                labels=L("0", "1", "2", "3", "4", "5"),
                max=1500,
            )
            .fit("B1:E6")
            .style(color="blue")
        )
        o.rule = (  # compound_interest.c2v:17
            math(r"\text{next year} = \text{this year} \times 1.07", pieces=["1.07"])
            .fit("F1:F6")
            .style(size=44)
        )
        o.money = text("1000 at 7 % a year").fit("A1:A6").style(size=44)  # compound_interest.c2v:18

    def beat_deposit(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:22
            "You bring a thousand to the bank, and it pays you seven per cent a year.",
            duration=6.4,
        )
        self.play(Write(o.money))  # compound_interest.c2v:23
        self.play(Grow(o.savings.item(0)))  # compound_interest.c2v:24
        self.wait(4.4)

    def beat_first(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:27
            "After one year there is seventy more. So far, nothing special.",
            duration=4.4,
        )
        self.play(Grow(o.savings.item(1)))  # compound_interest.c2v:28
        self.play(Write(o.rule))  # compound_interest.c2v:29
        self.wait(2.4)

    def beat_later(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:32
            "In the second year the bank pays for a thousand and seventy. The interest earns interest, year after year.",
            duration=7.6,
        )
        self.play(Grow(o.savings.item(2), run_time=1.2))  # compound_interest.c2v:33
        self.play(Grow(o.savings.item(3), run_time=1.2))  # compound_interest.c2v:33
        self.play(Grow(o.savings.item(4), run_time=1.2))  # compound_interest.c2v:33
        self.play(Grow(o.savings.item(5), run_time=1.2))  # compound_interest.c2v:33
        self.play(Highlight(o.rule.piece("1.07")))  # compound_interest.c2v:34
        self.wait(1.8)

    def beat_five(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:37
            "Five times seventy would be three hundred and fifty. But after five years there are a little more than four hundred.",
            duration=8.4,
        )
        self.play(Outline(o.savings.item(5)))  # compound_interest.c2v:38
        self.wait(7.4)


"""Compound interest: Forty years later. Made from compound_interest.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")

start = 1000  # compound_interest.c2v:7
rate = 0.07  # compound_interest.c2v:8


def simple(n):  # compound_interest.c2v:9
    return start * (1 + rate * n)


def compound(n):  # compound_interest.c2v:10
    return start * power(1 + rate, n)


class LongRun(Lesson):  # compound_interest.c2v:43
    title = "Forty years later"
    layout = "notes"
    beats = (
        Beat("compare", "Taking it out, or leaving it in"),  # compound_interest.c2v:58
        Beat("ten", "Ten years: hardly a difference"),  # compound_interest.c2v:64
        Beat("forty", "Forty years: four times as much", color="green"),  # compound_interest.c2v:68
    )

    def declare(self, o, p):
        p.now = 0  # compound_interest.c2v:44
        o.ax = (  # compound_interest.c2v:47
            axes(x=(0, 40), y=(0, 16000), labels=L("years", "money"), ticks=(10, 4000))
            .fit("A1:E6")
        )
        with on(o.ax):
            o.line_s = plot(simple, x=lambda: L(0, p.now)).style(stroke=("gray", 4))  # compound_interest.c2v:49
            o.line_c = plot(compound, x=lambda: L(0, p.now)).style(stroke=("green", 5))  # compound_interest.c2v:50
            o.tip_s = dot(lambda: P(p.now, simple(p.now))).style(color="gray")  # compound_interest.c2v:51
            o.tip_c = dot(lambda: P(p.now, compound(p.now))).style(color="green")  # compound_interest.c2v:52
        o.plain = (  # compound_interest.c2v:54
            math(lambda: r"\text{simple: } " + show(simple(p.now), ".0"))
            .fit("F1:F3")
            .sweep(now=(10, 40))
            .style(size=44, color="gray")
        )
        o.growing = (  # compound_interest.c2v:55
            math(lambda: r"\text{compound: } " + show(compound(p.now), ".0"))
            .fit("F4:F6")
            .sweep(now=(10, 40))
            .style(size=44, color="green")
        )

    def beat_compare(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:59
            "Let two people start with a thousand. One takes the interest out each year, the other leaves it in.",
            duration=7.6,
        )
        self.play(Draw(o.ax, run_time=1.5))  # compound_interest.c2v:60
        self.play(Show(o.line_s, o.line_c, o.tip_s, o.tip_c))  # compound_interest.c2v:61
        self.play(Write(o.plain, o.growing))  # compound_interest.c2v:62
        self.wait(4.1)

    def beat_ten(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:65
            "After ten years the two are still close together.",
            duration=3.6,
        )
        self.play(Set(now=10, run_time=4, ease="linear"))  # compound_interest.c2v:66

    def beat_forty(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:69
            "But after forty years, simple interest has made three thousand eight hundred, and compound interest almost fifteen thousand.",
            duration=7.2,
        )
        self.play(Set(now=40, run_time=6, ease="linear"))  # compound_interest.c2v:70
        self.play(Highlight(o.growing))  # compound_interest.c2v:71
        self.wait(1)


"""Compound interest: The law behind it. Made from compound_interest.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Law(Lesson):  # compound_interest.c2v:76
    title = "The law behind it"
    layout = "wide"
    beats = (
        Beat("formula"),  # compound_interest.c2v:83
        Beat("double"),  # compound_interest.c2v:88
        Beat("moral"),  # compound_interest.c2v:92
    )

    def declare(self, o, p):
        o.formula = (  # compound_interest.c2v:78
            math(r"K_n = K_0 \cdot (1 + p)^n", pieces=["(1 + p)"])
            .fit("A1:C6")
            .style(size=96)
        )
        o.double = (  # compound_interest.c2v:79
            math(
                r"2 K_0 = K_0 \cdot 1.07^n \;\Rightarrow\; n = \frac{\ln 2}{\ln 1.07} \approx 10.2",
            )
            .fit("D1:E6")
            .style(size=52)
        )
        o.moral = (  # compound_interest.c2v:80
            text("At 7 % money doubles about every ten years.")
            .fit("F1:F6")
            .style(size=44, color="green")
        )

    def beat_formula(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:84
            "Each year multiplies by one plus p. After n years that has happened n times.",
            duration=6,
        )
        self.play(Write(o.formula, run_time=2))  # compound_interest.c2v:85
        self.play(Highlight(o.formula.piece("(1 + p)")))  # compound_interest.c2v:86
        self.wait(3)

    def beat_double(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:89
            "And how long until the money has doubled? Take logarithms: a little more than ten years.",
            duration=6.4,
        )
        self.play(Write(o.double, run_time=2))  # compound_interest.c2v:90
        self.wait(4.4)

    def beat_moral(self, o, p):
        self.add_subcaption(  # compound_interest.c2v:93
            "That is worth keeping in mind: at seven per cent, money doubles about every ten years.",
            duration=6.4,
        )
        self.play(Write(o.moral))  # compound_interest.c2v:94
        self.wait(5.4)
