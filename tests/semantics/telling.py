"""What tests of the objects' room say about storyboards."""

from __future__ import annotations

from c2v_dsl.diagnostics import Finding
from c2v_dsl.semantics.analyse import analyse
from c2v_dsl.semantics.files import MemoryLoader
from c2v_dsl.semantics.lowered import Ref
from c2v_dsl.semantics.model import Analysis, ObjectModel, SceneModel
from c2v_dsl.syntax import parse, parse_expression

QUIET = {"unused-object", "unused-name", "hatch-without-code"}


def analysed(text: str, files: dict[str, str] | None = None) -> Analysis:
    """A whole storyboard, analysed with ``files`` beside it; it must parse."""
    result = parse(text, "lesson.c2v")
    assert not result.findings, [f"{f.code} {f.message}" for f in result.findings]
    return analyse(result, MemoryLoader(files))


def scene(objects: str, before: str = "", beats: str = "") -> tuple[SceneModel, list[Finding]]:
    """One scene with these objects, and what was found but for things unused."""
    beats = beats or 'beat one "A beat" { wait 1s }'
    text = (f'c2v 1\nstoryboard "Lesson" {{}}\nscene first "First" {{\n{before}\n'
            f"objects {{\n{objects}\n}}\n{beats}\n}}\n")
    analysis = analysed(text)
    return analysis.scenes[0], [f for f in analysis.findings if f.name not in QUIET]


def clean(objects: str, before: str = "") -> SceneModel:
    """A scene without any finding."""
    found, findings = scene(objects, before)
    assert not findings, [f"{f.code} {f.message}" for f in findings]
    return found


def one(objects: str, before: str = "") -> ObjectModel:
    """The last object of a scene without any finding."""
    return list(clean(objects, before).objects.values())[-1]


def said(objects: str, before: str = "") -> list[str]:
    """Names of the findings that objects give."""
    return [f.name for f in scene(objects, before)[1]]


def refs(model: SceneModel, target: str) -> list[str] | None:
    """What a target names, as ids with their paths."""
    expression = parse_expression(target).expr
    assert expression is not None
    found = model.resolve(expression)
    return None if found is None else [spelled(ref) for ref in found]


def spelled(ref: Ref) -> str:
    return ref.object + "".join(
        f" {step[0]}:{','.join(map(str, step[1:]))}" for step in ref.path
    )
