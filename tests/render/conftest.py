from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from c2v_dsl.emit import EmittedScene
from c2v_dsl.render import RenderOptions, RenderResult, render
from c2v_dsl.render import video as video_module
from c2v_dsl.timeline.model import SceneSpec

from .scenes import timeline

Made = tuple[SceneSpec, EmittedScene]


@pytest.fixture
def film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., RenderResult]:
    """Renders hand-written scenes at draft quality into ``tmp_path / "film.mp4"``."""

    def run(*scenes: Made, **options: Any) -> RenderResult:
        emitted = {spec.id: code for spec, code in scenes}
        monkeypatch.setattr(video_module, "emit_scene", lambda _, spec: emitted[spec.id])
        out = options.pop("out", tmp_path / "film.mp4")
        listener = options.pop("on_progress", None)
        executor = options.pop("executor", None)
        settings = RenderOptions(**{"quality": "draft", "cache": tmp_path / "cache", **options})
        return render(timeline(*(spec for spec, _ in scenes)), out, settings, listener, executor)

    return run
