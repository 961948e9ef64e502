"""The public names: what is listed is what can be seen, and each lives where the package says."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import civic_rules

HOMES = [(module, name) for module, names in civic_rules._HOMES.items() for name in names]


def test_what_is_listed_is_what_can_be_seen() -> None:
    """`__all__`, the homes and `dir()` name the same things, sorted as Python sorts them."""
    homed = {name for _, name in HOMES} | set(civic_rules._MODULES)

    assert sorted(homed) == sorted(civic_rules.__all__)
    assert sorted(civic_rules.__all__) == dir(civic_rules)
    assert len(civic_rules.__all__) == len(set(civic_rules.__all__))


@pytest.mark.parametrize(("module", "name"), HOMES)
def test_each_name_lives_where_the_package_says(module: str, name: str) -> None:
    """A public name is that of its room, which lists it as its own."""
    home = importlib.import_module(f"civic_rules.{module}")

    assert getattr(home, name) is getattr(civic_rules, name)
    assert name in getattr(home, "__all__", [name])


@pytest.mark.parametrize("module", civic_rules._MODULES)
def test_modules_that_are_public_as_such(module: str) -> None:
    """They are modules of the package."""
    assert getattr(civic_rules, module) is importlib.import_module(f"civic_rules.{module}")


def test_nothing_else_is_public() -> None:
    """What the package itself defines besides its public names begins with an underscore."""
    own = {name for name, value in vars(civic_rules).items() if getattr(value, "__module__", "") == "civic_rules"}

    assert {name for name in own if not name.startswith("_")} == set()


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As it is for every module."""
    with pytest.raises(AttributeError, match="module 'civic_rules' has no attribute 'audits'"):
        civic_rules.audits  # noqa: B018  asking for it is the test


def test_importing_the_package_is_cheap() -> None:
    """Neither Pydantic nor Pint nor NumPy is imported before a name is used."""
    slow = {"pydantic", "pint", "numpy", "narwhals", "polars", "civic_rules.entities"}
    code = f"import sys, civic_rules; print({slow} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603

    assert found.stdout.strip() == "set()"
