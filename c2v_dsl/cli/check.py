"""``c2v check``: what is wrong with storyboards."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .faults import ERRORS, FAULT, OK
from .files import STDIN, read_text, write_text
from .isolation import tell_isolation, wanted_sandbox
from .model_options import Sandbox
from .report import Format, format_report
from .terminal import colored

if TYPE_CHECKING:
    from ..diagnostics import Finding
    from ..pipeline import CheckResult
    from ..render.confine import Sandbox as Wanted

EXAMPLES = """
c2v check lesson.c2v
c2v check --fix lesson.c2v
c2v check --layout lesson.c2v        measured too, without drawing
c2v check --hatches lesson.c2v       the code of hatches read too, without running it
c2v check --layout --fix lesson.c2v  things moved, shrunk, coloured until they can be read
cat lesson.c2v | c2v check --format json -

Exit status: 0 clean or only warnings, 1 errors, 2 called wrongly or a fault of the machine.
"""
_ROUNDS = 5


def check(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Storyboards; - is standard input.")
    ],
    form: Annotated[
        Format, typer.Option("--format", help="How findings are printed.")
    ] = Format.text,
    fix: Annotated[
        bool, typer.Option("--fix", help="Apply the fixes that cannot change what you meant.")
    ] = False,
    layout: Annotated[
        bool, typer.Option("--layout", help="Measure as well what covers what, leaves the frame …")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="With --fix: write nothing, show what would change.")
    ] = False,
    hatches: Annotated[
        bool, typer.Option("--hatches", help="Read the code of hatches as well: names and "
                                             "arguments that this Manim does not have …")
    ] = False,
    sandbox: Sandbox = None,
) -> None:
    """Say what is wrong with storyboards."""
    from ..diagnostics import Source
    from ..pipeline import check as run

    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    results: list[CheckResult] = []
    failed = False
    for file in dict.fromkeys(files):
        text, path = read_text(file)
        result = run(text, path)
        if fix and file != STDIN:
            result = _mend(file, text, result, layout=layout, diff=diff,
                           sandbox=wanted_sandbox(sandbox))
        findings += result.findings
        sources |= result.sources
        failed = failed or not result.ok
        results.append(result)
    if hatches:
        from .hatch_reading import hatch_findings

        read = [finding for result in results for finding in hatch_findings(result)]
        findings += read
        failed = failed or any(finding.level == "error" for finding in read)
    if layout:
        measured = _measured(results, wanted_sandbox(sandbox))
        findings += measured
        failed = failed or any(finding.level == "error" for finding in measured)
    print(format_report(findings, sources, form, color=colored(sys.stdout)), end="")
    if form is Format.text and not findings:
        print(f"no findings in {files[0] if len(files) == 1 else f'{len(files)} files'}")
    raise typer.Exit(ERRORS if failed else OK)


def _measured(results: list[CheckResult], sandbox: Wanted) -> list[Finding]:
    """What is wrong with the layout; a scene that could not be measured is a finding too."""
    from ..layout.check import check_layouts
    from .scene_faults import fault_findings

    found: list[Finding] = []
    whole = [(r, r.timeline) for r in results if r.timeline is not None]
    judged = check_layouts([(timeline, result.sources) for result, timeline in whole],
                            sandbox=sandbox)
    faults = dict.fromkeys(fault for one in judged for fault in one.machine_faults)
    for fault in faults:
        print(f"c2v: {fault}", file=sys.stderr)
    if faults:
        raise typer.Exit(FAULT)
    for level in {one.isolation for one in judged}:
        tell_isolation(level)
    for (result, _), one in zip(whole, judged, strict=True):
        if one.findings:
            from ..layout.mend.offers import with_offers

            found += with_offers(result, one, sandbox=sandbox)
        found += fault_findings(one.scene_faults, result.parsed.source.path)
    return found


def _mend(
    file: str, old: str, result: CheckResult, *, layout: bool, diff: bool, sandbox: Wanted
) -> CheckResult:
    """Apply safe fixes until none is left, those of the layout last; write the file once."""
    from ..diagnostics.fixes import apply_safe_fixes
    from ..pipeline import check as run
    from .mending import difference, mend_layout

    fixed = 0
    for _ in range(_ROUNDS):
        text, count = apply_safe_fixes(result.sources[file], result.findings)
        if not count:
            break
        fixed += count
        result = run(text, file)
    if layout and result.timeline is not None:
        result = mend_layout(result, sandbox)
    new = result.sources[file].text
    if diff:
        print(difference(file, old, new, "mended", color=colored(sys.stdout)), end="")
    elif new != old:
        write_text(Path(file), new)
    if fixed:
        print(f"{file}: {fixed} {'fix' if fixed == 1 else 'fixes'} applied", file=sys.stderr)
    return result
