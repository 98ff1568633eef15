"""The kinds of the language: a function each, by the language's name."""

from .curves import (
    implicit,
    parametric,
    plot,
    point_on,
    region,
    riemann,
    secant,
    tangent,
    vector,
)
from .planes import axes, complex, number_line, plane, polar
from .shapes import (
    annulus,
    arc,
    arrow,
    circle,
    curve,
    curved_arrow,
    dot,
    double_arrow,
    ellipse,
    line,
    path,
    polygon,
    rect,
    sector,
    square,
    star,
    triangle,
)
from .words import bullets, code, label, math, number, text

__all__ = [
    "annulus", "arc", "arrow", "axes", "bullets", "circle", "code", "complex", "curve",
    "curved_arrow", "dot", "double_arrow", "ellipse", "implicit", "label", "line", "math",
    "number", "number_line", "parametric", "path", "plane", "plot", "point_on", "polar", "polygon",
    "rect", "region", "riemann", "secant", "sector", "square", "star", "tangent", "text",
    "triangle", "vector",
]
