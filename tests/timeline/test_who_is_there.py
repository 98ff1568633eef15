"""Who is on screen when: entering, leaving, becoming, and what is said where that goes wrong."""

from __future__ import annotations

from telling import beats, story, told

from c2v_dsl.semantics.lowered import Ref
from c2v_dsl.timeline.text import reference


def labels(finding) -> list[str]:  # type: ignore[no-untyped-def]
    return [related.label for related in finding.related]


def test_acting_on_what_was_never_shown() -> None:
    finding = (out := story("flash a")).finding
    assert finding.code == "C2V410"
    assert finding.message == "`flash` names `a`, which is not on screen yet"
    assert labels(finding) == ["declared here, which shows nothing"]
    assert finding.help == "write `show a` before this"
    assert finding.fix is not None
    edit = finding.fix.edits[0]
    mended = out.text[: edit.span.start] + edit.text + out.text[edit.span.end :]
    assert told(mended).codes == []


def test_acting_on_what_is_shown_later_says_where() -> None:
    finding = story("wait 1s\nflash a\nwait 1s\nshow a").finding
    assert labels(finding)[1] == "first shown here, at 3s"
    assert "it enters only at 3s" in finding.help


def test_acting_on_what_left() -> None:
    for verb, label in [("hide", "hidden here"), ("erase", "erased here"),
                        ("shrink", "shrunk away here"), ("remove", "removed here")]:
        out = story(f"show a\n{verb} a\nwait 1s\nmove a to B5")
        assert labels(out.finding) == [label]
        assert "left the screen" in out.finding.message
    finding = story("show a\nclear\nmove a to B5\nwait 1s\nshow a").finding
    assert labels(finding) == ["cleared away here", "shown again here, at 4s"]


def test_one_missing_entrance_is_one_finding() -> None:
    out = story("flash a\nmove a to B5\ncolor a red\nshow a\nhide a")
    assert out.codes == ["C2V410"]


def test_entering_what_is_there() -> None:
    out = story("show a\nwait 1s\ndraw a")
    finding = out.finding
    assert finding.code == "C2V411"
    assert finding.message == "`a` is on screen already, since 0s" or "from the start" in (
        finding.message)
    assert labels(finding) == ["first shown here"]
    assert out.text[slice(*finding.related[0].span[:2])] == "show a"
    assert out.at(finding) == "a"


def test_leaving_and_entering_again() -> None:
    assert story("show a\nhide a\nshow a").codes == []
    assert story("show a\nclear\nshow a").codes == []
    assert story("add a\nremove a\nadd a").codes == []


def test_entering_what_is_still_leaving() -> None:
    out = story("show a\ntogether { hide a over 2s; stagger 1s { wait 0s; show a } }")
    assert out.codes == ["C2V411"]
    assert "still on its way out" in out.finding.message


def test_families_are_reduced_to_whom_it_concerns() -> None:
    out = story("show tile[1]\nshow tile\nhide tile[0..1]\nflash tile\nclear except tile[2]")
    assert out.codes == []
    shown = [[reference(r) for r in step.targets] for step in out.steps]
    assert shown[0] == ["tile[1]"]
    assert shown[1] == ["tile[0]", "tile[2]", "tile[3]"]
    assert shown[2] == ["tile[0]", "tile[1]"]
    assert shown[3] == ["tile[2]", "tile[3]"]
    assert shown[4] == ["tile[3]"]
    assert out.steps[4].args == {"except_": Ref("tile[2]")}


def test_a_family_all_there_or_not_at_all() -> None:
    assert story("show tile\nshow tile").codes == ["C2V411"]
    assert story("flash tile").codes == ["C2V410"]
    assert story("show tile[0]\nflash tile[1..2]").codes == ["C2V410"]


def test_a_range_that_names_none_does_nothing() -> None:
    out = story("show tile[2..1]\nshow a")
    assert out.codes == []
    assert out.short()[-1].startswith("show a")


def test_groups_show_their_members() -> None:
    objects = "a = circle()\nb = circle()\nboth = row(a, b, gap=0.5) in C1:C6"
    out = story("show both\nflash a\nhide b\nmove both to B2", objects)
    assert out.codes == []
    assert out.steps[0].targets == (Ref("both"),)
    assert story("show a\nshow both", objects).steps[1].targets == (Ref("b"),)
    assert story("show a, b\nshow both", objects).codes == ["C2V411"]
    assert story("pop both stagger 0.5s", objects).steps[0].frames == 90
    assert story("flash both", objects).codes == ["C2V410"]


def test_components_show_their_members() -> None:
    text = """c2v 1
storyboard "Told" {}
component peg(n) {
  pole = line((0, 0), (0, 2))
  for k in 1..n { disk[k] = rect(w=k, h=0.3) at (0, 0.3 * k) }
}
scene one "One" {
  objects { left = peg(n=2) in B1:F2 }
  beat go "Go" {
    show left.disk[2]
    show left
    flash left.disk
    hide left.pole
    hide left
  }
}
"""
    out = told(text)
    assert out.codes == []
    targets = [[reference(r) for r in step.targets] for step in out.steps]
    assert targets[1] == ["left.pole", "left.disk[1]"]
    assert targets[4] == ["left.disk[1]", "left.disk[2]"]


def test_parts_may_be_shown_before_the_whole() -> None:
    out = story("show m.row[0]\nflash m[0, 1]\ncolor m.col[0] red\nshow m\nhide m.row[1]\n"
                "show m[1, 0]")
    assert out.codes == []
    assert story("show m.row[0]\nshow m[0, 1]").codes == ["C2V411"]
    assert story("show m.row[0]\nflash m[1, 1]").codes == ["C2V410"]
    assert story("show m\nshow m.row[0]").codes == ["C2V411"]
    assert story('show eq["x^2"]\nwrite eq\nflash eq["y"]').codes == []


def test_a_plane_and_what_stands_on_it_are_two() -> None:
    out = story("show p\nflash p\ndraw ax\nhide ax\nflash p")
    assert out.codes == []


# ---------------------------------------------------------------- morph and copy


def test_morph_takes_one_away_and_brings_the_other() -> None:
    out = story("show a\nmorph a into b\nflash b\nshow a")
    assert out.codes == []
    step = out.steps[1]
    assert (step.targets, step.args) == ((Ref("a"),), {"into": Ref("b")})
    finding = story("show a\nmorph a into b\nflash a").finding
    assert finding.code == "C2V410"
    assert "turned into another at 2s" in finding.message
    assert labels(finding)[0] == "turned into another here"


def test_morph_of_what_is_gone() -> None:
    assert story("show a\nmorph a into b\nmorph a into c").codes == ["C2V410"]


def test_morph_into_what_is_there() -> None:
    finding = story("show a, b\nmorph a into b").finding
    assert finding.code == "C2V411"
    assert "brings its goal on screen" in finding.help


def test_either_side_of_morph_may_be_a_list() -> None:
    out = story("show a, b\nmorph a, b into c\nmorph c into tile stagger 0.1s")
    assert out.codes == []
    assert out.steps[1].targets == (Ref("a"), Ref("b"))
    assert out.steps[2].args["into"] == tuple(Ref(f"tile[{i}]") for i in range(4))
    assert out.steps[2].frames == 60 + 3 * 6
    out = story("show a\nmorph a into [b, c]\nflash b, c")
    assert out.codes == []


def test_morph_into_itself() -> None:
    assert story("show a\nmorph a into a").codes != []


def test_copy_leaves_the_first() -> None:
    out = story("show a\ncopy a into b\nflash a, b")
    assert out.codes == []
    assert story('write eq\ncopy eq["x^2"] into a\nflash eq["x^2"], a').codes == []
    assert story("copy a into b").codes == ["C2V410"]


def test_morph_of_a_piece() -> None:
    out = story('write eq\nmorph eq["y"] into a\nflash eq, a')
    assert out.codes == []
    assert story('write eq\nmorph eq["y"] into a\nflash eq["y"]').codes == ["C2V410"]


# ---------------------------------------------------------------- clear and continues


def test_clear_takes_everything() -> None:
    out = story("show a, b\nshow m.row[0]\nclear over 2s\nshow a")
    assert {reference(r) for r in out.steps[2].targets} == {"a", "b", "m[0, 0]", "m[0, 1]"}
    assert out.steps[2].frames == 120
    assert story("clear\nshow a").codes == []


def test_clear_takes_no_objects() -> None:
    assert len(story("show a\nclear a").codes) == 1


def test_clear_except_what_is_not_there() -> None:
    assert story("show a\nclear except b").codes == ["C2V410"]


def test_continues_starts_from_the_last_picture() -> None:
    text = """c2v 1
storyboard "Told" {}
scene one "One" {
  param t = 0
  objects {
    a = square(side=1) at B2
    b = circle(r=0.5) at B4 layer -1
    c = dot((t, 0))
  }
  beat go "Go" { show a; show b, c; set t to 2; hide c }
}
scene two "Two" continues one {
  objects { d = dot((t, 1)) }
  beat more "On" { flash a, b; show d; show c; hide a }
}
"""
    out = told(text)
    assert out.codes == []
    first, second = out.timeline.scenes
    assert second.continues == "one"
    assert second.carried == (Ref("b"), Ref("a"))
    assert [(p.name, p.initial) for p in second.params] == [("t", 2)]
    assert first.params[0].initial == 0
    bad = told(text.replace("flash a, b; show d", "show a; show d"))
    assert bad.codes == ["C2V411"]
    assert bad.finding.related[0].span.start < text.index("scene two")
    assert told(text.replace(" continues one", "").replace("layout", "")).codes != []


def test_continues_goes_on_with_rewritten_texts_and_does_not_clear_between() -> None:
    text = """c2v 1
storyboard "Told" {}
scene one "One" {
  objects { eq = math("x + 1") at B2 }
  beat go "Go" { write eq; rewrite eq as "y - 2" }
}
scene two "Two" continues one {
  objects { d = dot((0, 1)) }
  beat more "More" { highlight eq["y"]; show d }
}
scene three "Three" continues one { beat last "Last" { highlight eq["y"] } }
"""
    out = told(text)
    assert out.codes == []
    assert [scene.clears for scene in out.timeline.scenes] == [False, True, True]
    assert [scene.frames for scene in out.timeline.scenes] == [120, 150, 90]
    assert told(text.replace('highlight eq["y"]; show d', 'highlight eq["x"]; show d')).codes == [
        "C2V105"]


def test_a_scene_begins_empty() -> None:
    text = """c2v 1
storyboard "Told" {}
scene one "One" { objects { a = dot((0, 0)) }
  beat go "Go" { show a } }
scene two "Two" { objects { a = dot((0, 0)) }
  beat go "Go" { flash a; hide a } }
"""
    assert told(text).codes == ["C2V410"]


def test_presence_goes_on_from_beat_to_beat() -> None:
    assert beats('beat p "P" { show a }\nbeat q "Q" { flash a; hide a }').codes == []


# ---------------------------------------------------------------- order in time


def test_order_in_a_block_is_order_in_time() -> None:
    assert story("together { flash a; show a }").codes == []
    assert story("show a\ntogether { hide a; flash a }").codes == []
    speech = 'say "one two three four five <here> six seven eight nine ten"\n'
    assert story(speech + "together { when here { flash a }; show a }").codes == []
    assert story(speech + "together { when here { show a }; flash a }").codes == ["C2V410"]


def test_staggered_entrances_come_one_by_one() -> None:
    assert story("stagger 1s { show a; flash a }").codes == []


# ---------------------------------------------------------------- labels


LABELLED = 'a = dot((0, 0))\nname = label("A", a)\nframe = box(a)'


def test_a_label_without_its_object_is_a_warning() -> None:
    out = story("show name\nwait 1s\nshow a", LABELLED)
    finding = out.finding
    assert (finding.code, finding.level) == ("C2V412", "warning")
    assert labels(finding)[1] == "`a` is shown here, later"
    assert story("show a\nhide a\ndraw frame", LABELLED).codes == ["C2V412"]


def test_a_label_with_its_object_is_fine() -> None:
    assert story("show a\nshow name\ndraw frame", LABELLED).codes == []
    assert story("together { show name; show a }", LABELLED).codes == []
    assert story("show name, a", LABELLED).codes == []
