"""Values as text: what ``#{expr:format}`` shows."""

from __future__ import annotations

import builtins
import math
import re
from functools import lru_cache
from typing import Any

from .colors import Color
from .errors import Mismatch, NoValue
from .lists import List
from .points import Area, Cell, Point, is_number

_FORMAT = re.compile(r"(\+?)(?:0(\d{1,2}))?(?:\.(\d{1,2}))?")


@lru_cache(maxsize=256)
def read_format(text: str) -> tuple[bool, int, int | None]:
    """Sign asked for, width filled with zeros, decimals or None; of ``+.1``, ``04``, ``.2``.

    Raises:
        Mismatch: ``text`` is no format.
    """
    found = _FORMAT.fullmatch(text)
    if not found or not text:
        raise Mismatch(f"{text!r} is no format; .2, +.1 and 04 are")
    sign, width, decimals = found.groups()
    return bool(sign), int(width or 0), None if decimals is None else int(decimals)


def is_format(text: str) -> bool:
    """Whether ``text`` is a number format."""
    return bool(text) and _FORMAT.fullmatch(text) is not None


def show(value: Any, format: str | None = None) -> str:
    """``value`` as text.

    Whole numbers are plain, others have two decimals unless ``format`` says otherwise.

    Raises:
        NoValue: a number is infinite or none.
    """
    sign, width, decimals = read_format(format) if format else (False, 0, None)
    return _show(value, sign, width, decimals)


def _show(value: Any, sign: bool, width: int, decimals: int | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_number(value):
        return _number(value, sign, width, decimals)
    if isinstance(value, str):
        return value
    if isinstance(value, complex):
        return _complex(value, sign, decimals)
    if isinstance(value, Point):
        return f"({', '.join(_show(item, sign, width, decimals) for item in value)})"
    if isinstance(value, (Cell, Area, Color)):
        return str(value)
    if isinstance(value, List):
        return f"[{', '.join(_show(item, sign, width, decimals) for item in value)}]"
    if value is None:
        return "none"
    raise Mismatch("only numbers, texts, points, lists and colours can be shown in a text")


def _number(value: float, sign: bool, width: int, decimals: int | None) -> str:
    if isinstance(value, float):
        if not math.isfinite(value):
            raise NoValue("the number is too large")
        if value == int(value) and builtins.abs(value) < 1e15:
            value = int(value)
    if decimals is None:
        decimals = 0 if isinstance(value, int) else 2
    try:
        text = f"{value:.{decimals}f}" if decimals or isinstance(value, float) else str(value)
    except (OverflowError, ValueError):
        raise NoValue("the number is too large") from None
    if text.startswith("-") and not text.strip("-0."):
        text = text[1:]
    digits = text.removeprefix("-")
    mark = "-" if text.startswith("-") else "+" if sign else ""
    return mark + digits.rjust(builtins.max(0, width - builtins.len(mark)), "0")


def _complex(value: complex, sign: bool, decimals: int | None) -> str:
    if value.imag == 0:
        return _number(value.real, sign, 0, decimals)
    imaginary = _number(builtins.abs(value.imag), False, 0, decimals)
    imaginary = ("" if imaginary == "1" else imaginary) + "i"
    if value.real == 0:
        return ("-" if value.imag < 0 else "+" if sign else "") + imaginary
    real = _number(value.real, sign, 0, decimals)
    return f"{real} {'-' if value.imag < 0 else '+'} {imaginary}"
