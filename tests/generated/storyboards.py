"""A hypothesis strategy of valid storyboards over all kinds and verbs of this version.

What it draws must check clean and render. It knows the language's rules (who is on screen, what
follows a param, what may happen at once) and nothing of how the compiler works.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from .actions import beat, rest
from .objects import MAKERS
from .planes import inhabitants, plane
from .scenes import Scene

HEAD = """\
import "card.c2v"
let A = [[2, 1], [0, 1.5]]
let tint = teal
let bent(x) = x^3 / 8 - x
let bend(p) = (p.x, p.y + 0.2 * p.x^2)
let twice(v) = 2 * v
component badge(w=1, n=2) {
  frame = rect(w=w, h=0.6) fill blue 0.3
  for i in 0..n - 1 { pip[i] = dot((i * 0.3 - 0.3, 0)) color gold }
}
action nod(thing, d=0.1) {
  shift thing by (0, d) over 200ms
  shift thing by (0, 0 - d) over 200ms ease out
}
action meet(thing, shade) {
  show thing over 200ms
  together { flash thing; wait 0.1s }
}
template opening(name, shade=gold) {
  objects { t = text("#{name}") in B1:E6 color shade }
  beat only "Hello" { show t over 0.2s }
}
"""


def write_pictures(folder: Path) -> None:
    """The files that generated storyboards name, ``picture.png`` and ``drawing.svg``."""
    rows = b"".join(b"\0" + bytes((40 * y, 20 * x, 120)[i] for x in range(8) for i in range(3))
                    for y in range(6))

    def chunk(word: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(word + body))
        return struct.pack(">I", len(body)) + word + body + check

    (folder / "picture.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 6, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    (folder / "drawing.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
        '<rect width="20" height="10" fill="#336699"/><circle cx="10" cy="5" r="3" fill="gold"/>'
        '<path d="M1 1 L19 9" stroke="white" stroke-width="0.5"/></svg>', encoding="utf-8")


def _scene(random: Random, name: str, before: Scene | None) -> tuple[list[str], Scene]:
    scene = Scene(random, notes=random.random() < 0.5)
    mark = "" if before is None else "c"
    new = ["t", "u"][: scene.count(0, 2)] if before is None else []
    scene.params = new
    if before is not None:
        scene.params = list(before.params)
        scene.things, scene.there = list(before.things), set(before.there)
        hosts = [t for t in scene.things if t.kind in ("axes", "plane")]
        if hosts and scene.chance(50):
            scene.things += inhabitants(scene, scene.pick(hosts), "more")
    for number in range(scene.count(1, 5)):
        if scene.chance(22):
            scene.things += plane(scene, f"ax{mark}{number}")
        else:
            thing = scene.pick(MAKERS)(scene, f"it{mark}{number}")
            scene.things.append(thing)
    beats: list[str] = []
    for number in range(scene.count(1, 3)):
        beats += beat(scene, number)
    beats += rest(scene, beats)
    layout = "layout notes" if scene.notes else "layout wide"
    after = "" if before is None else " continues s"
    return [
        f'scene {name} "A scene with $x$" {layout}{after} {{',
        *(f"param {p} = 0.5" for p in new),
        "objects {", *scene.lines, "}", *beats, "}",
    ], scene


@st.composite
def storyboards(draw: Any) -> str:
    """The text of a storyboard that is valid by the language's rules."""
    random = draw(st.randoms(use_true_random=True))
    lines, scene = _scene(random, "s", None)
    if scene.chance(15):
        lines += ['scene hello "Hello" from opening("you")']
    if scene.chance(25):
        lines += _scene(random, "more", scene)[0]
    theme = scene.pick(("chalk", "paper"))
    settings = [f"theme {theme}", *(["pace 400"] if scene.chance(70) else [])]
    return "\n".join(["c2v 1", 'storyboard "Generated" {', *settings, "}", HEAD, *lines, ""])
