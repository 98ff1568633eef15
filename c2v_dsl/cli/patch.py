"""``c2v patch``: change a storyboard by a patch."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from .faults import ERRORS, FAULT, OK, Fault
from .files import STDIN, read_text, write_text
from .mending import difference
from .report import tell
from .terminal import colored

if TYPE_CHECKING:
    from ..diagnostics import Source
    from ..patch import Patch, PatchResult, Refusal

EXAMPLES = """
c2v patch lesson.c2v                             an empty patch for it
c2v patch lesson.c2v better.json --dry-run       what it would change
c2v patch lesson.c2v better.json --inverse undo.json
c2v patch lesson.c2v better.json --check-layout  refused too if things cover one another then
c2v schema patch                                 what a patch looks like

Exit status: 0 made (with --dry-run: can be made), 1 refused, 2 called wrongly or a fault of the
machine. A refused patch changes nothing.
"""


def patch(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The storyboard.")],
    patch_file: Annotated[
        str | None,
        typer.Argument(metavar="PATCH", help="The patch (JSON); - is standard input. Without one, "
                                             "an empty patch for FILE is printed."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Change nothing, show what would change.")
    ] = False,
    check_layout: Annotated[
        bool, typer.Option("--check-layout", help="Measure it before and after; refuse what "
                                                  "makes the layout worse.")
    ] = False,
    inverse: Annotated[
        Path | None, typer.Option("--inverse", help="Write the patch that undoes it here.")
    ] = None,
) -> None:
    """Change a storyboard by a patch, or say why it cannot be made."""
    from ..diagnostics import Source
    from ..patch import Refusal, read_patch, text_hash
    from ..pipeline import patched

    if file == STDIN:
        raise Fault("a patch changes a file; standard input is none")
    text, path = read_text(file)
    if patch_file is None:
        print(json.dumps({"c2v_patch": 1, "base": text_hash(text), "why": "", "operations": []},
                         indent=2))
        return
    given, name = read_text(patch_file)
    read = read_patch(given)
    if isinstance(read, Refusal):
        _turned_down(name, read, {})
    result = patched(text, read, path)
    if result.refusal is not None:
        source = Source(path, result.proposed or text)
        _turned_down(name, result.refusal, {path: source}, read)
    if check_layout and result.text != text:
        _check_layout(name, path, text, result.text)
    print(difference(path, text, result.text, "patched", color=colored(sys.stdout)), end="")
    _report(result, Source(path, text))
    if inverse is not None and result.inverse is not None:
        write_text(inverse, result.inverse.model_dump_json(indent=2) + "\n")
    if not dry_run and result.text != text:
        write_text(Path(file), result.text)
    raise typer.Exit(OK)


def _check_layout(name: str, path: str, old: str, new: str) -> None:
    """Refuse a patch that makes the layout worse."""
    from ..layout.mend.state import Measurer
    from ..patch import Refusal
    from ..pipeline import check

    checked = [check(old, path), check(new, path)]
    measurer = Measurer()
    before, after = measurer.states(checked)
    for fault in dict.fromkeys(measurer.faults):
        print(f"c2v: {fault}", file=sys.stderr)
    if measurer.faults:
        raise typer.Exit(FAULT)
    if before is None:
        print(f"{path} cannot be measured, so its layout was not compared", file=sys.stderr)
        return
    if after is None:
        _turned_down(name, Refusal("the storyboard could not be measured any more"), {})
    worse = [f for f in before.worse_layout(after) if f.level == "error"]
    if worse:
        _turned_down(name, Refusal("the layout would be worse than it is now",
                                   "let the patch see to that too", findings=tuple(worse)),
                     dict(checked[1].sources))


def _report(result: PatchResult, source: Source) -> None:
    changed = ", ".join(result.changed) or "nothing"
    print(f"changed: {changed}", file=sys.stderr)
    for span in result.hanging:
        line = source.position(span.start).line
        print(f"still named in line {line}: {source.slice(span)}", file=sys.stderr)


def _turned_down(
    name: str, refusal: Refusal, sources: dict[str, Source], read: Patch | None = None
) -> NoReturn:
    where = ""
    if refusal.operation is not None:
        what = f" ({read.operations[refusal.operation].op})" if read else ""
        where = f"operation {refusal.operation}{what}: "
    help = f"; {refusal.help}" if refusal.help else ""
    print(f"{name}: refused, {where}{refusal.message}{help}", file=sys.stderr)
    if refusal.findings:
        tell(refusal.findings, sources)
    raise typer.Exit(ERRORS)
