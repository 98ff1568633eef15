"""Random patches of a storyboard: of every operation, mostly sensible, some not."""

from __future__ import annotations

import random
from typing import Any

from c2v_dsl.patch.index import Entry, Index
from c2v_dsl.syntax import tree

PLACES = ("at B2", "in B2:E5", "at (1, 0.5)", None, "below nothing", "at", "at C3 color red")
STYLES = ("color gold", "fill blue 0.3 stroke none", "size 32 bold", "layer 2", "gold", "dashed")
TEXTS = ("Something else", 'She said "so"', "$x^2$ and more", "", "two\nlines", "back\\slash")
TIMES: tuple[dict[str, Any], ...] = (
    {"over": "2s"}, {"over": "500ms", "ease": "linear"}, {"stagger": "0.1s"}, {"over": None},
    {"lasts": "60s"}, {"lasts": None}, {"over": "soon"},
)
NAMES = ("other", "better_name", "in", "A1", "9lives", "x1")
STATEMENTS = {
    "actions": ("wait 1s", 'say "More words."', "together {\n  wait 1s\n  wait 2s\n}",
                "# why\nwait 500ms", "wait", "}"),
    "objects": ("extra = dot() at A1", 'note = text("Note\nhere") at F6', "x = ",
                "for i in 0..2 {\n  spot[i] = dot() at cell(i, 0)\n}"),
    "scene": ('beat more "More" { wait 1s }', "let k = 3", "beat {"),
    "beats": ('beat more[k] "More" { wait 1s }', "let k = 3"),
    "file": ('scene added "Added" {\n  beat b "B" { wait 1s }\n}', "let q = 3", "nonsense"),
    "storyboard": ("pace 130", "theme paper"),
}


def random_operation(rng: random.Random, index: Index) -> dict[str, Any]:
    """One operation on something of ``index``."""
    every = {entry.id: entry for entry in index}
    entry = rng.choice(list(every.values()))
    objects = [e for e in every.values() if isinstance(e.node, tree.ObjectDecl)] or [entry]
    beats = [e for e in every.values() if isinstance(e.node, tree.Beat)] or [entry]
    acts = [e for e in every.values() if isinstance(e.node, tree.Act | tree.Wait)] or [entry]
    said = [e for e in every.values() if isinstance(
        e.node, tree.Say | tree.Beat | tree.Scene | tree.ObjectDecl)] or [entry]
    match rng.choice(("place", "style", "text", "time", "show", "hide", "reorder", "rename",
                      "delete", "insert", "replace_block")):
        case "place":
            return {"op": "place", "id": rng.choice(objects).id, "place": rng.choice(PLACES)}
        case "style":
            return {"op": "style", "id": rng.choice(objects).id, "set": rng.choice(STYLES)}
        case "text":
            return {"op": "text", "id": rng.choice(said).id, "text": rng.choice(TEXTS)}
        case "time":
            return {"op": "time", "id": rng.choice([*acts, *beats]).id, **rng.choice(TIMES)}
        case "show" | "hide" as op:
            target = rng.choice(objects).id.split(".", 1)[-1]
            return {"op": op, "target": target, "beat": rng.choice(beats).id,
                    "at": rng.choice(("start", "end"))}
        case "reorder":
            return {"op": "reorder", "id": entry.id,
                    rng.choice(("before", "after")): _sibling(rng, entry)}
        case "rename":
            return {"op": "rename", "id": entry.id, "to": rng.choice(NAMES)}
        case "delete":
            return {"op": "delete", "id": entry.id,
                    "references": rng.choice(("keep", "remove"))}
        case "insert":
            block = rng.choice(list(index.blocks.values()))
            text = rng.choice(STATEMENTS[block.kind])
            return {"op": "insert", "into": block.id, "text": text}
    start, end = entry.span.start, entry.span.end
    return {"op": "replace_block", "id": entry.id, "text": index.text[start:end]}


def _sibling(rng: random.Random, entry: Entry) -> str:
    home = entry.home
    return rng.choice(home.entries).id if home is not None and home.entries else "file"


def random_patch(rng: random.Random, index: Index, base: str) -> dict[str, Any]:
    """A patch of one to four operations."""
    count = rng.choice((1, 1, 1, 2, 2, 3, 4))
    return {"c2v_patch": 1, "base": base,
            "operations": [random_operation(rng, index) for _ in range(count)]}
