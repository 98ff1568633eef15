"""From a tree to scenes: settings, imports, templates, params and objects."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Edit, Fix, Related, Span
from ..diagnostics.codes import names as codes
from ..syntax import ParseResult, tree
from .beats import BeatReader
from .builder import Builder
from .calls import bind_arguments
from .carry import carry_over
from .checks import Context, run_checks
from .evaluate import Evaluator
from .files import DiskLoader, Loader
from .library import Library, standard_names
from .model import Analysis, ParamModel, SceneModel
from .reading import Site
from .report import Report
from .scope import MISSING, Scope
from .settings import read_settings
from .suggest import did_you_mean, nearest

LAYOUTS = ("notes", "wide")


def analyse(result: ParseResult, loader: Loader | None = None) -> Analysis:
    """Everything that can be known about a storyboard before its beats are walked.

    Args:
        result: what the parser made of the file, broken or not.
        loader: where imports and pictures come from; without it, this machine's disk.

    Returns:
        Scenes as far as their mistakes allow, and what was found. Findings of imported files are
        included, those of the parser about this file are not.
    """
    return _Analyser(result, loader or DiskLoader()).run()


class _Analyser:
    def __init__(self, result: ParseResult, loader: Loader) -> None:
        self.tree = result.tree
        self.broken = any(f.level == "error" for f in result.findings)
        self.report = Report()
        self.lost = result.lost
        self.scope = Scope.file(result.lost)
        self.evaluator = Evaluator(self.report)
        self.library = Library(loader, self.report, self.scope, self.evaluator, result.lost)
        self.library.begin(result.source, result.tree)
        self.path = result.source.path
        self.scenes: dict[str, SceneModel] = {}
        self.assets: dict[str, None] = {}

    def run(self) -> Analysis:
        title, settings = self._storyboard()
        self.library.gather(self.tree)
        names = {s.name.text for s in self.tree.items if isinstance(s, tree.Scene)}
        for item in self.tree.items:
            match item:
                case tree.Import():
                    self.library.follow(item)
                case tree.Let():
                    self.library.let(item)
                case tree.Scene():
                    self._scene(item, names)
        self._nothing_to_show()
        scenes = tuple(self.scenes.values())
        found = len(self.report.findings)
        run_checks(Context(self.tree, self.library, scenes, settings, self.report, self.broken))
        for scene in scenes:
            self.report.findings[found:] = scene.told(self.report.findings[found:])
        declared: dict[str, str] = {}
        for scene in scenes:
            for known in (*scene.objects, *scene.families):
                declared.setdefault(known, scene.id)
        for scene in scenes:
            scene.report = scene.evaluator.report = Report()
            scene.elsewhere = declared
        return Analysis(
            path=self.path, title=title, theme=settings["theme"], settings=settings,
            scenes=scenes, actions=self.library.actions,
            findings=tuple(self.report.findings), assets=tuple(self.assets),
        )

    # ------------------------------------------------------------ the file

    def _storyboard(self) -> tuple[str, dict[str, Any]]:
        block = self.tree.storyboard
        scenes = [item for item in self.tree.items if isinstance(item, tree.Scene)]
        if block is None:
            if scenes and not self.broken:
                start = Span(scenes[0].span.start, scenes[0].name.span.end, scenes[0].span.path)
                self.report.add(codes.NO_STORYBOARD, start,
                                "there is no storyboard block before the first scene",
                                help='write `storyboard "Title" { theme chalk }` below `c2v 1`')
            return "", read_settings((), self.report, self.scope, self.evaluator)
        title = self.evaluator.text(block.title, self.scope)
        settings = read_settings(block.settings, self.report, self.scope, self.evaluator)
        return (title if isinstance(title, str) else ""), settings

    def _nothing_to_show(self) -> None:
        block = self.tree.storyboard
        written = any(isinstance(item, tree.Scene) for item in self.tree.items)
        if block is None and not self.tree.items and not self.broken:
            self.report.add(codes.EMPTY_FILE, self._first_line(), "this file says nothing yet",
                            help='write `storyboard "Title" { theme chalk }` and a scene below it')
        if block is not None and not written and not self.broken:
            self.report.add(codes.NO_SCENES, block.title.span, "this storyboard has no scene",
                            help='write `scene first "Title" { … }` below it')

    def _first_line(self) -> Span:
        """The line of the edition."""
        text = self.library.slice(self.tree.span)
        start = max(text.find("c2v"), 0)
        return Span(start, start + len(text[start:].split("\n", 1)[0]), self.path)

    # ------------------------------------------------------------ a scene

    def _scene(self, scene: tree.Scene, all_scenes: set[str]) -> None:
        name = scene.name.text
        first = self.scenes.get(name)
        if first is not None:
            self.report.add(codes.DUPLICATE_SCENE, scene.name.span,
                            f"there are two scenes `{name}`", label="the second one",
                            help="give one of them another name",
                            related=(Related(first.name_span, "the first one"),))
            return
        template = self._template(scene)
        body, scope = self._body(scene, template)
        if body is None:
            return
        found = len(self.report.findings)
        model = SceneModel(
            id=name, title=self._title(scene, scope), title_tree=scene.title,
            layout=self._layout(scene, template), continues=None, scope=scope,
            evaluator=self.evaluator, params={}, beats=(), span=scene.span,
            name_span=scene.name.span, report=self.report,
        )
        model.evaluator = Evaluator(self.report, resolve=model.resolve)
        self.scenes[name] = model
        base = self._continued(scene, all_scenes)
        if base is not None:
            carry_over(base, model)
        self._order(body)
        scope.announce((item.name.text, item.name.span) for item in body.lets)
        for let in body.lets:
            self._let(let, model)
        builder = Builder(model, self.library, self.report)
        builder.build(tuple(item for block in body.objects[:1] for item in block.body),
                      Site(scope, home=scope))
        for block in body.objects[1:]:
            self.report.add(codes.SECOND_BLOCK, Span(block.span.start, block.span.start + 7,
                                                     block.span.path),
                            "a scene has one `objects` block, this is another",
                            help="put its lines into the first one",
                            related=(Related(body.objects[0].span, "the first one"),))
            builder.build(block.body, Site(scope, home=scope))
        self.assets.update(dict.fromkeys(builder.assets))
        self._beats(scene, body, model, found)
        if scene.call is not None and template is not None:
            model.made = self.library.use(template, scene.call)
            self.report.findings[found:] = model.told(self.report.findings[found:])

    def _template(self, scene: tree.Scene) -> tree.Template | None:
        """The template that the scene is made from; a finding if there is none."""
        if scene.call is None:
            return None
        func = scene.call.func
        name = func.text if isinstance(func, tree.Name) else self.library.slice(func.span)
        template = self.library.templates.get(name)
        if template is not None:
            return template.tree
        if name not in self.lost:
            help, fix = self.library.importable(name, "template")
            help = help or did_you_mean(name, self.library.templates) or (
                did_you_mean(name, standard_names())
                or "declare it with `template NAME(params) { … }`, or import it; `c2v stdlib` "
                "lists those of the library")
            self.report.add(codes.UNKNOWN_TEMPLATE, func.span, f"there is no template `{name}`",
                            help=help, fix=fix)
        return None

    def _body(
        self, scene: tree.Scene, template: tree.Template | None
    ) -> tuple[tree.SceneBody | None, Scope]:
        """What the scene holds, its own or its template's, and the scope its names go into."""
        scope = self.scope.scene()
        if scene.call is None:
            return scene.body, scope
        if template is None or not bind_arguments(
            self.report, self.evaluator, template.params, scene.call, self.scope, scope,
            f"template `{template.name.text}`",
        ):
            return None, scope
        return template.body, scope

    def _title(self, scene: tree.Scene, scope: Scope) -> str:
        if scene.title is None:
            if not self.broken:
                end = Span(scene.name.span.end, scene.name.span.end, scene.span.path)
                words = scene.name.text.replace("_", " ").capitalize()
                self.report.add(codes.NO_TITLE, scene.name.span,
                                f"the scene `{scene.name.text}` has no title",
                                help=f'write `scene {scene.name.text} "{words}" …`',
                                fix=Fix("give it one", (Edit(end, f' "{words}"'),)))
            return ""
        title = self.evaluator.text(scene.title, scope)
        if isinstance(title, str):
            return title
        start = getattr(title, "initial", None)
        return start if isinstance(start, str) else ""

    def _layout(self, scene: tree.Scene, template: tree.Template | None) -> Any:
        layout = scene.layout or (template.layout if template else None)
        if layout is None:
            return "notes"
        word = layout.text
        if word in LAYOUTS:
            return word
        near = nearest(word, LAYOUTS)
        self.report.add(codes.UNKNOWN_LAYOUT, layout.span,
                        f"there is no layout `{word}`",
                        help=f"did you mean `{near}`?" if near else "write `notes` or `wide`",
                        fix=Fix(f"write `{near}`", (Edit(layout.span, near),))
                        if near else None)
        return "wide"

    def _continued(self, scene: tree.Scene, all_scenes: set[str]) -> SceneModel | None:
        if scene.continues is None:
            return None
        name = scene.continues.text
        base = self.scenes.get(name)
        if base is not None and name != scene.name.text:
            return base
        if name in self.lost:
            return None
        if name == scene.name.text:
            message, help = f"`{name}` cannot continue itself", "name a scene above"
        elif name in all_scenes:
            message = f"the scene `{name}` does not stand before this one"
            help = "a scene can only continue one that is over: move it up"
        else:
            message = f"there is no scene `{name}` to continue"
            help = did_you_mean(name, self.scenes) or "name a scene above"
        self.report.add(codes.UNKNOWN_SCENE, scene.continues.span, message, help=help)
        return None

    def _order(self, body: tree.SceneBody) -> None:
        """Lets and params, then objects, then beats."""
        late_let = [(block, "the objects") for block in body.objects[:1]]
        later: list[tuple[tree.Node, str]] = [*late_let,
                                              *((beat, "the beats") for beat in body.beats[:1])]
        for item in body.lets:
            before = next(((n, what) for n, what in later if n.span.start < item.span.start), None)
            if before is not None:
                self._misplaced(item, "lets and params", *before)
                return
        if body.objects and body.beats and body.beats[0].span.start < body.objects[0].span.start:
            block = body.objects[0]
            word = tree.Ident(Span(block.span.start, block.span.start + 7, block.span.path), "")
            self._misplaced(word, "the objects", body.beats[0], "the beats")

    def _misplaced(self, item: tree.Node, what: str, before: tree.Node, then: str) -> None:
        start = before.span
        self.report.add(
            codes.ORDER, item.span, f"{what} stand above {then}", help="move this up",
            related=(Related(Span(start.start, min(start.end, start.start + 7), start.path),
                             "it stands below this"),))

    def _let(self, item: tree.Let | tree.Param, model: SceneModel) -> None:
        if isinstance(item, tree.Let):
            model.evaluator.declare_let(item, model.scope)
            return
        binding = model.evaluator.declare_param(item, model.scope)
        if binding is not None:
            initial = getattr(binding.value, "initial", MISSING)
            name = item.name.text
            model.params[name] = ParamModel(name, initial, item.name.span)

    def _beats(
        self, scene: tree.Scene, body: tree.SceneBody, model: SceneModel, found: int
    ) -> None:
        """Its beats; of findings there were ``found`` before the scene."""
        beats = BeatReader(model.evaluator, self.report)
        model.beats = beats.read(body.beats, model.scope)
        if not model.beats and not self.broken and not beats.broken and scene.call is not None:
            name = self.library.slice(scene.call.func.span)
            if len(self.report.findings) == found:
                self.report.add(codes.NO_SCENES, scene.call.span,
                                f"the template `{name}` makes no beat out of these arguments",
                                help="is one of its lists empty?")
        elif not model.beats and not self.broken and not beats.broken:
            self.report.add(codes.NO_SCENES, scene.name.span,
                            f"the scene `{scene.name.text}` has no beat",
                            help='write `beat first "What is said" { … }` in it')
