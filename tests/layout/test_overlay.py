"""Names and grid drawn over pictures."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from c2v_dsl.layout.measure import measure
from c2v_dsl.layout.overlay import Mark, draw_over, marks
from c2v_dsl.layout.scene import MeasuredScene
from c2v_dsl.pipeline import check
from c2v_dsl.semantics.themes import theme

BOARD = """c2v 1
storyboard "Names" { theme paper }
scene s "Names" {
  objects {
    for k in 0..9 { tile[k] = rect(w=0.4, h=0.4) at (k * 0.6 - 2.7, 2) color blue }
    words = text("in a row") at C3 color red
    ax = axes(x=[0, 3], y=[0, 9]) in D1:F6
    on ax { curve = plot(x^2) stroke green 4 }
  }
  beat one "All" { show tile, words, ax, curve }
}
"""


def test_what_is_named_large_families_once_and_curves_at_points_of_their_own() -> None:
    timeline = check(BOARD).timeline
    assert timeline is not None
    seen = measure(timeline).scenes[0]
    measured = MeasuredScene(timeline.scenes[0], seen, theme("paper"))
    named = {mark.name: mark for mark in marks(measured, next(seen.ends()))}
    assert set(named) == {"tile[…] × 10", "words", "ax", "curve"}
    assert named["words"].color == theme("paper").color("red")
    assert len(named["curve"].way) > 5
    assert not named["tile[…] × 10"].way
    assert not named["ax"].way
    x0, y0, x1, y1 = named["curve"].bounds
    assert all(x0 <= x <= x1 and y0 <= y <= y1 for x, y in named["curve"].way)


def test_names_hide_nothing_that_is_drawn(tmp_path: Path) -> None:
    paper = theme("paper")
    picture = Image.new("RGB", (1280, 720), paper.background)
    pen = ImageDraw.Draw(picture)
    named, boxes = [], []
    for number in range(12):
        x, y = -1 + 1.2 * (number % 4), 1.2 - 1.1 * (number // 4)
        named.append(Mark(f"a_long_name_{number}", (x, y, x + 0.6, y + 0.3), "#204080"))
        boxes.append((round((x + 64 / 9) * 90), round((4 - y - 0.3) * 90),
                      round((x + 0.6 + 64 / 9) * 90), round((4 - y) * 90)))
        pen.rectangle(boxes[-1], fill="#204080")
    picture.save(tmp_path / "plain.png")
    draw_over(tmp_path / "plain.png", "wide", "paper", named, tmp_path / "named.png")
    with Image.open(tmp_path / "named.png") as drawn:
        changed = ImageChops.difference(drawn.convert("RGB"), picture).convert("L")
    for x0, y0, x1, y1 in boxes:
        inside = changed.crop((x0 + 2, y0 + 2, x1 - 1, y1 - 1)).histogram()
        assert sum(inside[60:]) == 0, "a name or a corner covers what it names"
    assert sum(changed.histogram()[30:]) > 12 * 500
