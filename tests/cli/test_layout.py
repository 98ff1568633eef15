"""``c2v layout`` and ``c2v check --layout``."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from PIL import Image

from .conftest import C2v

CROWDED = """c2v 1
storyboard "Crowded" {}

scene one "One" layout wide {
  objects {
    first = text("first words") at C3
    second = text("other words") at C3  # allow C2V701: shown by turns
    third = circle(r=1) at C5
  }

  beat both {
    show first, second
  }
  beat more {
    draw third
  }
}
"""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("C2V_CACHE", str(tmp_path / "cache"))
    (tmp_path / "crowded.c2v").write_text(CROWDED, encoding="utf-8")


def test_the_table_tells_beat_by_beat_what_stands_where(c2v: C2v) -> None:
    called = c2v("layout", "crowded.c2v")
    assert called.status == 0
    head, *rows = called.out.split("\n\n")[1].strip().splitlines()
    assert head.startswith("one@more  at 2.0 s")
    assert [row.split()[0] for row in rows] == ["third", "second", "first"]
    assert rows[0].split()[1:3] == ["circle", "B5:D5"]
    assert rows[1].split()[-4:-2] == ["letters", "of"]


def test_its_json_holds_the_printed_schema(c2v: C2v) -> None:
    schema = json.loads(c2v("schema", "layout").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(c2v("layout", "crowded.c2v", "--format", "json").out)
    jsonschema.validate(document, schema)
    assert [beat["beat"] for beat in document["beats"]] == ["one@both", "one@more"]
    assert [row["id"] for row in document["beats"][0]["objects"]] == ["first", "second"]


def test_pictures_show_the_boxes(c2v: C2v, tmp_path: Path) -> None:
    called = c2v("layout", "crowded.c2v", "--overlay", "boxes")
    assert called.status == 0
    files = sorted((tmp_path / "boxes").iterdir())
    assert [file.name for file in files] == ["01_one_01_both.png", "01_one_02_more.png"]
    with Image.open(files[1]) as picture:
        assert len(picture.getcolors(picture.width * picture.height) or []) > 50


def test_check_measures_silences_and_remembers(c2v: C2v, tmp_path: Path) -> None:
    silenced = c2v("check", "--layout", "crowded.c2v")
    assert (silenced.status, silenced.out) == (0, "no findings in crowded.c2v\n")
    text = CROWDED.replace("  # allow C2V701: shown by turns", "")
    (tmp_path / "crowded.c2v").write_text(text, encoding="utf-8")
    told = c2v("check", "--layout", "crowded.c2v")
    assert told.status == 1
    assert "C2V701" in told.out
    assert "`second` covers `first`" in told.out
    assert c2v("check", "--layout", "crowded.c2v").out == told.out
    assert c2v("check", "crowded.c2v").status == 0


def test_where_there_is_no_room_a_sentence_says_so(
    c2v: C2v, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    called = c2v("layout", "crowded.c2v")
    assert (called.status, called.out) == (2, "")
    assert called.err.startswith("c2v: ")
    assert "missing" in called.err
