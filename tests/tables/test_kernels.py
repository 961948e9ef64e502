"""What operations are on arrays: the same as what expressions do with bounds, the tolerance and three truths."""

from __future__ import annotations

from itertools import product
from math import inf, isnan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules.entities import ENTITY_TYPES
from civic_rules.entities.fields import Quantity
from civic_rules.expressions import bounds
from civic_rules.expressions.bounds import UNKNOWN, Bounds
from civic_rules.expressions.measures import HOLDS
from civic_rules.tables.kernels import INTO, KERNELS, ROUNDING, Spare, constant
from civic_rules.tables.ops import MOST_IN_A_COLUMN, TRUTHS, Graph, is_never_negative, magnitude
from civic_rules.units import TOLERANCE, rounded_up
from civic_rules.verdicts import all_true, any_true, negation

NUMBERS = st.integers(-50, 50) | st.integers(-10_000, 10_000).map(lambda n: n / 100) | st.sampled_from((1e-9, 1e12))
KNOWN = st.lists(NUMBERS, min_size=2, max_size=2).map(sorted).map(lambda ends: Bounds(float(ends[0]), float(ends[1])))
BOUNDS = KNOWN | NUMBERS.map(lambda n: Bounds(n, n)) | st.just(UNKNOWN) | NUMBERS.map(lambda n: Bounds(n, inf))
NEAR = (1, 1 - 1e-6, 1 + 1e-6, 1 - TOLERANCE / 2, 1 + TOLERANCE / 2, 1 - 3 * TOLERANCE, 1 + 3 * TOLERANCE)
STATES = {0: False, 1: None, 2: True}
CODES = {truth: code for code, truth in STATES.items()}


def run(name: str, *values: float, params: tuple[object, ...] = ()) -> float:
    """An operation on numbers."""
    return constant(name, values, [False] * len(values), params)


def same(found: float, wanted: float) -> bool:
    """Whether two numbers are the same but for noise."""
    return found == wanted or abs(found - wanted) <= 1e-9 * max(abs(found), abs(wanted))


@given(a=NUMBERS, factor=st.sampled_from(NEAR), op=st.sampled_from(sorted(HOLDS)))
def test_comparisons(a: float, factor: float, op: str) -> None:
    """A number at a limit, within the tolerance of it, or just beyond it."""
    for left, right in ((a * factor, a), (a, a * factor), (a, 0.0), (-a, a)):
        assert run("compare", left, right, params=(op,)) == CODES[HOLDS[op](left, right)]


@pytest.mark.parametrize("op", sorted(HOLDS))
def test_a_comparison_with_nothing(op: str) -> None:
    """What is not known is neither more nor less."""
    assert run("compare", np.nan, 1.0, params=(op,)) == 1
    assert run("compare", 1.0, np.nan, params=(op,)) == 1


@given(value=st.floats(0, 1e8) | st.integers(0, 10**6).map(lambda n: n * (1 + 1e-12)), sign=st.sampled_from((1, -1)))
def test_rounding_up(value: float, sign: int) -> None:
    """The next whole number, where noise above one does not count."""
    assert run("round_up", sign * value, params=(False,)) == rounded_up(sign * value)
    assert run("round_up", value, params=(True,)) == rounded_up(value)
    assert run("round_up", inf, params=(False,)) == inf


@given(a=BOUNDS, b=BOUNDS)
def test_products_and_quotients(a: Bounds, b: Bounds) -> None:
    """Both ends of a product and of a quotient."""
    for name, wanted in (("product", bounds.multiply([a, b])), ("quotient", bounds.divide(a, b))):
        assert same(run(f"{name}_low", *a, *b), wanted.low)
        assert same(run(f"{name}_high", *a, *b), wanted.high)


@given(a=BOUNDS, b=BOUNDS | NUMBERS.map(lambda n: Bounds(n * (1 + ROUNDING / 2), n * (1 + ROUNDING / 2))))
def test_sources_of_one_figure(a: Bounds, b: Bounds) -> None:
    """What they leave together, or nothing where they contradict each other."""
    wanted = bounds.agreed([a, b])
    ends = max(a.low, b.low), min(a.high, b.high)

    assert (run("agreed_low", *ends), run("agreed_high", *ends)) == wanted


@pytest.mark.parametrize("codes", list(product(STATES, repeat=2)))
def test_truths(codes: tuple[int, int]) -> None:
    """And, or and not are Kleene's; sources of one fact agree or are not known."""
    truths = [STATES[code] for code in codes]
    arrays = [np.array([code], np.uint8) for code in codes]

    assert int(KERNELS["all_of"](*arrays)[0]) == CODES[all_true(truths)]
    assert int(KERNELS["any_of"](*arrays)[0]) == CODES[any_true(truths)]
    assert int(KERNELS["not_"](arrays[0])[0]) == CODES[negation(truths[0])]
    known = {truth for truth in truths if truth is not None}
    assert int(KERNELS["agreed"](*arrays)[0]) == (CODES[known.pop()] if len(known) == 1 else 1)
    assert int(KERNELS["first_known"](*arrays)[0]) == (codes[0] if codes[0] != 1 else codes[1])


@pytest.mark.parametrize("name", sorted(INTO))
@given(data=st.data())
def test_results_that_go_into_an_array(name: str, data: st.DataObject) -> None:
    """An operation says the same whether it makes arrays or writes on those that are there."""
    needs_truths = {"where": (True, False, False), "if_known": (False, True), "shortfall": (True, False)}
    single = name in {"not_", "not_false", "round_up", "scaled", "positive"}
    size = 3 if name == "where_truth" else 1 if single else 2
    are_truths = needs_truths.get(name, (name in {*TRUTHS, "count"} - {"compare"},) * size)
    cells = {False: NUMBERS | st.just(np.nan), True: st.sampled_from((0, 1, 2))}
    types: dict[bool, type] = {False: np.float64, True: np.uint8}
    args: list[Any] = [
        np.array(data.draw(st.lists(cells[is_truth], min_size=5, max_size=5)), types[is_truth])
        for is_truth in are_truths
    ]
    params: dict[str, tuple[object, ...]] = {
        "compare": (data.draw(st.sampled_from(sorted(HOLDS))),),
        "round_up": (data.draw(st.booleans()),),
        "scaled": data.draw(st.sampled_from([(2, 3), (1, 3), (2, 1)])),
    }
    out: Any = np.full(5, 77, types[name in TRUTHS])
    spare = Spare(np.full(5, 77.0), np.full(5, fill_value=True), np.full(5, fill_value=True))

    with np.errstate(all="ignore"):
        wanted = KERNELS[name](*args, *params.get(name, ()))
        found = KERNELS[name](*args, *params.get(name, ()), out=out, spare=spare)

    assert found is out
    np.testing.assert_array_equal(wanted, found)


def test_no_argument_is_changed() -> None:
    """An operation leaves what it was given as it was."""
    numbers = [np.array([1.0, np.nan, 3.0]) for _ in range(4)]
    truths = [np.array([0, 1, 2], np.uint8) for _ in range(3)]
    params = {
        "compare": (">=",),
        "count": (4,),
        "otherwise": (0.0,),
        "round_up": (True,),
        "scaled": (2, 3),
        "states": (16,),
    }
    needs = {
        "where": (truths[0], *numbers[:2]),
        "if_known": (numbers[0], truths[0]),
        "shortfall": (truths[0], numbers[0]),
    }
    for name, kernel in KERNELS.items():
        are_truths = name in {*TRUTHS, "count", "states"} - {"compare", "equal"}
        several = name.endswith(("_low", "_high"))
        one = name in {"not_", "not_false", "open_", "round_up", "scaled", "positive", "finite", "otherwise"}
        size = 4 if several and not name.startswith("agreed") else 3 if name == "where_truth" else 1 if one else 2
        args = needs.get(name, (truths if are_truths else numbers)[:size])
        with np.errstate(all="ignore"):
            kernel(*args, *params.get(name, ()))
    for array in numbers:
        np.testing.assert_array_equal(array, [1, np.nan, 3])
    for array in truths:
        np.testing.assert_array_equal(array, [0, 1, 2])


def test_one_operation_is_made_once() -> None:
    """What says the same is the same object, and what does not depend on a row is a constant."""
    graph = Graph()
    area = graph.make("number", params=("facility_area",), kind="community")

    assert graph.make("number", params=("facility_area",), kind="community") is area
    assert graph.make("sum", graph.literal(1), graph.literal(2)).value == 3
    assert graph.make("sum", area, graph.literal(None)).is_unknown
    assert graph.make("all_of", graph.always(False), graph.make("compare", area, area, params=(">",))).value == 0  # noqa: FBT003
    assert isnan(graph.literal(None).value)


def test_a_bound_times_a_sure_number_is_a_product() -> None:
    """Of a number that is sure and above zero no corners are looked at; below zero the bounds change places."""
    graph = Graph()
    area = graph.make("number", params=("facility_area",), kind="community")
    low, high = (graph.make("otherwise", area, params=(end,)) for end in (-inf, inf))
    two, less = graph.literal(2), graph.literal(-2)

    assert graph.make("product_low", two, two, low, high) is graph.make("product", low, two)
    assert graph.make("product_high", low, high, two, two) is graph.make("product", high, two)
    assert graph.make("product_low", less, less, low, high).name == "product_low"


def test_what_is_never_negative() -> None:
    """What is made of numbers that are not below zero is not, unless it is a difference; a bound may be -inf."""
    graph = Graph()
    area = graph.make("number", params=("facility_area",), kind="community")
    difference = graph.make("difference", area, graph.literal(3))
    bound = graph.make("otherwise", area, params=(-inf,))

    assert is_never_negative(graph.make("product", bound, graph.literal(2)))
    assert is_never_negative(graph.make("largest", difference, graph.literal(0)))
    assert not is_never_negative(graph.make("smallest", difference, graph.literal(0)))
    assert not is_never_negative(graph.make("otherwise", area, params=(-1.0,)))
    assert not is_never_negative(graph.make("product", area, graph.literal(-2)))


def test_what_a_border_lets_in_stays_a_number() -> None:
    """Numbers of columns are not below zero and not above the greatest that makes sense, so that gaps are finite."""
    labels = [label for model in ENTITY_TYPES.values() for label in model.labels().values()]

    assert {label.minimum for label in labels if isinstance(label, Quantity)} == {0}
    graph = Graph()
    area = graph.make("number", params=("facility_area",), kind="community")
    assert magnitude(graph.make("product", area, area)) == MOST_IN_A_COLUMN**2
    assert magnitude(graph.make("quotient", area, area)) == inf
