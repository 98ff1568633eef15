"""Which modules of this package a module stands on, read from its relative imports."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path


def closure(root: Path, modules: Iterable[Path]) -> list[Path]:
    """``modules`` and every module below ``root`` that they import, directly or not.

    A package on the way counts only where a name is imported from it or it is imported itself.
    """
    pending = list(modules)
    found: dict[Path, None] = {}
    while pending:
        module = pending.pop()
        if module in found:
            continue
        found[module] = None
        pending.extend(_imports(root, module))
    return sorted(found)


def _imports(root: Path, module: Path) -> Iterator[Path]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = module.parent
        for _ in range(node.level - 1):
            base = base.parent
        target = base.joinpath(*(node.module or "").split(".")) if node.module else base
        if not target.is_relative_to(root):
            continue
        if target.with_suffix(".py").is_file():
            yield target.with_suffix(".py")
            continue
        beside = [target / f"{alias.name}.py" for alias in node.names]
        packages = [target / alias.name / "__init__.py" for alias in node.names]
        inner = [path for path in (*beside, *packages) if path.is_file()]
        yield from inner
        if len(inner) < len(node.names) and (target / "__init__.py").is_file():
            yield target / "__init__.py"
