"""Work of several threads done in one go."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from c2v_dsl.agents.planner.together import Together


def test_who_comes_at_the_same_time_is_served_in_one_batch() -> None:
    batches: list[int] = []

    def work(items: Sequence[int]) -> list[int]:
        batches.append(len(items))
        return [item * item for item in items]

    together = Together(work, company=0.1)
    with ThreadPoolExecutor(7) as pool:
        assert list(pool.map(together, range(7))) == [0, 1, 4, 9, 16, 25, 36]
    assert batches == [7]
