"""Text to tree and findings: always both, whatever the text is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

from ..diagnostics import Edit, Finding, Fix, Source, Span
from ..diagnostics.codes import syntax as codes
from . import checks, strings, tree
from .build import Builder
from .lexer import BAD, END, NEWLINE, Token, lex
from .machine import Machine
from .prune import without_places
from .recovery import Recovery
from .tables import load


@dataclass(frozen=True, slots=True)
class ParseResult:
    """What reading a file gave.

    ``lost`` are names that statements which could not be read would have declared: whoever looks
    names up should not report them as unknown.
    """

    tree: tree.File
    findings: tuple[Finding, ...]
    source: Source
    lost: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ExpressionResult:
    """What reading an expression gave; ``expr`` is None if it could not be read."""

    expr: tree.Expr | None
    findings: tuple[Finding, ...]


def parse(text: str, path: str = "<stdin>") -> ParseResult:
    """Read a storyboard. Never raises for what is in ``text``.

    Spans count code points of ``text`` as it was given; a byte order mark is skipped.
    """
    reader = _Reader(text, path)
    whole = Span(0, len(text), path)
    value = reader.file() or tree.File(whole, None, None, (), ())
    value = replace(value, span=whole, comments=tuple(reader.comments))
    findings = sorted(reader.findings, key=lambda finding: (finding.span.start, finding.code))
    return ParseResult(value, tuple(findings), Source(path, text), frozenset(reader.lost))


def parse_expression(
    text: str, path: str = "<expression>", start: int = 0, end: int | None = None
) -> ExpressionResult:
    """Read ``text[start:end]`` as one expression; spans are offsets in ``text``."""
    reader = _Reader(text, path)
    value = reader.expression(start, len(text) if end is None else end)
    return ExpressionResult(value, tuple(reader.findings))


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.findings: list[Finding] = []
        self.comments: list[tree.Comment] = []
        self.lost: set[str] = set()
        self._tables = load()
        self._cells: list[tuple[tree.Name, tree.ObjectDecl]] = []

    def file(self) -> tree.File | None:
        """Read the whole text as a storyboard."""
        lexed = lex(self.text, self._tables, self.path, int(self.text.startswith("\ufeff")))
        self.comments.extend(lexed.comments)
        value = self._run("start", self._with_edition(lexed.tokens))
        if not isinstance(value, tree.File):
            return None
        return self._without_wrong_cells(value) if self._cells else value

    def expression(self, start: int, end: int) -> tree.Expr | None:
        """Read ``text[start:end]`` as an expression."""
        lexed = lex(self.text, self._tables, self.path, start, end)
        value: tree.Expr | None = self._run("expression", lexed.tokens)
        return value

    def _run(self, start: str, tokens: tuple[Token, ...]) -> Any:
        missing: set[int] = set()
        recovery = Recovery(
            self.text, self.path, self._tables, tokens, self.findings, self.lost, missing
        )
        builder = Builder(
            self.path, self.findings, self.lost, missing, self._live, recovery.untouched
        )
        machine = Machine(self._tables, start, builder)
        value = recovery.run(machine, inside=start == "expression")
        self._cells.extend(builder.cells)
        return value

    def _with_edition(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The tokens with the edition put in where it is missing."""
        first = next(index for index, token in enumerate(tokens) if token.type != NEWLINE)
        word, number = tokens[first], tokens[min(first + 1, len(tokens) - 1)]
        if word.text == "c2v" and number.type == "NUMBER":
            return tokens
        if word.text == "c2v" and number.type == BAD and number.text[0].isdigit():
            return self._glued_edition(tokens, first + 1)
        at = word.start
        put = [Token("NUMBER", "1", at, at, "missing"), Token(NEWLINE, "\n", at, at)]
        if word.text.lower() == "c2v":
            at = word.end
            end = next(i for i in range(first, len(tokens)) if tokens[i].type in (NEWLINE, END))
            put = [word._replace(text="c2v"), put[0]]
            fix = Edit(Span(word.start, tokens[end - 1].end, self.path), "c2v 1")
            tokens = (*tokens[:first], *tokens[end:])
        else:
            put.insert(0, Token("NAME", "c2v", at, at))
            fix = Edit(Span(at, at, self.path), "c2v 1\n")
        found = "the file is empty" if word.type == END else "the file does not say its edition"
        self.findings.append(Finding(
            codes.EDITION_MISSING, Span(word.start, word.end, self.path),
            f"{found}; it begins with `c2v 1`", label="expected `c2v 1` before this",
            help="write `c2v 1` on the first line", fix=Fix("write `c2v 1`", (fix,), "safe"),
        ))
        return (*tokens[:first], *put, *tokens[first:])

    def _glued_edition(self, tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
        """``c2v 1storyboard``: the new line behind the edition is missing."""
        glued = tokens[at]
        digits = len(glued.text) - len(glued.text.lstrip("0123456789"))
        middle = glued.start + digits
        where = Span(middle, middle, self.path)
        self.findings.append(Finding(
            codes.ONE_A_LINE, Span(glued.start, glued.end, self.path),
            f"the line does not end behind `c2v {glued.text[:digits]}`",
            help="what follows stands on a line of its own",
            fix=Fix("begin a new line", (Edit(where, "\n"),), "safe"),
        ))
        put = (
            Token("NUMBER", glued.text[:digits], glued.start, middle),
            Token(NEWLINE, "\n", middle, middle),
            *lex(self.text, self._tables, self.path, middle, glued.end).tokens[:-1],
        )
        return (*tokens[:at], *put, *tokens[at + 1 :])

    def _live(self, start: int, end: int, closed: bool) -> tree.Interp | None:
        """The live value whose inside is ``text[start:end]``."""
        whole = Span(start - 2, end + closed, self.path)
        inside = self.text[start:end]
        if not closed:
            where = whole._replace(end=start)
            self.findings.append(Finding(
                codes.BAD_LIVE_VALUE, where, "this text ends at the first `\"` inside its `#{…}`",
                help='give the inner text a name above, `let word = "…"`, and write `#{word}`',
            ) if strings.quoted_inside(self.text, end) else Finding(
                codes.BAD_LIVE_VALUE, where, "this `#{` has no `}` in its text",
                help="close it behind the value, or write `\\#` for a hash",
            ))
            return None
        if not inside.strip():
            self.findings.append(Finding(
                codes.BAD_LIVE_VALUE, whole, "this live value is empty",
                help="write what to show, `#{t}`, or `\\#` for a hash",
            ))
            return None
        stop, form = strings.split_format(inside)
        value = self.expression(start, start + stop)
        if value is None:
            return None
        if form is not None and not strings.is_format(form):
            where = Span(start + stop + 1, end, self.path)
            better = strings.better_format(form)
            self.findings.append(Finding(
                codes.BAD_NUMBER_FORMAT, where,
                f"`{form}` is not a number format; expected `.2`, `+.1` or `04`",
                help=f"write `{better}`" if better else "decimals are written `.2`",
                fix=Fix(f"write `{better}`", (Edit(where, better),), "safe") if better else None,
            ))
            form = better or None
        return tree.Interp(whole, value, form)

    def _without_wrong_cells(self, file: tree.File) -> tree.File:
        """Places like ``at A7`` whose operand is no declared name are taken out, with a finding."""
        known = {*checks.declared(file), *self.lost}
        if any(isinstance(item, tree.Import) for item in file.items):
            return file
        wrong = {name: decl for name, decl in self._cells if name.text not in known}
        if not wrong:
            return file
        self.findings.extend(checks.not_a_cell(name) for name in wrong)
        return cast(tree.File, without_places(file, frozenset(wrong)))
