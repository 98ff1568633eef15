"""``compile --standalone``: plain ``manim render`` draws the scenes without this package."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import av

import c2v_dsl
from c2v_dsl.emit.standalone import runtime_files

STORYBOARD = """c2v 1
storyboard "Alone" {}
scene s "Alone" {
  param t = 0
  objects {
    ax = plane(x=[-1, 3], y=[-1, 2]) in A1:E6
    on ax { d = dot((t, t / 2)) color gold }
    eq = math("t = #{t:.1}") in F1:F6
  }
  beat go "It runs" {
    draw ax over 200ms
    pop d over 200ms
    write eq over 200ms
    set t to 2 over 400ms
  }
}
"""


def test_the_runtime_names_no_module_of_this_package() -> None:
    for name, text in runtime_files().items():
        assert not re.search(r"^\s*(from|import) c2v_dsl", text, re.M), name
        assert name.startswith("c2v_runtime/")


def test_plain_manim_renders_it(tmp_path: Path) -> None:
    result = c2v_dsl.compile_source(STORYBOARD, "alone.c2v", standalone=True)
    for name, text in result.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    scene = result.scenes[0]
    # Hide this package: a folder of its own name that cannot be imported comes first.
    hidden = tmp_path / "hidden" / "c2v_dsl"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError('not installed here')\n")
    done = subprocess.run(
        [sys.executable, "-m", "manim", "render", "-ql", "--progress_bar", "none",
         scene.filename, scene.class_name],
        cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(hidden.parent)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    video = next(tmp_path.glob("media/videos/**/Serial.mp4"), None) or next(
        path for path in tmp_path.glob("media/videos/**/*.mp4") if "partial" not in str(path)
    )
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        frames = sum(1 for _ in container.decode(stream))
        rate = stream.average_rate
    assert rate is not None
    assert abs(frames - 1.5 * float(rate)) <= 1
