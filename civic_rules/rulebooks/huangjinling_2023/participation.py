"""Clause 四(二): how society takes part: mass and social organisations, volunteers, units that report for service."""

from civic_rules.expressions import Reading, ReadingOption, all_of, any_of, choose, subject
from civic_rules.rulebooks.huangjinling_2023.departments import (
    COMMUNITY_GOVERNANCE,
    PARTY_BUILDING,
    SERVICE_CENTRE,
    TRADE_UNION,
    YOUTH_LEAGUE,
)
from civic_rules.rulebooks.huangjinling_2023.document import HUANGJINLING
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

community = subject("community")
organisation = subject("social_organisation")
street = subject("street")

VOLUNTEER_OFFICES = (SERVICE_CENTRE, COMMUNITY_GOVERNANCE)

FOUNDATION_LEVEL = Reading(
    key="collaboration-carrier-level",
    title=Text(
        zh="社区基金会等载体由街道设立一个，还是每个社区都要有？",
        en="Is one carrier such as a community foundation enough for the street, or does each community need one?",
    ),
    options=(
        ReadingOption(key="street", title=Text(zh="街道有即可", en="one of the street is enough")),
        ReadingOption(key="community", title=Text(zh="每个社区都有", en="one in every community")),
    ),
    default="street",
    reason=Text(
        zh="同一句前半是街道的机制，没有写每个社区。",
        en="The same sentence begins with a mechanism of the street, and does not say every community.",
    ),
)

PAIRING_PERIOD = Reading(
    key="pairing-period",
    title=Text(
        zh="结对共建活动多久一次才算固定时间？",
        en="How often are activities with paired units due that are to be held at fixed times?",
    ),
    options=(
        ReadingOption(key="month", title=Text(zh="每月", en="every month")),
        ReadingOption(key="quarter", title=Text(zh="每季度", en="every quarter")),
        ReadingOption(key="half-year", title=Text(zh="每半年", en="every half-year")),
        ReadingOption(key="year", title=Text(zh="每年", en="every year")),
    ),
    default=None,
    reason=Text(
        zh="原文没有写间隔，也没有别的规定可以参照，须由使用者选定。",
        en="The text gives no interval, and nothing else that binds gives one. The user has to choose.",
    ),
)

MASS_ORGANISATIONS_DEVELOPMENT = Guidance(
    key="mass-organisations-development",
    title=Text(
        zh="党建带群建，两边资源合用",
        en="Party building carries mass organisations along, with the resources of both used together",
    ),
    source=HUANGJINLING.clause("四(二)4", evidence=("党建带群建", "群团组织建设")),
    wording=("持续加强", "统筹"),
    note=Text(
        zh="资源怎样配置才算统筹，原文未写。",
        en="When resources are used together is not said.",
    ),
)

MASS_ORGANISATIONS_PUBLIC_SERVICE = Requirement(
    key="mass-organisations-public-service",
    title=Text(zh="群团组织参与公共服务", en="Mass organisations take on public services"),
    must=street.arrangement("mass-organisation-services").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=(TRADE_UNION, YOUTH_LEAGUE),
    source=HUANGJINLING.clause("四(二)4", evidence=("承担公共服务职能",)),
    wording=("支持",),
)

PRIORITY_SOCIAL_ORGANISATION_TYPES = Requirement(
    key="priority-social-organisation-types",
    title=Text(
        zh="街道着力发展的社会组织种类",
        en="Kinds of social organisation that the street develops: charity, and four fields of service first",
    ),
    must=street.arrangement("organisation-cultivation").has_all(
        "charity", "family", "health", "elderly-care", "child-rearing"
    ),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("公益慈善类社会组织", "家庭、健康、养老、育幼")),
    wording=("大力发展", "优先发展"),
    note=Text(
        zh="以街道培育的总体判断，不要求每个社区样样都有。服务类列举未尽，公益慈善加四类为最低要求。",
        en="What the street fosters as a whole is judged, not what each community has. The list of services is open: "
        "charity and these four are the least.",
    ),
)

PRIORITY_CONTRACTOR_ELIGIBILITY = Requirement(
    key="priority-contractor-eligibility",
    title=Text(zh="优先承接须具备的两个条件", en="What an organisation with priority for contracts has to be"),
    must=all_of(organisation.has_sound_party_organisation.is_(True), organisation.is_well_managed.is_(True)),
    when=organisation.has_priority_contract.is_(True),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("党组织健全、管理规范", "优先承接")),
    wording=("支持", "优先承接"),
    note=Text(
        zh="只看得到优先的组织。这里没有排除财政拨款的群团组织。",
        en="Only organisations that are given priority are judged. Mass organisations that public finance pays for are "
        "not shut out here.",
    ),
)

SOCIAL_PARTICIPATION_INCENTIVE_POLICY = Requirement(
    key="social-participation-incentive-policy",
    title=Text(zh="对社会力量的激励政策", en="A policy that rewards social forces for taking part"),
    must=street.arrangement("social-participation-incentives").in_place(),
    modality=Modality.MANDATORY,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("激励政策",)),
    wording=("完善",),
)

FIVE_PARTY_LINKAGE = Requirement(
    key="five-party-linkage",
    title=Text(zh="五社联动", en="Linkage of five social forces"),
    must=community.arrangement("five-society-linkage").has_all(
        "community", "social-organisations", "social-workers", "volunteers", "charity-resources"
    ),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("社会慈善资源", "联动机制")),
    wording=("创新",),
    note=Text(
        zh="原文没有用“五社联动”一词，五方相同。动词是创新，没有尺度。",
        en="The text does not use the name, but joins the same five. Its verb asks for something new and sets no "
        "measure.",
    ),
)

STREET_SOCIAL_WORK_PURCHASE = Requirement(
    key="street-social-work-purchase",
    title=Text(zh="街道出资购买社工服务", en="The street has a way to purchase social work"),
    must=street.arrangement("social-work-purchase").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("购买社会工作服务机制",)),
    wording=("探索建立",),
)

COMMUNITY_FOUNDATION_CARRIER = Requirement(
    key="community-foundation-carrier",
    title=Text(zh="社区基金会或同类载体", en="A community foundation or another carrier of collaboration"),
    must=choose(
        FOUNDATION_LEVEL,
        street=street.arrangement("collaboration-carriers").has_any("community-foundation", "other"),
        community=street.all("community").every(
            community.arrangement("collaboration-carriers").has_any("community-foundation", "other")
        ),
    ),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("社区基金会", "协作载体")),
    wording=("探索建立", "设立"),
    note=Text(
        zh="列举未尽，任何一种协作载体都算。“探索”统领整句。",
        en="The list is open, and any such carrier will do. Exploring governs the whole sentence.",
    ),
)

SOCIAL_FORCES_IN_RESCUE = Requirement(
    key="social-forces-in-rescue",
    title=Text(zh="社会力量加入应急救援", en="Social forces take part in rescue"),
    must=any_of(
        street.arrangement("social-forces-in-emergency").in_place(),
        street.rescue_team.forces.includes_any("social-rescue"),
    ),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("参与应急救援",)),
    wording=("探索", "吸纳"),
    note=Text(
        zh="“探索”统领整句。街道统筹的社会救援力量也算；救援队的人数和各方力量在五(三)11。",
        en="Exploring governs the whole sentence. Rescue bodies of society that the street coordinates count too. The "
        "size of its rescue team, and its forces, stand in 五(三)11.",
    ),
)

SOCIAL_WORK_LINKS_CHARITY_RESOURCES = Requirement(
    key="social-work-links-charity-resources",
    title=Text(
        zh="社工机构和社工把慈善资源引入治理",
        en="Institutions of social work and social workers bring charity resources into governance",
    ),
    must=street.arrangement("charity-resource-links").has_all("institutions", "social-workers"),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("链接公益慈善资源",)),
    wording=("推进",),
)

SOCIAL_WORK_STATION_FUNDING_POOL = Requirement(
    key="social-work-station-funding-pool",
    title=Text(
        zh="购买服务资金合用于社工站项目",
        en="Government's purchase money is used as a whole for projects of the social-work station",
    ),
    must=street.arrangement("social-work-station-funding").has_all("pooled-purchase-funds"),
    modality=Modality.MANDATORY,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("政府购买服务资金", "社会工作服务站项目")),
    wording=("统筹整合",),
    note=Text(
        zh="没有数额。句末的社工站项目按两种资金共同的用途理解；社会资金一节动词不同，单独判断。社工站的覆盖在五(一)8。",
        en="There is no amount. The projects at the end of the sentence are read as what both kinds of money are for. "
        "Private money has a verb of its own and is judged by itself. How many stations there are to be stands in "
        "五(一)8.",
    ),
)

SOCIAL_WORK_STATION_SOCIAL_FUNDS = Requirement(
    key="social-work-station-social-funds",
    title=Text(zh="社会资金支持社工站", en="Private money supports the social-work station"),
    must=street.arrangement("social-work-station-funding").has_all("social-funds"),
    modality=Modality.ENCOURAGED,
    responsible=(SERVICE_CENTRE,),
    source=HUANGJINLING.clause("四(二)5", evidence=("引导社会资金",)),
    wording=("引导", "支持"),
)

HEALTH_ASSOCIATIONS_MANAGEMENT = Guidance(
    key="health-associations-management",
    title=Text(zh="管好卫生健康类社团", en="Associations in the field of health are managed well and play their part"),
    source=HUANGJINLING.clause("四(二)5", evidence=("卫生健康类社会团体",)),
    wording=("加强", "推动"),
)

VOLUNTEER_ORGANISATIONS = Requirement(
    key="volunteer-organisations",
    title=Text(zh="发展志愿服务组织", en="The street develops organisations of volunteers"),
    must=street.arrangement("organisation-cultivation").has_all("volunteer-service"),
    modality=Modality.ENCOURAGED,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("社区志愿服务组织",)),
    wording=("大力发展",),
    note=Text(
        zh="与四(二)5的各类组织一样，以街道培育的总体判断。没有数量。",
        en="What the street fosters as a whole is judged, as with the kinds of organisation in 四(二)5. There is no "
        "number.",
    ),
)

VOLUNTEER_SERVICE_SYSTEM = Requirement(
    key="volunteer-service-system",
    title=Text(zh="社区有志愿服务制度", en="The community has a system of volunteer service"),
    must=community.arrangement("volunteer-service-system").in_place(),
    modality=Modality.MANDATORY,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("社区志愿服务制度",)),
    wording=("完善",),
    note=Text(
        zh="发展组织的动词不同，单独判断。",
        en="Organisations are to be developed: that is another verb, and is judged by itself.",
    ),
)

VOLUNTEER_REGULAR_PARTICIPATION = Guidance(
    key="volunteer-regular-participation",
    title=Text(
        zh="志愿组织日常参与治理，急难时出力",
        en="Volunteer organisations take part day by day, and in major emergencies",
    ),
    source=HUANGJINLING.clause("四(二)6", evidence=("常态化参与社区治理", "重大急难任务")),
    wording=("支持和鼓励",),
)

VOLUNTEER_BACKBONE_PROFESSIONS = Requirement(
    key="volunteer-backbone-professions",
    title=Text(
        zh="谁为志愿队伍示范、作骨干",
        en="Who leads volunteer teams by example, and who is their backbone",
    ),
    must=community.arrangement("volunteer-backbone").has_all(
        "party-cadres", "science-and-education", "culture-and-arts", "health-and-law"
    ),
    modality=Modality.ENCOURAGED,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("党员干部", "文化艺术、卫生法律")),
    wording=("发挥",),
    note=Text(
        zh="党员干部作示范，行业人才作骨干。行业按原文两两成组，列举未尽。“发挥作用”没有尺度。",
        en="Party members and cadres set the example, people of the professions are the backbone. Fields are grouped "
        "in pairs as in the text, and the list is open. The verb sets no measure.",
    ),
)

VOLUNTEER_TEAM_TYPES = Requirement(
    key="volunteer-team-types",
    title=Text(zh="着重建设的志愿队伍", en="Volunteer teams that get attention first"),
    must=community.arrangement("volunteer-teams").has_all("online", "community-workers"),
    modality=Modality.ENCOURAGED,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("网络志愿服务队伍", "(网格员)")),
    wording=("注重",),
    note=Text(
        zh="社区工作者（网格员）一项按其志愿服务队伍理解。",
        en="Community workers and grid workers are read as a team of volunteers.",
    ),
)

VOLUNTEER_PROJECT_BATCH = Requirement(
    key="volunteer-project-batch",
    title=Text(zh="街道有社区志愿服务项目", en="Projects of volunteer service are run in the street's communities"),
    must=any_of(
        street.volunteer_projects > "0 item",
        street.all("community").total(community.volunteer_projects) > "0 item",
    ),
    modality=Modality.MANDATORY,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("策划实施一批",)),
    wording=("策划实施",),
    note=Text(
        zh="“一批”没有数量，街道自办或某个社区有一个即可，原文没有写每个社区。丰富内容、推进运作没有尺度，不另判断。",
        en="A batch is no number: one project is enough, of the street itself or of one of its communities. The "
        "text does not ask it of each. That activities become richer and projects run better has no measure.",
    ),
)

VOLUNTEER_PROJECT_BATCH_COMMUNITY = Requirement(
    key="volunteer-project-batch-community",
    variant_of="volunteer-project-batch",
    title=Text(zh="本社区有志愿服务项目", en="Projects of volunteer service of the community"),
    must=community.volunteer_projects > "0 item",
    modality=Modality.REPORTED,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("策划实施一批",)),
    wording=("策划实施",),
    note=Text(
        zh="单个社区的情况，仅供参考；这一批项目按街道判断。",
        en="How one community stands, for information. The street is judged.",
    ),
)

VOLUNTEER_SERVICE_MATCHING = Requirement(
    key="volunteer-service-matching",
    title=Text(zh="志愿服务与需求对接", en="Volunteer service is matched with needs"),
    must=community.arrangement("volunteer-matching").in_place(),
    modality=Modality.ENCOURAGED,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("志愿服务供需对接",)),
    wording=("促进",),
)

POINTS_REDEMPTION = Requirement(
    key="points-redemption",
    title=Text(zh="积分等志愿激励", en="Points that can be redeemed, or another incentive for volunteers"),
    must=community.arrangement("volunteer-incentives").has_any("points", "other"),
    modality=Modality.ENCOURAGED,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("积分兑换",)),
    wording=("探索",),
    note=Text(zh="列举未尽，有一种激励即可。", en="The list is open: one incentive is enough."),
)

BEST_VOLUNTEER_TEAM_CONTEST = Requirement(
    key="best-volunteer-team-contest",
    title=Text(zh="志愿服务队评比", en="Contest of the best volunteer teams"),
    must=street.arrangement("volunteer-recognition").has_all("best-team-contest"),
    modality=Modality.MANDATORY,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("最美志愿服务队",)),
    wording=("开展",),
    note=Text(
        zh="评比多久一次，原文未写。评比在各队之间进行，按街道判断。品牌的动词不同，单独判断。",
        en="How often is not said. A contest is one among teams: the street is judged. Brands have a verb of their own "
        "and are judged by themselves.",
    ),
)

VOLUNTEER_SERVICE_BRANDS = Requirement(
    key="volunteer-service-brands",
    title=Text(zh="志愿服务有品牌", en="Brands of volunteer service"),
    must=street.arrangement("volunteer-recognition").has_all("brands"),
    modality=Modality.TARGET,
    responsible=VOLUNTEER_OFFICES,
    source=HUANGJINLING.clause("四(二)6", evidence=("志愿服务品牌",)),
    wording=("创建",),
    note=Text(zh="没有数量，也没有期限。", en="There is neither a number nor a day."),
)

JOINT_BUILDING_MECHANISM = Requirement(
    key="joint-building-mechanism",
    title=Text(zh="社区与单位党组织共建", en="Party organisations of units and of the community build together"),
    must=community.arrangement("paired-building").in_place(),
    modality=Modality.MANDATORY,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(二)7", evidence=("联建共建工作机制",)),
    wording=("落实",),
)

PARTY_JOINT_CONFERENCE = Requirement(
    key="party-joint-conference",
    title=Text(zh="社区党建联席会议", en="Joint conference on party building of the community"),
    must=community.arrangement("party-joint-conference").in_place(),
    modality=Modality.MANDATORY,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(二)7", evidence=("逐级落实", "党建工作联席会议")),
    wording=("逐级落实",),
    note=Text(
        zh="街道和社区两级都要有，分别判断。多久开一次，原文未写。",
        en="Both levels are asked for, and each is judged by itself. How often it meets is not said.",
    ),
)

PARTY_JOINT_CONFERENCE_STREET = Requirement(
    key="party-joint-conference-street",
    variant_of="party-joint-conference",
    title=Text(zh="街道党建联席会议", en="Joint conference on party building of the street"),
    must=street.arrangement("party-joint-conference").in_place(),
    modality=Modality.MANDATORY,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(二)7", evidence=("逐级落实", "党建工作联席会议")),
    wording=("逐级落实",),
    note=Text(
        zh="街道和社区两级都要有，分别判断。",
        en="Both levels are asked for, and each is judged by itself.",
    ),
)

RESOURCE_SINKING_AND_SHARING = Guidance(
    key="resource-sinking-and-sharing",
    title=Text(
        zh="重心、力量、资源和党员干部下沉，组织、活动、资源共享",
        en="Attention, people and resources move down, party members and cadres as a matter of course; organisation, "
        "activities and resources are shared",
    ),
    source=HUANGJINLING.clause("四(二)7", evidence=("重心下移、力量下沉", "党员干部下沉", "组织共建、活动共联")),
    wording=("推动", "推进"),
    note=Text(zh="没有人数，也没有尺度。", en="It has neither a number nor a measure."),
)

PARTY_MEMBERSHIP_TRANSFER = Requirement(
    key="party-membership-transfer",
    title=Text(
        zh="流动党员和退休党员可转入社区",
        en="Mobile and retired party members transfer their membership to the community",
    ),
    must=community.arrangement("party-membership-transfer").has_all("mobile-members", "retired-members"),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(二)7", evidence=("流动党员、退休党员", "组织关系")),
    wording=("鼓励",),
    note=Text(
        zh="没有比例，转不转由党员自己决定：看社区是否接收这两类党员。",
        en="There is no share, and members choose for themselves: what counts is that the community takes in both.",
    ),
)

DOUBLE_CHECK_IN = Requirement(
    key="double-check-in",
    title=Text(
        zh="单位党组织和党员向社区报到",
        en="Party organisations of units, and their members, report to the community",
    ),
    must=community.arrangement("double-reporting").has_all("unit-party-organisations", "party-members"),
    modality=Modality.ENCOURAGED,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(二)7", evidence=("“双报到”",)),
    wording=("深化",),
    note=Text(
        zh="组织和个人两方面都要有。没有覆盖率。",
        en="Both are asked for, organisations and persons. There is no coverage.",
    ),
)

FIXED_TIME_PAIRING_ACTIVITIES = Requirement(
    key="fixed-time-pairing-activities",
    title=Text(zh="定时的结对共建活动", en="Activities with paired units at fixed times"),
    must=all_of(
        community.arrangement("pairing-activities").has_all("fixed-time"),
        choose(
            PAIRING_PERIOD,
            month=community.event_count("pairing-activity", "month") >= "1 event",
            quarter=community.event_count("pairing-activity", "quarter") >= "1 event",
            half_year=community.event_count("pairing-activity", "half-year") >= "1 event",
            year=community.event_count("pairing-activity", "year") >= "1 event",
        ),
    ),
    modality=Modality.MANDATORY,
    responsible=(PARTY_BUILDING,),
    source=HUANGJINLING.clause("四(二)7", evidence=("固定时间", "结对帮扶")),
    wording=("开展",),
    note=Text(
        zh="没有固定时间的安排即不符合；有安排的，还要看最近一期是否有活动，间隔由使用者选定。",
        en="Without an arrangement of fixed times it fails. With one, an activity has to have been held in the last "
        "period that is over, whose length the user chooses.",
    ),
)
