"""What is said becomes cues that can be read in their time."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from c2v_dsl.diagnostics import Span
from c2v_dsl.render.segments import Segment
from c2v_dsl.render.subtitles import LINE, Cue, cues, split, srt, vtt, wrap
from c2v_dsl.timeline.model import Speech

from .scenes import Beat, scene, timeline

HERE = Span(0, 0, "test.c2v")


def said(text: str, start: int, seconds: float) -> Speech:
    return Speech(text, start, round(seconds * 60), {}, HERE)


def made(text: str, seconds: int) -> list[Cue]:
    return split(said(text, 0, seconds), Fraction(0), Fraction(seconds))


SPEECH = (
    "Every matrix moves the whole plane. Watch what it does to one square, which begins with "
    "corners at zero and one, leans over as the matrix is applied, and ends as a parallelogram!"
)


def test_a_video_of_two_scenes_as_srt() -> None:
    one, _ = scene("one", [
        Beat("unit", 600, [], [said(SPEECH, 60, 9)]),
        Beat("shear", 180, [], [said("It is <stretched> & leans.", 610, 2.5)]),
    ])
    two, _ = scene("two", [Beat("end", 120, [], [said("1, 2 … 3.5 is x.", 0, 1.25)])])
    segments = [
        Segment("one", "unit", 0, 600, 150, ""), Segment("one", "shear", 600, 780, 45, ""),
        Segment("one", "", 780, 810, 8, ""), Segment("two", "end", 0, 120, 30, ""),
    ]
    found = cues(timeline(one, two), segments, 15)

    assert srt(found) == """\
1
00:00:01,000 --> 00:00:02,636
Every matrix moves the whole plane.

2
00:00:02,636 --> 00:00:06,727
Watch what it does to one square, which
begins with corners at zero and one,

3
00:00:06,727 --> 00:00:10,000
leans over as the matrix is applied,
and ends as a parallelogram!

4
00:00:10,167 --> 00:00:12,667
It is <stretched> & leans.

5
00:00:13,533 --> 00:00:14,783
1, 2 … 3.5 is x.
"""
    assert vtt(found[3:4]) == """\
WEBVTT

00:00:10.167 --> 00:00:12.667
It is &lt;stretched&gt; &amp; leans.
"""


def test_one_beat_alone_begins_at_zero() -> None:
    one, _ = scene("one", [
        Beat("a", 600, [], [said("First.", 0, 2)]), Beat("b", 180, [], [said("Second.", 630, 2)]),
    ])
    [cue] = cues(timeline(one), [Segment("one", "b", 600, 780, 45, "")], 15)
    assert (cue.start, cue.end, cue.text) == (Fraction(1, 2), Fraction(5, 2), "Second.")


@pytest.mark.parametrize("text", [
    SPEECH, "word " * 60, "x" * 300, "Short.", "三角形の面積は底辺かける高さ割る二です。" * 5,
    "Extraordinarily complicated constructions unquestionably need justification, said ten.",
    "Is it? Yes! “Quoted.” And so on; with semicolons: and colons — dashes, commas",
])
def test_every_cue_fits_and_nothing_is_lost(text: str) -> None:
    found = made(text, 20)
    assert "".join("".join(c.text for c in found).split()) == "".join(text.split())
    assert found[0].start == 0 and found[-1].end == 20
    for before, after in pairwise(found):
        assert before.end == after.start
    for cue in found:
        lines = cue.text.split("\n")
        assert len(lines) <= 2 and all(len(line) <= LINE for line in lines)


def test_times_are_shared_out_by_words() -> None:
    first, second = made("One two three. Four.", 8)
    assert (first.end, second.end) == (6, 8)


def test_numbers_are_not_torn_apart() -> None:
    text = "The area grows from 1,000,000 square metres to about 3.14159265 square metres " \
           "more than 2,500 times"
    assert all("1,000,000" in c.text or "1,000" not in c.text for c in made(text, 9))


def test_lines_are_of_about_one_length() -> None:
    lines = wrap("begins with corners at zero and one, leans over as it").split("\n")
    assert len(lines) == 2 and abs(len(lines[0]) - len(lines[1])) < 12


def test_silence_has_no_cues() -> None:
    one, _ = scene("one", [Beat("a", 60, [])])
    assert cues(timeline(one), [Segment("one", "a", 0, 60, 15, "")], 15) == []
