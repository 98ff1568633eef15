"""A trial of the Planner: ``python -m tests.agents.trial --topics 20 --seed 1 -o DIR``.

For each topic ``DIR/NN/mail`` is a mailbox in which somebody (or some model, by hand) answers, and
``DIR/NN/run`` the run of ``c2v generate``. The same command again goes on. When a lesson has ended
its mailbox gets a file ``DONE``. ``python -m tests.agents.figures DIR`` tells what came of it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
_EVERY_SECONDS = 30.0


def data_folder() -> Path:
    """Where MMMC's files are: ``$C2V_DATA``, or ``shared/data`` beside the repository."""
    chosen = os.environ.get("C2V_DATA")
    return (Path(chosen) if chosen else ROOT.parent / "shared" / "data") / "mmmc"


def choose(topics: Sequence[str], count: int, seed: int) -> list[str]:
    """``count`` topics spread over the list, which goes category by category: one, by the seed,
    out of each of ``count`` pieces of about the same length."""
    count = min(count, len(topics))
    chance = random.Random(seed)
    ends = [round(k * len(topics) / count) for k in range(count + 1)]
    return [chance.choice(topics[a:b]) for a, b in pairwise(ends)]


class Lesson:
    """One topic on its way."""

    def __init__(self, folder: Path, topic: str, minutes: float) -> None:
        self.folder = folder
        self.topic = topic
        self.minutes = minutes
        self.mail = folder / "mail"
        self.run = folder / "run"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin, or go on with what is there."""
        self.mail.mkdir(parents=True, exist_ok=True)
        (self.mail / "DONE").unlink(missing_ok=True)
        with (self.folder / "log.txt").open("ab") as log:
            self._process = subprocess.Popen(
                self.command(), stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": str(ROOT)})

    def command(self) -> list[str]:
        """What makes the lesson."""
        wish = (["--resume", str(self.run)] if (self.run / "run.json").is_file() else
                [self.topic, "--minutes", f"{self.minutes:g}", "-o", str(self.run)])
        return [sys.executable, "-m", "c2v_dsl", "generate", *wish, "--no-critic",
                "--quality", "draft", "--model", f"manual:{self.mail}"]

    @property
    def complete(self) -> bool:
        try:
            return bool(json.loads((self.run / "run.json").read_text())["status"] == "complete")
        except (OSError, ValueError, KeyError):
            return False

    def ended(self) -> bool:
        """Whether the process has ended; the mailbox is closed then."""
        if self._process is None or self._process.poll() is None:
            return False
        (self.mail / "DONE").touch()
        return True

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()

    def stands(self) -> str:
        """Where it stands, in one line."""
        asked = {path.name.split(".")[0] for path in self.mail.glob("[0-9]*.request.md")}
        answered = {path.name.split(".")[0] for path in self.mail.glob("[0-9]*.answer.*")}
        if self._process is None:
            state = "complete" if self.complete else "waiting"
        elif self._process.poll() is None:
            waits = len(asked - answered)
            state = f"waits for {waits} answers" if waits else "at work"
        else:
            state = f"ended with {self._process.returncode}" + (
                "" if self.complete else f", see {self.folder / 'log.txt'}")
        return f"{self.folder.name}  {len(answered):3} answered  {state:22}  {self.topic[:60]}"


def trial(lessons: Sequence[Lesson], at_once: int, every: float = _EVERY_SECONDS) -> int:
    """Make all lessons, so many at once; how many are not complete."""
    waiting = [one for one in lessons if not one.complete]
    running: list[Lesson] = []
    last = ""
    told = 0.0
    try:
        while waiting or running:
            running = [one for one in running if not one.ended()]
            while waiting and len(running) < at_once:
                running.append(waiting.pop(0))
                running[-1].start()
            table = "\n".join(one.stands() for one in lessons)
            if table != last and time.monotonic() - told >= every:
                print(f"{time.strftime('%H:%M:%S')}\n{table}\n", flush=True)
                last, told = table, time.monotonic()
            time.sleep(0.2)
    finally:
        for one in running:
            one.stop()
    print("\n".join(one.stands() for one in lessons))
    return sum(not one.complete for one in lessons)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="A trial of the Planner on topics of MMMC.")
    parser.add_argument("--topics", type=int, default=20, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--at-once", type=int, default=5, metavar="N")
    parser.add_argument("--minutes", type=float, default=3.0, help="length of each lesson")
    parser.add_argument("--list", action="store_true", help="name the topics and do nothing")
    parser.add_argument("-o", dest="folder", type=Path, required=True, metavar="DIR")
    given = parser.parse_args(words)
    source = data_folder() / "topics.json"
    if not source.is_file():
        print(f"skipped: {source} is not there; C2V_DATA names the folder that has mmmc in it")
        return 0
    topics = choose(json.loads(source.read_text(encoding="utf-8")), given.topics, given.seed)
    lessons = [Lesson(given.folder.resolve() / f"{number:02}", topic, given.minutes)
               for number, topic in enumerate(topics, start=1)]
    if given.list:
        print("\n".join(f"{one.folder.name}  {one.topic}" for one in lessons))
        return 0
    return 1 if trial(lessons, given.at_once) else 0


if __name__ == "__main__":
    sys.exit(main())
