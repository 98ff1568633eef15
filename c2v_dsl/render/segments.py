"""Which pictures a video consists of, and the names under which they are kept."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import shutil
import subprocess
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from ..emit import EmittedScene
from ..emit.standalone import runtime_files
from ..timeline.model import SceneSpec, Timeline
from .confine import Sandbox
from .methods import bodies
from .options import Quality, frame_at
from .trace import Code

_LIBRARIES = ("manim", "manimpango", "pycairo", "typst", "tylax", "av", "numpy",
              "font-source-sans-pro", "pillow", "mapbox-earcut", "skia-pathops", "svgelements",
              "lucide", "tabler-icons")
_DRAWING = ("camera.py", "drive.py", "encoder.py", "renderer.py")


@dataclass(frozen=True)
class Segment:
    """A beat's frames, or with an empty ``beat`` those after a scene's last beat.

    ``start`` and ``end`` in frames of 1/60 s from the scene's beginning; ``frames`` as rendered;
    ``key`` names the pixels: the same key, the same file.
    """

    scene: str
    beat: str
    start: int
    end: int
    frames: int
    key: str

    @property
    def id(self) -> str:
        return f"{self.scene}@{self.beat}"


def plan(
    timeline: Timeline, scene: SceneSpec, emitted: EmittedScene, quality: Quality,
    sandbox: Sandbox = "auto",
) -> tuple[Segment, ...]:
    """Every segment of ``scene`` in order; those that have no frames at this rate have none.

    A hatch's code could spoil every segment of its scene, so all their keys depend on it and on
    whether there are walls around it.
    """
    code = Code(emitted.text, emitted.class_name)
    base = hashlib.sha256()
    base.update(json.dumps(asdict(quality), sort_keys=True).encode())
    base.update(fingerprint().encode())
    base.update(_assets(timeline.assets).encode())
    base.update(latex_version(timeline).encode())
    if hatches := bodies(emitted.text):
        base.update(f"{sandbox}\n{hatches}".encode())
    parts = [(beat.name, beat.start, beat.start + beat.frames) for beat in scene.beats]
    last = parts[-1][2] if parts else 0
    if scene.frames > last:
        parts.append(("", last, scene.frames))
    segments = []
    names: list[str] = []
    for name, start, end in parts:
        names.append(name)
        key = base.copy()
        key.update(code.up_to(names).encode())
        key.update(json.dumps([(n, s, e) for n, s, e in parts[: len(names)]]).encode())
        frames = frame_at(end, quality.fps) - frame_at(start, quality.fps)
        segments.append(Segment(scene.id, name, start, end, frames, key.hexdigest()))
    return tuple(segments)


def _assets(paths: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.encode())
        try:
            digest.update(hashlib.sha256(Path(path).read_bytes()).digest())
        except OSError:
            digest.update(b"?")
    return digest.hexdigest()


def latex_version(timeline: Timeline) -> str:
    """The version of the LaTeX that sets this storyboard's formulas; empty where none does."""
    return _latex() if timeline.settings.get("maths") == "latex" else ""


@cache
def _latex() -> str:
    """The version of the LaTeX that sets formulas; empty where there is none."""
    if not (shutil.which("latex") and shutil.which("dvisvgm")):
        return ""
    try:
        told = subprocess.run(["latex", "--version"], capture_output=True, text=True,
                              timeout=30, check=False)  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return told.stdout.partition("\n")[0]


@cache
def fingerprint() -> str:
    """What draws: versions of the libraries and the bytes of this package's own runtime."""
    digest = hashlib.sha256()
    for name in _LIBRARIES:
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            version = "-"
        digest.update(f"{name} {version}\n".encode())
    for path, text in runtime_files().items():
        digest.update(f"{path}\n{text}".encode())
    for name in _DRAWING:
        digest.update((Path(__file__).parent / name).read_bytes())
    return digest.hexdigest()
