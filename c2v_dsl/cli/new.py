"""``c2v new``: a storyboard to start from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from .faults import Fault, os_sentence

EXAMPLES = """
c2v new lesson.c2v
"""

STARTER = r'''c2v 1
storyboard "@TITLE@" {
  audience "anyone who has seen a graph"
  theme chalk
}

# The slope of a parabola at a point: the secant's second point slides towards the first.
# `c2v kinds` lists what can be shown, `c2v check FILE` says at once what is wrong.
scene slope "The slope at a single point" {
  let f(x) = x^2 / 2
  param h = 2

  objects {
    ax = axes(x=[-1, 4], y=[-1, 6]) in A1:E6
    on ax {
      curve = plot(f) stroke blue 4
      line = secant(f, 1, 1 + h) stroke gold 4
      p = dot((1, f(1))) color gold
      q = dot((1 + h, f(1 + h))) color red
    }
    slope = math("\frac{\Delta y}{\Delta x} = #{(f(1 + h) - f(1)) / h:.2}") in F1:F6
  }

  beat curve "A parabola, and a point on it" {
    say "How steep is this curve, right here, at a single point?"
    draw ax
    draw curve
    pop p
  }
  beat secant "Two points give a slope" {
    say "Take a second point. The line through both has a slope we can work out."
    pop q
    draw line
    write slope
  }
  beat limit "Slide one into the other" color gold {
    say "Now let the second point slide down to the first. The slope settles: it is one."
    set h to 0.001 over 4s
    highlight slope
    wait 1s
  }
}
'''


def new(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to make.")],
) -> None:
    """Make a small storyboard to start from; never overwrites."""
    path = Path(file)
    if not path.suffix:
        path = path.with_suffix(".c2v")
    title = path.stem.replace("_", " ").replace("-", " ").strip().capitalize() or "A first lesson"
    text = STARTER.replace("@TITLE@", json.dumps(title, ensure_ascii=False)[1:-1])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError as error:
        raise Fault(f"{path} is there already and was left as it is") from error
    except OSError as error:
        raise Fault(os_sentence(error, str(path), "write")) from error
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    print(f"{path} is there. Next: c2v check {path}, then c2v render {path}")
