"""What beats of generated scenes do: every verb and every block of a beat."""

from __future__ import annotations

from .scenes import GEOMETRY, PAINT, Scene, Thing, root
from .styles import beside

ENTRANCES = ("show", "draw", "write", "grow", "pop", "add")
EXITS = ("hide", "erase", "shrink", "remove")
POINTING = ("flash", "highlight", "outline", "wiggle", "focus", "point_at", "pulse")
EASES = ("smooth", "linear", "in", "out", "bounce", "there_and_back")
LINES = ("line", "arrow", "curve", "curved_arrow", "arc", "path", "polygon", "circle", "plot",
         "parametric")
GRAPHS = ("graph", "tree", "network")
"""Kinds among whose parts are several at once: ``it0.node``."""
TIMES = (("0s", 0.0), ("10ms", 0.01), ("100ms", 0.1), ("0.2s", 0.2), ("0.3s", 0.3))
MAPS = ("[[1, 0.3], [0, 1]]", "bend", "(p -> (p.y, p.x))", "[[0, 0], [0, 0]]")


def timing(scene: Scene, targets: int = 1) -> str:
    parts: list[str] = []
    word, seconds = scene.pick(TIMES)
    if scene.chance(88):
        parts.append(f"over {word}")
    else:
        seconds = 1.0
    if scene.chance(25):
        parts.append(f"ease {scene.pick(EASES)}")
    if targets > 1 and scene.chance(30):
        parts.append("stagger 0.1s")
        seconds += 0.1 * 12
    scene.seconds += seconds
    return " ".join(parts)


def names(things: list[Thing]) -> str:
    return ", ".join(t.name for t in things)


def enter(scene: Scene) -> str | None:
    away = scene.away()
    partly = scene.free(t for t in scene.things
                        if t.atoms[0] != t.name and not scene.all_there(t))
    loops = [t for t in partly if t.members and scene.all_away(t)]
    if loops and scene.chance(40):
        thing = scene.pick(loops)
        scene.enter(thing)
        scene.busy |= thing.roots
        scene.seconds += len(thing.members)
        return (f"for i in 0..{len(thing.members) - 1} {{ {scene.pick(ENTRANCES[:5])} "
                f"{thing.name}[i] }}")
    if partly and scene.chance(35):
        thing = scene.pick(partly)
        missing = [a for a in thing.atoms if a not in scene.there]
        if thing.indexed and scene.chance(60):
            atom = scene.pick(missing)
            scene.there.add(atom)
            scene.busy |= thing.roots
            return f"{scene.pick(ENTRANCES[:5])} {atom} {timing(scene)}"
        if thing.kind == "family" or thing.indexed:
            scene.enter(thing)
            scene.busy |= thing.roots
            return f"{scene.pick(ENTRANCES[:5])} {thing.name} {timing(scene, 3)}"
    if not away:
        return None
    chosen = apart(scene.some(away, 3))
    for thing in chosen:
        scene.enter(thing)
        scene.busy |= thing.roots
    verb = scene.pick(ENTRANCES)
    return f"{verb} {names(chosen)} {timing(scene, len(chosen)) if verb != 'add' else ''}"


def apart(things: list[Thing]) -> list[Thing]:
    """Those of ``things`` that share nothing with one before."""
    seen: set[str] = set()
    kept = []
    for thing in things:
        if not thing.roots & seen:
            kept.append(thing)
            seen |= thing.roots
    return kept


def leave(scene: Scene) -> str | None:
    here = scene.here()
    if scene.chance(10) and not scene.busy:
        kept = apart(scene.some(here, 2)) if here and scene.chance(60) else []
        scene.there = {a for t in kept for a in t.atoms}
        scene.busy |= {"everything"}
        return f"clear {'except ' + names(kept) if kept else ''} {timing(scene)}"
    if not here:
        return None
    chosen = apart(scene.some(here, 2))
    for thing in chosen:
        scene.leave(thing)
        scene.busy |= thing.roots
    verb = scene.pick(EXITS)
    return f"{verb} {names(chosen)} {timing(scene, len(chosen)) if verb != 'remove' else ''}"


def change(scene: Scene) -> str | None:
    here = scene.here()
    if not here:
        return None
    thing = scene.pick(here)
    scene.busy |= thing.roots
    name = scene.pick([thing.name, *thing.parts]) if scene.chance(30) else thing.name
    forms = [form for form, touched in _forms(scene, thing, name)
             if not set(touched) & thing.locked]
    if not forms:
        return None
    rare = [form for form in forms if form.startswith(("rewrite", "apply"))]
    form = str(scene.pick(rare if rare and scene.chance(40) else forms))
    if form.startswith("rewrite"):
        thing.parts = (f'{thing.name}["{"x" if thing.kind == "math" else "Another"}"]',)
    return f"{form} {timing(scene)}"


def _forms(scene: Scene, thing: Thing, name: str) -> list[tuple[str, frozenset[str] | set[str]]]:
    color = scene.color()
    forms: list[tuple[str, frozenset[str] | set[str]]] = [
        (f"color {name} {scene.pick((color, '(mix(red, blue, 0.3))'))}", PAINT),
        (f"dim {name}{scene.pick((' to 40%', '', ' to 0'))}", {"opacity"}),
        (f"undim {name}", {"opacity"}),
        (f"fill {name} {scene.pick((color + ' 0.3', 'none', color))}", {"fill"}),
        (f"stroke {name} {scene.pick((color + ' 4', 'none', color + ' 0'))}", {"stroke"}),
    ]
    if name != thing.name:
        return forms
    forms += [
        (f"rotate {name} by {scene.pick(('45deg', '-400deg', '0.5', '0deg'))}", {"rotation"}),
        (f"scale {name} by {scene.pick(('1.2', '0.5', '1', '0'))}", {"size"}),
        (f"shift {name} by ({scene.number(-1, 1)}, 0.2)", {"position"}),
    ]
    if thing.kind in ("component", "group", "family"):
        return [*forms, (f"move {name} to {scene.cell()}", {"position"})]
    forms += [
        (f"move {name} to {scene.pick((scene.cell(), '(0.5, -0.5)', 'B2:C3'))}", {"position"}),
        (f"rotate {name} by 30deg about (0, 0)", {"rotation", "position"}),
    ]
    others = [t for t in scene.free(scene.things)
              if t.name != name and t.kind not in ("group", "component", "family", "hatch")]
    if others:
        other = scene.pick(others)
        forms += [(f"move {name} {beside(scene, other)}", {"position"}),
                  (f"move {name} inside {other.name}", {"position"}),
                  (f"move {name} to {other.name}", {"position"}),
                  (f"rotate {name} by 1 about {other.name}", {"rotation", "position"}),
                  (f"move {name} between {other.name}, {scene.pick(others).name}", {"position"})]
        ways = [t for t in others if t.kind in LINES]
        if ways:
            forms += [(f"move {name} along {scene.pick(ways).name}", {"position"})] * 2
    planes = [t for t in scene.things if t.kind in ("axes", "plane")]
    if planes:
        forms.append((f"move {name} to (1, 2) on {scene.pick(planes).name}", {"position"}))
    if thing.kind in ("circle", "square", "rect", "polygon", "path", "star", "dot", "line"):
        forms.append((f"apply {scene.pick(MAPS)} to {name}", GEOMETRY))
    t = scene.pick(scene.params) if scene.params else "0.5"
    if thing.kind == "text":
        says = scene.pick(("Another text", f"Another #{{{t}:.2}}"))
        forms += [(f'rewrite {name} as "{says}"', {"text", "shape", "size"})] * 3
    if thing.kind == "math":
        says = scene.pick(("x = 2", r"\frac{x}{3}", f"x = #{{{t}:.1}}"))
        forms += [(f'rewrite {name} as "{says}"', {"text", "shape", "size"})] * 3
    return forms


def swap(scene: Scene) -> str | None:
    movable = [t for t in scene.here() if "position" not in t.locked
               and t.kind not in ("component", "group", "family")]
    pair = apart(scene.some(movable, 2)) if len(movable) > 1 else []
    if len(pair) != 2:
        return None
    scene.busy |= pair[0].roots | pair[1].roots
    return f"swap {names(pair)} {timing(scene)}"


def point(scene: Scene) -> str | None:
    here = scene.here()
    if not here:
        return None
    chosen = scene.some(here, 2)
    target = scene.pick([names(chosen), *chosen[0].parts])
    verb = scene.pick(POINTING)
    ways = [t.name for t in here if t.kind in LINES]
    extra = ""
    if verb == "pulse" and ways and scene.chance(60):
        extra = f"along {scene.pick(ways)}{scene.pick(('', ' backwards'))}"
    return f"{verb} {target} {extra} {timing(scene, len(chosen) if target[-1] != ']' else 1)}"


def film(scene: Scene) -> str | None:
    if "camera" in scene.busy:
        return None
    here = scene.here()
    scene.busy |= {"camera"}
    t = scene.pick(scene.params) if scene.params else "1"
    factor = scene.pick(("", "by 2", "by 0.5", "by 20", f"by (1.5 + min(1, abs({t})))"))
    forms = ["zoom out", f"zoom to {scene.cell()} {factor}", f"zoom to (0.5, -1) {factor}"]
    if here:
        chosen = scene.some(here, 2)
        one = scene.pick([chosen[0].name, *chosen[0].parts])
        forms += [f"zoom to {one} {factor}", f"zoom to {names(chosen)} {factor}"]
        if chosen[0].kind != "family":
            single = one if chosen[0].kind not in GRAPHS else chosen[0].name
            forms.append(f"follow {single}")
    return f"{scene.pick(forms)} {timing(scene)}"


def set_params(scene: Scene) -> str | None:
    free = [p for p in scene.params if p not in scene.busy]
    if not free:
        return None
    chosen = scene.some(free, 2)
    scene.busy |= set(chosen)
    goals = ", ".join(f"{p} to {scene.pick((scene.number(0, 1.5), f'1.5 - {p}', 'A[0][1]'))}"
                      for p in chosen)
    return f"set {goals} {timing(scene)}"


def become(scene: Scene) -> str | None:
    here, away = scene.here(), scene.away()
    if not here or not away:
        return None
    old = apart(scene.some(here, 2))
    taken = frozenset[str]().union(*(t.roots for t in old))
    goals = [t for t in away if not t.roots & taken]
    if not goals:
        return None
    new = apart(scene.some(goals, 2))
    verb = scene.pick(("morph", "copy"))
    for thing in new:
        scene.enter(thing)
        scene.busy |= thing.roots
    for thing in old:
        scene.busy |= thing.roots
        if verb == "morph":
            scene.leave(thing)
    source = names(old) if len(old) == 1 else f"[{names(old)}]"
    if verb == "copy" and old[0].parts and scene.chance(40):
        source = scene.pick(old[0].parts)
    goal = names(new) if len(new) == 1 else f"[{names(new)}]"
    return f"{verb} {source} into {goal} {timing(scene)}"


def do(scene: Scene) -> str | None:
    away = scene.away()
    movable = [t for t in scene.here() if "position" not in t.locked
               and t.kind not in ("group", "component")]
    if movable and scene.chance(50):
        thing = scene.pick(movable)
        scene.busy |= thing.roots
        scene.seconds += 1
        return f"do nod({thing.name}, {scene.pick(('0.2', 'd=0'))})"
    if not away:
        return None
    thing = scene.pick(away)
    scene.enter(thing)
    scene.busy |= thing.roots
    scene.seconds += 1
    return f"do meet({thing.name}, {scene.color()})"


def hatch(scene: Scene) -> str | None:
    code = scene.pick(("", '"""\nself.wait(duration / 2)\n"""', '"""\nraise ValueError(1)\n"""',
                       '"""\nself.play(FadeIn(Square()), run_time=duration)\n"""'))
    scene.seconds += 1
    return f'python("does what it wants") over {scene.pick(("0.5s", "0s", "1s"))} {code}'


def wait(scene: Scene) -> str | None:
    text, seconds = scene.pick((("100ms", 0.1), ("0.3s", 0.3), ("10ms", 0.01), ("0s", 0)))
    scene.seconds += seconds
    return f"wait {text}"


CHOICES = (enter, enter, enter, leave, change, change, change, point, set_params, set_params,
           become, swap, do, wait, film)


def action(scene: Scene, *, alone: bool) -> str:
    """One action that may happen now; ``alone``: nothing else goes on beside it."""
    if alone:
        scene.busy = set()
        if scene.chance(4):
            return hatch(scene) or "wait 0s"
    for _ in range(3):
        if "everything" in scene.busy:
            break
        made = scene.pick(CHOICES)(scene)
        if made:
            return str(made)
    return "wait 0s"


def block(scene: Scene, marks: list[str]) -> str:
    """An action, or several of them in a block."""
    if scene.chance(70):
        return action(scene, alone=True)
    scene.busy = set()
    inner = "; ".join(action(scene, alone=False) for _ in range(scene.count(1, 3)))
    word = scene.pick(("together", "stagger 0.2s", "for n in 0..1", "when"))
    if word == "for n in 0..1":
        here = [t for t in scene.things if scene.all_there(t)]
        if not here:
            return inner
        scene.seconds += 2
        loop = f"for n in 0..1 {{ wait (n * 0.1s); flash {scene.pick(here).name} over 0s }}"
        return f"{inner}; {loop}"
    if word == "when":
        return f"when {marks[-1]} {{ {inner} }}" if marks else inner
    if scene.chance(20):
        return f"{word} {{ {inner}; together {{ wait 0.1s; wait 0s }} }}"
    return f"{word} {{ {inner} }}"


def beat(scene: Scene, number: int) -> list[str]:
    """A beat, with its braces."""
    scene.seconds = 0.0
    marks: list[str] = []
    inner: list[str] = []
    for _ in range(scene.count(2, 4)):
        if scene.chance(10):
            marks.append(f"here{len(marks)}")
            inner.append(f'say "Few words <{marks[-1]}> on it."')
            scene.seconds += 3
        if scene.chance(8):
            inner.append(f"let k{len(inner)} = {scene.number(0, 2)}")
        inner.append(block(scene, marks))
    shown = f' "A {scene.pick(("lecture", "$x^2$", "short"))} line"' if scene.notes else ""
    tint = f" color {scene.color()}" if scene.chance(20) else ""
    lasts = f" lasts {1.1 * scene.seconds + 1:.1f}s" if scene.chance(15) else ""
    return [f"beat b{number}{shown}{tint}{lasts} {{", *inner, "}"]


def rest(scene: Scene, beats: list[str]) -> list[str]:
    """A last beat that shows what no beat spoke of."""
    spoken = " ".join(beats)
    missing = [t for t in apart(scene.things)
               if scene.all_away(t) and root(t.name) not in spoken]
    if not missing:
        return []
    line = ' "The rest of it"' if scene.notes else ""
    for thing in missing:
        scene.enter(thing)
    return [f"beat rest{line} {{", f"show {names(missing)} over 0.2s", "}"]
