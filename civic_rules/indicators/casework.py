"""Conditions on single matters that several documents share."""

from civic_rules.expressions import all_of, any_of, in_order, not_, reached, subject

whistle = subject("whistle_case")

LATE = any_of(
    all_of(reached(whistle.late_from), not_(reached(whistle.settled))),
    in_order(whistle.late_from, whistle.settled),
)
"""A matter that is not settled by the time that was set for it, or was settled after that.

No document sets a number of days. Where no time was set for the matter, nothing can be told.
"""
