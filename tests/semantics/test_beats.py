"""Loops over beats, layouts of templates, and findings inside templates."""

from __future__ import annotations

import c2v_dsl
from c2v_dsl.semantics.files import MemoryLoader

HEAD = 'c2v 1\nstoryboard "Steps" {}\n'
STEPS = """template course(items, tint=gold) layout wide {
  objects { words = bullets(items) in B1:E6 }

  for k in 0..len(items) - 1 {
    beat part[k] "#{k + 1}: #{items[k]}" color tint {
      say "#{items[k]}"
      write words[k]
    }
  }
}
"""


def checked(text, files=None):
    return c2v_dsl.check(HEAD + text, "lesson.c2v", loader=MemoryLoader(files or {}))


def test_a_loop_makes_a_beat_for_each_value():
    result = checked(STEPS + 'scene a "A" from course(["one", "two", "three"])\n')
    assert not result.findings
    (scene,) = result.timeline.scenes
    assert [beat.name for beat in scene.beats] == ["part_0", "part_1", "part_2"]
    assert [beat.line for beat in scene.beats] == ["1: one", "2: two", "3: three"]
    assert [beat.speech[0].text for beat in scene.beats] == ["one", "two", "three"]
    assert scene.beats[1].start == scene.beats[0].frames


def test_loops_nest_and_leave_out():
    result = checked("""scene a "A" layout wide {
  objects { for i in 0..5 { tile[i] = square(side=0.4) at cell(2, i) } }

  for i in 0..1 {
    for j in 0..2 if j != 1 {
      beat look[i, j] { show tile[3 * i + j] }
    }
  }
  beat last { wait 1s }
}
""")
    assert not result.findings
    names = [beat.name for beat in result.timeline.scenes[0].beats]
    assert names == ["look_0_0", "look_0_2", "look_1_0", "look_1_2", "last"]


def test_a_template_gives_its_layout_and_the_scene_may_give_another():
    result = checked(STEPS + 'scene a "A" from course(["one"])\n'
                     'scene b "B" layout notes from course(["one"])\n')
    assert [scene.layout for scene in result.timeline.scenes] == ["wide", "notes"]


def test_a_beat_without_its_number_is_told_how_to_be_written():
    result = checked(STEPS.replace("part[k]", "part") + 'scene a "A" from course(["one", "two"])\n')
    (finding,) = result.findings
    assert "beat part[k]" in finding.help
    assert finding.fix is not None


def test_two_beats_of_one_number_are_a_finding():
    result = checked(STEPS.replace("part[k]", "part[0]")
                     + 'scene a "A" from course(["one", "two"])\n')
    assert [finding.code for finding in result.findings] == ["C2V109"]


def test_what_is_wrong_in_a_template_tells_where_it_is_used():
    files = {"course.c2v": "c2v 1\n" + STEPS}
    result = checked('import "course.c2v"\nscene a "A" from course(3)\n', files)
    assert result.findings
    for finding in result.findings:
        assert finding.span.path == "course.c2v"
        assert [note.span.path for note in finding.related] == ["lesson.c2v"]


def test_the_printed_form_is_the_form_read():
    text = HEAD + STEPS + 'scene a "A" from course(["one"])\n'
    formatted = c2v_dsl.format_source(text).text
    assert "  for k in 0..len(items) - 1 {\n    beat part[k] " in formatted
    assert "template course(items, tint=gold) layout wide {" in formatted
    assert c2v_dsl.format_source(formatted).text == formatted


def test_a_piece_may_be_worked_out():
    text = """template lit(formula, piece) layout wide {
  objects { law = math(formula) in B1:E6 }

  beat one {
    write law
    color law[piece] gold
  }
}
"""
    assert not checked(text + 'scene a "A" from lit("x^2 + 9", "+ 9")').findings
    (finding,) = checked(text + 'scene a "A" from lit("x^2 + 9", "+ 7")').findings
    assert finding.code == "C2V105"


def test_a_loop_over_nothing_declares_a_family_without_members():
    text = """scene a "A" layout wide {
  objects {
    for k in 0..NUMBER - 1 {
      tile[k] = square(side=0.5) at cell(2, k)
      name[k] = text("#{k}") inside tile[k]
    }
    for once in 0..0 if NUMBER > 3 { sign = text("many") at A1 }
    for once in 0..0 if NUMBER <= 3 { sign = text("few") at A1 }
    end = dot((0, 0))
  }

  beat one {
    show sign
    pop tile, name stagger 100ms
    color tile gold
    show end
  }
}
"""
    assert not checked(text.replace("NUMBER", "4")).findings
    assert not checked(text.replace("NUMBER", "0")).findings
    named = text.replace("NUMBER", "0").replace("color tile", "color tile[1]")
    (finding,) = checked(named).findings
    assert "runs over nothing" in finding.help


def test_empty_words_are_not_spoken():
    result = checked(STEPS.replace('say "#{items[k]}"', 'say "#{items[k] if k > 0 else tint_name}"')
                     .replace("tint=gold", 'tint=gold, tint_name=""')
                     + 'scene a "A" from course(["one", "two"])\n')
    assert not result.findings
    assert [len(beat.speech) for beat in result.timeline.scenes[0].beats] == [0, 1]
