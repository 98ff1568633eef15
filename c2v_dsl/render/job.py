"""What a child process is asked and what it answers, as plain data that survives JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from .confine import Level, Sandbox
from .options import Quality

Cause = Literal["", "time", "memory", "space", "forbidden", "ended", "untrusted"]


@dataclass(frozen=True)
class Part:
    """A beat of a scene, or with an empty ``name`` what comes after the last one.

    ``start`` and ``end`` are frames of 1/60 s. ``path`` is the file to make: a segment or a still;
    None steps through without drawing.
    """

    name: str
    start: int
    end: int
    path: str | None = None


@dataclass(frozen=True)
class Job:
    """One scene for one child.

    Attributes:
        kind: ``segments`` draws parts, ``stills`` draws the last picture of each, ``measure`` draws
            nothing and writes down what stands where.
        code: emitted Python, ``filename`` its name in tracebacks, ``class_name`` its scene.
        media: a folder for what Manim keeps between formulas and texts.
        piece: which share of the scene this is, where several children draw it.
    """

    scene: str
    kind: Literal["segments", "stills", "measure"]
    code: str
    filename: str
    class_name: str
    quality: Quality
    parts: tuple[Part, ...]
    media: str
    piece: int = 0
    objects: tuple[tuple[str, str], ...] = ()
    """For ``measure``: every object's id and how the scene's code calls it."""
    moves: tuple[tuple[int, int], ...] = ()
    """For ``measure``: spans of frames in which things move."""
    glances: tuple[tuple[int, str], ...] = ()
    """For ``stills``: rendered frames of which a picture goes to a path."""
    hatches: tuple[str, ...] = ()
    """Methods of the scene that hold a hatch's own code; where there are any, the job is done in
    walls by a child of its own."""
    sandbox: Sandbox = "auto"
    """Whether those walls are wanted."""
    reads: tuple[str, ...] = ()
    """Files of pictures and icons that the scene shows."""
    latex: str = ""
    """The version of the LaTeX that sets its formulas, if one does."""

    @property
    def id(self) -> str:
        return f"{self.scene}-{self.piece}"

    @staticmethod
    def list_to_json(jobs: list[Job]) -> str:
        return json.dumps([asdict(job) for job in jobs])

    @classmethod
    def list_from_json(cls, text: str) -> list[Job]:
        return [cls._from_data(data) for data in json.loads(text)]

    @classmethod
    def _from_data(cls, data: dict[str, Any]) -> Job:
        data["quality"] = Quality(**data["quality"])
        data["parts"] = tuple(Part(**part) for part in data["parts"])
        data["objects"] = tuple((id, path) for id, path in data["objects"])
        data["moves"] = tuple((start, end) for start, end in data["moves"])
        data["glances"] = tuple((number, path) for number, path in data["glances"])
        data["hatches"], data["reads"] = tuple(data["hatches"]), tuple(data["reads"])
        return cls(**data)


@dataclass(frozen=True)
class Failure:
    """What stopped a child, or what a hatch raised.

    Attributes:
        kind: ``code`` the scene's own code raised, ``hatch`` a hatch did and its placeholder
            stands there, ``system`` the operating system refused (``number`` its errno, ``path``
            the file), ``import`` a library cannot be loaded, ``lost`` the child ended without a
            word, ``silent`` it gave no sign of life.
        lines: lines of the emitted file, innermost first.
        spots: the same as functions' names and lines below their ``def``, which stay true when
            other parts of the file change.
        error: the name of the exception's type, if there was an exception.
        cause: why a hatch could not go on, if it was no ordinary exception: no end came in
            ``time``, its ``memory`` or the ``space`` on disk was used up, it tried what is
            ``forbidden`` in its walls, it ``ended`` its process, or is ``untrusted`` where there
            are no walls.
        hatch: the method of the hatch, where there are no lines.
    """

    kind: Literal["code", "hatch", "system", "import", "lost", "silent"]
    message: str
    beat: str | None = None
    lines: tuple[int, ...] = ()
    trace: str = ""
    number: int = 0
    path: str = ""
    spots: tuple[tuple[str, int], ...] = ()
    error: str = ""
    cause: Cause = ""
    hatch: str = ""

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Failure:
        spots = tuple((str(name), int(line)) for name, line in data["spots"])
        return cls(**{**data, "lines": tuple(data["lines"]), "spots": spots})


@dataclass
class Outcome:
    """What became of a job."""

    scene: str
    drawn: int = 0
    finished: list[str] = field(default_factory=list)
    failure: Failure | None = None
    hatches: list[Failure] = field(default_factory=list)
    stats: dict[str, Any] = field(default_factory=dict)
    entered: str = ""
    """The hatch whose code ran last."""
    isolation: Level | None = None
    """What stood around hatches."""

    @property
    def all(self) -> list[Failure]:
        return [*self.hatches, *([self.failure] if self.failure else [])]
