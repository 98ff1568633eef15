"""Golden emitted code: read the snapshots, they are what a Manim user gets."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

import c2v_dsl
from c2v_dsl.emit import EmittedScene

CASES = Path(__file__).parent / "cases"
EXAMPLES = Path(__file__).parents[2] / "examples"
STORYBOARDS = [CASES / "structure.c2v", CASES / "live.c2v", *sorted(EXAMPLES.glob("*.c2v"))]


def compiled(path: Path) -> c2v_dsl.CompileResult:
    result = c2v_dsl.compile_source(path.read_text(encoding="utf-8"), str(path))
    assert result.ok, [f.message for f in result.findings]
    return result


@pytest.mark.parametrize("path", STORYBOARDS, ids=lambda path: path.stem)
def test_emitted_code(path: Path, python_file: SnapshotAssertion) -> None:
    text = "\n\n".join(scene.text for scene in compiled(path).scenes)
    assert text == python_file


@pytest.mark.parametrize("path", STORYBOARDS, ids=lambda path: path.stem)
def test_emitted_code_is_python_and_short_enough_to_read(path: Path) -> None:
    for scene in compiled(path).scenes:
        ast.parse(scene.text)
        code = [line.partition("  # ")[0] for line in scene.text.splitlines()]
        ours = [line for n, line in enumerate(code, 1)
                if not ((held := scene.locate(n)) and held.code_line) and '"' not in line]
        assert max(map(len, ours)) <= 100


def find(scene: EmittedScene, text: str) -> int:
    """The number of the line that holds ``text``."""
    return next(n for n, line in enumerate(scene.text.splitlines(), 1) if text in line)


def test_every_line_of_a_beat_leads_back_to_the_storyboard() -> None:
    path = CASES / "structure.c2v"
    result = compiled(path)
    scene = result.scenes[1]
    shown = scene.locate(find(scene, "Draw(o.mid)"))
    assert shown is not None
    source = result.sources[shown.span.path]
    assert source.slice(shown.span) == "draw mid"
    assert shown.id == "pegs@one#1"


def test_lines_of_a_hatch_lead_back_to_the_lines_of_its_code() -> None:
    scene = compiled(CASES / "structure.c2v").scenes[1]
    dots = scene.locate(find(scene, "dots = VGroup"))
    assert dots is not None
    assert (dots.id, dots.code_line) == ("coded", 3)


def test_the_same_storyboard_gives_the_same_code() -> None:
    path = CASES / "live.c2v"
    script = (
        "import sys, c2v_dsl, pathlib; p = pathlib.Path(sys.argv[1]);"
        "r = c2v_dsl.compile_source(p.read_text(), 'live.c2v'); print(r.scenes[0].text)"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(texts) == 1


def test_a_scene_that_goes_on_declares_only_what_is_new() -> None:
    scene = compiled(CASES / "structure.c2v").scenes[2]
    own = scene.text.partition("class More(Pegs):")[2]
    assert "o.arr = " in own
    assert "o.mid = " not in own
    assert "clears = False" in scene.text.partition("class More")[0]
