"""``c2v critique``: a model looks at a storyboard and proposes patches, of which some are kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .faults import ERRORS, OK, Fault
from .files import STDIN, read_text, write_text
from .mending import difference
from .model_options import (
    ApiKeyFile,
    MaxCost,
    MaxMinutes,
    MaxTokens,
    Model,
    ModelOptions,
    Record,
    Sandbox,
    SandboxWord,
    client_from,
)
from .report import tell
from .selection import complete_scene, known_scene
from .targets import folder_for
from .terminal import colored

if TYPE_CHECKING:
    from ..agents.critic import Critique, Reviewed, SceneReview

EXAMPLES = """
c2v critique lesson.c2v                       lesson.c2v made better
c2v critique lesson.c2v --dry-run             what would change
c2v critique lesson.c2v --scene area --rounds 2
c2v critique lesson.c2v --model manual:box    somebody else looks, by files in a folder
c2v patch lesson.c2v lesson_critique/undo.json    takes all of it back

What was looked at, every patch and every verdict is kept in a folder. A patch is kept only if the
storyboard checks and measures no worse, and somebody who does not know which is which finds it
better.

Exit status: 0 every scene was judged, 1 one was not or the storyboard has errors, 2 called wrongly
or a fault of the machine.
"""


def critique(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The storyboard.")],
    scene: Annotated[
        list[str] | None,
        typer.Option("--scene", metavar="NAME", autocompletion=complete_scene,
                     help="Only this scene; may be given several times."),
    ] = None,
    rounds: Annotated[
        int, typer.Option("--rounds", min=1, metavar="N",
                          help="Look so often; again only where something changed."),
    ] = 1,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Change nothing, show what would change.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="DIR", help="The report's folder; beside FILE if not "
                                                        "said."),
    ] = None,
    model: Model = None,
    record: Record = None,
    api_key_file: ApiKeyFile = None,
    max_tokens: MaxTokens = None,
    max_cost: MaxCost = None,
    max_minutes: MaxMinutes = None,
    sandbox: Sandbox = None,
) -> None:
    """Let a model look at a storyboard's pictures, and keep what makes it better."""
    from ..pipeline import check

    if file == STDIN:
        raise Fault("critique changes a file; standard input is none")
    text, path = read_text(file)
    result = check(text, path)
    if result.timeline is None:
        tell(result.findings, result.sources)
        raise typer.Exit(ERRORS)
    scenes = known_scene(result.timeline, scene or ()) or None
    folder = fresh_folder(file, out, "_critique")
    client = client_from(
        ModelOptions(model, record, api_key_file, max_tokens, max_cost, max_minutes))

    from ..agents.critic import criticise
    from ..agents.critic.record import critique_data

    found = criticise(text, path, client, folder, scenes=scenes, rounds=rounds,
                      on_progress=_progress, sandbox=(sandbox or SandboxWord.auto).value)
    if as_json:
        data = {**critique_data(found), "folder": str(folder), "written": _writes(found, dry_run)}
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_report(found)))
        print(difference(path, text, found.text, "criticised", color=colored(sys.stdout)), end="")
    if _writes(found, dry_run):
        write_if_unchanged(file, text, found.text, folder)
    if not as_json:
        print("\n".join(_end(found, file, folder, dry_run)))
    raise typer.Exit(OK if found.judged else ERRORS)


def fresh_folder(file: str, out: str | None, ending: str) -> Path:
    """The folder of a report: ``out``, or one beside ``file`` that nothing stands in yet.

    Raises:
        Fault: there is a report in ``out`` already, or a file stands there.
    """
    folder = folder_for(file, out, ending)
    if not _used(folder):
        return folder
    if out is not None:
        raise Fault(f"{out} is not empty; name a new folder, so that no report is lost")
    number = 2
    while _used(folder.with_name(f"{folder.name}_{number}")):
        number += 1
    return folder.with_name(f"{folder.name}_{number}")


def _used(folder: Path) -> bool:
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))


def write_if_unchanged(file: str, old: str, new: str, folder: Path) -> None:
    """Put ``new`` into ``file``, unless somebody has changed it meanwhile.

    Raises:
        Fault: it is changed, or it cannot be written.
    """
    if read_text(file)[0] != old:
        kept = folder / Path(file).name
        write_text(kept, new)
        raise Fault(f"{file} was changed meanwhile, so it was left alone; the result is {kept}")
    write_text(Path(file), new)


def _progress(scene: str, what: str) -> None:
    if sys.stderr.isatty() or what in ("judged", "not judged", "drawing"):
        print(f"{scene}: {what}" if scene else what, file=sys.stderr, flush=True)


def _writes(found: Critique, dry_run: bool) -> bool:
    return found.undo is not None and not dry_run


def _report(found: Critique) -> Iterator[str]:
    if found.mended:
        yield "mended by measuring:"
        yield from (f"  {one.finding}: {one.title}" for one in found.mended)
    for scene in found.scenes:
        yield from _scene(scene)


def _scene(scene: SceneReview) -> Iterator[str]:
    count = len(scene.problems)
    what = f"{count} {'problem' if count == 1 else 'problems'}" if count else "nothing to mend"
    if scene.judged:
        yield f"{scene.scene}: {what}"
    else:
        yield f"{scene.scene}: not judged ({scene.why})" + (f", {what}" if count else "")
    for number, reviewed in enumerate(scene.problems, 1):
        yield from _problem(number, reviewed)


def _problem(number: int, reviewed: Reviewed) -> Iterator[str]:
    problem = reviewed.problem
    yield f"  {number}. {problem.wrong} ({problem.severity}, in `{problem.beat}`)"
    yield f"     {problem.why}"
    if reviewed.fate == "kept" and reviewed.judged is not None:
        yield f"     mended: {reviewed.judged.why}"
    elif reviewed.fate == "not judged":
        yield f"     the change was not judged, so it is not made: {reviewed.reason}"
    elif reviewed.fate == "no patch":
        yield "     left: no change was proposed"
    elif reviewed.fate == "refused":
        yield f"     left, the change cannot be made: {reviewed.reason}"
    else:
        yield f"     left, the change does not help: {reviewed.reason}"


def _end(found: Critique, file: str, folder: Path, dry_run: bool) -> Iterator[str]:
    yield found.summary
    yield f"findings: {len(found.before)} before, {len(found.after)} after"
    if found.undo is None:
        yield f"nothing changed; what was looked at: {folder}"
    elif dry_run:
        yield f"nothing written; what would be: {folder}"
    else:
        yield f"c2v patch {file} {folder / 'undo.json'} takes it back"
