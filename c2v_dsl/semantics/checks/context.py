"""What checks look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...syntax import tree
from ..library import Library
from ..model import SceneModel
from ..report import Report
from ..walk import nodes

Owner = tree.Scene | tree.Template | tree.Component


@dataclass(frozen=True)
class Context:
    """A file's tree, everything analysed from it, and where findings go.

    ``broken`` tells that the parser found errors, so that missing things may be its doing.
    """

    file: tree.File
    library: Library
    scenes: tuple[SceneModel, ...]
    settings: dict[str, Any]
    report: Report
    broken: bool
    _below: dict[int, list[tree.Node]] = field(default_factory=dict)

    def below(self, root: tree.Node) -> list[tree.Node]:
        """Every node of a scene's body, a component or an action, worked out once."""
        found = self._below.get(id(root))
        if found is None:
            found = self._below[id(root)] = nodes(root)
        return found

    def names(self, root: tree.Node) -> set[str]:
        """Every name that is read below ``root``."""
        return {node.text for node in self.below(root) if type(node) is tree.Name}

    def code(self, root: tree.Node) -> str:
        """The code of all hatches below ``root``."""
        return "\n".join(
            node.code.raw for node in self.below(root)
            if isinstance(node, tree.ObjectDecl | tree.HatchAct) and node.code is not None
        )

    def bodies(self) -> Iterator[tuple[Owner, tree.SceneBody | tree.Component]]:
        """Scenes, templates and components of this file with what they hold."""
        for item in self.file.items:
            if isinstance(item, tree.Scene | tree.Template) and item.body is not None:
                yield item, item.body
            elif isinstance(item, tree.Component):
                yield item, item


SHOWN = frozenset({"text", "label", "bullets", "table", "array", "axes", "number_line", "bars",
                   "pie", "histogram", "scatter", "graph", "tree", "network", "timeline"})
"""Kinds whose strings are words, with maths between dollar signs."""


def shown_strings(below: list[tree.Node]) -> Iterator[tuple[tree.Str, str]]:
    """Strings among nodes that are shown as words, with the kind that shows them (``line`` for
    lecture lines)."""
    for node in below:
        if isinstance(node, tree.ObjectDecl) and isinstance(node.call.func, tree.Name):
            kind = node.call.func.text
            if kind in SHOWN or kind == "math":
                for arg in node.call.args:
                    for inner in nodes(arg.value):
                        if isinstance(inner, tree.Str):
                            yield inner, kind
        elif isinstance(node, tree.Beat) and node.line is not None:
            yield node.line, "line"
