"""Who is on screen when, wholes and parts."""

from __future__ import annotations

from c2v_dsl.diagnostics import Span
from c2v_dsl.semantics.lowered import Ref
from c2v_dsl.timeline.presence import Presence

HERE = Span(0, 1, "a.c2v")
M = Ref("m")
ROW = Ref("m", (("part", "row"), ("item", 0)))
COLUMN = Ref("m", (("part", "col"), ("item", 1)))
ENTRY = Ref("m", (("item", 0, 1),))
FAR = Ref("m", (("item", 1, 0),))
PIECE = Ref("m", (("item", 0, 1), ("piece", "x", 0)))


def stage() -> Presence:
    return Presence({"m": (2, 2)})


def test_nothing_is_there_before_it_enters() -> None:
    presence = stage()
    assert not presence.there(M, 100)
    presence.enter(M, 60, "show", HERE)
    assert not presence.there(M, 59)
    assert presence.there(M, 60)


def test_what_leaves_is_there_until_it_is_gone() -> None:
    presence = stage()
    presence.enter(M, 0, "show", HERE)
    presence.leave(M, 60, 120, "hide", HERE)
    assert presence.there(M, 119)
    assert not presence.there(M, 120)
    assert presence.leaving(M, 90) is not None
    assert presence.leaving(M, 30) is None


def test_a_row_is_its_entries() -> None:
    presence = stage()
    presence.enter(ROW, 0, "show", HERE)
    assert presence.there(ENTRY, 0)
    assert presence.there(COLUMN, 0)
    assert not presence.there(FAR, 0)
    assert presence.complete(COLUMN, 0) is None
    assert presence.complete(ROW, 0) is not None
    assert presence.there(PIECE, 0)


def test_a_part_may_come_before_its_whole() -> None:
    presence = stage()
    presence.enter(ROW, 0, "show", HERE)
    assert presence.there(M, 0)
    assert presence.complete(M, 0) is None
    presence.enter(M, 60, "show", HERE)
    assert presence.complete(M, 60) is not None
    assert presence.complete(FAR, 60) is not None


def test_a_part_may_leave_before_its_whole() -> None:
    presence = stage()
    presence.enter(M, 0, "show", HERE)
    presence.leave(ROW, 30, 60, "hide", HERE)
    assert presence.complete(M, 60) is None
    assert not presence.there(ENTRY, 60)
    assert presence.there(FAR, 60)
    presence.leave(M, 70, 80, "hide", HERE)
    assert not presence.there(M, 80)


def test_what_is_on_screen_comes_in_the_order_it_entered() -> None:
    presence = stage()
    presence.enter(Ref("b"), 0, "show", HERE)
    presence.enter(ROW, 10, "show", HERE)
    presence.enter(Ref("a"), 20, "show", HERE)
    shown = presence.on_screen(30)
    assert shown[0] == Ref("b")
    assert set(shown[1:3]) == {Ref("m", (("item", 0, 0),)), Ref("m", (("item", 0, 1),))}
    assert shown[3] == Ref("a")
    presence.leave(Ref("b"), 30, 40, "hide", HERE)
    assert Ref("b") not in presence.on_screen(40)


def test_assumed_presence_is_no_entrance() -> None:
    presence = stage()
    presence.enter(M, 0, "", HERE, assumed=True)
    assert presence.there(M, 0)
    assert presence.complete(M, 0) is None
    assert presence.entrances(M) == []
