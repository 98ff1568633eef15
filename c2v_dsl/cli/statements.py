"""Statements that are no kinds, verbs or styles, in words: for ``c2v kinds``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Statement(NamedTuple):
    """``form`` is how it is written, ``example`` stands in a storyboard."""

    form: str
    doc: str
    example: str


STATEMENTS: dict[str, Statement] = {
    "storyboard": Statement(
        'storyboard "TITLE" { SETTINGS }',
        "The video's title and its settings (audience, theme, pace, maths …). Once, first.",
        'storyboard "Half a circle" {\n  theme chalk\n}'),
    "scene": Statement(
        'scene NAME "TITLE" [layout notes|wide] [continues OTHER] { … }',
        "Lets and params, one `objects` block, then beats.",
        'scene ring "A circle" {\n  objects { ring = circle(r=1) at C3 }\n'
        '  beat draw_it "Draw it" { draw ring }\n}'),
    "beat": Statement(
        'beat NAME ["LINE"] [color COLOR] [lasts DURATION] { ACTIONS }',
        "One lecture line and what happens meanwhile.",
        'beat draw_it "Draw it" color gold { draw ring over 2s }'),
    "objects": Statement(
        "objects { NAME = KIND(ARGUMENTS) PLACE STYLE }",
        "Declares what a scene can show; declaring shows nothing.",
        "objects {\n  ring = circle(r=1) at C3 color blue\n}"),
    "let": Statement(
        "let NAME = VALUE · let NAME(PARAMS) = VALUE",
        "Names a value or a function for everything below it. It never changes.",
        "let f(x) = x^2 - 1"),
    "param": Statement(
        "param NAME = VALUE",
        "A value that beats change with `set`; whatever mentions it follows. It stands in a scene.",
        "param t = 0"),
    "set": Statement(
        "set PARAM to VALUE, … [over DURATION]",
        "Changes params; what follows them follows.",
        "set t to 3, u to 1 over 2s"),
    "say": Statement(
        'say "WORDS <mark> WORDS"',
        "Speaks, while what follows goes on. A mark is a moment that `when` waits for. It stands "
        "at the top level of a beat.",
        'say "Here the curve <crosses> crosses the axis."'),
    "when": Statement(
        "when MARK { ACTIONS }",
        "Waits for a mark of a `say` above in this beat, or goes on at once if it is past.",
        'say "Here it <crosses> crosses."\nwhen crosses { flash root }'),
    "together": Statement(
        "together { ACTIONS }",
        "Actions that begin at the same moment.",
        "together { apply A to square over 2s; set t to 1 over 2s }"),
    "stagger": Statement(
        "stagger DURATION { ACTIONS }",
        "Actions that begin one after another, each so long after the one before it.",
        "stagger 0.2s { pop a; pop b; pop c }"),
    "wait": Statement("wait DURATION", "Lets time pass.", "wait 1s"),
    "for": Statement(
        "for NAME in VALUES [if CONDITION] { … }",
        "Repeats: objects become a family, beats and actions follow one another.",
        "for i in 0..4 { tile[i] = square(side=0.8) at cell(2, i) }"),
    "on": Statement(
        "on PLANE { OBJECTS }",
        "Objects in a plane's coordinates. For one object it is `on PLANE` behind it.",
        "on ax {\n  root = dot((2, 0)) color gold\n}"),
    "style": Statement(
        "style TARGET STYLE",
        "Gives an object or a part its style before it appears.",
        "style m.col[0] color teal"),
    "component": Statement(
        "component NAME(PARAMS) { OBJECTS }",
        "Objects used like a kind, with coordinates of their own.",
        "component flag(h) {\n  pole = line((0, 0), (0, h))\n"
        "  cloth = rect((0, h), (1, h - 0.6)) fill red\n}"),
    "template": Statement(
        "template NAME(PARAMS) [layout notes|wide] { the body of a scene }",
        "A scene to be made several times: `scene first \"One\" from NAME(3)`. Params may have "
        "defaults, beats may stand in loops; `c2v stdlib` lists those of the library.",
        'template times(n) {\n  objects { a = text("#{n} times") at C3 }\n'
        '  beat one "How often" { show a }\n}'),
    "action": Statement(
        "action NAME(PARAMS) { ACTIONS }",
        "Actions with a name, done in beats with `do NAME(…)`.",
        "action greet(x) {\n  pop x\n  wiggle x\n}"),
    "do": Statement(
        "do NAME(ARGUMENTS)", "Does an action defined with `action`.", "do greet(ring)"),
    "import": Statement(
        'import "PATH.c2v"',
        "Brings the lets, components, templates and actions of another file.",
        'import "shapes.c2v"'),
}
"""By the word they begin with."""


def statement_page(word: str) -> Iterator[str]:
    """All about a statement, line by line."""
    said = STATEMENTS[word]
    yield from (said.form, said.doc, "", "Example:")
    yield from (f"  {line}" for line in said.example.splitlines())
