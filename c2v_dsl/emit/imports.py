"""Which modules of this package a module stands on, read from its relative imports."""

from __future__ import annotations

import re
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


_RELATIVE = re.compile(
    r"^[ \t]*from[ \t]+(\.+)([\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n]*)", re.MULTILINE)
_REMARK = re.compile(r"#[^\n]*")


def relative_imports(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Dots, module and names of every relative import in a module's text.

    Read by their form, not by a parser: every rendering asks for this, and must not wait for it.
    """
    for dots, name, imported in _RELATIVE.findall(text):
        words = _REMARK.sub("", imported).strip("() \t\n").split(",")
        names = tuple(word.split()[0] for word in words if word.strip())
        yield len(dots), name, names


def _imports(root: Path, module: Path) -> Iterator[Path]:
    for level, name, names in relative_imports(module.read_text(encoding="utf-8")):
        base = module.parent
        for _ in range(level - 1):
            base = base.parent
        target = base.joinpath(*name.split(".")) if name else base
        if not target.is_relative_to(root):
            continue
        if target.with_suffix(".py").is_file():
            yield target.with_suffix(".py")
            continue
        beside = [target / f"{wanted}.py" for wanted in names]
        packages = [target / wanted / "__init__.py" for wanted in names]
        inner = [path for path in (*beside, *packages) if path.is_file()]
        yield from inner
        if len(inner) < len(names) and (target / "__init__.py").is_file():
            yield target / "__init__.py"
