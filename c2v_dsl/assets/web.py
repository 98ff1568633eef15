"""One HTTP request that ends: within its time, with at most so many bytes, or with a sentence."""

from __future__ import annotations

import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

__all__ = ["Answer", "Unfetched", "get"]

PATIENCE = 4.0
"""Seconds without a byte after which a server is given up."""

MOST_BYTES = 1_000_000
LONGEST_WAIT = 5.0
"""Seconds that a server may ask to wait before it is asked once more."""


class Unfetched(Exception):
    """Nothing could be had. ``reason`` ends a sentence that begins with the server's name; ``help``
    says what to do; ``status`` is the HTTP status, 0 without an answer."""

    def __init__(self, reason: str, help: str, status: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.help = help
        self.status = status


@dataclass(frozen=True)
class Answer:
    """A body, and the address it came from at last."""

    body: bytes
    url: str


def get(url: str, until: float, key: str = "") -> Answer:
    """The body at ``url``.

    Args:
        until: the moment of `time.monotonic` at which to give up.
        key: sent as a bearer token, to the first server only, never to one it redirects to.

    Raises:
        Unfetched: always instead of an error of the network or the protocol.
    """
    for last in (False, True):
        try:
            return _once(url, until, key)
        except _Busy as busy:
            wait = busy.wait
            if last or wait > LONGEST_WAIT or time.monotonic() + wait >= until:
                raise Unfetched(
                    f"asks to come back {_later(wait)} (status {busy.status})",
                    "run it again then; what was fetched is kept", busy.status) from None
            time.sleep(wait)
    raise AssertionError("the second time returns or raises")


class _Busy(Exception):
    def __init__(self, status: int, wait: float) -> None:
        self.status = status
        self.wait = wait


def _later(wait: float) -> str:
    if wait == float("inf"):
        return "later"
    return f"in {wait:.0f} s" if wait < 120 else f"in {wait / 60:.0f} minutes"


def _once(url: str, until: float, key: str) -> Answer:
    import http.client
    import urllib.error
    import urllib.request

    room = min(PATIENCE, until - time.monotonic())
    if room <= 0:
        raise Unfetched("did not answer in time", _AGAIN)
    request = urllib.request.Request(url, headers={
        "User-Agent": "c2v", "Accept": "application/json, image/svg+xml, */*;q=0.1"})
    if key:
        request.add_unredirected_header("Authorization", f"Bearer {key}")
    try:
        with _opener().open(request, timeout=room) as answer:
            return Answer(_body(answer, until), answer.url)
    except urllib.error.HTTPError as error:
        with error:
            if error.code in (429, 503):
                raise _Busy(error.code, _retry_after(error.headers.get("Retry-After"))) from None
            raise Unfetched(*_status(error.code), error.code) from None
    except TimeoutError:
        raise Unfetched("did not answer in time", _AGAIN) from None
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise Unfetched("did not answer in time", _AGAIN) from None
        what = getattr(error.reason, "strerror", None) or str(error.reason)
        raise Unfetched(f"cannot be reached: {what}", _NO_NETWORK) from None
    except (OSError, http.client.HTTPException) as error:
        what = getattr(error, "strerror", None) or type(error).__name__
        raise Unfetched(f"broke off: {what}", _AGAIN) from None
    except ValueError:
        raise Unfetched("has an address that is none", "look at the address") from None


def _opener() -> OpenerDirector:
    """Speaks HTTP and HTTPS only, wherever it is redirected to."""
    import urllib.request as r

    opener = r.OpenerDirector()
    for handler in (r.ProxyHandler, r.UnknownHandler, r.HTTPHandler, r.HTTPSHandler,
                    r.HTTPDefaultErrorHandler, r.HTTPRedirectHandler, r.HTTPErrorProcessor):
        opener.add_handler(handler())
    return opener


_AGAIN = "run it again; what was fetched is kept"
_NO_NETWORK = "with a network once, it is kept; or choose an icon of the installed sets"


def _body(answer: Any, until: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(65536):
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise Unfetched("answers with more than an icon can be", "choose another icon")
        if time.monotonic() > until:
            raise Unfetched("did not answer in time", _AGAIN)
    if answer.length:
        raise Unfetched("broke off: the end of the answer is missing", _AGAIN)
    return b"".join(parts)


def _retry_after(text: str | None) -> float:
    """Seconds that a ``Retry-After`` asks for: a number or a date; endless if it says nothing."""
    if not text:
        return float("inf")
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return float("inf")


def _status(code: int) -> tuple[str, str]:
    if code == 401:
        return "does not take the key (status 401)", "look at the key, or ask for a new one"
    if code == 402:
        return "wants money for it (status 402)", "choose another icon"
    if code == 403:
        return "does not allow it (status 403)", "look at what the key may do"
    if code in (404, 410):
        return f"does not have it (status {code})", "choose another icon"
    if code >= 500:
        return f"is out of order (status {code})", _AGAIN
    return f"refuses (status {code})", "choose another icon"
