"""``python -m tests.patch 10000``: random patches of the corpus, each made and unmade."""

from __future__ import annotations

import sys
import time

from .run import run

if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    began = time.perf_counter()
    made, refused = run(count, seed=1)
    seconds = time.perf_counter() - began
    print(f"{made} made and unmade, {refused} refused, {seconds:.0f} s")
