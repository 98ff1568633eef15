"""Planes of generated scenes and what stands on them."""

from __future__ import annotations

from .charts import over_plane
from .scenes import GEOMETRY, NOTHING, Scene, Thing
from .styles import style

FUNCTIONS = ("x^2 / 4", "sin(x)", "1 / x", "sqrt(x)", "x -> abs(x) - 1", "exp(-x^2)", "log(x)",
             "bent", "derivative(bent)", "x if x > 0 else -1", "1e6 * x", "2")
RANGES = (("[-3, 3]", "[-2, 4]"), ("[-3, 3]", "[-2, 4]"), ("[0, 60]", "[0, 1]"),
          ("[-1, 40]", "[-0.5, 0.5]"), ("[100, 101]", "[-5, -1]"), ("[-0.01, 0.01]", "[0, 1e4]"))
ARGS = {
    "axes": ("", ', labels=["$x$", "money"]', ", ticks=[10, 0.5]"),
    "plane": ("", "", ", basis=[[1, 0.5], [0, 1]]"), "complex": ("",),
}
KINDS_ON = ("plot", "plot", "parametric", "implicit", "region", "riemann", "tangent", "secant",
            "vector", "dot", "circle", "polygon", "text", "line", "point_on", "label", "family",
            "square", "field", "heat", "scatter")


def plane(scene: Scene, name: str) -> list[Thing]:
    """A plane and, for some, what stands on it."""
    kind = scene.pick(("axes", "axes", "plane", "plane", "complex", "polar", "number_line"))
    x, y = scene.pick(RANGES)
    if kind == "axes":
        args = f"x={x}, y={y}{'' if '0.01' in x or '100' in x else scene.pick(ARGS[kind])}"
    else:
        args = {"polar": "r=3", "number_line": "x=[-3, 3]"}.get(
            kind, "x=[-3, 3], y=[-2, 4]" + scene.pick(ARGS.get(kind, ("",))))
    looks, painted = style(scene, kind)
    scene.lines.append(f"{name} = {kind}({args}) in {scene.area()} {looks}")
    parts = (f"{name}.x", f"{name}.y") if kind in ("axes", "plane", "complex") else ()
    made = Thing(name, kind, locked=GEOMETRY | painted, parts=parts)
    if kind == "number_line":
        scene.lines.append(f"on {name} {{ {name}_d = dot((1, 0)) color red }}")
        return [made, Thing(f"{name}_d", "dot", plane=name)]
    if kind == "complex":
        scene.lines.append(f"on {name} {{ {name}_d = dot(1 + 2i) }}")
        return [made, Thing(f"{name}_d", "dot", plane=name)]
    return [made, *inhabitants(scene, made, name)]


def inhabitants(scene: Scene, host: Thing, prefix: str) -> list[Thing]:
    """A block ``on`` the plane ``host``."""
    scene.lines.append(f"on {host.name} {{")
    things: list[Thing] = []
    for number in range(scene.count(1, 3)):
        things.append(_inhabitant(scene, f"{prefix}_{number}", host.name, things))
    scene.lines.append("}")
    return things


def _inhabitant(scene: Scene, name: str, host: str, others: list[Thing]) -> Thing:
    kind = scene.pick(KINDS_ON)
    f = scene.pick(FUNCTIONS)
    live = bool(scene.params) and scene.chance(40)
    k = scene.pick(scene.params) if live else "1"
    curves = [t for t in others if t.kind in ("plot", "parametric")]
    if kind in ("label", "point_on") and not curves:
        kind = "plot"
    if kind == "family":
        scene.lines.append(f"for i in 0..2 {{ {name}[i] = dot((i, {k} * i)) size_ }}".replace(
            " size_", f" color {scene.color()}"))
        atoms = tuple(f"{name}[{i}]" for i in range(3))
        return Thing(name, "family", atoms, frozenset({"position"} if live else ()), atoms,
                     plane=host, members=atoms)
    curve = scene.pick(curves).name if curves else ""
    body = {
        "plot": scene.pick((f"plot({f})", f"plot({f}, x=[0, {k} + 1])", f"plot({k} * x^2 / 4)")),
        "parametric": scene.pick((f"parametric({k} * cos(t), sin(t), t=[0, tau])" if k != "t" else
                                  "parametric(cos(t), sin(t), t=[0, tau])",
                                  f"parametric(v -> {k} * cos(v), v -> sin(v), t=[0, {k} + 1])")),
        "implicit": scene.pick((f"implicit(x^2 + y^2 - {k} - 1)", f"implicit(x * y - {k})",
                                "implicit(log(x) - y)")),
        "region": f"region({f}, {scene.pick(('0', 'x^2', '-1'))}, x=[0.5, {k} + 1])",
        "riemann": f"riemann({f}, x=[0, {k} + 1], n={scene.pick((1, 6, 40))})",
        "tangent": f"tangent(x^2 / 4, at={k}{scene.pick(('', ', length=3'))})",
        "secant": f"secant(x^2 / 4, 0, {k} + {scene.pick((0, 1))})",
        "vector": scene.pick((f"vector({k}, 1)", f"vector([[0, 1], [1, 0]] * ({k}, 1))",
                              "vector(0, 0)")),
        "dot": scene.pick((f"dot(({k}, 1))", f"dot(from_polar(2, {k}))")),
        "circle": f"circle(r={k}) at (0, 1)",
        "square": f"square(side=1) at (1, {k})",
        "polygon": f"polygon((0, 0), ({k}, 0), (0, 1))",
        "line": f"line((0, 0), ({k}, 3))",
        "text": f'text("here") at ({k}, 1)',
        "point_on": f"point_on({curve}, at={k})",
        "label": f'label("curve", {curve}, side=up, at={k})',
        **{each: over_plane(scene, each, k) for each in ("field", "heat", "scatter")},
    }[kind]
    live = live and f"{k}" in body.replace("at", "").replace("text", "").replace("cos(t)", "")
    locked = {"circle": frozenset({"size", "shape"}), "square": frozenset({"position"}),
              "dot": frozenset({"position"}), "text": frozenset({"position"})}.get(kind, GEOMETRY)
    fixed = {"label": frozenset({"position"}), "point_on": GEOMETRY}.get(kind, NOTHING)
    looks, painted = style(scene, kind)
    if scene.chance(50):
        looks, painted = f"color {scene.color()}", NOTHING
    scene.lines.append(f"  {name} = {body} {looks}")
    return Thing(name, kind, locked=painted | fixed | (locked if live else NOTHING), plane=host)
