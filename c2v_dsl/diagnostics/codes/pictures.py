"""Icons, images and drawings."""

from __future__ import annotations

from ..registry import register

_SHOW = '\nbeat one "Show it" { show a }'

NO_ICON = register(
    "C2V370", "icon-not-found", "error",
    summary="there is no icon of that name",
    why="Bare names are those of the installed sets, Lucide and Tabler, and everyday words for "
        "them; `c2v icons WORDS` lists them. `iconify:SET/NAME` and `iconfinder:WORDS` are asked "
        "over the network.",
    bad='objects { a = icon("hauze") at B2 }' + _SHOW,
    good='objects { a = icon("house") at B2 }' + _SHOW,
)
NOT_FETCHED = register(
    "C2V371", "icon-not-fetched", "error",
    summary="an icon of the network is not kept here and cannot be fetched",
    why="What was fetched once is kept and needs no network again. IconFinder needs a key in the "
        "environment variable ICONFINDER_API_KEY or in the file that C2V_ICONFINDER_KEY_FILE "
        "names; Iconify needs none.",
    bad='objects { a = icon("iconfinder:an icon nobody has fetched") at B2 }' + _SHOW,
    good='objects { a = icon("cat") at B2 }' + _SHOW,
)
BROKEN_PICTURE = register(
    "C2V372", "picture-unreadable", "error",
    summary="a picture's file holds no picture that can be shown",
    why="`image` shows PNG and JPEG pictures of up to 50 million pixels, `svg` drawings of up to "
        "8 MB and 5,000 elements; what is inside decides, not the name.",
    bad='objects { a = image("broken.png") in B2:E5 }' + _SHOW,
    good='objects { a = image("cat.png") in B2:E5 }' + _SHOW,
)
PARTLY_DRAWN = register(
    "C2V373", "picture-partly-drawn", "warning",
    summary="a drawing has something in it that is left out",
    why="Of an SVG file, shapes and their colours are drawn. Scripts, event handlers, animations, "
        "words, pictures inside it and links to other files are not, and nothing is fetched.",
    bad='objects { a = svg("scripted.svg") in B2:E5 }' + _SHOW,
    good='objects { a = svg("plain.svg") in B2:E5 }' + _SHOW,
)
