"""Lets in the emitted code: long ones go on in lines that one can read."""

from __future__ import annotations

import c2v_dsl

LONG = """c2v 1
storyboard "Long" { theme chalk }

let numbers = [k / 7 for k in 1..12]

scene one "One" layout wide {
  param t = 0
  let mixed(i) = [
    mix(numbers[i], numbers[j] + numbers[i] * numbers[j], t) for j in 0..3 if j < 3 and i > 0
  ]
  let last = 2

  objects {
    ring = circle(r=mixed(1)[0] + last)
  }
  beat go {
    draw ring
    set t to 1
  }
}
"""


def test_a_long_let_goes_on_behind_its_commas() -> None:
    scene = c2v_dsl.compile_source(LONG, "long.c2v").scenes[0].text
    lines = scene.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("numbers = L("))
    assert lines[start].partition("  #")[0].endswith(",")
    assert lines[start + 1].startswith("    0.")
    assert max(len(line.partition("  #")[0]) for line in lines) <= 100
    compile(scene, "scene.py", "exec")


def test_a_function_on_several_lines_stands_apart_from_what_follows() -> None:
    scene = c2v_dsl.compile_source(LONG, "long.c2v").scenes[0].text
    body = scene[scene.index("def mixed(i)"):]
    inside = body[: body.index("\n\n")].splitlines()
    assert inside[1].lstrip().startswith("return L(")
    assert len(inside) > 2
