"""A scene as a Manim scene class: what it declares, then a method a beat."""

from __future__ import annotations

import re
import textwrap

from ..semantics.lowered import Ref
from ..timeline.model import BeatSpec, Definition, PlaceSpec, SceneSpec, Step
from .definitions import names_in, write_definition
from .literals import (
    class_name,
    member_name,
    object_path,
    repr_value,
    seconds,
    string,
    verb_name,
)
from .objects import declare
from .plays import Pause, Play, group
from .source_map import Mapping
from .writer import STEP, Link, Writer, call

_MEMBER = re.compile(r"\w+\[[^\]]*\]")


class SceneClass:
    """Writes one scene.

    Args:
        before: the scene it goes on from: its class is the base, its objects and params are not
            declared again.
        shared: names defined at the file's top.
    """

    def __init__(
        self, writer: Writer, scene: SceneSpec, before: SceneSpec | None, shared: set[str]
    ) -> None:
        self.writer = writer
        self.scene = scene
        self.before = before
        self.local = [d for d in scene.definitions if d.name not in shared]
        self.hatches: dict[str, str] = {}
        self._families = _families(scene)

    def write(self) -> None:
        scene, write = self.scene, self.writer.line
        base = class_name(self.before.id) if self.before else "Lesson"
        head = f"class {class_name(scene.id)}({base}):"
        self.writer.statement(head, 0, scene.span, scene.id)
        write(f"title = {string(scene.title)}", 1)
        write(f"layout = {string(scene.layout)}", 1)
        if self.before or not scene.clears:
            write(f"clears = {scene.clears}", 1)
        write("beats = (", 1)
        for beat in scene.beats:
            args = [string(beat.name)]
            if beat.line is not None:
                args.append(string(beat.line))
            if beat.color is not None:
                args.append(f"color={repr_value(beat.color)}")
            self.writer.statement(f"Beat({', '.join(args)}),", 2, beat.span, beat.id)
        write(")", 1)
        write()
        self._declare()
        for beat in scene.beats:
            write()
            self._beat(beat)
        self._hatch_methods()

    def _declare(self) -> None:
        scene, write = self.scene, self.writer.line
        known = {spec.id for spec in self.before.objects} if self.before else set()
        set_before = {param.name for param in self.before.params} if self.before else set()
        objects = tuple(spec for spec in scene.objects if spec.id not in known)
        for spec in objects:
            if spec.kind == "python" and spec.code:
                self.hatches[spec.id] = f"hatch_{_word(spec.id)}"
        write("def declare(self, o, p):", 1)
        before = len(self.writer.lines)
        for param in scene.params:
            if param.name not in set_before:
                text = f"p.{member_name(param.name)} = {repr_value(param.initial)}"
                self.writer.statement(text, 2, param.span, param.name)
        for definition in self.local:
            write_definition(self.writer, definition, 2)
        if self.local and objects:
            write()
        declare(self.writer, objects, self.hatches, 2)
        if len(self.writer.lines) == before:
            write("pass", 2)

    def _beat(self, beat: BeatSpec) -> None:
        write = self.writer.line
        first = len(self.writer.lines) + 1
        write(f"def beat_{beat.name}(self, o, p):", 1)
        body = len(self.writer.lines)
        plays = group(self._steps(beat), beat.start, beat.start + beat.frames)
        used = "\n".join(self._play_text(play) for play in plays if isinstance(play, Play))
        for definition in self._used_local(used):
            write_definition(self.writer, definition, 2)
        for speech in beat.speech:
            args = [string(speech.text), f"duration={seconds(speech.frames)}"]
            if speech.start > beat.start:
                args.append(f"offset={seconds(speech.start - beat.start)}")
            lines = call("self.add_subcaption", args, 2)
            self.writer.statement(lines, 2, speech.span, beat.id)
        for play in plays:
            if isinstance(play, Pause):
                write(f"self.wait({seconds(play.frames)})", 2)
            else:
                self._play(play)
        if len(self.writer.lines) == body:
            write("pass", 2)
        self.writer.map.append(Mapping(first, len(self.writer.lines), beat.span, beat.id))

    def _steps(self, beat: BeatSpec) -> tuple[Step, ...]:
        """The beat's steps without the scene's closing clear, which `Lesson` plays by itself."""
        end = beat.start + beat.frames
        last = beat is self.scene.beats[-1]
        return tuple(s for s in beat.steps if not (last and s.verb == "clear" and s.start >= end))

    def _used_local(self, text: str) -> list[Definition]:
        wanted = names_in(text)
        kept: list[Definition] = []
        for definition in reversed(self.local):
            if definition.name in wanted:
                kept.append(definition)
                wanted |= names_in(definition.python)
        return kept[::-1]

    def _play_text(self, play: Play) -> str:
        return " ".join(argument for step in play.steps for argument in self._animation(step)[1])

    def _play(self, play: Play) -> None:
        steps = play.steps
        if len(steps) == 1 and steps[0].verb == "python":
            self._hatch_step(steps[0])
            return
        if len(steps) == 1:
            lines = self._part(steps[0], play.start, 2)
            if len(lines) == 1:
                lines = [f"self.play({lines[0]})"]
            else:
                lines = ["self.play(", *(STEP + line for line in lines[:-1]), f"{STEP}),", ")"]
            self.writer.statement(lines, 2, steps[0].span, steps[0].id)
            return
        first = len(self.writer.lines) + 1
        self.writer.line("self.play(", 2)
        for step in steps:
            *lines, last = self._part(step, play.start, 3)
            self.writer.statement([*lines, f"{last},"], 3, step.span, step.id)
        self.writer.line(")", 2)
        whole = Mapping(first, len(self.writer.lines), steps[0].span, steps[0].id)
        self.writer.map.append(whole)

    def _part(self, step: Step, start: int, indent: int) -> list[str]:
        """The animation of ``step`` in a play that begins at ``start``, over several lines if it
        is long."""
        name, args = self._animation(step)
        lines = call(name, args, indent + 2)
        if step.start > start:
            lines[0] = f"After({seconds(step.start - start)}, {lines[0]}"
            lines[-1] += ")"
        return lines

    def _animation(self, step: Step) -> Link:
        args = self._targets(step.targets)
        values = dict(step.args)
        if step.verb == "clear":
            args = []
        elif step.verb == "apply":
            args.insert(0, repr_value(values.pop("map")))
        if step.verb == "set":
            pairs = values["values"].items()
            args = [f"{member_name(name)}={repr_value(value)}" for name, value in pairs]
        elif step.verb == "python":
            args = self._hatch_args(step)
        else:
            args.extend(self._verb_args(values))
        if step.each != 60:
            args.append(f"run_time={seconds(step.each)}")
        if step.lag:
            args.append(f"stagger={seconds(step.lag)}")
        if step.ease != "smooth":
            args.append(f'ease="{step.ease}"')
        return "HatchAct" if step.verb == "python" else verb_name(step.verb), args

    def _targets(self, targets: tuple[Ref, ...]) -> list[str]:
        """Targets as code; all members of a family one after another as ``*o.tile``."""
        written: list[str] = []
        at = 0
        while at < len(targets):
            target = targets[at]
            name, bracket, _ = target.object.partition("[")
            members = self._families.get(name, ()) if bracket and not target.path else ()
            run = tuple(ref.object for ref in targets[at : at + len(members)] if not ref.path)
            if len(members) > 1 and run == members:
                written.append(f"*{object_path(name)}")
                at += len(members)
            else:
                written.append(repr_value(target))
                at += 1
        return written

    def _verb_args(self, values: dict[str, object]) -> list[str]:
        args: list[str] = []
        for name, value in values.items():
            if isinstance(value, PlaceSpec):
                word = "to" if value.word in ("at", "in") else value.word
                args.append(f"{word}={repr_value(value.target)}")
                if value.gap is not None:
                    args.append(f"gap={repr_value(value.gap)}")
                if value.align is not None:
                    args.append(f'align="{value.align}"')
            elif value is not None:
                args.append(f"{member_name(name)}={repr_value(value)}")
        return args

    def _hatch_args(self, step: Step) -> list[str]:
        return [repr_value(step.args.get("intent", ""))]

    def _hatch_step(self, step: Step) -> None:
        args = self._hatch_args(step)
        if step.code:
            method = f"hatch_{_word(step.id)}"
            self.hatches[step.id] = method
            args.append(f"self.{method}")
        args.append(f"run_time={seconds(step.frames)}")
        lines = call("self.hatch_action", args, 2)
        self.writer.statement(lines, 2, step.span, step.id)

    def _hatch_methods(self) -> None:
        code = {spec.id: (spec.code, spec.code_span) for spec in self.scene.objects}
        for beat in self.scene.beats:
            code.update({step.id: (step.code, step.span) for step in beat.steps if step.code})
        for id, method in self.hatches.items():
            text, span = code[id]
            if not text or not span:
                continue
            action = "@" in id
            self.writer.line()
            self.writer.line("@hatch_code", 1)
            self.writer.line(f"def {method}(self, o, p{', duration' if action else ''}):", 1)
            body = textwrap.dedent(text.strip("\n")).splitlines() or ["pass"]
            skipped = len(text) - len(text.lstrip("\n"))
            for number, line in enumerate(body, skipped + 1):
                self.writer.line(line, 2)
                at = len(self.writer.lines)
                self.writer.map.append(Mapping(at, at, span, id, code_line=number))


def _families(scene: SceneSpec) -> dict[str, tuple[str, ...]]:
    """Ids of the members of every family, in the order in which a loop over it gives them."""
    found: dict[str, list[str]] = {}
    for spec in scene.objects:
        if _MEMBER.fullmatch(spec.id):
            found.setdefault(spec.id.partition("[")[0], []).append(spec.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _word(id: str) -> str:
    return re.sub(r"\W+", "_", id).strip("_")
