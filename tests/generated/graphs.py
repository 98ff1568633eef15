"""Graphs, trees, networks and timelines of generated scenes."""

from __future__ import annotations

from .scenes import GEOMETRY, NOTHING, Scene, Thing
from .styles import place, style

NAMES = (("a", "b", "c", "d", "e"), ("London", "New York", "$x_1$", "a longer name", "Übung"),
         (1, 2, 3, 4, 5))
LAYOUTS = ("spring", "circle", "grid", "tree", "layers")
TREES = (
    ('["root", ["a", "b", "c"], ["d", ["e", "f"]], "g"]', '.node["e"]', '.edge["root", "a"]'),
    ('["x"]', '.node["x"]', ".node"),
    ('["+", ["*", 2, "x"], ["*", 3, "x"]]', '.node["x", 1]', '.edge["+", "*", 0]'),
    ('["S", [n for n in ["NP", "$V$"]], "a quite long phrase"]', '.node["$V$"]', ".edge"),
)
EVENTS = (
    '[["1789", "Bastille"], ["1791", "A constitution"], ["1799", "Napoleon takes power"]]',
    '[["44 BC", "Caesar"], [476, "Fall of Rome"], ["14 July 1789", "The Bastille falls"]]',
    '[["first", "one thing"], ["then", "another $x^2$"], ["last", "a third"]]',
    "[[k, k * k] for k in 1..3]",
    '[["9:00", "Up"], ["9:00", "Coffee"], ["9:01", "A very long story of what happened after"]]',
)


def graph(scene: Scene, name: str) -> Thing:
    kind = scene.pick((_graph, _graph, _tree, _network, _timeline))
    body, parts, live, indexed = kind(scene)
    where, moved = place(scene, large=scene.chance(70))
    looks, painted = style(scene, body.partition("(")[0])
    scene.lines.append(f"{name} = {body} {where} {looks}")
    if scene.chance(30):
        scene.lines.append(f"style {name}{parts[0]} color {scene.color()}")
    locked = moved | painted | live
    kind_name = body.partition("(")[0]
    if indexed:
        atoms = tuple(f"{name}[{i}]" for i in range(3))
        return Thing(name, kind_name, atoms, locked, atoms, indexed=True)
    return Thing(name, kind_name, locked=locked, parts=tuple(name + part for part in parts))


Body = tuple[str, tuple[str, ...], frozenset[str], bool]


def _graph(scene: Scene) -> Body:
    names = scene.pick(NAMES)[: scene.count(2, 5)]
    shown = ", ".join(f'"{n}"' if isinstance(n, str) else str(n) for n in names)
    written = [f'"{n}"' if isinstance(n, str) else str(n) for n in names]
    weight, live = scene.value(0, 9)
    joined = [(scene.pick(written), scene.pick(written)) for _ in range(scene.count(0, 5))]
    joined.insert(0, (written[0], written[1]))
    edges = ", ".join(f"[{a}, {b}{scene.pick(('', f', {weight}'))}]" for a, b in joined)
    twice = sum({*pair} == {written[0], written[1]} for pair in joined) > 1
    more = scene.pick(("", "", ", directed=true"))
    if scene.chance(60):
        more += f", layout={scene.pick(LAYOUTS)}"
    elif scene.chance(50):
        more += f", at=[{', '.join(scene.point()[0] for _ in names)}]"
    if scene.chance(20):
        more += f", labels=[{', '.join(['7'] * (len(names) - 1) + [weight])}]"
    edge = f".edge[{written[0]}, {written[1]}{', all' if twice else ''}]"
    return (f"graph(nodes=[{shown}], edges=[{edges}]{more})",
            (f".node[{written[0]}]", edge, ".node", ".edge"), GEOMETRY | {"text"}
            if live or scene.params else NOTHING, False)


def _tree(scene: Scene) -> Body:
    body, *parts = scene.pick(TREES)
    return f"tree({body}{scene.pick(('', ', directed=true'))})", tuple(parts), NOTHING, False


def _network(scene: Scene) -> Body:
    first, live = scene.value(0, 1)
    layers = scene.pick(("[3, 4, 2]", "[3, 1]", "[3, 20, 2]", "[3, 784]"))
    more = scene.pick(("", f", values=[[{first}, 0.5, 1]]", ""))
    if layers == "[3, 1]":
        more += scene.pick(("", f", weights=[[[{first}, 2, -1]]]"))
    names = ", ".join(['"in"'] * (layers.count(",") + 1))
    more += scene.pick(("", f", labels=[{names}]"))
    used = live and first in more
    return (f"network({layers}{more})",
            (".layer[0]", ".node[0, 2]", ".edge[0, all, 0]", ".layer[1].node[0]", ".node"),
            frozenset({"text", "shape"}) if used else NOTHING, False)


def _timeline(scene: Scene) -> Body:
    return f"timeline({scene.pick(EVENTS)})", ("[0]",), NOTHING, True
