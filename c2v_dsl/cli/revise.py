"""``c2v revise``: change a storyboard as somebody wishes."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from .critique import fresh_folder, write_if_unchanged
from .faults import ERRORS, OK, Fault
from .files import STDIN, read_text
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
from .terminal import colored

EXAMPLES = """
c2v revise lesson.c2v "make the second scene slower and use a bakery"
c2v revise lesson.c2v "a dark background" --dry-run     what would change
c2v revise lesson.c2v "shorter lines" --yes             without being asked
c2v patch lesson.c2v lesson_revision/undo.json          takes it back

Exit status: 0 changed (with --dry-run: can be), 1 the wish was not met or you said no, 2 called
wrongly or a fault of the machine.
"""


def revise(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The storyboard.")],
    wish: Annotated[str, typer.Argument(metavar="WISH", help="What should change, in words.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Change nothing, show what would change.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Write it without asking.")
    ] = False,
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="DIR",
                     help="The folder of patch and undo; beside FILE if not said."),
    ] = None,
    model: Model = None,
    record: Record = None,
    api_key_file: ApiKeyFile = None,
    max_tokens: MaxTokens = None,
    max_cost: MaxCost = None,
    max_minutes: MaxMinutes = None,
    sandbox: Sandbox = None,
) -> None:
    """Change a storyboard as somebody wishes, in words; show it, and ask before it is written."""
    if file == STDIN:
        raise Fault("revise changes a file; standard input is none")
    if not wish.strip():
        raise Fault("say what should change: c2v revise lesson.c2v \"slower, please\"")
    text, path = read_text(file)
    if not (dry_run or yes or sys.stdin.isatty()):
        raise Fault("nobody can be asked here; add --yes to write it, or --dry-run to look at it")
    folder = fresh_folder(file, out, "_revision")
    client = client_from(
        ModelOptions(model, record, api_key_file, max_tokens, max_cost, max_minutes))

    from ..agents.critic import revise as run
    from ..agents.exchange import Unanswered
    from ..diagnostics import Source

    try:
        made = run(text, path, client, " ".join(wish.split()), folder, on_progress=_progress,
                   sandbox=(sandbox or SandboxWord.auto).value)
    except Unanswered as error:
        raise Fault(f"there is no answer: {error}") from error
    if not made.ok:
        print(f"not changed: {made.why}")
        raise typer.Exit(ERRORS)
    print(difference(path, text, made.text, "revised", color=colored(sys.stdout)), end="")
    print(made.why)
    if made.left:
        print("what would be wrong then, and is not now:", file=sys.stderr)
        tell(made.left, {path: Source(path, made.text)})
    if dry_run:
        print(f"nothing written; the patch is {folder / 'patch.json'}")
        raise typer.Exit(OK)
    worse = any(finding.level == "error" for finding in made.left)
    if yes and worse:
        print("not changed: there would be errors that are not there now")
        raise typer.Exit(ERRORS)
    if not yes and not typer.confirm(f"write {file}?", default=not worse):
        print(f"not changed; the patch is {folder / 'patch.json'}")
        raise typer.Exit(ERRORS)
    write_if_unchanged(file, text, made.text, folder)
    print(f"c2v patch {file} {folder / 'undo.json'} takes it back")


def _progress(what: str) -> None:
    print(f"{what} …", file=sys.stderr, flush=True)
