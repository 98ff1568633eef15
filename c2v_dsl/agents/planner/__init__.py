"""The Planner: from a wish to an outline, from an outline to scenes that check and measure clean.

`outline` asks for the plan, `scene` writes one scene, `scenes` all of them side by side, `repair`
mends what is wrong with a scene, `assemble` makes the storyboard of them.
"""

from .outline import make_outline
from .plan import BeatPlan, Outline, ScenePlan, Shared
from .record import Attempt, SceneDraft
from .scene import TRIES, write_scene
from .wish import Wish

__all__ = [
    "TRIES", "Attempt", "BeatPlan", "Outline", "SceneDraft", "ScenePlan", "Shared", "Wish",
    "make_outline", "write_scene",
]
