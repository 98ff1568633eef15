"""A scene out of a model's answer, whatever stands around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...diagnostics import Edit, Span
from ...semantics.walk import nodes
from ...syntax import apply_edits, parse, tree
from ...syntax.lexer import END, NEWLINE, Token, lex
from ...syntax.tables import load

_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n]*\n(.*?)(?:^[ \t]*(?:```|~~~)[ \t]*$|\Z)", re.M | re.S)
_HEAD = re.compile(r"scene\s+(\w+)(?=([^{\n]*))")
_MARKED = re.compile(r"\s*# by \S")
_CONTINUES = re.compile(r"\s+continues\s+\w+")


@dataclass(frozen=True)
class Unusable:
    """Why an answer is no scene: a sentence for who gave it."""

    why: str


@dataclass(frozen=True)
class Piece:
    """A statement at the top of a file, or (``word`` ``body``) what should stand in a scene."""

    word: str
    name: str
    text: str


def read_scene(
    answer: str, scene_id: str, *, title: str = "", continues: str = "",
    others: Sequence[str] = (), known: Sequence[str] = (), given: str = "",
) -> str | Unusable:
    """The scene in ``answer`` with what it needs beside it (imports, lets, components …), without
    header.

    Fenced or not, with words around it, in JSON, in a whole storyboard, without its first line,
    under another name: it becomes the scene ``scene_id``.

    Args:
        title: for a scene that was answered without its first line.
        continues: the scene it may go on from; it goes on from no other.
        others: ids of the lesson's other scenes, which are not taken for it.
        known: names of the file's lets that it need not bring.
        given: text that stands before it, of which it need repeat nothing.
    """
    text = _unpacked(answer)
    fenced = fences(text)
    read = [list(pieces(part)) for part in (fenced or [text])]
    if fenced and not any(piece.word in ("scene", "body") for part in read for piece in part):
        read = [list(pieces(text))]
    found = [piece for part in read for piece in part]
    scene = _chosen(found, scene_id, others)
    if scene is None:
        bodies = [piece for piece in found if piece.word == "body"]
        if not bodies:
            return Unusable(_why(answer, found, scene_id))
        inner = "\n".join(piece.text for piece in bodies)
        told = json.dumps(title, ensure_ascii=False)
        scene = Piece("scene", scene_id, f"scene {scene_id} {told} {{\n{inner}\n}}")
    else:
        scene = _completed(scene, found)
    there = {piece.text for piece in pieces(given)}
    kept = {(piece.word, piece.name): piece for piece in found
            if piece.word not in ("scene", "body", "storyboard") and piece.text not in there
            and not (piece.word == "let" and piece.name in known)}
    text = _headed(scene.text, scene_id, continues)
    if all(word in ("let", "import") for word, _ in kept):
        lets = [kept.pop(key).text for key in list(kept) if key[0] == "let"]
        text, left = _with_lets(text, lets)
        kept |= {("let", let): Piece("let", "", let) for let in left}
    return "\n\n".join([*(piece.text for piece in kept.values()), text]) + "\n"


def fences(answer: str) -> list[str]:
    """What stands in the fences of an answer; the last one need not be closed."""
    return [match[1] for match in _FENCE.finditer(answer)]


def pieces(text: str) -> Iterator[Piece]:
    """What stands at the top of ``text``; words that are none of the language are passed over."""
    tokens = [token for token in lex(text, load(), "").tokens if token.text != ";"]
    at = 0
    while at < len(tokens):
        word = _opens(tokens, at)
        if not word:
            at += 1
            continue
        end = _ends(tokens, at, word)
        name = tokens[at + 1].text if word != "body" else ""
        yield Piece(word, name, text[tokens[at].start : tokens[end - 1].end])
        at = end


def marked(text: str, model: str) -> str:
    """``text`` with every piece of hatch code marked as written by ``model``."""
    if '"""' not in text:
        return text
    edits = []
    for node in nodes(parse(text).tree):
        code = node.code if isinstance(node, tree.ObjectDecl | tree.HatchAct) else None
        if code is None or _MARKED.match(code.raw):
            continue
        first = re.match(r"(?:[ \t]*\r?\n)*([ \t]*)", code.raw)
        blanks = first[1] if first else ""
        at = code.span.start + 3
        edits.append(Edit(Span(at, at + (first.end() if first else 0), ""),
                          f"\n{blanks}# by {' '.join(model.split()) or 'a model'}\n{blanks}"))
    return apply_edits(text, edits)


def _unpacked(answer: str) -> str:
    """The words of an answer that is JSON: its longest text."""
    text = answer.strip()
    inner = _FENCE.sub(r"\1", text).strip() if text.startswith(("```", "~~~")) else text
    if inner.startswith(("{", "[", '"')):
        try:
            return max(_strings(json.loads(inner)), key=len, default=answer)
        except (ValueError, RecursionError):
            return answer
    return answer


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


_AFTER = {
    "scene": ("NAME", "CELL"), "template": ("NAME",), "component": ("NAME",), "action": ("NAME",),
    "import": ("STRING",), "let": ("NAME",), "storyboard": ("STRING", "LBRACE"),
    "objects": ("LBRACE",), "beat": ("NAME",), "param": ("NAME",),
}
_THEN = {
    "template": ("(",), "component": ("(",), "action": ("(",), "let": ("=", "("), "param": ("=",),
    "scene": ('"', "{", "from", "layout", "continues"), "beat": ('"', "{", "color", "lasts", "["),
}


def _opens(tokens: Sequence[Token], at: int) -> str:
    """The word of the statement that begins here, or nothing."""
    token = tokens[at]
    if at and tokens[at - 1].type != NEWLINE:
        return ""
    follow = tokens[at + 1].type if at + 1 < len(tokens) else END
    if token.text not in _AFTER or follow not in _AFTER[token.text]:
        return ""
    then = tokens[at + 2].text if at + 2 < len(tokens) else ""
    if token.text in _THEN and then not in _THEN[token.text] and then[:1] not in _THEN[token.text]:
        return ""
    return "body" if token.text in ("objects", "beat", "param") else token.text


def _ends(tokens: Sequence[Token], at: int, word: str) -> int:
    """The number of the token behind the statement that begins at ``at``."""
    braces = brackets = 0
    for number in range(at, len(tokens)):
        token = tokens[number]
        if number > at and braces and _opens(tokens, number) in (
            "scene", "template", "component", "storyboard"
        ):
            return number
        if token.text == "{":
            braces, brackets = braces + 1, 0
        elif token.text == "}":
            braces -= 1
            if braces <= 0:
                return number + 1
        elif token.text in ("(", "["):
            brackets += 1
        elif token.text in (")", "]"):
            brackets -= 1
        elif token.type == NEWLINE and braces == 0 and brackets <= 0:
            if number + 1 < len(tokens) and tokens[number + 1].text == "{" and word != "let":
                continue
            return number
    return len(tokens) - 1


def _chosen(found: Sequence[Piece], scene_id: str, others: Sequence[str]) -> Piece | None:
    """The scene of that name, the last where there are several; else one that is no other's."""
    scenes = [piece for piece in found if piece.word == "scene"]
    named = [piece for piece in scenes if piece.name == scene_id]
    free = [piece for piece in scenes if piece.name not in others]
    return named[-1] if named else max(free, key=lambda p: len(p.text), default=None) or (
        scenes[0] if len(scenes) == 1 else None)


def _completed(scene: Piece, found: Sequence[Piece]) -> Piece:
    """The scene with what stands right behind it because it was closed too early."""
    behind = []
    at = next(number for number, piece in enumerate(found) if piece is scene) + 1
    while at < len(found) and found[at].word == "body":
        behind.append(found[at].text)
        at += 1
    if not behind or not scene.text.endswith("}"):
        return scene
    inner = "\n".join(behind)
    return Piece("scene", scene.name, f"{scene.text[:-1].rstrip()}\n{inner}\n}}")


def _headed(text: str, scene_id: str, continues: str) -> str:
    """The scene under its own name, going on from no scene but the one it may."""
    match = _HEAD.match(text)
    if match is None:
        return text
    rest = match[2]
    given = re.search(r"\bcontinues\s+(\w+)", re.sub(r'"[^"]*"', "", rest))
    if given is not None and given[1] != continues:
        goes_on = f" continues {continues}" if continues else ""
        rest = _CONTINUES.sub(goes_on, rest, count=1)
    return f"scene {scene_id}{rest}{text[match.end(1) + len(match[2]):]}"


def _with_lets(text: str, lets: list[str]) -> tuple[str, list[str]]:
    """The scene with values that it alone uses inside it, and those that had no place there."""
    brace = next((t for t in lex(text, load(), "").tokens if t.text == "{"), None)
    if brace is None or not lets:
        return text, lets
    inner = "".join(f"\n  {let}" for let in lets)
    return text[: brace.end] + inner + text[brace.end :], []


def _why(answer: str, found: Sequence[Piece], scene_id: str) -> str:
    if not answer.strip():
        return "The answer was empty."
    scenes = [piece.name for piece in found if piece.word == "scene"]
    if scenes:
        return (f"The answer holds the scenes {', '.join(scenes)}, but not `{scene_id}`, which was "
                "asked for.")
    return f"The answer holds no scene. It must be `scene {scene_id} \"…\" {{ … }}` and no more."
