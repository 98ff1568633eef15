"""A small storyboard's lets and params, evaluated: what every test here starts from."""

from __future__ import annotations

from typing import Any

from c2v_dsl.semantics.evaluate import Evaluator
from c2v_dsl.semantics.lowered import Ref
from c2v_dsl.semantics.report import Report
from c2v_dsl.semantics.scope import Scope
from c2v_dsl.syntax import parse, parse_expression, tree


class Bench:
    """A scene with the declarations of ``text``, in which expressions can be evaluated."""

    def __init__(self, text: str = "", file: str = "", objects: tuple[str, ...] = ()) -> None:
        self.report = Report()
        self.evaluator = Evaluator(self.report, self._resolve)
        self.objects = objects
        self.file_scope = Scope.file()
        self._declare(file, self.file_scope)
        self.scope = self.file_scope.scene()
        for name in objects:
            self.scope.bind_object(name, tree.Span(0, 0, "test"))
        self._declare(text, self.scope)

    def _declare(self, text: str, scope: Scope) -> None:
        self.text = f'c2v 1\nscene s "s" {{\n{text}\n}}\n'
        result = parse(self.text)
        assert not [f for f in result.findings if f.level == "error" and "storyboard" not in f.name
                    ], result.findings
        (scene,) = (item for item in result.tree.items if isinstance(item, tree.Scene))
        assert scene.body is not None
        scope.announce((item.name.text, item.name.span) for item in scene.body.lets)
        for item in scene.body.lets:
            if isinstance(item, tree.Let):
                self.evaluator.declare_let(item, scope)
            else:
                self.evaluator.declare_param(item, scope)

    def _resolve(self, expr: tree.Expr, scope: Scope) -> tuple[Ref, ...] | None:
        if isinstance(expr, tree.Name):
            if expr.text == "family":
                return (Ref("family[0]"), Ref("family[1]"))
            return (Ref(expr.text),)
        if isinstance(expr, tree.Index) and isinstance(expr.base, tree.Name):
            index = self.evaluator.constant(expr.items[0], scope)
            return (Ref(f"{expr.base.text}[{index}]"),)
        return None

    def expr(self, text: str) -> tree.Expr:
        found = parse_expression(text)
        assert found.expr is not None and not found.findings, (text, found.findings)
        self.text = text
        return found.expr

    def value(self, text: str, want: Any = None) -> Any:
        return self.evaluator.value(self.expr(text), self.scope, want)

    def good(self, text: str, want: Any = None) -> Any:
        """The value of ``text``, which must give no finding."""
        value = self.value(text, want)
        assert self.report.findings == []
        return value

    def bad(self, text: str, want: Any = None) -> tuple[str, str, str]:
        """Name, place and message-with-help of the one finding that ``text`` gives."""
        self.report.findings.clear()
        self.report._seen.clear()
        value = self.value(text, want)
        assert len(self.report.findings) == 1, (text, value, self.report.findings)
        finding = self.report.findings[0]
        place = self.text[finding.span.start : finding.span.end]
        return finding.name, place, f"{finding.message}; {finding.help}"


def evaluate(text: str, want: Any = None) -> Any:
    """A constant expression's value."""
    return Bench().good(text, want)
