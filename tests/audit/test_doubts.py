"""Doubts: what is worked out once for many entities is what the interpreter says of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.audit.doubts import own_reads
from civic_rules.expressions import nodes
from civic_rules.expressions.interpreter import interpret
from civic_rules.testing import strategies, trees
from civic_rules.verdicts import Verdict


def one_by_one(finding: cr.Finding) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the interpreter says of one finding: of its applicability, and where that is known of its condition."""
    rule, context = finding.requirement, finding.plan.context
    trace = None if rule.when is None else interpret(rule.when, finding.scope, context)
    if trace is None or trace.is_settled:
        trace = interpret(rule.must, finding.scope, context)
    return trace.missing, trace.notes()


def assert_is_said_alike(report: cr.Report) -> None:
    """Every open finding has the doubt that it would have by itself."""
    for finding in report:
        if finding.verdict is Verdict.CANNOT_TELL:
            assert (finding.missing, finding.notes) == one_by_one(finding)


@given(st.data())
def test_any_doubt_is_that_of_the_entity_itself(data: st.DataObject) -> None:
    """Whatever a rule reads and however little is known, each finding is told its own doubt."""
    kind = data.draw(st.sampled_from(["city", "county", "community", "facility", "worker", "deliberation"]))
    book, entity = data.draw(trees.rulebooks(kind)), data.draw(strategies.entities(kind, members=2, depth=2))

    assert_is_said_alike(cr.audit(entity, book, on="2013-05-20"))


@pytest.mark.parametrize("rulebook_id", cr.available())
def test_doubts_of_a_population_of_which_little_is_known(rulebook_id: str) -> None:
    """Communities of which all, some and nothing is known stand side by side, in any order."""
    streets = cr.examples.yancheng_district().streets or ()
    known = (streets[0].communities or ())[0]
    bare = [cr.Community(id=f"bare-{number}", settlement="urban" if number else None) for number in range(3)]
    street = cr.Street(
        id="s1",
        communities=[
            *bare,
            known.model_copy(update={"settlement": None}),
            bare[0].model_copy(update={"id": "last", "households": 1200}),
        ],
    )

    assert_is_said_alike(cr.audit(street, cr.load(rulebook_id), on="2014-06-30"))
    assert_is_said_alike(cr.audit(cr.City(id="nothing-known"), cr.load(rulebook_id), on="2014-06-30"))


def test_what_a_rule_reads() -> None:
    """Lists of members are read of the entity itself; what its holders have is not."""
    city, community, county = cr.subject("city"), cr.subject("community"), cr.subject("county")
    share = city.all("community").share(community.meets_autonomy_standard.is_(True)) >= "95 %"
    pay = nodes.Within(subject="county", value=county.urban_average_wage)

    assert own_reads(share, "city") == frozenset({"communities", "counties", "streets"})
    assert own_reads(community.arrangement("grid-service").in_place(), "community") == frozenset(
        {"arrangements.grid-service"}
    )
    assert own_reads(community.office_funds >= pay, "community") is None
