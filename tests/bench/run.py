"""Our own part of a run: ``python -m tests.bench.run``.

A lesson of seven scenes, taken from the examples, whose model answers at once. What is left when
waiting for the model and drawing are taken away: outline, checking, measuring, putting together,
code; with nothing kept from before. On a machine that is busy with something else, the ratio to an
import of Manim says more than the seconds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import Answer, Request, Usage
from c2v_dsl.agents.planner import Wish
from c2v_dsl.agents.planner.reading import pieces
from c2v_dsl.agents.run import OptionsRecord, RunResult, generate

TARGET = 5.0
"""Seconds."""

EXAMPLES = Path(__file__).parents[2] / "examples"
SCENES = (("determinant", "area"), ("determinant", "sign"), ("determinant", "rule"),
          ("derivative", ""), ("binary_search", ""), ("compound_interest", ""), ("projectile", ""))
"""Storyboards and their scenes; the first one where none is named."""


class AtOnce:
    """A model that has the answers ready."""

    name = model = "at once"
    takes_video = takes_grammar = False

    def __init__(self) -> None:
        self.answers = dict(_scene(*which) for which in SCENES)

    def ask(self, request: Request) -> Answer:
        if request.agent == "planner.outline":
            text = json.dumps({"title": "Seven scenes", "theme": "chalk", "scenes": [
                {"id": name, "title": name, "goal": name,
                 "beats": [{"line": "One after the other", "shows": "it comes"}] * 3}
                for name in self.answers]})
        else:
            text = self.answers[request.scene]
        return Answer(text, usage=Usage(request.characters // 4, len(text) // 4), model=self.model)


def _scene(example: str, name: str) -> tuple[str, str]:
    """A scene's name and its text, with what it needs beside it."""
    found = list(pieces((EXAMPLES / f"{example}.c2v").read_text(encoding="utf-8")))
    scene = next(p for p in found if p.word == "scene" and name in ("", p.name))
    beside = [p.text for p in found if p.word not in ("scene", "storyboard")]
    return scene.name, "\n\n".join([*beside, scene.text])


def run(folder: Path, quality: str = "draft") -> RunResult:
    options = OptionsRecord.model_validate({"quality": quality, "critic": 0})
    return generate(Wish("Seven scenes", minutes=3), folder, Client(AtOnce()), options)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        subprocess.run([sys.executable, "-c", "import manim"], check=True)
        loading = time.monotonic() - began
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.run", f"{folder}/run"], check=False,
            env={**os.environ, "C2V_CACHE": f"{folder}/cache"}, capture_output=True, text=True)
        whole = time.monotonic() - began
        assert done.returncode == 0, done.stderr
        record = json.loads((Path(folder) / "run" / "run.json").read_text(encoding="utf-8"))
    seconds = record["seconds"]
    states = [scene["state"] for scene in record["scenes"]]
    apart = whole - seconds["model"] - seconds["render"]
    print(f"a run of {len(states)} scenes ({states.count('clean')} clean): {apart:.2f} s of our "
          f"own, {apart / loading:.1f} times an import of Manim, target {TARGET} s; "
          f"drawing {seconds['render']:.1f} s")
    for name, stage in record["stages"].items():
        print(f"  {name}: {stage['seconds']:.2f} s, {stage['detail']}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(not run(Path(sys.argv[1])).video)
    main()
