"""What expressions become: constants, or Python source where a value follows a param.

``Live`` and ``Function`` hold Python over the functions of ``semantics.values``, in which ``p.t``
reads a param, ``o.square`` is an object and a `Definition` is called by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ..diagnostics import Span


@dataclass(frozen=True)
class Live:
    """A value worked out at every frame.

    ``python`` is an expression; ``params`` and ``objects`` are what it reads; ``initial`` is its
    value when the scene begins, or None where only measuring can tell (it reads an object).
    """

    python: str
    params: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    initial: Any = None


@dataclass(frozen=True)
class Function:
    """A function value: ``lambda x: x**2`` or the name of a `Definition`. May read params."""

    python: str
    params: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ref:
    """An object or a part of it: ``Ref("ans", (("piece", "3", 0),))``.

    Steps of ``path``: ``("piece", text, n)`` the n-th piece of a formula or text (n is ``"all"``
    or a count from 0), ``("item", i)`` or ``("item", i, j)`` an indexed part, ``("part", name)`` a
    named one (``row``, ``char``, ``node``, ``x`` …) whose index, if any, is the next step.
    """

    object: str
    path: tuple[tuple[Any, ...], ...] = ()


Constant = Any
"""A value of `semantics.values`: number, text, Point, Color, Cell, Area, List, bool, None."""

Value = Any
"""Constant | Live | Function | Ref, or a tuple of these."""


@dataclass(frozen=True)
class Definition:
    """A ``let`` that live expressions use by name, emitted once.

    ``params`` None means a constant (``python`` is its value), else a function's parameter names.
    ``scope`` is ``file`` or ``scene``.
    """

    name: str
    params: tuple[str, ...] | None
    python: str
    scope: Literal["file", "scene"]
    span: Span
