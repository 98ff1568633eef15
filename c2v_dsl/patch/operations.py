"""What each operation does to the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..syntax import tree
from . import fragments, model
from .draft import Draft
from .fragments import Misread
from .index import Block, Entry, Index
from .references import Reference, references_of
from .rename import rename


class Refused(Exception):
    """Why an operation cannot be made: one sentence without a full stop, perhaps a way out."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


@dataclass
class Work:
    """What operations work on, and what they did.

    ``changed`` are ids of what they touched, ``hanging`` what names something that is gone;
    ``styled`` is what was added to which object for which style word.
    """

    index: Index
    draft: Draft
    changed: list[str]
    hanging: list[Reference]
    styled: dict[tuple[str, str], str] = field(default_factory=dict)


def perform(operation: model.Operation, work: Work) -> None:
    """Make one operation.

    Raises:
        Refused: it cannot be made.
    """
    _PERFORM[type(operation)](operation, work)


def _entry(given: str, index: Index) -> Entry:
    found = index.find(given)
    if found is None:
        raise Refused(f"there is nothing called `{given}`", _near(given, index))
    return found


def _near(given: str, index: Index) -> str:
    from ..syntax.words import distance

    scores = sorted((distance(given.lower(), key.lower(), 3), key) for key in index.entries)
    if scores and scores[0][0] <= 3:
        return f"did you mean `{scores[0][1]}`?"
    scenes = [e.id for e in index.blocks["file"].entries if isinstance(e.node, tree.Scene)]
    return "its scenes are " + ", ".join(f"`{name}`" for name in scenes[:12]) if scenes else ""


def _object(given: str, work: Work) -> tuple[Entry, tree.ObjectDecl]:
    entry = _entry(given, work.index)
    if not isinstance(entry.node, tree.ObjectDecl):
        raise Refused(f"`{given}` is no object", "`place` and `style` change objects")
    return entry, entry.node


def _checked(found: Misread | None, what: str) -> None:
    if found is not None:
        raise Refused(f"{what} cannot be read: {found.why}")


def _place(operation: model.Place, work: Work) -> None:
    entry, node = _object(operation.id, work)
    text = (operation.place or "").strip()
    if text:
        _checked(fragments.one_place(text), f"the place `{text}`")
    if node.places:
        start, end = node.places[0].span.start, node.places[-1].span.end
        if text:
            work.draft.replace(start, end, text)
        else:
            start = len(work.draft.text[:start].rstrip())
            work.draft.replace(start, end, "")
    elif text:
        work.draft.complete(node.call.span.end, f" {text}")
    work.changed.append(entry.id)


def _style(operation: model.Style, work: Work) -> None:
    entry, node = _object(operation.id, work)
    given: tuple[tuple[str, str], ...] = ()
    if operation.set.strip():
        read = fragments.styles(operation.set.strip())
        if isinstance(read, Misread):
            raise Refused(f"the style `{operation.set}` cannot be read: {read.why}")
        given = read
    new = dict(given)
    gone = set(operation.unset) - set(new)
    missing = gone - {style.word.text for style in node.styles}
    if missing:
        raise Refused(f"`{operation.id}` has no `{sorted(missing)[0]}`")
    if not new and not gone:
        raise Refused("neither `set` nor `unset` says anything")
    text = work.draft.text
    for style in node.styles:
        word = style.word.text
        if word in new:
            work.draft.replace(style.span.start, style.span.end, new.pop(word))
        elif word in gone:
            start = len(text[: style.span.start].rstrip())
            work.draft.replace(start, style.span.end, "")
    for word, said in list(new.items()):
        before = work.styled.get((entry.id, word))
        if before is None:
            work.styled[entry.id, word] = said
        elif before == said:
            del new[word]
        else:
            raise Refused(f"two operations give `{operation.id}` a `{word}`")
    if new:
        ends = [node.call.span.end, *(p.span.end for p in node.places),
                *(s.span.end for s in node.styles)]
        work.draft.add(max(ends), " " + " ".join(new.values()))
    work.changed.append(entry.id)


def _text(operation: model.Text, work: Work) -> None:
    entry = _entry(operation.id, work.index)
    found = _string(entry.node)
    if found is None:
        raise Refused(f"`{operation.id}` has no words of its own",
                      "use `replace_block` to write it anew")
    work.draft.replace(found.span.start, found.span.end, quoted(operation.text, found.long))
    work.changed.append(entry.id)


def _string(node: tree.Node) -> tree.Str | None:
    """The string that holds a statement's words."""
    match node:
        case tree.Storyboard() | tree.Scene():
            return node.title
        case tree.Beat():
            return node.line
        case tree.Say():
            return node.text
        case tree.ObjectDecl():
            given = next((a.value for a in node.call.args if a.name is None), None)
            return given if isinstance(given, tree.Str) else None
        case tree.Act():
            operands = [o for phrase in node.phrases for o in phrase.operands]
            return next((o for o in operands if isinstance(o, tree.Str)), None)
    return None


def quoted(text: str, long: bool = False) -> str:
    """``text`` as a string of the language."""
    if "\n" in text or long:
        body = text.replace('"""', '\\"\\"\\"')
        return f'"""{body}"""' if not body.endswith('"') else f'"""{body[:-1]}\\""""'
    letters: list[str] = []
    slashes = 0
    for letter in text:
        letters.append('\\"' if letter == '"' and slashes % 2 == 0 else letter)
        slashes = slashes + 1 if letter == "\\" else 0
    return f'"{"".join(letters)}"'


def _time(operation: model.Time, work: Work) -> None:
    entry = _entry(operation.id, work.index)
    given = {word: getattr(operation, word) for word in operation.model_fields_set
             & {"over", "ease", "stagger", "lasts"}}
    node = entry.node
    if isinstance(node, tree.Beat):
        if set(given) != {"lasts"}:
            raise Refused(f"`{operation.id}` is a beat", "a beat takes `lasts` alone")
        _lasts(node, given["lasts"], work)
    elif isinstance(node, tree.Wait):
        if set(given) != {"over"} or given["over"] is None:
            raise Refused(f"`{operation.id}` is a `wait`", "it takes `over` alone")
        _checked(fragments.duration(given["over"]), f"the time `{given['over']}`")
        work.draft.replace(node.duration.span.start, node.duration.span.end, given["over"].strip())
    elif isinstance(node, tree.Act | tree.SetAct | tree.HatchAct) and "lasts" not in given:
        _timing(node, given, work)
    else:
        raise Refused(f"`{operation.id}` takes no such time",
                      "actions take `over`, `ease` and `stagger`, beats `lasts`")
    work.changed.append(entry.id)


def _lasts(beat: tree.Beat, lasts: str | None, work: Work) -> None:
    if lasts is not None:
        _checked(fragments.duration(lasts), f"the time `{lasts}`")
    if beat.lasts is not None:
        start, end = beat.lasts.span.start, beat.lasts.span.end
        if lasts is None:
            word = work.draft.text.rfind("lasts", 0, start)
            work.draft.replace(len(work.draft.text[:word].rstrip()), end, "")
        else:
            work.draft.replace(start, end, lasts.strip())
    elif lasts is not None:
        header = (beat.name, beat.line, beat.color)
        work.draft.complete(max(part.span.end for part in header if part),
                            f" lasts {lasts.strip()}")


def _timing(
    node: tree.Act | tree.SetAct | tree.HatchAct, given: dict[str, str | None], work: Work
) -> None:
    text, old = work.draft.text, node.timing
    words: dict[str, str] = {}
    if old is not None:
        for word, part in (("over", old.over), ("ease", old.ease), ("stagger", old.stagger)):
            if part is not None:
                words[word] = text[part.span.start : part.span.end]
    for word, value in given.items():
        if value is None:
            words.pop(word, None)
        else:
            words[word] = value.strip()
    order = [word for word in ("over", "ease", "stagger") if word in words]
    new = " ".join(f"{word} {words[word]}" for word in order)
    if new:
        _checked(fragments.timing(new), f"the time `{new}`")
    if old is not None:
        start = old.span.start if new else len(text[: old.span.start].rstrip())
        work.draft.replace(start, old.span.end, new)
    elif new:
        at = node.span.end
        if isinstance(node, tree.HatchAct) and node.code is not None:
            at = node.call.span.end
        work.draft.complete(at, f" {new}")


def _where(operation: Any, block: Block, work: Work) -> tuple[Entry | None, Entry | None]:
    """The neighbours that ``at``, ``before`` and ``after`` mean in a block."""
    if operation.before is not None:
        return _in_block(operation.before, block, work), None
    if operation.after is not None:
        return None, _in_block(operation.after, block, work)
    if operation.at == "start" and block.entries:
        return block.entries[0], None
    return None, None


def _in_block(given: str, block: Block, work: Work) -> Entry:
    entry = _entry(given, work.index)
    if entry.home is not block:
        raise Refused(f"`{given}` does not stand in `{block.id}`")
    return entry


def _enter_or_leave(operation: model.Show | model.Hide, work: Work) -> None:
    beat = _entry(operation.beat, work.index)
    if not isinstance(beat.node, tree.Beat) or beat.block is None:
        raise Refused(f"`{operation.beat}` is no beat", "beats are `scene@beat`")
    _checked(fragments.target(operation.target), f"the target `{operation.target}`")
    before, after = _where(operation, beat.block, work)
    work.draft.insert(beat.block, f"{operation.verb} {operation.target.strip()}", before, after)
    work.changed.append(beat.id)


def _reorder(operation: model.Reorder, work: Work) -> None:
    entry = _entry(operation.id, work.index)
    other = _entry(operation.before or operation.after or "", work.index)
    home = other.home
    if entry is other:
        raise Refused(f"`{operation.id}` would be moved beside itself")
    if entry.home is None or home is None or entry.home.kind != home.kind:
        raise Refused(f"`{operation.id}` cannot stand beside `{other.id}`")
    if entry.scene != other.scene and home.kind != "file":
        raise Refused("what belongs to one scene cannot be moved to another")
    if entry.span.start <= other.span.start and other.span.end <= entry.span.end:
        raise Refused(f"`{other.id}` stands inside `{entry.id}`")
    before, after = (other, None) if operation.before else (None, other)
    work.draft.move(entry, home, before, after)
    work.changed.append(entry.id)


def _rename(operation: model.Rename, work: Work) -> None:
    entry = _entry(operation.id, work.index)
    found = rename(entry, operation.to, work.index)
    if isinstance(found, str):
        raise Refused(found)
    for span in found:
        work.draft.replace(span.start, span.end, operation.to)
    work.changed.append(entry.id)


def _delete(operation: model.Delete, work: Work) -> None:
    entry = _entry(operation.id, work.index)
    if entry.home is None:
        raise Refused(f"`{operation.id}` cannot be taken away")
    work.draft.delete(entry)
    work.changed.append(entry.id)
    for found in references_of(entry, work.index):
        inside = entry.span.start <= found.span.start < entry.span.end
        if inside:
            continue
        if operation.references == "remove" and _take_out(found, work):
            continue
        work.hanging.append(found)


def _take_out(found: Reference, work: Work) -> bool:
    """Take a target out of its action; the action too if it was the only one."""
    act, target = found.act, found.target
    if act is None or target is None or act.home is None:
        return False
    assert isinstance(act.node, tree.Act)
    targets = act.node.targets
    if len(targets) == 1:
        work.draft.delete(act)
    else:
        place = targets.index(target)
        if place + 1 < len(targets):
            work.draft.replace(target.span.start, targets[place + 1].span.start, "")
        else:
            work.draft.replace(targets[place - 1].span.end, target.span.end, "")
    work.changed.append(act.id)
    return True


def _insert(operation: model.Insert, work: Work) -> None:
    if operation.into is None:
        into = operation.before or operation.after or ""
        block = _entry(into, work.index).home
    else:
        into = operation.into
        block = work.index.blocks.get(into) or _entry(into, work.index).block
    if block is None:
        raise Refused(f"nothing can be put into `{into}`" if operation.into else
                      f"nothing can stand beside `{into}`")
    _checked(fragments.one_statement(block.kind, operation.text, None), "the text")
    before, after = _where(operation, block, work)
    work.draft.insert(block, operation.text, before, after)
    work.changed.append(block.id)


def _replace_block(operation: model.ReplaceBlock, work: Work) -> None:
    entry = _entry(operation.id, work.index)
    start, end = entry.span.start, entry.span.end
    if operation.exact:
        work.draft.replace(start, end, operation.text)
    else:
        from .draft import dedent, reindented

        text = dedent(operation.text).strip("\n")
        if entry.home is not None:
            named = entry.home.kind not in ("actions", "objects")
            like = type(entry.node) if named else None
            _checked(fragments.one_statement(entry.home.kind, text, like), "the text")
            text = reindented(text, work.draft.indent(entry)).lstrip()
        work.draft.replace(start, end, text)
    work.changed.append(entry.id)


_PERFORM: dict[type[Any], Callable[[Any, Work], None]] = {
    model.Place: _place, model.Style: _style, model.Text: _text, model.Time: _time,
    model.Show: _enter_or_leave, model.Hide: _enter_or_leave, model.Reorder: _reorder,
    model.Rename: _rename, model.Delete: _delete, model.Insert: _insert,
    model.ReplaceBlock: _replace_block,
}
