"""The verbs: what beats may do, what each takes and what it touches.

What a step carries in ``args`` are exactly the keywords of the animation's constructor:

=========  =====================================================================================
verb       args
=========  =====================================================================================
in, out    none (``clear``: ``except_``, a tuple of Refs; its targets are what leaves)
move       one of ``to`` (Point, Cell, Area, Ref or Live), ``above below left_of right_of inside``
           (Ref), ``between`` (pair of Refs), ``along`` (Ref); ``on`` (Ref of the plane in whose
           coordinates ``to`` is; without it the thing's own plane, else rows), ``gap``, ``align``
shift      ``by`` (Point, in units of the thing's own plane, else rows)
rotate     ``by`` (radians), ``about`` (Point or Ref; without it its centre)
scale      ``by`` (number)
color      ``color``
fill       ``color`` (Color, or None for ``none``), ``opacity`` where given
stroke     ``color`` (Color, or None for ``none``), ``width`` where given
dim        ``to`` (0…1), 0.3 where not given
set        ``values``: param → value; emitted as keywords, ``Set(t=3, u=1)``
apply      ``map`` (a matrix as List of Lists, or a Function of points)
rewrite    ``text`` (text or Live)
morph      ``into`` (a tuple of Refs)
copy       ``into`` (a tuple of Refs)
zoom       ``to`` (Ref, a tuple of Refs, Cell, Area, Point or Live) and ``by`` (number) where
           given, or ``out`` (True)
pulse      ``along`` (Ref) and ``backwards`` (True) where given
python     ``intent`` (text); the step's ``code`` is the hatch's
=========  =====================================================================================

With ``stagger`` a step's targets (of ``morph`` and ``copy``: its goals) begin one after another,
groups unfolded but for ``move shift rotate scale``; ``set``, ``swap``, ``clear`` and ``python``
take none. Where ``into`` or ``except_`` is one thing, it is a Ref instead of a tuple.
"""

from __future__ import annotations

from .declare import Arg, PhraseSpec, Property, Verb

GEOMETRY: tuple[Property, ...] = ("position", "rotation", "size", "shape")
PAINT: tuple[Property, ...] = ("color", "fill", "stroke", "opacity")

_LOOKS: tuple[Property, ...] = ("color", "fill", "stroke")

_DESTINATIONS = (
    PhraseSpec("to", "place", "a cell, an area, a point or an object's centre"),
    PhraseSpec("above", "object", "above this object"),
    PhraseSpec("below", "object", "below this object"),
    PhraseSpec("left_of", "object", "to the left of this object"),
    PhraseSpec("right_of", "object", "to the right of this object"),
    PhraseSpec("inside", "object", "into the middle of this object"),
    PhraseSpec("between", "objects", "half-way between these two objects"),
    PhraseSpec("along", "curve_like", "along this line or curve to its end"),
)

_ALL: tuple[Verb, ...] = (
    # in
    Verb("show", "in", "Fades in.", "show square", "Show", ("presence", "opacity")),
    Verb("draw", "in", "Draws its outline, then fills it.", "draw house over 2s", "Draw",
         ("presence", "shape")),
    Verb("write", "in", "Writes a text or formula stroke by stroke.", "write eq over 2s", "Write",
         ("presence", "shape")),
    Verb("grow", "in", "Grows from its centre; arrows from their start.", "grow force", "Grow",
         ("presence", "size")),
    Verb("pop", "in", "Grows with a little bounce.", "pop tile stagger 0.2s", "Pop",
         ("presence", "size")),
    Verb("add", "in", "Is there at once.", "add net", "Add", ("presence",), seconds=0.0),
    # out
    Verb("hide", "out", "Fades out.", "hide square", "Hide", ("presence", "opacity")),
    Verb("erase", "out", "Takes the drawing back.", "erase curve", "Erase", ("presence", "shape")),
    Verb("shrink", "out", "Shrinks to its centre and is gone.", "shrink square", "Shrink",
         ("presence", "size")),
    Verb("remove", "out", "Is gone at once.", "remove v", "Remove", ("presence",), seconds=0.0),
    Verb("clear", "out", "Fades out everything, or everything but some.", "clear except ax",
         "Clear", ("presence", "opacity"), targets="none",
         phrases=(PhraseSpec("except", "targets", "what stays"),)),
    # change
    Verb("move", "change", "Moves to a place, or along a line or curve.", "move a to E5", "Move",
         ("position",),
         phrases=(*_DESTINATIONS,
                  PhraseSpec("on", "plane_like", "the plane in whose coordinates `to` is"),
                  PhraseSpec("gap", "length", "the distance kept, in rows"),
                  PhraseSpec("align", "align", "the edges that line up")),
         choose=tuple(p.word for p in _DESTINATIONS)),
    Verb("shift", "change", "Moves by a distance from where it stands.", "shift a by (4, 0)",
         "Shift", ("position",),
         phrases=(PhraseSpec("by", "point", "how far right and up", required=True),)),
    Verb("rotate", "change", "Turns, counter-clockwise.", "rotate a by 90deg", "Rotate",
         ("rotation",),
         phrases=(PhraseSpec("by", "angle", "how far", required=True),
                  PhraseSpec("about", "point", "the point it turns about"))),
    Verb("scale", "change", "Makes it larger or smaller about its centre.", "scale a by 2",
         "Scale", ("size",),
         phrases=(PhraseSpec("by", "number", "the factor", required=True),)),
    Verb("color", "change", "Gives it a colour, lines and area.", "color a red", "Color", _LOOKS,
         values=(Arg("color", "color", "the new colour"),)),
    Verb("fill", "change", "Fills its area.", "fill a blue 0.5", "Fill", ("fill",),
         values=(Arg("color", "color", "the colour, or `none`"),
                 Arg("opacity", "opacity", "how much covers what is behind", default=None))),
    Verb("stroke", "change", "Changes its line.", "stroke a red 8", "Stroke", ("stroke",),
         values=(Arg("color", "color", "the colour, or `none`"),
                 Arg("width", "number", "the width in points", default=None))),
    Verb("dim", "change", "Takes it back, to 30% where no `to` is given.", "dim a to 20%", "Dim",
         ("opacity",), phrases=(PhraseSpec("to", "opacity", "how much of it stays"),)),
    Verb("undim", "change", "Brings back what was dimmed.", "undim a", "Undim", ("opacity",)),
    Verb("set", "change", "Changes params; what follows them follows.", "set t to 3 over 2s",
         "Set", ("param",), targets="none"),
    Verb("apply", "change",
         "Applies a matrix, or a function of points, about the plane's origin.",
         "apply [[2, 1], [0, 1]] to square", "Apply", ("shape", "position"),
         values=(Arg("map", "matrix", "a 2×2 matrix, or a function of points"),),
         phrases=(PhraseSpec("to", "targets", "what it acts on", required=True),)),
    Verb("rewrite", "change", "Changes a text or formula; pieces that stay keep their colours.",
         'rewrite eq as "x = 2"', "Rewrite", ("text", "shape", "size"), targets="one",
         phrases=(PhraseSpec("as", "text", "the new text", required=True),)),
    Verb("swap", "change", "Two things change places.", "swap a, b", "Swap", ("position",),
         targets="two"),
    # become
    Verb("morph", "become", "Turns into another: the first is gone, the second is there.",
         "morph a into b", "Morph", ("presence", *GEOMETRY, *PAINT, "text"),
         phrases=(PhraseSpec("into", "targets", "what it turns into", required=True),)),
    Verb("copy", "become", "A copy turns into another: both are there.", "copy a into b", "Copy",
         ("presence", *GEOMETRY, *PAINT, "text"),
         phrases=(PhraseSpec("into", "targets", "what the copy turns into", required=True),)),
    # point
    Verb("flash", "point", "Rays run out from it.", "flash ball", "Flash"),
    Verb("highlight", "point", "Grows a little and takes on a signal colour, then back.",
         'highlight eq["4"]', "Highlight"),
    Verb("outline", "point", "A box is drawn about each and goes.", "outline m.row[0]", "Outline"),
    Verb("wiggle", "point", "Shakes.", "wiggle a", "Wiggle"),
    Verb("focus", "point", "A spot of light narrows on it.", "focus corner", "Focus"),
    Verb("point_at", "point", "An arrow comes, points at it, and goes.", "point_at corner",
         "PointAt"),
    Verb("pulse", "point", "A light runs along it, or along another line.", "pulse way", "Pulse",
         phrases=(PhraseSpec("along", "curve_like", "the line it runs along"),
                  PhraseSpec("backwards", "none", "from its end to its start"))),
    # camera
    Verb("zoom", "camera", "The camera goes nearer, or back out.", "zoom to a by 2", "Zoom",
         ("camera",), targets="none",
         phrases=(PhraseSpec("to", "targets", "what it goes to: objects, parts, a cell, an area "
                             "or a point; they come into the middle, as large as fits"),
                  PhraseSpec("by", "number", "so many times as large as without a camera"),
                  PhraseSpec("out", "none", "back to the whole stage")),
         choose=("to", "out")),
    Verb("follow", "camera", "The camera stays with it, in the middle, until `zoom`.", "follow a",
         "Follow", ("camera",), targets="one"),
    # other
    Verb("python", "change", "A hatch: what the language cannot say, in its time.",
         'python("a spiral winds in") over 2s', "", targets="none",
         values=(Arg("intent", "text", "what it does, in words"),)),
)

VERBS: dict[str, Verb] = {verb.name: verb for verb in _ALL}
"""Every verb by name, in the order of the reference.

``wait``, ``say``, ``together``, ``stagger``, ``when``, ``for``, ``let`` and ``do`` are words of
the language, not verbs: they open statements of their own.
"""

EASINGS: tuple[str, ...] = ("smooth", "linear", "in", "out", "bounce", "there_and_back")
"""What may stand after ``ease``."""

CLOSING_SECONDS = 0.5
"""How long the clear at a scene's end takes."""

DIM_TO = 0.3
"""What ``dim`` leaves where no ``to`` is given."""
