"""The storyboard language as a grammar that holds a model: in Lark's form, and in GBNF.

What ``grammar/c2v.lark`` leaves to the lexer is given here where a grammar can say it: newlines in
brackets. The rest stays with the checker: words of the language count as names.
"""

from __future__ import annotations

import re
from functools import cache

from ...resources import data_folder

_START = "start: _file_sep? (edition _file_sep)? top (_file_sep top)* _file_sep?"
"""A whole storyboard, or some of its scenes."""

_BEHIND, _BEFORE = r"[ \t\r\n]*", r"(\r?\n[ \t]*)*"
_SIGNS = {
    '"("': ("OPEN", rf"\({_BEHIND}"),
    '")"': ("CLOSE", rf"{_BEFORE}\)"),
    '"["': ("OPEN_LIST", rf"\[{_BEHIND}"),
    '"]"': ("CLOSE_LIST", rf"{_BEFORE}\]"),
    '","': ("COMMA", rf",{_BEHIND}"),
    '";"': ("SEMICOLON", rf";{_BEHIND}"),
}
"""Signs that newlines may stand behind or before, as terminals."""


@cache
def lark() -> str:
    """The grammar for decoders that read Lark (OpenAI, llguidance)."""
    text = (data_folder("grammar") / "c2v.lark").read_text(encoding="utf-8")
    text = re.sub(r"^start:.*$", _START, text, count=1, flags=re.M)
    for sign, (name, pattern) in _SIGNS.items():
        text = text.replace(sign, name) + f"{name}: /{pattern}/\n"
    return text


@cache
def gbnf() -> str:
    """The grammar in GBNF (llama.cpp, vLLM), in which a rule may not begin with itself.

    A token takes the blanks behind it; ``a: a x | b`` becomes ``a ::= b (x)*``.
    Source: https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md
    """
    return _Gbnf(_rules(lark())).text()


_TOKEN = re.compile(
    r'\s+|//[^\n]*|->\s*\w+|/(?P<regex>(?:\\.|[^/\\\n])+)/|"(?P<word>(?:\\.|[^"\\])*)"'
    r"|(?P<name>\w+)|(?P<sign>[()|?*+])")
_HEAD = re.compile(r"^[?!]?(\w+):", re.M)


def _rules(text: str) -> dict[str, str]:
    """The rules of a Lark grammar, their bodies as they are written."""
    text = re.sub(r"^%.*$|(?<!\S)//[^\n]*", "", text, flags=re.M)
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return {head[1]: text[head.end():end] for head, end in zip(heads, ends, strict=True)}


class _Gbnf:
    def __init__(self, rules: dict[str, str]) -> None:
        self._rules = rules
        self._words: dict[str, str] = {}

    def text(self) -> str:
        lines = []
        for name, body in self._rules.items():
            if name == "start":
                lines.append(f"root ::= blank {self._body(name, body)}")
            elif name != "expression":  # a start of its own, for tools
                lines.append(f"{_name(name)} ::= {self._body(name, body)}")
        lines += [f'{name} ::= "{word}" blank' for word, name in self._words.items()]
        return "\n".join([*lines, "blank ::= [ \\t]*"]) + "\n"

    def _body(self, name: str, body: str) -> str:
        alternatives: list[list[str]] = [[]]
        depth = 0
        for found in _TOKEN.finditer(body):
            made = self._made(found)
            depth += (made == "(") - (made == ")")
            if made == "|" and not depth:
                alternatives.append([])
            elif made:
                alternatives[-1].append(made)
        again = [_tight(one[1:]) for one in alternatives if one[0] == _name(name)]
        first = [_tight(one) for one in alternatives if one[0] != _name(name)]
        if not again:
            return " | ".join(first)
        return f"({' | '.join(first)}) ({' | '.join(again)})*"

    def _made(self, found: re.Match[str]) -> str:
        match found.lastgroup:
            case "regex":
                return f"{_regex(found['regex'])} blank"
            case "word":
                word = found["word"]
                plain = word.lower().replace("_", "-") if word.isidentifier() else (
                    f"sign-{len(self._words)}")
                return self._words.setdefault(word, f"word-{plain}")
            case "name":
                return _name(found["name"])
            case "sign":
                return found["sign"]
        return ""


def _name(name: str) -> str:
    """GBNF has no underscores in names, and some readers of it no names apart by case."""
    plain = name.strip("_").lower().replace("_", "-")
    return f"token-{plain}" if name.isupper() else plain


def _regex(pattern: str) -> str:
    """A regular expression of the grammar in GBNF's words."""
    made = []
    for piece in re.findall(r"\[(?:\\.|[^\]\\])+\]|\\.|\{\d+\}|.", pattern):
        if piece == ".":
            made.append("[^\\n]")
        elif piece[0] in "[{" or piece in "()|?*+":
            made.append(piece)
        elif piece[0] == "\\" and piece[1] not in "nrt\\":
            made.append(f'"{piece[1]}"')
        else:
            made.append('"\\""' if piece == '"' else f'"{piece}"')
    return _tight(made)


def _tight(pieces: list[str]) -> str:
    """A sequence, its repetitions beside what they repeat."""
    return re.sub(r" (?=[?*+{])", "", " ".join(pieces))
