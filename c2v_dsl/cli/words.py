"""Kinds, verbs and style words in words: for ``c2v kinds`` and the language reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import pi

from ..semantics.vocabulary import KINDS, REQUIRED, STYLES, Arg, Kind, Part, PhraseSpec, Verb
from ..semantics.vocabulary.verbs import VERBS

ROLES = {
    "in": "enter",
    "out": "leave",
    "change": "change",
    "become": "become another",
    "point": "point at something",
    "camera": "move the camera",
    "time": "take time",
}
_LATER = "not yet in this version"


def families() -> dict[str, list[Kind]]:
    """Kinds by family, in the registry's order."""
    grouped: dict[str, list[Kind]] = {}
    for kind in KINDS.values():
        grouped.setdefault(kind.family, []).append(kind)
    return grouped


def roles() -> dict[str, list[Verb]]:
    """Verbs by role, in the registry's order."""
    grouped: dict[str, list[Verb]] = {}
    for verb in VERBS.values():
        grouped.setdefault(verb.role, []).append(verb)
    return grouped


def signature(kind: Kind) -> str:
    """``circle(r=1)``; other argument lists after ``or``."""
    lists = [kind.args, *kind.forms]
    return " or ".join(f"{kind.name}({', '.join(map(_argument, args))})" for args in lists)


def _argument(arg: Arg) -> str:
    if arg.many:
        return f"{arg.name}, …"
    if arg.default is REQUIRED:
        return f"{arg.name}=" if arg.keyword else arg.name
    if arg.default is None:
        return f"{arg.name}=" if arg.keyword else f"[{arg.name}]"
    return f"{arg.name}={spelled(arg.default, arg)}"


def spelled(value: object, arg: Arg) -> str:
    """A default value as the language writes it."""
    match value:
        case bool():
            return str(value).lower()
        case float() | int() if arg.type == "angle":
            return f"{value * 180 / pi:g}deg"
        case float() | int():
            return f"{value:g}"
        case str() if arg.type in ("text", "latex", "file", "listing") or arg.name == "lang":
            return f'"{value}"'
        case tuple() | list():
            return f"[{', '.join(spelled(item, arg) for item in value)}]"
    return str(value)


def phrase(verb: Verb) -> str:
    """``rotate TARGETS by ANGLE [about POINT]``."""
    words = [verb.name]
    if verb.name == "apply":
        words += ["MAP", "to TARGETS"]
    elif verb.name == "python":
        words = ['python("INTENT")']
    elif verb.name == "set":
        words += ["PARAM to VALUE, …"]
    else:
        words += {"many": ["TARGETS"], "one": ["TARGET"], "two": ["A, B"], "none": []}[verb.targets]
        words += [
            arg.name.upper() if arg.default is REQUIRED else f"[{arg.name.upper()}]"
            for arg in verb.values
        ]
        ways = [_phrase(spec) for spec in verb.phrases if spec.word in verb.choose]
        words += [f"({' | '.join(ways)})"] if ways else []
        words += [
            _phrase(spec) if spec.required else f"[{_phrase(spec)}]"
            for spec in verb.phrases
            if spec.word not in verb.choose
        ]
    return " ".join(words)


def _phrase(spec: PhraseSpec) -> str:
    if spec.type == "none":
        return spec.word
    return f"{spec.word} {spec.type.removesuffix('_like').upper()}"


def kind_page(kind: Kind) -> Iterator[str]:
    """All about a kind, line by line."""
    yield signature(kind)
    yield kind.doc
    arguments = [arg for args in (kind.args, *kind.forms) for arg in args]
    yield from table("Arguments", ((arg.name, _worth(arg)) for arg in arguments))
    yield from table(
        "Parts", ((part_text(part), part.doc) for part in kind.parts)
    )
    if kind.styles:
        yield from ("", "Style: " + " ".join(kind.styles))
    yield from ("", {
        "shrink": "With `in` it is shrunk until it fits.",
        "ratio": "With `in` it takes the whole area, keeping its ratio.",
        "fill": "With `in` it fills the area.",
    }[kind.fit])
    if kind.on_plane != "may":
        yield {"only": "It stands on a plane: inside `on`.", "never": "Never inside `on`."}[
            kind.on_plane
        ]
    yield from ("", "Example:", *(f"  {line}" for line in kind.example.splitlines()))


def _worth(arg: Arg) -> str:
    text = arg.doc
    if arg.words:
        text += f" ({', '.join(arg.words)})"
    if arg.default is not REQUIRED and arg.default is not None:
        text += f"; {spelled(arg.default, arg)} if not said"
    return text if arg.live else text + "; may not follow a param"


def part_text(part: Part) -> str:
    """How a part is asked for, after the object's name: ``.row[i]``, ``["…"]``."""
    if part.name == "piece":
        return '["…"]'
    index = f"[{', '.join('ijk'[: part.indices])}]" if part.indices else ""
    return f".{part.name}{index}" if part.name else index


def verb_page(verb: Verb) -> Iterator[str]:
    """All about a verb, line by line."""
    yield phrase(verb)
    yield verb.doc + ("" if verb.available else f" ({_LATER})")
    yield from table("Values", ((arg.name.upper(), _worth(arg)) for arg in verb.values))
    yield from table("Phrases", ((spec.word, spec.doc) for spec in verb.phrases))
    yield ""
    if verb.role not in ("camera", "time"):
        yield f"Takes `over` ({verb.seconds:g}s if not said), `ease` and `stagger`."
    yield from ("", "Example:", f"  {verb.example}")


def style_page(word: str) -> Iterator[str]:
    """All about a style word, line by line."""
    style = STYLES[word]
    yield from (f"{style.name} (style)", style.doc, "", "Example:", f"  {style.example}")


def table(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A heading and pairs below it, the left ones in a column; nothing without pairs."""
    lines = list(rows)
    if not lines:
        return
    width = max(len(left) for left, _ in lines)
    yield from ("", f"{title}:", *(f"  {left:<{width}}  {right}" for left, right in lines))


def overview() -> Iterator[str]:
    """Every kind, verb and style word, one line each."""
    yield "KINDS"
    for family, kinds in families().items():
        yield from table(family, ((kind.name, kind.doc) for kind in kinds))
    yield from ("", "VERBS")
    for role, verbs in roles().items():
        rows = ((verb.name, _short(verb.doc, verb.available)) for verb in verbs)
        yield from table(f"to {ROLES[role]}", rows)
    yield from ("", "STYLE")
    yield from table("words", ((style.name, style.doc) for style in STYLES.values()))


def _short(doc: str, available: bool) -> str:
    return doc if available else f"{doc} ({_LATER})"
