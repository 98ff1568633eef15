"""What every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

ROOT = Path(__file__).parent.parent


class TextFile(SingleFileSnapshotExtension):
    """Each snapshot a text file of its own, so that it can be read and compared."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class PythonFile(TextFile):
    """Emitted code, as a file that editors know."""

    file_extension = "py"


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """``assert text == snapshot``, or ``snapshot(name="…")``; ``make snapshots`` accepts."""
    return snapshot.use_extension(TextFile)


@pytest.fixture
def python_file(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Like ``snapshot``, kept as ``.py``: for emitted code."""

    return snapshot.use_extension(PythonFile)


@pytest.fixture
def root() -> Path:
    """The folder of the repository."""
    return ROOT
