"""The JSON form of a patch: what tools, fixes and critics may say about a storyboard.

Everything is addressed by the ids of `index`; texts are pieces of the language. The schema that
`patch_schema` publishes is made from these models.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

VERSION = 1

Id = Annotated[str, Field(min_length=1, max_length=200, description=(
    "`area` a scene (template, component, action) · `area.m` an object, let or param of it · "
    "`area@answer` a beat · `area@answer#2` its third statement, `area@answer#2.0` the first in "
    "that block · `area.objects` its block of objects · `storyboard` · `file.A` a let of the file "
    "· `file` everything"))]
Code = Annotated[str, Field(max_length=100_000)]


class _Operation(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(_Operation):
    """Put an object somewhere else."""

    op: Literal["place"]
    id: Id
    place: Code | None = Field(
        description="as behind a kind: `at B2`, `in B2:E5`, `below m gap 0.4`; null: none")


class Style(_Operation):
    """Change an object's look."""

    op: Literal["style"]
    id: Id
    set: Code = Field(default="", description="style words with their values: `color gold size 32`")
    unset: tuple[str, ...] = Field(default=(), description="style words to take away")


class Text(_Operation):
    """Say something else: an object's words, a scene's or the storyboard's title, a beat's lecture
    line, what a `say` says or a `rewrite` writes."""

    op: Literal["text"]
    id: Id
    text: Code = Field(description="without the quotes around it")


class Time(_Operation):
    """Change how long something takes. What is not given stays; null takes it away."""

    op: Literal["time"]
    id: Id
    over: Code | None = Field(default=None, description="of an action or a wait: `2s`")
    ease: Code | None = Field(default=None, description="of an action: `linear`")
    stagger: Code | None = Field(default=None, description="of an action: `0.1s`")
    lasts: Code | None = Field(default=None, description="of a beat: `6s`")

    @model_validator(mode="after")
    def _something(self) -> Time:
        if not self.model_fields_set & {"over", "ease", "stagger", "lasts"}:
            raise ValueError("none of over, ease, stagger and lasts is given")
        return self


class _Where(_Operation):
    at: Literal["start", "end"] | None = Field(
        default=None, description="the end, if nothing is said")
    before: Id | None = None
    after: Id | None = None

    @model_validator(mode="after")
    def _once(self) -> _Where:
        if sum(value is not None for value in (self.at, self.before, self.after)) > 1:
            raise ValueError("of at, before and after only one may be given")
        return self


class Show(_Where):
    """Let something enter in a beat."""

    op: Literal["show"]
    target: Code = Field(description="as in a beat: `m`, `tile[0..2]`, `ans[\"3\"]`")
    beat: Id
    verb: Literal["show", "draw", "write", "grow", "pop", "add"] = "show"


class Hide(_Where):
    """Let something leave in a beat."""

    op: Literal["hide"]
    target: Code = Field(description="as in a beat: `m`, `tile[0..2]`, `ans[\"3\"]`")
    beat: Id
    verb: Literal["hide", "erase", "shrink", "remove"] = "hide"


class Reorder(_Operation):
    """Move a scene, beat, object or action before or behind another one; comments go with it."""

    op: Literal["reorder"]
    id: Id
    before: Id | None = None
    after: Id | None = None

    @model_validator(mode="after")
    def _once(self) -> Reorder:
        if (self.before is None) == (self.after is None):
            raise ValueError("exactly one of before and after must be given")
        return self


class Rename(_Operation):
    """Give something another name, wherever it is spoken of."""

    op: Literal["rename"]
    id: Id
    to: str = Field(max_length=100)


class Delete(_Operation):
    """Take something away, with the comments on it."""

    op: Literal["delete"]
    id: Id
    references: Literal["keep", "remove"] = Field(
        default="keep",
        description="what becomes of what names it: left (and reported), or taken out of the "
                    "targets of actions and, where none is left, the action too")


class Insert(_Where):
    """Add statements, scenes or objects."""

    op: Literal["insert"]
    into: Id | None = Field(default=None, description="a beat, a block of objects, a scene, "
                                                      "`file` …; not needed beside before or after")
    text: Code

    @model_validator(mode="after")
    def _somewhere(self) -> Insert:
        if self.into is None and self.before is None and self.after is None:
            raise ValueError("none of into, before and after is given")
        return self


class ReplaceBlock(_Operation):
    """Write something anew, from its first word to its last."""

    op: Literal["replace_block"]
    id: Id
    text: Code
    exact: bool = Field(default=False, description="take the text as it is, without laying it out")


Operation = Annotated[
    Place | Style | Text | Time | Show | Hide | Reorder | Rename | Delete | Insert | ReplaceBlock,
    Field(discriminator="op"),
]


class Patch(BaseModel):
    """Operations that are all made, or none; every id means the storyboard as ``base`` has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    c2v_patch: Literal[1] = 1
    base: str = Field(
        pattern="^sha256:[0-9a-f]{64}$", description="hash of the file that the patch was made for")
    why: str = Field(default="", description="what it is for, in words")
    operations: tuple[Operation, ...] = Field(max_length=1000)


def patch_schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of patches."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", **Patch.model_json_schema()
    }
