"""The library's face: five functions, whatever has been imported before."""

from __future__ import annotations

import importlib
from pathlib import Path

import c2v_dsl

GOOD = """c2v 1
storyboard "Good" {}

scene one "One" {
  objects {
    point = dot((0, 0)) color gold
  }

  beat first "A dot" {
    show point over 200ms
  }
}
"""


def test_parse_answers_with_a_tree_even_of_nonsense() -> None:
    assert not c2v_dsl.parse(GOOD).findings
    broken = c2v_dsl.parse("c2v 1\nscene {")
    assert broken.tree is not None
    assert broken.findings


def test_check_answers_with_a_timeline_or_findings() -> None:
    good = c2v_dsl.check(GOOD, "good.c2v")
    assert good.ok
    assert good.timeline is not None
    assert [scene.id for scene in good.timeline.scenes] == ["one"]
    bad = c2v_dsl.check(GOOD.replace("show point", "show pint"), "bad.c2v")
    assert not bad.ok
    assert bad.timeline is None
    assert [finding.code for finding in bad.findings] == ["C2V101"]
    assert set(bad.sources) == {"bad.c2v"}


def test_format_source_and_compile_source() -> None:
    assert c2v_dsl.format_source(GOOD.replace("  beat", " beat")).text == GOOD
    compiled = c2v_dsl.compile_source(GOOD, "good.c2v")
    assert compiled.ok
    assert list(compiled.files) == [compiled.scenes[0].filename]
    assert "class One(Lesson)" in compiled.files[compiled.scenes[0].filename]
    refused = c2v_dsl.compile_source("c2v 1\nscene {")
    assert not refused.ok
    assert not refused.files


def test_render_makes_a_video(tmp_path: Path) -> None:
    rendered = c2v_dsl.render(GOOD, tmp_path / "good.mp4", quality="draft")
    assert rendered.video == tmp_path / "good.mp4"
    assert rendered.video.stat().st_size > 1000
    refused = c2v_dsl.render("c2v 1\nscene {", tmp_path / "none.mp4")
    assert refused.video is None
    assert refused.findings
    assert not (tmp_path / "none.mp4").exists()


def test_render_stays_a_function_when_its_room_is_imported(tmp_path: Path) -> None:
    importlib.import_module("c2v_dsl.render.video")
    assert not c2v_dsl.render("c2v 1\nscene {", tmp_path / "none.mp4").video


def test_a_written_out_function_keeps_its_own_variables_beside_a_param_of_the_usual_name() -> None:
    text = GOOD.replace("  objects {", "  param t = 0.5\n\n  objects {").replace(
        "point = dot((0, 0)) color gold",
        "ax = axes(x=[-2, 2], y=[-2, 2]) in A1:F6\n"
        "    on ax { ring = parametric(u -> t * cos(u), u -> sin(u), t=[0, tau]) }",
    ).replace("show point over 200ms", "show ax, ring\n    set t to 1")
    assert not c2v_dsl.check(text).findings
