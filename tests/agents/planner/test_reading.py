"""A scene is found in whatever a model answers, or it is said why there is none."""

from __future__ import annotations

import json

import pytest

from c2v_dsl.agents.planner.reading import Unusable, marked, read_scene
from c2v_dsl.syntax import format_source, parse

from .lessons import RING, SLICES, fenced

STORYBOARD = f"""\
c2v 1
storyboard "Circles" {{
  theme paper
}}

import "quiz.c2v"

let radius = 3
let dark = 0.4

component twin(r=1) {{
  a = circle(r=r)
  b = circle(r=r * dark)
}}

{RING}
{SLICES}"""


def read(answer: str) -> str:
    found = read_scene(answer, "ring", title="A circle", others=("slices",), known=("radius",))
    assert isinstance(found, str), found
    return found


def formatted(scene: str) -> list[str]:
    """Its lines in canonical form, but for empty ones."""
    text = format_source("c2v 1\n" + scene).text
    assert text is not None
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize(("form", "answer"), {
    "as it was asked for": fenced(RING),
    "without a fence": RING,
    "words around the fence": f"Here is the scene:\n\n{fenced(RING)}\n\nTell me what you think!",
    "words around no fence": f"Let me think.\nlet us begin:\n\n{RING}\nThis scene doesn't move.",
    "a fence that never ends": f"```c2v\n{RING}",
    "a fence of tildes": f"~~~\n{RING}~~~",
    "with a header": fenced('c2v 1\nstoryboard "X" { theme chalk }\n\n' + RING),
    "under another name": fenced(RING.replace("scene ring", "scene first_scene")),
    "a first try and a better one": fenced(RING.replace("blue", "red")) + "\nBetter:\n"
                                    + fenced(RING),
    "with another scene of the lesson": fenced(SLICES + "\n" + RING),
    "in JSON": json.dumps({"scene": RING}),
    "in JSON in a fence": f"```json\n{json.dumps([{'id': 'ring', 'text': RING}])}\n```",
    "closed too early": fenced(RING.replace("\n  beat spoke", "}\n  beat spoke")),
    "continuing what it may not": fenced(RING.replace('"A circle"', '"A circle" continues intro')),
    "without its first line": fenced("\n".join(RING.splitlines()[1:-1]) + "\n"),
    "with carriage returns": fenced(RING).replace("\n", "\r\n"),
}.items())
def test_every_form_of_an_answer_is_the_same_scene(form: str, answer: str) -> None:
    assert formatted(read(answer)) == formatted(RING), form


def test_what_a_scene_of_a_whole_storyboard_needs_comes_along() -> None:
    found = read(fenced(STORYBOARD))
    assert 'import "quiz.c2v"' in found
    assert "component twin" in found
    assert "let dark" in found
    assert "let radius" not in found
    assert "storyboard" not in found
    assert "scene slices" not in found


def test_values_that_the_scene_alone_uses_stand_in_it() -> None:
    found = read("let half = 0.5\n" + RING)
    assert found.index("scene ring") < found.index("let half = 0.5") < found.index("objects")
    assert not parse("c2v 1\n" + found).findings


def test_a_scene_of_a_template_is_one_statement() -> None:
    answer = ('import "quiz.c2v"\nscene ask "How?" from quiz("What?", ["a",\n  "b"], right=1)\n'
              "I hope it helps.")
    assert read(answer) == (
        'import "quiz.c2v"\n\nscene ring "How?" from quiz("What?", ["a",\n  "b"], right=1)\n')


def test_it_continues_the_scene_that_it_may() -> None:
    scene = RING.replace('"A circle"', '"A circle" continues somewhere')
    found = read_scene(scene, "ring", continues="slices")
    assert isinstance(found, str)
    assert found.startswith('scene ring "A circle" continues slices {')


def test_a_title_that_speaks_of_continuing_stays() -> None:
    scene = RING.replace('"A circle"', '"It continues slowly"')
    assert 'scene ring "It continues slowly" {' in read(scene)


@pytest.mark.parametrize(("answer", "why"), [
    ("", "The answer was empty."),
    ("I am sorry, I cannot do that.", "The answer holds no scene. It must be `scene ring \"…\""),
    (SLICES + SLICES.replace("slices", "cuts").replace("scene cuts", "scene slices"),
     "The answer holds the scenes slices, slices, but not `ring`"),
    ("let me see { what scene ring is }", "The answer holds no scene."),
])
def test_what_is_no_scene_says_why(answer: str, why: str) -> None:
    found = read_scene(answer, "ring", others=("slices",))
    assert isinstance(found, Unusable)
    assert found.why.startswith(why)


def test_code_of_hatches_says_who_wrote_it() -> None:
    text = ('c2v 1\nscene a "A" {\n  objects {\n    h = python("a wave") """\n      x = 1\n'
            '      return Dot()\n    """\n    k = python("a dot") """\n# by someone\nreturn Dot()\n'
            '"""\n  }\n}\n')
    once = marked(text, "model-7")
    assert '"""\n      # by model-7\n      x = 1\n' in once
    assert once.count("# by") == 2
    assert marked(once, "another") == once


def test_a_mark_without_a_name_is_none() -> None:
    text = 'c2v 1\nscene a "A" {\n  objects {\n    h = python("x") """# by \nimport os"""\n  }\n}\n'
    assert '"""\n# by model-7\n# by \nimport os"""' in marked(text, "model-7")
