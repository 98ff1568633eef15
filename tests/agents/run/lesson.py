"""A lesson of three small scenes, and a model that writes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import Request
from c2v_dsl.agents.planner import Wish
from c2v_dsl.agents.run import OnRunProgress, OptionsRecord, RunResult, generate
from tests.agents.scripted import Said, Scripted

WISH = Wish("Three shapes", minutes=0.5)
QUICK = OptionsRecord(quality="draft", critic=0)
SHAPES = {"one": "circle(r=1)", "two": "square(side=2)", "three": "star(r=1)"}

OUTLINE = json.dumps({
    "title": "Three shapes", "scenes": [
        {"id": name, "title": f"Shape {name}", "goal": "to see it",
         "beats": [{"line": f"Shape {name} comes", "shows": "it appears"}]}
        for name in SHAPES]})


def scene(name: str, shape: str = "", do: str = "show it") -> str:
    shape = shape or f"{SHAPES[name]} color gold"
    made, _, style = shape.partition(") ")
    return (f'scene {name} "Shape {name}" {{\n  objects {{\n    it = {made.rstrip(")")}) in B2:E5 '
            f'{style}\n  }}\n\n  beat only "Shape {name} comes" {{\n    {do}\n  }}\n}}\n')


def model(
    scenes: Mapping[str, Callable[[Request], Said]] | None = None,
    agents: Mapping[str, Said] | None = None,
) -> Scripted:
    """A model that writes the lesson; ``scenes`` and other ``agents`` answer otherwise."""

    def said(request: Request) -> Said:
        if agents and request.agent in agents:
            return agents[request.agent]
        if request.agent == "planner.outline":
            return OUTLINE
        if scenes and request.scene in scenes:
            return scenes[request.scene](request)
        return scene(request.scene)

    return Scripted(said)


def run(
    folder: Path, asked: Scripted, options: OptionsRecord | None = QUICK,
    on_progress: OnRunProgress | None = None,
) -> RunResult:
    return generate(WISH, folder, Client(asked, sleep=lambda seconds: None), options, on_progress)
