"""The lesson: exact time, animations in their turn, furniture that lights the running line."""

from dataclasses import dataclass

import numpy as np
import pytest
from manim import Animation, Mobject, Square, linear, tempconfig

from c2v_dsl.semantics import frame
from c2v_dsl.semantics.themes import CHALK, THEMES, rgb
from c2v_dsl.stage import theme
from c2v_dsl.stage.clock import frames, rendered
from c2v_dsl.stage.compose import After, Together
from c2v_dsl.stage.furniture import lecture_settings, title_setting
from c2v_dsl.stage.lesson import Beat, Lesson


@dataclass
class Run:
    """What a lesson drew: pictures by rendered frame, and the pictures at each beat's end."""

    count: int
    ends: list[np.ndarray]
    lesson: Lesson


def run(cls, rate=15, height=90, look="chalk", pictures=True):
    theme.use_theme(look)
    options = {"pixel_height": height, "pixel_width": height * 16 // 9, "frame_rate": rate,
               "dry_run": True, "progress_bar": "none", "verbosity": "ERROR"}  # fmt: skip
    with tempconfig(options):
        lesson = cls()
        drawn = [0]
        ends = []

        def add(_, num_frames=1):
            drawn[0] += num_frames

        def end(_):
            lesson.renderer.static_image = None
            lesson.renderer.update_frame(lesson)
            ends.append(lesson.renderer.get_frame()[:, :, :3].astype(int))

        lesson.renderer.add_frame = add
        if pictures:
            lesson.on_beat_end = end
        lesson.render()
    return Run(drawn[0], ends, lesson)


class Idle(Animation):
    def __init__(self, run_time):
        super().__init__(Mobject(), run_time=run_time, rate_func=linear)

    def interpolate_mobject(self, alpha):
        pass


ONE = (Beat("a", "One line"),)


def lesson_of(body, beats=ONE, **attributes):
    methods = {f"beat_{beat.name}": body for beat in beats}
    return type("Example", (Lesson,), {"beats": beats, **methods, **attributes})


@pytest.mark.parametrize("rate", [10, 15, 24, 30, 60])
def test_time_never_drifts(rate):
    lengths = [0.35, 0.617, 1.05, 0.0167, 0.1, 0.9833] * 3

    def body(self, o, p):
        for length in lengths:
            self.play(Idle(length))
            self.wait(length)

    shown = run(lesson_of(body), rate, height=36, pictures=False)
    total = 2 * sum(frames(length) for length in lengths) + 30
    assert shown.lesson.clock == total
    assert shown.count == rendered(total, rate)


def test_a_step_shorter_than_a_frame_takes_none():
    def body(self, o, p):
        self.play(Idle(1 / 60))
        assert self.clock == 1

    assert run(lesson_of(body), 10, height=36, pictures=False).count == rendered(31, 10)


def test_frames_are_counted_by_absolute_position():
    assert [rendered(k, 60) for k in range(4)] == [0, 1, 2, 3]
    assert [rendered(k, 30) for k in range(6)] == [0, 1, 1, 2, 2, 3]
    assert sum(rendered(k + 1, 24) - rendered(k, 24) for k in range(600)) == rendered(600, 24)


class Step(Animation):
    """Notes when it begins and ends, and moves a number from where it stands."""

    def __init__(self, log, name, box, to, run_time=1.0):
        super().__init__(box, run_time=run_time, rate_func=linear)
        self.log, self.name, self.to = log, name, to

    def begin(self):
        self.origin = self.mobject.get_x()
        self.log.append(("begin", self.name, round(self.origin, 6)))

    def interpolate(self, alpha):
        self.mobject.set_x(self.origin + (self.to - self.origin) * alpha)

    def finish(self):
        self.interpolate(1)
        self.log.append(("end", self.name, round(self.mobject.get_x(), 6)))


@pytest.mark.parametrize("step", [1, 4, 7, 100, 1000])
def test_successive_animations_of_one_object_begin_where_the_last_one_ended(step):
    log, box = [], Square()
    both = Together([After(1, Step(log, "back", box, 5)), Step(log, "there", box, 2)])
    with tempconfig({"dry_run": True}):
        both._setup_scene(Lesson())
    assert both.length == 120
    both.begin()
    for at in range(0, 120, step):
        both.interpolate(at / 120)
    both.finish()
    assert log == [("begin", "there", 0.0), ("end", "there", 2.0),
                   ("begin", "back", 2.0), ("end", "back", 5.0)]  # fmt: skip


def test_offsets_add_up():
    log, box = [], Square()
    both = Together([After(0.5, After(0.25, Step(log, "x", box, 1)))])
    assert both.entries[0][:2] == (45, 105)


BEATS = (
    Beat("a", "Start from the unit square"),
    Beat("b", "A matrix turns it into a parallelogram", color="gold"),
    Beat("c", "Its area is $|\\det A|$"),
)


def waiting(self, o, p):
    self.wait(1)


def share(picture, color, area):
    """Share of the pixels in an area of the frame that are close to a colour."""
    height, width = picture.shape[:2]
    unit = height / frame.FRAME_HEIGHT
    left, right = (int((x - frame.FRAME.x0) * unit) for x in (area.x0, area.x1))
    top, bottom = (int((frame.FRAME.y1 - y) * unit) for y in (area.y1, area.y0))
    part = picture[max(0, top) : bottom, max(0, left) : min(width, right)]
    wanted = np.array(rgb(color)) * 255
    return float((np.abs(part - wanted).max(axis=2) < 30).mean())


@pytest.mark.parametrize("look", THEMES)
def test_the_running_line_is_lit_in_its_beats_colour(look):
    chosen = THEMES[look]
    shown = run(lesson_of(waiting, BEATS, title="A title"), height=480, look=look)
    names = [beat.color or chosen.beat_color(i) for i, beat in enumerate(BEATS)]
    for index, picture in enumerate(shown.ends):
        lit = [share(picture, chosen.color(name), frame.LECTURE) for name in names]
        assert lit[index] > 0.002
        assert all(part < 0.0003 for i, part in enumerate(lit) if names[i] != names[index])
        assert share(picture, chosen.ink, frame.TITLE) > 0.005
        assert share(picture, chosen.background, frame.grid_rect("notes")) == 1.0


def test_wide_scenes_have_no_lecture_lines():
    shown = run(lesson_of(waiting, BEATS, title="A title", layout="wide"), height=180)
    assert share(shown.ends[0], CHALK.background, frame.grid_rect("wide")) == 1.0


def look_at_the_title(self, o, p):
    self.seen = self.furniture.title[0].get_fill_opacity()


def test_the_stage_is_empty_before_and_after():
    example = lesson_of(waiting, BEATS, title="A title", declare=look_at_the_title)
    lesson = run(example, pictures=False, height=90).lesson
    assert lesson.seen == 0
    assert max(letter.get_fill_opacity() for letter in lesson.furniture.title) < 1e-6
    assert all(line.bar.get_fill_opacity() < 1e-6 for line in lesson.furniture.lines)


def test_a_scene_that_goes_on_from_another_shows_its_title_at_once():
    first = lesson_of(waiting, BEATS, title="A title", clears=False)
    second = type("Second", (first,), {"title": "And on", "declare": look_at_the_title})
    lesson = run(second, pictures=False).lesson
    assert lesson.seen == 1
    assert lesson.clock == 3 * 60


def test_beats_are_announced():
    seen = []

    def body(self, o, p):
        seen.append(self.clock)
        self.wait(0.5)

    def start(self, index):
        seen.append(index)

    run(lesson_of(body, BEATS, on_beat_start=start), pictures=False)
    assert seen == [0, 0, 1, 30, 2, 60]


LONG = "Whoever reads this lecture line sees ten words in it"


@pytest.mark.parametrize("look", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("count", [1, 3, 5, 7])
def test_lecture_lines_fit_their_column_and_stay_readable(look, count):
    settings, size, gap = lecture_settings([LONG] * count, look)
    assert size >= (26 if count <= 5 else 22)
    assert max(s.ink[2] - s.ink[0] for s in settings) <= frame.LECTURE_WIDTH
    assert sum(s.height for s in settings) + gap * (count - 1) <= frame.LECTURE.height + 1e-6


def test_lecture_lines_break_evenly():
    (setting,), _, _ = lecture_settings(["Start from the unit square"], CHALK)
    widths = [
        max(setting.glyphs[i].outline[:, 0].max() for i in setting.line(k))
        - min(setting.glyphs[i].outline[:, 0].min() for i in setting.line(k))
        for k in range(len(setting.baselines))
    ]
    assert len(widths) == 2 and min(widths) > 0.6 * max(widths)


def test_a_long_title_is_made_smaller_until_it_fits():
    assert title_setting("word " * 40, CHALK).width <= frame.TITLE.width + 1e-6
    assert title_setting("Short", CHALK).em == pytest.approx(0.48)


def test_a_hatch_gets_its_time_and_no_more():
    def body(self, o, p):
        def too_long(o, p, duration):
            for _ in range(10):
                self.play(Idle(1), run_time=0.4)

        def too_short(o, p, duration):
            self.play(Idle(0.25))

        self.hatch_action("a long one", too_long, run_time=2)
        assert self.clock == 120
        self.hatch_action("a short one", too_short, run_time=1)
        assert self.clock == 180

    assert run(lesson_of(body), 10, height=36, pictures=False).lesson.clock == 210


def test_a_hatch_that_fails_says_what_was_meant(capsys):
    def broken(o, p, duration):
        raise RuntimeError("no such thing")

    seen = []

    def body(self, o, p):
        self.hatch_action("Zoom into the border", broken, run_time=1)
        assert self.clock == 60
        seen.append(list(self.mobjects))

    shown = run(lesson_of(body), 10, height=90)
    assert "no such thing" in capsys.readouterr().err
    assert seen[0] == [shown.lesson.furniture, shown.lesson.picture]
