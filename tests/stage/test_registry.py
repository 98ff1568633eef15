"""Declarations and builders cannot disagree."""

from __future__ import annotations

import inspect
import keyword

import pytest

from c2v_dsl import stage
from c2v_dsl.semantics.vocabulary import KINDS
from c2v_dsl.semantics.vocabulary.verbs import VERBS
from c2v_dsl.stage import verbs


def python(name: str) -> str:
    return name + "_" if keyword.iskeyword(name) else name


AVAILABLE = [kind for kind in KINDS.values() if kind.name != "python"]


@pytest.mark.parametrize("kind", AVAILABLE, ids=lambda kind: kind.name)
def test_every_kind_has_a_builder_of_its_arguments(kind):
    parameters = inspect.signature(getattr(stage, kind.name)).parameters
    collects = any(p.kind is p.VAR_POSITIONAL for p in parameters.values())
    positional = [n for n, p in parameters.items() if p.kind is p.POSITIONAL_OR_KEYWORD]
    for form in (kind.args, *kind.forms):
        for place, arg in enumerate(form):
            if arg.many:
                assert collects, arg.name
                continue
            assert python(arg.name) in parameters, arg.name
            if not arg.keyword and not collects and form is kind.args:
                assert positional[place] == python(arg.name)


@pytest.mark.parametrize("kind", AVAILABLE, ids=lambda kind: kind.name)
def test_defaults_of_builders_are_those_declared(kind):
    parameters = inspect.signature(getattr(stage, kind.name)).parameters
    for arg in kind.args:
        parameter = parameters.get(python(arg.name))
        if parameter is None or arg.many:
            continue
        if isinstance(arg.default, int | float | str | tuple):
            assert parameter.default == arg.default, arg.name


@pytest.mark.parametrize(
    "verb", [v for v in VERBS.values() if v.animation], ids=lambda v: v.name
)
def test_every_verb_has_an_animation_of_its_phrases(verb):
    animation = getattr(verbs, verb.animation)
    parameters = inspect.signature(animation.__init__).parameters
    open_ended = any(p.kind is p.VAR_KEYWORD for p in parameters.values())
    for phrase in verb.phrases:
        name = {"as": "text", "except": "except_"}.get(phrase.word, python(phrase.word))
        if verb.name == "apply" and phrase.word == "to":
            continue
        assert name in parameters or open_ended, phrase.word
    for value in verb.values:
        assert value.name in parameters, value.name
    assert animation.seconds == verb.seconds


def test_the_stage_exports_only_what_is_declared():
    kinds = {kind.name for kind in AVAILABLE} | {"component"}
    assert set(stage.kinds.__all__) == kinds
    animations = {v.animation for v in VERBS.values() if v.animation}
    assert set(verbs.__all__) == animations
    assert all(hasattr(stage, name) for name in stage.__all__)
