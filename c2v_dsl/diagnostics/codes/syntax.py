"""Findings of the parser."""

from ..registry import register

UNEXPECTED = register(
    "C2V003", "unexpected", "error",
    summary="something stands where the grammar has no place for it",
    why="",
    bad="beat a \"x\" { show }}",
    good="let a = 1",
)
