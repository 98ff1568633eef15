"""What a child says, line by line, as plain data of known shape whatever the child is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import IO, Any, get_args

from .job import Cause, Failure

LONGEST = 1 << 18
"""Bytes that a line may have."""

_MESSAGE, _TRACE, _FRAMES = 600, 20_000, 200


class Nonsense(ValueError):
    """A line that no child of ours says."""


@dataclass(frozen=True)
class Answer:
    """One line.

    ``event`` says which of the others are there: ``frames`` has ``drawn`` and the ``name`` of the
    beat; ``written`` and ``entered`` have a ``name``; ``hatch`` and ``failure`` a ``failure``;
    ``done`` has ``drawn`` and ``stats``.
    """

    event: str
    name: str = ""
    drawn: int = 0
    failure: Failure | None = None
    stats: dict[str, Any] | None = None


def next_answer(stream: IO[bytes]) -> Answer | None:
    """The next line of ``stream``; None at its end.

    Raises:
        Nonsense: it is too long, or not what a child says.
    """
    line = stream.readline(LONGEST)
    if not line:
        return None
    if not line.endswith(b"\n"):
        raise Nonsense("a line without an end")
    try:
        data = json.loads(line)
        return _answer(data.pop("event"), data)
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError) as error:
        raise Nonsense(str(error)) from error


def _answer(event: object, data: dict[str, Any]) -> Answer:
    match event:
        case "frames":
            return Answer("frames", _text(data["beat"]), _count(data["drawn"]))
        case "written" | "entered":
            return Answer(event, _text(data["name"], 4096))
        case "hatch" | "failure":
            return Answer(event, failure=_failure(data))
        case "done":
            seconds = {_text(k): float(v) for k, v in data["seconds"].items()}
            drawn = _count(data["drawn"])
            stats = {"drawn": drawn, "mended": _count(data["mended"]), "seconds": seconds}
            return Answer("done", drawn=drawn, stats=stats)
        case "began" | "ready" | "beat":
            return Answer(event)
    raise Nonsense(f"no event {event!r:.40}")


def _failure(data: dict[str, Any]) -> Failure:
    failure = Failure.from_data(data)
    if failure.kind not in ("code", "hatch", "system", "import", "lost", "silent"):
        raise Nonsense("a failure of no kind")
    return Failure(
        failure.kind, _text(failure.message)[:_MESSAGE],
        beat=None if failure.beat is None else _text(failure.beat),
        lines=tuple(_count(line) for line in failure.lines[:_FRAMES]),
        trace=_text(failure.trace, LONGEST)[-_TRACE:], number=_count(failure.number),
        path=_text(failure.path, 4096),
        spots=tuple((_text(n), _count(k)) for n, k in failure.spots[:_FRAMES]),
        error=_text(failure.error), cause=_cause(failure.cause), hatch=_text(failure.hatch),
    )


def _cause(given: object) -> Any:
    if given not in get_args(Cause):
        raise Nonsense("a failure of no cause")
    return given


def _count(given: object) -> int:
    if not isinstance(given, int) or not 0 <= given < 1 << 53:
        raise Nonsense("no number")
    return int(given)


def _text(given: object, most: int = 2000) -> str:
    """A text that a terminal can be shown."""
    if not isinstance(given, str):
        raise Nonsense("no text")
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}"
                   for c in given[:most])
