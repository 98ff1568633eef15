"""The process that measures scenes: ``python -m c2v_dsl.layout.child JOBS.json``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..render.cache import whole_file
from ..render.child import Work, main
from ..render.job import Part

if TYPE_CHECKING:
    from ..render.renderer import SegmentRenderer
    from .recorder import Recorder


class Measuring(Work):
    """Steps through a scene and writes what it saw to the path of the last part."""

    recorder: Recorder | None = None

    def _renderer(self) -> SegmentRenderer:
        from .recorder import MeasuringRenderer

        return MeasuringRenderer(self.job.quality.fps, self._tick, self.job.moves)

    def _enter(self, part: Part) -> None:
        from .recorder import MeasuringRenderer, Recorder

        assert self.scene is not None and isinstance(self.renderer, MeasuringRenderer)
        if self.recorder is None:
            self.recorder = self.renderer.recorder = Recorder(self.scene, self.job.objects)
            self.recorder.begin()
        self.recorder.beat = part.name
        self.recorder.look(part.start)

    def _leave(self, part: Part) -> None:
        assert self.recorder is not None
        self._tell_hatches(part)
        self.recorder.look(part.end, last=True)
        if part.path:
            with whole_file(Path(part.path)) as out:
                out.write(self.recorder.notes.to_json().encode())
            self.voice.say("written", name=part.name, frames=1)
        self.voice.say("beat", name=part.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Measuring))
