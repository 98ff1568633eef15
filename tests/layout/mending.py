"""How much of the corpus is mended: ``python -m tests.layout.mending [FILE…]``."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import c2v_dsl
from c2v_dsl.layout.mend.mending import Mender

FOLDER = Path(__file__).parent.parent / "corpus" / "layout"


@dataclass(frozen=True)
class Figures:
    """What came of one file: findings before, findings after, those that are new (there must be
    none), and why the rest stays."""

    name: str
    before: int
    after: int
    new: list[str]
    why: list[str]
    seconds: float


def figures(path: Path) -> Figures:
    """Mend a file, in memory."""
    started = time.perf_counter()
    text = path.read_text(encoding="utf-8")
    mender = Mender()
    state = mender.measurer.states([c2v_dsl.check(text, str(path))])[0]
    assert state is not None, (path, mender.measurer.faults)
    mended = mender.mend(state)
    why = []
    for left in mended.left:
        line = mended.state.result.parsed.source.position(left.told.finding.span.start).line
        why.append(f"{line} in {left.told.scene}: {left.told.finding.code} "
                   f"{left.told.finding.message}: {left.why}")
    new = [finding.message for finding in state.worsened(mended.state)]
    return Figures(path.name, len(state.told), len(mended.left), new, why,
                   time.perf_counter() - started)


def main(arguments: Sequence[str]) -> int:
    paths = [Path(a) for a in arguments] or sorted(FOLDER.glob("*.c2v"))
    counts: Counter[str] = Counter()
    for path in paths:
        found = figures(path)
        print(f"{found.name}: {found.before} findings, {found.before - found.after} mended, "
              f"{len(found.new)} new, {found.seconds:.1f} s", flush=True)
        for line in (*found.why, *(f"NEW {one}" for one in found.new)):
            print(f"  {line}", flush=True)
        counts.update(before=found.before, after=found.after, new=len(found.new))
    before, after = counts["before"], counts["after"]
    print(f"{before - after} of {before} mended: {1 - after / max(before, 1):.0%}; "
          f"{counts['new']} new")
    return int(counts["new"] > 0 or after > 0.2 * before)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
