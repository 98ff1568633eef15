"""Ids of everything in a storyboard's text, and the blocks that hold it.

``area`` is a scene (or template, component, action), ``area.m`` an object, let or param of it,
``area@answer`` a beat, ``area@answer#2`` its third statement, ``area@answer#2.0`` the first one in
that block, ``area#4`` a loop over beats (the fifth statement of its scene), ``area.objects#1`` a
statement of the block of objects, ``storyboard`` and ``storyboard.theme`` the first block and a
setting, ``file.A`` a let of the file, ``file#0`` its first statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..diagnostics import Span
from ..syntax import tree

BlockKind = Literal["file", "storyboard", "scene", "objects", "beats", "actions"]
"""What may stand in a block."""

_INDICES = re.compile(r"\[[^]]*\]")


@dataclass
class Block:
    """What stands between two braces; ``start`` is behind the first, ``end`` before the second."""

    id: str
    kind: BlockKind
    start: int
    end: int
    entries: list[Entry] = field(default_factory=list)


@dataclass
class Entry:
    """Something with an id. ``home`` is the block it stands in, ``block`` the one it opens,
    ``scene`` the name of what it stands in at the top of the file."""

    id: str
    node: tree.Node
    home: Block | None
    scene: str
    block: Block | None = None

    @property
    def span(self) -> Span:
        return self.node.span


class Index:
    """Every id of a file.

    Attributes:
        entries: by id; an object has its name's id and one by its order.
        blocks: by the id of what opens them.
    """

    def __init__(self, file: tree.File, text: str) -> None:
        self.file = file
        self.text = text
        self.entries: dict[str, Entry] = {}
        self.blocks: dict[str, Block] = {}
        whole = Block("file", "file", 0, len(text))
        self.blocks["file"] = whole
        self.entries["file"] = Entry("file", file, None, "", whole)
        if file.storyboard is not None:
            self._storyboard(file.storyboard)
        for number, item in enumerate(file.items):
            self._item(item, number, whole)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def find(self, given: str) -> Entry | None:
        """What an id means; a member of a family means the statement that declares it."""
        wanted = given.replace(" ", "")
        return self.entries.get(wanted) or self.entries.get(_INDICES.sub("", wanted))

    def top(self, name: str) -> Entry | None:
        """The scene, template, component or action called ``name``."""
        return self.entries.get(name)

    def _add(self, key: str, node: tree.Node, home: Block | None, scene: str) -> Entry:
        entry = Entry(key, node, home, scene)
        self.entries.setdefault(key, entry)
        if home is not None and (not home.entries or home.entries[-1].node is not node):
            home.entries.append(entry)
        return entry

    def _block(self, entry: Entry, kind: BlockKind, after: int, key: str | None = None) -> Block:
        end = entry.span.end - 1
        start = self.text.find("{", after, end) + 1
        block = Block(key or entry.id, kind, start, end)
        entry.block = block
        self.blocks.setdefault(block.id, block)
        return block

    def _storyboard(self, board: tree.Storyboard) -> None:
        entry = self._add("storyboard", board, None, "storyboard")
        block = self._block(entry, "storyboard", board.title.span.end)
        for setting in board.settings:
            self._add(f"storyboard.{setting.word.text}", setting, block, "storyboard")

    def _item(self, item: tree.TopLevel, number: int, home: Block) -> None:
        match item:
            case tree.Import():
                self._add(f"file#{number}", item, home, "")
            case tree.Let():
                self._add(f"file.{item.name.text}", item, home, "")
            case tree.Scene():
                self._scene(item, home)
            case tree.Template():
                entry = self._add(item.name.text, item, home, item.name.text)
                self._body(entry, item.body, _behind(item.name, item.params))
            case tree.Component():
                entry = self._add(item.name.text, item, home, item.name.text)
                block = self._block(entry, "objects", _behind(item.name, item.params),
                                    f"{item.name.text}.objects")
                self._objects(item.body, block, item.name.text)
            case tree.ActionDef():
                entry = self._add(item.name.text, item, home, item.name.text)
                block = self._block(entry, "actions", _behind(item.name, item.params))
                self._actions(item.body, block, item.name.text, item.name.text)

    def _scene(self, scene: tree.Scene, home: Block) -> None:
        entry = self._add(scene.name.text, scene, home, scene.name.text)
        if scene.body is not None:
            header = (scene.name, scene.title, scene.layout, scene.continues)
            self._body(entry, scene.body, max(part.span.end for part in header if part))

    def _body(self, entry: Entry, body: tree.SceneBody, after: int) -> None:
        block = self._block(entry, "scene", after)
        parts = [*body.lets, *body.objects, *body.beats]
        name = entry.id
        for number, part in enumerate(sorted(parts, key=lambda node: node.span.start)):
            match part:
                case tree.Let() | tree.Param():
                    self._add(f"{name}.{part.name.text}", part, block, name)
                case tree.Objects():
                    inner = self._add(f"{name}.objects", part, block, name)
                    self._objects(part.body, self._block(inner, "objects", part.span.start), name)
                case tree.Beat() | tree.ForBeats():
                    self._beats((part,), block, name, number)

    def _beats(
        self, items: Sequence[tree.Beat | tree.ForBeats], block: Block, scene: str, first: int,
        way: str = "#",
    ) -> None:
        for number, item in enumerate(items, first):
            if isinstance(item, tree.ForBeats):
                loop = self._add(f"{scene}{way}{number}", item, block, scene)
                inner = self._block(loop, "beats", _clause_end(item.clause))
                self._beats(item.body, inner, scene, 0, f"{way}{number}.")
                continue
            beat = self._add(f"{scene}@{item.name.text}", item, block, scene)
            header = (item.name, *item.indices[-1:], item.line, item.color, item.lasts)
            after = max(given.span.end for given in header if given)
            self._actions(item.body, self._block(beat, "actions", after), scene, f"{beat.id}#")

    def _objects(
        self, body: Sequence[tree.ObjectItem], block: Block, scene: str, way: str = "#"
    ) -> None:
        for number, item in enumerate(body):
            key = f"{scene}.objects{way}{number}"
            entry = self._add(key, item, block, scene)
            match item:
                case tree.ObjectDecl():
                    self._declared(entry, item, scene)
                case tree.Let():
                    self.entries.setdefault(f"{scene}.{item.name.text}", entry)
                case tree.OnBlock():
                    inner = self._block(entry, "objects", item.plane.span.end)
                    self._objects(item.body, inner, scene, f"{way}{number}.")
                case tree.ForObjects():
                    inner = self._block(entry, "objects", _clause_end(item.clause))
                    self._objects(item.body, inner, scene, f"{way}{number}.")

    def _declared(self, entry: Entry, item: tree.ObjectDecl, scene: str) -> None:
        names = [f"{scene}.{item.name.text}"]
        if item.indices:
            first, last = item.indices[0].span.start, item.indices[-1].span.end
            names.append(f"{names[0]}[{''.join(self.text[first:last].split())}]")
        for name in names:
            if self.entries.setdefault(name, entry) is entry and entry.id not in names:
                entry.id = name

    def _actions(
        self, body: Sequence[tree.Action], block: Block, scene: str, way: str
    ) -> None:
        if not way.endswith(("#", ".")):
            way += "#"
        for number, item in enumerate(body):
            entry = self._add(f"{way}{number}", item, block, scene)
            after = _block_after(item)
            if after is not None:
                inner = self._block(entry, "actions", after)
                self._actions(getattr(item, "body", ()), inner, scene, f"{way}{number}.")


def _block_after(action: tree.Action) -> int | None:
    """Where to look for the brace that an action opens, or None if it opens none."""
    match action:
        case tree.Together():
            return action.span.start
        case tree.Stagger():
            return action.delay.span.end
        case tree.When():
            return action.mark.span.end
        case tree.ForActions():
            return _clause_end(action.clause)
    return None


def _clause_end(clause: tree.ForClause) -> int:
    return (clause.cond or clause.iterable).span.end


def _behind(name: tree.Ident, params: Sequence[tree.Parameter]) -> int:
    return params[-1].span.end if params else name.span.end
