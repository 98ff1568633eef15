"""Expressions of declarations, read where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..diagnostics import Related, Span
from ..diagnostics.codes import objects as codes
from ..syntax import tree
from .argument_values import MISSING_VALUE
from .icons import read_icon
from .kind_lists import PLANES
from .lowered import Function, Ref, Value
from .model import ObjectModel, SceneModel
from .pictures import read_file
from .report import Report
from .scope import MISSING, Scope
from .targets import names_object
from .vocabulary import KINDS
from .vocabulary.declare import Arg
from .walk import bare

if TYPE_CHECKING:
    from .evaluate import Evaluator
    from .library import Library

VALUE_ATTRS = frozenset({"start", "end", "center"})
"""What `line.start` asks of an object is a value, not a part."""


@dataclass(frozen=True)
class Site:
    """Where a declaration stands: what it sees, the scope its name goes into (the scene's or the
    component instance's), the plane and instance around it, the loops it is in (their variables),
    and the components being unfolded, against circles."""

    scope: Scope
    home: Scope
    plane: str | None = None
    component: str | None = None
    prefix: str = ""
    loops: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


class Reading:
    """What a builder of objects asks of expressions; findings go to its report."""

    def __init__(self, scene: SceneModel, library: Library, report: Report) -> None:
        self.scene = scene
        self.library = library
        self.report = report
        self.evaluator: Evaluator = scene.evaluator
        self.later: dict[str, Span] = {}
        """Everything the scene's blocks declare, and where."""
        self.assets: list[str] = []

    def resolve(self, expr: tree.Expr, site: Site) -> tuple[Ref, ...] | None:
        """Objects that ``expr`` names; with a finding of its own for what is declared below."""
        root = root_name(expr)
        scene = self.scene
        if root is not None and root.text in self.later and not names_object(
            scene, expr, site.scope
        ) and site.scope.lookup(root.text) is None:
            self.report.add(codes.USED_ABOVE, root.span,
                            f"`{root.text}` is declared below: what is used stands above",
                            help=f"move the declaration of `{root.text}` up",
                            related=(Related(self.later[root.text], "declared here"),))
            return None
        held, scene.report = scene.report, self.report
        try:
            return scene.resolve(expr, site.scope)
        finally:
            scene.report = held

    def together(self, refs: tuple[Ref, ...], id: str, site: Site) -> Ref:
        """A group of ``refs``, made for the object ``id`` that hangs on all of them."""
        base = re.sub(r"\W+", "_", id).strip("_")
        name = f"{base}_group"
        while name in self.scene.objects or name in self.scene.families or name in self.later:
            name += "_"
        span = self.scene.objects[refs[0].object].span
        decl = self.scene.objects[refs[0].object].decl
        group = ObjectModel(name, KINDS["group"], span, decl, args={"*members": refs},
                            members=refs, count=(len(refs),))
        self.scene.objects[name] = group
        return Ref(name)

    def is_target(self, expr: tree.Expr, site: Site) -> bool:
        """Whether ``expr`` names objects or parts, rather than a value read off one."""
        inner = bare(expr)
        if isinstance(inner, tree.Attr) and inner.name.text in VALUE_ATTRS:
            return False
        if isinstance(inner, tree.Attr) and inner.name.text in ("x", "y"):
            refs = self.scene.resolve(inner.base, site.scope, quiet=True)
            kind = self.scene.kind_of(refs[0]) if refs and len(refs) == 1 else None
            return bool(kind and kind.name in PLANES)
        root = root_name(inner)
        return names_object(self.scene, inner, site.scope) or (
            root is not None and root.text in self.later and site.scope.lookup(root.text) is None
        )

    def value(self, expr: tree.Expr, site: Site, want: str | None = None) -> Value:
        """A value, or `MISSING_VALUE` after a finding."""
        value = self.evaluator.value(expr, site.scope, want)
        return MISSING_VALUE if value is MISSING else value

    def text_value(self, text: tree.Str, site: Site) -> Value:
        """A string with its live values: a text or a `Live`, `MISSING_VALUE` after a finding."""
        value = self.evaluator.text(text, site.scope)
        return MISSING_VALUE if value is MISSING else value

    def function(self, arg: Arg, expr: tree.Expr, site: Site) -> Function | Any:
        """A function of ``arg.variables``, or `MISSING_VALUE` after a finding."""
        value = self.evaluator.function(expr, site.scope, arg.variables)
        return MISSING_VALUE if value is MISSING else value

    def file(self, kind: str, arg: Arg, expr: tree.Expr, site: Site) -> Any:
        """The absolute path of a picture, or `MISSING_VALUE` after a finding."""
        return read_file(self, kind, arg, expr, site)

    def icon(self, arg: Arg, expr: tree.Expr, site: Site) -> Any:
        """The name of an icon that is there, or `MISSING_VALUE` after a finding."""
        return read_icon(self, arg, expr, site)

    def text(self, span: Span) -> str:
        """The source text of ``span``."""
        return self.library.slice(span)


def root_name(expr: tree.Expr) -> tree.Name | None:
    """``tile`` of ``tile[2].char[0]``."""
    expr = bare(expr)
    while isinstance(expr, tree.Index | tree.Attr):
        expr = bare(expr.base)
    return expr if isinstance(expr, tree.Name) else None
