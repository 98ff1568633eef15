"""Two versions side by side: what is shown, in which order, and what an answer means."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image, ImageDraw

from c2v_dsl.agents.critic.bench import Bench, Change
from c2v_dsl.agents.critic.judging import SEEN, Pair, Version, pair, prefer, unlike
from c2v_dsl.agents.exchange import Picture, Request
from c2v_dsl.layout.mend.state import State
from c2v_dsl.patch.model import Operation, Rename, ReplaceBlock
from c2v_dsl.pipeline import check

from .saying import better, critic, pictures, words

BOARD = """c2v 1
storyboard "Looks" { theme paper }
scene s "Looks" {
  objects {
    law = math("a + b") at B3 size 60
    words = text("some words") at D3
  }
  beat law "A law" {
    say "Look at the letter a."
    write law
    highlight law["b"]
  }
  beat words "Words" {
    show words over 300ms
  }
}
"""


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench("looks.c2v")


@pytest.fixture(scope="module")
def before(bench: Bench) -> State:
    state = bench.state(check(BOARD, "looks.c2v"))
    assert state is not None
    return state


def changed(bench: Bench, before: State, id: str, text: str) -> Pair:
    operation: Operation = ReplaceBlock(op="replace_block", id=id, text=text)
    change = bench.change(before, (operation,), "")
    assert isinstance(change, Change), change
    return pair(bench, before, change.state, "s", "law")


def size(picture: Picture) -> tuple[int, int]:
    with Image.open(io.BytesIO(picture.data)) as opened:
        return opened.size


def test_what_only_passes_is_shown_while_it_passes(bench: Bench, before: State) -> None:
    shown = changed(bench, before, "s@law#2", 'highlight law["a"]')
    assert shown.moments == ("a moment of beat `law`",)
    old, new = (version.pictures[0] for version in (shown.old, shown.new))
    assert unlike(old.data, new.data) > SEEN
    assert shown.old.words == shown.new.words
    assert 'the voice says: "Look at the letter a."' in shown.old.words
    assert set(shown.files) == {"1_old.png", "1_new.png"}


def test_what_changes_only_in_time_is_shown_as_time_goes_by(bench: Bench, before: State) -> None:
    shown = changed(bench, before, "s@words",
                    'beat words "Words" lasts 4s {\n    show words over 300ms\n  }')
    assert shown.moments == ("beat `words` as time goes by",)
    assert "lasts 0.3 s; nobody speaks" in shown.old.words
    assert "lasts 4.0 s" in shown.new.words
    assert size(shown.old.pictures[0]) == size(shown.new.pictures[0]) == (1260, 532)
    assert shown.differs


def test_another_name_is_nothing_to_see(bench: Bench, before: State) -> None:
    change = bench.change(before, (Rename(op="rename", id="s.words", to="told"),), "")
    assert isinstance(change, Change)
    shown = pair(bench, before, change.state, "s", "law")
    assert not shown.differs
    assert shown.old.pictures == ()


def versions(count: int) -> list[Pair]:
    return [Pair(Version((Picture(b"old", name="x", content=f"old {n}"),), "an old thing"),
                 Version((Picture(b"new", name="x", content=f"new {n}"),), "a new thing"), ("x",))
            for n in range(count)]


def test_the_order_comes_from_the_content_and_both_orders_come(before: State) -> None:
    scene = before.timeline.scenes[0]
    client, provider = critic({}, lambda _: better("first"))
    judged = [prefer(client, shown, '"Looks"', scene) for shown in versions(40)]
    firsts = [one.first for one in judged]
    assert 10 < firsts.count("new") < 30
    assert [one.better for one in judged] == firsts, "who prefers the first prefers what was first"
    assert [prefer(client, shown, '"Looks"', scene).first for shown in versions(40)] == firsts
    for request, first in zip(provider.asked, firsts, strict=False):
        data = [picture.data.decode() for picture in pictures(request)]
        assert data == (["new", "old"] if first == "new" else ["old", "new"])
        assert (words(request).index("a new thing") < words(request).index("an old thing")) == (
            first == "new")


def test_nothing_tells_the_judge_which_is_which(before: State) -> None:
    asked: list[Request] = []

    def say(request: Request) -> str:
        asked.append(request)
        return better("second")

    client, _ = critic({}, say)
    shown = versions(1)[0]
    both = replace(shown, new=replace(shown.new, words=shown.old.words))
    prefer(client, both, '"Looks"', before.timeline.scenes[0])
    first, second = words(asked[0]).split("## The second version")
    assert first.endswith(f"## The first version\n{shown.old.words}\n\n\n")
    assert second.strip() == shown.old.words


@pytest.mark.parametrize("said", ["neither", "second", "first"])
def test_an_answer_means_a_version_or_none(said: str, before: State) -> None:
    client, _ = critic({}, lambda _: better(said, "So it is."))
    shown = versions(1)[0]
    judged = prefer(client, shown, "", before.timeline.scenes[0])
    want: Any = {"neither": "neither", "first": judged.first,
                 "second": "old" if judged.first == "new" else "new"}[said]
    assert (judged.better, judged.why, judged.moments) == (want, "So it is.", ("x",))
    assert json.dumps(said)


def test_what_the_eye_does_not_see_does_not_count() -> None:
    def png(mark: int) -> bytes:
        picture = Image.new("RGB", (200, 100), (200, 200, 200))
        ImageDraw.Draw(picture).rectangle((10, 10, 40, 40), fill=(200 - mark,) * 3)
        out = io.BytesIO()
        picture.save(out, format="PNG")
        return out.getvalue()

    assert unlike(png(0), png(5)) == 0
    assert unlike(png(0), png(100)) == 31 * 31
