"""A hatch's code read before it runs: what this Manim does not have, and what must not be there."""

from __future__ import annotations

import ast
import builtins
import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import libcst as cst
from libcst.metadata import (
    Assignment,
    BuiltinAssignment,
    CodeRange,
    GlobalScope,
    MetadataWrapper,
    ParentNodeProvider,
    PositionProvider,
    Scope,
    ScopeProvider,
)

from ...diagnostics import Edit, Finding, Fix
from ...diagnostics.codes import hatches as codes
from ...semantics.suggest import listing, nearest
from .api import Api
from .calls import Calls
from .code import Hatch, HatchKind
from .flow import endless, ends
from .old_names import (
    ALLOWED,
    ATTRIBUTES,
    CALLS,
    FILE_ATTRIBUTES,
    LATEX,
    LATEX_METHODS,
    MODULES,
    NAMES,
    UNSEEDED,
)
from .types import VALUES, Type, Types
from .walk import assigned, dotted, nodes, own_nodes, value_of

Place = tuple[int, int]
"""A line of the code, from 1, and a column, from 0."""


@dataclass(frozen=True)
class Problem:
    """What is wrong at a place of the code.

    Attributes:
        code: of the finding.
        instead: text that belongs in the place of ``start`` to ``end``, where that is sure.
    """

    code: str
    start: Place
    end: Place
    message: str
    help: str = ""
    instead: str | None = None

    @property
    def line(self) -> int:
        return self.start[0]


@dataclass(frozen=True)
class Around:
    """What the storyboard gives a hatch; None where it is not known.

    Attributes:
        objects: names behind ``o.``; ``params`` those behind ``p.``.
    """

    objects: frozenset[str] | None = None
    params: frozenset[str] | None = None


def read_code(
    text: str, kind: HatchKind, api: Api, around: Around | None = None
) -> list[Problem]:
    """What is wrong with a hatch's code, in the order of the text."""
    around = around or Around()
    try:
        ast.parse(text)
        module = cst.parse_module(text)
    except SyntaxError as error:
        return [_not_python(error, text)]
    except cst.ParserSyntaxError as error:
        place = (error.raw_line, error.raw_column)
        return [Problem(codes.NOT_PYTHON, place, place, "this is not Python")]
    except (ValueError, RecursionError) as error:
        return [Problem(codes.NOT_PYTHON, (1, 0), (1, 0), f"this is not Python: {error}")]
    try:
        found = _Reader(module, kind, api, around).read()
    except RecursionError:
        return [Problem(codes.NOT_PYTHON, (1, 0), (1, 0), "this nests too deep")]
    unique = {(problem.start, problem.code): problem for problem in reversed(found)}
    return sorted(unique.values(), key=lambda problem: (problem.start, problem.end))


def read_hatch(hatch: Hatch, api: Api, around: Around | None = None) -> list[Finding]:
    """The same as findings of the storyboard; none for a hatch without code."""
    if hatch.code is None:
        return []
    found = []
    for problem in read_code(hatch.code.text, hatch.kind, api, around):
        span = hatch.span(problem.start, problem.end)
        fix = None
        if problem.instead is not None:
            fix = Fix(f"write `{problem.instead}`", (Edit(span, problem.instead),))
        found.append(Finding(problem.code, span, problem.message, help=problem.help, fix=fix))
    return found


def _not_python(error: SyntaxError, text: str) -> Problem:
    line = min(error.lineno or 1, max(1, len(text.splitlines())))
    column = max(0, (error.offset or 1) - 1)
    message = error.msg.removeprefix("invalid syntax. ") or "invalid syntax"
    return Problem(codes.NOT_PYTHON, (line, column), (line, column + 1),
                   f"this is not Python: {message}")


class _Reader:
    """Reads one hatch's code."""

    def __init__(self, module: cst.Module, kind: HatchKind, api: Api, around: Around) -> None:
        wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
        self.module = module
        self.kind = kind
        self.api = api
        self.around = around
        self.places = wrapper.resolve(PositionProvider)
        self.parents = wrapper.resolve(ParentNodeProvider)
        scopes = wrapper.resolve(ScopeProvider)
        self.scopes = {scope for scope in scopes.values() if scope is not None}
        self.types = Types(api, scopes)
        assigned(wrapper, self.types)
        self.own = {a.name for scope in self.scopes for a in scope.assignments
                    if isinstance(a, Assignment)}
        self.stored = {node.attr.value for node in nodes(module)
                       if isinstance(node, cst.Attribute) and self._is_target(node)}
        self.problems: list[Problem] = []

    def read(self) -> list[Problem]:
        self._names()
        calls = Calls(self.api, self.types, self._tell)
        for node in nodes(self.module):
            match node:
                case cst.Attribute():
                    self._attribute(node)
                case cst.Call():
                    self._call(node)
                    calls.check(node)
                case cst.Import(names=names):
                    for alias in names:
                        self._import(alias, dotted(alias.name))
                case cst.ImportFrom(module=source):
                    self._import(node, dotted(source))
                case cst.While():
                    if (why := endless(node)) and not self._within(node, cst.Try):
                        self._tell(codes.ENDLESS, node.test, f"this loop never ends: {why}",
                                   "leave it with `break`, or count with `for i in range(…)`")
                case cst.FunctionDef():
                    self._function(node)
        if self.kind == "object":
            self._returns()
        return self.problems

    def _tell(self, code: str, node: cst.CSTNode, message: str, help: str = "",
              instead: str | None = None) -> None:
        place: CodeRange = self.places[node]
        self.problems.append(Problem(
            code, (place.start.line, place.start.column), (place.end.line, place.end.column),
            message, help, instead))

    def _is_target(self, node: cst.CSTNode) -> bool:
        parent = self.parents.get(node)
        return (isinstance(parent, cst.AssignTarget | cst.For)
                or (isinstance(parent, cst.AnnAssign | cst.AugAssign) and parent.target is node))

    # names

    def _within(self, node: cst.CSTNode, sort: type[cst.CSTNode]) -> bool:
        parent = self.parents.get(node)
        return parent is not None and (isinstance(parent, sort) or self._within(parent, sort))

    def _names(self) -> None:
        if any(isinstance(node, cst.ImportFrom) and isinstance(node.names, cst.ImportStar)
               and dotted(node.module) != "manim" for node in nodes(self.module)):
            return
        seen: set[int] = set()
        for scope in self.scopes:
            for access in scope.accesses:
                node = access.node
                if id(node) in seen or not isinstance(node, cst.Name):
                    continue
                seen.add(id(node))
                if not access.referents and node.value not in self.own:
                    self._free(node)
                elif all(isinstance(r, BuiltinAssignment) for r in access.referents):
                    self._builtin(node)

    def _free(self, node: cst.Name) -> None:
        name = node.value
        if name in self.api.names or name in ("self", "o", "p", "__name__"):
            return
        if name == "duration" and self.kind == "action":
            return
        if name == "duration":
            self._tell(codes.UNKNOWN_NAME, node, "an object's code has no `duration`",
                       "only an action's code is given its time")
            return
        if name in self.around_names:
            what = "o" if name in (self.around.objects or ()) else "p"
            self._tell(codes.UNKNOWN_NAME, node, f"there is no name `{name}` here",
                       f"the storyboard's own is `{what}.{name}`", f"{what}.{name}")
            return
        known = NAMES.get(name)
        if known:
            self._tell(codes.UNKNOWN_NAME, node, f"this Manim has no `{name}`",
                       f"write `{known}`" if "`" not in known else f"write {known}",
                       known.partition("(")[0] if "(" in known and known[0].isupper() else None)
            return
        near = _near(name, [*self.own, *self.api.names, *dir(builtins)])
        self._tell(codes.UNKNOWN_NAME, node, f"there is no name `{name}`",
                   f"did you mean `{near}`?" if near else
                   "give it a value first, or use Manim's own names", near)

    @property
    def around_names(self) -> frozenset[str]:
        return (self.around.objects or frozenset()) | (self.around.params or frozenset())

    def _builtin(self, node: cst.Name) -> None:
        if node.value in CALLS and node.value not in self.api.names:
            self._tell(codes.FORBIDDEN, node,
                       f"`{node.value}` reaches for {CALLS[node.value]}", _ALONE)

    def _import(self, node: cst.CSTNode, name: str) -> None:
        root = name.partition(".")[0]
        if root in ALLOWED:
            return
        reach = MODULES.get(root)
        why = f"reaches for {reach}" if reach else "is not there for hatches"
        self._tell(codes.FORBIDDEN, node, f"`{root}` {why}", _ALONE)

    # attributes

    def _attribute(self, node: cst.Attribute) -> None:
        name = node.attr.value
        if name.startswith("__") and name.endswith("__") and name != "__init__":
            self._tell(codes.FORBIDDEN, node.attr, f"`{name}` reaches for the interpreter", _ALONE)
            return
        owner = self.types.of(node.value)
        if owner is None or self._is_target(node):
            return
        if name in FILE_ATTRIBUTES.get(owner.name, ()):
            self._tell(codes.FORBIDDEN, node.attr, f"`{owner.name}.{name}` reaches for files",
                       _ALONE)
            return
        match owner.sort:
            case "instance" if self.api.is_value(owner.name, name) and self._is_called(node):
                self._tell(codes.UNKNOWN_ATTRIBUTE, node.attr,
                           f"`{name}` of {owner} is a value, not a method",
                           "write it without brackets")
            case "instance" | "builder":
                if owner.name == self.api.scene:
                    self._of_scene(node)
                self._member(node, owner)
            case "module":
                self._in_module(node, owner.name)
            case "class":
                known = self.api.members(owner.name)
                if self.api.is_closed(owner.name) and name not in known | _OF_CLASSES:
                    self._missing(node, owner, known)
            case "value":
                known = (frozenset(self.api.in_module("ndarray")) if owner.name == "ndarray"
                         else frozenset(dir(VALUES[owner.name])))
                if name not in known:
                    self._missing(node, owner, known)
            case "things" | "params":
                names = self.around.objects if owner.sort == "things" else self.around.params
                self._of_storyboard(node, owner.name, names)

    def _is_called(self, node: cst.CSTNode) -> bool:
        parent = self.parents.get(node)
        return isinstance(parent, cst.Call) and parent.func is node

    def _of_storyboard(
        self, node: cst.Attribute, letter: str, names: frozenset[str] | None
    ) -> None:
        name = node.attr.value
        if names is None or name in names:
            return
        what = "object" if letter == "o" else "param"
        near = nearest(name, names)
        told = listing((f"`{letter}.{known}`" for known in sorted(names)), limit=8)
        here = f"there are {told}" if names else "there is none"
        self._tell(codes.UNKNOWN_ATTRIBUTE, node.attr, f"the scene has no {what} `{name}`",
                   f"did you mean `{letter}.{near}`?" if near else here, near)

    def _of_scene(self, node: cst.Attribute) -> None:
        name = node.attr.value
        if self.kind == "object" and name in ("play", "wait", "add", "remove", "bring_to_front"):
            self._tell(codes.OUT_OF_PLACE, node, f"an object's code may not `self.{name}`",
                       "return the mobject; what moves belongs into a beat")

    def _member(self, node: cst.Attribute, owner: Type) -> None:
        name = node.attr.value
        api = self.api
        if not api.is_closed(owner.name) or name in self.stored:
            return
        known = api.members(owner.name)
        if name in known or name in _OF_OBJECTS or (
                owner.sort == "builder" and name in api.members("_AnimationBuilder") | {"build"}):
            return
        if api.is_a(owner.name, "Mobject") and name[:4] in ("get_", "set_") and name[4:] in known:
            return
        self._missing(node, owner, known)

    def _in_module(self, node: cst.Attribute, module: str) -> None:
        name = node.attr.value
        known = self.api.in_module(module)
        if name not in known:
            near = _near(name, [n for n in known if len(n) > 2])
            self._tell(codes.UNKNOWN_ATTRIBUTE, node.attr, f"`{module}` has no `{name}`",
                       f"did you mean `{module}.{near}`?" if near else "", near)
        elif module == "np.random" and name in UNSEEDED and not self._seeds():
            self._tell(codes.BY_CHANCE, node, f"`{module}.{name}` is not the same each time",
                       "draw from `rng = np.random.default_rng(7)`")

    def _missing(self, node: cst.Attribute, owner: Type, known: frozenset[str]) -> None:
        name = node.attr.value
        old = ATTRIBUTES.get(name)
        called = old.partition("(")[0] if old else ""
        if old and called and not called.isidentifier():
            help, instead = f"write {old}", None
        elif old and called in known:
            help, instead = f"write `{old}`", called
        elif old and called in self.api.names:
            help, instead = f"write `{old}`", None
        else:
            near = _near(name, [word for word in known if not word.startswith("_")])
            help, instead = (f"did you mean `{near}`?", near) if near else ("", None)
        silent = (self.api.is_a(owner.name, "Mobject") and name.startswith("set_"))
        why = ", and keeping a value under that name draws nothing" if silent else ""
        self._tell(codes.UNKNOWN_ATTRIBUTE, node.attr, f"{owner} has no `{name}`{why}", help,
                   instead)

    # calls

    def _call(self, node: cst.Call) -> None:
        callee = self.types.of(node.func)
        if callee is None:
            if isinstance(node.func, cst.Attribute) and (
                    isinstance(node.func.value, cst.Name) and node.func.value.value == "random"
                    and node.func.attr.value in UNSEEDED and not self._seeds()):
                self._tell(codes.BY_CHANCE, node.func, "these numbers are not the same each time",
                           "draw from `rng = np.random.default_rng(7)`")
            return
        if callee.name == "np.random.default_rng" and not node.args:
            self._tell(codes.BY_CHANCE, node, "these numbers are not the same each time",
                       "give it a seed: `np.random.default_rng(7)`")
        self._latex(node, callee)
        if callee.sort == "class" and callee.name in ("ImageMobject", "SVGMobject") and node.args:
            first = self.types.of(node.args[0].value)
            if first is not None and first.name == "str":
                self._tell(codes.FORBIDDEN, node, f"`{callee.name}` reaches for files",
                           "let the storyboard show it: `image(\"…\")` or `svg(\"…\")`")

    def _latex(self, node: cst.Call, callee: Type) -> None:
        if any(argument.keyword and argument.keyword.value in ("mob_class", "element_to_mobject")
               for argument in node.args):
            return
        made = callee.sort == "class" and LATEX & set(self.api.bases(callee.name))
        called = callee.signature.name.rpartition(".")[2] if callee.signature else ""
        if made or (callee.sort == "method" and called in LATEX_METHODS):
            numbers = made and self.api.is_a(callee.name, "DecimalNumber")
            self._tell(codes.FORBIDDEN, node.func,
                       f"`{called or callee.name}` starts LaTeX, another program",
                       "write `Text(str(number))`, or give it `mob_class=Text`" if numbers else
                       'write `MathTypst("x^2")` or `Text("…")`')

    def _seeds(self) -> bool:
        return any(isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute)
                   and node.func.attr.value == "seed" for node in nodes(self.module))

    # the end

    def _returns(self) -> None:
        if not self.module.body or ends(self.module.body):
            return
        last = self._last(self.module.body)
        name = self._drawn(last)
        self._tell(codes.NO_RETURN, last, "the code ends without returning what it has made",
                   f"end it with `return {name or 'mobject'}`")

    def _function(self, node: cst.FunctionDef) -> None:
        """A function whose result is used, or that returns one elsewhere, returns one at its
        end."""
        body = node.body.body
        name = node.name.value
        if not isinstance(node.body, cst.IndentedBlock) or ends(body) or any(
                isinstance(inner, cst.Yield) for inner in own_nodes(node.body)):
            return
        given = any(isinstance(inner, cst.Return) and inner.value is not None
                    for inner in own_nodes(node.body))
        if given or (name in self.used and not self._within(node, cst.ClassDef)):
            self._tell(codes.NO_RETURN, self._last(body),
                       f"`{name}` ends here without returning anything",
                       "end it with `return` and the result")

    @cached_property
    def used(self) -> frozenset[str]:
        """Names of functions whose results are looked at."""
        return frozenset(
            node.func.value for node in nodes(self.module)
            if isinstance(node, cst.Call) and isinstance(node.func, cst.Name)
            and not isinstance(self.parents.get(node), cst.Expr | cst.Lambda))

    @staticmethod
    def _last(body: Sequence[cst.CSTNode]) -> cst.CSTNode:
        last = body[-1]
        return last.body[-1] if isinstance(last, cst.SimpleStatementLine) else last

    def _drawn(self, last: cst.CSTNode) -> str:
        """The name that was probably meant to be returned."""
        if isinstance(last, cst.Expr) and isinstance(last.value, cst.Name):
            return last.value.value
        made: list[tuple[int, str]] = []
        for scope in self.scopes:
            if isinstance(scope, GlobalScope):
                made += [(self._line(a), a.name) for a in scope.assignments
                         if isinstance(a, Assignment) and self._draws(scope, a)]
        groups = [entry for entry in made if "group" in entry[1].lower()]
        return max(groups or made, default=(0, ""))[1]

    def _line(self, assignment: Assignment) -> int:
        place: CodeRange | None = self.places.get(assignment.node)
        return place.start.line if place else 0

    def _draws(self, scope: Scope, assignment: Assignment) -> bool:
        value = value_of(assignment.node, self.parents)
        kind = self.types.of(value) if isinstance(value, cst.BaseExpression) else None
        return bool(kind and kind.sort == "instance" and self.api.is_a(kind.name, "Mobject"))


_ALONE = "a hatch works with Manim, NumPy and the storyboard's own values alone"
_OF_CLASSES = frozenset({"mro"})
_OF_OBJECTS = frozenset({"__init__"})


def _near(name: str, known: Iterable[str]) -> str | None:
    """The name that was probably meant; of several as near, the first of ``known``."""
    low = {word.lower().replace("_", ""): word for word in reversed(list(known))}
    wanted = name.lower().replace("_", "")
    found = difflib.get_close_matches(wanted, low, 1, 0.72) if len(wanted) > 2 else []
    return low.get(wanted) or (low[found[0]] if found else None)
