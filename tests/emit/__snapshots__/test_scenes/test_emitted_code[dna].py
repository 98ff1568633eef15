"""How a cell reads its DNA: A text of four letters. Made from dna.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Pairs(Lesson):  # dna.c2v:24
    title = "A text of four letters"
    layout = "notes"
    clears = False
    beats = (
        Beat("letters", "DNA is written in four letters"),  # dna.c2v:34
        Beat("partners", "Each letter has one partner", color="green"),  # dna.c2v:42
    )

    def declare(self, o, p):
        o.top = family()
        o.top[0] = component().at(P(-3.74, 1))  # dna.c2v:27
        o.top[0].tile = rect(w=0.62, h=0.7).style(stroke=("green", 3), fill=("green", 0.25))  # dna.c2v:20
        o.top[0].name = text("A").at(o.top[0].tile).style(size=34)  # dna.c2v:21
        o.bottom = family()
        o.bottom[0] = component().at(P(-3.74, -0.6))  # dna.c2v:28
        o.bottom[0].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[0].name = text("T").at(o.bottom[0].tile).style(size=34)  # dna.c2v:21
        o.bond = family()
        o.bond[0] = line(o.top[0], o.bottom[0]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[1] = component().at(P(-3.06, 1))  # dna.c2v:27
        o.top[1].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[1].name = text("T").at(o.top[1].tile).style(size=34)  # dna.c2v:21
        o.bottom[1] = component().at(P(-3.06, -0.6))  # dna.c2v:28
        o.bottom[1].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[1].name = text("A").at(o.bottom[1].tile).style(size=34)  # dna.c2v:21
        o.bond[1] = line(o.top[1], o.bottom[1]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[2] = component().at(P(-2.38, 1))  # dna.c2v:27
        o.top[2].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[2].name = text("G").at(o.top[2].tile).style(size=34)  # dna.c2v:21
        o.bottom[2] = component().at(P(-2.38, -0.6))  # dna.c2v:28
        o.bottom[2].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[2].name = text("C").at(o.bottom[2].tile).style(size=34)  # dna.c2v:21
        o.bond[2] = line(o.top[2], o.bottom[2]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[3] = component().at(P(-1.7, 1))  # dna.c2v:27
        o.top[3].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[3].name = text("T").at(o.top[3].tile).style(size=34)  # dna.c2v:21
        o.bottom[3] = component().at(P(-1.7, -0.6))  # dna.c2v:28
        o.bottom[3].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[3].name = text("A").at(o.bottom[3].tile).style(size=34)  # dna.c2v:21
        o.bond[3] = line(o.top[3], o.bottom[3]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[4] = component().at(P(-1.02, 1))  # dna.c2v:27
        o.top[4].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[4].name = text("T").at(o.top[4].tile).style(size=34)  # dna.c2v:21
        o.bottom[4] = component().at(P(-1.02, -0.6))  # dna.c2v:28
        o.bottom[4].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[4].name = text("A").at(o.bottom[4].tile).style(size=34)  # dna.c2v:21
        o.bond[4] = line(o.top[4], o.bottom[4]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[5] = component().at(P(-0.34, 1))  # dna.c2v:27
        o.top[5].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[5].name = text("T").at(o.top[5].tile).style(size=34)  # dna.c2v:21
        o.bottom[5] = component().at(P(-0.34, -0.6))  # dna.c2v:28
        o.bottom[5].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[5].name = text("A").at(o.bottom[5].tile).style(size=34)  # dna.c2v:21
        o.bond[5] = line(o.top[5], o.bottom[5]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[6] = component().at(P(0.34, 1))  # dna.c2v:27
        o.top[6].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[6].name = text("G").at(o.top[6].tile).style(size=34)  # dna.c2v:21
        o.bottom[6] = component().at(P(0.34, -0.6))  # dna.c2v:28
        o.bottom[6].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[6].name = text("C").at(o.bottom[6].tile).style(size=34)  # dna.c2v:21
        o.bond[6] = line(o.top[6], o.bottom[6]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[7] = component().at(P(1.02, 1))  # dna.c2v:27
        o.top[7].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[7].name = text("G").at(o.top[7].tile).style(size=34)  # dna.c2v:21
        o.bottom[7] = component().at(P(1.02, -0.6))  # dna.c2v:28
        o.bottom[7].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[7].name = text("C").at(o.bottom[7].tile).style(size=34)  # dna.c2v:21
        o.bond[7] = line(o.top[7], o.bottom[7]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[8] = component().at(P(1.7, 1))  # dna.c2v:27
        o.top[8].tile = rect(w=0.62, h=0.7).style(stroke=("blue", 3), fill=("blue", 0.25))  # dna.c2v:20
        o.top[8].name = text("C").at(o.top[8].tile).style(size=34)  # dna.c2v:21
        o.bottom[8] = component().at(P(1.7, -0.6))  # dna.c2v:28
        o.bottom[8].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("gold", 3), fill=("gold", 0.25))
        )
        o.bottom[8].name = text("G").at(o.bottom[8].tile).style(size=34)  # dna.c2v:21
        o.bond[8] = line(o.top[8], o.bottom[8]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[9] = component().at(P(2.38, 1))  # dna.c2v:27
        o.top[9].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[9].name = text("T").at(o.top[9].tile).style(size=34)  # dna.c2v:21
        o.bottom[9] = component().at(P(2.38, -0.6))  # dna.c2v:28
        o.bottom[9].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[9].name = text("A").at(o.bottom[9].tile).style(size=34)  # dna.c2v:21
        o.bond[9] = line(o.top[9], o.bottom[9]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[10] = component().at(P(3.06, 1))  # dna.c2v:27
        o.top[10].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.top[10].name = text("A").at(o.top[10].tile).style(size=34)  # dna.c2v:21
        o.bottom[10] = component().at(P(3.06, -0.6))  # dna.c2v:28
        o.bottom[10].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[10].name = text("T").at(o.bottom[10].tile).style(size=34)  # dna.c2v:21
        o.bond[10] = line(o.top[10], o.bottom[10]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[11] = component().at(P(3.74, 1))  # dna.c2v:27
        o.top[11].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.top[11].name = text("A").at(o.top[11].tile).style(size=34)  # dna.c2v:21
        o.bottom[11] = component().at(P(3.74, -0.6))  # dna.c2v:28
        o.bottom[11].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[11].name = text("T").at(o.bottom[11].tile).style(size=34)  # dna.c2v:21
        o.bond[11] = line(o.top[11], o.bottom[11]).style(stroke=("gray", 3))  # dna.c2v:29
        o.rule = text("A pairs with T, and C with G").fit("E1:E6").style(size=40)  # dna.c2v:31

    def beat_letters(self, o, p):
        self.add_subcaption(  # dna.c2v:35
            "In almost every cell of your body there is a text three thousand million letters long. It has only four letters: A, C, G and T. They are called bases.",
            duration=12,
        )
        self.play(  # dna.c2v:36
            Pop(
                o.top[0].tile,
                o.top[0].name,
                o.top[1].tile,
                o.top[1].name,
                o.top[2].tile,
                o.top[2].name,
                o.top[3].tile,
                o.top[3].name,
                o.top[4].tile,
                o.top[4].name,
                o.top[5].tile,
                o.top[5].name,
                o.top[6].tile,
                o.top[6].name,
                o.top[7].tile,
                o.top[7].name,
                o.top[8].tile,
                o.top[8].name,
                o.top[9].tile,
                o.top[9].name,
                o.top[10].tile,
                o.top[10].name,
                o.top[11].tile,
                o.top[11].name,
                stagger=0.15,
            ),
        )
        self.wait(3.95)
        self.play(Highlight(o.top[0], run_time=0.5))  # dna.c2v:37
        self.play(Highlight(o.top[8], run_time=0.5))  # dna.c2v:38
        self.play(Highlight(o.top[2], run_time=0.5))  # dna.c2v:39
        self.wait(0.1)
        self.play(Highlight(o.top[1], run_time=0.5))  # dna.c2v:40
        self.wait(1.5)

    def beat_partners(self, o, p):
        self.add_subcaption(  # dna.c2v:43
            "DNA is a double strand. Facing each letter stands its partner: A always pairs with T, and C with G. So if you know one strand, you know the other.",
            duration=12,
        )
        self.wait(4.8)
        self.play(Write(o.rule))  # dna.c2v:44
        self.wait(5.8)
        self.play(
            Pop(  # dna.c2v:47
                o.bottom[0].tile,
                o.bottom[0].name,
                o.bottom[1].tile,
                o.bottom[1].name,
                o.bottom[2].tile,
                o.bottom[2].name,
                o.bottom[3].tile,
                o.bottom[3].name,
                o.bottom[4].tile,
                o.bottom[4].name,
                o.bottom[5].tile,
                o.bottom[5].name,
                o.bottom[6].tile,
                o.bottom[6].name,
                o.bottom[7].tile,
                o.bottom[7].name,
                o.bottom[8].tile,
                o.bottom[8].name,
                o.bottom[9].tile,
                o.bottom[9].name,
                o.bottom[10].tile,
                o.bottom[10].name,
                o.bottom[11].tile,
                o.bottom[11].name,
                stagger=0.15,
            ),
            Draw(*o.bond, stagger=0.15),  # dna.c2v:48
        )


"""How a cell reads its DNA: Making a copy. Made from dna.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Pairs(Lesson):  # dna.c2v:24
    title = "A text of four letters"
    layout = "notes"
    clears = False
    beats = (
        Beat("letters", "DNA is written in four letters"),  # dna.c2v:34
        Beat("partners", "Each letter has one partner", color="green"),  # dna.c2v:42
    )

    def declare(self, o, p):
        o.top = family()
        o.top[0] = component().at(P(-3.74, 1))  # dna.c2v:27
        o.top[0].tile = rect(w=0.62, h=0.7).style(stroke=("green", 3), fill=("green", 0.25))  # dna.c2v:20
        o.top[0].name = text("A").at(o.top[0].tile).style(size=34)  # dna.c2v:21
        o.bottom = family()
        o.bottom[0] = component().at(P(-3.74, -0.6))  # dna.c2v:28
        o.bottom[0].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[0].name = text("T").at(o.bottom[0].tile).style(size=34)  # dna.c2v:21
        o.bond = family()
        o.bond[0] = line(o.top[0], o.bottom[0]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[1] = component().at(P(-3.06, 1))  # dna.c2v:27
        o.top[1].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[1].name = text("T").at(o.top[1].tile).style(size=34)  # dna.c2v:21
        o.bottom[1] = component().at(P(-3.06, -0.6))  # dna.c2v:28
        o.bottom[1].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[1].name = text("A").at(o.bottom[1].tile).style(size=34)  # dna.c2v:21
        o.bond[1] = line(o.top[1], o.bottom[1]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[2] = component().at(P(-2.38, 1))  # dna.c2v:27
        o.top[2].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[2].name = text("G").at(o.top[2].tile).style(size=34)  # dna.c2v:21
        o.bottom[2] = component().at(P(-2.38, -0.6))  # dna.c2v:28
        o.bottom[2].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[2].name = text("C").at(o.bottom[2].tile).style(size=34)  # dna.c2v:21
        o.bond[2] = line(o.top[2], o.bottom[2]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[3] = component().at(P(-1.7, 1))  # dna.c2v:27
        o.top[3].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[3].name = text("T").at(o.top[3].tile).style(size=34)  # dna.c2v:21
        o.bottom[3] = component().at(P(-1.7, -0.6))  # dna.c2v:28
        o.bottom[3].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[3].name = text("A").at(o.bottom[3].tile).style(size=34)  # dna.c2v:21
        o.bond[3] = line(o.top[3], o.bottom[3]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[4] = component().at(P(-1.02, 1))  # dna.c2v:27
        o.top[4].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[4].name = text("T").at(o.top[4].tile).style(size=34)  # dna.c2v:21
        o.bottom[4] = component().at(P(-1.02, -0.6))  # dna.c2v:28
        o.bottom[4].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[4].name = text("A").at(o.bottom[4].tile).style(size=34)  # dna.c2v:21
        o.bond[4] = line(o.top[4], o.bottom[4]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[5] = component().at(P(-0.34, 1))  # dna.c2v:27
        o.top[5].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[5].name = text("T").at(o.top[5].tile).style(size=34)  # dna.c2v:21
        o.bottom[5] = component().at(P(-0.34, -0.6))  # dna.c2v:28
        o.bottom[5].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[5].name = text("A").at(o.bottom[5].tile).style(size=34)  # dna.c2v:21
        o.bond[5] = line(o.top[5], o.bottom[5]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[6] = component().at(P(0.34, 1))  # dna.c2v:27
        o.top[6].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[6].name = text("G").at(o.top[6].tile).style(size=34)  # dna.c2v:21
        o.bottom[6] = component().at(P(0.34, -0.6))  # dna.c2v:28
        o.bottom[6].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[6].name = text("C").at(o.bottom[6].tile).style(size=34)  # dna.c2v:21
        o.bond[6] = line(o.top[6], o.bottom[6]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[7] = component().at(P(1.02, 1))  # dna.c2v:27
        o.top[7].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[7].name = text("G").at(o.top[7].tile).style(size=34)  # dna.c2v:21
        o.bottom[7] = component().at(P(1.02, -0.6))  # dna.c2v:28
        o.bottom[7].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[7].name = text("C").at(o.bottom[7].tile).style(size=34)  # dna.c2v:21
        o.bond[7] = line(o.top[7], o.bottom[7]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[8] = component().at(P(1.7, 1))  # dna.c2v:27
        o.top[8].tile = rect(w=0.62, h=0.7).style(stroke=("blue", 3), fill=("blue", 0.25))  # dna.c2v:20
        o.top[8].name = text("C").at(o.top[8].tile).style(size=34)  # dna.c2v:21
        o.bottom[8] = component().at(P(1.7, -0.6))  # dna.c2v:28
        o.bottom[8].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("gold", 3), fill=("gold", 0.25))
        )
        o.bottom[8].name = text("G").at(o.bottom[8].tile).style(size=34)  # dna.c2v:21
        o.bond[8] = line(o.top[8], o.bottom[8]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[9] = component().at(P(2.38, 1))  # dna.c2v:27
        o.top[9].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[9].name = text("T").at(o.top[9].tile).style(size=34)  # dna.c2v:21
        o.bottom[9] = component().at(P(2.38, -0.6))  # dna.c2v:28
        o.bottom[9].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[9].name = text("A").at(o.bottom[9].tile).style(size=34)  # dna.c2v:21
        o.bond[9] = line(o.top[9], o.bottom[9]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[10] = component().at(P(3.06, 1))  # dna.c2v:27
        o.top[10].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.top[10].name = text("A").at(o.top[10].tile).style(size=34)  # dna.c2v:21
        o.bottom[10] = component().at(P(3.06, -0.6))  # dna.c2v:28
        o.bottom[10].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[10].name = text("T").at(o.bottom[10].tile).style(size=34)  # dna.c2v:21
        o.bond[10] = line(o.top[10], o.bottom[10]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[11] = component().at(P(3.74, 1))  # dna.c2v:27
        o.top[11].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.top[11].name = text("A").at(o.top[11].tile).style(size=34)  # dna.c2v:21
        o.bottom[11] = component().at(P(3.74, -0.6))  # dna.c2v:28
        o.bottom[11].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[11].name = text("T").at(o.bottom[11].tile).style(size=34)  # dna.c2v:21
        o.bond[11] = line(o.top[11], o.bottom[11]).style(stroke=("gray", 3))  # dna.c2v:29
        o.rule = text("A pairs with T, and C with G").fit("E1:E6").style(size=40)  # dna.c2v:31

    def beat_letters(self, o, p):
        self.add_subcaption(  # dna.c2v:35
            "In almost every cell of your body there is a text three thousand million letters long. It has only four letters: A, C, G and T. They are called bases.",
            duration=12,
        )
        self.play(  # dna.c2v:36
            Pop(
                o.top[0].tile,
                o.top[0].name,
                o.top[1].tile,
                o.top[1].name,
                o.top[2].tile,
                o.top[2].name,
                o.top[3].tile,
                o.top[3].name,
                o.top[4].tile,
                o.top[4].name,
                o.top[5].tile,
                o.top[5].name,
                o.top[6].tile,
                o.top[6].name,
                o.top[7].tile,
                o.top[7].name,
                o.top[8].tile,
                o.top[8].name,
                o.top[9].tile,
                o.top[9].name,
                o.top[10].tile,
                o.top[10].name,
                o.top[11].tile,
                o.top[11].name,
                stagger=0.15,
            ),
        )
        self.wait(3.95)
        self.play(Highlight(o.top[0], run_time=0.5))  # dna.c2v:37
        self.play(Highlight(o.top[8], run_time=0.5))  # dna.c2v:38
        self.play(Highlight(o.top[2], run_time=0.5))  # dna.c2v:39
        self.wait(0.1)
        self.play(Highlight(o.top[1], run_time=0.5))  # dna.c2v:40
        self.wait(1.5)

    def beat_partners(self, o, p):
        self.add_subcaption(  # dna.c2v:43
            "DNA is a double strand. Facing each letter stands its partner: A always pairs with T, and C with G. So if you know one strand, you know the other.",
            duration=12,
        )
        self.wait(4.8)
        self.play(Write(o.rule))  # dna.c2v:44
        self.wait(5.8)
        self.play(
            Pop(  # dna.c2v:47
                o.bottom[0].tile,
                o.bottom[0].name,
                o.bottom[1].tile,
                o.bottom[1].name,
                o.bottom[2].tile,
                o.bottom[2].name,
                o.bottom[3].tile,
                o.bottom[3].name,
                o.bottom[4].tile,
                o.bottom[4].name,
                o.bottom[5].tile,
                o.bottom[5].name,
                o.bottom[6].tile,
                o.bottom[6].name,
                o.bottom[7].tile,
                o.bottom[7].name,
                o.bottom[8].tile,
                o.bottom[8].name,
                o.bottom[9].tile,
                o.bottom[9].name,
                o.bottom[10].tile,
                o.bottom[10].name,
                o.bottom[11].tile,
                o.bottom[11].name,
                stagger=0.15,
            ),
            Draw(*o.bond, stagger=0.15),  # dna.c2v:48
        )


class Transcription(Pairs):  # dna.c2v:54
    title = "Making a copy"
    layout = "notes"
    clears = False
    beats = (
        Beat("open", "The strands come apart"),  # dna.c2v:60
        Beat("copy", "An enzyme copies, letter by letter", color="purple"),  # dna.c2v:69
    )

    def declare(self, o, p):
        o.enzyme = (  # dna.c2v:56
            ellipse(w=1.7, h=2.6)
            .at(P(-3.74, -0.7))
            .style(fill=("purple", 0.25), stroke=(None, None), layer=-1)
        )
        o.rna = family()
        o.rna[0] = component().at(P(-3.74, -0.2))  # dna.c2v:57
        o.rna[0].tile = rect(w=0.62, h=0.7).style(stroke=("green", 3), fill=("green", 0.25))  # dna.c2v:20
        o.rna[0].name = text("A").at(o.rna[0].tile).style(size=34)  # dna.c2v:21
        o.rna[1] = component().at(P(-3.06, -0.2))  # dna.c2v:57
        o.rna[1].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[1].name = text("U").at(o.rna[1].tile).style(size=34)  # dna.c2v:21
        o.rna[2] = component().at(P(-2.38, -0.2))  # dna.c2v:57
        o.rna[2].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[2].name = text("G").at(o.rna[2].tile).style(size=34)  # dna.c2v:21
        o.rna[3] = component().at(P(-1.7, -0.2))  # dna.c2v:57
        o.rna[3].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[3].name = text("U").at(o.rna[3].tile).style(size=34)  # dna.c2v:21
        o.rna[4] = component().at(P(-1.02, -0.2))  # dna.c2v:57
        o.rna[4].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[4].name = text("U").at(o.rna[4].tile).style(size=34)  # dna.c2v:21
        o.rna[5] = component().at(P(-0.34, -0.2))  # dna.c2v:57
        o.rna[5].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[5].name = text("U").at(o.rna[5].tile).style(size=34)  # dna.c2v:21
        o.rna[6] = component().at(P(0.34, -0.2))  # dna.c2v:57
        o.rna[6].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[6].name = text("G").at(o.rna[6].tile).style(size=34)  # dna.c2v:21
        o.rna[7] = component().at(P(1.02, -0.2))  # dna.c2v:57
        o.rna[7].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[7].name = text("G").at(o.rna[7].tile).style(size=34)  # dna.c2v:21
        o.rna[8] = component().at(P(1.7, -0.2))  # dna.c2v:57
        o.rna[8].tile = rect(w=0.62, h=0.7).style(stroke=("blue", 3), fill=("blue", 0.25))  # dna.c2v:20
        o.rna[8].name = text("C").at(o.rna[8].tile).style(size=34)  # dna.c2v:21
        o.rna[9] = component().at(P(2.38, -0.2))  # dna.c2v:57
        o.rna[9].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[9].name = text("U").at(o.rna[9].tile).style(size=34)  # dna.c2v:21
        o.rna[10] = component().at(P(3.06, -0.2))  # dna.c2v:57
        o.rna[10].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.rna[10].name = text("A").at(o.rna[10].tile).style(size=34)  # dna.c2v:21
        o.rna[11] = component().at(P(3.74, -0.2))  # dna.c2v:57
        o.rna[11].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.rna[11].name = text("A").at(o.rna[11].tile).style(size=34)  # dna.c2v:21

    def beat_open(self, o, p):
        self.add_subcaption(  # dna.c2v:61
            "The DNA never leaves the nucleus of the cell. To use a piece of it, the cell makes a copy. First the two strands come apart.",
            duration=10.4,
        )
        self.play(Hide(o.rule, run_time=0.5))  # dna.c2v:62
        self.play(Erase(*o.bond))  # dna.c2v:63
        self.play(
            Shift(*o.top, by=P(0, 1.2), run_time=2),  # dna.c2v:65
            Shift(*o.bottom, by=P(0, -0.8), run_time=2),  # dna.c2v:66
        )
        self.wait(6.9)

    def beat_copy(self, o, p):
        self.add_subcaption(  # dna.c2v:70
            "An enzyme glides along the lower strand. To each letter it adds the partner, and so a new strand grows. Watch closely: facing an A, it puts a U, not a T.",
            duration=12.8,
        )
        self.play(Grow(o.enzyme))  # dna.c2v:71
        self.play(
            Pop(o.rna[0], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-3.74, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[1], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-3.06, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[2], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-2.38, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[3], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-1.7, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[4], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-1.02, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[5], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-0.34, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[6], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(0.34, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[7], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(1.02, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[8], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(1.7, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[9], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(2.38, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[10], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(3.06, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[11], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(3.74, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.wait(3)
        self.play(Highlight(o.rna[1]))  # dna.c2v:78
        self.play(Hide(o.enzyme, run_time=0.5))  # dna.c2v:79
        self.wait(0.1)


"""How a cell reads its DNA: Three letters make a word. Made from dna.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Pairs(Lesson):  # dna.c2v:24
    title = "A text of four letters"
    layout = "notes"
    clears = False
    beats = (
        Beat("letters", "DNA is written in four letters"),  # dna.c2v:34
        Beat("partners", "Each letter has one partner", color="green"),  # dna.c2v:42
    )

    def declare(self, o, p):
        o.top = family()
        o.top[0] = component().at(P(-3.74, 1))  # dna.c2v:27
        o.top[0].tile = rect(w=0.62, h=0.7).style(stroke=("green", 3), fill=("green", 0.25))  # dna.c2v:20
        o.top[0].name = text("A").at(o.top[0].tile).style(size=34)  # dna.c2v:21
        o.bottom = family()
        o.bottom[0] = component().at(P(-3.74, -0.6))  # dna.c2v:28
        o.bottom[0].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[0].name = text("T").at(o.bottom[0].tile).style(size=34)  # dna.c2v:21
        o.bond = family()
        o.bond[0] = line(o.top[0], o.bottom[0]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[1] = component().at(P(-3.06, 1))  # dna.c2v:27
        o.top[1].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[1].name = text("T").at(o.top[1].tile).style(size=34)  # dna.c2v:21
        o.bottom[1] = component().at(P(-3.06, -0.6))  # dna.c2v:28
        o.bottom[1].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[1].name = text("A").at(o.bottom[1].tile).style(size=34)  # dna.c2v:21
        o.bond[1] = line(o.top[1], o.bottom[1]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[2] = component().at(P(-2.38, 1))  # dna.c2v:27
        o.top[2].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[2].name = text("G").at(o.top[2].tile).style(size=34)  # dna.c2v:21
        o.bottom[2] = component().at(P(-2.38, -0.6))  # dna.c2v:28
        o.bottom[2].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[2].name = text("C").at(o.bottom[2].tile).style(size=34)  # dna.c2v:21
        o.bond[2] = line(o.top[2], o.bottom[2]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[3] = component().at(P(-1.7, 1))  # dna.c2v:27
        o.top[3].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[3].name = text("T").at(o.top[3].tile).style(size=34)  # dna.c2v:21
        o.bottom[3] = component().at(P(-1.7, -0.6))  # dna.c2v:28
        o.bottom[3].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[3].name = text("A").at(o.bottom[3].tile).style(size=34)  # dna.c2v:21
        o.bond[3] = line(o.top[3], o.bottom[3]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[4] = component().at(P(-1.02, 1))  # dna.c2v:27
        o.top[4].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[4].name = text("T").at(o.top[4].tile).style(size=34)  # dna.c2v:21
        o.bottom[4] = component().at(P(-1.02, -0.6))  # dna.c2v:28
        o.bottom[4].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[4].name = text("A").at(o.bottom[4].tile).style(size=34)  # dna.c2v:21
        o.bond[4] = line(o.top[4], o.bottom[4]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[5] = component().at(P(-0.34, 1))  # dna.c2v:27
        o.top[5].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[5].name = text("T").at(o.top[5].tile).style(size=34)  # dna.c2v:21
        o.bottom[5] = component().at(P(-0.34, -0.6))  # dna.c2v:28
        o.bottom[5].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[5].name = text("A").at(o.bottom[5].tile).style(size=34)  # dna.c2v:21
        o.bond[5] = line(o.top[5], o.bottom[5]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[6] = component().at(P(0.34, 1))  # dna.c2v:27
        o.top[6].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[6].name = text("G").at(o.top[6].tile).style(size=34)  # dna.c2v:21
        o.bottom[6] = component().at(P(0.34, -0.6))  # dna.c2v:28
        o.bottom[6].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[6].name = text("C").at(o.bottom[6].tile).style(size=34)  # dna.c2v:21
        o.bond[6] = line(o.top[6], o.bottom[6]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[7] = component().at(P(1.02, 1))  # dna.c2v:27
        o.top[7].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[7].name = text("G").at(o.top[7].tile).style(size=34)  # dna.c2v:21
        o.bottom[7] = component().at(P(1.02, -0.6))  # dna.c2v:28
        o.bottom[7].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[7].name = text("C").at(o.bottom[7].tile).style(size=34)  # dna.c2v:21
        o.bond[7] = line(o.top[7], o.bottom[7]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[8] = component().at(P(1.7, 1))  # dna.c2v:27
        o.top[8].tile = rect(w=0.62, h=0.7).style(stroke=("blue", 3), fill=("blue", 0.25))  # dna.c2v:20
        o.top[8].name = text("C").at(o.top[8].tile).style(size=34)  # dna.c2v:21
        o.bottom[8] = component().at(P(1.7, -0.6))  # dna.c2v:28
        o.bottom[8].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("gold", 3), fill=("gold", 0.25))
        )
        o.bottom[8].name = text("G").at(o.bottom[8].tile).style(size=34)  # dna.c2v:21
        o.bond[8] = line(o.top[8], o.bottom[8]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[9] = component().at(P(2.38, 1))  # dna.c2v:27
        o.top[9].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[9].name = text("T").at(o.top[9].tile).style(size=34)  # dna.c2v:21
        o.bottom[9] = component().at(P(2.38, -0.6))  # dna.c2v:28
        o.bottom[9].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[9].name = text("A").at(o.bottom[9].tile).style(size=34)  # dna.c2v:21
        o.bond[9] = line(o.top[9], o.bottom[9]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[10] = component().at(P(3.06, 1))  # dna.c2v:27
        o.top[10].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.top[10].name = text("A").at(o.top[10].tile).style(size=34)  # dna.c2v:21
        o.bottom[10] = component().at(P(3.06, -0.6))  # dna.c2v:28
        o.bottom[10].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[10].name = text("T").at(o.bottom[10].tile).style(size=34)  # dna.c2v:21
        o.bond[10] = line(o.top[10], o.bottom[10]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[11] = component().at(P(3.74, 1))  # dna.c2v:27
        o.top[11].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.top[11].name = text("A").at(o.top[11].tile).style(size=34)  # dna.c2v:21
        o.bottom[11] = component().at(P(3.74, -0.6))  # dna.c2v:28
        o.bottom[11].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[11].name = text("T").at(o.bottom[11].tile).style(size=34)  # dna.c2v:21
        o.bond[11] = line(o.top[11], o.bottom[11]).style(stroke=("gray", 3))  # dna.c2v:29
        o.rule = text("A pairs with T, and C with G").fit("E1:E6").style(size=40)  # dna.c2v:31

    def beat_letters(self, o, p):
        self.add_subcaption(  # dna.c2v:35
            "In almost every cell of your body there is a text three thousand million letters long. It has only four letters: A, C, G and T. They are called bases.",
            duration=12,
        )
        self.play(  # dna.c2v:36
            Pop(
                o.top[0].tile,
                o.top[0].name,
                o.top[1].tile,
                o.top[1].name,
                o.top[2].tile,
                o.top[2].name,
                o.top[3].tile,
                o.top[3].name,
                o.top[4].tile,
                o.top[4].name,
                o.top[5].tile,
                o.top[5].name,
                o.top[6].tile,
                o.top[6].name,
                o.top[7].tile,
                o.top[7].name,
                o.top[8].tile,
                o.top[8].name,
                o.top[9].tile,
                o.top[9].name,
                o.top[10].tile,
                o.top[10].name,
                o.top[11].tile,
                o.top[11].name,
                stagger=0.15,
            ),
        )
        self.wait(3.95)
        self.play(Highlight(o.top[0], run_time=0.5))  # dna.c2v:37
        self.play(Highlight(o.top[8], run_time=0.5))  # dna.c2v:38
        self.play(Highlight(o.top[2], run_time=0.5))  # dna.c2v:39
        self.wait(0.1)
        self.play(Highlight(o.top[1], run_time=0.5))  # dna.c2v:40
        self.wait(1.5)

    def beat_partners(self, o, p):
        self.add_subcaption(  # dna.c2v:43
            "DNA is a double strand. Facing each letter stands its partner: A always pairs with T, and C with G. So if you know one strand, you know the other.",
            duration=12,
        )
        self.wait(4.8)
        self.play(Write(o.rule))  # dna.c2v:44
        self.wait(5.8)
        self.play(
            Pop(  # dna.c2v:47
                o.bottom[0].tile,
                o.bottom[0].name,
                o.bottom[1].tile,
                o.bottom[1].name,
                o.bottom[2].tile,
                o.bottom[2].name,
                o.bottom[3].tile,
                o.bottom[3].name,
                o.bottom[4].tile,
                o.bottom[4].name,
                o.bottom[5].tile,
                o.bottom[5].name,
                o.bottom[6].tile,
                o.bottom[6].name,
                o.bottom[7].tile,
                o.bottom[7].name,
                o.bottom[8].tile,
                o.bottom[8].name,
                o.bottom[9].tile,
                o.bottom[9].name,
                o.bottom[10].tile,
                o.bottom[10].name,
                o.bottom[11].tile,
                o.bottom[11].name,
                stagger=0.15,
            ),
            Draw(*o.bond, stagger=0.15),  # dna.c2v:48
        )


class Transcription(Pairs):  # dna.c2v:54
    title = "Making a copy"
    layout = "notes"
    clears = False
    beats = (
        Beat("open", "The strands come apart"),  # dna.c2v:60
        Beat("copy", "An enzyme copies, letter by letter", color="purple"),  # dna.c2v:69
    )

    def declare(self, o, p):
        o.enzyme = (  # dna.c2v:56
            ellipse(w=1.7, h=2.6)
            .at(P(-3.74, -0.7))
            .style(fill=("purple", 0.25), stroke=(None, None), layer=-1)
        )
        o.rna = family()
        o.rna[0] = component().at(P(-3.74, -0.2))  # dna.c2v:57
        o.rna[0].tile = rect(w=0.62, h=0.7).style(stroke=("green", 3), fill=("green", 0.25))  # dna.c2v:20
        o.rna[0].name = text("A").at(o.rna[0].tile).style(size=34)  # dna.c2v:21
        o.rna[1] = component().at(P(-3.06, -0.2))  # dna.c2v:57
        o.rna[1].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[1].name = text("U").at(o.rna[1].tile).style(size=34)  # dna.c2v:21
        o.rna[2] = component().at(P(-2.38, -0.2))  # dna.c2v:57
        o.rna[2].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[2].name = text("G").at(o.rna[2].tile).style(size=34)  # dna.c2v:21
        o.rna[3] = component().at(P(-1.7, -0.2))  # dna.c2v:57
        o.rna[3].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[3].name = text("U").at(o.rna[3].tile).style(size=34)  # dna.c2v:21
        o.rna[4] = component().at(P(-1.02, -0.2))  # dna.c2v:57
        o.rna[4].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[4].name = text("U").at(o.rna[4].tile).style(size=34)  # dna.c2v:21
        o.rna[5] = component().at(P(-0.34, -0.2))  # dna.c2v:57
        o.rna[5].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[5].name = text("U").at(o.rna[5].tile).style(size=34)  # dna.c2v:21
        o.rna[6] = component().at(P(0.34, -0.2))  # dna.c2v:57
        o.rna[6].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[6].name = text("G").at(o.rna[6].tile).style(size=34)  # dna.c2v:21
        o.rna[7] = component().at(P(1.02, -0.2))  # dna.c2v:57
        o.rna[7].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[7].name = text("G").at(o.rna[7].tile).style(size=34)  # dna.c2v:21
        o.rna[8] = component().at(P(1.7, -0.2))  # dna.c2v:57
        o.rna[8].tile = rect(w=0.62, h=0.7).style(stroke=("blue", 3), fill=("blue", 0.25))  # dna.c2v:20
        o.rna[8].name = text("C").at(o.rna[8].tile).style(size=34)  # dna.c2v:21
        o.rna[9] = component().at(P(2.38, -0.2))  # dna.c2v:57
        o.rna[9].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[9].name = text("U").at(o.rna[9].tile).style(size=34)  # dna.c2v:21
        o.rna[10] = component().at(P(3.06, -0.2))  # dna.c2v:57
        o.rna[10].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.rna[10].name = text("A").at(o.rna[10].tile).style(size=34)  # dna.c2v:21
        o.rna[11] = component().at(P(3.74, -0.2))  # dna.c2v:57
        o.rna[11].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.rna[11].name = text("A").at(o.rna[11].tile).style(size=34)  # dna.c2v:21

    def beat_open(self, o, p):
        self.add_subcaption(  # dna.c2v:61
            "The DNA never leaves the nucleus of the cell. To use a piece of it, the cell makes a copy. First the two strands come apart.",
            duration=10.4,
        )
        self.play(Hide(o.rule, run_time=0.5))  # dna.c2v:62
        self.play(Erase(*o.bond))  # dna.c2v:63
        self.play(
            Shift(*o.top, by=P(0, 1.2), run_time=2),  # dna.c2v:65
            Shift(*o.bottom, by=P(0, -0.8), run_time=2),  # dna.c2v:66
        )
        self.wait(6.9)

    def beat_copy(self, o, p):
        self.add_subcaption(  # dna.c2v:70
            "An enzyme glides along the lower strand. To each letter it adds the partner, and so a new strand grows. Watch closely: facing an A, it puts a U, not a T.",
            duration=12.8,
        )
        self.play(Grow(o.enzyme))  # dna.c2v:71
        self.play(
            Pop(o.rna[0], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-3.74, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[1], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-3.06, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[2], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-2.38, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[3], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-1.7, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[4], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-1.02, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[5], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-0.34, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[6], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(0.34, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[7], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(1.02, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[8], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(1.7, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[9], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(2.38, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[10], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(3.06, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[11], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(3.74, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.wait(3)
        self.play(Highlight(o.rna[1]))  # dna.c2v:78
        self.play(Hide(o.enzyme, run_time=0.5))  # dna.c2v:79
        self.wait(0.1)


class Words(Transcription):  # dna.c2v:83
    title = "Three letters make a word"
    layout = "notes"
    clears = False
    beats = (
        Beat("leave", "The copy leaves the nucleus", color="orange"),  # dna.c2v:94
        Beat("why", "Why three letters?", color="gold"),  # dna.c2v:101
        Beat("codons", "So three letters are one word", color="gold"),  # dna.c2v:108
    )

    def declare(self, o, p):
        o.name = text("messenger RNA").at(P(0, 1.1)).style(color="orange", size=40)  # dna.c2v:85
        o.codon_0_group = group(o.rna[0], o.rna[1], o.rna[2])  # dna.c2v:57
        o.codon = family()
        o.codon[0] = brace(o.codon_0_group)  # dna.c2v:86
        o.codon_1_group = group(o.rna[3], o.rna[4], o.rna[5])  # dna.c2v:57
        o.codon[1] = brace(o.codon_1_group)  # dna.c2v:86
        o.codon_2_group = group(o.rna[6], o.rna[7], o.rna[8])  # dna.c2v:57
        o.codon[2] = brace(o.codon_2_group)  # dna.c2v:86
        o.codon_3_group = group(o.rna[9], o.rna[10], o.rna[11])  # dna.c2v:57
        o.codon[3] = brace(o.codon_3_group)  # dna.c2v:86
        o.count = family()
        o.count[1] = (  # dna.c2v:88
            math(r"\text{letters: } 1 \qquad \text{words: } 4^{1} = 4")
            .at(P(0, -1.2))
            .style(size=44)
        )
        o.count[2] = (  # dna.c2v:88
            math(r"\text{letters: } 2 \qquad \text{words: } 4^{2} = 16")
            .at(P(0, -1.8))
            .style(size=44)
        )
        o.count[3] = (  # dna.c2v:88
            math(r"\text{letters: } 3 \qquad \text{words: } 4^{3} = 64", pieces=["64"])
            .at(P(0, -2.4))
            .style(size=44)
        )

    def beat_leave(self, o, p):
        self.add_subcaption(  # dna.c2v:95
            "The copy is called messenger RNA. It leaves the nucleus, and out in the cell it is going to be read as a recipe for a protein.",
            duration=10.8,
        )
        self.play(
            Write(o.name),  # dna.c2v:98
            Hide(*o.top, *o.bottom),  # dna.c2v:97
        )
        self.wait(9.8)

    def beat_why(self, o, p):
        self.add_subcaption(  # dna.c2v:102
            "A protein is a chain of amino acids, of twenty kinds. With one letter you could name only four of them, with two letters sixteen. With three there are sixty-four: enough.",
            duration=12.4,
        )
        self.wait(4.8)
        self.play(Write(o.count[1]))  # dna.c2v:103
        self.wait(3)
        self.play(Write(o.count[2]))  # dna.c2v:104
        self.wait(0.6)
        self.play(Write(o.count[3]))  # dna.c2v:105
        self.play(Highlight(o.count[3].piece("64")))  # dna.c2v:106

    def beat_codons(self, o, p):
        self.add_subcaption(  # dna.c2v:109
            "That is why the cell reads three letters at a time. Such a word is called a codon.",
            duration=7.2,
        )
        self.play(Hide(*o.count, run_time=0.5))  # dna.c2v:110
        self.play(Draw(*o.codon, stagger=0.3))  # dna.c2v:111
        self.wait(4.8)


"""How a cell reads its DNA: Building the protein. Made from dna.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Pairs(Lesson):  # dna.c2v:24
    title = "A text of four letters"
    layout = "notes"
    clears = False
    beats = (
        Beat("letters", "DNA is written in four letters"),  # dna.c2v:34
        Beat("partners", "Each letter has one partner", color="green"),  # dna.c2v:42
    )

    def declare(self, o, p):
        o.top = family()
        o.top[0] = component().at(P(-3.74, 1))  # dna.c2v:27
        o.top[0].tile = rect(w=0.62, h=0.7).style(stroke=("green", 3), fill=("green", 0.25))  # dna.c2v:20
        o.top[0].name = text("A").at(o.top[0].tile).style(size=34)  # dna.c2v:21
        o.bottom = family()
        o.bottom[0] = component().at(P(-3.74, -0.6))  # dna.c2v:28
        o.bottom[0].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[0].name = text("T").at(o.bottom[0].tile).style(size=34)  # dna.c2v:21
        o.bond = family()
        o.bond[0] = line(o.top[0], o.bottom[0]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[1] = component().at(P(-3.06, 1))  # dna.c2v:27
        o.top[1].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[1].name = text("T").at(o.top[1].tile).style(size=34)  # dna.c2v:21
        o.bottom[1] = component().at(P(-3.06, -0.6))  # dna.c2v:28
        o.bottom[1].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[1].name = text("A").at(o.bottom[1].tile).style(size=34)  # dna.c2v:21
        o.bond[1] = line(o.top[1], o.bottom[1]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[2] = component().at(P(-2.38, 1))  # dna.c2v:27
        o.top[2].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[2].name = text("G").at(o.top[2].tile).style(size=34)  # dna.c2v:21
        o.bottom[2] = component().at(P(-2.38, -0.6))  # dna.c2v:28
        o.bottom[2].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[2].name = text("C").at(o.bottom[2].tile).style(size=34)  # dna.c2v:21
        o.bond[2] = line(o.top[2], o.bottom[2]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[3] = component().at(P(-1.7, 1))  # dna.c2v:27
        o.top[3].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[3].name = text("T").at(o.top[3].tile).style(size=34)  # dna.c2v:21
        o.bottom[3] = component().at(P(-1.7, -0.6))  # dna.c2v:28
        o.bottom[3].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[3].name = text("A").at(o.bottom[3].tile).style(size=34)  # dna.c2v:21
        o.bond[3] = line(o.top[3], o.bottom[3]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[4] = component().at(P(-1.02, 1))  # dna.c2v:27
        o.top[4].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[4].name = text("T").at(o.top[4].tile).style(size=34)  # dna.c2v:21
        o.bottom[4] = component().at(P(-1.02, -0.6))  # dna.c2v:28
        o.bottom[4].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[4].name = text("A").at(o.bottom[4].tile).style(size=34)  # dna.c2v:21
        o.bond[4] = line(o.top[4], o.bottom[4]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[5] = component().at(P(-0.34, 1))  # dna.c2v:27
        o.top[5].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[5].name = text("T").at(o.top[5].tile).style(size=34)  # dna.c2v:21
        o.bottom[5] = component().at(P(-0.34, -0.6))  # dna.c2v:28
        o.bottom[5].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[5].name = text("A").at(o.bottom[5].tile).style(size=34)  # dna.c2v:21
        o.bond[5] = line(o.top[5], o.bottom[5]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[6] = component().at(P(0.34, 1))  # dna.c2v:27
        o.top[6].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[6].name = text("G").at(o.top[6].tile).style(size=34)  # dna.c2v:21
        o.bottom[6] = component().at(P(0.34, -0.6))  # dna.c2v:28
        o.bottom[6].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[6].name = text("C").at(o.bottom[6].tile).style(size=34)  # dna.c2v:21
        o.bond[6] = line(o.top[6], o.bottom[6]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[7] = component().at(P(1.02, 1))  # dna.c2v:27
        o.top[7].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.top[7].name = text("G").at(o.top[7].tile).style(size=34)  # dna.c2v:21
        o.bottom[7] = component().at(P(1.02, -0.6))  # dna.c2v:28
        o.bottom[7].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("blue", 3), fill=("blue", 0.25))
        )
        o.bottom[7].name = text("C").at(o.bottom[7].tile).style(size=34)  # dna.c2v:21
        o.bond[7] = line(o.top[7], o.bottom[7]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[8] = component().at(P(1.7, 1))  # dna.c2v:27
        o.top[8].tile = rect(w=0.62, h=0.7).style(stroke=("blue", 3), fill=("blue", 0.25))  # dna.c2v:20
        o.top[8].name = text("C").at(o.top[8].tile).style(size=34)  # dna.c2v:21
        o.bottom[8] = component().at(P(1.7, -0.6))  # dna.c2v:28
        o.bottom[8].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("gold", 3), fill=("gold", 0.25))
        )
        o.bottom[8].name = text("G").at(o.bottom[8].tile).style(size=34)  # dna.c2v:21
        o.bond[8] = line(o.top[8], o.bottom[8]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[9] = component().at(P(2.38, 1))  # dna.c2v:27
        o.top[9].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.top[9].name = text("T").at(o.top[9].tile).style(size=34)  # dna.c2v:21
        o.bottom[9] = component().at(P(2.38, -0.6))  # dna.c2v:28
        o.bottom[9].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.bottom[9].name = text("A").at(o.bottom[9].tile).style(size=34)  # dna.c2v:21
        o.bond[9] = line(o.top[9], o.bottom[9]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[10] = component().at(P(3.06, 1))  # dna.c2v:27
        o.top[10].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.top[10].name = text("A").at(o.top[10].tile).style(size=34)  # dna.c2v:21
        o.bottom[10] = component().at(P(3.06, -0.6))  # dna.c2v:28
        o.bottom[10].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[10].name = text("T").at(o.bottom[10].tile).style(size=34)  # dna.c2v:21
        o.bond[10] = line(o.top[10], o.bottom[10]).style(stroke=("gray", 3))  # dna.c2v:29
        o.top[11] = component().at(P(3.74, 1))  # dna.c2v:27
        o.top[11].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.top[11].name = text("A").at(o.top[11].tile).style(size=34)  # dna.c2v:21
        o.bottom[11] = component().at(P(3.74, -0.6))  # dna.c2v:28
        o.bottom[11].tile = rect(w=0.62, h=0.7).style(stroke=("red", 3), fill=("red", 0.25))  # dna.c2v:20
        o.bottom[11].name = text("T").at(o.bottom[11].tile).style(size=34)  # dna.c2v:21
        o.bond[11] = line(o.top[11], o.bottom[11]).style(stroke=("gray", 3))  # dna.c2v:29
        o.rule = text("A pairs with T, and C with G").fit("E1:E6").style(size=40)  # dna.c2v:31

    def beat_letters(self, o, p):
        self.add_subcaption(  # dna.c2v:35
            "In almost every cell of your body there is a text three thousand million letters long. It has only four letters: A, C, G and T. They are called bases.",
            duration=12,
        )
        self.play(  # dna.c2v:36
            Pop(
                o.top[0].tile,
                o.top[0].name,
                o.top[1].tile,
                o.top[1].name,
                o.top[2].tile,
                o.top[2].name,
                o.top[3].tile,
                o.top[3].name,
                o.top[4].tile,
                o.top[4].name,
                o.top[5].tile,
                o.top[5].name,
                o.top[6].tile,
                o.top[6].name,
                o.top[7].tile,
                o.top[7].name,
                o.top[8].tile,
                o.top[8].name,
                o.top[9].tile,
                o.top[9].name,
                o.top[10].tile,
                o.top[10].name,
                o.top[11].tile,
                o.top[11].name,
                stagger=0.15,
            ),
        )
        self.wait(3.95)
        self.play(Highlight(o.top[0], run_time=0.5))  # dna.c2v:37
        self.play(Highlight(o.top[8], run_time=0.5))  # dna.c2v:38
        self.play(Highlight(o.top[2], run_time=0.5))  # dna.c2v:39
        self.wait(0.1)
        self.play(Highlight(o.top[1], run_time=0.5))  # dna.c2v:40
        self.wait(1.5)

    def beat_partners(self, o, p):
        self.add_subcaption(  # dna.c2v:43
            "DNA is a double strand. Facing each letter stands its partner: A always pairs with T, and C with G. So if you know one strand, you know the other.",
            duration=12,
        )
        self.wait(4.8)
        self.play(Write(o.rule))  # dna.c2v:44
        self.wait(5.8)
        self.play(
            Pop(  # dna.c2v:47
                o.bottom[0].tile,
                o.bottom[0].name,
                o.bottom[1].tile,
                o.bottom[1].name,
                o.bottom[2].tile,
                o.bottom[2].name,
                o.bottom[3].tile,
                o.bottom[3].name,
                o.bottom[4].tile,
                o.bottom[4].name,
                o.bottom[5].tile,
                o.bottom[5].name,
                o.bottom[6].tile,
                o.bottom[6].name,
                o.bottom[7].tile,
                o.bottom[7].name,
                o.bottom[8].tile,
                o.bottom[8].name,
                o.bottom[9].tile,
                o.bottom[9].name,
                o.bottom[10].tile,
                o.bottom[10].name,
                o.bottom[11].tile,
                o.bottom[11].name,
                stagger=0.15,
            ),
            Draw(*o.bond, stagger=0.15),  # dna.c2v:48
        )


class Transcription(Pairs):  # dna.c2v:54
    title = "Making a copy"
    layout = "notes"
    clears = False
    beats = (
        Beat("open", "The strands come apart"),  # dna.c2v:60
        Beat("copy", "An enzyme copies, letter by letter", color="purple"),  # dna.c2v:69
    )

    def declare(self, o, p):
        o.enzyme = (  # dna.c2v:56
            ellipse(w=1.7, h=2.6)
            .at(P(-3.74, -0.7))
            .style(fill=("purple", 0.25), stroke=(None, None), layer=-1)
        )
        o.rna = family()
        o.rna[0] = component().at(P(-3.74, -0.2))  # dna.c2v:57
        o.rna[0].tile = rect(w=0.62, h=0.7).style(stroke=("green", 3), fill=("green", 0.25))  # dna.c2v:20
        o.rna[0].name = text("A").at(o.rna[0].tile).style(size=34)  # dna.c2v:21
        o.rna[1] = component().at(P(-3.06, -0.2))  # dna.c2v:57
        o.rna[1].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[1].name = text("U").at(o.rna[1].tile).style(size=34)  # dna.c2v:21
        o.rna[2] = component().at(P(-2.38, -0.2))  # dna.c2v:57
        o.rna[2].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[2].name = text("G").at(o.rna[2].tile).style(size=34)  # dna.c2v:21
        o.rna[3] = component().at(P(-1.7, -0.2))  # dna.c2v:57
        o.rna[3].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[3].name = text("U").at(o.rna[3].tile).style(size=34)  # dna.c2v:21
        o.rna[4] = component().at(P(-1.02, -0.2))  # dna.c2v:57
        o.rna[4].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[4].name = text("U").at(o.rna[4].tile).style(size=34)  # dna.c2v:21
        o.rna[5] = component().at(P(-0.34, -0.2))  # dna.c2v:57
        o.rna[5].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[5].name = text("U").at(o.rna[5].tile).style(size=34)  # dna.c2v:21
        o.rna[6] = component().at(P(0.34, -0.2))  # dna.c2v:57
        o.rna[6].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[6].name = text("G").at(o.rna[6].tile).style(size=34)  # dna.c2v:21
        o.rna[7] = component().at(P(1.02, -0.2))  # dna.c2v:57
        o.rna[7].tile = rect(w=0.62, h=0.7).style(stroke=("gold", 3), fill=("gold", 0.25))  # dna.c2v:20
        o.rna[7].name = text("G").at(o.rna[7].tile).style(size=34)  # dna.c2v:21
        o.rna[8] = component().at(P(1.7, -0.2))  # dna.c2v:57
        o.rna[8].tile = rect(w=0.62, h=0.7).style(stroke=("blue", 3), fill=("blue", 0.25))  # dna.c2v:20
        o.rna[8].name = text("C").at(o.rna[8].tile).style(size=34)  # dna.c2v:21
        o.rna[9] = component().at(P(2.38, -0.2))  # dna.c2v:57
        o.rna[9].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("orange", 3), fill=("orange", 0.25))
        )
        o.rna[9].name = text("U").at(o.rna[9].tile).style(size=34)  # dna.c2v:21
        o.rna[10] = component().at(P(3.06, -0.2))  # dna.c2v:57
        o.rna[10].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.rna[10].name = text("A").at(o.rna[10].tile).style(size=34)  # dna.c2v:21
        o.rna[11] = component().at(P(3.74, -0.2))  # dna.c2v:57
        o.rna[11].tile = (  # dna.c2v:20
            rect(w=0.62, h=0.7)
            .style(stroke=("green", 3), fill=("green", 0.25))
        )
        o.rna[11].name = text("A").at(o.rna[11].tile).style(size=34)  # dna.c2v:21

    def beat_open(self, o, p):
        self.add_subcaption(  # dna.c2v:61
            "The DNA never leaves the nucleus of the cell. To use a piece of it, the cell makes a copy. First the two strands come apart.",
            duration=10.4,
        )
        self.play(Hide(o.rule, run_time=0.5))  # dna.c2v:62
        self.play(Erase(*o.bond))  # dna.c2v:63
        self.play(
            Shift(*o.top, by=P(0, 1.2), run_time=2),  # dna.c2v:65
            Shift(*o.bottom, by=P(0, -0.8), run_time=2),  # dna.c2v:66
        )
        self.wait(6.9)

    def beat_copy(self, o, p):
        self.add_subcaption(  # dna.c2v:70
            "An enzyme glides along the lower strand. To each letter it adds the partner, and so a new strand grows. Watch closely: facing an A, it puts a U, not a T.",
            duration=12.8,
        )
        self.play(Grow(o.enzyme))  # dna.c2v:71
        self.play(
            Pop(o.rna[0], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-3.74, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[1], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-3.06, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[2], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-2.38, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[3], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-1.7, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[4], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-1.02, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[5], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(-0.34, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[6], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(0.34, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[7], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(1.02, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[8], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(1.7, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[9], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(2.38, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[10], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(3.06, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.play(
            Pop(o.rna[11], run_time=0.6),  # dna.c2v:75
            Move(o.enzyme, to=P(3.74, -0.7), run_time=0.6, ease="linear"),  # dna.c2v:74
        )
        self.wait(3)
        self.play(Highlight(o.rna[1]))  # dna.c2v:78
        self.play(Hide(o.enzyme, run_time=0.5))  # dna.c2v:79
        self.wait(0.1)


class Words(Transcription):  # dna.c2v:83
    title = "Three letters make a word"
    layout = "notes"
    clears = False
    beats = (
        Beat("leave", "The copy leaves the nucleus", color="orange"),  # dna.c2v:94
        Beat("why", "Why three letters?", color="gold"),  # dna.c2v:101
        Beat("codons", "So three letters are one word", color="gold"),  # dna.c2v:108
    )

    def declare(self, o, p):
        o.name = text("messenger RNA").at(P(0, 1.1)).style(color="orange", size=40)  # dna.c2v:85
        o.codon_0_group = group(o.rna[0], o.rna[1], o.rna[2])  # dna.c2v:57
        o.codon = family()
        o.codon[0] = brace(o.codon_0_group)  # dna.c2v:86
        o.codon_1_group = group(o.rna[3], o.rna[4], o.rna[5])  # dna.c2v:57
        o.codon[1] = brace(o.codon_1_group)  # dna.c2v:86
        o.codon_2_group = group(o.rna[6], o.rna[7], o.rna[8])  # dna.c2v:57
        o.codon[2] = brace(o.codon_2_group)  # dna.c2v:86
        o.codon_3_group = group(o.rna[9], o.rna[10], o.rna[11])  # dna.c2v:57
        o.codon[3] = brace(o.codon_3_group)  # dna.c2v:86
        o.count = family()
        o.count[1] = (  # dna.c2v:88
            math(r"\text{letters: } 1 \qquad \text{words: } 4^{1} = 4")
            .at(P(0, -1.2))
            .style(size=44)
        )
        o.count[2] = (  # dna.c2v:88
            math(r"\text{letters: } 2 \qquad \text{words: } 4^{2} = 16")
            .at(P(0, -1.8))
            .style(size=44)
        )
        o.count[3] = (  # dna.c2v:88
            math(r"\text{letters: } 3 \qquad \text{words: } 4^{3} = 64", pieces=["64"])
            .at(P(0, -2.4))
            .style(size=44)
        )

    def beat_leave(self, o, p):
        self.add_subcaption(  # dna.c2v:95
            "The copy is called messenger RNA. It leaves the nucleus, and out in the cell it is going to be read as a recipe for a protein.",
            duration=10.8,
        )
        self.play(
            Write(o.name),  # dna.c2v:98
            Hide(*o.top, *o.bottom),  # dna.c2v:97
        )
        self.wait(9.8)

    def beat_why(self, o, p):
        self.add_subcaption(  # dna.c2v:102
            "A protein is a chain of amino acids, of twenty kinds. With one letter you could name only four of them, with two letters sixteen. With three there are sixty-four: enough.",
            duration=12.4,
        )
        self.wait(4.8)
        self.play(Write(o.count[1]))  # dna.c2v:103
        self.wait(3)
        self.play(Write(o.count[2]))  # dna.c2v:104
        self.wait(0.6)
        self.play(Write(o.count[3]))  # dna.c2v:105
        self.play(Highlight(o.count[3].piece("64")))  # dna.c2v:106

    def beat_codons(self, o, p):
        self.add_subcaption(  # dna.c2v:109
            "That is why the cell reads three letters at a time. Such a word is called a codon.",
            duration=7.2,
        )
        self.play(Hide(*o.count, run_time=0.5))  # dna.c2v:110
        self.play(Draw(*o.codon, stagger=0.3))  # dna.c2v:111
        self.wait(4.8)


class Translation(Words):  # dna.c2v:121
    title = "Building the protein"
    layout = "notes"
    clears = True
    beats = (
        Beat("start", "AUG says: start with methionine", color="purple"),  # dna.c2v:135
        Beat("chain", "Word by word the chain grows", color="teal"),  # dna.c2v:140
        Beat("stop", "UAA says: stop", color="red"),  # dna.c2v:147
    )

    def declare(self, o, p):
        o.reader = (  # dna.c2v:125
            ellipse(w=2.2, h=2.7)
            .at(P(-3.06, -0.75))
            .style(fill=("purple", 0.25), stroke=(None, None), layer=-1)
        )
        o.amino = family()
        o.amino[0] = (  # dna.c2v:127
            circle(r=0.5)
            .at(P(-3.06, -1.5))
            .style(color="teal", fill=("teal", 0.3))
        )
        o.amino_name = family()
        o.amino_name[0] = text("Met").at(o.amino[0]).style(size=32)  # dna.c2v:128
        o.amino[1] = (  # dna.c2v:127
            circle(r=0.5)
            .at(P(-1.02, -1.5))
            .style(color="teal", fill=("teal", 0.3))
        )
        o.amino_name[1] = text("Phe").at(o.amino[1]).style(size=32)  # dna.c2v:128
        o.amino[2] = circle(r=0.5).at(P(1.02, -1.5)).style(color="teal", fill=("teal", 0.3))  # dna.c2v:127
        o.amino_name[2] = text("Gly").at(o.amino[2]).style(size=32)  # dna.c2v:128
        o.link = family()
        o.link[0] = line(o.amino[0], o.amino[1]).style(stroke=("teal", 5))  # dna.c2v:130
        o.link[1] = line(o.amino[1], o.amino[2]).style(stroke=("teal", 5))  # dna.c2v:130
        o.stop = text("stop").at(P(3.06, -1.5)).style(color="red", size=40)  # dna.c2v:131
        o.result = (  # dna.c2v:132
            text("a protein begins: Met, Phe, Gly, …")
            .fit("F1:F6")
            .style(color="teal", size=40)
        )

    def beat_start(self, o, p):
        self.add_subcaption(  # dna.c2v:136
            "A ribosome settles on the messenger. The first word, A U G, means: start here, with the amino acid methionine.",
            duration=8,
        )
        self.play(Grow(o.reader))  # dna.c2v:137
        self.wait(6.6)
        self.play(Pop(o.amino[0], o.amino_name[0]))  # dna.c2v:138

    def beat_chain(self, o, p):
        self.add_subcaption(  # dna.c2v:141
            "Then it moves on by one word. U U U stands for phenylalanine. The next word, G G C, adds glycine. So the chain grows.",
            duration=10,
        )
        self.play(Move(o.reader, to=P(-1.02, -0.75)))  # dna.c2v:142
        self.wait(3.8)
        self.play(Pop(o.amino[1], o.amino_name[1]))  # dna.c2v:117
        self.play(Draw(o.link[0], run_time=0.5))  # dna.c2v:118
        self.play(Move(o.reader, to=P(1.02, -0.75)))  # dna.c2v:144
        self.wait(0.7)
        self.play(Pop(o.amino[2], o.amino_name[2]))  # dna.c2v:117
        self.play(Draw(o.link[1], run_time=0.5))  # dna.c2v:118
        self.wait(0.5)

    def beat_stop(self, o, p):
        self.add_subcaption(  # dna.c2v:148
            "U A A stands for no amino acid at all. It means: stop. The chain is let go, and folds into a protein that does its work in your body.",
            duration=12,
        )
        self.play(Move(o.reader, to=P(3.06, -0.75)))  # dna.c2v:149
        self.play(Pop(o.stop))  # dna.c2v:150
        self.play(Hide(o.reader))  # dna.c2v:151
        self.play(Write(o.result))  # dna.c2v:152
        self.wait(8)


"""How a cell reads its DNA: Can you read it?. Made from dna.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Ask(Lesson):  # dna.c2v:156
    title = "Can you read it?"
    layout = "wide"
    beats = (
        Beat("ask", "A question"),  # quiz.c2v:47
        Beat("think", "Time to think", color="gold"),  # quiz.c2v:56
        Beat("tell", "The answer", color="green"),  # quiz.c2v:62
    )

    def declare(self, o, p):
        p.left = 1  # quiz.c2v:18
        o.question = (  # quiz.c2v:31
            text("A strand reads C A T. What does its messenger say?")
            .fit("A1:B6")
            .style(size=60)
        )
        o.card = family()
        o.card[0] = (  # quiz.c2v:33
            rect(w=8.6, h=0.759666666667)
            .at(P(0, 0.483333333333))
            .style(stroke=("blue", 3), fill=("blue", 0.15))
        )
        o.letter = family()
        o.letter[0] = (  # quiz.c2v:36
            text("A")
            .inside(o.card[0], align="left")
            .style(size=44, color="blue", bold=True)
        )
        o.slot = family()
        o.slot[0] = rect(w=7.5, h=0.759666666667).at(o.card[0])  # quiz.c2v:37
        o.answer = family()
        o.answer[0] = text("G T A").inside(o.slot[0]).style(size=46)  # quiz.c2v:38
        o.card[1] = (  # quiz.c2v:33
            rect(w=8.6, h=0.759666666667)
            .at(P(0, -0.45))
            .style(stroke=("blue", 3), fill=("blue", 0.15))
        )
        o.letter[1] = (  # quiz.c2v:36
            text("B")
            .inside(o.card[1], align="left")
            .style(size=44, color="blue", bold=True)
        )
        o.slot[1] = rect(w=7.5, h=0.759666666667).at(o.card[1])  # quiz.c2v:37
        o.answer[1] = text("G U A").inside(o.slot[1]).style(size=46)  # quiz.c2v:38
        o.card[2] = (  # quiz.c2v:33
            rect(w=8.6, h=0.759666666667)
            .at(P(0, -1.38333333333))
            .style(stroke=("blue", 3), fill=("blue", 0.15))
        )
        o.letter[2] = (  # quiz.c2v:36
            text("C")
            .inside(o.card[2], align="left")
            .style(size=44, color="blue", bold=True)
        )
        o.slot[2] = rect(w=7.5, h=0.759666666667).at(o.card[2])  # quiz.c2v:37
        o.answer[2] = text("C A U").inside(o.slot[2]).style(size=46)  # quiz.c2v:38
        o.track = (  # quiz.c2v:40
            rect(w=8.6, h=0.12)
            .at(P(0, -2.5))
            .style(stroke=(None, None), fill=("gray", 0.35))
        )
        o.bar = (  # quiz.c2v:41
            rect(w=lambda: 8.6 * p.left, h=0.12)
            .at(lambda: P(-4.3 * (1 - p.left), -2.5))
            .sweep(left=(0,))
            .style(stroke=(None, None), fill=("gold", 1))
        )
        o.reason = family()
        o.reason[0] = (  # quiz.c2v:43
            text("C pairs with G, A with U, and T with A.")
            .fit("F1:F6")
            .style(size=44, color="green")
        )

    def beat_ask(self, o, p):
        self.add_subcaption(  # quiz.c2v:48
            "Now you. A strand of DNA reads C, A, T. What does its messenger RNA say?",
            duration=6.4,
        )
        self.play(Write(o.question, run_time=1.5))  # quiz.c2v:49
        self.play(
            Show(o.card[0], o.letter[0], o.answer[0]),  # quiz.c2v:52
            After(0.3, Show(o.card[1], o.letter[1], o.answer[1])),  # quiz.c2v:52
            After(0.6, Show(o.card[2], o.letter[2], o.answer[2])),  # quiz.c2v:52
        )
        self.wait(3.3)

    def beat_think(self, o, p):
        self.play(Show(o.track, o.bar, run_time=0.3))  # quiz.c2v:57
        self.play(Set(left=0, run_time=5, ease="linear"))  # quiz.c2v:58
        self.play(Hide(o.track, o.bar, run_time=0.3))  # quiz.c2v:59

    def beat_tell(self, o, p):
        self.add_subcaption("G, U, A. And there is never a T in RNA.", duration=4.4)  # quiz.c2v:63
        self.play(Dim(o.card[0], o.letter[0], o.answer[0], to=0.25, run_time=0.3))  # quiz.c2v:65
        self.play(Dim(o.card[2], o.letter[2], o.answer[2], to=0.25, run_time=0.3))  # quiz.c2v:65
        self.play(
            Stroke(o.card[1], color="green", width=5),  # quiz.c2v:68
            Fill(o.card[1], color="green", opacity=0.2),  # quiz.c2v:69
            Color(o.letter[1], color="green"),  # quiz.c2v:70
        )
        self.play(Show(o.reason[0]))  # quiz.c2v:73
        self.wait(2)
