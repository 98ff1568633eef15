"""Findings of the parser: 0xx."""

from ..registry import register

_GOOD = """
objects { a = circle(r=1) in B2:E5 color gold }
beat one "A circle" { draw a over 2s }
"""


def _bad(before: str, after: str) -> str:
    if before not in _GOOD:
        raise ValueError(f"the example has no {before!r}")
    return _GOOD.replace(before, after)


_FILE = """c2v 1
storyboard "Example" {}
scene example "Example" {
  objects { a = circle(r=1) in B2:E5 }
  beat one "A circle" { draw a }
}
"""

_LIVE = """
param t = 0
objects { n = text("t is #{t:.1}") in B2:E5 }
beat one "A number" {
  write n
  set t to 1 over 2s
}
"""

EDITION_MISSING = register(
    "C2V001", "edition-missing", "error",
    summary="the file does not begin with its edition",
    why="`c2v 1` fixes the words and the rules of the file for ever, so that a later edition of "
    "the language cannot change what an old file means. Only comments may stand before it.",
    bad=_FILE.replace("c2v 1", "c2v "),
    good=_FILE,
)
EDITION_UNKNOWN = register(
    "C2V002", "edition-unknown", "error",
    summary="the edition is not one this version knows",
    why="Another edition may mean other things by the same words. This version reads edition 1.",
    bad=_FILE.replace("c2v 1", "c2v 7"),
    good=_FILE,
)
UNEXPECTED = register(
    "C2V003", "unexpected", "error",
    summary="something stands where the language has no place for it",
    why="The statement makes sense up to here and no further. The finding says what could have "
    "stood in its place.",
    bad="let n = 1 2\n" + _bad("r=1", "r=n"),
    good=_GOOD,
)
UNCLOSED_STRING = register(
    "C2V004", "unclosed-string", "error",
    summary="a string has no closing quote",
    why='A text in `"…"` ends on its line; one over several lines stands in `"""…"""`. '
    'A quote inside a text is written `\\"`.',
    bad=_bad('"A circle"', '"A circle'),
    good=_GOOD,
)
UNCLOSED_BRACKET = register(
    "C2V005", "unclosed-bracket", "error",
    summary="a round or square bracket is not closed, or closed by the other kind",
    why="Inside brackets a new line does not end the statement, so an open one would swallow what "
    "follows.",
    bad=_bad("circle(r=1)", "circle(r=1"),
    good=_GOOD,
)
UNCLOSED_BLOCK = register(
    "C2V006", "unclosed-block", "error",
    summary="a block has no closing brace",
    why="Every `{` needs its `}`. The finding points at the `{` that is probably the one without, "
    "and at the place where that came to light.",
    bad=_bad(" over 2s }", " over 2s"),
    good=_GOOD,
)
STRAY_CLOSER = register(
    "C2V007", "stray-closer", "error",
    summary="a bracket or brace closes nothing",
    why="There is one closing bracket more than there are opening ones.",
    bad=_bad("circle(r=1)", "circle(r=1))"),
    good=_GOOD,
)
MISSING_COMMA = register(
    "C2V008", "missing-comma", "error",
    summary="a comma is missing between two values",
    why="Arguments, coordinates, items and targets are separated by commas.",
    bad='objects { a = line((0 0), (1, 1)) }\nbeat one "A line" { draw a }',
    good='objects { a = line((0, 0), (1, 1)) }\nbeat one "A line" { draw a }',
)
MISSING_VALUE = register(
    "C2V009", "missing-value", "error",
    summary="a word or an operator has no value behind it",
    why="`over`, `color`, `+` and their like are followed by a value on the same statement.",
    bad=_bad("over 2s", "over"),
    good=_GOOD,
)
NOT_A_STATEMENT = register(
    "C2V010", "not-a-statement", "error",
    summary="a statement stands where its kind has no place, or is none",
    why="A file holds scenes, a scene holds `objects` and beats, `objects` declares, a beat acts. "
    "What belongs into one has no meaning in another.",
    bad='objects { a = circle(r=1) in B2:E5 }\nbeat one "A circle" {\n  draw a\n  param t = 0\n}',
    good='param t = 0\nobjects { a = circle(r=1 + t) at C3 }\n'
    'beat one "A circle" {\n  draw a\n  set t to 1\n}',
)
RESERVED_NAME = register(
    "C2V011", "reserved-name", "error",
    summary="a word of the language is used as a name",
    why="Reserved words always mean the same, which is what keeps statements readable without "
    "quotes and commas around every word.",
    bad='objects { by = circle(r=1) in B2:E5 }\nbeat one "A circle" { }',
    good=_GOOD,
)
BAD_CELL = register(
    "C2V012", "bad-cell", "error",
    summary="a cell outside A1 to F6, or in small letters",
    why="The grid has the rows A to F from the top and the columns 1 to 6 from the left. Cells are "
    "written in capitals.",
    bad=_bad("B2:E5", "B2:G5"),
    good=_GOOD,
)
BAD_COMMENT = register(
    "C2V013", "bad-comment", "error",
    summary="`//` or `#word` where a comment was meant",
    why="A comment begins with `#` and a space. `#RRGGBB` is a colour and `#{…}` a live value, so "
    "a `#` glued to a word could be a slip in any of the three.",
    bad=_bad("draw a over 2s }", "draw a over 2s // slowly\n}"),
    good=_bad("draw a over 2s }", "draw a over 2s # slowly\n}"),
)
BAD_CHARACTER = register(
    "C2V014", "bad-character", "error",
    summary="a character the language does not use",
    why="Outside strings and comments only letters without accents, digits, `_` and the marks of "
    "the language have a meaning.",
    bad=_bad("draw a", "draw a $"),
    good=_GOOD,
)
WRONG_QUOTES = register(
    "C2V015", "wrong-quotes", "error",
    summary="a string in single or curly quotes",
    why='Texts stand in straight double quotes, `"…"`. The single quote is the derivative in '
    "`solve(S' = …)`.",
    bad=_bad('"A circle"', "'A circle'"),
    good=_GOOD,
)
PYTHON_HABIT = register(
    "C2V016", "python-habit", "error",
    summary="a statement of Python that this language says in another way",
    why="A storyboard is declarative: it has values, objects and beats, and blocks in braces.",
    bad='def f(x): return x + 1\n' + _GOOD,
    good="let f(x) = x + 1\nobjects { a = circle(r=f(0)) in B2:E5 color gold }\n"
    'beat one "A circle" { draw a over 2s }',
)
MANIM_HABIT = register(
    "C2V017", "manim-habit", "error",
    summary="a call of Manim that this language says with a verb",
    why="A beat says what happens with a verb and its targets: `show a over 2s`.",
    bad=_bad("draw a over 2s", "FadeIn(a)"),
    good=_bad("draw a over 2s", "show a"),
)
MISSING_UNIT = register(
    "C2V018", "missing-unit", "error",
    summary="a duration without its unit",
    why="Seconds and milliseconds look alike without a unit, so a duration always has one.",
    bad=_bad("over 2s", "over 2"),
    good=_GOOD,
)
STYLE_BRACKETS = register(
    "C2V019", "style-brackets", "error",
    summary="a style written as a call, or a calculated style value without brackets",
    why="A style is a word and its values, each a literal, a name or a part; what is calculated "
    "stands in brackets: `fill blue 0.4`, `opacity (f(t))`.",
    bad=_bad("color gold", "fill(blue, 0.4)"),
    good=_bad("color gold", "fill blue 0.4"),
)
TWO_PLACES = register(
    "C2V020", "two-places", "error",
    summary="an object has two places",
    why="An object stands in one place. Only `on AX` may be followed by `at (x, y)`.",
    bad=_bad("in B2:E5", "in B2:E5 at C3"),
    good=_GOOD,
)
BAD_LIVE_VALUE = register(
    "C2V021", "bad-live-value", "error",
    summary="a `#{…}` in a string is empty or not closed",
    why="`#{expr}` puts a live value into a text. A hash that is only a hash is written `\\#`.",
    bad=_LIVE.replace("#{t:.1}", "#{t:.1"),
    good=_LIVE,
)
BAD_NUMBER_FORMAT = register(
    "C2V022", "bad-number-format", "error",
    summary="the format of a live value is not one of the language",
    why="Formats are `.2` (decimals), `+.1` (with its sign), `04` (filled with zeros).",
    bad=_LIVE.replace(":.1}", ":.1f}"),
    good=_LIVE,
)
DOUBLED_BACKSLASH = register(
    "C2V023", "doubled-backslash", "error",
    summary="a LaTeX command with two backslashes",
    why="Strings are raw: one backslash is one backslash. Two make a line break, which only "
    "matrices and aligned formulas have.",
    bad='objects { m = math("\\\\frac{1}{2}") in B2:E5 }\nbeat one "A half" { write m }',
    good='objects { m = math("\\frac{1}{2}") in B2:E5 }\nbeat one "A half" { write m }',
)
BAD_NUMBER = register(
    "C2V024", "bad-number", "error",
    summary="a number that cannot be read",
    why="Numbers are `2`, `0.5`, `1e3`; units are `s ms deg % i`; a product is written with `*` "
    "and a remainder with spaces, `10 % 3`.",
    bad=_bad("r=1", "r=.5"),
    good=_bad("r=1", "r=0.5"),
)
WRONG_EQUALS = register(
    "C2V025", "wrong-equals", "error",
    summary="`=` and `==` in each other's place",
    why="`=` gives a name its value, `==` asks whether two values are equal.",
    bad="let n == 1\n" + _bad("r=1", "r=n"),
    good="let n = 1\n" + _bad("r=1", "r=n"),
)
TOO_DEEP = register(
    "C2V026", "too-deep", "error",
    summary="a statement nests too deep: more than 80 levels, or 40 blocks",
    why="No one can read it, and the compiler guards its own stack. A `let` for a part helps.",
    bad="let n = " + "(" * 120 + "1" + ")" * 120 + "\n" + _bad("r=1", "r=n"),
    good="let n = (1)\n" + _bad("r=1", "r=n"),
)
MISSPELLED_WORD = register(
    "C2V027", "misspelled-word", "error",
    summary="a word that is probably another one",
    why="The words of the language are few; one letter off is nearly always a slip.",
    bad=_bad("color gold", "colour gold"),
    good=_GOOD,
)
STORYBOARD_ORDER = register(
    "C2V028", "storyboard-order", "error",
    summary="a second `storyboard`, or one that is not first",
    why="One file is one video. Its title and settings stand once, before everything else.",
    bad=_FILE.replace("scene", 'storyboard "Another" {}\nscene', 1),
    good=_FILE,
)
SAID_TWICE = register(
    "C2V029", "said-twice", "error",
    summary="one statement says a thing twice",
    why="Of two `over` or two `color` only one can hold.",
    bad=_bad("over 2s", "over 2s over 3s"),
    good=_GOOD,
)
BAD_PARAMETER = register(
    "C2V031", "bad-parameter", "error",
    summary="what stands before `->` is not a list of names",
    why="A function without a name is written `x -> x^2` or `(u, v) -> u * v`.",
    bad="let f = (1, x) -> x + 1\n" + _bad("r=1", "r=f(0, 1)"),
    good="let f = (k, x) -> x + k\n" + _bad("r=1", "r=f(0, 1)"),
)
ONE_A_LINE = register(
    "C2V032", "one-statement-a-line", "error",
    summary="two statements stand on one line with nothing between them",
    why="A new line or a `;` ends a statement.",
    bad=_bad("draw a over 2s", "draw a over 2s hide a"),
    good=_bad("draw a over 2s", "draw a over 2s; hide a"),
)
MISSING_MARK = register(
    "C2V033", "missing-mark", "error",
    summary="a mark or a word is missing: `=`, `{`, `at`, brackets, a name",
    why="The statement reads as it should with the mark put in.",
    bad=_bad('"A circle" {', '"A circle"'),
    good=_GOOD,
)
EXTRA_MARK = register(
    "C2V034", "extra-mark", "error",
    summary="a mark too many: a comma, a colon, an equals sign",
    why="The statement reads as it should with the mark taken out.",
    bad=_bad("color gold", ", color gold"),
    good=_GOOD,
)
BAD_COLOR = register(
    "C2V035", "bad-color", "error",
    summary="a colour that is not `#RRGGBB`",
    why="Colours by number have six digits, two each for red, green and blue.",
    bad=_bad("color gold", "color #FC0"),
    good=_bad("color gold", "color #FFCC00"),
)
UNQUOTED_TEXT = register(
    "C2V036", "unquoted-text", "error",
    summary="a text without its quotes",
    why="Titles, lecture lines, speech and paths are texts and stand in quotes.",
    bad=_bad('"A circle"', "Circle"),
    good=_GOOD,
)
WRONG_OPERATOR = register(
    "C2V037", "wrong-operator", "error",
    summary="an operator of another language",
    why="The operators are `+ - * / ^ %`, `< <= > >= == !=`, `and or not`, `a if c else b` and "
    "`x -> …` for a function.",
    bad="let f = x => x + 1\n" + _bad("r=1", "r=f(0)"),
    good="let f = x -> x + 1\n" + _bad("r=1", "r=f(0)"),
)
ACTION_BRACKETS = register(
    "C2V038", "action-brackets", "error",
    summary="an action written like a call",
    why="An action is a verb and its targets: `show a, b over 2s`. Only `do` and `python` take "
    "arguments in brackets.",
    bad=_bad("draw a over 2s", "draw(a) over 2s"),
    good=_GOOD,
)
