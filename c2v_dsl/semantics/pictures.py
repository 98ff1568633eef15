"""Files that pictures are read from."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from ..diagnostics.codes import objects as codes
from ..diagnostics.codes import pictures as picture_codes
from ..syntax import tree
from .argument_values import MISSING_VALUE
from .described import found
from .lowered import Live
from .picture_files import look, why_none
from .suggest import listing, nearest
from .vocabulary.declare import Arg

if TYPE_CHECKING:
    from .reading import Reading, Site

TYPES = {"image": (".png", ".jpg", ".jpeg"), "svg": (".svg",)}
"""Extensions by the kind that shows them."""


def read_file(builder: Reading, kind: str, arg: Arg, expr: tree.Expr, site: Site) -> Any:
    """The absolute path of the file that ``expr`` names, or `MISSING_VALUE` after a finding."""
    value = builder.value(expr, site)
    if value is MISSING_VALUE:
        return value
    if not isinstance(value, str):
        no_text(builder, arg, expr, value, "a path in quotes")
        return MISSING_VALUE
    if not _shows(builder, kind, expr, value):
        return MISSING_VALUE
    loader = builder.library.loader
    path = loader.join(expr.span.path, value)
    if not loader.exists(path):
        names = loader.neighbours(path)
        pictures = [n for n in names if PurePath(n).suffix.lower() in TYPES.get(kind, ())]
        near = nearest(PurePath(value).name, pictures)
        help = (f"did you mean `{near}`?" if near else
                f"there {'is' if len(pictures) == 1 else 'are'} {listing(pictures, limit=5)}"
                if pictures else "the path counts from the storyboard's folder")
        why = why_none(loader.absolute(path))
        builder.report.add(codes.MISSING_FILE, expr.span,
                           f'"{value}" {why}' if why else f'there is no file "{value}"', help=help)
        return MISSING_VALUE
    looked = builder.library.pictures.get(path)
    if looked is None:
        looked = builder.library.pictures[path] = look(loader, kind, path)
    if looked.problem:
        builder.report.add(picture_codes.BROKEN_PICTURE, expr.span, f'"{value}" {looked.problem}',
                           help=looked.help)
        return MISSING_VALUE
    if looked.left_out:
        builder.report.add(picture_codes.PARTLY_DRAWN, expr.span,
                           f'"{value}" is drawn without {listing(looked.left_out)}',
                           help=looked.help)
    builder.assets.append(loader.absolute(path))
    return loader.absolute(path)


def no_text(builder: Reading, arg: Arg, expr: tree.Expr, value: Any, expected: str) -> None:
    """The finding about a name that is none, or that follows a param."""
    if isinstance(value, Live):
        names = listing(f"`{param}`" for param in value.params) or "an object"
        builder.report.add(codes.NOT_LIVE, expr.span,
                           f"`{arg.name}` cannot follow {names}: it is fixed when the scene begins",
                           help="declare one object for each, and show and hide them")
        return
    builder.report.add(codes.WRONG_ARGUMENT, expr.span,
                       f"`{arg.name}` needs {expected}, found {found(value)}")


def _shows(builder: Reading, kind: str, expr: tree.Expr, path: str) -> bool:
    """Whether ``kind`` can show a file with this ending; a finding if not."""
    endings = TYPES.get(kind, ())
    suffix = PurePath(path).suffix.lower()
    if not endings or suffix in endings:
        return True
    other = next((k for k, e in TYPES.items() if suffix in e), None)
    builder.report.add(codes.WRONG_FILE, expr.span,
                       f"`{kind}` shows {listing(endings, 'or')} files, found "
                       f"{suffix or 'no ending'}", help=f"write `{other}(…)`" if other else "")
    return False
