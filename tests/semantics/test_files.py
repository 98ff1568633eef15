"""Files, settings, scenes, templates, imports, `continues`."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from c2v_dsl.semantics.analyse import analyse
from c2v_dsl.semantics.files import DiskLoader, MemoryLoader, library_file, library_names
from c2v_dsl.semantics.lowered import Live
from c2v_dsl.semantics.model import Analysis
from c2v_dsl.syntax import parse
from tests.semantics.telling import QUIET, analysed, refs

BEAT = 'beat a "A beat" { wait 1s }'


def names(analysis: Analysis) -> list[str]:
    return [f.name for f in analysis.findings if f.name not in QUIET]


def with_scene(inside: str, head: str = "", title: str = '"First"') -> Analysis:
    scene = f"scene first {title} {{\n{inside}\n}}"
    return analysed(f'c2v 1\nstoryboard "Lesson" {{}}\n{head}\n{scene}')


def storyboard(settings: str) -> Analysis:
    return analysed(f'c2v 1\nstoryboard "Lesson" {{\n{settings}\n}}\nscene s "S" {{ {BEAT} }}')


def test_settings_have_defaults_and_values() -> None:
    plain = storyboard("")
    assert plain.title == "Lesson"
    assert plain.theme == "chalk"
    given = storyboard('theme paper\naudience "ten-year-olds"\npace 120')
    assert (given.theme, given.settings["audience"], given.settings["pace"]) == (
        "paper", "ten-year-olds", 120)
    assert not names(given)


@pytest.mark.parametrize(
    ("settings", "name", "words"),
    [
        ("tema chalk", "unknown-setting", "did you mean `theme`"),
        ("speed 3", "unknown-setting", "did you mean `pace`"),
        ("theme chlk", "wrong-setting", "did you mean `chalk`"),
        ("pace 5", "wrong-setting", "40 to 400"),
        ("audience 3", "wrong-setting", "is a text"),
        ("theme chalk\ntheme paper", "wrong-setting", "twice"),
    ],
)
def test_wrong_settings(settings: str, name: str, words: str) -> None:
    (finding,) = storyboard(settings).findings
    assert finding.name == name
    assert words in f"{finding.message} {finding.help}"


def test_imports_bring_lets_components_templates_and_actions() -> None:
    library = """c2v 1
let unit = 2
component post(h) { bar = line((0, 0), (0, h * unit)) }
template greet(words) {
  objects { t = text("#{words}") at C3 }
  beat a "Say it" { write t }
}
action blink(x) { flash x }
"""
    analysis = analysed("""c2v 1
storyboard "Lesson" {}
import "parts/library.c2v"
let twice = unit * 2
scene first "First" from greet("Hello")
scene second "Second" {
  objects { p = post(twice) at C3 }
  beat a "Show it" { show p; do blink(p) }
}
""", {"parts/library.c2v": library})
    assert not names(analysis)
    assert analysis.scenes[0].objects["t"].args["text"] == "Hello"
    assert analysis.scenes[1].objects["p.bar"].args["q"].y == 8
    assert "blink" in analysis.actions


def test_imports_that_go_wrong() -> None:
    text = f'c2v 1\nstoryboard "L" {{}}\nimport "libary.c2v"\nscene s "S" {{ {BEAT} }}'
    missing = analysed(text, {"library.c2v": "c2v 1\n"})
    assert names(missing) == ["import-not-found"]
    assert "did you mean `library.c2v`" in missing.findings[0].help
    circle = analysed(
        f'c2v 1\nstoryboard "L" {{}}\nimport "a.c2v"\nscene s "S" {{ {BEAT} }}',
        {"a.c2v": 'c2v 1\nimport "b.c2v"\n', "b.c2v": 'c2v 1\nimport "a.c2v"\n'})
    assert names(circle) == ["import-cycle"]
    assert "a.c2v → b.c2v → a.c2v" in circle.findings[0].message
    assert circle.findings[0].span.path == "b.c2v"


def test_a_file_imported_twice_is_read_once() -> None:
    shared = {"c.c2v": "c2v 1\nlet n = 1\n", "a.c2v": 'c2v 1\nimport "c.c2v"\n',
              "b.c2v": 'c2v 1\nimport "c.c2v"\n'}
    analysis = analysed(f'c2v 1\nstoryboard "L" {{}}\nimport "a.c2v"\nimport "b.c2v"\n'
                        f'scene s "S" {{ {BEAT} }}', shared)
    assert not names(analysis)


def test_mistakes_in_an_imported_file_are_told_with_its_name() -> None:
    analysis = analysed(f'c2v 1\nstoryboard "L" {{}}\nimport "a.c2v"\nscene s "S" {{ {BEAT} }}',
                        {"a.c2v": "c2v 1\nlet n = = 3\n"})
    assert {f.span.path for f in analysis.findings} == {"a.c2v"}


def test_files_are_looked_for_beside_the_storyboard(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    Image.new("RGB", (2, 2)).save(tmp_path / "deep" / "cat.png")
    (tmp_path / "deep" / "more.c2v").write_text("c2v 1\nlet n = 3\n", encoding="utf-8")
    path = str(tmp_path / "deep" / "lesson.c2v")
    text = ('c2v 1\nstoryboard "L" {}\nimport "more.c2v"\nscene s "S" {\n'
            'objects { a = image("cat.png") in A1:F6\n b = number(n) at A1 }\n'
            'beat a "A" { show a, b }\n}')
    analysis = analyse(parse(text, path), DiskLoader())
    assert not analysis.findings
    assert analysis.assets == (str((tmp_path / "deep" / "cat.png").resolve()),)


def test_standard_input_lies_in_the_working_directory() -> None:
    assert DiskLoader().join("<stdin>", "a.c2v") == "a.c2v"
    assert MemoryLoader().join("<stdin>", "x/../a.c2v") == "a.c2v"


def test_continues_takes_objects_and_params_but_no_lets() -> None:
    analysis = analysed("""c2v 1
storyboard "L" {}
scene one "One" {
  let n = 2
  param t = 1
  objects {
    ax = plane() in A1:F6
    on ax { d = dot((t, n)) }
    for i in 0..1 { s[i] = square() at cell(i, 0) }
  }
  beat a "Show" { show ax, d, s; set t to 2 }
}
scene two "Two" continues one {
  let n = 5
  objects { on ax { e1 = dot((t, n)) } }
  beat a "Go on" { show e1; flash s[1]; set t to 3 }
}
""")
    assert not names(analysis)
    one, two = analysis.scenes
    assert two.continues == "one"
    assert list(two.objects) == ["ax", "d", "s[0]", "s[1]", "e1"]
    assert [m.carried for m in two.objects.values()] == [True, True, True, True, False]
    assert two.objects["e1"].plane == "ax"
    assert list(two.params) == ["t"]
    at = two.objects["e1"].args["p"]
    assert isinstance(at, Live)
    assert at.initial.y == 5
    assert refs(two, "s") == ["s[0]", "s[1]"]
    two.objects["s[0]"].pieces.append("x")
    assert one.objects["s[0]"].pieces == []
    assert len({d.name for d in two.definitions}) == len(two.definitions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f'scene two "Two" continues one {{ {BEAT} }}', "unknown-scene"),
        (f'scene one "One" continues one {{ {BEAT} }}', "unknown-scene"),
        (f'scene a "A" layout wied {{ {BEAT} }}', "unknown-layout"),
        (f'scene a "A" {{ {BEAT} }}\nscene a "B" {{ {BEAT} }}', "scene-twice"),
        (f'scene a "A" {{ {BEAT}\n{BEAT} }}', "beat-twice"),
        ('scene a "A" from nothing1()', "unknown-template"),
        (f"scene a {{ {BEAT} }}", "scene-without-title"),
        ('scene a "A" {}', "nothing-to-show"),
        (f'scene a "A" {{ {BEAT}\nlet n = 3 }}', "out-of-order"),
        (f'scene a "A" {{ {BEAT}\nobjects {{}} }}', "out-of-order"),
        (f'scene a "A" {{ objects {{}}\nobjects {{}}\n{BEAT} }}', "second-objects-block"),
        (f'component c() {{}}\ncomponent c() {{}}\nscene a "A" {{ {BEAT} }}', "defined-twice"),
        (f'let n = 1\nlet n = 2\nscene a "A" {{ {BEAT} }}', "name-taken"),
        (f'scene a "A" {{ let n = 1\nparam n = 2\n{BEAT} }}', "name-taken"),
    ],
)
def test_mistakes_of_files_and_scenes(text: str, name: str) -> None:
    assert names(analysed(f'c2v 1\nstoryboard "L" {{}}\n{text}')) == [name]


def test_calls_of_components_and_templates() -> None:
    head = "component post(h, tint=gold) { bar = line((0, 0), (0, h)) color tint }"

    def call(args: str) -> list[str]:
        return names(with_scene(f"objects {{ p = post({args}) at C3 }}\n{BEAT}", head))

    assert call("2") == []
    assert call("h=2, tint=red") == []
    assert call("") == ["wrong-call"]
    assert call("1, red, 3") == ["wrong-call"]
    assert call("1, colour=red") == ["wrong-call"]
    assert call("1, h=2") == ["wrong-call"]


def test_components_take_objects_and_live_values() -> None:
    head = "component tag(thing, x) { l = label(\"here\", thing)\n d = dot((x, 0)) }"
    analysis = with_scene(f"param t = 0\nobjects {{ s = square() at B2\n a = tag(s, t) }}\n{BEAT}",
                          head)
    objects = analysis.scenes[0].objects
    assert objects["a.l"].args["obj"].object == "s"
    assert objects["a.d"].args["p"].params == ("t",)


def test_a_component_is_not_built_of_itself() -> None:
    head = "component a1() { x1 = b1() }\ncomponent b1() { y1 = a1() }"
    assert names(with_scene(f"objects {{ p = a1() at C3 }}\n{BEAT}", head)) == [
        "component-in-itself"]


def test_a_template_is_made_as_often_as_it_is_wanted() -> None:
    analysis = analysed("""c2v 1
storyboard "L" {}
template count(n, words="no #") {
  param t = 0
  objects { for i in 1..n { w[i] = text("#{words}#{i}") at cell(i, 2) } }
  beat a "Count" { write w; set t to n }
}
scene one "One" from count(1)
scene two "Two" from count(3, words="number ")
""")
    assert [len(s.objects) for s in analysis.scenes] == [1, 3]
    assert analysis.scenes[1].objects["w[3]"].args["text"] == "number 3"


def test_a_library_needs_no_storyboard() -> None:
    assert not analysed("c2v 1\nlet n = 3\ncomponent c(h) { l = line((0, 0), (h, n)) }\n").findings


@pytest.mark.parametrize("name", library_names())
def test_files_of_the_standard_library_are_clean(name: str) -> None:
    path = library_file(name)
    assert path is not None
    result = parse(Path(path).read_text(encoding="utf-8"), path)
    assert not (*result.findings, *analyse(result).findings)


def test_the_standard_library_is_imported_by_name() -> None:
    analysis = analysed("""c2v 1
storyboard "L" {}
import "question.c2v"
import "recap"
import "card.c2v"
scene ask "Ask" from question("What is $7^2$?", "$49$")
scene go "Cards" {
  objects {
    a = card("Start") at B2
    b = card("End", tint=gold) at B5
    way = arrow(a, b)
  }
  beat a "Show" { show a, b, way }
}
scene end "End" layout wide from recap(["First this.", "Then that."])
""")
    assert not analysis.findings
    points = [analysis.scenes[2].objects[f"point[{k}]"].args["text"] for k in (0, 1)]
    assert points == ["First this.", "Then that."]
