"""``c2v generate``: a run is a folder that can be read, stopped and gone on with at any point.

`generate` makes or continues one. What it holds: ``run.json`` (`record.RunRecord`), ``report.md``,
``outline.json``, ``scenes/``, ``storyboards/``, ``lesson.c2v``, ``patches/``, ``exchanges/``,
``code/``, ``segments/``, ``lesson.mp4`` with subtitles and credits.
"""

from .asked import keep_asked, recorded_wish, resumed_wish
from .events import OnRunProgress, RunProgress
from .folder import BadRun, RunFolder
from .generate import RunResult, generate
from .record import OptionsRecord, RunRecord, Status

__all__ = [
    "BadRun", "OnRunProgress", "OptionsRecord", "RunFolder", "RunProgress", "RunRecord",
    "RunResult", "Status", "generate", "keep_asked", "recorded_wish", "resumed_wish",
]
