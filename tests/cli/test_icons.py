"""``c2v icons``, ``--offline``, and the credits of a video with icons."""

from __future__ import annotations

from pathlib import Path

import pytest

from c2v_dsl.assets import icon_sets

from .conftest import GOOD, C2v

WITH_ICONS = GOOD.replace(
    "dot_ = dot((0, 0)) color gold",
    'dot_ = icon("rain") at B2\n    b = icon("virus") at B4').replace("show dot_", "add dot_, b")


def test_names_are_found_by_what_they_show(c2v: C2v) -> None:
    assert c2v("icons", "rain").out.splitlines()[:2] == ["cloud-rain", "cloud-moon-rain"]
    assert c2v("icons", "arrow", "up").out.startswith("arrow-up\n")
    assert c2v("icons", "teacher").out == "presentation\n"
    assert "brain" not in c2v("icons", "rain").out


def test_words_that_no_icon_shows_together_are_looked_for_one_by_one(c2v: C2v) -> None:
    called = c2v("icons", "rat ship", "zzzz")
    assert called.status == 0
    assert [line.split(",")[0] for line in called.out.splitlines()] == [
        "rat: rat", "ship: ship", "zzzz: none"]


def test_without_words_all_names_are_listed(c2v: C2v) -> None:
    names = c2v("icons").out.splitlines()
    assert len(names) > 4000 and names == sorted(set(names))


def test_nothing_found_is_said_with_what_is_near(c2v: C2v) -> None:
    called = c2v("icons", "rockett")
    assert called.status == 2
    assert called.err == "c2v: no icon goes with rockett; did you mean rocket?\n"


def test_without_the_sets_it_is_said_what_to_install(
    c2v: C2v, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icon_sets, "installed", lambda: ())
    called = c2v("icons", "cat")
    assert called.status == 2 and 'pip install "c2v[icons]"' in called.err


def test_offline_asks_nobody(c2v: C2v, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("C2V_OFFLINE", "")
    monkeypatch.setenv("C2V_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("C2V_ICONIFY_URL", "http://127.0.0.1:9")
    text = WITH_ICONS.replace('"rain"', '"iconify:mdi/cat"')
    (tmp_path / "net.c2v").write_text(text, encoding="utf-8")
    called = c2v("--offline", "check", "net.c2v")
    assert called.status == 1
    assert "C2V371" in called.out + called.err and "C2V_OFFLINE" in called.out + called.err


def test_a_video_with_icons_has_its_credits_beside_it(
    c2v: C2v, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("C2V_CACHE", str(tmp_path / "cache"))
    (tmp_path / "icons.c2v").write_text(WITH_ICONS, encoding="utf-8")
    called = c2v("render", "icons.c2v", "--quality", "draft")
    assert called.status == 0, called.err
    assert called.out.endswith("credits icons.credits.txt\n")
    assert (tmp_path / "icons.credits.txt").read_text(encoding="utf-8") == (
        "Pictures in “Good”\n"
        "\n"
        "Lucide\n"
        "  by       Lucide Contributors\n"
        "  licence  ISC (icons from Feather: MIT, Cole Bemis)\n"
        "  from     https://lucide.dev\n"
        "  icons    lucide:cloud-rain\n"
        "\n"
        "Tabler Icons\n"
        "  by       Paweł Kuna\n"
        "  licence  MIT\n"
        "  from     https://tabler.io/icons\n"
        "  icons    tabler:virus\n")
    called = c2v("render", "good.c2v", "--quality", "draft")
    assert called.status == 0 and "credits" not in called.out
    assert not (tmp_path / "good.credits.txt").exists()
