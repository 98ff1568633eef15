"""The corpus: good hatches, each with one fault put in.

A file says what the hatch is (``object:`` or ``action:`` and its intent) and the kind of fault;
below a line ``---`` stands its code, where ``-`` begins lines that only the faulty code has and
``+`` lines that only the good code has. The faulty lines are the right statement to be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"

SCENE = '''c2v 1
storyboard "Pictures" {
  audience "anyone who is curious"
}

scene lesson "A picture and what it says" {
  param t = 1

  objects {
    ball = circle(r=0.4) at B6 color blue fill blue 0.5
    law = math("a^2 + b^2 = c^2") at F2:F5 size 36
    note = text("Look at it for a while") at A2:A5 size 28@PICTURE@
  }

  beat first "Something to look at" {
    say "Here is something to look at."
    write note
    pop ball
    write law over 1.5s
  }

  beat second "What it shows" {
    say "What do you see?"
@SHOWN@
  }

  beat third "What it says" {
    highlight law
    move ball to A6
  }
}
'''


@dataclass(frozen=True)
class Case:
    """One hatch with one fault.

    Attributes:
        kind: ``object`` or ``action``.
        marked: lines of code with their marks.
    """

    name: str
    kind: str
    intent: str
    fault: str
    marked: tuple[tuple[str, str], ...]

    @property
    def good(self) -> str:
        return "".join(f"{line}\n" for mark, line in self.marked if mark != "-")

    @property
    def faulty(self) -> str:
        return "".join(f"{line}\n" for mark, line in self.marked if mark != "+")

    @cached_property
    def right(self) -> tuple[int, int]:
        """First and last line, from 1, of what is wrong in the faulty code."""
        lines = [mark for mark, _ in self.marked if mark != "+"]
        wrong = [number for number, mark in enumerate(lines, 1) if mark == "-"]
        return wrong[0], wrong[-1]

    def mended(self, first: int, last: int) -> str:
        """The right code for lines ``first`` to ``last`` of the faulty code: the faulty code
        again where the fault does not lie within them."""
        if not first <= self.right[0] <= self.right[1] <= last:
            return "\n".join(self.faulty.splitlines()[first - 1 : last])
        kept: list[str] = []
        number = 0
        for mark, line in self.marked:
            number += mark != "+"
            inside = first <= number <= last
            if inside and mark != "-":
                kept.append(line)
        return "\n".join(kept)

    def storyboard(self, code: str) -> str:
        """The lesson with a hatch of this code in its second beat."""
        indented = "".join(f"      {line}\n" if line else "\n" for line in code.splitlines())
        hatch = f'python("{self.intent}")'
        quoted = f'"""\n{indented}    """'
        if self.kind == "object":
            picture, shown = f"\n    it = {hatch} in B2:E5 {quoted}", "    draw it over 2s"
        else:
            picture, shown = "", f"    {hatch} over 3s {quoted}"
        return SCENE.replace("@PICTURE@", picture).replace("@SHOWN@", shown)


def read_case(path: Path) -> Case:
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    (kind, intent), (_, fault) = (line.split(": ", 1) for line in head.splitlines())
    marked = tuple((line[:1].strip(), line[2:].rstrip()) for line in body.splitlines())
    return Case(path.stem, kind, intent, fault, marked)


def cases() -> list[Case]:
    """All of the corpus, by name."""
    return [read_case(path) for path in sorted(CORPUS.glob("*.hatch"))]
