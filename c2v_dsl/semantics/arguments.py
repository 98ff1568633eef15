"""What a kind is given: arguments matched with its declaration and read by their types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ..diagnostics import Edit, Fix, Related, Span
from ..diagnostics.codes import objects as codes
from ..syntax import tree
from .argument_values import MISSING_VALUE, ArgumentValues
from .lowered import Live, Ref, Value
from .suggest import did_you_mean, listing
from .targets import names_object
from .values import Cell, List, Point
from .vocabulary.declare import REQUIRED, Arg, Kind
from .vocabulary.habits import (
    ARGUMENT_HABITS,
    PLACE_ARGUMENTS,
    STYLE_HABITS,
    TIME_ARGUMENTS,
)
from .walk import bare, nodes

if TYPE_CHECKING:
    pass

@dataclass
class Given:
    """Arguments of one object: values by declared name, and where they stand."""

    values: dict[str, Value] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    members: tuple[Ref, ...] = ()
    complete: bool = True


class ArgumentReader(ArgumentValues):
    """Reads the arguments of one declaration; findings go to the builder's report."""

    # ------------------------------------------------------------ matching

    def read(self, kind: Kind, call: tree.Call, id: str) -> Given:
        """Values of all arguments of the object ``id`` that are right; ``complete`` is False if
        any was wrong."""
        self.kind, self.id = kind.name, id
        form = self._form(kind, call)
        given = Given()
        by_name = {arg.name: arg for arg in form}
        many = next((arg for arg in form if arg.many), None)
        ordered = [arg for arg in form if not arg.keyword and not arg.many]
        rest: list[tree.Arg] = []
        seen: dict[str, tree.Arg] = {}
        position = 0
        for arg in call.args:
            if any(arg is named for named in seen.values()):
                continue
            if arg.name is None:
                if position < len(ordered):
                    declared = ordered[position]
                    position += 1
                elif many is not None:
                    rest.append(arg)
                    continue
                else:
                    self._one_too_many(kind, form, call, arg, given, seen)
                    continue
            else:
                found_arg = by_name.get(arg.name.text)
                if found_arg is None:
                    self._unknown(kind, call, arg)
                    given.complete = False
                    continue
                declared = found_arg
            if declared.name in seen:
                self._say(codes.EXTRA_ARGUMENT, arg.span,
                          f"`{kind.name}` is given `{declared.name}` twice",
                          related=(Related(seen[declared.name].span, "first here"),))
                given.complete = False
                continue
            seen[declared.name] = arg
            if declared.many:
                self._collect(declared, [arg], given)
            else:
                self._store(kind, declared, arg, given)
        if many is not None and rest:
            self._collect(many, rest, given)
            seen[many.name] = rest[0]
            given.values = dict(sorted(given.values.items(), key=lambda v: v[0][0] != "*"))
        self._missing(kind, form, call, given, seen)
        return given

    def _form(self, kind: Kind, call: tree.Call) -> tuple[Arg, ...]:
        """The declared argument list that suits the call best."""
        forms = (kind.args, *kind.forms)
        if len(forms) == 1:
            return kind.args
        unnamed = sum(arg.name is None for arg in call.args)
        named = {arg.name.text for arg in call.args if arg.name}

        def misfit(form: tuple[Arg, ...]) -> float:
            ordered = [a for a in form if not a.keyword]
            required = [a for a in ordered if a.default is REQUIRED]
            taken = {a.name for a in ordered[:unnamed]} | named
            strange = sum(
                isinstance(bare(given.value), tree.Number) if declared.type == "point"
                else isinstance(bare(given.value), tree.Tuple)
                for declared, given in zip(ordered, call.args, strict=False)
            )
            return (2 * strange + 1.5 * max(0, unnamed - len(ordered))
                    + len(named - {a.name for a in form})
                    + sum(a.name not in taken for a in required))

        return min(forms, key=misfit)

    def _one_too_many(
        self, kind: Kind, form: tuple[Arg, ...], call: tree.Call, arg: tree.Arg, given: Given,
        seen: dict[str, tree.Arg],
    ) -> None:
        given.complete = False
        named = {a.name.text for a in call.args if a.name}
        free = [a for a in form if a.keyword and a.name not in named and a.name not in seen]
        extra = [a for a in call.args[call.args.index(arg):] if a.name is None]
        if free and len(extra) <= len(free):
            pairs = list(zip(free, extra, strict=False))
            seen.update((declared.name, given_arg) for declared, given_arg in pairs)
            self._name_them(kind, [(d.name, g) for d, g in pairs])
            return
        takes = usage(kind, form)
        self._say(codes.EXTRA_ARGUMENT, arg.span,
                  f"`{kind.name}` takes no further argument here", help=f"it is `{takes}`")

    def _name_them(self, kind: Kind, pairs: list[tuple[str, tree.Arg]]) -> None:
        first = pairs[0][1].span
        written = ", ".join(f"{name}={self.builder.text(a.span)}" for name, a in pairs)
        edits = tuple(
            Edit(Span(a.span.start, a.span.start, a.span.path), f"{name}=") for name, a in pairs
        )
        self._say(codes.NEEDS_NAME, first.to(pairs[-1][1].span),
                  f"`{kind.name}` takes {listing(f'`{name}=`' for name, _ in pairs)} by name",
                  help=f"write `{kind.name}({written})`" if len(written) < 60 else "",
                  fix=Fix(f"write {listing(f'`{name}=`' for name, _ in pairs)}", edits, "safe"))

    def _unknown(self, kind: Kind, call: tree.Call, arg: tree.Arg) -> None:
        assert arg.name is not None
        name = arg.name.text
        known = [a.name for form in (kind.args, *kind.forms) for a in form]
        value = self.builder.text(arg.value.span)
        message = f"`{kind.name}` has no argument `{name}`"
        renamed = next((n for n in ARGUMENT_HABITS.get(name, ()) if n in known), None)
        if renamed:
            stepped = bare(arg.value)
            if name.endswith("_range") and isinstance(stepped, tree.ListExpr) and (
                len(stepped.items) == 3
            ):
                value = f"[{', '.join(self.builder.text(i.span) for i in stepped.items[:2])}]"
                step = self.builder.text(stepped.items[2].span)
                self._say(codes.UNKNOWN_ARGUMENT, arg.span, message,
                          help=f"write `{renamed}={value}`; the step {step} belongs into `ticks=`",
                          fix=Fix(f"write `{renamed}={value}`",
                                  (Edit(arg.span, f"{renamed}={value}"),)))
                return
            self._say(codes.UNKNOWN_ARGUMENT, arg.name.span, message,
                      help=f"write `{renamed}={value}`",
                      fix=Fix(f"call it `{renamed}`", (Edit(arg.name.span, renamed),), "safe"))
            return
        if name in ("width", "height") and kind.fit != "fill" and "p" not in known:
            self._measure(kind, arg, known, message)
            return
        if name in STYLE_HABITS:
            shown = style_value(value)
            style = STYLE_HABITS[name].format(shown)
            self._say(codes.UNKNOWN_ARGUMENT, arg.span, f"{message}; looks are styles",
                      help=f"write `{style}` behind the object",
                      fix=self._to_style(call, arg, style))
            return
        if name in TIME_ARGUMENTS:
            help = "time belongs to the action that shows it: `show x over 2s`"
        elif name in PLACE_ARGUMENTS and name not in known:
            help = f"a place stands behind the object: `{kind.name}(…) {PLACE_ARGUMENTS[name]} …`"
        else:
            help = did_you_mean(name, known) or f"it is `{usage(kind, kind.args)}`"
        self._say(codes.UNKNOWN_ARGUMENT, arg.name.span, message, help=help)

    def _measure(self, kind: Kind, arg: tree.Arg, known: list[str], message: str) -> None:
        """`width=` or `height=` of a kind that has another size, or none."""
        number = bare(arg.value)
        value = self.builder.text(arg.value.span)
        if "r" in known:
            half = f"{number.value / 2:g}" if isinstance(number, tree.Number) else f"({value}) / 2"
            better = f"r={half}"
        elif "side" in known and kind.family == "shapes":
            better = f"side={value}"
        else:
            self._say(codes.UNKNOWN_ARGUMENT, arg.span, message,
                      help=f"its size is given by its place, `{kind.name}(…) in B2:E5`, or by "
                           "`scale 0.8` behind it")
            return
        self._say(codes.UNKNOWN_ARGUMENT, arg.span, message, help=f"write `{better}`",
                  fix=Fix(f"write `{better}`", (Edit(arg.span, better),)))

    def _to_style(self, call: tree.Call, arg: tree.Arg, style: str) -> Fix | None:
        """Take the argument out and put the style behind the call."""
        index = call.args.index(arg)
        if index > 0:
            cut = Span(call.args[index - 1].span.end, arg.span.end, arg.span.path)
        elif len(call.args) > 1:
            cut = Span(arg.span.start, call.args[1].span.start, arg.span.path)
        else:
            cut = arg.span
        end = Span(call.span.end, call.span.end, call.span.path)
        return Fix(f"write `{style}`", (Edit(cut, ""), Edit(end, f" {style}")))

    def _missing(
        self, kind: Kind, form: tuple[Arg, ...], call: tree.Call, given: Given,
        seen: dict[str, tree.Arg],
    ) -> None:
        missing = [arg for arg in form if arg.default is REQUIRED and arg.name not in seen]
        if not missing:
            return
        given.complete = False
        names = listing(f"`{arg.name}`" for arg in missing)
        meanings = "; ".join(f"`{arg.name}`: {arg.doc}" for arg in missing[:2])
        self._say(codes.MISSING_ARGUMENT, call.span, f"`{kind.name}` needs {names}",
                  help=f"it is `{usage(kind, form)}` – {meanings}")

    # ------------------------------------------------------------ values

    def _store(self, kind: Kind, arg: Arg, given_arg: tree.Arg, given: Given) -> None:
        value = self.value(arg, given_arg.value)
        if value is MISSING_VALUE:
            given.complete = False
        else:
            given.values[arg.name] = value
            given.spans[arg.name] = given_arg.value.span

    def _collect(self, arg: Arg, exprs: Sequence[tree.Arg], given: Given) -> None:
        """The unnamed rest: objects, points or texts; a single list counts as its items."""
        given.spans[arg.name] = exprs[0].span.to(exprs[-1].span)
        if arg.type == "objects":
            refs: list[Ref] = []
            for each in exprs:
                some = self.builder.resolve(each.value, self.site)
                if some is None:
                    given.complete = False
                else:
                    refs.extend(some)
            given.values[f"*{arg.name}"] = given.members = tuple(dict.fromkeys(refs))
            return
        if len(exprs) == 1:
            alone = self._list(arg, exprs[0].value)
            if alone is MISSING_VALUE:
                given.complete = False
                return
            if alone is not None:
                given.values[f"*{arg.name}"] = alone
                return
        one = replace(arg, type="point" if arg.type == "points" else "text", many=False)
        values = [self.value(one, each.value) for each in exprs]
        if any(v is MISSING_VALUE for v in values):
            given.complete = False
        given.values[f"*{arg.name}"] = tuple(v for v in values if v is not MISSING_VALUE)

    def _list(self, arg: Arg, expr: tree.Expr) -> Any:
        """A list that was given instead of its items, None if it is no list."""
        if names_object(self.builder.scene, expr, self.site.scope):
            refs = self.builder.resolve(expr, self.site)
            return MISSING_VALUE if refs is None else refs
        inner = bare(expr)
        if isinstance(inner, tree.ListExpr) and arg.type == "points":
            one = replace(arg, type="point", many=False)
            items = [self.value(one, item) for item in inner.items]
            return MISSING_VALUE if any(v is MISSING_VALUE for v in items) else tuple(items)
        value = self.builder.value(expr, self.site)
        if value is MISSING_VALUE:
            return value
        initial = value.initial if isinstance(value, Live) else value
        if not isinstance(initial, List):
            return None
        if not self._fits(arg, initial):
            return self._wrong(arg, expr, value)
        if isinstance(value, Live):
            return (value,)
        if arg.type == "points":
            return tuple(v if isinstance(v, Cell) else Point(v) for v in value)
        return tuple(value)


def translated(kind: Kind, call: tree.Call, text: Callable[[Span], str]) -> str | None:
    """A call of Manim's class for ``kind`` in this language, looks behind it; None if some of its
    arguments mean nothing here. ``text`` gives the source of a span."""
    known = {a.name for form in (kind.args, *kind.forms) for a in form}
    args: list[str] = []
    styles: list[str] = []
    for arg in call.args:
        value = text(arg.value.span)
        name = arg.name.text if arg.name else ""
        renamed = next((n for n in ARGUMENT_HABITS.get(name, ()) if n in known), name)
        if any(isinstance(n, tree.Name) and n.text.isupper() for n in nodes(arg.value)) and (
            name not in STYLE_HABITS
        ):
            return None
        if not name:
            if kind.args and kind.args[0].type in ("text", "latex") and not isinstance(
                arg.value, tree.Str
            ):
                return None
            args.append(value)
        elif renamed in known:
            args.append(f"{renamed}={value}")
        elif name in STYLE_HABITS:
            styles.append(STYLE_HABITS[name].format(style_value(value)))
        else:
            return None
    opacity = [s for s in styles if s.startswith("fill blue ")]
    fill = [s for s in styles if s.startswith("fill ") and s not in opacity]
    if opacity and fill:
        styles = [s for s in styles if s not in opacity and s not in fill]
        styles.append(f"{fill[0]} {opacity[0].rpartition(' ')[2]}")
    return " ".join([f"{kind.name}({', '.join(args)})", *styles])


def usage(kind: Kind, form: tuple[Arg, ...]) -> str:
    """``label(text, obj, side=, at=)``."""
    shown = [
        f"{arg.name}, …" if arg.many else f"{arg.name}=" if arg.keyword else arg.name
        for arg in form
    ]
    return f"{kind.name}({', '.join(shown)})"


def style_value(text: str) -> str:
    """A value as a style takes it: Manim's ``BLUE`` in small letters, sums in brackets."""
    bare_text = text.strip('"')
    if bare_text.isupper() or bare_text.replace("_", "").isalpha():
        return bare_text.lower().removesuffix("_c").removesuffix("_d")
    if text and all(c.isalnum() or c in "._%#-" for c in text):
        return text
    return text if text.startswith('"') else f"({text})"
