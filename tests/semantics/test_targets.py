"""What targets name: families, parts, pieces, groups, instances of components."""

from __future__ import annotations

import pytest

from c2v_dsl.semantics.lowered import Ref
from c2v_dsl.semantics.model import SceneModel
from c2v_dsl.semantics.report import Report
from tests.semantics.telling import analysed, clean, refs

STAGE = r"""
ax = axes(x=[0, 4], y=[0, 4]) in A1:C3
for i in 0..3 if i != 2 { tile[i] = square(side=0.5) at cell(4, i) }
for i in 0..1 { for j in 0..2 { wire[i, j] = dot((i, j)) } }
for who in ["ann", "bo"] { box1[who] = square(side=0.5) at F1 }
m = matrix([[1, 2, 3], [4, 5, 6]]) at D4
tab = table([["alpha", "beta"], [1, 13]]) in D1:E3
eq = math("x^2 + 2x + 13 = \frac{1}{x}") at D5
word = text("hello world of $x$") at D6
arr = array([5, 6, 7]) at E5
chart = bars([1, 2]) in E6
list = bullets("first", "second") in F1:F3
both = group(m, arr)
"""


@pytest.fixture(scope="module")
def stage() -> SceneModel:
    return clean(STAGE)


@pytest.mark.parametrize(
    ("target", "named"),
    [
        ("ax", ["ax"]),
        ("tile", ["tile[0]", "tile[1]", "tile[3]"]),
        ("tile[3]", ["tile[3]"]),
        ("tile[0..2]", ["tile[0]", "tile[1]"]),
        ("tile[2..0]", []),
        ("wire[0, all]", ["wire[0, 0]", "wire[0, 1]", "wire[0, 2]"]),
        ("wire[all, 1..2]", ["wire[0, 1]", "wire[0, 2]", "wire[1, 1]", "wire[1, 2]"]),
        ('box1["bo"]', ['box1["bo"]']),
        ("[ax, tile[1], ax]", ["ax", "tile[1]"]),
        ("ax.x", ["ax part:x"]),
        ("m[0, 1]", ["m item:0,1"]),
        ("m[1, all]", ["m item:1,0", "m item:1,1", "m item:1,2"]),
        ("m.row[0]", ["m part:row item:0"]),
        ("m.col[2]", ["m part:col item:2"]),
        ("tab[1, 1]", ["tab item:1,1"]),
        ('tab[0, 1]["beta"]', ["tab item:0,1 piece:beta,0"]),
        ("arr[0..1]", ["arr item:0", "arr item:1"]),
        ("chart[all]", ["chart item:0", "chart item:1"]),
        ("list[1]", ["list item:1"]),
        ('eq["13"]', ["eq piece:13,0"]),
        ('eq["x", 1]', ["eq piece:x,1"]),
        ('eq["x", all]', ["eq piece:x,all"]),
        ('eq["x", 0..1]', ["eq piece:x,0", "eq piece:x,1"]),
        (r'eq["\frac{1}{x}"]', [r"eq piece:\frac{1}{x},0"]),
        ('word["world of"]', ["word piece:world of,0"]),
        ('word["x"]', ["word piece:x,0"]),
        ("word.char[4]", ["word part:char item:4"]),
        ("both", ["both"]),
        ("both[1]", ["arr"]),
    ],
)
def test_a_target_names(stage: SceneModel, target: str, named: list[str]) -> None:
    assert refs(stage, target) == named
    assert not stage.report.drain()


@pytest.mark.parametrize(
    ("target", "name", "words"),
    [
        ("tiel", "unknown-object", "did you mean `tile`"),
        ("tile[2]", "no-such-member", "`tile[3]`"),
        ("tile[0, 1]", "no-such-member", "1 index, not 2"),
        ("wire[1]", "no-such-member", "`wire[1, all]`"),
        ("wire[all, 7]", "no-such-member", "[all, 7]"),
        ("m[0, 3]", "no-such-part", "3 columns"),
        ("m[0]", "no-such-part", "2 indices"),
        ("m.row[2]", "no-such-part", "2 rows"),
        ("m.row", "no-such-part", "m.row[i]"),
        ("m.rows[0]", "no-such-part", "did you mean `row`"),
        ("ax.z", "no-such-part", "`x` and `y`"),
        ("ax[0]", "no-such-part", "no index"),
        ('ax["x"]', "no-such-part", "no pieces"),
        ("arr[3]", "no-such-part", "the last is [2]"),
        ("arr[0.5]", "no-such-part", "not an index"),
        ("word.char[99]", "no-such-part", "18 characters"),
        ('eq["3"]', "piece-not-found", "only inside one"),
        ('eq["x"]', "piece-not-unique", "3 times"),
        ('eq["x", 3]', "no-such-part", "3 times"),
        ('word["hell"]', "piece-not-found", 'did you mean `["hello"]`'),
        ("both[2]", "no-such-part", "2 members"),
        ("3", "not-an-object", "`3` is not an object"),
        ("B2", "not-an-object", "the cell `B2`"),
        ("square(side=1)", "not-an-object", "declare it first"),
    ],
)
def test_a_wrong_target_is_told(stage: SceneModel, target: str, name: str, words: str) -> None:
    stage.report = stage.evaluator.report = Report()
    assert refs(stage, target) is None
    (finding,) = stage.report.drain()
    assert finding.name == name
    assert words in f"{finding.message} {finding.help}"


def test_pieces_that_are_spoken_of_are_noted() -> None:
    scene = clean(STAGE)
    refs(scene, 'eq["13"]')
    refs(scene, 'eq["x", 1]')
    refs(scene, 'eq["13"]')
    assert scene.objects["eq"].pieces == ["13", "x"]
    assert scene.objects["eq"].spec().pieces == ("13", "x")


def test_pieces_are_looked_for_in_what_was_rewritten() -> None:
    scene = clean(STAGE)
    scene.rewrite(Ref("eq"), "y = 4")
    assert refs(scene, 'eq["y"]') == ["eq piece:y,0"]
    assert refs(scene, 'eq["13"]') is None
    scene.reset_texts()
    assert refs(scene, 'eq["13"]') == ["eq piece:13,0"]


def test_what_changes_may_come_to_hold_a_number_but_no_new_letter() -> None:
    scene = clean('eq = math("a = #{t:.0}") at B2', "param t = 0")
    assert refs(scene, 'eq["7"]') == ["eq piece:7,0"]
    assert refs(scene, 'eq["b"]') is None


def test_members_of_components_are_named_through_their_instance() -> None:
    analysis = analysed("""c2v 1
storyboard "Towers" {}
component tower(n) {
  for k in 0..n - 1 { disk[k] = rect(w=2 - k * 0.5, h=0.3) at (0, k * 0.3) }
  rod = line((0, 0), (0, 2))
}
component pair() {
  left_one = tower(2)
  other = tower(1) right_of left_one
}
scene first "First" layout wide {
  objects {
    peg = tower(3) in A1:F2
    for i in 0..1 { more[i] = tower(1) at cell(1, 3 + i) }
    two = pair() at F5
  }
  beat a { show peg, more, two }
}
""")
    assert not analysis.findings
    scene = analysis.scenes[0]
    assert refs(scene, "peg.disk[2]") == ["peg.disk[2]"]
    assert refs(scene, "peg.disk") == ["peg.disk[0]", "peg.disk[1]", "peg.disk[2]"]
    assert refs(scene, "more[1].rod") == ["more[1].rod"]
    assert refs(scene, "more.rod") == ["more[0].rod", "more[1].rod"]
    assert refs(scene, "two.other.disk[0]") == ["two.other.disk[0]"]
    leaves = scene.leaves(scene.resolve(scene.beats[0].tree.body[0].targets[2]))  # type: ignore
    assert [ref.object for ref in leaves] == [
        "two.left_one.disk[0]", "two.left_one.disk[1]", "two.left_one.rod",
        "two.other.disk[0]", "two.other.rod",
    ]
    assert refs(scene, "peg.dsik[0]") is None
    (finding,) = scene.report.drain()
    assert "did you mean `disk`" in finding.help
