"""Where the data folders are, beside the package in a checkout, inside it when installed; and
where things are kept between runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

DataFolder = Literal["grammar", "stdlib_scenes", "prompts"]


def data_folder(name: DataFolder) -> Path:
    """The folder ``grammar``, ``stdlib_scenes`` or ``prompts``.

    Raises:
        FileNotFoundError: the installation is damaged.
    """
    package = Path(__file__).parent
    for folder in (package / "data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the data folder {name} is missing from {package}")


def cache_folder() -> Path:
    """Where things are kept between runs: ``$C2V_CACHE``, or ``c2v`` in the user's cache folder."""
    if chosen := os.environ.get("C2V_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "c2v"
