"""The options that all commands share which ask a model, and the client they make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from ..assets.icon_desk import disconnected
from ..semantics.suggest import nearest
from .faults import Fault

if TYPE_CHECKING:
    from ..agents.client import Client, Journal
    from ..agents.exchange import Provider

DEFAULT_MODEL = "gemini"


class SandboxWord(StrEnum):
    """Whether hatch code runs in walls."""

    auto = "auto"
    off = "off"


Model = Annotated[str | None, typer.Option(
    "--model", metavar="MODEL",
    help="gemini[:NAME] (if not said), openai:NAME[@URL] for any OpenAI-compatible server, "
    "replay:DIR for recorded answers, manual:DIR for answers by hand.")]
Record = Annotated[str | None, typer.Option(
    "--record", metavar="DIR",
    help="Keep the model's answers in this folder, and take them from there the next time.")]
ApiKeyFile = Annotated[str | None, typer.Option(
    "--api-key-file", metavar="FILE",
    help="A file with the key; else the environment, the keyring, the user's file.")]
MaxTokens = Annotated[int | None, typer.Option(
    "--max-tokens", metavar="N", min=1, help="Stop before more tokens than this are spent.")]
MaxCost = Annotated[float | None, typer.Option(
    "--max-cost", metavar="DOLLARS", min=0, help="Stop before the model costs more than this.")]
MaxMinutes = Annotated[float | None, typer.Option(
    "--max-minutes", metavar="N", min=0, help="Ask the model nothing more after this time.")]
Sandbox = Annotated[SandboxWord | None, typer.Option(
    "--sandbox", help="off lets hatch code run without walls, also what a model wrote.")]


@dataclass(frozen=True)
class ModelOptions:
    """What was said on the command line about the model."""

    model: str | None = None
    record: str | None = None
    api_key_file: str | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    max_minutes: float | None = None


def client_from(options: ModelOptions, journal: Journal | None = None) -> Client:
    """The client that ``options`` ask for.

    Args:
        journal: told of every attempt.

    Raises:
        Fault: an option is wrong, a package or a key is missing.
    """
    from ..agents.budget import Budget
    from ..agents.client import Client

    provider = _provider(options)
    if options.max_cost is not None:
        _needs_price(provider)
    budget = Budget(
        tokens=options.max_tokens,
        money=options.max_cost,
        seconds=None if options.max_minutes is None else options.max_minutes * 60,
    )
    return Client(provider, budget, journal)


def _provider(options: ModelOptions) -> Provider:
    from ..agents.exchange import ProviderFault
    from ..agents.keys import NoKey
    from ..agents.providers import WAYS, make
    from ..agents.providers.replay import Recorder

    said = options.model or DEFAULT_MODEL
    name, _, argument = said.partition(":")
    way = WAYS.get(name)
    if way is None:
        like = nearest(name, WAYS)
        raise Fault(f"--model {said}: there is no {name or 'such'} model; "
                    + (f"did you mean {like}? " if like else "")
                    + "There are " + ", ".join(one.form for one in WAYS.values()))
    if way.argument and not argument.partition("@")[0]:
        raise Fault(f"--model {said}: {way.argument} follows the colon: {way.form}")
    if disconnected() and _is_far(name, argument):
        raise Fault(f"--model {said} needs the network, and --offline allows none; replay:DIR "
                    "needs none")
    try:
        provider = make(name, argument, options.api_key_file)
    except (ProviderFault, NoKey) as fault:
        raise Fault(f"--model {said}: {fault}") from None
    if options.record is None:
        return provider
    if name == "replay":
        raise Fault("--record keeps new answers, and replay gives none; leave one of them out")
    folder = Path(options.record).expanduser()
    if folder.exists() and not folder.is_dir():
        raise Fault(f"--record {options.record}: it is a file, a folder is needed")
    return Recorder(provider, folder)


def _is_far(way: str, argument: str) -> bool:
    host = urlsplit(argument.partition("@")[2]).hostname
    return way in ("gemini", "openai") and host not in ("localhost", "127.0.0.1", "::1")


def _needs_price(provider: Provider) -> None:
    from ..agents import prices

    if provider.name in ("gemini", "openai") and prices.price(provider.model) is None:
        raise Fault(f"--max-cost cannot be kept: the price of {provider.model} is not known here; "
                    "set --max-tokens")
