"""The Coder: code for a hatch that has an intent and none."""

from __future__ import annotations

import time

from ...diagnostics import Edit, Span
from ...syntax.edits import apply_edits
from ..client import unfenced
from ..exchange import Message, Request, Unanswered
from ..prompts import prompt
from . import surroundings
from .attempt import Attempt
from .bench import Look
from .code import Hatch
from .refine import FORMS, Mender, scene_text


def write(mender: Mender, text: str, look: Look) -> str | None:
    """``text`` with code in a hatch that has none; None if no code came.

    The code is neither read nor run yet.

    Raises:
        Spent: the budget is used up.
    """
    hatch = look.hatch
    assert hatch is not None
    began = time.perf_counter()
    request = question(mender, text, look)
    try:
        answer = mender.client.ask(request)
    except Unanswered as error:
        if error.kind == "budget":
            raise
        mender.note(Attempt(hatch.id, "code", "", "", 0, request.characters, 0, "unanswered",
                            str(error), time.perf_counter() - began))
        return None
    code = unfenced(answer.text)
    mender.note(Attempt(hatch.id, "code", "", "", 0, request.characters, len(answer.text),
                        "written", "", time.perf_counter() - began))
    if not code.startswith("# by "):
        code = f"# by {answer.model or mender.client.provider.name}\n{code}"
    return with_code(text, hatch, code)


def question(mender: Mender, text: str, look: Look) -> Request:
    """What the model is asked."""
    hatch, timeline = look.hatch, look.result.timeline
    assert hatch is not None
    bench = mender.bench
    scene = None
    if timeline is not None:
        scene = next((s for s in timeline.scenes if s.id == hatch.scene), None)
    said = {
        "manim": bench.api.version, "form": FORMS[hatch.kind], "intent": hatch.intent,
        "scene": scene_text(text, hatch, look),
        "api": surroundings.suiting(hatch.intent, hatch.kind, bench.api),
        "contract": "", "neighbours": "- nothing that is known",
    }
    if timeline is not None:
        said["contract"] = surroundings.contract(hatch, timeline, scene)
        said["neighbours"] = surroundings.neighbours(timeline, scene, look.seen, hatch)
    return Request("coder", (Message("user", (prompt("coder", **said),)),), scene=hatch.scene)


def with_code(text: str, hatch: Hatch, code: str) -> str:
    """``text`` with ``code`` behind the statement of a hatch; all else stays."""
    code = code.replace('"""', "'''").strip("\n")
    span = hatch.node.span
    if hatch.node.code is not None:
        own = hatch.node.code.span
        span = Span(own.start, own.end, own.path)
        lead = ""
    else:
        span = Span(span.end, span.end, span.path)
        lead = " "
    start = text.rfind("\n", 0, hatch.node.span.start) + 1
    line = text[start : hatch.node.span.start]
    indent = line[: len(line) - len(line.lstrip())]
    end = "\r\n" if "\r\n" in text else "\n"
    body = end.join(f"{indent}  {row}" if row.strip() else "" for row in code.splitlines())
    return apply_edits(text, [Edit(span, f'{lead}"""{end}{body}{end}{indent}"""')])
