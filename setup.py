"""What pyproject.toml cannot say: three top-level folders travel inside the package as data."""

from setuptools import find_packages, setup

DATA = {f"c2v_dsl.data.{folder}": folder for folder in ("grammar", "stdlib_scenes", "prompts")}

setup(
    packages=[*find_packages(include=["c2v_dsl", "c2v_dsl.*"]), *DATA],
    package_dir=DATA,
    package_data={"c2v_dsl": ["py.typed"], **{package: ["**/*"] for package in DATA}},
)
