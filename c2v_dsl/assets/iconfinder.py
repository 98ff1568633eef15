"""Icons from the IconFinder API, version 4: ``iconfinder:WORDS`` or ``iconfinder:NUMBER``.

The first drawing that costs nothing is taken. Source of the protocol:
https://developer.iconfinder.com/reference
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from . import web
from .icon_names import Icon, Wanted
from .web import Unfetched

__all__ = ["fetch", "server"]

KEY = "ICONFINDER_API_KEY"
KEY_FILE = "C2V_ICONFINDER_KEY_FILE"
_NO_KEY = (f"put one into the environment variable {KEY}, or name a file with it in {KEY_FILE}; "
           "or choose an icon of the installed sets")


def server() -> str:
    """The API's address; ``C2V_ICONFINDER_URL`` names another."""
    return (os.environ.get("C2V_ICONFINDER_URL") or "https://api.iconfinder.com").rstrip("/")


def _key() -> str:
    """The key, which nothing ever prints."""
    key = os.environ.get(KEY, "").strip()
    if not key and (file := os.environ.get(KEY_FILE)):
        try:
            key = Path(file).expanduser().read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            what = getattr(error, "strerror", None) or "it is no text"
            raise Unfetched(f"needs a key, and its file cannot be read: {what}",
                            f"look at the file that {KEY_FILE} names") from None
    if not key:
        raise Unfetched("needs a key", _NO_KEY)
    if not (key.isascii() and key.isprintable() and " " not in key) or len(key) > 500:
        raise Unfetched("needs a key, and what is given has other signs in it than keys have",
                        "the key alone stands there, on one line")
    return key


def fetch(want: Wanted, until: float) -> Icon | tuple[str, ...]:
    """The icon, or nothing where there is none that is free.

    Raises:
        Unfetched: it could not be had.
    """
    key = _key()
    if not want.name:
        raise Unfetched("is asked for nothing", 'write `"iconfinder:cat"`')
    try:
        if want.name.isdecimal():
            chosen = _json(f"/v4/icons/{want.name}", until, key)
        else:
            found = _json(f"/v4/icons/search?query={quote(want.name)}&count=10&vector=true"
                          "&premium=false", until, key).get("icons")
            icons = [i for i in found if isinstance(i, dict)] if isinstance(found, list) else []
            free = [i for i in icons if not i.get("is_premium") and _drawing(i)]
            if not free:
                return ()
            chosen = _json(f"/v4/icons/{int(free[0]['icon_id'])}", until, key)
    except Unfetched as trouble:
        if trouble.status in (404, 410):
            return ()
        raise
    except (KeyError, TypeError, ValueError):
        raise _garbage() from None
    address = _drawing(chosen)
    if not address:
        return ()
    answer = web.get(address, until, key if _same(address) else "")
    svg = answer.body.decode("utf-8", "replace")
    return Icon(f"iconfinder:{want.name}", svg, *_credits(chosen))


def _json(path: str, until: float, key: str) -> dict[str, Any]:
    try:
        data = json.loads(web.get(server() + path, until, key).body)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise _garbage()
    return data


def _garbage() -> Unfetched:
    return Unfetched("answers with something that is no icon",
                     "look at whether something stands between, like a login page")


def _drawing(icon: dict[str, Any]) -> str:
    """The address of an icon's SVG; empty if it has none, or elsewhere than at IconFinder."""
    for size in icon.get("vector_sizes") or ():
        formats = size.get("formats") if isinstance(size, dict) else None
        for form in formats or ():
            if isinstance(form, dict) and form.get("format") == "svg":
                address = str(form.get("download_url", ""))
                if _same(address) or _theirs(address):
                    return address
    return ""


def _same(address: str) -> bool:
    ours, theirs = urlsplit(server()), urlsplit(address)
    return (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc)


def _theirs(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" and f".{parts.hostname}".endswith(".iconfinder.com")


def _credits(icon: dict[str, Any]) -> tuple[str, str, str, str]:
    """Title, author, licence and address, as far as they are told."""
    number = icon.get("icon_id")
    url = f"https://www.iconfinder.com/icons/{number}"

    def text(*keys: str) -> str:
        given: Any = icon
        for key in keys:
            given = given.get(key) if isinstance(given, dict) else None
        return given if isinstance(given, str) else ""

    return (text("iconset", "name") or "IconFinder",
            text("iconset", "author", "name") or text("iconset", "author", "username")
            or "unknown",
            text("iconset", "license", "name") or text("license", "name")
            or f"unknown, see {url}", url)
