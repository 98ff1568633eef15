"""c2v: storyboards in, educational videos out.

The functions here are what a program needs::

    import c2v_dsl

    result = c2v_dsl.check(text, "lesson.c2v")
    for finding in result.findings:
        print(finding.code, finding.message)

None of them raises for a mistake in a storyboard: they answer with findings. Importing this
package, and checking, formatting and compiling with it, loads neither Manim nor NumPy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .diagnostics import Finding, Source, has_errors

if TYPE_CHECKING:
    from .emit import EmittedScene
    from .pipeline import CheckResult
    from .render import OnProgress, RenderResult
    from .semantics.files import Loader
    from .syntax import FormatResult, ParseResult

__version__ = "0.1.0"

__all__ = [
    "CompileResult", "Finding", "RenderedVideo", "Source", "__version__", "check",
    "compile_source", "format_source", "parse", "render",
]


@dataclass(frozen=True)
class CompileResult:
    """Manim code, or the findings that say why there is none.

    Attributes:
        files: text of each file by its name; empty where there are errors.
        scenes: the scene files among them, with their class names and source maps.
        sources: the text of every storyboard file that was read, by path.
    """

    findings: tuple[Finding, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    scenes: tuple[EmittedScene, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether there is code."""
        return not has_errors(self.findings)


@dataclass(frozen=True)
class RenderedVideo:
    """A video, or what stands in its way.

    Attributes:
        findings: what checking found; with an error nothing was drawn.
        result: what came of drawing, faults of scenes and of the machine included; None where
            nothing was drawn.
    """

    findings: tuple[Finding, ...]
    result: RenderResult | None = None

    @property
    def video(self) -> Path | None:
        """The file, if it was made."""
        return self.result.video if self.result is not None else None


def parse(text: str, path: str = "<stdin>") -> ParseResult:
    """The tree of a storyboard and what is wrong with its syntax; there is always a tree.

    Args:
        text: the storyboard.
        path: what findings call it.
    """
    from .syntax import parse as run

    return run(text, path)


def check(text: str, path: str = "<stdin>", loader: Loader | None = None) -> CheckResult:
    """Everything that can be known about a storyboard without drawing it.

    Args:
        text: the storyboard.
        path: what findings call it; imports and pictures are looked for beside it.
        loader: where other files come from; without it, this machine's disk.

    Returns:
        Findings, and the timeline where there are no errors.
    """
    from .pipeline import check as run

    return run(text, path, loader)


def format_source(text: str, path: str = "<stdin>") -> FormatResult:
    """A storyboard in its canonical form; where its syntax is broken, text is None."""
    from .syntax import format_source as run

    return run(text, path)


def compile_source(
    text: str, path: str = "<stdin>", *, standalone: bool = False, loader: Loader | None = None
) -> CompileResult:
    """A storyboard as Manim code.

    Args:
        text: the storyboard.
        path: what findings and comments in the code call it.
        standalone: add the files of the runtime, so that plain ``manim render`` is enough.
        loader: where other files come from; without it, this machine's disk.
    """
    from .pipeline import check as run

    result = run(text, path, loader)
    if result.timeline is None:
        return CompileResult(result.findings, sources=result.sources)
    from .emit import emit_scene
    from .emit.standalone import STAGE, runtime_files

    runtime = STAGE if standalone else "c2v_dsl.stage"
    scenes = tuple(
        emit_scene(result.timeline, scene, dict(result.sources), runtime)
        for scene in result.timeline.scenes
    )
    files = {scene.filename: scene.text for scene in scenes}
    if standalone:
        files |= runtime_files()
    return CompileResult(result.findings, files, scenes, result.sources)


def render(
    text: str,
    out: Path | str,
    path: str = "<stdin>",
    *,
    quality: Literal["draft", "low", "medium", "high", "4k"] = "high",
    scenes: Iterable[str] = (),
    beats: Iterable[str] = (),
    jobs: int = 0,
    on_progress: OnProgress | None = None,
    loader: Loader | None = None,
    sandbox: Literal["auto", "off"] = "auto",
) -> RenderedVideo:
    """Render a storyboard to an MP4, subtitles beside it.

    Args:
        text: the storyboard.
        out: the video; it appears whole or not at all.
        path: what findings call the storyboard; imports and pictures are looked for beside it.
        quality: 480p15, 480p30, 720p30, 1080p60 or 2160p60.
        scenes: names of scenes; none means all.
        beats: beats as ``scene@beat``, beside those of ``scenes``.
        jobs: scenes drawn at once; 0 takes one for each processor.
        on_progress: called with how far it is, at most ten times a second.
        loader: where other files come from; without it, this machine's disk.
        sandbox: whether hatch code runs in the strongest walls that this machine has, or in none.
    """
    from .pipeline import check as run

    result = run(text, path, loader)
    if result.timeline is None:
        return RenderedVideo(result.findings)
    from .render import RenderOptions
    from .render import render as draw

    options = RenderOptions(quality=quality, scenes=tuple(scenes), beats=tuple(beats), jobs=jobs,
                            sandbox=sandbox)
    return RenderedVideo(result.findings, draw(result.timeline, Path(out), options, on_progress))
