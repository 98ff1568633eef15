"""The rooms of the package: imports point down, and few rooms may know a heavy library."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "c2v_dsl"

BELOW = {
    "resources": set(),
    "diagnostics": {"resources"},
    "syntax": {"diagnostics", "resources"},
    "assets": {"resources"},
    "semantics": {"syntax", "diagnostics", "assets", "resources"},
    "timeline": {"semantics", "syntax", "diagnostics", "resources"},
    "patch": {"semantics", "syntax", "diagnostics", "resources"},
    "pipeline": {"patch", "timeline", "semantics", "syntax", "diagnostics", "resources"},
    "emit": {"timeline", "semantics", "diagnostics", "resources"},
    "stage": {"semantics", "assets", "resources"},
    "render": {"stage", "emit", "timeline", "semantics", "diagnostics", "assets", "resources"},
    "layout": {
        "pipeline", "patch", "syntax", "render", "stage", "emit", "timeline", "semantics",
        "diagnostics", "assets", "resources",
    },
    "agents": {
        "layout", "pipeline", "patch", "syntax", "render", "emit", "timeline", "semantics",
        "diagnostics", "assets", "resources",
    },
}
"""What each room may import; rooms not named here stand above all of them."""

MANIM = {"stage", "layout", "render"}
SDKS = {"google", "openai", "httpx2"}


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Absolute names of what a module imports, and whether when it is imported itself."""
    package = ("c2v_dsl", *path.relative_to(PACKAGE).parent.parts)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or _is_typing(node)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node not in late
        elif isinstance(node, ast.ImportFrom):
            if node.level == 0:
                yield node.module or "", node not in late
                continue
            base = package[: len(package) - node.level + 1]
            name = ".".join((*base, *filter(None, [node.module])))
            if node.module is None:
                for alias in node.names:
                    yield f"{name}.{alias.name}", node not in late
            else:
                yield name, node not in late


def _is_typing(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down_only(path: Path) -> None:
    room = _room(path)
    if room not in BELOW:
        return
    allowed = BELOW[room] | {room}
    for name, _ in _imports(path):
        if not name.startswith("c2v_dsl."):
            assert name != "c2v_dsl", f"{path} imports the whole package"
            continue
        other = name.split(".")[1]
        assert other in allowed, f"{room} may not import {other} ({name})"


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_rooms_that_draw_import_manim_and_only_agents_a_model(path: Path) -> None:
    roots = {name.split(".")[0] for name, _ in _imports(path)}
    if _room(path) not in MANIM:
        assert not roots & {"manim", "numpy", "av"}, "this room knows no pictures"
    if _room(path) != "agents":
        assert not roots & SDKS, "only agents talk to models"


def test_checking_formatting_and_compiling_load_neither_manim_nor_numpy() -> None:
    program = f"""
import sys
import c2v_dsl
text = open({str(ROOT / "examples" / "determinant.c2v")!r}).read()
assert c2v_dsl.check(text).ok
assert c2v_dsl.format_source(text).text
assert c2v_dsl.compile_source(text, standalone=True).files
from typer.testing import CliRunner
from c2v_dsl.cli.app import app
assert CliRunner().invoke(app, ["check", "examples/determinant.c2v"]).exit_code == 0
heavy = {{"manim", "numpy", "av", "PIL", "rich", "google", "pydantic"}} & set(sys.modules)
assert not heavy, heavy
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
