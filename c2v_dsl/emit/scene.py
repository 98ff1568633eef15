"""A scene of the timeline as a Manim scene class, one method per beat."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from ..diagnostics import Source
from ..timeline.model import Definition, ObjectSpec, SceneSpec, Timeline
from .definitions import names_in, write_definition
from .literals import class_name, string
from .scene_class import SceneClass
from .source_map import EmittedScene
from .writer import Writer

_READS_STAGE = re.compile(r"\b[op]\.")


def emit_scene(
    timeline: Timeline,
    scene: SceneSpec,
    sources: dict[str, Source] | None = None,
    runtime: str = "c2v_dsl.stage",
) -> EmittedScene:
    """The Python file of ``scene``.

    Args:
        sources: texts by path, for the line numbers in comments; without them there are none.
        runtime: the package the file imports its vocabulary from.
    """
    return _Emitter(timeline, scene, sources or {}, runtime).emit()


class _Emitter:
    """One file: the scene's class, after the classes of the scenes it goes on from."""

    def __init__(
        self, timeline: Timeline, scene: SceneSpec, sources: dict[str, Source], runtime: str
    ) -> None:
        self.timeline = timeline
        self.scene = scene
        self.runtime = runtime
        self.writer = Writer(sources)
        self.line = lineage(timeline, scene)

    def emit(self) -> EmittedScene:
        number = self.timeline.scenes.index(self.scene) + 1
        width = max(2, len(str(len(self.timeline.scenes))))
        file_level, scene_level = self._shared()
        self._head([*file_level, *scene_level])
        before: SceneSpec | None = None
        for scene in self.line:
            shared = {d.name for d in (*file_level, *scene_level)}
            self.writer.line()
            self.writer.line()
            SceneClass(self.writer, scene, before, shared).write()
            before = scene
        return EmittedScene(
            scene=self.scene.id,
            filename=f"scene_{number:0{width}}_{self.scene.id}.py",
            class_name=class_name(self.scene.id),
            text=self.writer.text(),
            map=tuple(self.writer.map),
        )

    def _shared(self) -> tuple[list[Definition], list[Definition]]:
        """Definitions at the file's top: those of the file, and of a scene that stands alone.

        What reads params or objects, directly or through another, is defined where it is used.
        """
        definitions = {d.name: d for scene in self.line for d in scene.definitions
                       if d.scope == "file" or len(self.line) == 1}
        names = set(definitions)
        free = {n for n, d in definitions.items() if not _READS_STAGE.search(d.python)}
        while bad := {n for n in free if names_in(definitions[n].python) & (names - free)}:
            free -= bad
        kept = [d for n, d in definitions.items() if n in free]
        return ([d for d in kept if d.scope == "file"], [d for d in kept if d.scope == "scene"])

    def _head(self, shared: list[Definition]) -> None:
        write = self.writer.line
        name = PurePath(self.timeline.path).name
        title = f"{self.timeline.title}: {self.scene.title}".replace("\\", "\\\\")
        title = " ".join(title.replace('"""', "'''").split())
        write(f'"""{title}. Made from {name} by c2v."""')
        write()
        write(f"from {self.runtime} import *")
        write()
        maths = self.timeline.settings.get("maths", "typst")
        more = f", maths={string(str(maths))}" if maths != "typst" else ""
        write(f"use_theme({string(self.timeline.theme)}{more})")
        if shared:
            write()
            if shared[0].params is not None:
                write()
            for definition in shared:
                write_definition(self.writer, definition, 0)


def lineage(timeline: Timeline, scene: SceneSpec) -> list[SceneSpec]:
    """``scene`` behind all that it goes on from, the first one first.

    What is said of an object in a later scene (pieces, what its params are set to) is known
    from the beginning.
    """
    by_id = {s.id: s for s in timeline.scenes}
    line = [scene]
    while (before := line[0].continues) and before in by_id:
        line.insert(0, by_id[before])
    merged: list[SceneSpec] = []
    later: dict[str, ObjectSpec] = {}
    for ancestor in reversed(line):
        for spec in ancestor.objects:
            later[spec.id] = _known(spec, later[spec.id]) if spec.id in later else spec
        merged.append(replace(ancestor, objects=tuple(later[o.id] for o in ancestor.objects)))
    return merged[::-1]


def _known(spec: ObjectSpec, later: ObjectSpec) -> ObjectSpec:
    sweep = dict(spec.sweep)
    for name, values in later.sweep.items():
        sweep[name] = tuple(dict.fromkeys((*sweep.get(name, ()), *values)))
    return replace(spec, pieces=tuple(dict.fromkeys((*spec.pieces, *later.pieces))), sweep=sweep)
