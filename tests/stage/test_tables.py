"""Tables and bars whose parts come one by one stay readable."""

from __future__ import annotations

import numpy as np
import pytest

from c2v_dsl import stage as s
from tests.stage.bench import Bench


@pytest.fixture
def bench():
    return Bench("wide")


def test_a_column_comes_with_the_names_of_the_rows_and_a_row_with_those_of_the_columns(bench):
    table = s.table(s.L(s.L(1, 2), s.L(3, 4)), rows=s.L("p", "q"), cols=s.L("a", "b")).fit("A1:C3")
    model = table.model()
    names = {
        (name, k): set(model.parts[((name, k),)]) - {
            leaf for i in (0, 1) for j in (0, 1) for leaf in model.parts[(("item", i, j),)]
        }
        for name in ("row", "col") for k in (0, 1)
    }
    assert all(names.values())
    for k in (0, 1):
        assert names["row", 0] | names["row", 1] <= set(model.reveals[(("col", k),)])
        assert names["col", 0] | names["col", 1] <= set(model.reveals[(("row", k),)])


def test_numbers_of_bars_below_the_ground_keep_clear_of_the_names(bench):
    chart = s.bars([-2, 3, -0.5], labels=["down", "up", "low"]).fit("A1:D4")
    strokes = [st for st in chart.strokes() if st.leaf.role == "word"]
    heights = sorted({round(float(np.mean(st.points[:, 1])), 1) for st in strokes})
    names = max(st.points[:, 1].max() for st in strokes
                if st.points[:, 1].mean() < heights[0] + 0.15)
    bars = [st for st in chart.strokes() if st.leaf.role == "tint"]
    lowest = min(st.points[:, 1].min() for st in bars)
    assert lowest - names > 0.25
