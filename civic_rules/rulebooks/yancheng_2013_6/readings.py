"""Readings and remarks that several sections share: where the text leaves a choice, and what is taken.

The other readings stand beside the rules that rest on them.
"""

from civic_rules.expressions import Reading, ReadingOption
from civic_rules.text import Text

END_OF_2015 = Text(
    zh="原文只写2015年，按当年年底到期解读。",
    en="The text names the year 2015 alone. It is read as the end of that year.",
)

ATTAINMENT_RATE_SCOPE = Reading(
    key="attainment-rate-scope",
    title=Text(
        zh="城乡达标率是合并计算，还是城市、农村分别计算？",
        en="Is an attainment rate of urban and rural communities one rate, or one for each?",
    ),
    options=(
        ReadingOption(key="joint", title=Text(zh="城乡合并为一个比率", en="one rate for all communities together")),
        ReadingOption(key="apart", title=Text(zh="城市和农村各自达标", en="urban and rural communities each reach it")),
    ),
    default="joint",
    reason=Text(
        zh="原文只给一个数字；需要城乡分开之处，文件都各写一个数字。",
        en="The text gives one figure here. Where it means urban and rural apart it gives a figure for each.",
    ),
)
