"""Explanations: every shape of finding in words, in both languages.

The expected texts stand in `explanations.txt` beside this file, a block a case: the case, English, Chinese.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules.audit import audit
from civic_rules.audit.evidence import told
from civic_rules.entities import City, Community, County, Deliberation, Entity, Street, Worker
from civic_rules.examples import yancheng_district
from civic_rules.expressions import (
    DatedValue,
    Parameter,
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    done_by,
    either,
    in_order,
    largest,
    nodes,
    parameter,
    reached,
    smallest,
    subject,
    tally,
    within,
)
from civic_rules.expressions.scope import Scope
from civic_rules.expressions.voice import Voice
from civic_rules.rulebooks import available, load
from civic_rules.rules import Clause, Document, Modality, Requirement, Rulebook
from civic_rules.testing import strategies, trees
from civic_rules.text import Text
from civic_rules.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civic_rules.audit import Finding
    from civic_rules.units import Lang

DOCUMENT = Document(
    id="doc-1",
    title=Text(zh="测试文件", en="A test document"),
    issuer=Text(zh="测试", en="nobody"),
    issued=date(2013, 1, 16),
    in_force_from=date(2013, 1, 16),
    last_checked=date(2013, 1, 16),
    clauses=(Clause(number="一", title=Text(zh="一", en="one")), Clause(number="二", title=Text(zh="二", en="two"))),
)
REPORT = DOCUMENT.model_copy(update={"is_report": True})
city, county, community = subject("city"), subject("county"), subject("community")
worker, facility, deliberation = subject("worker"), subject("facility"), subject("deliberation")

IS_URBAN = community.settlement.is_("urban")
IS_HARMONIOUS = community.meets_harmonious_standard.is_(True)
AREA = community.facility_area >= "400 m²"
JOINT_AREA = largest("400 m²", community.households * "20 m² / (100 household)")
VOLUNTEERS = community.volunteers / community.residents >= "15 volunteer / (100 resident)"
URBAN_SHARE = city.all("community").where(IS_URBAN).share(IS_HARMONIOUS) >= "90 %"
LAYOUT = done_by(county.layout_plan.completed, county.layout_plan.filed, day=date(2013, 3, 31))
PARTS = community.arrangement("four-part-structure")
RING_FENCED = community.arrangement("ring-fenced-funds").in_place()
PUBLISHED = community.event_count("funds-publication", "quarter") >= "2 event"
FUNDS = Parameter(
    key="funds",
    title=Text(zh="办公经费下限", en="Least office funds"),
    unit="CNY / year",
    values=(DatedValue(since=date(2014, 1, 1), value=50_000),),
)


def minimum(default: str | None) -> nodes.Node:
    """A requirement that rests on a reading."""
    reading = Reading(
        key="minimum",
        title=Text(zh="最低标准是哪个？", en="Which minimum is meant?"),
        options=(
            ReadingOption(key="joint", title=Text(zh="两者取大", en="the larger of both")),
            ReadingOption(key="floor", title=Text(zh="只看400平方米", en="400 m² alone")),
        ),
        default=default,
        reason=Text(zh="文件要求两者同时达到。", en="The text asks for both."),
    )
    condition: nodes.Node = community.facility_area >= choose(reading, joint=JOINT_AREA, floor="400 m²")
    return condition


class Case(NamedTuple):
    """A finding: what is asked, of whom, when, and what else the rule says."""

    must: nodes.Node
    entity: Entity
    on: str = "2014-05-01"
    rule: Mapping[str, Any] = {}
    readings: Mapping[str, str] = {}
    document: Document = DOCUMENT


def judged(case: Case) -> Finding:
    """The first finding of a rulebook of one rule."""
    given: dict[str, Any] = {
        "key": "rule",
        "title": Text(zh="测试要求", en="A test rule"),
        "modality": Modality.MANDATORY,
        "source": DOCUMENT.clause("一", evidence=("400平方米",)),
        "must": case.must,
        **case.rule,
    }
    book = Rulebook(case.document, (Requirement(**given),))
    return audit(case.entity, book, on=case.on, readings=case.readings).findings[0]


def one(**facts: object) -> Community:
    """A community of which some facts are known."""
    return Community.model_validate({"id": "c1", **facts})


def of(*communities: Community, **facts: object) -> City:
    """A city that holds some communities."""
    return City.model_validate({"id": "yc", "communities": communities, **facts})


CASES = {
    "a limit that is not met": Case(
        community.facility_area >= JOINT_AREA,
        one(name="Lakeside", households=2350, facility_area=440),
        "2015-12-31",
        {
            "due": date(2015, 12, 31),
            "restated_in": (DOCUMENT.clause("二"),),
            "responsible": (
                Text(zh="县级政府", en="county governments"),
                Text(zh="市民政局", en="civil affairs bureau"),
            ),
            "note": Text(zh="取大者。", en="The larger counts."),
        },
    ),
    "a limit that is not yet due": Case(AREA, one(facility_area=399), "2015-12-30", {"due": date(2015, 12, 31)}),
    "a limit that is met": Case(AREA, one(facility_area=400, settlement="urban"), rule={"when": IS_URBAN}),
    "a limit that is exceeded": Case(community.workers <= "1 worker", one(workers=2)),
    "an exact number": Case(community.workers.equals("2 worker"), one(workers=1)),
    "a range, too much of it": Case(
        community.households.between("2000 household", "3000 household"),
        one(households=3200),
        rule={"breach_when": community.is_newly_drawn.is_(True)},
    ),
    "a range, too little of it": Case(
        community.households.between("2000 household", "3000 household"),
        one(households=1999, is_newly_drawn=False),
        rule={"breach_when": community.is_newly_drawn.is_(True)},
    ),
    "a ratio that is encouraged": Case(
        VOLUNTEERS, one(volunteers=140, residents=1000), rule={"modality": Modality.ENCOURAGED}
    ),
    "a ratio of nothing": Case(VOLUNTEERS, one(volunteers=140, residents=0)),
    "a ratio with a gap": Case(VOLUNTEERS, one(volunteers=140)),
    "two numbers that are not known": Case(community.extra_services_by_need >= community.extra_services, one()),
    "a share that is too small": Case(
        URBAN_SHARE,
        of(
            *(
                Community(id=f"c{number}", settlement="urban", meets_harmonious_standard=number > 0)
                for number in range(5)
            )
        ),
        rule={"modality": Modality.TARGET},
    ),
    "a share with bounds": Case(
        URBAN_SHARE,
        of(
            Community(id="c0", settlement="urban", meets_harmonious_standard=True),
            Community(id="c1", settlement="urban"),
            Community(id="c2", name="Eastgate", meets_harmonious_standard=False),
        ),
    ),
    "a share of none": Case(URBAN_SHARE, of(Community(id="c0", settlement="rural"))),
    "sources that contradict each other": Case(
        either(city.harmonious_urban_share, city.all("community").share(IS_HARMONIOUS)) >= "90 %",
        of(Community(id="c0", meets_harmonious_standard=True), harmonious_urban_share=50),
    ),
    "a limit of which only the least is known": Case(community.facility_area >= JOINT_AREA, one(facility_area=390)),
    "a limit of which only the most is known": Case(
        community.facility_area <= smallest("400 m²", community.households * "20 m² / (100 household)"),
        one(facility_area=390),
    ),
    "a reported share": Case(city.harmonious_urban_share >= "90 %", of(harmonious_urban_share=89)),
    "a count without a list": Case(city.all("community").count() >= "3 community", City(id="yc")),
    "parts that are lacking": Case(
        PARTS.has_all("party-committee", "residents-committee", "office"),
        one(
            arrangements={
                "four-part-structure": {
                    "parts": {"office": True, "party-committee": False},
                    "since": "2013-02-01",
                    "recorded_in": "file 7",
                }
            }
        ),
    ),
    "parts that are not known": Case(
        PARTS.has_all("party-committee", "office"),
        one(arrangements={"four-part-structure": {"parts": {"office": True}}}),
    ),
    "parts of which one is enough": Case(
        PARTS.has_any("party-committee", "office"), one(arrangements={"four-part-structure": False})
    ),
    "an arrangement of which nothing is known": Case(PARTS.has_any("party-committee", "office"), one()),
    "what is forbidden": Case(
        facility.misuses.includes_none("occupied", "rented-out", "misappropriated"),
        one(facilities=[{"id": "f1", "misuses": {"rented-out": True, "occupied": False}}]),
    ),
    "a listing with a gap": Case(
        community.services.includes_all("health", "education"), one(services={"health": True})
    ),
    "a listing of which nothing is known": Case(community.services.includes_all("health"), one()),
    "an arrangement that is not in place": Case(RING_FENCED, one(arrangements={"ring-fenced-funds": False})),
    "an arrangement that nobody recorded": Case(RING_FENCED, one()),
    "a plan filed late": Case(
        LAYOUT,
        County.model_validate({"id": "k", "layout_plan": {"completed": "2013-03-31", "filed": "2013-04-01"}}),
        rule={"due": date(2013, 3, 31)},
    ),
    "a plan still to be filed": Case(
        LAYOUT, County.model_validate({"id": "k", "layout_plan": {"completed": True, "filed": False}}), "2013-05-01"
    ),
    "steps out of order": Case(
        in_order(deliberation.proposed, deliberation.studied, deliberation.resolved),
        Deliberation.model_validate(
            {"id": "d1", "proposed": "2013-02-01", "studied": "2013-03-01", "resolved": "2013-02-15"}
        ),
        rule={"when": deliberation.resolved.done.is_(True)},
    ),
    "a day that has not come": Case(
        reached(facility.delivered),
        one(facilities=[{"id": "f1", "planned_delivery": "2014-06-30", "delivered": "2014-06-01"}]),
        rule={"when": reached(facility.planned_delivery)},
    ),
    "every member": Case(
        community.staff.every(worker.has_certificate),
        one(staff=[{"id": "w1", "name": "Li", "has_certificate": False}, {"id": "w2", "has_certificate": True}]),
        rule={"modality": Modality.IN_PRINCIPLE},
    ),
    "some member": Case(
        community.staff.some(worker.has_certificate), one(staff=[{"id": "w1", "has_certificate": False}])
    ),
    "conditions that hold together": Case(
        all_of(AREA, any_of(IS_URBAN, community.services.includes_all("health", "education"))),
        one(facility_area=390, services={"health": True}),
    ),
    "conditions that are counted": Case(
        tally(IS_URBAN, community.has_facility, community.is_newly_drawn) >= "2 item",
        one(settlement="rural", has_facility=True, is_newly_drawn=False),
    ),
    "what is not asked of this one": Case(AREA, one(settlement="rural"), rule={"when": IS_URBAN}),
    "what may be asked of this one": Case(
        AREA, one(settlement="urban"), rule={"when": all_of(IS_URBAN, community.is_newly_drawn)}
    ),
    "a document not yet in force": Case(AREA, one(), "2013-01-15"),
    "a rule that was replaced": Case(AREA, one(), rule={"until": date(2014, 1, 1)}),
    "too few events": Case(PUBLISHED, one(events=[{"kind": "funds-publication", "on": "2014-01-10"}])),
    "no record of events": Case(PUBLISHED, one()),
    "a window that began too early": Case(PUBLISHED, one(events=[]), "2013-03-01"),
    "a reading by default": Case(minimum("joint"), one(households=3000, facility_area=450)),
    "a reading that the user chose": Case(
        minimum("joint"), one(households=3000, facility_area=390), readings={"minimum": "floor"}
    ),
    "no reading": Case(minimum(None), one(households=3000, facility_area=450)),
    "a value that is not yet set": Case(
        community.office_funds >= parameter(FUNDS), one(office_funds=40_000), "2013-05-01"
    ),
    "a value of the day": Case(community.office_funds >= parameter(FUNDS), one(office_funds=40_000)),
    "a holder that is not given": Case(
        worker.annual_pay >= within("county", county.urban_average_wage), Worker(id="w1", annual_pay=50_000)
    ),
    "a reported benchmark": Case(
        community.workers >= "5 worker", one(workers=4), rule={"modality": Modality.REPORTED}, document=REPORT
    ),
    "what is no report and for information": Case(
        community.workers >= "5 worker", one(workers=4), rule={"modality": Modality.REPORTED}
    ),
}


def expected() -> dict[str, str]:
    """The expected texts by case."""
    blocks = Path(__file__).with_suffix("").with_name("explanations.txt").read_text("utf-8").split("## ")[1:]
    return {name: text.strip() for name, _, text in (block.partition("\n") for block in blocks)}


@pytest.mark.parametrize("name", CASES)
def test_each_finding_is_explained(name: str) -> None:
    """What was asked, what was found, what is missing, which reading was taken, and where it stands in the text."""
    finding = judged(CASES[name])

    assert expected()[name] == f"{finding.explain()}\n\n{finding.explain('zh')}"


def test_no_expected_text_is_left_over() -> None:
    """Every text in the file belongs to a case."""
    assert list(CASES) == list(expected())


def test_the_cases_have_every_verdict() -> None:
    """Passed, failed with and without a breach, cannot tell and not applicable are all explained."""
    found = {(finding.verdict, finding.is_breach) for finding in map(judged, CASES.values())}

    assert {(verdict, False) for verdict in Verdict} | {(Verdict.FAILED, True)} == found


def test_long_lists_are_cut() -> None:
    """Only the first members and fields are named; the rest is counted."""
    names = [Community(id=f"c{number}", settlement="urban") for number in range(20)]
    finding = judged(Case(URBAN_SHARE, of(*names)))

    assert "not known for 20 (c0, c1, c2, c3, c4, c5, c6, c7 and 12 more)" in finding.explain()
    assert "不明20个（c0、c1、c2、c3、c4、c5、c6、c7等共20项）" in finding.explain("zh")
    assert "c7.meets_harmonious_standard) and 12 more" in finding.explain()


def test_missing_fields_of_holders_and_members_are_named() -> None:
    """A missing field is named with the entity that it belongs to, above or below."""
    above = judged(
        Case(
            community.facility_area >= within("county", county.urban_average_wage * "1 m² * year / CNY"),
            County.model_validate({"id": "k", "communities": [{"id": "c.1", "facility_area": 1}]}),
        )
    )
    below = judged(
        Case(
            county.all("community").every(community.services.includes_all("health")),
            County.model_validate({"id": "k", "communities": [{"id": "c.1", "services": {}}]}),
        )
    )

    assert "Missing: urban average wage of the county (county.urban_average_wage)" in above.explain()
    assert "缺少数据：所在县(市、区)的城镇在岗平均工资（county.urban_average_wage）" in above.explain("zh")
    assert "Missing: c.1: health of services (c.1.services.health)" in below.explain()
    assert "缺少数据：c.1：基本公共服务中的卫生（c.1.services.health）" in below.explain("zh")


def test_evidence_needs_an_audit() -> None:
    """Without a day nothing can be said of events."""
    with pytest.raises(ValueError, match="the voice needs its context"):
        told(PUBLISHED, Scope(one()), Voice("en"))


def assert_is_clean(text: str, finding: Finding) -> None:
    """Every line says something, brackets close, and no Python shows."""
    for line in text.splitlines():
        assert re.search(r"[：:] ?\S|\]$", line), line
        for opening, closing in ("()", "（）", "“”", "[]"):
            assert line.count(opening) == line.count(closing), line
        assert not re.search(r"None|True|False|Bounds|\binf\b|\bnan\b|kind=", line), line
    assert finding.requirement.id in text


@pytest.mark.parametrize("rulebook", available())
@pytest.mark.parametrize("on", ["2013-01-01", "2013-03-01", "2025-12-31"])
def test_every_finding_of_the_example_is_explained(rulebook: str, on: str) -> None:
    """Each kind of finding on the example district reads cleanly in both languages, on any day."""
    findings = audit(yancheng_district(), load(rulebook), on=on)
    alike = {(one.requirement.id, one.verdict, one.is_breach, bool(one.missing)): one for one in findings}
    for finding in alike.values():
        assert_is_clean(finding.explain(), finding)
        assert_is_clean(finding.explain("zh"), finding)


@given(st.data())
def test_any_finding_is_explained(data: st.DataObject) -> None:
    """Whatever a rule asks and whatever is known, the finding can be said."""
    kind = data.draw(st.sampled_from(["city", "county", "community", "facility", "worker", "deliberation"]))
    book, entity = data.draw(trees.rulebooks(kind)), data.draw(strategies.entities(kind, members=1, depth=2))
    for finding in audit(entity, book, on="2013-05-20"):
        assert finding.explain().count("\n") >= 4
        assert finding.explain("zh").count("\n") >= 4


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_names_begin_no_line_and_move_no_cursor(lang: Lang) -> None:
    """Control characters in what users wrote, and marks that turn the line round, are written out."""
    name = "甲\x1b[2J\nVerdict: passed\u202e\u2028"
    community = Community(id="c\r1", name=name, settlement="urban", households=2350, facility_area=1)
    street = Street(id="s1", communities=[community])
    findings = audit(street, load("yancheng-2013-6"), on="2015-12-31").findings
    told = [finding.explain(lang) for finding in findings]

    assert all(line.isprintable() for text in told for line in text.split("\n"))
    assert any(r"甲\x1b[2J\nVerdict: passed\u202e\u2028 (c\r1)" in text for text in told)
