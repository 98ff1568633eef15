"""ScopeRefine: a failing hatch is mended in the smallest scope that helps.

Line, block, hatch, scene, each with its own number of tries. An answer counts if it can be put
into its place, reads well, runs, has taken the fault away and brought none that comes earlier.
The method is Code2Video's (Chen, Lin, Shou: Code2Video, 2025, section 3.3), with places found by
syntax and data flow instead of by line numbers alone.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import libcst as cst
from libcst.metadata import MetadataWrapper, ScopeProvider

from ...patch import Patch, text_hash
from ...patch.model import ReplaceBlock
from ...pipeline import patched
from ..client import Client, unfenced
from ..exchange import Answer, Message, Request, Spent, Unanswered
from ..prompts import prompt
from . import surroundings
from .answers import Unfit, put_back
from .attempt import TRIES, Attempt, LevelName, OnAttempt, Outcome
from .bench import Bench, Look, find, scene_with
from .code import Hatch
from .scopes import Fault, Piece, Scopes
from .types import Types
from .walk import assigned, nodes

MOST_FAULTS = 8
"""Faults of one hatch, one after another, that are mended before it is given up."""

FORMS = {"object": "draws an object", "action": "plays an action"}


@dataclass
class Mender:
    """Mends hatches.

    Args:
        tries: attempts at each level.
        on_attempt: told of each.
    """

    bench: Bench
    client: Client
    tries: Sequence[int] = TRIES
    on_attempt: OnAttempt | None = None
    attempts: list[Attempt] = field(default_factory=list)

    def mend(self, text: str, id: str, look: Look | None = None) -> tuple[str, bool]:
        """``text`` with a hatch mended as far as it can be, and whether it is.

        Raises:
            Spent: the budget is used up.
        """
        look = look or self.bench.look(text, id)
        if look.fault is None or look.hatch is None:
            return text, not look.refused
        mended = text
        text = self.signed(text, look.hatch)
        if text != mended:
            look = self.bench.look(text, id)
        for _ in range(MOST_FAULTS):
            if look.fault is None or look.refused:
                break
            step = self._step(text, look)
            if step is None:
                return mended, False
            text, look = step
            mended = text
        return mended, look.fault is None and not look.refused

    def signed(self, text: str, hatch: Hatch, model: str = "") -> str:
        """``text`` with the model's name in the first line of a hatch's code, from where it is
        known that nobody has vouched for it."""
        if hatch.code is None or hatch.by:
            return text
        name = model or self.client.provider.model or self.client.provider.name
        return self.bench.with_code(text, hatch, f"# by {name}\n{hatch.code.text}")

    def _step(self, text: str, look: Look) -> tuple[str, Look] | None:
        """A text without the first fault, and how the hatch is in it."""
        assert look.hatch is not None
        assert look.fault is not None
        before = len(self.attempts)
        for question in self._questions(text, look):
            found = self._try(question, text, look, self.attempts[before:])
            if found is not None:
                return found
        return None

    def _questions(self, text: str, look: Look) -> Iterator[_Question]:
        hatch, fault = look.hatch, look.fault
        assert hatch is not None and hatch.code is not None and fault is not None
        scopes = Scopes(hatch.code.text, fault)
        lines, blocks, wholes, scenes = (*self.tries, 0, 0, 0, 0)[:4]
        for number in range(lines if fault.line is not None or scopes.suspects else 0):
            if shown := scopes.shown(number):
                yield _Question("line", tuple(shown))
        block = scopes.block() if scopes.suspects else None
        for _ in range(blocks):
            if block is not None and block.text != hatch.code.text.rstrip("\n"):
                yield _Question("block", (block,))
        for _ in range(wholes):
            yield _Question("hatch", (scopes.whole(),))
        for _ in range(scenes):
            yield _Question("scene", ())

    def _try(
        self, question: _Question, text: str, look: Look, earlier: Sequence[Attempt]
    ) -> tuple[str, Look] | None:
        began = time.perf_counter()
        hatch, fault = look.hatch, look.fault
        assert hatch is not None and fault is not None
        request = self.request(question, text, look, earlier)
        answer: Answer | None = None
        found: tuple[str, Look] | None = None
        outcome: Outcome = "unanswered"
        try:
            answer = self.client.ask(request)
            new = self._put(question, text, look, answer)
            after = self.bench.look(new, hatch.id)
            outcome, detail = judged(question, look, after)
            if outcome == "mended":
                found = new, after
        except Spent:
            raise
        except Unanswered as error:
            detail = str(error)
        except Unfit as error:
            outcome, detail = "unfit", str(error)
        self.note(Attempt(
            hatch.id, question.level, question.place, fault.message,
            sum(len(piece.text) for piece in question.pieces), request.characters,
            len(answer.text) if answer else 0, outcome, detail, time.perf_counter() - began))
        return found

    def redrawn(self, text: str, look: Look) -> str | None:
        """``text`` with a hatch's whole code written anew because of what ``look`` tells; None
        if that came to nothing. Whether it is better is not judged here."""
        hatch = look.hatch
        assert hatch is not None and hatch.code is not None and look.fault is not None
        question = _Question("hatch", (Scopes(hatch.code.text, look.fault).whole(),))
        began = time.perf_counter()
        request = self.request(question, text, look)
        try:
            answer = self.client.ask(request)
        except Spent:
            raise
        except Unanswered as error:
            self.note(Attempt(hatch.id, "hatch", question.place, look.fault.message, 0,
                              request.characters, 0, "unanswered", str(error)))
            return None
        self.note(Attempt(
            hatch.id, "hatch", question.place, look.fault.message, len(hatch.code.text),
            request.characters, len(answer.text), "written", "", time.perf_counter() - began))
        return self._put(question, text, look, answer)

    def note(self, attempt: Attempt) -> None:
        """Put an attempt on record."""
        self.attempts.append(attempt)
        if self.on_attempt is not None:
            self.on_attempt(attempt)

    def _put(self, question: _Question, text: str, look: Look, answer: Answer) -> str:
        """``text`` with the answer in its place.

        Raises:
            Unfit: it cannot be put there.
        """
        hatch = look.hatch
        assert hatch is not None and hatch.code is not None
        if question.level == "scene":
            return self._without(text, hatch, answer)
        if question.level == "hatch":
            code = unfenced(answer.text)
            signed = code if code.startswith("# by ") else f"# by {answer.model}\n{code}"
            return self.bench.with_code(text, hatch, signed)
        code = put_back(hatch.code.text, question.pieces, answer.text)
        return self.bench.with_code(text, hatch, code)

    def _without(self, text: str, hatch: Hatch, answer: Answer) -> str:
        """``text`` with its scene written anew."""
        patch = Patch(base=text_hash(text), why=f"say it without the hatch {hatch.id}",
                      operations=(ReplaceBlock(op="replace_block", id=hatch.scene,
                                               text=unfenced(answer.text)),))
        result = patched(text, patch, self.bench.path, self.bench.loader)
        if result.refusal is not None:
            told = "; ".join(f.message for f in result.refusal.findings[:3])
            raise Unfit(f"{result.refusal.message}{': ' if told else ''}{told}")
        return result.text

    # questions

    def request(
        self, question: _Question, text: str, look: Look, earlier: Sequence[Attempt] = ()
    ) -> Request:
        """What the model is asked."""
        hatch, fault = look.hatch, look.fault
        assert hatch is not None and hatch.code is not None and fault is not None
        timeline = look.result.timeline
        scene = scene_with(timeline, hatch) if timeline else None
        said: dict[str, str] = {"intent": hatch.intent}
        if question.level == "scene":
            from ..language import language_prompt

            said |= {"language": language_prompt(hatch.intent), "hatch": hatch.names[1],
                     "scene": scene_text(text, hatch, look)}
            return self._asked("refine_without", hatch, said)
        said |= {"manim": self.bench.api.version, "form": FORMS[hatch.kind],
                 "attempts": _earlier(earlier, question.level),
                 "error": _error(fault, question.level, look)}
        if question.level == "hatch":
            said |= {"code": hatch.code.text.rstrip("\n"),
                     "api": surroundings.suiting(hatch.intent, hatch.kind, self.bench.api),
                     "contract": "", "neighbours": "- nothing that is known"}
            if timeline is not None:
                said["contract"] = surroundings.contract(hatch, timeline, scene)
                said["neighbours"] = surroundings.neighbours(timeline, scene, look.seen, hatch)
            return self._asked("refine_hatch", hatch, said)
        said["uses"] = self._uses(question.pieces, hatch.code.text)
        if question.level == "block":
            (piece,) = question.pieces
            return self._asked("refine_block", hatch,
                               {**said, "block": piece.text, "place": piece.lines})
        return self._asked("refine_line", hatch, {
            **said, "statements": _numbered(question.pieces), "which": _which(question.pieces)})

    def _asked(self, name: str, hatch: Hatch, said: dict[str, str]) -> Request:
        words = prompt(name, **said)
        while "\n\n\n" in words:
            words = words.replace("\n\n\n", "\n\n")
        return Request("refine", (Message("user", (words,)),), scene=hatch.scene)

    def _uses(self, pieces: Sequence[Piece], code: str) -> str:
        """Types of the names in some pieces of code, and signatures of what they call."""
        shown = "\n".join(piece.text for piece in pieces)
        lines: list[str] = []
        if told := _types(shown, code, self.bench):
            lines.append(f"Types: {told}.")
        if called := surroundings.used(shown, self.bench.api, code):
            lines.append(called)
        return "\n".join(lines)


@dataclass(frozen=True)
class _Question:
    """A level, and the lines that may be written anew there."""

    level: LevelName
    pieces: tuple[Piece, ...]

    @property
    def place(self) -> str:
        return ", ".join(piece.lines for piece in self.pieces)


def judged(question: _Question, before: Look, after: Look) -> tuple[Outcome, str]:
    """Whether an answer counts, and if not, why."""
    assert before.fault is not None
    if after.refused:
        return "worse", after.refused
    if new := [m for m in after.strange if m not in before.strange]:
        return "worse", new[0]
    if question.level == "scene" and after.hatch is None:
        return "mended", ""
    if question.level == "scene":
        return "still", "the hatch is still there"
    if after.hatch is None or after.result.timeline is None:
        return "worse", "the storyboard does not check clean with it"
    known = Counter((p.code, p.message) for p in before.problems)
    left = Counter((p.code, p.message) for p in after.problems)
    if added := left - known:
        return "worse", next(iter(added))[1]
    if before.problems:
        first = before.problems[0]
        if left[first.code, first.message] >= known[first.code, first.message]:
            return "still", first.message
    fault = after.faults[0] if after.faults else None
    if fault is None:
        return "mended", ""
    if not before.problems and fault.message == before.fault.message and (
            question.level == "hatch" or fault.line == before.fault.line):
        return "still", fault.message
    if question.level == "hatch" or fault.line is None:
        return "worse", fault.message
    assert before.hatch is not None and before.hatch.code is not None
    assert after.hatch.code is not None
    grown = len(after.hatch.code.lines) - len(before.hatch.code.lines)
    end = max(piece.last for piece in question.pieces) + grown
    if fault.line <= max(end, (before.fault.line or 0) + grown):
        return "worse", fault.message
    return "mended", ""


def _error(fault: Fault, level: LevelName, look: Look) -> str:
    """What is said of a fault: the sentence, where, what would be right."""
    where = f" (line {fault.line})" if fault.line else ""
    lines = [f"{fault.message}{where}"]
    if fault.failing and fault.failing not in fault.message:
        lines[0] += f" at `{fault.failing}`"
    if fault.help:
        lines.append(fault.help[0].upper() + fault.help[1:] + ".")
    if level in ("block", "hatch"):
        others = [f"{other.message} (line {other.line})" for other in look.told
                  if other is not fault][:4]
        lines += [f"Also: {other}" for other in others]
    return "\n".join(lines)


def _numbered(pieces: Sequence[Piece]) -> str:
    if len(pieces) == 1:
        return pieces[0].text
    return "\n".join(f"# line {piece.first}\n{piece.text}" for piece in
                     sorted(pieces, key=lambda piece: piece.first))


def _which(pieces: Sequence[Piece]) -> str:
    if len(pieces) == 1:
        return "this head (its block stays)" if pieces[0].head else "this one"
    heads = ", of a head only the head" if any(piece.head for piece in pieces) else ""
    return f"the one that is wrong{heads}, below its `# line N`"


def _earlier(attempts: Sequence[Attempt], level: LevelName) -> str:
    told = dict.fromkeys(attempt.detail for attempt in attempts
                         if attempt.detail and attempt.outcome in ("worse", "unfit", "still"))
    if not told:
        return ""
    return "Tried before, in vain: " + "; ".join(list(told)[-3:]) + "."


def _types(shown: str, code: str, bench: Bench) -> str:
    """Types of the names in a piece of code."""
    try:
        wrapper = MetadataWrapper(cst.parse_module(code), unsafe_skip_copy=True)
    except (cst.ParserSyntaxError, ValueError, RecursionError):
        return ""
    types = Types(bench.api, wrapper.resolve(ScopeProvider))
    assigned(wrapper, types)
    found: dict[str, str] = {}
    for node in nodes(wrapper.module):
        if isinstance(node, cst.Name) and node.value not in found and node.value in shown:
            kind = types.of(node)
            if kind is not None and kind.sort in ("instance", "value") and (
                    node.value not in bench.api.names) and node.value not in (
                    "self", "duration"):
                found[node.value] = str(kind)
    told = [f"`{name}` {kind}" for name, kind in found.items()
            if f"{name} =" not in shown][:6]
    return ", ".join(told)


def scene_text(text: str, hatch: Hatch, look: Look) -> str:
    from ...patch.index import Index

    entry = Index(look.result.parsed.tree, text).top(hatch.scene)
    return text if entry is None else text[entry.span.start : entry.span.end]


__all__ = ["FORMS", "Mender", "find", "judged"]
