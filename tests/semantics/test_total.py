"""No text makes the analysis raise or hang: mutations of the corpus, and values everywhere."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from c2v_dsl.semantics.analyse import analyse
from c2v_dsl.semantics.files import MemoryLoader
from c2v_dsl.syntax import parse
from c2v_dsl.timeline.build import build

ROOT = Path(__file__).parents[2]
EVERYTHING = r"""c2v 1
storyboard "All" { theme chalk }
let sq(x) = x^2
component disks(n, tint=gold) {
  for k in 0..n - 1 { disk[k] = rect(w=2 - k * 0.4, h=0.3) at (0, k * 0.3) fill tint }
  base = line((-1.5, -0.2), (1.5, -0.2))
}
action blink(x, n=2) { for i in 1..n { flash x } }
template intro(words, n=3) {
  param t = 0
  objects { for i in 1..n { w[i] = text("#{words} #{i}") at cell(i, 2) } }
  beat a "Say it" { write w; set t to 1 }
}
scene one "From a template" from intro("Hello")
scene two "Objects" {
  param t = 0
  let m = [[1, 2], [3, 4]]
  objects {
    ax = axes(x=[0, 4], y=[0, 16], labels=["x", "y"], ticks=[1, 4]) in A1:F3
    on ax {
      c = plot(sq, x=[0, t]) stroke blue 4
      d = dot((t, sq(t))) color (gold if t < 1 else red)
      for k in 0..3 if k != 2 { v[k] = line((k, 0), (k, sq(k))) dashed color gray }
    }
    for i in 0..2 { for j in 0..1 { tile[i, j] = square(side=0.4) at cell(3 + j, i) } }
    peg = disks(3) in D4:F5
    mm = matrix(m) at D4
    tab = table([["a", "$x$"], ["b", "#{t:.1}"]], cols=["one", "two"]) in E1:F3
    eq = math("x^2 + y = #{t}") in F6
    both = row(mm, eq, gap=0.2) in C1:C6
    br = brace(tile[0, all])
    style mm.col[0] color teal
  }
  beat a "Do" color gold {
    show ax, c, tile, peg, mm, tab, eq, both, br, d, v
    flash peg.disk[1], mm.row[0], mm[0, 1], tab[1, 1], eq["x^2"], ax.x
    do blink(peg.disk[0])
    set t to 2
  }
}
scene three "Goes on" continues two {
  objects { extra = dot((1, 0)) on ax }
  beat a "More" { show extra; flash tile }
}
"""
CORPUS = [EVERYTHING] + [
    path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/*.c2v"))
]
VALUES = re.findall(r"\S+", """t all none 3 -1 0 1e9 "x" (1,2) [1,2] [] A1 B2:E5 gold ax tile
tile[0] c peg x 2s 90deg 40% sq true 1i "" () k i 0..5 p.x ax.x 0..1e9""")
WORD = re.compile(r'[A-Za-z_]\w*|\d[\w.%]*|"[^"]*"|\([^()]*\)|\[[^\[\]]*\]')


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 2, 3))):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                lines.pop(at)
            case 1:
                lines.insert(at, lines[at])
            case 2:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                cut = chance.randrange(len(lines[at]) + 1)
                letter = chance.choice('()[]{}"#$,.=+-*/^ab12 ')
                lines[at] = lines[at][:cut] + letter + lines[at][cut + 1 :]
            case _:
                words = list(WORD.finditer(lines[at]))
                if words:
                    word = chance.choice(words)
                    lines[at] = (lines[at][: word.start()] + chance.choice(VALUES)
                                 + lines[at][word.end() :])
        text = "\n".join(lines) or "\n"
    return text


@pytest.mark.parametrize("seed", range(80))
def test_mutations(seed: int) -> None:
    chance = random.Random(seed)
    text = mutated(chance.choice(CORPUS), chance)
    begin = time.process_time()
    build(analyse(parse(text, "lesson.c2v"), MemoryLoader()))
    assert time.process_time() - begin < 2


def test_the_corpus_is_clean() -> None:
    for text in CORPUS:
        result = parse(text, "lesson.c2v")
        analysis = analyse(result, MemoryLoader())
        assert not [f.message for f in (*result.findings, *analysis.findings)]


def test_a_long_lesson_is_analysed_whole() -> None:
    scenes = []
    for s in range(10):
        dots = "\n".join(f"  d{i} = dot((t + {i}, f({i}))) color gold" for i in range(20))
        squares = "\n".join(
            f"  q{i} = square(side=0.8) at cell({i % 6}, {i // 6}) fill blue 0.4"
            for i in range(20))
        beats = "\n".join(
            f'beat b{i} "Line {i} of it" {{\n  show d{i}, q{i}\n  flash d{i}\n  set t to {i}\n}}'
            for i in range(11))
        scenes.append(f'scene s{s} "Scene" {{\nparam t = 0\nlet f(x) = x^2 - t\nobjects {{\n'
                      f"ax = plane() in A1:F5\non ax {{\n{dots}\n}}\n{squares}\n}}\n{beats}\n}}")
    text = 'c2v 1\nstoryboard "Long" {}\n' + "\n".join(scenes) + "\n"
    assert text.count("\n") > 1000
    result = parse(text, "long.c2v")
    analysis = analyse(result, MemoryLoader())
    assert {f.name for f in analysis.findings} == {"unused-object"}
