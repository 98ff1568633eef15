"""Last pictures read out of segments."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from c2v_dsl.render.encoder import Encoder
from c2v_dsl.render.join import Damaged
from c2v_dsl.render.lasts import last_picture
from c2v_dsl.render.options import QUALITIES


def test_the_last_frame_and_no_other(tmp_path: Path) -> None:
    draft = QUALITIES["draft"]
    encoder = Encoder(draft, lambda name, frames: None)
    for level in (40, 90, 200):
        pixels = encoder.borrow()
        pixels[:] = np.array([level, level, level, 255], dtype=np.uint8)
        encoder.frame(pixels, 12)
    encoder.cut(tmp_path / "beat.mp4", "beat")
    encoder.close()
    last_picture(tmp_path / "beat.mp4", tmp_path / "last.png")
    picture = np.asarray(Image.open(tmp_path / "last.png"))
    assert picture.shape == (draft.height, draft.width, 3)
    assert abs(float(picture.mean()) - 200) < 4


def test_what_is_no_segment_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "beat.mp4").write_bytes(b"no video")
    with pytest.raises(Damaged):
        last_picture(tmp_path / "beat.mp4", tmp_path / "last.png")
    assert not (tmp_path / "last.png").exists()
