"""Structure: Hello. Made from structure.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Intro(Lesson):  # structure.c2v:8
    title = "Hello"
    layout = "wide"
    beats = (
        Beat("opening", "Read"),  # shared_parts.c2v:22
    )

    def declare(self, o, p):
        o.head = text("Structure").fit("B1:C6").style(size=60, bold=True)  # shared_parts.c2v:19
        o.body = (  # shared_parts.c2v:20
            text("templates, components, actions")
            .fit("D1:E6")
            .style(size=40, color="gold")
        )

    def beat_opening(self, o, p):
        self.play(Write(o.head))  # shared_parts.c2v:23
        self.play(Show(o.body))  # shared_parts.c2v:24
        self.wait(1)


"""Structure: Pegs and disks. Made from structure.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Pegs(Lesson):  # structure.c2v:10
    title = "Pegs and disks"
    layout = "notes"
    clears = False
    beats = (
        Beat("one", "Components come whole"),  # structure.c2v:22
        Beat("two", "Parts move by themselves", color="pink"),  # structure.c2v:28
    )

    def declare(self, o, p):
        o.left = component().fit("B1:F2")  # structure.c2v:12
        o.left.pole = line(P(0, 0), P(0, 3)).style(stroke=("gray", 6))  # shared_parts.c2v:7
        o.left.disk = family()
        o.left.disk[0] = (  # shared_parts.c2v:9
            rect(w=2.4, h=0.4)
            .at(P(0, 0.3))
            .style(color="blue", fill=("blue", 0.6))
        )
        o.left.disk[1] = (  # shared_parts.c2v:9
            rect(w=1.9, h=0.4)
            .at(P(0, 0.75))
            .style(color="blue", fill=("blue", 0.6))
        )
        o.left.disk[2] = (  # shared_parts.c2v:9
            rect(w=1.4, h=0.4)
            .at(P(0, 1.2))
            .style(color="blue", fill=("blue", 0.6))
        )
        o.mid = component().fit("B3:F4")  # structure.c2v:13
        o.mid.pole = line(P(0, 0), P(0, 3)).style(stroke=("gray", 6))  # shared_parts.c2v:7
        o.mid.disk = family()
        o.mid.disk[0] = (  # shared_parts.c2v:9
            rect(w=2.4, h=0.4)
            .at(P(0, 0.3))
            .style(color="red", fill=("red", 0.6))
        )
        o.mid.disk[1] = (  # shared_parts.c2v:9
            rect(w=1.9, h=0.4)
            .at(P(0, 0.75))
            .style(color="red", fill=("red", 0.6))
        )
        o.mid.disk[2] = (  # shared_parts.c2v:9
            rect(w=1.4, h=0.4)
            .at(P(0, 1.2))
            .style(color="red", fill=("red", 0.6))
        )
        o.mid.disk[3] = (  # shared_parts.c2v:9
            rect(w=0.9, h=0.4)
            .at(P(0, 1.65))
            .style(color="red", fill=("red", 0.6))
        )
        o.spiral = hatch("an Archimedean spiral drawn from the centre").fit("B5:D6")  # structure.c2v:14
        o.coded = hatch("a ring of dots", code=self.hatch_coded).fit("D5:F6")  # structure.c2v:15
        o.tile = family()
        o.tile[0] = square(side=0.5).at("A1").style(color="teal")  # structure.c2v:20
        o.tile[1] = square(side=0.5).at("A2").style(color="teal")  # structure.c2v:20
        o.tile[3] = square(side=0.5).at("A4").style(color="teal")  # structure.c2v:20
        o.tile[4] = square(side=0.5).at("A5").style(color="teal")  # structure.c2v:20

    def beat_one(self, o, p):
        self.play(Show(o.left))  # structure.c2v:23
        self.play(Draw(o.mid))  # structure.c2v:24
        self.play(Move(o.left.disk[2], to=P(1, 1)))  # structure.c2v:25
        self.play(Pop(*o.tile, stagger=0.1))  # structure.c2v:26

    def beat_two(self, o, p):
        self.play(Flash(o.mid.disk[0], run_time=0.4))  # shared_parts.c2v:14
        self.play(Flash(o.mid.disk[0], run_time=0.4))  # shared_parts.c2v:14
        self.play(Color(o.tile[0], o.tile[1], color="red"))  # structure.c2v:30
        self.play(Show(o.spiral, o.coded))  # structure.c2v:31
        self.play(Swap(o.tile[0], o.tile[4]))  # structure.c2v:32
        self.hatch_action("everything trembles", run_time=1)  # structure.c2v:33
        self.play(
            Wiggle(o.tile[0]),  # structure.c2v:34
            After(0.2, Wiggle(o.tile[1])),  # structure.c2v:34
            After(0.4, Wiggle(o.tile[3])),  # structure.c2v:34
            After(0.6, Wiggle(o.tile[4])),  # structure.c2v:34
        )

    @hatch_code
    def hatch_coded(self, o, p):
        import numpy as np
        dots = VGroup(*[Dot(0.8 * np.array([np.cos(a), np.sin(a), 0])) for a in np.linspace(0, 6, 8)])
        return dots


"""Structure: Going on. Made from structure.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Pegs(Lesson):  # structure.c2v:10
    title = "Pegs and disks"
    layout = "notes"
    clears = False
    beats = (
        Beat("one", "Components come whole"),  # structure.c2v:22
        Beat("two", "Parts move by themselves", color="pink"),  # structure.c2v:28
    )

    def declare(self, o, p):
        o.left = component().fit("B1:F2")  # structure.c2v:12
        o.left.pole = line(P(0, 0), P(0, 3)).style(stroke=("gray", 6))  # shared_parts.c2v:7
        o.left.disk = family()
        o.left.disk[0] = (  # shared_parts.c2v:9
            rect(w=2.4, h=0.4)
            .at(P(0, 0.3))
            .style(color="blue", fill=("blue", 0.6))
        )
        o.left.disk[1] = (  # shared_parts.c2v:9
            rect(w=1.9, h=0.4)
            .at(P(0, 0.75))
            .style(color="blue", fill=("blue", 0.6))
        )
        o.left.disk[2] = (  # shared_parts.c2v:9
            rect(w=1.4, h=0.4)
            .at(P(0, 1.2))
            .style(color="blue", fill=("blue", 0.6))
        )
        o.mid = component().fit("B3:F4")  # structure.c2v:13
        o.mid.pole = line(P(0, 0), P(0, 3)).style(stroke=("gray", 6))  # shared_parts.c2v:7
        o.mid.disk = family()
        o.mid.disk[0] = (  # shared_parts.c2v:9
            rect(w=2.4, h=0.4)
            .at(P(0, 0.3))
            .style(color="red", fill=("red", 0.6))
        )
        o.mid.disk[1] = (  # shared_parts.c2v:9
            rect(w=1.9, h=0.4)
            .at(P(0, 0.75))
            .style(color="red", fill=("red", 0.6))
        )
        o.mid.disk[2] = (  # shared_parts.c2v:9
            rect(w=1.4, h=0.4)
            .at(P(0, 1.2))
            .style(color="red", fill=("red", 0.6))
        )
        o.mid.disk[3] = (  # shared_parts.c2v:9
            rect(w=0.9, h=0.4)
            .at(P(0, 1.65))
            .style(color="red", fill=("red", 0.6))
        )
        o.spiral = hatch("an Archimedean spiral drawn from the centre").fit("B5:D6")  # structure.c2v:14
        o.coded = hatch("a ring of dots", code=self.hatch_coded).fit("D5:F6")  # structure.c2v:15
        o.tile = family()
        o.tile[0] = square(side=0.5).at("A1").style(color="teal")  # structure.c2v:20
        o.tile[1] = square(side=0.5).at("A2").style(color="teal")  # structure.c2v:20
        o.tile[3] = square(side=0.5).at("A4").style(color="teal")  # structure.c2v:20
        o.tile[4] = square(side=0.5).at("A5").style(color="teal")  # structure.c2v:20

    def beat_one(self, o, p):
        self.play(Show(o.left))  # structure.c2v:23
        self.play(Draw(o.mid))  # structure.c2v:24
        self.play(Move(o.left.disk[2], to=P(1, 1)))  # structure.c2v:25
        self.play(Pop(*o.tile, stagger=0.1))  # structure.c2v:26

    def beat_two(self, o, p):
        self.play(Flash(o.mid.disk[0], run_time=0.4))  # shared_parts.c2v:14
        self.play(Flash(o.mid.disk[0], run_time=0.4))  # shared_parts.c2v:14
        self.play(Color(o.tile[0], o.tile[1], color="red"))  # structure.c2v:30
        self.play(Show(o.spiral, o.coded))  # structure.c2v:31
        self.play(Swap(o.tile[0], o.tile[4]))  # structure.c2v:32
        self.hatch_action("everything trembles", run_time=1)  # structure.c2v:33
        self.play(
            Wiggle(o.tile[0]),  # structure.c2v:34
            After(0.2, Wiggle(o.tile[1])),  # structure.c2v:34
            After(0.4, Wiggle(o.tile[3])),  # structure.c2v:34
            After(0.6, Wiggle(o.tile[4])),  # structure.c2v:34
        )

    @hatch_code
    def hatch_coded(self, o, p):
        import numpy as np
        dots = VGroup(*[Dot(0.8 * np.array([np.cos(a), np.sin(a), 0])) for a in np.linspace(0, 6, 8)])
        return dots


class More(Pegs):  # structure.c2v:38
    title = "Going on"
    layout = "notes"
    clears = True
    beats = (
        Beat("three", "It begins where the other ended"),  # structure.c2v:45
    )

    def declare(self, o, p):
        p.q = 0.2  # structure.c2v:39
        o.arr = array(L(3, 1, 4, 1, 5)).fit("C3:D6")  # structure.c2v:41
        o.m = matrix(L(L(1, 2), L(3, 4))).fit("E4:F6")  # structure.c2v:42
        o.eq = (  # structure.c2v:43
            math(lambda: "x^2 + " + show(p.q, ".2") + " x = 0", pieces=["x^2"])
            .fit("B1:B3")
            .sweep(q=(3,))
        )

    def beat_three(self, o, p):
        self.play(Hide(o.left, o.coded, o.spiral))  # structure.c2v:46
        self.play(Draw(o.arr))  # structure.c2v:47
        self.play(Show(o.m.part("row", 0)))  # structure.c2v:48
        self.play(Show(o.m))  # structure.c2v:49
        self.play(Write(o.eq))  # structure.c2v:50
        self.play(Set(q=3, run_time=1.5))  # structure.c2v:51
        self.play(
            Highlight(o.arr.item(2)),  # structure.c2v:52
            Color(o.m.item(0, 1), color="gold"),  # structure.c2v:52
        )
        self.play(Hide(o.m))  # structure.c2v:53
        self.play(Color(o.eq.piece("x^2"), color="red"))  # structure.c2v:54
        self.play(Morph(o.arr, into=o.m))  # structure.c2v:55
