"""Patches: the one way in which tools, fixes and critics change a storyboard."""

from .apply import PatchResult, Refusal, apply_patch, read_patch, text_hash
from .model import Patch, patch_schema

__all__ = [
    "Patch", "PatchResult", "Refusal", "apply_patch", "patch_schema", "read_patch", "text_hash",
]
