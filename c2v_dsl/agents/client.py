"""The one way in which agents ask: budget, retries, wrong answers by name, and the account."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from . import prices
from .budget import Account, Budget, Cost, Entry
from .exchange import (
    Answer,
    Finish,
    Message,
    Picture,
    Provider,
    ProviderFault,
    Request,
    Spent,
    Unanswered,
    Usage,
    Video,
)
from .prompts import prompt

if TYPE_CHECKING:
    from tenacity import RetryCallState

__all__ = ["Client", "Journal", "Spent", "Unanswered", "unfenced"]

Shape = TypeVar("Shape", bound=BaseModel)
Journal = Callable[[Request, Answer | ProviderFault, int], None]
"""Told of every attempt at a request, one after the other: what came of it, and its number from
1."""

MOST_TOKENS = 65_536
"""Tokens of an answer that is asked for again because it met its limit."""
LONGEST_WAIT = 120.0
"""Seconds that a provider may ask to wait; where it asks for more it is given up."""
_FIRST_WAIT, _MOST_WAIT = 1.0, 60.0
_PICTURE_TOKENS, _VIDEO_TOKENS = 1_100, 15_000
_FIRST_ANSWER_TOKENS = 4_000


class Client:
    """Asks a provider; safe to use from several threads.

    Args:
        budget: limits of tokens, money and time; none if not given.
        journal: told of every attempt.
        retries: how often a question is put again where that can help.
        sleep: waits between attempts.

    Attributes:
        account: what asking came to, by agent and scene.
    """

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
        self.account = Account()
        self._journal = journal
        self._retries = retries
        self._sleep = sleep
        self._journal_lock = threading.Lock()
        self._heard = False

    def ask(self, request: Request) -> Answer:
        """The answer, whole.

        Raises:
            Unanswered: nothing usable came, also after asking again where that could help.
            Spent: the budget is used up.
        """
        numbers = iter(range(1, 1_000_000))
        answer = self._patiently(request, numbers)
        if answer.finish is Finish.length and request.max_tokens < MOST_TOKENS:
            more = replace(request, max_tokens=min(2 * request.max_tokens, MOST_TOKENS))
            answer = self._patiently(more, numbers)
        if answer.finish is Finish.length:
            raise Unanswered("length", answer.detail or (
                f"the answer was cut off at its limit of tokens ({answer.usage.answer:,}, after "
                f"{answer.usage.thinking:,} of thinking)"))
        if answer.finish is Finish.blocked:
            raise Unanswered("blocked", f"{self._name} held the answer back"
                             + (f": {answer.detail}" if answer.detail else ""))
        return answer

    def ask_for(self, request: Request, shape: type[Shape]) -> tuple[Shape, Answer]:
        """The answer read as ``shape``; what does not fit is told to the model once.

        ``request.schema`` is filled in from ``shape``. A fence around the JSON and words before
        and behind it are passed over.

        Raises:
            Unanswered: as `ask`, or ``shape`` where the second answer does not fit either.
        """
        asked = replace(request, schema=shape.model_json_schema())
        answer = self.ask(asked)
        try:
            return _read(shape, answer.text), answer
        except ValidationError as error:
            told = prompt("wrong_shape", problems=_problems(error))
        answer = self.ask(replace(asked, messages=(
            *asked.messages, Message("model", (answer.text,)), Message("user", (told,)))))
        try:
            return _read(shape, answer.text), answer
        except ValidationError as error:
            raise Unanswered(
                "shape", f"the answer is not what was asked for:\n{_problems(error)}") from None

    @property
    def _name(self) -> str:
        return " ".join(dict.fromkeys((self.provider.name, self.provider.model)))

    def _patiently(self, request: Request, numbers: Iterator[int]) -> Answer:
        """The answer after as many attempts as it takes and as are allowed."""
        import tenacity

        def passing(error: BaseException) -> bool:
            return isinstance(error, ProviderFault) and error.passing

        empty, late = 0, False

        def enough(state: RetryCallState) -> bool:
            nonlocal empty, late
            fault = _fault(state)
            empty += fault.kind == "empty"
            left = self.budget.left()
            late = left is not None and state.upcoming_sleep >= left
            # Where nothing ever answered, the address is wrong sooner than the network bad.
            most = 1 if fault.kind == "network" and not self._heard else self._retries
            return (late or state.attempt_number > min(most, self._retries) or empty > 1
                    or (fault.retry_after or 0.0) > LONGEST_WAIT)

        attempts = tenacity.Retrying(
            retry=tenacity.retry_if_exception(passing),
            wait=_wait,
            stop=enough,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return attempts(self._once, request, numbers)
        except ProviderFault as fault:
            if late:
                raise Spent(f"the time for models is used up; the last that was heard: {fault}"
                            ) from None
            tried = attempts.statistics["attempt_number"]
            asked = f" (asked {tried} times)" if tried > 1 else ""
            raise Unanswered(fault.kind, f"{fault}{asked}") from None

    def _once(self, request: Request, numbers: Iterator[int]) -> Answer:
        with self.budget.asking(self._estimate(request)) as settle:
            left = self.budget.left()
            if left is not None:
                request = replace(request, seconds=min(left, request.seconds or left))
            number = next(numbers)
            started = time.monotonic()
            try:
                answer = self.provider.ask(request)
            except ProviderFault as fault:
                self._note(request, fault, number, time.monotonic() - started)
                self._heard |= fault.kind != "network"
                raise
            self._heard = True
            settle(self._note(request, answer, number, time.monotonic() - started))
        if answer.finish is Finish.empty or (
                answer.finish is Finish.done and not answer.text.strip()):
            raise ProviderFault("empty", f"{self._name} answered nothing"
                                + (f": {answer.detail}" if answer.detail else ""))
        return answer

    def _note(
        self, request: Request, came: Answer | ProviderFault, number: int, seconds: float
    ) -> Cost:
        """Enter an attempt into the account and the journal; what it has cost."""
        cost = Cost()
        if isinstance(came, ProviderFault):
            self.account.add(request.agent, request.scene, Entry(1, faults=1, seconds=seconds))
        else:
            known = prices.money(came.model or self.provider.model, came.usage)
            if not came.recorded:
                cost = Cost(came.usage.total, known or 0.0)
            unpriced = known is None and not came.recorded and came.usage.total > 0
            self.account.add(
                request.agent, request.scene,
                Entry(1, int(came.recorded), 0, came.usage, cost.money, seconds),
                came.model or self.provider.model if unpriced else "")
        if self._journal is not None:
            with self._journal_lock:
                self._journal(request, came, number)
        return cost

    def _estimate(self, request: Request) -> Cost:
        """About what a question will cost: its words, pictures, and an answer as long as before."""
        asked = request.characters // 4 + sum(
            _PICTURE_TOKENS if isinstance(part, Picture) else _VIDEO_TOKENS
            for message in request.messages for part in message.parts
            if isinstance(part, Picture | Video))
        before = self.account.by_agent().get(request.agent, Entry())
        answered = before.asked - before.faults
        said = before.usage.answer + before.usage.thinking
        answer = min(said // answered if answered else _FIRST_ANSWER_TOKENS, request.max_tokens)
        known = prices.money(self.provider.model, Usage(asked, answer))
        return Cost(asked + answer, known or 0.0)


def _fault(state: RetryCallState) -> ProviderFault:
    fault = state.outcome.exception() if state.outcome else None
    assert isinstance(fault, ProviderFault)
    return fault


def _wait(state: RetryCallState) -> float:
    """Seconds until the next attempt: as the provider says, or exponentially more, with jitter."""
    import tenacity

    growing = tenacity.wait_exponential_jitter(_FIRST_WAIT, _MOST_WAIT, jitter=_FIRST_WAIT)
    said = _fault(state).retry_after
    if said is None:
        return growing(state)
    return said + tenacity.wait_random(0, _FIRST_WAIT)(state)


def _read(shape: type[Shape], text: str) -> Shape:
    """``text`` as ``shape``.

    Raises:
        ValidationError: it is not.
    """
    return shape.model_validate_json(_json(text))


def _json(text: str) -> str:
    """The JSON in ``text``: all of it, what stands in a fence, or the longest value in prose."""
    decoder = json.JSONDecoder()
    best = ""
    for body in dict.fromkeys((text.strip(), unfenced(text))):
        try:
            decoder.decode(body)
            return body
        except ValueError:
            pass
        at = 0
        while found := re.compile(r"[{\[]").search(body, at):
            try:
                _, at = decoder.raw_decode(body, found.start())
            except ValueError:
                at = found.end()
                continue
            if at - found.start() > len(best):
                best = body[found.start():at]
    return best or unfenced(text)


_MOST_PROBLEMS = 12


def _problems(error: ValidationError) -> str:
    """What does not fit, a line each: where, what is wanted, what was given."""
    lines = []
    for one in error.errors(include_url=False, include_context=False):
        where = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in one["loc"])
        given = json.dumps(one["input"], ensure_ascii=False, default=str)
        wanted = one["msg"]
        if one["type"] in {"json_invalid", "missing"}:
            given = ""
            if one["type"] == "json_invalid" and not re.search(r"[{\[]", one["input"]):
                wanted = "there is no JSON in it"
        lines.append(f"- {where.lstrip('.') or 'the answer'}: {wanted}"
                     + (f", not {given[:80]}{'…' * (len(given) > 80)}" if given else ""))
    more = len(lines) - _MOST_PROBLEMS
    return "\n".join(lines[:_MOST_PROBLEMS] + [f"- and {more} more"] * (more > 0))


def unfenced(text: str) -> str:
    """What stands in the first fence of ``text``, or all of it; a fence may lack its end."""
    found = re.search(r"```[\w+-]*\n(.*?)(?:\n?```|\Z)", text, re.S)
    return (found[1] if found else text).strip()
