"""The grid things stand on and the scene being declared."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from ..semantics import frame
from .geometry import Affine, Box
from .names import Params
from .view import View

_AREA = re.compile(r"([A-F])([1-6])(?::([A-F])([1-6]))?\Z")


class Stand:
    """Layout and params of one scene; ``planes`` are the ``with on(…)`` blocks that are open."""

    current: Stand

    def __init__(self, layout: str = "notes", params: Params | None = None) -> None:
        self.layout = layout
        self.params = params if params is not None else Params()
        self.planes: list[Any] = []
        self.problems: list[tuple[str, BaseException | str]] = []
        x, y = frame.grid_rect(layout).center
        self.rows = Affine(np.eye(2) * frame.ROW, np.array([x, y]))
        self.components: list[Any] = []
        self.view = View(layout)
        self.count = 0
        self._adopted = -1

    def adopt(self) -> None:
        """Tell the members of components who holds them."""
        if self._adopted != self.count:
            self._adopted = self.count
            for component in self.components:
                component.adopt()

    def area(self, given: Any) -> Box | None:
        """The scene rectangle of a cell or area, or None if ``given`` is neither."""
        if isinstance(given, str):
            found = _AREA.match(given)
            if not found:
                return None
            row, col, row2, col2 = found.groups()
            cells = [ord(row) - 65, int(col) - 1]
            if row2:
                cells += [ord(row2) - 65, int(col2) - 1]
            return Box(*frame.cell_rect(self.layout, cells))
        if type(given).__name__ in ("Cell", "Area"):
            return Box(*frame.cell_rect(self.layout, tuple(int(v) for v in given)))
        return None


Stand.current = Stand()


def begin(layout: str, params: Params) -> Stand:
    """Declare a scene's things from now on; called by `Lesson` before ``declare``."""
    Stand.current = Stand(layout, params)
    return Stand.current


class on:
    """``with on(o.ax):`` what is declared inside stands in the plane's coordinates."""

    def __init__(self, plane: Any) -> None:
        self.plane = plane

    def __enter__(self) -> Any:
        Stand.current.planes.append(self.plane)
        return self.plane

    def __exit__(self, *_: object) -> None:
        Stand.current.planes.pop()
