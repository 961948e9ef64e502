"""Units: the grammar of their texts, the registry that defines them, and conversions. Only this file imports Pint."""

from __future__ import annotations

import ast
import math
import re
import threading
import unicodedata
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from civic_rules.errors import DeclarationError, UndefinedUnitError, UnitMismatchError, did_you_mean, shown
from civic_rules.messages import Message, both, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pint import UnitRegistry

LONGEST = 100
"""How many characters a quantity or a unit may have."""

MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
"""What a Chinese multiplier stands for."""

_LABELS = 4
_ENGLISH = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*|%")
_LARGEST_POWER = 9
_LARGEST_SCALE = 10**18
_UNREADABLE = both(
    "a unit is a product or quotient of names, numbers and small powers, as m² / (100 household) is",
    "单位由名称、数和小的幂相乘或相除而成，如 m² / (100 household)",
)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_SUPERSCRIPT = str.maketrans("0123456789", _SUPERSCRIPTS)
_FROM_SUPERSCRIPT = str.maketrans("⁻" + _SUPERSCRIPTS, "-0123456789")
_SIGNS = str.maketrans({"·": "*", "×": "*", "⋅": "*", "÷": "/", "每": "/", "−": "-"})
_PIECE = re.compile(
    r"(?:(?P<number>[0-9]+(?:\.[0-9]+)?)\s*)?(?P<name>[A-Za-z_]\w*(?:\s+[A-Za-z_]\w*)*|%|[\u4e00-\u9fff]+)"
    r"(?P<power>\s*\*\*\s*-?[0-9])?",
    re.ASCII,
)


class _Entry(NamedTuple):
    """One line of `units.txt`."""

    name: str
    relation: str
    symbol: str
    aliases: tuple[str, ...]
    labels: tuple[str, ...]
    counters: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether the unit counts whole things: it has a dimension of its own name."""
        return self.relation == f"[{self.name}]"


_LABELS_WANTED = both(
    "Chinese after a number | Chinese after a slash | English for one | English for many",
    "数字后的中文 | 斜杠后的中文 | 英文单数 | 英文复数",
)


def _entry(number: int, line: str) -> _Entry:
    definition, _, comment = line.partition("#")
    name, relation, *others = (part.strip() for part in definition.split("="))
    symbol, *aliases = others or ["_"]
    labels = tuple(label.strip() for label in comment.split("|")) if comment else (name,) * 4
    if comment and not (len(labels) == _LABELS and all(map(_ENGLISH.fullmatch, labels[2:])) and all(labels)):
        message = said(
            "units.txt, line {number} ({name}): expected {wanted}, the English in letters and spaces only; got {given}",
            "units.txt 第 {number} 行（{name}）：应为 {wanted}，其中英文只能有字母和空格；实为 {given}",
            number=number,
            name=name,
            wanted=_LABELS_WANTED,
            given=shown(comment.strip()),
        )
        raise DeclarationError(message)
    counters = tuple(labels[0].split())
    labels = (counters[0], *labels[1:])
    return _Entry(name, relation, name if symbol == "_" else symbol, tuple(aliases), labels, counters)


def _definitions() -> list[str]:
    return files("civic_rules.units").joinpath("units.txt").read_text("utf-8").splitlines()


@cache
def entries() -> Mapping[str, _Entry]:
    """The lines of `units.txt` by the name that each defines."""
    lines = [(n, line) for n, line in enumerate(_definitions(), 1) if line.strip() and not line.startswith("#")]
    return {entry.name: entry for entry in (_entry(number, line) for number, line in lines)}


@cache
def _names() -> Mapping[str, str]:
    """The canonical name behind every name, symbol, alias, and English word for one or many."""
    spoken = {label.replace(" ", "_"): entry.name for entry in entries().values() for label in entry.labels[2:]}
    written = {name: entry.name for entry in entries().values() for name in (entry.name, entry.symbol, *entry.aliases)}
    return spoken | written


_building = threading.Lock()
_built: list[UnitRegistry[Any]] = []


def registry() -> UnitRegistry[Any]:
    """The registry of the project, built from `units.txt` alone the first time it is asked for.

    Examples:
        >>> registry().Quantity(0.5, "ha").to("m²").magnitude
        5000.0
    """
    import pint  # noqa: PLC0415  Pint is slow to import: only who meets a unit pays for it

    with _building:
        if not _built:
            made: UnitRegistry[Any] = pint.UnitRegistry(None)
            made.load_definitions(_definitions())
            _built.append(made)
        return _built[0]


def _simplest(x: float) -> Fraction:
    """The first fraction, on the way to a float, that differs from it by no more than noise."""
    exact = rest = Fraction(x)
    p, q, last_p, last_q = 1, 0, 0, 1
    while True:
        whole = rest.__floor__()
        p, q, last_p, last_q = whole * p + last_p, whole * q + last_q, p, q
        if abs(Fraction(p, q) - exact) * 10**12 <= exact:
            return Fraction(p, q)
        rest = 1 / (rest - whole)


@cache
def _root(name: str) -> tuple[Fraction, tuple[tuple[str, int], ...]]:
    """One unit in base units, as Pint has it."""
    pint = registry()
    base: Any = pint.Quantity(1.0, pint.UnitsContainer({name: 1})).to_root_units()
    return _simplest(base.magnitude), tuple((root, int(power)) for root, power in base.unit_items())


@dataclass(frozen=True, slots=True)
class Unit:
    """A number times canonical names, each with its power."""

    scale: Fraction
    terms: tuple[tuple[str, int], ...]

    def times(self, other: Unit, power: int = 1) -> Unit:
        """The product with a power of another unit."""
        powers = Counter(dict(self.terms))
        for name, exponent in other.terms:
            powers[name] += exponent * power
        made = Unit(self.scale * other.scale**power, tuple(sorted((n, p) for n, p in powers.items() if p)))
        if max(made.scale.numerator, made.scale.denominator) > _LARGEST_SCALE or any(
            abs(p) > _LARGEST_POWER for _, p in made.terms
        ):
            message = said(
                "a unit may hold numbers up to {scale:.0e} and powers up to {power}",
                "单位中的数不得超过 {scale:.0e}，幂不得超过 {power}",
                scale=_LARGEST_SCALE,
                power=_LARGEST_POWER,
            )
            raise UndefinedUnitError(message)
        return made

    def root(self) -> Unit:
        """The same in base units."""
        made = Unit(self.scale, ())
        for name, power in self.terms:
            number, terms = _root(name)
            made = made.times(Unit(number, terms), power)
        return made


_ONE = Unit(Fraction(1), ())


def plain(text: str) -> str:
    """Make full-width characters and other signs of multiplication ordinary; leave `²` as it is."""
    ordinary = re.sub(f"[^⁻{_SUPERSCRIPTS}]+", lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return ordinary.translate(_SIGNS)


def _formula(text: str) -> str:
    """The text of a unit with Python's signs: `m² per 1,000 households` is `m**2 / 1000 households`."""
    text = re.sub(f"⁻?[{_SUPERSCRIPTS}]+", lambda found: "**" + found[0].translate(_FROM_SUPERSCRIPT), plain(text))
    text = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", text)
    return re.sub(r"\bper\b", "/", text).replace("^", "**").strip()


def _read(text: str) -> Unit:
    """Products and quotients of numbers, names, powers and brackets; Python's own parser sees to the brackets."""
    found: list[Unit] = []

    def piece(match: re.Match[str]) -> str:
        found.append(_named(match["name"]))
        return f"({match['number'] or 1}*n{len(found) - 1}{match['power'] or ''})"

    formula = _PIECE.sub(piece, _formula(text))
    if not re.fullmatch(r"[n0-9.*/() -]*", formula):
        raise UndefinedUnitError(_UNREADABLE)
    try:
        tree = ast.parse(formula, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise UndefinedUnitError(_UNREADABLE) from None
    return _evaluated(tree.body, found)


def _evaluated(node: ast.expr, found: list[Unit]) -> Unit:
    match node:
        case ast.Name(id=name):
            return found[int(name[1:])]
        case ast.Constant(value=int() | float() as number) if number:
            return _ONE.times(Unit(Fraction(str(number)), ()))
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _evaluated(left, found).times(_evaluated(right, found))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _evaluated(left, found).times(_evaluated(right, found), -1)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _ONE.times(_evaluated(left, found), _small_power(right))
    raise UndefinedUnitError(_UNREADABLE)


def _small_power(node: ast.expr) -> int:
    match node:
        case ast.Constant(value=int() as power) if power <= _LARGEST_POWER:
            return power
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_small_power(operand)
    raise UndefinedUnitError(_UNREADABLE)


def _named(written: str) -> Unit:
    """The unit of one name, in the singular or plural, or of a Chinese multiplier and a name: 百户."""
    words = "_".join(written.split())
    if words == "dimensionless":
        return _ONE
    name = _names().get(words) or (_names().get(words[:-1]) if re.fullmatch(r"\w\w\w+s", words) else None)
    if name is not None:
        is_short = not name.isascii()
        return Unit(*_root(name)) if is_short else Unit(Fraction(1), ((name, 1),))
    rest = written.lstrip("".join(MULTIPLIERS))
    if rest in _names():
        number = math.prod(MULTIPLIERS[character] for character in written[: -len(rest)])
        return _named(rest).times(Unit(Fraction(number), ()))
    alike = {known.casefold(): known for known in _names()}.get(words.casefold())
    hint = did_you_mean(alike or words, _names())
    message = said("{given} is not a known unit{hint}", "{given} 不是已知的单位{hint}", given=shown(written), hint=hint)
    raise UndefinedUnitError(message)


@lru_cache(maxsize=4096)
def _rooted(text: str) -> Unit:
    return parsed(text).root()


@lru_cache(maxsize=4096)
def parsed(text: str) -> Unit:
    """The unit that a text names, as it is written: not in base units.

    Raises:
        UndefinedUnitError: A name in it is unknown, or the text cannot be read.
    """
    if len(text) > LONGEST:
        raise UndefinedUnitError(
            _no_unit(text, said("it has more than {most} characters", "超过 {most} 个字符", most=LONGEST))
        )
    try:
        return _read(text)
    except UndefinedUnitError as error:
        why = error.message
    raise UndefinedUnitError(why if why.startswith(shown(text)) else _no_unit(text, why))


def _no_unit(text: str, why: Message) -> Message:
    return said("{given} is no unit: {why}", "{given} 不是单位：{why}", given=shown(text), why=why)


def check_unit(unit: str) -> None:
    """Make sure that the registry knows a unit.

    Raises:
        UndefinedUnitError: A name in it is unknown, or the text cannot be read.

    Examples:
        >>> check_unit("househol")
        Traceback (most recent call last):
        civic_rules.errors.UndefinedUnitError: 'househol' is not a known unit; did you mean 'household'?
    """
    _rooted(unit)


@lru_cache(maxsize=4096)
def factor(given: str, wanted: str) -> Fraction:
    """How many of the wanted unit one given unit is; exact.

    Raises:
        UndefinedUnitError: One of them is unknown.
        UnitMismatchError: They measure different things.

    Examples:
        >>> factor("亩", "m²"), factor("CNY / month", "元/年")
        (Fraction(2000, 3), Fraction(12, 1))
        >>> factor("kg", "m²")
        Traceback (most recent call last):
        civic_rules.errors.UnitMismatchError: kg cannot become m²: kg is a mass, m² an area
    """
    left, right = _rooted(given), _rooted(wanted)
    if left.terms != right.terms:
        raise UnitMismatchError(_mismatch(given, wanted))
    return left.scale / right.scale


@lru_cache(maxsize=4096)
def _mismatch(given: str, wanted: str) -> Message:
    from civic_rules.units.wording import unit_message  # noqa: PLC0415  wording reads the registry

    units = {"given": given, "wanted": unit_message(wanted)}
    reason = said(
        "{given} is {kind}, {wanted} {other}",
        "{given} 是{kind}，{wanted}是{other}",
        kind=_kind(given),
        other=_kind(wanted),
        **units,
    )
    return said(
        "{given} cannot become {wanted}: {reason}", "{given} 不能换算成{wanted}：{reason}", reason=reason, **units
    )


def compatible(a: str, b: str) -> bool:
    """Whether two units measure the same thing.

    Examples:
        >>> compatible("ha", "平方米"), compatible("day", "month"), compatible("worker", "resident")
        (True, False, False)
    """
    return _rooted(a).terms == _rooted(b).terms


def is_dimensionless(unit: str) -> bool:
    """Whether the unit is a plain number, as a share is.

    Examples:
        >>> is_dimensionless("%"), is_dimensionless("household / household"), is_dimensionless("household")
        (True, True, False)
    """
    return not _rooted(unit).terms


def product(a: str, b: str) -> str:
    """The canonical text of a product of two units.

    Aliases and Chinese short names are written out, so that one unit has one text. Units with names of their own stay
    as they are: `ha` is not written as `10000 m²`, nor `h / day` as `1 / 24`.

    Examples:
        >>> product("平方米/百户", "户")
        'm² / 100'
        >>> product("1", "元/年")
        'CNY / year'
    """
    return canonical(parsed(a).times(parsed(b)))


def quotient(a: str, b: str) -> str:
    """The canonical text of a quotient of two units.

    Examples:
        >>> quotient("m²", "100 households"), quotient("h", "h")
        ('m² / (100 household)', '1')
    """
    return canonical(parsed(a).times(parsed(b), -1))


def without_scale(unit: str) -> str:
    """The unit without its plain numbers, and without names that only stand for one, as percent does.

    Examples:
        >>> without_scale("m² / 100"), without_scale("m² / (100 household)")
        ('m²', 'm² / household')
        >>> without_scale("% * CNY / year"), without_scale("%")
        ('CNY / year', '1')
    """
    terms = tuple((name, power) for name, power in parsed(unit).terms if not is_dimensionless(name))
    return canonical(Unit(Fraction(1), terms))


def is_counted(unit: str) -> bool:
    """Whether the unit counts whole things, so that half a one has to be rounded up.

    Examples:
        >>> is_counted("worker"), is_counted("worker / (10000 resident)"), is_counted("m²")
        (True, False, False)
    """
    read = parsed(unit)
    return read.scale == 1 and len(read.terms) == 1 and read.terms[0][1] == 1 and entries()[read.terms[0][0]].counts


@lru_cache(maxsize=4096)
def counting_words(unit: str) -> tuple[str, ...]:
    """The Chinese words that count a thing, as `units.txt` has them; none for a unit that counts nothing.

    Examples:
        >>> counting_words("worker"), counting_words("households"), counting_words("m²")
        (('人', '名', '个'), ('户',), ())
    """
    entry = entries().get(_names().get(unit, ""))
    return entry.counters if entry is not None and entry.counts else ()


def canonical(unit: Unit) -> str:
    """The one text of a unit."""
    names = sorted((entries()[name].symbol, power) for name, power in unit.terms)
    above = _joined(unit.scale.numerator, [(name, power) for name, power in names if power > 0])
    below = _joined(unit.scale.denominator, [(name, -power) for name, power in names if power < 0])
    if below == "1":
        return above
    return f"{above} / ({below})" if " " in below else f"{above} / {below}"


def _joined(number: int, names: list[tuple[str, int]]) -> str:
    text = " * ".join(name + raised(power) for name, power in names)
    return text if number == 1 and text else f"{number} {text}".rstrip()


def chinese(name: str, power: int, column: int) -> str:
    """The Chinese of a unit with its power, after a number (column 0) or after a slash (column 1)."""
    word = entries()[name].labels[column]
    return {1: "", 2: "平方", 3: "立方"}[power] + word if power in {1, 2, 3} else word + raised(power)


def raised(power: int) -> str:
    """What follows the name of a unit for its power: ² for 2, nothing for 1."""
    return "" if power == 1 else str(power).translate(_TO_SUPERSCRIPT)


_KINDS = {
    (("gram", 1),): both("a mass", "质量"),
    (("metre", 1),): both("a length", "长度"),
    (("metre", 2),): both("an area", "面积"),
    (("metre", 3),): both("a volume", "体积"),
    (("second", 1),): both("a length of time", "时长"),
    (("month", 1),): both("a period of the calendar", "按日历计的期间"),
    (("CNY", 1),): both("an amount of money", "金额"),
    (): both("a plain number", "不带单位的数"),
}


_RATES = {"an amount of money": "money", "a length of time": "time", "a plain number": "a number"}
"""What measures are called before "per"."""


def _kind(unit: str) -> Message:
    """What a unit measures, in words: money per year, where a year is a month but for a factor."""
    read = parsed(unit)
    root = Unit(read.scale, tuple(term for term in read.terms if term[1] > 0)).root()
    above = tuple((name, power) for name, power in root.terms if power > 0)
    below = [(name, -power) for name, power in read.terms if power < 0]
    english = " and ".join(entries()[name].labels[3] + raised(power) for name, power in above)
    many = both(english, "和".join(chinese(name, power, 0) for name, power in above))
    kind = _KINDS.get(above) or said("a number of {many}", "以{many}计的数量", many=many)
    if not below:
        return both("a share", "比例") if not above and read.terms else kind
    rate = " per ".join([_RATES.get(kind, kind), *(entries()[name].labels[2] + raised(power) for name, power in below)])
    return both(rate, "".join(f"每{chinese(name, power, 1)}" for name, power in below) + f"的{kind.zh}")
