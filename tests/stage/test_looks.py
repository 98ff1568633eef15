"""What a teacher would see: nothing covers, crosses or collides with what it should not."""

from __future__ import annotations

import copy
import itertools

import numpy as np
import pytest
from manim import VMobject

from c2v_dsl import stage as s
from c2v_dsl.stage import Lesson
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def units(plane, points):
    return plane.inner().inverse()(np.asarray(points))


def visible(thing):
    return [stroke for stroke in thing.shown_strokes(()) if stroke.paint.opacity > 0]


def test_bars_under_a_curve_are_apart_and_paint_over_nothing(bench):
    ax = s.axes(x=(0, 4), y=(0, 4)).fit("A1:F6")
    with s.on(ax):
        bars = s.riemann(lambda x: 2, x=(0, 4), n=4)
    assert all(stroke.paint.width == 0 for stroke in bars.strokes())
    first, second = bars.item(0).box(), bars.item(1).box()
    assert 0.01 < second.x0 - first.x1 < 0.05


def test_a_region_is_upright_where_its_function_jumps(bench):
    ax = s.axes(x=(-2, 2), y=(0, 4)).fit("A1:F6")
    with s.on(ax):
        area = s.region(lambda x: 1 if x < 0.3 else 3)
    points = units(ax, area.outlines()[0])
    assert not [x for x, y in points if 1e-6 < abs(x - 0.3) < 1 and 1.01 < y < 2.99]
    assert [y for x, y in points if abs(x - 0.3) < 1e-6]


def test_a_chart_keeps_its_scale_and_its_decimals(bench):
    p = bench.p
    p.t = 0.0
    chart = s.bars(lambda: [1, 10 * p.t], labels=["a", "b"]).fit("A1:C3").sweep(t=(1.0, 0.0))
    height = chart.item(0).box().height
    heights = []
    for t in (0.25, 0.5, 1.0):
        p.t = t
        heights.append(chart.strokes()[0].points[:, 1].max())
    assert max(heights) == pytest.approx(min(heights))
    assert chart.item(0).box().height == pytest.approx(height)
    assert chart.box().y1 <= s.bars([1]).fit("A1:C3").box().y1 + 0.2
    assert p.t == 1.0


def test_numbers_over_narrow_bars_do_not_touch(bench):
    for numbers in ([1234.5, 2345.6] * 3, [1234567.8, 2345678.9] * 6):
        chart = s.bars(numbers).fit("A1")
        boxes = []
        for k in range(len(numbers)):
            words = [q.points for q in chart.item(k).strokes() if q.leaf.role == "word"]
            if words:
                ink = np.vstack(words)
                boxes.append((ink[:, 0].min(), ink[:, 0].max()))
        assert len(boxes) >= 2
        for (_, end), (begin, _) in itertools.pairwise(boxes):
            assert begin > end + 0.02


def test_bars_grow_from_their_base_line(bench):
    chart = s.bars([2, 4], labels=["a", "b"]).fit("A1:C3")
    whole = [q for q in chart.strokes() if q.leaf.upright]
    bench.play(s.Grow(chart), until=0.4)
    half = [q for q in visible(chart) if q.leaf.upright]
    for before, now in zip(whole, half, strict=True):
        assert now.points[0] == pytest.approx(before.points[0])
        assert now.points[:, 1].max() < before.points[:, 1].max() - 0.1
        assert np.ptp(now.points[:, 0]) == pytest.approx(np.ptp(before.points[:, 0]))
    assert not [q for q in visible(chart) if q.leaf.role == "word"]


def test_copies_are_plain_pictures_and_a_scene_is_never_copied(bench):
    square = s.square().at("B2")
    bench.play(s.Show(square))
    twin = square.copy()
    assert isinstance(twin.submobjects[0], VMobject) and twin is not square
    assert twin.get_center()[:2] == pytest.approx(square.middle())
    scene = Lesson.__new__(Lesson)
    assert copy.deepcopy([scene])[0] is scene


def test_a_symbol_keeps_its_subscript_when_a_formula_is_rewritten(bench):
    rule = s.math("x_0 - x_1 = 3").at("B2")
    bench.play(s.Add(rule))
    start = rule.piece("x_1").strokes()
    apart = start[1].points.mean(axis=0) - start[0].points.mean(axis=0)
    run = bench.play(s.Rewrite(rule, text="x_1 = x_0 - 3", ease="linear"), until=0.5)
    by_look = {}
    for stroke in visible(rule):
        by_look.setdefault(stroke.leaf.key, []).append(stroke.points.mean(axis=0))
    one = by_look[start[1].leaf.key][0]
    letters = by_look[start[0].leaf.key]
    assert min(np.hypot(*(one - letter - apart)) for letter in letters) < 0.02
    assert abs(letters[0][1] - letters[1][1]) > 0.25
    run.finish()
    assert rule.piece("x_1").box().x0 < rule.piece("x_0").box().x0


def test_what_belongs_together():
    from c2v_dsl.stage.atoms import atoms

    def told(source, kind="math"):
        out: dict[int, str] = {}
        for letter, (number, _) in zip(source, atoms(source, kind), strict=True):
            out[number] = out.get(number, "") + letter
        return [text.strip() for text in out.values()]

    assert told(r"x_{ij}^2 - 12.5\alpha'") == ["x_{ij}^2", "-", "12.5", r"\alpha'"]
    assert told(r"\mathrm{sin} x") == [r"\mathrm{sin}", "x"]
    assert "cat" in told("the cat, $x_1$", "text") and "x_1" in told("the cat, $x_1$", "text")
    for broken in ("x_", "x_{1", "$", "a$b", "\\", ""):
        assert len(atoms(broken, "math")) == len(atoms(broken, "text")) == len(broken)


def numbers_of(plane):
    from c2v_dsl.stage.kinds.words import furniture

    return furniture(plane)


def test_numbers_keep_clear_of_the_other_axis_and_of_the_heads(bench):
    for given in (
        s.axes(x=(-2, 6), y=(-1, 4), labels=["time", "speed"]).fit("A1:C3"),
        s.axes(x=(-20000, 20000), y=(-3, 3), ticks=(100, 1)).fit("A4:C6"),
        s.plane(x=(-3, 3), y=(-2, 2)).fit("D1:F3"),
    ):
        numbers, lines = numbers_of(given)
        assert numbers and lines
        for number in numbers:
            for line in lines:
                assert not (number.x0 < line.x1 and line.x0 < number.x1
                            and number.y0 < line.y1 and line.y0 < number.y1)
    ax = s.axes(x=(0, 4), y=(0, 4)).fit("A1:F6")
    end = ax.inner()(np.array([4.0, 0.0]))[0]
    assert ax.part("x").outlines()[0][:, 0].max() - end > 0.25


def test_numbers_stand_on_a_halo(bench):
    ax = s.axes(x=(0, 4), y=(0, 4)).fit("A1:C3")
    halos = [stroke for stroke in ax.strokes() if stroke.leaf.plain]
    assert len(halos) >= 9 and all(stroke.paint.width > 4 for stroke in halos)


@pytest.mark.parametrize("side", ["up", "down", "left", "right"])
def test_labels_keep_clear_of_numbers(bench, side):
    ax = s.axes(x=(-2, 4), y=(-2, 4)).fit("A1:F6")
    with s.on(ax):
        for spot in (s.P(2, 0), s.P(0, 2), s.P(2, 2)):
            name = s.label("$x_0$", s.dot(spot), side=side)
            box = name.box()
            for number in numbers_of(ax)[0]:
                assert not (number.x0 < box.x1 and box.x0 < number.x1
                            and number.y0 < box.y1 and box.y0 < number.y1)


def test_focus_leaves_its_target_clear_and_darkens_what_is_around(bench):
    from c2v_dsl.stage.geometry import subpaths

    dot = s.dot().at("C3")
    bench.play(s.Add(dot))
    bench.play(s.Focus(dot, run_time=1, ease="linear"), until=0.65)
    veils = [m for overlay in bench.picture.overlays for m in overlay()]
    assert len(veils) > 3
    for veil in veils:
        around, hole = subpaths(veil.points[:, :2])
        assert np.hypot(*(hole - dot.middle()).T).min() > dot.box().width / 2
        assert np.ptp(around[:, 0]) > 14.3


def test_neighbours_that_swap_pass_clear_of_one_another(bench):
    a = s.square(side=0.8).at("B2")
    b = s.square(side=0.8).right_of(a, gap=0.1)
    bench.play(s.Add(a, b))
    run = bench.play(s.Swap(a, b, ease="linear"), until=0.0)
    for share in np.linspace(0, 1, 21):
        run.interpolate(share)
        one, two = a.box(), b.box()
        wide = min(one.x1, two.x1) - max(one.x0, two.x0)
        high = min(one.y1, two.y1) - max(one.y0, two.y0)
        assert min(wide, high) < 0.12


def test_a_bullet_comes_before_its_words(bench):
    points = s.bullets("one", "two").fit("A1:C3")
    strokes = points.item(1).strokes()
    assert strokes[0].leaf.key is None and strokes[1].leaf.key is not None
    assert strokes[0].points[:, 0].max() < strokes[1].points[:, 0].min()


def test_a_fill_alone_has_a_soft_outline():
    soft = s.square().style(fill=("gold", 0.25)).strokes()[0].paint
    assert soft.stroke == soft.fill and soft.stroke_opacity < 0.7
    own = s.square().style(fill=("gold", 0.25), stroke=("blue", 4)).strokes()[0].paint
    assert own.stroke != own.fill and own.stroke_opacity == 1


def test_arrows_keep_one_distance_from_both_ends(bench):
    a, b = s.circle(r=0.4).at("B1"), s.circle(r=0.4).at("B4")
    way = s.arrow(a, b).way()
    assert way[0][0] - a.box().x1 == pytest.approx(b.box().x0 - way[-1][0], abs=0.01)


def test_a_pulse_is_seen_on_paper():
    s.use_theme("paper")
    try:
        bench = Bench("wide")
        line = s.line(s.P(0, 0), s.P(3, 0)).style(color="orange")
        bench.play(s.Add(line))
        bench.play(s.Pulse(line, run_time=1, ease="linear"), until=0.5)
        light = [m for overlay in bench.picture.overlays for m in overlay()]
        assert max(m.stroke_width for m in light) > 2 * line.strokes()[0].paint.width
        color = np.array(light[-1].stroke_rgbas[0][:3])
        assert np.abs(color - np.array(line.strokes()[0].paint.stroke)).sum() > 0.2
    finally:
        s.use_theme("chalk")


def test_the_words_of_a_placeholder_stand_on_a_panel(bench):
    box = s.hatch("a spiral").fit("B2:C3")
    panel, *letters = box.strokes()
    assert panel.paint.fill_opacity == 1 and letters


def foot(words, index):
    """Where a letter ends below."""
    return words.strokes()[index].points[:, 1].min()


def test_words_of_a_row_stand_on_one_baseline(bench):
    words = [s.text(word) for word in ("ace", "on", "gypsy")]
    s.row(*words).at("B2:B5")
    flat = [words[0].box().y0, words[1].box().y0, foot(words[2], 3)]
    assert max(flat) - min(flat) < 0.012
    assert words[2].box().y0 < flat[0] - 0.05


def test_formulas_in_cells_of_one_row_stand_on_one_line(bench):
    cells = {"A1:A2": "v_x = 1", "A3:A4": "-v_y = 1", "A5:A6": "S' = 1"}
    feet = [s.math(tex, pieces=["1"]).fit(cell).piece("1").box().y0 for cell, tex in cells.items()]
    assert max(feet) - min(feet) < 0.003


def test_words_in_cells_of_one_row_stand_on_one_line(bench):
    ace, gypsy = s.text("ace").at("B2"), s.text("gypsy").fit("B3")
    assert foot(ace, 2) == pytest.approx(foot(gypsy, 3), abs=0.012)


def test_a_picture_and_a_placeholder_lie_exactly_on_a_plane_of_their_ratio(bench, tmp_path):
    from PIL import Image

    file = tmp_path / "square.png"
    Image.new("RGB", (40, 40), "red").save(file)
    picture = s.image(str(file)).fit("B2:C3").box()
    plane = s.complex(x=(-2, 2), y=(-2, 2)).fit("B2:C3")
    corners = plane.inner()(np.array([[-2.0, -2.0], [2.0, 2.0]]))
    assert corners[0] == pytest.approx([picture.x0, picture.y0])
    assert corners[1] == pytest.approx([picture.x1, picture.y1])
    drawn = s.hatch("a fractal").fit("B2:C3").box()
    assert drawn.height == pytest.approx(picture.height)


def test_a_listing_is_indented_only_as_its_lines_differ(bench):
    flush = s.code("\ndef f():\n    return 1\n").at((0, 0))
    indented = s.code("\n      def f():\n          return 1\n    ").at((0, 0))
    assert indented.box().width == pytest.approx(flush.box().width)
    bench.play(s.Add(flush))


def test_the_arc_of_an_angle_grows_with_its_lines_within_bounds(bench):
    def radius(length, mark=s.angle):
        arms = s.line((0, 0), (length, 0)), s.line((0, 0), (0, length))
        return mark(*arms).box().width

    assert radius(1) < radius(3) < radius(5) <= radius(50) < 1.0
    assert radius(5, s.right_angle) < radius(5)


def test_a_stroke_does_not_smear_the_words_beside_a_shape(bench):
    arr, word = s.array(s.L(1, 2)), s.text("word")
    bench.play(s.Add(arr, word), s.Stroke(arr, word, color="gold", width=6))
    widths = {k.leaf.role: k.paint.width for k in arr.strokes() if not k.leaf.soft}
    assert widths["frame"] == 6 and widths["word"] == 0
    assert all(k.paint.width == 6 for k in word.strokes())


def test_a_group_is_pointed_at_as_one_and_one_spot_is_on_several(bench):
    a, b = s.square().at("B2"), s.square().at("E5")
    both = s.group(a, b)
    bench.play(s.Add(both))
    bench.play(s.Outline(both), until=0.5)
    assert len(bench.picture.overlays) == 1
    bench.picture.overlays.clear()
    bench.play(s.Focus(a, b), until=0.5)
    veils = [m for overlay in bench.picture.overlays for m in overlay()]
    holes = [m.points[-32:, :2] for m in veils]
    center = (a.middle() + b.middle()) / 2
    assert holes and all(np.allclose((h.max(0) + h.min(0)) / 2, center, atol=1e-6) for h in holes)
