"""What asking may cost: tokens, money, time; and what it has cost, by agent and scene."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from .exchange import Spent, Usage


@dataclass(frozen=True)
class Cost:
    """Tokens, and US dollars where the model's price is known."""

    tokens: int = 0
    money: float = 0.0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.tokens + other.tokens, self.money + other.money)

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.tokens - other.tokens, self.money - other.money)


@dataclass
class Budget:
    """Limits of asking, for any number of threads; None sets none.

    A question that is under way counts by its estimate, so that questions asked at once exceed a
    limit by no more than their estimates are wrong.

    Attributes:
        tokens: of questions, answers and thinking together.
        money: US dollars.
        seconds: of wall time, from the first question.
        spent: what answers have cost.
    """

    tokens: int | None = None
    money: float | None = None
    seconds: float | None = None
    clock: Callable[[], float] = field(default=time.monotonic, repr=False)
    spent: Cost = field(default=Cost(), init=False)
    _under_way: Cost = field(default=Cost(), init=False, repr=False)
    _began: float | None = field(default=None, init=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def left(self) -> float | None:
        """Seconds that are left, or None where time has no limit."""
        if self.seconds is None:
            return None
        if self._began is None:
            return self.seconds
        return self.seconds - (self.clock() - self._began)

    @contextmanager
    def asking(self, estimate: Cost) -> Iterator[Callable[[Cost], None]]:
        """Holds ``estimate`` while a question is under way; what is given is told its real cost.

        Raises:
            Spent: a limit is reached, or would be by this question.
        """
        with self._lock:
            if self._began is None:
                self._began = self.clock()
            self._check(estimate)
            self._under_way += estimate
        cost = Cost()

        def settle(real: Cost) -> None:
            nonlocal cost
            cost = real

        try:
            yield settle
        finally:
            with self._lock:
                self._under_way -= estimate
                self.spent += cost

    def _check(self, estimate: Cost) -> None:
        left = self.left()
        if left is not None and left <= 0:
            raise Spent(f"the time for models is used up ({(self.seconds or 0) / 60:.3g} minutes)")
        after = self.spent + self._under_way + estimate
        if self.tokens is not None and after.tokens > self.tokens:
            raise Spent(
                f"the budget of {self.tokens:,} tokens is used up: {self.spent.tokens:,} are spent"
                + (f", {self._under_way.tokens:,} under way" if self._under_way.tokens else "")
                + f", and the next question takes about {estimate.tokens:,}")
        if self.money is not None and after.money > self.money:
            raise Spent(
                f"the budget of ${self.money:.2f} is used up: ${self.spent.money:.2f} are spent"
                + (f", ${self._under_way.money:.2f} under way" if self._under_way.money else "")
                + f", and the next question takes about ${estimate.money:.2f}")


@dataclass(frozen=True)
class Entry:
    """What asking came to.

    Attributes:
        asked: questions that were put, those answered from a recording and those put again
            included.
        recorded: of them, answered from a recording, at no cost.
        faults: of them, without an answer.
        usage: tokens of the answers, of recorded ones what they took when they were recorded.
        money: US dollars; of models whose price is unknown nothing is counted.
        seconds: of waiting for answers.
    """

    asked: int = 0
    recorded: int = 0
    faults: int = 0
    usage: Usage = field(default=Usage())
    money: float = 0.0
    seconds: float = 0.0

    def __add__(self, other: Entry) -> Entry:
        return Entry(
            self.asked + other.asked, self.recorded + other.recorded, self.faults + other.faults,
            self.usage + other.usage, self.money + other.money, self.seconds + other.seconds)


class Account:
    """Entries by agent and scene, for any number of threads.

    Attributes:
        unpriced: models that answered and whose price is not known, so that `Entry.money` lacks
            what they cost.
    """

    def __init__(self) -> None:
        self.unpriced: set[str] = set()
        self._entries: dict[tuple[str, str], Entry] = {}
        self._lock = threading.Lock()

    def add(self, agent: str, scene: str, entry: Entry, unpriced: str = "") -> None:
        with self._lock:
            self._entries[agent, scene] = self._entries.get((agent, scene), Entry()) + entry
            if unpriced:
                self.unpriced.add(unpriced)

    def entries(self) -> dict[tuple[str, str], Entry]:
        """By (agent, scene), in alphabetical order; the scene is empty for the whole storyboard."""
        with self._lock:
            return dict(sorted(self._entries.items()))

    def total(self) -> Entry:
        return sum(self.entries().values(), Entry())

    def by_agent(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for (agent, _), entry in self.entries().items():
            found[agent] = found.get(agent, Entry()) + entry
        return found

    def by_scene(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for (_, scene), entry in self.entries().items():
            found[scene] = found.get(scene, Entry()) + entry
        return found
