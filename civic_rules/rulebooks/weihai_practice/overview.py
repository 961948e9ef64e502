"""Paragraphs 1 and 2: the aim, the way, and the recognition."""

from civic_rules.expressions import quantity, subject, tally
from civic_rules.rulebooks.weihai_practice.document import WEIHAI
from civic_rules.rules import Benchmark, Direction, Guidance
from civic_rules.text import Text

city = subject("city")

GUIDING_AIM = Guidance(
    key="guiding-aim",
    title=Text(
        zh="社区的三项功能：服务、便利、安心",
        en="Communities serve, make life easier and give peace of mind",
    ),
    wording=("强化",),
    source=WEIHAI.clause("段1(引言)", evidence=("为民、便民、安民",)),
)

CITY_STRATEGY = Guidance(
    key="city-strategy",
    title=Text(
        zh="三条路径：基础、机制、质效",
        en="Stronger basics, built mechanisms, better quality under one label",
    ),
    wording=("加快推进",),
    source=WEIHAI.clause("段2(总述)", evidence=("强基础、建机制、提质效", "精致幸福社区")),
)

NATIONAL_CASE_SELECTED = Benchmark(
    key="national-case-selected",
    title=Text(zh="入选全国治理案例", en="Selected as a national case of urban governance"),
    value=quantity("1 item"),
    measures=tally(city.is_national_case.is_(True)),
    direction=Direction.NEITHER,
    wording=("入选",),
    source=WEIHAI.clause("段2(总述)", evidence=("民政部", "城市基层治理实践案例")),
    note=Text(
        zh="这是一项认可，不是绩效数字：入选记1项，未入选记0项。",
        en="It is a recognition and no figure of performance: 1 where a city was selected, 0 where it was not.",
    ),
)
