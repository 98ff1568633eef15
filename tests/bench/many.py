"""Checking and emitting what is large: ``python -m tests.bench.many``.

A lesson of 400 objects from families, cold and in a warm process, and storyboards that grow by
halves of what a scene may hold, whose time must grow with them and not with their square.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from .check import _seconds

CHECK, EMIT = 1.0, 2.0
"""Seconds that 400 objects may take to be checked, and to be emitted."""

_HEAD = 'c2v 1\nstoryboard "Many" {\n  theme chalk\n}\n\n'


def tiles(side: int) -> str:
    """``side`` × ``side`` objects of one family in thirteen beats."""
    last = side - 1
    beats = ['beat first "All of them" { pop tile stagger 10ms }']
    for k in range(12):
        action = (f"move tile[{k % side}, all] to C3", f"color tile[{k % side}, 0..3] red",
                  f"for i in 0..{last} {{ wiggle tile[i, {k % side}] over 100ms }}")[k % 3]
        beats.append(f'beat b{k} "Step {k}" {{ {action} }}')
    return _HEAD + f"""let f(x) = x^2 / {side}

scene many "Many" {{
  objects {{
    for i in 0..{last} {{
      for j in 0..{last} {{
        tile[i, j] = square(side=0.25) at (0.3 * i - 3, 0.3 * j - 3) \
color (mix(blue, gold, i / {side})) fill (mix(blue, gold, f(j) / {side})) (0.5 * j / {side})
      }}
    }}
  }}

  {chr(10).join(beats)}
}}
"""


def one_by_one(count: int) -> str:
    """``count`` objects that come one after another and go somewhere together."""
    last = count - 1
    return _HEAD + f"""scene many "Many" {{
  objects {{ for i in 0..{last} {{ a[i] = dot((i / 200 - 2, 0)) }} }}
  beat first "All of them" {{
    for i in 0..{last} {{ show a[i] over 100ms }}
    together {{ for i in 0..{last} {{ move a[i] to B2 over 100ms }} }}
    clear except a[3]
  }}
}}
"""


def parts(count: int) -> str:
    """``count`` matrices whose parts have styles of their own."""
    return _HEAD + f"""scene many "Many" {{
  objects {{
    for i in 0..{count - 1} {{
      m[i] = matrix([[1, 2], [3, 4]]) at (i / 100 - 3, 0)
      style m[i][0, 1] color gold
      style m[i].row[1] color teal
    }}
  }}
  beat first "All of them" {{
    show m
    for i in 0..{count - 1} {{ color m[i].row[0] red over 100ms }}
  }}
}}
"""


def beats(count: int) -> str:
    """``count`` beats in which a param changes."""
    said = "\n".join(
        f'beat b{k} "Step {k}" {{ say "Now step {k} of the walk."\n'
        f"set t to {k % 5}\ntogether {{ flash d; color c {('red', 'blue')[k % 2]} }} }}"
        for k in range(count))
    return _HEAD + f"""scene many "Many" {{
  param t = 0
  objects {{
    ax = axes(x=[0, 5], y=[0, 5]) in A1:F6
    on ax {{
      c = plot(x^2 / 5) stroke blue 4
      d = dot((t, t^2 / 5)) color gold
    }}
  }}
  beat first "All of them" {{ show ax, c, d }}
  {said}
}}
"""


GROWING: dict[str, tuple[Callable[[int], str], int]] = {
    "objects one by one": (one_by_one, 1000),
    "objects with styles of parts": (parts, 1000),
    "beats": (beats, 400),
}


def seconds(text: str, runs: int = 3) -> tuple[float, float]:
    """Median seconds in this process to check ``text``, and to emit all its scenes."""
    from c2v_dsl import check
    from c2v_dsl.emit import emit_scene

    checked, emitted = [], []
    for _ in range(runs):
        began = time.perf_counter()
        result = check(text)
        between = time.perf_counter()
        assert result.timeline is not None, result.findings[:3]
        for scene in result.timeline.scenes:
            emit_scene(result.timeline, scene)
        checked.append(between - began)
        emitted.append(time.perf_counter() - between)
    return statistics.median(checked), statistics.median(emitted)


def main() -> None:
    """Print the figures."""
    lesson = tiles(20)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.c2v"
        path.write_text(lesson, encoding="utf-8")
        command = [sys.executable, "-m", "c2v_dsl"]
        cold = _seconds([*command, "check", str(path)], folder, 5)
        compiled = _seconds([*command, "compile", str(path), "-o", folder], folder, 5)
    check, emit = seconds(lesson)
    print(f"400 objects: cold check {cold:.2f} s, target {CHECK:.0f} s; cold compile "
          f"{compiled:.2f} s, target {EMIT:.0f} s; in process {check:.2f} s and {emit:.2f} s")
    for name, (write, most) in GROWING.items():
        half, whole = (sum(seconds(write(count))) for count in (most // 2, most))
        print(f"{most} {name}: {whole:.2f} s, {whole / half:.1f} times that of half as many")


if __name__ == "__main__":
    main()
