"""A small lesson: its outline and its scenes, as a model may answer them."""

from __future__ import annotations

import json

from c2v_dsl.agents.planner import BeatPlan, Outline, ScenePlan, Shared, Wish

WISH = Wish("the area of a circle", minutes=1.0)

OUTLINE = Outline(
    title="The area of a circle", audience="pupils of 14", theme="chalk", language="en",
    shared=[Shared(name="radius", value="1.2", color="blue", meaning="of the circle")],
    scenes=[
        ScenePlan(id="ring", title="A circle", goal="knows what a radius is",
                  beats=[BeatPlan(line="A circle has a middle", shows="a circle and its middle"),
                         BeatPlan(line="From there it is one radius", shows="a line outwards")]),
        ScenePlan(id="slices", title="Cut it into slices", goal="sees the slices",
                  beats=[BeatPlan(line="Cut the circle", shows="a circle in eight slices")]),
        ScenePlan(id="slices_laid", title="Lay them side by side", continues="slices",
                  beats=[BeatPlan(line="Side by side they stand", shows="slices in a row")]),
    ])

ANSWER = json.dumps(OUTLINE.model_dump())

RING = """\
scene ring "A circle" {
  objects {
    ring = circle(r=radius) at C3 color blue
    middle = dot(ring) color gold
    out = line(ring, (0, 2)) color gold
  }

  beat whole "A circle has a middle" {
    draw ring over 2s
    pop middle
  }
  beat spoke "From there it is one radius" {
    draw out
    flash middle
  }
}
"""

SLICES = """\
scene slices "Cut it into slices" {
  objects {
    for i in 0..7 {
      slice[i] = sector(r=radius, from=45deg * i, to=45deg * (i + 1)) at C3 stroke blue
    }
  }

  beat cut "Cut the circle" {
    draw slice stagger 0.1s
  }
}
"""

LAID = """\
scene slices_laid "Lay them side by side" continues slices {
  beat lay "Side by side they stand" {
    for i in 0..7 {
      move slice[i] to (1.1 * i - 3.85, -2) over 500ms
    }
  }
}
"""

SCENES = {"ring": RING, "slices": SLICES, "slices_laid": LAID}


def fenced(text: str) -> str:
    return f"```c2v\n{text}```"
