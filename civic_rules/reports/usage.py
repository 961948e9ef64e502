"""What typer says of a command line that makes no sense, in Chinese: it has English alone."""

from __future__ import annotations

import re
from typing import Any

from civic_rules.messages import Message, said

_KNOWN = {
    r"Missing command\.": "缺少命令。",
    r"Missing argument (?P<name>.+)\.": "缺少参数 {name}。",
    r"Missing option (?P<name>.+)\.": "缺少选项 {name}。",
    r"No such command (?P<name>.+)\. Did you mean (?P<near>.+)\?": "没有命令 {name}；是否想写 {near}？",
    r"No such command (?P<name>.+)\.": "没有命令 {name}。",
    r"No such option: (?P<name>\S+) Did you mean (?P<near>.+)\?": "没有选项 {name}；是否想写 {near}？",
    r"No such option: (?P<name>\S+) \(Possible options: (?P<near>.+)\)": "没有选项 {name}；是否想写 {near}？",
    r"No such option: (?P<name>\S+)": "没有选项 {name}。",
    r"Option (?P<name>.+) requires an argument\.": "选项 {name} 之后应有一个值。",
    r"Option (?P<name>.+) does not take a value\.": "选项 {name} 之后不应有值。",
    r"Got unexpected extra argument\(s\) \((?P<words>.+)\)": "多出了 {words}。",
    r"Invalid value for (?P<name>.+): (?P<given>.+) is not one of (?P<known>.+)\.": (
        "{name} 的值无效：应为以下之一：{known}；实为 {given}"
    ),
}


def usage_message(error: Any) -> Message:  # noqa: ANN401  typer has no public name for it
    """What is wrong with the words of a command line, in both languages, and the command whose help says more.

    Args:
        error: A `UsageError` of typer; its message is our own, or English.
    """
    if isinstance(error.message, Message):
        values = {"name": error.param_hint, "wrong": error.message}
        message = said("Invalid value for {name}: {wrong}", "{name} 的值无效：{wrong}", **values)
    else:
        message = in_both(error.format_message().replace("Value error, ", ""))
    if error.ctx is None:
        return message
    command = error.ctx.command_path
    return message + said("\nTry '{command} --help'.", "\n可用 '{command} --help' 查看用法。", command=command)


def in_both(text: str) -> Message:
    """A message of typer in both languages; one that is not known here stands in English in a Chinese sentence.

    Examples:
        >>> in_both("Missing option '--on'.").zh
        "缺少选项 '--on'。"
    """
    found = ((re.fullmatch(pattern, text), zh) for pattern, zh in _KNOWN.items())
    zh = next((zh.format(**match.groupdict()) for match, zh in found if match), f"用法有误：{text}")
    return Message(text, zh)
