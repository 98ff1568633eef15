"""When things happen, in exact frames."""

from __future__ import annotations

import pytest
from telling import beats, story


def test_actions_follow_one_another_and_take_a_second() -> None:
    told = story("show a\nmove a to B5\nhide a")
    assert told.codes == []
    assert told.short() == ["show a 0-60", "move a 60-120", "hide a 120-180"]
    assert told.beat.frames == 180


def test_over_wait_and_at_once() -> None:
    told = story("show a over 1.5s\nwait 250ms\nadd b\nflash b over 0s\nremove b")
    assert told.short() == ["show a 0-90", "add b 105-105", "flash b 105-105", "remove b 105-105"]
    assert told.beat.frames == 105


def test_a_scene_ends_with_a_clear_of_half_a_second() -> None:
    told = story("show a\nshow b\nhide a")
    last = told.beat.steps[-1]
    assert (last.verb, last.start, last.frames) == ("clear", 180, 30)
    assert [ref.object for ref in last.targets] == ["b"]
    assert told.beat.frames == 180
    assert told.scene.frames == 210
    assert told.timeline.frames == 210


def test_together_lasts_as_long_as_its_longest() -> None:
    told = story("together { show a over 2s; show b over 500ms }\nshow c")
    assert told.short() == ["show a 0-120", "show b 0-30", "show c 120-180"]


def test_stagger_starts_each_a_little_later() -> None:
    told = story("stagger 0.2s { show a; show b; show c over 100ms }\nflash a")
    assert told.short() == ["show a 0-60", "show b 12-72", "show c 24-30", "flash a 72-132"]


def test_loops_in_blocks_are_as_if_written_out() -> None:
    told = story("stagger 0.5s { for i in 0..3 { pop tile[i] } }")
    assert told.short() == [
        "pop tile[0] 0-60", "pop tile[1] 30-90", "pop tile[2] 60-120", "pop tile[3] 90-150",
    ]
    told = story("together { for i in 0..1 { for j in 2..3 { show tile[i]; show tile[j] } } }")
    assert told.codes == ["C2V411"] * 2


def test_loops_run_one_after_another() -> None:
    told = story("for i in 3..1 step -1 if i != 2 { show tile[i] over 1s; wait 1s }")
    assert told.short() == ["show tile[3] 0-60", "show tile[1] 120-180"]
    assert told.beat.frames == 240


def test_targets_of_one_action_move_together_or_stagger() -> None:
    told = story("show tile\nflash tile stagger 0.1s over 2s")
    first, second = told.steps
    assert (first.frames, first.each, first.lag, len(first.targets)) == (60, 60, 0, 4)
    assert (second.frames, second.each, second.lag) == (120 + 3 * 6, 120, 6)
    assert told.beat.frames == 60 + 138


def test_blocks_nest() -> None:
    told = story("together { stagger 1s { show a; show b }; together { show c; wait 3s } }\n"
                 "flash a")
    assert told.short() == ["show a 0-60", "show c 0-60", "show b 60-120", "flash a 180-240"]


def test_frames_do_not_drift() -> None:
    told = story("show a over 0s\nfor i in 1..300 { flash a over 16ms; wait 17ms }")
    assert told.beat.frames == 300 * (1 + 1)
    told = story("show a over 0s\nfor i in 1..100 { flash a over 0.1s }")
    assert told.beat.frames == 600
    assert [s.start for s in told.steps[1:]] == [6 * i for i in range(100)]


def test_lets_in_beats() -> None:
    told = story("let d = 0.5s\nshow a over d\nlet d2 = 2 * d\nfor i in 0..1 {\n  let k = i + 1\n"
                 "  show tile[k] over (d2)\n}")
    assert told.codes == []
    assert told.short() == ["show a 0-30", "show tile[1] 30-90", "show tile[2] 90-150"]


# ---------------------------------------------------------------- speech


TEN = "one two three four five six seven eight nine ten"


def test_speech_goes_on_beside_what_follows() -> None:
    told = story(f'say "{TEN}"\nshow a\nshow b')
    assert told.short() == ["show a 0-60", "show b 60-120"]
    assert told.beat.speech[0].frames == 240
    assert told.beat.frames == 240


def test_a_second_say_waits_for_the_first() -> None:
    told = story(f'say "{TEN}"\nshow a\nsay "{TEN}"\nshow b')
    assert [(s.start, s.frames) for s in told.beat.speech] == [(0, 240), (240, 240)]
    assert told.short() == ["show a 0-60", "show b 240-300"]
    assert told.beat.frames == 480


def test_the_pace_of_the_storyboard_counts() -> None:
    told = beats(f'beat go "Go" {{ say "{TEN}"; show a }}')
    text = told.text.replace('"Told" {}', '"Told" { pace 100 }')
    from telling import told as tell

    assert tell(text).beat.frames == 360


def test_when_waits_for_its_mark() -> None:
    told = story(
        'say "one two three four five <here> six seven eight nine ten"\nshow a\n'
        "when here { show b }\nshow c"
    )
    assert told.beat.speech[0].marks == {"here": 120}
    assert told.beat.speech[0].text == TEN
    assert told.short() == ["show a 0-60", "show b 120-180", "show c 180-240"]


def test_when_goes_on_at_once_if_the_mark_is_past() -> None:
    told = story('say "one <here> two three four five six seven eight nine ten"\nshow a over 3s\n'
                 "when here { show b }")
    assert told.short() == ["show a 0-180", "show b 180-240"]


def test_when_may_stand_in_together() -> None:
    told = story(
        'say "one two three four five <here> six seven eight nine ten"\n'
        "show a over 0s\n"
        "together { move a to B5 over 4s; when here { show b; flash b } }"
    )
    assert told.codes == []
    assert told.short() == ["show a 0-0", "move a 0-240", "show b 120-180", "flash b 180-240"]


def test_say_belongs_to_the_top_level() -> None:
    told = story('together { say "Now."; show a }')
    assert told.codes == ["C2V430"]
    told = story('say "Here <x> it is."\nwhen x { say "Now."; show a }')
    assert told.codes == ["C2V430"]
    told = story('for i in 0..2 { say "Number #{i}."; show tile[i] }')
    assert told.codes == []
    assert [s.text for s in told.beat.speech] == ["Number 0.", "Number 1.", "Number 2."]


def test_marks_that_nobody_said() -> None:
    told = story('say "Here <here> it is."\nwhen heer { show a }')
    assert told.codes == ["C2V431"]
    assert "did you mean `here`" in told.finding.help
    told = story('say "Here <here> it is."\nwhen something { show a }')
    assert told.finding.help == "the marks so far are `here`"
    told = story('say "Here <Here> it is."\nwhen here { show a }')
    fix = told.finding.fix
    assert fix is not None and fix.applicability == "safe"
    assert [edit.text for edit in fix.edits] == ["Here"]
    told = story('when here { show a }\nsay "Here <here> it is."')
    assert told.codes == ["C2V431"]
    assert "further down" in told.finding.message
    assert told.at(told.finding) == "here"
    told = beats('beat p "P" { say "Here <here> it is."; show a }\n'
                 'beat q "Q" { when here { flash a } }')
    assert told.codes == ["C2V431"]
    assert "another beat" in told.finding.message


def test_one_say_has_a_mark_once() -> None:
    told = story('say "<x> one <x> two"\nshow a')
    assert told.codes == ["C2V432"]
    assert told.finding.related[0].label == "first here"


def test_a_later_say_may_use_a_mark_again() -> None:
    told = story('say "<x> one two three four five"\nwhen x { show a }\n'
                 'say "six <x> seven eight nine ten"\nwhen x { show b }')
    assert told.codes == []
    assert told.short() == ["show a 0-60", f"show b {120 + 24}-{180 + 24}"]


def test_words_do_not_follow_params() -> None:
    told = story('say "It is #{t}."\nshow a\nset t to 1', before="param t = 0")
    assert told.codes == ["C2V433"]
    told = story('say "It is #{k + 1}."\nshow a', before="let k = 2")
    assert told.codes == []
    assert told.beat.speech[0].text == "It is 3."


# ---------------------------------------------------------------- lasts


def test_lasts_fills_a_beat_up() -> None:
    told = beats('beat go "Go" lasts 6s { show a }\nbeat more "On" { flash a }')
    assert [b.frames for b in told.scene.beats] == [360, 60]
    assert told.scene.beats[1].start == 360


def test_lasts_shorter_than_the_content_is_an_error_with_the_real_length() -> None:
    told = beats('beat go "Go" lasts 2s { show a; flash a; flash a over 1.5s }')
    finding = told.finding
    assert finding.code == "C2V434"
    assert "3.5s" in finding.message and "2s" in finding.message
    assert told.at(finding) == "2s"
    related = finding.related[0]
    assert told.text[related.span.start : related.span.end] == "flash a over 1.5s"
    assert told.beat.frames == 210


def test_speech_counts_for_lasts() -> None:
    told = beats(f'beat go "Go" lasts 3s {{ say "{TEN}"; show a }}')
    assert told.codes == ["C2V434"]
    assert "4s" in told.finding.message


# ---------------------------------------------------------------- wrong lengths


@pytest.mark.parametrize("action", ["show a over 2", "show a\nwait 2", "wait(2)\nshow a"])
def test_a_length_without_unit_is_one_finding_and_counts_as_seconds(action: str) -> None:
    told = story(action)
    assert told.codes == ["C2V018"]
    assert 120 <= told.beat.frames <= 180


def test_a_let_without_unit_is_no_length_of_time() -> None:
    assert story("show a over d", before="let d = 2").codes == ["C2V208"]
    assert story("show a over d", before="let d = 2s").short() == ["show a 0-120"]


@pytest.mark.parametrize(
    "action",
    ["show a over 45deg", "show a over -1s", "wait 2h", "show a over 5000s", 'show a over "2s"'],
)
def test_lengths_of_time_that_cannot_be(action: str) -> None:
    assert story(action).codes != []


def test_easings() -> None:
    told = story("show a ease bounce\nmove a to B5 ease there_and_back over 2s")
    assert [s.ease for s in told.steps] == ["bounce", "there_and_back"]
    told = story("show a ease ease_in_out")
    assert told.codes == ["C2V407"]
    assert told.finding.help == "write `ease smooth`"
    told = story("show a ease linaer")
    assert told.finding.help == "did you mean `linear`?"


def test_what_is_at_once_takes_no_over() -> None:
    told = story("add a over 2s")
    assert told.codes == ["C2V407"]
    assert story("add a over 0s").codes == []


# ---------------------------------------------------------------- bounds


def test_too_many_actions() -> None:
    told = story("show a\nfor i in 1..20000 { flash a over 0.1s }")
    assert told.codes == ["C2V435"]
    told = story("show a\nfor i in 1..200 { for j in 1..200 { for k in 2..1 { flash a } } }")
    assert told.codes == ["C2V435"]


def test_ten_thousand_actions_are_allowed() -> None:
    told = story("show a over 0s\nfor i in 1..99 { for j in 1..100 { flash a over 0.1s } }")
    assert told.codes == []
    assert len(told.steps) == 9901


def test_nesting_is_bounded() -> None:
    deep = "together { " * 22 + "show a" + " }" * 22
    assert story(deep).codes == ["C2V436"]
