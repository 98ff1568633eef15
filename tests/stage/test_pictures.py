"""Files, hatches, and what is drawn in the end."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from manim import Circle, Text
from PIL import Image

from c2v_dsl import stage as s
from c2v_dsl.semantics import frame, themes
from c2v_dsl.stage import P, geometry, theme
from c2v_dsl.stage.kinds import pictures
from tests.stage.bench import Bench, colored, frames


@pytest.fixture
def bench():
    return Bench("wide")


def rgb(name):
    return tuple(round(v * 255) for v in themes.rgb(themes.theme("chalk").color(name)))


def test_an_image_keeps_its_ratio_and_is_drawn(tmp_path):
    file = tmp_path / "half.png"
    pixels = np.zeros((40, 80, 4), np.uint8)
    pixels[:, :40] = (255, 0, 0, 255)
    Image.fromarray(pixels).save(file)
    boxes = []

    def declare(o, p):
        o.photo = s.image(str(file)).fit("A1:F6")

    def beat(scene, o, p):
        scene.play(s.Add(o.photo))
        boxes.append(o.photo.box())
        scene.wait(0.2)
        scene.play(s.Dim(o.photo, to=0.5), run_time=0.5)
        scene.wait(0.2)

    shown = frames(declare, beat)
    assert boxes[0].width == pytest.approx(2 * boxes[0].height)
    whole = boxes[0].width * boxes[0].height * (240 / 8) ** 2
    assert colored(shown[1], (255, 0, 0)) == pytest.approx(whole / 2, rel=0.05)
    back = np.array([v * 255 for v in themes.rgb(themes.theme("chalk").background)])
    dimmed = tuple((np.array([255, 0, 0]) + back) // 2)
    assert colored(shown[-6], dimmed, 12) > whole * 0.4


QUARTERS = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0))
"""Colours of a picture's corners: upper left, upper right, lower left, lower right."""


def quarters(size=40):
    picture = Image.new("RGB", (2 * size, 2 * size))
    for k, color in enumerate(QUARTERS):
        picture.paste(color, (k % 2 * size, k // 2 * size, (k % 2 + 1) * size, (k // 2 + 1) * size))
    return picture


def corners(file):
    shown = pictures._pixels(str(file))
    assert not isinstance(shown, str), shown
    h, w = shown.shape[:2]
    return [tuple(int(v) for v in shown[y, x])
            for y, x in ((h // 4, w // 4), (h // 4, 3 * w // 4), (3 * h // 4, w // 4),
                         (3 * h // 4, 3 * w // 4))]


def near(found, expected, slack=12):
    return all(abs(a - b) <= slack for f, e in zip(found, expected, strict=True)
               for a, b in zip(f[:3], e, strict=True))


def test_a_photo_taken_sideways_is_turned_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    quarters().rotate(90, expand=True).save(tmp_path / "a.jpg", quality=95, exif=exif)
    assert near(corners(tmp_path / "a.jpg"), QUARTERS)


def test_a_picture_for_printing_keeps_its_colours(tmp_path):
    quarters().convert("CMYK").save(tmp_path / "a.jpg", quality=95)
    assert near(corners(tmp_path / "a.jpg"), QUARTERS)


def test_sixteen_bits_of_grey_become_eight(tmp_path):
    grey = np.repeat(np.array([0, 0x4000, 0x8000, 0xFFFF], np.uint16)[None], 4, axis=0)
    Image.fromarray(grey).save(tmp_path / "a.png")
    shown = pictures._pixels(str(tmp_path / "a.png"))
    assert shown[0, :, 0].tolist() == [0, 63, 127, 255]
    assert shown[0, :, 3].tolist() == [255] * 4


@pytest.mark.parametrize("mode", ["P", "LA", "RGBA", "1"])
def test_what_is_clear_stays_clear(tmp_path, mode):
    if mode == "P":
        picture = quarters().quantize(8)
        picture.info["transparency"] = picture.getpixel((0, 0))
    elif mode == "1":
        picture = Image.new("1", (8, 8), 1)
    else:
        picture = Image.new(mode, (80, 80), 0)
    picture.save(tmp_path / "a.png", **({"transparency": picture.info["transparency"]}
                                        if mode == "P" else {}))
    alphas = [corner[3] for corner in corners(tmp_path / "a.png")]
    assert alphas == {"P": [0, 255, 255, 255], "1": [255] * 4}.get(mode, [0] * 4)


def test_a_large_picture_is_made_small_and_does_not_fill_the_memory(tmp_path):
    """Forty million pixels: their 120 MB and a little, not several copies of them."""
    Image.new("RGB", (8000, 5000), (255, 0, 0)).save(tmp_path / "a.png", compress_level=1)
    program = (
        "import resource, sys; from c2v_dsl.stage.kinds import pictures; "
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; "
        "shown = pictures._pixels(sys.argv[1]); assert shown.shape == (1250, 2000, 4), shown; "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "a.png")],
                          capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[-1]) < 260_000, "in kilobytes"


def test_paints_of_drawings(bench, tmp_path):
    """Gradients by their mean, classes, current colour, repeated parts, units, hidden things."""
    file = tmp_path / "a.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100%">'
        '<style>.a{fill:#ff0000}</style><defs>'
        '<linearGradient id="g"><stop offset="0" stop-color="#000000"/>'
        '<stop offset="1" style="stop-color:#0000ff"/></linearGradient>'
        '<linearGradient id="h" href="#g"/><path id="p" d="M0 0h10v10h-10z"/></defs>'
        '<rect class="a" width="10%" height="1cm"/><rect fill="url(#h)" width="9" height="9"/>'
        '<circle r="4" fill="none" stroke="currentColor" stroke-dasharray="2 1" '
        'transform="scale(2)"/><use href="#p" x="30" fill="#00ff00" opacity="50%"/>'
        '<rect width="3" height="3" visibility="hidden"/><g display="none"><circle r="9"/></g>'
        '<path fill-rule="evenodd" d="M50 0h40v40h-40z M60 10h20v20h-20z"/></svg>')
    strokes = s.svg(str(file)).fit("B2:C3").strokes()
    assert len(strokes) == 5
    red, mixed, ring, green, frame_ = (stroke.paint for stroke in strokes)
    assert red.fill == (1, 0, 0) and mixed.fill == (0, 0, 0.5)
    assert ring.fill_opacity == 0 and ring.width > 0 and strokes[2].leaf.dashed
    assert green.fill == (0, 1, 0) and green.fill_opacity == 0.5
    assert ring.stroke == frame_.fill, "no colour of its own means ink"
    outer, inner = (np.asarray(part) for part in geometry.subpaths(strokes[4].points))
    area = [float(np.sum(p[:, 0] * np.roll(p[:, 1], -1) - np.roll(p[:, 0], -1) * p[:, 1]))
            for p in (outer, inner)]
    assert area[0] * area[1] < 0, "the hole runs the other way"


def test_turned_shapes_and_symbols_stand_where_they_should(bench, tmp_path):
    file = tmp_path / "a.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        '<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol>'
        '<rect width="100" height="100" fill="#ffffff"/>'
        '<ellipse cx="50" cy="50" rx="20" ry="5" transform="rotate(90 50 50)" '
        'stroke="#ff0000" stroke-width="2"/>'
        '<use href="#s" x="60" y="0" width="40" height="20"/></svg>')
    page, turned, symbol = (geometry.tight_box(stroke.points)
                            for stroke in s.svg(str(file)).fit("B2:C3").strokes())
    unit = page.width / 100
    assert turned.center == pytest.approx(page.center, abs=1e-3)
    assert turned.height == pytest.approx(40 * unit, rel=0.01)
    assert symbol.width == pytest.approx(20 * unit, rel=0.01)
    assert symbol.x0 == pytest.approx(page.x0 + 70 * unit, rel=0.01)


@pytest.mark.parametrize("content", [
    None, b"", b"not an image", b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
    b"<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>",
    b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M 0 0 L nonsense'/></svg>",
    b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g/>" * 5000 + b"</svg>",
])
def test_broken_files_become_boxes_that_say_so(bench, tmp_path, content):
    for kind, suffix in ((s.image, "png"), (s.svg, "svg")):
        file = tmp_path / f"broken.{suffix}"
        if content is not None:
            file.write_bytes(content)
        thing = kind(str(file)).fit("B2:C3")
        bench.play(s.Show(thing))
        assert thing.submobjects
        assert bench.picture.stand.problems


def test_a_drawing_is_read_without_its_scripts(bench, tmp_path):
    file = tmp_path / "logo.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><script>boom()</script>'
        '<rect width="100" height="50" fill="#ff0000"/><circle cx="50" cy="25" r="10"/></svg>'
    )
    logo = s.svg(str(file)).fit("B2:C3")
    assert len(logo.strokes()) == 2
    assert logo.strokes()[0].paint.fill == (1.0, 0.0, 0.0)
    assert logo.box().width == pytest.approx(2 * logo.box().height)
    assert not bench.picture.stand.problems


def test_a_hatch_draws_its_code_and_follows_params(bench):
    p = bench.p
    p.r = 1.0
    drawn = s.hatch("a ring", code=lambda o, p: Circle(radius=p.r)).at("C3")
    assert drawn.box().width == pytest.approx(2)
    p.r = 2.0
    assert drawn.box().width == pytest.approx(4)
    assert drawn.middle() == pytest.approx(frame.cell_rect("wide", (2, 2)).center)


def test_words_in_a_hatch_are_the_theme_s():
    theme.use_theme("paper")

    def code(o, p):
        return Text("Energy"), Text("Energy", font="DejaVu Sans Mono", color="#ff0000")

    plain, chosen = s.hatch_code(code)(None, None)
    assert (plain.font, plain.color.to_hex().lower()) == (
        "Source Sans Pro", themes.THEMES["paper"].ink)
    assert (chosen.font, chosen.color.to_hex().lower()) == ("DejaVu Sans Mono", "#ff0000")


@pytest.mark.parametrize("code", [None, lambda o, p: 1 / 0 + missing, lambda o, p: "no mobject"])  # noqa: F821
def test_a_hatch_without_code_or_with_bad_code_is_a_box(bench, code, capsys):
    box = s.hatch("a spiral", code=code).fit("B2:C3")
    bench.play(s.Draw(box))
    assert box.submobjects
    area = frame.cell_rect("wide", (1, 1, 2, 2))
    assert box.box().width == pytest.approx(area.width, rel=0.1)


def test_failures_of_hatches_are_reported(bench, capsys):
    def code(o, p):
        raise RuntimeError("no such thing")

    box = s.hatch("a spiral", code=code).fit("B2:C3")
    bench.play(s.Show(box))
    (intent, error), = bench.picture.stand.problems
    assert intent == "a spiral" and isinstance(error, RuntimeError)


def test_the_example_of_the_language_is_drawn():
    matrix = s.L(s.L(2, 1), s.L(0, 1.5))

    def declare(o, p):
        p.t = 0
        o.ax = s.plane(x=(-1, 4), y=(-1, 3)).fit("A1:F5")
        with s.on(o.ax):
            o.square = s.polygon(P(0, 0), P(1, 0), P(1, 1), P(0, 1)).style(fill=("blue", 1))
            o.corner = s.dot(lambda: s.mix(P(1, 1), matrix * P(1, 1), p.t)).style(color="gold")
        o.ans = s.math(lambda: r"\det A = " + s.show(s.det(matrix), ".0"), pieces=["3"]).at("F6")

    areas, corners = [], []

    def beat(scene, o, p):
        scene.play(s.Draw(o.ax, run_time=0.5))
        scene.play(s.Show(o.square, run_time=0.2))
        scene.play(s.Pop(o.corner, run_time=0.2))
        scene.wait(0.2)
        areas.append(len(shown))
        scene.play(s.Apply(matrix, o.square, run_time=0.5), s.Set(t=1, run_time=0.5))
        scene.play(s.Write(o.ans), s.Highlight(o.ans.piece("3")), run_time=0.3)
        corners.append((o.corner.middle(), o.square.box().corners()[2]))
        scene.wait(0.2)

    shown: list = []
    shown.extend(frames(declare, beat, "notes"))
    blue = rgb("blue")
    before, after = colored(shown[8], blue), colored(shown[-7], blue)
    assert after == pytest.approx(3 * before, rel=0.06)
    assert corners[0][0] == pytest.approx(corners[0][1])
    assert colored(shown[-7], rgb("gold")) > 15
    assert colored(shown[0], blue) < 60 and colored(shown[-1], blue, 25) < before
