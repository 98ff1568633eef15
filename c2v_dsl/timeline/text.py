"""The timeline as a table for people: scene, beat, start, length, steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..semantics.lowered import Function, Live, Ref
from ..semantics.values.points import Point
from .model import FPS, BeatSpec, PlaceSpec, Speech, Step, Timeline

__all__ = ["clock", "format_text", "reference", "seconds"]


def format_text(timeline: Timeline) -> str:
    """The table, ended by a newline. Times of scenes count from the video's beginning, those of
    beats and steps from the scene's."""
    lines = [f"{timeline.title or timeline.path} · {clock(timeline.frames)}"]
    start = 0
    for scene in timeline.scenes:
        lines.append("")
        title = f' "{scene.title}"' if scene.title else ""
        goes_on = f" · continues {scene.continues}" if scene.continues else ""
        lines.append(f"{clock(start)}  scene {scene.id}{title} · {seconds(scene.frames)}{goes_on}")
        for beat in scene.beats:
            lines.extend(_beat(beat))
        start += scene.frames
    return "\n".join(lines) + "\n"


def _beat(beat: BeatSpec) -> Iterator[str]:
    line = f' "{beat.line}"' if beat.line else ""
    yield f"  {_column(beat.start)} {_column(beat.frames)}  beat {beat.name}{line}"
    entries: list[tuple[int, int, Speech | Step]] = [(s.start, 0, s) for s in beat.speech]
    entries += [(s.start, 1, s) for s in beat.steps]
    for start, _, entry in sorted(entries, key=lambda e: e[:2]):
        text = _speech(entry, beat) if isinstance(entry, Speech) else step_text(entry)
        yield f"  {_column(start)} {_column(entry.frames)}    {text}"


def _speech(speech: Speech, beat: BeatSpec) -> str:
    text = speech.text if len(speech.text) <= 60 else speech.text[:57].rstrip() + "…"
    marks = "".join(f" <{name} {seconds(at)}>" for name, at in speech.marks.items())
    return f'say "{text}"{marks}'


def step_text(step: Step) -> str:
    """``move a to B3 ease linear``, near to how the storyboard says it."""
    words = [step.verb]
    args = dict(step.args)
    targets = _few([reference(ref) for ref in step.targets])
    match step.verb:
        case "set":
            pairs = args.pop("values", {})
            words.append(_few([f"{name} to {value_text(v)}" for name, v in pairs.items()]))
        case "apply":
            words += [value_text(args.pop("map", None)), "to", targets]
        case "python":
            words.append(value_text(args.pop("intent", "")))
        case "clear":
            pass
        case _:
            words.append(targets)
    for name, value in args.items():
        if name in ("color", "opacity", "width"):
            words.append("none" if value is None else value_text(value))
        elif value is True:
            words.append(name)
        else:
            words += [_PHRASES.get(name, name.rstrip("_")), value_text(value)]
    if step.lag:
        words.append(f"stagger {seconds(step.lag)}")
    if step.ease != "smooth":
        words.append(f"ease {step.ease}")
    return " ".join(word for word in words if word)


_PHRASES = {"text": "as"}


def _few(items: list[str], limit: int = 6) -> str:
    if len(items) > limit:
        return ", ".join(items[: limit - 1]) + f", … ({len(items)})"
    return ", ".join(items)


def reference(ref: Ref) -> str:
    """A reference as the language writes it: ``ans["x", 1]``, ``m.row[0]``."""
    text = ref.object
    for step in ref.path:
        kind, *rest = step
        if kind == "part":
            text += f".{rest[0]}"
        elif kind == "piece":
            which = rest[1] if len(rest) > 1 else 0
            text += f'["{rest[0]}"]' if which == 0 else f'["{rest[0]}", {which}]'
        else:
            text += f"[{', '.join(value_text(v) for v in rest)}]"
    return text


def value_text(value: Any) -> str:
    """A value, short."""
    match value:
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:g}"
        case str():
            return f'"{value}"' if len(value) <= 40 else f'"{value[:38]}…"'
        case Ref():
            return reference(value)
        case Live():
            return f"({re.sub(r'[po][.]', '', value.python)})"
        case Function():
            return f"({value.python})"
        case PlaceSpec():
            return value_text(value.target)
        case Point():
            return f"({', '.join(value_text(v) for v in value)})"
    if isinstance(value, tuple | list):
        if type(value).__name__ in ("Cell", "Area"):
            return str(value)
        inner = ", ".join(value_text(v) for v in value)
        return inner if type(value) is tuple else f"[{inner}]"
    return str(value)


def seconds(frames: int) -> str:
    """``1.5s``: exact to a hundredth, to a thousandth (``0.017s``) below a tenth of a second."""
    digits = 3 if abs(frames) < FPS / 10 else 2
    return f"{frames / FPS:.{digits}f}".rstrip("0").rstrip(".") + "s"


def clock(frames: int) -> str:
    """``1:02.50``."""
    minutes, rest = divmod(frames, 60 * FPS)
    return f"{minutes}:{rest / FPS:05.2f}"


def _column(frames: int) -> str:
    return f"{frames / FPS:8.2f}"
