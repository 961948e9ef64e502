"""How strongly a document asks for something, read off its operative words by one table.

A rule names the words that decide (`wording`), as they stand in the text; `modality_of` gives the modality. The
groups are asked in their order, and the first of which a word stands in the wording decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from civic_rules.entities import Vocabulary
from civic_rules.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Modality(Vocabulary):
    """How strongly a document asks for something."""

    MANDATORY = "mandatory", "必须", "mandatory"
    TARGET = "target", "目标", "target"
    IN_PRINCIPLE = "in_principle", "原则上", "in principle"
    ENCOURAGED = "encouraged", "鼓励", "encouraged"
    REPORTED = "reported", "通报", "reported"


class WordGroup(NamedTuple):
    """Operative words that say the same of how strongly something is asked for.

    Attributes:
        words: The words.
        undated: The modality where no day is set.
        dated: The modality where a day is set.
        reason: Why.
    """

    words: tuple[str, ...]
    undated: Modality
    dated: Modality
    reason: Text


TABLE: tuple[WordGroup, ...] = (
    WordGroup(
        ("原则上",),
        Modality.IN_PRINCIPLE,
        Modality.IN_PRINCIPLE,
        Text(zh="允许有理由的例外。", en="It leaves room for exceptions with a reason."),
    ),
    WordGroup(
        (
            "鼓励",
            "支持",
            "倡导",
            "引导",
            "探索",
            "推广",
            "推动",
            "争取",
            "努力",
            "有条件",
            "积极",
            "优先",
            "可",
            "试点",
        ),
        Modality.ENCOURAGED,
        Modality.TARGET,
        Text(
            zh="提倡而不强制；写明期限的，按目标。",
            en="It promotes and does not bind. With a day it is a target.",
        ),
    ),
    WordGroup(
        ("发展目标", "工作目标"),
        Modality.TARGET,
        Modality.TARGET,
        Text(zh="列在目标之下，底线也是目标。", en="It stands among the goals: even a floor is a goal there."),
    ),
    WordGroup(
        ("不得", "严禁", "禁止", "防止", "问责", "必须", "不低于", "不少于", "不高于"),
        Modality.MANDATORY,
        Modality.MANDATORY,
        Text(zh="禁止、追责或底线。", en="It forbids or calls to account, or it sets a floor or a ceiling."),
    ),
    WordGroup(
        (
            *("全覆盖", "普遍", "逐步", "适时", "达到", "实现", "达标率", "覆盖率", "%以上", "到位", "清零", "建成"),
            *("统筹建设", "创建", "补齐"),
        ),
        Modality.TARGET,
        Modality.TARGET,
        Text(
            zh="要达到的状态；没有期限的，不构成违反。",
            en="It is a state to be reached. Without a day it cannot be broken.",
        ),
    ),
    WordGroup(
        (
            *("建立", "健全", "完善", "设立", "成立", "配备", "落实", "实行", "推行", "制定", "组建", "开展", "纳入"),
            *(
                "配建",
                "明确",
                "确保",
                "规范",
                "整合",
                "统筹",
                "组织",
                "依托",
                "实施",
                "执行",
                "设置",
                "公开",
                "接受",
                "承担",
                "负责",
                "指导",
                "确定",
                "公布",
                "下放",
                "建在",
                "做到",
            ),
            *("由", "按照", "应", "要", "配送", "挂钩", "整顿", "列为", "给予", "选树", "评选", "运用"),
            *("予以", "坚持", "选拔", "选齐", "配齐"),
            *("构建", "下设", "设在", "用于", "统一领导", "协调"),
        ),
        Modality.MANDATORY,
        Modality.MANDATORY,
        Text(zh="规定要做的事。", en="It says what is to be done."),
    ),
    WordGroup(
        (
            *("加强", "强化", "深化", "提升", "推进", "加快", "加大", "促进", "培育", "发展", "拓展", "优化", "扩大"),
            *("增加", "打造", "兴办", "创新", "发挥", "注重"),
        ),
        Modality.ENCOURAGED,
        Modality.TARGET,
        Text(
            zh="要求做得更好，没有规定做到什么程度。",
            en="It asks for more of something and sets no measure of how much.",
        ),
    ),
    # Mostly the noun behind another verb (加快建设, 纳入建设土地成本), which then decides. So it is asked last.
    WordGroup(
        ("建设",),
        Modality.TARGET,
        Modality.TARGET,
        Text(
            zh="单独作动词时，是要达到的状态；与其他动词连用时，由那个动词决定。",
            en="A verb by itself, it is a state to be reached. Beside another verb, that verb decides.",
        ),
    ),
)
"""The one table from the words of a text to a modality, the strongest claim on the reader first."""


def modality_of(wording: Iterable[str], *, is_dated: bool, is_report: bool = False) -> Modality:
    """The modality that operative words give.

    Args:
        wording: The verb and its qualifiers as they stand in the text.
        is_dated: Whether the text sets a day for it.
        is_report: Whether the document only reports what has been done: it binds nobody.

    Raises:
        KeyError: No word of the table stands in the wording.

    Examples:
        >>> modality_of(["原则上", "配备"], is_dated=False).value
        'in_principle'
        >>> modality_of(["推行"], is_dated=False).value, modality_of(["推广"], is_dated=False).value
        ('mandatory', 'encouraged')
    """
    if is_report:
        return Modality.REPORTED
    words = list(wording)
    for group in TABLE:
        if any(known in word for word in words for known in group.words):
            return group.dated if is_dated else group.undated
    msg = f"no word of the table of modalities stands in {words}"
    raise KeyError(msg)
