"""What HTTP says in place of an answer, as faults with names."""

from __future__ import annotations

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from ..exchange import ProviderFault


def after(headers: Mapping[str, str] | None) -> float | None:
    """Seconds that ``Retry-After`` asks for: a number or a date."""
    text = (headers or {}).get("retry-after") or ""
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def of_status(
    server: str, model: str, status: int, said: str, wait: float | None = None
) -> ProviderFault:
    """The fault that an HTTP status other than 200 is.

    Args:
        said: the server's own words.
        wait: seconds after which it wants to be asked again.
    """
    said = " ".join(said.split())[:300]
    if "<html" in said.lower() or "<!doctype" in said.lower():
        said = "a web page in place of a reason"
    if status in (401, 403):
        return ProviderFault("key", f"{server} does not take the key (status {status}): {said}")
    if status == 402:
        return ProviderFault("credit", f"{server} wants money first (status 402): {said}")
    if status == 404:
        return ProviderFault("request", f"{server} knows no model {model}: {said}")
    if status == 429:
        return ProviderFault("quota", f"too many requests for {server} (status 429): {said}", wait)
    if status == 408 or status >= 500:
        return ProviderFault("server", f"{server} is out of order (status {status}): {said}", wait)
    if 300 <= status < 400:
        return ProviderFault("request", f"{server} sends requests elsewhere (status {status}); "
                             "name its real address")
    return ProviderFault("request", f"{server} refuses the request (status {status}): {said}")
