"""The storyboard as frames: `build` makes a `Timeline` of an analysed storyboard."""

from .build import build
from .json import timeline_schema, to_json
from .text import format_text

__all__ = ["build", "format_text", "timeline_schema", "to_json"]
