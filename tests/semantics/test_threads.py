"""Storyboards checked at the same time, as agents do."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from c2v_dsl.pipeline import check
from c2v_dsl.semantics.values.errors import BUDGET

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.c2v"))[:8]


def test_checking_in_several_threads_says_what_checking_alone_says() -> None:
    texts = [(path.read_text(encoding="utf-8"), str(path)) for path in EXAMPLES] * 2
    alone = [check(*text).findings for text in texts[: len(EXAMPLES)]]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: check(*text).findings, texts))
    assert together == alone * 2


def test_the_budget_of_one_thread_is_no_other_s() -> None:
    """Two checks at once: whoever ends last must not leave the other's budget behind."""
    inside, leave = threading.Event(), threading.Event()

    def work() -> None:
        BUDGET.left = 5
        inside.set()
        assert leave.wait(10)

    thread = threading.Thread(target=work)
    thread.start()
    assert inside.wait(10)
    assert BUDGET.left is None
    leave.set()
    thread.join()
    assert BUDGET.left is None
