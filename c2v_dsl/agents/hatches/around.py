"""What the storyboard gives a hatch."""

from __future__ import annotations

import re

from ...timeline.model import Timeline
from .code import Hatch
from .reading import Around


def around_of(hatch: Hatch, timeline: Timeline | None) -> Around:
    """The storyboard's names that a hatch sees; those of a template's are not known."""
    scene = None
    if timeline is not None:
        scene = next((s for s in timeline.scenes if s.id == hatch.scene), None)
    if scene is None:
        return Around()
    return Around(frozenset(re.split(r"[.\[]", spec.id)[0] for spec in scene.objects),
                  frozenset(param.name for param in scene.params))
