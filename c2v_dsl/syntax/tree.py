"""The tree of a storyboard: frozen data with spans, nothing evaluated.

Names follow the language reference. Every node has a ``span``; optional parts are ``None`` or
empty tuples. A node that could not be read is left out, and a finding says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..diagnostics import Span


@dataclass(frozen=True, slots=True)
class Node:
    span: Span


@dataclass(frozen=True, slots=True)
class Ident(Node):
    """A name where it is declared or a word where its place matters."""

    text: str


# ---------------------------------------------------------------- expressions


Unit = Literal["", "s", "ms", "deg", "%", "i"]


@dataclass(frozen=True, slots=True)
class Number(Node):
    """``2`` ``500ms`` ``90deg`` ``40%`` ``2i``: ``value`` as written, its unit not yet applied."""

    value: float | int
    unit: Unit
    text: str


@dataclass(frozen=True, slots=True)
class Interp(Node):
    """``#{expr:format}`` in a string; ``format`` is None or the text after the colon."""

    expr: Expr
    format: str | None


@dataclass(frozen=True, slots=True)
class Str(Node):
    """A string as pieces: plain text (escapes undone) and live values.

    ``piece_spans`` are where each piece stands, so that a place inside a formula can be named
    (``\\"`` and ``\\#`` shorten the text: ``text_offset`` in ``syntax.strings`` undoes that).
    ``raw`` is the text between the quotes as written, for the formatter, hatches and listings.
    """

    pieces: tuple[str | Interp, ...]
    piece_spans: tuple[Span, ...]
    raw: str
    long: bool


@dataclass(frozen=True, slots=True)
class Color(Node):
    """``#RRGGBB``, upper or lower case as written."""

    text: str


@dataclass(frozen=True, slots=True)
class CellRef(Node):
    """``A1``…``F6``."""

    text: str


@dataclass(frozen=True, slots=True)
class AreaRef(Node):
    """``B2:E5``."""

    first: CellRef
    last: CellRef


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A value, object, kind, constant, named colour, ``true`` or ``false``."""

    text: str


@dataclass(frozen=True, slots=True)
class Paren(Node):
    """``( expr )``, kept so that formatting never changes grouping."""

    expr: Expr


@dataclass(frozen=True, slots=True)
class Tuple(Node):
    """``(a, b)``: a point, or parameters of a lambda that lost its arrow."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class ListExpr(Node):
    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class ForClause(Node):
    """``for name in iterable [if cond]``."""

    name: Ident
    iterable: Expr
    cond: Expr | None


@dataclass(frozen=True, slots=True)
class Comprehension(Node):
    body: Expr
    clauses: tuple[ForClause, ...]


@dataclass(frozen=True, slots=True)
class Range(Node):
    """``a..b [step c]``, both ends included."""

    first: Expr
    last: Expr
    step: Expr | None


@dataclass(frozen=True, slots=True)
class Unary(Node):
    op: Literal["-", "+", "not"]
    expr: Expr


@dataclass(frozen=True, slots=True)
class Binary(Node):
    op: Literal["+", "-", "*", "/", "^", "%", "and", "or"]
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """``first op1 rest1 op2 rest2 …``: all must hold."""

    first: Expr
    rest: tuple[tuple[Literal["<", "<=", ">", ">=", "==", "!="], Expr], ...]


@dataclass(frozen=True, slots=True)
class IfElse(Node):
    """``then if cond else other``."""

    then: Expr
    cond: Expr
    other: Expr


@dataclass(frozen=True, slots=True)
class Equation(Node):
    """``S' = expr``, inside ``solve`` only."""

    name: Ident
    expr: Expr


@dataclass(frozen=True, slots=True)
class Arg(Node):
    """An argument; ``name`` is None when given by place, ``group`` counts the ``;`` before."""

    name: Ident | None
    value: Expr
    group: int = 0


@dataclass(frozen=True, slots=True)
class Call(Node):
    """``f(…)``; ``func`` is a Name, an Attr (``epidemic.S(3)``) or an Index."""

    func: Expr
    args: tuple[Arg, ...]


@dataclass(frozen=True, slots=True)
class Lambda(Node):
    params: tuple[Ident, ...]
    body: Expr


@dataclass(frozen=True, slots=True)
class All(Node):
    """``all`` inside an index."""


@dataclass(frozen=True, slots=True)
class Index(Node):
    """``base[i, j]``; items may be ranges, strings and ``all``."""

    base: Expr
    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Attr(Node):
    """``base.name``."""

    base: Expr
    name: Ident


Expr = (
    Number | Str | Color | CellRef | AreaRef | Name | Paren | Tuple | ListExpr | Comprehension
    | Range | Unary | Binary | Compare | IfElse | Equation | Call | Lambda | All | Index | Attr
)


# ---------------------------------------------------------------- declarations


@dataclass(frozen=True, slots=True)
class Setting(Node):
    """``theme chalk`` in the storyboard block; a bare word is a Name."""

    word: Ident
    value: Expr


@dataclass(frozen=True, slots=True)
class Storyboard(Node):
    title: Str
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Import(Node):
    path: Str


@dataclass(frozen=True, slots=True)
class Let(Node):
    """``let name = value`` or, with ``params`` not None, ``let name(params) = value``."""

    name: Ident
    params: tuple[Ident, ...] | None
    value: Expr


@dataclass(frozen=True, slots=True)
class Param(Node):
    name: Ident
    value: Expr


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    """A parameter of a template, component or action, with its default."""

    name: Ident
    default: Expr | None


@dataclass(frozen=True, slots=True)
class Place(Node):
    """Where an object stands. Operands by ``word``:

    ``at`` one (point, cell, area or object) · ``in`` one (cell or area) · ``on`` one (plane), then
    perhaps the point of an ``at`` behind it · ``above below left_of right_of`` one object ·
    ``inside`` one object · ``between`` two objects.
    """

    word: Literal["at", "in", "on", "above", "below", "left_of", "right_of", "inside", "between"]
    operands: tuple[Expr, ...]
    gap: Expr | None = None
    align: Ident | None = None


@dataclass(frozen=True, slots=True)
class Style(Node):
    """``color gold`` ``fill blue 0.4`` ``dashed`` …: the word and its values in order."""

    word: Ident
    values: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class ObjectDecl(Node):
    """``name[indices] = kind(args) place styles code``; ``call.func`` is a Name (the kind)."""

    name: Ident
    indices: tuple[Expr, ...]
    call: Call
    places: tuple[Place, ...]
    """Usually none or one; more are kept so that a finding can show both."""
    styles: tuple[Style, ...]
    code: Str | None


@dataclass(frozen=True, slots=True)
class OnBlock(Node):
    plane: Expr
    body: tuple[ObjectItem, ...]


@dataclass(frozen=True, slots=True)
class ForObjects(Node):
    clause: ForClause
    body: tuple[ObjectItem, ...]


@dataclass(frozen=True, slots=True)
class StyleStmt(Node):
    """``style m.col[0] color teal``."""

    target: Expr
    styles: tuple[Style, ...]


ObjectItem = ObjectDecl | OnBlock | ForObjects | StyleStmt | Let


@dataclass(frozen=True, slots=True)
class Objects(Node):
    body: tuple[ObjectItem, ...]


# ---------------------------------------------------------------- beats


@dataclass(frozen=True, slots=True)
class Phrase(Node):
    """A word and its operands behind a verb: ``to B3``, ``by (1, 0)``, ``into b, c``.

    Words: to by about on along into as except above below left_of right_of inside between
    gap align at in backwards of_out (``zoom out`` is the phrase ``out``).
    """

    word: Ident
    operands: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Timing(Node):
    over: Expr | None = None
    ease: Ident | None = None
    stagger: Expr | None = None


@dataclass(frozen=True, slots=True)
class Act(Node):
    """A verb: ``color a, b red over 2s`` has targets ``a, b`` and values ``red``."""

    verb: Ident
    targets: tuple[Expr, ...]
    values: tuple[Expr, ...]
    phrases: tuple[Phrase, ...]
    timing: Timing | None


@dataclass(frozen=True, slots=True)
class SetAct(Node):
    """``set t to 3, u to 1 over 2s``."""

    pairs: tuple[tuple[Expr, Expr], ...]
    timing: Timing | None


@dataclass(frozen=True, slots=True)
class Wait(Node):
    duration: Expr


@dataclass(frozen=True, slots=True)
class Say(Node):
    """``marks`` are the ``<name>`` moments of the text, as they stand in it."""

    text: Str
    marks: tuple[Ident, ...]


@dataclass(frozen=True, slots=True)
class Together(Node):
    body: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Stagger(Node):
    delay: Expr
    body: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class When(Node):
    mark: Ident
    body: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class ForActions(Node):
    clause: ForClause
    body: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Do(Node):
    call: Call


@dataclass(frozen=True, slots=True)
class HatchAct(Node):
    """``python("intent") over 2s`` and, behind it, the code as a long string."""

    call: Call
    timing: Timing | None
    code: Str | None


Action = (
    Act | SetAct | Wait | Say | Together | Stagger | When | ForActions | Do | HatchAct | Let
)


@dataclass(frozen=True, slots=True)
class Beat(Node):
    """``beat step[k] "line" color gold lasts 4s { … }``; ``indices`` only where a loop makes
    several of it."""

    name: Ident
    line: Str | None
    color: Expr | None
    lasts: Expr | None
    body: tuple[Action, ...]
    indices: tuple[Expr, ...] = ()


@dataclass(frozen=True, slots=True)
class ForBeats(Node):
    """``for k in 0..2 { beat step[k] … }``."""

    clause: ForClause
    body: tuple[Beat | ForBeats, ...]


# ---------------------------------------------------------------- scenes and files


@dataclass(frozen=True, slots=True)
class SceneBody(Node):
    """What a scene or template holds. ``lets`` keeps lets and params in their order."""

    lets: tuple[Let | Param, ...]
    objects: tuple[Objects, ...]
    """Usually one; a second is kept for the finding."""
    beats: tuple[Beat | ForBeats, ...]


@dataclass(frozen=True, slots=True)
class Scene(Node):
    """``call`` is the template of ``from TEMPLATE(args)``; then ``body`` is None."""

    name: Ident
    title: Str | None
    layout: Ident | None
    continues: Ident | None
    call: Call | None
    body: SceneBody | None


@dataclass(frozen=True, slots=True)
class Template(Node):
    """``layout`` is that of its scenes, unless they give another."""

    name: Ident
    params: tuple[Parameter, ...]
    body: SceneBody
    layout: Ident | None = None


@dataclass(frozen=True, slots=True)
class Component(Node):
    name: Ident
    params: tuple[Parameter, ...]
    body: tuple[ObjectItem, ...]


@dataclass(frozen=True, slots=True)
class ActionDef(Node):
    name: Ident
    params: tuple[Parameter, ...]
    body: tuple[Action, ...]


TopLevel = Import | Let | Scene | Template | Component | ActionDef


@dataclass(frozen=True, slots=True)
class Comment(Node):
    """``# …`` without its newline; ``own_line`` when nothing stands before it."""

    text: str
    own_line: bool


@dataclass(frozen=True, slots=True)
class File(Node):
    """A whole file. ``edition`` is None when the first line is missing or unknown."""

    edition: int | None
    storyboard: Storyboard | None
    items: tuple[TopLevel, ...]
    comments: tuple[Comment, ...]
