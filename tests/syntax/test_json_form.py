"""The tree as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from c2v_dsl.syntax import parse, print_file, tree_from_json, tree_schema, tree_to_json

VALID = sorted((Path(__file__).parents[1] / "corpus" / "valid").glob("*.c2v"))
SMALL = 'c2v 1\nstoryboard "T" {}\nscene s "S" {\n  beat b "B" { show a over 2s }\n}\n'


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_there_and_back(path: Path) -> None:
    tree = parse(path.read_bytes().decode("utf-8"), path.name).tree
    data = json.loads(json.dumps(tree_to_json(tree)))
    assert tree_from_json(data) == tree


def test_the_schema_is_one_and_fits() -> None:
    schema = tree_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(tree_to_json(parse(SMALL).tree))
    broken = tree_to_json(parse(SMALL).tree)
    broken["tree"]["items"][0]["body"]["beats"][0]["body"][0]["verb"] = {"node": "Number"}
    assert not validator.is_valid(broken)


def test_text_from_json_without_spans() -> None:
    data = tree_to_json(parse(SMALL).tree)

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k != "span"}
        return [strip(item) for item in value] if isinstance(value, list) else value

    text = print_file(tree_from_json(strip(data)))
    assert parse(text).findings == ()
    assert 'beat b "B" {\n' in text and "show a over 2s\n" in text


@pytest.mark.parametrize(("change", "where"), [
    ({"format": "other"}, "format"), ({"version": 2}, "version"),
    ({"tree": {"node": "Scene"}}, "tree"), ({"tree": None}, "tree"),
    ({"tree": {"node": "File", "edition": 1, "storyboard": None, "items": [{"node": "Beat"}],
               "comments": []}}, r"tree.items\[0\]"),
    ({"tree": {"node": "File", "edition": "1"}}, "tree.edition"),
])
def test_what_does_not_fit_is_named(change: dict[str, Any], where: str) -> None:
    data = {**tree_to_json(parse(SMALL).tree), **change}
    with pytest.raises(ValueError, match=where):
        tree_from_json(data)
