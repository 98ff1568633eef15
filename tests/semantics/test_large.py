"""What is large is checked in time that grows with it, not with its square."""

from __future__ import annotations

import pytest

from tests.bench.many import CHECK, EMIT, GROWING, seconds, tiles


def test_four_hundred_objects_from_families_check_within_a_second() -> None:
    check, emit = seconds(tiles(20))
    assert check < CHECK
    assert emit < EMIT


@pytest.mark.parametrize("name", GROWING)
def test_twice_as_much_takes_about_twice_as_long(name: str) -> None:
    write, most = GROWING[name]
    small, large = (
        min(sum(seconds(write(count), 1)) for _ in range(2)) for count in (most // 8, most // 2)
    )
    assert large / small < 8, f"{small:.2f} s, and {large:.2f} s for four times as much"
