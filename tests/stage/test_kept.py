"""Lets that follow params are worked out once for all who ask."""

from __future__ import annotations

import pytest

from c2v_dsl.stage.live import Node, kept
from c2v_dsl.stage.names import Params


def test_a_let_is_worked_out_once_until_a_param_it_reads_changes() -> None:
    p = Params()
    p.t, p.other = 1, 1
    runs: list[int] = []

    @kept
    def twice() -> int:
        runs.append(p.t)
        return 2 * int(p.t)

    assert [twice(), twice()] == [2, 2]
    p.other = 5
    assert twice() == 2 and runs == [1]
    p.t = 4
    assert twice() == 8 and runs == [1, 4]


def test_what_reads_a_let_follows_its_params() -> None:
    p = Params()
    p.t = 1
    twice = kept(lambda: 2 * p.t)
    twice()
    node = Node(lambda: twice() + 1)
    assert node.value() == 3
    p.t = 2
    assert node.value() == 5


def test_a_let_without_value_raises_each_time() -> None:
    p = Params()
    p.t = 1
    inverse = kept(lambda: 1 / p.t)
    assert inverse() == 1
    p.t = 0
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            inverse()
    p.t = 2
    assert inverse() == 0.5
