"""The walls around a child that runs a hatch's code, a person's or a model's.

What stands here needs nothing of the rest of the package, so that it can be tried and put up in a
process that has loaded nothing yet.
"""

from .levels import SAFE, WAY_OUT, Level, Sandbox, level
from .walls import GIB, Limits, Walls, enter

__all__ = ["GIB", "SAFE", "WAY_OUT", "Level", "Limits", "Sandbox", "Walls", "enter", "level"]
