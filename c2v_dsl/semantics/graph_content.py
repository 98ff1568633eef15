"""Graphs, trees, networks and timelines: their lists checked, and the parts that they have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..diagnostics import Related, Span
from ..diagnostics.codes import graphs as graph_codes
from ..diagnostics.codes import objects as codes
from ..syntax import tree
from .argument_values import initial
from .graph_shapes import (
    MAX_EDGES,
    MAX_EVENTS,
    MAX_LAYERS,
    MAX_NODES,
    Index,
    kept,
    nested,
    numbered,
    plain,
    unordered,
)
from .lowered import Live
from .model import ObjectModel, PartNames
from .suggest import counted, listing, nearest
from .target_words import show_index
from .typed import is_number
from .walk import bare

if TYPE_CHECKING:
    from .builder import Builder


def describe_graph(builder: Builder, model: ObjectModel) -> None:
    """Fill ``parts`` and ``count`` of ``model``, and report what cannot be drawn."""
    _Describer(builder, model).describe()


class _Describer:
    def __init__(self, builder: Builder, model: ObjectModel) -> None:
        self.builder = builder
        self.model = model

    def describe(self) -> None:
        match self.model.kind.name:
            case "graph":
                self._graph()
            case "tree":
                self._tree()
            case "network":
                self._network()
            case "timeline":
                self._timeline()

    def _value(self, name: str) -> Any:
        return plain(initial(self.model.args.get(name)))

    def _span(self, name: str, *path: int) -> Span:
        """Where an argument, or an entry of a list that is written out, stands."""
        span = self.model.arg_spans.get(name, self.model.span)
        found: tree.Expr | None = next(
            (arg.value for arg in self.model.decl.call.args if arg.value.span == span), None)
        for index in path:
            inner = bare(found) if found is not None else None
            if not isinstance(inner, tree.ListExpr) or index >= len(inner.items):
                break
            found = inner.items[index]
        return found.span if found is not None else span

    def _say(self, code: str, span: Span, message: str, help: str,
             related: tuple[Related, ...] = ()) -> None:
        self.builder.report.add(code, span, message, help=help, related=related)

    def _names(self, name: str, count: int, what: str) -> None:
        """As many entries in the argument ``name`` as there are of ``what``."""
        given = self._value(name)
        if isinstance(given, tuple) and len(given) != count:
            entries = {"at": "point"}.get(name, "label")
            self._say(codes.RAGGED, self._span(name),
                      f"{counted(len(given), entries)} for {counted(count, what)}",
                      f"give each {what} its {entries}")

    def _limited(self, name: str, count: int, most: int, what: str) -> bool:
        if count <= most:
            return True
        self._say(graph_codes.TOO_LARGE, self._span(name),
                  f"a {self.model.kind.name} has at most {most} {what}, found {count}",
                  "nobody could read more in one picture: show a part of it")
        return False

    # ------------------------------------------------------------ graph

    def _graph(self) -> None:
        nodes = self._value("nodes")
        if not isinstance(nodes, tuple):
            return
        if not nodes:
            self._say(codes.TOO_FEW, self._span("nodes"), "a graph needs a node",
                      'name its nodes: `nodes=["a", "b"]`')
            return
        if not self._limited("nodes", len(nodes), MAX_NODES, "nodes") or not self._once(nodes):
            return
        edges = self._edges(nodes)
        if edges is None:
            return
        self._names("at", len(nodes), "node")
        self._names("labels", len(nodes), "node")
        directed = self.model.args.get("directed") is True
        self.model.parts["node"] = PartNames(numbered((name,) for name in nodes))
        self.model.parts["edge"] = PartNames(
            numbered(edges if directed else unordered(edges)), either_way=not directed)

    def _once(self, nodes: Sequence[Any]) -> bool:
        first: dict[Any, int] = {}
        for index, name in enumerate(nodes):
            if name in first:
                before = self._span("nodes", first[name])
                span = self._span("nodes", index)
                self._say(graph_codes.NODE_TWICE, span,
                          f"the node {show_index(name)} is named twice",
                          "each node has a name of its own; `labels=` may show the same text "
                          "in several",
                          (Related(before, "first here"),) if before != span else ())
                return False
            first[name] = index
        return True

    def _edges(self, nodes: Sequence[Any]) -> list[Index] | None:
        edges = self._value("edges")
        if edges is None:
            return []
        if not isinstance(edges, tuple):
            return None
        right = self._limited("edges", len(edges), MAX_EDGES, "edges")
        if not right:
            return None
        for index, edge in enumerate(edges):
            if not 2 <= len(edge) <= 3:
                right = False
                self._say(graph_codes.WRONG_ENTRY, self._span("edges", index),
                          f"an edge is two names and perhaps what stands beside it, found "
                          f"{counted(len(edge), 'entry', 'entries')}",
                          'write `["a", "b"]`, or `["a", "b", 5]`')
                continue
            for end in (0, 1):
                if edge[end] not in nodes:
                    right = False
                    self._no_node(edge[end], nodes, self._span("edges", index, end))
        return [tuple(edge[:2]) for edge in edges] if right else None

    def _no_node(self, name: Any, nodes: Sequence[Any], span: Span) -> None:
        known = [show_index(node) for node in nodes]
        slip = nearest(str(name), map(str, nodes))
        near = next((show_index(n) for n in nodes if str(n) in (str(name), slip)), None)
        self._say(graph_codes.NO_SUCH_NODE, span,
                  f"the graph has no node {show_index(name)}",
                  f"did you mean `{near}`?" if near else f"its nodes are {listing(known, limit=8)}")

    # ------------------------------------------------------------ tree

    def _tree(self) -> None:
        given = self._value("nodes")
        if not isinstance(given, tuple) or not self._subtrees(given, ()):
            return
        shape = nested(given)
        if not self._limited("nodes", len(shape.names), MAX_NODES, "nodes"):
            return
        self.model.parts["node"] = PartNames(numbered((name,) for name in shape.names))
        joined = [(shape.names[p], n) for p, n in zip(shape.parents, shape.names, strict=True)]
        directed = self.model.args.get("directed") is True
        pairs = joined[1:] if directed else unordered(joined[1:])
        self.model.parts["edge"] = PartNames(numbered(pairs), either_way=not directed)

    def _subtrees(self, given: tuple[Any, ...], path: tuple[int, ...]) -> bool:
        """Whether every list in it begins with a name."""
        if not given:
            self._say(codes.TOO_FEW, self._span("nodes", *path),
                      "a tree needs a root" if not path else "a subtree needs a root",
                      'a list is a subtree: `["root", "child", "child"]`')
            return False
        if isinstance(given[0], tuple):
            self._say(graph_codes.WRONG_ENTRY, self._span("nodes", *path, 0),
                      "a subtree begins with the name of its own root, found a list",
                      'write `["root", ["a", "b"], "c"]`: a and c below the root, b below a')
            return False
        return all(self._subtrees(entry, (*path, index))
            for index, entry in enumerate(given) if isinstance(entry, tuple))

    # ------------------------------------------------------------ network

    def _network(self) -> None:
        layers = self._value("layers")
        if not isinstance(layers, tuple):
            return
        if len(layers) < 2:
            self._say(codes.TOO_FEW, self._span("layers"),
                      f"a network needs two layers or more, found {len(layers)}",
                      "write how many nodes each has: `[3, 4, 2]`")
            return
        if not self._limited("layers", len(layers), MAX_LAYERS, "layers"):
            return
        for index, count in enumerate(layers):
            if not isinstance(count, int) or count < 1:
                self._say(graph_codes.WRONG_ENTRY, self._span("layers", index),
                          f"a layer has a whole number of nodes from 1, found {show_index(count)}",
                          "write how many nodes each layer has: `[3, 4, 2]`")
                return
        shown = [kept(count) for count in layers]
        nodes = [(k, i) for k, some in enumerate(shown) for i in some]
        edges = [(k, i, j) for k in range(len(layers) - 1) for i in shown[k] for j in shown[k + 1]]
        counts = tuple(layers)
        self.model.parts["layer"] = PartNames(tuple((k,) for k in range(len(layers))))
        self.model.parts["node"] = PartNames(tuple(nodes), counts=counts)
        self.model.parts["edge"] = PartNames(tuple(edges), counts=counts)
        self._names("labels", len(layers), "layer")
        self._activations(counts)
        self._weights(counts)

    def _activations(self, layers: tuple[int, ...]) -> None:
        values = self._value("values")
        if not isinstance(values, tuple):
            return
        if len(values) > len(layers):
            self._say(codes.RAGGED, self._span("values"),
                      f"values of {counted(len(values), 'layer')} for "
                      f"{counted(len(layers), 'layer')}", "give a list for each layer")
            return
        for k, row in enumerate(values):
            if not all(is_number(v) for v in row):
                self._say(graph_codes.WRONG_ENTRY, self._span("values", k),
                          f"values of layer {k} are numbers", "write `[0.2, 0.9]`")
            elif len(row) not in (0, layers[k]):
                self._say(codes.RAGGED, self._span("values", k),
                          f"{counted(len(row), 'value')} for the "
                          f"{counted(layers[k], 'node')} of layer {k}",
                          "give each node its value, or none: `[]`")

    def _weights(self, layers: tuple[int, ...]) -> None:
        weights = self._value("weights")
        if not isinstance(weights, tuple):
            return
        steps = len(layers) - 1
        if len(weights) > steps:
            self._say(codes.RAGGED, self._span("weights"),
                      f"{counted(len(weights), 'matrix', 'matrices')} for "
                      f"{counted(steps, 'step')} between layers",
                      "give one matrix for each step from a layer to the next")
            return
        for k, rows in enumerate(weights):
            high, wide = layers[k + 1], layers[k]
            right = isinstance(rows, tuple) and all(
                isinstance(row, tuple) and all(map(is_number, row)) for row in rows)
            if not right:
                self._say(graph_codes.WRONG_ENTRY, self._span("weights", k),
                          "weights are matrices of numbers, one for each step between layers",
                          f"write {counted(high, 'row')} of {counted(wide, 'number')}")
            elif len(rows) != high or any(len(row) != wide for row in rows):
                found = f"{len(rows)} × {len(rows[0]) if rows else 0}"
                self._say(codes.RAGGED, self._span("weights", k),
                          f"the weights from layer {k} to layer {k + 1} are a {high} × {wide} "
                          f"matrix, found {found}",
                          f"a row for each of the {counted(high, 'node')} it leads to")

    # ------------------------------------------------------------ timeline

    def _timeline(self) -> None:
        events = self._value("events")
        if not isinstance(events, tuple):
            return
        if not events:
            self._say(codes.TOO_FEW, self._span("events"), "a timeline needs an event",
                      'write `[["1789", "Bastille"]]`')
            return
        if not self._limited("events", len(events), MAX_EVENTS, "events"):
            return
        live = isinstance(self.model.args.get("events"), Live)
        for index, event in enumerate(events):
            if len(event) != 2:
                self._say(graph_codes.WRONG_ENTRY, self._span("events", index),
                          f"an event is a date and what happened, found "
                          f"{counted(len(event), 'entry', 'entries')}",
                          'write `["1789", "Bastille"]`')
                return
            text = str(event[1])
            self.model.says[(index,)] = Live("", initial=text) if live else text
        self.model.count = (len(events),)
