"""The lessons whose recorded answers come with the project: from a topic to a whole video."""

from __future__ import annotations

from pathlib import Path

import pytest

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.providers.replay import Replay
from c2v_dsl.agents.run import generate, recorded_wish

LESSONS = sorted(path for path in (Path(__file__).parents[3] / "examples" / "recorded").glob("*")
                 if path.is_dir())


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.name)
def test_a_recorded_lesson_is_made_whole(lesson: Path, tmp_path: Path) -> None:
    recorded = recorded_wish(lesson)
    assert recorded is not None, "c2v generate --record keeps what was asked for beside answers"
    assert not recorded.outdated, "the prompts have changed since: record it anew"
    options = recorded.options.model_copy(update={"quality": "draft"})
    result = generate(recorded.wish, tmp_path / "run", Client(Replay(lesson)), options)
    assert result.ok, result.record.reasons
    assert result.record.tokens.recorded == result.record.tokens.exchanges > 1
    assert result.video is not None and result.video.stat().st_size > 10_000
