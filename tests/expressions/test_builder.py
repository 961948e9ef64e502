"""How rules are written in Python: what the operators make, and what is refused in the line that is wrong."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import TYPE_CHECKING

import pytest

from civic_rules.errors import DeclarationError, TruthValueError, UnknownFieldError
from civic_rules.expressions import (
    DatedValue,
    Parameter,
    Reading,
    ReadingOption,
    Signature,
    all_of,
    any_of,
    choose,
    done_by,
    either,
    in_order,
    largest,
    nodes,
    not_,
    parameter,
    quantity,
    reached,
    round_up,
    signature,
    smallest,
    subject,
    tally,
    within,
)
from civic_rules.expressions.builder import expression
from civic_rules.text import Text
from tests.chinese import left_in_english

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = Text(zh="测试", en="Test")

community, county, city = subject("community"), subject("county"), subject("city")
worker, deliberation = subject("worker"), subject("deliberation")

ALWAYS = nodes.Always(value=True)
READING = Reading(
    key="which",
    title=TITLE,
    options=(ReadingOption(key="the-first", title=TITLE), ReadingOption(key="second", title=TITLE)),
    default="the-first",
    reason=TITLE,
)
FUNDS = Parameter(
    key="funds", title=TITLE, unit="CNY / year", values=(DatedValue(since=date(2013, 1, 1), value=50_000),)
)


@pytest.mark.parametrize(
    ("node", "found"),
    [
        (community.facility_area, Signature("number", "m²", "community")),
        (community.facility_area / community.households, Signature("number", "m² / household", "community")),
        (community.households * "20 m² / (100 household)", Signature("number", "m²", "community")),
        (community.facility_area + "0.1 ha", Signature("number", "m²", "community")),
        (community.facility_area - community.activity_area, Signature("number", "m²", "community")),
        (largest("400 m²", community.facility_area), Signature("number", "m²", "community")),
        (smallest("400 m²", "1 ha"), Signature("number", "m²")),
        (round_up(community.residents * "1 worker / (400 resident)"), Signature("number", "worker", "community")),
        (quantity("90 %"), Signature("number", "%")),
        (quantity("3"), Signature("number", "1")),
        (community.settlement, Signature("category", "", "community")),
        (community.settlement.is_("urban", "rural"), Signature("truth", "", "community")),
        (community.has_facility.is_(True), Signature("truth", "", "community")),
        (community.services.includes_all("health"), Signature("truth", "", "community")),
        (community.arrangement("co-building").in_place(), Signature("truth", "", "community")),
        (community.arrangement("四会").has_any("decision-hearing"), Signature("truth", "", "community")),
        (community.event_count("funds-publication", "quarter"), Signature("number", "event", "community")),
        (community.staff.count(), Signature("number", "worker", "community")),
        (community.staff.total(worker.annual_pay), Signature("number", "CNY / year", "community")),
        (city.all("worker").share(worker.is_qualified), Signature("number", "1", "city")),
        (city.all("community").every(community.has_facility), Signature("truth", "", "city")),
        (community.staff.where(worker.role.is_("party-secretary")).some(ALWAYS), Signature("truth", "", "community")),
        (within("county", county.urban_average_wage), Signature("number", "CNY / year")),
        (worker.annual_pay >= within("county", county.urban_average_wage), Signature("truth", "", "worker")),
        (parameter(FUNDS), Signature("number", "CNY / year")),
        (
            tally(community.has_facility, community.households >= "3 household"),
            Signature("number", "item", "community"),
        ),
        (either(city.facility_share, city.all("community").share(ALWAYS)), Signature("number", "%", "city")),
        (
            choose(READING, the_first=community.households, second="3 household"),
            Signature("number", "household", "community"),
        ),
        (county.layout_plan.filed.done_by(date(2013, 3, 31)), Signature("truth", "", "county")),
        (done_by(county.layout_plan.completed, day=date(2013, 3, 31)), Signature("truth", "", "county")),
        (in_order(deliberation.proposed, deliberation.studied), Signature("truth", "", "deliberation")),
        (reached(deliberation.resolved), Signature("truth", "", "deliberation")),
        (community.households.between("1 household", "2 household"), Signature("truth", "", "community")),
        (all_of(community.has_facility, ALWAYS), Signature("truth", "", "community")),
        (any_of(community.has_facility, not_(community.is_new_build)), Signature("truth", "", "community")),
    ],
)
def test_what_an_expression_is(node: nodes.Node, found: Signature) -> None:
    """Each expression has a kind, a unit where it is a number, and the kind of entity that it speaks of."""
    assert signature(node) == found


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda: subject("comunity"), "there is no kind of entity 'comunity'; did you mean 'community'?"),
        (lambda: community.househols, "Community has no field 'househols'; did you mean 'households'?"),
        (
            lambda: county.layout_plan.field,
            "County has no field 'layout_plan.field'; did you mean 'layout_plan.filed'?",
        ),
        (lambda: community.arrangements, "Community.arrangements is read with arrangement(name)"),
        (lambda: community.events, "Community.events is read with event_count(kind, window)"),
        (
            lambda: community.arrangement("cobuilding"),
            "Community has no arrangement 'cobuilding'; did you mean 'co-building'?",
        ),
        (lambda: worker.arrangement("co-building"), "Worker has no arrangements"),
        (
            lambda: community.arrangement("four-part-structure").has_all("ofice"),
            "four-part-structure has no part 'ofice'; did you mean 'office'?",
        ),
        (lambda: community.all("city"), "Community holds no city"),
        (
            lambda: community.event_count("funds-publicaton", "month"),
            "there is no kind of event 'funds-publicaton'; did you mean 'funds-publication'?",
        ),
        (
            lambda: community.settlement.is_("urbane"),
            "community.settlement has no term 'urbane'; did you mean 'urban'?",
        ),
        (lambda: community.has_facility.is_("yes"), "community.has_facility is true or false, not 'yes'"),
        (
            lambda: community.services.includes_all("helth"),
            "community.services has no term 'helth'; did you mean 'health'?",
        ),
        (
            lambda: community.facility_area >= "400 household",
            "cannot compare m² and household: they measure different things",
        ),
        (
            lambda: community.facility_area + community.households,
            "cannot add m² and household: they measure different things",
        ),
        (
            lambda: community.residents.between("1 worker", "2 worker"),
            "cannot compare resident and worker: they measure different things",
        ),
        (
            lambda: community.facility_area.between("0.04 ha", "500 m²"),
            "both ends of a range are written in one unit: got ha and m²",
        ),
        (
            lambda: largest(community.facility_area, "3 CNY"),
            "cannot compare m² and CNY: they measure different things",
        ),
        (lambda: community.facility_area >= "400 mm2x", "'mm2x' is not a known unit"),
        (lambda: community.settlement >= "3", "expected a number, got a category: community.settlement"),
        (lambda: all_of(community.households), "expected a condition, got a number: community.households"),
        (lambda: not_("3 household"), "expected a condition, got a number: 3 household"),
        (
            lambda: community.households.is_(True),
            "expected a condition or a category, got a number: community.households",
        ),
        (
            lambda: all_of(community.has_facility, worker.is_qualified),
            "one expression speaks of community and worker; reach members with all() and holders with within()",
        ),
        (
            lambda: community.staff.share(community.has_facility),
            "one expression speaks of community and worker; reach members with all() and holders with within()",
        ),
        (
            lambda: within("county", community.households),
            "one expression speaks of community and county; reach members with all() and holders with within()",
        ),
        (
            lambda: choose(READING, the_first=True, secnd=False),
            "reading which has no option 'secnd'; did you mean 'second'?",
        ),
        (lambda: choose(READING, the_first=True), "reading which: nothing stands for the option 'second'"),
        (
            lambda: choose(READING, the_first=True, second=community.households),
            "cannot choose between a number and a condition",
        ),
        (lambda: either(city.facility_share, ALWAYS), "cannot hold against each other a number and a condition"),
        (lambda: either(either(ALWAYS, ALWAYS), ALWAYS), "either() inside either(): give all sources to one either()"),
        (
            lambda: done_by(county.urban_average_wage, day=date(2013, 3, 31)),
            "expected a record, got a number: county.urban_average_wage",
        ),
        (
            lambda: done_by(county.layout_plan, day=date(2013, 3, 31)),
            "county.layout_plan is not a step: expected an act with a day",
        ),
        (lambda: done_by(county.layout_plan.filed, day="3 day"), "expected a date, got a number: 3 day"),
        (lambda: expression(3), "expected an expression or a quantity with its unit such as '10 worker', got 3"),
        (
            lambda: parameter(FUNDS.model_copy(update={"unit": "yaun"})),
            "'yaun' is not a known unit; did you mean 'yuan'?",
        ),
    ],
)
def test_what_is_refused(write: Callable[[], object], message: str) -> None:
    """What cannot be said is an error at once; its message says why, and the nearest name."""
    with pytest.raises(DeclarationError) as caught:
        write()

    assert message in str(caught.value)
    assert left_in_english(caught.value.text("zh")) == []


def test_no_truth_in_python() -> None:
    """`and`, `or`, `not` and chained comparisons would drop a condition, so they are errors."""
    condition = community.households >= "3 household"
    for ask in (lambda: bool(condition), lambda: condition and condition, lambda: not condition):
        with pytest.raises(TruthValueError, match=r"all_of\(\), any_of\(\), not_\(\)"):
            ask()
    with pytest.raises(TruthValueError):
        assert "1 household" <= community.households <= "3 household"


def test_the_error_is_that_of_python_too() -> None:
    """An unknown field is an AttributeError, so that `hasattr` answers."""
    assert not hasattr(community, "househols")
    assert issubclass(UnknownFieldError, AttributeError)


def test_comparisons_can_be_written_from_either_side() -> None:
    """A text on the left turns the comparison round."""
    left = "3 household"

    assert (left <= community.households) == (community.households >= left)
    assert (left > community.households) == (community.households < left)


def test_expressions_are_values() -> None:
    """Two expressions that say the same are equal, hash alike, and survive copying and pickling."""
    one, other = (community.households >= "3 household" for _ in range(2))

    assert (one, hash(one)) == (other, hash(other))
    assert one != (community.households > "3 household")
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301  made in this line


def test_nothing_too_large_is_built() -> None:
    """A tree that is too deep or has too many nodes is refused before it can do harm."""

    def nested(depth: int) -> nodes.Node:
        return not_(nested(depth - 1)) if depth else nodes.Field(subject="community", name="has_facility")

    assert signature(nested(30)).kind == "truth"
    with pytest.raises(DeclarationError, match="the expression is too large"):
        nested(60)
    with pytest.raises(DeclarationError, match="the expression is too large"):
        tally(*[community.has_facility] * 3000)


def test_what_a_rule_writes() -> None:
    """A text is a quantity, a day is a day, a truth always or never holds, and a node is itself."""
    day = date(2013, 3, 31)

    assert [expression(value) for value in ("3 household", day, True, ALWAYS)] == [
        nodes.Number(value=3, unit="household"),
        nodes.Day(value=day),
        ALWAYS,
        ALWAYS,
    ]


def test_where_narrows_further() -> None:
    """A second condition on members joins the first."""
    both = community.staff.where(worker.is_qualified).where(worker.has_certificate).count()

    assert both == community.staff.where(all_of(worker.is_qualified, worker.has_certificate)).count()


def test_a_subject_shows_how_it_is_made() -> None:
    """The subject of an expression is shown as the call that makes it."""
    assert repr(community) == "subject('community')"


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2012, 12, 31), None), (date(2013, 1, 1), 1), (date(2014, 12, 31), 1), (date(2015, 6, 1), 2)],
)
def test_stages_of_a_parameter(day: date, value: float | None) -> None:
    """A stage holds from its day on, whatever the order in which the stages are given."""
    stages = (DatedValue(since=date(2015, 1, 1), value=2), DatedValue(since=date(2013, 1, 1), value=1))

    assert Parameter(key="stages", title=TITLE, unit="CNY", values=stages).on(day) == value
