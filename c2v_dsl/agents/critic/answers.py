"""What the critic, the judge and the reviser answer, and how it becomes operations of a patch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args

from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ...patch.model import Operation

MOST = 3
"""So many problems of a scene count, the most severe."""

Severity = Literal["high", "medium", "low"]
Word = Literal[
    "place", "style", "text", "time", "show", "hide", "reorder", "rename", "delete", "insert",
    "replace_block",
]

_CLASSES: dict[str, type[BaseModel]] = {
    get_args(made.model_fields["op"].annotation)[0]: made
    for made in get_args(get_args(Operation)[0])
}
_ADAPTER: TypeAdapter[Operation] = TypeAdapter(Operation)
_NOTHING = ("", "none", "null")


class Change(BaseModel):
    """One operation: `op` says which; only its own fields are given."""

    op: Word
    id: str | None = None
    place: str | None = None
    set: str | None = None
    unset: list[str] | None = None
    text: str | None = None
    over: str | None = None
    ease: str | None = None
    stagger: str | None = None
    lasts: str | None = None
    target: str | None = None
    beat: str | None = None
    verb: str | None = None
    into: str | None = None
    at: Literal["start", "end"] | None = None
    before: str | None = None
    after: str | None = None
    to: str | None = None
    references: Literal["keep", "remove"] | None = None


class Problem(BaseModel):
    """Something that keeps a learner from understanding."""

    beat: str = Field(description="Name of the beat in which it is seen or heard.")
    ids: list[str] = Field(description="Ids of what it is about.")
    wrong: str = Field(description="What is wrong, in one sentence.")
    why: str = Field(description="Why a learner would mind, in one sentence.")
    severity: Severity
    patch: list[Change] = Field(description="Operations that mend it; empty where none can.")


class Problems(BaseModel):
    """What is wrong with a scene: nothing, or up to three things."""

    problems: list[Problem]

    @property
    def worst(self) -> list[Problem]:
        """Those that count, in the order of the answer."""
        ranks = get_args(Severity)
        chosen = sorted(self.problems, key=lambda p: ranks.index(p.severity))[:MOST]
        return [problem for problem in self.problems if problem in chosen]


class Preference(BaseModel):
    """Which of two versions teaches better."""

    better: Literal["first", "second", "neither"]
    why: str


class Wished(BaseModel):
    """How a wish is met."""

    can: bool = Field(description="Whether the storyboard can be changed so that it is met.")
    why: str = Field(description="What was changed, or why the wish cannot be met.")
    patch: list[Change]


class ChosenScenes(BaseModel):
    """Scenes that a wish is about."""

    scenes: list[str]


class NoOperation(Exception):
    """A change that is no operation of a patch, said in words."""


def operations(changes: Iterable[Change]) -> tuple[Operation, ...]:
    """The changes as operations.

    Raises:
        NoOperation: one of them is none.
    """
    return tuple(_operation(number, change) for number, change in enumerate(changes, 1))


def _operation(number: int, change: Change) -> Operation:
    fields = _CLASSES[change.op].model_fields
    given: dict[str, Any] = {name: value for name, value in change.model_dump().items()
                             if value is not None and name in fields}
    for name in fields.keys() & {"place", "over", "ease", "stagger", "lasts"}:
        if given.get(name) in _NOTHING:
            given[name] = None
    if change.op == "place":
        given.setdefault("place", None)
    try:
        return _ADAPTER.validate_python(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = first["loc"][-1] if first["loc"] else ""
        why = str(first["msg"]).removeprefix("Value error, ")
        raise NoOperation(f"change {number} ({change.op}): {where}: {why}") from error


def operations_text() -> str:
    """The operations as the prompts tell them: fields, meaning."""
    return "\n".join(line for word, made in _CLASSES.items() for line in _told(word, made))


def _told(word: str, made: type[BaseModel]) -> Iterator[str]:
    fields = [name for name in made.model_fields if name not in ("op", "exact")]
    doc = " ".join((made.__doc__ or "").split())
    yield f"- `{word}` ({', '.join(fields)}): {doc}"
    for name in fields:
        info: FieldInfo = made.model_fields[name]
        if info.description and name not in ("id", "beat", "before", "after"):
            yield f"  - {name}: {' '.join(info.description.split())}"
