"""What the critic is shown: which moments, and what is told beside them."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from c2v_dsl.agents.critic.addressed import addressed
from c2v_dsl.agents.critic.bench import Bench
from c2v_dsl.agents.critic.looking import look, schedule
from c2v_dsl.agents.critic.moments import MOST, key_moments, restless
from c2v_dsl.agents.exchange import Video
from c2v_dsl.layout.mend.state import State
from c2v_dsl.patch.index import Index
from c2v_dsl.pipeline import check

from .saying import PLANTED, pictures, words

BUSY = """c2v 1
storyboard "Busy" { theme paper }
scene still "Many beats" {
  objects { for k in 0..9 { tile[k] = rect(w=0.5, h=0.5) at (k * 0.6 - 2.7, 1) } }
""" + "".join(f'  beat b{k} "Beat {k}" {{ show tile[{k}] }}\n' for k in range(10)) + """}
scene moving "One long motion" {
  objects {
    ball = circle(r=0.3) at C1
    flash_ = text("only for a while") at E3
    twin = text("stays") at B3
  }
  beat go "It goes" {
    show ball
    show flash_
    wait 3s
    hide flash_
    move ball to C6 over 6s
  }
  beat look "Look there" {
    show twin
    highlight twin
  }
}
"""


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(str(PLANTED))


@pytest.fixture(scope="module")
def busy(bench: Bench) -> State:
    state = bench.state(check(BUSY, "busy.c2v"))
    assert state is not None
    return state


def test_many_beats_are_looked_at_in_a_few_pictures_the_last_among_them(busy: State) -> None:
    scene = busy.timeline.scenes[0]
    keys = key_moments(scene, busy.seen["still"])
    assert len(keys) == MOST
    assert all(key.end for key in keys)
    assert keys[-1].beat == "b9"
    assert [key.frame for key in keys] == sorted(key.frame for key in keys)


def test_what_comes_and_goes_within_a_beat_is_looked_at_too(busy: State) -> None:
    scene = busy.timeline.scenes[1]
    keys = key_moments(scene, busy.seen["moving"])
    seen = [({p.object for p in key.moment.shown}, key.beat, key.end) for key in keys]
    assert any("flash_" in shown and not end for shown, beat, end in seen if beat == "go")
    assert any(not end for _, beat, end in seen if beat == "look"), "where it is pointed at"
    assert all(shown or end for shown, _, end in seen)
    for key in keys:
        beat = next(b for b in scene.beats if b.name == key.beat)
        assert beat.start <= key.frame < beat.start + beat.frames


def test_scenes_told_by_motion_are_shown_as_videos(busy: State) -> None:
    assert [restless(scene) for scene in busy.timeline.scenes] == [False, True]


def test_ids_beside_the_text_are_those_of_patches() -> None:
    parsed = check(PLANTED.read_text(encoding="utf-8"), "planted.c2v").parsed
    lines = addressed(parsed.tree, parsed.source, {"graph"}).splitlines()
    ids = [line.split("|")[0].strip() for line in lines]
    index = Index(parsed.tree, parsed.source.text)
    for first, *others in (id.split() for id in ids if id):
        assert index.find(first) is not None
        whole = first.partition("#")[0]
        assert all(index.find(whole + end) or index.find(whole.partition(".")[0] + end)
                   for end in others)
    rest = [line.split("| ", 1)[-1] for line in lines if "|" in line]
    assert '      fallen = plot(5 * x^2) stroke blue 5' in rest
    assert ids[rest.index('      fallen = plot(5 * x^2) stroke blue 5')] == "graph.fallen"
    assert ids[rest.index('    write remark')] == "graph@curve#2"
    assert 'scene cliff "A stone falls from a cliff" { …' in rest
    assert not any("wall_name" in line for line in lines), "other scenes are one line"
    whole = addressed(parsed.tree, parsed.source)
    assert [line.split("| ", 1)[-1].rstrip() for line in whole.splitlines()][-1] == "}"
    assert len(whole.splitlines()) == len(parsed.source.text.splitlines())


def test_statements_on_the_line_of_others_have_their_ids_too() -> None:
    text = """c2v 1
storyboard "x" { theme chalk }
scene s "S" {
  objects { a = circle() at C3 }
  beat one "One" { show a; together { flash a; wiggle a } }
}
"""
    parsed = check(text, "x.c2v").parsed
    ids = [line.split("|")[0].split() for line in
           addressed(parsed.tree, parsed.source).splitlines()]
    assert ids[3:5] == [["s.objects", ".a"], ["s@one", "#0", "#1", "#1.0", "#1.1"]]


def test_how_fast_is_spoken_and_done_is_told(bench: Bench) -> None:
    timeline = check(PLANTED.read_text(encoding="utf-8"), str(PLANTED)).timeline
    assert timeline is not None
    told = schedule(timeline, timeline.scenes[2])
    assert "8.00     0.30  beat letters" in told
    assert "beat moon: 12 words are spoken in 4.8 s" in told
    assert "cliff" not in told


def test_pictures_with_marks_tables_and_the_video_where_it_is_taken(busy: State) -> None:
    bench = Bench("busy.c2v")
    scene = busy.timeline.scenes[1]
    keys = key_moments(scene, busy.seen["moving"])
    drawn = bench.pictures(busy.timeline, [(scene, key.frame) for key in keys], busy.text)
    seen = look(busy, scene, keys, drawn, video=True)
    assert len(pictures(seen.request)) == len(keys) == len(seen.pictures)
    for picture, key in zip(pictures(seen.request), keys, strict=True):
        assert picture.content == f"marked {drawn['moving', key.frame][1]}"
        with Image.open(io.BytesIO(picture.data)) as opened:
            assert opened.size == (1280, 720)
        assert picture.data != drawn["moving", key.frame][0]
    videos = [part for part in seen.request.messages[1].parts if isinstance(part, Video)]
    assert len(videos) == 1
    assert videos[0].data[4:8] == b"ftyp"
    told = words(seen.request)
    assert "- `ball`: circle, C" in told
    assert "`flash_`: text" in told
    assert re.search(r"moving@go#2 +\|     wait 3s", told)
    system = seen.request.messages[0]
    assert system.role == "system"
    assert "- `replace_block` (id, text)" in str(system.parts[0])
    again = look(busy, scene, keys, drawn, video=False)
    assert again.request.messages[0] == system, "what is the same for all scenes comes first"
    assert seen.request.key == look(busy, scene, keys, drawn, video=True).request.key
