"""``python -m tests.bench.layout``: seconds that measuring takes, as a process and of processors.

A scene of a minute with forty objects, first and again; a scene with a thousand objects.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def minute() -> str:
    """A minute of curves, words, shapes and moves: forty objects."""
    objects = [
        "ax = axes(x=[0, 6], y=[0, 9]) in A1:E4",
        "on ax {", "  c = plot(x^2 / 4)", "  d = plot(8)", "  p = dot((t, t^2 / 4)) color gold",
        "  s = tangent(x^2 / 4, at=t)", "  for i in 0..7 { q[i] = dot((0.5 + 0.6 * i, 8.6)) }", "}",
        "v = number(t^2 / 4) in F1", 'eq = math("f(x) = \\frac{x^2}{4}") in F2:F3',
        "for i in 0..7 { tile[i] = square(side=0.7) at cell(floor(i / 2), 4 + i % 2) }",
        'for i in 0..7 { name[i] = math("a_#{i}") at tile[i] }',
        'for i in 0..7 { word[i] = text("word #{i}") at cell(5, 3 + i % 3) size 26 }',
    ]
    beats = ['beat first "Everything comes" {', "  draw ax, c, d over 2s", "  show p, v, s, q",
             "  write eq over 2s", "  pop tile stagger 0.2s", "  show name over 2s", "}"]
    for k in range(8):
        beats += [f'beat b{k} "Part {k}" {{', f"  set t to {k % 5 + 1} over 2s",
                  f"  together {{ shift tile[{k}] by (0.05, 0.05) over 1s; "
                  f"color tile[{(k + 1) % 8}] gold }}", f"  show word[{k}]", "  wait 1s",
                  f"  hide word[{k}]", "  flash p", "}"]
    inner = "\n".join(objects)
    return ('c2v 1\nstoryboard "A minute" {}\nscene a "A minute" {\n  param t = 1\n'
            f"  objects {{\n{inner}\n  }}\n" + "\n".join(beats) + "\n}\n")


def thousand() -> str:
    """A thousand squares."""
    return ('c2v 1\nstoryboard "Many" {}\nscene a "Many" layout wide {\n  objects {\n'
            "    for i in 0..39 { for j in 0..24 { s[i, j] = square(side=0.1) at "
            "(-5 + 0.25 * i, -2.8 + 0.22 * j) fill blue 0.4 } }\n  }\n"
            "  beat one { show s over 1s; shift s by (0.1, 0) over 2s; color s gold }\n}\n")


def timed(path: Path, cache: str) -> tuple[float, float]:
    """Seconds by the clock, and of processors, that ``check --layout`` takes."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([sys.executable, "-m", "c2v_dsl", "check", "--layout", str(path)],
                   env={**os.environ, "C2V_CACHE": cache}, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - began, busy


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time(), time.monotonic()
        subprocess.run([sys.executable, "-c", "import manim"], check=True)
        print(f"import manim: {time.monotonic() - began[1]:.2f} s")
        for name, text in (("minute", minute()), ("thousand", thousand())):
            path = Path(folder) / f"{name}.c2v"
            path.write_text(text, encoding="utf-8")
            for turn in ("first", "again"):
                clock, busy = timed(path, f"{folder}/cache")
                print(f"{name}, {turn}: {clock:.2f} s, {busy:.2f} s of processors")


if __name__ == "__main__":
    main()
