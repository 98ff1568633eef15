"""The Planner: from a wish to an outline, from an outline to scenes that check and measure clean.

`outline` asks for the plan, `scene` writes one scene, `scenes` all of them side by side, `repair`
mends what is wrong with a scene, `assemble` makes the storyboard of them, and `whole` looks at
that once more.
"""

from .assemble import assemble
from .bench import Bench
from .outline import make_outline
from .plan import BeatPlan, Outline, ScenePlan, Shared, chains
from .record import Attempt, SceneDraft
from .scene import TRIES, write_scene
from .scenes import write_scenes
from .whole import mend_whole
from .wish import Wish

__all__ = [
    "TRIES", "Attempt", "BeatPlan", "Bench", "Outline", "SceneDraft", "ScenePlan", "Shared", "Wish",
    "assemble", "chains", "make_outline", "mend_whole", "write_scene", "write_scenes",
]
