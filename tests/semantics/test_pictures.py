"""Picture files looked into: what each of them is refused for, and what is left out of drawings."""

from __future__ import annotations

import io
import os
import struct
import time
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

import c2v_dsl
from c2v_dsl.assets import images, svg
from c2v_dsl.diagnostics import Finding

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
RECT = '<rect width="5" height="5"/>'


def drawing(inside: str) -> bytes:
    return f"{OPEN}{RECT}{inside}</svg>".encode()


def found(folder: Path, kind: str, name: str) -> list[Finding]:
    text = (f'c2v 1\nstoryboard "Pictures" {{}}\nscene a "A" {{\n'
            f'  objects {{ a = {kind}("{name}") in B2:E5 }}\n'
            f'  beat one "Show it" {{ show a }}\n}}\n')
    path = folder / "lesson.c2v"
    path.write_text(text)
    findings = c2v_dsl.check(text, str(path)).findings
    for finding in findings:
        assert text[finding.span.start : finding.span.end] == f'"{name}"'
    return list(findings)


def encoded(size: tuple[int, int] = (8, 6), mode: str = "RGB", format: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, format)
    return out.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """A PNG that says it is that large and has hardly any data."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        ends = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(kind + data))
        return ends[0] + kind + data + ends[1]

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))
            + chunk(b"IEND", b""))


@pytest.mark.parametrize(("data", "said"), [
    (b"", "is empty"),
    (b"<!DOCTYPE html><html><body>404</body></html>", "is an HTML page"),
    (encoded(format="GIF"), "is a GIF"),
    (encoded(format="BMP"), "is a BMP"),
    (encoded(format="TIFF"), "is a TIFF"),
    (encoded(format="WEBP"), "is a WebP picture"),
    (b"%PDF-1.7", "is a PDF"),
    (drawing(""), "is an SVG drawing"),
    (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "is a pointer of Git LFS"),
    (b"\x07\xd8\xfe" + b"\0" * 60, "is no PNG or JPEG picture"),
    (encoded((300, 300))[:-30], "is cut short"),
    (encoded((300, 300), format="JPEG")[:-200], "is cut short"),
    (b"\x89PNG\r\n\x1a\n", "is cut short"),
    (b"\xff\xd8\xff\xe0", "is cut short"),
    (huge_png(10_000, 10_000), "has 100 million pixels (10000 × 10000)"),
    (huge_png(0, 5), "has no pixels"),
])
def test_what_is_no_picture_is_refused(tmp_path, data, said):
    (tmp_path / "a.png").write_bytes(data)
    finding, = found(tmp_path, "image", "a.png")
    assert finding.code == "C2V372"
    assert finding.message.startswith(f'"a.png" {said}')
    assert finding.help


@pytest.mark.parametrize("format", ["PNG", "JPEG"])
@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_what_is_inside_decides_not_the_name(tmp_path, format, name):
    (tmp_path / name).write_bytes(encoded(format=format))
    assert found(tmp_path, "image", name) == []
    with (tmp_path / name).open("rb") as file:
        assert images.look(file) == images.Facts(format, 8, 6)


def test_folders_loops_and_closed_files_are_said(tmp_path):
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "loop.png").symlink_to("loop.png")
    (tmp_path / "gone.png").symlink_to("nowhere.png")
    os.mkfifo(tmp_path / "pipe.png")
    said = {name: found(tmp_path, "image", f"{name}.png")[0].message
            for name in ("folder", "loop", "gone", "pipe")}
    assert said == {
        "folder": '"folder.png" is a folder',
        "loop": '"loop.png" goes round in a circle of links',
        "gone": 'there is no file "gone.png"',
        "pipe": '"pipe.png" is no ordinary file',
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path):
    (tmp_path / "a.png").write_bytes(encoded())
    (tmp_path / "a.png").chmod(0)
    finding, = found(tmp_path, "image", "a.png")
    assert finding.code == "C2V372" and "cannot be read" in finding.message


LAUGHS = ('<!DOCTYPE svg [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {b} "' + f"&{a};" * 10 + '">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + f"]>{OPEN}<desc>&i;</desc></svg>")


@pytest.mark.parametrize(("text", "said"), [
    ("", "is empty"),
    ("   \n", "is empty"),
    ("\x89PNG", "is no SVG drawing"),
    ("<html><body/></html>", "is an HTML page"),
    ("<plist/>", "begins with <plist>"),
    (OPEN + "<g/></svg>", "has no shapes in it"),
    (OPEN + "<text>hello</text></svg>", "has no shapes in it, only words"),
    ('<svg xmlns="http://example.org/other"/>', "is of another kind than SVG"),
    (OPEN + "<rect>", "is broken XML: no element found, line 1"),
    (OPEN + "\n<g></rect></svg>", "is broken XML: mismatched tag, line 2"),
    (LAUGHS, "builds entities out of entities"),
    (f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{OPEN}<desc>&x;</desc></svg>',
     "names an entity outside the file"),
    (f'<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>{OPEN}</svg>',
     "names an entity outside the file"),
    (OPEN + "<g>" * 5000 + "</g>" * 5000 + "</svg>", "has elements within elements"),
    (OPEN + RECT * 6000 + "</svg>", "has more than 5,000 elements"),
    (OPEN + f'<path d="M0 0{"h1v1" * 110_000}"/></svg>', "has too many points"),
    (OPEN + '<g id="a"><use href="#a"/></g></svg>', "uses a part of itself"),
    (OPEN + f'<g id="g0">{RECT}</g>' + "".join(
        f'<g id="g{i}">' + f'<use href="#g{i - 1}"/>' * 10 + "</g>" for i in range(1, 9)
    ) + "</svg>", "has more than 5,000 elements"),
    (OPEN + "".join(f'<use id="u{i}" href="#u{i + 1}"/>' for i in range(2000)) + "</svg>",
     "uses parts within parts"),
    (OPEN + "x" * 9_000_000 + "</svg>", "is larger than 8 MB"),
])
def test_drawings_that_cannot_be_read_are_refused_at_once(tmp_path, text, said):
    (tmp_path / "a.svg").write_text(text)
    began = time.perf_counter()
    finding, = found(tmp_path, "svg", "a.svg")
    assert time.perf_counter() - began < 1.5
    assert finding.code == "C2V372"
    assert finding.message.startswith(f'"a.svg" {said}')


@pytest.mark.parametrize(("inside", "said"), [
    ("<script>boom()</script>", "a script"),
    ('<circle r="1" onclick="boom()"/>', "an event handler"),
    ('<image href="http://127.0.0.1:9/a.png"/>', "a picture inside it"),
    ('<image href="data:image/png;base64,AAAA"/>', "a picture inside it"),
    ('<use href="http://127.0.0.1:9/a.svg#x"/>', "a link to something outside the file"),
    ('<use href="file:///etc/passwd#x"/>', "a link to something outside the file"),
    ('<style>@import url("http://127.0.0.1:9/a.css");</style>',
     "a link to something outside the file"),
    ('<rect fill="url(http://127.0.0.1:9/a.svg#g)" width="1" height="1"/>',
     "a link to something outside the file"),
    ("<foreignObject><div>hello</div></foreignObject>", "a piece of HTML"),
    ("<text>hello</text>", "words"),
    ('<clipPath id="c"><circle r="2"/></clipPath><g clip-path="url(#c)"/>', "a clipping"),
    ('<circle r="1"><animate attributeName="r" to="3"/></circle>', "an animation"),
])
def test_what_is_left_out_of_a_drawing_is_said(tmp_path, inside, said):
    (tmp_path / "a.svg").write_bytes(drawing(inside))
    finding, = found(tmp_path, "svg", "a.svg")
    assert (finding.code, finding.level) == ("C2V373", "warning")
    assert finding.message == f'"a.svg" is drawn without {said}'
    cleaned = svg.clean(drawing(inside))
    assert isinstance(cleaned, svg.Clean)
    for word in ("boom", "127.0.0.1", "passwd", "hello", "base64"):
        assert word not in cleaned.text


def test_what_drawing_programs_write_is_taken(tmp_path):
    (tmp_path / "a.svg").write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [\n'
        '<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>\n'
        '<svg xmlns="&ns_svg;" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        'viewBox="0 0 20 10" width="10mm" height="5mm">'
        '<metadata><rdf xmlns="http://x"/></metadata><title>A logo</title>'
        '<defs><path id="p" d="M0 0h1"/>'
        '<clipPath id="all"><rect width="20" height="10"/></clipPath>'
        '</defs><inkscape:grid/><g clip-path="url(#all)"/>'
        '<a xlink:href="https://example.org"><use xlink:href="#p" stroke="red"/></a></svg>')
    assert found(tmp_path, "svg", "a.svg") == []
    cleaned = svg.clean((tmp_path / "a.svg").read_bytes())
    assert isinstance(cleaned, svg.Clean)
    assert 'href="#p"' in cleaned.text and "example.org" not in cleaned.text


def test_a_picture_used_often_is_looked_into_once(tmp_path, monkeypatch):
    (tmp_path / "a.svg").write_bytes(drawing(""))
    looked = []
    monkeypatch.setattr(svg, "clean", lambda data: looked.append(data) or svg.Clean("", ()))
    text = ('c2v 1\nstoryboard "Pictures" {}\nscene a "A" {\n  objects {\n'
            '    for i in 0..20 { a[i] = svg("a.svg") at (i / 10, 0) }\n  }\n'
            '  beat one "Show it" { show a }\n}\n')
    assert c2v_dsl.check(text, str(tmp_path / "lesson.c2v")).findings == ()
    assert len(looked) == 1


@pytest.mark.parametrize(("given", "pixels"), [
    ("3", "3"), (" 2px ", "2"), ("1in", "96"), ("10mm", "37.7952756"), ("1.5em", "24"),
    ("50%", "50%"), ("nan", None), ("1e400", None), ("calc(1px + 2px)", None), ("red", None),
])
def test_lengths_become_pixels_and_what_is_none_is_dropped(given, pixels):
    cleaned = svg.clean(f'{OPEN}<rect width="{given}" height="1"/></svg>'.encode())
    assert isinstance(cleaned, svg.Clean)
    rect = ElementTree.fromstring(cleaned.text)[0]
    assert rect.get("width") == pixels
