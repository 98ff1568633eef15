"""Attention: how words look at each other: The cat slept because it …. Made from attention.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Reading(Lesson):  # attention.c2v:20
    title = "The cat slept because it …"
    layout = "wide"
    beats = (
        Beat("read"),  # attention.c2v:32
        Beat("numbers"),  # attention.c2v:40
        Beat("look"),  # attention.c2v:45
    )

    def declare(self, o, p):
        o.word = (  # attention.c2v:22
            array(L("the", "cat", "slept", "because", "it"))
            .at(P(0, -0.8))
            .style(size=40)
        )
        o.list = family()
        o.list[0] = (  # attention.c2v:24
            matrix(L(L(0.1), L(0.9)))
            .below(o.word.item(0), gap=0.7)
            .style(color="teal", size=36)
        )
        o.list[1] = (  # attention.c2v:24
            matrix(L(L(1.3), L(0.7)))
            .below(o.word.item(1), gap=0.7)
            .style(color="teal", size=36)
        )
        o.list[2] = (  # attention.c2v:24
            matrix(L(L(0.6), L(0.4)))
            .below(o.word.item(2), gap=0.7)
            .style(color="teal", size=36)
        )
        o.list[3] = (  # attention.c2v:24
            matrix(L(L(0.8), L(0.2)))
            .below(o.word.item(3), gap=0.7)
            .style(color="teal", size=36)
        )
        o.list[4] = (  # attention.c2v:24
            matrix(L(L(0.3), L(0.5)))
            .below(o.word.item(4), gap=0.7)
            .style(color="teal", size=36)
        )
        o.look = family()
        o.look[0] = (  # attention.c2v:27
            curved_arrow(o.word.item(4), o.word.item(0), bend=-2.26892802759)
            .style(stroke=("gold", 1.07941117064))
        )
        o.look[1] = (  # attention.c2v:27
            curved_arrow(o.word.item(4), o.word.item(1), bend=-2.26892802759)
            .style(stroke=("gold", 9.09593526445))
        )
        o.look[2] = (  # attention.c2v:27
            curved_arrow(o.word.item(4), o.word.item(2), bend=-2.26892802759)
            .style(stroke=("gold", 2.99629046285))
        )
        o.look[3] = (  # attention.c2v:27
            curved_arrow(o.word.item(4), o.word.item(3), bend=-2.26892802759)
            .style(stroke=("gold", 1.11967275544))
        )
        o.question = text("Who is “it”?").fit("A1:A6").style(color="gold", size=56)  # attention.c2v:29

    def beat_read(self, o, p):
        self.add_subcaption(  # attention.c2v:33
            "A language model reads a sentence, and it has just come to the word “it”. What comes next depends on who that is. For us, it is the cat, of course.",
            duration=12.4,
        )
        self.play(  # attention.c2v:34
            Draw(
                o.word.item(0),
                o.word.item(1),
                o.word.item(2),
                o.word.item(3),
                o.word.item(4),
                stagger=0.3,
            ),
        )
        self.wait(3.4)
        self.play(Color(o.word.item(4), color="gold"))  # attention.c2v:36
        self.play(Write(o.question))  # attention.c2v:37
        self.wait(4.8)

    def beat_numbers(self, o, p):
        self.add_subcaption(  # attention.c2v:41
            "But to the model, each word is only a list of numbers. And the numbers of “it” say nothing about any cat.",
            duration=8.8,
        )
        self.play(Show(*o.list, stagger=0.2))  # attention.c2v:42
        self.wait(4.6)
        self.play(Highlight(o.list[4]))  # attention.c2v:43
        self.wait(1.4)

    def beat_look(self, o, p):
        self.add_subcaption(  # attention.c2v:46
            "Attention repairs that. A word looks at all the others, decides how much each of them matters, and takes over that much from it.",
            duration=9.6,
        )
        self.wait(6.4)
        self.play(Draw(*o.look, stagger=0.3))  # attention.c2v:47
        self.wait(1.3)


"""Attention: how words look at each other: Queries and keys. Made from attention.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")

keys = L(P(-1.1, 0.1), P(1.8, 0.5), P(0.7, 1.6), P(-1, 1), P(1, -0.6))  # attention.c2v:12


class Asking(Lesson):  # attention.c2v:52
    title = "Queries and keys"
    layout = "notes"
    beats = (
        Beat("keys", "Each word shows a key", color="teal"),  # attention.c2v:69
        Beat("query", "The word “it” asks a query", color="gold"),  # attention.c2v:75
        Beat("score", "Same direction, high score", color="gold"),  # attention.c2v:80
    )

    def declare(self, o, p):
        p.turn = 1.65  # attention.c2v:53

        def score(query, j):  # attention.c2v:16
            return dot_product(query, keys[j]) / 1.4142135623730951

        @kept  # attention.c2v:54
        def query():
            return from_polar(2.24, p.turn)

        o.space = plane(x=(-2.2, 5), y=(-1, 2.5)).fit("A1:D6")  # attention.c2v:57
        with on(o.space):
            o.key = family()
            o.key[0] = vector(P(-1.1, 0.1)).style(color="teal")  # attention.c2v:59
            o.key[1] = vector(P(1.8, 0.5)).style(color="teal")  # attention.c2v:59
            o.key[2] = vector(P(0.7, 1.6)).style(color="teal")  # attention.c2v:59
            o.key[3] = vector(P(-1, 1)).style(color="teal")  # attention.c2v:59
            o.key[4] = vector(P(1, -0.6)).style(color="teal")  # attention.c2v:59
            o.asks = vector(lambda: query()).style(color="gold")  # attention.c2v:60
            o.asks_name = (  # attention.c2v:61
                text("query of “it”")
                .at(lambda: query() + P(1.2, 0))
                .sweep(turn=(0.18,))
                .style(color="gold", size=28)
            )
        o.key_name = family()
        o.key_name[0] = label("the", o.key[0], at=1, side="up").style(color="teal")  # attention.c2v:64
        o.key_name[1] = label("cat", o.key[1], at=1, side="up").style(color="teal")  # attention.c2v:64
        o.key_name[2] = label("slept", o.key[2], at=1, side="up").style(color="teal")  # attention.c2v:64
        o.key_name[3] = label("because", o.key[3], at=1, side="up").style(color="teal")  # attention.c2v:64
        o.key_name[4] = label("it", o.key[4], at=1, side="down").style(color="teal")  # attention.c2v:65
        o.fits = (  # attention.c2v:66
            bars(
                lambda: L(*(score(query(), j) for j in span(0, 4))),
                labels=L("the", "cat", "slept", "because", "it"),
                max=4,
            )
            .fit("E1:F6")
            .sweep(turn=(0.18,))
            .style(color="gold")
        )

    def beat_keys(self, o, p):
        self.add_subcaption(  # attention.c2v:70
            "Every word makes two small vectors from its numbers. The first one is its key. It says: this is what I have to offer.",
            duration=9.6,
        )
        self.play(Draw(o.space))  # attention.c2v:71
        self.play(Draw(*o.key, stagger=0.2))  # attention.c2v:72
        self.play(Write(*o.key_name))  # attention.c2v:73
        self.wait(5.8)

    def beat_query(self, o, p):
        self.add_subcaption(  # attention.c2v:76
            "The second is its query. It says: this is what I am looking for. Here is the query of “it”.",
            duration=8,
        )
        self.play(Draw(o.asks))  # attention.c2v:77
        self.play(Write(o.asks_name))  # attention.c2v:78
        self.wait(6)

    def beat_score(self, o, p):
        self.add_subcaption(  # attention.c2v:81
            "How well do they fit? Take the dot product of the query with each key. Where both point the same way, the score is high. Training has turned the query of “it” until it points at things that can be tired: at the cat.",
            duration=17.6,
        )
        self.wait(8.8)
        self.play(Grow(o.fits))  # attention.c2v:82
        self.wait(1)
        self.play(Set(turn=0.18, run_time=5))  # attention.c2v:83
        self.wait(1.8)


"""Attention: how words look at each other: From scores to shares. Made from attention.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Weighing(Lesson):  # attention.c2v:88
    title = "From scores to shares"
    layout = "notes"
    beats = (
        Beat("scores", "Scores can be any numbers"),  # attention.c2v:99
        Beat("powers", "Powers of e make them positive", color="teal"),  # attention.c2v:103
        Beat("shares", "Divide by the sum: softmax", color="gold"),  # attention.c2v:107
    )

    def declare(self, o, p):
        o.scores = (  # attention.c2v:90
            table(
                L(L("-1.7", "0.2", "1 %"), L("2.9", "18.9", "67 %"), L("1.5", "4.7", "17 %"), L("-1.3", "0.3", "1 %"), L("1.4", "4.0", "14 %")),
                rows=L("the", "cat", "slept", "because", "it"),
                cols=L("score", r"$e^{\text{score}}$", "share"),
            )
            .fit("A1:D6")
        )
        o.law = (  # attention.c2v:96
            math(r"\text{share}_j = \frac{e^{s_j}}{e^{s_1} + \dots + e^{s_5}}")
            .fit("E1:F6")
            .style(size=52)
        )

    def beat_scores(self, o, p):
        self.add_subcaption(  # attention.c2v:100
            "These scores are large or small, some even below zero. We want shares: nothing negative, and a hundred per cent in all.",
            duration=8.8,
        )
        self.play(Write(o.scores.part("col", 0)))  # attention.c2v:101
        self.wait(7.8)

    def beat_powers(self, o, p):
        self.add_subcaption(  # attention.c2v:104
            "So take e to the power of each score. Now everything is positive, and what was large is far ahead.",
            duration=8,
        )
        self.play(Write(o.scores.part("col", 1)))  # attention.c2v:105
        self.wait(7)

    def beat_shares(self, o, p):
        self.add_subcaption(  # attention.c2v:108
            "Divide each by the sum of all. This is called softmax. Two thirds of what “it” takes over come from the cat.",
            duration=8.8,
        )
        self.play(Write(o.scores.part("col", 2)))  # attention.c2v:109
        self.play(Write(o.law))  # attention.c2v:110
        self.wait(6.4)
        self.play(Highlight(o.scores.item(1, 2)))  # attention.c2v:111


"""Attention: how words look at each other: A weighted sum of values. Made from attention.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")

values = L(P(-1, 0.4), P(2.6, 1.2), P(-0.6, 2.1), P(-0.6, -0.8), P(1.4, -0.6))  # attention.c2v:13
taken = L(0.006617597553495446, 0.6746612720373212, 0.16635753857080343,  # attention.c2v:18
    0.009972729619913913, 0.14239086221846595)


class Mixing(Lesson):  # attention.c2v:115
    title = "A weighted sum of values"
    layout = "notes"
    beats = (
        Beat("values", "Each word has a value to give", color="teal"),  # attention.c2v:132
        Beat("shrink", "Shrink each value to its share", color="teal"),  # attention.c2v:138
        Beat("add", "Add them up", color="gold"),  # attention.c2v:143
    )

    def declare(self, o, p):
        p.weight = 0  # attention.c2v:117
        p.chain = 0  # attention.c2v:118

        def part(j):  # attention.c2v:119
            return mix(1, taken[j], p.weight) * values[j]

        def foot(j):  # attention.c2v:120
            return p.chain * (sum(L(*(part(i) for i in span(0, j)))) - part(j))

        o.space = plane(x=(-1.5, 3.5), y=(-1.2, 2.5)).fit("A1:F6")  # attention.c2v:123
        with on(o.space):
            o.value = family()
            o.value[0] = (  # attention.c2v:125
                arrow(lambda: foot(0), lambda: foot(0) + part(0))
                .style(color="teal")
            )
            o.value[1] = (  # attention.c2v:125
                arrow(lambda: foot(1), lambda: foot(1) + part(1))
                .style(color="teal")
            )
            o.value[2] = (  # attention.c2v:125
                arrow(lambda: foot(2), lambda: foot(2) + part(2))
                .style(color="teal")
            )
            o.value[3] = (  # attention.c2v:125
                arrow(lambda: foot(3), lambda: foot(3) + part(3))
                .style(color="teal")
            )
            o.value[4] = (  # attention.c2v:125
                arrow(lambda: foot(4), lambda: foot(4) + part(4))
                .style(color="teal")
            )
            o.total = vector(P(1.84105075593, 1.06817869544)).style(color="gold")  # attention.c2v:126
        o.name = family()
        o.name[0] = label("the", o.value[0], at=1, side="up").style(color="teal")  # attention.c2v:128
        o.name[1] = label("cat", o.value[1], at=1, side="up").style(color="teal")  # attention.c2v:128
        o.name[2] = label("slept", o.value[2], at=1, side="up").style(color="teal")  # attention.c2v:128
        o.name[3] = label("because", o.value[3], at=1, side="up").style(color="teal")  # attention.c2v:128
        o.name[4] = label("it", o.value[4], at=1, side="up").style(color="teal")  # attention.c2v:128
        o.total_name = label("the new “it”", o.total, at=1, side="up").style(color="gold")  # attention.c2v:129

    def beat_values(self, o, p):
        self.add_subcaption(  # attention.c2v:133
            "What is taken over? Each word has a third vector, its value. It says: this is what I give to those who ask me.",
            duration=9.6,
        )
        self.play(Draw(o.space))  # attention.c2v:134
        self.play(Draw(*o.value, stagger=0.2))  # attention.c2v:135
        self.play(Write(*o.name))  # attention.c2v:136
        self.wait(5.8)

    def beat_shrink(self, o, p):
        self.add_subcaption(  # attention.c2v:139
            "Each value is multiplied by its share. The cat stays long, and the others become short.",
            duration=6.4,
        )
        self.play(Hide(o.name[0], o.name[2], o.name[3], o.name[4], run_time=0.5))  # attention.c2v:140
        self.play(Set(weight=1, run_time=3))  # attention.c2v:141
        self.wait(2.9)

    def beat_add(self, o, p):
        self.add_subcaption(  # attention.c2v:144
            "And then they are added. The sum is the new vector of “it”, and most of it came from the cat. Now the model knows what it is talking about.",
            duration=12,
        )
        self.play(Hide(o.name[1], run_time=0.5))  # attention.c2v:145
        self.play(Set(chain=1, run_time=3))  # attention.c2v:146
        self.play(Draw(o.total))  # attention.c2v:147
        self.play(Write(o.total_name))  # attention.c2v:148
        self.wait(6.5)


"""Attention: how words look at each other: Every word does it at once. Made from attention.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class AllWords(Lesson):  # attention.c2v:152
    title = "Every word does it at once"
    layout = "wide"
    beats = (
        Beat("grid"),  # attention.c2v:168
        Beat("law"),  # attention.c2v:178
    )

    def declare(self, o, p):
        o.tile = family()
        o.tile[0, 0] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-4, 1.4))
            .style(stroke=("gray", 1), fill=("gold", 0.6))
        )
        o.share = family()
        o.share[0, 0] = text("100 %").at(o.tile[0, 0]).style(size=26)  # attention.c2v:160
        o.asker = family()
        o.asker[0] = text("the").left_of(o.tile[0, 0], gap=0.3).style(size=30)  # attention.c2v:162
        o.asked = family()
        o.asked[0] = text("the").above(o.tile[0, 0], gap=0.15).style(color="teal", size=26)  # attention.c2v:163
        o.tile[1, 0] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-4, 0.6))
            .style(stroke=("gray", 1), fill=("gold", 0.023111118317))
        )
        o.share[1, 0] = text("4 %").at(o.tile[1, 0]).style(size=26)  # attention.c2v:160
        o.tile[1, 1] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-2.7, 0.6))
            .style(stroke=("gray", 1), fill=("gold", 0.576888881683))
        )
        o.share[1, 1] = text("96 %").at(o.tile[1, 1]).style(size=26)  # attention.c2v:160
        o.asker[1] = text("cat").left_of(o.tile[1, 0], gap=0.3).style(size=30)  # attention.c2v:162
        o.asked[1] = text("cat").above(o.tile[1, 1], gap=0.15).style(color="teal", size=26)  # attention.c2v:163
        o.tile[2, 0] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-4, -0.2))
            .style(stroke=("gray", 1), fill=("gold", 0.00775950864023))
        )
        o.share[2, 0] = text("1 %").at(o.tile[2, 0]).style(size=26)  # attention.c2v:160
        o.tile[2, 1] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-2.7, -0.2))
            .style(stroke=("gray", 1), fill=("gold", 0.482230692532))
        )
        o.share[2, 1] = text("80 %").at(o.tile[2, 1]).style(size=26)  # attention.c2v:160
        o.tile[2, 2] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-1.4, -0.2))
            .style(stroke=("gray", 1), fill=("gold", 0.110009798828))
        )
        o.share[2, 2] = text("18 %").at(o.tile[2, 2]).style(size=26)  # attention.c2v:160
        o.asker[2] = text("slept").left_of(o.tile[2, 0], gap=0.3).style(size=30)  # attention.c2v:162
        o.asked[2] = (  # attention.c2v:163
            text("slept")
            .above(o.tile[2, 2], gap=0.15)
            .style(color="teal", size=26)
        )
        o.tile[3, 0] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-4, -1))
            .style(stroke=("gray", 1), fill=("gold", 0.0407275408807))
        )
        o.share[3, 0] = text("7 %").at(o.tile[3, 0]).style(size=26)  # attention.c2v:160
        o.tile[3, 1] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-2.7, -1))
            .style(stroke=("gray", 1), fill=("gold", 0.118467159046))
        )
        o.share[3, 1] = text("20 %").at(o.tile[3, 1]).style(size=26)  # attention.c2v:160
        o.tile[3, 2] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-1.4, -1))
            .style(stroke=("gray", 1), fill=("gold", 0.325641955051))
        )
        o.share[3, 2] = text("54 %").at(o.tile[3, 2]).style(size=26)  # attention.c2v:160
        o.tile[3, 3] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-0.1, -1))
            .style(stroke=("gray", 1), fill=("gold", 0.115163345023))
        )
        o.share[3, 3] = text("19 %").at(o.tile[3, 3]).style(size=26)  # attention.c2v:160
        o.asker[3] = text("because").left_of(o.tile[3, 0], gap=0.3).style(size=30)  # attention.c2v:162
        o.asked[3] = (  # attention.c2v:163
            text("because")
            .above(o.tile[3, 3], gap=0.15)
            .style(color="teal", size=26)
        )
        o.tile[4, 0] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-4, -1.8))
            .style(stroke=("gray", 1), fill=("gold", 0.0039705585321))
        )
        o.share[4, 0] = text("1 %").at(o.tile[4, 0]).style(size=26)  # attention.c2v:160
        o.tile[4, 1] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-2.7, -1.8))
            .style(stroke=("gray", 1), fill=("gold", 0.404796763222))
        )
        o.share[4, 1] = text("67 %").at(o.tile[4, 1]).style(size=26)  # attention.c2v:160
        o.tile[4, 2] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-1.4, -1.8))
            .style(stroke=("gray", 1), fill=("gold", 0.0998145231425))
        )
        o.share[4, 2] = text("17 %").at(o.tile[4, 2]).style(size=26)  # attention.c2v:160
        o.tile[4, 3] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(-0.1, -1.8))
            .style(stroke=("gray", 1), fill=("gold", 0.00598363777195))
        )
        o.share[4, 3] = text("1 %").at(o.tile[4, 3]).style(size=26)  # attention.c2v:160
        o.tile[4, 4] = (  # attention.c2v:157
            rect(w=1.25, h=0.75)
            .at(P(1.2, -1.8))
            .style(stroke=("gray", 1), fill=("gold", 0.0854345173311))
        )
        o.share[4, 4] = text("14 %").at(o.tile[4, 4]).style(size=26)  # attention.c2v:160
        o.asker[4] = text("it").left_of(o.tile[4, 0], gap=0.3).style(size=30)  # attention.c2v:162
        o.asked[4] = text("it").above(o.tile[4, 4], gap=0.15).style(color="teal", size=26)  # attention.c2v:163
        o.law = (  # attention.c2v:165
            math(
                r"\text{softmax}\left(\frac{Q K^\top}{\sqrt{d}}\right) V",
                pieces=[r"Q K^\top"],
            )
            .fit("B5:E6")
            .style(size=60)
        )

    def beat_grid(self, o, p):
        self.add_subcaption(  # attention.c2v:169
            "What “it” did, every word does at the same time. Each row holds the shares of one word. A word may only look back, so the upper corner stays empty.",
            duration=12,
        )
        self.play(
            Write(o.asker[0], o.asked[0]),  # attention.c2v:172
            Show(o.tile[0, 0], o.share[0, 0]),  # attention.c2v:173
        )
        self.play(
            Write(o.asker[1], o.asked[1]),  # attention.c2v:172
            Show(o.tile[1, 0], o.tile[1, 1], o.share[1, 0], o.share[1, 1]),  # attention.c2v:173
        )
        self.play(
            Write(o.asker[2], o.asked[2]),  # attention.c2v:172
            Show(  # attention.c2v:173
                o.tile[2, 0],
                o.tile[2, 1],
                o.tile[2, 2],
                o.share[2, 0],
                o.share[2, 1],
                o.share[2, 2],
            ),
        )
        self.play(
            Write(o.asker[3], o.asked[3]),  # attention.c2v:172
            Show(  # attention.c2v:173
                o.tile[3, 0],
                o.tile[3, 1],
                o.tile[3, 2],
                o.tile[3, 3],
                o.share[3, 0],
                o.share[3, 1],
                o.share[3, 2],
                o.share[3, 3],
            ),
        )
        self.play(
            Write(o.asker[4], o.asked[4]),  # attention.c2v:172
            Show(  # attention.c2v:173
                o.tile[4, 0],
                o.tile[4, 1],
                o.tile[4, 2],
                o.tile[4, 3],
                o.tile[4, 4],
                o.share[4, 0],
                o.share[4, 1],
                o.share[4, 2],
                o.share[4, 3],
                o.share[4, 4],
            ),
        )
        self.wait(4.2)
        self.play(Outline(o.share[2, 1]))  # attention.c2v:176
        self.wait(1.8)

    def beat_law(self, o, p):
        self.add_subcaption(  # attention.c2v:179
            "Written with matrices, this is one line: queries times keys, softmax, times values. A language model does little else, hundreds of times in a row.",
            duration=10,
        )
        self.play(Write(o.law, run_time=2))  # attention.c2v:180
        self.play(Highlight(o.law.piece(r"Q K^\top")))  # attention.c2v:181
        self.wait(7)
