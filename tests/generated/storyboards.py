"""A hypothesis strategy of valid storyboards over all kinds and verbs.

What it draws must check clean and render; it knows the language's rules on who is on screen and
what follows a param, and nothing of how the compiler works.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

COLORS = ("red", "gold", "light_blue", "dark_green", "teal", "purple", "#3fa7d6", "orange")
EASES = ("smooth", "linear", "in", "out", "bounce", "there_and_back")
FORMULAS = (r"x^2 + 1", r"\frac{a}{b}", r"\int_0^1 f(x)\,dx", r"\sum_{k=1}^n k^2", r"\sqrt{2}",
            r"A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", r"e^{i\pi} + 1 = 0", r"\det A")
TEXTS = ("A short text", "Where $x^2 = 2$ holds", "Übung macht Meister", "50 % of it", "a_b & c")
FUNCTIONS = ("x^2 / 4", "sin(x)", "1 / x", "sqrt(x)", "x -> abs(x) - 1", "exp(-x^2)", "log(x)")
LINES = ("line(", "arrow(", "double_arrow(", "curve(", "curved_arrow(")


@dataclass
class Thing:
    """An object of the scene being drawn, with what later choices need to know of it."""

    name: str
    kind: str
    live: bool = False
    follows: tuple[str, ...] = ()
    on_plane: bool = False


@dataclass
class Stage:
    """What the scene holds so far."""

    draw: Any
    params: list[str] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    def pick(self, options: Any) -> Any:
        return self.draw(st.sampled_from(list(options)))

    def chance(self, percent: int) -> bool:
        return bool(self.draw(st.integers(0, 99)) < percent)

    def number(self, low: float, high: float) -> str:
        return f"{round(low + (high - low) * self.draw(st.integers(0, 20)) / 20, 2):g}"

    def size(self, low: float = 0.3, high: float = 1.5) -> tuple[str, bool]:
        """A length, at times one that follows a param."""
        if self.params and self.chance(25):
            return f"{self.number(low, high)} + 0.2 * {self.pick(self.params)}", True
        return self.number(low, high), False

    def point(self, span: float = 2.0) -> tuple[str, bool]:
        x, y = self.number(-span, span), self.number(-span, span)
        if self.params and self.chance(25):
            return f"({x} + 0.3 * {self.pick(self.params)}, {y})", True
        return f"({x}, {y})", False

    def cell(self) -> str:
        return self.pick("ABCDEF") + self.pick("123456")

    def area(self) -> str:
        row, column = self.draw(st.integers(0, 3)), self.draw(st.integers(0, 3))
        return f"{'ABCDEF'[row]}{column + 1}:{'ABCDEF'[row + 2]}{column + 3}"

    def color(self) -> str:
        return self.pick(COLORS)

    def style(self, words: bool = False, hollow: bool = False) -> str:
        styles = [f"color {self.color()}", "opacity 80%", "layer 2"]
        if words:
            styles += ["size 30"]
        else:
            styles += [f"stroke {self.color()} 3"]
        if not words and not hollow:
            styles += [self.pick((f"fill {self.color()} 0.4", "fill none"))]
        return " ".join(s for s in styles if self.chance(25))


def _shape(stage: Stage, name: str) -> Thing:
    kind = stage.pick(("circle", "square", "rect", "ellipse", "triangle", "star", "arc", "sector",
                       "annulus", "polygon", "dot"))
    length, live = stage.size()
    args = {
        "circle": f"r={length}", "square": f"side={length}", "rect": f"w={length}, h=0.8",
        "ellipse": f"w={length}, h=0.6", "triangle": f"side={length}", "star": f"n=6, r={length}",
        "arc": f"r={length}, from=0deg, to=120deg", "sector": f"r={length}, from=0, to=pi / 3",
        "annulus": f"r={length}, inner=0.1", "polygon": f"(0, 0), ({length}, 0), (0, 1)", "dot": "",
    }[kind]
    live = live and kind != "dot"
    place = f"in {stage.area()}" if stage.chance(30) else f"at {stage.cell()}"
    if stage.chance(20):
        place, live_place = stage.point()
        place, live = f"at {place}", live or live_place
    if kind == "polygon":
        place, live = "", length.count("*") > 0
    stage.lines.append(f"{name} = {kind}({args}) {place} {stage.style(hollow=kind == 'arc')}")
    return Thing(name, kind, live)


def _words(stage: Stage, name: str) -> Thing:
    kind = stage.pick(("text", "math", "number", "bullets", "code"))
    live = bool(stage.params) and stage.chance(30) and kind in ("text", "math", "number")
    extra = f" #{{{stage.pick(stage.params)}:.1}}" if live and stage.params else ""
    body = {
        "text": f'text("{stage.pick(TEXTS)}{extra}")',
        "math": f'math("{stage.pick(FORMULAS)}{extra}")',
        "number": f"number({stage.pick(stage.params) if live else '3.14159'}, decimals=2)",
        "bullets": 'bullets("First point", "Second $x$")',
        "code": 'code("for i in range(3):", lang="python")',
    }[kind]
    style = stage.style(words=True) if kind != "code" else ""
    stage.lines.append(f"{name} = {body} in {stage.area()} {style}")
    return Thing(name, kind, live)


def _line(stage: Stage, name: str) -> Thing:
    kind = stage.pick(LINES)
    shapes = [t for t in stage.things if t.kind in ("circle", "square", "rect", "star")]
    if len(shapes) >= 2 and stage.chance(40):
        p, q = shapes[0].name, shapes[1].name
        stage.lines.append(f"{name} = {kind}{p}, {q}) color {stage.color()}")
        return Thing(name, kind[:-1], True, (p, q))
    p, live_p = stage.point()
    q, live_q = stage.point()
    stage.lines.append(f"{name} = {kind}{p}, {q}) {stage.pick(('', 'dashed'))}")
    return Thing(name, kind[:-1], live_p or live_q)


def _mark(stage: Stage, name: str) -> Thing:
    targets = [t for t in stage.things if t.kind in ("circle", "square", "rect", "math", "text")]
    if not targets:
        return _shape(stage, name)
    target = stage.pick(targets)
    kind = stage.pick(("brace", "box", "cross", "underline", "label", "trace"))
    args = {"label": f'"name $x$", {target.name}, side={stage.pick(("up", "left", "right"))}',
            "brace": f"{target.name}, side=down"}.get(kind, target.name)
    stage.lines.append(f"{name} = {kind}({args})")
    return Thing(name, kind, True, (target.name,))


def _data(stage: Stage, name: str) -> Thing:
    kind = stage.pick(("matrix", "table", "array", "bars"))
    live = bool(stage.params) and kind == "bars" and stage.chance(40)
    first = f"2 + {stage.params[0]}" if live else "2"
    body = {
        "matrix": "matrix([[1, 2], [3, 4]])",
        "table": 'table([["1", "2"], ["3", "$x$"]], cols=["a", "b"])',
        "array": "array([3, 1, 4])",
        "bars": f'bars([{first}, 5, 3], labels=["a", "b", "c"], max=8)',
    }[kind]
    stage.lines.append(f"{name} = {body} in {stage.area()}")
    return Thing(name, kind, live)


def _group(stage: Stage, name: str) -> Thing:
    kind = stage.pick(("group", "row", "column"))
    at = stage.cell()
    options = "" if kind == "group" else ", gap=0.3"
    stage.lines.append(f"{name}_a = circle(r=0.3) {'at ' + at if kind == 'group' else ''}")
    stage.lines.append(f'{name}_b = text("b") {"at " + stage.cell() if kind == "group" else ""}')
    place = "" if kind == "group" else f"in {stage.area()}"
    stage.lines.append(f"{name} = {kind}({name}_a, {name}_b{options}) {place}")
    return Thing(name, kind)


def _plane(stage: Stage, name: str) -> list[Thing]:
    kind = stage.pick(("axes", "plane", "complex", "polar", "number_line"))
    args = {"polar": "r=3", "number_line": "x=[-3, 3]"}.get(kind, "x=[-3, 3], y=[-2, 4]")
    stage.lines.append(f"{name} = {kind}({args}) in {stage.area()}")
    things = [Thing(name, kind)]
    if kind in ("axes", "plane"):
        stage.lines.append(f"on {name} {{")
        for number in range(stage.draw(st.integers(1, 3))):
            things.append(_on_plane(stage, f"{name}_{number}", name))
        stage.lines.append("}")
    return things


def _on_plane(stage: Stage, name: str, plane: str) -> Thing:
    kind = stage.pick(("plot", "parametric", "implicit", "region", "riemann", "tangent", "secant",
                       "vector", "dot", "circle", "polygon", "text"))
    f = stage.pick(FUNCTIONS)
    live = bool(stage.params) and stage.chance(40)
    k = stage.params[0] if live else "1"
    body = {
        "plot": f"plot(x -> {k} * x^2 / 4)" if live else f"plot({f})",
        "parametric": f"parametric({k} * cos(t_), sin(t_), t=[0, tau])",
        "implicit": f"implicit(x^2 + y^2 - {k} - 1)",
        "region": f"region({f}, 0, x=[0.5, {k} + 1])",
        "riemann": f"riemann(x^2 / 4, x=[0, {k} + 1], n=6)",
        "tangent": f"tangent(x^2 / 4, at={k}, length=3)",
        "secant": f"secant(x^2 / 4, 0, {k} + 1)",
        "vector": f"vector({k}, 1)",
        "dot": f"dot(({k}, 1))", "circle": f"circle(r={k}) at (0, 1)",
        "polygon": f"polygon((0, 0), ({k}, 0), (0, 1))",
        "text": 'text("here") at (1, 1)',
    }[kind]
    if kind == "parametric":
        body = f"parametric(u -> {k} * cos(u), u -> sin(u), t=[0, tau])"
    live = live and kind != "text"
    style = "size 24" if kind == "text" else f"color {stage.color()}"
    stage.lines.append(f"  {name} = {body} {style}")
    return Thing(name, kind, live, (), on_plane=True)


ENTRANCES = ("show", "draw", "write", "grow", "pop", "add")
EXITS = ("hide", "erase", "shrink", "remove")
POINTING = ("flash", "highlight", "outline", "wiggle", "focus", "point_at", "pulse")


def _timing(stage: Stage) -> str:
    parts = [f"over {stage.pick(('0s', '100ms', '0.5s', '1s'))}" if stage.chance(60) else ""]
    parts.append(f"ease {stage.pick(EASES)}" if stage.chance(30) else "")
    return " ".join(p for p in parts if p)


def _change(stage: Stage, thing: Thing) -> str:
    name = thing.name
    paint = [f"color {name} {stage.color()}", f"dim {name} to 40%", f"dim {name}",
             f"fill {name} {stage.color()} 0.3", f"stroke {name} {stage.color()} 4"]
    if thing.live or thing.on_plane or thing.kind in ("group", "row", "column"):
        return stage.pick(paint)
    moves = [f"move {name} to {stage.cell()}", f"move {name} to (0.5, -0.5)",
             f"shift {name} by (0.5, 0.2)", f"rotate {name} by 45deg", f"scale {name} by 1.2",
             f"rotate {name} by 30deg about (0, 0)"]
    if thing.kind in ("circle", "square", "rect", "polygon"):
        moves.append(f"apply [[1, 0.3], [0, 1]] to {name}")
    if thing.kind == "text":
        moves.append(f'rewrite {name} as "Another text"')
    if thing.kind == "math":
        moves.append(f'rewrite {name} as "x = 2"')
    return stage.pick([*paint, *moves])


def _action(stage: Stage) -> str | None:
    """One action that may happen now, or None where nothing can."""
    here = [t for t in stage.things if t.name in stage.shown]
    away = [t for t in stage.things if t.name not in stage.shown]
    choices = ["wait", *(["enter"] * 3 if away else []), *(["set"] * 2 if stage.params else [])]
    choices += ["change", "change", "point", "leave"] if here else []
    choices += ["become"] if here and away else []
    match stage.pick(choices):
        case "enter":
            thing = stage.pick(away)
            stage.shown.add(thing.name)
            verb = stage.pick(ENTRANCES)
            return f"{verb} {thing.name} {_timing(stage) if verb != 'add' else ''}"
        case "leave":
            thing = stage.pick(here)
            stage.shown.discard(thing.name)
            verb = stage.pick(EXITS)
            return f"{verb} {thing.name} {_timing(stage) if verb != 'remove' else ''}"
        case "change":
            return f"{_change(stage, stage.pick(here))} {_timing(stage)}"
        case "point":
            return f"{stage.pick(POINTING)} {stage.pick(here).name} {_timing(stage)}"
        case "set":
            return f"set {stage.pick(stage.params)} to {stage.number(0, 1.5)} {_timing(stage)}"
        case "become":
            old, new = stage.pick(here), stage.pick(away)
            stage.shown.add(new.name)
            verb = stage.pick(("morph", "copy"))
            if verb == "morph":
                stage.shown.discard(old.name)
            return f"{verb} {old.name} into {new.name} {_timing(stage)}"
    return f"wait {stage.pick(('100ms', '0.5s'))}"


def _beat(stage: Stage, number: int, notes: bool) -> list[str]:
    line = ' "A lecture line"' if notes else ""
    lines = [f"beat b{number}{line} {{"]
    if stage.chance(30):
        lines.append('say "A few words on <here> what is to be seen."')
        lines.append("when here { wait 100ms }")
    for _ in range(stage.draw(st.integers(1, 4))):
        action = _action(stage)
        if action:
            lines.append(action)
    lines.append("}")
    return lines


@st.composite
def storyboards(draw: Any) -> str:
    """The text of a storyboard that is valid by the language's rules."""
    theme = draw(st.sampled_from(("chalk", "paper")))
    notes = draw(st.booleans())
    stage = Stage(draw)
    stage.params = ["t", "u"][: draw(st.integers(0, 2))]
    makers = (_shape, _words, _line, _mark, _data, _group)
    for number in range(draw(st.integers(1, 5))):
        if stage.chance(25):
            stage.things += _plane(stage, f"ax{number}")
        else:
            stage.things.append(stage.pick(makers)(stage, f"it{number}"))
    beats: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        beats += _beat(stage, number, notes)
    missing = [t.name for t in stage.things if not any(t.name in b.split() for b in beats)]
    if missing:
        beats += ["beat rest" + (' "The rest of it"' if notes else "") + " {",
                  *(f"show {name}" for name in missing if name not in stage.shown), "}"]
    return "\n".join([
        "c2v 1", 'storyboard "Generated" {', f"theme {theme}", "}",
        f'scene s "A scene" layout {"notes" if notes else "wide"} {{',
        *(f"param {p} = 0.5" for p in stage.params),
        "objects {", *stage.lines, "}", *beats, "}", "",
    ])
