"""Objects of generated scenes: every kind, families, groups and components."""

from __future__ import annotations

from collections.abc import Callable

from .charts import chart
from .graphs import graph
from .scenes import GEOMETRY, NOTHING, Scene, Thing
from .styles import place, style

FORMULAS = (
    (r"x^2 + 1", ('["x"]', '["x^2"]', '["1"]')),
    (r"\frac{a}{b}", ('["a"]', '["b"]')),
    (r"\int_0^1 f(x)\,dx", ('["f"]',)),
    (r"\sum_{k=1}^n k^2", (r'["\sum"]', '["k", 0]', '["k", all]')),
    (r"\sqrt{2}", ('["2"]',)),
    (r"A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", ('["A"]', '["="]')),
    (r"e^{i\pi} + 1 = 0", ('["e"]', r'["\pi"]', '["0"]')),
    (r"\det A", ('["A"]',)),
)
TEXTS = (
    ("A short text", ('["short"]', '["A"]', ".char[0]")),
    ("Where $x^2 = 2$ holds", ('["Where"]', '["holds"]')),
    ("Übung macht Meister", ('["macht"]', ".char[0]")),
    ("50 % of it", ('["of"]',)),
    ("a_b & c <d>", ()),
    ("漢字", ()),
)
SHAPES = {
    "circle": "r={0}", "square": "side={0}", "rect": "w={0}, h={1}", "ellipse": "w={0}, h={1}",
    "triangle": "side={0}", "star": "n=6, r={0}", "arc": "r={0}, from=0deg, to=120deg",
    "sector": "r={0}, from={1}, to=pi", "annulus": "r={0} + 0.3, inner=0.1",
}
LINES = ("line", "arrow", "double_arrow", "curve", "curved_arrow")
CORNERED = ("polygon", "path", "rect")


def shape(scene: Scene, name: str) -> Thing:
    kind = scene.pick(SHAPES)
    low = scene.pick((0, 0.2, 0.3))
    (first, one), (second, two) = scene.value(low, 1.4), scene.value(low, 1.2)
    args = SHAPES[kind].format(first, second)
    live = one or (two and "{1}" in SHAPES[kind])
    locked = frozenset({"size", "shape", *(["rotation"] if kind == "sector" else [])}
                       if live else ())
    where, moved = place(scene)
    looks, painted = style(scene, kind)
    scene.lines.append(f"{name} = {kind}({args}) {where} {looks}")
    return Thing(name, kind, locked=locked | moved | painted)


def corners(scene: Scene, name: str) -> Thing:
    kind = scene.pick(CORNERED)
    points = [scene.point() for _ in range(2 if kind == "rect" else scene.count(3, 5))]
    written = ", ".join(p for p, _ in points)
    if kind == "path" and scene.chance(30):
        written = f"[{written}]"
    looks, painted = style(scene, kind)
    scene.lines.append(f"{name} = {kind}({written}) {looks}")
    live = any(live for _, live in points)
    return Thing(name, kind, locked=painted | (GEOMETRY if live else NOTHING))


def dot(scene: Scene, name: str) -> Thing:
    (point, live), (looks, painted) = scene.point(), style(scene, "dot")
    scene.lines.append(f"{name} = dot({point}) {looks}")
    return Thing(name, "dot", locked=painted | frozenset({"position"} if live else ()))


def words(scene: Scene, name: str) -> Thing:
    kind = scene.pick(("text", "math", "number", "bullets", "code"))
    t = scene.pick(scene.params) if scene.params and scene.chance(35) else ""
    extra = f" #{{{t}:.1}}" if t else ""
    parts: tuple[str, ...] = ()
    match kind:
        case "text":
            says, parts = scene.pick(TEXTS)
            body = f'text("{says}{extra}")'
        case "math":
            says, parts = scene.pick(FORMULAS)
            parts = tuple(p for p in parts if not t or not p[2].isdigit())
            body = f'math("{says}{extra}")'
        case "number":
            body = f"number({t or '3.14159'}, decimals={scene.count(0, 3)})"
        case "bullets":
            body = f'bullets("First point", "Second $x$", "Third{extra}")'
        case _:
            body = 'code("""for i in range(3):\n    print(i)""", lang="python")'
            t, parts = "", (".line[0]", ".line[1]")
    where, moved = place(scene)
    looks, painted = style(scene, kind)
    scene.lines.append(f"{name} = {body} {where} {looks}")
    locked = moved | painted | frozenset({"text", "shape"} if t else ())
    if kind == "bullets":
        return _indexed(name, kind, 3, locked)
    return Thing(name, kind, locked=locked, parts=tuple(name + p for p in parts))


def _indexed(name: str, kind: str, count: int, locked: frozenset[str]) -> Thing:
    atoms = tuple(f"{name}[{i}]" for i in range(count))
    return Thing(name, kind, atoms, locked, atoms, indexed=True)


def line(scene: Scene, name: str) -> Thing:
    kind = scene.pick(LINES)
    bend = f", bend={scene.pick(('45deg', '-60deg', '0deg'))}" if "curve" in kind else ""
    ends = [t for t in scene.things if t.kind in (*SHAPES, "text", "math", "dot", "array")]
    looks, painted = style(scene, kind)
    if ends and scene.chance(50):
        p, q = scene.pick(ends), scene.pick([*ends, None])
        goal = q.name if q else scene.point()[0]
        if goal == p.name:
            goal = "(0.3, 0.4)"
        scene.lines.append(f"{name} = {kind}({p.name}, {goal}{bend}) {looks}")
        return Thing(name, kind, locked=GEOMETRY | painted)
    (p1, live), (p2, other) = scene.point(), scene.point()
    if scene.chance(5):
        p2 = p1
    scene.lines.append(f"{name} = {kind}({p1}, {p2}{bend}) {looks}")
    return Thing(name, kind, locked=painted | (GEOMETRY if live or other else NOTHING))


def mark(scene: Scene, name: str) -> Thing:
    kind = scene.pick(("brace", "box", "cross", "underline", "label", "label", "trace", "angle",
                       "right_angle"))
    looks, painted = style(scene, kind)
    if kind in ("angle", "right_angle"):
        straight = scene.of("line", "arrow")
        if len(straight) < 2:
            scene.lines += [f"{name}_p = line((-1, 0), (1, 0.2))",
                            f"{name}_q = line((-1, 0), (-0.8, 1))"]
            straight = [Thing(f"{name}_p", "line"), Thing(f"{name}_q", "line")]
            scene.things += straight
        args = f"{straight[-1].name}, {straight[-2].name}"
        scene.lines.append(f"{name} = {kind}({args}) {looks}")
        return Thing(name, kind, locked=GEOMETRY | painted)
    targets = [t for t in scene.things if t.kind not in ("hatch", "component", "family", "group")]
    if not targets:
        return shape(scene, name)
    target = scene.pick(targets)
    marked = scene.pick([target.name, *target.parts]) if kind != "trace" else target.name
    side = scene.pick(("up", "down", "left", "right"))
    t = scene.pick(scene.params) if scene.params and scene.chance(25) else ""
    args = {
        "label": f'"name $x$ {f"#{{{t}:.1}}" if t else ""}", {marked}, side={side}',
        "brace": f"{marked}, side={side}",
    }.get(kind, marked)
    if kind == "label" and target.kind in (*LINES, "plot") and marked == target.name:
        args += f", at={scene.pick(('0.3', t or '0.8'))}"
    scene.lines.append(f"{name} = {kind}({args}) {looks}")
    text = frozenset({"text", "shape"} if t and kind == "label" else ())
    hangs = frozenset({"position"}) if kind == "label" else GEOMETRY
    return Thing(name, kind, locked=hangs | painted | text)


def data(scene: Scene, name: str) -> Thing:
    kind = scene.pick(("matrix", "table", "array", "bars"))
    (first, live), locked = scene.value(0, 5), NOTHING
    cells = tuple(name + p for p in ("[0, 1]", ".row[0]", ".col[1]"))
    match kind:
        case "matrix":
            body, live = r'matrix([[1, "\alpha"], [3.5, -4]])', False
        case "table":
            cell = f'"#{{{first}:.1}}"' if live else "1"
            extra = scene.pick(("", ', rows=["p", "q"]', ', cols=["a", "b"]'))
            body = f'table([[{cell}, "2"], ["3", "$x$"]]{extra})'
        case "array":
            body = f'array([{first if live else 3}, "b", 4])'
        case _:
            labels = scene.pick(("", ', labels=["a", "b", "c"]'))
            body = f"bars([{first}, 5, 3]{labels}{scene.pick(('', ', max=8'))})"
    if live:
        locked = frozenset({"shape"} if kind == "bars" else {"text", "shape"})
    where, moved = place(scene, large=kind in ("table", "bars"))
    looks, painted = style(scene, kind)
    scene.lines.append(f"{name} = {body} {where} {looks}")
    if scene.chance(25):
        part = cells[2] if kind in ("matrix", "table") else f"{name}[0]"
        scene.lines.append(f"style {part} color {scene.color()}")
    if kind in ("array", "bars"):
        return _indexed(name, kind, 3, locked | moved | painted)
    return Thing(name, kind, locked=locked | moved | painted, parts=cells)


def group(scene: Scene, name: str) -> Thing:
    kind = scene.pick(("group", "row", "column"))
    a = f"at {scene.cell()}" if kind == "group" else ""
    looks = style(scene, "circle", follow=0)[0]
    scene.lines += [f"{name}_a = circle(r=0.3) {a} {looks}",
                    f'{name}_b = text("b") {"at " + scene.cell() if a else ""}']
    align = {"row": "top", "column": "left"}.get(kind)
    options = "" if kind == "group" else scene.pick(("", ", gap=0.3", f", align={align}"))
    where = scene.pick(("", f"in {scene.area()}", f"at {scene.cell()}")) if a else (
        f"in {scene.area()}")
    scene.lines.append(f"{name} = {kind}({name}_a, {name}_b{options}) {where}")
    return Thing(name, "group", (f"{name}_a", f"{name}_b"), parts=(f"{name}[0]",))


def family(scene: Scene, name: str) -> Thing:
    last = scene.count(1, 3)
    kind, args = scene.pick((("square", "side={}"), ("circle", "r={} / 2"), ("dot", ""),
                             ("text", '"#{{i}}"')))
    size, live = scene.value(0.2, 0.6)
    live = live and kind in ("square", "circle")
    looks, painted = style(scene, kind)
    nested = scene.chance(30)
    index = "[i, j]" if nested else "[i]"
    inner = "for j in [0, 1] { " if nested else ""
    step = "j * 0.8" if nested else "0.5 * i"
    args = args.format(size) if kind != "dot" else f"(i - 1, {step})"
    at = "" if kind == "dot" else f"at (i - 1, {step} - 1)"
    skip = scene.pick(("", "", f" if i != {last + 1}"))
    color = "" if "color" in looks or scene.chance(50) else "color (gold if i == 0 else gray)"
    scene.lines.append(f"for i in 0..{last}{skip} {{ let u_ = i / 2; {inner}{name}{index} = "
                       f"{kind}({args}) {at} {looks} {color} {'}' if nested else ''} }}")
    atoms = tuple(f"{name}[{i}{f', {j}' if nested else ''}]"
                  for i in range(last + 1) for j in ((0, 1) if nested else (0,)))
    locked = painted | frozenset({"size", "shape"} if live else ())
    for atom in atoms:
        scene.things.append(Thing(atom, kind, locked=locked))
    parts = (f"{name}[0, all]",) if nested else (f"{name}[0..1]", f"{name}[{last}]")
    return Thing(name, "family", atoms, locked, parts, members=() if nested else atoms)


def component(scene: Scene, name: str) -> Thing:
    w, live = scene.value(0.5, 1.5)
    where = scene.pick((f"in {scene.area()}", f"at {scene.cell()}", f"at {scene.point()[0]}"))
    kind = scene.pick(("badge", "card"))
    shown = f'"Card", w={w}' if kind == "card" else f"w={w}, n={scene.count(1, 3)}"
    scene.lines.append(f"{name} = {kind}({shown}) {where}")
    inner = ("frame", "name") if kind == "card" else ("frame", "pip")
    atoms = tuple(f"{name}.{part}" for part in inner)
    return Thing(name, "component", atoms, GEOMETRY if live or "*" in where or "(" in where
                 else NOTHING, atoms)


def picture(scene: Scene, name: str) -> Thing:
    kind, file = scene.pick((
        ("image", "picture.png"), ("svg", "drawing.svg"),
        ("icon", scene.pick(("cat", "rain", "tabler:virus", "shopping cart", "person")))))
    where, moved = place(scene)
    looks, painted = style(scene, kind)
    scene.lines.append(f'{name} = {kind}("{file}") {where} {looks}')
    return Thing(name, kind, locked=moved | painted)


CODE = ("return Circle(radius=0.5)", "return VGroup(Dot(), Square())", "return 1 / 0",
        "raise ValueError('no')", "return undefined_name", "return None")


def hatch(scene: Scene, name: str) -> Thing:
    where, moved = place(scene, large=True)
    code = f'"""\n{scene.pick(CODE)}\n"""' if scene.chance(70) else ""
    scene.lines.append(f'{name} = python("a drawing of its own") {where} {code}')
    return Thing(name, "hatch", locked=moved)


MAKERS: tuple[Callable[[Scene, str], Thing], ...] = (
    shape, shape, corners, dot, words, words, line, mark, mark, data, chart, graph, group, family,
    component, picture, hatch,
)
