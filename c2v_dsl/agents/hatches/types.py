"""What is known of the values in a hatch's code without running it.

A name has a type where every value that it is given has that one type; a call of a class gives an
instance, a method that returns ``self`` the type it was called on. Anything else is unknown, and
nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import libcst as cst
from libcst import matchers as m
from libcst.metadata import Assignment, ClassScope, Scope

from .api import OPEN, Api, Signature

Sort = Literal["instance", "class", "function", "method", "module", "builder", "value", "thing",
               "things", "params"]

_VAGUE = frozenset({"Mobject", "VMobject", "Animation", "Scene", "Camera", "object"})
"""Classes that annotations name where something more is meant."""


@dataclass(frozen=True)
class Type:
    """``instance`` of a class, the ``class`` itself, a ``function`` of Manim, a bound ``method``,
    a ``module``, the ``builder`` that ``.animate`` gives, a Python ``value`` (``list``, ``str``,
    ``ndarray`` …), an object of the storyboard (``thing``), ``o``, ``p``.

    Attributes:
        name: of the class, function, module or Python type.
        signature: of what can be called.
    """

    sort: Sort
    name: str
    signature: Signature | None = None

    def __str__(self) -> str:
        match self.sort:
            case "builder":
                return f"{self.name}.animate"
            case "class":
                return f"the class {self.name}"
            case "thing":
                return "an object of the storyboard"
        return self.name


_LITERALS: Mapping[type[cst.CSTNode], str] = {
    cst.List: "list", cst.ListComp: "list", cst.Dict: "dict", cst.DictComp: "dict",
    cst.Set: "set", cst.SetComp: "set", cst.SimpleString: "str", cst.FormattedString: "str",
    cst.ConcatenatedString: "str", cst.Integer: "int", cst.Float: "float", cst.Tuple: "tuple",
}

VALUES: Mapping[str, type] = {
    "list": list, "dict": dict, "set": set, "str": str, "int": int, "float": float, "tuple": tuple,
}
_NUMBERS = frozenset({"int", "float"})


class Types:
    """Infers types of expressions.

    Args:
        scopes: the scope of every node, as libcst's ``ScopeProvider`` has it.
    """

    def __init__(self, api: Api, scopes: Mapping[cst.CSTNode, Scope | None]) -> None:
        self.api = api
        self.scopes = scopes
        self._given: dict[tuple[int, str], list[cst.CSTNode | None]] = {}
        self._busy: set[int] = set()
        self._known: dict[int, Type | None] = {}

    def give(self, scope: Scope, name: str, value: cst.CSTNode | None) -> None:
        """Note that ``name`` is given ``value`` in ``scope``, an expression or a function's
        definition; None for what is not known."""
        self._given.setdefault((id(scope), name), []).append(value)

    def of(self, node: cst.BaseExpression) -> Type | None:
        """The type of an expression, or None."""
        key = id(node)
        if key in self._known:
            return self._known[key]
        if key in self._busy:
            return None
        self._busy.add(key)
        self._known[key] = found = self._infer(node)
        self._busy.discard(key)
        return found

    def _infer(self, node: cst.BaseExpression) -> Type | None:
        match node:
            case cst.Name():
                return self._name(node)
            case cst.Call():
                return self._call(node)
            case cst.Attribute(value=value, attr=attr):
                return self.attribute(self.of(value), attr.value)
            case cst.BinaryOperation(left=left, right=right):
                return self._operation(self.of(left), self.of(right), node)
            case cst.UnaryOperation(expression=inner):
                return self.of(inner)
            case cst.IfExp(body=body, orelse=other):
                first = self.of(body)
                return first if first == self.of(other) else None
            case cst.Subscript(value=value):
                return Type("thing", "Thing") if self._sort(value) == "things" else None
        literal = _LITERALS.get(type(node))
        return Type("value", literal) if literal else None

    def _sort(self, node: cst.BaseExpression) -> str:
        found = self.of(node)
        return found.sort if found else ""

    def _name(self, node: cst.Name) -> Type | None:
        name = node.value
        scope = self.scopes.get(node)
        while scope is not None:
            if name in scope and any(isinstance(a, Assignment) and a.scope is scope
                                     for a in scope[name]):
                return self._assigned(scope, name)
            parent = scope.parent
            while isinstance(parent, ClassScope) and parent is not parent.parent:
                parent = parent.parent  # methods do not see their class's names
            scope = parent if parent is not scope else None
        return self.free(name)

    def _assigned(self, scope: Scope, name: str) -> Type | None:
        values = self._given.get((id(scope), name), [None])
        found: Type | None = None
        for value in values:
            match value:
                case cst.BaseExpression():
                    one = self.of(value)
                case cst.FunctionDef():
                    one = Type("function", name, signature_of(value))
                case _:
                    one = None
            if one is None or (found is not None and one != found):
                return None
            found = one
        return found

    def free(self, name: str) -> Type | None:
        """What a name that the code does not assign means."""
        api = self.api
        if name == "self":
            return Type("instance", api.scene)
        if name == "o":
            return Type("things", "o")
        if name == "p":
            return Type("params", "p")
        if name == "duration":
            return Type("value", "float")
        if api.is_module(name):
            return Type("module", name)
        if name in api.names:
            alias = api.alias(name)
            if api.is_class(alias):
                return Type("class", alias, api.constructor(alias))
            if function := api.function(name):
                return Type("function", name, function)
            value = api.value_type(name)
            if value in ("ndarray", "float", "int", "str"):
                return Type("value", value)
            if value == "ManimColor":
                return Type("instance", "ManimColor")
        return None

    def attribute(self, owner: Type | None, name: str) -> Type | None:
        """The type of ``owner.name``."""
        if owner is None:
            return None
        api = self.api
        match owner.sort:
            case "instance":
                if name == "animate" and api.is_a(owner.name, "Mobject"):
                    return Type("builder", owner.name)
                if method := api.method(owner.name, name):
                    return Type("method", owner.name, method)
                return self._named(api.property_type(owner.name, name), owner)
            case "builder":
                if method := api.method(owner.name, name):
                    return Type("method", f"{owner.name}.animate", method)
            case "class":
                if method := api.method(owner.name, name):
                    return Type("function", f"{owner.name}.{name}", method)
            case "module":
                inner = f"{owner.name}.{name}"
                if api.is_module(inner):
                    return Type("module", inner)
                entries = api.in_module(owner.name)
                if entries.get(name) is not None:
                    taken = entries[name] or []
                    return Type("function", inner, Signature(inner, tuple(taken)))
                if name in ("pi", "e", "tau", "inf", "nan"):
                    return Type("value", "float")
            case "things":
                return Type("thing", "Thing")
            case "params":
                return None
        return None

    def _named(self, returned: str, owner: Type) -> Type | None:
        if returned == "self":
            return Type("instance", owner.name)
        if returned in _NUMBERS or returned == "str":
            return Type("value", returned)
        if self.api.is_class(returned) and returned not in _VAGUE:
            return Type("instance", returned)
        return None

    def _call(self, node: cst.Call) -> Type | None:
        callee = self.of(node.func)
        if callee is None:
            if m.matches(node.func, m.Name("list") | m.Name("sorted")):
                return Type("value", "list")
            return None
        match callee.sort:
            case "class":
                return Type("instance", callee.name)
            case "builder":
                return callee
            case "method" if callee.name.endswith(".animate"):
                return Type("builder", callee.name.removesuffix(".animate"))
            case "method" if callee.signature:
                return self._named(callee.signature.returns,
                                   Type("instance", callee.name))
            case "function" if callee.name in _ARRAYS:
                return Type("value", "ndarray")
            case "function" if callee.signature and "." not in callee.name:
                return self._named(callee.signature.returns, callee)
        return None

    def _operation(
        self, left: Type | None, right: Type | None, node: cst.BinaryOperation
    ) -> Type | None:
        kinds = {side.name if side and side.sort == "value" else "" for side in (left, right)}
        if "ndarray" in kinds and kinds <= {"ndarray", "int", "float"}:
            return Type("value", "ndarray")
        if kinds <= _NUMBERS and not isinstance(node.operator, cst.Divide | cst.FloorDivide):
            return Type("value", "float" if "float" in kinds else "int")
        return None


def signature_of(function: cst.FunctionDef) -> Signature:
    """What a function of the hatch's own takes."""
    params, empty = function.params, cst.Module([])
    own: list[str] = []
    for param in (*params.posonly_params, *params.params):
        own.append(_written(param, empty))
    if isinstance(params.star_arg, cst.Param):
        own.append(f"*{params.star_arg.name.value}")
    elif params.kwonly_params:
        own.append("*")
    own += [_written(param, empty) for param in params.kwonly_params]
    return Signature(function.name.value, tuple(own), (OPEN,) if params.star_kwarg else ())


def _written(param: cst.Param, module: cst.Module) -> str:
    default = param.default
    return param.name.value + (f"={module.code_for_node(default)}" if default else "")


_ARRAYS = frozenset(f"np.{name}" for name in (
    "array", "zeros", "ones", "linspace", "arange", "asarray", "full", "eye", "stack", "vstack",
    "hstack", "concatenate", "zeros_like", "ones_like", "column_stack"))


