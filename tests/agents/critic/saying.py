"""Critics and judges that say what a test wants."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from c2v_dsl.agents.client import Client
from c2v_dsl.agents.exchange import Answer, Picture, ProviderFault, Request

from ..scripted import Said, Scripted

HERE = Path(__file__).parent
PLANTED = HERE / "planted.c2v"

Answers = Mapping[str, Sequence[dict[str, Any]] | Said]
"""What the critic says of each scene: problems, or an answer as it is."""


def problem(
    beat: str, wrong: str, *patch: dict[str, Any], severity: str = "high"
) -> dict[str, Any]:
    """A problem as the critic answers it."""
    return {"beat": beat, "ids": [], "wrong": wrong, "why": "A learner is misled.",
            "severity": severity, "patch": list(patch)}


def words(request: Request) -> str:
    """All words of a request."""
    return "\n".join(part for message in request.messages for part in message.parts
                     if isinstance(part, str))


def pictures(request: Request) -> list[Picture]:
    """All pictures of a request."""
    return [part for message in request.messages for part in message.parts
            if isinstance(part, Picture)]


def critic(
    answers: Answers, judge: Callable[[Request], Said], again: Answers | None = None,
    *, takes_video: bool = False,
) -> tuple[Client, Scripted]:
    """A client whose critic and judge say so; ``again`` is what the critic says of patches that
    could not be made."""
    def say(request: Request) -> Said:
        if request.agent == "judge":
            return judge(request)
        second = any(message.role == "model" for message in request.messages)
        said = ((again or {}) if second else answers).get(request.scene, [])
        if isinstance(said, str | Answer | ProviderFault):
            return said
        return json.dumps({"problems": list(said)})

    provider = Scripted(say, takes_video=takes_video)
    return Client(provider), provider


def better(which: str, why: str = "It is right now.") -> str:
    """What a judge answers."""
    return json.dumps({"better": which, "why": why})


def knows(*marks: str) -> Callable[[Request], str]:
    """A judge that prefers the version with more of ``marks`` in its words."""
    def say(request: Request) -> str:
        parts = words(request).split("## The second version")
        first, second = (sum(mark in part for mark in marks) for part in parts)
        return better("neither" if first == second else "first" if first > second else "second")

    return say


__all__ = ["PLANTED", "better", "critic", "knows", "pictures", "problem", "words"]
