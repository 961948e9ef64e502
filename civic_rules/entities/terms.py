"""The vocabularies of the fields: closed lists of terms with their names in Chinese and English."""

from __future__ import annotations

from civic_rules.entities.vocabulary import Vocabulary


class Settlement(Vocabulary):
    """Whether a community is urban or rural."""

    URBAN = "urban", "城市"
    RURAL = "rural", "农村"


class TravelMode(Vocabulary):
    """How a resident gets to a service."""

    WALKING = "walking", "步行", "on foot"
    CYCLING = "cycling", "骑行", "by bicycle"
    VEHICLE = "vehicle", "乘车", "by vehicle"


class Service(Vocabulary):
    """Basic public services that a community offers.

    Documents list compound services; a compound one may be given whole or by its two halves.
    """

    HEALTH_FAMILY_PLANNING = "health-family-planning", "卫生计生", "health and family planning"
    CIVIL_AFFAIRS_SOCIAL_SECURITY = "civil-affairs-social-security", "民政社保", "civil affairs and social security"
    ELDERLY_CARE_DISABILITY = "elderly-care-disability", "养老助残", "care of the elderly and the disabled"
    CULTURE_SPORTS_EDUCATION = "culture-sports-education", "文体教育", "culture, sports and education"
    PUBLIC_SECURITY_LEGAL = "public-security-legal", "治安法律", "public security and legal aid"
    ENVIRONMENT_MIGRANT = "environment-migrant-services", "环保及流动人口", "environment and services for migrants"
    PRODUCTION_MATERIALS = "production-materials", "生产资料", "supplies for farming"
    FARM_AGENCY = "farm-agency", "为农代理", "agency services for farmers"
    HEALTH = "health", "卫生"
    FAMILY_PLANNING = "family-planning", "计生"
    CIVIL_AFFAIRS = "civil-affairs", "民政"
    SOCIAL_SECURITY = "social-security", "社保"
    ELDERLY_CARE = "elderly-care", "养老"
    DISABILITY = "disability", "助残", "services for the disabled"
    CULTURE_SPORTS = "culture-sports", "文体", "culture and sports"
    EDUCATION = "education", "教育"
    PUBLIC_SECURITY = "public-security", "治安"
    LEGAL = "legal", "法律", "legal services"
    ENVIRONMENT = "environment", "环保", "environmental protection"
    MIGRANT_SERVICES = "migrant-services", "流动人口", "services for migrants"


class CommunityBody(Vocabulary):
    """Bodies that may exist in a community beside its committee."""

    SOCIAL_ORGANISATION = "social-organisation", "社会组织"
    OWNERS_COMMITTEE = "owners-committee", "业主委员会"
    OWNERS_ASSEMBLY = "owners-assembly", "业主大会"
    PROPERTY_COMPANY = "property-company", "物业公司"


class CommitteeKind(Vocabulary):
    """What a committee is for."""

    GUIDANCE = "guidance-committee", "建设管理指导机构", "committee that guides community building"
    COORDINATION = "coordination-body", "指导协调机构", "body that guides and coordinates community building"
    RESIDENTS = "residents-committee", "居委会"
    VILLAGERS = "villagers-committee", "村委会"
    PARTY = "party-organisation", "党组织"
    LEADING_GROUP = "leading-group", "治理领导小组", "leading group on community governance"
    TASK_FORCE = "task-force", "治理工作专班", "task force on community governance"


class CommitteeFunction(Vocabulary):
    """Tasks that a committee is given."""

    MACRO_GUIDANCE = "macro-guidance", "宏观指导", "overall guidance"
    WORK_COORDINATION = "work-coordination", "工作协调", "coordination of work"
    SUPERVISION = "supervision-inspection", "督促检查", "supervision and inspection"
    ORGANISING = "organising", "组织推动", "organising the work and moving it on"


class LeaderPost(Vocabulary):
    """Who heads a committee."""

    PRINCIPAL = "principal-leader", "主要领导"
    OTHER = "other", "其他领导", "another leader"


class LeadOffice(Vocabulary):
    """The office that leads a body of a street."""

    PARTY_BUILDING = "party-building-office", "党建办"
    OTHER = "other", "其他办公室", "another office"


class OfficeHost(Vocabulary):
    """The department in which a committee's office sits."""

    CIVIL_AFFAIRS = "civil-affairs", "民政部门"
    OTHER = "other", "其他部门", "another department"


class CentreKind(Vocabulary):
    """What a service centre is."""

    CITIZEN = "citizen-service-centre", "市民服务中心"
    COMPREHENSIVE = "comprehensive-service-centre", "综合服务中心"
    STATION = "management-service-station", "管理服务站"
    CONVENIENCE = "convenience-service-centre", "便民服务中心"


class CentreService(Vocabulary):
    """Services that a citizen service centre concentrates."""

    LOW_INCOME_RELIEF = "low-income-relief", "低保救助"
    DISASTER_EMERGENCY = "disaster-emergency", "救灾应急", "disaster relief and emergencies"
    SOCIAL_SECURITY = "social-security", "社会保障"
    SOCIAL_DONATION = "social-donation", "社会捐助", "social donations"
    MEDICAL_HEALTH = "medical-health", "医疗卫生", "medical care and health"


class CentreTask(Vocabulary):
    """Tasks of a town or street's comprehensive service centre."""

    AREA_WIDE = "area-wide-services", "区域性服务"
    INTENSIVE = "intensive-services", "集约性服务"
    INTEGRATION = "administrative-integration", "整合行政管理", "integration of administrative functions"
    FILLING_GAPS = "filling-community-gaps", "弥补社区不足", "making up for what communities lack"


class ReceptionFeature(Vocabulary):
    """How a station receives people."""

    SINGLE_RECEPTION = "single-reception", "一门受理", "one reception point"
    ONE_STOP = "one-stop-handling", "一站式办理", "one-stop handling"


class WorkerRole(Vocabulary):
    """What a person who works for a community is."""

    PARTY_SECRETARY = "party-secretary", "党组织书记", "secretary of the party organisation"
    PARTY_MEMBER = "party-organisation-member", "党组织成员", "member of the party organisation"
    COMMITTEE_MEMBER = "committee-member", "居委会成员", "member of the residents' committee"
    FULL_TIME = "full-time-worker", "专职工作者"
    GRID_COORDINATOR = "grid-coordinator", "网格协理员"
    OTHER = "other", "其他工作人员", "other staff"


class WorkerPost(Vocabulary):
    """Where a community worker has a standing post."""

    OFFICE = "office", "办公室", "in the office"
    GRID = "grid", "网格", "in a grid"
    OTHER = "other", "其他", "elsewhere"


class OtherPost(Vocabulary):
    """Posts that a person holds beside the one by which the person is listed."""

    COMMITTEE_HEAD = "committee-head", "居委会主任", "head of the residents' committee"
    COMMITTEE_MEMBER = "committee-member", "居委会成员", "member of the residents' committee"
    PARTY_MEMBER = "party-organisation-member", "党组织成员", "member of the party organisation"
    OTHER = "other", "其他职务", "another post"


class BarToOffice(Vocabulary):
    """What bars a person from the committees of a community. An empty list says: reviewed, and nothing bars."""

    TWO_FACED = "politically-two-faced", "政治两面人", "being politically two-faced"
    CRIMINAL_PUNISHMENT = "criminal-punishment", "受过刑罚", "criminal punishment, however long ago"
    ORGANISED_CRIME = "organised-crime", "涉黑涉恶", "involvement in organised crime or evil forces"
    CLAN_FORCES = "clan-evil-forces", "宗族势力问题", "involvement with clans that act as evil forces"
    ILLEGAL_RELIGION_ORGANISER = "illegal-religion-organiser", "组织非法宗教", "organising illegal religion"
    ILLEGAL_RELIGION_PERPETRATOR = "illegal-religion-perpetrator", "实施非法宗教", "carrying out illegal religion"
    ILLEGAL_RELIGION_PARTICIPANT = "illegal-religion-participant", "参与非法宗教", "taking part in illegal religion"
    CULT_ORGANISER = "cult-organiser", "组织邪教", "organising a cult"
    CULT_PERPETRATOR = "cult-perpetrator", "实施邪教", "carrying out a cult's activities"
    CULT_PARTICIPANT = "cult-participant", "参与邪教", "taking part in a cult"


class Nomination(Vocabulary):
    """For what a person was put forward."""

    PARTY_DELEGATE = "party-delegate", "党代表", "delegate to a party congress"
    PEOPLES_DEPUTY = "peoples-deputy", "人大代表", "deputy to a people's congress"
    CONSULTATIVE_MEMBER = "consultative-member", "政协委员", "member of the political consultative conference"


class WorkFault(Vocabulary):
    """For what a unit or a person is held to account. An empty list says: reviewed, and nothing was found."""

    DUTY_NEGLECTED = "duty-neglected", "责任未落实", "duty not carried out"
    NO_PROGRESS = "no-progress", "没有明显进展", "no evident progress"
    FORMALISM = "formalism", "形式主义", "work for show"
    BUREAUCRATISM = "bureaucratism", "官僚主义", "bureaucratic ways"


class OrganisationType(Vocabulary):
    """What a community social organisation does."""

    CHARITY = "public-welfare-charity", "公益慈善", "public welfare and charity"
    WELFARE = "welfare-service", "福利服务", "welfare services"
    DISPUTES = "dispute-resolution", "矛盾化解"
    CULTURE = "culture-sports", "文体娱乐", "culture, sports and recreation"
    OTHER = "other", "其他", "something else"


class FilingBody(Vocabulary):
    """With whom a plan is filed."""

    MUNICIPAL_CIVIL_AFFAIRS = "municipal-civil-affairs", "市级民政部门", "municipal civil affairs bureau"
    COUNTY_GOVERNMENT = "county-government", "县级政府", "the county's own government"
    CITY_GOVERNMENT = "city-government", "市级政府", "the city's government"


class GapMeans(Vocabulary):
    """How a community without rooms, or with too little, gets them."""

    SELF_BUILD = "self-build", "自建", "building its own"
    ALTERATION = "alteration", "改建"
    EXTENSION = "extension", "扩建"
    SWAP = "swap", "置换"
    PURCHASE = "purchase", "购买"
    REORGANISATION = "community-reorganisation", "社区重组"
    OTHER = "other", "其他方式", "another way"
    IDLE_RESOURCES = "idle-resources", "整合闲置资源", "use of idle resources"


class PaymentPurpose(Vocabulary):
    """What a payment from a fund was for."""

    NEW_BUILD = "new-build", "新建"
    ALTERATION = "alteration", "改建"
    EXTENSION = "extension", "扩建"
    MAINTENANCE = "maintenance-repair", "维护维修", "maintenance and repair"
    OTHER = "other", "其他用途", "something else"


class FundKind(Vocabulary):
    """What a fund is for."""

    OFFSITE = "offsite-construction", "易地建设资金", "building of platforms off site"
    OTHER = "other", "其他资金", "something else"


class CheckingBody(Vocabulary):
    """Who signs for a facility before it is handed over."""

    CIVIL_AFFAIRS = "civil-affairs", "民政"
    PLANNING = "planning", "规划"
    CONSTRUCTION = "construction", "建设"
    HOUSING = "housing", "房产"
    COMMUNITY = "community", "社区"


class FacilityDefect(Vocabulary):
    """What the facility of a community lacks. An empty list says: reviewed, and nothing is lacking."""

    TOO_SMALL = "too-small", "面积狭小"
    INCOMPLETE = "incomplete-functions", "功能不全"
    SHORT_OF_NEED = "short-of-need", "满足不了需求"


class GroupKind(Vocabulary):
    """Groups in a community that may have a party organisation of their own."""

    FARMER_COOPERATIVE = "farmer-cooperative", "农民专业合作社"
    GRID_UNIT = "grid-unit", "网格单元"
    DWELLING_COMPOUND = "dwelling-compound", "城市小区"
    OTHER = "other", "其他群众组织", "other groups"


class FacilityMisuse(Vocabulary):
    """What may not be done with the rooms of a community. An empty list says: reviewed and clean."""

    OCCUPIED = "occupied", "侵占"
    MISAPPROPRIATED = "misappropriated", "挪用"
    RENTED_OUT = "rented-out", "出租", "rented out"
    CONVERTED = "converted-to-other-use", "改作他用", "put to another use"


class FundMisuse(Vocabulary):
    """What may not be done with the funds of a community. An empty list says: reviewed and clean."""

    DIVERTED = "diverted", "挪用"
    SQUEEZED = "squeezed", "挤占"
    WITHHELD = "withheld", "截留"


class BurialFinding(Vocabulary):
    """Burial and funeral practices that are to stop. An empty list says: reviewed, and none was found."""

    HARDENED_TOMB = "hardened-tomb", "硬化大墓", "large hardened tomb, built privately"
    LUXURY_TOMB = "luxury-tomb", "豪华墓"
    LIVING_TOMB = "living-tomb", "活人墓", "tomb for a living person"
    UNRULY_MOURNING_TENT = "unruly-mourning-tent", "乱搭灵堂", "mourning tent where it may not stand"
    SCATTERED_BURIAL = "scattered-burial", "散埋乱葬", "burial outside cemeteries"


class BadCustom(Vocabulary):
    """Customs that are to stop. An empty list says: reviewed, and none was found."""

    HIGH_BRIDE_PRICE = "high-bride-price", "高价彩礼"
    LAVISH_BURIAL = "lavish-burial", "厚葬薄养", "lavish burial after poor care"
    EXTRAVAGANCE = "extravagance", "大操大办", "extravagant ceremonies"


class ResolvingBody(Vocabulary):
    """Who resolved a matter."""

    RESIDENTS_ASSEMBLY = "residents-assembly", "居民会议", "assembly of residents"
    RESIDENTS_REPRESENTATIVES = "residents-representative-assembly", "居民代表会议", "assembly of residents' deputies"
    VILLAGERS_ASSEMBLY = "villagers-assembly", "村民会议", "assembly of villagers"
    VILLAGERS_REPRESENTATIVES = "villagers-representative-assembly", "村民代表会议", "assembly of villagers' deputies"
    COMMITTEE = "committee", "居(村)委会", "the committee alone"
    OTHER = "other", "其他组织", "another body"


class Channel(Vocabulary):
    """How something is made public."""

    ONLINE = "online", "线上"
    OFFLINE = "offline", "线下"


class ServiceDomain(Vocabulary):
    """Fields of service that a policy on communities deals with."""

    ELDERLY_CHILDCARE = "elderly-childcare", "养老托育", "care of the elderly and of infants"
    HEALTH = "health", "卫生健康"
    CULTURE_SPORTS = "culture-sports", "文化体育", "culture and sports"
    EDUCATION_EMPLOYMENT = "education-employment", "教育就业", "education and employment"
    EMERGENCY = "emergency", "应急管理", "emergency management"
    LEGAL_SECURITY = "legal-security", "法律治安", "law and public security"
    PROPERTY = "property", "物业管理", "property management"
    KEY_GROUPS = "key-groups", "重点人群保障", "support for key groups"


class StandardCategory(Vocabulary):
    """Categories of indicators in a standard of a good community."""

    TEAM = "excellent-team", "队伍精良", "an excellent team"
    GOVERNANCE = "refined-governance", "治理精细", "refined governance"
    SERVICE = "precise-service", "服务精准", "precise service"
    ENVIRONMENT = "fine-environment", "环境精美", "a fine environment"
    CULTURE = "rich-culture", "文化精彩", "a rich culture"
    SATISFACTION = "satisfied-residents", "群众满意", "satisfied residents"


class Imposition(Vocabulary):
    """What may not be put upon a community. An empty list says: reviewed and clean."""

    UNAUTHORISED_TASK = "unauthorised-task", "擅自派工", "a task assigned without authority"
    GOVERNMENT_APP = "government-app", "摊派安装APP", "installing or using government apps"
    PUBLIC_ACCOUNT = "public-account", "摊派关注公众号", "following public accounts"
    OTHER_ONLINE_TASK = "other-online-task", "其他线上摊派", "another task of this kind"
    DEPARTMENT_ASSESSMENT = "department-assessment", "部门考核延伸", "an assessment of departments"


class Department(Vocabulary):
    """Departments that send people to communities or answer their calls."""

    PUBLIC_SECURITY = "public-security", "公安"
    MARKET_SUPERVISION = "market-supervision", "市场监管"
    COMPREHENSIVE_ENFORCEMENT = "comprehensive-enforcement", "综合执法"
    OTHER = "other", "其他部门", "another department"


class RescueForce(Vocabulary):
    """Forces that a street coordinates for rescue."""

    ARMED_FORCES = "armed-forces-department", "武装部", "people's armed forces department"
    POLICE_STATION = "police-station", "派出所"
    FIRE_STATION = "fire-station", "消防站"
    SOCIAL_RESCUE = "social-rescue", "社会救援", "rescue bodies of society"
    OTHER = "other", "其他力量", "another force"


class GridSystem(Vocabulary):
    """Kinds of grid that departments run. An empty list of separate ones says: reviewed, and all are merged."""

    PARTY_BUILDING = "party-building", "党建网格", "grid of party building"
    GOVERNANCE = "comprehensive-governance", "综治网格", "grid of comprehensive governance"
    CIVIL_AFFAIRS = "civil-affairs", "民政网格", "grid of civil affairs"
    URBAN_MANAGEMENT = "urban-management", "城管网格", "grid of urban management"
    PETITIONS = "petitions", "信访网格", "grid of petitions"
    EMERGENCY = "emergency-management", "应急网格", "grid of emergency management"
    OTHER = "other", "其他网格", "another grid"


class GridFunction(Vocabulary):
    """What is done in a grid."""

    DEMANDS = "demand-discovery", "发现需求"
    INFORMATION = "information-collection", "采集信息"
    HAZARDS = "hazard-screening", "排查隐患"
    ENVIRONMENT = "environment-upkeep", "维护环境"
    SERVICE = "service-delivery", "提供服务"


class SmartApplication(Vocabulary):
    """Smart applications of a dwelling compound."""

    SECURITY = "smart-security", "智能安防"
    FLOATING_POPULATION = "floating-population", "流动人员", "management of the floating population"
    PARKING = "parking", "停车"
    PARCELS = "mail-and-parcel-storage", "邮件快件", "storage of mail and parcels"
    OTHER = "other", "其他应用", "another application"


class CaseParty(Vocabulary):
    """Who finds a problem, or calls the departments for it."""

    GRID = "grid", "网格"
    COMMUNITY = "community", "社区"
    STREET = "street", "街道"
    RESIDENT = "resident", "居民"
    OTHER = "other", "其他人", "somebody else"


class ProposalMatter(Vocabulary):
    """What residents bring before a consultation."""

    SMALL_WISH = "small-wish", "微心愿"
    SMALL_PROPOSAL = "small-proposal", "小提案"
    DISPUTE = "dispute", "矛盾纠纷"


class ProposalScale(Vocabulary):
    """How weighty a matter is, by its size, its difficulty and whose authority it needs."""

    SMALL = "small", "小微事务", "small"
    MIDDLE = "middle", "一般事务", "of middle weight"
    MAJOR = "major", "重大事项", "major"


class ConsultationMeeting(Vocabulary):
    """The meeting to which a matter goes."""

    TALK = "small-matters-talk", "小微事务恳谈会", "talk on small matters"
    COUNCIL = "party-mass-council", "社区党群议事会", "council of party and residents"
    REVIEW = "major-matters-review", "重大事项论证会", "review of major matters"
    OTHER = "other", "其他会议", "another meeting"


class EventKind(Vocabulary):
    """What happened on a day."""

    FUNDS_PUBLICATION = "funds-publication", "经费公开", "publication of how funds were used"
    RESIDENT_CONSULTATION = "resident-consultation", "议事协商", "consultation session of residents"
    VOLUNTEER_ACTIVITY = "volunteer-activity", "志愿服务活动", "activity of volunteers"
    PARTY_BUILDING_OBSERVATION = "party-building-observation", "党建观摩", "observation visit on party building"
    DUTY_REPORT_TO_PARTY = "duty-report-to-party", "向党组织述职", "report on duty to the party organisation"
    PAIRING_ACTIVITY = "pairing-activity", "结对共建活动", "activity with a paired unit"
    SIGNAGE_INSPECTION = "signage-inspection", "挂牌监督检查", "inspection of the signs of communities"
    OPERA_PERFORMANCE = "opera-performance", "戏曲演出", "opera performance brought to a township"
    SCIENCE_WEEK_ACTIVITY = "science-week-activity", "科技周活动", "activity in the science and technology week"
    SCIENCE_DAY_ACTIVITY = "science-day-activity", "科普日活动", "activity on the national popular-science day"
    SELF_RESCUE_PUBLICITY = "self-rescue-publicity", "自救互救宣传", "publicity on how to rescue oneself and others"
    SHELTER_DRILL = "shelter-drill", "避难演练", "drill of taking shelter"
    COMPREHENSIVE_DRILL = "comprehensive-drill", "综合演练", "comprehensive emergency drill"
    HOUSEHOLD_VISITS = "household-visits", "入户走访", "visits of committee members to households"
    ESCALATED_PETITION = "escalated-petition", "上访", "petition taken to a higher level"
    ACCIDENT = "accident", "事故"
    POLICE_CASE = "police-case", "案件", "case of crime or public order"
    GOVERNANCE_STUDY = "governance-study", "研究社区治理", "session that studies community governance"
    CONSTITUTION_CAMPAIGN = "constitution-campaign", "宪法宣传活动", "campaign on the constitution day or in its week"
    DEMONSTRATION_SELECTION = "demonstration-selection", "示范社区评选", "selection of demonstration communities"
