"""The timeline as JSON and as a table; whatever is written, building never fails."""

from __future__ import annotations

import json
import random
from pathlib import Path
from time import perf_counter

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion
from telling import story, told

from c2v_dsl.diagnostics import CODES, Source
from c2v_dsl.semantics.analyse import analyse
from c2v_dsl.semantics.files import MemoryLoader
from c2v_dsl.semantics.vocabulary.declare import Verb
from c2v_dsl.semantics.vocabulary.verbs import EASINGS, VERBS
from c2v_dsl.syntax import parse
from c2v_dsl.timeline import build, format_text, timeline_schema, to_json

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.c2v"))

SAMPLE = """c2v 1
storyboard "A sample" { theme chalk; pace 120 }
let A = [[2, 1], [0, 1]]
scene one "One" {
  param t = 0
  objects {
    ax = plane(x=[-1, 4], y=[-1, 3]) in A1:E6
    on ax {
      square = polygon((0, 0), (1, 0), (1, 1)) fill blue 0.4
      corner = dot((t, 1)) color gold
    }
    eq = math("x^2 = #{t:.1}") in F1:F3
    law = math("x = 3") in F4:F6
    for i in 0..2 { tile[i] = circle(r=0.2) at cell(5, i + 3) }
  }
  beat begin "Begin" color gold lasts 6s {
    say "One two three <here> four five six."
    draw ax over 2s
    add law
    together { show square; pop tile stagger 0.1s }
    when here { write eq; pop corner }
  }
  beat turn "Turn" {
    together { apply A to square over 2s; set t to 2 over 2s ease linear }
    move tile[0] to (1, 2) on ax
    rewrite law as "y = 3"
    color law["y"] red
    morph tile[1..2] into ring
    python("a spark") over 1s \"\"\"
self.wait(duration)
\"\"\"
    clear except ax
  }
}
""".replace("    for i in", '    ring = annulus(r=1, inner=0.5) at C3\n    for i in')


def test_the_table_reads_like_the_storyboard(snapshot: SnapshotAssertion) -> None:
    out = told(SAMPLE)
    assert out.codes == [], [f.message for f in out.findings]
    assert format_text(out.timeline) == snapshot


def test_the_json_fits_its_schema_and_is_stable(snapshot: SnapshotAssertion) -> None:
    out = told(SAMPLE)
    document = to_json(out.timeline, {"a.c2v": Source("a.c2v", SAMPLE)})
    jsonschema.Draft202012Validator.check_schema(timeline_schema())
    jsonschema.Draft202012Validator(timeline_schema()).validate(document)
    beat = document["scenes"][0]["beats"][1]
    assert json.dumps(beat, indent=1, ensure_ascii=False) + "\n" == snapshot


def test_json_without_sources_has_no_lines() -> None:
    document = to_json(told(SAMPLE).timeline)
    assert document["scenes"][0]["at"]["line"] is None
    jsonschema.Draft202012Validator(timeline_schema()).validate(document)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_have_a_timeline_and_no_findings(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    result = parse(text, path.name)
    analysis = analyse(result)
    timeline, findings = build(analysis)
    assert [f.message for f in (*result.findings, *analysis.findings, *findings)] == []
    assert 30 * 60 < timeline.frames < 180 * 60
    jsonschema.Draft202012Validator(timeline_schema()).validate(to_json(timeline))
    for scene in timeline.scenes:
        at = 0
        for beat in scene.beats:
            assert beat.start == at
            at += beat.frames
            inside = beat.steps[:-1] if beat is scene.beats[-1] and scene.clears else beat.steps
            assert all(beat.start <= s.start and s.start + s.frames <= at for s in inside)
            assert len({s.id for s in beat.steps}) == len(beat.steps)
        assert scene.frames == at + 30 * scene.clears


def test_building_twice_gives_the_same() -> None:
    result = parse(SAMPLE, "a.c2v")
    analysis = analyse(result, MemoryLoader())
    assert build(analysis)[0] == build(analysis)[0]


# ---------------------------------------------------------------- anything goes


def mutated(text: str, rng: random.Random) -> str:
    """``text`` with a few lines dropped, doubled or swapped, and characters changed."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 3)):
        i = rng.randrange(len(lines))
        j = rng.randrange(len(lines))
        match rng.randrange(5):
            case 0:
                del lines[i]
            case 1:
                lines.insert(i, lines[i])
            case 2:
                lines[i], lines[j] = lines[j], lines[i]
            case 3:
                words = lines[i].split(" ")
                others = lines[j].split(" ")
                words[rng.randrange(len(words))] = rng.choice(others)
                lines[i] = " ".join(words)
            case _:
                at = rng.randrange(len(lines[i]) + 1)
                char = rng.choice('abt0129.,()[]{}"#$+-*/=<> \\')
                lines[i] = lines[i][:at] + char + lines[i][at + rng.randrange(2) :]
        lines = lines or [""]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(8))
def test_mutations_never_raise(seed: int) -> None:
    rng = random.Random(seed)
    corpus = [SAMPLE, *(path.read_text(encoding="utf-8") for path in EXAMPLES)]
    for _ in range(20):
        text = mutated(rng.choice(corpus), rng)
        begin = perf_counter()
        out = told(text)
        assert perf_counter() - begin < 5, text
        for finding in out.findings:
            assert finding.code in CODES
            assert not finding.message.endswith(".")
            assert finding.span.start <= finding.span.end <= len(text) + 1
        format_text(out.timeline)
        json.dumps(to_json(out.timeline))


WORDS = [
    "show", "hide", "move", "morph", "set", "together {", "stagger 0.2s {", "when x {", "}", "a",
    "b", "tile", "tile[0]", "m.row[0]", 'eq["y"]', "to B3", "to (1, t)", "into", "by", "2s", "45",
    "over 1s", "ease out", "red", "(0, 1)", "[[1, 0], [0, 1]]", "\n", "\n", ";", "for i in 0..3 {",
    "t to 3", "apply", "rewrite", 'as "z"', "clear", "except", "wait", 'say "one <x> two"', "swap",
    "rotate", "scale", "copy", "flash", "do greet(a)", "let k = 2", "1e9", "-3", "p", "ax", "on ax",
    "zoom to a", "python(\"x\")", "along way", "below b", "color", "fill", "none", "dim", "all",
]


@pytest.mark.parametrize("seed", range(6))
def test_salads_of_words_never_raise(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(25):
        body = " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 25)))
        out = story(body, before="param t = 0", head="action greet(x) { show x }")
        format_text(out.timeline)
        json.dumps(to_json(out.timeline))


# ---------------------------------------------------------------- speed


def test_a_thousand_lines_are_quick() -> None:
    lines = []
    for n in range(110):
        lines.append(f'beat b{n} "Beat {n}" {{')
        lines.append('  say "One two three <here> four five."')
        lines += ["  show a, tile", "  together { move a to B5; color b red }" if n else "  show b",
                  "  flash tile stagger 0.1s", "  when here { highlight m.row[0] }" if n else
                  "  show m", "  hide a", "  hide tile", "}"]
    from telling import OBJECTS

    text = ('c2v 1\nstoryboard "Told" {}\nscene one "One" {\nobjects {\n' + OBJECTS + "\n}\n"
            + "\n".join(lines) + "\n}\n")
    result = parse(text, "a.c2v")
    analysis = analyse(result, MemoryLoader())
    timeline, findings = build(analysis)
    told = (*result.findings, *findings)
    assert [f.message for f in told if f.level != "note"] == []
    assert len(timeline.scenes[0].beats) == 110


# ---------------------------------------------------------------- the verbs themselves


def test_verbs_are_declared_wholly() -> None:
    assert len(VERBS) == 36
    for name, verb in VERBS.items():
        assert isinstance(verb, Verb)
        assert verb.name == name
        assert verb.doc.endswith(".")
        assert verb.example.split()[0].startswith(name) or name == "python"
        words = [phrase.word for phrase in verb.phrases]
        assert len(set(words)) == len(words)
        assert set(verb.choose) <= set(words)
    assert "smooth" in EASINGS
