"""The standard library: every entry is told, its example is right, odd arguments are answered."""

from __future__ import annotations

import re

import pytest

import c2v_dsl
from c2v_dsl.semantics.stdlib import FAMILIES, entries
from c2v_dsl.syntax import apply_fixes
from scripts.pictures import moments
from tests.project.measuring import furniture, ink, letters
from tests.project.test_examples import MARGIN, READABLE, SIZE

NAMES = list(entries())
WORDS = "an item of the list that is told in rather more words than one would wish for"
FORMULA = r"\frac{-b \pm \sqrt{b^2 - 4ac}}{2a}"


def checked(scene: str, *files: str, theme: str = "chalk") -> c2v_dsl.CheckResult:
    imports = "".join(f'import "{file}.c2v"\n' for file in files)
    return c2v_dsl.check(f'c2v 1\nstoryboard "S" {{ theme {theme} }}\n{imports}{scene}\n', "s.c2v")


def texts(count: int, word: str = "item") -> str:
    return "[" + ", ".join(f'"{word} {k}"' for k in range(count)) + "]"


def test_there_is_what_a_teacher_reaches_for() -> None:
    assert len(NAMES) >= 24
    assert {entry.family for entry in entries().values()} == set(FAMILIES)


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_is_told_by_its_comment(name: str) -> None:
    entry = entries()[name]
    assert entry.file == f"{name}.c2v"
    assert entry.sentence.endswith(".") and len(entry.sentence) < 130
    assert all(parameter.meaning for parameter in entry.parameters)
    told = re.findall(r"^#   (\w+) — ", entry.source, re.M)
    assert told == [parameter.name for parameter in entry.parameters]


@pytest.mark.parametrize("name", NAMES)
def test_its_example_is_right_in_every_theme(name: str) -> None:
    example = entries()[name].example
    assert f'import "{name}.c2v"' in example
    assert c2v_dsl.format_source(example).text == example
    for theme in ("chalk", "paper"):
        result = c2v_dsl.check(example.replace("theme chalk", f"theme {theme}"), "s.c2v")
        assert not result.findings, [finding.message for finding in result.findings]
        assert result.timeline is not None and result.timeline.scenes


LISTS = {
    "agenda": "agenda({})", "recap": "recap({})", "flow": "flow({})", "cycle": "cycle({})",
    "worked_example": 'worked_example("Why?", {}, "So.")', "quiz": 'quiz("Which?", {})',
    "comparison": 'comparison("This", "That", {}, ["only one"])',
    "array_story": 'array_story({}, [["look", 0, 0, "The first"]])',
}
"""Templates that take a list of texts."""


@pytest.mark.parametrize("count", [1, 2, 3, 7])
@pytest.mark.parametrize("name", list(LISTS))
def test_lists_of_texts_may_be_short_and_long(name: str, count: int) -> None:
    for word in ("item", WORDS, f"${FORMULA}$"):
        call = LISTS[name].format(texts(count, word))
        result = checked(f'scene a "A" from {call}', name)
        assert {f.code for f in result.findings} <= {"C2V343"}, result.findings


@pytest.mark.parametrize("name", list(LISTS))
def test_an_empty_list_is_a_finding_or_sensible(name: str) -> None:
    result = checked(f'scene a "A" from {LISTS[name].format("[]")}', name)
    for finding in result.findings:
        spans = [finding.span, *(note.span for note in finding.related)]
        assert any(span.path == "s.c2v" for span in spans), finding


ODD = {
    "title_card": [f'title_card("{WORDS}", under="{WORDS}")', 'title_card("$x^2$", tint=red)'],
    "definition": [f'definition("Word", "{WORDS}")', f'definition("W", "M", formula="{FORMULA}")',
                   f'definition("Word", "Meaning", example="{WORDS}")'],
    "derivation": ['derivation([["x", "1"]])', f'derivation([["{FORMULA}", "1"]] )',
                   'derivation([["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"], ["i", "j"], '
                   '["k", "l"], ["m", "n"]], sign="<")'],
    "question": [f'question("{WORDS}", "${FORMULA}$", think=500ms)'],
    "function_explorer": ["function_explorer(sin)", "function_explorer(x -> log(x), x=[-1, 5])",
                          "function_explorer(x -> 1 / x, ride=[0.5, 4])"],
    "number_jumps": ["number_jumps(0, [1])", "number_jumps(-50, [100, -30], x=[-60, 60])",
                     "number_jumps(0, [1, 1, 1, 1, 1, 1, 1])", "number_jumps(0.5, [0.25, -1])"],
    "bar_story": ['bar_story([1], ["one"])', 'bar_story([3, -2], ["up", "down"], most=5)',
                  f'bar_story([1, 2, 3, 4, 5, 6, 7], {texts(7)}, notes=[[6, "{WORDS}"]])'],
    "binary_search": ["binary_search([4], 4)", "binary_search([4], 5)", "binary_search([1, 2], 0)",
                      "binary_search([k^2 for k in 1..20], 50)"],
    "bubble_sort": ["bubble_sort([1])", "bubble_sort([2, 1])", "bubble_sort([7, 6, 5, 4, 3, 2, 1])",
                    "bubble_sort([1, 1, 1])"],
    "hanoi": ["hanoi(1)", "hanoi(2)", "hanoi(5, pace=200ms)"],
    "recursion_tree": ['recursion_tree([["f(3)"]])',
                       'recursion_tree([["f"], ["g", ""], ["h", "k", "", ""]])',
                       'recursion_tree([["a"], ["b", "c", "d"]], branch=3, costs=["1", "3"])'],
    "probability_tree": ['probability_tree([["a", "1"]], [[["b", "1"]]])',
                         'probability_tree([["a", "1/2"], ["b", "1/2"]], '
                         '[[["c", "1/3"], ["d", "2/3"]], []], results=["1/6"])'],
    "unit_circle": ["unit_circle(upto=90deg)"],
    "timeline_story": ['timeline_story([["1789", "Bastille"]])',
                       f'timeline_story([["1", "a"], ["2", "b", "{WORDS}"], ["3", "c"]])'],
}


@pytest.mark.parametrize("call", [call for calls in ODD.values() for call in calls])
def test_odd_arguments_are_right_too(call: str) -> None:
    result = checked(f'scene a "A" from {call}', call.partition("(")[0])
    assert {f.code for f in result.findings} <= {"C2V343"}, result.findings


PARTS = [
    'venn("left", "right")', 'card("", w=1)', 'bits(5)', 'bits(0, n=1)', 'fraction_bar(1)',
    'fraction_bar(12, 5, tint=red)', 'clock(23.5)', 'forces([["pull", 30deg, 2, gold]])',
    f'balance("{FORMULA}", "0", tilt=-1)',
]


@pytest.mark.parametrize("call", PARTS)
def test_components_stand_anywhere(call: str) -> None:
    name = call.partition("(")[0]
    body = f"objects {{ a = {call} in A1:C3; b = {call} at E5 }}\nbeat show {{ show a, b }}"
    assert not checked(f'scene a "A" layout wide {{\n{body}\n}}', name).findings


WRONG = {
    "recap(3)": "3", 'quiz("Which?")': 'quiz("Which?")', "agenda([1, 2], nw=2)": "nw",
    "hanoi(n=three)": "three", "function_explorer(3)": "3", 'derivation(["x = 1"])': '["x = 1"]',
    'flow(["a"], tint="red")': '"red"', 'bar_story([1, 2], ["a"])': '["a"]',
    'recap(["a", 2])': '["a", 2]', 'question("a", "b", think=3)': "3",
    'derivation([["x", "1"]], lit=[["y", ""]])': '[["y", ""]]', "timeline_story([])": "[]",
}


@pytest.mark.parametrize("call", list(WRONG))
def test_wrong_arguments_are_one_finding_at_the_argument(call: str) -> None:
    scene = f'scene a "A" from {call}'
    result = checked(scene, call.partition("(")[0])
    (finding,) = result.findings
    assert finding.span.path == "s.c2v" and finding.help
    assert result.sources["s.c2v"].slice(finding.span) == WRONG[call]


def test_what_a_check_finds_in_the_library_is_told_at_the_scene() -> None:
    (finding,) = checked('scene a "A" layout notes from recap(["one"])', "recap").findings
    assert finding.level == "warning" and finding.span.path == "s.c2v"


def test_wrong_arguments_of_a_component_are_told_at_them_too() -> None:
    body = 'objects { a = bits("x") at C3 }\nbeat b { show a }'
    (finding,) = checked(f'scene a "A" layout wide {{ {body} }}', "bits").findings
    assert finding.span.path == "s.c2v"
    assert "`number` of `bits`" in finding.message


@pytest.mark.parametrize(("scene", "name"), [
    ('scene a "A" from recap(["one"])', "recap"),
    ('scene a "A" layout wide {\n  objects { a = card("x") at B2 }\n'
     "  beat b { show a }\n}", "card"),
])
def test_what_the_library_has_and_nothing_imports_is_imported_by_a_fix(
    scene: str, name: str
) -> None:
    (finding,) = checked(scene).findings
    assert f'import "{name}.c2v"' in finding.help
    source = checked(scene).sources["s.c2v"]
    mended = apply_fixes(source, (finding,), unsafe=True)
    assert not c2v_dsl.check(mended.text, "s.c2v").findings


def test_a_template_of_the_library_is_proposed_for_a_name_like_it() -> None:
    (finding,) = checked('scene a "A" from recapp(["one"])').findings
    assert "`recap`" in finding.help


@pytest.mark.parametrize("name", NAMES)
def test_every_beat_of_an_example_ends_readable_and_inside_its_margins(name: str) -> None:
    timeline = c2v_dsl.check(entries()[name].example).timeline
    assert timeline is not None
    for scene in timeline.scenes:
        heights: list[tuple[float, str]] = list(furniture(scene, timeline.theme))
        ends = tuple((beat.name, 1.0) for beat in scene.beats)
        frames = moments(timeline, scene, ends, SIZE,
                         on_end=lambda stage, heights=heights: heights.extend(letters(stage)))
        assert not [told for told in heights if told[0] < READABLE]
        for frame in frames:
            left, top, right, bottom = ink(frame)
            assert min(left, top, SIZE[0] - right, SIZE[1] - bottom) > MARGIN
