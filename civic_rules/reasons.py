"""What the system and other libraries say of a file that they cannot use, in both languages.

What is not known here is passed on in English, and stands so in a Chinese sentence too.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from civic_rules.messages import Message, both, known_start, said

if TYPE_CHECKING:
    from collections.abc import Mapping

_SYSTEM = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有这个文件或目录",
    errno.ENOTDIR: "路径中有一段不是目录",
    errno.EISDIR: "这是目录，不是文件",
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EROFS: "文件系统是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "符号链接层数过多",
    errno.EMFILE: "打开的文件过多",
    errno.EFBIG: "文件太大",
    errno.EBUSY: "文件正被占用",
    errno.EIO: "读写出错",
}

_YAML = {
    "mapping values are not allowed": "此处不能有键值对，请检查冒号和缩进",
    "could not find expected ':'": "此处缺少冒号 ':'",
    "found character '\\t' that cannot start any token": "此处不能用制表符，请改用空格",
    "found character": "此处的字符不能出现在开头",
    "found unexpected end of stream": "文件提前结束，引号没有闭合",
    "expected <block end>": "此处的缩进或列表有误",
    "expected the node content": "此处应有一个值，括号或引号可能没有闭合",
    "expected ',' or ']'": "此处应有逗号 ',' 或方括号 ']'",
    "expected ',' or '}'": "此处应有逗号 ',' 或花括号 '}'",
    "unacceptable character": "有不允许的控制字符",
    "expected chomping or indentation indicators": "块文本的标记 | 或 > 之后的内容有误",
}

_ARCHIVE = {
    "File is not a zip file": "不是 zip 压缩包",
    "Cannot detect file format": "无法辨认文件格式",
    "There is no item named": "缺少其中一个部分",
    "Bad magic number": "压缩包的结构有误",
    "File name in directory": "压缩包的目录与内容不符",
    "Bad CRC-32": "压缩包的校验和不符",
    "Error -3 while decompressing": "解压出错",
    "That compression method is not supported": "压缩方式不受支持",
    "mismatched tag": "XML 标签不配对",
    "unknown encoding": "XML 的编码无法辨认",
}

_PARQUET = {
    "The file must end with PAR1": both(
        "it is cut off, or something else under this name", "文件不完整，或是别的文件用了这个名称"
    ),
    "must contain a header and footer": both("it is too short", "文件太短"),
    "Encryption error": both("it is encrypted", "文件已加密"),
}

NO_NAME = both("the name of the file is empty", "文件名是空的")
"""What is said of a file whose name has nothing that can be seen."""

DIRECTORY = both("this is a directory, not a file", "这是目录，不是文件")
"""What is said of a directory where a file is expected."""


def of_system(error: OSError | UnicodeError) -> Message:
    """What went wrong with a file, without its path: the message has it already."""
    reason = str(getattr(error, "strerror", None) or error)
    reason = reason[:1].lower() + reason[1:]
    if isinstance(error, UnicodeError):
        return said("{reason}", "有无法编码的字符（{reason}）", reason=reason)
    return both(reason, _SYSTEM.get(error.errno or 0, reason))


def no_yaml(reason: str) -> Message:
    """Why a text is no YAML."""
    return said("no YAML: {reason}", "不是有效的 YAML：{reason}", reason=known_start(reason, _YAML))


def of_archive(reason: object) -> Message:
    """Why the archive that a workbook is cannot be read."""
    return reason if isinstance(reason, Message) else known_start(str(reason), _ARCHIVE)


def no_parquet(reason: str) -> Message:
    """Why a file is no Parquet."""
    known = _said_by(reason, _PARQUET)
    if known is None:
        return said("no Parquet: {reason}", "不是有效的 Parquet（{reason}）", reason=reason)
    return said("no Parquet: {reason}", "不是有效的 Parquet：{reason}", reason=known)


def at(line: int, message: Message, column: int | None = None) -> Message:
    """A message with the line of a file, and the column in it, before it."""
    if column is None:
        return said("line {line}: {message}", "第 {line} 行：{message}", line=line, message=message)
    return said(
        "line {line}, column {column}: {message}",
        "第 {line} 行第 {column} 个字符：{message}",
        line=line,
        column=column,
        message=message,
    )


def _said_by(reason: str, known: Mapping[str, Message]) -> Message | None:
    """What a library means, in our own words; None where it says something that is not known here."""
    return next((message for words, message in known.items() if words in reason), None)
