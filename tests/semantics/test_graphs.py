"""Graphs, trees, networks and timelines: their lists, their parts, and what is wrong with them."""

from __future__ import annotations

import pytest

from c2v_dsl.semantics.dates import positions, read
from c2v_dsl.semantics.graph_shapes import kept, nested, numbered, unordered
from c2v_dsl.semantics.vocabulary import KINDS
from tests.semantics.telling import clean, refs, said, scene

GRAPH = 'g = graph(nodes=["a", "b", "c"], edges=[["a", "b", 4], ["c", "b"]]{}) in A1:F6'
TREE = 't = tree(["r", ["x", "y"], ["x", "y", "z"]]) in A1:F6'
NET = "n = network([784, 3, 2]) in A1:F6"
DAYS = 'd = timeline([["1789", "The Bastille falls"], ["1799", "Napoleon"]]) in B1:E6'


def test_a_list_is_a_subtree_and_its_first_entry_the_root() -> None:
    shape = nested(["root", ["a", "b"], "c"])
    assert shape.names == ("root", "a", "b", "c")
    assert shape.parents == (-1, 0, 1, 0)


def test_parts_with_one_name_are_counted() -> None:
    assert numbered([("x",), ("y",), ("x",)]) == (("x", 0), ("y",), ("x", 1))
    assert numbered(unordered([("a", "b"), ("b", "a")])) == (("a", "b", 0), ("a", "b", 1))


def test_of_large_layers_the_first_and_the_last_are_kept() -> None:
    assert kept(10) == tuple(range(10))
    assert kept(784) == (0, 1, 2, 3, 780, 781, 782, 783)


@pytest.mark.parametrize(("target", "found"), [
    ('g.node["a"]', ["g part:node item:a"]),
    ("g.node", ["g part:node item:a", "g part:node item:b", "g part:node item:c"]),
    ('g.edge["a", "b"]', ["g part:edge item:a,b"]),
    ('g.edge["b", "a"]', ["g part:edge item:b,a"]),
    ('g.edge["b", all]', ["g part:edge item:b,a", "g part:edge item:b,c"]),
    ("g.edge", ["g part:edge item:a,b", "g part:edge item:c,b"]),
])
def test_parts_of_a_graph(target: str, found: list[str]) -> None:
    assert refs(clean(GRAPH.format("")), target) == found


def test_directed_edges_have_one_direction() -> None:
    model = clean(GRAPH.format(", directed=true"))
    assert refs(model, 'g.edge["c", "b"]') == ["g part:edge item:c,b"]
    assert refs(model, 'g.edge["b", "c"]') is None
    finding = model.report.drain()[0]
    assert finding.help == 'it runs the other way: `g.edge["c", "b"]`'


def test_names_may_be_numbers_and_loop_variables() -> None:
    model, findings = scene(
        "g = graph(nodes=1..3, edges=[[i, i + 1] for i in 1..2]) in A1:F6",
        beats='beat one "Walk" { draw g; for i in 1..2 { flash g.node[i], g.edge[i, i + 1] } }')
    assert not findings
    assert refs(model, "g.node[2..3]") == ["g part:node item:2", "g part:node item:3"]


@pytest.mark.parametrize(("target", "found"), [
    ('t.node["r"]', ["t part:node item:r"]),
    ('t.node["y", 1]', ["t part:node item:y,1"]),
    ('t.node["x", all]', ["t part:node item:x,0", "t part:node item:x,1"]),
    ('t.edge["x", "y", 0]', ["t part:edge item:x,y,0"]),
    ('t.edge["x", "z"]', ["t part:edge item:x,z"]),
])
def test_parts_of_a_tree(target: str, found: list[str]) -> None:
    assert refs(clean(TREE), target) == found


def test_a_name_that_stands_twice_wants_to_be_told_which() -> None:
    model = clean(TREE)
    assert refs(model, 't.node["x"]') is None
    finding = model.report.drain()[0]
    assert (finding.name, finding.help) == (
        "piece-not-unique", 'write `["x", 0]` for the first, `["x", all]` for every one')


@pytest.mark.parametrize(("target", "found"), [
    ("n.layer[1]", ["n part:layer item:1"]),
    ("n.node[1, 2]", ["n part:node item:1,2"]),
    ("n.layer[1].node[2]", ["n part:node item:1,2"]),
    ("n.layer[2].node", ["n part:node item:2,0", "n part:node item:2,1"]),
    ("n.edge[1, all, 1]", [f"n part:edge item:1,{i},1" for i in range(3)]),
    ("n.edge[0, 783, 2]", ["n part:edge item:0,783,2"]),
])
def test_parts_of_a_network(target: str, found: list[str]) -> None:
    assert refs(clean(NET), target) == found


def test_events_and_their_words_are_parts() -> None:
    model = clean(DAYS)
    assert refs(model, "d[1]") == ["d item:1"]
    assert refs(model, 'd[0]["Bastille"]') == ["d item:0 piece:Bastille,0"]
    assert refs(model, "d[2]") is None
    assert "2 events" in model.report.drain()[0].message


@pytest.mark.parametrize(("objects", "target", "message", "help"), [
    (GRAPH.format(""), 'g.node["z"]', '`g` has no node ["z"]', 'it has ["a"], ["b"] and ["c"]'),
    (GRAPH.format(""), "g.nodes", "`g` has no part `nodes`", "did you mean `node`?"),
    (GRAPH.format(""), 'g["a"]', "a graph has no pieces of text", 'write `g.node["a"]`'),
    (GRAPH.format(""), 'g.edge["a", "c"]', '`g` has no edge ["a", "c"]',
     'at "a" there is `g.edge["a", "b"]`'),
    (GRAPH.format(""), 'g.edge["a"]', "parts of `g.edge` have 2 indices here, not 1",
     'write `g.edge["a", all]` for every one'),
    (NET, "n.node[0, 700]",
     "`n` has no node [0, 700]: of so many nodes only the first and the last are drawn",
     "of layers of more than 10 nodes the first 4 and the last 4 are drawn"),
    (NET, "n.edge[0, 2, 9]", "`n` has no edge [0, 2, 9]",
     "layer 1 has 3 nodes, counted from 0, the last is 2"),
    (NET, "n.layer[7]", "`n` has no layer [7]", "it has [0], [1] and [2]"),
    (NET, "n.layer[1].edge[0]", "a part of `n` has no part `edge`", "it has `node`"),
])
def test_parts_that_are_not_there(objects: str, target: str, message: str, help: str) -> None:
    model = clean(objects)
    assert refs(model, target) is None
    finding, = model.report.drain()
    assert (finding.message, finding.help) == (message, help)


@pytest.mark.parametrize(("objects", "name"), [
    ('g = graph(nodes=["a", "b"], edges=[["a", "c"]]) in A1:F6', "no-such-node"),
    ('g = graph(nodes=1..2, edges=[["1", 2]]) in A1:F6', "no-such-node"),
    ('g = graph(nodes=["a", "b", "a"]) in A1:F6', "node-twice"),
    ("g = graph(nodes=[]) in A1:F6", "too-few-points"),
    ('g = graph(nodes=["a", "b"], edges=[["a"]]) in A1:F6', "wrong-entry"),
    ('g = graph(nodes=["a", "b"], edges=[("a", "b")]) in A1:F6', "wrong-argument"),
    ('g = graph(nodes=["a", "b"], at=[(0, 0)]) in A1:F6', "ragged-rows"),
    ('g = graph(nodes=["a", "b"], labels=["x"]) in A1:F6', "ragged-rows"),
    ("g = graph(nodes=1..151) in A1:F6", "too-many-nodes"),
    ("g = graph(nodes=1..3, edges=[[1, 2] for i in 0..400]) in A1:F6", "too-many-nodes"),
    ("t = tree([]) in A1:F6", "too-few-points"),
    ('t = tree([["a"], "b"]) in A1:F6', "wrong-entry"),
    ('t = tree(["a", []]) in A1:F6', "too-few-points"),
    ('t = tree(["a", ("b", "c")]) in A1:F6', "wrong-argument"),
    ("n = network([3]) in A1:F6", "too-few-points"),
    ("n = network([3, 0]) in A1:F6", "wrong-entry"),
    ("n = network([3, 1.5]) in A1:F6", "wrong-entry"),
    ("n = network([2 for i in 0..12]) in A1:F6", "too-many-nodes"),
    ("n = network([2, 2], values=[[1, 2, 3]]) in A1:F6", "ragged-rows"),
    ('n = network([2, 2], values=[["a", 2]]) in A1:F6', "wrong-entry"),
    ("n = network([2, 3], weights=[[[1, 2], [3, 4]]]) in A1:F6", "ragged-rows"),
    ("n = network([2, 2], weights=[[1, 2]]) in A1:F6", "wrong-entry"),
    ("d = timeline([]) in A1:F6", "too-few-points"),
    ('d = timeline([["1789"]]) in A1:F6', "wrong-entry"),
    ('d = timeline([[i, "x"] for i in 0..40]) in A1:F6', "too-many-nodes"),
    ('d = timeline([["1789", "it cost $5"]]) in A1:F6', "dollar-unbalanced"),
])
def test_lists_that_cannot_be_drawn(objects: str, name: str) -> None:
    assert said(objects) == [name]


def test_an_unknown_end_of_an_edge_is_pointed_at() -> None:
    text = 'g = graph(nodes=["alpha", "beta"], edges=[["alhpa", "beta"]]) in A1:F6'
    finding, = scene(text)[1]
    assert finding.help == 'did you mean `"alpha"`?'
    assert finding.span.end - finding.span.start == len('"alhpa"')


def test_round_brackets_in_a_list_are_mended_at_once() -> None:
    text = 'g = graph(nodes=1..3, edges=[(1, 2), (2, 3)]) in A1:F6'
    finding, = scene(text)[1]
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == ["[", "]", "[", "]"]


def test_an_edge_is_on_screen_whichever_end_is_named_first() -> None:
    from c2v_dsl import check

    def codes(beat: str, directed: str = "") -> list[str]:
        return [f.name for f in check(
            'c2v 1\nstoryboard "x" {}\nscene one "One" layout wide {\n'
            f'objects {{ {GRAPH.format(directed)} }}\nbeat a {{ {beat} }}\n}}\n').findings]

    assert codes('show g.edge["a", "b"]; flash g.edge["b", "a"]') == []
    assert codes('show g.edge["a", "b"]; show g.edge["b", "a"]') == ["on-screen-already"]
    assert codes('show g.edge["a", "b"]; flash g.edge["c", "b"]') == ["not-on-screen"]


def test_nodes_of_a_layer_come_and_go_with_it() -> None:
    from c2v_dsl import check

    def codes(beat: str) -> list[str]:
        return [f.name for f in check(
            'c2v 1\nstoryboard "x" {}\nscene one "One" layout wide {\n'
            f"objects {{ {NET} }}\nbeat a {{ {beat} }}\n}}\n").findings]

    assert codes("show n.layer[1]; flash n.node[1, 0]") == []
    assert codes("show n.layer[1]; flash n.node[2, 0]") == ["not-on-screen"]
    assert codes("show n.node[1, 0]; show n.layer[1]") == []


@pytest.mark.parametrize(("date", "sort", "number"), [
    (1789, "year", 1789.0), (-44, "year", -44.0), ("1789", "year", 1789.0),
    ("44 BC", "year", -44.0), ("500 BCE", "year", -500.0), ("AD 79", "year", 79.0),
    ("14 July 1789", "year", 1789 + (6 + 13 / 31) / 12), ("July 14, 1789", "year", None),
    ("July 1789", "year", 1789.5), ("1969-07-20", "year", 1969 + (6 + 19 / 31) / 12),
    ("c. 1500", "year", 1500.0), ("1914–1918", "year", 1914.0), ("1914-18", "year", 1914.0),
    ("1960s", "year", 1960.0), ("17th century", "year", 1600.0), ("3,000 BC", "year", -3000.0),
    ("9:30", "clock", 9.5), ("Day 3", "day", 3.0), ("13.8", "year", 13.8),
])
def test_dates(date: object, sort: str, number: float | None) -> None:
    found = read(date)
    assert found is not None
    assert found[0] == sort
    assert number is None or found[1] == pytest.approx(number)


@pytest.mark.parametrize("date", ["soon", "", "next July", "1789 and 1799", "32 May 1800", "x1"])
def test_what_is_no_date(date: str) -> None:
    assert read(date) is None


def test_dates_of_different_sorts_have_no_scale() -> None:
    assert positions(["1789", "1799"]) == [1789.0, 1799.0]
    assert positions(["1789", "9:30"]) is None
    assert positions(["1789", "soon"]) is None


def test_every_graph_kind_has_its_words() -> None:
    for name in ("graph", "tree", "network", "timeline"):
        assert KINDS[name].family == "graphs"
        assert KINDS[name].parts
