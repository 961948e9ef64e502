"""Variables of rules: each stands for its kind of entity, and whom it may stand for where nobody was handed in."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civic_rules as cr
from civic_rules.errors import UnknownEntityError
from civic_rules.expressions.scope import Scope
from civic_rules.inference import conclude, party_text
from civic_rules.inference.chaining import Reference
from civic_rules.inference.trace import TraceData
from civic_rules.rules import Circumstance, Modality, Requirement, Rulebook, follows, held, holds, judged, status
from civic_rules.testing.strategies import audit_days, entities
from tests.inference.declared import CITED, EMERGENCY, NAME, YANCHENG, rule_of

ON = "2016-01-01"

community, county, city, worker = (cr.subject(kind) for kind in ("community", "county", "city", "worker"))

ROOM = Requirement(
    key="room", title=NAME, must=community.facility_area >= "400 m²", modality=Modality.MANDATORY, source=CITED
)
WAGE = Requirement(
    key="wage", title=NAME, must=county.urban_average_wage >= "1 CNY / year", modality=Modality.MANDATORY, source=CITED
)
CERTIFICATE = Circumstance(key="certificate", title=NAME, holds=worker.has_certificate.is_(True), source=CITED)
NATIONAL = Circumstance(key="national", title=NAME, holds=city.is_national_case.is_(True), source=CITED)

TASK = cr.Consequence(
    key="task",
    title=NAME,
    when=(judged(None, "failed", of="entity", rule="requirement"),),
    then=status("entity", rule="requirement"),
    source=CITED,
)


def book_of(*rules: Any) -> Rulebook:  # noqa: ANN401  any rule
    """A rulebook of two requirements, three circumstances and some rules."""
    return Rulebook(YANCHENG.document, (ROOM, WAGE, EMERGENCY, CERTIFICATE, NATIONAL, *rules))


Found = tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]
"""What follows, and what is open, each as its key with the kind and the id of the entity that has it."""


def concluded(entity: cr.Entity, *rules: Any) -> Found:  # noqa: ANN401  any rule
    """What follows and what is open, on which both engines agree; every trace has its form."""
    report = cr.audit(entity, book_of(*rules), on=ON)
    found = report.conclusions
    TraceData.model_validate(found.trace())
    assert conclude(report, Reference()).to_dict() == found.to_dict()
    assert [one for one in found.open if not one.missing] == []
    certain, open_ = ([(one.key, one.entity_kind, one.entity_id) for one in some] for some in (found, found.open))
    return certain, open_


FAILING = cr.County(id="k", urban_average_wage=0, communities=[cr.Community(id="c", facility_area=1)])
"""A county and a community that each fail what is asked of them."""


def test_any_requirement_of_one_kind_of_entity() -> None:
    """Where any requirement of a community is meant, that of its county is not."""
    rule = rule_of("it", (judged(None, "failed", of="community", rule="requirement"),), status("community"))

    assert concluded(FAILING, rule) == ([("it", "community", "c")], [])


def test_effect_of_any_entity_asked_of_one_kind() -> None:
    """An effect that entities of any kind have is asked of communities alone where the variable stands for those."""
    rule = rule_of("it", (follows(TASK, of="community", rule="requirement"),), status("community"))
    both = rule_of("any", (follows(TASK, of="entity", rule="requirement"),), status("entity"))
    certain, open_ = concluded(FAILING, TASK, rule, both)

    assert [one for one in certain if one[0] != "task"] == [
        ("it", "community", "c"),
        ("any", "county", "k"),
        ("any", "community", "c"),
    ]
    assert open_ == []


def test_kind_of_a_variable_stands_in_no_reason() -> None:
    """That an entity is of its kind is no ground that is told."""
    rule = rule_of("it", (follows(TASK, of="community", rule="requirement"),), status("community"))
    [found] = cr.audit(FAILING, book_of(TASK, rule), on=ON).conclusions.of("it")

    assert [ground.pattern for ground in found.because.grounds] == list(rule.when)


CALLED = rule_of("called", (holds(CERTIFICATE, of="worker"), held("worker", by="city")), status("worker", about="city"))
UNCALLED = rule_of(
    "uncalled",
    (holds(CERTIFICATE, of="worker"), held("worker", by="city")),
    status("worker"),
    (holds(NATIONAL, of="city"),),
)
CERTIFIED = cr.Worker(id="w", has_certificate=True)


def test_what_is_no_place_may_lie_in_one() -> None:
    """A worker who was handed in alone may work in a city of whom nothing is known: what rests on that is open."""
    [open_] = cr.audit(CERTIFIED, book_of(CALLED), on=ON).conclusions.open

    assert concluded(CERTIFIED, CALLED, UNCALLED) == ([], [("called", "worker", "w"), ("uncalled", "worker", "w")])
    assert open_.missing == ("city of worker w",)
    assert open_.explain().splitlines()[0] == "status: something; worker w, about the city of worker w"
    assert open_.explain("zh").splitlines()[0] == "状态：某事，工作人员w，关于工作人员w所在的市"


def test_worker_of_a_community_lies_in_its_city() -> None:
    """A worker of a community lies in the city of that community, whether or not it was handed in."""
    alone = cr.Community(id="c", staff=[CERTIFIED])
    whole = cr.City(id="x", is_national_case=False, communities=[alone])

    assert concluded(alone, CALLED, UNCALLED) == ([("called", "worker", "w")], [("uncalled", "worker", "w")])
    assert concluded(whole, CALLED, UNCALLED) == ([("called", "worker", "w"), ("uncalled", "worker", "w")], [])


@pytest.mark.parametrize(
    ("listed", "expected"),
    [(None, [("it", "county", "k")]), ([], [])],
    ids=["members not known", "no members"],
)
def test_members_of_any_kind_may_exist(listed: Any, expected: list[Any]) -> None:  # noqa: ANN401  lists of members
    """Where it is not known whom a county holds, it may hold somebody of any kind who fails."""
    lists = dict.fromkeys(cr.County.member_fields(), listed)
    rule = rule_of(
        "it", (judged(None, "failed", of="entity", rule="requirement"), held("entity", by="county")), status("county")
    )

    assert concluded(cr.County(id="k", **lists), rule) == ([], expected)


def test_a_place_always_lies_in_some_entity() -> None:
    """A community that was handed in alone lies in a street, a county and a city: something holds it."""
    rule = rule_of("it", (judged(ROOM, "failed", of="community"), held("community", by="entity")), status("community"))
    said = rule_of("that", (judged(ROOM, "failed", of="community"), held("community", by="entity")), status("entity"))
    certain, _ = concluded(cr.Community(id="c", facility_area=1), rule, said)

    assert certain == [("it", "community", "c"), *[("that", kind, "") for kind in ("city", "county", "street")]]


def test_place_that_was_not_handed_in_lies_in_a_larger_one() -> None:
    """The county of a community that a city lists itself lies in that city."""
    rule = rule_of(
        "it",
        (judged(ROOM, "failed", of="community"), held("community", by="county"), held("county", by="city")),
        status("city", about="community"),
    )
    whole = cr.City(id="x", communities=[cr.Community(id="c", facility_area=1)])

    assert concluded(whole, rule) == ([("it", "city", "x")], [])


def test_a_member_that_may_exist_lies_in_all_that_hold_its_holder() -> None:
    """A community that a county may have lies in the city of that county too, though nobody handed it in."""
    rule = rule_of(
        "it",
        (judged(ROOM, "failed", of="community"), held("community", by="county"), held("community", by="city")),
        status("county"),
    )

    assert concluded(cr.County(id="k"), rule) == ([], [("it", "county", "k")])


def test_conclusions_of_whom_no_rule_asks_anything() -> None:
    """An entity of which no requirement asks has its conclusions; entities of one id have theirs together."""
    whole = cr.Community(
        id="w", is_in_emergency=True, staff=[cr.Worker(id="w", has_certificate=True), cr.Worker(id="v")]
    )
    rules = (
        rule_of("alarm", (holds(EMERGENCY, of="community"),), status("community")),
        rule_of("able", (holds(CERTIFICATE, of="worker"),), status("worker")),
    )
    found = cr.audit(whole, book_of(*rules), on=ON).conclusions

    assert [one.key for one in found.for_entity("w")] == ["alarm", "able"]
    assert [one.key for one in found.for_entity("v").open] == ["able"]
    with pytest.raises(UnknownEntityError, match="no entity 'x'"):
        found.for_entity("x")


def test_conclusions_are_pickled() -> None:
    """What follows can be sent to another process, whole, in part, and one by one with why."""
    rule = rule_of("it", (follows(TASK, of="community", rule="requirement"),), status("community"))
    report = cr.audit(FAILING, book_of(TASK, rule), on=ON)
    found = report.conclusions
    for one in (found, found.for_entity("c"), report.for_entity("c").conclusions):
        sent = pickle.loads(pickle.dumps(one))  # noqa: S301  made in this line

        assert (sent.to_dict(), sent.trace()) == (one.to_dict(), one.trace())

    [last] = found.of("it")
    sent = pickle.loads(pickle.dumps(last))  # noqa: S301  as above

    assert (sent.explain(), sent.to_dict()) == (last.explain(), last.to_dict())


def test_a_member_of_a_place_that_was_not_handed_in() -> None:
    """What another community of the same county may do depends on that county, which would have to be handed in."""
    rule = rule_of("it", (holds(EMERGENCY, of="community"), held("community", by="county")), status("county"))
    quiet = rule_of(
        "quiet",
        (judged(ROOM, "failed", of="community"), held("community", by="county")),
        status("county"),
        (follows("it", of="county"),),
    )
    small = cr.Community(id="c", facility_area=1, is_in_emergency=False)
    [open_] = cr.audit(small, book_of(rule, quiet), on=ON).conclusions.open
    [alarm] = [ground.conclusion for ground in open_.because.grounds if ground.conclusion is not None]
    others = [ground.of for why in alarm.reasons for ground in why.grounds]

    assert (open_.key, open_.missing) == ("quiet", ("county of community c",))
    assert {party_text(one, "en") for one in others} == {"a community that the county of community c may have"}
    assert {party_text(one, "zh") for one in others} == {"社区c所在的县(市、区)可能有的社区"}


@pytest.mark.parametrize("name", ["a: b", "of county k", "c1: households", "x\ny", "社区 1"])
def test_ids_may_look_like_anything(name: str) -> None:
    """What would settle something is told right whatever an id holds."""
    rule = rule_of("it", (holds(EMERGENCY, of="community"),), status("community"))
    found = cr.audit(cr.Community(id=name), book_of(rule), on=ON).conclusions
    shown = name.replace("\n", "\\n")
    [line] = [one for one in found.explain("zh").splitlines() if one.startswith("?")]

    assert [one.missing for one in found.open] == [(f"community {name}: is_in_emergency",)]
    assert line.endswith(f"取决于：社区{shown}的处于应急状态")


def test_what_may_not_be_there_is_told_of_any_requirement() -> None:
    """Where any requirement may not have passed, the reason shows the finding of the one that is meant."""
    rule = rule_of(
        "it",
        (judged(None, "failed", of="entity", rule="requirement"),),
        status("entity", rule="requirement"),
        (judged(None, "passed", of="entity", rule="requirement"),),
    )
    report = cr.audit(FAILING, book_of(rule), on=ON)
    absent = [ground.finding for one in report.conclusions for ground in one.because.grounds if not ground.is_wanted]

    assert absent == [report["wage"], report.for_entity("c")["room"]]


def whose(one: cr.Conclusion) -> tuple[object, ...]:
    """What a conclusion says of whom, by kind and id; a place that was not handed in has no id."""
    about = one.about_party
    return (
        one.id,
        one.party.kind,
        one.entity_id,
        about and (about.kind, about.id),
        one.requirement and one.requirement.id,
    )


def is_like(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether two say the same, where a place that was not handed in may be any of its kind."""

    def alike(a: Any, b: Any) -> bool:  # noqa: ANN401  parts of what `whose` says
        return a == b or (isinstance(a, tuple) and isinstance(b, tuple) and a[0] == b[0] and "" in {a[1], b[1]})

    ids = one[2] == other[2] or "" in {one[2], other[2]}
    return (one[:2], one[4]) == (other[:2], other[4]) and ids and alike(one[3], other[3])


@pytest.mark.parametrize("rulebook_id", [one for one in cr.available() if cr.load(one).consequences])
@settings(max_examples=max(6, settings().max_examples // 8))
@given(data=st.data())
def test_whoever_is_handed_in_alone_is_told_nothing_else(rulebook_id: str, data: st.DataObject) -> None:
    """Of an entity without what holds it nothing follows that is ruled out in its place, and nothing is ruled out."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    whole = data.draw(entities("city", book, members=2))
    part = data.draw(st.sampled_from([scope.entity for scope in Scope(whole).walk()]))
    inside = {(scope.kind, scope.entity.id) for scope in Scope(part).walk()}
    full, alone = (cr.audit(one, book, on=on).conclusions for one in (whole, part))
    possible_there = [whose(one) for one in (*full, *full.open)]
    possible_alone = [whose(one) for one in (*alone, *alone.open)]
    told = [one for one in full if (one.entity_kind, one.entity_id) in inside]

    assert [one for one in alone if not any(is_like(whose(one), other) for other in possible_there)] == []
    assert [one for one in told if not any(is_like(whose(one), other) for other in possible_alone)] == []
