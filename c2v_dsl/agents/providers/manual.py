"""``manual:DIR[@MINUTES]``: a folder as a mailbox, for whoever has a chat window and no API.

Each request is a file to be read by a person (or to be given to a model by one), with its pictures
beside it; the answer is a file that somebody writes. Nothing is sent anywhere.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ...render.cache import whole_file
from ..exchange import Answer, Finish, Picture, ProviderFault, Request, Video
from ..prompts import prompt

POLL_SECONDS = 0.3
EMPTY_SECONDS = 3.0
"""An answer file that stays empty for this long was meant empty."""
ENDINGS = ("md", "json", "txt")
"""How an answer file may end."""
_SUFFIXES = {
    "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "video/mp4": "mp4",
}
_REQUEST = re.compile(r"(\d{3,})-.*\.request\.md")
_WIDTH = 110
"""Of a line of a schema."""
_KEY = "<!-- request {} -->\n"
_HEADINGS = {"system": "For all questions", "user": "Question", "model": "Your answer before"}


def make(argument: str, key_file: str | None = None) -> Manual:
    """The mailbox ``DIR`` or ``DIR@MINUTES``, which needs no key."""
    timed = re.fullmatch(r"(.+)@(\d+(?:\.\d+)?)", argument)
    if timed:
        return Manual(Path(timed[1]), wait_seconds=float(timed[2]) * 60)
    return Manual(Path(argument))


class Manual:
    """Asks through files in a folder and waits until somebody has answered.

    ``NNN-agent-scene.request.md`` holds a request without its system part, which stands in
    ``system-HASH.md``, once for all requests that share it; ``NNN-1.png`` and so on are its
    pictures. The answer is expected in ``NNN-agent-scene.answer.md`` (``.json``, ``.txt``). A
    request that an earlier run left in the folder is not asked again: its answer is taken, or
    waited for. Tokens are unknown, so usage is zero. Safe to use from several threads.

    Args:
        folder: the mailbox; made if it is not there.
        wait_seconds: how long one answer is waited for: a day, if not given.
        tell: is given a sentence when waiting for an answer begins; standard error if not given.
    """

    name = "manual"
    model = "manual"
    takes_video = True
    takes_grammar = False

    def __init__(
        self,
        folder: Path,
        *,
        wait_seconds: float = 86_400.0,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self.folder = folder
        self.wait_seconds = wait_seconds
        self._tell = tell or _say
        self._lock = threading.Lock()
        self._left: dict[str, deque[str]] | None = None

    def ask(self, request: Request) -> Answer:
        """Put the request into the folder and wait for its answer.

        Raises:
            ProviderFault: the folder cannot be written, or no answer came in time.
        """
        started = time.monotonic()
        try:
            with self._lock:
                stem = self._taken_up(request) or self._put(request)
            data = self._wait(stem, started)
        except OSError as error:
            raise ProviderFault("setup", f"the mailbox {self.folder} cannot be used: "
                                         f"{error.strerror or error}") from error
        return self._answer(stem, data, time.monotonic() - started)

    def _taken_up(self, request: Request) -> str | None:
        """The name under which an earlier run asked this already."""
        if self._left is None:
            self._left = defaultdict(deque)
            for path in sorted(self.folder.glob("*.request.md")):
                with path.open(encoding="utf-8", errors="replace") as file:
                    self._left[file.readline()].append(path.name.removesuffix(".request.md"))
        same = self._left.get(_KEY.format(request.key))
        return same.popleft() if same else None

    def _put(self, request: Request) -> str:
        """Write a request, itself last: what can be seen can be answered."""
        self.folder.mkdir(parents=True, exist_ok=True)
        numbers = [int(found[1]) for path in self.folder.iterdir()
                   if (found := _REQUEST.fullmatch(path.name))]
        number = f"{max(numbers, default=0) + 1:03}"
        words = re.sub(r"[^\w-]+", "-", f"{request.agent}-{request.scene}").strip("-")
        stem = f"{number}-{words}"
        text = _KEY.format(request.key) + "\n" + prompt(
            "manual",
            system=self._system(request),
            answer=f"{stem}.answer.{'json' if request.schema else 'md'}",
            conversation=self._conversation(request, number),
            shape=_shape(request),
        ).lstrip()
        self._write(f"{stem}.request.md", text.encode())
        return stem

    def _system(self, request: Request) -> str:
        text = "\n\n".join(
            part for message in request.messages if message.role == "system"
            for part in message.parts if isinstance(part, str))
        if not text:
            return ""
        name = f"system-{hashlib.sha256(text.encode()).hexdigest()[:8]}.md"
        if not (self.folder / name).exists():
            self._write(name, text.encode())
        return f"Read `{name}` beside this file first, if you have not: it holds for this too.\n"

    def _conversation(self, request: Request, number: str) -> str:
        turns = []
        pictures = 0
        for message in request.messages:
            words = []
            for part in message.parts:
                if isinstance(part, str):
                    words.append("" if message.role == "system" else part.strip())
                else:
                    pictures += 1
                    words.append(self._attached(part, f"{number}-{pictures}"))
            if any(words):
                turns.append(_heading(_HEADINGS[message.role]) + "\n\n".join(words).strip())
        return "\n\n".join(turns)

    def _attached(self, part: Picture | Video, name: str) -> str:
        name = f"{name}.{_SUFFIXES.get(part.mime, 'bin')}"
        self._write(name, part.data)
        return f"![{part.name or name}]({name})"

    def _write(self, name: str, data: bytes) -> None:
        with whole_file(self.folder / name) as file:
            file.write(data)

    def _wait(self, stem: str, started: float) -> bytes:
        """What stands in the answer file once it does not change any more."""
        paths = [self.folder / f"{stem}.answer.{ending}" for ending in ENDINGS]
        told = False
        seen: tuple[Path, int, int] | None = None
        since = 0.0
        while True:
            now = time.monotonic()
            found = next((path for path in paths if path.is_file()), None)
            if found is not None:
                state = found.stat()
                last, seen = seen, (found, state.st_size, state.st_mtime_ns)
                if seen != last:
                    since = now
                elif state.st_size or now - since >= EMPTY_SECONDS:
                    return found.read_bytes()
            elif not told:
                self._tell(f"waiting for an answer to {self.folder / stem}.request.md")
                told = True
            if now - started > self.wait_seconds:
                raise ProviderFault("missing", f"nobody answered {self.folder / stem}.request.md "
                                               f"in {self.wait_seconds:g} s")
            time.sleep(POLL_SECONDS)

    def _answer(self, stem: str, data: bytes, seconds: float) -> Answer:
        try:
            text = data.decode("utf-8-sig").strip()
        except UnicodeDecodeError as error:
            raise ProviderFault(
                "request", f"the answer to {self.folder / stem}.request.md is not UTF-8"
            ) from error
        refused = re.fullmatch(r"REFUSED:?\s*(.*)", text)
        if not text or refused:
            why = refused[1] if refused else "an empty answer"
            return Answer("", Finish.blocked, model=self.model, detail=why, seconds=seconds)
        return Answer(text, model=self.model, seconds=seconds)


def _say(sentence: str) -> None:
    """To standard error; on a terminal in the place of a progress bar that may stand there."""
    clear = "\r\x1b[K" if sys.stderr.isatty() else ""
    print(clear + sentence, file=sys.stderr, flush=True)


def _heading(words: str) -> str:
    """A line that no heading of Markdown within a prompt looks like."""
    return f"===== {words} =====\n\n"


def _shape(request: Request) -> str:
    if request.schema is None:
        return ""
    schema = _printed(_without_titles(request.schema), 0)
    return f"{_heading('Form of the answer')}JSON of this schema:\n\n```json\n{schema}\n```"


def _without_titles(schema: Any) -> Any:
    """A schema without the titles that repeat the names of its properties."""
    if isinstance(schema, list):
        return [_without_titles(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    return {name: _without_titles(value) for name, value in schema.items()
            if name != "title" or not isinstance(value, str)}


def _printed(value: Any, depth: int) -> str:
    """JSON in which what fits stands on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + depth <= _WIDTH or not value or not isinstance(value, dict | list):
        return line
    inner = " " * (depth + 1)
    if isinstance(value, list):
        items = [_printed(item, depth + 1) for item in value]
    else:
        items = [f"{json.dumps(name, ensure_ascii=False)}: {_printed(item, depth + 1)}"
                 for name, item in value.items()]
    opened, closed = "[]" if isinstance(value, list) else "{}"
    return (opened + "\n" + ",\n".join(inner + item for item in items)
            + "\n" + " " * depth + closed)
