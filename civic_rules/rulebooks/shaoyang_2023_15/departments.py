"""The departments that the tasks name. "City" stands for the city's government or party."""

from civic_rules.text import Text

CIVIL_AFFAIRS = Text(zh="市民政局", en="city civil affairs bureau")
PARTY_ORGANISATION = Text(zh="市委组织部", en="organisation department of the city's party committee")
PUBLICITY = Text(zh="市委宣传部", en="publicity department of the city's party committee")
POLITICAL_LEGAL = Text(zh="市委政法委", en="political and legal committee of the city's party committee")
DEVELOPMENT_REFORM = Text(zh="市发改委", en="city development and reform commission")
COMMERCE = Text(zh="市商务局", en="city commerce bureau")
STATE_ASSETS = Text(zh="市国资委", en="city commission for state-owned assets")
GOVERNMENT_OFFICES = Text(zh="市机关事务管理局", en="city administration of government offices")
RURAL_REVITALISATION = Text(zh="市乡村振兴局", en="city bureau of rural revitalisation")
HOUSING = Text(zh="市住建局", en="city housing and construction bureau")
AGRICULTURE = Text(zh="市农业农村局", en="city bureau of agriculture and rural affairs")
PLANNING = Text(zh="市自然资源和规划局", en="city bureau of natural resources and planning")
HEALTH = Text(zh="市卫健委", en="city health commission")
URBAN_MANAGEMENT = Text(zh="市城管执法局", en="city bureau of urban management")
JUSTICE = Text(zh="市司法局", en="city justice bureau")
HUMAN_RESOURCES = Text(zh="市人社局", en="city bureau of human resources and social security")
FINANCE = Text(zh="市财政局", en="city finance bureau")
ETHNIC_RELIGIOUS = Text(zh="市民宗局", en="city bureau of ethnic and religious affairs")
TRADE_UNIONS = Text(zh="市总工会", en="city federation of trade unions")
YOUTH_LEAGUE = Text(zh="团市委", en="city committee of the Youth League")
WOMEN = Text(zh="市妇联", en="city women's federation")
DISABLED_PERSONS = Text(zh="市残联", en="city disabled persons' federation")
ADMINISTRATIVE_APPROVAL = Text(zh="市行政审批服务局", en="city bureau of administrative approval")
INTERNET = Text(zh="市委网信办", en="internet office of the city's party committee")
INDUSTRY = Text(zh="市工信局", en="city bureau of industry and information technology")
COMMUNICATIONS = Text(zh="市通信发展管理办公室", en="city office for communications")
PUBLIC_SECURITY = Text(zh="市公安局", en="city public security bureau")
EDUCATION = Text(zh="市教育局", en="city education bureau")
CULTURE = Text(zh="市文化旅游广电体育局", en="city bureau of culture, tourism, broadcasting and sports")
SCIENCE = Text(zh="市科技局", en="city science and technology bureau")
SCIENCE_ASSOCIATION = Text(zh="市科协", en="city association for science and technology")
SUPPLY_COOPERATIVES = Text(zh="市供销合作总社", en="city federation of supply and marketing cooperatives")
COURT = Text(zh="市中级人民法院", en="city intermediate court")
PROCURATORATE = Text(zh="市人民检察院", en="city procuratorate")
PETITIONS = Text(zh="市信访局", en="city petitions bureau")
EMERGENCY_MANAGEMENT = Text(zh="市应急局", en="city emergency management bureau")
TRANSPORT = Text(zh="市交通运输局", en="city transport bureau")
WATER = Text(zh="市水利局", en="city water bureau")
FORESTRY = Text(zh="市林业局", en="city forestry bureau")
PARTY_WORK = Text(zh="市直机关工委", en="work committee for the party in municipal bodies")
COUNTY_GOVERNMENTS = Text(zh="各县市区人民政府", en="county governments")

TASK_3 = (
    HOUSING,
    CIVIL_AFFAIRS,
    PARTY_ORGANISATION,
    DEVELOPMENT_REFORM,
    STATE_ASSETS,
    GOVERNMENT_OFFICES,
    COMMERCE,
    RURAL_REVITALISATION,
)
TASK_4 = (CIVIL_AFFAIRS, PARTY_ORGANISATION, PLANNING, HEALTH, DISABLED_PERSONS, URBAN_MANAGEMENT, COMMERCE)
TASK_5 = (
    CIVIL_AFFAIRS,
    PARTY_ORGANISATION,
    HOUSING,
    WOMEN,
    POLITICAL_LEGAL,
    TRADE_UNIONS,
    JUSTICE,
    HUMAN_RESOURCES,
)
"""Who sees to the tasks that goals restate. The first leads."""
