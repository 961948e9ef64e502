"""Clauses 一 to 三: guiding thought, principles and the goals for the end of 2025.

A goal is judged on the city. What each community has of it is a variant that is reported and judges nobody. Tasks
that repeat a goal without a day of their own are the same rule.
"""

from datetime import date

from civic_rules.expressions import choose, either, subject, within
from civic_rules.indicators import FACILITY_AREA_PER_HOUSEHOLD, RURAL, URBAN, WORKERS_PER_RESIDENT
from civic_rules.rulebooks.shaoyang_2023_15.departments import CIVIL_AFFAIRS, PUBLICITY, TASK_3, TASK_4, TASK_5
from civic_rules.rulebooks.shaoyang_2023_15.document import SHAOYANG
from civic_rules.rulebooks.shaoyang_2023_15.readings import (
    ACTIVITY_AREA_LEVEL,
    FACILITY_AREA_LEVEL,
    NEW_BUILD_LEVEL,
    SELF_SERVICE_UNIT,
    URBAN_POPULATION,
    WORKER_DENSITY_AREA,
)
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")
county = subject("county")
street = subject("street")

END_OF_2025 = date(2025, 12, 31)

AREA_PER_HOUSEHOLDS = "43 m² / (100 household)"
ACTIVITY_SHARE = "60 %"
DENSITY = "18 worker / (10000 resident)"
NEW_BUILD_SHARE = "10 %"

HAS_FACILITY = either(community.has_facility.is_(True), community.facility_area > "0 m²")
"""The community has a service facility: somebody says so, or its floor area shows it."""

HAS_SELF_SERVICE = community.arrangement("government-self-service").in_place()
HAS_STATION = community.arrangement("volunteer-station").in_place()
ACTIVITY_AREA_SHARE = community.activity_area / community.facility_area

COMMUNITIES = city.all("community")
URBAN_COMMUNITIES = COMMUNITIES.where(URBAN)
RURAL_COMMUNITIES = COMMUNITIES.where(RURAL)
WITH_FACILITY = COMMUNITIES.where(HAS_FACILITY)
NEW_COMMUNITIES = COMMUNITIES.where(community.is_new_build.is_(True))
URBAN_STREETS = city.all("street").where(street.all("community").where(URBAN).count() >= "1 community")

CITY_RESIDENTS = choose(
    URBAN_POPULATION,
    communities=URBAN_COMMUNITIES.total(community.residents),
    statistic=city.permanent_urban_residents,
)

URBAN_OF_COUNTY = county.all("community").where(URBAN)
COUNTY_IS_STAFFED = URBAN_OF_COUNTY.total(community.workers) / URBAN_OF_COUNTY.total(community.residents) >= DENSITY

INFORMATION_ALONE = Text(
    zh="本社区自身的情况，仅供参考；目标是全市的。",
    en="How the community itself stands, for information. The goal is that of the city.",
)

GUIDING_THOUGHT = Guidance(
    key="guiding-thought",
    title=Text(zh="体系建设的总方向", en="Overall direction of the service system"),
    source=SHAOYANG.clause("一", evidence=("党建引领、人民至上", "因地制宜")),
    note=Text(
        zh="贯彻的上位文件是湘政办发〔2022〕52号。",
        en="It carries out the provincial plan, document 湘政办发〔2022〕52号.",
    ),
)

FIVE_PRINCIPLES = Guidance(
    key="five-principles",
    title=Text(
        zh="五条原则：党的领导、居民为本、多元参与、城乡统筹、因地制宜",
        en="Five principles: the party leads, residents first, many parties, town and country as one, local conditions",
    ),
    source=SHAOYANG.clause("二", evidence=("以人为本", "政府主导", "统筹城乡", "因地制宜")),
    note=Text(
        zh="城乡投入差距要缩小，没有数值。",
        en="The gap between what goes to towns and to villages is to narrow. There is no figure.",
    ),
)

SERVICE_SYSTEM_BASICALLY_BUILT = Guidance(
    key="service-system-basically-built",
    title=Text(zh="2025年底基本建成社区服务体系", en="The service system stands by the end of 2025"),
    source=SHAOYANG.clause("三", evidence=("到2025年底", "基本建成")),
    wording=("发展目标",),
    note=Text(
        zh="总目标，由其后各项指标衡量。",
        en="The goal above all goals: the figures that follow measure it.",
    ),
)

URBAN_FACILITY_COVERAGE = Requirement(
    key="urban-facility-coverage",
    title=Text(zh="城市社区综合服务设施全覆盖", en="A service facility in every urban community"),
    must=either(city.urban_facility_coverage, URBAN_COMMUNITIES.share(HAS_FACILITY)) >= "100 %",
    # A reported rate says that there are such communities; otherwise the list of communities says it.
    when=either(city.urban_facility_coverage >= "0 %", URBAN_COMMUNITIES.count() >= "1 community"),
    modality=Modality.TARGET,
    due=END_OF_2025,
    source=SHAOYANG.clause("三", evidence=("到2025年底", "综合服务设施覆盖率", "100%")),
    wording=("发展目标", "覆盖率达到100%"),
)

URBAN_FACILITY_COVERAGE_COMMUNITY = Requirement(
    key="urban-facility-coverage-community",
    variant_of="urban-facility-coverage",
    title=Text(zh="本城市社区有综合服务设施", en="Service facility of the urban community"),
    must=HAS_FACILITY,
    when=URBAN,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("三", evidence=("综合服务设施覆盖率", "100%")),
    wording=("发展目标", "覆盖率达到100%"),
    note=INFORMATION_ALONE,
)

RURAL_FACILITY_COVERAGE = Requirement(
    key="rural-facility-coverage",
    title=Text(zh="农村社区综合服务设施全覆盖", en="A service facility in every rural community"),
    must=either(city.rural_facility_coverage, RURAL_COMMUNITIES.share(HAS_FACILITY)) >= "100 %",
    when=either(city.rural_facility_coverage >= "0 %", RURAL_COMMUNITIES.count() >= "1 community"),
    modality=Modality.TARGET,
    due=END_OF_2025,
    source=SHAOYANG.clause("三", evidence=("到2025年底", "农村社区综合服务设施", "100%")),
    wording=("发展目标", "覆盖率达到100%"),
)

RURAL_FACILITY_COVERAGE_COMMUNITY = Requirement(
    key="rural-facility-coverage-community",
    variant_of="rural-facility-coverage",
    title=Text(zh="本农村社区有综合服务设施", en="Service facility of the rural community"),
    must=HAS_FACILITY,
    when=RURAL,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("三", evidence=("农村社区综合服务设施", "100%")),
    wording=("发展目标", "覆盖率达到100%"),
    note=INFORMATION_ALONE,
)

NEW_BUILD_FACILITY_AREA_SHARE = Requirement(
    key="new-build-facility-area-share",
    title=Text(
        zh="新建社区商业与服务设施的面积占比",
        en="Share of shops and service facilities in the floor area of a new community",
    ),
    must=choose(
        NEW_BUILD_LEVEL,
        community=community.commercial_and_service_area / community.total_floor_area >= NEW_BUILD_SHARE,
        city=within(
            "city",
            NEW_COMMUNITIES.total(community.commercial_and_service_area)
            / NEW_COMMUNITIES.total(community.total_floor_area),
        )
        >= NEW_BUILD_SHARE,
    ),
    when=community.is_new_build.is_(True),
    modality=Modality.TARGET,
    due=END_OF_2025,
    responsible=TASK_3,
    lead=TASK_3[:1],
    source=SHAOYANG.clause("三", evidence=("总建筑面积的比例", "10%以上")),
    restated_in=(SHAOYANG.clause("四(二)3", evidence=("面积达标、功能完善",)),),
    covers=("new-build-area-compliance",),
    wording=("发展目标", "达到10%以上"),
    note=Text(
        zh="商业与服务面积合并计算，总建筑面积是否含地下未写明；哪一天起建的算新建，原文未写。",
        en="Shops and service rooms count together. Whether the whole includes what is below ground, and from which "
        "day a community is new, is not said.",
    ),
)

FACILITY_AREA_PER_100_HOUSEHOLDS = Requirement(
    key="facility-area-per-100-households",
    title=Text(zh="全市每百户综合服务设施面积", en="Floor area of service facilities per 100 households of the city"),
    must=choose(
        FACILITY_AREA_LEVEL,
        city=either(
            city.facility_area_per_households,
            COMMUNITIES.total(community.facility_area) / COMMUNITIES.total(community.households),
        )
        >= AREA_PER_HOUSEHOLDS,
        community=COMMUNITIES.every(FACILITY_AREA_PER_HOUSEHOLD >= AREA_PER_HOUSEHOLDS),
    ),
    modality=Modality.TARGET,
    due=END_OF_2025,
    source=SHAOYANG.clause("三", evidence=("每百户居民", "不低于43平方米")),
    wording=("发展目标", "不低于43平方米"),
    note=Text(
        zh="户数口径原文未写，按常住户理解；户数不进整百。",
        en="Which households count is not said: those who live there permanently are taken, and they are not rounded "
        "to hundreds.",
    ),
)

FACILITY_AREA_PER_100_HOUSEHOLDS_COMMUNITY = Requirement(
    key="facility-area-per-100-households-community",
    variant_of="facility-area-per-100-households",
    title=Text(zh="本社区每百户综合服务设施面积", en="Floor area of the community's facility per 100 households"),
    must=FACILITY_AREA_PER_HOUSEHOLD >= AREA_PER_HOUSEHOLDS,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("三", evidence=("每百户居民", "不低于43平方米")),
    wording=("发展目标", "不低于43平方米"),
    note=INFORMATION_ALONE,
)

RESIDENT_ACTIVITY_AREA_SHARE = Requirement(
    key="resident-activity-area-share",
    title=Text(zh="全市居民活动区域占设施面积的比例", en="Share of the city's facility area for residents' activities"),
    must=choose(
        ACTIVITY_AREA_LEVEL,
        city=either(
            city.activity_area_share,
            WITH_FACILITY.total(community.activity_area) / WITH_FACILITY.total(community.facility_area),
        )
        >= ACTIVITY_SHARE,
        community=WITH_FACILITY.every(ACTIVITY_AREA_SHARE >= ACTIVITY_SHARE),
    ),
    modality=Modality.TARGET,
    due=END_OF_2025,
    responsible=TASK_4,
    lead=TASK_4[:1],
    source=SHAOYANG.clause("三", evidence=("居民活动区域面积", "达到60%")),
    restated_in=(SHAOYANG.clause("四(二)4", evidence=("居民活动区域", "60%以上")),),
    covers=("resident-activity-area-share-task",),
    wording=("发展目标", "达到60%"),
    note=Text(
        zh="任务中重复这一数字而没有期限，以目标的日期为准。",
        en="A task repeats the figure without a day. The day of the goal holds for both.",
    ),
)

RESIDENT_ACTIVITY_AREA_SHARE_COMMUNITY = Requirement(
    key="resident-activity-area-share-community",
    variant_of="resident-activity-area-share",
    title=Text(zh="本社区居民活动区域占设施面积的比例", en="Share of the facility for residents' activities"),
    must=ACTIVITY_AREA_SHARE >= ACTIVITY_SHARE,
    when=HAS_FACILITY,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("三", evidence=("居民活动区域面积", "达到60%")),
    wording=("发展目标", "达到60%"),
    note=INFORMATION_ALONE,
)

URBAN_SELF_SERVICE_COVERAGE = Requirement(
    key="urban-self-service-coverage",
    title=Text(zh="城市政务自助服务全覆盖", en="Self-service for government matters all over the urban area"),
    must=either(
        city.urban_self_service_coverage,
        choose(
            SELF_SERVICE_UNIT,
            community=URBAN_COMMUNITIES.share(HAS_SELF_SERVICE),
            street=URBAN_STREETS.share(street.arrangement("government-self-service").in_place()),
        ),
    )
    >= "100 %",
    when=either(city.urban_self_service_coverage >= "0 %", URBAN_COMMUNITIES.count() >= "1 community"),
    modality=Modality.TARGET,
    due=END_OF_2025,
    source=SHAOYANG.clause("三", evidence=("自助服务覆盖率", "100%")),
    wording=("发展目标", "覆盖率达到100%"),
)

URBAN_SELF_SERVICE_COVERAGE_COMMUNITY = Requirement(
    key="urban-self-service-coverage-community",
    variant_of="urban-self-service-coverage",
    title=Text(zh="本社区有政务自助服务", en="Self-service for government matters in the community"),
    must=HAS_SELF_SERVICE,
    when=URBAN,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("三", evidence=("自助服务覆盖率", "100%")),
    wording=("发展目标", "覆盖率达到100%"),
    note=INFORMATION_ALONE,
)

WORKERS_PER_10000_URBAN_RESIDENTS = Requirement(
    key="workers-per-10000-urban-residents",
    title=Text(zh="全市每万名城镇居民的社区工作者", en="The city's community workers for each 10,000 urban residents"),
    must=choose(
        WORKER_DENSITY_AREA,
        city=either(city.workers_per_residents, URBAN_COMMUNITIES.total(community.workers) / CITY_RESIDENTS) >= DENSITY,
        county=city.all("county").where(URBAN_OF_COUNTY.count() >= "1 community").every(COUNTY_IS_STAFFED),
        community=URBAN_COMMUNITIES.every(WORKERS_PER_RESIDENT >= DENSITY),
    ),
    modality=Modality.TARGET,
    due=END_OF_2025,
    responsible=TASK_5,
    lead=TASK_5[:1],
    source=SHAOYANG.clause("三", evidence=("每万名城镇常住人口", "18人")),
    restated_in=(SHAOYANG.clause("四(三)5", evidence=("每万城镇常住人口", "18人以上")),),
    covers=("workers-per-10000-urban-residents-task",),
    wording=("发展目标",),
    note=Text(
        zh="目标写18人，任务写18人以上，按下限理解，日期以目标为准。专职网格员计入社区工作者。",
        en="The goal says 18, the task 18 or more: a minimum, with the day of the goal. Full-time grid workers count "
        "as community workers.",
    ),
)

WORKERS_PER_10000_URBAN_RESIDENTS_COMMUNITY = Requirement(
    key="workers-per-10000-urban-residents-community",
    variant_of="workers-per-10000-urban-residents",
    title=Text(zh="本社区每万名居民的工作者", en="Workers of the community for each 10,000 residents"),
    must=WORKERS_PER_RESIDENT >= DENSITY,
    when=URBAN,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("三", evidence=("每万名城镇常住人口", "18人")),
    wording=("发展目标",),
    note=INFORMATION_ALONE,
)

VOLUNTEER_STATION_COVERAGE = Requirement(
    key="volunteer-station-coverage",
    title=Text(zh="综合服务设施中的志愿服务站点覆盖率", en="Service facilities with a volunteer service station"),
    must=either(city.volunteer_station_coverage, WITH_FACILITY.share(HAS_STATION)) >= "80 %",
    when=either(city.volunteer_station_coverage >= "0 %", WITH_FACILITY.count() >= "1 community"),
    modality=Modality.TARGET,
    due=END_OF_2025,
    responsible=(PUBLICITY, CIVIL_AFFAIRS),
    source=SHAOYANG.clause("三", evidence=("志愿服务站点", "80%")),
    restated_in=(SHAOYANG.clause("专栏1-2", evidence=("志愿服务站点", "80%以上")),),
    covers=("volunteer-station-coverage-action",),
    wording=("发展目标", "覆盖率达到80%"),
    note=Text(
        zh="分母是综合服务设施，不是全部社区：没有设施的社区不计入。城乡合并计算。",
        en="The whole is the facilities, not all communities: one without a facility does not count. Town and country "
        "count together.",
    ),
)

VOLUNTEER_STATION_COVERAGE_COMMUNITY = Requirement(
    key="volunteer-station-coverage-community",
    variant_of="volunteer-station-coverage",
    title=Text(zh="本社区设施内有志愿服务站点", en="Volunteer service station in the community's facility"),
    must=HAS_STATION,
    when=HAS_FACILITY,
    modality=Modality.REPORTED,
    source=SHAOYANG.clause("三", evidence=("志愿服务站点", "80%")),
    wording=("发展目标", "覆盖率达到80%"),
    note=INFORMATION_ALONE,
)
