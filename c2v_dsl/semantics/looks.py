"""Styles: `color gold`, `fill blue 0.4`, `dashed` …"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..diagnostics import Edit, Fix, Span
from ..diagnostics.codes import objects as codes
from ..syntax import tree
from .argument_values import MISSING_VALUE, initial
from .described import found
from .lowered import Function, Live, Ref, Value
from .suggest import listing, nearest
from .themes import COLOR_NAMES
from .typed import is_number
from .values import Color
from .vocabulary import STYLES
from .vocabulary.declare import Kind
from .vocabulary.habits import STYLE_HABITS
from .vocabulary.styles import StyleWord
from .walk import bare, nodes

if TYPE_CHECKING:
    from .builder import Builder
    from .reading import Site


class StyleReader:
    """Reads the styles behind one declaration; findings go to the builder's report."""

    def __init__(self, builder: Builder, site: Site) -> None:
        self.builder = builder
        self.site = site

    def read(
        self, styles: tuple[tree.Style, ...], taken: tuple[str, ...], whose: str, kind: Kind
    ) -> dict[str, Value]:
        """Values by style word, in order; ``taken`` are the words that mean something here. Words
        that are no styles, and one given twice, the parser has reported."""
        result: dict[str, Value] = {}
        for style in styles:
            word = self._word(style, taken, whose)
            if word is None:
                continue
            if word.name in result:
                continue
            value = self._value(word, style)
            if value is not MISSING_VALUE:
                result[word.name] = value
        return result

    def _word(self, style: tree.Style, taken: tuple[str, ...], whose: str) -> StyleWord | None:
        name = style.word.text
        word = STYLES.get(name)
        if word is None:
            return None
        if name not in taken:
            others = listing(taken, "and", 14)
            help = f"it takes {others}" if taken else "it takes no styles"
            if (name == "fill" and "color" in taken) or (name == "stroke" and "color" in taken):
                help = f"`color` gives it its colour; {help}"
            elif name == "size" and "scale" in taken:
                help = f"`scale` makes it larger or smaller; {help}"
            article = whose.replace("a a", "an a", 1) if whose.startswith("a a") else whose
            self._say(codes.STYLE_NOT_TAKEN, style.span,
                      f"`{name}` means nothing for {article}", help=help)
            return None
        return word

    # ------------------------------------------------------------ values

    def _value(self, word: StyleWord, style: tree.Style) -> Value:
        values = style.values
        most = {"flag": 0, "paint": 2, "pen": 2}.get(word.type, 1)
        if len(values) > most and self._foreign(word, values):
            return MISSING_VALUE
        if len(values) > most or (not values and most):
            say = "no value" if not most else "one value" if most == 1 else "one value or two"
            self._say(codes.WRONG_STYLE, style.span,
                      f"`{word.name}` takes {say}, found {len(values)}",
                      help=f"write `{word.example}`")
            return MISSING_VALUE
        match word.type:
            case "flag":
                return True
            case "color":
                return self._color(word, values[0])
            case "paint" | "pen":
                return self._paint(word, values)
            case "text":
                value = self._plain(values[0])
                return value if isinstance(value, str) else self._wrong(
                    word, values[0], "a name in quotes", value)
        return self._number(word, values[0])

    def _foreign(self, word: StyleWord, values: tuple[tree.Expr, ...]) -> bool:
        """``color gold fill_opacity 0.5``: a finding for a word of Manim among the values."""
        for name, value in pairwise(values):
            if not isinstance(name, tree.Name) or "_" not in name.text or (
                name.text not in STYLE_HABITS
            ):
                continue
            better = STYLE_HABITS[name.text].format(self.builder.text(value.span))
            first = values[0]
            if isinstance(first, tree.Name) and first is not name and (
                word.name in ("color", "fill", "stroke")
            ):
                better = better.replace("blue", first.text).replace("white", first.text)
            edits = (Edit(name.span.to(value.span), better),)
            if better.startswith(f"{word.name} {self.builder.text(first.span)} "):
                edits = (Edit(first.span.to(value.span), better.removeprefix(f"{word.name} ")),)
            self._say(codes.WRONG_STYLE, name.span, f"`{name.text}` is not a style of this "
                      "language", help=f"write `{better}`", fix=Fix(f"write `{better}`", edits))
            return True
        return False

    def _paint(self, word: StyleWord, values: tuple[tree.Expr, ...]) -> Value:
        """``fill C [opacity]``, ``stroke C [width]``, ``fill none``."""
        color: Value = None
        if not _is_none(values[0]):
            color = self._color(word, values[0])
            if color is MISSING_VALUE:
                return color
        if len(values) == 1:
            return (color, None)
        second = values[1]
        value = self._plain(second)
        if value is MISSING_VALUE:
            return value
        start = initial(value)
        if word.type == "paint":
            if start is not None and not (is_number(start) and 0 <= start <= 1):
                return self._opacity_problem(word, second, value)
        elif start is not None and not (is_number(start) and start >= 0):
            return self._wrong(word, second, "a width in points, like 4", value)
        return (color, value)

    def _color(self, word: StyleWord, expr: tree.Expr) -> Value:
        inner = bare(expr)
        if _is_none(inner):
            help = f"only `fill` and `stroke` can be none; leave `{word.name}` away"
            self._say(codes.WRONG_STYLE, expr.span, f"`{word.name}` needs a colour, found none",
                      help=help)
            return MISSING_VALUE
        if isinstance(inner, tree.Name) and self.site.scope.lookup(inner.text) is None:
            small = inner.text.lower()
            plain = small[:-2] if small[-2:] in ("_a", "_b", "_c", "_d", "_e") else small
            if plain not in COLOR_NAMES:
                plain = nearest(plain, COLOR_NAMES) or ""
            if inner.text not in COLOR_NAMES and not self.builder.is_target(inner, self.site):
                fix = Fix(f"write `{plain}`", (Edit(inner.span, plain),)) if plain else None
                self._say(codes.WRONG_STYLE, inner.span, f"there is no colour `{inner.text}`",
                          help=f"did you mean `{plain}`?" if plain else
                          "colours are names like `gold`, `light_blue`, or `#ffcc00`", fix=fix)
                return MISSING_VALUE
        value = self._plain(expr)
        if value is MISSING_VALUE:
            return value
        start = initial(value)
        if isinstance(start, Color) or (start is None and isinstance(value, Live)):
            return value
        if isinstance(start, str):
            name = start.lower()
            if name in COLOR_NAMES or name.startswith("#"):
                self._say(codes.WRONG_STYLE, expr.span,
                          f"`{word.name}` needs a colour, found {found(value)}",
                          help=f"write `{name}` without quotes",
                          fix=Fix(f"write `{name}`", (Edit(expr.span, name),), "safe"))
                return MISSING_VALUE
        return self._wrong(word, expr, "a colour, like gold or #ffcc00", value)

    def _number(self, word: StyleWord, expr: tree.Expr) -> Value:
        timed = any(isinstance(n, tree.Number) and n.unit in ("s", "ms") for n in nodes(expr))
        want = "angle" if word.type == "angle" else "number" if timed else None
        value = self.builder.value(expr, self.site, want)
        if value is MISSING_VALUE:
            return value
        start = initial(value)
        if start is None and isinstance(value, Live):
            return value
        if not is_number(start):
            expected = {"angle": "an angle, like 30deg", "opacity": "an opacity, like 40%"}.get(
                word.type, "a number")
            return self._wrong(word, expr, expected, value)
        if word.type == "opacity" and not 0 <= start <= 1:
            return self._opacity_problem(word, expr, value)
        if word.type == "count" and start != int(start):
            return self._wrong(word, expr, "a whole number", value)
        if word.name in ("size", "scale") and start <= 0 and not isinstance(value, Live):
            return self._wrong(word, expr, "a number above 0", value)
        if word.name == "size" and not 4 <= start <= 400:
            return self._wrong(word, expr, "a size in points, from 4 to 400", value)
        if word.name == "layer" and isinstance(value, Live):
            self._say(codes.WRONG_STYLE, expr.span, "`layer` cannot follow a param",
                      help="give it a fixed number")
            return MISSING_VALUE
        return value

    def _opacity_problem(self, word: StyleWord, expr: tree.Expr, value: Value) -> Value:
        start = initial(value)
        if isinstance(value, Live) and is_number(start):
            return value
        help, fix = "", None
        if is_number(start) and 1 < start <= 100 and isinstance(bare(expr), tree.Number):
            text = self.builder.text(expr.span)
            help = f"write `{text}%`, or `{start / 100:g}`"
            end = Span(expr.span.end, expr.span.end, expr.span.path)
            fix = Fix(f"write `{text}%`", (Edit(end, "%"),))
        self._say(codes.WRONG_STYLE, expr.span,
                  f"an opacity goes from 0 to 1 (or 0% to 100%), found {found(value)}",
                  help=help, fix=fix)
        return MISSING_VALUE

    def _plain(self, expr: tree.Expr) -> Value:
        return self.builder.value(expr, self.site)

    def _wrong(self, word: StyleWord, expr: tree.Expr, expected: str, value: Any) -> Value:
        if value is MISSING_VALUE:
            return value
        shown = "a function" if isinstance(value, Function) else found(value)
        help = f"write `{word.example}`"
        if isinstance(value, Ref):
            help = f"{help}; an object is no {word.type if word.type != 'paint' else 'colour'}"
        self._say(codes.WRONG_STYLE, expr.span,
                  f"`{word.name}` needs {expected}, found {shown}", help=help)
        return MISSING_VALUE

    def _say(
        self, code: str, span: Span, message: str, *, help: str = "", fix: Fix | None = None
    ) -> None:
        self.builder.report.add(code, span, message, help=help, fix=fix)


def _is_none(expr: tree.Expr) -> bool:
    inner = bare(expr)
    return isinstance(inner, tree.Name) and inner.text == "none"
