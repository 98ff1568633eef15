"""LALR tables of the grammar: made by Lark, kept as data, so that a start needs no Lark.

``grammar/c2v.tables.json`` is made from ``grammar/c2v.lark`` by ``python -m
c2v_dsl.syntax.tables``. Tables that do not fit the grammar (its digest tells) are made again in
memory, and kept in the user's cache folder if it can be written.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..resources import data_folder

FORMAT = 1
CELL = "A1"
"""The 36 cells are one token here: this one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A production: how many symbols it takes and which of their values it keeps."""

    origin: str
    size: int
    keep: tuple[int, ...]
    spread: frozenset[int]
    """Of the kept ones, those that are lists to be spread (rules whose name begins with ``_``)."""
    callback: str
    unit: bool
    """Passes its one value through."""


@dataclass(frozen=True, slots=True)
class Tables:
    """``rows[state][terminal]`` is a state to shift to, or ``-1 - rule`` to reduce by."""

    rows: tuple[dict[str, int], ...]
    gotos: tuple[dict[str, int], ...]
    rules: tuple[Rule, ...]
    starts: dict[str, int]
    ends: dict[str, int]
    words: dict[str, str]
    """Keywords and the names of their terminals."""
    marks: dict[str, str]
    """Punctuation and the names of its terminals."""
    patterns: dict[str, str]
    """Regular expressions of the other terminals."""


@lru_cache(maxsize=1)
def load() -> Tables:
    """The tables of the grammar in use."""
    folder = data_folder("grammar")
    grammar = (folder / "c2v.lark").read_text(encoding="utf-8")
    digest = _digest(grammar)
    cached = _cache_file(digest)
    for path in (folder / "c2v.tables.json", cached):
        found = _read(path, digest)
        if found is not None:
            return _decode(found)
    data = build(grammar)
    _write(cached, data)
    return _decode(data)


def build(grammar: str) -> dict[str, Any]:
    """The tables of ``grammar`` as plain data. Takes half a second."""
    from lark import Lark
    from lark.lexer import PatternStr
    from lark.parsers.lalr_analysis import Shift

    lark = Lark(
        grammar, parser="lalr", lexer="contextual", start=["start", "expression"],
        maybe_placeholders=False,
    )
    table = lark.parser.parser._parse_table
    terminals = {t.name: t for t in lark.terminals}
    other_cells = {
        t.name for t in lark.terminals
        if len(t.pattern.value) == 2 and t.pattern.value[0] in "ABCDEF" and t.name != CELL
        and t.pattern.value[1] in "123456"
    }
    rule_ids = {rule: index for index, rule in enumerate(lark.rules)}
    rules = [
        [
            str(rule.origin.name), len(rule.expansion),
            [i for i, s in enumerate(rule.expansion) if not getattr(s, "filter_out", False)],
            [i for i, s in enumerate(rule.expansion) if not s.is_term and s.name.startswith("_")],
            rule.alias or str(rule.origin.name),
            bool(rule.options.expand1 and not rule.alias),
        ]
        for rule in lark.rules
    ]
    rows: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    for state in range(len(table.states)):
        row: dict[str, int] = {}
        goto: dict[str, int] = {}
        for symbol, (action, target) in sorted(table.states[state].items()):
            if symbol in other_cells:
                continue
            if action is not Shift:
                row[symbol] = -1 - rule_ids[target]
            elif symbol in terminals:
                row[symbol] = target
            else:
                goto[str(symbol)] = target
        rows.append(row)
        gotos.append(goto)
    words, marks, patterns = {}, {}, {}
    for terminal in lark.terminals:
        value = terminal.pattern.value
        if not isinstance(terminal.pattern, PatternStr):
            patterns[terminal.name] = value
        elif value.replace("_", "a").isalnum():
            if terminal.name not in other_cells:
                words[value] = terminal.name
        else:
            marks[value] = terminal.name
    distinct = sorted({json.dumps(row) for row in rows})
    places = {text: index for index, text in enumerate(distinct)}
    return {
        "digest": _digest(grammar),
        "starts": {str(k): v for k, v in table.start_states.items()},
        "ends": {str(k): v for k, v in table.end_states.items()},
        "words": words, "marks": marks, "patterns": patterns, "rules": rules,
        "distinct": [json.loads(text) for text in distinct],
        "rows": [places[json.dumps(row)] for row in rows],
        "gotos": gotos,
    }


def _decode(data: dict[str, Any]) -> Tables:
    distinct = data["distinct"]
    return Tables(
        rows=tuple(distinct[index] for index in data["rows"]),
        gotos=tuple(data["gotos"]),
        rules=tuple(
            Rule(origin, size, tuple(keep), frozenset(spread), callback, unit)
            for origin, size, keep, spread, callback, unit in data["rules"]
        ),
        starts=data["starts"], ends=data["ends"], words=data["words"], marks=data["marks"],
        patterns=data["patterns"],
    )


def _digest(grammar: str) -> str:
    return sha256(f"{FORMAT}\n{grammar}".encode()).hexdigest()


def _read(path: Path, digest: str) -> dict[str, Any] | None:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and data.get("digest") == digest else None


def _cache_file(digest: str) -> Path:
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        folder = Path(root) if root else Path.home() / ".cache"
    except RuntimeError:
        folder = Path(tempfile.gettempdir())
    return folder / "c2v" / f"grammar-{digest[:16]}.json"


def _write(path: Path, data: dict[str, Any]) -> None:
    """Keep the tables if that is possible; whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def main() -> int:
    """Make ``grammar/c2v.tables.json`` again."""
    folder = data_folder("grammar")
    data = build((folder / "c2v.lark").read_text(encoding="utf-8"))
    text = json.dumps(data, separators=(",", ":"), sort_keys=True)
    (folder / "c2v.tables.json").write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
