"""The ``c2v`` command, one file for each subcommand."""

from __future__ import annotations


def main() -> None:
    """Run ``c2v`` with the arguments of this process."""
    from .app import app

    app(prog_name="c2v")
