"""Random patches made and unmade."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

from c2v_dsl.diagnostics import has_errors
from c2v_dsl.patch import Refusal, apply_patch, read_patch, text_hash
from c2v_dsl.patch.index import Index
from c2v_dsl.syntax import parse

from .random_patches import random_patch

ROOT = Path(__file__).parents[2]
CORPUS = sorted([*(ROOT / "examples").glob("*.c2v"),
                 *(ROOT / "tests" / "corpus" / "valid").glob("*.c2v"),
                 *(ROOT / "stdlib_scenes").glob("*.c2v")])
REASONS: Counter[str] = Counter()
"""Why patches were refused, for whoever wonders what the random ones try."""


def run(count: int, seed: int) -> tuple[int, int]:
    """Make ``count`` patches and take each back; how many were made and how many refused.

    Raises:
        AssertionError: a patch broke a file, or could not be undone byte for byte.
    """
    rng = random.Random(seed)
    texts = [path.read_bytes().decode("utf-8") for path in CORPUS]
    texts += [text.replace("\n", "\r\n") for text in texts[:2]]
    indices = [Index(parse(text).tree, text) for text in texts]
    made = refused = 0
    for _ in range(count):
        index = rng.choice(indices)
        data = random_patch(rng, index, text_hash(index.text))
        patch = read_patch(data)
        assert not isinstance(patch, Refusal), (patch, data)
        result = apply_patch(index.text, patch)
        if not result.ok:
            assert result.refusal is not None and result.refusal.message
            assert result.text == index.text
            REASONS[re.sub(r"`[^`]*`|\d+", "…", result.refusal.message)] += 1
            assert "any more" not in result.refusal.message, data
            refused += 1
            continue
        assert not has_errors(parse(result.text).findings), data
        assert result.inverse is not None
        back = apply_patch(result.text, result.inverse)
        assert back.ok, (back.refusal, data)
        assert back.text.encode() == index.text.encode(), data
        if result.text != index.text:
            again = apply_patch(result.text, patch)
            assert not again.ok, "a patch for another version was made"
        made += 1
    return made, refused
