"""What a report of tables says before a row is looked at: which requirements were judged, and which were not."""

from __future__ import annotations

import warnings
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from civic_rules.audit.reports import ambiguous_key, no_rule
from civic_rules.errors import (
    AmbiguousKeyError,
    KindMismatchError,
    ToleranceExceededError,
    UnknownNameError,
    UnknownRequirementError,
    did_you_mean,
    shown,
)
from civic_rules.messages import Message, both, joined, said, spaced
from civic_rules.tables.arguments import REQUIREMENTS, check_key, names_of, share_of
from civic_rules.tables.layout import called
from civic_rules.tables.sorts import SORT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from civic_rules.tables.plans import Rule, TablePlan
    from civic_rules.verdicts import Verdict


NOT_JUDGED = both("nothing of this kind was judged", "这种对象没有核查")
"""What is said where nothing was judged of a kind that is asked for."""


def no_column(kind: str, name: str, known: Iterable[str]) -> Message:
    """That a frame has no column of a name, with the nearest that it has."""
    return said(
        "the frame of {kind} has no column {name}{hint}",
        "{kind}的数据表没有 {name} 这一列{hint}",
        kind=called(kind),
        name=shown(name),
        hint=did_you_mean(name, known),
    )


def not_grouped(kind: str, name: str, sort: str, dtype: str) -> KindMismatchError:
    """That results cannot be grouped by a column, because of what it holds."""
    what = spaced(dtype)
    if sort in {"list", "object"}:
        what = said("{sort} ({dtype})", "{sort}（{dtype}）", sort=SORT_WORDS[sort], dtype=dtype)
    message = said(
        "the column {name} of {kind} holds {what}: results are grouped by texts, numbers, truths and days",
        "{kind}的列 {name} 的类型是{what}：结果只能按文字、数、是否和日期分组",
        name=shown(name),
        kind=called(kind),
        what=what,
    )
    return KindMismatchError(message)


class ToleranceWarning(UserWarning):
    """More of a population fails than a pipeline is used to."""


class JudgedRules(ABC):
    """The requirements of an audit of tables.

    Attributes:
        plan: The requirements that were judged.
    """

    def __init__(self, plan: TablePlan) -> None:
        """Keep the plan."""
        self.plan = plan
        self._by_id = {rule.id: rule for rule in plan.rules}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of entity that were judged."""
        return tuple(dict.fromkeys(rule.subject for rule in self.plan.rules))

    def rule(self, key: str) -> Rule:
        """A requirement of the audit, by its key or its whole id.

        Raises:
            UnknownRequirementError: No rulebook of the audit has it, or no frame has its subject.
            AmbiguousKeyError: Several rulebooks have this key.
        """
        check_key(key)
        if key in self._by_id:
            return self._by_id[key]
        found = [rule for rule in self.plan.rules if rule.requirement.key == key]
        if len(found) > 1:
            raise AmbiguousKeyError(ambiguous_key(key, [rule.id for rule in found]))
        if not found:
            reason = next((why for one, why in self.plan.unjudged.items() if key in {one, one.partition("/")[2]}), "")
            if reason:
                unjudged = said(
                    "{key!r} was not judged: {reason}", "{key!r} 没有核查：{reason}", key=key, reason=reason
                )
                raise UnknownRequirementError(unjudged)
            raise UnknownRequirementError(no_rule(key, [rule.requirement.key for rule in self.plan.rules]))
        return found[0]

    @property
    def not_expressible(self) -> Mapping[str, str]:
        """The requirements that could not be judged with the frames that were given, each with the reason."""
        return dict(self.plan.unjudged)

    @property
    def missing_columns(self) -> Mapping[str, tuple[str, ...]]:
        """The columns that rules read and the frames do not have, by kind; what they would say is not known."""
        return dict(self.plan.missing)

    @property
    def missing_links(self) -> tuple[str, ...]:
        """The members and holders that rules ask for and no frame leads to."""
        return tuple(f"{of} of {kind}" for kind, of in self.plan.absent)

    @abstractmethod
    def counts(self, key: str | None = None) -> dict[Verdict, int]:
        """How many verdicts there are of each kind, of one requirement or of all."""

    @property
    @abstractmethod
    def breach_counts(self) -> Mapping[str, int]:
        """How many entities break each requirement on the day of the audit."""

    @property
    @abstractmethod
    def failing_shares(self) -> Mapping[str, float]:
        """The share of the entities that were told to pass or to fail which fail, by requirement."""

    def assert_within(
        self, *, warn: float = 0.05, fail: float = 0.10, requirements: Iterable[str] | None = None
    ) -> None:
        """Stop a pipeline in which more fails than is tolerated.

        Args:
            warn: The share of those told to pass or fail, from which on more failures are warned of.
            fail: The share from which on more failures are an error.
            requirements: Some requirements, by key or whole id; None for all.

        Raises:
            ToleranceExceededError: More than `fail` of some requirement fails; the message names each.
            QuantityError: A share is no number from 0 to 1.
        """
        warn, fail = share_of(warn, "warn"), share_of(fail, "fail")
        names = None if requirements is None else names_of(requirements, REQUIREMENTS)
        keys = self.failing_shares if names is None else [self.rule(key).id for key in names]
        shares = {key: self.failing_shares[key] for key in keys if key in self.failing_shares}
        over = {key: share for key, share in shares.items() if share > fail}
        if over:
            raise ToleranceExceededError(_shares(over, fail), over)
        some = {key: share for key, share in shares.items() if share > warn}
        if some:
            warnings.warn(_shares(some, warn), ToleranceWarning, stacklevel=2)

    def _kind(self, kind: str | None) -> str:
        if kind is None and len(self.kinds) == 1:
            return self.kinds[0]
        if kind not in self.kinds:
            message = said(
                "say of which kind: {kinds}; got {given}{hint}",
                "请说明是哪种对象：{kinds}；实为 {given}{hint}",
                kinds=joined(self.kinds),
                given=shown(kind),
                hint=did_you_mean(kind, self.kinds),
            )
            raise UnknownNameError(message)
        return str(kind)

    def _rules(self, kind: str, keys: Iterable[str] | None, *, is_asked: bool = False) -> list[Rule]:
        """The requirements of a kind among some, which must all be of it where it was asked for."""
        if keys is None:
            return list(self.plan.of(kind))
        rules = list(map(self.rule, keys))
        others = [rule for rule in rules if rule.subject != kind]
        if is_asked and others:
            message = said(
                "{key!r} is asked of a {other}, not of a {kind}",
                "{key!r} 是对{other}的要求，不是对{kind}的",
                key=others[0].requirement.key,
                other=called(others[0].subject),
                kind=called(kind),
            )
            raise UnknownRequirementError(message)
        return [rule for rule in rules if rule.subject == kind]


def _shares(shares: Mapping[str, float], limit: float) -> Message:
    count = len(shares)
    number = both("1 requirement", "1 项要求") if count == 1 else said("{n} requirements", "{n} 项要求", n=count)
    first = said(
        "more than {limit:.1%} fail of {number}", "{number}的未达标比例超过 {limit:.1%}", limit=limit, number=number
    )
    lines = [
        said("  {key}: {share:.1%}", "  {key}：{share:.1%}", key=key, share=share)
        for key, share in sorted(shares.items(), key=lambda one: -one[1])
    ]
    return joined([first, *lines], "\n", "\n")
