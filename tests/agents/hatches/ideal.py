"""A model that knows the right code, for exactly the lines that it is shown."""

from __future__ import annotations

import re
import textwrap

from c2v_dsl.agents.exchange import Request
from tests.agents.hatches.cases import Case

_FENCE = re.compile(r"```python\n(.*?)```", re.S)
_MARK = re.compile(r"^# line (\d+)$", re.M)
_PLACE = re.compile(r"The part in question, lines? (\d+)(?: to (\d+))?:")


class Ideal:
    """Answers questions about one case.

    It knows the faulty code by its lines and the right code for them. What it is shown it gives
    back mended if the fault lies within it, and unchanged otherwise.
    """

    def __init__(self, case: Case) -> None:
        self.case = case

    def __call__(self, request: Request) -> str:
        (words,) = request.messages[-1].parts
        assert isinstance(words, str)
        if "could not be mended in parts" in words:
            return f"```python\n{self.case.good}```"
        found = _FENCE.search(words)
        if found is None:
            return "I do not know."
        first, text = self._answer(words, found[1].rstrip("\n"))
        mark = f"# line {first}\n" if first else ""
        return f"```python\n{mark}{textwrap.dedent(text)}\n```"

    def _answer(self, words: str, shown: str) -> tuple[int, str]:
        """The line whose statement is answered (0 for the only one), and what stands there."""
        if place := _PLACE.search(words):
            first, last = int(place[1]) - 1, int(place[2] or place[1]) - 1
            return 0, self.case.mended(first, last)
        marks = list(_MARK.finditer(shown))
        if not marks:
            first, last = self._where(shown)
            return 0, self.case.mended(first, last) if first else shown
        ends = [*(mark.start() for mark in marks[1:]), len(shown)]
        for mark, end in zip(marks, ends, strict=True):
            text = shown[mark.end() + 1 : end].rstrip("\n")
            first = int(mark[1]) - 1  # the first line says who wrote it
            last = first + text.count("\n")
            if first <= self.case.right[0] <= self.case.right[1] <= last:
                return first + 1, self.case.mended(first, last)
        last_mark = marks[-1]
        return int(last_mark[1]), shown[last_mark.end() + 1 :]

    def _where(self, shown: str) -> tuple[int, int]:
        """Lines of the faulty code that read as ``shown``: the right ones, if they are among
        them."""
        lines = [line.strip() for line in self.case.faulty.splitlines()]
        wanted = [line.strip() for line in shown.splitlines()]
        found = [(n + 1, n + len(wanted)) for n in range(len(lines))
                 if lines[n : n + len(wanted)] == wanted]
        right = self.case.right
        return next((f for f in found if f[0] <= right[0] and right[1] <= f[1]),
                    found[0] if found else (0, 0))
