"""Dates as authors write them, as numbers on a line of time."""

from __future__ import annotations

import re
from typing import Any

_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)
MONTHS = {
    name[:length]: index for index, name in enumerate(_NAMES) for length in (3, 4, len(name))
}

_ERA = re.compile(r"\s*\b(?:(BCE?|B\.C\.(?:E\.)?)|(?:CE|AD|A\.D\.|C\.E\.))(?!\w)\s*", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:c(?:a|irca)?\.?|about|around|early|late|~|≈)\s+|^[~≈]", re.IGNORECASE)
_ISO = re.compile(r"(-?\d{1,5})-(\d{1,2})(?:-(\d{1,2}))?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_NUMBER = re.compile(r"[-−+]?\d[\d\s, ']*(?:\.\d+)?")
_SPAN = re.compile(r"\s*(?:–|—|\bto\b|(?<=[\w.])\s*-\s*(?=\w))\s*")
_TENTHS = re.compile(r"(\d+)s")
_CENTURY = re.compile(r"(\d+)(?:st|nd|rd|th)\s+century", re.IGNORECASE)
_COUNTED = re.compile(r"([^\W\d]+)\s+(\d+(?:\.\d+)?)")
_WORDS = re.compile(r"[^\W\d]+|\d+")


def positions(dates: list[Any]) -> list[float] | None:
    """Where ``dates`` stand on one line of time: years, hours or what they count, whichever all
    of them are; None where one cannot be read or they are of different sorts."""
    found = [read(date) for date in dates]
    sorts = {each[0] for each in found if each is not None}
    if None in found or len(sorts) != 1:
        return None
    return [each[1] for each in found if each is not None]


def read(date: Any) -> tuple[str, float] | None:
    """What a date counts and its number: ``("year", 1789.53)`` for 14 July 1789, ``("clock",
    9.5)`` for 9:30, ``("day", 3.0)`` for day 3; None where it is no date. A span of time, as in
    1914–1918, means its beginning."""
    if isinstance(date, int | float) and not isinstance(date, bool):
        return "year", float(date)
    if not isinstance(date, str):
        return None
    text = date.strip().replace("−", "-")
    clock = _CLOCK.fullmatch(text)
    if clock:
        hours, minutes, seconds = (float(part or 0) for part in clock.groups())
        return "clock", hours + minutes / 60 + seconds / 3600
    before = bool((era := _ERA.search(text)) and era.group(1))
    text = _ABOUT.sub("", _ERA.sub(" ", text).strip()).strip()
    year = _year(text, before)
    if year is None:
        parts = _SPAN.split(text, maxsplit=1)
        year = _year(parts[0].strip(), before) if len(parts) == 2 else None
        if year is None and len(parts) == 2:
            last = _WORDS.findall(text)[-1:]
            year = _year(f"{parts[0].strip()} {last[0]}" if last else "", before)
    if year is not None:
        return "year", year
    counted = _COUNTED.fullmatch(text)
    if counted and counted.group(1).lower() not in MONTHS:
        return counted.group(1).lower(), float(counted.group(2))
    return None


def _year(text: str, before: bool) -> float | None:
    """A year with the share of it that month and day make up."""
    iso = _ISO.fullmatch(text)
    if iso:
        return _dated(int(iso.group(1)), int(iso.group(2)) - 1, int(iso.group(3) or 1), before)
    if _NUMBER.fullmatch(text):
        number = float(re.sub(r"[\s, ']", "", text))
        return -number if before else number
    century, decade = _CENTURY.fullmatch(text), _TENTHS.fullmatch(text)
    if century:
        number = float(century.group(1))
        return -100 * number if before else 100 * (number - 1)
    if decade:
        return -float(decade.group(1)) if before else float(decade.group(1))
    words = [word for word in _WORDS.findall(text.lower()) if word not in ("th", "st", "nd", "rd")]
    months = [word for word in words if word in MONTHS]
    numbers = [int(word) for word in words if word.isdigit()]
    if len(months) != 1 or len(words) != 1 + len(numbers) or not 1 <= len(numbers) <= 2:
        return None
    day = numbers[0] if len(numbers) == 2 else 1
    return _dated(numbers[-1], MONTHS[months[0]], day, before)


def _dated(year: int, month: int, day: int, before: bool) -> float | None:
    if not 0 <= month <= 11 or not 1 <= day <= 31:
        return None
    share = (month + (day - 1) / 31) / 12
    return (-year if before else year) + share
