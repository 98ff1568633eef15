"""The stage's geometry: one unit, one rhythm, nothing outside the frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2v_dsl.semantics import frame
from c2v_dsl.semantics.frame import Rect

LAYOUTS = ("notes", "wide")
index = st.integers(0, 5)


def test_rows_are_the_same_in_both_layouts():
    heights = {round(frame.cell_rect(layout, (2, 3)).height, 9) for layout in LAYOUTS}
    assert heights == {round(frame.ROW, 9)}


def test_columns_are_wider_than_rows():
    assert all(frame.column_width(layout) > frame.ROW for layout in LAYOUTS)


def test_the_lecture_takes_about_a_third_and_the_stage_the_rest():
    border = (frame.LECTURE.x1 + frame.grid_rect("notes").x0) / 2
    assert 0.30 < (border - frame.FRAME.x0) / frame.FRAME_WIDTH < 0.36


@pytest.mark.parametrize("layout", LAYOUTS)
def test_title_lecture_and_grid_share_edges_and_never_overlap(layout):
    grid = frame.grid_rect(layout)
    assert frame.FRAME.contains(grid) and frame.FRAME.contains(frame.TITLE)
    assert not grid.overlaps(frame.TITLE, 1e-9)
    assert grid.y1 == frame.TITLE.y0 and grid.x1 == frame.TITLE.x1
    if layout == "notes":
        assert not grid.overlaps(frame.LECTURE, 1e-9)
        assert (frame.LECTURE.y0, frame.LECTURE.y1) == (grid.y0, grid.y1)
        assert frame.LECTURE.x0 == frame.TITLE.x0


def test_margins_are_whole_steps_of_the_rhythm():
    for length in (frame.MARGIN, frame.ROW, frame.GUTTER, frame.LECTURE_WIDTH):
        assert length / frame.STEP == pytest.approx(round(length / frame.STEP))


@given(index, index, index, index, st.sampled_from(LAYOUTS))
def test_an_area_is_the_hull_of_its_corner_cells(r1, c1, r2, c2, layout):
    area = frame.area_rect(layout, r1, c1, r2, c2)
    first, last = frame.cell_rect(layout, (r1, c1)), frame.cell_rect(layout, (r2, c2))
    hull = (min(first.x0, last.x0), min(first.y0, last.y0),
            max(first.x1, last.x1), max(first.y1, last.y1))  # fmt: skip
    assert area == pytest.approx(hull)


def test_a1_is_at_the_top_left():
    grid = frame.grid_rect("notes")
    cell = frame.cell_rect("notes", (0, 0))
    assert (cell.x0, cell.y1) == pytest.approx((grid.x0, grid.y1))


@given(st.floats(-9, 9), st.floats(-9, 9), st.sampled_from(LAYOUTS))
def test_rows_and_scene_units_convert_both_ways(x, y, layout):
    there = frame.to_scene(layout, (x, y))
    assert frame.to_rows(layout, there) == pytest.approx((x, y), abs=1e-9)


def test_one_unit_up_from_the_middle_is_one_row():
    low, high = frame.to_scene("wide", (0, 0)), frame.to_scene("wide", (0, 1))
    assert high[1] - low[1] == pytest.approx(frame.ROW)
    assert low == pytest.approx(frame.grid_rect("wide").center)


def test_inset_never_turns_a_rectangle_inside_out():
    assert Rect(0, 0, 1, 4).inset(2) == Rect(0.5, 2, 0.5, 2)
