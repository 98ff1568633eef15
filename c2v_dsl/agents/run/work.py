"""What all stages of a run stand on: its folder, its record, whom it asks and whom it tells."""

from __future__ import annotations

import contextlib
import copy
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from ..client import Client, Unanswered
from .events import OnRunProgress, RunProgress
from .exchanges import Exchanges
from .folder import STORYBOARD, RunFolder, text_hash
from .record import OptionsRecord, RunRecord, StageRecord, StageState

if TYPE_CHECKING:
    from ...layout.check import LayoutResult
    from ...pipeline import CheckResult
    from ..planner import Wish

T = TypeVar("T")
LOST = frozenset({"key", "credit", "quota", "network", "setup", "budget"})
"""Kinds of `Unanswered` after which nothing more is worth asking."""


class NoWay(Exception):
    """The run cannot go on to a video; the message is a reason for its record."""


@dataclass
class Work:
    """A run at work.

    Attributes:
        text: the storyboard as it is now.
        theirs: whether somebody has changed it by hand, so that nobody else may.
        known: a text of the storyboard with what checking and measuring say of it.
        lost: why nothing more can be asked, or empty; ``lost_kind`` of the `Unanswered`.
    """

    folder: RunFolder
    record: RunRecord
    wish: Wish
    asked: Client
    tell: OnRunProgress | None = None
    text: str = ""
    theirs: bool = False
    known: tuple[str, tuple[CheckResult, LayoutResult | None]] | None = None
    lost: str = ""
    lost_kind: str = ""
    client: Client = field(init=False)
    exchanges: Exchanges = field(init=False)
    rendering: float = 0.0
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.exchanges = Exchanges(self.folder, self.asked.provider)
        self.client = copy.copy(self.asked)
        self.client.provider = self.exchanges
        self._before = self.record.seconds.model_copy()

    @property
    def options(self) -> OptionsRecord:
        return self.record.options

    @property
    def path(self) -> str:
        """Where the storyboard lies: what findings call it, what pictures lie beside."""
        return str(self.folder / STORYBOARD)

    def save(self) -> None:
        """Write down how it stands."""
        with self._lock:
            self.exchanges.account(self.record)
            now, then = self.record.seconds, self._before
            model, drawn = self.exchanges.seconds, self.rendering
            now.model, now.render = then.model + model, then.render + drawn
            whole = time.monotonic() - self._began
            now.ours = then.ours + max(0.0, whole - model - drawn)
            self.folder.save(self.record)

    def say(self, stage: str, done: int = 0, total: int = 0, detail: str = "",
            seconds_left: float | None = None, ended: bool = False) -> None:
        """Tell how far a stage is."""
        if self.tell is not None:
            with self._lock:
                self.tell(RunProgress(stage, done, total, ended, detail,
                                      self.exchanges.total.total,
                                      None if self.exchanges.unpriced else self.exchanges.money,
                                      seconds_left))

    @contextlib.contextmanager
    def stage(self, name: str, detail: str = "") -> Iterator[StageRecord]:
        """A stage from its beginning to its end, whatever end that is."""
        stage = self.record.stage(name)
        stage.state, stage.detail = StageState.running, ""
        began = time.monotonic()
        self.save()
        self.say(name, detail=detail)
        try:
            yield stage
        except BaseException as error:
            stage.state = StageState.failed
            if not stage.detail and isinstance(error, NoWay | Unanswered):
                stage.detail = str(error)
            raise
        else:
            if stage.state is StageState.running:
                stage.state = StageState.done
        finally:
            stage.seconds = round(stage.seconds + time.monotonic() - began, 3)
            self.save()
        self.say(name, detail=stage.detail, ended=True)

    def reason(self, sentence: str) -> None:
        """Add to why the run is not complete."""
        with self._lock:
            if sentence not in self.record.reasons:
                self.record.reasons.append(sentence)

    def give_up(self, fault: Unanswered) -> str:
        """Take note of a question without an answer; says why in words."""
        if fault.kind in LOST and not self.lost:
            self.lost, self.lost_kind = str(fault), fault.kind
        return str(fault)

    def is_ours(self, name: str, text: str) -> bool:
        """Whether a file still is as the run wrote it."""
        return text_hash(text) in self.record.written.get(name, [])

    def write_own(self, name: str, text: str) -> None:
        """Write a file that people may change; its content is recorded first, so that a run that
        is killed in between takes it for its own."""
        with self._lock:
            known = self.record.written.setdefault(name, [])
            if text_hash(text) not in known:
                known.append(text_hash(text))
                self.save()
            self.folder.write(name, text)

    def becomes(self, text: str) -> None:
        """The storyboard is ``text`` from now on."""
        self.text = text
        self.write_own(STORYBOARD, text)
        self.record.files.storyboard = STORYBOARD

    def kept(self, stage: StageRecord, made_from: str, name: str) -> str | None:
        """What a stage made of the same before, if that is still there."""
        text = self.folder.read(name)
        same = stage.input == made_from and text is not None and stage.output == text_hash(text)
        return text if same else None

    def keep(self, stage: StageRecord, made_from: str, name: str, text: str) -> None:
        """Keep what a stage made of ``made_from``."""
        self.folder.write(name, text)
        stage.input, stage.output = made_from, text_hash(text)


def plain(data: Any) -> Any:
    """Dataclasses, models and enumerations as what JSON can say; of what is unknown the words."""
    from dataclasses import fields, is_dataclass
    from enum import Enum

    from pydantic import BaseModel

    if data is None or isinstance(data, bool | int | float | str):
        return data.value if isinstance(data, Enum) else data
    if isinstance(data, BaseModel):
        return data.model_dump(mode="json")
    if is_dataclass(data) and not isinstance(data, type):
        return {f.name: plain(getattr(data, f.name)) for f in fields(data)}
    if isinstance(data, dict):
        return {str(name): plain(value) for name, value in data.items()}
    if isinstance(data, list | tuple | set | frozenset):
        return [plain(value) for value in data]
    return str(data)


def canonical(data: Any) -> str:
    """Data as JSON that is the same for the same content."""
    return json.dumps(plain(data), sort_keys=True, ensure_ascii=False)


