"""Notes are read from text and PDF; what cannot be read says why."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from c2v_dsl.agents.planner.sources import MOST, Unreadable, cut, read_notes, read_reference


def pdf(*pages: str) -> bytes:
    """A PDF whose pages say something; a page without words is empty."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = DictionaryObject({
        NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica")})
    for words in pages:
        page = writer.add_blank_page(width=600, height=800)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode())
        page[NameObject("/Contents")] = stream
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_text_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_bytes("\ufeff# Circles\r\n\r\n\r\n\r\nThey are rund – überall.  \r\n".encode())
    assert read_notes(file).text == "# Circles\n\nThey are rund – überall."


def test_old_encodings_are_read_too(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes("Kreisfläche".encode("cp1252"))
    assert read_notes(file).text == "Kreisfläche"
    file.write_bytes("Kreisfläche".encode("utf-16"))
    assert read_notes(file).text == "Kreisfläche"


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    file = tmp_path / "notes.pdf"
    file.write_bytes(pdf("Circles have one middle and no corners.", "Their area is pi r squared."))
    text = read_notes(file).text
    assert "no corners" in text
    assert "pi r squared" in text


@pytest.mark.parametrize(("name", "data", "why"), [
    ("scan.pdf", pdf("", ""), "a PDF of pictures without text, a scan perhaps"),
    ("broken.pdf", b"%PDF-1.7\nnothing else", "is a damaged PDF"),
    ("words.pdf", b"only words", "is a damaged PDF"),
    ("empty.md", b" \n", "holds no text"),
    ("film.md", b"\x89PNG\0\0\0", "is no text; notes are .md, .txt or .pdf"),
])
def test_what_cannot_be_read_says_so(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(Unreadable, match=why) as raised:
        read_notes(file)
    assert name in str(raised.value)


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(pdf("secret words, but enough of them"))))
    writer.encrypt("word", algorithm="RC4-128")
    file = tmp_path / "locked.pdf"
    with file.open("wb") as out:
        writer.write(out)
    with pytest.raises(Unreadable, match="locked with a password"):
        read_notes(file)


def test_long_notes_are_cut_between_sections_and_it_is_said() -> None:
    section = "# A section\n\n" + "word " * 2000 + "\n\n"
    text = section * 7
    notes = cut(text, "notes.md")
    assert len(notes.text) <= MOST
    assert notes.text.endswith("word")
    assert notes.text.count("# A section") == 3
    assert notes.remark.startswith("notes.md has 70,105 characters; the first ")


def test_short_notes_are_not_cut() -> None:
    assert cut("short", "x").remark == ""


def test_a_reference_picture_must_be_one(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"<html>")
    with pytest.raises(Unreadable, match="is an HTML page; a PNG or JPEG picture is needed"):
        read_reference(file)
    from PIL import Image

    Image.new("RGB", (4, 3)).save(file)
    picture = read_reference(file)
    assert (picture.mime, picture.name) == ("image/png", "picture.png")
