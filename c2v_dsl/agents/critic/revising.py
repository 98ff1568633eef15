"""A person's wish for a storyboard, met by a patch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ...diagnostics import Finding
from ...layout.mend.mending import Mender
from ...layout.mend.state import State
from ...layout.scene import MeasuredScene
from ...patch import Patch, text_hash
from ...patch.model import Operation
from ...pipeline import CheckResult, check, patched
from ...render.confine import Sandbox
from ...semantics.themes import theme
from ...timeline.model import SceneSpec
from ..client import Client
from ..exchange import Content, Message, Picture, Request
from ..language import language_prompt
from ..prompts import prompt
from .addressed import addressed
from .answers import ChosenScenes, NoOperation, Wished, operations, operations_text
from .bench import CODE, Bench, Unseen, listed, undoing, writes_code
from .judging import sheet
from .looking import about, marked
from .moments import key_moments
from .record import Record

LARGE = 40_000
"""Characters from which on only the scenes that the wish concerns are shown whole."""

PICTURED = 8
"""So many scenes are shown in pictures too."""

_PICTURES = 6
"""So many pictures of a scene stand on its sheet."""


@dataclass(frozen=True)
class Revision:
    """What became of a wish.

    Attributes:
        text: the storyboard with the wish met, or as it was.
        ok: whether a patch could be made.
        why: what was changed, or why nothing was, in words.
        patch: what the model wrote, for the storyboard as it was.
        undo: the patch that gives back the old text, byte for byte.
        left: what is wrong now that was not before.
        attempts: how many answers it took.
    """

    text: str
    ok: bool
    why: str
    patch: Patch | None = None
    undo: Patch | None = None
    left: tuple[Finding, ...] = ()
    attempts: int = 0


@dataclass(frozen=True)
class _Tried:
    """What an answer came to: a new text, what it makes worse, and what is told of that."""

    text: str = ""
    patch: Patch | None = None
    worse: tuple[Finding, ...] = ()
    problem: str = ""

    @property
    def made(self) -> bool:
        return self.patch is not None


def revise(
    text: str, path: str, client: Client, wish: str, folder: Path | None = None, *,
    tries: int = 2, pictures: bool = True, on_progress: Callable[[str], None] | None = None,
    sandbox: Sandbox = "auto",
) -> Revision:
    """Change a storyboard as somebody wishes.

    Args:
        text: the storyboard.
        path: what it is called; other files are looked for beside it.
        folder: where the patch is kept; None keeps nothing.
        tries: how often the model may mend what it wrote.
        pictures: show the model what the scenes look like now.
        on_progress: told in words what is going on.
        sandbox: whether hatch code that is measured and drawn runs in walls.

    Raises:
        Unanswered: the model has no usable answer.
        OSError: a file or folder cannot be made.
    """
    revising = _Revising(path, client, wish, on_progress or (lambda _: None), sandbox)
    revision = revising.run(text, tries, pictures)
    Record(folder).revision(wish, revision.why, revision.patch, revision.undo)
    return revision


@dataclass
class _Revising:
    path: str
    client: Client
    wish: str
    tell: Callable[[str], None]
    sandbox: Sandbox
    mender: Mender = field(init=False)
    bench: Bench = field(init=False)

    def __post_init__(self) -> None:
        self.mender = Mender(sandbox=self.sandbox)
        self.bench = Bench(self.path, self.mender.measurer, self.sandbox)

    def run(self, text: str, tries: int, pictures: bool) -> Revision:
        result = check(text, self.path)
        broken = [f for f in result.parsed.findings if f.level == "error"]
        if broken:
            return Revision(text, False, "the storyboard cannot be read as it is: "
                            f"{broken[0].message}; mend that first (c2v check {self.path})")
        self.tell("measuring")
        state = self.bench.state(result) if result.timeline is not None else None
        request = self._request(result, state, pictures)
        tried, why = _Tried(), ""
        for number in range(1, tries + 2):
            self.tell("asking" if number == 1 else "asking again")
            answer, said = self.client.ask_for(request, Wished)
            if not answer.can or not answer.patch:
                return Revision(text, False, answer.why, attempts=number)
            self.tell("trying")
            why, now = answer.why, self._try(result, state, answer)
            if now.made or not tried.made:
                tried = now
            if now.made and not now.worse:
                break
            again = prompt("revise_again", findings=now.problem)
            request = Request(request.agent, (
                *request.messages, Message("model", (said.text,)), Message("user", (again,))))
        if not tried.made:
            return Revision(text, False, f"what the model wrote {tried.problem}", attempts=number)
        return Revision(tried.text, True, why, tried.patch, undoing(text, tried.text, self.path),
                        tried.worse, number)

    def _request(
        self, result: CheckResult, state: State | None, pictures: bool
    ) -> Request:
        parsed = result.parsed
        wanted = self._concerned(result) if len(parsed.source.text) > LARGE else ()
        words = prompt("revise_wish", wish=self.wish, about=_about(result),
                       text=addressed(parsed.tree, parsed.source, wanted))
        parts: list[Content] = [words]
        if pictures and state is not None:
            self.tell("drawing")
            parts += self._pictures(state, wanted)
        title = parsed.tree.storyboard.title.raw if parsed.tree.storyboard else ""
        system = prompt("revise", language=language_prompt(f"{title} {self.wish}"),
                        operations=operations_text())
        return Request("revise", (Message("system", (system,)), Message("user", tuple(parts))))

    def _concerned(self, result: CheckResult) -> tuple[str, ...]:
        """The scenes that the wish is about, as the model says."""
        scenes = _about(result)
        asked = prompt("revise_scenes", wish=self.wish, scenes=scenes)
        answer, _ = self.client.ask_for(
            Request("revise", (Message("user", (asked,)),)), ChosenScenes)
        return tuple(answer.scenes)

    def _pictures(self, state: State, wanted: Sequence[str]) -> list[Content]:
        """A sheet for each scene; none of those that cannot be drawn."""
        parts: list[Content] = []
        scenes = [s for s in state.timeline.scenes if (not wanted or s.id in wanted) and s.beats]
        for scene in scenes[:PICTURED]:
            try:
                parts += [f"\nScene `{scene.id}` now, with the grid and ids drawn on:\n",
                          self._sheet(state, scene)]
            except Unseen:
                continue
        return parts

    def _sheet(self, state: State, scene: SceneSpec) -> Picture:
        timeline = state.timeline
        keys = key_moments(scene, state.seen[scene.id], _PICTURES)
        drawn = self.bench.pictures(timeline, [(scene, key.frame) for key in keys], state.text)
        measured = MeasuredScene(scene, state.seen[scene.id], theme(timeline.theme))
        pictures = [marked(drawn[scene.id, key.frame][0], scene, timeline.theme, measured, key)
                    for key in keys]
        return Picture(sheet(pictures, [key.words.replace("`", "") for key in keys]),
                       name=f"{scene.id}.png", content=f"sheet {drawn[scene.id, keys[0].frame][1]}")

    def _try(self, result: CheckResult, state: State | None, answer: Wished) -> _Tried:
        """Make, check, measure and mend what an answer says."""
        text = result.parsed.source.text
        try:
            wanted: tuple[Operation, ...] = operations(answer.patch)
        except NoOperation as error:
            return _Tried(problem=f"cannot be made: {error}")
        patch = Patch(base=text_hash(text), why=self.wish, operations=wanted)
        made = patched(text, patch, self.path)
        if made.refusal is not None:
            refusal, where = made.refusal, ""
            if refusal.operation is not None:
                where = f"change {refusal.operation + 1}: "
            told = f" ({refusal.help})" if refusal.help else ""
            found = f": {listed(refusal.findings)}" if refusal.findings else ""
            return _Tried(problem=f"cannot be made: {where}{refusal.message}{told}{found}")
        if made.text == text:
            return _Tried(problem="changes nothing")
        if writes_code(text, made.text):
            return _Tried(problem=f"cannot be made: {CODE}")
        return self._measured(result, state, made.text, patch)

    def _measured(
        self, before: CheckResult, state: State | None, text: str, patch: Patch
    ) -> _Tried:
        after = check(text, self.path)
        known = Counter((f.code, f.message) for f in before.findings)
        new = tuple(f for f in after.findings if not known[f.code, f.message])
        if after.timeline is None or state is None:
            worse = new
        else:
            seen = self.bench.state(after)
            if seen is None:
                return _Tried(problem="cannot be run")
            if state.worse_layout(seen):
                seen = self.mender.mend(seen).state
                text, after = seen.text, seen.result
            worse = (*(f for f in after.findings if not known[f.code, f.message]),
                     *state.worse_layout(seen))
        return _Tried(text, patch, worse, f"can be made, but then: {listed(worse)}")


def _about(result: CheckResult) -> str:
    if result.timeline is not None:
        return about(result.timeline)
    board = result.parsed.tree.storyboard
    return f'"{board.title.raw}"' if board else ""

