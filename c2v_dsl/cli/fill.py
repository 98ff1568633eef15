"""``c2v fill``: code for hatches that have none, and better code for those that fail."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .faults import ERRORS, OK, Fault
from .files import STDIN, read_text, write_text
from .isolation import wanted_sandbox
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
    client_from,
)
from .report import tell
from .terminal import colored

if TYPE_CHECKING:
    from ..agents.hatches.attempt import Attempt
    from ..agents.hatches.code import Hatch

EXAMPLES = """
c2v fill lesson.c2v                        every hatch without code, or with code that fails
c2v fill lesson.c2v --hatch spiral         only this one
c2v fill lesson.c2v --dry-run              what would change
c2v fill lesson.c2v --tries 1,1,0,0        a line once, a block once, and no more
c2v check --hatches lesson.c2v             only what reading them tells, without a model

Code that a model wrote begins with `# by MODEL`: read it, then delete that line.

Exit status: 0 all hatches run, 1 some do not, 2 called wrongly or a fault of the machine.
"""


def fill(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The storyboard.")],
    hatch: Annotated[
        list[str] | None,
        typer.Option("--hatch", metavar="ID",
                     help="Only this hatch: spiral, area.spiral, area@draw#2; may be given "
                          "several times."),
    ] = None,
    tries: Annotated[
        str, typer.Option("--tries", metavar="N,N,N,N",
                          help="Attempts to mend a line, a block, a whole hatch, and to say it "
                               "without one.")
    ] = "2,2,1,1",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "--diff", help="Write nothing, show what would change.")
    ] = False,
    model: Model = None,
    record: Record = None,
    api_key_file: ApiKeyFile = None,
    max_tokens: MaxTokens = None,
    max_cost: MaxCost = None,
    max_minutes: MaxMinutes = None,
    sandbox: Sandbox = None,
) -> None:
    """Write code into hatches that have none, and mend those that fail."""
    if file == STDIN:
        raise Fault("fill changes a file; standard input is none")
    counts = _counts(tries)
    text, path = read_text(file)
    from ..pipeline import check

    checked = check(text, path)
    if not checked.ok:
        tell(checked.findings, checked.sources)
        raise typer.Exit(ERRORS)
    wanted = _wanted(text, path, hatch or [])
    if not wanted:
        print(f"{path}: there are no hatches")
        raise typer.Exit(OK)
    client = client_from(
        ModelOptions(model, record, api_key_file, max_tokens, max_cost, max_minutes))

    from ..agents.hatches.filling import fill as run

    print("looking at the hatches …", file=sys.stderr, flush=True)
    filled = run(text, path, client, tries=counts, sandbox=wanted_sandbox(sandbox),
                 hatches=[one.id for one in wanted], on_attempt=_told)
    print(difference(path, text, filled.text, "filled", color=colored(sys.stdout)), end="")
    for left in filled.left:
        print(f"{path}: hatch {left.hatch}: {left.why}", file=sys.stderr)
    if filled.stopped:
        print(f"c2v: stopped: {filled.stopped}", file=sys.stderr)
    if filled.text != text and not dry_run:
        _write(Path(file), text, filled.text)
    done = f"{len(filled.filled)} filled, {len(filled.mended)} mended, {len(filled.left)} left"
    print(f"{path}: {done}{' (nothing written)' if dry_run else ''}", file=sys.stderr)
    raise typer.Exit(OK if filled.ok else ERRORS)


def _counts(text: str) -> tuple[int, ...]:
    """The numbers of ``--tries``; those that are left out are 0."""
    parts = text.replace(" ", "").split(",")
    if len(parts) > 4 or not all(part.isdecimal() and int(part) < 100 for part in parts):
        raise Fault(f"--tries {text}: up to four numbers, as in 2,2,1,1: for a line, a block, a "
                    "whole hatch, and to say it without one")
    return (*map(int, parts), 0, 0, 0)[:4]


def _wanted(text: str, path: str, ids: list[str]) -> list[Hatch]:
    from ..agents.hatches.code import hatches_of
    from ..semantics.suggest import listing, nearest
    from ..syntax import parse

    found = hatches_of(parse(text, path))
    names = {name for hatch in found for name in hatch.names}
    for id in ids:
        if id not in names:
            near = nearest(id, names)
            there = listing((hatch.id for hatch in found), limit=8) or "none"
            raise Fault(f"--hatch {id}: there is no such hatch; "
                        + (f"did you mean {near}?" if near else f"there are {there}"))
    return [hatch for hatch in found if not ids or set(hatch.names) & set(ids)]


def _write(path: Path, old: str, new: str) -> None:
    if read_text(str(path))[0] == old:
        write_text(path, new)
        return
    beside = path.with_suffix(f".filled{path.suffix}")
    write_text(beside, new)
    raise Fault(f"{path} was changed meanwhile, so it was left alone; the result is {beside}")


def _told(attempt: Attempt) -> None:
    place = f" {attempt.place}" if attempt.place and attempt.level in ("line", "block") else ""
    level = "" if place else f" ({attempt.level})"
    detail = f": {attempt.detail}" if attempt.detail else ""
    print(f"{attempt.hatch}{place}{level}: {attempt.outcome}{detail}", file=sys.stderr, flush=True)
