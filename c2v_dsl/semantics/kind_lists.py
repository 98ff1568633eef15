"""Kinds that may stand for one another in an argument or a verb."""

from __future__ import annotations

PLANES = frozenset({"axes", "plane", "polar", "complex", "number_line"})
LINES = frozenset(
    {"line", "arrow", "double_arrow", "vector", "tangent", "secant", "underline", "number_line"}
)
"""What has a direction."""
CURVES = LINES | frozenset(
    {"curve", "curved_arrow", "path", "polygon", "arc", "circle", "ellipse", "square", "rect",
     "triangle", "star", "plot", "parametric", "implicit", "trace", "sector", "annulus"}
)
"""What something can stand on or move along."""
WORDS = frozenset({"text", "math", "label", "bullets", "number", "code"})
OWN_PLACE = frozenset(
    {"polygon", "line", "path", "arrow", "double_arrow", "curve", "curved_arrow", "label", "brace",
     "angle", "right_angle", "box", "cross", "underline", "trace", "plot", "point_on",
     "parametric", "implicit", "region", "riemann", "tangent", "secant", "vector", "field", "heat"}
)
"""Kinds that stand where their arguments say: they take no place."""
