"""Code2Video's storyboards become storyboards to go on from; their mistakes become sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from typer.testing import CliRunner

import c2v_dsl
from c2v_dsl.agents.code2video import Skeleton, read, skeleton
from c2v_dsl.cli.app import app
from c2v_dsl.diagnostics.text import format_findings
from c2v_dsl.timeline.model import Timeline


def _section(number: int = 1, **changes: Any) -> dict[str, Any]:
    return {
        "id": f"section_{number}", "title": f"Sec {number}: Yeast at work",
        "lecture_lines": ["Yeast eats sugar", "It makes gas"],
        "animations": ["Grains of sugar in #FFD166", "Bubbles rise in light blue"],
    } | changes


def _made(*sections: dict[str, Any], folder: Path = Path(), outline: Any = None) -> Skeleton:
    reading = read(json.dumps({"sections": sections}),
                   None if outline is None else json.dumps(outline))
    assert reading.board is not None, reading.problems
    made = skeleton(reading.board, folder, folder / "lesson.c2v")
    return Skeleton(made.text, (*reading.notes, *made.notes))


def _timeline(text: str, path: Path = Path("lesson.c2v")) -> Timeline:
    result = c2v_dsl.check(text, str(path))
    told = [f for f in result.findings if f.name != "hatch-without-code"]
    assert not told, format_findings(told, result.sources)
    assert c2v_dsl.format_source(text).text == text
    assert result.timeline is not None
    return result.timeline


def _problems(data: Any, outline: Any = None) -> tuple[str, ...]:
    text = data if isinstance(data, str) else json.dumps(data)
    reading = read(text, None if outline is None else json.dumps(outline))
    assert reading.board is None
    return reading.problems


def test_sections_become_scenes_and_lines_beats() -> None:
    made = _made(_section())
    scene, = _timeline(made.text).scenes
    assert (scene.id, scene.title) == ("section_1", "Yeast at work")
    assert [(beat.id, beat.line) for beat in scene.beats] == [
        ("section_1@yeast_eats_sugar", "Yeast eats sugar"),
        ("section_1@makes_gas", "It makes gas")]
    assert not made.notes


def test_descriptions_become_hatches_one_giving_way_to_the_next() -> None:
    text = _made(_section()).text
    assert 'picture_1 = python("Grains of sugar in #FFD166") in A1:F6' in text
    assert 'picture_2 = python("Bubbles rise in light blue") in A1:F6' in text
    second = text.partition('"It makes gas"')[2]
    assert second.index("hide picture_1") < second.index("draw picture_2")


def test_lines_take_the_first_colour_of_what_is_shown_beside_them() -> None:
    text = _made(_section(animations=["A grain #000010 in #FFD166", "Light blue bubbles"])).text
    assert '"Yeast eats sugar" color #FFD166 {' in text, "#000010 could not be read"
    assert '"It makes gas" color light_blue {' in text


def test_section_10_comes_after_section_2() -> None:
    made = _made(_section(1), _section(10), _section(2))
    assert [s.id for s in _timeline(made.text).scenes] == ["section_1", "section_2", "section_10"]
    assert made.notes == ("sections: they come in the order of the numbers in their ids",)


def test_the_outline_gives_topic_audience_and_what_a_scene_is_about() -> None:
    outline = {"topic": "Why bread rises", "target_audience": "Pupils of 12", "sections": [
        {"id": "section_1", "title": "x", "content": "Yeast lives.", "example": "dough"}]}
    text = _made(_section(), outline=outline).text
    _timeline(text)
    assert 'storyboard "Why bread rises" {\n  audience "Pupils of 12"' in text
    assert "# Yeast lives.\n# Example: dough\nscene section_1" in text


def test_a_long_line_is_shown_in_part_and_spoken_in_full() -> None:
    long = "The gas makes bubbles, which we see in every slice of bread that we cut"
    made = _made(_section(lecture_lines=[long, "It makes gas"]))
    _timeline(made.text)
    assert '"The gas makes bubbles…"' in made.text
    assert f'say "{long}"' in made.text
    assert made.notes == (
        "sections[0].lecture_lines[0]: of its 15 words 4 are shown; all are spoken",)


def test_a_formula_counts_as_one_word() -> None:
    line = "Sugar becomes $a + b + c + d + e = f$ in a day"
    made = _made(_section(lecture_lines=[line, "It makes gas"]))
    assert f'"{line}"' in made.text
    assert not made.notes


def test_pictures_that_are_there_are_shown(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    Image.new("RGB", (8, 8)).save(tmp_path / "assets" / "Baker's shop.png")
    made = _made(_section(animations=[
        r"A shop [Asset: C:\icons\Baker's shop.png] opens", "It closes"]), folder=tmp_path)
    _timeline(made.text, tmp_path / "lesson.c2v")
    assert 'baker_s_shop = image("assets/Baker\'s shop.png") in E3:F4' in made.text
    assert 'python("A shop (there already as `baker_s_shop`) opens") in A1:D6' in made.text
    assert "show baker_s_shop\n" in made.text
    assert "hide baker_s_shop, picture_1\n" in made.text
    assert not made.notes


@pytest.mark.parametrize("data", [None, b"no picture"], ids=["missing", "broken"])
def test_pictures_that_cannot_be_shown_are_told(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "cat.png").write_bytes(data)
    made = _made(_section(animations=["A cat [Asset: /x/cat.png] sleeps", "It wakes"]),
                 folder=tmp_path)
    _timeline(made.text, tmp_path / "lesson.c2v")
    assert 'python("A cat sleeps")' in made.text
    assert '# missing: cat.png; `icon("cat")` is like it' in made.text
    assert made.notes == (
        'sections[0]: the picture cat.png is not there; `icon("cat")` is like it',)


@pytest.mark.parametrize(("lines", "animations", "note"), [
    (3, 1, "sections[0]: 3 lecture lines and 1 animation; the last beats show nothing new"),
    (1, 3, "sections[0]: 1 lecture line and 3 animations; "
           "the last beat shows those that are over, one after another"),
    (0, 2, "sections[0]: it has no `lecture_lines`"),
    (2, 0, "sections[0]: it has no `animations`"),
])
def test_lists_of_different_length_are_told(lines: int, animations: int, note: str) -> None:
    section = _section(lecture_lines=[f"Line number {n}" for n in range(lines)],
                       animations=[f"What is seen {n}" for n in range(animations)])
    for key in ("lecture_lines", "animations"):
        if not section[key]:
            del section[key]
    made = _made(section)
    scene, = _timeline(made.text).scenes
    assert len(scene.beats) == (lines or animations)
    assert made.text.count("python(") == made.text.count("draw picture_") == animations
    assert made.notes == (note,)


def test_ids_that_are_no_names_become_names() -> None:
    made = _made(_section(id="Étape 1!"), _section(id="scene"), _section(id="2nd part"),
                 _section(id="2nd part"), {**_section(), "id": None} | {"id": "牛乳"})
    ids = [scene.id for scene in _timeline(made.text).scenes]
    assert ids == ["tape_1", "scene_scene", "part_2nd_part", "part_2nd_part_2", "section"]
    assert "sections[0]: its scene is called `tape_1`" in made.notes


def test_a_section_without_id_gets_one() -> None:
    section = _section()
    del section["id"]
    made = _made(section)
    assert "sections[0]: it has no id and is called `section_1`" in made.notes
    assert _timeline(made.text).scenes[0].id == "section_1"


@pytest.mark.parametrize(("written", "stands"), [
    ('He said "rise"', "He said “rise”"),
    ("From $5 to $6", r"From \$5 to \$6"),
    ("So $x^2$ costs $5", r"So $x^2$ costs \$5"),
    ("A set #{x} and {x}", r"A set \#{x} and {x}"),
    ("A slash \\", "A slash"),
    ("Two\nlines\x00 and\ta tab", "Two lines and a tab"),
    (r"A broken $\frac{1$ formula", r"A broken \$\frac{1\$ formula"),
])
def test_texts_read_as_they_stood(written: str, stands: str) -> None:
    text = _made(_section(lecture_lines=[written, "It makes gas"], title=written)).text
    _timeline(text)
    assert f'scene section_1 "{stands}"' in text


def test_marks_are_no_marks() -> None:
    text = _made(_section(lecture_lines=["Is a <b> a <b>?", "It makes gas"])).text
    _timeline(text)
    assert 'say "Is a b a b?"' in text


_WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(
    lambda text: any(letter.isalnum() for letter in text))
_MARKS = st.text("\\\"#{}$<>%&_^ ax1", min_size=1, max_size=12).map(lambda text: "x" + text)
_TEXTS = st.lists(_WORDS | _MARKS, min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(id=_WORDS | _MARKS, title=_WORDS | _MARKS, lines=_TEXTS, animations=_TEXTS)
def test_whatever_the_texts_are_the_skeleton_has_no_errors(
    id: str, title: str, lines: list[str], animations: list[str]
) -> None:
    text = json.dumps({"sections": [
        {"id": id, "title": title, "lecture_lines": lines, "animations": animations}]})
    reading = read(text)
    if reading.board is None:
        assert all("this text is empty" in problem for problem in reading.problems)
        return
    made = skeleton(reading.board, Path(), Path("lesson.c2v"))
    result = c2v_dsl.check(made.text, "lesson.c2v")
    assert result.ok, made.text + format_findings(result.findings, result.sources)


_KEYS = st.sampled_from(["sections", "id", "title", "lecture_lines", "animations", "topic",
                         "target_audience", "content", "example", "description", "x"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=20)


@settings(max_examples=150, deadline=None)
@given(storyboard=_JSON, outline=_JSON, cut=st.integers(0, 80))
def test_whatever_the_json_is_there_is_a_board_or_a_reason(
    storyboard: Any, outline: Any, cut: int
) -> None:
    for data in (storyboard, {"sections": storyboard}, {"sections": [storyboard]}):
        text = json.dumps(data)
        for given_text in (text, text[: -cut or None]):
            reading = read(given_text, json.dumps({"sections": [outline]}))
            assert (reading.board is None) == bool(reading.problems)


_GOOD = json.dumps({"sections": [_section()]}, indent=1)


@pytest.mark.parametrize(("data", "told"), [
    ("", "the file is empty"),
    (_GOOD[:-30], f"line {_GOOD[:-30].count(chr(10)) + 1}: the file ends here, before its JSON"),
    (_GOOD[:60], "line 5: the file ends here, before its JSON does"),
    ("{'sections': []}", "line 1, column 2: this is not JSON: expecting property name"),
    ("[" * 100_000, "brackets stand in brackets without end"),
    ([], "an object with `sections` is needed, not a list"),
    ({"Section": []}, "sections: a list of sections is needed, there is none; "
                      "did `Section` mean it?"),
    ({"sections": {"a": 1}}, "sections: a list of sections is needed, not an object"),
    ({"sections": []}, "sections: this list is empty"),
    ({"sections": ["a"]}, "sections[0]: a section is an object, not a text"),
    ({"sections": [_section(title=3)]}, "sections[0].title: a text is needed here, not a number"),
    ({"sections": [_section(title=" ")]}, "sections[0].title: this text is empty"),
    ({"sections": [{"id": "a", "titel": "b", "animations": ["c"]}]},
     "sections[0].title: this text is missing; did `titel` mean it?"),
    ({"sections": [_section(lecture_lines="one")]},
     "sections[0].lecture_lines: a list of texts is needed here, not a text"),
    ({"sections": [_section(), _section(animations=["a", None])]},
     "sections[1].animations[1]: a text is needed here, not null"),
    ({"sections": [_section(lecture_lines=["a", ""])]},
     "sections[0].lecture_lines[1]: this text is empty"),
    ({"sections": [{"id": "a", "title": "b"}]},
     "sections[0]: it has neither `lecture_lines` nor `animations`"),
    ({"sections": [_section(id=True)]}, "sections[0].id: a text is needed here, not true or false"),
])
def test_mistakes_in_the_json_are_told_with_their_place(data: Any, told: str) -> None:
    problem, = _problems(data)
    assert problem.startswith(told)


def test_all_mistakes_are_told_at_once() -> None:
    told = _problems({"sections": [_section(title=1), 2, _section(animations=[3])]},
                     {"topic": 4, "sections": [5]})
    assert told == (
        "sections[0].title: a text is needed here, not a number",
        "sections[1]: a section is an object, not a number",
        "sections[2].animations[0]: a text is needed here, not a number",
        "outline: sections[0]: a section is an object, not a number",
        "outline: topic: a text is needed here, not a number",
    )


def test_animations_may_be_objects_with_a_description() -> None:
    made = _made(_section(animations=[{"step": 1, "description": "Sugar"}, "Gas"]))
    assert 'python("Sugar")' in made.text


class TestCommand:
    """``c2v import``."""

    def _run(self, *words: object) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, ["import", *map(str, words)])
        return result.exit_code, result.stdout, result.stderr

    def _file(self, folder: Path, data: Any = None) -> Path:
        path = folder / "storyboard.json"
        path.write_text(json.dumps(data or {"sections": [_section()]}))
        return path

    def test_makes_a_file_beside_it_and_never_overwrites(self, tmp_path: Path) -> None:
        path = self._file(tmp_path)
        status, out, err = self._run(path)
        made = tmp_path / "storyboard.c2v"
        assert (status, err) == (0, "")
        assert f"c2v check {made}" in out
        _timeline(made.read_text(), made)
        made.write_text("mine")
        status, _, err = self._run(path)
        assert status == 2
        assert "is there already and was left as it is" in err
        assert made.read_text() == "mine"

    def test_takes_the_outline_beside_it_or_another(self, tmp_path: Path) -> None:
        path = self._file(tmp_path)
        (tmp_path / "outline.json").write_text('{"topic": "Bread", "sections": [{}]}')
        (tmp_path / "plan.json").write_text('{"topic": "Yeast", "sections": [{}]}')
        assert 'storyboard "Bread"' in self._run(path, "-o", "-")[1]
        assert 'storyboard "Yeast"' in self._run(
            path, "-o", "-", "--outline", tmp_path / "plan.json")[1]

    def test_mistakes_are_told_with_the_files_name(self, tmp_path: Path) -> None:
        path = self._file(tmp_path, {"sections": [_section(title=1)]})
        status, out, err = self._run(path)
        assert (status, out) == (1, "")
        assert err == f"{path}: sections[0].title: a text is needed here, not a number\n"
        assert not list(tmp_path.glob("*.c2v"))

    def test_a_folder_and_a_missing_file_are_told(self, tmp_path: Path) -> None:
        path = self._file(tmp_path)
        assert f"{tmp_path} is a folder; {path}, perhaps" in self._run(tmp_path)[2]
        assert "there is no such file" in self._run(tmp_path / "x.json")[2]
        assert "there is no such file" in self._run(path, "--outline", "no.json")[2]
        assert "x.c2v is a storyboard already" in self._run(tmp_path / "x.c2v")[2]
        assert "a part of the path is a file" in self._run(path, "-o", path / "x.c2v")[2]
