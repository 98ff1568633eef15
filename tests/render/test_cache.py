"""Files appear whole, the cache keeps to its size, progress tells the time left."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from c2v_dsl.render import events
from c2v_dsl.render.cache import Cache, notes_path, whole_file
from c2v_dsl.render.events import Meter, Progress
from c2v_dsl.render.job import Job
from c2v_dsl.render.options import QUALITIES, frame_at
from c2v_dsl.resources import cache_folder


def put(cache: Cache, key: str, size: int, days_ago: float) -> Path:
    path = cache.path(key)
    with whole_file(path) as file:
        file.write(b"x" * size)
    then = time.time() - days_ago * 86400
    os.utime(path, (then, then))
    return path


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    with whole_file(path) as file:
        file.write(b"first")
        assert not path.exists()
    assert path.read_bytes() == b"first"

    with pytest.raises(KeyboardInterrupt), whole_file(path) as file:
        file.write(b"second")
        raise KeyboardInterrupt
    assert path.read_bytes() == b"first"
    assert list(path.parent.iterdir()) == [path]


def test_an_error_names_the_file_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught, whole_file(tmp_path / "file"):
        raise OSError(28, "No space left on device")
    assert caught.value.filename == str(tmp_path / "file")


def test_the_oldest_use_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    paths = [put(cache, f"{n}" * 64, 1000, days_ago=n) for n in range(1, 6)]
    assert cache.holds("5" * 64)  # and is used by that

    assert cache.prune(most=3000, days=30) == 2
    assert [p.exists() for p in paths] == [True, True, False, False, True]


def test_what_is_unused_for_long_goes_but_not_what_is_needed_now(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    old, needed = put(cache, "a" * 64, 10, 40), put(cache, "b" * 64, 10, 40)
    notes_path(old).write_text("[]")

    assert cache.prune(most=1 << 30, days=30, keep=frozenset({needed})) == 1
    assert not old.exists() and not notes_path(old).exists() and needed.exists()


def test_an_empty_file_is_no_segment(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    put(cache, "c" * 64, 0, 0)
    assert not cache.holds("c" * 64) and not cache.holds("d" * 64)


def test_the_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    monkeypatch.delenv("C2V_CACHE", raising=False)
    assert cache_folder() == Path("/somewhere/c2v")
    monkeypatch.setenv("C2V_CACHE", "/elsewhere")
    assert cache_folder() == Path("/elsewhere")


def test_the_time_left_follows_the_speed_of_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(events.time, "monotonic", lambda: now)
    told: list[Progress] = []
    meter = Meter(total=400, cached=100, listener=told.append)
    one = Job("one", "segments", "", "", "", QUALITIES["draft"], (), "")
    two = Job("two", "segments", "", "", "", QUALITIES["draft"], (), "")
    meter.drawn(one, "a", 1)
    assert told[-1].done == 101 and told[-1].seconds_left is None
    for second in range(1, 11):
        now = 100.0 + second
        meter.drawn(one, "a", 1 + 10 * second)
        meter.drawn(two, "b", 10 * second)  # told too soon after the first
    now = 110.2
    meter.drawn(two, "b", 100)

    assert told[-1].scene == "two" and told[-1].done == 100 + 101 + 100
    assert told[-1].seconds_left == pytest.approx(99 / 20, rel=0.1)
    meter.phase("done")
    assert told[-1].done == 400


@pytest.mark.parametrize("fps", [15, 30, 60])
def test_rounding_never_adds_up(fps: int) -> None:
    ends = [frame_at(position, fps) for position in range(0, 6001, 7)]
    assert ends == sorted(ends)
    assert all(abs(frame_at(p, fps) - p * fps / 60) <= 0.5 for p in range(0, 6001, 7))
    assert frame_at(6000, fps) == 100 * fps
