"""The index of what a hatch may call, in a process that imports no Manim."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from ...render.cache import whole_file
from ...resources import cache_folder

OPEN = "**"
"""Among keywords: a callable takes any."""

_VARIADIC = ("*", "/")
_RARE = re.compile(
    r"(background_|sheen_|joint_type|tolerance|pre_function|n_points|shade_in|cap_style|coor_mask"
    r"|make_smooth|close_new|mark_paths|submobject_to|index_of|use_|dt=|scaling=|t2[fgsw]="
    r"|tab_width|warn_|disable_|should_|replace_mobject|path_arc_|max_|grid_[xy]step|_on_finish"
    r"|line_spacing|discontinuities|introducer|suspend_|fill_opacity=1.0|organize_)")
"""Parameters that hardly anybody needs."""


class NoIndex(OSError):
    """The child that makes the index failed; the message says why."""


@dataclass(frozen=True)
class Signature:
    """What a callable takes.

    Attributes:
        name: what it is called in messages.
        own: its parameters as written: ``name``, ``name=default``, ``*name``, ``*``, ``/``.
        more: keywords taken by what ``**kwargs`` is handed on to.
        returns: a class of the index, ``self``, or nothing.
    """

    name: str
    own: tuple[str, ...]
    more: tuple[str, ...] = ()
    returns: str = ""
    doc: str = ""

    @property
    def open(self) -> bool:
        """Whether any keyword is taken."""
        return OPEN in self.more

    @property
    def keywords(self) -> tuple[str, ...]:
        """Names that may be given, its own first."""
        own = [item.partition("=")[0] for item in self.own if item[0] not in _VARIADIC]
        if "/" in self.own:
            own = own[self.own.index("/"):]
        return (*own, *(name for name in self.more if name != OPEN))

    @property
    def positional(self) -> tuple[str, ...] | None:
        """Parameters that take positional arguments, or None for as many as one likes."""
        found: list[str] = []
        for item in self.own:
            if item == "*":
                break
            if item[0] == "*":
                return None
            if item != "/":
                found.append(item)
        return tuple(found)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of parameters without a default, in their order."""
        return tuple(item for item in self.own if item[0] not in _VARIADIC and "=" not in item)

    def text(self, more: Iterable[str] = ()) -> str:
        """``Dot(point=ORIGIN, radius=0.08, color=, …)``.

        Of keywords handed on only those of ``more`` are named, and what hardly anybody needs is
        left out.
        """
        wanted = set(more)
        own = [item for item in self.own
               if item.partition("=")[0] in wanted or not _RARE.match(item)]
        shown = [*own, *(f"{name}=" for name in self.more if name in wanted)]
        rest = ["…"] if len(shown) < len(self.own) + len(self.more) else []
        return f"{self.name}({', '.join([*shown, *rest])})"


class Api:
    """What exists for a hatch.

    Attributes:
        names: all that ``vars(manim)`` gives, and ``np``.
        scene: the class of ``self``; ``thing`` that of ``o.NAME``.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self._classes: dict[str, Any] = data["classes"]
        self.names: frozenset[str] = frozenset([*data["names"], "np"])
        self.scene: str = data["scene"]
        self.thing: str = data["thing"]
        self.version: str = data["manim"]

    def is_class(self, name: str) -> bool:
        return name in self._classes

    def alias(self, name: str) -> str:
        """The class that ``name`` is another name of, or ``name`` itself."""
        value = str(self._data["values"].get(name, ""))
        return value[1:] if value.startswith("=") else name

    def value_type(self, name: str) -> str:
        """The type of a constant: ``ndarray`` for ``UP``; empty for what is none."""
        return str(self._data["values"].get(name, ""))

    def function(self, name: str) -> Signature | None:
        entry = self._data["functions"].get(name)
        return _signature(name, entry) if entry else None

    def constructor(self, name: str) -> Signature | None:
        entry = self._classes.get(name)
        return _signature(name, entry["init"]) if entry else None

    def bases(self, name: str) -> tuple[str, ...]:
        """Classes in the order in which names are looked for, ``name`` first."""
        entry = self._classes.get(name)
        return (name, *entry["mro"]) if entry else ()

    def is_a(self, name: str, base: str) -> bool:
        return base in self.bases(name)

    def is_closed(self, name: str) -> bool:
        """Whether all members of a class are known."""
        return bool(self._classes.get(name)) and not any(
            self._classes[base].get("open") or (
                self._classes[base].get("dynamic") and base != "Mobject")
            for base in self.bases(name))

    def members(self, name: str) -> frozenset[str]:
        """Methods, properties and attributes of a class and its bases."""
        return _members(self, name)

    def method(self, name: str, attribute: str) -> Signature | None:
        """The method ``attribute`` of a class, or None if it has none or that is a property."""
        for base in self.bases(name):
            entry = self._classes[base].get("methods", {}).get(attribute)
            if entry is not None:
                if entry.get("property"):
                    return None
                return _signature(f"{name}.{attribute}", entry)
        return None

    def is_value(self, name: str, attribute: str) -> bool:
        """Whether a class has ``attribute`` as a property that is a number."""
        return self.property_type(name, attribute) in ("float", "int")

    def property_type(self, name: str, attribute: str) -> str:
        for base in self.bases(name):
            entry = self._classes[base].get("methods", {}).get(attribute)
            if entry is not None:
                return str(entry.get("returns", "")) if entry.get("property") else ""
        return ""

    def is_module(self, name: str) -> bool:
        return name in self._data["modules"]

    def in_module(self, module: str) -> dict[str, list[str] | None]:
        """Names of a module; of functions their parameters, where these are known."""
        found: dict[str, list[str] | None] = self._data["modules"].get(module, {})
        return found

    def callables(self) -> Iterator[Signature]:
        """Every exported function and class that can be called."""
        for name in sorted(self.names):
            found = self.function(name) or self.constructor(name)
            if found is not None:
                yield found

    def doc(self, name: str) -> str:
        entry = self._classes.get(name) or self._data["functions"].get(name) or {}
        return str(entry.get("doc", ""))


@cache
def _members(api: Api, name: str) -> frozenset[str]:
    found: set[str] = set()
    for base in api.bases(name):
        entry = api._classes[base]
        found |= set(entry.get("methods", {})) | set(entry.get("attributes", ()))
    return frozenset(found)


def _signature(name: str, entry: dict[str, Any]) -> Signature:
    return Signature(name, tuple(entry["own"]), tuple(entry.get("more", ())),
                     entry.get("returns", ""), entry.get("doc", ""))


@cache
def load_api(folder: Path | None = None) -> Api:
    """The index for the installed Manim and NumPy, made in a child the first time.

    Args:
        folder: of the cache; None takes this machine's.

    Raises:
        NoIndex: it cannot be made.
    """
    versions = "-".join(metadata.version(name) for name in ("manim", "numpy"))
    path = (folder or cache_folder()) / "api" / f"{versions}-{_maker()}.json"
    try:
        return Api(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError):
        text = _made()
    try:
        with whole_file(path) as out:
            out.write(text.encode())
    except OSError:
        pass  # it is made again next time
    return Api(json.loads(text))


def _maker() -> str:
    """Changes when what is written down does."""
    import zlib

    stage = Path(__file__).parents[2] / "stage" / "api.py"
    return f"{zlib.crc32(stage.read_bytes()):08x}"


def _made() -> str:
    command = [sys.executable, "-W", "ignore", "-m", "c2v_dsl.stage.api"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8",
                              check=True, timeout=120, stdin=subprocess.DEVNULL)
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "").strip().splitlines()[-1:]
        raise NoIndex(f"what Manim offers cannot be listed: {''.join(last)}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoIndex(f"what Manim offers cannot be listed: {error}") from error
    return done.stdout
