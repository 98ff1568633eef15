"""Statements and blocks out of a model's answer, each with the address it is for."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from .addresses import Spot
from .reading import fences, pieces

_ADDRESS = re.compile(r"[ \t]*#+[ \t]*(.+?)[ \t]*:?[ \t]*")
_KNOWN = re.compile(
    r"lines?\s+\d+(?:\s*(?:-|–|to)\s*\d+)?|[A-Za-z_]\w*[.@#]\S+(?:\s+head)?", re.I)


def read_changes(answer: str, spots: Sequence[Spot]) -> dict[str, str]:
    """New texts by address; none where the answer gives none.

    They stand in a fence, each below a comment with its address (or number), or in JSON. A single
    text without an address is for the only spot; blocks are known by their names.
    """
    found = _from_json(answer)
    if found:
        return found
    text = "\n".join(fences(answer) or [answer])
    addresses = {_same(spot.address): spot.address for spot in spots}
    changes: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in text.splitlines():
        match = _ADDRESS.fullmatch(line)
        address = _address(match[1], addresses, spots) if match else None
        if address is not None:
            current = changes.setdefault(address, [])
        elif current is not None:
            current.append(line)
    if changes:
        return {address: "\n".join(lines).strip("\n") for address, lines in changes.items()}
    blocks = [piece for piece in pieces(text) if piece.word == "body"]
    named = {_block_name(spot.text): spot.address for spot in spots}
    by_name = {named[name]: block.text for block in blocks
               if (name := _block_name(block.text)) in named}
    if by_name:
        return by_name
    if len(spots) == 1 and fences(answer) and not any(
        piece.word in ("scene", "storyboard") for piece in pieces(text)
    ):
        return {spots[0].address: text.strip("\n")}
    return {}


def _address(written: str, addresses: dict[str, str], spots: Sequence[Spot]) -> str | None:
    plain = written.strip("`*<>[]() ")
    if (known := addresses.get(_same(plain))) is not None:
        return known
    if plain.isdigit() and 1 <= int(plain) <= len(spots):
        return spots[int(plain) - 1].address
    return plain if _KNOWN.fullmatch(plain) else None


def _same(address: str) -> str:
    return re.sub(r"\s+", " ", address.replace("–", "-")).strip().casefold()


def _block_name(text: str) -> str:
    match = re.match(r"\s*(objects\b|(?:beat|param|let)\s+\w+|\w+(?=\s*=))", text)
    return " ".join(match[1].split()) if match else ""


def _from_json(answer: str) -> dict[str, str]:
    text = "\n".join(fences(answer) or [answer]).strip()
    if not text.startswith(("{", "[")):
        return {}
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    while isinstance(data, dict) and len(data) == 1 and isinstance(
        inner := next(iter(data.values())), dict | list
    ):
        data = inner
    if isinstance(data, dict):
        if {"id", "text"} <= data.keys():
            data = [data]
        else:
            return {key: value for key, value in data.items() if isinstance(value, str)}
    changes = {}
    for item in data if isinstance(data, list) else ():
        if isinstance(item, dict):
            address = item.get("id") or item.get("address")
            new = item.get("text")
            if isinstance(address, str) and isinstance(new, str):
                changes[address] = new
    return changes
