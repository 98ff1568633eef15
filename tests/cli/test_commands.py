"""The other commands that need no picture."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

import c2v_dsl
from c2v_dsl.cli import words
from c2v_dsl.resources import data_folder
from c2v_dsl.semantics.vocabulary import KINDS, STYLES
from c2v_dsl.semantics.vocabulary.declare import ArgType
from c2v_dsl.semantics.vocabulary.verbs import VERBS

from .conftest import GOOD, C2v

UGLY = GOOD.replace("  objects {\n    dot_ =", "  objects {\n dot_   =")


def test_fmt_formats_in_place_and_says_so(c2v: C2v, tmp_path: Path) -> None:
    (tmp_path / "ugly.c2v").write_text(UGLY, encoding="utf-8")
    called = c2v("fmt", "good.c2v", "ugly.c2v")
    assert (called.status, called.out) == (0, "ugly.c2v: formatted\n")
    assert (tmp_path / "ugly.c2v").read_text(encoding="utf-8") == GOOD


def test_fmt_check_changes_nothing(c2v: C2v, tmp_path: Path) -> None:
    (tmp_path / "ugly.c2v").write_text(UGLY, encoding="utf-8")
    called = c2v("fmt", "--check", "good.c2v", "ugly.c2v")
    assert called.status == 1
    assert called.out == "ugly.c2v: not formatted; `c2v fmt ugly.c2v` does it\n"
    assert (tmp_path / "ugly.c2v").read_text(encoding="utf-8") == UGLY


def test_fmt_leaves_a_broken_file_alone(c2v: C2v, tmp_path: Path) -> None:
    broken = GOOD.replace("show dot_", "show (")
    (tmp_path / "broken.c2v").write_text(broken, encoding="utf-8")
    called = c2v("fmt", "broken.c2v")
    assert called.status == 1
    assert "not formatted" in called.err
    assert (tmp_path / "broken.c2v").read_text(encoding="utf-8") == broken


def test_fmt_of_standard_input_goes_to_standard_output(c2v: C2v) -> None:
    assert c2v("fmt", "-", stdin=UGLY).out == GOOD


def test_fmt_keeps_the_file_s_permissions(c2v: C2v, tmp_path: Path) -> None:
    path = tmp_path / "ugly.c2v"
    path.write_text(UGLY, encoding="utf-8")
    path.chmod(0o640)
    c2v("fmt", "ugly.c2v")
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.c2v", "good.c2v", "ugly.c2v"]


def test_timeline_for_people_and_for_tools(c2v: C2v) -> None:
    text = c2v("timeline", "good.c2v")
    assert text.status == 0
    assert "show dot_" in text.out
    document = json.loads(c2v("timeline", "--format", "json", "good.c2v").out)
    schema = json.loads(c2v("schema", "timeline").out)
    jsonschema.validate(document, schema)


@pytest.mark.parametrize("document", ["tree", "timeline", "findings", "layout"])
def test_schemas_are_schemas(c2v: C2v, document: str) -> None:
    schema = json.loads(c2v("schema", document).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(c2v("schema").out)[document] == schema


def test_check_s_json_holds_the_printed_schema(c2v: C2v) -> None:
    schema = json.loads(c2v("schema", "findings").out)
    jsonschema.validate(json.loads(c2v("check", "--format", "json", "bad.c2v").out), schema)


def test_explain_lists_and_explains(c2v: C2v) -> None:
    every = c2v("explain").out
    assert "C2V901" in every
    by_code, by_name, by_number = (c2v("explain", w).out for w in ("c2v901", "scene-failed", "901"))
    assert by_code == by_name == by_number
    assert "scene-failed" in by_code


def test_explain_asks_what_was_meant(c2v: C2v) -> None:
    called = c2v("explain", "scene-faild")
    assert called.status == 2
    assert called.err == "c2v: there is no finding called scene-faild; did you mean scene-failed?\n"


def test_kinds_lists_and_tells_all_about_one(c2v: C2v, snapshot: SnapshotAssertion) -> None:
    assert "axes" in c2v("kinds").out
    here = str(data_folder("grammar"))

    def told(word: str) -> str:
        return c2v("kinds", word).out.replace(here, "…")

    assert told("axes") == snapshot(name="axes")
    assert told("move") == snapshot(name="move")
    assert told("scale") == snapshot(name="scale, a verb and a style")


@pytest.mark.parametrize("word", [*KINDS, *VERBS, *STYLES])
def test_kinds_leads_to_a_picture_of_each(c2v: C2v, word: str) -> None:
    paths = re.findall(r"^Picture: (.*)$", c2v("kinds", word).out, re.M)
    assert len(paths) == sum(word in each for each in (KINDS, VERBS, STYLES))
    assert all(Path(path).suffix == ".png" and Path(path).is_file() for path in paths)


def test_everything_an_argument_takes_has_words() -> None:
    types = {*get_args(ArgType), "place", "targets", "none"}
    assert set(words.TAKES) == types


@pytest.mark.parametrize(
    "word", ["component", "template", "action", "import", "say", "when", "together", "set", "for"]
)
def test_kinds_tells_statements_too(c2v: C2v, word: str) -> None:
    told = c2v("kinds", word).out
    assert told.startswith(word)
    assert "Example:" in told


def test_kinds_asks_what_was_meant(c2v: C2v) -> None:
    called = c2v("kinds", "cirle")
    assert (called.status, called.out) == (2, "")
    assert "did you mean circle?" in called.err


def test_new_makes_a_storyboard_that_is_clean_and_formatted(c2v: C2v, tmp_path: Path) -> None:
    called = c2v("new", "my_lesson.c2v")
    assert called.status == 0
    text = (tmp_path / "my_lesson.c2v").read_text(encoding="utf-8")
    assert 'storyboard "My lesson"' in text
    result = c2v_dsl.check(text)
    assert result.findings == ()
    assert c2v_dsl.format_source(text).text == text


def test_new_never_overwrites(c2v: C2v, tmp_path: Path) -> None:
    called = c2v("new", "good.c2v")
    assert called.status == 2
    assert "is there already" in called.err
    assert (tmp_path / "good.c2v").read_text(encoding="utf-8") == GOOD


def test_compile_writes_code_that_python_accepts(c2v: C2v, tmp_path: Path) -> None:
    called = c2v("compile", "good.c2v")
    assert called.status == 0, called.err
    (scene,) = (tmp_path / "good_scenes").glob("scene_*.py")
    compile(scene.read_text(encoding="utf-8"), scene.name, "exec")
    assert f"manim render {scene.name} One" in called.out
    assert c2v("compile", "bad.c2v", "-o", "elsewhere").status == 1
    assert not (tmp_path / "elsewhere").exists()


def test_compile_standalone_runs_without_this_package(c2v: C2v, tmp_path: Path) -> None:
    assert c2v("compile", "good.c2v", "--standalone", "-o", "alone").status == 0
    (scene,) = (tmp_path / "alone").glob("scene_*.py")
    program = (
        f"import sys; sys.modules['c2v_dsl'] = None; sys.path.insert(0, '.'); import {scene.stem}"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path / "alone", capture_output=True, text=True,
        check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
