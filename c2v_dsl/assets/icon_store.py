"""Icons fetched over the network, kept on disk for all later runs.

One small file for each, named by the hash of what was asked for. Files appear under their name
complete or not at all, so any number of processes may share the folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from ..resources import cache_folder
from .icon_names import Icon, Wanted

__all__ = ["Kept", "keep", "kept", "path_of"]

FOUND_AGE = 365 * 86400.0
"""Seconds after which a kept icon is asked for again, where there is a network."""

MISSING_AGE = 86400.0
"""Seconds for which it is believed that there is no such icon."""


@dataclass(frozen=True)
class Kept:
    """What is known of a name: its icon, or that there is none and what is ``near`` it."""

    icon: Icon | None
    near: tuple[str, ...]
    at: float

    @property
    def fresh(self) -> bool:
        """Whether it need not be asked for again."""
        age = time.time() - self.at
        return -60 < age < (FOUND_AGE if self.icon else MISSING_AGE)


def path_of(want: Wanted) -> Path:
    """Where what is known of ``want`` is kept."""
    name = hashlib.sha256(str(want).encode()).hexdigest()
    return cache_folder() / "icons" / f"{name}.json"


def kept(want: Wanted) -> Kept | None:
    """What is known of ``want``; None if nothing is, or its file is damaged."""
    try:
        data = json.loads(path_of(want).read_bytes())
        icon = None
        if data["icon"] is not None:
            icon = Icon(**{field.name: data["icon"][field.name] for field in fields(Icon)})
            if not all(isinstance(value, str) for value in asdict(icon).values()):
                return None
        near = tuple(str(name) for name in data["near"])
        at = float(data["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Kept(icon, near, at) if data.get("wanted") == str(want) else None


def keep(want: Wanted, icon: Icon | None, near: tuple[str, ...] = ()) -> None:
    """Keep what was found.

    Raises:
        OSError: the folder cannot be written to.
    """
    path = path_of(want)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {"wanted": str(want), "icon": asdict(icon) if icon else None, "near": list(near),
            "at": time.time()}
    number, name = tempfile.mkstemp(prefix=".icon-", suffix=".part", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
        partial.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise
