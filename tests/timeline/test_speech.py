"""How long words take, and where in them marks stand."""

from __future__ import annotations

import pytest

from c2v_dsl.timeline.speech import frames_of, read, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Every matrix moves the whole plane.", 6),
        ("It is – well – 3.5 times larger!", 6),
        ("don't-stop 'quoted'", 2),
        ("Привет, мир", 2),
        ("... — !", 0),
    ],
)
def test_words_are_what_has_letters_or_digits(text: str, count: float) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("矩阵移动整个平面。", 4, 6),
        ("行列は平面全体を動かします。", 5, 9),
        ("행렬은 평면 전체를 움직인다", 4, 6),
        ("矩阵 matrix 移动", 3, 4),
    ],
)
def test_scripts_without_blanks_are_counted_by_letters(text: str, low: float, high: float) -> None:
    assert low <= words(text) <= high


def test_a_hundred_and_fifty_words_take_a_minute() -> None:
    assert frames_of(150, 150) == 3600
    assert frames_of(10, 150) == 240
    assert frames_of(10, 100) == 360


def test_lengths_are_rounded_up_to_whole_frames_without_float_dust() -> None:
    assert frames_of(1, 70) == 52
    assert frames_of(0.6 * 5, 150) == 72
    assert frames_of(0, 150) == 0


def test_a_pace_that_makes_no_sense_is_the_usual_one() -> None:
    assert frames_of(150, 0) == 3600
    assert frames_of(150, -3) == 3600


def test_marks_go_out_of_the_text_and_keep_their_share() -> None:
    spoken = read("The square is <stretch> stretched, and <lean> it leans.", ["stretch", "lean"])
    assert spoken.text == "The square is stretched, and it leans."
    assert spoken.words == 7
    assert spoken.marks == {"stretch": 3 / 7, "lean": 5 / 7}


def test_angle_brackets_that_are_no_marks_stay() -> None:
    spoken = read("If a <b> c holds", [])
    assert spoken.text == "If a <b> c holds"
    assert spoken.marks == {}


def test_marks_at_both_ends() -> None:
    spoken = read("<go> One two. <stop>", ["go", "stop"])
    assert spoken.marks == {"go": 0.0, "stop": 1.0}
    assert spoken.text == "One two."


def test_a_say_without_words_has_its_marks_at_once() -> None:
    assert read("<here>", ["here"]).marks == {"here": 0.0}


def test_blanks_and_line_ends_become_single_blanks() -> None:
    assert read("One\n   two  <m>\n three", ["m"]).text == "One two three"
