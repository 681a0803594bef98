"""What the quick-add line may say beside name, thôn and topic: unnamed, online, interpreted (L2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_desktop.domain.text_vi import fold

_ONLINE = frozenset({"truc tuyen", "qua mang", "online"})
_NOBODY = frozenset({"an danh", "khong neu ten", "khong xung ten", "giau ten", "xin khong neu ten"})
_BRACKETS = re.compile(r"\s*\(([^()]*)(?:\)|$)")
# From the sign to the end of the line or the next sign: a word alone would cut "trực tuyến" in two.
_SIGN = re.compile(r"(?:^|(?<=\s))@\s*([^@/()]*?)\s*(?=$|\s-\s|@|/|\()")
_INTERPRETED = re.compile(r"^(?:pd|phiên dịch|thông dịch)\b\s*:?\s*(.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marks:
    online: bool = False
    anonymous: bool = False
    interpreter: str = ""


def take(line: str) -> tuple[str, Marks]:
    """The line without its marks, and what they said; brackets with other words stay where they are."""
    online = anonymous = False
    interpreter = ""

    def read(found: re.Match[str]) -> str:
        nonlocal online, anonymous, interpreter
        words = " ".join(found[1].split())
        if fold(words) in _ONLINE:
            online = True
        elif names_nobody(words):
            anonymous = True
        elif said := _INTERPRETED.match(words):
            interpreter = said[1].strip(" ,;") or interpreter
        else:
            return found[0]
        return " "

    for pattern in (_BRACKETS, _SIGN):
        line = pattern.sub(read, line)
    return " ".join(line.split()), Marks(online, anonymous, interpreter)


def names_nobody(words: str) -> bool:
    """ "ẩn danh", "Không nêu tên": no name, and none wanted."""
    return fold(words).strip(" .") in _NOBODY


def begun(text: str) -> bool:
    """A mark was begun: from here on neither names nor thôn are meant."""
    return "(" in text or "@" in text


def offers(text: str) -> list[tuple[str, str, str]]:
    """(title, note, whole line) for a mark that is just being begun."""
    key = fold(text)
    if len(key) >= 3 and any(name.startswith(key) and name != key for name in _NOBODY):
        return [("Không nêu tên", "họ tên không ghi ở đâu cả", "không nêu tên /")]
    head, sign, last = text.rpartition("@")
    if sign and (not head or head.endswith(" ")) and last != "trực tuyến":
        begins = fold(last)
        if "truc tuyen".startswith(begins):
            return [("Trực tuyến", "câu hỏi gửi qua mạng", f"{head}@trực tuyến")]
    return []
