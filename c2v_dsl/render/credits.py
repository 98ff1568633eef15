"""Whose pictures are in a video: written beside it where it has icons."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath

from ..assets import icons
from ..timeline.model import SceneSpec
from .cache import whole_file

__all__ = ["credits_of", "write_credits"]


def credits_of(scenes: Iterable[SceneSpec], title: str) -> str:
    """Source, author and licence of every icon in ``scenes`` and the names of other pictures, by
    source and name; empty where there are no icons."""
    sources: dict[tuple[str, str, str, str], set[str]] = {}
    files: set[str] = set()
    for scene in scenes:
        for spec in scene.objects:
            if spec.kind == "icon":
                icon = icons.there(icons.wanted(str(spec.args.get("name", ""))))
                if icon is not None:
                    source = (icon.title, icon.author, icon.licence, icon.url)
                    sources.setdefault(source, set()).add(icon.name)
            elif spec.kind in ("image", "svg"):
                files.add(PurePath(str(spec.args.get("file", ""))).name)
    if not sources:
        return ""
    lines = [f"Pictures in “{title}”" if title else "Pictures"]
    for (name, author, licence, url), used in sorted(sources.items()):
        lines += ["", name, f"  by       {author}", f"  licence  {licence}", f"  from     {url}",
                  f"  icons    {', '.join(sorted(used))}"]
    if files:
        lines += ["", "Files of the storyboard", *(f"  {file}" for file in sorted(files))]
    return "\n".join(lines) + "\n"


def write_credits(scenes: Iterable[SceneSpec], title: str, video: Path) -> Path | None:
    """``NAME.credits.txt`` beside ``video``, and its path; nothing where there are no icons.

    Raises ``OSError``.
    """
    text = credits_of(scenes, title)
    if not text:
        return None
    path = video.with_suffix(".credits.txt")
    with whole_file(path) as file:
        file.write(text.encode("utf-8"))
    return path
