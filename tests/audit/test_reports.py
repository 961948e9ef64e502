"""Reports: whose findings they have, how they are counted and looked up, and how they are written."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

import civic_rules as cr
import civic_rules.audit.reports  # meeting the room must not hide the function
from civic_rules.errors import (
    AmbiguousKeyError,
    DuplicateEntityError,
    DuplicateKeyError,
    InvalidDayError,
    UnknownEntityError,
    UnknownReadingError,
    UnknownRequirementError,
)
from civic_rules.expressions import Reading, ReadingOption, choose, subject
from civic_rules.rules import Clause, Document, Modality, Requirement, Rulebook
from civic_rules.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from civic_rules.expressions import Node

TITLE = Text(zh="测试", en="Test")
SINCE, ON = date(2013, 1, 16), date(2015, 12, 31)
community, city, worker = subject("community"), subject("city"), subject("worker")

READING = Reading(
    key="which-area",
    title=TITLE,
    options=(ReadingOption(key="total", title=TITLE), ReadingOption(key="activity", title=TITLE)),
    default="total",
    reason=TITLE,
)
AREA = choose(READING, total=community.facility_area >= "400 m²", activity=community.activity_area >= "400 m²")


def rulebook(name: str, modality: Modality = Modality.MANDATORY, **rules: Node) -> Rulebook:
    """A rulebook of one document."""
    document = Document(
        id=name,
        title=TITLE,
        issuer=TITLE,
        issued=SINCE,
        in_force_from=SINCE,
        last_checked=SINCE,
        clauses=(Clause(number="1", title=TITLE),),
    )
    made = [
        Requirement(key=key.replace("_", "-"), title=TITLE, must=must, modality=modality, source=document.clause("1"))
        for key, must in rules.items()
    ]
    return Rulebook(document, tuple(made))


BOOK = rulebook(
    "doc-1",
    area=AREA,
    rooms=community.has_facility.is_(True),
    certificate=worker.has_certificate.is_(True),
    city_share=city.all("community").share(community.has_facility) >= "90 %",
)
OTHER = rulebook("doc-2", Modality.ENCOURAGED, area=community.facility_area >= "500 m²")

CITY = cr.City(
    id="yc",
    name="盐城",
    communities=[
        {"id": "c1", "facility_area": 450, "has_facility": True, "staff": [{"id": "w1", "has_certificate": False}]},
        {"id": "c2", "facility_area": 300},
    ],
)
REPORT = cr.audit(CITY, [BOOK, OTHER], on=ON)


def said(report: cr.Report) -> list[tuple[str, str, str]]:
    """The findings of a report: requirement, entity, verdict."""
    return [(one.requirement.id, one.entity_id, one.verdict.value) for one in report]


def test_findings() -> None:
    """Every entity is judged by every rule of its kind, the city first, each community before its workers."""
    assert said(REPORT) == [
        ("doc-1/city-share", "yc", "cannot_tell"),
        ("doc-1/area", "c1", "passed"),
        ("doc-1/rooms", "c1", "passed"),
        ("doc-2/area", "c1", "failed"),
        ("doc-1/certificate", "w1", "failed"),
        ("doc-1/area", "c2", "failed"),
        ("doc-1/rooms", "c2", "cannot_tell"),
        ("doc-2/area", "c2", "failed"),
    ]


def test_counts() -> None:
    """Verdicts are counted, and those that nobody has count zero; breaches and warnings are told apart."""
    assert REPORT.counts() == {"passed": 2, "failed": 4, "cannot_tell": 2, "inapplicable": 0}
    assert len(REPORT) == 8
    assert [(one.requirement.id, one.entity_id) for one in REPORT.breaches] == [
        ("doc-1/certificate", "w1"),
        ("doc-1/area", "c2"),
    ]
    assert [(one.requirement.id, one.entity_id) for one in REPORT.warnings] == [
        ("doc-2/area", "c1"),
        ("doc-2/area", "c2"),
    ]


def test_one_rulebook_or_several() -> None:
    """One rulebook needs no list, and the day may be a text."""
    assert said(cr.audit(CITY, BOOK, on="2015-12-31")) == [one for one in said(REPORT) if one[0].startswith("doc-1")]


def test_one_entity() -> None:
    """The report of one member has its findings alone, and answers for it by key."""
    report = REPORT.for_entity("c2")

    assert [one for one in said(REPORT) if one[1] == "c2"] == said(report)
    assert (report.entity.id, report["doc-1/area"].verdict) == ("c2", "failed")
    with pytest.raises(UnknownEntityError, match="the report has no entity 'c22'; did you mean 'c2'"):
        REPORT.for_entity("c22")


def test_one_entity_of_which_nothing_is_asked() -> None:
    """An entity without findings of its own, handed in or held, has a report without findings; others are an error."""
    street = cr.Street(id="s1", communities=[{"id": "c1", "grids": [{"id": "grid-1"}]}])
    report = cr.audit(street, BOOK, on=ON)

    bare = [report.for_entity(one) for one in ("s1", "grid-1")]

    assert [(one.entity.id, one.findings) for one in bare] == [("s1", ()), ("grid-1", ())]
    assert len(report.for_entity("c1")) == 2
    with pytest.raises(UnknownEntityError, match="the report has no entity 'grid-2'; did you mean 'grid-1'"):
        report.for_entity("grid-2")
    with pytest.raises(UnknownEntityError, match="the report has no entity 's1'"):
        report.of_members().for_entity("s1")


def test_one_requirement() -> None:
    """A requirement is looked up by its key, or by its whole id where two documents share the key."""
    assert [one.entity_id for one in REPORT.for_requirement("rooms")] == ["c1", "c2"]
    assert [one.verdict for one in REPORT.for_requirement("doc-2/area")] == ["failed", "failed"]
    with pytest.raises(
        AmbiguousKeyError, match=r"several rulebooks have 'area': give the whole id \(doc-1/area, doc-2/area\)"
    ):
        REPORT.for_requirement("area")
    with pytest.raises(UnknownRequirementError, match="no rulebook of this audit has 'romms'; did you mean 'rooms'"):
        REPORT.for_requirement("romms")


def test_the_finding_of_the_entity_itself() -> None:
    """`report[key]` is the finding of the entity that was handed in, and says where to look for those of members."""
    assert REPORT["city-share"].entity is CITY
    with pytest.raises(UnknownRequirementError, match="doc-1/rooms is asked of a community, not of a city"):
        REPORT["rooms"]


def test_what_a_report_has() -> None:
    """`in` takes what `report[key]` takes, and says no where that is an error; a finding is in its own report."""
    asked = ("city-share", "doc-1/city-share", "rooms", "no-such-rule", None)
    assert [key in REPORT for key in asked] == [True, True, False, False, False]
    assert REPORT.findings[-1] in REPORT
    with pytest.raises(AmbiguousKeyError, match="several rulebooks have 'area'"):
        assert "area" in REPORT


def test_an_equal_rulebook_gives_the_same_report() -> None:
    """A rulebook that was read from JSON is the same rulebook, and its findings are found by their keys."""
    again = cr.audit(CITY, Rulebook.from_json(BOOK.to_json()), on=ON)

    assert [one.verdict for one in again.for_requirement("rooms")] == ["passed", "cannot_tell"]
    assert again.to_dict() == cr.audit(CITY, BOOK, on=ON).to_dict()


def test_what_was_judged_of_nobody() -> None:
    """Rules of a kind that the entity could hold, but of which it holds none, are listed as not judged."""
    report = cr.audit(cr.Community(id="c1"), [BOOK, OTHER], on=ON)

    assert [rule.id for rule in report.unjudged] == ["doc-1/certificate"]
    assert REPORT.unjudged == ()


def test_ids_are_unique_within_a_kind() -> None:
    """Two communities cannot share an id; a community and a worker can, and their findings stay apart."""
    with pytest.raises(DuplicateEntityError, match="given more than once: community 'c1'"):
        cr.audit(cr.City(id="yc", communities=[{"id": "c1"}, {"id": "c1"}]), BOOK, on=ON)

    report = cr.audit(cr.Community(id="x", staff=[{"id": "x"}]), BOOK, on=ON)

    assert [(one.entity_kind, one.requirement.key) for one in report.for_entity("x")] == [
        ("community", "area"),
        ("community", "rooms"),
        ("worker", "certificate"),
    ]
    assert report["rooms"].entity_kind == "community"


@pytest.mark.parametrize(
    ("readings", "message"),
    [
        ({"wich-area": "total"}, "no rulebook has a reading 'wich-area'; did you mean 'which-area'"),
        (
            {"which-area": "totals"},
            "reading 'which-area' has the options total, activity; got 'totals'; did you mean 'total'",
        ),
    ],
)
def test_readings_that_are_not_there(readings: dict[str, str], message: str) -> None:
    """A reading that no rulebook has, or an option that it has not, is an error with the nearest name."""
    with pytest.raises(UnknownReadingError) as caught:
        cr.audit(CITY, BOOK, on=ON, readings=readings)

    assert message in str(caught.value)


def test_readings_that_are_chosen() -> None:
    """The chosen option is taken in place of the default, and stands in the report."""
    report = cr.audit(CITY, BOOK, on=ON, readings={"which-area": "activity"})

    assert [one.verdict for one in report.for_requirement("area")] == ["cannot_tell", "cannot_tell"]
    assert report.to_dict()["readings"] == {"which-area": "activity"}
    assert report.for_requirement("area")[0].to_dict()["readings"] == {"which-area": "activity"}


@pytest.mark.parametrize("on", ["2015-13-31", "31.12.2015", 20151231, None])
def test_a_day_that_is_none(on: Any) -> None:  # noqa: ANN401  whatever a user hands in
    """What is no day is refused before anything is judged."""
    with pytest.raises(InvalidDayError) as caught:
        cr.audit(CITY, BOOK, on=on)

    assert str(caught.value) == f"expected a day such as 2015-12-31, got {on!r}"


def test_a_moment_is_a_day() -> None:
    """A moment stands for its day."""
    assert cr.audit(CITY, BOOK, on=datetime(2015, 12, 31, 23, tzinfo=UTC)).context.on == ON


def test_as_json() -> None:
    """The report as JSON has its head, its counts, and every finding; Chinese stands as it is."""
    data = json.loads(REPORT.to_json())
    findings, head = data.pop("findings"), data

    assert head == {
        "schema": "civic.report.v1",
        "entity": {"kind": "city", "id": "yc", "name": "盐城"},
        "on": "2015-12-31",
        "rulebooks": ["doc-1", "doc-2"],
        "readings": {},
        "counts": {"passed": 2, "failed": 4, "cannot_tell": 2, "inapplicable": 0},
        "breaches": 2,
        "warnings": 2,
        "unjudged": [],
        "conclusions": {"certain": [], "open": []},
    }
    assert findings == [one.to_dict() for one in REPORT]
    assert "盐城" in REPORT.to_json()
    assert "\n" not in REPORT.to_json(indent=None)


def test_as_rows() -> None:
    """A row is flat: lists are joined, and the titles stand beside the id."""
    row = REPORT.to_rows()[0]

    assert (row["requirement"], row["missing"], row["title_zh"], row["title_en"]) == (
        "doc-1/city-share",
        "c2.has_facility",
        "测试",
        "Test",
    )
    assert {type(value) for one in REPORT.to_rows() for value in one.values()} <= {str, bool, int, float, type(None)}


def test_a_rulebook_given_twice_counts_once() -> None:
    """The same rulebook given twice does not double the findings."""
    book = REPORT.rulebooks[0]

    assert len(cr.audit(REPORT.entity, (book, book), on=ON)) == len(cr.audit(REPORT.entity, book, on=ON))


@pytest.mark.parametrize("ask", [partial(cr.audit, REPORT.entity), cr.Session], ids=["audit", "session"])
def test_two_rulebooks_with_one_id(ask: Callable[..., object]) -> None:
    """Two different rulebooks of one id are refused: their findings could not be told apart."""
    book = REPORT.rulebooks[0]
    changed = cr.Rulebook(book.document, book.rules[:1])

    with pytest.raises(DuplicateKeyError, match=f"two different rulebooks have the id {book.id}: what is found"):
        ask((book, changed), on=ON)


@pytest.mark.parametrize("on", [date.min, date.max, "0001-01-01"])
def test_days_out_of_range(on: date | str) -> None:
    """A day in which nobody governed communities is refused, and not only where a window reaches before year 1."""
    with pytest.raises(InvalidDayError, match="from 1900-01-01 to 2199-12-31"):
        cr.audit(REPORT.entity, REPORT.rulebooks, on=on)


@pytest.mark.parametrize("rulebook_id", cr.available())
def test_pickled(rulebook_id: str) -> None:
    """A report, and a finding by itself, are the same after they were pickled: other processes can send them."""
    report = cr.audit(cr.examples.yancheng_district(), cr.load(rulebook_id), on=date(2025, 12, 31))

    again = pickle.loads(pickle.dumps(report))  # noqa: S301  our own bytes

    assert again.to_dict() == report.to_dict()
    assert again.for_entity(report.findings[-1].entity_id).counts()[report.findings[-1].verdict] > 0
    of_each = {one.entity_kind: one for one in report.findings} | {one.verdict: one for one in report.findings}
    alone = [pickle.loads(pickle.dumps(finding)) for finding in of_each.values()]  # noqa: S301  our own bytes
    assert [one.explain() for one in alone] == [finding.explain() for finding in of_each.values()]


def test_shown() -> None:
    """A report is shown with its entity, its day and its counts."""
    assert repr(REPORT) == "<Report on city yc, 2015-12-31: 2 passed, 4 failed, 2 cannot_tell, 0 inapplicable>"


def test_the_room_does_not_hide_the_function() -> None:
    """`civic_rules.audit` is the function, also after the room of this name was imported."""
    assert callable(cr.audit)
    assert cr.audit is civic_rules.audit
