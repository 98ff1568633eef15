"""Kinds and verbs as they are written: what help, reference and prompts show of the registry."""

from __future__ import annotations

from math import pi

from . import KINDS
from .declare import REQUIRED, Arg, Kind, Part, PhraseSpec, Verb
from .verbs import VERBS


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


def part_text(part: Part) -> str:
    """How a part is asked for, after the object's name: ``.row[i]``, ``["…"]``."""
    if part.name == "piece":
        return '["…"]'
    index = f"[{', '.join('ijk'[: part.indices])}]" if part.indices else ""
    return f".{part.name}{index}" if part.name else index
