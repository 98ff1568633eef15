"""Answers put back into the code that they are for."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

import libcst as cst

from ..client import unfenced
from .scopes import Piece

_MARK = re.compile(r"#\s*line\s+(\d+)\b[^\n]*\n?", re.I)


class Unfit(Exception):
    """An answer cannot be put into its place; the message says why."""


def put_back(text: str, pieces: Sequence[Piece], answer: str) -> str:
    """``text`` with ``answer`` in the place of the piece that it names as ``# line N``, of the
    first one otherwise; all other lines stay.

    Raises:
        Unfit: the answer is not Python, or names no piece.
    """
    code = unfenced(answer) if "```" in answer else answer.strip("\n")
    named = [(int(mark[1]), mark) for mark in _MARK.finditer(code)]
    piece = pieces[0]
    if named and len(pieces) > 1:
        number, mark = named[0]
        found = next((p for p in pieces if p.first <= number <= p.last), None)
        if found is None:
            raise Unfit(f"line {number} was not shown")
        piece = found
        second = named[1][1].start() if len(named) > 1 else len(code)
        code = code[mark.end() : second]
    code = _MARK.sub("", code)
    lines = text.splitlines()
    old = lines[piece.first - 1 : piece.last]
    prefix = min((line[: len(line) - len(line.lstrip())] for line in old if line.strip()),
                 key=len, default="")
    branch = piece.head and old[0].lstrip().startswith("elif ")
    if branch:
        code = re.sub(r"^(\s*)elif ", r"\1if ", code)
    new = _indented(code, prefix, piece.head or code.rstrip().endswith(":"))
    if branch:
        new = [re.sub(r"^(\s*)if ", r"\1elif ", new[0]), *new[1:]]
    return "\n".join([*lines[: piece.first - 1], *new, *lines[piece.last :]]) + "\n"


def _indented(code: str, prefix: str, head: bool) -> list[str]:
    """The statements of an answer, however it is indented, each at ``prefix``."""
    module = _parsed(code, head)
    if not module.body:
        return []
    if head:
        module = _headless(module)
    if not prefix:
        lines = module.code.rstrip().splitlines()
    else:
        block = cst.IndentedBlock(body=module.body, indent=prefix)
        lines = cst.Module([cst.If(cst.Name("x"), block)],
                           default_indent=module.default_indent).code.rstrip().splitlines()[1:]
    if head and lines and lines[-1].strip() == "pass":
        lines.pop()
    header = [prefix + item.comment.value for item in module.header if item.comment]
    return header + lines


def _headless(module: cst.Module) -> cst.Module:
    """``module`` with nothing in the block that its last statement opens."""
    last = module.body[-1]
    if not isinstance(getattr(last, "body", None), cst.BaseSuite):
        return module
    empty = cst.IndentedBlock([cst.SimpleStatementLine([cst.Pass()])])
    changes: dict[str, object] = {"body": empty}
    if getattr(last, "orelse", None) is not None:
        changes["orelse"] = None
    return module.with_changes(body=[*module.body[:-1], last.with_changes(**changes)])


def _parsed(code: str, head: bool) -> cst.Module:
    tried: list[str] = []
    lines = code.expandtabs(4).rstrip().splitlines()
    while lines and not lines[0].strip():
        lines.pop(0)
    tried.append(textwrap.dedent("\n".join(lines)))
    if len(lines) > 1:
        rest = textwrap.dedent("\n".join(lines[1:]))
        tried += [f"{lines[0].strip()}\n{rest}",
                  f"{lines[0].strip()}\n{textwrap.indent(rest, '    ')}"]
    if head:
        tried = [*(f"{one}\n    pass" for one in tried), *tried]
    first: cst.ParserSyntaxError | None = None
    for one in tried:
        try:
            return cst.parse_module(one + "\n")
        except cst.ParserSyntaxError as error:
            first = first or error
        except (ValueError, RecursionError) as error:
            raise Unfit(f"the answer is not Python: {error}") from error
    assert first is not None
    raise Unfit("the answer is not Python") from first
