"""The documents say what the code does: headings, links, examples, tables and commands are held against it."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path

import pytest

import civic_rules
from civic_rules import cli, errors
from civic_rules.reports.wording import SAID
from civic_rules.rules import Modality
from civic_rules.testing import parse_cases
from civic_rules.verdicts import Verdict

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "civic_rules"
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])

CODE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
NAMED_FILE = re.compile(r"`((?:civic_rules|tests|docs|[a-z_]+)/[\w./-]+\.\w+)`")
TREE_LINE = re.compile(r"^[│├└─ ]*(\w+Error)\b(?: +\((\w+)\))?", re.MULTILINE)


def text_of(name: str) -> str:
    """The text of a document, by its path from the root of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def prose(text: str) -> str:
    """A document without its blocks of code."""
    return CODE.sub("", text)


def blocks(path: Path, language: str) -> list[str]:
    """The blocks of code of one language in a document."""
    return [code for found, code in CODE.findall(path.read_text(encoding="utf-8")) if found == language]


def headings(text: str) -> list[str]:
    """The headings of a document below its title."""
    return re.findall(r"^##+ (.+)$", prose(text), re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """What a link can point to in a document."""
    found = [heading.lower() for heading in headings(path.read_text(encoding="utf-8"))]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in found}


def error_classes() -> dict[str, str]:
    """Every exception of the package with the name of its builtin base, or "" where it has none of its own."""
    found = {}
    for name, value in vars(errors).items():
        if inspect.isclass(value) and issubclass(value, errors.CivicRulesError):
            builtins = [base.__name__ for base in value.__bases__ if base.__module__ == "builtins"]
            found[name] = next((base for base in builtins if base != "Exception"), "")
    return found


def test_every_error_has_a_heading() -> None:
    """docs/errors.md has a heading for each exception, and none for what is no exception."""
    assert sorted(headings(text_of("docs/errors.md"))) == sorted(error_classes())


@pytest.mark.parametrize("source", ["docs/errors.md", "the docstring of errors.py"])
def test_the_tree_of_errors_is_complete(source: str) -> None:
    """The tree names each exception with its builtin base."""
    text = blocks(ROOT / source, "text")[0] if source.startswith("docs/") else str(errors.__doc__)

    assert dict(TREE_LINE.findall(text)) == error_classes()


def test_every_error_says_what_to_do() -> None:
    """A section without advice is for a class that is only a base."""
    sections = re.split(r"^## ", text_of("docs/errors.md"), flags=re.MULTILINE)[1:]
    without = {section.split()[0] for section in sections if "What to do" not in section}

    assert without <= {"CivicRulesError", "DataError", "UnknownNameError"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_resolve(path: Path) -> None:
    """A link within the project points to a file, and to a heading of it, that exists."""
    broken = []
    for link in LINK.findall(prose(path.read_text(encoding="utf-8"))):
        target, _, anchor = link.partition("#")
        if target.startswith(("http://", "https://")):
            continue
        file = path if not target else (path.parent / target).resolve()
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(link)

    assert broken == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_python_without_prompts_runs(path: Path) -> None:
    """A block of Python without prompts runs as it stands; one with prompts is run as a doctest."""
    for code in blocks(path, "python"):
        if not code.startswith(">>>"):
            exec(compile(code, path.name, "exec"), {})  # noqa: S102  that is what is tested


def test_cases_in_the_documents_hold() -> None:
    """The cases that show how a case is written are right."""
    found = [case for path in DOCUMENTS for code in blocks(path, "yaml") for case in parse_cases(code, path.name)]

    assert len(found) > 1
    assert [difference for case in found for difference in case.check(civic_rules.load("yancheng-2013-6"))] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_blank_line_ends_each_doctest(path: Path) -> None:
    """Without it doctest would take the closing fence for output."""
    prompted = [code for code in blocks(path, "python") if code.startswith(">>>")]

    assert [code for code in prompted if not code.endswith("\n\n")] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_are_named_exist(path: Path) -> None:
    """A path in the text is one of the project, from its root or from the package."""
    named = [name for name in NAMED_FILE.findall(prose(path.read_text(encoding="utf-8"))) if "NAME" not in name]

    assert [name for name in named if not ((ROOT / name).exists() or (PACKAGE / name).exists())] == []


def rooms_with_a_line() -> list[str]:
    """The rooms in the table of docs/contributing.md."""
    table = text_of("docs/contributing.md").split("| room |")[1].split("\n\n")[0]
    return re.findall(r"^\| `(\w+)(?:/|\.py)` \|", table, re.MULTILINE)


def test_every_room_has_a_line() -> None:
    """The table of rooms in docs/contributing.md lists what the package has, no more and no less."""
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}

    assert sorted(rooms_with_a_line()) == sorted(rooms - {"__init__", "__main__"})


def test_rooms_stand_in_the_order_in_which_they_import() -> None:
    """A room of the table imports only rooms below it, as the layers in pyproject.toml have it."""
    [contract] = [
        one
        for one in tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
        if one["type"] == "layers"
    ]
    layers = {room: place for place, line in enumerate(contract["layers"]) for room in re.findall(r"\w+", line)}
    places = [layers[room] for room in rooms_with_a_line()]

    assert places == sorted(places)
    assert contract["name"] in text_of("docs/contributing.md")


def words() -> dict[str, str]:
    """The words of docs/words.md, each with its Chinese."""
    return dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|", text_of("docs/words.md"), re.MULTILINE))


def test_verdicts_and_modalities_have_the_words_of_the_code() -> None:
    """docs/words.md uses the titles that findings use."""
    titles = {
        **{modality.title("en"): modality.title("zh") for modality in Modality},
        **{verdict.title("en"): verdict.title("zh") for verdict in Verdict if verdict is not Verdict.INAPPLICABLE},
        "inapplicable": Verdict.INAPPLICABLE.title("zh"),
    }

    assert {word: words().get(word) for word in titles} == titles


def test_reports_have_the_words_of_the_list() -> None:
    """What docs/words.md and a report both name has one Chinese word."""
    said = {name: zh for name, (zh, _) in SAID.items() if "{" not in zh}
    both = {word: said[name] for word in words() for name in (word, f"{word}s", f"{word}es") if name in said}

    assert {"breach", "warning", "verdict", "requirement", "reading"} <= set(both)
    assert {word: words()[word] for word in both} == both


@pytest.mark.parametrize("mark", ["main-job", "tests"])
def test_the_readme_has_the_commands_that_ci_runs(mark: str) -> None:
    """One command stands in a block directly under each mark."""
    found = re.findall(rf"^<!-- ci: {mark} -->\n\n?```bash\n(.*?)^```$", text_of("README.md"), re.MULTILINE | re.DOTALL)

    assert len(found) == 1
    assert found[0].count("\n") == found[0].count("\\\n") + 1


@pytest.mark.parametrize("name", ["README.md", "docs/changelog.md"])
def test_every_rulebook_is_named(name: str) -> None:
    """The README says which rulebooks there are, and the changelog that they were added."""
    assert [one for one in civic_rules.available() if f"`{one}`" not in text_of(name)] == []


def commands() -> list[str]:
    """Every call of the command that a document shows, from its name on."""
    shells = [code for path in DOCUMENTS for code in blocks(path, "bash")]
    return sorted({part for code in shells for part in re.findall(r"(?<=civic-rules )[a-z][^&\n]*", code)})


@pytest.mark.parametrize("command", commands())
def test_commands_and_their_options_exist(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a document shows to type is a command that there is, with options that it has."""
    name, *arguments = command.split()

    assert cli.run([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert [one for one in arguments if one.startswith("--") and f"{one} " not in told] == []


def test_exit_statuses_are_those_of_the_command() -> None:
    """The table of the README has the statuses of the command."""
    stated = [int(status) for status in re.findall(r"^\| (\d) \|", text_of("README.md"), re.MULTILINE)]

    assert stated == [0, cli.FOUND_BREACHES, cli.UNUSABLE, cli.OWN_FAULT]


def test_the_changelog_has_its_own_category_for_changed_rules() -> None:
    """Unreleased changes stand on top, changed figures and clauses under Rules."""
    found = headings(text_of("docs/changelog.md"))

    assert found[0] == "Unreleased"
    assert "Rules" in found


@pytest.mark.parametrize("name", civic_rules.__all__)
def test_public_names_are_described(name: str) -> None:
    """Every public name can be imported and has a docstring of its own."""
    value = getattr(civic_rules, name)
    inherited = [base.__doc__ for base in getattr(value, "__mro__", ())[1:]]

    assert inspect.getdoc(value)
    assert value.__doc__ not in inherited


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_are_described(path: Path) -> None:
    """Every module begins with a docstring."""
    assert path.read_text(encoding="utf-8").startswith(('"""', 'r"""'))
