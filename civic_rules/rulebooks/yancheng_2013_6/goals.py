"""Clauses 一(一) and 一(二): overall direction and main goals."""

from datetime import date

from civic_rules.expressions import either, subject
from civic_rules.indicators import RURAL, URBAN
from civic_rules.rulebooks.yancheng_2013_6.document import YANCHENG
from civic_rules.rules import Guidance, Modality, Requirement
from civic_rules.text import Text

city = subject("city")
community = subject("community")

GUIDING_IDEOLOGY = Guidance(
    key="guiding-ideology",
    title=Text(
        zh="建设总导向：有序、完善、平安、文明",
        en="Guiding aim: communities that are well ordered, fully served, safe and civil",
    ),
    source=YANCHENG.clause("一(一)", evidence=("管理有序", "平安幸福", "服务完善", "文明和谐")),
    wording=("努力",),
)

SEVEN_IMPROVEMENT_GOALS = Guidance(
    key="seven-improvement-goals",
    title=Text(
        zh="七个方面的提升方向：体制、自治、服务、秩序、队伍、设施、文化",
        en="Seven directions: management, self-government, services, order, workers, facilities, culture",
    ),
    source=YANCHENG.clause("一(二)", evidence=("管理体制更加健全", "文化生活更加丰富")),
    wording=("着力完善",),
)

HARMONIOUS_COMMUNITY_SHARE_URBAN = Requirement(
    key="harmonious-community-share-urban",
    title=Text(zh="城市社区达到省级标准的比例", en="Share of urban communities at the provincial standard"),
    must=either(
        city.harmonious_urban_share,
        city.all("community").where(URBAN).share(community.meets_harmonious_standard.is_(True)),
    )
    >= "90 %",
    # A reported share says that there are such communities; otherwise the list of communities says it.
    when=either(city.harmonious_urban_share >= "0 %", city.all("community").where(URBAN).count() >= "1 community"),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("一(二)", evidence=("到2015年", "90%的城市社区", "省级和谐社区标准")),
    wording=("达到",),
    note=Text(
        zh="原文只写2015年和90%，按年底到期、不低于解读；省级标准不在文中，以评定结果为准。",
        en="The text says 2015 and 90 %: read as the end of the year and at least. The provincial standard is not "
        "in the text: an assessor's answer is taken.",
    ),
)

HARMONIOUS_COMMUNITY_SHARE_RURAL = Requirement(
    key="harmonious-community-share-rural",
    title=Text(zh="农村社区达到省级标准的比例", en="Share of rural communities at the provincial standard"),
    must=either(
        city.harmonious_rural_share,
        city.all("community").where(RURAL).share(community.meets_harmonious_standard.is_(True)),
    )
    >= "80 %",
    when=either(city.harmonious_rural_share >= "0 %", city.all("community").where(RURAL).count() >= "1 community"),
    modality=Modality.TARGET,
    due=date(2015, 12, 31),
    source=YANCHENG.clause("一(二)", evidence=("到2015年", "80%的农村社区", "省级和谐社区标准")),
    wording=("达到",),
    note=Text(
        zh="原文只写2015年和80%，按年底到期、不低于解读；省级标准不在文中，以评定结果为准。",
        en="The text says 2015 and 80 %: read as the end of the year and at least. The provincial standard is not "
        "in the text: an assessor's answer is taken.",
    ),
)
