"""Values and functions of the language, for the checker and for the code that c2v emits.

Pure Python without dependencies: ``compile --standalone`` copies this folder.
"""

from .calculus import (
    Derivative,
    Solution,
    SolutionCurve,
    derivative,
    integral,
    iterate,
    solve,
)
from .colors import BASE_COLORS, COLOR_NAMES, Color, as_color
from .errors import BUDGET, MAX_BITS, MAX_ITEMS, Budget, Exhausted, Mismatch, NoValue, Outside
from .formats import is_format, read_format, show
from .functions import (
    abs,
    acos,
    arg,
    asin,
    atan,
    atan2,
    binomial,
    ceil,
    cos,
    e,
    exp,
    factorial,
    finite,
    floor,
    from_polar,
    gcd,
    im,
    kind_of,
    len,
    log,
    max,
    min,
    mix,
    norm,
    pi,
    power,
    powmod,
    project,
    re,
    round,
    sign,
    sin,
    softmax,
    sort,
    sqrt,
    sum,
    tan,
    tau,
)
from .lists import List, cross, det, dot, inverse, is_matrix, is_vector, span, steps, transpose
from .points import Area, Cell, Point, as_point, is_number
from .random_numbers import normal, uniform

P, L, C = Point, List, Color
cell, area = Cell, Area
dot_product, cross_product = dot, cross

EMITTED = (
    "Area", "C", "Cell", "L", "NoValue", "P", "abs", "acos", "area", "arg", "asin", "atan",
    "atan2", "binomial", "ceil", "cell", "cos", "cross_product", "derivative", "det",
    "dot_product", "e", "exp", "factorial", "floor", "from_polar", "gcd", "im", "integral",
    "inverse", "iterate", "len", "log", "max", "min", "mix", "norm", "normal", "pi", "power",
    "powmod", "project", "re", "round", "show", "sign", "sin", "softmax", "solve", "sort",
    "span", "sqrt", "sum", "tan", "tau", "transpose", "uniform",
)
"""What emitted code may use: ``stage`` exports all of these under these names.

``dot`` and ``cross`` are kinds there, so the products go by their longer names.
"""

__all__ = [
    "BASE_COLORS", "BUDGET", "COLOR_NAMES", "EMITTED", "MAX_BITS", "MAX_ITEMS", "Area",
    "Budget", "C", "Cell", "Color", "Derivative", "Exhausted", "L", "List", "Mismatch",
    "NoValue", "Outside", "P", "Point", "Solution", "SolutionCurve", "abs", "acos", "area",
    "arg", "as_color", "as_point", "asin", "atan", "atan2", "binomial", "ceil", "cell", "cos",
    "cross", "cross_product", "derivative", "det", "dot", "dot_product", "e", "exp",
    "factorial", "finite", "floor", "from_polar", "gcd", "im", "integral", "inverse",
    "is_format", "is_matrix", "is_number", "is_vector", "iterate", "kind_of", "len", "log",
    "max", "min", "mix", "norm", "normal", "pi", "power", "powmod", "project", "re",
    "read_format", "round", "show", "sign", "sin", "softmax", "solve", "sort", "span",
    "sqrt", "steps", "sum", "tan", "tau", "transpose", "uniform",
]
