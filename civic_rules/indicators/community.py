"""What is measured of one community, and the two conditions by which documents divide communities.

An indicator has no limit of its own: each document sets one in its own unit.
"""

from civic_rules.expressions import Indicator, subject
from civic_rules.text import Text

community = subject("community")

URBAN = community.settlement.is_("urban")
"""The community is urban."""

RURAL = community.settlement.is_("rural")
"""The community is rural."""

FACILITY_AREA_PER_HOUSEHOLD = Indicator(
    key="facility-area-per-household",
    title=Text(zh="户均服务用房面积", en="Floor area of service rooms per household"),
    value=community.facility_area / community.households,
)

WORKERS_PER_RESIDENT = Indicator(
    key="workers-per-resident",
    title=Text(zh="社区工作者与居民之比", en="Community workers per resident"),
    value=community.workers / community.residents,
)

VOLUNTEERS_PER_RESIDENT = Indicator(
    key="volunteers-per-resident",
    title=Text(zh="注册志愿者与居民之比", en="Registered volunteers per resident"),
    value=community.volunteers / community.residents,
)

GRID_COORDINATORS_PER_HOUSEHOLD = Indicator(
    key="grid-coordinators-per-household",
    title=Text(zh="网格协理员与户数之比", en="Grid coordinators per household"),
    value=community.grid_coordinators / community.households,
)
