"""Ways to ask a model, each loaded when it is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import cast

from ..exchange import Provider


@dataclass(frozen=True)
class Way:
    """A way to ask.

    Attributes:
        module: of this package; its ``make(argument, key_file)`` makes the provider.
        form: how it is written after ``--model``.
        words: what it is.
        argument: what must follow the colon, or empty where nothing need.
    """

    module: str
    form: str
    words: str
    argument: str = ""


WAYS = {
    "gemini": Way("gemini", "gemini[:NAME]", "Google's Gemini"),
    "openai": Way("openai", "openai:NAME[@URL]", "an OpenAI-compatible endpoint",
                  "the model's name"),
    "replay": Way("replay", "replay:DIR", "recorded exchanges", "a folder"),
    "manual": Way("manual", "manual:DIR[@MINUTES]", "a folder as a mailbox", "a folder"),
}


def make(way: str, argument: str, key_file: str | None = None) -> Provider:
    """The provider that ``WAY:ARGUMENT`` names.

    Args:
        way: one of `WAYS`.
        key_file: a file with the key, before all other places.

    Raises:
        ProviderFault: a package is missing, or there is nothing behind the argument.
        NoKey: the provider needs a key and there is none.
    """
    module = import_module(f"{__name__}.{WAYS[way].module}")
    return cast(Provider, module.make(argument, key_file))
