"""Shapes and the marks that hang on other objects."""

from __future__ import annotations

from .declare import Arg, Kind
from .kinds_words import SIDES
from .styles import DOT, LINE, SHAPE

_TWO_OBJECTS = "a = square(side=1.4) at C2:D2 color blue\nb = circle(r=0.7) at C5:D5 color blue\n"
_TWO_LINES = "a = line((-2, -1.5), (2.5, -1.5))\nb = line((-2, -1.5), ({}, 2))\n"


def _length(name: str, doc: str, default: float) -> Arg:
    return Arg(name, "length", doc, default, keyword=True)


def _ends(start: str = "where it starts", end: str = "where it ends") -> tuple[Arg, Arg]:
    return Arg("p", "point", start), Arg("q", "point", end)


_BEND = Arg("bend", "angle", "how far it bows out to the left of its way", 1.0471975511965976,
            keyword=True)
_RADIUS = _length("r", "radius", 0.5)
_FROM = Arg("from", "angle", "where it begins, from the right and against the clock", 0,
            keyword=True)
_TO = Arg("to", "angle", "where it ends", 1.5707963267948966, keyword=True)

SHAPES = (
    Kind("circle", "shapes", "A circle.", (_RADIUS,),
         "c = circle(r=1.5) at C3:D4 color blue fill blue 0.4", styles=SHAPE),
    Kind("square", "shapes", "A square.", (_length("side", "length of a side", 1),),
         "s = square(side=2.5) at C3:D4 stroke gold 4", styles=SHAPE),
    Kind("rect", "shapes", "A rectangle, by its size or by two opposite corners.",
         (_length("w", "width", 2), _length("h", "height", 1)),
         "r = rect(w=3, h=1.5) at B2:C3 color blue\nq = rect((0, -2), (3, 0)) color gold",
         forms=((Arg("p", "point", "a corner"), Arg("q", "point", "the corner opposite")),),
         styles=SHAPE),
    Kind("ellipse", "shapes", "An ellipse.",
         (_length("w", "width", 2), _length("h", "height", 1)),
         "oval = ellipse(w=4, h=2) at C3:D4 color teal fill teal 0.4", styles=SHAPE),
    Kind("triangle", "shapes", "A triangle with three equal sides.",
         (_length("side", "length of a side", 1),),
         "t = triangle(side=3) at C3:D4 color green fill green 0.4", styles=SHAPE),
    Kind("polygon", "shapes", "A polygon through its corners.",
         (Arg("points", "points", "three corners or more", many=True),),
         "t = polygon((-2, -1.5), (2, -1.5), (-2, 1.5)) color teal fill teal 0.5", styles=SHAPE),
    Kind("star", "shapes", "A star.",
         (Arg("n", "count", "how many points", 5, keyword=True, live=False),
          _length("r", "from its centre to a point", 0.5)),
         "s = star(n=5, r=1.8) at C3:D4 color gold fill gold 0.6", styles=SHAPE),
    Kind("dot", "shapes", "A point one can see; never grows with a plane.",
         (Arg("p", "point", "where it is; needs no place then", None),),
         "d = dot((1, 0.5)) color gold\nf = dot((-1, -0.5)) color blue scale 2", styles=DOT),
    Kind("line", "shapes", "A straight line.", _ends(),
         "l = line((-3, -1.5), (3, 1.5)) stroke blue 5\nm = line((-3, 1), (3, -2)) dashed",
         styles=LINE),
    Kind("path", "shapes", "Straight lines from point to point.",
         (Arg("points", "points", "two points or more, or a list of them", many=True),),
         "z = path((-3, -1), (-1, 1), (1, -1), (3, 1)) stroke blue 5", styles=SHAPE),
    Kind("arrow", "shapes", "An arrow.", _ends(), _TWO_OBJECTS + "way = arrow(a, b) color gold",
         styles=LINE),
    Kind("double_arrow", "shapes", "An arrow with two heads.", _ends(),
         _TWO_OBJECTS + "way = double_arrow(a, b) color gold", styles=LINE),
    Kind("curve", "shapes", "A bowed line.", (*_ends(), _BEND),
         "c = curve((-3, -0.5), (3, -0.5), bend=60deg) stroke blue 5", styles=LINE),
    Kind("curved_arrow", "shapes", "A bowed arrow.", (*_ends(), _BEND),
         _TWO_OBJECTS + "way = curved_arrow(a, b, bend=45deg) color gold", styles=LINE),
    Kind("arc", "shapes", "A part of a circle's line.", (_RADIUS, _FROM, _TO),
         "a = arc(r=1.8, from=0deg, to=120deg) at C3:D4 stroke gold 5", styles=LINE),
    Kind("sector", "shapes", "A part of a disc.", (_RADIUS, _FROM, _TO),
         "s = sector(r=2, from=0deg, to=120deg) at C3:D4 color blue fill blue 0.4", styles=SHAPE),
    Kind("annulus", "shapes", "A ring.",
         (_length("r", "outer radius", 0.5), _length("inner", "inner radius", 0.25)),
         "ring = annulus(r=1.8, inner=1) at C3:D4 color blue fill blue 0.5", styles=SHAPE),
)

_OBJ = Arg("obj", "object", "what it marks")
_SIDE = Arg("side", "side", "on which side", "down", keyword=True, words=SIDES, live=False)
_LINES = (Arg("l1", "line_like", "one line"), Arg("l2", "line_like", "the other line"))
_RING = "c = circle(r=1.3) at C3:D4 color blue fill blue 0.4\n"

MARKS = (
    Kind("brace", "marks", "A curly brace along a side.", (_OBJ, _SIDE),
         _RING + "b = brace(c, side=down)\nname = label(\"$2r$\", b, side=down)",
         styles=("color", "fill", "opacity", "layer"), follows=True),
    Kind("angle", "marks", "The arc between two lines.", _LINES,
         _TWO_LINES.format(2) + "w = angle(a, b) color gold", styles=LINE, follows=True),
    Kind("right_angle", "marks", "The little square between two lines.", _LINES,
         _TWO_LINES.format(-2) + "w = right_angle(a, b) color gold", styles=LINE, follows=True),
    Kind("box", "marks", "A frame around an object.", (_OBJ,), _RING + "b = box(c) color gold",
         styles=SHAPE, follows=True),
    Kind("cross", "marks", "A cross through an object.", (_OBJ,), _RING + "x = cross(c) color red",
         styles=LINE, follows=True),
    Kind("underline", "marks", "A line below an object.", (_OBJ,),
         'word = text("Note this") at C3:D4 size 48\nu = underline(word) color gold',
         styles=LINE, follows=True),
    Kind("trace", "marks", "The way an object has gone since this was shown.", (_OBJ,),
         "way = curve((-3, -1.5), (3, -1), bend=80deg) dashed\n"
         "ball = dot((-3, -1.5)) color gold scale 2\ntail = trace(ball) stroke gold 4", styles=LINE,
         follows=True),
)

KINDS = (*SHAPES, *MARKS)
