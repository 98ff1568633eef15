"""Where objects stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics import Edit, Fix, Span
from ..diagnostics.codes import objects as codes
from ..syntax import tree
from .argument_values import MISSING_VALUE, as_point, initial
from .arguments import Given
from .described import found
from .kind_lists import OWN_PLACE
from .lowered import Live, Ref, Value
from .model import ObjectModel
from .specs import PlaceSpec
from .suggest import listing
from .typed import is_number
from .values import Area, Cell, Point
from .vocabulary.declare import Kind

if TYPE_CHECKING:
    from .builder import Builder
    from .reading import Site

BESIDE = ("above", "below", "left_of", "right_of")
_EDGES = ("left", "right", "top", "bottom")
ALIGN = {
    "above": _EDGES[:2], "below": _EDGES[:2], "left_of": _EDGES[2:], "right_of": _EDGES[2:],
    "in": _EDGES, "inside": _EDGES,
}


class PlaceReader:
    """Reads the places behind one declaration; findings go to the builder's report."""

    def __init__(self, builder: Builder, site: Site) -> None:
        self.builder = builder
        self.site = site
        self.id = ""

    def split(
        self, decl: tree.ObjectDecl, kind: Kind
    ) -> tuple[tree.Place | None, tree.Expr | None]:
        """The place of ``decl`` (the first, if the parser found more) and the plane of an ``on``:
        ``on ax (1, 2)`` and ``on ax at (1, 2)`` give both."""
        places = list(decl.places)
        on: tree.Expr | None = None
        for place in decl.places:
            if place.word == "on" and place.operands and on is None:
                on = place.operands[0]
                places.remove(place)
                if len(place.operands) > 1:
                    places.insert(0, tree.Place(place.span, "at", place.operands[1:2]))
        return (places[0] if places else None), on

    def read(self, place: tree.Place | None, model: ObjectModel, given: Given) -> PlaceSpec | None:
        """``place`` with its operands worked out, None where there is none or it was wrong."""
        if place is None:
            return None
        self.id = model.id
        if not self._taken(place, model, given):
            return None
        target = self._target(place, model)
        if target is MISSING_VALUE:
            return None
        gap = self._gap(place)
        align: Any = self._align(place)
        word: Any = "at" if place.word == "on" else place.word
        return PlaceSpec(word, target, gap, align)

    def _taken(self, place: tree.Place, model: ObjectModel, given: Given) -> bool:
        kind = model.kind
        anchored = [v for v in (given.values.get("p"), given.values.get("q"))
                    if isinstance(v, Ref)]
        stands = ""
        if kind.name == "dot" and "p" in given.values:
            stands = "a dot stands at its point"
        elif kind.name in OWN_PLACE:
            stands = (f"`{kind.name}` stays with what it names" if kind.follows
                      else f"`{kind.name}` stands where its numbers say")
        elif anchored:
            stands = f"this {kind.name} runs between objects"
        if not stands:
            return True
        cut = Edit(place.span, "")
        self.builder.report.add(
            codes.PLACE_NOT_TAKEN, place.span, f"{stands}, so it takes no place",
            help="leave the place away" + (
                ", and say the side with `side=`" if kind.name in ("label", "brace") else ""),
            fix=Fix("remove the place", (cut,)))
        return False

    # ------------------------------------------------------------ operands

    def _target(self, place: tree.Place, model: ObjectModel) -> Value:
        operands = place.operands
        wanted = 2 if place.word == "between" else 1
        if len(operands) != wanted:
            objects = "two objects, `between a, b`" if wanted == 2 else "one"
            return self._wrong(place.span, f"`{place.word}` needs {objects}, "
                               f"found {len(operands)}")
        match place.word:
            case "at" | "on":
                return self._at(operands[0])
            case "in":
                return self._in(operands[0], model)
            case "between":
                ends = tuple(self._object(operand, place.word) for operand in operands)
                return MISSING_VALUE if MISSING_VALUE in ends else ends
        return self._object(operands[0], place.word)

    def _at(self, expr: tree.Expr) -> Value:
        if self.builder.is_target(expr, self.site):
            return self._object(expr, "at")
        value = self.builder.value(expr, self.site)
        if value is MISSING_VALUE or isinstance(value, Ref):
            return value
        start = initial(value)
        if isinstance(start, Cell | Area):
            return value if self._grid_allowed(expr.span, start) else MISSING_VALUE
        if isinstance(start, Point):
            return value
        if isinstance(start, complex) or (is_number(start) and self._numbers_are_points()):
            return as_point(value)
        if start is None and isinstance(value, Live):
            return value
        return self._wrong(expr.span, f"`at` needs a cell, a point or an object, found "
                           f"{found(value)}", help="write `at B2`, `at (1, 2)` or `at OBJ`")

    def _numbers_are_points(self) -> bool:
        plane = self.site.plane and self.builder.scene.objects.get(self.site.plane)
        return bool(plane and plane.kind.name in ("complex", "number_line"))

    def _grid_allowed(self, span: Span, value: Cell | Area) -> bool:
        if self.site.plane is None and self.site.component is None:
            return True
        where = "on a plane" if self.site.plane else "in a component"
        self.builder.report.add(
            codes.NOT_ON_PLANE, span, f"`{value}` belongs to the grid and means nothing {where}",
            help="write a point in its coordinates, like `at (1, 2)`")
        return False

    def _in(self, expr: tree.Expr, model: ObjectModel) -> Value:
        if self.builder.is_target(expr, self.site):
            return self._wrong(expr.span, f"`in` needs a cell or an area, found "
                               f"`{self.builder.text(expr.span)}`",
                               help=f"write `inside {self.builder.text(expr.span)}`")
        value = self.builder.value(expr, self.site)
        if value is MISSING_VALUE:
            return value
        if isinstance(value, Live):
            return self._wrong(expr.span, "the area of `in` cannot follow a param",
                               help="use `at` with a point, or `move` it in a beat")
        if isinstance(value, Cell | Area):
            return value if self._grid_allowed(expr.span, value) else MISSING_VALUE
        return self._wrong(expr.span, f"`in` needs a cell or an area, found {found(value)}",
                           help="write `in B2:E5`, or `at` for a point")

    def _object(self, expr: tree.Expr, word: str) -> Value:
        if not self.builder.is_target(expr, self.site):
            value = self.builder.value(expr, self.site)
            if value is MISSING_VALUE or isinstance(value, Ref):
                return value
            help = "name the object it stands by"
            if word == "between":
                help = "name two objects; between two points is `at mix(p, q, 0.5)`"
            return self._wrong(expr.span, f"`{word}` needs an object, found {found(value)}",
                               help=help)
        refs = self.builder.resolve(expr, self.site)
        if refs is None:
            return MISSING_VALUE
        if not refs:
            return self._wrong(expr.span, f"`{word}` needs an object, found none")
        return refs[0] if len(refs) == 1 else self.builder.together(refs, self.id, self.site)

    # ------------------------------------------------------------ gap and align

    def _gap(self, place: tree.Place) -> Value:
        if place.gap is None:
            return None
        if place.word not in BESIDE:
            self._wrong(place.gap.span, f"`{place.word}` takes no gap",
                        help="a gap stands behind `above below left_of right_of`")
            return None
        value = self.builder.value(place.gap, self.site)
        if value is MISSING_VALUE:
            return None
        if is_number(initial(value)) or (isinstance(value, Live) and value.initial is None):
            return value
        self._wrong(place.gap.span, f"`gap` needs a number of rows, found {found(value)}")
        return None

    def _align(self, place: tree.Place) -> str | None:
        if place.align is None:
            return None
        word = place.align.text
        allowed = ALIGN.get(place.word)
        if allowed is None:
            self._wrong(place.align.span, f"`{place.word}` takes no `align`",
                        help="it stands behind `above below left_of right_of in inside`")
            return None
        if word in allowed:
            return word
        self._wrong(place.align.span,
                    f"behind `{place.word}`, `align` is "
                    f"{listing((f'`{edge}`' for edge in allowed), 'or')}, not `{word}`")
        return None

    def _wrong(self, span: Span, message: str, help: str = "") -> Value:
        self.builder.report.add(codes.WRONG_PLACE, span, message, help=help)
        return MISSING_VALUE
