"""Functions tried out at the moments that beats lead to: what is never seen is reported.

A curve may have gaps, and may be empty for a while; one without any value at the params' first
values and at all that beats set them to is a mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise, product
from typing import Any

from ..diagnostics import Span
from ..diagnostics.codes import objects as codes
from ..diagnostics.codes.values import TYPE
from .described import found as described
from .lowered import Live, Ref
from .model import ObjectModel, SceneModel
from .typed import is_number
from .values import BUDGET, Exhausted, List, Point

FIRST = {"plot": "f", "region": "f", "riemann": "f", "tangent": "f", "secant": "f",
         "parametric": "fx", "implicit": "f", "field": "P", "heat": "f", "point_on": "curve"}
"""Kinds that draw functions, and the argument that findings speak of."""

MOMENTS = 24
SAMPLES = 61
ACROSS = 13
WORK = 60_000
"""Steps that may be spent on one object."""

Numbers = tuple[float, float]


@dataclass
class _Tried:
    """What trials of one object have shown."""

    any: bool = False
    seen: bool = False
    odd: Any = None
    why: str = ""
    unknown: bool = False


def report_never_seen(scene: SceneModel) -> None:
    """Report functions of ``scene`` without any value, with values of another kind than is drawn,
    or whose curve lies outside its plane; to be asked when the beats were walked."""
    for model in scene.objects.values():
        first = FIRST.get(model.kind.name)
        if first is None or model.carried or {first, "F"}.isdisjoint(model.args):
            continue
        before = BUDGET.left
        BUDGET.left = WORK
        try:
            _report(scene, model, _try(scene, model))
        finally:
            BUDGET.left = before


class _Unknown(Exception):
    """What can only be measured when it is drawn."""


Now = Callable[[Any], Any]


def _try(scene: SceneModel, model: ObjectModel) -> _Tried:
    tried = _Tried()
    for moment in _moments(model):
        with scene.evaluator.at(scene.scope, moment) as read:
            def now(value: Any, read: Now = read) -> Any:
                found = read(value)
                if found is None and isinstance(value, Live):
                    raise _Unknown
                return found

            try:
                for one in _values(scene, model, now, tried):
                    tried.any = True
                    tried.seen = tried.seen or one
                    if tried.seen:
                        return tried
            except (Exhausted, _Unknown, TypeError):
                tried.unknown = True
                return tried
            except (ArithmeticError, ValueError):
                continue
    return tried


def _moments(model: ObjectModel) -> Iterator[dict[str, Any]]:
    """Values of params: those at the start, then all that beats set."""
    yield {}
    names = list(model.sweep)
    choices = product(*([v for v in model.sweep[n] if v is not None] for n in names))
    for values in islice(choices, MOMENTS):
        yield dict(zip(names, values, strict=True))


def _values(
    scene: SceneModel, model: ObjectModel, now: Now, tried: _Tried
) -> Iterator[bool]:
    """For each value that the object draws at this moment whether it lies inside the plane."""
    args = model.args
    plane = scene.objects.get(model.plane or "")
    x, y = _range(plane, "x"), _range(plane, "y")

    def f(name: str) -> Callable[..., Any]:
        return _tested(args.get(name, 0), now, tried)

    match model.kind.name:
        case "plot" | "riemann":
            yield from _curve(f("f"), _domain(args, x, now, tried), y)
        case "region":
            g = f("g") if "g" in args else (lambda _: 0.0)
            one = f("f")
            for v in _spread(_domain(args, x, now, tried)):
                if one(v) is not None and g(v) is not None:
                    yield True
        case "parametric":
            fx, fy = f("fx"), f("fy")
            given = now(args.get("t"))
            first, last = sorted((float(given[0]), float(given[1])))
            for t in _spread((first, last)):
                if fx(t) is not None and fy(t) is not None:
                    yield True
        case "tangent" | "point_on":
            curve = f("f")
            if model.kind.name == "point_on":
                curve = _of_curve(scene, args["curve"], now, tried)
            at = float(now(args.get("at", 0)))
            height = curve(at)
            if height is not None:
                half = 0.0
                if model.kind.name == "tangent" and x is not None:
                    half = float(now(args.get("length", (x[1] - x[0]) / 3))) / 2
                yield x is None or x[0] - half <= at <= x[1] + half
        case "secant":
            one = f("f")
            if one(float(now(args["a"]))) is not None and one(float(now(args["b"]))) is not None:
                yield True
        case "heat" | "implicit":
            yield from _surface(f("f"), x, y, model.kind.name == "implicit")
        case "field":
            if "F" in args:
                yield from _surface(_tested(args["F"], now, tried, Point), x, y, False)
            else:
                one, other = f("P"), f("Q")
                yield from _surface(
                    lambda u, v: None if one(u, v) is None else other(u, v), x, y, False)


def _of_curve(scene: SceneModel, ref: Any, now: Now, tried: _Tried) -> Callable[..., Any]:
    curve = scene.objects.get(ref.object) if isinstance(ref, Ref) else None
    if curve is None or curve.kind.name != "plot" or "f" not in curve.args:
        raise _Unknown
    return _tested(curve.args["f"], now, tried)


def _tested(given: Any, now: Now, tried: _Tried, wanted: type = float) -> Callable[..., Any]:
    """A function that gives a number (or a point), or None where it has no value."""
    fn = now(given)
    if is_number(fn):
        return lambda *_: fn
    if not callable(fn):
        raise _Unknown

    def call(*at: float) -> Any:
        try:
            found = fn(*at)
        except Exhausted:
            raise
        except (ArithmeticError, ValueError, TypeError, AttributeError, IndexError) as problem:
            tried.why = tried.why or str(problem)
            return None
        if isinstance(found, complex) and wanted is float:
            if abs(found.imag) > 1e-9:
                tried.why = "the values are complex numbers"
                return None
            found = found.real
        if wanted is Point and isinstance(found, complex | Point):
            return found
        if wanted is float and is_number(found):
            return found
        if tried.odd is None:
            tried.odd = found
        return None

    return call


def _range(plane: ObjectModel | None, name: str) -> Numbers | None:
    """The numbers at the ends of an axis, None where they are not known."""
    if plane is None:
        return None
    if plane.kind.name == "polar":
        r = plane.args.get("r", 3)
        return (-float(r), float(r)) if is_number(r) else None
    value: Any = plane.args.get(name)
    if value is None:
        value = next((a.default for a in plane.kind.args if a.name == name), None)
    ends = tuple(value) if isinstance(value, tuple | list) else ()
    return (ends[0], ends[1]) if len(ends) == 2 and all(map(is_number, ends)) else None


def _domain(
    args: Mapping[str, Any], x: Numbers | None, now: Now, tried: _Tried
) -> Numbers:
    """From where to where a curve runs inside its plane."""
    low, high = x or (-5.0, 5.0)
    given = now(args.get("x"))
    if isinstance(given, List | tuple) and len(given) == 2:
        a, z = sorted((float(given[0]), float(given[1])))
        if z < low or a > high:
            tried.any = True
        low, high = max(low, a), min(high, z)
    return low, high


def _spread(ends: Numbers) -> Iterator[float]:
    """Values from one end to the other: first some far apart, then those between."""
    low, high = ends
    if high < low:
        return
    for stride, first in ((8, 4), (8, 0), (4, 2), (2, 1)):
        for k in range(first, SAMPLES, stride):
            yield low + (high - low) * k / (SAMPLES - 1)


def _curve(f: Callable[[float], Any], ends: Numbers, y: Numbers | None) -> Iterator[bool]:
    found: list[tuple[float, float]] = []
    for x in _spread(ends):
        height = f(x)
        if height is None:
            continue
        found.append((x, height))
        yield y is None or y[0] <= height <= y[1]
    found.sort()
    if y is not None:
        for (_, a), (_, z) in pairwise(found):
            if min(a, z) < y[0] and max(a, z) > y[1]:
                yield True


def _surface(
    f: Callable[[float, float], Any], x: Numbers | None, y: Numbers | None, contour: bool
) -> Iterator[bool]:
    """Values over a plane; of a contour those on both sides of it count as seen."""
    (x0, x1), (y0, y1) = x or (-3.0, 3.0), y or (-3.0, 3.0)
    across = ACROSS if not contour else 2 * ACROSS
    signs: set[bool] = set()
    for j in range(across):
        for i in range(across):
            value = f(x0 + (x1 - x0) * (i + 0.47) / across, y0 + (y1 - y0) * (j + 0.53) / across)
            if value is None:
                continue
            if contour:
                signs.add(value > 0)
            yield not contour or len(signs) == 2


def _report(scene: SceneModel, model: ObjectModel, tried: _Tried) -> None:
    kind = model.kind.name
    name = FIRST[kind]
    if kind == "field" and name not in model.args:
        name = "F"
    span: Span = model.arg_spans.get(name, model.decl.call.span)
    if tried.seen or tried.unknown:
        return
    if tried.odd is not None:
        wanted, help = "a number", ""
        if name == "F":
            wanted, help = "a point", "write `field((x, y) -> (y, -x))`, or two expressions"
        elif isinstance(tried.odd, bool):
            help = "write `1 if … else 0`"
        elif isinstance(tried.odd, Point) and kind != "field":
            help = ("a curve of points is `parametric(cos(t), sin(t), t=[0, tau])`"
                    if kind == "plot" else "")
        scene.report.add(TYPE, span, f"`{kind}` needs {wanted} everywhere, this gives "
                         f"{described(tried.odd)}", help=help)
    elif not tried.any:
        said = f": {tried.why}" if tried.why else ""
        when = " at any moment" if model.sweep else ""
        scene.report.add(
            codes.NEVER_A_VALUE, span,
            f"this has no value {_where(model)}{when}, so `{model.id}` is never seen{said}",
            help=_advice(model))
    elif kind not in ("implicit",) and not _moved(scene, model):
        x = _range(scene.objects.get(model.plane or ""), "x")
        y = _range(scene.objects.get(model.plane or ""), "y")
        if x is None or y is None:
            return
        scene.report.add(
            codes.OFF_PLANE, span, f"`{model.id}` lies outside its plane `{model.plane}`, so it is "
            "never seen",
            help=f"x goes from {x[0]:g} to {x[1]:g} there, y from {y[0]:g} to {y[1]:g}")
    elif kind == "implicit":
        scene.report.add(
            codes.NEVER_A_VALUE, span, "this is nowhere zero on its plane, so "
            f"`{model.id}` is never seen",
            help="write what is zero on the curve, as in `x^2 + y^2 - 1`")


def _moved(scene: SceneModel, model: ObjectModel) -> bool:
    from .checks.outside import moved

    name = model.decl.name.text
    return bool({name, model.id, model.plane} & moved(scene))


def _where(model: ObjectModel) -> str:
    given = model.args.get("x")
    if model.kind.name in ("tangent", "point_on"):
        at = model.args.get("at")
        return f"at {at:g}" if is_number(at) else "where it is drawn"
    if model.kind.name == "secant":
        return "at both points"
    if isinstance(given, List) and len(given) == 2:
        return f"from {given[0]:g} to {given[1]:g}"
    return "anywhere on its plane" if model.kind.name != "parametric" else "on its range"


def _advice(model: ObjectModel) -> str:
    return {
        "tangent": "say `at=` where the function has a value",
        "point_on": "say `at=` where the curve has a value",
        "secant": "give it two x where the function has values",
        "plot": "say with `x=[a, b]` where it has values, or mend the function",
    }.get(model.kind.name, "mend the function, or show it where it has values")
