"""What checks clean renders: ``python -m tests.generated.render 500`` draws that many storyboards.

Storyboards that fail are kept in ``out/generated`` with what was said about them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

import c2v_dsl
from c2v_dsl.diagnostics.text import format_findings

from .storyboards import storyboards, write_pictures

KEPT = Path("out/generated")


@dataclass(frozen=True)
class Failure:
    """A storyboard that did not become a video, and why."""

    text: str
    reason: str


def sample(count: int) -> list[str]:
    """``count`` different storyboards, the same ones every time."""
    found: dict[str, None] = {}

    @settings(
        max_examples=3 * count, derandomize=True, database=None, deadline=None,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )
    @given(storyboards())
    def collect(text: str) -> None:
        found[text] = None

    collect()
    texts = list(found)
    return texts[:: max(1, len(texts) // count)][:count]


def failure(text: str, folder: Path) -> Failure | None:
    """Check and render one storyboard at the lowest quality; None where a video came out."""
    name = f"{os.getpid()}.mp4"
    path = str(folder / "generated.c2v")
    rendered = c2v_dsl.render(text, folder / name, path, quality="draft", jobs=1)
    result = rendered.result
    if result is None:
        checked = c2v_dsl.check(text, path)
        return Failure(text, format_findings(checked.findings, checked.sources))
    faults = [f"{f.message}\n{f.trace}" for f in result.scene_faults if not f.hatch]
    if result.video is None or faults:
        return Failure(text, "\n".join([*faults, *map(str, result.machine_faults)]))
    result.video.unlink()
    return None


def _begin(folder: str) -> None:
    os.environ["C2V_CACHE"] = folder


def main(count: int) -> int:
    """Draw ``count`` storyboards; the exit status says whether all became videos."""
    texts = sample(count)
    began = time.monotonic()
    failures: list[Failure] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(initializer=_begin, initargs=(folder,)) as pool,
    ):
        write_pictures(Path(folder))
        done = pool.map(failure, texts, repeat(Path(folder)))
        for number, failed in enumerate(done, 1):
            if failed is not None:
                KEPT.mkdir(parents=True, exist_ok=True)
                (KEPT / f"{len(failures):03}.c2v").write_text(failed.text, encoding="utf-8")
                (KEPT / f"{len(failures):03}.txt").write_text(failed.reason, encoding="utf-8")
                failures.append(failed)
            if number % 25 == 0 or number == len(texts):
                spent = time.monotonic() - began
                print(f"{number}/{len(texts)} drawn, {len(failures)} failed, {spent:.0f} s",
                      flush=True)
    if failures:
        print(f"{len(failures)} of {len(texts)} failed; see {KEPT}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
