"""Graphs, trees, networks and timelines."""

from __future__ import annotations

from ..registry import register

_SHOW = '\nbeat one "Show it" { draw a }'

NODE_TWICE = register(
    "C2V360", "node-twice", "error",
    summary="a graph names a node twice",
    why="Edges and parts name nodes by their names, so each has one of its own.",
    bad='objects { a = graph(nodes=["x", "y", "x"], edges=[["x", "y"]]) in A1:F6 }' + _SHOW,
    good='objects { a = graph(nodes=["x", "y", "z"], edges=[["x", "y"]]) in A1:F6 }' + _SHOW,
)
NO_SUCH_NODE = register(
    "C2V361", "no-such-node", "error",
    summary="an edge names a node that the graph does not have",
    why="Both ends of an edge are among `nodes`. The number 1 and the text \"1\" are two names.",
    bad='objects { a = graph(nodes=["x", "y"], edges=[["x", "z"]]) in A1:F6 }' + _SHOW,
    good='objects { a = graph(nodes=["x", "y"], edges=[["x", "y"]]) in A1:F6 }' + _SHOW,
)
WRONG_ENTRY = register(
    "C2V362", "wrong-entry", "error",
    summary="an entry of a graph's, tree's, network's or timeline's list is not as it must be",
    why="An edge is two names and perhaps what stands beside it, a subtree begins with its root, "
        "a layer has a whole number of nodes, an event is a date and a text.",
    bad='objects { a = graph(nodes=["x", "y"], edges=[["x"]]) in A1:F6 }' + _SHOW,
    good='objects { a = graph(nodes=["x", "y"], edges=[["x", "y", 5]]) in A1:F6 }' + _SHOW,
)
TOO_LARGE = register(
    "C2V363", "too-many-nodes", "error",
    summary="a graph, tree, network or timeline has more parts than a picture can show",
    why="A graph or tree has at most 150 nodes and 400 edges, a network 12 layers, a timeline 40 "
        "events. A network's layers may have any number of nodes: most are left out then.",
    bad="objects { a = graph(nodes=1..200) in A1:F6 }" + _SHOW,
    good="objects { a = graph(nodes=1..20) in A1:F6 }" + _SHOW,
)
