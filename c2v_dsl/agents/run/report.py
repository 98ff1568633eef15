"""``report.md``: what a person opens first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .folder import OUTLINE, REPORT
from .record import RunRecord, SceneState, StageState, Status, Tokens

if TYPE_CHECKING:
    from .folder import RunFolder

_STATUS = {
    Status.running: "not finished",
    Status.stopped: "stopped",
    Status.incomplete: "**incomplete**",
    Status.complete: "complete",
}
_SCENE = {
    SceneState.waiting: "not written yet",
    SceneState.clean: "clean",
    SceneState.flawed: "flawed",
    SceneState.missing: "**missing, a placeholder stands for it**",
}


def write_report(folder: RunFolder, record: RunRecord) -> None:
    """Put the report into the folder."""
    folder.write(REPORT, report(folder, record))


def report(folder: RunFolder, record: RunRecord) -> str:
    """A run in one page of Markdown."""
    parts = [f"# {record.wish.topic or 'A lesson'}", _state(folder, record), _wish(record),
             _outline(folder, record), _repairs(record), _critic(record), _cost(record),
             _files(record)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _state(folder: RunFolder, record: RunRecord) -> str:
    lines = [f"The run is {_STATUS[record.status]}."]
    if record.reasons:
        lines += ["", *(f"- {reason}" for reason in record.reasons)]
    if record.status is not Status.complete:
        lines += ["", "What was answered is kept and not asked again; this goes on with it:", "",
                  f"    c2v generate --resume {folder.path}"]
    return "\n".join(lines)


def _wish(record: RunRecord) -> str:
    wish = record.wish
    rows = [("topic", wish.topic), ("audience", wish.audience),
            ("minutes", f"{wish.minutes:g}" if wish.minutes else ""), ("language", wish.language),
            ("theme", wish.theme), ("notes", wish.notes or ""), ("reference", wish.reference or ""),
            ("model", record.model), ("quality", record.options.quality)]
    return "## Asked for\n" + _table(("", ""), [row for row in rows if row[1]])


def _outline(folder: RunFolder, record: RunRecord) -> str:
    if not record.scenes:
        return ""
    try:
        plans = {plan["id"]: plan for plan in json.loads(folder.read(OUTLINE) or "{}")["scenes"]}
    except (ValueError, KeyError, TypeError):
        plans = {}
    lines = ["## Scenes"]
    if record.files.sheet:
        lines += ["", f"![The last picture of every beat]({record.files.sheet})"]
    for number, scene in enumerate(record.scenes, 1):
        tries = len(scene.attempts)
        told = f" after {tries} {'answer' if tries == 1 else 'answers'}" if tries else ""
        lines += ["", f"{number}. **{scene.title}** (`{scene.id}`): {_SCENE[scene.state]}{told}"]
        if scene.why:
            lines.append(f"   - why: {scene.why}")
        beats = plans.get(scene.id, {}).get("beats", [])
        lines += [f"   - {beat['line']}" for beat in beats
                  if isinstance(beat, dict) and beat.get("line")]
    return "\n".join(lines)


def _repairs(record: RunRecord) -> str:
    if not (record.levels or record.findings_before or record.findings_after):
        return ""
    lines = ["## Repairs"]
    if record.levels:
        lines += [_table(("level", "tried", "helped"),
                         [(name, level.tried, level.helped)
                          for name, level in record.levels.items()]), ""]
    codes = sorted({*record.findings_before, *record.findings_after})
    if codes:
        lines.append(_table(
            ("finding", "of all scenes together", "in the end"),
            [(code, record.findings_before.get(code, 0), record.findings_after.get(code, 0))
             for code in codes]))
    elif record.stages.get("layout"):
        lines.append("The whole storyboard checked and measured clean when it was put together.")
    return "\n".join(lines)


def _critic(record: RunRecord) -> str:
    critic, stage = record.critic, record.stages.get("critic")
    if stage is None or stage.state in (StageState.skipped, StageState.waiting):
        return ""
    lines = ["## Critic", f"Judged: {', '.join(critic.judged) or 'nothing'}. "
             f"{critic.kept} changes kept, {critic.dropped} dropped."]
    lines += [f"- not judged: {scene}, {why}" for scene, why in critic.not_judged.items()]
    return "\n".join(lines)


def _cost(record: RunRecord) -> str:
    rows = [(name, *_numbers(tokens)) for name, tokens in record.tokens_by_agent.items()]
    rows.append(("all", *_numbers(record.tokens)))
    seconds = record.seconds
    tokens = record.tokens
    uncounted = tokens.exchanges > tokens.faults and not tokens.total
    money = "unknown" if record.money is None or uncounted else f"${record.money:.4f}"
    head = ("agent", "questions", "without an answer", "recorded", "tokens asked", "answered",
            "thought")
    return "\n".join((
        "## Costs", _table(head, rows), "",
        *(("Whoever answered told no tokens; `exchanges/` has all that was said.", "")
          if uncounted else ()),
        f"Money: {money}. Waiting for the model {seconds.model:.1f} s, drawing "
        f"{seconds.render:.1f} s, the rest {seconds.ours:.1f} s.",
        *((f"Hatch code ran with isolation `{record.isolation}`.",) if record.isolation else ())))


def _numbers(tokens: Tokens) -> tuple[str, ...]:
    return tuple(f"{number:,}" for number in (
        tokens.exchanges, tokens.faults, tokens.recorded, tokens.prompt, tokens.answer,
        tokens.thinking))


def _files(record: RunRecord) -> str:
    files = record.files
    rows = [(files.video, "the video"), (files.storyboard, "the storyboard; change it as you like"),
            (files.outline, "the outline; what is changed in it is written anew"),
            *((name, "subtitles") for name in files.subtitles),
            (files.credits, "whose icons are in it"),
            ("scenes/", "what was written of each scene, with every attempt"),
            ("exchanges/", "every question and answer"),
            ("code/" if files.code else None, "Manim code, to be read"),
            ("segments/" if files.video else None, "each beat as a clip"),
            ("frames/" if files.sheet else None, "the last picture of each beat"),
            ("run.json", "all of this for programs")]
    return "## Files\n" + _table(("", ""), [(f"`{name}`", what) for name, what in rows if name])


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = list(head)
    lines = ["", "| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |"
              for row in rows]
    return "\n".join(lines)
