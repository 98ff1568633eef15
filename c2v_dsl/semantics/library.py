"""What files declare for everybody: lets, templates, components and actions, imports followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..assets.icon_desk import Desk
from ..diagnostics import Edit, Fix, Related, Source, Span
from ..diagnostics.codes import names as codes
from ..syntax import parse, tree
from .blame import Use
from .files import Loader, library_file, library_names
from .model import ActionModel
from .picture_files import Looked
from .report import Report
from .scope import Scope
from .suggest import nearest

if TYPE_CHECKING:
    from .evaluate import Evaluator


@dataclass
class ComponentModel:
    """A component and the names that its body sees."""

    name: str
    tree: tree.Component
    scope: Scope


@dataclass
class TemplateModel:
    """A template and the names that its body sees."""

    name: str
    tree: tree.Template
    scope: Scope


def standard_names() -> list[str]:
    """What the standard library has: its files are called after it."""
    return [name.removesuffix(".c2v") for name in library_names()]


class Library:
    """Declarations of a file and of all it imports, in one scope; ``lost`` are names that the
    parser could not read the declarations of."""

    def __init__(
        self, loader: Loader, report: Report, scope: Scope, evaluator: Evaluator,
        lost: frozenset[str] = frozenset(),
    ) -> None:
        self.lost = lost
        self.loader = loader
        self.report = report
        self.scope = scope
        self.evaluator = evaluator
        self.sources: dict[str, Source] = {}
        self.components: dict[str, ComponentModel] = {}
        self.templates: dict[str, TemplateModel] = {}
        self.actions: dict[str, ActionModel] = {}
        self.lets: list[tree.Let] = []
        self.pictures: dict[str, Looked] = {}
        """What was found in picture files, by path."""
        self.desk = Desk()
        self._open: list[str] = []
        self._first: Span | None = None
        self._from_library: set[str] = set()
        self._done: set[str] = set()

    def use(self, definition: tree.Template | tree.Component, call: tree.Call) -> Use:
        """One use of what is declared in this file or in one that it imports."""
        standard = definition.span.path in self._from_library
        return Use(definition.name.text, definition, call, standard)

    def importable(self, name: str, word: str) -> tuple[str, Fix | None]:
        """What to write so that ``name`` is what the standard library calls so, and the edit;
        nothing if it has no such ``template`` or ``component``."""
        path = library_file(f"{name}.c2v")
        if path is None or f"\n{word} {name}(" not in Path(path).read_text(encoding="utf-8"):
            return "", None
        line = f'import "{name}.c2v"'
        help = f"it is in the library: write `{line}` above"
        return help, None if self._first is None else Fix(
            "import it", (Edit(self._first, f"{line}\n"),))

    def begin(self, source: Source, file: tree.File) -> None:
        """The file everything starts from."""
        self.sources[source.path] = source
        if file.items:
            at = min(item.span.start for item in file.items)
            self._first = Span(at, at, source.path)
        self._open.append(self.loader.absolute(source.path))

    def slice(self, span: Span) -> str:
        source = self.sources.get(span.path)
        return source.slice(span) if source else ""

    def gather(self, file: tree.File) -> None:
        """Templates, components and actions of ``file`` by name, wherever in it they stand."""
        for item in file.items:
            match item:
                case tree.Template():
                    if self._new(item.name, self.templates):
                        name = item.name.text
                        self.templates[name] = TemplateModel(name, item, self.scope)
                case tree.Component():
                    if self._new(item.name, self.components):
                        name = item.name.text
                        self.components[name] = ComponentModel(name, item, self.scope)
                case tree.ActionDef():
                    if self._new(item.name, self.actions):
                        name = item.name.text
                        self.actions[name] = ActionModel(name, item, self.scope)

    def _new(self, name: tree.Ident, models: Mapping[str, Any]) -> bool:
        """Whether nothing in ``models`` has the name yet; a finding if it has."""
        first = models.get(name.text)
        if first is None:
            return True
        self.report.add(codes.DUPLICATE_DEFINITION, name.span, f"`{name.text}` is defined twice",
                        label="defined again", help="give one of them another name",
                        related=(Related(first.tree.name.span, "first here"),))
        return False

    def let(self, let: tree.Let) -> None:
        """A let at file level."""
        self.lets.append(let)
        self.evaluator.declare_let(let, self.scope)

    def follow(self, item: tree.Import) -> None:
        """Read an imported file and everything it declares; findings of its own included."""
        relative = "".join(p for p in item.path.pieces if isinstance(p, str))
        path = self._find(item.span.path, relative)
        if path is None:
            self._missing(item, relative)
            return
        absolute = self.loader.absolute(path)
        if absolute in self._open:
            circle = [*self._open[self._open.index(absolute) :], absolute]
            names = " → ".join(p.rpartition("/")[2] for p in circle)
            self.report.add(codes.IMPORT_CYCLE, item.span, f"files import each other: {names}",
                            help="put what they share into a third file")
            return
        if absolute in self._done:
            return
        text = self._read(path)
        if text is None:
            self._missing(item, relative)
            return
        self._done.add(absolute)
        result = parse(text, path)
        self.sources[path] = result.source
        self.report.extend(result.findings)
        self._open.append(absolute)
        self.gather(result.tree)
        for inner in result.tree.items:
            if isinstance(inner, tree.Import):
                self.follow(inner)
            elif isinstance(inner, tree.Let):
                self.let(inner)
        self._open.pop()

    def _find(self, base: str, relative: str) -> str | None:
        for name in (relative, f"{relative}.c2v"):
            path = self.loader.join(base, name)
            path_in_library = library_file(name)
            found = self.loader.exists(path) or self.loader.absolute(path) in self._open
            # A lesson may be called like what it uses of the library.
            if found and (self.loader.absolute(path) != self._open[-1] or not path_in_library):
                return path
            if path_in_library is not None:
                self._from_library.add(path_in_library)
                return path_in_library
        return None

    def _read(self, path: str) -> str | None:
        text = self.loader.read(path)
        if text is None and path in self._from_library:
            text = Path(path).read_text(encoding="utf-8")
        return text

    def _missing(self, item: tree.Import, relative: str) -> None:
        path = self.loader.join(item.span.path, relative)
        beside = [n for n in self.loader.neighbours(path) if n.endswith(".c2v")]
        near = nearest(relative.rpartition("/")[2], beside) or nearest(relative, library_names())
        self.report.add(
            codes.MISSING_IMPORT, item.path.span, f'there is no file "{relative}" to import',
            help=f"did you mean `{near}`?" if near else
            "imports are looked for beside this file, then in the standard library")
