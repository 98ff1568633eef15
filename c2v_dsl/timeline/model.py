"""The storyboard as frames: plain frozen data that every later room reads.

Times are whole frames of 1/60 s; lengths are rows (scene units where a plane is named); what
follows a param or another object is a `Live`, Python source over the functions of
``semantics.values`` in which ``p.t`` reads a param and ``o.square`` an object.

Ids: ``area`` a scene, ``area.square`` an object (inside a scene just ``square``, ``tile[2]``,
``wire[0, 1]``, ``peg.disk[2]``), ``area@unit`` a beat, ``area@unit#3`` the fourth action in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..diagnostics import Span
from ..semantics.lowered import Constant, Definition, Function, Live, Ref, Value
from ..semantics.specs import ObjectSpec, ParamSpec, PlaceSpec

__all__ = [
    "FPS", "BeatSpec", "Constant", "Definition", "Easing", "Function", "Live", "ObjectSpec",
    "ParamSpec", "PlaceSpec", "Ref", "SceneSpec", "Speech", "Step", "Timeline", "Value",
]

FPS = 60
"""Frames in a second of storyboard time, whatever the rate rendered at."""


Easing = Literal["smooth", "linear", "in", "out", "bounce", "there_and_back"]


@dataclass(frozen=True)
class Step:
    """One verb at work from ``start`` (frames from the scene's beginning) for ``frames``.

    ``targets`` are what it acts on at that moment (families already reduced to those members
    that it concerns); ``args`` by verb, named in its declaration; ``lag`` frames between the
    starts of successive targets; then ``frames`` is the whole length and ``each`` that of one.
    """

    id: str
    verb: str
    targets: tuple[Ref, ...]
    args: dict[str, Value]
    start: int
    frames: int
    each: int
    lag: int
    ease: Easing
    code: str | None
    span: Span


@dataclass(frozen=True)
class Speech:
    """A ``say``: ``text`` without its marks, ``marks`` name → frame from the scene's beginning."""

    text: str
    start: int
    frames: int
    marks: dict[str, int]
    span: Span


@dataclass(frozen=True)
class BeatSpec:
    id: str
    name: str
    line: str | None
    color: Constant
    start: int
    frames: int
    steps: tuple[Step, ...]
    speech: tuple[Speech, ...]
    span: Span


@dataclass(frozen=True)
class SceneSpec:
    """``frames`` counts the closing clear, which is there if it ``clears``: every scene does but
    those that the next one goes on from. ``continues`` names the scene it goes on from; its
    objects, params and what was on screen (``carried``: refs in order of depth) are repeated
    here."""

    id: str
    title: str
    layout: Literal["notes", "wide"]
    continues: str | None
    carried: tuple[Ref, ...]
    definitions: tuple[Definition, ...]
    params: tuple[ParamSpec, ...]
    objects: tuple[ObjectSpec, ...]
    beats: tuple[BeatSpec, ...]
    frames: int
    span: Span
    clears: bool = True


@dataclass(frozen=True)
class Timeline:
    """A whole storyboard. ``assets`` are files it draws on, absolute paths."""

    path: str
    title: str
    theme: str
    settings: dict[str, Constant]
    scenes: tuple[SceneSpec, ...]
    assets: tuple[str, ...] = field(default=())

    @property
    def frames(self) -> int:
        return sum(scene.frames for scene in self.scenes)
