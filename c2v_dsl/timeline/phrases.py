"""Which words stand behind a verb, against what its declaration takes."""

from __future__ import annotations

import re
from collections.abc import Container

from ..diagnostics import Edit, Fix, Related, Span
from ..diagnostics.codes import beats as codes
from ..semantics.report import Report
from ..semantics.suggest import listing, nearest
from ..semantics.vocabulary.declare import Verb
from ..semantics.vocabulary.verbs import VERBS
from ..semantics.walk import bare
from ..syntax import tree
from ..syntax.habits import MANIM_VERBS
from .habits import habit

__all__ = ["STATEMENTS", "flat_targets", "known_verb", "phrases_of"]

STATEMENTS = ("wait", "say", "together", "stagger", "when", "for", "do", "let")
"""Words that open actions but are no verbs."""

_RENAMED: dict[tuple[str, str], str] = {
    ("move", "at"): "to", ("move", "in"): "to", ("move", "into"): "to", ("scale", "to"): "by",
    ("rotate", "to"): "by", ("shift", "to"): "by", ("morph", "to"): "into",
    ("copy", "to"): "into", ("morph", "as"): "into", ("copy", "as"): "into",
    ("rewrite", "to"): "as", ("rewrite", "into"): "as", ("dim", "by"): "to",
    ("pulse", "on"): "along", ("rotate", "at"): "about", ("apply", "on"): "to",
    ("apply", "along"): "to", ("zoom", "in"): "to", ("zoom", "into"): "to", ("zoom", "at"): "to",
}
"""Words that mean another one behind these verbs."""

_PLACES = ("to", "at", "in", "above", "below", "left_of", "right_of", "inside", "between", "on")
_BESIDE = ("above", "below", "left_of", "right_of")


def known_verb(
    report: Report, node: tree.Act, source: str, objects: Container[str] = ()
) -> tuple[Verb | None, bool]:
    """The verb of ``node`` and whether it was written so; what was meant after a finding.

    ``source`` is what the first target is called, for the help; ``objects`` are the names of
    objects and families.
    """
    word = node.verb.text
    verb = VERBS.get(word)
    if verb is None and word in MANIM_VERBS and in_brackets(node):
        return VERBS.get(MANIM_VERBS[word]), False
    if verb is not None and word not in ("python", "set"):
        return verb, True
    if word in objects:
        report.add(codes.UNKNOWN_VERB, node.verb.span, f"`{word}` is an object, an action begins "
                   "with a verb", help=f"write `show {word}`, `move {word} to B3`, `color {word} "
                   "red` …")
        return None, False
    meant = habit(word)
    near = word.lower() if word.lower() in VERBS else None
    if near is None and meant is None:
        near = nearest(word, [*VERBS, *STATEMENTS])
    if near in STATEMENTS:
        report.add(codes.UNKNOWN_VERB, node.verb.span, f"`{word}` is not a verb",
                   help=f"did you mean `{near}`?")
        return None, False
    if near is not None:
        report.add(codes.UNKNOWN_VERB, node.verb.span, f"`{word}` is not a verb",
                   help=f"did you mean `{near}`?",
                   fix=Fix(f"write `{near}`", (Edit(node.verb.span, near),)))
        return VERBS[near], False
    if meant is not None:
        example = _in_own_words(meant.example, node, source)
        help = example if not meant.verb else f"write `{example}`"
        fix = None
        if meant.verb in VERBS and _same_shape(node, VERBS[meant.verb]):
            fix = Fix(f"write `{meant.verb}`", (Edit(node.verb.span, meant.verb),))
        report.add(codes.UNKNOWN_VERB, node.verb.span, f"`{word}` is not a verb here", help=help,
                   fix=fix)
        return VERBS.get(meant.verb), False
    report.add(codes.UNKNOWN_VERB, node.verb.span, f"`{word}` is not a verb",
               help="an action begins with one, like `show a`, `move a to B3`, `flash a`; "
                    "`c2v kinds` lists them")
    return None, False


def _as_written(expr: tree.Expr) -> str:
    """A target as its author wrote it, where it is short; nothing for what is no target."""
    inner = bare(expr)
    match inner:
        case tree.Name() | tree.Number():
            return inner.text
        case tree.Str():
            return f'"{inner.raw}"'
        case tree.Attr():
            base = _as_written(inner.base)
            return base and f"{base}.{inner.name.text}"
        case tree.Index():
            base, items = _as_written(inner.base), [_as_written(i) for i in inner.items]
            return f"{base}[{', '.join(items)}]" if base and all(items) else ""
    return ""


def in_brackets(node: tree.Act) -> bool:
    """Whether ``node`` was written as a call, ``show(a)``, which the parser has reported."""
    first = node.targets[0] if node.targets else None
    return isinstance(first, tree.Paren | tree.Tuple) and first.span.start == node.verb.span.end


def _in_own_words(example: str, node: tree.Act, source: str) -> str:
    """The example of a habit, with the author's names for its ``a`` and ``b``."""
    behind = [*node.targets[1:], *(o for p in node.phrases for o in p.operands)]
    goal = next((text for o in behind if (text := _as_written(o))), "")
    if isinstance(bare(behind[0]) if behind else None, tree.Number):
        goal = ""
    names = {"a": source, "b": goal}
    return re.sub(r"\b[ab]\b", lambda found: names[found.group()] or found.group(), example)


def _same_shape(node: tree.Act, verb: Verb) -> bool:
    words = {phrase.word.text for phrase in node.phrases}
    needed = {p.word for p in verb.phrases if p.required}
    simple = all(isinstance(t, tree.Name | tree.Index | tree.Attr) for t in node.targets)
    return simple and words >= needed and words <= {p.word for p in verb.phrases} and not (
        verb.choose and not words & set(verb.choose)) and verb.name not in ("apply", "set")


def fits_as(node: tree.Act, verb: Verb) -> bool:
    """Whether an action written with another word can go on as ``verb``."""
    words = {phrase.word.text for phrase in node.phrases}
    needed = {p.word for p in verb.phrases if p.required}
    values = [v for v in verb.values if v.default is not None]
    return (bool(node.targets) and words >= needed and (not verb.choose or bool(
        words & set(verb.choose))) and len(node.values) >= len(values)
        and verb.name not in ("apply", "set", "python"))


def flat_targets(report: Report, node: tree.Act) -> tuple[tree.Expr, ...]:
    """The targets; those in one pair of brackets, ``show (a, b)``, after a finding."""
    targets: list[tree.Expr] = []
    for target in node.targets:
        inner = bare(target)
        if isinstance(inner, tree.Tuple) and in_brackets(node):
            targets.extend(inner.items)
        elif isinstance(inner, tree.Tuple):
            first, last = inner.items[0].span, inner.items[-1].span
            edits = (Edit(Span(inner.span.start, first.start, first.path),
                          "" if inner.span.start > node.verb.span.end else " "),
                     Edit(Span(last.end, inner.span.end, last.path), ""))
            report.add(codes.WRONG_TARGETS, inner.span,
                       "what a verb acts on stands without brackets",
                       help=f"write `{node.verb.text} a, b`",
                       fix=Fix("take the brackets away", edits, "safe"))
            targets.extend(inner.items)
        else:
            targets.append(target)
    return tuple(targets)


def phrases_of(report: Report, verb: Verb, node: tree.Act) -> dict[str, tree.Phrase] | None:
    """The phrases by their words; None where one is missing that the verb needs."""
    found: dict[str, tree.Phrase] = {}
    taken = {phrase.word for phrase in verb.phrases}
    for phrase in node.phrases:
        word = phrase.word.text
        if word not in taken and phrase.word.span.start == phrase.word.span.end:
            continue
        if word not in taken:
            better = _RENAMED.get((verb.name, word))
            _not_taken(report, verb, phrase, better)
            if better is None:
                continue
            word = better
        elif word in found:
            report.add(codes.WRONG_PHRASE, phrase.span, f"`{word}` stands twice behind "
                       f"`{verb.name}`", help="keep one of them",
                       related=(Related(found[word].span, "first here"),))
            continue
        found.setdefault(word, phrase)
    goals = [found[word] for word in verb.choose if word in found]
    if len(goals) > 1:
        first, second = sorted(goals, key=lambda phrase: phrase.span.start)[:2]
        report.add(codes.WRONG_PHRASE, second.span,
                   f"`{verb.name}` takes one goal, found `{first.word.text}` and "
                   f"`{second.word.text}`", help="keep one of them",
                   related=(Related(first.span, "the first goal"),))
        del found[second.word.text]
    missing = [p for p in verb.phrases if p.required and p.word not in found]
    if missing or (verb.choose and not goals):
        words = listing((f"`{p.word}`" for p in missing), "and") if missing else listing(
            (f"`{word}`" for word in verb.choose), "or")
        fix = None
        if verb.name == "zoom" and node.targets:
            at = Span(node.verb.span.end, node.verb.span.end, node.verb.span.path)
            fix = Fix("insert `to`", (Edit(at, " to"),))
        report.add(codes.MISSING_PHRASE, node.verb.span, f"`{verb.name}` needs {words} behind it",
                   help=f"write it like `{verb.example}`", fix=fix)
        return None
    for word in ("gap", "align"):
        if word in found and verb.name == "move" and not any(b in found for b in _BESIDE):
            report.add(codes.WRONG_PHRASE, found.pop(word).span,
                       f"`{word}` belongs to `above below left_of right_of`",
                       help="leave it out, or write `move a below b gap 0.3`")
    if "on" in found and verb.name == "move" and "to" not in found:
        report.add(codes.WRONG_PHRASE, found.pop("on").span,
                   "`on` belongs to `to`", help="write `move a to (1, 2) on ax`")
    return found


def _not_taken(report: Report, verb: Verb, phrase: tree.Phrase, better: str | None) -> None:
    word = phrase.word.text
    message = f"`{verb.name}` takes no `{word}`"
    if better:
        report.add(codes.WRONG_PHRASE, phrase.word.span, message,
                   help=f"write `{better}`: `{verb.example}`",
                   fix=Fix(f"write `{better}`", (Edit(phrase.word.span, better),)))
        return
    if verb.name == "move" and word == "by":
        help = "`move` goes to a place; by a distance goes `shift a by (1, 0)`"
    elif verb.name in ("color", "fill", "stroke") and word in ("to", "as", "into"):
        help = f"write `{verb.example}`"
    elif verb.role == "in" and word in _PLACES:
        help = "the place stands where the object is declared; `move a to B3` comes after"
    elif verb.phrases:
        help = f"it is written like `{verb.example}`"
    else:
        help = f"write `{verb.example}`"
    report.add(codes.WRONG_PHRASE, phrase.span, message, help=help)
