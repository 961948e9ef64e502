"""Reports of audits as people see them: on a terminal, in a file, in English and Chinese."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

import civic_rules as cr
from civic_rules.reports import as_text, console, printable, report_view
from civic_rules.reports.terminal import MOST_GAPS, PLAIN_WIDTH, grid, pairs
from civic_rules.reports.wording import NOTES, SAID, Names, against_limit, found_text, notes_text, say

if TYPE_CHECKING:
    from civic_rules.units import Lang

BOOK = cr.load("yancheng-2013-6")
ON = "2015-12-31"
LANGS: tuple[Lang, ...] = ("en", "zh")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the surroundings changes the width or the colours."""
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def district() -> cr.Report:
    """The audit of the district of the example."""
    return cr.audit(cr.examples.yancheng_district(), BOOK, on=ON)


def shown(report: cr.Report, lang: Lang = "en", *, everything: bool = False, explained: bool = False) -> str:
    """The report as text."""
    return as_text(report_view(report, lang, everything=everything, explained=explained))


def of(*communities: cr.Community) -> cr.Report:
    """The audit of a county with these communities."""
    return cr.audit(cr.County(id="k", communities=communities), BOOK, on=ON)


class Terminal(StringIO):
    """A terminal that keeps what it is told."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_the_heading_names_the_place_the_day_and_the_rulebook(district: cr.Report) -> None:
    """The first lines say what was judged, as of when, and by what."""
    lines = shown(district).splitlines()
    assert lines[0] == f"County {district.entity.name} ({district.entity.id}), as of 2015-12-31"
    assert lines[1] == f"{BOOK.id}  {BOOK.document.title.en}"
    assert shown(district, "zh").splitlines()[0].startswith(f"县(市、区) {district.entity.name} (")


def test_the_counts_add_up(district: cr.Report) -> None:
    """The last line of the counts has the totals of the report."""
    line = next(line for line in shown(district).splitlines() if line.startswith("All "))
    counts = district.counts()
    totals = [counts[verdict] for verdict in (cr.Verdict.PASSED, cr.Verdict.FAILED)]
    totals += [len(district.breaches), len(district.warnings)]
    totals += [counts[verdict] for verdict in (cr.Verdict.CANNOT_TELL, cr.Verdict.INAPPLICABLE)]
    assert [int(cell.replace(",", "")) for cell in line.split()[2:]] == totals


def test_failures_stand_together_by_requirement() -> None:
    """A requirement that many communities fail is one entry: how many of how many, and the worst of them."""
    areas = (469, 100, 300, 470)
    text = shown(of(*(cr.Community(id=f"c{n}", households=2350, facility_area=area) for n, area in enumerate(areas))))
    section = text[text.index("\nBreaches") : text.index("\nCannot tell")].strip().splitlines()
    assert section[0] == "Breaches: 3 (requirements: 1)"
    assert section[3].endswith("   3 / 4   c1: 100 / 470 m²; c2: 300 / 470 m², and 1 more")
    assert section[4].strip() == "facility-required-area · 三(六)"


def test_open_questions_stand_together_by_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is listed once, that which would settle most first, and the rest is counted."""
    monkeypatch.setenv("COLUMNS", "500")
    report = of(cr.Community(id="c1"), cr.Community(id="c2"))
    text = shown(report)
    rows = text[text.index("\nCannot tell: ") :].splitlines()[4:]
    counts = [int(row.split()[row.split().index("settlement") + 1]) for row in rows[:1]]
    needing = [one for one in report if "settlement" in one.missing and one.entity_kind == "community"]
    assert counts == [len(needing)]
    gaps = {(one.entity_kind, path) for one in report for path in one.missing}
    assert rows[MOST_GAPS] == f"{len(gaps) - MOST_GAPS} more; --all shows everything."


def test_a_single_community_has_no_line_of_totals() -> None:
    """Where one kind of entity alone was judged, its counts are the totals."""
    report = cr.audit(cr.Community(id="c1"), BOOK, on=ON)
    assert "\nAll " not in shown(report)
    assert "Requirements asked of nobody: " in shown(report)


def test_everything_on_request(district: cr.Report) -> None:
    """On request every finding has a line, with what was found or what is missing."""
    text = shown(of(cr.Community(id="c1", households=2350, facility_area=469)), everything=True)
    line = next(line for line in text.splitlines() if "facility-required-area" in line)
    assert " ".join(line.split()) == "c1 facility-required-area breach 469 m² against 470 m², 1 m² off"
    assert len(shown(district, everything=True).splitlines()) > len(district)


def test_explanations_on_request() -> None:
    """On request each failure and each open question is explained in words."""
    report = cr.audit(cr.Community(id="c1", households=2350, facility_area=469), BOOK, on=ON)
    text = shown(report, explained=True)
    assert report["facility-required-area"].explain().splitlines()[0] in text


def test_readings_that_were_taken(district: cr.Report) -> None:
    """The readings on which the report rests are named with the option that was taken."""
    text = shown(district)
    option = next(reading for finding in district for reading, _ in finding.readings if reading.key == "gap-minimum")
    assert f"gap-minimum                 {option.options[0].title.en}" in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("everything", [False, True])
def test_lines_fit_the_width(district: cr.Report, lang: Lang, everything: bool) -> None:  # noqa: FBT001
    """No line is wider than the page, where a Chinese character counts as two."""
    text = shown(district, lang, everything=everything)
    assert max(cell_len(line) for line in text.splitlines()) <= PLAIN_WIDTH


def test_columns_stand_under_one_another() -> None:
    """Chinese and English cells leave their columns where they are."""
    table = grid(["名称", "n"], [["社区", 1], ["community", 22]], right=(1,))
    lines = as_text(table).splitlines()
    assert {cell_len(line) for line in lines} == {cell_len("community   22")}


def test_the_width_follows_the_surroundings(district: cr.Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS sets the width, as it does for other commands."""
    monkeypatch.setenv("COLUMNS", "80")
    assert max(cell_len(line) for line in shown(district).splitlines()) <= 80


@pytest.mark.parametrize("columns", ["0", "1", "20"])
def test_no_width_hides_the_report(district: cr.Report, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """However narrow the surroundings say they are, the report is there and its words are whole."""
    monkeypatch.setenv("COLUMNS", columns)
    assert "committee" in shown(district)


def test_chinese_reports_are_chinese(district: cr.Report) -> None:
    """Nothing that a report says itself is English in a Chinese report."""
    text = shown(district, "zh") + shown(district, "zh", everything=True)
    words = {en for zh, en in SAID.values() if "{" not in en and en != zh}
    kept = {word for word in words if word in text.replace("community", "")}
    assert kept == set()


def test_what_users_wrote_is_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names stand as they were written: brackets colour nothing, colons make no pictures, escapes steer nothing."""
    monkeypatch.setenv("COLUMNS", "500")
    name = "[bold red]北村[/] :smile: \x1b[31m\u202e\r\n"
    text = shown(of(cr.Community(id="[link=x]c1", name=name, households=2350, facility_area=1)), everything=True)
    assert "[bold red]北村[/] :smile: \\x1b[31m\\u202e\\r\\n ([link=x]c1)" in text
    assert all(one.isprintable() for line in text.splitlines() for one in line)


def test_colours_are_for_terminals() -> None:
    """A terminal gets colours unless NO_COLOR asks for none; a file never gets any."""
    report = of(cr.Community(id="c1", households=2350, facility_area=1))
    terminal = Terminal()
    console(terminal).print(report_view(report, "en"))
    assert "\x1b[1;31m" in terminal.getvalue()
    assert "\x1b" not in shown(report)


def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is heeded on a terminal, FORCE_COLOR is not in a file."""
    report = of(cr.Community(id="c1", households=2350, facility_area=1))
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    console(terminal).print(report_view(report, "en"))
    assert "[1;31m" not in terminal.getvalue()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in shown(report)


def test_several_rulebooks() -> None:
    """Where several rulebooks judge, each rule is named with its rulebook."""
    books = [BOOK, cr.load("yantai-2023")]
    report = cr.audit(cr.Community(id="c1", households=2350, facility_area=1), books, on=ON)
    assert f"{BOOK.id}/facility-required-area · 三(六)" in shown(report)
    assert f"c1       {BOOK.id}/facility-required-area" in shown(report, everything=True)


def test_pairs() -> None:
    """Names and values stand in two columns."""
    assert as_text(pairs([("a", "1"), ("bbb", "x[y]")])) == "a    1\nbbb  x[y]\n"


def test_every_word_has_two_languages() -> None:
    """No word of a report is missing in a language, and both take the same values."""
    for zh, en in (*SAID.values(), *NOTES.values()):
        assert zh
        assert en
        assert sorted(part.split("}")[0] for part in zh.split("{")[1:]) == sorted(
            part.split("}")[0] for part in en.split("{")[1:]
        )
    assert say("and more", "zh", count=3) == "等3个"


def test_printable() -> None:
    """What is no ordinary character is written out; wide spaces become spaces."""
    assert printable("社区\u3000一\x00\u200b\U000e0001é") == "社区 一\\x00\\u200b\\U000e0001é"


def test_what_was_found() -> None:
    """Days, numbers and limits are told with their units, and nothing where nothing is measured."""
    plan = {"completed": "2013-03-31", "filed": "2013-04-12"}
    county = cr.audit(cr.County(id="k", layout_plan=plan), BOOK, on=ON)
    late = county["layout-plan-deadline"]
    assert found_text(late, "en") == "2013-04-12 against 2013-03-31, 12 days off"
    assert found_text(late, "zh") == "2013年4月12日，标准2013年3月31日，相差12天"
    assert against_limit(late, "en") == "2013-04-12 / 2013-03-31"
    community = cr.audit(cr.Community(id="c1", arrangements={"grid-service": False}), BOOK, on=ON)
    assert (found_text(community["grid-service-mode"], "en"), against_limit(community["grid-service-mode"], "en")) == (
        "",
        "",
    )


def test_names_of_what_is_missing(district: cr.Report) -> None:
    """Fields, terms, parts, holders and members are named in both languages."""
    names = Names(district)
    assert [names.missing("community", path, "en") for path in ("households", "gap_plan.filed", "services.health")] == [
        "households",
        "gap plan filed",
        "services: health",
    ]
    assert names.missing("community", "arrangements.grid-service", "zh") == "网格化服务"
    assert names.missing("worker", "county.urban_average_wage", "zh") == "县(市、区)：城镇在岗平均工资"
    assert names.missing("worker", "county", "en") == "county"
    assert names.missing("county", "c1.households", "en") == "community: households"
    assert names.missing("county", "c1.households", "en", with_ids=True) == "c1: households"
    assert names.missing("county", "nobody.households", "en") == "nobody.households"


@pytest.mark.parametrize("lang", LANGS)
def test_every_gap_of_the_examples_has_a_name(district: cr.Report, lang: Lang) -> None:
    """No path of a field is left as it is where its name can be told."""
    names = Names(district)
    gaps = {(finding.entity_kind, path) for finding in district for path in finding.missing}
    assert {path for kind, path in gaps if "_" in names.missing(kind, path, lang)} == set()


def test_why_nothing_can_be_told() -> None:
    """A ratio of nobody, or data that contradict each other, are named as such."""
    report = cr.audit(cr.Community(id="c1", settlement="rural", residents=0, volunteers=5), BOOK, on=ON)
    finding = report["volunteer-registration-rate-rural"]
    assert (notes_text(finding, "en"), notes_text(finding, "zh")) == ("the denominator is zero", "分母为零")
    assert "the denominator is zero" in shown(report)
