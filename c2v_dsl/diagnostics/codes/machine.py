"""Codes for what only shows when a storyboard runs: nobody's spelling, but somebody's to mend."""

from __future__ import annotations

from ..registry import register

SCENE_FAILED = register(
    "C2V901",
    "scene-failed",
    "error",
    summary="a scene stopped while it was rendered",
    why=(
        "A storyboard that checks clean is meant to render. When a scene stops all the same, the "
        "fault is in c2v or in the machine, not in your file. The message says which line was "
        "being shown, so that you can go on by changing it; please report it as well."
    ),
    bad="",
    good="",
)

HATCH_FAILED = register(
    "C2V902",
    "hatch-failed",
    "warning",
    summary="the code of a python(…) hatch stopped; its placeholder is shown",
    why=(
        "A hatch's code is the one part of a file that checking cannot vouch for. When it stops, "
        "the labelled placeholder stands in its place so that the rest of the video is made."
    ),
    bad="",
    good="",
)
