"""What finished runs say about the Planner: ``python -m tests.agents.figures RUN_DIR…``.

A folder that is no run is searched for runs. Rates are of scenes: how many parse, check without
errors, measure without layout findings, and are clean (not even a warning), at the first answer
and after one and two repairs; a scene counts from the first answer on that got so far, and not at
all before there was one. Characters are those of words in all exchanges, as kept in the runs. The
shares are of what Code2Video's way costs a strong model: 60,000 to 73,000 characters a lesson of
outline, storyboard and code.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from c2v_dsl.agents.run.folder import STORYBOARD, BadRun, RunFolder
from c2v_dsl.agents.run.record import RunRecord, SceneState, Status
from c2v_dsl.diagnostics.codes.layout import COVERED
from c2v_dsl.layout.check import check_layout
from c2v_dsl.pipeline import check
from c2v_dsl.semantics.walk import nodes
from c2v_dsl.syntax import tree

LEAST, MOST = 60_000, 73_000
"""Characters that a lesson is written with in Code2Video's way."""
REPAIRS = 2
STEPS = ("parsed", "checked", "measured", "clean")
KINDS = {"planner.outline": "outline", "planner.scene": "scenes", "planner.repair": "repairs",
         "coder": "hatches", "refine": "hatches", "critic": "critic", "judge": "critic"}
"""Where the characters of an agent count; of others as ``other``."""


@dataclass
class Lesson:
    """What one run says.

    Attributes:
        answered: scenes about which there was at least one answer.
        reached: by step, how many scenes were there at the first answer, after one repair, …
        untouched: scenes clean at the first answer without a single fix of ours.
        written: characters of answers by kind of question; ``sent`` those of questions.
        text_on_text: findings of this kind in the final storyboard; None where it was not measured.
        allowed: comments in the final storyboard that allow findings.
        hatches: in the final storyboard.
    """

    folder: str
    topic: str
    model: str
    status: str
    scenes: int = 0
    answered: int = 0
    missing: int = 0
    reached: dict[str, list[int]] = field(default_factory=dict)
    untouched: int = 0
    written: dict[str, int] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)
    questions: int = 0
    rendered: bool = False
    text_on_text: int | None = None
    layout_findings: int | None = None
    allowed: int = 0
    hatches: int = 0

    @property
    def characters(self) -> int:
        """Written by the model for this lesson."""
        return sum(self.written.values())


def lesson(folder: Path, measure: bool = True) -> Lesson:
    """The figures of one run.

    Raises:
        BadRun: there is none.
    """
    place = RunFolder(folder)
    record = place.load()
    found = Lesson(str(folder), record.wish.topic, record.model, record.status.value,
                   scenes=len(record.scenes),
                   missing=sum(s.state is SceneState.missing for s in record.scenes),
                   rendered=record.status is Status.complete and record.files.video is not None)
    _attempts(place, record, found)
    _exchanges(place, found)
    _storyboard(place, found, measure)
    return found


def _attempts(place: RunFolder, record: RunRecord, found: Lesson) -> None:
    found.reached = {step: [0] * (REPAIRS + 1) for step in STEPS}
    for scene in record.scenes:
        kept = place.read(f"{scene.folder}/attempts.json")
        attempts = json.loads(kept) if kept else [a.model_dump() for a in scene.attempts]
        for step in STEPS:
            for repairs in range(REPAIRS + 1):
                found.reached[step][repairs] += any(
                    _got(attempt, step) for attempt in attempts[: repairs + 1])
        if attempts:
            found.answered += 1
            found.untouched += _got(attempts[0], "clean") and not attempts[0].get("mended")


def _got(attempt: Mapping[str, Any], step: str) -> bool:
    if step == "clean":
        return bool(attempt.get("clean", attempt["measured"] and not attempt["findings_after"]))
    return bool(attempt[step])


def _exchanges(place: RunFolder, found: Lesson) -> None:
    for path in sorted((place / "exchanges").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        kind = KINDS.get(data["agent"], "other")
        found.questions += 1
        found.written[kind] = found.written.get(kind, 0) + len("\n".join(data.get("answer", ())))
        found.sent[kind] = found.sent.get(kind, 0) + sum(
            _length(place, part) for message in data["request"]["messages"]
            for part in message["parts"])


def _length(place: RunFolder, part: Any) -> int:
    if isinstance(part, list):
        return len("\n".join(part))
    if part["file"].endswith(".md"):
        return len(place.read(part["file"]) or "")
    return 0


def _storyboard(place: RunFolder, found: Lesson, measure: bool) -> None:
    text = place.read(STORYBOARD)
    if text is None:
        return
    result = check(text, str(place / STORYBOARD))
    found.allowed = text.count("# allow C2V")
    found.hatches = sum(
        isinstance(node, tree.HatchAct)
        or (isinstance(node, tree.ObjectDecl) and isinstance(node.call.func, tree.Name)
            and node.call.func.text == "python")
        for node in nodes(result.parsed.tree))
    if measure and result.timeline is not None:
        told = check_layout(result.timeline, result.sources).findings
        found.layout_findings = sum(f.level != "note" for f in told)
        found.text_on_text = sum(
            f.code == COVERED and f.message.endswith("text on text") for f in told)


def runs(folders: Iterable[Path]) -> list[Path]:
    """The runs among folders and below them, in order of their names."""
    found: list[Path] = []
    for folder in folders:
        if (folder / "run.json").is_file():
            found.append(folder)
        else:
            found += sorted(path.parent for path in folder.rglob("run.json"))
    return found


def total(lessons: Sequence[Lesson]) -> dict[str, Any]:
    """All lessons together: sums, rates of scenes in per cent, means of the lessons that have
    ended, or of all where none has."""
    ended = [one for one in lessons if one.status in (Status.complete, Status.incomplete)]
    answered = sum(one.answered for one in lessons)
    kinds = sorted({kind for one in lessons for kind in one.written})
    made = ended or lessons
    mean = statistics.fmean(one.characters for one in made)
    measured = [one for one in lessons if one.text_on_text is not None]
    return {
        "lessons": len(lessons),
        "ended": len(ended),
        "scenes": sum(one.scenes for one in lessons),
        "answered": answered,
        "rates": {step: [_rate(sum(one.reached[step][k] for one in lessons), answered)
                         for k in range(REPAIRS + 1)] for step in STEPS},
        "untouched": _rate(sum(one.untouched for one in lessons), answered),
        "missing": sum(one.missing for one in lessons),
        "rendered": sum(one.rendered for one in lessons),
        "written": round(mean),
        "written_by": {kind: round(statistics.fmean(one.written.get(kind, 0) for one in made))
                       for kind in kinds},
        "sent": round(statistics.fmean(sum(one.sent.values()) for one in made)),
        "share": [round(mean / LEAST, 3), round(mean / MOST, 3)],
        "measured": len(measured),
        "text_on_text": sum(one.text_on_text or 0 for one in measured),
        "lessons_with_text_on_text": sum(bool(one.text_on_text) for one in measured),
        "hatches": sum(one.hatches for one in lessons),
    }


def _rate(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def table(lessons: Sequence[Lesson]) -> str:
    """Everything as Markdown."""
    rows = [(one.topic, one.scenes, one.answered, *(one.reached[step][0] for step in STEPS),
             *(one.reached["clean"][k] for k in range(1, REPAIRS + 1)), one.missing,
             f"{one.characters:,}", f"{one.characters / LEAST:.0%}–{one.characters / MOST:.0%}",
             f"{sum(one.sent.values()):,}", one.hatches,
             "?" if one.text_on_text is None else one.text_on_text,
             "yes" if one.rendered else one.status) for one in lessons]
    head = ("topic", "scenes", "answered", "parse", "check", "measure", "clean",
            "after 1", "after 2", "missing", "written", "share", "sent", "hatches",
            "text on text", "rendered")
    all = total(lessons)
    rates = [(step, *(f"{rate} %" for rate in all["rates"][step])) for step in STEPS]
    written = ", ".join(f"{kind} {count:,}" for kind, count in all["written_by"].items())
    return "\n".join((
        _markdown(head, rows), "",
        _markdown(("scenes that", "at the first answer", "after one repair", "after two"), rates),
        "",
        f"{all['lessons']} lessons, {all['ended']} of them ended; {all['answered']} of "
        f"{all['scenes']} scenes answered; "
        f"{all['untouched']} % clean at the first answer with no fix at all; "
        f"{all['missing']} missing.",
        f"Written a lesson: {all['written']:,} characters ({written}), "
        f"{all['share'][1]:.0%} to {all['share'][0]:.0%} of {LEAST:,} to {MOST:,}; "
        f"sent {all['sent']:,}.",
        f"Rendered: {all['rendered']} of {all['lessons']}. Text on text: {all['text_on_text']} "
        f"findings in {all['lessons_with_text_on_text']} of {all['measured']} measured lessons. "
        f"Hatches: {all['hatches']}.",
    ))


def _markdown(head: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |"
              for row in rows]
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("folders", nargs="+", type=Path, metavar="RUN_DIR")
    parser.add_argument("--json", action="store_true", help="all of it for programs")
    parser.add_argument("--no-measure", action="store_true", help="leave the layout unmeasured")
    given = parser.parse_args(words)
    lessons = []
    for folder in runs(given.folders):
        try:
            lessons.append(lesson(folder, not given.no_measure))
        except BadRun as error:
            print(error, file=sys.stderr)
    if not lessons:
        print("there is no run in these folders", file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps({"lessons": [asdict(one) for one in lessons], "total": total(lessons)},
                         indent=1, ensure_ascii=False))
    else:
        print(table(lessons))
    return 0


if __name__ == "__main__":
    sys.exit(main())
