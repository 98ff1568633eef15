"""Codes of words and formulas: what cannot be set, and letters that no font has."""

from __future__ import annotations

from ..registry import register

FORMULA = register(
    "C2V501", "broken-formula", "error",
    summary="a formula breaks LaTeX's rules, so it cannot be set",
    why="Formulas are read when the file is checked, not when the video is made. A group that is "
        "never closed or a `\\left` without `\\right` would hide what was meant.",
    bad='objects { m = math("\\frac{1}{x") in B2:B4 }\nbeat one "Write it" { write m }',
    good='objects { m = math("\\frac{1}{x}") in B2:B4 }\nbeat one "Write it" { write m }',
)
COMMAND = register(
    "C2V502", "unknown-latex-command", "error",
    summary="a command in a formula is none that LaTeX's maths has",
    why="Mostly a slip of the pen: `\\aplha`. Letters that should stand upright are written "
        "`\\mathrm{…}`, names of functions `\\operatorname{…}`.",
    bad='objects { m = math("\\aplha + 1") in B2:B4 }\nbeat one "Write it" { write m }',
    good='objects { m = math("\\alpha + 1") in B2:B4 }\nbeat one "Write it" { write m }',
)
DOLLARS = register(
    "C2V503", "dollars-in-formula", "error",
    summary="a formula has dollar signs around it",
    why="What stands in `math(…)` is a formula already. Dollar signs mark maths inside words, in "
        "`text`, labels, titles and lecture lines. The sign itself is `\\$`.",
    bad='objects { m = math("$a + b$") in B2:B4 }\nbeat one "Write it" { write m }',
    good='objects { m = math("a + b") in B2:B4 }\nbeat one "Write it" { write m }',
)
FOREIGN = register(
    "C2V504", "latex-not-for-formulas", "error",
    summary="a LaTeX command stands in a formula that has no place there",
    why="Formulas are set without LaTeX, so packages, macros of one's own, chemistry and units "
        "are not there. The finding says what to write instead.",
    bad='objects { m = math("\\ce{H2O}") in B2:B4 }\nbeat one "Write it" { write m }',
    good='objects { m = math("\\mathrm{H_2O}") in B2:B4 }\nbeat one "Write it" { write m }',
)
NO_FONT = register(
    "C2V505", "no-font-for-letters", "warning",
    summary="a text has letters that no font of this machine has",
    why="Fonts for Latin, Greek, Cyrillic, Hebrew and Arabic letters and for maths come along. "
        "For other scripts a font of the system is taken; where there is none, empty boxes would "
        "be shown.",
    bad='objects { m = text("𐘀𐘁") at B2 }\nbeat one "Write it" { write m }',
    good='objects { m = text("αβγ") at B2 }\nbeat one "Write it" { write m }',
)
PLAIN_MATHS = register(
    "C2V506", "maths-without-backslash", "warning",
    summary="a formula has a word that is read letter by letter, or a power in round brackets",
    why="Formulas are LaTeX: `cos t` is c times o times s times t, `\\cos t` the cosine; `e^(it)` "
        "raises only the bracket, `e^{it}` all of it.",
    bad='objects { m = math("cos t + e^(it)") in B2:B4 }\nbeat one "Write it" { write m }',
    good='objects { m = math("\\cos t + e^{it}") in B2:B4 }\nbeat one "Write it" { write m }',
)
NO_LATEX = register(
    "C2V903", "latex-not-installed", "warning",
    summary="`maths latex` is set, but this machine has no LaTeX",
    why="Formulas are set by LaTeX only where the programs `latex` and `dvisvgm` are installed. "
        "Where they are not, Typst sets them, as it does without the setting: the video is made, "
        "in other letters.",
    bad="",
    good="",
)
