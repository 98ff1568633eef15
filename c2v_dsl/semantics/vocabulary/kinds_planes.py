"""Planes and what stands on them."""

from __future__ import annotations

from .declare import REQUIRED, Arg, Kind, Part
from .styles import LINE, PLANE, SHAPE, SURFACE

_AXES = (Part("x", 0, "the x axis"), Part("y", 0, "the y axis"))
_ON = "ax = axes(x=[-2, 2], y=[-1, 4]) in A1:F6\non ax {{\n  {}\n}}"
_PARABOLA = "curve = plot(x^2) stroke blue 4\n  "


def _interval(name: str, doc: str, default: object) -> Arg:
    return Arg(name, "interval", doc, default, keyword=True, live=False)


_X = _interval("x", "from where to where across", (-5, 5))
_Y = _interval("y", "from where to where upwards", (-3, 3))
_LABELS = Arg("labels", "texts", "what stands at the ends of the axes; `$…$` is maths", None,
              keyword=True, live=False)
_TICKS = Arg("ticks", "ticks", "the step between numbers, for x and y; 0 for no numbers", None,
             keyword=True, live=False)

PLANES = (
    Kind("axes", "planes", "Two axes that fill their area, each with its own unit.",
         (_X, _Y, _LABELS, _TICKS),
         'ax = axes(x=[0, 60], y=[0, 1], labels=["days", "share"], ticks=[10, 0.5]) in A1:F6',
         parts=_AXES, fit="fill", on_plane="never", styles=PLANE),
    Kind("plane", "planes", "A grid with equal units across and upwards.",
         (_X, _Y, _LABELS, _TICKS,
          Arg("basis", "matrix", "the grid's own basis, vectors as columns", None, keyword=True)),
         "ax = plane(x=[-1, 4], y=[-1, 3]) in A1:F6",
         parts=_AXES, fit="ratio", on_plane="never", styles=PLANE),
    Kind("polar", "planes", "Circles and rays around an origin.",
         (Arg("r", "number", "radius of the outermost circle", 3, keyword=True, live=False),),
         "ax = polar(r=3) in A1:F6", fit="ratio", on_plane="never", styles=PLANE),
    Kind("complex", "planes", "The complex plane.", (_X, _Y, _TICKS),
         "ax = complex(x=[-2, 2], y=[-2, 2]) in A1:F6",
         parts=_AXES, fit="ratio", on_plane="never", styles=PLANE),
    Kind("number_line", "planes", "One axis.", (_X, _TICKS),
         "ax = number_line(x=[0, 10]) in C1:D6", fit="fill", on_plane="never", styles=PLANE),
)


def _f(name: str, doc: str, *variables: str, default: object = REQUIRED) -> Arg:
    return Arg(name, "function", doc, default, variables=variables)


_DOMAIN = Arg("x", "interval", "from where to where; the whole plane if not said", None,
              keyword=True)

_STEP = Arg("step", "steps", "how far apart the arrows stand, for x and y", None, keyword=True,
            live=False)


def _on(name: str, doc: str, args: tuple[Arg, ...], example: str, styles: tuple[str, ...] = LINE,
        forms: tuple[tuple[Arg, ...], ...] = ()) -> Kind:
    return Kind(name, "on a plane", doc, args, _ON.format(example), forms=forms, styles=styles,
                on_plane="only")


ON_A_PLANE = (
    _on("plot", "The curve of a function.", (_f("f", "of x", "x"), _DOMAIN),
        "c = plot(x^2, x=[-1, 2]) stroke blue 5"),
    _on("point_on", "A dot on a curve.",
        (Arg("curve", "curve_like", "the curve"),
         Arg("at", "number", "the x where it stands, or the t of a parametric curve",
             keyword=True)),
        _PARABOLA + "d = point_on(curve, at=1.5) color gold", SHAPE),
    _on("parametric", "A curve given by x and y as functions of t.",
        (_f("fx", "x, of t", "t"), _f("fy", "y, of t", "t"),
         Arg("t", "interval", "from where to where t runs", keyword=True)),
        "c = parametric(1.5 * cos(3 * t), 1.5 + 2 * sin(2 * t), t=[0, tau]) stroke teal 4"),
    _on("implicit", "All points where an expression is zero.", (_f("f", "of x and y", "x", "y"),),
        "c = implicit(x^2 + (y - 1.5)^2 / 4 - 1) stroke gold 4"),
    _on("region", "The area between two curves.",
        (_f("f", "one border, of x", "x"), _f("g", "the other border, of x", "x", default=0),
         _DOMAIN),
        _PARABOLA + "a = region(x^2, x + 2, x=[-1, 2]) fill gold 0.5", SHAPE),
    _on("riemann", "Bars under a curve.",
        (_f("f", "of x", "x"), _DOMAIN, Arg("n", "count", "how many bars", 10, keyword=True)),
        _PARABOLA + "s = riemann(x^2, x=[0, 2], n=8) fill gold 0.5", SHAPE),
    _on("tangent", "The line that touches a curve.",
        (_f("f", "of x", "x"), Arg("at", "number", "the x where it touches", keyword=True),
         Arg("length", "length", "its length; a third of the plane's width if not said", None,
             keyword=True)),
        _PARABOLA + "t = tangent(x^2, at=1, length=3) stroke gold 4"),
    _on("secant", "The line through two points of a curve.",
        (_f("f", "of x", "x"), Arg("a", "number", "one x"), Arg("b", "number", "the other x")),
        _PARABOLA + "s = secant(x^2, -1, 1.5) stroke gold 4"),
    _on("vector", "An arrow from the origin.",
        (Arg("x", "number", "across"), Arg("y", "number", "upwards")),
        "v = vector(1, 2) color gold\n  u = vector((-1, 3)) color teal",
        forms=((Arg("p", "point", "where it ends"),),)),
    _on("field", "Arrows that show a field of vectors: the stronger, the longer and the warmer.",
        (_f("P", "across, of x and y", "x", "y"), _f("Q", "upwards, of x and y", "x", "y"), _STEP),
        "f = field(y - 1.5, -x)",
        forms=((_f("F", "a point, of x and y", "x", "y"), _STEP),)),
    _on("heat", "Colours that show a function of two numbers.",
        (_f("f", "of x and y", "x", "y"),
         Arg("range", "interval", "the values at the ends of the colours; all that there are if "
             "not said", None, keyword=True)),
        "h = heat(sin(2 * x) * sin(y))", SURFACE),
)

KINDS = (*PLANES, *ON_A_PLANE)
