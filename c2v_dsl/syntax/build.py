"""What each rule of the grammar becomes: a node of the tree, or a part of one."""

from __future__ import annotations

from typing import Any, cast

from ..diagnostics import Edit, Finding, Fix, Related, Span
from ..diagnostics.codes import syntax as codes
from . import checks, strings, tree
from .build_values import LOST, Part, ValueBuilder
from .lexer import Token
from .manim import VERBS


class Builder(ValueBuilder):
    """Nodes for statements, blocks and files."""

    # ------------------------------------------------------------ the file

    def on_expression(self, c: list[Any], span: Span) -> tree.Expr:
        value: tree.Expr = c[0]
        return value

    def on_start(self, c: list[Any], span: Span) -> tree.File:
        edition = next((part.values[0] for part in c if isinstance(part, Part)), None)
        board: tree.Storyboard | None = None
        items: list[tree.TopLevel] = []
        for item in self._whole(c):
            if isinstance(item, tree.Storyboard):
                self._order(item, board, items)
                board = board or item
            elif not isinstance(item, Part):
                items.append(item)
        return tree.File(span, edition, board, tuple(items), ())

    def _order(
        self, item: tree.Storyboard, board: tree.Storyboard | None, items: list[tree.TopLevel]
    ) -> None:
        word = item.span._replace(end=item.span.start + len("storyboard"))
        if board is not None:
            self.findings.append(Finding(
                codes.STORYBOARD_ORDER, word, "a second `storyboard`: one file is one video",
                help="put its settings into the first, or the video into a file of its own",
                related=(Related(board.span._replace(end=board.title.span.end), "the first"),),
            ))
        elif items:
            self.findings.append(Finding(
                codes.STORYBOARD_ORDER, word, "`storyboard` stands first, before everything else",
                help="move it up, right behind `c2v 1`",
                related=(Related(items[0].span._replace(
                    end=min(items[0].span.end, items[0].span.start + 12)), "this is before it"),),
            ))

    def on_edition(self, c: list[Any], span: Span) -> Part:
        known = c[0].text == "1" and c[0].problem != "missing"
        if c[0].text != "1":
            where = Span(c[0].start, c[0].end, self.path)
            self.findings.append(Finding(
                codes.EDITION_UNKNOWN, where, f"the edition `{c[0].text}` is not known here; this "
                "version reads edition 1", help="write `c2v 1`",
                fix=Fix("write `1`", (Edit(where, "1"),)),
            ))
        return Part("edition", span, [1 if known else None])

    def on_storyboard(self, c: list[Any], span: Span) -> tree.Storyboard:
        return tree.Storyboard(span, c[0], self._whole(c[1:]))

    def on_setting(self, c: list[Any], span: Span) -> tree.Setting:
        return tree.Setting(span, self.ident(c[0]), c[1])

    def on_import(self, c: list[Any], span: Span) -> tree.Import:
        return tree.Import(span, c[0])

    def on_let_value(self, c: list[Any], span: Span) -> tree.Let:
        return tree.Let(span, self._declare(c[0]), None, c[1])

    def on_let_function(self, c: list[Any], span: Span) -> tree.Let:
        return tree.Let(span, self._declare(c[0]), tuple(map(self._declare, c[1].values)), c[2])

    def on_param(self, c: list[Any], span: Span) -> tree.Param:
        return tree.Param(span, self._declare(c[0]), c[1])

    def on_scene(self, c: list[Any], span: Span) -> tree.Scene:
        return self._scene(c[:-1], span, None, c[-1])

    def on_scene_from(self, c: list[Any], span: Span) -> tree.Scene:
        name, args = c[-2], c[-1]
        where = Span(name.start, name.end, self.path)
        call = tree.Call(where.to(args.span), tree.Name(where, name.text), args.values)
        return self._scene(c[:-2], span, call, None)

    def _scene(
        self, c: list[Any], span: Span, call: tree.Call | None, body: tree.SceneBody | None
    ) -> tree.Scene:
        options: dict[str, tree.Ident] = {}
        title: tree.Str | None = None
        for child in c[1:]:
            if isinstance(child, tree.Str):
                title = child
            else:
                options.setdefault(child.kind, self.ident(child.values[0]))
        return tree.Scene(
            span, self._declare(c[0]), title, options.get("scene_layout"),
            options.get("scene_continues"), call, body,
        )

    def on_scene_body(self, c: list[Any], span: Span) -> tree.SceneBody:
        return tree.SceneBody(
            span,
            tuple(item for item in c if isinstance(item, (tree.Let, tree.Param))),
            tuple(item for item in c if isinstance(item, tree.Objects)),
            tuple(item for item in c if isinstance(item, tree.Beat | tree.ForBeats)),
        )

    def on_template(self, c: list[Any], span: Span) -> tree.Template:
        layout = self.ident(c[2]) if len(c) > 3 else None
        return tree.Template(span, self._declare(c[0]), tuple(c[1].values), c[-1], layout)

    def on_component(self, c: list[Any], span: Span) -> tree.Component:
        return tree.Component(span, self._declare(c[0]), tuple(c[1].values), tuple(c[2].values))

    def on_action_def(self, c: list[Any], span: Span) -> tree.ActionDef:
        return tree.ActionDef(span, self._declare(c[0]), tuple(c[1].values), tuple(c[2].values))

    def on_parameter(self, c: list[Any], span: Span) -> tree.Parameter:
        return tree.Parameter(span, self._declare(c[0]), c[1] if len(c) > 1 else None)

    # ------------------------------------------------------------ objects

    def on_objects(self, c: list[Any], span: Span) -> tree.Objects:
        return tree.Objects(span, tuple(c[0].values))

    def on_object(self, c: list[Any], span: Span) -> tree.ObjectDecl:
        indices: tuple[tree.Expr, ...] = ()
        rest = c[1:]
        if isinstance(rest[0], Part) and rest[0].kind == "index":
            indices = tuple(rest[0].values)
            rest = rest[1:]
        code = None
        if isinstance(rest[-1], Part) and rest[-1].kind == "code":
            code = rest[-1].values[0]
        places = tuple(item for item in rest if isinstance(item, tree.Place))
        styles = tuple(item for item in rest if isinstance(item, tree.Style))
        call = self._named_call(rest[0], rest[1])
        self.findings.extend(checks.places(places))
        if [place.word for place in places[:2]] == ["at", "on"]:
            places = (places[1], places[0], *places[2:])
        self.findings.extend(checks.once((s.word.text, s.span) for s in styles))
        found = tree.ObjectDecl(span, self._declare(c[0]), indices, call, places, styles, code)
        for place in places:
            self.cells.extend((name, found) for name in checks.misplaced_cells(place))
        return found

    def on_objects_body(self, c: list[Any], span: Span) -> Part:
        return Part("body", span, self._whole(c))  # type: ignore[arg-type]

    on_actions = on_beats_body = on_objects_body

    def _named_call(self, name: Token, args: Part) -> tree.Call:
        where = Span(name.start, name.end, self.path)
        return tree.Call(where.to(args.span), tree.Name(where, name.text), tuple(args.values))

    def on_on_block(self, c: list[Any], span: Span) -> tree.OnBlock:
        return tree.OnBlock(span, c[0], tuple(c[1].values))

    def on_for_objects(self, c: list[Any], span: Span) -> tree.ForObjects:
        return tree.ForObjects(span, c[0], tuple(c[1].values))

    def on_style_stmt(self, c: list[Any], span: Span) -> tree.StyleStmt:
        return tree.StyleStmt(span, c[0], tuple(c[1:]))

    def on_place_at(self, c: list[Any], span: Span) -> tree.Place:
        return tree.Place(span, "at", tuple(c))

    def on_place_in(self, c: list[Any], span: Span) -> tree.Place:
        return tree.Place(span, "in", (c[0],), None, self._align(c))

    def on_place_on(self, c: list[Any], span: Span) -> tree.Place:
        return tree.Place(span, "on", tuple(c))

    def on_place_inside(self, c: list[Any], span: Span) -> tree.Place:
        return tree.Place(span, "inside", (c[0],), None, self._align(c))

    def on_place_between(self, c: list[Any], span: Span) -> tree.Place:
        return tree.Place(span, "between", tuple(c))

    def on_place_beside(self, c: list[Any], span: Span) -> tree.Place:
        gap = next((part.values[0] for part in c[2:] if part.kind == "gap"), None)
        return tree.Place(span, c[0].values[0].text, (c[1],), gap, self._align(c))

    def _align(self, c: list[Any]) -> tree.Ident | None:
        parts = (part for part in c if isinstance(part, Part) and part.kind == "align")
        return next((self.ident(part.values[0]) for part in parts), None)

    def on_style(self, c: list[Any], span: Span) -> tree.Style:
        word, values = self.ident(c[0].values[0]), tuple(c[1:])
        if any(isinstance(value, (tree.Paren, tree.Tuple)) for value in values):
            self.findings.extend(checks.style(word, values))
            values = checks.call_style(values)
            first = values[0]
            if isinstance(first, tree.Tuple) and first.span.start == word.span.end:
                values = first.items
        return tree.Style(span, word, values)

    # ------------------------------------------------------------ beats

    def on_beat(self, c: list[Any], span: Span) -> tree.Beat:
        line: tree.Str | None = None
        options: dict[str, tree.Expr] = {}
        parts = [child for child in c[1:-1] if isinstance(child, Part)]
        self.findings.extend(checks.once((p.kind.removeprefix("beat_"), p.span) for p in parts
                                          if p.kind != "index"))
        indices: tuple[tree.Expr, ...] = ()
        for child in c[1:-1]:
            if isinstance(child, tree.Str):
                line = child
            elif child.kind == "index":
                indices = tuple(child.values)
            else:
                options.setdefault(child.kind, child.values[0])
        self.findings.extend(checks.duration(options.get("beat_lasts"), "lasts"))
        return tree.Beat(
            span, self.ident(c[0].values[0]), line, options.get("beat_color"),
            options.get("beat_lasts"),
            tuple(c[-1].values), indices,
        )

    def on_for_beats(self, c: list[Any], span: Span) -> tree.ForBeats:
        return tree.ForBeats(span, c[0], tuple(c[1].values))

    def _modifiers(
        self, c: list[Any]
    ) -> tuple[tuple[tree.Phrase, ...], tree.Timing | None]:
        phrases: list[tree.Phrase] = []
        timings: list[Part] = []
        for part in c:
            if part.kind != "phrase":
                timings.append(part)
                continue
            word = self.ident(part.values[0].values[0])
            operands = tuple(part.values[1].values) if len(part.values) > 1 else ()
            phrases.append(tree.Phrase(part.span, word, operands))
        return tuple(phrases), self._timing(timings)

    def _timing(self, parts: list[Part]) -> tree.Timing | None:
        if not parts:
            return None
        found: dict[str, Any] = {}
        words = {"over": "over", "ease_as": "ease", "stagger_by": "stagger"}
        self.findings.extend(checks.once((words[part.kind], part.span) for part in parts))
        for part in parts:
            found.setdefault(part.kind, part.values[0])
        self.findings.extend(checks.duration(found.get("over"), "over"))
        self.findings.extend(checks.duration(found.get("stagger_by"), "stagger"))
        ease = found.get("ease_as")
        return tree.Timing(
            parts[0].span.to(parts[-1].span), found.get("over"),
            self.ident(ease.values[0]) if ease else None, found.get("stagger_by"),
        )

    def on_act(self, c: list[Any], span: Span) -> tree.Act:
        targets: tuple[tree.Expr, ...] = ()
        rest = c[1:]
        if rest and rest[0].kind == "exprs":
            targets = tuple(rest[0].values)
            rest = rest[1:]
        phrases, timing = self._modifiers(rest)
        verb = self.ident(c[0].values[0])
        if (like := checks.call_like(verb, targets)) is not None:
            self.findings.append(like)
            if like.code == codes.MANIM_HABIT:
                if like.fix is None:
                    return cast(tree.Act, LOST)
                verb = tree.Ident(verb.span, VERBS[verb.text])
            first = cast("tree.Paren | tree.Tuple", targets[0])
            targets = first.items if isinstance(first, tree.Tuple) else (first.expr,)
        return tree.Act(span, verb, targets, (), phrases, timing)

    def on_paint(self, c: list[Any], span: Span) -> tree.Act:
        modifiers = [item for item in c[1:] if isinstance(item, Part) and item.kind != "targets"]
        phrases, timing = self._modifiers(modifiers)
        targets: list[tree.Expr] = []
        values: list[tree.Expr] = []
        for item in c[1:]:
            if isinstance(item, Part) and item.kind == "targets":
                targets = item.values
            elif not isinstance(item, Part):
                values.append(item)
        verb = self.ident(c[0].values[0])
        return tree.Act(span, verb, tuple(targets), tuple(values), phrases, timing)

    def on_zoom_out(self, c: list[Any], span: Span) -> tree.Act:
        out = self.ident(c[1])
        phrases, timing = self._modifiers(c[2:])
        out_phrase = tree.Phrase(out.span, out, ())
        return tree.Act(span, self.ident(c[0]), (), (), (out_phrase, *phrases), timing)

    def on_clear(self, c: list[Any], span: Span) -> tree.Act:
        first: tuple[tree.Phrase, ...] = ()
        rest = c[1:]
        if rest and isinstance(rest[0], Token):
            word = self.ident(rest[0])
            where = word.span.to(rest[1].span)
            first = (tree.Phrase(where, word, tuple(rest[1].values)),)
            rest = rest[2:]
        phrases, timing = self._modifiers(rest)
        return tree.Act(span, self.ident(c[0]), (), (), first + phrases, timing)

    def on_set(self, c: list[Any], span: Span) -> tree.SetAct:
        pairs = tuple(
            (part.values[0], part.values[1]) for part in c if part.kind == "set_pair"
        )
        timing = self._timing([part for part in c if part.kind != "set_pair"])
        return tree.SetAct(span, pairs, timing)

    def on_wait(self, c: list[Any], span: Span) -> tree.Wait:
        self.findings.extend(checks.duration(c[0], "wait"))
        return tree.Wait(span, c[0])

    def on_say(self, c: list[Any], span: Span) -> tree.Say:
        return tree.Say(span, c[0], strings.marks(c[0]))

    def on_together(self, c: list[Any], span: Span) -> tree.Together:
        return tree.Together(span, tuple(c[0].values))

    def on_stagger(self, c: list[Any], span: Span) -> tree.Stagger:
        self.findings.extend(checks.duration(c[0], "stagger"))
        return tree.Stagger(span, c[0], tuple(c[1].values))

    def on_when(self, c: list[Any], span: Span) -> tree.When:
        return tree.When(span, self.ident(c[0].values[0]), tuple(c[1].values))

    def on_for_actions(self, c: list[Any], span: Span) -> tree.ForActions:
        return tree.ForActions(span, c[0], tuple(c[1].values))

    def on_do(self, c: list[Any], span: Span) -> tree.Do:
        return tree.Do(span, self._named_call(c[0], c[1]))

    def on_hatch(self, c: list[Any], span: Span) -> tree.HatchAct:
        call = self._named_call(c[0].values[0], c[1])
        code = next((part.values[0] for part in c[2:] if part.kind == "code"), None)
        timing = self._timing([part for part in c[2:] if part.kind != "code"])
        return tree.HatchAct(span, call, timing, code)
