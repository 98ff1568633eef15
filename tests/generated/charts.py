"""Charts of generated scenes, and surfaces and fields for their planes."""

from __future__ import annotations

from .scenes import GEOMETRY, NOTHING, Scene, Thing
from .styles import place, style


def chart(scene: Scene, name: str) -> Thing:
    """A pie, a histogram or a scatter."""
    kind = scene.pick(("pie", "histogram", "scatter"))
    first, live = scene.value(0, 5)
    match kind:
        case "pie":
            rest = scene.pick(("2, 1", "2, 0, 0.01", "3, 1, 1, 1, 2, 0.5, 0.2, 1, 4"))
            count = 2 + rest.count(",")
            names = ", ".join(f'"part {k}"' for k in range(count))
            body = f"pie([{first}, {rest}]{scene.pick(('', f', labels=[{names}]'))})"
            count = 0
        case "histogram":
            values = scene.pick((f"[{first}, 2, 2, 3]", f"({first}) * normal(1, 40)",
                                 "[3, 3, 3]", "[floor(6 * u) for u in uniform(2, 60)]"))
            live = live and first in values
            count = scene.pick((1, 4, 12))
            extra = scene.pick(("", ", x=[-2, 6]", ', labels=["$x$", "count"]'))
            if values.startswith("[floor"):
                extra = ""
            body = f"histogram({values}, bins={count}{extra})"
        case _:
            points = f"({first}, 1), (2, 3), (-1, {first}), (0, 0)"
            count = 4
            extra = scene.pick(("", ', labels=["hours", "marks"]', ", x=[-2, 6], y=[-1, 7]"))
            body = f"scatter([{points}]{extra})"
    where, moved = place(scene, large=True)
    looks, painted = style(scene, kind)
    scene.lines.append(f"{name} = {body} {where} {looks}")
    locked = moved | painted | (GEOMETRY if live else NOTHING)
    if not count:
        return Thing(name, kind, locked=locked, parts=(f"{name}.slice[0]", f"{name}.slice[1]"))
    if scene.chance(25):
        scene.lines.append(f"style {name}[0] color {scene.color()}")
    atoms = tuple(f"{name}[{i}]" for i in range(count))
    return Thing(name, kind, atoms, locked, atoms, indexed=True)


def over_plane(scene: Scene, kind: str, k: str) -> str:
    """The call of a kind that is spread over a plane, in which ``k`` may be a param."""
    return str(scene.pick({
        "field": (f"field({k} * y, -x)", f"field((x, y) -> (x, {k}) / (x^2 + y^2))",
                  f"field(sqrt(x), {k})", f"field(({k}, x * y))"),
        "heat": (f"heat(x * y + {k})", f"heat(sqrt(x) * {k}, range=[0, {k} + 2])",
                 "heat(1 / (x^2 + y^2))", f"heat({k})", "heat((a, b) -> floor(a) * b)"),
        "scatter": (f"scatter([(i / 4, sin(i * {k})) for i in -8..8])", "scatter([(0, 0)])"),
    }[kind]))
