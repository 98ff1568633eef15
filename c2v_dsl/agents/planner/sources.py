"""Notes and reference pictures, read from files."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ...assets.images import look
from ..exchange import Picture

MOST = 40_000
"""So many characters of notes are read, about 10,000 tokens."""

LARGEST = 15_000_000
"""A reference picture may have so many bytes."""

_HEADING = re.compile(r"^(?:#{1,6} .*|\S.*\n(?:=+|-{3,})\s*)$", re.M)


class Unreadable(Exception):
    """Why a file cannot be used: a sentence without its full stop."""


@dataclass(frozen=True)
class Notes:
    """Text to tell. ``remark`` says what of it was left out, or is empty."""

    text: str
    remark: str = ""


def read_notes(path: Path) -> Notes:
    """The text of ``notes.md``, ``.txt`` or ``.pdf``, whole sections of it up to `MOST` characters.

    Raises:
        Unreadable: it has no text that can be read.
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    is_pdf = data[:5] == b"%PDF-" or path.suffix.lower() == ".pdf"
    text = _pdf(data, path) if is_pdf else _plain(data, path)
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.M)).strip()
    if not text:
        raise Unreadable(f"{path} holds no text")
    return cut(text, str(path))


def cut(text: str, name: str) -> Notes:
    """The sections of ``text`` that fit into `MOST` characters, from its beginning."""
    if len(text) <= MOST:
        return Notes(text)
    starts = [match.start() for match in _HEADING.finditer(text)] or [
        match.end() for match in re.finditer(r"\n\n", text)]
    end = max((start for start in starts if MOST // 2 <= start <= MOST), default=0)
    if not end:
        end = text.rfind(" ", 0, MOST) + 1 or MOST
    left = len(text) - end
    return Notes(text[:end].rstrip(), f"{name} has {len(text):,} characters; the first {end:,} are "
                                      f"used, {left:,} are left out")


def read_reference(path: Path) -> Picture:
    """A PNG or JPEG picture that a model is shown.

    Raises:
        Unreadable: it is none, or too large.
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    facts = look(BytesIO(data))
    if isinstance(facts, str):
        raise Unreadable(f"{path} {facts}; a PNG or JPEG picture is needed")
    if len(data) > LARGEST:
        raise Unreadable(f"{path} has {len(data) / 1e6:.0f} MB, a reference picture may have "
                         f"{LARGEST / 1e6:.0f}: make it smaller")
    return Picture(data, f"image/{facts.format.lower()}", path.name)


def _plain(data: bytes, path: Path) -> str:
    if b"\0" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(f"{path} is no text; notes are .md, .txt or .pdf")
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise Unreadable(f"{path} is not written in UTF-8: save it as UTF-8")


def _pdf(data: bytes, path: Path) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(f"{path} is locked with a password: save it without one")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError,
            RecursionError, NotImplementedError) as error:
        raise Unreadable(f"{path} is a damaged PDF: {error}") from None
    if sum(len(page.strip()) for page in pages) < 20 * max(1, len(pages)) // 2:
        raise Unreadable(f"{path} is a PDF of pictures without text, a scan perhaps: let a program "
                         "recognise its text (ocrmypdf) and give that")
    return "\n\n".join(pages)
