"""Where the data folders are: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

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
