"""Code2Video's files: its storyboards become skeletons of ours.

Code2Video (Chen, Lin, Shou 2025, arXiv 2510.01174) writes ``outline.json``, with ``topic``,
``target_audience`` and ``sections`` of ``id``, ``title``, ``content`` and ``example``, and
``storyboard.json``, with ``sections`` of ``id``, ``title`` and the parallel lists
``lecture_lines`` and ``animations``; ``storyboard_with_assets.json`` differs in marks
``[Asset: …/name.png]`` within the animations.
"""

from .reading import Board, Reading, Section, read
from .skeleton import Skeleton, skeleton

__all__ = ["Board", "Reading", "Section", "Skeleton", "read", "skeleton"]
