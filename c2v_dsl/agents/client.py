"""The one way in which agents ask: budget, retries, wrong answers by name, and the account."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from .budget import Budget
from .exchange import Answer, Finish, Message, Provider, ProviderFault, Request

Shape = TypeVar("Shape", bound=BaseModel)
Journal = Callable[[Request, Answer | ProviderFault, int], None]
"""Told of every attempt at a request: what came of it, and its number from 1."""


class Unanswered(Exception):
    """No usable answer came.

    Attributes:
        kind: a kind of `ProviderFault`, a `Finish`, ``shape`` (JSON of another shape), ``budget``.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Spent(Unanswered):
    """The budget of tokens, money or time is used up; nothing more is asked."""

    def __init__(self, message: str) -> None:
        super().__init__("budget", message)


class Client:
    """Asks a provider; safe to use from several threads."""

    def __init__(
        self,
        provider: Provider,
        budget: Budget | None = None,
        journal: Journal | None = None,
        retries: int = 4,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.provider = provider
        self.budget = budget or Budget()

    def ask(self, request: Request) -> Answer:
        """The answer, whole.

        Raises:
            Unanswered: nothing usable came, also after asking again where that could help.
            Spent: the budget is used up.
        """
        answer = self.provider.ask(request)
        if answer.finish is not Finish.done or not answer.text.strip():
            raise Unanswered(answer.finish.value, answer.detail or f"{answer.finish} answer")
        return answer

    def ask_for(self, request: Request, shape: type[Shape]) -> tuple[Shape, Answer]:
        """The answer read as ``shape``; what does not fit is told to the model once.

        ``request.schema`` is filled in from ``shape``.

        Raises:
            Unanswered: as `ask`, or ``shape`` where the second answer does not fit either.
        """
        from dataclasses import replace

        asked = replace(request, schema=shape.model_json_schema())
        for _ in range(2):
            answer = self.ask(asked)
            try:
                return shape.model_validate_json(unfenced(answer.text)), answer
            except ValidationError as error:
                problem = str(error)
                asked = replace(asked, messages=(
                    *asked.messages, Message("model", (answer.text,)), Message("user", (problem,))))
        raise Unanswered("shape", problem)


def unfenced(text: str) -> str:
    """What stands in the first fence of ``text``, or all of it."""
    found = re.search(r"```[\w+-]*\n(.*?)\n?```", text, re.S)
    return (found[1] if found else text).strip()
