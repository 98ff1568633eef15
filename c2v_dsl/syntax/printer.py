"""Nodes to pieces of text in the one canonical form."""

from __future__ import annotations

from . import tree
from .layout import Chain, Group, Piece, Row, bracketed, flat, listed

TIGHT = frozenset({"^"})


def expr(node: tree.Expr) -> Piece:
    """A value."""
    match node:
        case tree.Number(text=text) | tree.Color(text=text) | tree.CellRef(text=text):
            return text
        case tree.Name(text=text):
            return text
        case tree.Str():
            return string(node)
        case tree.AreaRef(first=first, last=last):
            return f"{first.text}:{last.text}"
        case tree.All():
            return "all"
        case tree.Paren(expr=inner):
            return bracketed("(", [_inside(inner)], ")")
        case tree.Tuple(items=items):
            return bracketed("(", [_inside(item) for item in items], ")")
        case tree.ListExpr(items=items):
            return bracketed("[", [_inside(item) for item in items], "]")
        case tree.Comprehension():
            return _comprehension(node)
        case tree.Range(first=first, last=last, step=step):
            pieces = [expr(first), "..", expr(last)]
            return Row((*pieces, " step ", expr(step)) if step else tuple(pieces))
        case tree.Unary(op=op, expr=inner):
            return Row((op + " " * (op == "not"), expr(inner)))
        case tree.Binary():
            return _binary(node)
        case tree.Compare(first=first, rest=rest):
            parts = [expr(first), *(expr(value) for _, value in rest)]
            joints = (*(f" {op}" for op, _ in rest), "")
            return Chain(tuple(parts), joints)
        case tree.IfElse(then=then, cond=cond, other=other):
            return Row((expr(then), " if ", expr(cond), " else ", expr(other)))
        case tree.Equation(name=name, expr=inner):
            return Row((f"{name.text}' = ", expr(inner)))
        case tree.Call(func=func):
            return Row((expr(func), arguments(node)))
        case tree.Lambda(params=params, body=body):
            words = ", ".join(param.text for param in params)
            return Row((words if len(params) == 1 else f"({words})", " -> ", expr(body)))
        case tree.Index(base=base, items=items):
            return Row((expr(base), bracketed("[", [expr(item) for item in items], "]")))
        case tree.Attr(base=base, name=name):
            return Row((expr(base), f".{name.text}"))


def _inside(node: tree.Expr) -> Piece:
    """A value in brackets, where a new line is free before ``if`` and ``else`` too."""
    if not isinstance(node, tree.IfElse):
        return expr(node)
    parts = (expr(node.then), Row(("if ", expr(node.cond))), Row(("else ", expr(node.other))))
    return Chain(parts, ("", "", ""))


def string(node: tree.Str) -> str:
    """A text in its quotes, as it was written."""
    quotes = '"""' if node.long else '"'
    return f"{quotes}{node.raw}{quotes}".replace("\r\n", "\n")


def _binary(node: tree.Binary) -> Piece:
    if node.op in TIGHT:
        return Row((expr(node.left), node.op, expr(node.right)))
    parts = [expr(node.right)]
    joints = [""]
    left: tree.Expr = node
    while isinstance(left, tree.Binary) and left.op not in TIGHT and (
        _level(left.op) == _level(node.op)
    ):
        joints.append(f" {left.op}")
        if left is not node:
            parts.append(expr(left.right))
        left = left.left
    parts.append(expr(left))
    return Chain(tuple(reversed(parts)), tuple(reversed(joints)))


def _level(op: str) -> int:
    return {"or": 0, "and": 1, "+": 2, "-": 2}.get(op, 3)


def _comprehension(node: tree.Comprehension) -> Piece:
    parts: list[Piece] = [expr(node.body)]
    parts += [Row(("for ", clause(part))) for part in node.clauses]
    return Group("[", tuple(parts), ("",) * len(parts), "]")


def clause(node: tree.ForClause) -> Piece:
    """``i in 0..4 if i != 2``."""
    head: tuple[Piece, ...] = (f"{node.name.text} in ", expr(node.iterable))
    return Row((*head, " if ", expr(node.cond)) if node.cond else head)


def arguments(node: tree.Call) -> Piece:
    """``(a, x=1; t=2)``."""
    items: list[Piece] = []
    separators: list[str] = []
    for index, arg in enumerate(node.args):
        value = _inside(arg.value)
        items.append(Row((f"{arg.name.text}=", value)) if arg.name else value)
        following = node.args[index + 1] if index + 1 < len(node.args) else None
        separators.append("" if following is None else ";" if following.group != arg.group else ",")
    return Group("(", tuple(items), tuple(separators), ")") if items else "()"


# ---------------------------------------------------------------- statements on one line


def statement(node: object) -> Piece:
    """A statement without a block, or the first line of one with a block, without its ``{``."""
    match node:
        case tree.Setting(word=word, value=value):
            return Row((f"{word.text} ", expr(value)))
        case tree.Storyboard(title=title):
            return f"storyboard {string(title)}"
        case tree.Import(path=path):
            return f"import {string(path)}"
        case tree.Let(name=name, params=params, value=value):
            words = "" if params is None else f"({', '.join(param.text for param in params)})"
            return Row((f"let {name.text}{words} = ", expr(value)))
        case tree.Param(name=name, value=value):
            return Row((f"param {name.text} = ", expr(value)))
        case tree.Scene():
            return _scene(node)
        case tree.Template(name=name, params=params):
            layout = f" layout {node.layout.text}" if node.layout else ""
            return Row((f"template {name.text}", _parameters(params), layout))
        case tree.Component(name=name, params=params):
            return Row((f"component {name.text}", _parameters(params)))
        case tree.ActionDef(name=name, params=params):
            return Row((f"action {name.text}", _parameters(params)))
        case tree.Objects():
            return "objects"
        case tree.ObjectDecl():
            return _object(node)
        case tree.OnBlock(plane=plane):
            return Row(("on ", expr(plane)))
        case (
            tree.ForObjects(clause=part) | tree.ForBeats(clause=part) | tree.ForActions(clause=part)
        ):
            return Row(("for ", clause(part)))
        case tree.StyleStmt(target=target, styles=styles):
            return Row(("style ", expr(target), *map(_style, styles)))
        case tree.Beat():
            return _beat(node)
        case _:
            return _action(node)


def _scene(node: tree.Scene) -> Piece:
    pieces: list[Piece] = [f"scene {node.name.text}"]
    if node.title:
        pieces.append(f" {string(node.title)}")
    if node.layout:
        pieces.append(f" layout {node.layout.text}")
    if node.continues:
        pieces.append(f" continues {node.continues.text}")
    if node.call:
        pieces += [" from ", expr(node.call)]
    return Row(tuple(pieces))


def _parameters(params: tuple[tree.Parameter, ...]) -> Piece:
    items: list[Piece] = [
        Row((f"{param.name.text}=", expr(param.default))) if param.default else param.name.text
        for param in params
    ]
    return bracketed("(", items, ")")


def _object(node: tree.ObjectDecl) -> Piece:
    pieces: list[Piece] = [node.name.text]
    if node.indices:
        pieces.append(bracketed("[", [expr(item) for item in node.indices], "]"))
    pieces += [" = ", expr(node.call)]
    for place in node.places:
        pieces.append(f" {place.word} ")
        pieces.append(listed([expr(operand) for operand in place.operands]))
        if place.gap:
            pieces += [" gap ", expr(place.gap)]
        if place.align:
            pieces.append(f" align {place.align.text}")
    pieces += map(_style, node.styles)
    if node.code:
        pieces.append(f" {string(node.code)}")
    return Row(tuple(pieces))


def _style(node: tree.Style) -> Piece:
    values: list[Piece] = []
    for value in node.values:
        values += [" ", expr(value)]
    return Row((f" {node.word.text}", *values))


def _beat(node: tree.Beat) -> Piece:
    pieces: list[Piece] = [f"beat {node.name.text}"]
    if node.indices:
        pieces.append(bracketed("[", [expr(item) for item in node.indices], "]"))
    if node.line:
        pieces.append(f" {string(node.line)}")
    if node.color:
        pieces += [" color ", expr(node.color)]
    if node.lasts:
        pieces += [" lasts ", expr(node.lasts)]
    return Row(tuple(pieces))


def _action(node: object) -> Piece:
    match node:
        case tree.Act(verb=verb, targets=targets, values=values, phrases=phrases, timing=timing):
            pieces: list[Piece] = [verb.text]
            if targets:
                pieces += [" ", listed([expr(target) for target in targets])]
            for value in values:
                pieces += [" ", expr(value)]
            for phrase in phrases:
                pieces.append(f" {phrase.word.text}")
                if phrase.operands:
                    pieces += [" ", listed([expr(operand) for operand in phrase.operands])]
            return Row((*pieces, _timing(timing)))
        case tree.SetAct(pairs=pairs, timing=timing):
            items: list[Piece] = [
                Row((expr(target), " to ", expr(value))) for target, value in pairs
            ]
            return Row(("set ", listed(items), _timing(timing)))
        case tree.Wait(duration=duration):
            return Row(("wait ", expr(duration)))
        case tree.Say(text=text):
            return f"say {string(text)}"
        case tree.Together():
            return "together"
        case tree.Stagger(delay=delay):
            return Row(("stagger ", expr(delay)))
        case tree.When(mark=mark):
            return f"when {mark.text}"
        case tree.Do(call=call):
            return Row(("do ", expr(call)))
        case tree.HatchAct(call=call, timing=timing, code=code):
            end = f" {string(code)}" if code else ""
            return Row((expr(call), _timing(timing), end))
    raise TypeError(f"{type(node).__name__} is no statement")


def _timing(node: tree.Timing | None) -> Piece:
    if node is None:
        return ""
    pieces: list[Piece] = []
    if node.over:
        pieces += [" over ", expr(node.over)]
    if node.ease:
        pieces.append(f" ease {node.ease.text}")
    if node.stagger:
        pieces += [" stagger ", expr(node.stagger)]
    return Row(tuple(pieces))


def text(node: tree.Expr) -> str:
    """A value on one line, as messages show it."""
    return flat(expr(node))
