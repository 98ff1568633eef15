"""The kinds of the language: a function each, by the language's name."""

from .charts import bars, pie
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
from .fields import field, heat
from .graphs import graph, tree
from .groups import column, component, group, row
from .marks import angle, box, brace, cross, right_angle, trace, underline
from .networks import network
from .pictures import icon, image, svg
from .planes import axes, complex, number_line, plane, polar
from .samples import histogram, scatter
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
from .tables import array, matrix, table
from .timelines import timeline
from .words import bullets, code, label, math, number, text

__all__ = [
    "angle", "annulus", "arc", "array", "arrow", "axes", "bars", "box", "brace", "bullets",
    "circle", "code", "column", "complex", "component", "cross", "curve", "curved_arrow", "dot",
    "double_arrow", "ellipse", "field", "graph", "group", "heat", "histogram", "icon", "image",
    "implicit", "label", "line", "math", "matrix", "network", "number", "number_line",
    "parametric", "path", "pie", "plane", "plot", "point_on", "polar", "polygon", "rect",
    "region", "riemann", "right_angle", "row", "scatter", "secant", "sector", "square", "star",
    "svg", "table", "tangent", "text", "timeline", "trace", "tree", "triangle", "underline",
    "vector",
]
