"""Kinds of objects, their arguments, places and styles; what a scene shows."""

from __future__ import annotations

from ..registry import register

_SHOW = '\nbeat one "Show it" { show a }'
_ON = "objects {\n  ax = plane(x=[0, 4], y=[0, 3]) in A1:F6\n  on ax { "
_ON_END = ' }\n}\nbeat one "Show it" { draw ax; show a }'

UNKNOWN_KIND = register(
    "C2V301", "unknown-kind", "error",
    summary="an object is of a kind that does not exist",
    why="`c2v kinds` lists every kind. Manim's classes have other names here: `Tex` and `MathTex` "
        "are `math`, `NumberPlane` is `plane`.",
    bad="objects { a = circel() at B2 }" + _SHOW,
    good="objects { a = circle() at B2 }" + _SHOW,
)
UNKNOWN_ARGUMENT = register(
    "C2V303", "unknown-argument", "error",
    summary="a kind is given an argument it does not take",
    why="Every kind takes the arguments that `c2v kinds NAME` lists. Looks are no arguments: they "
        "follow as style words.",
    bad="objects { a = circle(radius=1) at B2 }" + _SHOW,
    good="objects { a = circle(r=1) at B2 }" + _SHOW,
)
MISSING_ARGUMENT = register(
    "C2V304", "missing-argument", "error",
    summary="a kind is not given an argument it needs",
    why="Without it there is nothing to draw.",
    bad="objects { a = arrow((0, 0)) }" + _SHOW,
    good="objects { a = arrow((0, 0), (1, 0)) }" + _SHOW,
)
EXTRA_ARGUMENT = register(
    "C2V305", "too-many-arguments", "error",
    summary="a kind is given more arguments than it takes, or one of them twice",
    why="Every kind takes the arguments that `c2v kinds NAME` lists.",
    bad="objects { a = line((0, 0), (1, 0), (2, 0)) }" + _SHOW,
    good="objects { a = path((0, 0), (1, 0), (2, 1)) }" + _SHOW,
)
WRONG_ARGUMENT = register(
    "C2V306", "wrong-argument", "error",
    summary="an argument has a value of the wrong type",
    why="A length needs a number, an end of a line a point or an object, a curve a function.",
    bad='objects { a = circle(r="big") at B2 }' + _SHOW,
    good="objects { a = circle(r=1) at B2 }" + _SHOW,
)
NOT_LIVE = register(
    "C2V307", "argument-fixed", "error",
    summary="an argument follows a param where it cannot",
    why="Ranges of planes, members of groups, files and the like are fixed when the scene begins.",
    bad="param t = 3\nobjects { a = plane(x=[0, t], y=[0, 3]) in A1:F6 }"
        '\nbeat one "Show it" { show a; set t to 4 }',
    good="let t = 3\nobjects { a = plane(x=[0, t], y=[0, 3]) in A1:F6 }" + _SHOW,
)
NEEDS_NAME = register(
    "C2V308", "argument-needs-name", "error",
    summary="an argument that must be named is given without its name",
    why="`circle(r=1)` says what the number means; `circle(1)` does not.",
    bad="objects { a = circle(1) at B2 }" + _SHOW,
    good="objects { a = circle(r=1) at B2 }" + _SHOW,
)
TOO_FEW = register(
    "C2V309", "too-few-points", "error",
    summary="a shape, table or chart is given too little to be drawn",
    why="A polygon needs three corners, a path two points, a table an entry.",
    bad="objects { a = polygon((0, 0), (1, 1)) }" + _SHOW,
    good="objects { a = polygon((0, 0), (1, 0), (1, 1)) }" + _SHOW,
)
WRONG_PLACE = register(
    "C2V311", "wrong-place", "error",
    summary="a place is given something it cannot be worked out from",
    why="`in` needs a cell or an area, `above` and its like an object, `at` a cell, a point or an "
        "object.",
    bad="objects { a = circle() in (1, 2) }" + _SHOW,
    good="objects { a = circle() at (1, 2) }" + _SHOW,
)
PLACE_NOT_TAKEN = register(
    "C2V312", "place-not-taken", "error",
    summary="an object that has its place already is given another",
    why="A dot stands at its point, labels and braces at what they name, lines between the objects "
        "they join, curves on their plane.",
    bad="objects { a = dot((0, 0)) at B2 }" + _SHOW,
    good="objects { a = dot((0, 0)) }" + _SHOW,
)
NEEDS_PLANE = register(
    "C2V313", "needs-plane", "error",
    summary="a kind that stands on a plane stands on none",
    why="Curves of functions are drawn in the coordinates of a plane.",
    bad="objects { a = plot(x^2) }" + _SHOW,
    good=_ON + "a = plot(x^2)" + _ON_END,
)
NOT_ON_PLANE = register(
    "C2V314", "not-on-plane", "error",
    summary="something stands on a plane that cannot",
    why="On a plane, places are points in its coordinates; cells and areas belong to the grid. "
        "A plane stands on no other plane, and components have coordinates of their own.",
    bad=_ON + "a = dot(B2)" + _ON_END,
    good=_ON + "a = dot((1, 2))" + _ON_END,
)
NOT_A_PLANE = register(
    "C2V315", "not-a-plane", "error",
    summary="`on` names something that is no plane",
    why="Only planes have coordinates: `axes plane polar complex number_line`.",
    bad="objects {\n  box1 = square(side=3) at C3\n  on box1 { a = dot((0, 0)) }\n}" + _SHOW,
    good="objects {\n  box1 = plane(x=[0, 3], y=[0, 3]) in A1:F6\n"
         "  on box1 { a = dot((0, 0)) }\n}" + _SHOW,
)
USED_ABOVE = register(
    "C2V317", "used-above", "error",
    summary="an object is used above its declaration",
    why="What is used stands above where it is used.",
    bad="objects {\n  b = circle(r=0.2) below a\n  a = circle(r=0.2) at B2\n}"
        '\nbeat one "Show them" { show a, b }',
    good="objects {\n  a = circle(r=0.2) at B2\n  b = circle(r=0.2) below a\n}"
         '\nbeat one "Show them" { show a, b }',
)
STYLE_NOT_TAKEN = register(
    "C2V321", "style-not-taken", "error",
    summary="a style that means nothing for this kind",
    why="A line has no inside to fill, a circle no letters to make bold.",
    bad="objects { a = line((0, 0), (1, 1)) fill blue }" + _SHOW,
    good="objects { a = line((0, 0), (1, 1)) color blue }" + _SHOW,
)
WRONG_STYLE = register(
    "C2V322", "wrong-style", "error",
    summary="a style word is given a value it cannot have",
    why="`color` needs a colour, `size` a number, `rotated` an angle.",
    bad="objects { a = circle() at B2 color 3 }" + _SHOW,
    good="objects { a = circle() at B2 color red }" + _SHOW,
)
TOO_MANY = register(
    "C2V330", "too-many-objects", "error",
    summary="a scene declares more than 1,000 objects",
    why="Loops are bounded, so that every storyboard renders in reasonable time.",
    bad="objects { for i in 1..2000 { a[i] = dot((i / 500, 0)) } }" + _SHOW,
    good="objects { for i in 1..200 { a[i] = dot((i / 50, 0)) } }" + _SHOW,
)
LIVE_COUNT = register(
    "C2V331", "param-decides-count", "error",
    summary="a param decides how many objects there are",
    why="Objects are declared before anything runs; a param changes later. A let can decide it.",
    bad="param n = 3\nobjects { for i in 1..n { a[i] = dot((i, 0)) } }"
        '\nbeat one "Show them" { show a; set n to 4 }',
    good="let n = 3\nobjects { for i in 1..n { a[i] = dot((i, 0)) } }" + _SHOW,
)
RAGGED = register(
    "C2V332", "ragged-rows", "error",
    summary="rows of a matrix or table, or a chart's labels, differ in number",
    why="All rows have as many entries, and there are as many names as rows, columns or bars.",
    bad="objects { a = matrix([[1, 2], [3]]) at C3 }" + _SHOW,
    good="objects { a = matrix([[1, 2], [3, 4]]) at C3 }" + _SHOW,
)
MISSING_FILE = register(
    "C2V333", "file-not-found", "error",
    summary="a picture's file is not there",
    why="Pictures are looked for beside the storyboard.",
    bad='objects { a = image("no_such_picture.png") in B2:E5 }' + _SHOW,
    good='objects { a = python("a picture of a cat") in B2:E5 """\nreturn Circle()\n""" }' + _SHOW,
)
FAMILY_MIXED = register(
    "C2V334", "family-mixed", "error",
    summary="a name is a family in one place and a single object in another, or a member twice",
    why="Members of a family have different indices, all as many.",
    bad="objects { for i in 0..2 { a[0] = dot((i, 0)) } }" + _SHOW,
    good="objects { for i in 0..2 { a[i] = dot((i, 0)) } }" + _SHOW,
)
LOOP_NAME = register(
    "C2V335", "no-family", "error",
    summary="a loop declares one name again and again",
    why="Each pass declares an object of its own, so its name needs the loop's variable.",
    bad="objects { for i in 0..2 { a = dot((i, 0)) } }" + _SHOW,
    good="objects { for i in 0..2 { a[i] = dot((i, 0)) } }" + _SHOW,
)
WRONG_FILE = register(
    "C2V336", "wrong-file-type", "error",
    summary="a file is not of a type this kind can show",
    why="`image` shows PNG and JPEG files, `svg` SVG files.",
    bad='objects { a = svg("drawing.png") in B2:E5 }' + _SHOW,
    good='objects { a = python("a drawing") in B2:E5 """\nreturn Circle()\n""" }' + _SHOW,
)
TOO_DARK = register(
    "C2V340", "hard-to-read", "warning",
    summary="words in a colour that hardly stands out from the background",
    why="Words need a contrast of 3 to 1 or more to be read in a video.",
    bad='objects { a = text("Hello") at B2 color black }' + _SHOW,
    good='objects { a = text("Hello") at B2 color gold }' + _SHOW,
)
PLAIN_BRACES = register(
    "C2V341", "braces-without-hash", "warning",
    summary="a text has `{t}` where `#{t}` was probably meant",
    why="Plain braces belong to LaTeX; only `#{…}` puts a value into a text.",
    bad='let t = 3\nobjects { a = text("t is {t}, #{t + 1}") at B2 }' + _SHOW,
    good='let t = 3\nobjects { a = text("t is #{t}, #{t + 1}") at B2 }' + _SHOW,
)
UNBALANCED = register(
    "C2V342", "dollar-unbalanced", "error",
    summary="a text has a dollar sign that opens maths and none that closes it",
    why=r"Maths stands between two dollar signs; a dollar sign itself is written `\$`.",
    bad='objects { a = text("the root $x_0 is near") at B2 }' + _SHOW,
    good='objects { a = text("the root $x_0$ is near") at B2 }' + _SHOW,
)
LONG_LINE = register(
    "C2V343", "long-lecture-line", "warning",
    summary="a lecture line has more than ten words",
    why="Lines are read at a glance, while somebody speaks; what is longer belongs into `say`. A "
        "formula counts as one word.",
    bad='beat one "This line goes on and on and says far more than one can read" { wait 1s }',
    good='beat one "One line, one thought" { wait 1s }',
)
ESCAPE = register(
    "C2V345", "escape-in-words", "warning",
    summary=r"a text has `\n` or `\t`, which stay two letters",
    why="A backslash stays what it is, so that LaTeX needs no doubling. A text of several lines "
        'is written over several lines, between `"""` and `"""`.',
    bad=r'objects { a = text("one\ntwo") at B2 }' + _SHOW,
    good='objects { a = text("""one\ntwo""") at B2 }' + _SHOW,
)
MISSING_LINE = register(
    "C2V344", "missing-lecture-line", "error",
    summary="a beat of a scene with lecture lines has none",
    why="In `notes` scenes each beat has its line; `layout wide` has no lines.",
    bad="beat one { wait 1s }",
    good='beat one "Wait" { wait 1s }',
)
OFF_PLANE = register(
    "C2V346", "outside-plane", "warning",
    summary="an object stands outside the range of its plane",
    why="What stands on a plane is clipped to it: outside its range nothing is seen.",
    bad="objects {\n  ax = axes(x=[0, 4], y=[0, 2]) in A1:F6\n  a = dot((20, 1)) on ax\n}\n"
        'beat one "A beat" { show ax, a }',
    good="objects {\n  ax = axes(x=[0, 4], y=[0, 2]) in A1:F6\n  a = dot((2, 1)) on ax\n}\n"
         'beat one "A beat" { show ax, a }',
)
NEVER_A_VALUE = register(
    "C2V351", "never-a-value", "warning",
    summary="a curve, an area or a field has no value wherever it is drawn",
    why="Where a function has no value its curve has a gap. One that has none at the params' first "
        "values nor at any that beats set is empty.",
    bad="objects {\n  ax = axes(x=[-4, 4], y=[-2, 2]) in A1:F6\n"
        "  a = plot(log(x), x=[-3, -1]) on ax\n}\nbeat one \"A beat\" { show ax, a }",
    good="objects {\n  ax = axes(x=[-4, 4], y=[-2, 2]) in A1:F6\n"
         "  a = plot(log(x), x=[1, 3]) on ax\n}\nbeat one \"A beat\" { show ax, a }",
)
OFF_GRID = register(
    "C2V347", "outside-grid", "warning",
    summary="an object stands outside the grid or the frame",
    why="Points are in rows about the middle of the grid, y upwards. What is declared outside and "
        "moves in later is not meant by this.",
    bad="objects { a = circle(r=0.5) at (9, 9) }" + _SHOW,
    good="objects { a = circle(r=0.5) at (1, 2) }" + _SHOW,
)
NO_CODE = register(
    "C2V601", "hatch-without-code", "note",
    summary="a `python` hatch has no code yet",
    why="It renders as a labelled placeholder box until somebody, or a model, fills it in.",
    bad='objects { a = python("an Archimedean spiral") in B2:E5 }' + _SHOW,
    good='objects { a = python("a spiral") in B2:E5 """\nreturn Circle()\n""" }' + _SHOW,
)
