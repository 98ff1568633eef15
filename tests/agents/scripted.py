"""A model that says what a test told it to say."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from c2v_dsl.agents.exchange import Answer, ProviderFault, Request, Usage

Said = str | Answer | ProviderFault


class Scripted:
    """Answers in order, or as a function of the request says; keeps what it was asked.

    A string is a whole answer of four characters a token; a fault is raised. After the last
    answer of a sequence every further question is an `AssertionError`.
    """

    name = "scripted"
    model = "scripted"

    def __init__(
        self,
        answers: Sequence[Said] | Callable[[Request], Said],
        *,
        takes_video: bool = True,
        takes_grammar: bool = False,
    ) -> None:
        self.takes_video = takes_video
        self.takes_grammar = takes_grammar
        self.asked: list[Request] = []
        self._answers = answers
        self._lock = threading.Lock()

    def ask(self, request: Request) -> Answer:
        with self._lock:
            self.asked.append(request)
            number = len(self.asked)
        if callable(self._answers):
            said = self._answers(request)
        else:
            assert number <= len(self._answers), f"one question too many: {request.agent}"
            said = self._answers[number - 1]
        if isinstance(said, ProviderFault):
            raise said
        if isinstance(said, str):
            return Answer(
                said, model=self.model, usage=Usage(request.characters // 4, len(said) // 4)
            )
        return said
