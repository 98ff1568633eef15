"""The command as a user calls it, inside this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from c2v_dsl.cli.app import app

GOOD = """c2v 1
storyboard "Good" {}

scene one "One" {
  objects {
    dot_ = dot((0, 0)) color gold
  }

  beat first "A dot" {
    show dot_
  }
}
"""
BAD = GOOD.replace("show dot_", "show dto_")


@dataclass(frozen=True)
class Called:
    """What a call left behind."""

    status: int
    out: str
    err: str


C2v = Callable[..., Called]


@pytest.fixture
def c2v(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> C2v:
    """``c2v("check", "good.c2v")`` in a folder with ``good.c2v`` and ``bad.c2v``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("C2V_DEBUG", raising=False)
    (tmp_path / "good.c2v").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.c2v").write_text(BAD, encoding="utf-8")

    def call(*arguments: str, stdin: str | bytes | None = None) -> Called:
        result = CliRunner().invoke(app, list(arguments), input=stdin, prog_name="c2v")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Called(result.exit_code, result.stdout, result.stderr)

    return call
