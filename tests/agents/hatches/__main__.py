"""Figures of ScopeRefine on the corpus: ``python -m tests.agents.hatches [NAME …]``.

``--mutants N`` takes faults put in by rule instead (`mutants.py`); those that nothing notices are
left out, since most of them are no faults.

- *shown*: how often the statement that holds the fault is among those shown at the level of
  lines; at the first try, and within both. How many statements were shown.
- *mended*: how often an ideal model (`ideal.py`) mends at the level of lines, or of blocks.
- *characters*: all that is sent to and received from the model until the hatch is mended, against
  one round of a loop over whole files: the scene's Manim file (as `c2v compile` writes it) and the
  last line of the error are sent, the mended file is received; instructions are not counted there.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.hatches.attempt import Attempt
from c2v_dsl.agents.hatches.bench import Bench
from c2v_dsl.agents.hatches.refine import Mender
from c2v_dsl.agents.hatches.scopes import Piece, Scopes
from c2v_dsl.emit import emit_scene
from tests.agents.hatches.cases import Case, cases
from tests.agents.hatches.ideal import Ideal
from tests.agents.hatches.mutants import mutants
from tests.agents.scripted import Scripted

SILENCE = 10.0


@dataclass
class Result:
    """What came of a case.

    Attributes:
        shown: statements shown at each try at the level of lines, and whether the right one was
            among them.
    """

    case: Case
    fault: str = ""
    read: bool = False
    shown: list[tuple[int, bool]] = field(default_factory=list)
    first: bool = False
    attempts: list[Attempt] = field(default_factory=list)
    mended: bool = False
    whole: int = 0
    storyboard: int = 0
    seconds: float = 0.0

    @property
    def level(self) -> str:
        return self.attempts[-1].level if self.mended and self.attempts else ""

    @property
    def characters(self) -> int:
        return sum(a.characters_in + a.characters_out for a in self.attempts)


def is_right(piece: Piece, case: Case) -> bool:
    """Whether a statement holds the fault (or is part of it, where it has several lines)."""
    first, last = case.right
    return (piece.first <= first and last <= piece.last) or (
        first <= piece.first and piece.last <= last)


def attend(case: Case) -> Result:
    """Read, run and mend one case."""
    began = time.perf_counter()
    bench = Bench(f"{case.name}.c2v", silence=SILENCE)
    text = case.storyboard(case.faulty)
    id = "lesson.it" if case.kind == "object" else "lesson@second#1"
    result = Result(case)
    look = bench.look(text, id)
    if look.fault is None:
        result.fault = look.refused or "NOT NOTICED"
        return result
    result.fault, result.read = look.fault.message, look.fault.sure
    scopes = Scopes(case.faulty, look.fault)
    for number in range(2):
        pieces = scopes.shown(number)
        result.shown.append((len(pieces), any(is_right(piece, case) for piece in pieces)))
    result.first = bool(scopes.suspects) and is_right(scopes.suspects[0], case)
    mender = Mender(bench, Client(Scripted(Ideal(case))), (2, 2, 1, 0))
    _, result.mended = mender.mend(text, id, look)
    result.attempts = mender.attempts
    for code, sent in ((case.faulty, True), (case.good, False)):
        storyboard = case.storyboard(code)
        timeline = bench.check(storyboard).timeline
        assert timeline is not None
        result.whole += len(emit_scene(timeline, timeline.scenes[0]).text)
        result.storyboard += len(storyboard)
        if sent:
            result.whole += len(look.fault.message)
            result.storyboard += len(look.fault.message)
    result.seconds = time.perf_counter() - began
    return result


def figures(results: list[Result]) -> str:
    """The figures as a table."""
    count = len(results)
    share = partial("{:5.1f} %".format)
    found = [r for r in results if r.shown]
    levels = Counter(r.level for r in results)
    lines = sum(levels[name] for name in ("line", "block"))
    tried = [r for r in results if r.mended]
    ours, whole = (sum(r.characters for r in tried), sum(r.whole for r in tried))
    storyboards = sum(r.storyboard for r in tried)
    numbers = [n for r in found for n, _ in r.shown[:1]]
    rows = [
        ("hatches with a fault", f"{count:5}"),
        ("  noticed by reading", f"{sum(r.read for r in results):5}"),
        ("  noticed by running", f"{sum(bool(r.shown) and not r.read for r in results):5}"),
        ("right statement is the first", share(100 * sum(r.first for r in results) / count)),
        ("  among those shown at the first try",
         share(100 * sum(r.shown[0][1] for r in found) / count)),
        ("  within both tries",
         share(100 * sum(any(ok for _, ok in r.shown) for r in found) / count)),
        ("statements shown at the first try",
         f"{sum(numbers) / max(1, len(numbers)):5.1f} of "
         f"{sum(len(r.case.faulty.splitlines()) for r in results) / count:.1f} lines"),
        ("mended at the level of lines", share(100 * levels["line"] / count)),
        ("  of lines or blocks", share(100 * lines / count)),
        ("  at all", share(100 * sum(r.mended for r in results) / count)),
        ("characters against whole scene files", share(100 * ours / max(1, whole))),
        ("  against whole storyboards", share(100 * ours / max(1, storyboards))),
        ("characters a hatch", f"{ours / max(1, len(tried)):5.0f}"),
        ("questions a hatch",
         f"{sum(len(r.attempts) for r in tried) / max(1, len(tried)):5.2f}"),
    ]
    return "\n".join(f"{name:<40}{value}" for name, value in rows)


def main(wanted: list[str]) -> None:
    if wanted[:1] == ["--mutants"]:
        chosen, wanted = list(mutants(int(wanted[1]))), []
    else:
        chosen = [case for case in cases() if not wanted or case.name in wanted]
    began = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        results = [r for r in pool.map(attend, chosen)
                   if r.shown or not r.case.name.count(":")]
    for r in results:
        shown = "".join("+" if ok else "-" for _, ok in r.shown)
        print(f"{r.case.name:<18} {r.case.fault:<24} {'read' if r.read else 'run':<5} "
              f"{'1' if r.first else ' '} {shown:<3} {r.level or 'NOT MENDED':<10} "
              f"{r.characters:5} {r.seconds:5.1f} s  {r.fault[:70]}")
        if wanted or not r.mended:
            for a in r.attempts:
                print(f"    {a.level} {a.place}: {a.outcome} {a.detail}")
    print(figures(results))
    print(f"{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
