"""A run that is killed: ``python -m tests.agents.run.killed FOLDER MOMENT``.

``MOMENT`` is a stage as it begins, or ``scenes+`` when two of the three scenes are answered. Every
question is noted in ``FOLDER.asked``.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from c2v_dsl.agents.exchange import Request
from c2v_dsl.agents.run import RunProgress
from tests.agents.run.lesson import model, run
from tests.agents.scripted import Said, Scripted


class _Noting(Scripted):
    """Notes what is asked where it outlives the process."""

    def __init__(self, folder: Path, moment: str) -> None:
        self._inner = model()
        self._folder = folder
        self._file = folder.with_suffix(".asked")
        self._moment = moment
        super().__init__(self._said)

    def _said(self, request: Request) -> Said:
        if self._moment == "scenes+" and request.scene == "two":
            while len(list(self._folder.glob("exchanges/*-planner.scene-*.json"))) < 2:
                time.sleep(0.01)
            _die()
        with self._file.open("a", encoding="utf-8") as file:
            file.write(request.key + "\n")
        return self._inner.ask(request)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(folder: Path, moment: str) -> None:
    def tell(progress: RunProgress) -> None:
        if progress.stage == moment and not progress.ended:
            _die()

    run(folder, _Noting(folder, moment), on_progress=tell)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
