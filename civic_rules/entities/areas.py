"""The areas that hold communities: streets and towns, counties, the city."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from civic_rules.entities.arrangements import CityArrangement, CountyArrangement, StreetArrangement
from civic_rules.entities.base import Entity, Record
from civic_rules.entities.casework import MajorMatter, PolicyDrafting
from civic_rules.entities.community import Community
from civic_rules.entities.fields import Dated, Day, Listing, Members, Nested, YesNo, amount, count, percent
from civic_rules.entities.frozen import FrozenDict
from civic_rules.entities.people import Committee, Fund, TrainingRound
from civic_rules.entities.places import ServiceCentre
from civic_rules.entities.records import Attestation, Attested, Event, Plan, Step
from civic_rules.entities.terms import RescueForce, StandardCategory
from civic_rules.entities.vocabulary import Arrangement


class RescueTeam(Record):
    """The comprehensive emergency rescue team of a street, and the forces with which it is coordinated."""

    kind_zh: ClassVar[str] = "救援队伍"

    members: Annotated[int | None, count("rescuer", "队员数")] = None
    """People enrolled in it, whatever unit they come from; 0 says that there is no team."""
    own_members: Annotated[int | None, count("rescuer", "自有队员数")] = None
    """Those of the members who belong to none of the forces that take part."""
    forces: Annotated[Mapping[RescueForce, bool] | None, Listing("统筹力量", (), RescueForce)] = None
    """Forces that the street coordinates for rescue."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (("own_members", "members"),)


class Street(Entity):
    """A street (urban) or town (rural): the level between the county and its communities."""

    kind: ClassVar[str] = "street"
    kind_zh: ClassVar[str] = "镇街"

    is_township: Annotated[bool | None, YesNo("乡镇")] = None
    """Whether it is a town or township, as opposed to a street."""
    rescue_team: Annotated[RescueTeam | None, Nested("综合应急救援队")] = None
    """Its comprehensive emergency rescue team."""
    platform_coverage: Annotated[float | None, percent("综合平台覆盖率")] = None
    """Communities that its integrated platform of management and service covers, as it reports."""
    weak_party_organisations: Annotated[int | None, count("party_organisation", "软弱涣散党组织数")] = None
    """Party organisations in it that were found to be weak and lax and are listed as such."""
    weak_party_organisations_in_rectification: Annotated[int | None, count("party_organisation", "整顿中党组织数")] = (
        None
    )
    """Those of the weak and lax party organisations that are being put in order."""
    certified_workers: Annotated[int | None, count("worker", "持证工作者数")] = None
    """Community workers with a national certificate of social work, as it reports."""
    allowance_workers: Annotated[int | None, count("worker", "领取职业津贴人数")] = None
    """Those of them who are paid an allowance for it, as it reports."""
    property_party_organisation_share: Annotated[float | None, percent("物业企业党组织覆盖率")] = None
    """Property companies with a party organisation, as it reports."""
    property_party_work_share: Annotated[float | None, percent("物业企业党的工作覆盖率")] = None
    """Property companies that the work of the party reaches, as it reports."""
    volunteer_projects: Annotated[int | None, count("item", "街道志愿服务项目数")] = None
    """Projects of volunteer service that the street itself has planned and runs or ran in its communities."""

    arrangements: Annotated[Mapping[Arrangement, Attestation], Attested("制度", (), StreetArrangement)] = FrozenDict()
    """What is known of its bodies, systems and practices."""
    events: Annotated[tuple[Event, ...] | None, Dated("事项记录")] = None
    """Dated events. A list is the complete record of the kinds of event that it is asked for."""
    committees: Annotated[tuple[Committee, ...] | None, Members("委员会列表")] = None
    """Its committees, leading groups and task forces."""
    training_rounds: Annotated[tuple[TrainingRound, ...] | None, Members("轮训列表")] = None
    """Rounds of training of the leaders of its communities. The list is complete for the years that it is asked for."""
    service_centres: Annotated[tuple[ServiceCentre, ...] | None, Members("服务中心列表")] = None
    """Its comprehensive service centres."""
    major_matters: Annotated[tuple[MajorMatter, ...] | None, Members("重大事项列表")] = None
    """Important matters of governance that were before it."""
    communities: Annotated[tuple[Community, ...] | None, Members("社区列表")] = None
    """Its communities."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (
        ("weak_party_organisations_in_rectification", "weak_party_organisations"),
        ("allowance_workers", "certified_workers"),
    )


class County(Entity):
    """A county, a city district or a county-level city; development zones are treated like one."""

    kind: ClassVar[str] = "county"
    kind_zh: ClassVar[str] = "县(市、区)"

    layout_plan: Annotated[Plan | None, Nested("社区布局规划")] = None
    """The plan of which communities it is divided into."""
    facility_plan: Annotated[Plan | None, Nested("用房专项规划")] = None
    """The special plan for building the rooms of communities."""
    urban_average_wage: Annotated[float | None, amount("CNY / year", "城镇在岗平均工资")] = None
    """Average annual wage of on-post staff of its urban units in the year before the audit."""
    rural_net_income: Annotated[float | None, amount("CNY / year", "农民人均纯收入")] = None
    """Rural net income per head in the year before the audit."""
    rural_transfer_standard: Annotated[float | None, amount("CNY / year", "转移支付标准")] = None
    """What the rural fiscal transfer payment provides for the office funds of one community."""
    two_committee_pay: Annotated[float | None, amount("CNY / year", "两委成员报酬")] = None
    """Pay of party-organisation and committee members, to which the pay of other staff is tied."""
    other_staff_pay_share: Annotated[float | None, percent("其他人员报酬比例")] = None
    """The share of that pay which other staff are due; each county sets it."""

    units_evaluated: Annotated[Step | None, Nested("社区评议单位")] = None
    """Communities have evaluated the units that serve them."""
    evaluation_used: Annotated[Step | None, Nested("评议结果运用")] = None
    """The results have gone into its yearly assessment."""

    arrangements: Annotated[Mapping[Arrangement, Attestation], Attested("制度", (), CountyArrangement)] = FrozenDict()
    """What is known of its bodies, systems and practices."""
    committees: Annotated[tuple[Committee, ...] | None, Members("委员会列表")] = None
    """Its committees."""
    funds: Annotated[tuple[Fund, ...] | None, Members("资金列表")] = None
    """Its funds."""
    service_centres: Annotated[tuple[ServiceCentre, ...] | None, Members("服务中心列表")] = None
    """Its service centres."""
    streets: Annotated[tuple[Street, ...] | None, Members("镇街列表")] = None
    """Its streets and towns."""
    communities: Annotated[tuple[Community, ...] | None, Members("社区列表")] = None
    """Its communities, where they are not listed by street."""


class City(Entity):
    """A prefecture-level city, with its members or with the figures that it reports."""

    kind: ClassVar[str] = "city"
    kind_zh: ClassVar[str] = "市"

    urban_average_wage: Annotated[float | None, amount("CNY / year", "城镇在岗平均工资")] = None
    """Average annual wage of on-post staff of its urban units in the year before the audit."""
    harmonious_urban_share: Annotated[float | None, percent("城市和谐社区比例")] = None
    """Urban communities that meet the provincial standard, as the city reports."""
    harmonious_rural_share: Annotated[float | None, percent("农村和谐社区比例")] = None
    """Rural communities that meet the provincial standard, as the city reports."""
    new_system_urban_share: Annotated[float | None, percent("城市新体制比例")] = None
    """Urban communities that run the four-part structure, as the city reports."""
    new_system_rural_share: Annotated[float | None, percent("农村新体制比例")] = None
    """Rural communities that run the four-part structure, as the city reports."""
    autonomy_share: Annotated[float | None, percent("自治达标率")] = None
    """Communities whose self-government meets the standard, as the city reports."""
    autonomy_urban_share: Annotated[float | None, percent("城市自治达标率")] = None
    """Urban communities whose self-government meets the standard, as the city reports."""
    autonomy_rural_share: Annotated[float | None, percent("农村自治达标率")] = None
    """Rural communities whose self-government meets the standard, as the city reports."""
    facility_share: Annotated[float | None, percent("设施功能达标率")] = None
    """Communities whose facilities and functions meet the standard, as the city reports."""
    facility_urban_share: Annotated[float | None, percent("城市设施功能达标率")] = None
    """Urban communities whose facilities and functions meet the standard, as the city reports."""
    facility_rural_share: Annotated[float | None, percent("农村设施功能达标率")] = None
    """Rural communities whose facilities and functions meet the standard, as the city reports."""
    urban_volunteers: Annotated[int | None, count("volunteer", "城市社区志愿者数")] = None
    """Registered volunteers of all urban communities together, as the city reports."""
    urban_residents: Annotated[int | None, count("resident", "城市社区居民数")] = None
    """Residents of all urban communities together, as the city reports."""
    rural_volunteers: Annotated[int | None, count("volunteer", "农村社区志愿者数")] = None
    """Registered volunteers of all rural communities together, as the city reports."""
    rural_residents: Annotated[int | None, count("resident", "农村社区居民数")] = None
    """Residents of all rural communities together, as the city reports."""
    professional_urban_share: Annotated[float | None, percent("城市专业化比例")] = None
    """Professional workers among urban community workers, as the city reports."""
    professional_rural_share: Annotated[float | None, percent("农村专业化比例")] = None
    """Professional workers among rural community workers, as the city reports."""

    urban_facility_coverage: Annotated[float | None, percent("城市综合服务设施覆盖率")] = None
    """Urban communities with a comprehensive service facility, as the city reports."""
    rural_facility_coverage: Annotated[float | None, percent("农村综合服务设施覆盖率")] = None
    """Rural communities with a comprehensive service facility, as the city reports."""
    facility_area_per_households: Annotated[float | None, amount("m² / (100 household)", "每百户设施面积")] = None
    """Floor area of service facilities for its households, as the city reports."""
    activity_area_share: Annotated[float | None, percent("居民活动区域占比")] = None
    """Area for residents' activities in all service facilities together, as the city reports."""
    urban_self_service_coverage: Annotated[float | None, percent("城市政务自助服务覆盖率")] = None
    """Coverage of its urban area with self-service for government matters, as the city reports."""
    volunteer_station_coverage: Annotated[float | None, percent("志愿服务站点覆盖率")] = None
    """Service facilities with a volunteer service station, as the city reports."""
    social_work_studios: Annotated[int | None, count("studio", "社会工作室数")] = None
    """Social-work studios of its communities, as it reports."""

    towns_and_streets: Annotated[int | None, count("street", "镇街数")] = None
    """Towns and streets that it has, as it reports."""
    streets_with_federation: Annotated[int | None, count("street", "有联合会镇街数")] = None
    """Towns and streets with a federation of social organisations, as it reports."""
    streets_with_station: Annotated[int | None, count("street", "有社工站镇街数")] = None
    """Towns and streets with a social-work station, as it reports."""
    pilot_communities: Annotated[int | None, count("community", "智慧社区试点数")] = None
    """Communities in the provincial pilot of smart communities, as it reports."""
    is_national_case: Annotated[bool | None, YesNo("入选全国案例")] = None
    """Whether the ministry chose its practice as a case for others."""

    elected_committee_members: Annotated[int | None, count("committee_member", "当选两委成员数")] = None
    """Members of party organisations and residents' committees elected at the last term change, as it reports."""
    recruited_workers: Annotated[int | None, count("worker", "招录专职人员数")] = None
    """Full-time workers recruited from society, as it reports."""
    workers_per_community: Annotated[float | None, amount("worker / community", "每社区工作者数")] = None
    """Workers of a community on average, as it reports; an average says nothing of a single community."""
    workers_per_residents: Annotated[float | None, amount("worker / (10000 resident)", "每万人工作者数")] = None
    """Community workers for its permanent urban residents, as it reports."""
    approved_workers: Annotated[int | None, count("worker", "核定社区工作者总量")] = None
    """Community workers that its urban communities are approved to have, as it reports."""
    permanent_urban_residents: Annotated[int | None, count("resident", "城镇常住人口数")] = None
    """Its permanent urban population as official statistics have it, which may differ from that of its communities."""
    urban_communities: Annotated[int | None, count("community", "城市社区数")] = None
    """Urban communities that it has, as it reports."""
    university_share: Annotated[float | None, percent("大学以上学历比例")] = None
    """Community workers with university education, as it reports."""
    leaders_in_public_posts: Annotated[int | None, count("committee_member", "考录骨干人数")] = None
    """Heads of community bodies who passed into the civil service or a public institution, as it reports."""
    pay_posts: Annotated[int | None, count("post", "薪酬岗位数")] = None
    """Posts in the pay system of community workers."""
    pay_grades: Annotated[int | None, count("grade", "薪酬等级数")] = None
    """Grades in the pay system of community workers."""

    community_organisations: Annotated[int | None, count("organisation", "社区社会组织总数")] = None
    """Community social organisations, as it reports."""
    organisations_per_community: Annotated[float | None, amount("organisation / community", "每社区组织数")] = None
    """Social organisations of a community on average, as it reports."""
    registered_volunteers: Annotated[int | None, count("volunteer", "注册志愿者总数")] = None
    """Registered community volunteers, as it reports."""
    reporting_units: Annotated[int | None, count("unit_body", "报到单位数")] = None
    """Units whose party organisation reported to a community for service, as it reports."""
    reporting_party_members: Annotated[int | None, count("party_member", "报到党员数")] = None
    """Party members who reported to a community for service, as it reports."""
    units_with_party_organisation: Annotated[int | None, count("unit_body", "有党组织单位数")] = None
    """Public bodies, enterprises and institutions with a party organisation, as it reports."""
    in_service_party_members: Annotated[int | None, count("party_member", "在职党员总数")] = None
    """Party members in service, as it reports."""
    elderly_institution_coverage: Annotated[float | None, percent("街道养老机构覆盖率")] = None
    """Streets with a comprehensive institution for the care of the elderly, as it reports."""
    urban_day_care_coverage: Annotated[float | None, percent("城市日间照料覆盖率")] = None
    """Urban communities with day care for the elderly, as it reports."""
    minor_protection_coverage: Annotated[float | None, percent("未成年人保护覆盖率")] = None
    """Towns and streets with a station or a person for the protection of minors, as it reports."""
    disabled_association_coverage: Annotated[float | None, percent("残疾人协会覆盖率")] = None
    """Communities with an association of disabled persons, as it reports."""
    cultural_centre_coverage: Annotated[float | None, percent("文化服务中心覆盖率")] = None
    """Communities with a comprehensive cultural service centre, as it reports."""
    agency_service_coverage: Annotated[float | None, percent("政务代办覆盖率")] = None
    """Communities where government business is handled on residents' behalf, as it reports."""
    satisfaction_survey_coverage: Annotated[float | None, percent("满意度调查覆盖率")] = None
    """Communities that the survey of satisfaction covers, as it reports."""
    rating_coverage: Annotated[float | None, percent("好差评覆盖率")] = None
    """Public service items of communities that people can rate, as it reports."""
    elderly_friendly_communities: Annotated[int | None, count("community", "老年友好社区数")] = None
    """Communities built as a model for the elderly, as it reports."""
    aid_rental_communities: Annotated[int | None, count("community", "辅具租赁社区数")] = None
    """Communities where aids for rehabilitation can be rented, as it reports."""
    education_zones: Annotated[int | None, count("education_zone", "社区教育实验区数")] = None
    """Experimental zones of community education that it has, as it reports."""
    elderly_universities: Annotated[int | None, count("elderly_university", "优质老年大学数")] = None
    """Universities of quality for the elderly that it has, as it reports."""
    property_committee_share: Annotated[float | None, percent("物业管理委员会覆盖率")] = None
    """Communities with a committee for environment and property management, as it reports."""
    property_service_share: Annotated[float | None, percent("小区物业服务覆盖率")] = None
    """Dwelling compounds with property service, as it reports."""
    owners_committees_formed: Annotated[int | None, count("owners_committee", "业主委员会总数")] = None
    """Owners' committees formed, as it reports."""
    owners_committee_members: Annotated[int | None, count("committee_member", "业委会委员总数")] = None
    """Members of those owners' committees, as it reports."""

    villages_without_broadband: Annotated[int | None, count("community", "未通宽带村数")] = None
    """Villages that fixed broadband does not reach, as it reports."""
    village_5g_share: Annotated[float | None, percent("行政村5G比例")] = None
    """Villages that 5G reaches, as it reports."""
    online_items: Annotated[int | None, count("item", "网办事项数")] = None
    """Kinds of government business that can be done online, in the year before the audit."""
    online_items_before: Annotated[int | None, count("item", "上年网办事项数")] = None
    """Kinds of government business that could be done online, a year earlier."""
    online_cases: Annotated[int | None, count("case", "网办件数")] = None
    """Pieces of government business done online, in the year before the audit."""
    online_cases_before: Annotated[int | None, count("case", "上年网办件数")] = None
    """Pieces of government business done online, a year earlier."""
    legal_service_share: Annotated[float | None, percent("法律服务覆盖率")] = None
    """Communities with every kind of legal service, as it reports."""

    governance_policy: Annotated[PolicyDrafting | None, Nested("治理政策")] = None
    """How its policy on communities was drawn up, and what the policy is made of."""
    supporting_documents: Annotated[int | None, count("document", "配套文件数")] = None
    """Documents that support its opinions on governance, as it reports."""
    standard_categories: Annotated[int | None, count("item", "社区标准类数")] = None
    """Categories of indicators in its standard of a good community."""
    standard_indicators: Annotated[int | None, count("indicator", "社区标准指标数")] = None
    """Indicators in its standard of a good community."""
    standard_topics: Annotated[
        Mapping[StandardCategory, bool] | None, Listing("社区标准类别", (), StandardCategory)
    ] = None
    """The categories of that standard by name."""
    burden_study: Annotated[Step | None, Nested("减负调研")] = None
    """A special study of what burdens communities."""
    burden_policy: Annotated[Step | None, Nested("减负政策出台")] = None
    """The policy that takes burdens off communities is issued."""
    burden_measures: Annotated[int | None, count("item", "减负措施数")] = None
    """Measures in its policy that takes burdens off communities."""
    certificate_matters: Annotated[int | None, count("item", "需出具证明事项数")] = None
    """Matters for which communities have to issue a certificate."""
    certificate_forms: Annotated[int | None, count("item", "有证明式样事项数")] = None
    """Those of the matters for which there is a standard form."""
    certificate_procedures: Annotated[int | None, count("item", "有办理流程事项数")] = None
    """Those of the matters for which there is a procedure."""
    delegated_services: Annotated[int | None, count("item", "下放服务事项数")] = None
    """Public services that it has delegated to communities."""
    service_circle_time: Annotated[float | None, amount("minute", "服务圈时间")] = None
    """Time in which its service circle is meant to reach a resident."""
    platform_services: Annotated[int | None, count("item", "平台服务项目数")] = None
    """Services of its convenience platform, where it reports their number."""
    platform_services_over: Annotated[int | None, count("item", "平台服务项目数下限")] = None
    """The number that the services of its convenience platform exceed, where it reports "more than" a number."""
    platform_visits: Annotated[float | None, amount("person_time / year", "平台年服务人次")] = None
    """Times that the platform served a resident in a year, as it reports."""
    service_satisfaction: Annotated[float | None, percent("服务满意度")] = None
    """Satisfaction with community services in its survey of residents."""
    satisfaction_until: Annotated[date | None, Day("满意度截止日期")] = None
    """The last day of the period for which that satisfaction was found."""

    venture_funds: Annotated[float | None, amount("CNY", "公益创投资金")] = None
    """Government money put into public-welfare projects of social organisations, as it reports."""
    venture_projects: Annotated[int | None, count("item", "公益创投项目数")] = None
    """Those projects, as it reports."""
    venture_visits: Annotated[int | None, count("person_time", "公益创投服务人次")] = None
    """Times that those projects served a resident, as it reports."""

    arrangements: Annotated[Mapping[Arrangement, Attestation], Attested("制度", (), CityArrangement)] = FrozenDict()
    """What is known of its bodies, systems and practices."""
    events: Annotated[tuple[Event, ...] | None, Dated("事项记录")] = None
    """Dated events. A list is the complete record of the kinds of event that it is asked for."""
    committees: Annotated[tuple[Committee, ...] | None, Members("委员会列表")] = None
    """Its committees."""
    service_centres: Annotated[tuple[ServiceCentre, ...] | None, Members("服务中心列表")] = None
    """Its service centres."""
    counties: Annotated[tuple[County, ...] | None, Members("县区列表")] = None
    """Its counties, districts and county-level cities."""
    streets: Annotated[tuple[Street, ...] | None, Members("镇街列表")] = None
    """Its streets and towns, where they are not listed by county."""
    communities: Annotated[tuple[Community, ...] | None, Members("社区列表")] = None
    """Its communities, where they are not listed by county or street."""

    wholes: ClassVar[tuple[tuple[str, str], ...]] = (
        ("streets_with_federation", "towns_and_streets"),
        ("streets_with_station", "towns_and_streets"),
        ("reporting_units", "units_with_party_organisation"),
        ("certificate_forms", "certificate_matters"),
        ("certificate_procedures", "certificate_matters"),
    )
