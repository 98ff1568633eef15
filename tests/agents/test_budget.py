"""A budget of tokens, money and time stops cleanly."""

from __future__ import annotations

import datetime
import threading

import pytest

from c2v_dsl.agents import prices
from c2v_dsl.agents.budget import Budget, Cost
from c2v_dsl.agents.client import Client, Spent
from c2v_dsl.agents.exchange import Answer, Message, ProviderFault, Request, Usage
from tests.agents.scripted import Scripted


def hello(words: int = 1) -> Request:
    return Request("planner.scene", (Message("user", ("word " * words,)),))


def test_tokens_stop_before_the_question_that_would_exceed_them() -> None:
    provider = Scripted(lambda request: Answer("fine", usage=Usage(100, 3000, 900)))
    client = Client(provider, Budget(tokens=10_000))
    client.ask(hello())
    client.ask(hello())
    with pytest.raises(Spent, match=r"of 10,000 tokens is used up: 8,000 are spent, and the next "
                                    r"question takes about 3,901"):
        client.ask(hello())
    assert len(provider.asked) == 2 and client.budget.spent.tokens == 8_000


def test_a_budget_too_small_for_one_question_asks_nothing() -> None:
    provider = Scripted([])
    with pytest.raises(Spent, match="0 are spent"):
        Client(provider, Budget(tokens=100)).ask(hello(10_000))
    assert not provider.asked


def test_questions_asked_at_once_do_not_overshoot() -> None:
    gate = threading.Barrier(2, timeout=5)

    def slowly(request: Request) -> Answer:
        gate.wait()
        return Answer("fine", usage=Usage(1, 3999))

    provider = Scripted(slowly)
    client = Client(provider, Budget(tokens=9_000))
    spent: list[Spent] = []

    def ask() -> None:
        try:
            client.ask(hello())
        except Spent as error:
            spent.append(error)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(provider.asked) == 2 and len(spent) == 4
    assert client.budget.spent.tokens == 8_000


def test_a_question_under_way_counts_by_its_estimate() -> None:
    budget = Budget(tokens=9_000)
    with (budget.asking(Cost(5_000)) as settle):
        with (pytest.raises(Spent, match="0 are spent, 5,000 under way"),
              budget.asking(Cost(5_000))):
            pytest.fail("there is no room for both")
        settle(Cost(1_000, 0.5))
    with budget.asking(Cost(5_000)):
        assert budget.spent == Cost(1_000, 0.5)


def test_what_failed_holds_nothing_back() -> None:
    client = Client(Scripted([ProviderFault("request", "no"), "fine"]), Budget(tokens=6_000))
    with pytest.raises(Exception, match="no"):
        client.ask(hello())
    assert client.ask(hello()).text == "fine"


def test_money_is_counted_where_the_price_is_known() -> None:
    provider = Scripted(lambda request: Answer("x", usage=Usage(answer=50_000),
                                               model="claude-haiku-4-5-20251001"))
    provider.model = "claude-haiku-4-5"
    client = Client(provider, Budget(money=0.60))
    client.ask(hello())
    client.ask(hello())
    with pytest.raises(Spent, match=r"\$0.60 is used up: \$0.50 are spent, and the next question "
                                    r"takes about \$0.16"):
        client.ask(hello())
    assert len(provider.asked) == 2


def test_a_recorded_answer_costs_nothing() -> None:
    client = Client(Scripted(lambda request: Answer("x", usage=Usage(answer=4000), recorded=True)),
                    Budget(tokens=5_000))
    for _ in range(5):
        client.ask(hello())
    assert client.budget.spent == Cost() and client.account.total().usage.answer == 20_000


def test_time_runs_from_the_first_question() -> None:
    now = 100.0
    provider = Scripted(lambda request: "fine")
    client = Client(provider, Budget(seconds=60, clock=lambda: now))
    now = 500.0
    client.ask(hello())
    assert provider.asked[0].seconds == 60
    now = 530.0
    client.ask(hello())
    assert provider.asked[1].seconds == 30, "nobody waits longer than there is time"
    now = 560.0
    with pytest.raises(Spent, match="time for models is used up \\(1 minutes\\)"):
        client.ask(hello())


def test_no_pause_is_begun_that_time_does_not_allow() -> None:
    waited: list[float] = []
    for fault in (ProviderFault("quota", "busy", 45), ProviderFault("server", "busy")):
        client = Client(Scripted([fault]), Budget(seconds=0.9), sleep=waited.append)
        with pytest.raises(Spent, match="used up; the last that was heard: busy"):
            client.ask(hello())
    assert not waited


def test_a_question_that_outlives_the_time_ends_as_spent() -> None:
    now = 0.0

    def late(request: Request) -> ProviderFault:
        nonlocal now
        now = 61.0
        return ProviderFault("network", "did not answer in time")

    client = Client(Scripted(late), Budget(seconds=60, clock=lambda: now), sleep=lambda _: None)
    with pytest.raises(Spent, match="time for models is used up"):
        client.ask(hello())


def test_prices_have_a_day_and_a_length() -> None:
    usage = Usage(prompt=1_000_000, answer=100_000, thinking=100_000)
    before, after = datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)
    assert prices.money("gemini-3.8-flash", usage, before) == pytest.approx(0.75 + 0.75)
    assert prices.money("gemini-3.8-flash", usage, after) == pytest.approx(1.50 + 1.50)
    assert prices.money("models/gemini-3.8-flash-001", usage, before) == pytest.approx(1.50)
    assert prices.money("gemini-3.1-pro-preview", usage) == pytest.approx(4.00 + 3.60)
    assert prices.money("gemini-3.1-pro-preview", Usage(200_000)) == pytest.approx(0.40)
    assert prices.money("some-model", usage) is None
