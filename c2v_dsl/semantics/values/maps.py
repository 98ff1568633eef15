"""Functions of points, however they are written."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from .errors import Mismatch
from .points import Point, as_point


def point_map(
    function: Callable[..., Any], numbers: bool = False
) -> Callable[[float, float], Point]:
    """A function of points, of complex numbers or of two coordinates, as one of coordinates.

    What takes one argument is tried with a point and with a complex number, with ``numbers`` the
    other way round; the first that suits it is what it gets from then on.

    The answer raises Mismatch where neither suits or no point comes of it, NoValue and what else
    is an ArithmeticError or a ValueError where there is no value.
    """
    forms: list[Callable[[float, float], Any]] = [
        lambda x, y: function(Point(x, y)), lambda x, y: function(complex(x, y))
    ]
    if numbers:
        forms.reverse()
    given = inspect.signature(function).parameters.values()
    if any(p.kind is p.VAR_POSITIONAL for p in given):
        forms.append(function)
    elif sum(p.default is p.empty for p in given) == 2:
        forms = [function]

    def image(x: float, y: float) -> Point:
        try:
            return as_point(forms[0](x, y))
        except (TypeError, AttributeError, LookupError, Mismatch) as error:
            if len(forms) == 1:
                raise Mismatch("a function of points is expected here") from error
            forms.pop(0)
            return image(x, y)

    return image
