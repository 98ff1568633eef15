"""Lets of a storyboard as definitions of the emitted code."""

from __future__ import annotations

import re

from ..timeline.model import Definition
from .writer import STEP, Writer


def write_definition(writer: Writer, definition: Definition, indent: int) -> None:
    """A constant or a function, once."""
    name = definition.name
    if definition.params is None:
        text = [f"{name} = {definition.python}"]
        writer.apart(indent, of_functions=False)
    else:
        params = ", ".join(definition.params)
        text = [f"def {name}({params}):", f"{STEP}return {definition.python}"]
        if not params:
            text.insert(0, "@kept")
        writer.apart(indent, of_functions=True)
    writer.statement(text, indent, definition.span, definition.name)


def names_in(python: str) -> set[str]:
    """Names an expression reads, attributes left out."""
    return set(re.findall(r"(?<![.\w])[A-Za-z_]\w*", python))
