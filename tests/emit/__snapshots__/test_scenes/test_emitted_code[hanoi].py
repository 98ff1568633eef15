"""The Towers of Hanoi can count: Three pegs and a few discs. Made from hanoi.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Rules(Lesson):  # hanoi.c2v:43
    title = "Three pegs and a few discs"
    layout = "notes"
    beats = (
        Beat("aim", "Carry the tower to the last peg"),  # hanoi.c2v:53
        Beat("rule", "One disc at a time, small upon large"),  # hanoi.c2v:59
    )

    def declare(self, o, p):
        o.pegs = component()  # hanoi.c2v:45
        o.pegs.base = line(P(-4.1, -2.5), P(4.1, -2.5)).style(stroke=("gray", 6))  # hanoi.c2v:21
        o.pegs.post = family()
        o.pegs.post[0] = line(P(-2.8, -2.5), P(-2.8, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.pegs.post[1] = line(P(0, -2.5), P(0, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.pegs.post[2] = line(P(2.8, -2.5), P(2.8, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.disc = family()
        o.disc[0] = rect(w=1, h=0.46).at(P(-2.8, -1.2)).style(color="red", fill=("red", 1))  # hanoi.c2v:47
        o.disc[1] = (  # hanoi.c2v:47
            rect(w=1.5, h=0.46)
            .at(P(-2.8, -1.7))
            .style(color="gold", fill=("gold", 1))
        )
        o.disc[2] = (  # hanoi.c2v:47
            rect(w=2, h=0.46)
            .at(P(-2.8, -2.2))
            .style(color="green", fill=("green", 1))
        )
        o.wish = arrow(P(-2.8, 1.3), P(2.8, 1.3)).style(color="white")  # hanoi.c2v:49
        o.never = cross(o.disc[1]).style(color="white")  # hanoi.c2v:50

    def beat_aim(self, o, p):
        self.add_subcaption(  # hanoi.c2v:54
            "This is an old puzzle. Three discs lie on the first peg, and they all have to go to the last one.",
            duration=8.8,
        )
        self.play(Draw(o.pegs))  # hanoi.c2v:55
        self.play(Grow(o.disc[2], o.disc[1], o.disc[0], stagger=0.3))  # hanoi.c2v:56
        self.play(Draw(o.wish))  # hanoi.c2v:57
        self.wait(5.2)

    def beat_rule(self, o, p):
        self.add_subcaption(  # hanoi.c2v:60
            "You may carry only one disc at a time. And never may a larger disc lie upon a smaller one.",
            duration=8,
        )
        self.play(Hide(o.wish))  # hanoi.c2v:61
        self.play(Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.4))  # hanoi.c2v:29
        self.play(Move(o.disc[0], to=P(0, 0.6), run_time=0.4))  # hanoi.c2v:30
        self.play(Move(o.disc[0], to=P(0, -2.2), run_time=0.4))  # hanoi.c2v:31
        self.play(Move(o.disc[1], to=P(-2.8, 0.6), run_time=0.4))  # hanoi.c2v:29
        self.play(Move(o.disc[1], to=P(0, 0.6), run_time=0.4))  # hanoi.c2v:30
        self.play(Move(o.disc[1], to=P(0, -1.7), run_time=0.4))  # hanoi.c2v:31
        self.play(Pop(o.never, run_time=0.5))  # hanoi.c2v:64
        self.wait(4.1)


"""The Towers of Hanoi can count: Just count in binary. Made from hanoi.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


def bit(d, n):  # hanoi.c2v:9
    return floor(n / power(2, d)) % 2


class Counting(Lesson):  # hanoi.c2v:68
    title = "Just count in binary"
    layout = "notes"
    beats = (
        Beat("digits", "A digit for each disc"),  # hanoi.c2v:80
        Beat("one", "The digit that becomes 1 moves its disc", color="red"),  # hanoi.c2v:88
        Beat("two", "Two: the next disc", color="gold"),  # hanoi.c2v:92
        Beat("three", "Three: the small one again", color="red"),  # hanoi.c2v:96
        Beat("four", "Four: now the way is free", color="green"),  # hanoi.c2v:100
        Beat("rest", "Seven: all digits 1, and done"),  # hanoi.c2v:104
    )

    def declare(self, o, p):
        p.count = 0  # hanoi.c2v:69
        o.pegs = component()  # hanoi.c2v:72
        o.pegs.base = line(P(-4.1, -2.5), P(4.1, -2.5)).style(stroke=("gray", 6))  # hanoi.c2v:21
        o.pegs.post = family()
        o.pegs.post[0] = line(P(-2.8, -2.5), P(-2.8, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.pegs.post[1] = line(P(0, -2.5), P(0, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.pegs.post[2] = line(P(2.8, -2.5), P(2.8, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.disc = family()
        o.disc[0] = rect(w=1, h=0.46).at(P(-2.8, -1.2)).style(color="red", fill=("red", 1))  # hanoi.c2v:74
        o.digit = family()
        o.digit[0] = (  # hanoi.c2v:75
            text(lambda: show(bit(0, p.count)))
            .at(P(1, 1.9))
            .sweep(count=span(1, 7))
            .style(color="red", size=72)
        )
        o.disc[1] = (  # hanoi.c2v:74
            rect(w=1.5, h=0.46)
            .at(P(-2.8, -1.7))
            .style(color="gold", fill=("gold", 1))
        )
        o.digit[1] = (  # hanoi.c2v:75
            text(lambda: show(bit(1, p.count)))
            .at(P(0, 1.9))
            .sweep(count=span(1, 7))
            .style(color="gold", size=72)
        )
        o.disc[2] = (  # hanoi.c2v:74
            rect(w=2, h=0.46)
            .at(P(-2.8, -2.2))
            .style(color="green", fill=("green", 1))
        )
        o.digit[2] = (  # hanoi.c2v:75
            text(lambda: show(bit(2, p.count)))
            .at(P(-1, 1.9))
            .sweep(count=span(1, 7))
            .style(color="green", size=72)
        )
        o.number = (  # hanoi.c2v:77
            text(lambda: "= " + show(p.count))
            .right_of(o.digit[0], gap=0.6)
            .sweep(count=span(1, 7))
            .style(size=48)
        )

    def beat_digits(self, o, p):
        self.add_subcaption(  # hanoi.c2v:81
            "Strange as it sounds, you need not think. Just count in binary, with one digit for each disc. The right one belongs to the smallest.",
            duration=10,
        )
        self.play(Show(o.pegs, *o.disc))  # hanoi.c2v:82
        self.play(Write(*o.digit, o.number))  # hanoi.c2v:83
        self.wait(4.4)
        self.play(Highlight(o.digit[0], o.disc[0]))  # hanoi.c2v:85
        self.play(Highlight(o.digit[1], o.disc[1]))  # hanoi.c2v:85
        self.play(Highlight(o.digit[2], o.disc[2]))  # hanoi.c2v:85
        self.wait(0.6)

    def beat_one(self, o, p):
        self.add_subcaption(  # hanoi.c2v:89
            "Now count: one. The red digit has become a one, so the red disc moves.",
            duration=6,
        )
        self.wait(2.8)
        self.play(Set(count=1, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=1.2),  # hanoi.c2v:38
            Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.6),  # hanoi.c2v:29
            After(0.6, Move(o.disc[0], to=P(2.8, 0.6), run_time=0.6)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(2.8, -2.2), run_time=0.6))  # hanoi.c2v:31
        self.wait(1.4)

    def beat_two(self, o, p):
        self.add_subcaption(  # hanoi.c2v:93
            "Two is written one zero. The yellow digit has become a one, so it is the turn of the yellow disc. It has only one place to go.",
            duration=11.2,
        )
        self.wait(3.6)
        self.play(Set(count=2, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=1.2),  # hanoi.c2v:38
            Move(o.disc[1], to=P(-2.8, 0.6), run_time=0.6),  # hanoi.c2v:29
            After(0.6, Move(o.disc[1], to=P(0, 0.6), run_time=0.6)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(0, -2.2), run_time=0.6))  # hanoi.c2v:31
        self.wait(5.8)

    def beat_three(self, o, p):
        self.add_subcaption(  # hanoi.c2v:97
            "Three: again the red digit becomes a one, again the red disc.",
            duration=4.8,
        )
        self.wait(4)
        self.play(Set(count=3, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=1.2),  # hanoi.c2v:38
            Move(o.disc[0], to=P(2.8, 0.6), run_time=0.6),  # hanoi.c2v:29
            After(0.6, Move(o.disc[0], to=P(0, 0.6), run_time=0.6)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(0, -1.7), run_time=0.6))  # hanoi.c2v:31

    def beat_four(self, o, p):
        self.add_subcaption(  # hanoi.c2v:101
            "Four: the green digit. And look, just now the largest disc can move.",
            duration=5.2,
        )
        self.wait(1.2)
        self.play(Set(count=4, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[2], run_time=1.4),  # hanoi.c2v:38
            Move(o.disc[2], to=P(-2.8, 0.6), run_time=0.7),  # hanoi.c2v:29
            After(0.7, Move(o.disc[2], to=P(2.8, 0.6), run_time=0.7)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[2], to=P(2.8, -2.2), run_time=0.7))  # hanoi.c2v:31
        self.wait(1.9)

    def beat_rest(self, o, p):
        self.add_subcaption(  # hanoi.c2v:105
            "Five, six, seven. No digit is left to turn, and the tower stands on the last peg.",
            duration=6.8,
        )
        self.play(Set(count=5, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0]),  # hanoi.c2v:38
            Move(o.disc[0], to=P(0, 0.6), run_time=0.5),  # hanoi.c2v:29
            After(0.5, Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.5)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(-2.8, -2.2), run_time=0.5))  # hanoi.c2v:31
        self.play(Set(count=6, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1]),  # hanoi.c2v:38
            Move(o.disc[1], to=P(0, 0.6), run_time=0.5),  # hanoi.c2v:29
            After(0.5, Move(o.disc[1], to=P(2.8, 0.6), run_time=0.5)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(2.8, -1.7), run_time=0.5))  # hanoi.c2v:31
        self.play(Set(count=7, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0]),  # hanoi.c2v:38
            Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.5),  # hanoi.c2v:29
            After(0.5, Move(o.disc[0], to=P(2.8, 0.6), run_time=0.5)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(2.8, -1.2), run_time=0.5))  # hanoi.c2v:31
        self.play(Flash(*o.disc))  # hanoi.c2v:107
        self.wait(1.3)


"""The Towers of Hanoi can count: Five discs, thirty-one moves. Made from hanoi.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


def bit(d, n):  # hanoi.c2v:9
    return floor(n / power(2, d)) % 2


class Five(Lesson):  # hanoi.c2v:111
    title = "Five discs, thirty-one moves"
    layout = "wide"
    beats = (
        Beat("go"),  # hanoi.c2v:123
    )

    def declare(self, o, p):
        p.count = 0  # hanoi.c2v:112
        o.pegs = component()  # hanoi.c2v:115
        o.pegs.base = line(P(-4.1, -2.5), P(4.1, -2.5)).style(stroke=("gray", 6))  # hanoi.c2v:21
        o.pegs.post = family()
        o.pegs.post[0] = line(P(-2.8, -2.5), P(-2.8, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.pegs.post[1] = line(P(0, -2.5), P(0, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.pegs.post[2] = line(P(2.8, -2.5), P(2.8, 0.2)).style(stroke=("gray", 6))  # hanoi.c2v:23
        o.disc = family()
        o.disc[0] = (  # hanoi.c2v:117
            rect(w=0.8, h=0.46)
            .at(P(-2.8, -0.2))
            .style(color="red", fill=("red", 1))
        )
        o.digit = family()
        o.digit[0] = (  # hanoi.c2v:118
            text(lambda: show(bit(0, p.count)))
            .at(P(2, 2))
            .sweep(count=span(1, 31))
            .style(color="red", size=72)
        )
        o.disc[1] = (  # hanoi.c2v:117
            rect(w=1.2, h=0.46)
            .at(P(-2.8, -0.7))
            .style(color="gold", fill=("gold", 1))
        )
        o.digit[1] = (  # hanoi.c2v:118
            text(lambda: show(bit(1, p.count)))
            .at(P(1, 2))
            .sweep(count=span(1, 31))
            .style(color="gold", size=72)
        )
        o.disc[2] = (  # hanoi.c2v:117
            rect(w=1.6, h=0.46)
            .at(P(-2.8, -1.2))
            .style(color="green", fill=("green", 1))
        )
        o.digit[2] = (  # hanoi.c2v:118
            text(lambda: show(bit(2, p.count)))
            .at(P(0, 2))
            .sweep(count=span(1, 31))
            .style(color="green", size=72)
        )
        o.disc[3] = (  # hanoi.c2v:117
            rect(w=2, h=0.46)
            .at(P(-2.8, -1.7))
            .style(color="blue", fill=("blue", 1))
        )
        o.digit[3] = (  # hanoi.c2v:118
            text(lambda: show(bit(3, p.count)))
            .at(P(-1, 2))
            .sweep(count=span(1, 31))
            .style(color="blue", size=72)
        )
        o.disc[4] = (  # hanoi.c2v:117
            rect(w=2.4, h=0.46)
            .at(P(-2.8, -2.2))
            .style(color="purple", fill=("purple", 1))
        )
        o.digit[4] = (  # hanoi.c2v:118
            text(lambda: show(bit(4, p.count)))
            .at(P(-2, 2))
            .sweep(count=span(1, 31))
            .style(color="purple", size=72)
        )
        o.number = (  # hanoi.c2v:120
            text(lambda: "= " + show(p.count))
            .right_of(o.digit[0], gap=0.6)
            .sweep(count=span(1, 31))
            .style(size=48)
        )

    def beat_go(self, o, p):
        self.add_subcaption(  # hanoi.c2v:124
            "With five discs it works just as well. Every second move is the smallest disc, every fourth the next one. The smallest always goes round in the same direction, and all others never have a choice.",
            duration=14.4,
        )
        self.play(Show(o.pegs, *o.disc, *o.digit, o.number))  # hanoi.c2v:125
        self.play(Set(count=1, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(2.8, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=2, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[1], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[1], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(0, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=3, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(0, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=4, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[2], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[2], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[2], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[2], to=P(2.8, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=5, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(-2.8, -1.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=6, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[1], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[1], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(2.8, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=7, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(2.8, -1.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=8, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[3], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[3], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[3], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[3], to=P(0, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=9, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(0, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=10, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[1], to=P(2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[1], to=P(-2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(-2.8, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=11, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(-2.8, -1.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=12, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[2], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[2], to=P(2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[2], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[2], to=P(0, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=13, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(2.8, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=14, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[1], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[1], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(0, -1.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=15, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(0, -0.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=16, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[4], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[4], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[4], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[4], to=P(2.8, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=17, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(-2.8, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=18, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[1], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[1], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(2.8, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=19, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(2.8, -1.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=20, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[2], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[2], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[2], to=P(-2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[2], to=P(-2.8, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=21, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(0, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=22, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[1], to=P(2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[1], to=P(-2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(-2.8, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=23, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(-2.8, -1.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=24, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[3], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[3], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[3], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[3], to=P(2.8, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=25, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(2.8, -1.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=26, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[1], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[1], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(0, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=27, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(0, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(0, -1.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=28, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[2], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[2], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[2], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[2], to=P(2.8, -1.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=29, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(-2.8, -2.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=30, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[1], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[1], to=P(0, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[1], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[1], to=P(2.8, -0.7), run_time=0.1167))  # hanoi.c2v:31
        self.play(Set(count=31, run_time=0))  # hanoi.c2v:36
        self.play(
            Highlight(o.digit[0], run_time=0.2333),  # hanoi.c2v:38
            Move(o.disc[0], to=P(-2.8, 0.6), run_time=0.1167),  # hanoi.c2v:29
            After(0.1167, Move(o.disc[0], to=P(2.8, 0.6), run_time=0.1167)),  # hanoi.c2v:30
        )
        self.play(Move(o.disc[0], to=P(2.8, -0.2), run_time=0.1167))  # hanoi.c2v:31
        self.play(Flash(*o.disc))  # hanoi.c2v:127
        self.wait(1.55)


"""The Towers of Hanoi can count: How many moves?. Made from hanoi.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("chalk")


class Price(Lesson):  # hanoi.c2v:131
    title = "How many moves?"
    layout = "wide"
    beats = (
        Beat("law"),  # hanoi.c2v:140
        Beat("grows"),  # hanoi.c2v:145
        Beat("legend"),  # hanoi.c2v:149
    )

    def declare(self, o, p):
        o.law = (  # hanoi.c2v:133
            math(r"2^n - 1 \; \text{moves for} \; n \; \text{discs}", pieces=["2^n - 1"])
            .fit("A1:B6")
            .style(size=72)
        )
        o.steps = (  # hanoi.c2v:134
            table(
                L(L(3, 7), L(5, 31), L(10, 1023), L(64, "18 446 744 073 709 551 615")),
                cols=L("discs", "moves"),
            )
            .fit("C1:E6")
        )
        o.moral = (  # hanoi.c2v:137
            text("64 discs, a move a second: 585 billion years")
            .fit("F1:F6")
            .style(size=44, color="gold")
        )

    def beat_law(self, o, p):
        self.add_subcaption(  # hanoi.c2v:141
            "With n digits you can count up to two to the n, minus one. So that is how many moves it takes.",
            duration=8.8,
        )
        self.play(Write(o.law, run_time=2))  # hanoi.c2v:142
        self.play(Highlight(o.law.piece("2^n - 1")))  # hanoi.c2v:143
        self.wait(5.8)

    def beat_grows(self, o, p):
        self.add_subcaption(  # hanoi.c2v:146
            "Three discs take seven moves, five take thirty-one, ten already more than a thousand.",
            duration=5.6,
        )
        self.play(  # hanoi.c2v:147
            Draw(
                o.steps.part("row", 0),
                o.steps.part("row", 1),
                o.steps.part("row", 2),
                stagger=0.5,
            ),
        )
        self.wait(3.6)

    def beat_legend(self, o, p):
        self.add_subcaption(  # hanoi.c2v:150
            "An old story tells of monks who carry sixty-four discs. At a move every second they are still busy for five hundred and eighty-five billion years.",
            duration=10.4,
        )
        self.play(Draw(o.steps.part("row", 3)))  # hanoi.c2v:151
        self.play(Write(o.moral))  # hanoi.c2v:152
        self.wait(8.4)
