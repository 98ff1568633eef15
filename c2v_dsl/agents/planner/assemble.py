"""One storyboard out of its scenes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from ...patch import Patch, apply_patch, text_hash
from ...patch.model import Rename
from ...syntax import format_source
from .plan import Outline, chains, header
from .reading import Piece, pieces
from .record import SceneDraft

MOST_CLASHES = 100
"""So many names are made unique in scenes that go on from one another."""


def assemble(outline: Outline, drafts: Sequence[SceneDraft]) -> str:
    """The whole storyboard, formatted: settings, imports, shared values, scenes in the outline's
    order, each behind what it alone needs.

    What two scenes brought under one name is kept once where it is the same, else renamed.
    Imports of several scenes and shared values that no scene uses are not repeated or kept.

    Args:
        drafts: one for each scene of the outline, in its order.
    """
    texts = [draft.text for draft in drafts]
    start = header(outline, _used(outline, texts))
    taken: dict[str, str] = {scene.id: "" for scene in outline.scenes}
    taken |= {shared.name: "" for shared in outline.shared if shared.value}
    imports: dict[str, None] = {}
    parts: list[str] = []
    for chain in chains(outline):
        held = [texts[number] for number in chain if number < len(texts)]
        held = _unique(start, held, taken)
        for text in held:
            found = list(pieces(text))
            beside = [piece for piece in found if piece.word not in ("scene", "import")]
            imports |= dict.fromkeys(piece.text for piece in found if piece.word == "import")
            if len(found) == 1:
                parts.append(text.strip())
                continue
            for piece in beside:
                if taken.get(piece.name) != piece.text:
                    taken[piece.name] = piece.text
                    parts.append(piece.text)
            parts += [piece.text for piece in found if piece.word == "scene"]
    settings, mark, lets = start.partition("}\n")
    whole = "\n\n".join([(settings + mark).rstrip(), *(["\n".join(imports)] if imports else []),
                         *([lets.strip()] if lets.strip() else []), *parts]) + "\n"
    return format_source(whole).text or whole


def _unique(start: str, texts: list[str], taken: dict[str, str]) -> list[str]:
    """The texts of scenes that go on from one another, what they define under free names."""
    for _ in range(MOST_CLASHES):
        clashing = next((piece for text in texts for piece in _definitions(text)
                         if taken.get(piece.name, piece.text) != piece.text), None)
        if clashing is None:
            break
        free = next(name for n in count(2) if (name := f"{clashing.name}_{n}") not in taken)
        before, texts = texts, _renamed(start, texts, clashing, free)
        if texts == before:
            break
    return texts


def _renamed(start: str, texts: list[str], piece: Piece, to: str) -> list[str]:
    marks = [f"# {number} of {len(texts)}\n" for number in range(len(texts))]
    whole = start + "".join(mark + text.strip("\n") + "\n"
                            for mark, text in zip(marks, texts, strict=True))
    name = f"file.{piece.name}" if piece.word == "let" else piece.name
    patch = Patch(base=text_hash(whole), operations=(Rename(op="rename", id=name, to=to),))
    made = apply_patch(whole, patch)
    if not made.ok:
        return texts
    ends = [made.text.index(mark) for mark in marks] + [len(made.text)]
    return [made.text[at + len(mark) : end]
            for mark, at, end in zip(marks, ends, ends[1:], strict=False)]


def _definitions(text: str) -> list[Piece]:
    return [piece for piece in pieces(text) if piece.word not in ("scene", "import", "body")]


def _used(outline: Outline, texts: Sequence[str]) -> frozenset[str]:
    """Names of shared values that a scene uses, or a value that is used itself."""
    values = {shared.name: shared.value for shared in outline.shared if shared.value}
    words = {word for text in texts for word in re.findall(r"[A-Za-z_]\w*", text)}
    while True:
        used = words & values.keys()
        more = {word for name in used for word in re.findall(r"[A-Za-z_]\w*", values[name])}
        if more <= words:
            return frozenset(used)
        words |= more
