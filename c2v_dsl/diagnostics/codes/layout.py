"""Findings about what was measured: where things stand and what they cover."""

from __future__ import annotations

from ..registry import register

COVERED = register(
    "C2V701", "covered", "error",
    summary="two things that do not belong together cover one another",
    why="Words on words, lines through words and filled things over words cannot be read. What is "
        "declared to belong together (`on`, `inside`, `at OBJECT`, labels, marks, groups, morphs) "
        "may touch.",
    bad='objects {\n  a = text("first words") at C3\n  b = text("other words") at C3\n}\n'
        'beat one "Both" { show a, b }',
    good='objects {\n  a = text("first words") at C3\n  b = text("other words") at D3\n}\n'
         'beat one "Both" { show a, b }',
)
PASSING = register(
    "C2V702", "passing-over", "warning",
    summary="something passes over something else on its way",
    why="What moves over words hides them for a moment. Another way, or hiding the words first, "
        "avoids it.",
    bad='objects {\n  a = text("first words") at C3\n  b = square(side=0.6) at C1 fill blue 1\n}\n'
        'beat one "Across" {\n  show a, b\n  move b to C6 over 2s\n}',
    good='objects {\n  a = text("first words") at C3\n  b = square(side=0.6) at E1 fill blue 1\n}\n'
         'beat one "Across" {\n  show a, b\n  move b to E6 over 2s\n}',
)
OUTSIDE = register(
    "C2V703", "outside-frame", "error",
    summary="something leaves the frame",
    why="What lies beyond the frame is not seen.",
    bad='objects { a = text("a long line of words that goes on and on") at C6 }\n'
        'beat one "Too far" { show a }',
    good='objects { a = text("a long line of words that goes on and on") in C1:C6 }\n'
         'beat one "In its place" { show a }',
)
OVER_FURNITURE = register(
    "C2V704", "over-furniture", "error",
    summary="something lies over the title or the lecture lines",
    why="Title and lecture lines are there from beginning to end; objects have the grid.",
    bad='objects { a = circle(r=0.6) at (-6.4, 2.5) fill blue 1 }\n'
        'beat one "A line to read" { show a }',
    good='objects { a = circle(r=1) at C3 fill blue 1 }\nbeat one "A line to read" { show a }',
)
TOO_SMALL = register(
    "C2V705", "too-small", "warning",
    summary="words are too small to read at 480p",
    why="Many watch on a phone. Words need about the height of the numbers on axes.",
    bad='objects { a = text("small print") at C3 size 12 }\nbeat one "Small" { show a }',
    good='objects { a = text("large print") at C3 }\nbeat one "Large" { show a }',
)
LOW_CONTRAST = register(
    "C2V706", "low-contrast", "warning",
    summary="words hardly stand out from what lies beneath them",
    why="Words need a contrast of 3 to 1 with what they stand on.",
    bad='objects {\n  a = square(side=2) at C3 fill yellow 1\n'
        '  b = text("hello") at a color gold\n}\n'
        'beat one "Pale" { show a, b }',
    good='objects {\n  a = square(side=2) at C3 fill dark_blue 1\n'
         '  b = text("hello") at a color gold\n}\nbeat one "Clear" { show a, b }',
)
FAR_LABEL = register(
    "C2V707", "far-label", "warning",
    summary="a name stands far from what it names",
    why="A name further than a row away from its thing seems to belong to something else. `label` "
        "goes along with what it names; a text beside it stays behind.",
    bad='objects {\n  a = circle(r=0.3) at B2\n  b = text("name") right_of a\n}\n'
        'beat one "Away" {\n  show a, b\n  move a to E5\n}',
    good='objects {\n  a = circle(r=0.3) at B2\n  b = label("name", a, side=right)\n}\n'
         'beat one "Together" {\n  show a, b\n  move a to E5\n}',
)
CROWDED = register(
    "C2V708", "crowded", "warning",
    summary="many small things crowd one cell",
    why="The eye finds no order in a heap. Spread the things, or show fewer of them at once.",
    bad='objects {\n  for i in 0..8 {\n'
        '    w[i] = text("so") at (-1 + 0.42 * (i % 3), 0.2 + 0.3 * floor(i / 3)) size 26\n  }\n}\n'
        'beat one "A heap" { show w }',
    good='objects {\n  for i in 0..8 {\n'
         '    w[i] = text("word") at cell(1 + floor(i / 3), i % 3) size 24\n  }\n}\n'
         'beat one "In order" { show w }',
)
LINGERING = register(
    "C2V709", "lingering", "note",
    summary="something stays on screen long after it was last spoken of",
    why="What is no longer needed takes attention. Hide or dim it when its part is over.",
    bad='objects {\n  a = text("once") at B2\n  b = circle(r=0.6) at D4\n}\n'
        'beat one "First" { show a }\nbeat two "Second" { show b }\n'
        'beat three "Third" { flash b }\nbeat four "Fourth" { wiggle b }\n'
        'beat five "Fifth" { focus b }',
    good='objects {\n  a = text("once") at B2\n  b = circle(r=0.6) at D4\n}\n'
         'beat one "First" { show a }\nbeat two "Second" { hide a; show b }\n'
         'beat three "Third" { flash b }\nbeat four "Fourth" { wiggle b }\n'
         'beat five "Fifth" { focus b }',
)
EMPTY = register(
    "C2V710", "empty-space", "note",
    summary="everything is small in a corner while the rest is empty",
    why="A class in the last row sees what is large. Use the room there is.",
    bad='objects {\n  a = text("tiny") at A1 size 20\n  b = circle(r=0.15) at B2\n}\n'
        'beat one "Small" { show a, b }',
    good='objects {\n  a = text("large") at B3 size 60\n  b = circle(r=1) at D4\n}\n'
         'beat one "Large" { show a, b }',
)
SILENCED = register(
    "C2V711", "needless-silence", "warning",
    summary="a comment allows a finding that is not there",
    why="`# allow C2V701: why` behind an object's statement silences that finding. One that "
        "silences nothing, or gives no reason, is left over from something.",
    bad='objects { a = text("words") at C3  # allow C2V701: they belong together\n}\n'
        'beat one "One" { show a }',
    good='objects { a = text("words") at C3\n}\nbeat one "One" { show a }',
)
