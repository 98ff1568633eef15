"""Lets of a storyboard as definitions of the emitted code."""

from __future__ import annotations

import re

from ..timeline.model import Definition
from .writer import STEP, Writer, filled


def write_definition(writer: Writer, definition: Definition, indent: int) -> None:
    """A constant or a function, once."""
    name = definition.name
    if definition.params is None:
        text = filled(f"{name} = {definition.python}", indent)
        writer.apart(indent, of_functions=False)
    else:
        params = ", ".join(definition.params)
        body = filled(f"return {definition.python}", indent + 1)
        text = [f"def {name}({params}):", *(STEP + line for line in body)]
        if not params:
            text.insert(0, "@kept")
        writer.apart(indent, of_functions=True)
    writer.statement(text, indent, definition.span, definition.name)


def names_in(python: str) -> set[str]:
    """Names an expression reads, attributes left out."""
    return set(re.findall(r"(?<![.\w])[A-Za-z_]\w*", python))
