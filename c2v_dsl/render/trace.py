"""What of an emitted scene a beat's picture depends on."""

from __future__ import annotations

import ast


class Code:
    """The parts of an emitted file: everything but its beats' methods, and each of those."""

    def __init__(self, text: str, class_name: str) -> None:
        tree = ast.parse(text)
        self._beats: dict[str, ast.stmt] = {}
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name == class_name:
                kept: list[ast.stmt] = []
                for statement in node.body:
                    name = statement.name if isinstance(statement, ast.FunctionDef) else ""
                    if name.startswith("beat_"):
                        self._beats[name.removeprefix("beat_")] = statement
                    else:
                        kept.append(statement)
                node.body = kept
        if tree.body and _is_docstring(tree.body[0]):
            del tree.body[0]
        self._rest = ast.dump(tree)

    def up_to(self, beats: list[str]) -> str:
        """All that the last of ``beats`` can show, without comments and line numbers."""
        shown = [ast.dump(self._beats[name]) for name in beats if name in self._beats]
        return "\n".join([self._rest, *shown])


def _is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
