"""``c2v generate``: from a topic to a video."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from ..semantics.suggest import listing, nearest
from .faults import ERRORS, FAULT, OK, Fault, os_sentence
from .model_options import (
    ApiKeyFile,
    MaxCost,
    MaxMinutes,
    MaxTokens,
    Model,
    ModelOptions,
    Record,
    Sandbox,
    SandboxWord,
    client_from,
)
from .progress import clock
from .render import QualityWord
from .run_progress import RunBar

if TYPE_CHECKING:
    from ..agents.client import Client
    from ..agents.planner import Wish
    from ..agents.run import OptionsRecord, RunResult

EXAMPLES = """
c2v generate "Why the sky is blue" --audience "age 12" --minutes 2
c2v generate "Bayes' rule" --from notes.md --language de -o bayes
c2v generate --resume bayes                    go on where it stopped
c2v generate --model replay:examples/recorded/NAME -o out/generated

Everything is kept in one folder, named after the topic if -o does not say: the outline, the
storyboard, every question and answer, the video, and report.md, which tells the rest. The same
command again, or --resume, goes on with it and asks nothing twice. outline.json and lesson.c2v may
be changed by hand in between.

Exit status: 0 the video is whole, 1 something is missing in it, 2 called wrongly or a fault of the
machine.
"""


def generate(
    topic: Annotated[
        str | None, typer.Argument(metavar="TOPIC", help="What the video is about, in words.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Notes to tell: .md, .txt or .pdf."),
    ] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="IMG", help="A picture to go by.")
    ] = None,
    audience: Annotated[str | None, typer.Option("--audience", help="Whom it is for.")] = None,
    minutes: Annotated[
        str | None, typer.Option("--minutes", metavar="N", help="About how long; 3 if not said.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Of words and speech: de, French, pt-BR …")
    ] = None,
    theme: Annotated[str | None, typer.Option("--theme", help="Of the storyboard.")] = None,
    out: Annotated[
        str | None, typer.Option("-o", "--out", metavar="DIR", help="The folder of the run.")
    ] = None,
    resume: Annotated[
        str | None, typer.Option("--resume", metavar="DIR", help="Go on with this run.")
    ] = None,
    quality: Annotated[
        QualityWord | None,
        typer.Option(
            "--quality", "-q",
            help="draft 480p15, low 480p30, medium 720p30, high 1080p60 (if not said), 4k 2160p60.",
        ),
    ] = None,
    tries: Annotated[
        str | None,
        typer.Option("--tries", metavar="L,B,S",
                     help="How often lines, blocks, whole scenes are mended; 2,2,1 if not said."),
    ] = None,
    critic: Annotated[
        int | None,
        typer.Option("--critic", min=0, metavar="N",
                     help="Times the model looks at the pictures and patches; 1 if not said."),
    ] = None,
    no_critic: Annotated[bool, typer.Option("--no-critic", help="The same as --critic 0.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=0, metavar="N",
                     help="Scenes written or drawn at once; 0 finds a good number."),
    ] = None,
    model: Model = None,
    record: Record = None,
    api_key_file: ApiKeyFile = None,
    max_tokens: MaxTokens = None,
    max_cost: MaxCost = None,
    max_minutes: MaxMinutes = None,
    sandbox: Sandbox = None,
) -> None:
    """Make a video from a topic, with a model that writes the storyboard."""
    from ..agents.run import BadRun
    from ..agents.run import generate as run

    wanted = _Wanted(topic, source, reference, audience, minutes, language, theme)
    rounds = 0 if no_critic else critic
    try:
        wish, folder, known = _wish_and_folder(wanted, out, resume, model or "")
        options = _options(known, model, quality, tries, rounds, jobs, sandbox)
        client = _client(ModelOptions(
            options.model or None, record, api_key_file, max_tokens, max_cost, max_minutes))
        if record is not None:
            from ..agents.run import keep_asked

            keep_asked(Path(record).expanduser(), wish, options)
        on = f"c2v generate --resume {quote(str(folder))} goes on with it"
        try:
            with RunBar() as bar:
                result = run(wish, folder, client, options, bar)
        except KeyboardInterrupt:
            print(f"c2v: stopped; {on}", file=sys.stderr)
            raise typer.Exit(130) from None
        except OSError as error:
            if not (folder / "run.json").is_file():
                raise
            where = error.filename or str(folder)
            raise Fault(f"{os_sentence(error, where, 'write')}; {on}") from error
    except BadRun as error:
        raise Fault(str(error)) from error
    raise typer.Exit(_told(result))


@dataclass(frozen=True)
class _Wanted:
    """What the command line says about the wish; None where it says nothing."""

    topic: str | None
    source: str | None
    reference: str | None
    audience: str | None
    minutes: str | None
    language: str | None
    theme: str | None

    @property
    def said(self) -> str:
        """The first word of it that was given, as it is written."""
        names = ("TOPIC", "--from", "--reference", "--audience", "--minutes", "--language",
                 "--theme")
        values = (self.topic, self.source, self.reference, self.audience, self.minutes,
                  self.language, self.theme)
        return next((name for name, value in zip(names, values, strict=True)
                     if value is not None), "")


def _wish_and_folder(
    wanted: _Wanted, out: str | None, resume: str | None, model: str
) -> tuple[Wish, Path, OptionsRecord | None]:
    """What is wished for, where it is made, and how it was to be made if that is known."""
    from ..agents.run import RunFolder, recorded_wish, resumed_wish

    if resume is not None:
        if wanted.said:
            raise Fault(f"{wanted.said} cannot be changed any more: --resume {resume} goes on with "
                        "what was asked for; leave it out, or begin anew with -o")
        if out is not None:
            raise Fault("--resume names the folder already; leave -o out")
        folder = Path(resume)
        return resumed_wish(folder), folder, RunFolder(folder).load().options
    name, _, argument = model.partition(":")
    recorded = recorded_wish(Path(argument).expanduser()) if name == "replay" else None
    known = None
    if not wanted.said and recorded is not None:
        wish, known = recorded.wish, recorded.options
        folder = Path(out or _slug(wish.topic))
        if recorded.outdated:
            print(f"c2v: {argument} was recorded with other prompts than those of this version; "
                  "what is asked now may not be in it", file=sys.stderr)
    else:
        wish = _wish(wanted)
        folder = Path(out or _slug(wish.topic or Path(wanted.source or "").stem))
    place = RunFolder(folder)
    place.check_free()
    return wish, folder, place.load().options if place.is_run else known


def _wish(wanted: _Wanted) -> Wish:
    from ..agents.planner.sources import Unreadable, read_notes, read_reference
    from ..agents.planner.wish import MINUTES, Wish, language_tag
    from ..semantics.themes import DEFAULT_THEME, THEMES

    topic = " ".join((wanted.topic or "").split())
    if not topic and wanted.source is None:
        raise Fault('say what the video is about: c2v generate "the topic", or --from notes.md')
    tag = language_tag(wanted.language or "en")
    if tag is None:
        raise Fault(f"--language {wanted.language}: that is no language; write its name or its "
                    "tag, French or fr")
    theme = wanted.theme or DEFAULT_THEME
    if theme not in THEMES:
        near = nearest(theme, THEMES)
        raise Fault(f"--theme {theme}: there is no such theme; "
                    + (f"did you mean {near}?" if near else f"there are {listing(THEMES)}"))
    notes, picture = "", None
    try:
        if wanted.source is not None:
            read = read_notes(Path(wanted.source))
            notes = read.text
            if read.remark:
                print(f"c2v: {read.remark}", file=sys.stderr)
        if wanted.reference is not None:
            picture = read_reference(Path(wanted.reference))
    except Unreadable as error:
        raise Fault(str(error)) from error
    except OSError as error:
        path = error.filename or wanted.source or wanted.reference or "it"
        raise Fault(os_sentence(error, str(path), "read")) from error
    return Wish(topic, audience=" ".join((wanted.audience or "").split()),
                minutes=_minutes(wanted.minutes) if wanted.minutes is not None else MINUTES,
                language=tag, theme=theme, notes=notes, reference=picture)


def _minutes(word: str) -> float:
    try:
        minutes = float(word.replace(",", "."))
    except ValueError:
        raise Fault(f"--minutes {word}: that is no number") from None
    if not 0.1 <= minutes <= 60:
        raise Fault(f"--minutes {word}: a video has between 0.1 and 60 minutes")
    return minutes


def _options(
    known: OptionsRecord | None, model: str | None, quality: QualityWord | None,
    tries: str | None, critic: int | None, jobs: int | None, sandbox: SandboxWord | None,
) -> OptionsRecord:
    """What was said, else what was known, else what is usual."""
    from ..agents.run import OptionsRecord

    said: dict[str, object] = {}
    if model is not None:
        said["model"] = model
    if sandbox is not None:
        said["sandbox"] = sandbox.value
    if quality is not None:
        said["quality"] = quality.value
    if tries is not None:
        said["tries"] = _tries(tries)
    if critic is not None:
        said["critic"] = critic
    if jobs is not None:
        said["jobs"] = jobs
    return OptionsRecord.model_validate({**(known.model_dump() if known else {}), **said})


def _tries(word: str) -> tuple[int, int, int]:
    parts = re.split(r"[,\s]+", word.strip())
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise Fault(f"--tries {word}: three numbers are needed, for lines, blocks and scenes: "
                    "--tries 2,2,1")
    lines, blocks, scenes = (int(part) for part in parts)
    return lines, blocks, scenes


def _client(asked: ModelOptions) -> Client:
    try:
        return client_from(asked)
    except Fault as fault:
        if " no key " in str(fault):
            raise Fault(f"{fault}; `make demo-generate` shows all of it without one") from None
        raise


def _slug(text: str) -> str:
    """A folder's name made of a topic, its letters kept in whatever script."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"\W+", "_", plain)[:48].strip("_") or "lesson"


def _told(result: RunResult) -> int:
    """Say what came of it; the exit status."""
    record = result.record
    for reason in record.reasons:
        print(f"c2v: {reason}", file=sys.stderr)
    report = result.folder / "report.md"
    if result.ok:
        cost = [f"{record.tokens.total:,} tokens"] if record.tokens.total else []
        cost += [f"${record.money:.2f}"] if record.money else []
        words = ", ".join([str(result.video), f"made in {clock(record.seconds.total)}", *cost])
        print(f"{words}; {report} says more")
        return OK
    what = "is incomplete" if result.video else "was not made"
    print(f"{result.video or 'the video'} {what}; {report} says more, "
          f"c2v generate --resume {quote(str(result.folder))} goes on with it")
    return FAULT if result.lost in ("key", "setup") and not result.video else ERRORS
