"""An installed wheel finds its data and works from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tracked files without asking the network."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    wanted = ["pyproject.toml", "setup.py", "README.md", "LICENSE"]
    for name in (*wanted, "c2v_dsl", "grammar", "stdlib_scenes", "prompts"):
        subprocess.run(["cp", "-R", str(ROOT / name), str(source / name)], check=True)
    build = (
        "import sys; from setuptools import build_meta; "
        "print(build_meta.build_wheel(sys.argv[1]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)],
        cwd=source, capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.split()[-1]


def test_the_wheel_carries_the_data_and_nothing_of_the_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "c2v_dsl/data/grammar/c2v.lark" in names
    assert any(name.startswith("c2v_dsl/data/prompts/") for name in names)
    assert any(name.startswith("c2v_dsl/data/stdlib_scenes/") for name in names)
    assert "c2v_dsl/py.typed" in names
    assert not any(name.startswith(("tests", "examples")) for name in names)
    packages = {path.parent.relative_to(ROOT) for path in (ROOT / "c2v_dsl").rglob("__init__.py")}
    for package in packages:
        assert f"{package.as_posix()}/__init__.py" in names


def test_an_installed_c2v_checks_a_storyboard_from_another_folder(
    wheel: Path, tmp_path: Path
) -> None:
    place = tmp_path / "venv"
    venv.create(place, symlinks=True)
    scheme = {"base": str(place), "platbase": str(place)}
    target = Path(sysconfig.get_path("purelib", "posix_prefix", scheme))
    zipfile.ZipFile(wheel).extractall(target)
    libraries = sysconfig.get_path("purelib")
    (target / "beside.pth").write_text(f"{libraries}\n")
    run = [str(place / "bin" / "python"), "-m", "c2v_dsl"]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}

    def c2v(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*run, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True,
            check=False,
        )

    where = subprocess.run(
        [*run[:1], "-c", "import c2v_dsl; print(c2v_dsl.__file__)"], cwd=tmp_path,
        env=environment, capture_output=True, text=True, check=True,
    ).stdout
    assert str(place) in where
    made = c2v("new", "lesson.c2v")
    assert made.returncode == 0, made.stderr
    checked = c2v("check", "lesson.c2v")
    assert checked.returncode == 0, checked.stdout + checked.stderr
