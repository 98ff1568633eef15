"""Where a check asks for icons of the network: what is kept first, only then a server.

Nothing is asked twice in one run. All fetches of a run together have one limit of time, and a
server that cannot be reached is not tried again.
"""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass

from . import icon_store
from .icon_names import Icon, Wanted

__all__ = ["Desk", "Trouble", "disconnected"]

TOTAL = 20.0
"""Seconds that all fetches of a run may take together."""

TITLES = {"iconify": "Iconify", "iconfinder": "IconFinder"}


@dataclass(frozen=True)
class Trouble:
    """Why there is no icon: ``missing`` when its source says that it has none, and then ``near``
    names some that it has."""

    message: str
    help: str
    missing: bool = False
    near: tuple[str, ...] = ()


def disconnected() -> bool:
    """Whether the environment variable ``C2V_OFFLINE`` forbids every use of the network."""
    return os.environ.get("C2V_OFFLINE", "").strip().lower() not in ("", "0", "no", "false")


class Desk:
    """One run's answers."""

    def __init__(self, total: float = TOTAL) -> None:
        self._left = total
        self._known: dict[Wanted, Icon | Trouble] = {}
        self._down: dict[str, Trouble] = {}

    def find(self, want: Wanted) -> Icon | Trouble:
        """The icon, or why there is none."""
        answer = self._known.get(want)
        if answer is None:
            answer = self._known[want] = self._find(want)
        return answer

    def _find(self, want: Wanted) -> Icon | Trouble:
        kept = icon_store.kept(want)
        if kept is not None and kept.fresh:
            return kept.icon or _missing(want, kept.near)
        answer: Icon | Trouble
        title = TITLES[want.source]
        if disconnected():
            answer = Trouble(f'"{want}" is not kept here, and C2V_OFFLINE forbids to fetch it',
                             "run it once with a network, or choose an icon of the installed sets")
        elif want.source in self._down:
            answer = self._down[want.source]
        elif self._left <= 0:
            answer = Trouble(f'"{want}" was not fetched: the time for icons is over',
                             "run it again; what was fetched is kept")
        else:
            answer = self._fetched(want, title)
        if isinstance(answer, Trouble) and not answer.missing and kept and kept.icon:
            return kept.icon
        return answer

    def _fetched(self, want: Wanted, title: str) -> Icon | Trouble:
        """Fetched in a thread of its own, which is left behind when the time is over: some
        waits, like those for names of servers, have no limit of their own."""
        began = time.monotonic()
        answers: list[Icon | Trouble] = []
        thread = threading.Thread(
            target=lambda: answers.append(self._ask(want, title, began + self._left)), daemon=True)
        thread.start()
        thread.join(self._left)
        self._left -= time.monotonic() - began
        if answers:
            return answers[0]
        return Trouble(f"{title} did not answer in time", "run it again; what was fetched is kept")

    def _ask(self, want: Wanted, title: str, until: float) -> Icon | Trouble:
        from . import iconfinder, iconify, svg
        from .web import Unfetched

        try:
            found = (iconify if want.source == "iconify" else iconfinder).fetch(want, until)
        except Unfetched as trouble:
            answer = Trouble(f"{title} {trouble.reason}", trouble.help)
            if trouble.reason.startswith(("cannot be reached", "did not answer")):
                self._down[want.source] = answer
            return answer
        if isinstance(found, Icon):
            clean = svg.clean(found.svg.encode())
            if isinstance(clean, str) or set(clean.left_out) - {"words"}:
                what = clean if isinstance(clean, str) else f"holds {clean.left_out[0]}"
                return Trouble(f"what {title} sent for \"{want}\" {what}",
                               "choose another icon; this one is not drawn")
            found = Icon(found.name, clean.text, *_rest(found))
        try:
            if isinstance(found, Icon):
                icon_store.keep(want, found)
                return found
            icon_store.keep(want, None, found)
        except OSError as error:
            return Trouble(
                f'"{want}" was fetched and cannot be kept: {error.strerror or error}',
                "make room there, or name another folder in the environment variable C2V_CACHE")
        return _missing(want, found)


def _rest(icon: Icon) -> tuple[str, str, str, str]:
    return icon.title, icon.author, icon.licence, icon.url


def _missing(want: Wanted, near: tuple[str, ...]) -> Trouble:
    return Trouble(f"{TITLES[want.source]} has no icon \"{want.name}\"", "choose another icon",
                   missing=True, near=near)
