"""Words that other languages have, and what stands for them here."""

from __future__ import annotations

FOREIGN_VALUES = {
    "True": "true", "False": "false", "None": "none", "PI": "pi", "TAU": "tau", "E": "e",
    "DEGREES": "deg", "UP": "up", "DOWN": "down", "LEFT": "left", "RIGHT": "right",
    "ORIGIN": "(0, 0)", "UL": "", "UR": "", "DL": "", "DR": "",
    "WHITE": "white", "BLACK": "black", "GRAY": "gray", "GREY": "gray", "grey": "gray",
    "RED": "red", "ORANGE": "orange", "GOLD": "gold", "YELLOW": "yellow", "GREEN": "green",
    "TEAL": "teal", "BLUE": "blue", "PURPLE": "purple", "PINK": "pink", "BROWN": "brown",
    "MAROON": "dark_red", "cyan": "teal", "magenta": "pink", "violet": "purple",
}
"""Values by their names in Python and Manim. ``DEGREES`` becomes a unit, directions words."""

DIRECTIONS = {"UP": "(0, 1)", "DOWN": "(0, -1)", "LEFT": "(-1, 0)", "RIGHT": "(1, 0)",
              "UL": "(-1, 1)", "UR": "(1, 1)", "DL": "(-1, -1)", "DR": "(1, -1)",
              "up": "(0, 1)", "down": "(0, -1)", "left": "(-1, 0)", "right": "(1, 0)"}

FOREIGN_FUNCTIONS = {
    "range": "write `0..3` (both ends included)",
    "ln": "write `log(x)`", "log10": "write `log(x, 10)`", "log2": "write `log(x, 2)`",
    "pow": "write `x ^ n`", "arcsin": "write `asin(x)`", "arccos": "write `acos(x)`",
    "arctan": "write `atan(x)`", "arctan2": "write `atan2(y, x)`", "mod": "write `a % b`",
    "fmod": "write `a % b`", "int": "write `floor(x)`", "float": "numbers need no conversion",
    "str": 'a value in a text is `"#{x}"`', "format": 'a value in a text is `"#{x:.2}"`',
    "radians": "write the angle with its unit: `45deg`", "lerp": "write `mix(a, b, t)`",
    "interpolate": "write `mix(a, b, t)`", "clamp": "write `min(1, max(0, x))`",
    "linspace": "write `[i / 10 for i in 0..10]`", "arange": "write `0..3`",
    "random": "write `uniform(seed, n)`, the same in every run", "rand": "write `uniform(seed, n)`",
    "enumerate": "count with a range: `for i in 0..3`", "zip": "index both lists: `[f(a[i], b[i]) "
    "for i in 0..3]`", "map": "write a comprehension: `[f(x) for x in xs]`",
    "filter": "write `[x for x in xs if c]`", "list": "lists are written `[a, b]`",
    "tuple": "points are written `(a, b)`", "array": "lists are written `[a, b]`",
    "Matrix": "matrices are written `[[1, 0], [0, 1]]`", "sigmoid": "write `1 / (1 + exp(-x))`",
    "comb": "write `binomial(n, k)`", "choose": "write `binomial(n, k)`",
    "length": "write `len(list)`", "conj": "write `re(z) - im(z) * 1i`",
    "phase": "write `arg(z)`", "polar": "write `from_polar(r, a)`", "inv": "write `inverse(M)`",
    "rgb": "colours are names or `#ffcc00`", "diff": "write `derivative(f)`",
    "trunc": "write `floor(x)`", "product": "write `iterate` or `exp(sum([log(x) for x in xs]))`",
    "print": 'what is seen is a `text("…")` object',
}

RENAMED = {
    "ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arctan2": "atan2",
    "comb": "binomial", "choose": "binomial", "length": "len", "phase": "arg", "inv": "inverse",
    "lerp": "mix", "interpolate": "mix", "trunc": "floor", "int": "floor", "polar": "from_polar",
}
"""Functions that only have another name here."""

MODULES = frozenset({"math", "np", "numpy", "cmath", "sp", "scipy", "random"})


def python_word(name: str) -> str | None:
    """What to write for a Python or Manim value called ``name``, if it is known."""
    if name in FOREIGN_VALUES:
        return FOREIGN_VALUES[name]
    base, _, shade = name.rpartition("_")
    if shade in ("A", "B", "C", "D", "E") and base in FOREIGN_VALUES:
        color = FOREIGN_VALUES[base]
        return {"A": f"light_{color}", "B": f"light_{color}", "E": f"dark_{color}"}.get(
            shade, color)
    return None
