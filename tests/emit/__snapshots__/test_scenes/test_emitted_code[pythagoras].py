"""Pythagoras by moving two triangles: One right triangle. Made from pythagoras.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Triangle(Lesson):  # pythagoras.c2v:7
    title = "One right triangle"
    layout = "notes"
    beats = (
        Beat("legs", "Two sides meet at a right angle"),  # pythagoras.c2v:23
        Beat("hypotenuse", "The longest side faces it"),  # pythagoras.c2v:30
        Beat("question", "How are the three lengths tied?"),  # pythagoras.c2v:35
    )

    def declare(self, o, p):
        o.board = plane(x=(-1, 6), y=(-1, 5)).fit("A1:F6")  # pythagoras.c2v:9
        with on(o.board):
            o.tri = (  # pythagoras.c2v:11
                polygon(P(0, 0), P(4, 0), P(0, 3))
                .style(color="blue", fill=("blue", 0.3))
            )
            o.bottom = line(P(0, 0), P(4, 0)).style(color="green")  # pythagoras.c2v:12
            o.left = line(P(0, 0), P(0, 3)).style(color="red")  # pythagoras.c2v:13
            o.slope = line(P(0, 3), P(4, 0)).style(color="purple")  # pythagoras.c2v:14
            o.corner = right_angle(o.bottom, o.left)  # pythagoras.c2v:15
        o.a_name = label("$a$", o.left, side="left").style(color="red", size=48)  # pythagoras.c2v:17
        o.b_name = label("$b$", o.bottom, side="down").style(color="green", size=48)  # pythagoras.c2v:18
        o.c_name = label("$c$", o.slope, side="right").style(color="purple", size=48)  # pythagoras.c2v:19
        o.question = math(r"a^2 + b^2 = c^2 \; ?").fit("A3:B6").style(size=60)  # pythagoras.c2v:20

    def beat_legs(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:24
            "Take any triangle with a right angle. The two sides at that angle are called the legs, a and b.",
            duration=8,
        )
        self.play(Draw(o.tri, run_time=1.5))  # pythagoras.c2v:25
        self.play(Draw(o.corner, run_time=0.5))  # pythagoras.c2v:26
        self.play(
            Draw(o.left),  # pythagoras.c2v:27
            Draw(o.bottom),  # pythagoras.c2v:27
        )
        self.play(Write(o.a_name, o.b_name))  # pythagoras.c2v:28
        self.wait(4)

    def beat_hypotenuse(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:31
            "The side across from the right angle is the longest. We call it c.",
            duration=5.6,
        )
        self.play(Draw(o.slope))  # pythagoras.c2v:32
        self.play(Write(o.c_name))  # pythagoras.c2v:33
        self.wait(3.6)

    def beat_question(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:36
            "Pythagoras says: the squares on the legs, put together, are exactly the square on c. Why should that be true?",
            duration=8,
        )
        self.play(Write(o.question, run_time=1.5))  # pythagoras.c2v:37
        self.play(Highlight(o.question))  # pythagoras.c2v:38
        self.wait(5.5)


"""Pythagoras by moving two triangles: Four triangles in one square. Made from pythagoras.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Proof(Lesson):  # pythagoras.c2v:42
    title = "Four triangles in one square"
    layout = "notes"
    beats = (
        Beat("frame", "Four copies fill the corners"),  # pythagoras.c2v:60
        Beat("hole", "The hole is a square on c"),  # pythagoras.c2v:65
        Beat("slide", "Now slide two of the triangles"),  # pythagoras.c2v:70
        Beat("holes", "The same hole is now two squares"),  # pythagoras.c2v:76
        Beat("moral", "So the two add up to the one", color="purple"),  # pythagoras.c2v:83
    )

    def declare(self, o, p):
        o.board = plane(x=(-0.6, 7.6), y=(-0.6, 7.6)).fit("A1:F6")  # pythagoras.c2v:44
        with on(o.board):
            o.frame = polygon(P(0, 0), P(7, 0), P(7, 7), P(0, 7)).style(color="gray")  # pythagoras.c2v:46
            o.t0 = (  # pythagoras.c2v:47
                polygon(P(0, 0), P(4, 0), P(0, 3))
                .style(color="blue", fill=("blue", 0.35))
            )
            o.t1 = (  # pythagoras.c2v:48
                polygon(P(7, 0), P(7, 4), P(4, 0))
                .style(color="blue", fill=("blue", 0.35))
            )
            o.t2 = (  # pythagoras.c2v:49
                polygon(P(7, 7), P(3, 7), P(7, 4))
                .style(color="blue", fill=("blue", 0.35))
            )
            o.t3 = (  # pythagoras.c2v:50
                polygon(P(0, 7), P(0, 3), P(3, 7))
                .style(color="blue", fill=("blue", 0.35))
            )
            o.big = (  # pythagoras.c2v:51
                polygon(P(4, 0), P(7, 4), P(3, 7), P(0, 3))
                .style(color="purple", fill=("purple", 0.3), layer=-1)
            )
            o.b_square = (  # pythagoras.c2v:52
                polygon(P(0, 3), P(4, 3), P(4, 7), P(0, 7))
                .style(color="green", fill=("green", 0.3), layer=-1)
            )
            o.a_square = (  # pythagoras.c2v:53
                polygon(P(4, 4), P(7, 4), P(7, 7), P(4, 7))
                .style(color="red", fill=("red", 0.3), layer=-1)
            )
        o.c2 = math("c^2").at(o.big).style(color="dark_purple", size=64)  # pythagoras.c2v:55
        o.b2 = math("b^2").at(o.b_square).style(color="dark_green", size=64)  # pythagoras.c2v:56
        o.a2 = math("a^2").at(o.a_square).style(color="dark_red", size=64)  # pythagoras.c2v:57

    def beat_frame(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:61
            "Put four copies of the triangle into the corners of a larger square. Its side is a plus b.",
            duration=7.6,
        )
        self.play(Draw(o.frame))  # pythagoras.c2v:62
        self.play(Grow(o.t0, o.t1, o.t2, o.t3, stagger=0.3))  # pythagoras.c2v:63
        self.wait(4.7)

    def beat_hole(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:66
            "What is left in the middle is a tilted square. Each of its sides is c, so its area is c squared.",
            duration=8.8,
        )
        self.play(Show(o.big))  # pythagoras.c2v:67
        self.play(Write(o.c2))  # pythagoras.c2v:68
        self.wait(6.8)

    def beat_slide(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:71
            "The triangles may move, as long as they do not overlap. Nothing is added, nothing is taken away.",
            duration=7.2,
        )
        self.play(Hide(o.c2, o.big))  # pythagoras.c2v:72
        self.play(Shift(o.t2, by=P(-3, -4), run_time=2))  # pythagoras.c2v:73
        self.play(Shift(o.t3, by=P(4, -3), run_time=2))  # pythagoras.c2v:74
        self.wait(2.2)

    def beat_holes(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:77
            "The uncovered area is still the same. But now it shows as two squares: one on b, and one on a.",
            duration=8.4,
        )
        self.play(Show(o.b_square))  # pythagoras.c2v:78
        self.play(Write(o.b2))  # pythagoras.c2v:79
        self.play(Show(o.a_square))  # pythagoras.c2v:80
        self.play(Write(o.a2))  # pythagoras.c2v:81
        self.wait(4.4)

    def beat_moral(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:84
            "Same frame, same four triangles, so the same area is left. a squared plus b squared is c squared.",
            duration=7.6,
        )
        self.play(Flash(o.a_square, o.b_square))  # pythagoras.c2v:85
        self.wait(6.6)


"""Pythagoras by moving two triangles: a² + b² = c². Made from pythagoras.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Recap(Lesson):  # pythagoras.c2v:90
    title = "a² + b² = c²"
    layout = "wide"
    beats = (
        Beat("law"),  # pythagoras.c2v:97
        Beat("numbers"),  # pythagoras.c2v:107
    )

    def declare(self, o, p):
        o.law = (  # pythagoras.c2v:92
            math("a^2 + b^2 = c^2", pieces=["a^2", "b^2", "c^2"])
            .fit("A1:C6")
            .style(size=110)
        )
        o.proof = (  # pythagoras.c2v:93
            text("Same frame, same triangles, same area left over.")
            .fit("D1:D6")
            .style(size=44)
        )
        o.example = math("3^2 + 4^2 = 9 + 16 = 25 = 5^2").fit("E1:F6").style(size=60)  # pythagoras.c2v:94

    def beat_law(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:98
            "That is the theorem of Pythagoras, and nothing had to be measured for it.",
            duration=5.6,
        )
        self.play(Write(o.law, run_time=1.5))  # pythagoras.c2v:99
        self.play(
            Color(o.law.piece("a^2"), color="red"),  # pythagoras.c2v:101
            Color(o.law.piece("b^2"), color="green"),  # pythagoras.c2v:102
            Color(o.law.piece("c^2"), color="purple"),  # pythagoras.c2v:103
        )
        self.play(Show(o.proof))  # pythagoras.c2v:105
        self.wait(2.1)

    def beat_numbers(self, o, p):
        self.add_subcaption(  # pythagoras.c2v:108
            "With legs of three and four, the longest side must be five.",
            duration=4.8,
        )
        self.play(Write(o.example, run_time=2))  # pythagoras.c2v:109
        self.wait(2.8)
