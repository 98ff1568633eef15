"""Checking measured: ``python -m tests.bench.check``.

A cold ``c2v check`` of a storyboard of about 120 lines with ten formulas, against a Python that
does nothing; its memory; and 1,000 lines without formulas inside a warm process.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_SCENE = """
scene {name} "Scene {name}" {{
  param t = 0

  objects {{
    ax = axes(x=[-2, 4], y=[-1, 5]) in A1:E6
    on ax {{
      curve = plot(x^2 / 3) stroke blue 4
      p = dot((t, t^2 / 3)) color gold
    }}
{formulas}  }}

{beats}}}
"""
_BEAT = """  beat {name} "What happens in step {name}" {{
{actions}  }}
"""
_FORMULAS = (
    r"\frac{a}{b} + \sqrt{x}", r"\sum_{k=1}^{n} k^2", r"\int_0^1 f(x)\,dx", r"e^{i\pi} + 1 = 0",
    r"A = \begin{bmatrix} 2 & 1 \\ 0 & 3 \end{bmatrix}", r"x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}",
    r"\det A = #{t:.1}", r"\lim_{h \to 0} \frac{f(x+h) - f(x)}{h}",
    r"\alpha^2 + \beta^2 = \gamma^2",
    r"\binom{n}{k} = \frac{n!}{k!(n-k)!}",
)


def storyboard(lines: int, formulas: int) -> str:
    """A valid storyboard of at least ``lines`` lines with ``formulas`` formulas."""
    text = 'c2v 1\nstoryboard "Bench" {\n  theme chalk\n}\n'
    number = 0
    while text.count("\n") < lines:
        here = min(formulas, 5)
        formulas -= here
        objects, names = "", []
        for k in range(here):
            formula = _FORMULAS[(5 * number + k) % len(_FORMULAS)]
            objects += f'    m{k} = math("{formula}") in F{k + 1}\n'
            names.append(f"m{k}")
        entering = ["draw ax", "draw curve", "pop p", *(f"write {name}" for name in names)]
        beats = _BEAT.format(name="first", actions="".join(f"    {one}\n" for one in entering))
        for k in range(8):
            beats += _BEAT.format(
                name=f"b{k}", actions=f"    set t to {k / 4} over 2s\n    flash p\n    wait 500ms\n"
            )
        text += _SCENE.format(name=f"s{number}", formulas=objects, beats=beats)
        number += 1
    return text


def _seconds(command: list[str], folder: str, runs: int) -> float:
    """Median time of a process whose modules are compiled, as they are once c2v has run."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
    times = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def _peak_megabytes(command: list[str]) -> float:
    pid = os.spawnv(os.P_NOWAIT, command[0], command)
    usage = os.wait4(pid, 0)[2]
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Print the figures."""
    from c2v_dsl import check

    with tempfile.TemporaryDirectory() as folder:
        lesson = Path(folder) / "lesson.c2v"
        lesson.write_text(storyboard(120, 10), encoding="utf-8")
        count = lesson.read_text().count("\n")
        command = [sys.executable, "-m", "c2v_dsl", "check", str(lesson)]
        nothing = _seconds([sys.executable, "-c", "pass"], folder, 9)
        cold = _seconds(command, folder, 9)
        print(f"cold check, {count} lines, 10 formulas: {cold:.3f} s "
              f"({cold / nothing:.1f} times an empty Python), target 0.4 s")
        print(f"its peak memory: {_peak_megabytes(command):.0f} MB, target 150 MB", flush=True)
    text = storyboard(1000, 0)
    times = []
    for _ in range(5):
        began = time.perf_counter()
        result = check(text)
        times.append(time.perf_counter() - began)
        assert result.ok, result.findings[:3]
    best = statistics.median(times)
    print(f"in process, {text.count(chr(10))} lines without formulas: {best:.3f} s, target 0.3 s")
    print(f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
