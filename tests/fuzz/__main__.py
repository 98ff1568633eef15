"""``python -m tests.fuzz --count 100000``: mutations of the corpus, in full.

Exits with 1, and prints the texts, if one of them raises, hangs, leaves no tree or is changed in
meaning by the formatter.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from .check import Figures, examine
from .mutate import mutate

ROOT = Path(__file__).parents[2]


def corpus() -> list[str]:
    """All storyboards of the project."""
    folders = (ROOT / "tests" / "corpus", ROOT / "examples", ROOT / "stdlib_scenes")
    files = sorted(file for folder in folders for file in folder.rglob("*.c2v"))
    return [file.read_bytes().decode("utf-8") for file in files]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    texts = corpus()
    rng = random.Random(options.seed)
    figures = Figures()
    start = time.monotonic()
    for number in range(options.count):
        before = len(figures.faults)
        examine(mutate(rng.choice(texts), rng), figures)
        if len(figures.faults) > before:
            print(f"fault: {figures.faults[-1][0]}", flush=True)
        if number % 5000 == 4999:
            print(f"{number + 1} mutations, {time.monotonic() - start:.0f} s, "
                  f"{len(figures.faults)} faults", flush=True)
    print(
        f"{figures.count} mutations of {len(texts)} files: {figures.clean} clean, "
        f"{figures.findings / max(1, figures.count - figures.clean):.2f} findings for each other, "
        f"slowest {figures.slowest * 1000:.0f} ms, {len(figures.faults)} faults, "
        f"{time.monotonic() - start:.0f} s"
    )
    for problem, text in figures.faults[:10]:
        print(f"---- {problem}\n{text}")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
