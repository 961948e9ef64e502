"""The offices that the items name as responsible, the leading one first. All are offices of the street."""

from civic_rules.text import Text

PARTY_AFFAIRS = Text(zh="党政办", en="party and government office")
PARTY_BUILDING = Text(zh="党建办", en="party building office")
TRADE_UNION = Text(zh="工会", en="trade union")
YOUTH_LEAGUE = Text(zh="团工委", en="Youth League working committee")
SERVICE_CENTRE = Text(zh="党群服务中心", en="party-mass service centre")
COMMUNITY_GOVERNANCE = Text(zh="社区治理办", en="community governance office")
SOCIAL_GOVERNANCE = Text(zh="社会治理办", en="social governance office")
COMMUNITY_MANAGEMENT = Text(zh="社区管理办", en="community management office")
SAFETY_SUPERVISION = Text(zh="安监站", en="work safety station")
ARMED_FORCES = Text(zh="人武部", en="people's armed forces department")
LAW_ENFORCEMENT = Text(zh="综合执法大队", en="comprehensive law enforcement brigade")
JUSTICE_OFFICE = Text(zh="司法所", en="justice office")
FINANCE_OFFICE = Text(zh="财政所", en="finance office")
DISCIPLINE = Text(zh="纪工委", en="discipline inspection working committee")
