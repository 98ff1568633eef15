"""What must not stand in the repository, and what must."""

from __future__ import annotations

import re
import subprocess
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_PATHS = re.compile(
    r"(?<![\w.])/(?!opt/homebrew\b|private/var\b)(?:root|home|Users|work|opt|mnt|srv|private)/\w")
"""Folders of somebody's machine; those two are the same on every macOS."""
_REGISTRIES = re.compile(
    r"(?:pypi|pythonhosted|artifactory|nexus|devpi|jfrog|index-url|find-links|simple/)\b", re.I
)
_MAY_SPEAK_OF_REGISTRIES = {"tests/project/test_files.py", "Makefile"}


def tracked() -> list[Path]:
    """Files git knows; where this is no git checkout, what was unpacked."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def _texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def test_no_file_holds_a_path_of_somebody_s_machine() -> None:
    held = [
        f"{name}: {match[0]}"
        for name, text in _texts()
        if name != "tests/project/test_files.py"
        for match in _PATHS.finditer(text)
    ]
    assert not held


def test_no_file_names_a_package_registry() -> None:
    held = [
        f"{name}: {match[0]}"
        for name, text in _texts()
        if name not in _MAY_SPEAK_OF_REGISTRIES
        for match in _REGISTRIES.finditer(text)
    ]
    assert not held


def test_the_lock_pins_everything_pyproject_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lock = (ROOT / "requirements.lock").read_text()
    assert all("==" in line for line in lock.splitlines() if line.strip())
    extras = project["optional-dependencies"].values()
    for requirement in chain(project["dependencies"], *extras):
        name, pin, version = requirement.partition("==")
        name = name.partition("[")[0].partition(">")[0]
        locked = re.findall(rf"^{re.escape(name)}==([^\s;]+)", lock, re.M)
        assert locked, f"{name} is not in requirements.lock; run make lock"
        assert not pin or locked == [version], f"{name} differs from requirements.lock"


def test_the_version_is_said_once() -> None:
    import tomllib

    import c2v_dsl

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == c2v_dsl.__version__
    assert c2v_dsl.__version__ in (ROOT / "CHANGELOG.md").read_text()


def test_the_scripts_hold_for_a_plain_shell() -> None:
    for script in ("scripts/setup.sh", ".ci/run"):
        done = subprocess.run(["sh", "-n", script], cwd=ROOT, check=False)
        assert done.returncode == 0
        assert (ROOT / script).stat().st_mode & 0o111, f"{script} is not executable"


def test_every_make_target_is_described() -> None:
    makefile = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)", makefile, re.M)
    assert phony
    for target in phony[1].split():
        assert re.search(rf"^{target}:.*## \S", makefile, re.M), target
