"""A plugin of pytest: cases in files named `*.cases.yaml` are tests, without any code.

It is there wherever civic_rules and pytest are installed together. Each case of such a file is a test with the name of
the case. What is expected is held against the rulebooks of civic_rules that have the requirements, or against those
that the setting `civic_rulebooks` names, one a line: an id, or `package.module:NAME` for a rulebook of your own.

```toml
[tool.pytest.ini_options]
civic_rulebooks = ["yancheng-2013-6", "our_rules.district:RULEBOOK"]
civic_rules_lang = "zh"
```

What differs, and what is wrong with a file, is told in English; with `civic_rules_lang = "zh"` in Chinese.
"""

from __future__ import annotations

import pkgutil
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from civic_rules.rules import Rulebook
    from civic_rules.testing.cases import Case

ENDINGS = (".cases.yaml", ".cases.yml")
"""How the name of a file of cases ends."""

SETTING = "civic_rulebooks"
"""The setting that names the rulebooks."""

LANG_SETTING = "civic_rules_lang"
"""The setting that says in which language differences and faults are told."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the settings of pytest name the rulebooks."""
    words = "rulebooks against which *.cases.yaml are held, one a line: an id, or package.module:NAME"
    parser.addini(SETTING, words, type="linelist")
    parser.addini(LANG_SETTING, "the language of what *.cases.yaml are told: en or zh", default="en")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the files of cases."""
    if not file_path.name.endswith(ENDINGS):
        return None
    return CaseFile.from_parent(parent, path=file_path)


class CaseFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """The cases of the file; one that cannot be read is an error of collection, with each of its faults."""
        # Pydantic and Pint are imported by who has cases, and not by everybody who runs pytest.
        from civic_rules.errors import CivicRulesError  # noqa: PLC0415
        from civic_rules.testing.cases import read_cases  # noqa: PLC0415

        try:
            named = [_rulebook(name) for name in self.config.getini(SETTING)]
            cases = read_cases(self.path)
        except CivicRulesError as error:
            raise self.CollectError(error.text(self.config.getini(LANG_SETTING))) from None
        for case in cases:
            yield CaseItem.from_parent(self, name=case.name, case=case, rulebooks=named or _that_say(case))


class CaseItem(pytest.Item):
    """One case as a test."""

    def __init__(self, *, case: Case, rulebooks: list[Rulebook], **given: Any) -> None:  # noqa: ANN401  pytest's own
        super().__init__(**given)
        self.case = case
        self.rulebooks = rulebooks

    def runtest(self) -> None:
        """Run the case."""
        differences = self.case.check(self.rulebooks)
        if differences:
            lang = self.config.getini(LANG_SETTING)
            pytest.fail("\n".join(one.in_(lang) for one in differences), pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where the case stands, and its name."""
        return self.path, None, f"case: {self.name}"


def _rulebook(name: str) -> Rulebook:
    """The rulebook that a line of the setting names."""
    from civic_rules.errors import UnknownRulebookError  # noqa: PLC0415  as above
    from civic_rules.messages import said  # noqa: PLC0415
    from civic_rules.rulebooks import load  # noqa: PLC0415
    from civic_rules.rules import Rulebook  # noqa: PLC0415

    if ":" not in name:
        return load(name)
    try:
        found = pkgutil.resolve_name(name)
    except (ImportError, AttributeError, ValueError) as error:
        message = said(
            "{setting}: {name!r} cannot be imported: {reason}",
            "{setting}：{name!r} 无法导入：{reason}",
            setting=SETTING,
            name=name,
            reason=str(error),
        )
        raise UnknownRulebookError(message) from None
    if not isinstance(found, Rulebook):
        message = said(
            "{setting}: {name!r} is no rulebook, but of type {type}",
            "{setting}：{name!r} 不是规则册，而是 {type} 类型",
            setting=SETTING,
            name=name,
            type=type(found).__name__,
        )
        raise UnknownRulebookError(message)
    return found


def _that_say(case: Case) -> list[Rulebook]:
    """The rulebooks of civic_rules with a requirement of which the case says something; all where none has one."""
    from civic_rules.rulebooks import available, load  # noqa: PLC0415  as above

    books = [load(name) for name in available()]
    return [book for book in books if any(one.key in book for one in case.expectations)] or books
