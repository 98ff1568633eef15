"""Spans, findings and the registry of codes. Knows no other room."""

from .finding import Edit, Finding, Fix, Related, has_errors
from .registry import CODES, Code, Level, register
from .span import Position, Source, Span

__all__ = [
    "CODES", "Code", "Edit", "Finding", "Fix", "Level", "Position", "Related", "Source", "Span",
    "has_errors", "register",
]
