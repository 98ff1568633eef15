"""Emitted scenes with their runtime beside them, so that plain Manim renders them.

The runtime is this package's own stage and the pure modules it stands on, copied with their
relative imports into a package called ``c2v_runtime``.
"""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from .imports import closure

RUNTIME = "c2v_runtime"
STAGE = f"{RUNTIME}.stage"

_EMPTY = '"""Part of the runtime that c2v carries along with compiled scenes."""\n'


def runtime_files() -> dict[str, str]:
    """The runtime's files: path below the output folder → text.

    Everything that ``stage`` imports, found by following its relative imports.
    """
    with as_file(files("c2v_dsl")) as root:
        return _collect(Path(root))


def _collect(root: Path) -> dict[str, str]:
    found = {f"{RUNTIME}/__init__.py": _EMPTY}
    for path in closure(root, sorted((root / "stage").rglob("*.py"))):
        relative = path.relative_to(root)
        found[f"{RUNTIME}/{relative.as_posix()}"] = path.read_text(encoding="utf-8")
        for parent in relative.parents:
            if parent != Path():
                found.setdefault(f"{RUNTIME}/{parent.as_posix()}/__init__.py", _EMPTY)
    return dict(sorted(found.items()))
