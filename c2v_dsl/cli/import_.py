"""``c2v import``: storyboards of other tools as storyboards to go on from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .faults import ERRORS, Fault
from .files import STDIN, read_text, write_text

EXAMPLES = """
c2v import storyboard.json                      storyboard.c2v, beside it
c2v import storyboard.json -o lesson.c2v
c2v import storyboard.json --outline plan.json  title and audience from another outline
c2v import storyboard.json -o - | less          printed

Reads Code2Video's storyboard.json or storyboard_with_assets.json, and the outline.json beside it.
Descriptions of animations become hatches, `python("…")`: put objects of the language in their
place, or let `c2v fill` write their code.

Exit status: 0 made, 1 the JSON has mistakes, 2 called wrongly or a fault of the machine.
"""


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The storyboard.json.")],
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="The storyboard to make; - prints it.")
    ] = None,
    outline: Annotated[
        str | None, typer.Option("--outline", help="The outline.json it was made from.")
    ] = None,
) -> None:
    """Make a storyboard of Code2Video's; never overwrites."""
    from ..agents.code2video import read, skeleton

    text, name = _read(file)
    folder = Path() if file == STDIN else Path(file).parent
    if outline is None and (folder / "outline.json").is_file():
        outline = str(folder / "outline.json")
    target = Path(output) if output and output != STDIN else _beside(file)
    if output != STDIN and target.exists():
        raise Fault(f"{target} is there already and was left as it is; `-o` names another")
    reading = read(text, None if outline is None else read_text(outline)[0])
    for problem in reading.problems:
        print(f"{name}: {problem}", file=sys.stderr)
    if reading.board is None:
        raise typer.Exit(ERRORS)
    made = skeleton(reading.board, folder, target)
    for note in (*reading.notes, *made.notes):
        print(f"{name}: {note}", file=sys.stderr)
    if output == STDIN:
        print(made.text, end="")
        return
    write_text(target, made.text)
    print(f"{target} is there. Next: c2v check {target}, then c2v fill {target}")


def _read(file: str) -> tuple[str, str]:
    """The text and the name of a file.

    Raises:
        Fault: it cannot be read, or cannot be what was meant.
    """
    if file.endswith(".c2v"):
        raise Fault(f"{file} is a storyboard already; Code2Video's storyboard.json is needed")
    inside = [name for name in ("storyboard_with_assets.json", "storyboard.json")
              if (Path(file) / name).is_file()]
    if inside:
        raise Fault(f"{file} is a folder; {Path(file) / inside[0]}, perhaps")
    return read_text(file)


def _beside(file: str) -> Path:
    return Path("storyboard.c2v") if file == STDIN else Path(file).with_suffix(".c2v")
