"""Sentences: every kind of expression in plain English and Chinese."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_rules.entities import ENTITY_TYPES
from civic_rules.expressions import (
    DatedValue,
    Indicator,
    Parameter,
    Reading,
    ReadingOption,
    all_of,
    any_of,
    choose,
    done_by,
    either,
    formulas,
    in_last,
    in_order,
    in_this,
    largest,
    nodes,
    not_,
    parameter,
    reached,
    round_up,
    sentence,
    smallest,
    subject,
    tally,
    within,
    words,
)
from civic_rules.expressions.builder import add, multiply
from civic_rules.expressions.scope import Context
from civic_rules.expressions.voice import Voice, say
from civic_rules.rulebooks import available, load
from civic_rules.testing import trees
from civic_rules.text import Text

if TYPE_CHECKING:
    from civic_rules.units import Lang

city, county, community = subject("city"), subject("county"), subject("community")
worker, committee, facility = subject("worker"), subject("committee"), subject("facility")
deliberation, organisation = subject("deliberation"), subject("social_organisation")

IS_URBAN = community.settlement.is_("urban")
IS_NEW = community.is_newly_drawn.is_(True)
FUNDS = Parameter(
    key="funds",
    title=Text(zh="办公经费下限", en="Least office funds"),
    unit="CNY / year",
    values=(DatedValue(since=date(2013, 1, 1), value=50_000), DatedValue(since=date(2015, 12, 31), value=120_000)),
)
LEVEL = Reading(
    key="level",
    title=Text(zh="“当地”指哪一级？", en="Which level is “local”?"),
    options=(
        ReadingOption(key="county", title=Text(zh="县级", en="the county")),
        ReadingOption(key="city", title=Text(zh="全市", en="the city")),
    ),
    default="county",
    reason=Text(zh="默认县级", en="The county is the default."),
)
WAGE = choose(
    LEVEL,
    county=within("county", county.urban_average_wage),
    city=within("city", city.urban_average_wage),
)
AREA = Indicator(
    key="area",
    title=Text(zh="户均面积", en="Floor area per household"),
    value=community.facility_area / community.households,
)
HAS_ROOM = Indicator(key="room", title=Text(zh="有用房", en="Rooms of its own"), value=community.has_facility.is_(True))
PARTS = community.arrangement("four-part-structure")

SENTENCES = [
    # numbers against limits
    (
        community.facility_area >= largest("400 m²", community.households * "20 m² / (100 household)"),
        (
            "the facility area is at least "
            "the larger of 400 m² and the number of households times 20 m² per 100 households"
        ),
        "服务用房面积不低于400平方米与户数×20平方米/百户中的较大者",
    ),
    (community.office_funds > "0 CNY/year", "the office funds are more than 0 CNY/year", "办公经费高于0元/年"),
    (community.workers <= "18 worker", "the number of workers is at most 18", "社区工作者数不超过18人"),
    (community.households < "1 household", "the number of households is less than 1", "户数少于1户"),
    (community.households.equals("1 household"), "the number of households is exactly 1", "户数等于1户"),
    (
        community.households.between("2000 household", "3000 household"),
        "the number of households is from 2,000 to 3,000",
        "户数在2,000户至3,000户之间（含）",
    ),
    (
        community.volunteers / community.residents >= "15 volunteer / (100 resident)",
        "the ratio of volunteers to residents is at least 15 volunteers per 100 residents",
        "注册志愿者数与居民人口之比不低于15人/百人",
    ),
    (
        AREA >= "43 m² / (100 household)",
        "“Floor area per household” is at least 43 m² per 100 households",
        "“户均面积”不低于43平方米/百户",
    ),
    (city.harmonious_urban_share >= "0 %", "the harmonious urban share is on record", "城市和谐社区比例已有数据"),
    # arithmetic
    (
        (community.facility_area + community.activity_area) * "2",
        "(the facility area plus the activity area) times 2",
        "（服务用房面积+居民活动面积）×2",
    ),
    (
        community.facility_area - (community.activity_area - "1 m²"),
        "the facility area minus (the activity area minus 1 m²)",
        "服务用房面积−（居民活动面积−1平方米）",
    ),
    (add("1 m²", "2 m²", "3 m²"), "1 m² plus 2 m² plus 3 m²", "1平方米+2平方米+3平方米"),
    (multiply("2", "3", "4 m²"), "2 times 3 times 4 m²", "2×3×4平方米"),
    (
        smallest("1 m²", largest("2 m²", "3 m²"), community.facility_area),
        "the smallest of 1 m², (the larger of 2 m² and 3 m²) and the facility area",
        "1平方米、（2平方米与3平方米中的较大者）、服务用房面积中的最小者",
    ),
    (
        round_up(community.households / "300 household"),
        "the ratio of households to 300 households, rounded up to a whole number",
        "户数与300户之比（向上取整）",
    ),
    # parameters, readings, sources, holders
    (
        community.office_funds >= parameter(FUNDS, at=date(2013, 12, 31)),
        "the office funds are at least 50,000 CNY/year (“Least office funds” on 2013-12-31)",
        "办公经费不低于50,000元/年（“办公经费下限”，2013年12月31日）",
    ),
    (
        parameter(FUNDS),
        "“Least office funds” (50,000 CNY/year from 2013-01-01, 120,000 CNY/year from 2015-12-31)",
        "“办公经费下限”（自2013年1月1日起50,000元/年，自2015年12月31日起120,000元/年）",
    ),
    (
        parameter(FUNDS, at=date(2012, 1, 1)),
        "“Least office funds” (which has no value yet on 2012-01-01)",
        "“办公经费下限”（2012年1月1日尚无数值）",
    ),
    (
        worker.annual_pay >= WAGE,
        (
            "the annual pay is at least (by the answer to “Which level is ‘local’?”: "
            "if “the county”, the urban average wage of the county; if “the city”, the urban average wage of the city)"
        ),
        "年报酬不低于（依对“‘当地’指哪一级？”的答案：“县级”时，所在县(市、区)的城镇在岗平均工资；“全市”时，所在市的城镇在岗平均工资）",
    ),
    (
        either(city.harmonious_urban_share, city.all("community").share(IS_NEW)) >= "90 %",
        (
            "the harmonious urban share (or, from another source: the share of communities that are newly drawn) "
            "is at least 90 %"
        ),
        "城市和谐社区比例（另有来源：全部社区中属于新划分社区的占比）不低于90%",
    ),
    (within("community", IS_URBAN), "the settlement of the community is urban", "所在社区的城乡类型为城市"),
    (within("community", IS_NEW), "the community is newly drawn", "所在社区属于新划分社区"),
    # members
    (
        city.all("community").where(IS_URBAN).share(community.meets_harmonious_standard.is_(True)) >= "90 %",
        "at least 90 % of the communities whose settlement is urban meet the harmonious standard",
        "城乡类型为城市的社区中达到和谐社区标准的占比不低于90%",
    ),
    (
        city.all("community").share(community.households >= "100 household") >= "90 %",
        "for at least 90 % of the communities, the number of households is at least 100",
        "全部社区中户数不少于100户的占比不低于90%",
    ),
    (
        city.all("community").where(IS_URBAN).share(IS_NEW),
        "the share of communities that are newly drawn, among those whose settlement is urban",
        "城乡类型为城市的社区中属于新划分社区的占比",
    ),
    (
        city.all("community").where(all_of(IS_URBAN, not_(IS_NEW))).count() >= "3 community",
        "the number of communities whose settlement is urban and where the community is not newly drawn is at least 3",
        "满足“城乡类型为城市，且不属于新划分社区”的社区数量不少于3个",
    ),
    (
        city.all("community").where(IS_URBAN).total(community.households) >= "3 household",
        "the total of the number of households over all communities whose settlement is urban is at least 3 households",
        "城乡类型为城市的社区的户数合计不少于3户",
    ),
    (
        community.staff.where(worker.role.is_("other")).every(worker.has_certificate),
        "every worker whose role is “other staff” has a certificate",
        "所有岗位为其他工作人员的工作人员均持有社工证书",
    ),
    (
        community.staff.every(worker.annual_pay >= "50000 CNY/year"),
        "for every worker, the annual pay is at least 50,000 CNY/year",
        "所有工作人员均满足“年报酬不低于50,000元/年”",
    ),
    (
        city.all("community").every(community.staff.some(worker.is_qualified)),
        "for every community, there is at least one worker who is qualified",
        "所有社区均至少有一名具备岗位资格的工作人员",
    ),
    (
        community.staff.where(worker.has_certificate).some(worker.annual_pay >= "1 CNY/year"),
        "there is at least one worker who has a certificate and whose annual pay is at least 1 CNY/year",
        "至少有一名满足“持有社工证书，且年报酬不低于1元/年”的工作人员",
    ),
    (
        community.committees.some(committee.committee_kind.is_("guidance-committee")),
        "there is at least one committee whose committee kind is “committee that guides community building”",
        "至少有一个机构类型为建设管理指导机构的委员会",
    ),
    (
        nodes.Members(subject="city", of="community", where=IS_URBAN),
        "the communities whose settlement is urban",
        "城乡类型为城市的社区",
    ),
    (
        within("county", county.all("community").count()),
        "the number of communities of the county",
        "所在县(市、区)的社区数量",
    ),
    # truths and terms
    (IS_NEW, "the community is newly drawn", "属于新划分社区"),
    (community.is_newly_drawn, "the community is newly drawn", "属于新划分社区"),
    (community.is_newly_drawn.is_(False), "the community is not newly drawn", "不属于新划分社区"),
    (
        community.is_newly_drawn.is_(True, False),
        "it is known whether the community is newly drawn",
        "已知是否“属于新划分社区”",
    ),
    (community.settlement.is_("urban", "rural"), "the settlement is urban or rural", "城乡类型为城市或农村"),
    (not_(IS_URBAN), "the settlement is not urban", "城乡类型不是城市"),
    (community.recent_project_can_supply.is_(False), "the recent project cannot supply the rooms", "项目不可代建用房"),
    (HAS_ROOM, "“Rooms of its own” holds", "“有用房”成立"),
    (
        choose(LEVEL, county=nodes.Always(value=True), city=nodes.Always(value=False)),
        "the answer to “Which level is ‘local’?” is “the county”",
        "对“‘当地’指哪一级？”的答案为“县级”",
    ),
    (
        not_(choose(LEVEL, county=nodes.Always(value=True), city=nodes.Always(value=False))),
        "the answer to “Which level is ‘local’?” is not “the county”",
        "对“‘当地’指哪一级？”的答案不是“县级”",
    ),
    (nodes.Always(value=True), "this holds in every case", "任何情况下均成立"),
    (nodes.Always(value=False), "this holds in no case", "任何情况下均不成立"),
    # conditions joined
    (
        all_of(IS_URBAN, IS_NEW),
        "the settlement is urban and the community is newly drawn",
        "城乡类型为城市，且属于新划分社区",
    ),
    (
        any_of(all_of(IS_URBAN, IS_NEW), community.services.includes_all("health", "family-planning")),
        (
            "(the settlement is urban and the community is newly drawn) "
            "or (the services include health and family planning)"
        ),
        "（城乡类型为城市，且属于新划分社区），或基本公共服务包含卫生和计生",
    ),
    (
        not_(all_of(IS_URBAN, IS_NEW)),
        "it is not so that the settlement is urban and the community is newly drawn",
        "以下不成立：“城乡类型为城市，且属于新划分社区”",
    ),
    (not_(not_(IS_NEW)), "the community is newly drawn", "属于新划分社区"),
    (not_(community.households >= "2 household"), "the number of households is less than 2", "户数少于2户"),
    (
        not_(city.harmonious_urban_share >= "0 %"),
        "it is not so that the harmonious urban share is on record",
        "以下不成立：“城市和谐社区比例已有数据”",
    ),
    (not_(within("community", IS_NEW)), "the community is not newly drawn", "所在社区不属于新划分社区"),
    (not_(community.is_newly_drawn), "the community is not newly drawn", "不属于新划分社区"),
    (
        tally(IS_URBAN, IS_NEW, HAS_ROOM) >= "2 item",
        "at least 2 of these 3 hold: the settlement is urban; the community is newly drawn; “Rooms of its own”",
        "以下3项中，成立的不少于2项：城乡类型为城市；属于新划分社区；“有用房”",
    ),
    (
        tally(IS_URBAN, IS_NEW) >= "1 item",
        "at least 1 of these 2 holds: the settlement is urban; the community is newly drawn",
        "以下2项中，成立的不少于1项：城乡类型为城市；属于新划分社区",
    ),
    (
        tally(IS_URBAN, IS_NEW) >= "2 item",
        "all of these hold: the settlement is urban; the community is newly drawn",
        "以下2项全部成立：城乡类型为城市；属于新划分社区",
    ),
    (
        tally(IS_URBAN),
        "the number of these that hold (the settlement is urban)",
        "以下1项中成立的项数（城乡类型为城市）",
    ),
    # listings and arrangements
    (community.services.includes_all("health"), "the services include health", "基本公共服务包含卫生"),
    (
        community.services.includes_any("health", "education"),
        "the services include at least one of health and education",
        "基本公共服务至少包含卫生、教育之一",
    ),
    (community.services.includes_none("health"), "the services do not include health", "基本公共服务不包含卫生"),
    (
        facility.misuses.includes_none("occupied", "rented-out"),
        "the misuses include none of occupied and rented out",
        "违规使用不包含侵占、出租中的任何一项",
    ),
    (
        county.layout_plan.filed_with.includes_all("county-government"),
        "the filing bodies of the layout plan include the county's own government",
        "社区布局规划备案机关包含县级政府",
    ),
    (PARTS.in_place(), "“four-part community structure” is in place", "“一委一居一站一办”已落实"),
    (not_(PARTS.in_place()), "“four-part community structure” is not in place", "“一委一居一站一办”未落实"),
    (
        PARTS.has_all("party-committee", "office"),
        "“four-part community structure” includes party committee and office",
        "“一委一居一站一办”包含党委和办公室",
    ),
    (
        nodes.HasParts(subject="community", arrangement="four-part-structure", parts=("office",), how="none"),
        "“four-part community structure” does not include office",
        "“一委一居一站一办”不包含办公室",
    ),
    (
        within("community", PARTS.in_place()),
        "“four-part community structure” of the community is in place",
        "所在社区“一委一居一站一办”已落实",
    ),
    # acts and days
    (
        done_by(county.layout_plan.completed, county.layout_plan.filed, day=date(2013, 3, 31)),
        "the layout plan was completed and filed by 2013-03-31",
        "社区布局规划于2013年3月31日前（含当日）编制完成并备案",
    ),
    (
        done_by(county.layout_plan.filed, county.facility_plan.filed, day=date(2013, 3, 31)),
        "the layout plan was filed and the facility plan was filed by 2013-03-31",
        "社区布局规划于2013年3月31日前（含当日）备案，用房专项规划于2013年3月31日前（含当日）备案",
    ),
    (
        done_by(facility.delivered, day=facility.planned_delivery),
        "the facility was delivered by the planned delivery date",
        "用房于计划交付日期前（含当日）交付",
    ),
    (
        in_order(deliberation.proposed, deliberation.studied),
        "the deliberation was proposed and studied, in this order",
        "议事事项依次完成提议、研议",
    ),
    (
        in_order(county.layout_plan.filed, county.facility_plan.filed),
        "these were done in this order: layout plan filed, facility plan filed",
        "依次完成：社区布局规划备案、用房专项规划备案",
    ),
    (deliberation.resolved.done.is_(True), "the deliberation has been resolved", "议事事项已决议"),
    (county.layout_plan.filed.done.is_(False), "the layout plan has not been filed", "社区布局规划尚未备案"),
    (
        in_order(city.burden_study, city.burden_policy),
        "the steps “burden study” and “burden policy” were done, in this order",
        "市依次完成减负调研、减负政策出台",
    ),
    (reached(city.burden_study), "the step “burden study” has been done", "市已减负调研"),
    (reached(facility.delivered), "the facility has been delivered", "用房已交付"),
    (
        in_last(facility.delivered, "quarter"),
        "the facility has been delivered in the last full quarter",
        "上一完整季度内用房已交付",
    ),
    (
        not_(in_this(facility.planned_delivery, "month")),
        "the planned delivery date is not in the current month",
        "计划交付日期不在本月内",
    ),
    (reached(facility.planned_delivery), "the planned delivery date has come", "计划交付日期已到"),
    (not_(reached(facility.planned_delivery)), "the planned delivery date has not come", "计划交付日期未到"),
    (county.layout_plan.filed.on, "the layout plan filed date", "社区布局规划备案日期"),
    (nodes.Day(value=date(2013, 3, 31)), "2013-03-31", "2013年3月31日"),
    (
        community.event_count("funds-publication", "quarter") >= "1 event",
        "the number of events “publication of how funds were used” in the last full quarter is at least 1",
        "上一完整季度“经费公开”的次数不少于1次",
    ),
]


@pytest.mark.parametrize(("node", "en", "zh"), SENTENCES)
def test_each_expression_reads_as_a_sentence(node: nodes.Node, en: str, zh: str) -> None:
    """What an expression says in English and in Chinese, letter by letter."""
    assert (en, zh) == (sentence(node), sentence(node, "zh"))


def test_every_kind_of_node_has_its_sentence_tested() -> None:
    """No kind of node is left without an expected sentence above."""
    tested = {one.kind for node, _, _ in SENTENCES for one in node.walk()}

    assert set() == set(nodes.NODE_TYPES) - tested


def test_an_audit_takes_its_readings() -> None:
    """In an audit only the answer that it takes is said, and a parameter has its value of the day."""
    context = Context(date(2014, 5, 1), {"level": "city"})

    assert sentence(WAGE, "en", context) == "the urban average wage of the city"
    assert sentence(parameter(FUNDS), "zh", context) == "50,000元/年（“办公经费下限”，2014年5月1日）"


def test_what_is_no_node_has_no_sentence() -> None:
    """A new kind of node that nobody has put into words is an error of the programmer."""

    class Strange(nodes.Node):
        kind: str = "strange"

    with pytest.raises(TypeError, match="Strange cannot be put into words in en"):
        say(Strange(), Voice("en"))
    with pytest.raises(TypeError, match="Strange cannot be written as a formula"):
        formulas.formula(Strange())


def rules() -> list[Any]:
    """Every expression of every rulebook."""
    return [
        pytest.param(node, id=f"{rule.id}-{place}")
        for name in available()
        for rule in load(name)
        for place, node in enumerate(rule.expressions())
    ]


def assert_is_clean(text: str, lang: Lang) -> None:
    """Brackets and quotation marks close, no id stands in the text, and Chinese has no English word."""
    assert text == text.strip()
    for opening, closing in ("()", "（）", "“”"):
        assert text.count(opening) == text.count(closing)
    assert "_" not in text
    assert "  " not in text
    if lang == "zh":
        assert not re.search("[a-z]{2,}", text)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("node", rules())
def test_every_rule_reads_cleanly(node: nodes.Node, lang: Lang) -> None:
    """No rule of the rulebooks shows an id, an empty name or a bracket that is never closed."""
    assert_is_clean(sentence(node, lang), lang)


@given(st.sampled_from(sorted(ENTITY_TYPES)).flatmap(trees.conditions), st.sampled_from(["en", "zh"]))
def test_any_tree_has_a_sentence(node: nodes.Node, lang: Lang) -> None:
    """Whatever stands in a condition can be said."""
    assert sentence(node, lang)


@pytest.mark.parametrize(
    ("label", "yes", "no"),
    [
        ("已登记", "已登记", "未登记"),
        ("设有办公室", "设有办公室", "未设办公室"),
        ("近年有开发项目", "近年有开发项目", "近年没有开发项目"),
        ("有服务用房", "有服务用房", "没有服务用房"),
        ("达到和谐社区标准", "达到和谐社区标准", "未达到和谐社区标准"),
        ("具备岗位资格", "具备岗位资格", "不具备岗位资格"),
        ("项目可代建用房", "项目可代建用房", "项目不可代建用房"),
        ("自治达标", "自治达标", "自治未达标"),
        ("验收合格", "验收合格", "验收不合格"),
        ("新划分社区", "属于新划分社区", "不属于新划分社区"),
        ("社工证书", "持有社工证书", "未持有社工证书"),
        ("区域统筹", "实行区域统筹", "未实行区域统筹"),
        ("超出社区能力", "超出社区能力", "未超出社区能力"),
        ("智能门禁", "“智能门禁”为是", "“智能门禁”为否"),
        ("有效期内", "“有效期内”为是", "“有效期内”为否"),
    ],
)
def test_chinese_truths_are_stated_and_denied(label: str, yes: str, no: str) -> None:
    """A label becomes a clause by its first word; one without a verb is quoted."""
    assert (yes, no) == (words.chinese_predicate(label, holds=True), words.chinese_predicate(label, holds=False))


@pytest.mark.parametrize(
    ("name", "one", "none", "several"),
    [
        ("is_newly_drawn", "it is newly drawn", "it is not newly drawn", "they are newly drawn"),
        ("is_new_build", "it is a new build", "it is not a new build", "they are a new build"),
        (
            "is_on_asset_register",
            "it is on the asset register",
            "it is not on the asset register",
            "they are on the asset register",
        ),
        ("has_office", "it has an office", "it does not have an office", "they have an office"),
        (
            "has_social_security",
            "it has social security",
            "it does not have social security",
            "they have social security",
        ),
        (
            "meets_autonomy_standard",
            "it meets the autonomy standard",
            "it does not meet the autonomy standard",
            "they meet the autonomy standard",
        ),
    ],
)
def test_english_truths_are_stated_and_denied(name: str, one: str, none: str, several: str) -> None:
    """The verb in a name makes the clause, of one and of several."""
    states, denies = words.predicate(name, holds=True), words.predicate(name, holds=False)
    assert states is not None
    assert denies is not None

    assert (one, none, several) == (states.of("it"), denies.of("it"), states.of("they", many=True))


def test_a_truth_without_a_verb_is_quoted() -> None:
    """A name without a verb makes no clause."""
    assert words.predicate("reviewed", holds=True) is None
