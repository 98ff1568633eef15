"""What a hatch may call: names, signatures and attributes of this Manim and NumPy, as data.

``python -m c2v_dsl.stage.api`` writes them as JSON. Signatures are read from the sources' syntax
trees: ``**kwargs`` is followed through the calls that it is handed on to, along the method
resolution order of the class in question, so that what is listed is what is really taken.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import manim
import numpy as np

from .lesson import Lesson
from .thing import Thing

OPEN = "**"
"""Among what a callable takes: any keyword."""

PLAYED = ("run_time", "rate_func", "lag_ratio")
"""What `Lesson.play` heeds of its options."""

_DEEPEST = 12
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Signature:
    """What a callable takes.

    Attributes:
        own: parameters in their order, as ``name``, ``name=default``, ``*name``, ``*``, ``/``.
        more: keywords that ``**kwargs`` takes as well; `OPEN` among them means any.
        returns: a name of a class, ``self``, or nothing where it is not known.
    """

    own: list[str]
    more: list[str] = field(default_factory=list)
    returns: str = ""
    doc: str = ""

    def data(self) -> dict[str, Any]:
        return {key: value for key, value in vars(self).items() if value or key == "own"}


@cache
def _definitions(path: str) -> dict[int, ast.AST]:
    """Functions and classes of a source file by the line that their first decorator is on."""
    try:
        tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return {}
    return {
        min([node.lineno, *(mark.lineno for mark in node.decorator_list)]): node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }


@cache
def _classes(path: str) -> dict[str, ast.ClassDef]:
    return {node.name: node for node in _definitions(path).values()
            if isinstance(node, ast.ClassDef)}


def _plain(function: Any) -> types.FunctionType | None:
    """The function under decorators and binding."""
    found = inspect.unwrap(getattr(function, "__func__", function))
    return found if isinstance(found, types.FunctionType) else None


def _syntax(function: types.FunctionType) -> _Function | None:
    code = function.__code__
    node = _definitions(code.co_filename).get(code.co_firstlineno)
    return node if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else None


def _written(arguments: ast.arguments, bound: bool) -> list[str]:
    """Parameters as they are written, without ``self``, annotations and ``**kwargs``."""
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    defaults += arguments.defaults
    shown = [_parameter(arg, default) for arg, default in zip(positional, defaults, strict=True)]
    if arguments.posonlyargs:
        shown.insert(len(arguments.posonlyargs), "/")
    if bound:
        shown = shown[1:]
    if arguments.vararg:
        shown.append(f"*{arguments.vararg.arg}")
    elif arguments.kwonlyargs:
        shown.append("*")
    shown += [_parameter(arg, default) for arg, default
              in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    return shown


def _parameter(arg: ast.arg, default: ast.expr | None) -> str:
    if default is None:
        return arg.arg
    text = ast.unparse(default)
    return f"{arg.arg}={text if len(text) <= 40 else '…'}"


def names_of(own: list[str]) -> list[str]:
    """Names of parameters that may be given by name."""
    return [item.partition("=")[0] for item in own if item[0] not in "*/"]


@dataclass
class _Uses:
    """What a function does with its ``**kwargs``: calls that get them, and names it takes out."""

    handed_on: list[ast.Call]
    taken: list[str]


@cache
def _uses(node: _Function) -> _Uses:
    assert node.args.kwarg is not None
    name = node.args.kwarg.arg
    calls: list[ast.Call] = []
    taken: list[str] = []
    seen: set[int] = set()
    places = 0
    for part in ast.walk(node):
        match part:
            case ast.Name(id=used) if used == name:
                places += 1
            case ast.Call(func=ast.Attribute(value=ast.Name(id=used) as at, attr=attribute),
                          args=given) if used == name:
                match given:
                    case [ast.Constant(value=str(key)), *_] if attribute in (
                            "pop", "get", "setdefault"):
                        taken.append(key)
                        seen.add(id(at))
                    case _ if attribute == "update":
                        seen.add(id(at))
            case ast.Call(keywords=keywords):
                for keyword in keywords:
                    if keyword.arg is None and _is(keyword.value, name):
                        calls.append(part)
                        seen.add(id(keyword.value))
            case (ast.Subscript(value=ast.Name(id=used) as at, slice=ast.Constant(value=str(key)))
                  | ast.Compare(left=ast.Constant(value=str(key)),
                                comparators=[ast.Name(id=used) as at])) if used == name:
                taken.append(key)
                seen.add(id(at))
    if places == 0 or places > len(seen):
        taken.append(OPEN)
    return _Uses(calls, taken)


class Follower:
    """Works out what a function really takes, in the class (if any) that it is called on."""

    def __init__(self, holder: type | None) -> None:
        self.holder = holder

    def signature(self, function: Any, owner: type | None, bound: bool, depth: int = 0) -> (
        Signature
    ):
        plain = _plain(function)
        node = _syntax(plain) if plain else None
        if plain is None or node is None:
            return _inspected(function, bound)
        own = _written(node.args, bound)
        more = self._more(plain, node, owner, depth) if node.args.kwarg else []
        known = set(names_of(own))
        return Signature(own, [name for name in dict.fromkeys(more) if name not in known],
                         _returns(node), _summary(plain))

    def _more(
        self, function: types.FunctionType, node: _Function, owner: type | None, depth: int
    ) -> list[str]:
        if depth > _DEEPEST:
            return [OPEN]
        uses = _uses(node)
        found = [name for call in uses.handed_on
                 for name in self._through(call, function, owner, depth)]
        return [*found, *uses.taken]

    def _through(
        self, call: ast.Call, function: types.FunctionType, owner: type | None, depth: int
    ) -> list[str]:
        """Keywords that ``call(…, **kwargs)`` can still be given."""
        target, holder, bound, above = self._target(call, function, owner)
        if target is None:
            return [OPEN]
        if isinstance(target, type):
            above = _definer(target, "__init__")
            holder = target
            target = _initializer(target)
            bound = True
        taken = Follower(holder).signature(target, above, bound, depth + 1)
        names = names_of(taken.own)
        given = 0 if any(isinstance(arg, ast.Starred) for arg in call.args) else len(call.args)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "__init__" and (
                not _is_super(call.func.value)):
            given -= 1
        free = [] if any(item.startswith("*") for item in taken.own[:given]) else names[:given]
        fixed = {keyword.arg for keyword in call.keywords if keyword.arg} | set(free)
        return [name for name in [*names, *taken.more] if name not in fixed]

    def _target(
        self, call: ast.Call, function: types.FunctionType, owner: type | None
    ) -> tuple[Any, type | None, bool, type | None]:
        """What is called: the function, the class it is called on, whether ``self`` is bound, and
        the class that defines it."""
        names = function.__globals__
        match call.func:
            case ast.Attribute(value=value, attr=attr) if _is_super(value) and self.holder:
                line = self.holder.__mro__
                at = line.index(owner) + 1 if owner in line else 1
                for base in line[at:]:
                    if attr in vars(base):
                        return vars(base)[attr], self.holder, True, base
            case ast.Attribute(value=ast.Name(id="self"), attr=attr) if self.holder:
                found = getattr(self.holder, attr, None)
                return found, self.holder, True, _definer(self.holder, attr)
            case ast.Attribute(value=ast.Name(id=base_name), attr=attr):
                base_class = names.get(base_name)
                if isinstance(base_class, type):
                    found = getattr(base_class, attr, None)
                    static = isinstance(inspect.getattr_static(base_class, attr, None),
                                        staticmethod)
                    return found, base_class, not static, _definer(base_class, attr)
                if self.holder and hasattr(self.holder, attr):  # another mobject of its kind
                    found = getattr(self.holder, attr)
                    return found, self.holder, True, _definer(self.holder, attr)
                return getattr(base_class, attr, None), None, False, None
            case ast.Name(id=called):
                return names.get(called), None, False, None
        return None, None, False, None


def _definer(holder: type, name: str) -> type | None:
    return next((base for base in holder.__mro__ if name in vars(base)), None)


def _initializer(holder: type) -> Any:
    """What a class is made with, whatever ``set_default`` put before it."""
    own = inspect.getattr_static(holder, "_original__init__", None)
    return own or inspect.getattr_static(holder, "__init__")


def _is(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_super(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _is(node.func, "super")


def _inspected(function: Any, bound: bool) -> Signature:
    """What Python says of a callable without source."""
    try:
        found = inspect.signature(function)
    except (TypeError, ValueError):
        return Signature([], [OPEN], doc=_summary(function))
    own: list[str] = []
    more: list[str] = []
    for number, parameter in enumerate(found.parameters.values()):
        if bound and number == 0 and parameter.name == "self":
            continue
        match parameter.kind:
            case parameter.VAR_KEYWORD:
                more.append(OPEN)
            case parameter.VAR_POSITIONAL:
                own.append(f"*{parameter.name}")
            case _:
                if parameter.kind is parameter.KEYWORD_ONLY and not any(
                        item.startswith("*") for item in own):
                    own.append("*")
                default = "" if parameter.default is parameter.empty else "=…"
                own.append(parameter.name + default)
    positional = sum(p.kind is p.POSITIONAL_ONLY for p in found.parameters.values())
    if positional:
        own.insert(positional, "/")
    return Signature(own, more, doc=_summary(function))


@cache
def _returns(node: _Function) -> str:
    """``self``, or the class that the annotation names."""
    if node.returns is not None:
        text = ast.unparse(node.returns).strip("'\"")
        if text in ("Self", "typing.Self"):
            return "self"
        if text.isidentifier() and text not in ("Any", "None"):
            return text
    given = [part.value for part in _own_nodes(node) if isinstance(part, ast.Return)]
    if given and all(value is not None and _is(value, "self") for value in given):
        return "self"
    return ""


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _own_nodes(child)


def _summary(thing: Any) -> str:
    text = (getattr(thing, "__doc__", None) or "").strip()
    return " ".join(text.split("\n\n")[0].split())[:120]


def _attributes(holder: type) -> list[str]:
    """Attributes that the methods which ``holder`` defines itself give to ``self``."""
    try:
        path = inspect.getfile(holder)
    except (TypeError, OSError):
        return []
    node = _classes(path).get(holder.__name__)
    found: dict[str, None] = {}
    for part in ast.walk(node) if node else ():
        if (isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store)
                and _is(part.value, "self")):
            found[part.attr] = None
    for name, value in vars(holder).items():
        if not callable(value) and not isinstance(value, classmethod | staticmethod):
            found[name] = None
    found |= dict.fromkeys(vars(holder).get("__annotations__", {}))
    return [name for name in found if not name.startswith("__")]


class Index:
    """Collects what is known of classes, functions and values."""

    def __init__(self) -> None:
        self.names = {name: value for name, value in vars(manim).items()
                      if not name.startswith("_")}
        self.classes: dict[str, dict[str, Any]] = {}
        self._keys: dict[type, str] = {}
        self._exported = {value: name for name, value in reversed(self.names.items())
                          if isinstance(value, type)}

    def data(self) -> dict[str, Any]:
        functions: dict[str, Any] = {}
        values: dict[str, str] = {}
        for name, value in self.names.items():
            if isinstance(value, type):
                self.key(value)
                if self._exported[value] != name:
                    values[name] = f"={self._exported[value]}"
            elif isinstance(value, types.ModuleType):
                values[name] = "module"
            elif callable(value):
                signature = Follower(None).signature(value, None, False)
                functions[name] = signature.data()
            else:
                values[name] = type(value).__name__
        scene, thing = self.key(Lesson), self.key(Thing)
        self.classes[scene]["methods"]["play"]["more"] = list(PLAYED)
        return {
            "manim": manim.__version__, "numpy": np.__version__,
            "names": sorted(self.names), "classes": self.classes, "functions": functions,
            "values": values, "scene": scene, "thing": thing,
            "modules": {
                "np": _module(np), "np.linalg": _module(np.linalg),
                "np.random": _module(np.random), "np.fft": _module(np.fft),
                "rate_functions": _module(manim.rate_functions),
                "ndarray": dict.fromkeys(dir(np.ndarray)),
                **{name: _module(value) for name, value in self.names.items()
                   if isinstance(value, types.ModuleType) and (name.isupper() or name == "X11")},
            },
        }

    def key(self, holder: type) -> str:
        """What a class is called in the index, where it is entered with its bases."""
        if holder in self._keys:
            return self._keys[holder]
        key = self._exported.get(holder, holder.__name__)
        if key in self.classes or (key in self.names and holder not in self._exported):
            key = f"{holder.__module__}.{holder.__qualname__}"
        self._keys[holder] = key
        entry: dict[str, Any] = {}
        self.classes[key] = entry
        if issubclass(holder, BaseException | int | str | dict | list | tuple) or (
                holder.__module__ in ("builtins", "typing") or "opengl" in holder.__module__):
            entry |= {"mro": [], "init": Signature([], [OPEN]).data(), "open": True}
            return key
        entry["mro"] = [self.key(base) for base in holder.__mro__[1:] if base is not object]
        entry["init"] = self._constructor(holder).data()
        entry["doc"] = _summary(holder)
        entry["methods"] = self._methods(holder)
        entry["attributes"] = _attributes(holder)
        if any(name in vars(holder) for name in ("__getattr__", "__getattribute__")):
            entry["dynamic"] = True
        return key

    def _constructor(self, holder: type) -> Signature:
        method = _initializer(holder)
        if isinstance(method, types.WrapperDescriptorType):
            return _inspected(holder, False)
        owner = next((base for base in holder.__mro__
                      if vars(base).get("__init__") is method
                      or vars(base).get("_original__init__") is method), holder)
        return Follower(holder).signature(method, owner, True)

    def _methods(self, holder: type) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in vars(holder).items():
            if name.startswith("__") and name != "__call__":
                continue
            if isinstance(value, property):
                node = _syntax(value.fget) if isinstance(value.fget, types.FunctionType) else None
                found[name] = {"property": True, "returns": _returns(node) if node else ""}
            elif isinstance(value, staticmethod | classmethod) or callable(value):
                bound = not isinstance(value, staticmethod)
                found[name] = Follower(holder).signature(value, holder, bound).data()
        return found


def _module(module: types.ModuleType) -> dict[str, Any]:
    """A module's public names; of functions what they take, where that is known."""
    found: dict[str, Any] = {}
    for name in dir(module):
        if name.startswith("_"):
            continue
        value = getattr(module, name)
        if callable(value) and not isinstance(value, type):
            signature = _inspected(value, False)
            found[name] = None if OPEN in signature.more else signature.own
        else:
            found[name] = None
    return found


def main(write: Callable[[str], Any] = sys.stdout.write) -> None:
    """Write the index."""
    write(json.dumps(Index().data(), separators=(",", ":"), ensure_ascii=False))


if __name__ == "__main__":
    main()
