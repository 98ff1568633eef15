"""The settings of the storyboard block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics import Edit, Fix, Related
from ..diagnostics.codes import names as codes
from ..syntax import tree
from .described import found
from .scope import MISSING
from .suggest import listing, nearest
from .themes import THEMES
from .typed import is_number
from .walk import bare

if TYPE_CHECKING:
    from .evaluate import Evaluator
    from .report import Report
    from .scope import Scope

DEFAULTS: dict[str, Any] = {
    "audience": "", "theme": "chalk", "language": "en", "voice": "", "pace": 150,
    "maths": "typst",
}
"""Every setting with the value it has when it is not given; ``pace`` in words a minute."""

WORDS = {"theme": tuple(THEMES), "maths": ("typst", "latex")}
"""Settings that are one of these words."""

HABITS = {"title": "", "speed": "pace", "wpm": "pace", "lang": "language", "style": "theme",
          "background": "theme", "speaker": "voice", "level": "audience", "math": "maths",
          "tex": "maths"}


def read_settings(
    settings: tuple[tree.Setting, ...], report: Report, scope: Scope, evaluator: Evaluator
) -> dict[str, Any]:
    """Every setting's value; findings for those unknown, given twice or wrong."""
    result = dict(DEFAULTS)
    seen: dict[str, tree.Setting] = {}
    for setting in settings:
        name = setting.word.text
        if name not in DEFAULTS:
            near = nearest(name, DEFAULTS) or nearest(name, HABITS) or ""
            near = HABITS.get(name) or HABITS.get(near, near)
            help = f"did you mean `{near}`?" if near else f"settings are {listing(DEFAULTS)}"
            if name == "title":
                help = 'the title stands behind `storyboard`: `storyboard "Title" { … }`'
            fix = Fix(f"write `{near}`", (Edit(setting.word.span, near),)) if near else None
            report.add(codes.UNKNOWN_SETTING, setting.word.span, f"there is no setting `{name}`",
                       help=help, fix=fix)
            continue
        if name in seen:
            report.add(codes.BAD_SETTING, setting.span, f"`{name}` is set twice",
                       label="the second time", help="keep one of them",
                       related=(Related(seen[name].span, "the first time"),))
            continue
        seen[name] = setting
        value = _value(name, setting, report, scope, evaluator)
        if value is not None:
            result[name] = value
    return result


def _value(
    name: str, setting: tree.Setting, report: Report, scope: Scope, evaluator: Evaluator
) -> Any:
    expr = bare(setting.value)
    if isinstance(expr, tree.Name):
        value: Any = expr.text
    else:
        value = evaluator.value(expr, scope)
        if value is MISSING:
            return None
    span = setting.value.span
    if name == "pace":
        if is_number(value) and 40 <= value <= 400:
            return value
        report.add(codes.BAD_SETTING, span,
                   f"`pace` is a number of words a minute from 40 to 400, found {found(value)}",
                   help="write `pace 150`")
        return None
    if not isinstance(value, str):
        report.add(codes.BAD_SETTING, span, f"`{name}` is a text, found {found(value)}",
                   help=f'write `{name} "…"`')
        return None
    words = WORDS.get(name)
    if words and value not in words:
        near = nearest(value, words)
        report.add(codes.BAD_SETTING, span, f"there is no {name} `{value}`",
                   help=f"did you mean `{near}`?" if near else
                   f"write {listing((f'`{w}`' for w in words), 'or')}",
                   fix=Fix(f"write `{near}`", (Edit(span, near),)) if near else None)
        return None
    return value
