"""``run.json``: what became of a run, for people, for tools, and for going on with it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT = 1
"""Raised when a run of before could not be gone on with."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class Versions(_Part):
    """What the run was made with."""

    c2v: str = ""
    python: str = ""
    manim: str = ""
    prompts: str = ""


class WishRecord(_Part):
    """What was asked for; ``notes`` and ``reference`` are files in the run's folder."""

    topic: str
    audience: str = ""
    minutes: float = 3.0
    language: str = ""
    theme: str = ""
    notes: str | None = None
    reference: str | None = None
    reference_mime: str = ""
    reference_name: str = ""
    pictures: list[str] = Field(default_factory=list)


class OptionsRecord(_Part):
    """How it was to be made; ``model`` as the command line names it, empty for the usual one."""

    model: str = ""
    quality: Literal["draft", "low", "medium", "high", "4k"] = "high"
    tries: tuple[int, int, int] = (2, 2, 1)
    critic: int = 1
    jobs: int = 0
    sandbox: Literal["auto", "off"] = "auto"


class StageState(StrEnum):
    waiting = "waiting"
    running = "running"
    done = "done"
    skipped = "skipped"
    failed = "failed"


class StageRecord(_Part):
    """A step of the way.

    Attributes:
        seconds: by the clock, of all times it ran.
        detail: one sentence on what came of it.
        input: hash of all it was made from; ``output`` of what it made.
    """

    state: StageState = StageState.waiting
    seconds: float = 0.0
    detail: str = ""
    input: str = ""
    output: str = ""


class SceneState(StrEnum):
    waiting = "waiting"
    clean = "clean"
    """Checks and measures clean."""
    flawed = "flawed"
    """Drawn, though something is still wrong with its layout."""
    missing = "missing"
    """It could not be made; a placeholder stands for it."""


class AttemptRecord(_Part):
    """One try at a scene: findings before and after it, characters asked and answered."""

    level: str
    findings_before: int = 0
    findings_after: int = 0
    characters_in: int = 0
    characters_out: int = 0
    parsed: bool = False
    checked: bool = False
    measured: bool = False


class SceneRecord(_Part):
    """A scene of the outline.

    Attributes:
        folder: its folder in the run.
        plan: hash of what it was written from, ``text`` of what was written.
        why: why it is missing or flawed, one sentence.
        findings: what is still wrong, as `code message`.
    """

    id: str
    title: str
    folder: str
    state: SceneState = SceneState.waiting
    plan: str = ""
    text: str = ""
    why: str = ""
    findings: list[str] = Field(default_factory=list)
    attempts: list[AttemptRecord] = Field(default_factory=list)


class Tokens(_Part):
    """What was asked and answered; ``recorded`` of the exchanges came from a recording."""

    exchanges: int = 0
    faults: int = 0
    recorded: int = 0
    prompt: int = 0
    answer: int = 0
    thinking: int = 0
    cached: int = 0

    @property
    def total(self) -> int:
        return self.prompt + self.answer + self.thinking


class Seconds(_Part):
    """By the clock: while a model was waited for, while pictures were drawn, and all the rest."""

    ours: float = 0.0
    model: float = 0.0
    render: float = 0.0

    @property
    def total(self) -> float:
        return self.ours + self.model + self.render


class LevelRecord(_Part):
    """Tries at one level of repair, and how many of them left less wrong."""

    tried: int = 0
    helped: int = 0


class CriticRecord(_Part):
    """``judged`` scenes were looked at; about ``not_judged`` nothing is known, with the reason."""

    judged: list[str] = Field(default_factory=list)
    not_judged: dict[str, str] = Field(default_factory=dict)
    kept: int = 0
    dropped: int = 0


class Files(_Part):
    """What was made, relative to the run's folder."""

    outline: str | None = None
    storyboard: str | None = None
    code: list[str] = Field(default_factory=list)
    video: str | None = None
    subtitles: list[str] = Field(default_factory=list)
    credits: str | None = None
    sheet: str | None = None


class Status(StrEnum):
    running = "running"
    """At work, or killed at it."""
    stopped = "stopped"
    """Somebody stopped it."""
    incomplete = "incomplete"
    """Something is missing; ``reasons`` say what."""
    complete = "complete"


class RunRecord(_Part):
    """The whole of ``run.json``.

    Attributes:
        reasons: why a run is not complete, a sentence each.
        money: US dollars paid, None where prices are unknown.
        findings_before: of the storyboard as first put together, by code; ``findings_after`` of
            the last one.
        levels: by level of repair (``line``, ``block``, ``scene``, and those of hatches).
        isolation: what hatch code was run in.
        written: hashes of what the run has written into files that people may change.
    """

    format: int = FORMAT
    status: Status = Status.running
    reasons: list[str] = Field(default_factory=list)
    wish: WishRecord
    options: OptionsRecord = Field(default_factory=OptionsRecord)
    model: str = ""
    versions: Versions = Field(default_factory=Versions)
    stages: dict[str, StageRecord] = Field(default_factory=dict)
    scenes: list[SceneRecord] = Field(default_factory=list)
    tokens: Tokens = Field(default_factory=Tokens)
    tokens_by_agent: dict[str, Tokens] = Field(default_factory=dict)
    tokens_by_scene: dict[str, Tokens] = Field(default_factory=dict)
    money: float | None = None
    seconds: Seconds = Field(default_factory=Seconds)
    findings_before: dict[str, int] = Field(default_factory=dict)
    findings_after: dict[str, int] = Field(default_factory=dict)
    levels: dict[str, LevelRecord] = Field(default_factory=dict)
    critic: CriticRecord = Field(default_factory=CriticRecord)
    isolation: str = ""
    files: Files = Field(default_factory=Files)
    written: dict[str, list[str]] = Field(default_factory=dict)

    def stage(self, name: str) -> StageRecord:
        """The record of a stage, made if it is not there."""
        return self.stages.setdefault(name, StageRecord())
