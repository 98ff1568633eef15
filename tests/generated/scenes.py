"""What a generated scene holds so far: objects, who is on screen, and chances to take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

COLORS = ("red", "gold", "light_blue", "dark_green", "teal", "purple", "#3fa7d6", "orange")
GEOMETRY = frozenset({"position", "rotation", "size", "shape"})
PAINT = frozenset({"color", "fill", "stroke"})
NOTHING: frozenset[str] = frozenset()


@dataclass
class Thing:
    """Something that beats can name.

    Attributes:
        name: as beats write it: ``it0``, ``tile``, ``it1.frame``.
        kind: its kind, or ``family`` or ``component``.
        atoms: what comes and goes by itself; a whole is there when all of them are.
        locked: properties no verb may change, since they follow a param or an object.
        parts: parts of it that always exist, as beats write them.
        indexed: its parts by number are its atoms, which may enter one by one.
        plane: the plane it stands on.
    """

    name: str
    kind: str
    atoms: tuple[str, ...] = ()
    locked: frozenset[str] = NOTHING
    parts: tuple[str, ...] = ()
    indexed: bool = False
    plane: str = ""
    members: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.atoms = self.atoms or (self.name,)

    @property
    def roots(self) -> frozenset[str]:
        """The objects a verb on it acts on."""
        return frozenset({root(self.name), *(root(a) for a in self.atoms)})


def root(name: str) -> str:
    """The object of a reference: ``tile[1]`` is of ``tile``."""
    return name.split("[")[0].split(".")[0].split("#")[0]


@dataclass
class Scene:
    """What the scene being drawn holds so far."""

    random: Random
    notes: bool
    params: list[str] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    there: set[str] = field(default_factory=set)
    seconds: float = 0.0
    busy: set[str] = field(default_factory=set)

    # ------------------------------------------------------------ chances

    def pick(self, options: Iterable[Any]) -> Any:
        return self.random.choice(list(options))

    def some(self, options: Sequence[Any], most: int) -> list[Any]:
        """One to ``most`` different options, in their order."""
        count = min(len(options), self.count(1, most))
        return [options[i] for i in sorted(self.random.sample(range(len(options)), count))]

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def count(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    # ------------------------------------------------------------ values

    def number(self, low: float, high: float) -> str:
        return f"{round(low + (high - low) * self.count(0, 20) / 20, 2):g}"

    def value(self, low: float, high: float, follow: int = 25) -> tuple[str, bool]:
        """A number of about ``low`` to ``high``, and whether it follows a param."""
        number = self.number(low, high)
        if self.params and self.chance(follow):
            step = f"{(high - low) / 8:.3g}"
            forms = (f"{number} + {step} * {{}}", f"mix({number}, {high:g}, {{}} / 2)",
                     f"({number} if {{}} > 0.7 else {low:g})", f"abs({number} * cos({{}}))",
                     f"twice({{}}) * {step} + {number}")
            return self.pick(forms).format(self.pick(self.params)), True
        return number, False

    def point(self, span: float = 2.0) -> tuple[str, bool]:
        x, live_x = self.value(-span, span, 12)
        y, live_y = self.value(-span, span, 12)
        return f"({x}, {y})", live_x or live_y

    def cell(self) -> str:
        return f"{self.pick('ABCDEF')}{self.pick('123456')}"

    def area(self) -> str:
        row, column = self.count(0, 3), self.count(0, 3)
        if self.chance(10):
            return f"area({row}, {column}, {row + 2}, {column + 2})"
        return f"{'ABCDEF'[row]}{column + 1}:{'ABCDEF'[row + 2]}{column + 3}"

    def color(self) -> str:
        return str(self.pick(COLORS))

    def paint(self, follow: int = 20) -> tuple[str, bool]:
        """A colour as style words take it, and whether it follows a param."""
        if self.params and self.chance(follow):
            t = self.pick(self.params)
            return self.pick((
                f"(mix({self.color()}, {self.color()}, {t} / 2))",
                f"({self.color()} if {t} > 0.6 else {self.color()})",
            )), True
        if self.chance(10):
            return "(tint)", False
        return self.color(), False

    # ------------------------------------------------------------ who is there

    def all_there(self, thing: Thing) -> bool:
        return all(atom in self.there for atom in thing.atoms)

    def all_away(self, thing: Thing) -> bool:
        return not any(atom in self.there for atom in thing.atoms)

    def free(self, things: Iterable[Thing]) -> list[Thing]:
        """Those nothing else acts on at the moment."""
        return [t for t in things if not t.roots & self.busy]

    def here(self) -> list[Thing]:
        return self.free(t for t in self.things if self.all_there(t))

    def away(self) -> list[Thing]:
        return self.free(t for t in self.things if self.all_away(t))

    def enter(self, thing: Thing) -> None:
        self.there.update(thing.atoms)

    def leave(self, thing: Thing) -> None:
        self.there.difference_update(thing.atoms)

    def of(self, *kinds: str) -> list[Thing]:
        return [t for t in self.things if t.kind in kinds]
