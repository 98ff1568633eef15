"""All hatches of a storyboard: those without code are filled, those that fail are mended."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ...render.confine import Sandbox
from ...semantics.files import Loader
from ...syntax import parse
from ..client import Client
from ..exchange import Spent
from . import coder
from .attempt import TRIES, Attempt, OnAttempt
from .bench import Bench, Look, placed
from .code import hatches_of
from .refine import Mender
from .scopes import Fault


@dataclass(frozen=True)
class Left:
    """A hatch that is not as it should be, and why."""

    hatch: str
    why: str


@dataclass(frozen=True)
class Filled:
    """A storyboard after its hatches were filled and mended.

    Attributes:
        text: with every code that counts; as it was where nothing came of it.
        attempts: in their order.
        left: hatches that still have no code, fail, or stand where they should not.
        filled: ids of those that were given code; ``mended`` of those whose code was changed.
        stopped: why nothing more was asked, where the budget was used up.
    """

    text: str
    attempts: tuple[Attempt, ...] = ()
    left: tuple[Left, ...] = ()
    filled: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    stopped: str = ""

    @property
    def ok(self) -> bool:
        return not self.left and not self.stopped


def fill(
    text: str,
    path: str,
    client: Client,
    *,
    tries: Sequence[int] = TRIES,
    sandbox: Sandbox = "auto",
    hatches: Collection[str] = (),
    on_attempt: OnAttempt | None = None,
    loader: Loader | None = None,
) -> Filled:
    """Write code into hatches without code and mend those that fail.

    Args:
        tries: attempts at the levels line, block, hatch and scene.
        hatches: ids (``area.spiral``, ``spiral``, ``area@draw#2``); none means all.

    Raises:
        NoIndex: what Manim offers cannot be listed.
        OSError: no temporary folder can be made.
    """
    bench = Bench(path, sandbox, loader=loader)
    mender = Mender(bench, client, tries, on_attempt)
    wanted = [h.id for h in hatches_of(parse(text, path))
              if not hatches or set(h.names) & set(hatches)]
    filler = _Filler(bench, mender, text)
    stopped = ""
    try:
        looks = bench.look_at_all([(text, id) for id in wanted])
        for id, look in zip(wanted, looks, strict=True):
            filler.see_to(id, look if filler.text == text else bench.look(filler.text, id))
    except Spent as error:
        stopped = str(error)
    return replace(filler.result(), stopped=stopped)


class _Filler:
    def __init__(self, bench: Bench, mender: Mender, text: str) -> None:
        self.bench = bench
        self.mender = mender
        self.text = self.first = text
        self.left: list[Left] = []
        self.filled: list[str] = []
        self.mended: list[str] = []

    def result(self) -> Filled:
        return Filled(self.text, tuple(self.mender.attempts), tuple(self.left),
                      tuple(self.filled), tuple(self.mended))

    def see_to(self, id: str, look: Look) -> None:
        """Fill or mend one hatch; ``look`` is of the text as it was at first."""
        if self.text != self.first:
            look = self.bench.look(self.text, id)
        if look.hatch is None:
            return
        if look.result.timeline is None:
            self.left.append(Left(id, "the storyboard has errors; mend those first"))
        elif look.hatch.code is None:
            self._write(id, look)
        elif look.refused:
            self.left.append(Left(id, look.refused))
        elif look.fault is not None:
            self._mend(id, look)

    def _write(self, id: str, look: Look) -> None:
        new = coder.write(self.mender, self.text, look)
        if new is None:
            self.left.append(Left(id, "no code came"))
            return
        look = self.bench.look(new, id)
        if look.refused:
            self.left.append(Left(id, look.refused))
            self.text = new
            self.filled.append(id)
            return
        mended, ok = self.mender.mend(new, id, look)
        if not ok:
            why = self.mender.attempts[-1].detail or "its code does not run"
            self.left.append(Left(id, why))
            return
        self.text = self._moved(mended, id)
        self.filled.append(id)

    def _mend(self, id: str, look: Look) -> None:
        assert look.fault is not None
        mended, ok = self.mender.mend(self.text, id)
        if mended != self.text:
            self.text = mended
            self.mended.append(id)
        if not ok:
            after = self.bench.look(mended, id)
            self.left.append(Left(id, after.fault.message if after.fault else after.refused))

    def _moved(self, text: str, id: str) -> str:
        """``text`` with the hatch drawn anew if it leaves its place or covers something, and
        that helps."""
        look = self.bench.look(text, id)
        wrong = placed(look)
        if not wrong:
            return text
        told = replace(look, faults=(Fault("; ".join(f.message for f in wrong[:3])),))
        new = self.mender.redrawn(text, told)
        if new is not None:
            after = self.bench.look(new, id)
            left = placed(after)
            if after.fault is None and not after.refused and len(left) < len(wrong):
                text, wrong = new, left
        if wrong:
            self.left.append(Left(id, wrong[0].message))
        return text
