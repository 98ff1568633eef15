"""What emitted scenes import: kinds, verbs, values and the scene's base.

``from c2v_dsl.stage import *`` gives a scene file every word it uses.
"""

from ..semantics import values as _values
from . import kinds as _kinds
from . import verbs as _verbs
from .compose import After
from .hatch import HatchAct, hatch, hatch_code
from .kinds import *  # noqa: F403
from .lesson import Beat, Lesson
from .live import kept
from .names import family
from .stand import on
from .theme import use_theme
from .verbs import *  # noqa: F403

globals().update({name: getattr(_values, name) for name in _values.EMITTED})

__all__ = [
    *_values.EMITTED, *_kinds.__all__, *_verbs.__all__,
    "After", "Beat", "HatchAct", "Lesson", "family", "hatch", "hatch_code", "kept", "on",
    "use_theme",
]
