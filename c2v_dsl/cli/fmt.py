"""``c2v fmt``: storyboards in their canonical form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .faults import ERRORS, OK
from .files import STDIN, read_text, write_text
from .report import tell

EXAMPLES = """
c2v fmt lesson.c2v
c2v fmt --check lessons/*.c2v
cat lesson.c2v | c2v fmt -

A file with syntax errors is left as it is. Exit status: 0 done (with --check: all formatted),
1 errors (with --check: some are not), 2 called wrongly or a fault of the machine.
"""


def fmt(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Storyboards; - is standard input.")
    ],
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing, name the files that would change.")
    ] = False,
) -> None:
    """Lay out storyboards the one canonical way."""
    from ..diagnostics import Source
    from ..syntax import format_source

    failed = False
    for file in dict.fromkeys(files):
        text, path = read_text(file)
        result = format_source(text, path)
        if result.text is None:
            tell(result.findings, {path: Source(path, text)})
            print(f"{path}: not formatted, its syntax is broken", file=sys.stderr)
            failed = True
        elif check:
            if result.text != text:
                print(f"{path}: not formatted; `c2v fmt {file}` does it")
                failed = True
        elif file == STDIN:
            print(result.text, end="")
        elif result.text != text:
            write_text(Path(file), result.text)
            print(f"{path}: formatted")
    raise typer.Exit(ERRORS if failed else OK)
