"""Patches: what each operation does, what is refused, and that all can be undone."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c2v_dsl.patch import Patch, Refusal, apply_patch, patch_schema, read_patch, text_hash
from c2v_dsl.patch.draft import reindented
from c2v_dsl.pipeline import patched

from .run import run

LESSON = '''c2v 1
storyboard "Half" { theme chalk }

# how big
let big = 2

scene one "First" {
  param t = 0

  objects {
    # the round one
    ring = circle(r=big) at C3 color blue  # it stays
    for i in 0..2 {
      tile[i] = square(side=0.5) at cell(5, i)
    }
    note = text("radius #{big:.0}") below ring gap 0.4
  }

  beat a "Draw it" {
    say "Look at the ring."
    draw ring, note over 2s
    together { show tile[0]; show tile[1] }
  }

  # then it goes
  beat b "It goes" { hide ring }
}

scene two "Second" continues one {
  beat c "Again" {
    # back
    show ring
    color ring red  # now red
  }
}
'''


def patch(*operations: dict[str, Any], text: str = LESSON) -> Patch:
    found = read_patch({"c2v_patch": 1, "base": text_hash(text), "operations": list(operations)})
    assert isinstance(found, Patch), found
    return found


def made(*operations: dict[str, Any], text: str = LESSON) -> str:
    result = apply_patch(text, patch(*operations, text=text))
    assert result.ok, result.refusal
    assert result.inverse is not None
    assert apply_patch(result.text, result.inverse).text == text
    return result.text


def refusal(*operations: dict[str, Any], text: str = LESSON) -> Refusal:
    result = patched(text, patch(*operations, text=text))
    assert result.refusal is not None
    assert result.text == text
    return result.refusal


def changed_lines(new: str, old: str = LESSON) -> tuple[list[str], list[str]]:
    """Lines only in the old text, and only in the new one."""
    before, after = old.splitlines(), new.splitlines()
    return ([line.strip() for line in before if line not in after],
            [line.strip() for line in after if line not in before])


@pytest.mark.parametrize(("operation", "gone", "come"), [
    ({"op": "place", "id": "one.ring", "place": "in B2:D4"},
     "ring = circle(r=big) at C3 color blue  # it stays",
     "ring = circle(r=big) in B2:D4 color blue  # it stays"),
    ({"op": "place", "id": "one.tile[1]", "place": None},
     "tile[i] = square(side=0.5) at cell(5, i)", "tile[i] = square(side=0.5)"),
    ({"op": "style", "id": "one.ring", "set": "color red layer 2"},
     "ring = circle(r=big) at C3 color blue  # it stays",
     "ring = circle(r=big) at C3 color red layer 2  # it stays"),
    ({"op": "style", "id": "one.ring", "unset": ["color"]},
     "ring = circle(r=big) at C3 color blue  # it stays",
     "ring = circle(r=big) at C3  # it stays"),
    ({"op": "text", "id": "one.note", "text": 'a "quoted" word'},
     'note = text("radius #{big:.0}") below ring gap 0.4',
     'note = text("a \\"quoted\\" word") below ring gap 0.4'),
    ({"op": "text", "id": "one@a", "text": "Draw a ring"},
     'beat a "Draw it" {', 'beat a "Draw a ring" {'),
    ({"op": "text", "id": "one@a#0", "text": "See."},
     'say "Look at the ring."', 'say "See."'),
    ({"op": "text", "id": "two", "text": "Next"},
     'scene two "Second" continues one {', 'scene two "Next" continues one {'),
    ({"op": "time", "id": "one@a#1", "over": "3s", "ease": "linear"},
     "draw ring, note over 2s", "draw ring, note over 3s ease linear"),
    ({"op": "time", "id": "one@a#1", "over": None},
     "draw ring, note over 2s", "draw ring, note"),
    ({"op": "time", "id": "one@a#2.1", "over": "500ms"},
     "together { show tile[0]; show tile[1] }",
     "together { show tile[0]; show tile[1] over 500ms }"),
    ({"op": "time", "id": "one@b", "lasts": "4s"},
     'beat b "It goes" { hide ring }', 'beat b "It goes" lasts 4s { hide ring }'),
    ({"op": "delete", "id": "one@a#2.0"},
     "together { show tile[0]; show tile[1] }", "together { show tile[1] }"),
    ({"op": "insert", "into": "one@b", "text": "wait 1s"},
     'beat b "It goes" { hide ring }', 'beat b "It goes" { hide ring; wait 1s }'),
    ({"op": "hide", "target": "note", "beat": "one@b", "at": "start"},
     'beat b "It goes" { hide ring }', 'beat b "It goes" { hide note; hide ring }'),
    ({"op": "show", "target": "tile[2]", "beat": "one@a", "after": "one@a#2.1"},
     None, "refused"),
], ids=lambda value: value["op"] if isinstance(value, dict) else "")
def test_an_operation_changes_its_own_line_and_no_other(
    operation: dict[str, Any], gone: str | None, come: str
) -> None:
    if gone is None:
        assert "does not stand in `one@a`" in refusal(operation).message
        return
    assert changed_lines(made(operation)) == ([gone], [come])


def test_a_new_name_is_written_wherever_the_old_one_was() -> None:
    text = made({"op": "rename", "id": "one.ring", "to": "wheel"})
    assert text == LESSON.replace("ring =", "wheel =").replace("below ring", "below wheel") \
        .replace("draw ring", "draw wheel").replace("hide ring", "hide wheel") \
        .replace("show ring", "show wheel").replace("color ring", "color wheel")
    assert "continues first" in made({"op": "rename", "id": "one", "to": "first"})
    assert made({"op": "rename", "id": "file.big", "to": "wide"}).count("wide") == 3


def test_a_nearer_name_is_not_touched() -> None:
    text = LESSON.replace("let big = 2", "let big = 2\nlet f(t) = t * big").replace(
        "note = text",
        "curve = plot(x^2)\n    spots = path([(x, t) for x in 0..2])\n    note = text")
    renamed = made({"op": "rename", "id": "one.t", "to": "time"}, text=text)
    assert changed_lines(renamed, text) == (
        ["param t = 0", "spots = path([(x, t) for x in 0..2])"],
        ["param time = 0", "spots = path([(x, time) for x in 0..2])"])
    hidden = text.replace("param t = 0", "param x = 0").replace("circle(r=big)", "circle(r=x)")
    renamed = made({"op": "rename", "id": "one.x", "to": "u"}, text=hidden)
    assert changed_lines(renamed, hidden) == (
        ["param x = 0", "ring = circle(r=x) at C3 color blue  # it stays"],
        ["param u = 0", "ring = circle(r=u) at C3 color blue  # it stays"])


def test_what_moves_takes_its_comments_along() -> None:
    text = made({"op": "reorder", "id": "one@b", "before": "one@a"},
                {"op": "text", "id": "one@b", "text": "First it goes"})
    wanted = '  # then it goes\n  beat b "First it goes" { hide ring }\n\n  beat a "Draw it" {\n'
    assert wanted in text
    assert "\n\n\n" not in text
    assert sorted(text.replace("First it", "It").split()) == sorted(LESSON.split())


def test_what_is_taken_away_takes_its_comments_along_and_leaves_its_references_to_see() -> None:
    result = apply_patch(LESSON, patch({"op": "delete", "id": "one.ring"}))
    assert "it stays" not in result.text and "the round one" not in result.text
    assert [LESSON[s.start : s.end] for s in result.hanging] == ["ring"] * 5
    cleared = apply_patch(LESSON, patch(
        {"op": "delete", "id": "one.ring", "references": "remove"},
        {"op": "place", "id": "one.note", "place": "at C3"}))
    assert "draw note over 2s" in cleared.text
    assert "now red" not in cleared.text
    assert [LESSON[s.start : s.end] for s in cleared.hanging] == ["ring"]


def test_new_statements_stand_as_their_neighbours_do() -> None:
    text = made(
        {"op": "insert", "into": "one.objects", "before": "one.note",
         "text": "  for k in 0..1 {\n    spot[k] = dot() at cell(k, 0)\n  }"},
        {"op": "insert", "into": "two@c", "at": "start", "text": "wait 1s"},
        {"op": "insert", "into": "file", "text": 'scene three "T" {\n  beat d "D" { wait 1s }\n}'})
    assert "\n    for k in 0..1 {\n      spot[k] = dot() at cell(k, 0)\n    }\n    note" in text
    assert '{\n    wait 1s\n    # back\n    show ring' in text
    assert text.endswith('}\n\nscene three "T" {\n  beat d "D" { wait 1s }\n}\n')


def test_what_is_written_at_the_margin_stands_with_its_lines() -> None:
    new = made({"op": "replace_block", "id": "one@a#1",
                "text": "draw ring\n    write note\n    together {\n      wait 1s\n    }"})
    begin = new.index("    draw ring\n")
    assert new[begin:].startswith(
        "    draw ring\n    write note\n    together {\n      wait 1s\n    }\n")


def test_a_statement_becomes_one_of_another_sort_and_a_beat_stays_a_beat() -> None:
    new = made({"op": "replace_block", "id": "one@b#0", "text": "together { hide ring; wait 1s }"})
    assert "together { hide ring; wait 1s }" in new
    told = refusal({"op": "replace_block", "id": "one@b", "text": "let k = 3"})
    assert "something else than what stands there" in told.message


@pytest.mark.parametrize(("text", "laid_out"), [
    ("beat b {\n    wait 1s\n  }", "  beat b {\n    wait 1s\n  }"),
    ("beat b {\n  wait 1s\n}", "  beat b {\n    wait 1s\n  }"),
    ("  beat b {\n    wait 1s\n  }", "  beat b {\n    wait 1s\n  }"),
    ("show a,\n  b", "  show a,\n    b"),
    ("show a\n    show b", "  show a\n  show b"),
])
def test_lines_come_in_whatever_depth(text: str, laid_out: str) -> None:
    assert reindented(text, "  ") == laid_out


def test_a_neighbour_tells_where_something_is_put() -> None:
    beside = made({"op": "insert", "after": "one@a#0", "text": "wait 2s"})
    assert beside == made({"op": "insert", "into": "one@a", "after": "one@a#0", "text": "wait 2s"})
    told = read_patch({"c2v_patch": 1, "base": text_hash(LESSON),
                       "operations": [{"op": "insert", "at": "end", "text": "wait 2s"}]})
    assert isinstance(told, Refusal) and "none of into, before and after" in told.message


def test_a_block_on_one_line_unfolds_where_it_must() -> None:
    text = made({"op": "insert", "into": "one@b", "text": "together {\n  wait 1s\n}"})
    assert ('  beat b "It goes" {\n    hide ring\n    together {\n      wait 1s\n    }\n  }\n'
            in text)


def test_beats_that_a_loop_makes_have_one_place() -> None:
    text = LESSON.replace('beat b "It goes" { hide ring }',
                          'for k in 0..1 {\n    beat b[k] "It goes" { wait 1s }\n  }')
    new = made({"op": "time", "id": "one@b[1]#0", "over": "3s"},
               {"op": "insert", "into": "one#3", "text": 'beat d[k] "D" { wait 1s }'}, text=text)
    assert changed_lines(new, text) == (
        ['beat b[k] "It goes" { wait 1s }'],
        ['beat b[k] "It goes" { wait 3s }', 'beat d[k] "D" { wait 1s }'])


def test_lines_keep_their_ends() -> None:
    windows = LESSON.replace("\n", "\r\n")
    text = made({"op": "insert", "into": "two@c", "text": "wait 1s\nwait 2s"},
                {"op": "reorder", "id": "one@b", "before": "one@a"}, text=windows)
    assert "\r\n    wait 1s\r\n    wait 2s\r\n" in text
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize(("operation", "said", "help"), [
    ({"op": "place", "id": "one.rign", "place": "at B2"},
     "there is nothing called `one.rign`", "did you mean `one.ring`?"),
    ({"op": "place", "id": "one.ring", "place": "at B2; x = dot()"}, "more than one statement", ""),
    ({"op": "place", "id": "one.ring", "place": "color red"}, "a place was expected", ""),
    ({"op": "style", "id": "one.ring", "set": "at B2"}, "style words were expected", ""),
    ({"op": "style", "id": "one.ring", "unset": ["fill"]}, "has no `fill`", ""),
    ({"op": "text", "id": "one@a#1", "text": "x"}, "no words of its own", "replace_block"),
    ({"op": "time", "id": "one@a", "over": "2s"}, "is a beat", "lasts"),
    ({"op": "time", "id": "one@a#1", "over": "2"}, "cannot be read", ""),
    ({"op": "rename", "id": "one.ring", "to": "note"}, "something called `one.note` already", ""),
    ({"op": "rename", "id": "one.ring", "to": "in"}, "is a word of the language", ""),
    ({"op": "reorder", "id": "one@a", "after": "one.note"}, "cannot stand beside", ""),
    ({"op": "insert", "into": "one@a", "text": "} beat z {"}, "cannot be read", ""),
    ({"op": "delete", "id": "one.ring"}, "errors it does not have now", "see to them"),
], ids=lambda value: value["op"] if isinstance(value, dict) else "")
def test_what_cannot_be_made_is_refused_with_a_reason(
    operation: dict[str, Any], said: str, help: str
) -> None:
    found = refusal({"op": "time", "id": "one@b", "lasts": "9s"}, operation)
    assert said in found.message
    assert help in found.help
    if "errors it does not" in said:
        assert {finding.code for finding in found.findings} == {"C2V101", "C2V201"}
    else:
        assert found.operation == 1


def test_two_changes_of_one_place_are_refused() -> None:
    found = refusal({"op": "place", "id": "one.ring", "place": "at B2"},
                    {"op": "place", "id": "one.ring", "place": "at B3"})
    assert found.message == "two operations change line 12, each in its own way"


def test_what_is_added_twice_is_added_once_and_what_differs_is_refused() -> None:
    text = made({"op": "style", "id": "one.note", "set": "color gold"},
                {"op": "style", "id": "one.note", "set": "color gold layer 2"},
                {"op": "time", "id": "one@b", "lasts": "4s"},
                {"op": "time", "id": "one@b", "lasts": "4s"})
    assert "below ring gap 0.4 color gold layer 2\n" in text
    assert text.count("lasts 4s") == 1
    assert "two operations give" in refusal(
        {"op": "style", "id": "one.note", "set": "color gold"},
        {"op": "style", "id": "one.note", "set": "color red"}).message
    assert "two operations change line" in refusal(
        {"op": "time", "id": "one@b", "lasts": "4s"},
        {"op": "time", "id": "one@b", "lasts": "5s"}).message


def test_a_patch_for_another_version_is_refused() -> None:
    result = apply_patch(LESSON + "# more\n", patch({"op": "delete", "id": "one@b"}))
    assert result.refusal is not None and "another version" in result.refusal.message


@pytest.mark.parametrize("data", [
    "{", "[]", "3", {"c2v_patch": 2, "base": "sha256:" + "0" * 64, "operations": []},
    {"c2v_patch": 1, "base": "", "operations": []},
    {"base": "sha256:" + "0" * 64, "operations": [{"op": "fly", "id": "x"}]},
    {"base": "sha256:" + "0" * 64, "operations": [{"op": "place", "id": "x"}]},
    {"base": "sha256:" + "0" * 64, "operations": [{"op": "time", "id": "x"}]},
    {"base": "sha256:" + "0" * 64, "operations": [{"op": "reorder", "id": "x"}]},
    {"base": "sha256:" + "0" * 64,
     "operations": [{"op": "delete", "id": "x", "because": "I like it"}]},
])
def test_what_is_no_patch_is_said_to_be_none(data: Any) -> None:
    found = read_patch(data)
    assert isinstance(found, Refusal) and found.message


def test_the_schema_takes_what_the_model_takes() -> None:
    schema = patch_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    good = patch({"op": "place", "id": "one.ring", "place": None}, {"op": "delete", "id": "one@b"})
    jsonschema.validate(json.loads(good.model_dump_json(exclude_unset=True)), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"base": good.base, "operations": [{"op": "fly"}]}, schema)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9))
def test_random_patches_are_made_and_unmade_or_refused(seed: int) -> None:
    made_count, refused_count = run(5, seed)
    assert made_count + refused_count == 5
