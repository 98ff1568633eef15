"""Storyboards checked at the same time, as agents do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from c2v_dsl.pipeline import check

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.c2v"))[:8]


def test_checking_in_several_threads_says_what_checking_alone_says() -> None:
    texts = [(path.read_text(encoding="utf-8"), str(path)) for path in EXAMPLES] * 2
    alone = [check(*text).findings for text in texts[: len(EXAMPLES)]]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: check(*text).findings, texts))
    assert together == alone * 2
