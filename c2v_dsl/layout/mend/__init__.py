"""Mending layouts: changes that do away with findings, found on what was measured."""

from .mending import Cure, Left, Mended, Mender
from .offers import with_offers
from .state import Measurer, State, Told

__all__ = ["Cure", "Left", "Measurer", "Mended", "Mender", "State", "Told", "with_offers"]
