"""What the documents show is true."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import c2v_dsl
from c2v_dsl.diagnostics.codes import wrap
from c2v_dsl.diagnostics.text import format_findings

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    path for folder in (ROOT, ROOT / "grammar", ROOT / "docs") for path in folder.glob("*.md")
]
FILES = ROOT / "grammar" / "pictures" / "files"
"""Where pictures are that storyboards in the documents show."""
_SNIPPET = re.compile(r"^```c2v\n(.*?)^```", re.M | re.S)


def _snippets() -> list[tuple[str, str]]:
    found = []
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        for match in _SNIPPET.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append((f"{path.relative_to(ROOT)}:{line}", match[1]))
    return found


@pytest.mark.parametrize(("where", "text"), _snippets(), ids=lambda value: value[:30])
def test_every_storyboard_in_the_documents_checks_clean(where: str, text: str) -> None:
    result = c2v_dsl.check(wrap(text), str(FILES / where.replace("/", "_")))
    told = [f for f in result.findings if f.name != "hatch-without-code"]
    assert not told, format_findings(told, result.sources)


_SHELL = re.compile(r"^```(sh|text)\n(.*?)^```", re.M | re.S)
_CALL = re.compile(r"^(\$ )?(?:infisical run -- )?(?:\.venv/bin/)?c2v (.+)$", re.M)


def _calls() -> list[tuple[str, str]]:
    """Calls of c2v: lines of shell blocks, and those behind a prompt in what a terminal shows."""
    return [(path.name, call) for path in DOCUMENTS
            for kind, block in _SHELL.findall(path.read_text(encoding="utf-8"))
            for prompt, call in _CALL.findall(block) if prompt or kind == "sh"]


@pytest.mark.parametrize(("where", "call"), _calls(), ids=lambda value: value[:40])
def test_every_call_in_the_documents_is_one_that_can_be_made(where: str, call: str) -> None:
    from typer.main import get_command

    from c2v_dsl.cli.app import app

    group = get_command(app)
    words = shlex.split(call, comments=True)
    while words[0].startswith("--"):
        assert words.pop(0) == "--offline"
    command = group.commands[words[0]]  # type: ignore[attr-defined]
    command.make_context(words[0], words[1:])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
        if not target.startswith(("http://", "https://")):
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_a_document_lead_to_one_heading(path: Path) -> None:
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    headings = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
                for heading in re.findall(r"^#+ (.*)$", text, re.M)]
    for target in re.findall(r"\]\(#([^)]*)\)", text):
        assert headings.count(target) == 1, target


def test_the_readme_names_every_command() -> None:
    from c2v_dsl.cli.app import app

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert f"c2v {command.name} " in readme or f"c2v {command.name}`" in readme, command.name


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.c2v")), ids=lambda p: p.stem)
def test_every_example_checks_clean_and_is_formatted(example: Path) -> None:
    text = example.read_text(encoding="utf-8")
    result = c2v_dsl.check(text, str(example))
    assert not result.findings, format_findings(result.findings, result.sources)
    assert c2v_dsl.format_source(text).text == text
