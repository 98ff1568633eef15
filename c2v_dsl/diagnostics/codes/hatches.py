"""Codes for what is wrong with the code in hatches, as reading it shows without running it."""

from __future__ import annotations

from ..registry import register


def _example(code: str) -> str:
    body = "\n".join(f"    {line}" for line in code.strip("\n").splitlines())
    return f'''
objects {{
  it = python("a picture") in B2:E5 """
{body}
  """
}}
beat only "A picture" {{
  show it
}}
'''


_GOOD = _example("return Circle(radius=1, color=BLUE)")

NOT_PYTHON = register(
    "C2V602",
    "hatch-not-python",
    "error",
    summary="the code of a hatch is not Python",
    why="What stands between the three quotes is the body of a Python function.",
    bad=_example("dot = Dot(\nreturn dot"),
    good=_GOOD,
)

UNKNOWN_NAME = register(
    "C2V603",
    "hatch-unknown-name",
    "error",
    summary="the code of a hatch uses a name that does not exist",
    why=(
        "A hatch sees Python's own names, those of the installed Manim, NumPy as `np`, and `self`, "
        "`o` and `p`; an action's code sees `duration` too. Names of older versions of Manim, or "
        "of ManimGL, are not there."
    ),
    bad=_example("self.circle = Circle()\nreturn TexMobject('x')"),
    good=_GOOD,
)

UNKNOWN_ATTRIBUTE = register(
    "C2V604",
    "hatch-unknown-attribute",
    "error",
    summary="the code of a hatch asks a thing for what it does not have",
    why=(
        "The installed Manim's classes are known with all their methods and attributes. Those "
        "of older versions, or of ManimGL, are not there. Mind `set_…` too: Manim takes "
        "any `set_word(value)`, keeps the value and draws nothing of it."
    ),
    bad=_example("axes = Axes()\nreturn axes.get_graph(lambda x: x)"),
    good=_GOOD,
)

WRONG_ARGUMENT = register(
    "C2V605",
    "hatch-wrong-argument",
    "error",
    summary="the code of a hatch calls something with arguments that it does not take",
    why=(
        "What a class of Manim takes was read from its source, and from the sources of all classes "
        "that it hands keywords on to. Another keyword, a missing argument or one too many stops "
        "the code."
    ),
    bad=_example("return Square(side=2)"),
    good=_GOOD,
)

NO_RETURN = register(
    "C2V606",
    "hatch-no-return",
    "error",
    summary="the code of an object's hatch returns nothing",
    why="What the code returns is what is drawn: it ends in `return mobject`.",
    bad=_example("dot = Dot()\ndot.scale(2)"),
    good=_GOOD,
)

OUT_OF_PLACE = register(
    "C2V607",
    "hatch-out-of-place",
    "error",
    summary="the code of an object's hatch plays or adds something",
    why=(
        "An object's code only makes what is drawn; it may run many times, whenever a param that "
        "it reads changes. Movement belongs into beats, as verbs or as a hatch of its own."
    ),
    bad=_example("dot = Dot()\nself.play(Create(dot))\nreturn dot"),
    good=_GOOD,
)

FORBIDDEN = register(
    "C2V608",
    "hatch-forbidden",
    "error",
    summary="the code of a hatch reaches for files, the network, other processes or the clock",
    why=(
        "A video is made from its storyboard alone, the same each time, and code in a storyboard "
        "may come from anyone. It runs behind a wall where these things fail; here it is only "
        "said beforehand. Pictures come in by `image(…)` and `svg(…)`."
    ),
    bad=_example("text = open('/etc/hostname').read()\nreturn Text(text)"),
    good=_GOOD,
)

ENDLESS = register(
    "C2V609",
    "hatch-endless",
    "error",
    summary="a loop in the code of a hatch never ends",
    why="Nothing in the loop changes what its condition looks at, and nothing leaves it.",
    bad=_example("n = 0\ndots = VGroup()\nwhile n < 5:\n    dots.add(Dot())\nreturn dots"),
    good=_GOOD,
)

BY_CHANCE = register(
    "C2V610",
    "hatch-by-chance",
    "warning",
    summary="the code of a hatch draws random numbers without a seed",
    why=(
        "The same storyboard should give the same video. With a seed of its own a hatch draws the "
        "same numbers wherever it stands: `np.random.default_rng(7)`."
    ),
    bad=_example("x, y = np.random.rand(2)\nreturn Dot([x, y, 0])"),
    good=_GOOD,
)

CODES = (
    NOT_PYTHON, UNKNOWN_NAME, UNKNOWN_ATTRIBUTE, WRONG_ARGUMENT, NO_RETURN, OUT_OF_PLACE, FORBIDDEN,
    ENDLESS, BY_CHANCE,
)
"""Codes that only reading a hatch's code gives."""
