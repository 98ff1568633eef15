"""Icons from the Iconify API: ``iconify:SET/NAME``.

Source of the protocol: https://iconify.design/docs/api/queries.html
"""

from __future__ import annotations

import json
import os
import re
from typing import Any
from urllib.parse import quote

from . import web
from .icon_names import Icon, Wanted
from .web import Unfetched

__all__ = ["fetch", "server"]

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


def server() -> str:
    """The API's address; ``C2V_ICONIFY_URL`` names another, for one's own server."""
    return (os.environ.get("C2V_ICONIFY_URL") or "https://api.iconify.design").rstrip("/")


def fetch(want: Wanted, until: float) -> Icon | tuple[str, ...]:
    """The icon, or names near it where there is no such icon.

    Raises:
        Unfetched: neither could be had.
    """
    if not _NAME.fullmatch(want.name):
        raise Unfetched(f"knows icons as SET/NAME, like mdi/cat, not as {want.name[:60]}",
                        'write `"iconify:mdi/cat"`')
    prefix, _, name = want.name.partition("/")
    try:
        data = _json(f"/{prefix}.json?icons={quote(name)}", until)
    except Unfetched as trouble:
        if trouble.status in (404, 410):
            return _near(prefix, name, until)
        raise
    svg = _svg(data, name)
    if svg is None:
        return _near(prefix, name, until)
    return Icon(f"iconify:{prefix}/{name}", svg, *_credits(prefix, until))


def _json(path: str, until: float) -> dict[str, Any]:
    answer = web.get(server() + path, until)
    try:
        data = json.loads(answer.body)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise Unfetched("answers with something that is no icon",
                        "look at whether something stands between, like a login page")
    return data


def _svg(data: dict[str, Any], name: str) -> str | None:
    """The drawing of ``name`` in icon data, through its aliases; None where it is not there."""
    turn, flips, seen = 0, [False, False], set[str]()
    icons, aliases = data.get("icons"), data.get("aliases")
    if not isinstance(icons, dict):
        return None
    aliases = aliases if isinstance(aliases, dict) else {}
    sizes: dict[str, Any] = {}
    while name not in icons:
        alias = aliases.get(name)
        if name in seen or not isinstance(alias, dict):
            return None
        seen.add(name)
        sizes = {**alias, **sizes}
        turn += alias.get("rotate", 0) if isinstance(alias.get("rotate"), int) else 0
        flips = [flips[0] ^ bool(alias.get("hFlip")), flips[1] ^ bool(alias.get("vFlip"))]
        name = str(alias.get("parent"))
    icon = icons[name]
    if not isinstance(icon, dict) or not isinstance(icon.get("body"), str):
        return None
    x, y, w, h = (_number(sizes, icon, data, key, default) for key, default in (
        ("left", 0.0), ("top", 0.0), ("width", 16.0), ("height", 16.0)))
    change = f"rotate({turn % 4 * 90} {x + w / 2:g} {y + h / 2:g})" if turn % 4 else ""
    if any(flips):
        sx, sy = (-1 if flip else 1 for flip in flips)
        change = (f"translate({x * 2 + w if flips[0] else 0:g} {y * 2 + h if flips[1] else 0:g}) "
                  f"scale({sx} {sy}) {change}")
    body = f'<g transform="{change.strip()}">{icon["body"]}</g>' if change else icon["body"]
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:g} {y:g} {w:g} {h:g}">'
            f"{body}</svg>")


def _number(*places: Any) -> float:
    *dicts, key, default = places
    for place in dicts:
        value = place.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6:
            return float(value)
    return float(default)


def _credits(prefix: str, until: float) -> tuple[str, str, str, str]:
    """Title, author, licence and address of a set, as far as the API tells."""
    url = f"https://icon-sets.iconify.design/{prefix}/"
    try:
        info = _json(f"/collections?prefix={prefix}", until).get(prefix)
    except Unfetched:
        info = None
    info = info if isinstance(info, dict) else {}

    def text(key: str, inner: str) -> str:
        given = info.get(key)
        given = given.get(inner) if isinstance(given, dict) else given
        return given if isinstance(given, str) and given else ""

    return (text("name", "") or prefix, text("author", "name") or "unknown",
            text("license", "title") or f"unknown, see {url}", url)


def _near(prefix: str, name: str, until: float) -> tuple[str, ...]:
    """Names that a search finds, the set's own first."""
    try:
        data = _json(f"/search?query={quote(name.replace('-', ' '))}&limit=32", until)
    except Unfetched:
        return ()
    found = data.get("icons")
    names = [f"iconify:{icon.replace(':', '/')}" for icon in found if isinstance(icon, str)] if (
        isinstance(found, list)) else []
    names.sort(key=lambda icon: not icon.startswith(f"iconify:{prefix}/"))
    return tuple(names[:4])
