"""Words: texts, formulas, listings and what hangs on other objects as words."""

from __future__ import annotations

from .declare import Arg, Kind, Part
from .styles import FORMULA, LISTING, WORDS

SIDES = ("up", "down", "left", "right")

PIECE = Part("piece", 1, 'the one piece that reads so, `ans["3"]`; `ans["x", 1]` the second, '
             '`ans["x", all]` every one')
CHARACTER = Part("char", 1, "a character, counted from 0")

KINDS = (
    Kind(
        "text", "words", "Words, with maths between dollar signs.",
        (Arg("text", "text", "what it says; `$…$` is maths"),),
        'title = text("The root of $x^2 = 2$") at C3:D4 size 40',
        parts=(PIECE, CHARACTER), styles=WORDS,
    ),
    Kind(
        "math", "words", "A formula in LaTeX.",
        (Arg("latex", "latex", "the formula, without dollar signs"),),
        r'eq = math("\int_0^1 x^2 \,dx = \frac{1}{3}") in B1:E6 size 60',
        parts=(PIECE,), styles=FORMULA,
    ),
    Kind(
        "code", "words", "A listing with its syntax coloured.",
        (
            Arg("listing", "listing", "the code as it stands", live=False),
            Arg("lang", "word", "language of the listing", "python", keyword=True, live=False),
        ),
        'prog = code("""\ndef gcd(a, b):\n    while b:\n        a, b = b, a % b\n    '
        'return a\n""", lang="python") in A1:F6',
        parts=(Part("line", 1, "a line, counted from 0"),), styles=LISTING,
    ),
    Kind(
        "bullets", "words", "A list of points, one below another.",
        (Arg("items", "texts", "the points; `$…$` is maths", many=True),),
        'list = bullets("Start somewhere.", "Follow the tangent to $y = 0$.", '
        '"Begin there again.") in B1:E6 size 32',
        parts=(Part("", 1, "a point of the list"),), styles=WORDS,
    ),
    Kind(
        "number", "words", "A number that follows what it shows.",
        (
            Arg("value", "number", "the number"),
            Arg("decimals", "count", "digits behind the point", 2, keyword=True, live=False),
        ),
        "n = number(sqrt(2), decimals=4) at C3:D4 size 60",
        parts=(CHARACTER,), styles=WORDS,
    ),
    Kind(
        "label", "words", "A name that stays beside an object.",
        (
            Arg("text", "text", "what it says; `$…$` is maths"),
            Arg("obj", "object", "what it names"),
            Arg("side", "side", "where it stands", "up", keyword=True, words=SIDES, live=False),
            Arg("at", "number", "a share of a line's length, or an x on a curve; the middle if "
                "not said", None, keyword=True),
        ),
        'ring = circle(r=1.5) at C3:D4 color blue\nname = label("unit circle", ring, side=down)',
        parts=(PIECE, CHARACTER), styles=WORDS, follows=True,
    ),
)
