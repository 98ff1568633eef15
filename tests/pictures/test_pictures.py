"""Every kind, verb and style word looks as the reference shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from scripts import pictures
from scripts.pictures import Entry
from tests.pictures.comparing import difference, leave

ENTRIES = pictures.entries()
LEFT = Path(__file__).parents[2] / "out" / "pictures"
"""Where pictures that differ are left, with what was expected and the difference."""


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.name)
def test_it_looks_as_the_reference_shows_it(entry: Entry) -> None:
    assert entry.path.exists(), f"python -m scripts.pictures {entry.name} draws it"
    drawn = pictures.draw(entry)
    with Image.open(entry.path) as kept:
        assert drawn.size == kept.size
        found = difference(drawn, kept)
        if not found.small:
            seen = leave(drawn, kept, LEFT, entry.name)
            pytest.fail(f"{entry.name}: {found}; see {seen}. Where it is meant: "
                        f"python -m scripts.pictures {entry.name}")


def test_no_picture_is_left_of_what_is_gone() -> None:
    kept = {f"{path.parent.name}/{path.stem}" for path in pictures.FOLDER.glob("*/*.png")}
    assert {name for name in kept if not name.startswith("files/")} == set(ENTRIES)


def changed(entry: Entry, old: str, new: str) -> Entry:
    texts = tuple(text.replace(old, new) for text in entry.storyboards)
    assert texts != entry.storyboards
    return Entry(entry.name, texts, entry.moments)


@pytest.mark.parametrize(("name", "old", "new"), [
    ("kinds/dot", "(1, 0.5)", "(1.12, 0.5)"),
    ("kinds/circle", "r=1.5", "r=1.56"),
    ("kinds/line", "stroke blue 5", "stroke gold 5"),
    ("kinds/text", "root", "roof"),
    ("kinds/math", r"\frac{1}{3}", r"\frac{1}{8}"),
    ("kinds/axes", "[10, 0.5]", "[20, 0.5]"),
    ("kinds/point_on", "at=1.5", "at=1.45"),
    ("kinds/arrow", "arrow(a, b)", "line(a, b)"),
    ("verbs/move", "move a to E5", "move a to E6"),
    ("verbs/flash", "flash ball", "wait 1s"),
    ("verbs/highlight", "highlight eq", "outline eq"),
    ("verbs/pulse", "pulse way", "wait 1s"),
    ("styles/dashed", "D5 dashed", "D5"),
])
def test_a_small_change_is_seen(name: str, old: str, new: str) -> None:
    entry = ENTRIES[name]
    drawn = pictures.draw(changed(entry, old, new))
    with Image.open(entry.path) as kept:
        assert not difference(drawn, kept).small


@pytest.mark.parametrize("name", ["kinds/table", "kinds/svg", "kinds/code", "verbs/focus"])
def test_other_smoothing_is_not(name: str) -> None:
    """Drawn larger and brought to size, as another rasteriser would: no edge is quite the same."""
    entry = ENTRIES[name]
    width, height = pictures.WHOLE
    large = pictures.draw(entry, (3 * width, 3 * height))
    with Image.open(entry.path) as kept:
        assert difference(large.resize(kept.size, Image.Resampling.BOX), kept).small
