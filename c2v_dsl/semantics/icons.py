"""Names of icons: whether the icon is there, and what was meant if not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..assets import icon_sets, icon_store, icons
from ..assets.icon_desk import Trouble
from ..assets.icon_names import REMOTE
from ..assets.icon_words import WORDS
from ..diagnostics import Edit, Fix
from ..diagnostics.codes import objects as object_codes
from ..diagnostics.codes import pictures as codes
from ..syntax import tree
from .argument_values import MISSING_VALUE
from .pictures import no_text
from .suggest import listing, nearest
from .vocabulary.declare import Arg
from .walk import bare

if TYPE_CHECKING:
    from .reading import Reading, Site


def read_icon(builder: Reading, arg: Arg, expr: tree.Expr, site: Site) -> Any:
    """The name of an icon that is there, or `MISSING_VALUE` after a finding."""
    inner = bare(expr)
    if isinstance(inner, tree.Name) and site.scope.lookup(inner.text) is None and (
        icons.meant(icons.wanted(inner.text)) is not None
    ):
        builder.report.add(object_codes.WRONG_ARGUMENT, expr.span,
                           f"the name of an icon stands in quotes, found `{inner.text}` without",
                           help=f'write `"{inner.text}"`',
                           fix=_write(builder, expr, inner.text))
        return MISSING_VALUE
    value = builder.value(expr, site)
    if value is MISSING_VALUE:
        return value
    if not isinstance(value, str):
        no_text(builder, arg, expr, value, 'the name of an icon in quotes, like "cat"')
        return MISSING_VALUE
    want = icons.wanted(value)
    if not want.remote:
        if icons.meant(want) is None:
            _missing(builder, expr, value, want)
            return MISSING_VALUE
        return value
    answer = builder.library.desk.find(want)
    if isinstance(answer, Trouble):
        _unfetched(builder, expr, answer)
        return MISSING_VALUE
    builder.assets.append(str(icon_store.path_of(want)))
    return value


def _unfetched(builder: Reading, expr: tree.Expr, trouble: Trouble) -> None:
    near = listing((f'`"{name}"`' for name in trouble.near), "or")
    builder.report.add(codes.NO_ICON if trouble.missing else codes.NOT_FETCHED, expr.span,
                       trouble.message, help=f"did you mean {near}?" if near else trouble.help)


def _write(builder: Reading, expr: tree.Expr, name: str, safe: bool = True) -> Fix | None:
    text = json.dumps(name, ensure_ascii=False)
    return Fix(f"write `{text}`", (Edit(expr.span, text),), "safe" if safe else "unsafe")


def _missing(builder: Reading, expr: tree.Expr, written: str, want: icons.Wanted) -> None:
    sources = (*(icons.id for icons in icon_sets.SETS), *REMOTE)
    if want.source and want.source not in sources:
        fix = _write(builder, expr, f"iconify:{want.source}/{want.name}", safe=False)
        builder.report.add(
            codes.NO_ICON, expr.span, f'there is no source of icons called "{want.source}"',
            help=f'sources are {listing(sources, "and")}; sets of Iconify are written '
                 f'`"iconify:{want.source}/{want.name}"`', fix=fix)
        return
    if not icon_sets.installed():
        builder.report.add(codes.NO_ICON, expr.span,
                           f'the icon "{written}" is not there: no set of icons is installed',
                           help=f"install them: `{icon_sets.INSTALL}`")
        return
    near = _nearest(want)
    literal = isinstance(bare(expr), tree.Str)
    sure = near[0] if near and nearest(want.name, [near[0]]) else None
    builder.report.add(
        codes.NO_ICON, expr.span, f'there is no icon "{written}"',
        help=f"did you mean {listing((f'`{name}`' for name in near), 'or', 5)}?" if near else
        "`c2v icons WORDS` lists those there are",
        fix=_write(builder, expr, sure, safe=False) if sure and literal else None)


def _nearest(want: icons.Wanted) -> list[str]:
    """Names that were probably meant: a slip of the hand first, then those with the same word."""
    known = icons.known_names(want.source)
    close = nearest(want.name, [*WORDS, *known])
    words = set(want.name.split("-"))
    alike = sorted((n for n in known if words & set(n.split("-"))), key=lambda n: (len(n), n))
    return list(dict.fromkeys([*([close] if close else []), *alike[:4]]))
