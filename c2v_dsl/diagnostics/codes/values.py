"""Codes of values: names, units, types and what has no value."""

from __future__ import annotations

from ..registry import register

UNKNOWN = register(
    "C2V201", "unknown-name", "error",
    summary="a value has a name that nothing declares",
    why="Names come from `let`, `param`, loops, objects and the language's own functions. A name "
        "that none of them gives is mostly a slip of the pen, or belongs to another language.",
    bad='let side = 2\nobjects { tile = square(side=sied) at B2 }\n'
        'beat one "Show it" { show tile }',
    good='let side = 2\nobjects { tile = square(side=side) at B2 }\n'
         'beat one "Show it" { show tile }',
)
BELOW = register(
    "C2V202", "used-before-declared", "error",
    summary="a name is used above its declaration",
    why="A storyboard is read from top to bottom, and every let sees only what stands above it. "
        "So nothing can depend on itself, and every value is found in one pass.",
    bad='let area = side ^ 2\nlet side = 2\nobjects { n = number(area) at B2 }\n'
        'beat one "Show it" { show n }',
    good='let side = 2\nlet area = side ^ 2\nobjects { n = number(area) at B2 }\n'
         'beat one "Show it" { show n }',
)
FOREIGN = register(
    "C2V203", "word-of-another-language", "error",
    summary="a word of Python, NumPy or Manim stands where the language has its own",
    why="`True`, `math.pi`, `UP` and `BLUE` mean nothing here; the finding names the word that "
        "does.",
    bad='objects { tile = square(side=math.pi) at B2 }\nbeat one "Show it" { show tile }',
    good='objects { tile = square(side=pi) at B2 }\nbeat one "Show it" { show tile }',
)
RECURSION = register(
    "C2V204", "function-calls-itself", "error",
    summary="a function calls itself",
    why="Every storyboard ends, so functions may not call themselves. Repetition is said by "
        "`iterate(f, x0, n)`, `sum` and comprehensions.",
    bad='let half(n) = half(n - 1) / 2\nobjects { n = number(half(3)) at B2 }\n'
        'beat one "Show it" { show n }',
    good='let half(x) = x / 2\nobjects { n = number(iterate(half, 1, 3)) at B2 }\n'
         'beat one "Show it" { show n }',
)
ARGUMENTS = register(
    "C2V205", "wrong-arguments", "error",
    summary="a function is given too many or too few values, or names for them",
    why="Functions take their values in order, as many as they were declared with.",
    bad='let f(x, y) = x + y\nobjects { n = number(f(1)) at B2 }\nbeat one "Show it" { show n }',
    good='let f(x, y) = x + y\nobjects { n = number(f(1, 2)) at B2 }\n'
         'beat one "Show it" { show n }',
)
NO_FUNCTION = register(
    "C2V206", "not-a-function", "error",
    summary="something is called that is no function of values",
    why="Before `(` a name means a function. Kinds such as `circle` build objects and stand only "
        "behind `NAME =` in an `objects` block.",
    bad='objects { n = number(kube(2)) at B2 }\nbeat one "Show it" { show n }',
    good='let cube(x) = x ^ 3\nobjects { n = number(cube(2)) at B2 }\n'
         'beat one "Show it" { show n }',
)
TYPE = register(
    "C2V207", "wrong-type", "error",
    summary="a value of another type is expected here",
    why="A radius is a number, a place a point or a cell, a condition true or false. Nothing is "
        "turned into something else by itself, so that a slip is seen at once.",
    bad='let x = sqrt("two")\nobjects { n = number(x) at B2 }\nbeat one "Show it" { show n }',
    good='let x = sqrt(2)\nobjects { n = number(x) at B2 }\nbeat one "Show it" { show n }',
)
UNIT = register(
    "C2V208", "wrong-unit", "error",
    summary="a value has a unit that does not belong to it, or lacks the one it needs",
    why="Durations always say `s` or `ms`, and nothing else does. What a function takes is a plain "
        "number.",
    bad='let x = sqrt(2s)\nobjects { n = number(x) at B2 }\nbeat one "Show it" { show n }',
    good='let x = sqrt(2)\nobjects { n = number(x) at B2 }\nbeat one "Show it" { show n }',
)
DEGREES = register(
    "C2V209", "angle-without-unit", "error",
    summary="a bare number over 2π stands where an angle is expected",
    why="Bare angles are radians, so `45` would be seven turns and a bit. Mostly degrees are "
        "meant.",
    bad='objects { tile = square() at B2 rotated 45 }\nbeat one "Show it" { show tile }',
    good='objects { tile = square() at B2 rotated 45deg }\nbeat one "Show it" { show tile }',
)
BOUNDS = register(
    "C2V210", "out-of-bounds", "error",
    summary="a number is outside of what is possible here",
    why="Opacities go from 0 to 1, counts and lengths are not negative, the grid has six rows and "
        "columns.",
    bad='objects { tile = square() at cell(6, 0) }\nbeat one "Show it" { show tile }',
    good='objects { tile = square() at cell(5, 0) }\nbeat one "Show it" { show tile }',
)
INDEX = register(
    "C2V211", "index-out-of-range", "error",
    summary="a list has no item of this number",
    why="Lists are counted from 0, so the last of three is number 2.",
    bad='let xs = [4, 5, 6]\nobjects { n = number(xs[3]) at B2 }\nbeat one "Show it" { show n }',
    good='let xs = [4, 5, 6]\nobjects { n = number(xs[2]) at B2 }\nbeat one "Show it" { show n }',
)
NO_VALUE = register(
    "C2V212", "no-value", "error",
    summary="an expression has no value",
    why="`log(-1)`, a division by zero or a point outside a solution leaves a gap in a curve, but "
        "a place, a size or a text needs a value.",
    bad='objects { n = number(log(0)) at B2 }\nbeat one "Show it" { show n }',
    good='objects { n = number(log(1)) at B2 }\nbeat one "Show it" { show n }',
)
FOLLOWS = register(
    "C2V213", "follows-a-param", "error",
    summary="a value follows a param where it must be fixed",
    why="What a param moves is worked out frame by frame. How many objects there are, how long an "
        "action takes and what a file is called must be known beforehand.",
    bad='param t = 1\nobjects { tile = circle() at B2 }\n'
        'beat one "Show it" { show tile over (t * 1s) }',
    good='let t = 1\nobjects { tile = circle() at B2 }\n'
         'beat one "Show it" { show tile over (t * 1s) }',
)
TOO_LONG = register(
    "C2V214", "too-much-work", "error",
    summary="an expression takes too many steps to work out, or is nested too deeply",
    why="Checking must be quick and certain to end, so every expression has a budget.",
    bad='let f(x) = sum([x + i for i in 1..90000])\n'
        'objects { n = number(sum([f(i) for i in 1..90000])) at B2 }\n'
        'beat one "Show it" { show n }',
    good='let f(x) = 90000 * x + 4050045000\nobjects { n = number(f(1)) at B2 }\n'
         'beat one "Show it" { show n }',
)
TOO_MANY = register(
    "C2V215", "loop-too-long", "error",
    summary="a loop or a list goes on for too long",
    why="Every list is written out and every loop is run when a storyboard is checked, which must "
        "be quick.",
    bad='let total = sum(1..1000000)\nobjects { n = number(total) at B2 }\n'
        'beat one "Show it" { show n }',
    good='let total = 1000000 * 1000001 / 2\nobjects { n = number(total) at B2 }\n'
         'beat one "Show it" { show n }',
)
OPERANDS = register(
    "C2V216", "wrong-operands", "error",
    summary="an operator stands between values that it does not go with",
    why="Numbers go with numbers, points with points, and a number may scale a point or a matrix. "
        "Texts are joined inside one string.",
    bad='objects { t = text("a" + "b") at B2 }\nbeat one "Show it" { show t }',
    good='let a = "a"\nobjects { t = text("#{a}b") at B2 }\nbeat one "Show it" { show t }',
)
SOLUTION_ENDS = register(
    "C2V218", "solution-ends-early", "warning",
    summary="the solution of a differential equation ends before the time asked for",
    why="`y' = y^2` grows beyond all bounds in finite time, `y' = 1 / y` stops where y is zero. "
        "The solution is followed up to there; what is drawn from it has a gap beyond.",
    bad="let s = solve(y' = y^2; y=1; t=[0, 5])\nobjects { n = number(s.y(0.5)) at B2 }\n"
        'beat one "Show it" { show n }',
    good="let s = solve(y' = y^2; y=1; t=[0, 0.9])\nobjects { n = number(s.y(0.5)) at B2 }\n"
         'beat one "Show it" { show n }',
)
SEVERAL = register(
    "C2V217", "one-object-expected", "error",
    summary="several objects are named where one is expected",
    why="In arithmetic an object means its centre; a whole family has none.",
    bad='objects {\n  for i in 0..2 { tile[i] = circle(r=0.3) at cell(1, i) }\n'
        '  spot = dot(mix(tile, (0, 0), 0.5))\n}\nbeat one "Show it" { show tile, spot }',
    good='objects {\n  for i in 0..2 { tile[i] = circle(r=0.3) at cell(1, i) }\n'
         '  spot = dot(mix(tile[0], (0, 0), 0.5))\n}\nbeat one "Show it" { show tile, spot }',
)
