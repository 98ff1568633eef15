"""Segments are put together packet by packet: no frame lost, moved or changed."""

from __future__ import annotations

import contextlib
import errno
import wave
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import IO

import av
import numpy as np
import pytest

from c2v_dsl.render.cache import whole_file
from c2v_dsl.render.encoder import Broken, Encoder
from c2v_dsl.render.join import Damaged, Mismatch, join
from c2v_dsl.render.options import QUALITIES, Quality

TINY = replace(QUALITIES["low"], width=64, height=36, fps=15)
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A segment of flat grey frames of the given levels, each held as often as is said."""

    def run(name: str, *levels: tuple[int, int], quality: Quality = TINY) -> Path:
        told: list[tuple[str, int]] = []
        encoder = Encoder(quality, lambda *done: told.append(done))
        for level, hold in levels:
            pixels = encoder.borrow()
            pixels[:] = (level, level, level, 255)
            encoder.frame(pixels, hold)
        path = tmp_path / f"{name}.mp4"
        encoder.cut(path, name)
        encoder.close()
        assert told == [(name, sum(hold for _, hold in levels))]
        return path

    return run


def levels(path: Path) -> list[int]:
    with av.open(str(path)) as file:
        return [int(frame.to_ndarray(format="rgb24").mean().round())
                for frame in file.decode(video=0)]


def times(path: Path) -> list[Fraction]:
    with av.open(str(path)) as file:
        return [frame.pts * Fraction(frame.time_base) for frame in file.decode(video=0)]


def test_frames_keep_order_colour_and_time(make: Make, tmp_path: Path) -> None:
    parts = [make("a", (20, 3), (200, 2)), make("b", (90, 1)), make("c", (150, 1)),
             make("d", (40, 70))]
    out = tmp_path / "out.mp4"

    assert join(parts, out, 15) == 77
    expected = [20] * 3 + [200] * 2 + [90, 150] + [40] * 70
    assert np.abs(np.subtract(levels(out), expected)).max() <= 2
    assert times(out) == [Fraction(n, 15) for n in range(77)]


def test_pixels_are_those_of_the_segments(make: Make, tmp_path: Path) -> None:
    parts = [make("a", (20, 3), (200, 2)), make("b", (90, 1))]
    out = tmp_path / "out.mp4"
    join(parts, out, 15)
    assert levels(out) == [*levels(parts[0]), *levels(parts[1])]


def test_the_same_segments_give_the_same_bytes(make: Make, tmp_path: Path) -> None:
    parts = [make("a", (20, 3)), make("b", (90, 30))]
    join(parts, tmp_path / "x.mp4", 15)
    join(parts, tmp_path / "y.mp4", 15)
    assert (tmp_path / "x.mp4").read_bytes() == (tmp_path / "y.mp4").read_bytes()


def test_it_plays_while_it_loads(make: Make, tmp_path: Path) -> None:
    out = tmp_path / "out.mp4"
    join([make("a", (20, 30))], out, 15)
    data = out.read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


def test_three_hundred_segments(make: Make, tmp_path: Path) -> None:
    part = make("a", (20, 2))
    assert join([part] * 300, tmp_path / "out.mp4", 15) == 600
    assert times(tmp_path / "out.mp4")[-1] == Fraction(599, 15)


@pytest.mark.parametrize("other", [
    replace(TINY, width=32), replace(TINY, fps=30), replace(TINY, preset="ultrafast"),
])
def test_what_does_not_match_is_refused(make: Make, tmp_path: Path, other: Quality) -> None:
    parts = [make("a", (20, 3)), make("b", (90, 3), quality=other)]
    with pytest.raises(Mismatch, match=r"b\.mp4"):
        join(parts, tmp_path / "out.mp4", 15)
    assert not (tmp_path / "out.mp4").exists()


def test_what_is_no_video_is_named(make: Make, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video at all")
    with pytest.raises(Damaged, match=r"broken\.mp4") as caught:
        join([make("a", (20, 3)), broken], tmp_path / "out.mp4", 15)
    assert caught.value.path == broken


@pytest.mark.parametrize("seconds", [1, 9])
def test_sound_is_laid_under_from_the_beginning(
    make: Make, tmp_path: Path, seconds: int
) -> None:
    sound = tmp_path / "tone.wav"
    tone = (8000 * np.sin(np.arange(22050 * seconds) / 8)).astype("<i2")
    with wave.open(str(sound), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22050)
        file.writeframes(tone.tobytes())
    out = tmp_path / "out.mp4"

    assert join([make("a", (20, 60))], out, 15, sound) == 60
    assert times(out) == [Fraction(n, 15) for n in range(60)]
    with av.open(str(out)) as file:
        heard = np.concatenate([f.to_ndarray()[0] for f in file.decode(audio=0)])
    assert abs(len(heard) - 4 * 48000) < 2048
    assert np.abs(heard[5000:40000]).max() > 0.15
    assert (np.abs(heard[-40000:-4000]).max() > 0.15) == (seconds == 9)


def test_a_frame_of_a_wrong_size_is_the_encoders_error(tmp_path: Path) -> None:
    encoder = Encoder(TINY, lambda *_: None)
    encoder.frame(np.zeros((3, 3), np.uint8), 1)  # type: ignore[arg-type]
    with pytest.raises(Broken) as caught:
        encoder.close()
    assert isinstance(caught.value.error, ValueError)


@pytest.mark.parametrize("room", [0, 40, 700, 1_500])
def test_a_full_disk_is_one_clear_refusal(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str], room: int,
) -> None:
    class Full:
        """A file on a disk with so much room; once that is met, seeking meets it too, as it does
        with what waits to be written."""

        def __init__(self, file: IO[bytes]) -> None:
            self._file, self.tell = file, file.tell
            self._full = False

        def write(self, data: bytes) -> int:
            self._full = self._file.tell() + len(data) > room
            return self._tried(lambda: self._file.write(data))

        def seek(self, offset: int, whence: int = 0) -> int:
            return self._tried(lambda: self._file.seek(offset, whence))

        def _tried(self, call: Callable[[], int]) -> int:
            if self._full:
                raise OSError(errno.ENOSPC, "No space left on device")
            return call()

    @contextlib.contextmanager
    def small(path: Path) -> Iterator[Full]:
        with whole_file(path) as file:
            yield Full(file)

    part = make("a", (20, 30), (200, 40))
    monkeypatch.setattr("c2v_dsl.render.join.whole_file", small)
    with pytest.raises(OSError, match="No space left"):
        join([part], tmp_path / "out.mp4", 15)
    assert "Traceback" not in capfd.readouterr().err
    assert not (tmp_path / "out.mp4").exists()
