"""Tiny storyboards that show what a kind, a verb, a style word or a layout is for.

Each holds the registry's own example, word for word. The reference shows their pictures, tests
check them and compare what is drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..frame import ROW, column_width
from . import Kind, StyleWord, Verb

_NAMED = re.compile(r"(?:^|[{;])\s*([a-z_]\w*)(?:\[[^\]]*\])? = ", re.M)


@dataclass(frozen=True)
class Setting:
    """What stands around an example.

    Attributes:
        objects: object statements, and ``params`` the params they mention.
        before: actions that come first; where None, every object is added. ``after``: actions
            that come next, in the same beat.
    """

    objects: str
    before: str | None = None
    params: str = ""
    after: str = ""


MOTIONS = {
    "trace": "add ball, tail\nmove ball along way over 2s",
}
"""What kinds do in their pictures that tell nothing where they stand still."""

_AX = "ax = axes(x=[-1, 4], y=[-1, 5]) in A1:F6\non ax {{\n{}\n}}"
_SQUARE = "square = square(side=3) at C3:D4 color blue fill blue 0.5"
_BALL = "ball = circle(r=0.8) at C3:D4 color blue fill blue 0.6"
_TWO = ("a = circle(r=0.9) at C2:D2 color blue fill blue 0.6\n"
        "b = square(side=1.6) at C5:D5 color gold fill gold 0.6")
_TILES = ('for i in 0..4 { tile[i] = square(side=1.1) at (1.6 * i - 3.2, 0) '
          'color (mix(blue, gold, i / 4)) fill (mix(blue, gold, i / 4)) 0.6 }')
_SHAPE = "a = polygon((-1.5, -1), (1.5, -1), (1.5, 0), (0, 1)) color teal fill teal 0.5"
_EQ = r'eq = math("x^2 - 4 = 0") in B1:E6 size 64'
_M = r'm = matrix([[2, 1, 0], [0, 1, 3]]) in B1:E6 size 56'
_GRAPH = ("way = curve((-3.2, -1), (3.2, -1), bend=60deg) stroke gray 4\n"
          "a = circle(r=0.5) at (-3.7, -1.3) fill blue 0.6 color blue\n"
          "b = circle(r=0.5) at (3.7, -1.3) fill blue 0.6 color blue")

SETTINGS: dict[str, Setting] = {
    "show": Setting(_SQUARE, ""),
    "draw": Setting("house = polygon((-2, -2), (2, -2), (2, 0.6), (0, 2.2), (-2, 0.6)) "
                    "color blue fill blue 0.5", ""),
    "write": Setting(r'eq = math("e^{i\pi} + 1 = 0") in B1:E6 size 72', ""),
    "grow": Setting("block = rect(w=1.8, h=1.4) at (-2.2, -0.5) color blue fill blue 0.5\n"
                    "force = arrow((-1.2, -0.5), (3, 1.4)) color gold", "add block"),
    "pop": Setting(_TILES, ""),
    "add": Setting("net = plane(x=[-3, 3], y=[-2, 2]) in A1:F6", ""),
    "hide": Setting(_SQUARE),
    "erase": Setting(_AX.format("curve = plot(x^2 / 3) stroke blue 5")),
    "shrink": Setting(_SQUARE),
    "remove": Setting("net = plane(x=[-3, 3], y=[-2, 2]) in A1:F6\non net {\n"
                      "v = vector(2, 1) color gold\n}"),
    "clear": Setting("ax = plane(x=[-1, 4], y=[-1, 3]) in A1:F6\non ax {\n"
                     "v = vector(3, 1) color gold\nu = vector(1, 2) color blue\n}"),
    "move": Setting("a = circle(r=0.7) at B2 color blue fill blue 0.6"),
    "shift": Setting("a = circle(r=0.7) at (-2, 0) color blue fill blue 0.6"),
    "rotate": Setting(_SHAPE),
    "scale": Setting("a = star(r=1) at C3:D4 color gold fill gold 0.6"),
    "color": Setting(_SQUARE.replace("square = ", "a = ")),
    "fill": Setting("a = circle(r=1.8) at C3:D4 stroke gold 5"),
    "stroke": Setting("a = circle(r=1.8) at C3:D4 stroke white 2 fill blue 0.4"),
    "dim": Setting(_TWO),
    "undim": Setting(_TWO, "add a, b\ndim a to 20% over 0s"),
    "set": Setting(
        _AX.format("curve = plot(x^2 / 3) stroke blue 4\n"
                   "line = tangent(x^2 / 3, at=t, length=4) stroke gold 4\n"
                   "spot = dot((t, t^2 / 3)) color gold"), params="param t = 0"),
    "apply": Setting("ax = plane(x=[-1, 4], y=[-1, 3]) in A1:F6\non ax {\n"
                     "square = rect((0, 0), (1, 1)) color gold fill gold 0.5\n}"),
    "rewrite": Setting(_EQ.replace("x^2 - 4 = 0", "x^2 = 4")),
    "swap": Setting(_TWO),
    "morph": Setting(_TWO, "add a"),
    "copy": Setting(_TWO, "add a"),
    "flash": Setting(_BALL),
    "highlight": Setting(_EQ),
    "outline": Setting(_M),
    "wiggle": Setting(_SQUARE.replace("square = ", "a = ")),
    "focus": Setting(_AX.format("curve = plot(x^2 / 3) stroke blue 4\n"
                                "corner = dot((3, 3)) color gold")),
    "point_at": Setting(_AX.format("curve = plot(x^2 / 3) stroke blue 4\n"
                                   "corner = dot((2, 4 / 3)) color gold")),
    "pulse": Setting(_GRAPH),
    "zoom": Setting(_AX.format("curve = plot(x^2 / 3) stroke blue 4\n"
                               "a = dot((2, 4 / 3)) color gold")),
    "follow": Setting(_AX.format("curve = plot(x^2 / 3) stroke blue 4\n"
                                 "a = dot((-1, 1 / 3)) color gold"),
                      after="move a along curve over 2s"),
    "python": Setting(_BALL),
}
"""Where verbs are seen at work."""

MIDDLES = {"pulse": 0.4, "wiggle": 0.45}
"""The share of a verb's time after which its picture shows it; half of it if not said."""

_SQUARES = "plain = square(side=2.2) at C2:D2\nstyled = square(side=2.2) at C5:D5 {}"
_WORDS = 'plain = text("Words") at C2:D2{0}\nstyled = text("Words") at C5:D5{0} {{}}'
_STYLED = {
    "layer": "front = square(side=2.2) at (-0.5, 0.5) color gold fill gold 1 {}\n"
             "back = square(side=2.2) at (0.5, -0.5) color blue fill blue 1",
    "size": _WORDS.format(""),
    **dict.fromkeys(("bold", "italic", "font"), _WORDS.format(" size 48")),
}
"""What carries a style where two squares would not show it."""


def names(objects: str) -> list[str]:
    """What object statements declare, families once."""
    return list(dict.fromkeys(_NAMED.findall(objects)))


def _lines(text: str, by: int) -> str:
    return "\n".join(" " * by + line if line else line for line in text.splitlines())


def _storyboard(title: str, theme: str, params: str, objects: str, beats: str,
                layout: str = "notes") -> str:
    return (
        f'c2v 1\nstoryboard "{title}" {{\n  theme {theme}\n}}\n\n'
        f'scene example "{title}" layout {layout} {{\n'
        + (_lines(params, 2) + "\n\n" if params else "")
        + "  objects {\n" + _lines(objects, 4) + "\n  }\n\n" + _lines(beats, 2) + "\n}\n"
    )


def _beat(name: str, line: str, actions: str) -> str:
    return f'beat {name} "{line}" {{\n{_lines(actions, 2)}\n}}'


def _added(objects: str) -> str:
    return f"add {', '.join(names(objects))}"


def kind_storyboard(kind: Kind, theme: str = "chalk") -> str:
    """A storyboard whose last picture shows ``kind``."""
    actions = MOTIONS.get(kind.name) or _added(kind.example)
    beat = _beat("shown", kind.name, f"{actions}\nwait 500ms")
    return _storyboard(kind.name, theme, "", kind.example, beat)


def verb_storyboard(verb: Verb, theme: str = "chalk") -> str:
    """A storyboard whose second and last beat is the example of ``verb``."""
    setting = SETTINGS[verb.name]
    before = _added(setting.objects) if setting.before is None else setting.before
    beats = (_beat("before", "Before", f"{before}\nwait 500ms".lstrip("\n")),
             _beat("then", verb.name, f"{verb.example}\n{setting.after}".rstrip("\n")))
    return _storyboard(verb.name, theme, setting.params, setting.objects, "\n\n".join(beats))


def verb_fragment(verb: Verb) -> str:
    """Objects and one beat with the example of ``verb`` in its setting: the inside of a scene."""
    setting = SETTINGS[verb.name]
    before = _added(setting.objects) if setting.before is None else setting.before
    params = f"{setting.params}\n" if setting.params else ""
    beat = _beat("then", verb.name, f"{before}\n{verb.example}\n{setting.after}".strip("\n"))
    return f"{params}objects {{\n{_lines(setting.objects, 2)}\n}}\n{beat}"


def style_storyboard(style: StyleWord, theme: str = "chalk") -> str:
    """A storyboard whose last picture shows a thing without and with ``style``."""
    objects = _STYLED.get(style.name, _SQUARES).format(style.example)
    beat = _beat("shown", style.name, f"{_added(objects)}\nwait 500ms")
    return _storyboard(style.name, theme, "", objects, beat)


def layout_storyboard(layout: str, theme: str = "chalk") -> str:
    """A storyboard whose last picture shows the whole frame, its cells and their names."""
    width = column_width(layout) / ROW
    objects = (
        "for i in 0..5 {\nfor j in 0..5 {\n"
        f"field[i, j] = rect(w={width:.4f}, h=1) at cell(i, j) stroke gray 1\n"
        'name[i, j] = text("#{rows[i]}#{j + 1}") at cell(i, j) size 30\n}\n}'
    )
    beats = (_beat("first", "The title stands on top", "add field\nwait 500ms"),
             _beat("shown", "One line for each beat", "add name\nwait 1s"),
             _beat("last", "The running one is lit", "wait 500ms"))
    rows = 'let rows = ["A", "B", "C", "D", "E", "F"]'
    return _storyboard(f"A scene with layout {layout}", theme, rows, objects,
                       "\n\n".join(beats), layout)


__all__ = [
    "MIDDLES", "MOTIONS", "SETTINGS", "Setting", "kind_storyboard", "layout_storyboard", "names",
    "style_storyboard", "verb_fragment", "verb_storyboard",
]
