"""LaTeX's environments: matrices, cases, arrays, aligned lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .latex_symbols import ALIGNED, CASES, MATRICES
from .latex_tokens import Token

if TYPE_CHECKING:
    from .latex import Reader


def environment(reader: Reader, token: Token) -> str:
    """``\\begin{…}…\\end{…}``."""
    name = (reader.raw_argument(token) or "").strip()
    plain = name.removesuffix("*")
    columns = ""
    if plain in ("array", "alignat", "alignedat", "darray", "subarray"):
        columns = reader.raw_argument(token) or ""
    elif plain not in MATRICES and plain not in ALIGNED and plain not in CASES:
        reader.problem(
            f"`{name}` is no environment for maths", token.start, reader.end(),
            "known are matrices, cases, array and aligned lines", "environment", plain,
            frozenset({*MATRICES, *ALIGNED, *CASES, "array"}),
        )  # fmt: skip
    place, color = reader.reserve(), reader.color
    lines: list[int] = []
    rows = read_rows(reader, set(), frozenset({"end"}), lines)
    ending = reader.take()
    if ending is None:
        start, length = token.start, len("\\begin{}") + len(name)
        reader.problem(f"`\\begin{{{name}}}` has no `\\end{{{name}}}`", start, start + length,
                       f"add `\\end{{{name}}}`")  # fmt: skip
    else:
        other = (reader.raw_argument(ending) or "").strip()
        if other != name:
            reader.problem(f"`\\end{{{other}}}` does not close `\\begin{{{name}}}`",
                           ending.start, reader.end(), f"write `\\end{{{name}}}`")  # fmt: skip
    body = table(plain, rows, columns, lines)
    return reader.fill(place, token.start, reader.end(), body, color)


def table(name: str, rows: list[list[str]], columns: str, lines: list[int]) -> str:
    """Rows of an environment; ``lines`` are those with a rule above."""
    if name in ALIGNED:
        return aligned(rows)
    if name in CASES:
        display = name.startswith("d")
        cells = cells_of(rows, "display({})" if display else "{}")
        delim = '(none, "}")' if "r" in name[:2] else '("{", none)'
        gaps = "column-gap: #1em, row-gap: #0.36em"
        return f"mat(delim: #{delim}, align: #left, {gaps}, {cells})"
    delim = MATRICES.get(name, "#none")
    options = [f"delim: {delim}"]
    letters = re.sub(r"[^lcr|]", "", columns)
    bars = [len(letters[:i].replace("|", "")) for i, c in enumerate(letters) if c == "|"]
    width = len(letters.replace("|", ""))
    inner = [bar for bar in bars if 0 < bar < width]
    augment = []
    if inner:
        augment.append(f"vline: ({', '.join(map(str, inner))},)")
    inside = [line for line in lines if 0 < line < len(rows)]
    if inside:
        augment.append(f"hline: ({', '.join(map(str, inside))},)")
    if augment:
        options.append(f"augment: #({', '.join(augment)})")
    sides = set(letters) - {"|"}
    if len(sides) == 1 and "c" not in sides:
        options.append(f"align: #{'left' if 'l' in sides else 'right'}")
    if name == "smallmatrix":
        options.append("column-gap: #0.5em, row-gap: #0.2em")
        return f"inline(mat({', '.join(options)}, {cells_of(rows, 'script({})')}))"
    options.append("column-gap: #0.9em, row-gap: #0.32em")
    return f"mat({', '.join(options)}, {cells_of(rows, '{}')})"


def aligned(rows: list[list[str]]) -> str:
    """Lines with alignment points."""
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    lines = []
    for row in rows:
        cells = [f"display({cell})" if cell else '""' for cell in row]
        lines.append(" & ".join(cells))
    return f"mat(delim: #none, row-gap: #0.4em, {'; '.join(lines)})"


def read_rows(
    reader: Reader, stops: set[str], stop_commands: frozenset[str], lines: list[int] | None = None
) -> list[list[str]]:
    """Cells up to a stop, which is left unread; ``lines`` collects rows with a rule above."""
    rows: list[list[str]] = [[]]
    while True:
        cell = reader.sequence({"&", "\\\\", "\\hline"} | stops, stop_commands)
        token = reader.peek()
        if token is not None and token.text == "\\hline":
            reader.take()
            if lines is not None:
                lines.append(len(rows) - 1)
            if not cell:
                continue
        rows[-1].append(cell)
        if token is None or token.text in stops or token.command in stop_commands:
            break
        reader.take()
        if token.text == "\\\\":
            reader.newline(token)
            rows.append([])
    if len(rows) > 1 and not any(rows[-1]):
        rows.pop()
    return rows


def substack(reader: Reader, token: Token) -> str:
    """Short lines under an operator."""
    if not reader.accept("{"):
        return reader.argument(token)
    rows = read_rows(reader, {"}"}, frozenset())
    reader.accept("}")
    cells = "; ".join("".join(row) for row in rows)
    return f"mat(delim: #none, row-gap: #0.25em, {cells})"


def cells_of(rows: list[list[str]], form: str) -> str:
    """Rows of one width as arguments of ``mat``."""
    width = max(map(len, rows), default=1)
    filled = [[form.format(c) if c else '""' for c in row] + ['""'] * (width - len(row))
              for row in rows]  # fmt: skip
    return "; ".join(", ".join(row) for row in filled)
