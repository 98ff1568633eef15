"""What the critic, the judge and the reviser answer, and how it becomes operations of a patch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args

from pydantic import BaseModel, Field, TypeAdapter, ValidationError, model_validator
from pydantic.fields import FieldInfo

from ...patch.model import Operation

MOST = 3
"""So many problems of a scene count, the most severe."""

NONE = "none"
"""What takes a place or a time away."""

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


class Change(BaseModel):
    """One operation: `op` says which; only its own fields are given."""

    op: Word
    id: str = ""
    place: str = ""
    set: str = ""
    unset: list[str] = []
    text: str = ""
    over: str = ""
    ease: str = ""
    stagger: str = ""
    lasts: str = ""
    target: str = ""
    beat: str = ""
    verb: str = ""
    into: str = ""
    at: str = ""
    before: str = ""
    after: str = ""
    to: str = ""
    references: str = ""

    @model_validator(mode="before")
    @classmethod
    def _given(cls, data: Any) -> Any:
        """What is null is not given."""
        if isinstance(data, dict):
            return {name: value for name, value in data.items() if value is not None}
        return data

    @property
    def given(self) -> dict[str, Any]:
        """What is said, ``op`` too."""
        return {name: value for name, value in self.model_dump().items() if value}


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
    given = {name: value for name, value in change.given.items() if name in fields}
    for name in given.keys() & {"place", "over", "ease", "stagger", "lasts"}:
        if given[name] == NONE:
            given[name] = None
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
    yield f"- `{word}` ({', '.join(fields)}): {_plain(made.__doc__ or '')}"
    for name in fields:
        info: FieldInfo = made.model_fields[name]
        words = get_args(info.annotation)
        if name == "verb":
            yield f"  - verb: {', '.join(words)}"
        elif info.description and name not in ("id", "beat", "before", "after"):
            yield f"  - {name}: {_plain(info.description)}"


def _plain(doc: str) -> str:
    """Words of the patch's schema, in one line, as they hold for a `Change`."""
    return " ".join(doc.split()).replace("null", f"`{NONE}`")
