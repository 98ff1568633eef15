"""What a picture file is, told from its first bytes: no pixel is decoded."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import BinaryIO

__all__ = ["MOST_PIXELS", "Facts", "look"]

MOST_PIXELS = 50_000_000
"""Larger pictures are not decoded: four bytes each, of which a video shows a fraction."""

_OTHERS = (
    (b"GIF8", "a GIF"), (b"RIFF", "a WebP picture"), (b"BM", "a BMP"), (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"), (b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP archive"),
    (b"<svg", "an SVG drawing: use `svg(…)`"), (b"<?xml", "an XML file"),
    (b"<!doctype html", "an HTML page"), (b"<html", "an HTML page"), (b"<", "an HTML page"),
    (b"{", "a text"), (b"version https://git-lfs", "a pointer of Git LFS: fetch it first"),
)


@dataclass(frozen=True)
class Facts:
    """Width and height in pixels as stored, and what stores them."""

    format: str
    width: int
    height: int


def look(file: BinaryIO) -> Facts | str:
    """What is in a picture file, or why it is none, as the end of a sentence.

    Raises:
        OSError: it cannot be read.
    """
    head = file.read(64)
    size = file.seek(0, os.SEEK_END)
    if not head:
        return "is empty"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        facts = _png(file, size)
    elif head.startswith(b"\xff\xd8\xff"):
        facts = _jpeg(file, size)
    else:
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        other = next((name for mark, name in _OTHERS
                      if head.startswith(mark) or start.startswith(mark.lower())), None)
        return f"is {other}" if other else "is no PNG or JPEG picture"
    if isinstance(facts, str):
        return facts
    if facts.width <= 0 or facts.height <= 0:
        return "has no pixels"
    if facts.width * facts.height > MOST_PIXELS:
        millions = facts.width * facts.height / 1e6
        return (f"has {millions:,.0f} million pixels ({facts.width} × {facts.height}), "
                f"more than {MOST_PIXELS // 1_000_000} million")
    return facts


def _png(file: BinaryIO, size: int) -> Facts | str:
    file.seek(8)
    found: Facts | None = None
    pixels = False
    while len(head := file.read(8)) == 8:
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        if kind == b"IHDR":
            data = file.read(8)
            found = Facts("PNG", int.from_bytes(data[:4], "big"), int.from_bytes(data[4:8], "big"))
            length -= 8
        pixels = pixels or kind == b"IDAT"
        if kind == b"IEND" and found and pixels:
            return found
        if file.tell() + length + 4 > size:
            break
        file.seek(length + 4, os.SEEK_CUR)
    return "is cut short: the end of the picture is missing"


_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def _jpeg(file: BinaryIO, size: int) -> Facts | str:
    file.seek(max(0, size - 65536))
    ended = b"\xff\xd9" in file.read()
    file.seek(2)
    while len(mark := file.read(2)) == 2 and mark[0] == 0xFF:
        code = mark[1]
        if code == 0xFF:
            file.seek(-1, os.SEEK_CUR)
            continue
        if code in _ALONE:
            continue
        data = file.read(2)
        length = int.from_bytes(data, "big")
        if len(data) < 2 or length < 2 or code == 0xDA:
            break
        if code in _SIZES:
            data = file.read(5)
            if len(data) < 5 or not ended:
                break
            return Facts("JPEG", int.from_bytes(data[3:5], "big"), int.from_bytes(data[1:3], "big"))
        file.seek(length - 2, os.SEEK_CUR)
    return "is cut short: the end of the picture is missing"
