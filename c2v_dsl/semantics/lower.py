"""From values and residual expressions to Python a Manim user would write."""

from __future__ import annotations

import keyword
import re
from functools import lru_cache
from typing import Any

from .lowered import Ref
from .values import EMITTED, Area, Cell, Color, List, Point

_KINDS = (
    "text math code bullets number label circle square rect ellipse triangle polygon star dot "
    "line path arrow double_arrow curve curved_arrow arc sector annulus brace angle right_angle "
    "box cross underline trace axes plane polar complex number_line plot point_on parametric "
    "implicit region riemann tangent secant vector field heat matrix table array graph tree "
    "network timeline bars pie histogram scatter image svg icon group row column python"
)
KIND_NAMES = frozenset(_KINDS.split())
"""Words that build objects: ``circle(r=1)``."""

_STAGE = (
    "o p self duration on family hatch use_theme Lesson Beat After Show Draw Write Grow Pop Add "
    "Hide Erase Shrink Remove Clear Move Shift Rotate Scale Color Fill Stroke Dim Undim Set Apply "
    "Rewrite Swap Morph Copy Flash Highlight Outline Wiggle Focus PointAt Pulse Zoom Follow "
    "HatchAct HatchAction component hatch_code kept"
)
_STAGE_NAMES = frozenset(_STAGE.split())
TAKEN = frozenset(keyword.kwlist) | frozenset(EMITTED) | KIND_NAMES | _STAGE_NAMES
"""Names that lets and functions of a storyboard may not have in emitted code."""

# How tightly an operator binds in Python; what binds less than wanted gets brackets.
LAMBDA, TERNARY, OR, AND, NOT, COMPARE, SUM, PRODUCT, SIGN, POWER, ATOM = range(11)

_WORD = re.compile(r"(?<![.\w])[A-Za-z_]\w*")
_QUOTED = re.compile(r'r?"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')


def python_name(name: str) -> str:
    """``name`` as it may stand in emitted code: with ``_`` behind it where the plain word is taken
    (keywords, functions, kinds, ``o`` and ``p``)."""
    return name + "_" if name in TAKEN else name


def member_name(name: str) -> str:
    """``name`` behind a dot (``p.class_``): only keywords are taken."""
    return name + "_" if keyword.iskeyword(name) else name


@lru_cache(maxsize=4096)
def names_in_code(python: str) -> frozenset[str]:
    """The words of a Python expression that are neither attributes nor in quotes."""
    if '"' in python or "'" in python:
        python = _QUOTED.sub('""', python)
    return frozenset(_WORD.findall(python))


def wrapped(code: str, level: int, wanted: int) -> str:
    """``code``, in brackets if it binds less tightly than ``wanted``."""
    return code if level >= wanted else f"({code})"


def number(value: float) -> tuple[str, int]:
    """A number as code."""
    if isinstance(value, float) and value == int(value) and abs(value) < 1e15:
        value = int(value)
    text = repr(value)
    return (text, SIGN) if text.startswith("-") else (text, ATOM)


def string(text: str) -> str:
    """A text as code, raw where that spares backslashes."""
    if "\\" in text and '"' not in text and text.isprintable() and not text.endswith("\\"):
        return f'r"{text}"'
    if text.replace("\n", "").isprintable():
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return repr(text)


def literal(value: Any) -> tuple[str, int]:
    """A constant as code and how tightly it binds.

    Raises:
        TypeError: there is no code for it.
    """
    if isinstance(value, bool) or value is None:
        return repr(value), ATOM
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return string(value), ATOM
    if isinstance(value, complex):
        return _complex(value), ATOM
    if isinstance(value, Point):
        return f"P({', '.join(literal(item)[0] for item in value)})", ATOM
    if isinstance(value, List):
        return f"L({', '.join(literal(item)[0] for item in value)})", ATOM
    if isinstance(value, Cell):
        return f"cell({value.row}, {value.col})", ATOM
    if isinstance(value, Area):
        return f"area({', '.join(map(str, value))})", ATOM
    if isinstance(value, Color):
        return f'C("{value}")', ATOM
    if isinstance(value, Ref):
        return reference(value), ATOM
    raise TypeError(f"no Python for {type(value).__name__}")


def _complex(value: complex) -> str:
    imaginary = number(value.imag)[0] + "j"
    if value.real == 0 and not imaginary.startswith("-"):
        return imaginary
    sign = "" if imaginary.startswith("-") else "+"
    return f"({number(value.real)[0]}{sign}{imaginary})"


_ID_PART = re.compile(r"([A-Za-z_]\w*)((?:\[[^\]]*\])?)(\.|$)")


def object_path(id: str) -> str:
    """``peg.disk[2]`` as ``o.peg.disk[2]``."""
    return ".".join(["o", *(member_name(m[1]) + m[2] for m in _ID_PART.finditer(id))])


def reference(ref: Ref) -> str:
    """An object or a part of it as code."""
    text = object_path(ref.object)
    steps = list(ref.path)
    while steps:
        kind, *rest = steps.pop(0)
        if kind == "part":
            while steps and steps[0][0] == "item":
                rest.extend(steps.pop(0)[1:])
        elif kind == "piece" and rest[1:] == [0]:
            rest = rest[:1]
        text += f".{kind}({', '.join(literal(item)[0] for item in rest)})"
    return text


class Residual:
    """An expression that cannot be worked out yet, as Python, with what it reads.

    ``initial`` is its value when the scene begins, `UNKNOWN` where only measuring (or a function's
    argument) can tell, `ABSENT` where it has none then.
    """

    __slots__ = ("code", "initial", "level", "objects", "params")

    def __init__(
        self,
        code: str,
        level: int = ATOM,
        params: frozenset[str] = frozenset(),
        objects: frozenset[str] = frozenset(),
        initial: Any = None,
    ) -> None:
        self.code = code
        self.level = level
        self.params = params
        self.objects = objects
        self.initial = initial

    @property
    def reads_scene(self) -> bool:
        """Whether it follows a param or an object, rather than only variables of functions."""
        return bool(self.objects) or any(not name.startswith(LOCAL) for name in self.params)


class _Mark:
    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


LOCAL = "\0"
"""Begins the names of variables of functions and loops among what a residual reads."""


def variable(python: str, order: int) -> Residual:
    """A variable of a function or loop whose body is being lowered."""
    return Residual(python, ATOM, frozenset((f"{LOCAL}{order}",)), frozenset(), UNKNOWN)


def without_variable(params: frozenset[str], order: int) -> frozenset[str]:
    """``params`` once the function or loop that has these variables is closed."""
    return params - {f"{LOCAL}{order}"}


UNKNOWN: Any = _Mark("UNKNOWN")
ABSENT: Any = _Mark("ABSENT")
