"""Branches run side by side in the order of time."""

from __future__ import annotations

from c2v_dsl.timeline.schedule import Branch, Fork, Until, run


def leaf(log: list[tuple[int, str]], name: str, start: int, length: int, rank: int = 0) -> Branch:
    yield Until(start, rank)
    log.append((start, name))
    return start + length


def test_a_single_branch_ends_where_its_last_action_ends() -> None:
    log: list[tuple[int, str]] = []

    def root() -> Branch:
        t = yield from leaf(log, "a", 0, 60)
        return (yield from leaf(log, "b", t, 30))

    assert run(root()) == 90
    assert log == [(0, "a"), (60, "b")]


def test_branches_are_seen_in_time_not_in_text_order() -> None:
    log: list[tuple[int, str]] = []

    def two() -> Branch:
        t = yield from leaf(log, "first", 0, 100)
        return (yield from leaf(log, "third", t, 10))

    def root() -> Branch:
        return int((yield Fork((two(), leaf(log, "second", 50, 10)))))

    assert run(root()) == 110
    assert [name for _, name in log] == ["first", "second", "third"]


def test_at_one_moment_lower_ranks_come_first_then_the_text() -> None:
    log: list[tuple[int, str]] = []

    def root() -> Branch:
        branches = (leaf(log, "exit", 0, 5, 2), leaf(log, "change", 0, 5, 1),
                    leaf(log, "later change", 0, 5, 1), leaf(log, "entrance", 0, 5, 0))
        return int((yield Fork(branches)))

    assert run(root()) == 5
    assert [name for _, name in log] == ["entrance", "change", "later change", "exit"]


def test_forks_nest_and_the_longest_branch_decides() -> None:
    log: list[tuple[int, str]] = []

    def inner() -> Branch:
        return int((yield Fork((leaf(log, "x", 10, 5), leaf(log, "y", 10, 200)))))

    def root() -> Branch:
        t = int((yield Fork((leaf(log, "a", 0, 30), inner()))))
        return (yield from leaf(log, "after", t, 1))

    assert run(root()) == 211
    assert log[-1] == (210, "after")


def test_a_branch_that_does_nothing_counts_as_over() -> None:
    def nothing() -> Branch:
        return 7
        yield Until(0)

    def root() -> Branch:
        return int((yield Fork((nothing(), nothing()))))

    assert run(root()) == 7
