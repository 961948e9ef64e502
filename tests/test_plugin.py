"""The plugin of pytest: files of cases are dropped into a project and run, and each is told what is wrong with it.

Whether it does so in a project that imports nothing else is tried in a process of its own; the rest in this one.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import civic_rules as cr
from civic_rules.testing import parse_cases

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parent.parent
PLUGIN = "civic_rules.testing.plugin"

CASE = """
- name: {name}
  on: 2015-12-31
  given: {{community: {{id: c1, settlement: urban, households: 2350, facility_area: {area}}}}}
  expect: {{{key}: {verdict}}}
"""


def case(
    name: str = "470 m² are enough", area: object = 470, key: str = "facility-required-area", verdict: str = "passed"
) -> str:
    """The text of one case."""
    return CASE.format(name=name, area=area, key=key, verdict=verdict)


@pytest.fixture(autouse=True)
def same_civic_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The project imports the package that is tested here; what is imported already, pytester leaves where it is."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    [one] = parse_cases(case())
    for book in map(cr.load, cr.available()):
        one.check(book)


def run(pytester: pytest.Pytester, text: str, *arguments: str, name: str = "rooms.cases.yaml") -> pytest.RunResult:
    """What pytest does in a project that has one file of cases."""
    (pytester.path / name).write_text(text, encoding="utf-8")
    return pytester.runpytest_inprocess("-p", PLUGIN, *arguments)


def run_alone(pytester: pytest.Pytester, text: str, *arguments: str) -> pytest.RunResult:
    """The same in a process of its own."""
    (pytester.path / "rooms.cases.yaml").write_text(text, encoding="utf-8")
    return pytester.runpytest_subprocess("-p", PLUGIN, *arguments)


def test_each_case_of_a_file_is_a_test(pytester: pytest.Pytester) -> None:
    """A project needs nothing but the file."""
    result = run_alone(pytester, case() + case("399 m² are too little", area=399, verdict="failed"), "-v")

    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["*rooms.cases.yaml::399 m² are too little PASSED*"])


def test_a_case_that_does_not_hold_fails_and_says_why(pytester: pytest.Pytester) -> None:
    """The differences are told, without a traceback of the library."""
    result = run(pytester, case(area=469.9))

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["facility-required-area: expected verdict passed, got failed (measured 469.9, limit 470)"]
    )
    assert "Traceback" not in result.stdout.str()
    assert "plugin.py" not in result.stdout.str()


def test_a_file_that_cannot_be_read_is_an_error_of_collection(pytester: pytest.Pytester) -> None:
    """Each fault of the file is told."""
    result = run(pytester, case(verdict="pased") + case("another", area="470 kg"))

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*no verdict 'pased'; did you mean 'passed'?*", "*kg is a mass, m² an area*"])


def test_a_project_may_ask_for_chinese(pytester: pytest.Pytester) -> None:
    """Differences and faults are told in the language that the settings name."""
    pytester.makepyprojecttoml("[tool.pytest.ini_options]\ncivic_rules_lang = 'zh'")

    run(pytester, case(area=469.9)).stdout.fnmatch_lines(
        ["facility-required-area：结论应为 passed，实为 failed（实测值 469.9，限值 470）"]
    )
    run(pytester, case(verdict="pased")).stdout.fnmatch_lines(["*没有 'pased' 这种结论；是否想写 'passed'？*"])


def test_a_requirement_that_no_rulebook_has_fails(pytester: pytest.Pytester) -> None:
    """A key that is mistyped does not pass by."""
    run(pytester, case(key="facility-required-areas")).assert_outcomes(failed=1)


@pytest.mark.parametrize("name", ["rooms.yaml", "cases.yaml", "test_rooms.yml"])
def test_other_files_are_left_alone(pytester: pytest.Pytester, name: str) -> None:
    """A file of another name is not taken for cases."""
    run(pytester, "- no case", name=name).assert_outcomes()


def test_the_setting_names_the_rulebooks(pytester: pytest.Pytester) -> None:
    """Ids, and rulebooks of the project itself; a requirement of another rulebook is not found then."""
    pytester.makepyfile(our_rules="import civic_rules as cr\nRULEBOOK = cr.load('yancheng-2013-6')")
    text = "pythonpath = ['.']\ncivic_rulebooks = ['yantai-2023', 'our_rules:RULEBOOK']"
    pytester.makepyprojecttoml(f"[tool.pytest.ini_options]\n{text}")
    run(pytester, case()).assert_outcomes(passed=1)

    pytester.makepyprojecttoml("[tool.pytest.ini_options]\ncivic_rulebooks = ['yantai-2023']")
    run(pytester, case()).assert_outcomes(failed=1)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("yantai-2032", "*no rulebook has the id 'yantai-2032'; did you mean 'yantai-2023'?*"),
        ("no_such_module:BOOK", "*civic_rulebooks: 'no_such_module:BOOK' cannot be imported: No module named*"),
        ("civic_rules:BOOK", "*civic_rulebooks: 'civic_rules:BOOK' cannot be imported: *'BOOK'*"),
        ("civic_rules:load", "*civic_rulebooks: 'civic_rules:load' is no rulebook, but of type function*"),
    ],
)
def test_a_setting_that_names_no_rulebook_is_told(pytester: pytest.Pytester, name: str, told: str) -> None:
    """What stands there, and what is wrong with it."""
    pytester.makepyprojecttoml(f"[tool.pytest.ini_options]\ncivic_rulebooks = ['{name}']")
    result = run(pytester, case())

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([told])


def test_pytest_finds_the_plugin_by_itself() -> None:
    """The package names it as an entry point, under the name of its module."""
    [(name, module)] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"][
        "pytest11"
    ].items()

    assert (name, module) == (PLUGIN, PLUGIN)
    assert import_module(module).SETTING == "civic_rulebooks"


def test_the_plugin_is_cheap_where_there_are_no_cases() -> None:
    """Everybody who runs pytest imports it, so it imports no models, units or rulebooks."""
    slow = {"pydantic", "pint", "numpy", "civic_rules.entities", "civic_rules.testing.cases"}
    code = f"import sys, {PLUGIN}; print({slow} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603

    assert found.stdout.strip() == "set()"
