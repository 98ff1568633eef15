"""Codes for beats: verbs and what they take, who is on screen when, time."""

from __future__ import annotations

from ..registry import register

_DOT = "objects {\n  a = dot((0, 0))\n}\n"
_TWO = "objects {\n  a = dot((0, 0))\n  b = dot((1, 0))\n}\n"


def _beat(body: str, objects: str = _DOT) -> str:
    inside = "\n".join(f"  {line}" for line in body.splitlines())
    return f'{objects}beat one "A beat" {{\n{inside}\n}}'


# ---------------------------------------------------------------- verbs

UNKNOWN_VERB = register(
    "C2V401",
    "unknown-verb",
    "error",
    summary="an action begins with a word that is no verb",
    why=(
        "Every action begins with one of the language's verbs; `c2v kinds` lists them. Manim's "
        "animations have their counterparts: `FadeIn(a)` is `show a`, `Create(a)` is `draw a`, "
        "`Transform(a, b)` is `morph a into b`."
    ),
    bad=_beat("appear a"),
    good=_beat("show a"),
)

MISSING_PHRASE = register(
    "C2V403",
    "missing-phrase",
    "error",
    summary="a verb lacks what it needs: where to, how far, into what",
    why="Without it there is nothing to do. The help shows how the verb is written.",
    bad=_beat("show a\nmove a"),
    good=_beat("show a\nmove a to B3"),
)

WRONG_PHRASE = register(
    "C2V404",
    "wrong-phrase",
    "error",
    summary="words behind a verb that it does not take, or takes once",
    why="Each verb takes its own words: `move a to B3`, `shift a by (1, 0)`, `fill a blue 0.4`.",
    bad=_beat("show a\nflash a to B3"),
    good=_beat("show a\nmove a to B3\nflash a"),
)

WRONG_TARGETS = register(
    "C2V405",
    "wrong-targets",
    "error",
    summary="a verb stands without the objects it acts on, with too many, or with wrong ones",
    why=(
        "Most verbs act on one object or more, `swap` on exactly two, `rewrite` on one text or "
        "formula, `set` on params, and `clear` on all that is there but for its `except`."
    ),
    bad=_beat("show a, b\nswap a", _TWO),
    good=_beat("show a, b\nswap a, b", _TWO),
)

WRONG_VALUE = register(
    "C2V406",
    "wrong-verb-value",
    "error",
    summary="what stands behind a verb is not what the verb takes there",
    why=(
        "`shift` takes a point `(right, up)`, `rotate` an angle with its unit, `scale` a factor, "
        "`color` a colour, `move` a place."
    ),
    bad=_beat("show a\nshift a by 2"),
    good=_beat("show a\nshift a by (2, 0)"),
)

WRONG_TIMING = register(
    "C2V407",
    "wrong-timing",
    "error",
    summary="a length of time or an easing that cannot be",
    why=(
        "Nothing takes less than no time or more than an hour, and what is at once (`add`, "
        "`remove`) takes no `over`. After `ease` stands `smooth`, `linear`, `in`, `out`, "
        "`bounce` or `there_and_back`."
    ),
    bad=_beat("show a over 2s ease ease_in_out"),
    good=_beat("show a over 2s ease smooth"),
)

# ---------------------------------------------------------------- presence

NOT_ON_SCREEN = register(
    "C2V410",
    "not-on-screen",
    "error",
    summary="something is changed, pointed at or taken away that is not on screen then",
    why=(
        "Declaring an object shows nothing: it must enter first, with `show`, `draw`, `write`, "
        "`grow`, `pop` or `add`. After `hide`, `clear` or `morph … into` it is gone, and a scene "
        "begins empty unless it `continues` another."
    ),
    bad=_beat("flash a\nshow a"),
    good=_beat("show a\nflash a"),
)

ON_SCREEN_ALREADY = register(
    "C2V411",
    "on-screen-already",
    "error",
    summary="something enters that is on screen already",
    why=(
        "A second entrance would flicker, and often means that another object was meant. Point "
        "at what is there with `flash` or `highlight`, or let it leave first."
    ),
    bad=_beat("show a\ndraw a"),
    good=_beat("draw a\nflash a"),
)

LABEL_ALONE = register(
    "C2V412",
    "label-alone",
    "warning",
    summary="a label or mark is shown while what it belongs to is not",
    why="A name beside nothing, or a box about nothing, puzzles whoever looks at it.",
    bad=_beat("show name\nshow a", 'objects {\n  a = dot((0, 0))\n  name = label("A", a)\n}\n'),
    good=_beat("show a\nshow name", 'objects {\n  a = dot((0, 0))\n  name = label("A", a)\n}\n'),
)

# ---------------------------------------------------------------- properties

TWO_AT_ONCE = register(
    "C2V420",
    "two-at-once",
    "error",
    summary="two actions change the same thing of the same object at the same time",
    why=(
        "Side by side in `together`, `stagger` or `when`, one object cannot move to two places. "
        "Put one after the other, or give each a property of its own."
    ),
    bad=_beat("show a\ntogether { move a to B2; shift a by (1, 0) }"),
    good=_beat("show a\ntogether { move a to B2; color a red }"),
)

_LIVE = "param t = 0\nobjects {\n  a = dot((t, 0))\n}\n"

FOLLOWS_PARAM = register(
    "C2V421",
    "follows-param",
    "error",
    summary="a verb changes what follows a param",
    why=(
        "What mentions a param is worked out again at every frame, so that a verb's change would "
        "be gone at once. Change the param: `set t to 2`."
    ),
    bad=_beat("show a\nmove a to B2\nset t to 2", _LIVE),
    good=_beat("show a\nset t to 2", _LIVE),
)

_HANGS = 'objects {\n  a = dot((0, 0))\n  name = label("A", a)\n}\n'

FOLLOWS_OBJECT = register(
    "C2V422",
    "follows-object",
    "error",
    summary="a verb moves or reshapes what hangs on another object",
    why=(
        "Labels, braces, boxes and lines between objects stay with what they hang on. Move that, "
        "and they come along."
    ),
    bad=_beat("show a, name\nmove name to B2", _HANGS),
    good=_beat("show a, name\nmove a to B2", _HANGS),
)

SET_WHAT = register(
    "C2V423",
    "set-no-param",
    "error",
    summary="`set` names something that is not a param",
    why=(
        "`set` changes params, which a scene declares with `param t = 0`. A `let` keeps its value "
        "for ever; objects are changed with `move`, `color`, `scale` and the like."
    ),
    bad=_beat("show a\nset t to 2", _LIVE.replace("param", "let")),
    good=_beat("show a\nset t to 2", _LIVE),
)

# ---------------------------------------------------------------- speech, marks, length

SAY_PLACE = register(
    "C2V430",
    "say-inside",
    "error",
    summary="`say` stands inside a block of a beat",
    why=(
        "Words belong to the beat: `say` stands at its top level and goes on beside what follows. "
        "To start something at a word, mark it: `say \"… <here> …\"` and `when here { … }`."
    ),
    bad=_beat('together {\n  say "Here it comes."\n  show a\n}'),
    good=_beat('say "Here it comes."\nshow a'),
)

UNKNOWN_MARK = register(
    "C2V431",
    "unknown-mark",
    "error",
    summary="`when` waits for a mark that nothing said so far bears",
    why="A mark is a name in angle brackets inside a `say` that stands above, in the same beat.",
    bad=_beat('say "Now it comes."\nwhen comes { show a }'),
    good=_beat('say "Now it <comes> comes."\nwhen comes { show a }'),
)

MARK_TWICE = register(
    "C2V432",
    "mark-twice",
    "error",
    summary="one `say` has two marks of one name",
    why="A mark is one moment, so that `when` knows what to wait for.",
    bad=_beat('say "First <here> this, then <here> that."\nwhen here { show a }'),
    good=_beat('say "First <here> this, then <there> that."\nwhen here { show a }\n'
               "when there { flash a }"),
)

SAY_LIVE = register(
    "C2V433",
    "say-changes",
    "error",
    summary="the words of a `say` follow a param or an object",
    why="Words are spoken once: they cannot change from frame to frame.",
    bad='param t = 0\nobjects {\n  a = dot((t, 0))\n}\nbeat one "A beat" {\n'
        '  show a\n  say "It stands at #{t}."\n  set t to 2\n}',
    good='param t = 0\nobjects {\n  a = dot((t, 0))\n}\nbeat one "A beat" {\n'
         '  show a\n  say "It stands at zero."\n  set t to 2\n}',
)

BEAT_TOO_LONG = register(
    "C2V434",
    "beat-too-long",
    "error",
    summary="what happens in a beat takes longer than its `lasts`",
    why=(
        "`lasts` fills a beat up to a length; it never hurries what is in it. The message gives "
        "the real length."
    ),
    bad='objects {\n  a = dot((0, 0))\n}\nbeat one "A beat" lasts 2s {\n  show a\n  wait 3s\n}',
    good='objects {\n  a = dot((0, 0))\n}\nbeat one "A beat" lasts 4s {\n  show a\n  wait 3s\n}',
)

TOO_MANY_ACTIONS = register(
    "C2V435",
    "too-many-actions",
    "error",
    summary="a file does more than 10,000 actions, or a beat's loops never do any",
    why=(
        "Loops in beats are unfolded. More actions than that is no video any more but a mistake "
        "in a range."
    ),
    bad=_beat("show a\nfor i in 1..20000 { flash a over 0.1s }"),
    good=_beat("show a\nfor i in 1..20 { flash a over 0.1s }"),
)

TOO_DEEP = register(
    "C2V436",
    "nested-too-deep",
    "error",
    summary="blocks or actions stand in one another more than 20 deep",
    why="So deep no reader follows. Name the inner part as an `action` and `do` it.",
    bad=_beat("together { " * 22 + "show a" + " }" * 22),
    good=_beat("together { show a }"),
)

LATE_MARK = register(
    "C2V437",
    "late-mark",
    "note",
    summary="`when` begins half a second or more after its mark",
    why=(
        "Actions follow one another: `when` waits for its mark, but also for what stands before "
        "it. Inside `together` it waits for its mark alone."
    ),
    bad=_beat('say "A <ring> ring comes."\ndraw a over 4s\nwhen ring { flash a }'),
    good=_beat('say "A <ring> ring comes."\ntogether {\n  draw a over 4s\n'
               "  when ring { flash a }\n}"),
)

# ---------------------------------------------------------------- actions


def _file(actions: str, beat: str) -> str:
    return (f'c2v 1\nstoryboard "Example" {{}}\n{actions}\nscene example "Example" {{\n'
            f"{_beat(beat)}\n}}")


UNKNOWN_ACTION = register(
    "C2V440",
    "unknown-action",
    "error",
    summary="`do` names an action that is not defined",
    why="An action is defined at a file's top level, `action NAME(params) { … }`, or imported.",
    bad=_file("action greet(x) {\n  show x\n}", "do great(a)"),
    good=_file("action greet(x) {\n  show x\n}", "do greet(a)"),
)

ACTION_ARGS = register(
    "C2V441",
    "wrong-action-arguments",
    "error",
    summary="an action is given too few or too many arguments, or one it does not have",
    why="Arguments are given in the order of the action's parameters, or by their names.",
    bad=_file("action greet(x, colour) {\n  show x\n  color x colour\n}", "do greet(a)"),
    good=_file("action greet(x, colour) {\n  show x\n  color x colour\n}", "do greet(a, red)"),
)

ACTION_CYCLE = register(
    "C2V442",
    "action-cycle",
    "error",
    summary="an action does itself, directly or through others",
    why="It would never end. Repeat with `for`.",
    bad=_file("action greet(x) {\n  show x\n  do greet(x)\n}", "do greet(a)"),
    good=_file("action greet(x) {\n  show x\n  flash x\n}", "do greet(a)"),
)
