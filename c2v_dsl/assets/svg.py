"""SVG files made harmless: read within limits, nothing run, nothing fetched.

What is left is shapes and their paints. Scripts, event handlers, pictures, words and whatever
names something outside the file is left out and said; what no limit can hold is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Clean", "clean"]

MOST_BYTES = 8_000_000
MOST_ELEMENTS = 5_000
"""Also of what ``use`` repeats."""
DEEPEST = 100
MOST_NUMBERS = 200_000
"""In the data of all paths: more are seconds of work and nothing that can be seen."""
DEEPEST_USE = 200
LONGEST_ENTITY = 500

_LEFT_OUT = {
    "script": "a script", "handler": "a script", "listener": "a script",
    "foreignObject": "a piece of HTML", "iframe": "a piece of HTML",
    "image": "a picture inside it", "feImage": "a picture inside it",
    "animate": "an animation", "set": "an animation", "animateTransform": "an animation",
    "animateMotion": "an animation", "animateColor": "an animation",
    "text": "words", "pattern": "a pattern", "mask": "a mask", "marker": "marks on its lines",
}
_SILENT = {"metadata", "title", "desc", "filter", "sodipodi", "namedview", "tspan", "switch"}
_OUTSIDE = "a link to something outside the file"
_URL = re.compile(r"url\(\s*['\"]?\s*(?!#)[^)]*\)", re.I)
_IMPORT = re.compile(r"@import[^;]*;?", re.I)
_NUMBER = re.compile(r"[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?")
_LENGTHS = frozenset({"x", "y", "width", "height", "r", "cx", "cy", "rx", "ry", "x1", "y1", "x2",
                      "y2", "stroke-width"})
_LENGTH = re.compile(
    r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(%|px|pt|pc|mm|cm|in|em|rem|ex|q)?")
_UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
          "em": 16.0, "rem": 16.0, "ex": 8.0, "q": 24 / 25.4}
_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use")
_SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Clean:
    """A drawing's text without what is ``left_out``, which is said in a few words each."""

    text: str
    left_out: tuple[str, ...]


class _Refused(Exception):
    """Why a file is no drawing that can be read, as the end of a sentence."""


def clean(data: bytes) -> Clean | str:
    """The drawing in ``data``, or why there is none: ``is empty``, ``has no <svg> in it`` …"""
    if len(data) > MOST_BYTES:
        return f"is larger than {MOST_BYTES // 1_000_000} MB"
    if not data.strip():
        return "is empty"
    reader = _Reader()
    try:
        root = reader.read(data)
        if not any(str(element.tag).endswith(_SHAPES) for element in root.iter()):
            raise _Refused(_nothing(reader.left_out))
        _expanded(root)
        _put_away(root)
        _scale_symbols(root)
        if _is_clipped(root):
            reader.left_out.append("a clipping")
    except _Refused as refused:
        return str(refused)
    except expat.ExpatError as error:
        if b"<svg" not in data[:4096].lower():
            return "is no SVG drawing"
        what = expat.errors.messages.get(error.code, "broken XML")
        return f"is broken XML: {what}, line {error.lineno}"
    except (ValueError, LookupError) as error:
        return f"cannot be read: {error}"
    from xml.etree import ElementTree

    text = ElementTree.tostring(root, encoding="unicode")
    return Clean(text, tuple(dict.fromkeys(reader.left_out)))


class _Reader:
    """Builds the tree of what is kept."""

    def __init__(self) -> None:
        from xml.etree.ElementTree import TreeBuilder

        self.left_out: list[str] = []
        self._tree = TreeBuilder()
        self._depth = 0
        self._skipping = 0
        self._elements = 0
        self._numbers = 0
        self._style = False

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.Parse(data, True)
        return self._tree.close()

    def _entity(
        self, name: str, parameter: bool, value: str | None, base: str | None,
        system: str | None, public: str | None, notation: str | None,
    ) -> None:
        if value is None or system or public:
            raise _Refused("names an entity outside the file")
        if parameter or "&" in value or "%" in value or "<" in value or (
            len(value) > LONGEST_ENTITY
        ):
            raise _Refused("builds entities out of entities")

    def _instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            self.left_out.append(_OUTSIDE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        space, _, local = name.rpartition(" ")
        if self._depth == 1 and local != "svg":
            kind = "is an HTML page, no SVG drawing" if local.lower() == "html" else (
                f"begins with <{local[:30]}>, it is no SVG drawing")
            raise _Refused(kind)
        if self._depth == 1 and space not in ("", _SVG):
            raise _Refused(f"is of another kind than SVG: its namespace is {space[:60]}")
        if self._depth > DEEPEST:
            raise _Refused(f"has elements within elements, more than {DEEPEST} deep")
        if self._elements > MOST_ELEMENTS:
            raise _Refused(f"has more than {MOST_ELEMENTS:,} elements")
        if self._skipping:
            self._skipping += 1
            return
        if local in _LEFT_OUT or local in _SILENT or space not in ("", _SVG):
            if local in _LEFT_OUT:
                self.left_out.append(_LEFT_OUT[local])
            self._skipping = 1
            return
        self._style = local == "style"
        kept = self._attributes(attributes, local)
        self._tree.start(f"{{{_SVG}}}{local}", kept)

    def _attributes(self, attributes: dict[str, str], local: str) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in attributes.items():
            key = name.rpartition(" ")[2]
            if key.lower().startswith("on"):
                self.left_out.append("an event handler")
                continue
            if key in ("d", "points"):
                self._numbers += sum(1 for _ in _NUMBER.finditer(value))
                if self._numbers > MOST_NUMBERS:
                    raise _Refused("has too many points")
            if key in ("href", "src"):
                if not value.strip().startswith("#"):
                    if local != "a":
                        self.left_out.append(_OUTSIDE)
                    continue
                value = value.strip()
            elif " " in name:
                continue
            if key in _LENGTHS:
                length = _length(value)
                if length:
                    kept[key] = length
                continue
            if key == "viewBox" and not (
                (view := _numbers(value, 4)) and min(view[2:]) > 0
            ):
                continue
            kept[key] = self._inside(value)
        return kept

    def _inside(self, text: str) -> str:
        """A text without what it names outside the file."""
        if "url(" in text.lower() and _URL.search(text):
            self.left_out.append(_OUTSIDE)
            text = _URL.sub("none", text)
        if "@import" in text.lower():
            self.left_out.append(_OUTSIDE)
            text = _IMPORT.sub("", text)
        return text

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
            return
        self._style = False
        self._tree.end(f"{{{_SVG}}}{name.rpartition(' ')[2]}")

    def _text(self, text: str) -> None:
        if self._style and not self._skipping:
            self._tree.data(self._inside(text))


def _nothing(left_out: list[str]) -> str:
    return f"has no shapes in it, only {left_out[0]}" if left_out else "has no shapes in it"


def _length(text: str) -> str:
    """A length in pixels, or in percent; empty for what is none."""
    found = _LENGTH.fullmatch(text.strip().lower())
    if not found or abs(number := float(found[1])) > 1e7:
        return ""
    return f"{number:g}%" if found[2] == "%" else f"{number * _UNITS[found[2] or 'px']:.9g}"


def _numbers(text: str | None, count: int) -> list[float] | None:
    """``count`` numbers without units of a text; None where it holds anything else."""
    try:
        found = [float(part) for part in (text or "").replace(",", " ").split()]
    except ValueError:
        return None
    return found if len(found) == count else None


def _size(element: Element) -> tuple[float, float] | None:
    width, height = _numbers(element.get("width"), 1), _numbers(element.get("height"), 1)
    return (width[0], height[0]) if width and height else None


def _put_away(root: Element) -> None:
    """Put symbols and clip paths into ``defs`` where they stand, for they are not drawn there."""
    from xml.etree.ElementTree import Element

    for parent in list(root.iter()):
        if str(parent.tag).endswith("}defs"):
            continue
        for place, child in enumerate(parent):
            if str(child.tag).endswith(("}symbol", "}clipPath")):
                parent[place] = away = Element(f"{{{_SVG}}}defs")
                away.append(child)


def _scale_symbols(root: Element) -> None:
    """Give each ``use`` of a symbol with a view box the change of size that this means."""
    symbols = {element.get("id"): element for element in root.iter(f"{{{_SVG}}}symbol")}
    for use in root.iter(f"{{{_SVG}}}use"):
        symbol = symbols.get((use.get("href") or "").removeprefix("#"))
        view = _numbers(symbol.get("viewBox"), 4) if symbol is not None else None
        size = _size(use)
        if view is None or size is None or min(view[2:]) <= 0:
            continue
        w, h = size
        x, y = ((_numbers(use.get(side), 1) or [0.0])[0] for side in ("x", "y"))
        scale = min(w / view[2], h / view[3])
        left, top = x + (w - view[2] * scale) / 2, y + (h - view[3] * scale) / 2
        use.set("transform", f"{use.get('transform', '')} translate({left:g} {top:g}) "
                             f"scale({scale:g}) translate({-view[0]:g} {-view[1]:g})")
        for side in ("x", "y", "width", "height"):
            use.attrib.pop(side, None)


def _is_clipped(root: Element) -> bool:
    """Whether something is clipped to more than the page, as drawing programs clip everything."""
    view = _numbers(root.get("viewBox"), 4)
    shaped = set()
    for clip in root.iter(f"{{{_SVG}}}clipPath"):
        only = clip[0] if len(clip) == 1 else None
        size = _size(only) if only is not None and str(only.tag).endswith("}rect") else None
        if not (view and size and size[0] >= view[2] - 1e-6 and size[1] >= view[3] - 1e-6):
            shaped.add(clip.get("id"))
    uses = re.compile(r"url\(\s*['\"]?#([^)'\"\s]+)")
    return any(
        found[1] in shaped for element in root.iter()
        if (found := uses.search(element.get("clip-path", "")))
    )


def _expanded(root: Element) -> None:
    """Refuse what ``use`` repeats without end or too often."""
    known = {element.get("id"): element for element in root.iter() if element.get("id")}
    sizes: dict[int, int] = {}
    open_: set[int] = set()

    def size(element: Element) -> int:
        mark = id(element)
        if mark in sizes:
            return sizes[mark]
        if mark in open_:
            raise _Refused("uses a part of itself within that part")
        open_.add(mark)
        if len(open_) > DEEPEST_USE:
            raise _Refused("uses parts within parts, too deep to follow")
        total = 1 + sum(size(child) for child in element)
        if str(element.tag).endswith("}use"):
            used = known.get((element.get("href") or "").removeprefix("#"))
            total += size(used) if used is not None else 0
        open_.discard(mark)
        if total > MOST_ELEMENTS:
            raise _Refused(f"has more than {MOST_ELEMENTS:,} elements")
        sizes[mark] = total
        return total

    size(root)
