"""Supply and demand: A price that fits both sides. Made from supply_demand.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


def demand(q):  # supply_demand.c2v:9
    return 5 - q / 20


def supply(q):  # supply_demand.c2v:10
    return 1 + q / 20


def wanted(p_):  # supply_demand.c2v:11
    return 20 * (5 - p_)


def offered(p_):  # supply_demand.c2v:12
    return 20 * (p_ - 1)


class Market(Lesson):  # supply_demand.c2v:14
    title = "A price that fits both sides"
    layout = "notes"
    beats = (
        Beat("demand", "Buyers: the cheaper, the more", color="blue"),  # supply_demand.c2v:38
        Beat("supply", "Sellers: the dearer, the more", color="red"),  # supply_demand.c2v:52
        Beat("surplus", "Too dear: baskets are left over", color="gold"),  # supply_demand.c2v:64
        Beat("shortage", "Too cheap: baskets are missing", color="gold"),  # supply_demand.c2v:74
        Beat("equal", "Only one price leaves nobody out", color="green"),  # supply_demand.c2v:80
    )

    def declare(self, o, p):
        p.p = 4  # supply_demand.c2v:15

        @kept  # supply_demand.c2v:16
        def rest():
            return offered(p.p) - wanted(p.p)

        @kept  # supply_demand.c2v:17
        def mismatch():
            return "left over" if rest() >= 0 else "missing"

        o.ax = (  # supply_demand.c2v:20
            axes(x=(0, 100), y=(0, 5), labels=L("baskets", "price"), ticks=(20, 1))
            .fit("A1:E6")
        )
        with on(o.ax):
            o.buyers = plot(demand).style(stroke=("blue", 4))  # supply_demand.c2v:22
            o.sellers = plot(supply, x=(0, 80)).style(stroke=("red", 4))  # supply_demand.c2v:23
            o.price = (  # supply_demand.c2v:24
                line(lambda: P(0, p.p), lambda: P(100, p.p))
                .style(stroke=("gray", 2), dashed=True)
            )
            o.unmet = (  # supply_demand.c2v:25
                line(lambda: P(wanted(p.p), p.p), lambda: P(offered(p.p), p.p))
                .style(stroke=("gold", 6))
            )
            o.buy = dot(lambda: P(wanted(p.p), p.p)).style(color="blue")  # supply_demand.c2v:26
            o.sell = dot(lambda: P(offered(p.p), p.p)).style(color="red")  # supply_demand.c2v:27
            o.meet = dot(P(40, 3)).style(color="green")  # supply_demand.c2v:28
        o.buyers_name = label("demand", o.buyers, side="up", at=88).style(color="blue")  # supply_demand.c2v:30
        o.sellers_name = label("supply", o.sellers, side="left", at=70).style(color="red")  # supply_demand.c2v:31
        o.meet_name = text("equilibrium").below(o.meet, gap=0.6).style(color="green")  # supply_demand.c2v:32
        o.buy_count = (  # supply_demand.c2v:33
            text(lambda: "wanted: " + show(wanted(p.p), ".0"))
            .fit("F1:F2")
            .sweep(p=(1.5, 4, 3.4, 2, 2.6, 3))
            .style(color="blue")
        )
        o.sell_count = (  # supply_demand.c2v:34
            text(lambda: "offered: " + show(offered(p.p), ".0"))
            .fit("F3:F4")
            .sweep(p=(1.5, 4, 3.4, 2, 2.6, 3))
            .style(color="red")
        )
        o.verdict = (  # supply_demand.c2v:35
            text(lambda: show(mismatch()) + ": " + show(abs(rest()), ".0"))
            .fit("F5:F6")
            .sweep(p=(1.5, 4, 3.4, 2, 2.6, 3))
            .style(color="gold")
        )

    def beat_demand(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:39
            "At four dollars a basket, people buy twenty baskets of strawberries a day. Let the price fall, and they buy more and more.",
            duration=9.2,
        )
        self.play(Draw(o.ax, run_time=1.5))  # supply_demand.c2v:40
        self.play(Draw(o.price))  # supply_demand.c2v:41
        self.play(Pop(o.buy))  # supply_demand.c2v:42
        self.play(Write(o.buy_count))  # supply_demand.c2v:43
        self.wait(1.9)
        self.play(
            Draw(o.buyers, run_time=4),  # supply_demand.c2v:47
            Set(p=1.5, run_time=4),  # supply_demand.c2v:46
        )
        self.play(Write(o.buyers_name))  # supply_demand.c2v:50

    def beat_supply(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:53
            "Growers see it the other way round. For little money, hardly anybody picks. When the price climbs, they bring more.",
            duration=8,
        )
        self.play(Pop(o.sell))  # supply_demand.c2v:54
        self.play(Write(o.sell_count))  # supply_demand.c2v:55
        self.wait(4.4)
        self.play(
            Draw(o.sellers, run_time=4),  # supply_demand.c2v:59
            Set(p=4, run_time=4),  # supply_demand.c2v:58
        )
        self.play(Write(o.sellers_name))  # supply_demand.c2v:62

    def beat_surplus(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:65
            "So at four dollars, sixty baskets come to the market and only twenty are sold. Forty are left to rot. What would you do? Ask for less.",
            duration=10.8,
        )
        self.wait(1.6)
        self.play(Highlight(o.sell_count))  # supply_demand.c2v:66
        self.wait(2.2)
        self.play(Highlight(o.buy_count))  # supply_demand.c2v:67
        self.wait(0.2)
        self.play(Draw(o.unmet))  # supply_demand.c2v:69
        self.play(Write(o.verdict))  # supply_demand.c2v:70
        self.play(Set(p=3.4, run_time=3))  # supply_demand.c2v:72

    def beat_shortage(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:75
            "At two dollars it is the reverse. Everybody wants some, and by noon there is nothing left. Those who came too late would gladly pay more.",
            duration=10.4,
        )
        self.play(Set(p=2, run_time=3))  # supply_demand.c2v:76
        self.wait(3)
        self.play(Flash(o.verdict))  # supply_demand.c2v:77
        self.play(Set(p=2.6, run_time=3))  # supply_demand.c2v:78
        self.wait(0.4)

    def beat_equal(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:81
            "There is a single price at which both amounts are the same. Nobody decided it. The market found it.",
            duration=7.6,
        )
        self.play(Set(p=3, run_time=2))  # supply_demand.c2v:82
        self.play(Pop(o.meet))  # supply_demand.c2v:83
        self.play(Write(o.meet_name))  # supply_demand.c2v:84
        self.wait(3.6)


"""Supply and demand: When the world changes. Made from supply_demand.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


def demand(q):  # supply_demand.c2v:9
    return 5 - q / 20


def supply(q):  # supply_demand.c2v:10
    return 1 + q / 20


class SceneShift(Lesson):  # supply_demand.c2v:89
    title = "When the world changes"
    layout = "notes"
    beats = (
        Beat("again", "Here is our market once more"),  # supply_demand.c2v:112
        Beat("fashion", "More buyers: dearer, and more sold", color="blue"),  # supply_demand.c2v:121
        Beat("frost", "A bad harvest: dearer, and fewer sold", color="red"),  # supply_demand.c2v:126
        Beat("moral", "Ask first: which curve has moved?", color="gold"),  # supply_demand.c2v:133
    )

    def declare(self, o, p):
        p.more = 0  # supply_demand.c2v:91
        p.lost = 0  # supply_demand.c2v:92

        @kept  # supply_demand.c2v:93
        def amount():
            return 40 + (p.more - p.lost) / 2

        @kept  # supply_demand.c2v:94
        def level():
            return 3 + (p.more + p.lost) / 40

        o.ax = (  # supply_demand.c2v:97
            axes(x=(0, 100), y=(0, 5), labels=L("baskets", "price"), ticks=(20, 1))
            .fit("A1:E6")
        )
        with on(o.ax):
            o.old_buyers = plot(demand).style(stroke=("blue", 2), dashed=True, opacity=0.5)  # supply_demand.c2v:99
            o.old_sellers = (  # supply_demand.c2v:100
                plot(supply, x=(0, 80))
                .style(stroke=("red", 2), dashed=True, opacity=0.5)
            )
            o.buyers = (  # supply_demand.c2v:101
                plot(lambda x: demand(x - p.more), x=(0, 100))
                .style(stroke=("blue", 4))
            )
            o.sellers = (  # supply_demand.c2v:102
                plot(lambda x: supply(x + p.lost), x=(0, 80))
                .style(stroke=("red", 4))
            )
            o.across = (  # supply_demand.c2v:103
                line(lambda: P(0, level()), lambda: P(amount(), level()))
                .style(stroke=("gray", 2), dashed=True)
            )
            o.down = (  # supply_demand.c2v:104
                line(lambda: P(amount(), 0), lambda: P(amount(), level()))
                .style(stroke=("gray", 2), dashed=True)
            )
            o.meet = dot(lambda: P(amount(), level())).style(color="green")  # supply_demand.c2v:105
        o.buyers_name = label("demand", o.buyers, side="up", at=88).style(color="blue")  # supply_demand.c2v:107
        o.sellers_name = (  # supply_demand.c2v:108
            label("supply", o.sellers, side="left", at=lambda: 70 - 0.7 * p.lost)
            .style(color="red")
        )
        o.reading = (  # supply_demand.c2v:109
            text(lambda: show(amount(), ".0") + r" baskets at \$" + show(level(), ".2"))
            .fit("F1:F6")
            .sweep(lost=(20,), more=(30, 0))
            .style(color="green")
        )

    def beat_again(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:113
            "Forty baskets at three dollars. That balance lasts as long as nothing else changes.",
            duration=5.6,
        )
        self.play(Draw(o.ax))  # supply_demand.c2v:114
        self.play(Draw(o.buyers, o.sellers))  # supply_demand.c2v:115
        self.play(Write(o.buyers_name, o.sellers_name, run_time=0.5))  # supply_demand.c2v:116
        self.play(Draw(o.across, o.down))  # supply_demand.c2v:117
        self.play(Pop(o.meet))  # supply_demand.c2v:118
        self.play(Write(o.reading))  # supply_demand.c2v:119
        self.wait(0.1)

    def beat_fashion(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:122
            "Now the sun comes out, and everyone wants strawberries. At every price people ask for thirty baskets more. The whole curve moves to the right.",
            duration=10,
        )
        self.play(Add(o.old_buyers, run_time=0))  # supply_demand.c2v:123
        self.wait(6)
        self.play(Set(more=30, run_time=4))  # supply_demand.c2v:124

    def beat_frost(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:127
            "Back to an ordinary day. But this time frost has killed part of the crop. Supply moves to the left. The price goes up as well, yet fewer baskets are sold.",
            duration=12.4,
        )
        self.play(Set(more=0, run_time=1.5))  # supply_demand.c2v:128
        self.play(Remove(o.old_buyers, run_time=0))  # supply_demand.c2v:129
        self.play(Add(o.old_sellers, run_time=0))  # supply_demand.c2v:130
        self.wait(1.7)
        self.play(Set(lost=20, run_time=4))  # supply_demand.c2v:131
        self.wait(5.2)

    def beat_moral(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:134
            "So a higher price alone tells you little. Ask which curve has moved, and look whether more is sold or less.",
            duration=8.4,
        )
        self.play(Highlight(o.reading))  # supply_demand.c2v:135
        self.wait(7.4)


"""Supply and demand: Who pays a tax?. Made from supply_demand.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


def demand(q):  # supply_demand.c2v:9
    return 5 - q / 20


def supply(q):  # supply_demand.c2v:10
    return 1 + q / 20


class Tax(Lesson):  # supply_demand.c2v:140
    title = "Who pays a tax?"
    layout = "notes"
    beats = (
        Beat("wedge", "A tax drives a wedge between prices", color="gold"),  # supply_demand.c2v:166
        Beat("shared", "Both sides pay a part", color="gold"),  # supply_demand.c2v:179
        Beat("lost", "And some trade never happens", color="purple"),  # supply_demand.c2v:185
        Beat("double", "Twice the tax, not twice the income", color="purple"),  # supply_demand.c2v:190
    )

    def declare(self, o, p):
        p.t = 0  # supply_demand.c2v:141

        @kept  # supply_demand.c2v:142
        def sold():
            return 40 - 10 * p.t

        @kept  # supply_demand.c2v:143
        def paid():
            return 3 + p.t / 2

        @kept  # supply_demand.c2v:144
        def kept_():
            return 3 - p.t / 2

        o.ax = (  # supply_demand.c2v:147
            axes(x=(0, 100), y=(0, 5), labels=L("baskets", "price"), ticks=(20, 1))
            .fit("A1:E6")
        )
        with on(o.ax):
            o.revenue = (  # supply_demand.c2v:149
                rect(lambda: P(0, kept_()), lambda: P(sold(), paid()))
                .style(color="gold", fill=("gold", 0.35))
            )
            o.loss = (  # supply_demand.c2v:150
                polygon(lambda: P(sold(), paid()), P(40, 3), lambda: P(sold(), kept_()))
                .style(color="purple", fill=("purple", 0.35))
            )
            o.buyers = plot(demand).style(stroke=("blue", 4))  # supply_demand.c2v:151
            o.sellers = plot(supply, x=(0, 80)).style(stroke=("red", 4))  # supply_demand.c2v:152
            o.buy = dot(lambda: P(sold(), paid())).style(color="blue")  # supply_demand.c2v:153
            o.sell = dot(lambda: P(sold(), kept_())).style(color="red")  # supply_demand.c2v:154
            o.paid_name = (  # supply_demand.c2v:155
                text(lambda: "buyers pay " + show(paid(), ".2"))
                .at(lambda: P(91, paid()))
                .sweep(t=(1, 2))
                .style(color="blue")
            )
            o.kept_name = (  # supply_demand.c2v:156
                text(lambda: "sellers keep " + show(kept_(), ".2"))
                .at(lambda: P(91, kept_()))
                .sweep(t=(1, 2))
                .style(color="red")
            )
            o.paid_line = line(o.buy, o.paid_name).style(stroke=("blue", 2), dashed=True)  # supply_demand.c2v:157
            o.kept_line = line(o.sell, o.kept_name).style(stroke=("red", 2), dashed=True)  # supply_demand.c2v:158
        o.buyers_name = label("demand", o.buyers, side="up", at=88).style(color="blue")  # supply_demand.c2v:160
        o.sellers_name = label("supply", o.sellers, side="left", at=70).style(color="red")  # supply_demand.c2v:161
        o.income = (  # supply_demand.c2v:162
            text(lambda: "tax income: " + show(p.t * sold(), ".0"))
            .fit("F1:F3")
            .sweep(t=(1, 2))
            .style(color="gold")
        )
        o.trade = (  # supply_demand.c2v:163
            text(lambda: "trade lost: " + show(10 * p.t, ".0") + " baskets")
            .fit("F4:F6")
            .sweep(t=(1, 2))
            .style(color="purple")
        )

    def beat_wedge(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:167
            "Let the town take a tax of one dollar on each basket. What buyers pay is no longer what sellers keep.",
            duration=8.4,
        )
        self.play(Draw(o.ax))  # supply_demand.c2v:168
        self.play(Draw(o.buyers, o.sellers))  # supply_demand.c2v:169
        self.play(Write(o.buyers_name, o.sellers_name, run_time=0.5))  # supply_demand.c2v:170
        self.play(Pop(o.buy, o.sell))  # supply_demand.c2v:171
        self.wait(2.1)
        self.play(Show(o.revenue, o.loss))  # supply_demand.c2v:173
        self.play(Set(t=1, run_time=3))  # supply_demand.c2v:174
        self.play(Draw(o.paid_line, o.kept_line, run_time=0.5))  # supply_demand.c2v:175
        self.play(Write(o.paid_name, o.kept_name))  # supply_demand.c2v:176

    def beat_shared(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:180
            "Who pays it? Not the sellers alone, although they hand it over. Buyers pay fifty cents more, sellers keep fifty cents less. Here both react alike, so they share it evenly.",
            duration=12.4,
        )
        self.wait(5.6)
        self.play(Highlight(o.paid_name))  # supply_demand.c2v:181
        self.wait(1)
        self.play(Highlight(o.kept_name))  # supply_demand.c2v:182
        self.wait(2.6)
        self.play(Write(o.income))  # supply_demand.c2v:183
        self.wait(0.2)

    def beat_lost(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:186
            "Ten baskets are not sold at all. Somebody wanted them, somebody would have picked them. That loss helps nobody, not even the town.",
            duration=9.2,
        )
        self.play(Flash(o.loss))  # supply_demand.c2v:187
        self.play(Write(o.trade))  # supply_demand.c2v:188
        self.wait(7.2)

    def beat_double(self, o, p):
        self.add_subcaption(  # supply_demand.c2v:191
            "Two dollars instead of one: the income grows by only a third. But the lost corner has become four times as large.",
            duration=8.8,
        )
        self.play(Set(t=2, run_time=4))  # supply_demand.c2v:192
        self.wait(2)
        self.play(Flash(o.loss))  # supply_demand.c2v:193
        self.wait(1.8)
