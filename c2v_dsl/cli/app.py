"""The ``c2v`` command: its subcommands, and the boundary where every fault becomes a sentence."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from .. import __version__
from . import (
    check,
    compile,
    critique,
    explain,
    fill,
    fmt,
    frames,
    generate,
    icons,
    import_,
    kinds,
    layout,
    new,
    patch,
    render,
    revise,
    schema,
    stdlib,
    timeline,
)
from .faults import FAULT, Fault
from .plain import PlainCommand, plainly_read

_EXAMPLES = """
c2v new lesson.c2v        a storyboard to start from
c2v check lesson.c2v      what is wrong with it, at once
c2v render lesson.c2v     lesson.mp4
c2v generate "a topic"    all of it, with a model

`c2v COMMAND --help` says more about each.
"""


def examples(text: str) -> str:
    """The end of a help page: examples, line by line as they are, then paragraphs."""
    lines, *paragraphs = text.strip().split("\n\n")
    shown = "\n".join(f"  {line}" for line in lines.splitlines())
    return "\n\n".join([f"\b\nExamples:\n{shown}", *paragraphs])


class _Commands(TyperGroup):
    """Runs a subcommand; nothing but sentences and exit statuses leaves it."""

    def get_params(self, ctx: Any) -> list[Any]:
        return plainly_read(super().get_params(ctx))

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except Fault as fault:
            _end(str(fault))
        except BrokenPipeError:
            # Whoever read our output has gone; the interpreter must not try to write the rest.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(FAULT) from None
        except KeyboardInterrupt:
            print("\nc2v: stopped", file=sys.stderr)
            raise typer.Exit(130) from None
        except Exception as error:  # the process's boundary: a fault of ours becomes a report
            if os.environ.get("C2V_DEBUG"):
                raise
            _end(_apology(error))


def _end(sentence: str) -> None:
    print(f"c2v: {sentence}", file=sys.stderr)
    raise typer.Exit(FAULT)


def _apology(error: Exception) -> str:
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return f"the machine said no: {error.strerror or error}{where}"
    if isinstance(error, MemoryError):
        return "there is not enough memory for this"
    import tempfile
    import traceback

    told = "".join(traceback.format_exception(error))
    what = f"{type(error).__name__}: {error}".splitlines()[0][:120]
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="c2v-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(f"c2v {__version__}, Python {sys.version}\n{sys.argv}\n\n{told}")
        where = f"please report it with the file {file.name}"
    except OSError:
        where = "please report it with what C2V_DEBUG=1 shows"
    return f"a fault of c2v itself ({what}); {where}"


app = typer.Typer(
    name="c2v",
    cls=_Commands,
    help="Storyboards in, educational videos out.",
    epilog=examples(_EXAMPLES),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"c2v {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
    offline: Annotated[
        bool,
        typer.Option("--offline", help="Use no network: of icons, only those that are here."),
    ] = False,
) -> None:
    """Storyboards in, educational videos out."""
    if offline:
        os.environ["C2V_OFFLINE"] = "1"


for _module, _function in (
    (new, new.new),
    (check, check.check),
    (generate, generate.generate),
    (critique, critique.critique),
    (revise, revise.revise),
    (fill, fill.fill),
    (render, render.render),
    (frames, frames.frames),
    (layout, layout.layout),
    (fmt, fmt.fmt),
    (timeline, timeline.timeline),
    (compile, compile.compile_),
    (kinds, kinds.kinds),
    (stdlib, stdlib.stdlib),
    (icons, icons.icons),
    (explain, explain.explain),
    (patch, patch.patch),
    (import_, import_.import_),
    (schema, schema.schema),
):
    app.command(
        _function.__name__.rstrip("_"), cls=PlainCommand, epilog=examples(_module.EXAMPLES)
    )(_function)
