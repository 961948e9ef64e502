"""The compiled functions, shape by shape: what they find, and that the interpreter finds the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from civic_rules.entities import City, Community
from civic_rules.expressions import (
    DatedValue,
    Indicator,
    Parameter,
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    either,
    largest,
    nodes,
    not_,
    parameter,
    round_up,
    smallest,
    subject,
    tally,
    within,
)
from civic_rules.expressions.compiler import bounded, condition
from civic_rules.expressions.interpreter import assess, interpret
from civic_rules.expressions.judges import judge
from civic_rules.expressions.plain_numbers import is_plain, plain
from civic_rules.expressions.scope import Context, Scope
from civic_rules.text import Text

if TYPE_CHECKING:
    from civic_rules.verdicts import Truth

TITLE = Text(zh="测试", en="Test")
ON = date(2015, 12, 31)
CONTEXT = Context(ON)
UNKNOWN = (float("-inf"), float("inf"))

community, city, worker = subject("community"), subject("city"), subject("worker")

READING = Reading(
    key="which",
    title=TITLE,
    options=(ReadingOption(key="first", title=TITLE), ReadingOption(key="second", title=TITLE)),
    default="second",
    reason=TITLE,
)
OPEN = READING.model_copy(update={"key": "open", "default": None})
STAGES = Parameter(
    key="stages",
    title=TITLE,
    unit="CNY / month",
    values=(DatedValue(since=date(2013, 1, 1), value=1000), DatedValue(since=date(2016, 1, 1), value=2000)),
)

FACTS: dict[str, Any] = {
    "id": "c1",
    "settlement": "urban",
    "households": 2350,
    "facility_area": 470,
    "office_funds": 12_000,
    "workers": 18,
    "has_facility": True,
    "services": {"health": True},
    "arrangements": {"four-part-structure": ["office"]},
    "events": [{"kind": "funds-publication", "on": "2015-08-01"}],
    "staff": [{"id": "w1", "annual_pay": 30_000, "has_certificate": True}, {"id": "w2", "annual_pay": 50_000}],
}
COMMUNITY = Scope(Community(**FACTS))
area, households = community.facility_area, community.households


@pytest.mark.parametrize(
    ("node", "value"),
    [
        (area, (470, 470)),
        (community.residents, UNKNOWN),
        (area / households, (0.2, 0.2)),
        (area / community.residents, UNKNOWN),
        (area / (households - "2350 household"), UNKNOWN),
        (area + "0.01 ha", (570, 570)),
        (area - "500 m²", (-30, -30)),
        (households * "20 m² / (100 household)", (470, 470)),
        (round_up(households * "1 worker / (400 household)"), (6, 6)),
        (largest(area, "0.05 ha"), (500, 500)),
        (smallest(area, community.activity_area), (float("-inf"), 470)),
        (parameter(STAGES), (1000, 1000)),
        (parameter(STAGES, at=date(2016, 1, 1)), (2000, 2000)),
        (parameter(STAGES, at=date(2012, 1, 1)), UNKNOWN),
        (choose(READING, first=area, second="0.05 ha"), (500, 500)),
        (choose(OPEN, first=area, second="0.05 ha"), UNKNOWN),
        (Indicator(key="area", title=TITLE, value=area), (470, 470)),
        (either(area, community.activity_area), (470, 470)),
        (either(area, "500 m²"), UNKNOWN),
        (within("city", city.urban_average_wage), UNKNOWN),
        (community.staff.count(), (2, 2)),
        (community.staff.where(worker.has_certificate).count(), (1, 2)),
        (community.staff.total(worker.annual_pay), (80_000, 80_000)),
        (community.staff.where(worker.has_certificate).total(worker.annual_pay), (30_000, 80_000)),
        (community.staff.share(worker.has_certificate), (0.5, 1)),
        (community.grids.count(), (0, float("inf"))),
        (community.event_count("funds-publication", "quarter"), (1, 1)),
        (community.event_count("funds-publication", "month"), (0, 0)),
        (tally(community.has_facility, community.is_new_build), (1, 2)),
    ],
)
def test_numbers(node: nodes.Node, value: tuple[float, float]) -> None:
    """A number has the bounds that the interpreter finds; one without bounds of its own is a float or unknown."""
    assert bounded(node, CONTEXT)(COMMUNITY.row, COMMUNITY) == pytest.approx(value)
    assert interpret(node, COMMUNITY, CONTEXT).value == pytest.approx(value)
    if is_plain(node, CONTEXT):
        exact = None if value == UNKNOWN else pytest.approx(value[0])
        assert plain(node, CONTEXT)(COMMUNITY.row, COMMUNITY) == exact


@pytest.mark.parametrize(
    ("node", "truth"),
    [
        (area >= "470 m²", True),
        (area > "470 m²", False),
        (area <= "0.047 ha", True),
        (area < "470 m²", False),
        (area.equals("0.047 ha"), True),
        (area >= choose(READING, first=area, second="0.05 ha"), False),
        (choose(READING, first=area, second="0.05 ha") > "500 m²", False),
        (choose(OPEN, first=area, second="0.05 ha") > "500 m²", None),
        (area / households >= "20 m² / (100 household)", True),
        (area / households >= "21 m² / (100 household)", False),
        (choose(READING, first=area / households, second=area / households) >= "20 m² / (100 household)", True),
        (area >= households * "20 m² / (100 household)", True),
        (area >= largest("400 m²", households * "20 m² / (100 household)"), True),
        (area >= smallest("480 m²", community.activity_area), None),
        (community.office_funds >= parameter(STAGES), True),
        (community.office_funds >= parameter(STAGES, at=date(2016, 1, 1)), False),
        (community.office_funds >= parameter(STAGES, at=date(2012, 1, 1)), None),
        (area.between("400 m²", "470 m²"), True),
        (area.between("471 m²", "469 m²"), False),
        (area.between("400 m²", community.activity_area), None),
        (area.between("480 m²", community.activity_area), False),
        (community.settlement.is_("urban"), True),
        (community.settlement.is_("rural", "urban"), True),
        (community.is_new_build.is_(False), None),
        (nodes.Always(value=False), False),
        (all_of(community.has_facility, community.is_new_build), None),
        (any_of(community.has_facility, community.is_new_build), True),
        (not_(community.is_new_build), None),
        (community.services.includes_all("health"), True),
        (community.services.includes_all("health", "education"), None),
        (community.services.includes_any("health", "education"), True),
        (community.services.includes_none("education"), None),
        (community.services.includes_none("health", "education"), False),
        (community.arrangement("four-part-structure").in_place(), True),
        (community.arrangement("four-part-structure").has_all("office", "party-committee"), False),
        (community.arrangement("four-part-structure").has_any("office", "party-committee"), True),
        (community.arrangement("co-building").in_place(), None),
        (community.staff.every(worker.has_certificate), None),
        (community.staff.some(worker.has_certificate), True),
        (community.staff.every(worker.annual_pay >= "40000 CNY / year"), False),
        (community.grids.some(nodes.Always(value=True)), None),
        (community.staff.where(worker.is_qualified).every(worker.has_certificate), None),
        (community.staff.some(worker.annual_pay >= within("community", community.office_funds)), True),
        (within("city", city.urban_average_wage >= "1 CNY / year"), None),
        (either(community.has_facility, community.is_new_build), True),
        (either(community.has_facility, not_(community.has_facility)), None),
        (either(community.has_facility, choose(READING, first=area, second="1 ha") > "1 m²"), True),
        (choose(READING, first=community.is_new_build, second=community.has_facility), True),
        (choose(OPEN, first=community.is_new_build, second=community.has_facility), None),
    ],
)
def test_conditions(node: nodes.Node, truth: Truth) -> None:
    """A condition has the truth that the interpreter finds, as a condition and as a requirement."""
    assert condition(node, CONTEXT)(COMMUNITY.row, COMMUNITY) is truth
    assert interpret(node, COMMUNITY, CONTEXT).value is truth
    assert judge(node, CONTEXT)(COMMUNITY.row, COMMUNITY)[0] is truth
    assert tuple(judge(node, CONTEXT)(COMMUNITY.row, COMMUNITY)) == tuple(assess(node, COMMUNITY, CONTEXT))


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (area.between("471 m²", "469 m²"), (False, 470, 471, 1)),
        (area.between("100 m²", "469 m²"), (False, 470, 469, 1)),
        (area >= choose(READING, first=area, second="0.05 ha"), (False, 470, 500, 30)),
        (smallest(area, community.activity_area).equals("500 m²"), (False, None, 500, 30)),
        (largest(area, community.activity_area).equals("400 m²"), (False, None, 400, 70)),
        (largest(area, community.activity_area) < "470 m²", (False, None, 470, 0)),
        (community.staff.count() >= "3 worker", (False, 2, 3, 1)),
        (community.staff.share(worker.annual_pay >= "40000 CNY / year") >= "60 %", (False, 50, 60, 1)),
        (community.staff.share(worker.annual_pay >= "40000 CNY / year") <= "40 %", (False, 50, 40, pytest.approx(0.1))),
        (community.residents >= "3 resident", (None, None, 3, None)),
        (community.residents >= parameter(STAGES) * "1 resident / (CNY / month)", (None, None, 1000, None)),
    ],
)
def test_requirements(node: nodes.Node, found: tuple[object, ...]) -> None:
    """Measured value, limit and shortfall, where a range, a reading or bounds make them less than plain."""
    assert tuple(judge(node, CONTEXT)(COMMUNITY.row, COMMUNITY)) == found
    assert tuple(assess(node, COMMUNITY, CONTEXT)) == found


def test_a_reading_that_is_chosen() -> None:
    """The option that the user takes is compiled, not the default."""
    node = choose(READING, first=community.is_new_build, second=community.has_facility)

    assert condition(node, Context(ON, {"which": "first"}))(COMMUNITY.row, COMMUNITY) is None


def test_members_of_members() -> None:
    """Members at any depth are asked in their place, each through its own holders."""
    whole = Scope(City.model_validate({"id": "yc", "urban_average_wage": 40_000, "communities": [FACTS]}))
    node = city.all("worker").share(worker.annual_pay >= within("city", city.urban_average_wage))

    assert bounded(node, CONTEXT)(whole.row, whole) == (0.5, 0.5)
