"""Sessions: the report is that of a fresh audit, whatever came, changed and went before, and in whatever order."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from pydantic import ValidationError

import civic_rules as cr
from civic_rules.errors import (
    DuplicateEntityError,
    InvalidDayError,
    KindMismatchError,
    SessionError,
    UnknownEntityError,
    UnknownReadingError,
)
from civic_rules.inference import concluding, programs
from civic_rules.inference.holdings import with_lists
from civic_rules.testing.strategies import audit_days, entities

if TYPE_CHECKING:
    from collections.abc import Iterator

YANCHENG = cr.load("yancheng-2013-6")
ON = date(2015, 12, 31)


def session_of(*entities: cr.Entity) -> cr.Session:
    """A session with some entities that stand for themselves."""
    session = cr.Session(YANCHENG, on=ON)
    for one in entities:
        session.add(one)
    return session


def county(number: int = 3) -> cr.County:
    """A county with some communities, each with a worker."""
    communities = [
        cr.Community(id=f"c{one}", settlement="urban", households=1500 + one, staff=[cr.Worker(id=f"w{one}")])
        for one in range(number)
    ]
    return cr.County(id="k1", communities=communities)


class AnyOrder(RuleBasedStateMachine):
    """Adds, changes and removes in any order; beside it plain data say what a fresh audit has to be of."""

    def __init__(self) -> None:
        """Begin with an empty city."""
        super().__init__()
        self.session = cr.Session(YANCHENG, on=ON)
        self.counties: dict[str, dict[str, Any]] = {}
        self.communities: dict[str, dict[str, Any]] = {}
        self.city: dict[str, Any] = {"id": "x"}
        self.order: list[str] = []
        self.session.add(cr.City(id="x", counties=[]))

    @rule(number=st.integers(0, 2), before=st.booleans())
    def add_county(self, number: int, before: bool) -> None:  # noqa: FBT001  Hypothesis passes it by name
        """A county comes."""
        name = f"k{number}"
        if name in self.counties:
            with pytest.raises(DuplicateEntityError):
                self.session.add(cr.County(id=name), within="x")
            return
        self.session.add(cr.County(id=name), within=("city", "x") if before else "x")
        self.counties[name] = {"id": name}
        self.order.append(name)

    @rule(number=st.integers(0, 5), holder=st.integers(0, 2), facts=st.sampled_from([{}, {"households": 2350}]))
    def add_community(self, number: int, holder: int, facts: dict[str, Any]) -> None:
        """A community comes, perhaps before its county."""
        name = f"c{number}"
        if name in self.communities:
            return
        self.session.add(cr.Community(id=name, **facts), within=("county", f"k{holder}"))
        self.communities[name] = {"id": name, "holder": f"k{holder}", "facts": dict(facts), "events": None}
        self.order.append(name)

    @precondition(lambda self: self.communities)
    @rule(
        data=st.data(),
        field=st.sampled_from(["facility_area", "households", "settlement", "has_facility", "has_recent_project"]),
    )
    def update(self, data: st.DataObject, field: str) -> None:
        """A fact of a community changes, or is not known any more."""
        name = data.draw(st.sampled_from(sorted(self.communities)))
        values: dict[str, st.SearchStrategy[Any]] = {
            "facility_area": st.sampled_from([399, 470, None]),
            "households": st.sampled_from([1500, 2350, None]),
            "settlement": st.sampled_from(["urban", "rural", None]),
        }
        value = data.draw(values.get(field, st.sampled_from([True, False, None])))
        self.session.update(name, **{field: value})
        self.communities[name]["facts"][field] = value

    @rule(share=st.sampled_from([None, 94, 95]))
    def update_city(self, share: float | None) -> None:
        """A fact of the city changes."""
        self.session.update("x", facility_share=share)
        self.city["facility_share"] = share

    @precondition(lambda self: self.communities)
    @rule(data=st.data(), day=st.sampled_from(["2015-11-02", "2015-06-01"]))
    def add_event(self, data: st.DataObject, day: str) -> None:
        """Something happens in a community."""
        name = data.draw(st.sampled_from(sorted(self.communities)))
        event = cr.Event(kind="funds-publication", on=day)
        self.session.add(event, within=("community", name))
        self.communities[name]["events"] = [*(self.communities[name]["events"] or []), event]

    @precondition(lambda self: any(one["events"] for one in self.communities.values()))
    @rule(data=st.data())
    def remove_event(self, data: st.DataObject) -> None:
        """Something turns out not to have happened."""
        name = data.draw(st.sampled_from(sorted(one for one, known in self.communities.items() if known["events"])))
        event = self.communities[name]["events"].pop()
        self.session.remove(event, within=name)

    @precondition(lambda self: self.communities)
    @rule(data=st.data())
    def remove_community(self, data: st.DataObject) -> None:
        """A community goes."""
        name = data.draw(st.sampled_from(sorted(self.communities)))
        self.session.remove(name)
        holder = self.communities.pop(name)["holder"]
        self.order.remove(name)
        if holder in self.counties:
            self.counties[holder]["is_known"] = True

    @precondition(lambda self: self.counties)
    @rule(data=st.data(), numbers=st.lists(st.integers(0, 5), unique=True, max_size=3))
    def replace_communities(self, data: st.DataObject, numbers: list[int]) -> None:
        """A list of communities takes the place of the former one, unless one of them is elsewhere."""
        holder = data.draw(st.sampled_from(sorted(self.counties)))
        going = [one for one, known in self.communities.items() if known["holder"] == holder]
        names = [f"c{number}" for number in numbers]
        coming = [cr.Community(id=one) for one in names]
        if any(one in self.communities and one not in going for one in names):
            with pytest.raises(SessionError, match="already there elsewhere"):
                self.session.update(holder, communities=coming)
            return
        self.session.update(holder, communities=coming)
        for one in going:
            del self.communities[one]
            self.order.remove(one)
        for one in names:
            self.communities[one] = {"id": one, "holder": holder, "facts": {}, "events": None}
            self.order.append(one)
        self.counties[holder]["is_known"] = True

    @precondition(lambda self: self.counties)
    @rule(data=st.data())
    def remove_county(self, data: st.DataObject) -> None:
        """A county goes, with its communities."""
        name = data.draw(st.sampled_from(sorted(self.counties)))
        self.session.remove(name, kind="county")
        del self.counties[name]
        self.order.remove(name)
        for one in [one for one, known in self.communities.items() if known["holder"] == name]:
            del self.communities[one]
            self.order.remove(one)

    def fresh(self) -> cr.City:
        """The city made anew of the plain data."""
        counties = []
        for name in (one for one in self.order if one in self.counties):
            known = self.counties[name]
            held = [one for one in self.order if one in self.communities and self.communities[one]["holder"] == name]
            made = [
                cr.Community(id=one, events=self.communities[one]["events"], **self.communities[one]["facts"])
                for one in held
            ]
            known["is_known"] = known.get("is_known", False) or bool(held)
            counties.append(cr.County(id=name, communities=made if known["is_known"] else None))
        return cr.City(**self.city, counties=counties)

    @invariant()
    def report_is_that_of_a_fresh_audit(self) -> None:
        """Findings and conclusions are those of an audit of the final state."""
        fresh = cr.audit(self.fresh(), YANCHENG, on=ON)

        assert self.session.report.to_dict() == fresh.to_dict()
        assert self.session.entity == fresh.entity

    def teardown(self) -> None:
        """Close the session."""
        self.session.close()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)


def test_change_judges_what_it_touches_and_nothing_else() -> None:
    """A changed worker is judged again, and so are those that hold it; its neighbours are not."""
    session = session_of(county(50))
    before = (session.report, session.judged)[1]
    session.update("w7", has_certificate=True)
    session.report  # noqa: B018  making it judges

    assert before == 101
    assert session.judged - before <= 3


def test_change_of_a_holder_judges_members_that_look_at_it() -> None:
    """A requirement that looks at the holder is asked again of its members, and only of those that have it."""
    book = YANCHENG
    looking = {rule.subject for rule in book for top in rule.expressions() for n in top.walk() if n.kind == "within"}
    session = session_of(county(20))
    before = (session.report, session.judged)[1]
    session.update("k1", name="K")
    session.report  # noqa: B018  as above
    touched = session.judged - before

    assert touched == 1 + (20 if "community" in looking else 0) + (20 if "worker" in looking else 0)


def test_report_is_made_once() -> None:
    """Without a change the report is the same."""
    session = session_of(county())

    assert session.report is session.report


def test_former_report_stays_as_it_was() -> None:
    """A report that was taken before a change says what it said."""
    session = session_of(cr.Community(id="c1", households=2350, facility_area=470))
    former = session.report
    said = former.to_json()
    session.update("c1", facility_area=100)

    assert session.report["facility-required-area"].verdict.value == "failed"
    assert former.to_json() == said


def test_what_waits_stands_in_no_report() -> None:
    """A community whose county is not there yet waits, and is judged when the county has come."""
    session = session_of(cr.City(id="x"))
    session.add(cr.Community(id="c1"), within="k1")
    waiting = [one.id for one in session.waiting]
    session.add(cr.County(id="k1"), within="x")

    assert waiting == ["c1"]
    assert session.waiting == ()
    assert session.report.for_entity("c1").entity.id == "c1"


def test_list_of_members_takes_the_place_of_the_former_one() -> None:
    """A list that is given anew drops what it no longer has, and takes what it has."""
    session = session_of(county(2))
    session.report  # noqa: B018  so that there is something to forget
    session.update("k1", communities=[cr.Community(id="c1", households=900), cr.Community(id="c9")])
    entity = cr.County(id="k1", communities=[cr.Community(id="c1", households=900), cr.Community(id="c9")])

    assert session.report.to_dict() == cr.audit(entity, YANCHENG, on=ON).to_dict()


def test_list_of_members_takes_in_what_waits_for_one_of_them() -> None:
    """What waits for an entity is attached to it when that comes in a list of another."""
    session = session_of(cr.County(id="k1"))
    session.add(cr.Grid(id="g1", households=300), within="c1")
    session.add(cr.Worker(id="w1"), within=("community", "c1"))
    session.update("k1", communities=[cr.Community(id="c1", grids=[cr.Grid(id="g0")]), cr.Community(id="c2")])
    grids = [cr.Grid(id="g1", households=300), cr.Grid(id="g0")]
    entity = cr.County(
        id="k1",
        communities=[cr.Community(id="c1", grids=grids, staff=[cr.Worker(id="w1")]), cr.Community(id="c2")],
    )

    assert session.waiting == ()
    assert session.report.to_dict() == cr.audit(entity, YANCHENG, on=ON).to_dict()


def test_names_of_fields_are_read_as_everywhere() -> None:
    """A list of members is taken by its Chinese name, and with spaces around its name, as any data is."""
    session = session_of(cr.County(id="k1"))
    for name in ("社区列表", " communities "):
        session.update("k1", **{name: [cr.Community(id=name)]})  # type: ignore[arg-type]  # never "kind"

        assert [one.id for one in session.entity.communities or ()] == [name]  # type: ignore[attr-defined]  # a county

    for name, households in (("户数", 1), (" households ", 2), ("households", 3)):
        session.update(" communities ", **{name: households})  # type: ignore[arg-type]  # as above

        assert session.report.for_entity(" communities ").entity.households == households  # type: ignore[attr-defined]


def test_what_follows_is_chained_anew_where_its_facts_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change on which nothing rests chains nothing; one that makes other facts does, and what follows is right."""
    runs: list[object] = []

    def counted(*given: Any) -> object:  # noqa: ANN401  whatever it is called with
        runs.append(given)
        return programs.run(*given)

    monkeypatch.setattr(concluding, "run", counted)
    session = session_of(county())
    found = []
    gap = {"has_facility": False, "has_recent_project": False}
    for facts in ({"name": "new"}, {"name": "newer"}, gap, {"has_recent_project": None}):
        session.update("c1", **facts)
        fresh = cr.audit(session.entity, YANCHENG, on=ON)

        assert session.report.conclusions.to_dict() == fresh.conclusions.to_dict()
        assert session.report.conclusions.trace() == fresh.conclusions.trace()
        # One of them chained the fresh report.
        found.append(len(runs) - 1)
        runs.clear()

    assert found == [1, 0, 1, 1]


def test_former_conclusions_stay_as_they_were() -> None:
    """What followed from a report that was taken, and why, does not change with the session."""
    session = session_of(county())
    former = session.report.conclusions
    session.update("c1", has_facility=False, has_recent_project=False)
    changed = [one.key for one in session.report.conclusions]

    assert "gap-community" in changed
    assert next(one.key for one in former.open if one.entity_id == "c1") == "gap-community"
    assert all(one.reasons for one in former.open)


def test_several_that_stand_for_themselves_have_a_report_each() -> None:
    """Where nothing holds two entities together there are two reports, and no single one."""
    session = session_of(cr.Community(id="c1"), cr.Community(id="c2"))

    assert [report.entity.id for report in session.reports] == ["c1", "c2"]
    with pytest.raises(SessionError, match="community 'c1', community 'c2'"):
        session.report  # noqa: B018  it raises


def test_fault_changes_nothing() -> None:
    """A change that has a fault is refused whole."""
    session = session_of(county(2))
    said = session.report.to_json()
    with pytest.raises(ValidationError):
        session.update("c0", facility_area="12 kg")
    with pytest.raises(SessionError, match="an id never changes"):
        session.update("c0", id="c7")
    with pytest.raises(DuplicateEntityError):
        session.add(cr.County(id="k9", communities=[cr.Community(id="c0")]))
    with pytest.raises(SessionError, match="already there elsewhere"):
        session.update("c0", staff=[cr.Worker(id="w1")])

    assert session.report.to_json() == said


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        (lambda one: one.update("ww1", name="x"), UnknownEntityError, "did you mean 'w1'"),
        (lambda one: one.remove("q", kind="grid"), UnknownEntityError, "no grid 'q'"),
        (lambda one: one.add(cr.Grid(id="g"), within=("county", "k1")), SessionError, "a county holds no grid itself"),
        (lambda one: one.add(cr.Grid(id="g"), within=("comunity", "c1")), SessionError, "did you mean 'community'"),
        (lambda one: one.add(cr.Event(kind="shelter-drill", on="2015-01-01")), SessionError, "say which with within"),
        (
            lambda one: one.add(cr.Event(kind="shelter-drill", on="2015-01-01"), within="w1"),
            SessionError,
            "a worker has no events",
        ),
        (
            lambda one: one.remove(cr.Event(kind="shelter-drill", on="2015-01-01"), within="c1"),
            SessionError,
            "has no such event",
        ),
        (lambda one: one.add("c9"), KindMismatchError, "expected an entity"),
        (lambda one: one.add(cr.Grid(id="g"), within=("community",)), SessionError, "kind and an id as in .*; got "),
        (lambda one: one.add(cr.Grid(id="g"), within=["community", "c1"]), SessionError, "a kind and an id as in"),
        (lambda one: one.add(cr.Grid(id="g"), within=7), SessionError, "within: expected an id, .*; got 7"),
        (
            lambda one: one.add(cr.Event(kind="shelter-drill", on="2015-01-01"), within=("community", 7)),
            SessionError,
            "within: expected an id",
        ),
        (lambda one: one.remove(["c1"]), UnknownEntityError, "no entity \\['c1'\\]"),
        (lambda one: one.update(None, name="x"), UnknownEntityError, "no entity None"),
    ],
)
def test_what_cannot_be_done_is_said(change: Any, error: type[Exception], said: str) -> None:  # noqa: ANN401
    """A message says what is not there, or does not fit, and the nearest valid name."""
    with pytest.raises(error, match=said):
        change(session_of(county(2)))


def test_arguments_are_checked_at_once() -> None:
    """A day, a reading or a rulebook that is none is an error before anything is added."""
    with pytest.raises(InvalidDayError):
        cr.Session(YANCHENG, on="2015-02-30")
    with pytest.raises(UnknownReadingError):
        cr.Session(YANCHENG, on=ON, readings={"no-such": "x"})
    with pytest.raises(KindMismatchError):
        cr.Session("yancheng-2013-6", on=ON)  # type: ignore[arg-type]


def test_closed_session_does_nothing_and_holds_nothing() -> None:
    """After it is closed, which leaving the block does, everything is refused and what it held is free."""
    community = cr.Community(id="c1")
    with cr.Session(YANCHENG, on=ON) as session:
        session.add(community)
        held = weakref.ref(session.entity)
    gc.collect()

    assert held() is None
    for refused in (
        lambda: session.report,
        lambda: session.add(community),
        lambda: session.update("c1", name="x"),
        lambda: session.remove("c1"),
    ):
        with pytest.raises(SessionError, match="closed"):
            refused()


def test_eight_threads_at_once() -> None:
    """Changes from eight threads all arrive, and every report on the way is one of a whole state."""
    session = session_of(cr.County(id="k1", communities=[]))

    of_county = len(session.report)
    of_community = sum(rule.subject == "community" for rule in YANCHENG)

    def work(thread: int) -> bool:
        is_whole = True
        for number in range(15):
            name = f"c{thread}-{number}"
            session.add(cr.Community(id=name, households=2350), within="k1")
            session.update(name, facility_area=470)
            report = session.report
            held = len(report.entity.communities)  # type: ignore[attr-defined]  # it is the county
            verdict = report.for_entity(name)["facility-required-area"].verdict.value
            is_whole &= (len(report), verdict) == (of_county + held * of_community, "passed")
            is_whole &= [one.about_party for one in report.conclusions.of("gap-plan-owed")] == []
            if number % 3 == 0:
                session.remove(name)
        return is_whole

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [True] * 8
    names = [f"c{thread}-{number}" for thread in range(8) for number in range(15) if number % 3]
    report = session.report

    assert sorted({finding.entity_id for finding in report} - {"k1"}) == sorted(names)
    assert all(report.for_entity(one)["facility-required-area"].verdict.value == "passed" for one in names)


def test_thousands_of_changes_cost_no_search() -> None:
    """Adding to a session of thousands of entities looks through none of them."""
    session = session_of(cr.County(id="k1", communities=[]))
    for number in range(3_000):
        session.add(cr.Community(id=f"c{number}"), within="k1")
    session.report  # noqa: B018  making it judges
    before = session.judged
    for number in range(0, 3_000, 1_000):
        session.update(f"c{number}", households=2350)
    session.report  # noqa: B018  as above

    assert before == 3_001
    assert session.judged - before == 3 + 1


def apart(entity: cr.Entity, holder: tuple[str, str] | None = None) -> Iterator[tuple[cr.Entity, Any]]:
    """An entity and all that it holds, each by itself with empty lists, and with what holds it."""
    known = {name: () for name in type(entity).member_fields() if getattr(entity, name) is not None}
    yield with_lists(entity, known), holder
    for name in type(entity).member_fields():
        for one in getattr(entity, name) or ():
            yield from apart(one, (entity.kind, entity.id))


def said_of(report: cr.Report) -> tuple[list[str], list[str], list[str]]:
    """What a report says, whatever the order of its entities."""
    data = report.to_dict()
    findings, certain, open_ = data["findings"], data["conclusions"]["certain"], data["conclusions"]["open"]
    for one in (*findings, *open_):
        one["missing"].sort()
    return sorted(map(str, findings)), sorted(map(str, certain)), sorted(map(str, open_))


@pytest.mark.parametrize("rulebook_id", cr.available())
@settings(max_examples=max(4, settings().max_examples // 12), deadline=None)
@given(data=st.data())
def test_entities_in_any_order_and_what_is_learnt_of_them_later(rulebook_id: str, data: st.DataObject) -> None:
    """Entities that come one by one in any order, and are known better later, are judged as if they came at once."""
    book = cr.load(rulebook_id)
    on = data.draw(audit_days(book))
    whole = data.draw(entities("city", book, members=2))
    pieces = data.draw(st.permutations(list(apart(whole))))
    with cr.Session(book, on=on) as session:
        for one, holder in pieces:
            own = set(type(one).model_fields) - set(type(one).member_fields()) - {"id", "arrangements"}
            session.add(one.model_copy(update=dict.fromkeys(own)), within=holder)
            if holder is None and data.draw(st.booleans()):
                session.report  # noqa: B018  so that some are judged before they are known
        for one, _ in data.draw(st.permutations(pieces)):
            own = set(one.model_fields_set) - set(type(one).member_fields()) - {"id", "arrangements"}
            session.update(one.id, kind=one.kind, **{name: getattr(one, name) for name in own})

        assert said_of(session.report) == said_of(cr.audit(whole, book, on=on))
