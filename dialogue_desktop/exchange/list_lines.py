"""Lines of a list that are no opinion: sums, signatures, the day at the foot, numbers under the heads."""

from __future__ import annotations

import re

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.list_cells import shown
from dialogue_desktop.exchange.table_types import Row

_ROLE = (
    r"nguoi lap(?: bieu)?|nguoi tong hop|(?:pho )?truong thon|(?:pho )?bi thu(?: chi bo)?|chu tri|thu ky"
    r"|truong ban(?: cong tac mat tran)?|to truong"
)
#: Lines at the foot of a list, whole; a role with more words counts only in capitals.
_FOOT = re.compile(
    rf"(?:tong (?:cong|so)\b.*|cong:? *\d.*|(?:{_ROLE})\s*(?:\(.*\))?|xac nhan cua .*|\(?ky(?: ten|, ).*"
    r"|noi nhan:.*|(?:tm|t/m|kt|k/t)\b.*|ghi chu:.*|luu y:.*|danh sach (?:co|gom) \d.*"
    r"|(?:[^,]{2,30}, )?ngay .{1,12} thang .{1,10} nam .{0,8})"
)
_ROLE_IN_CAPITALS = re.compile(rf"(?:{_ROLE})\b")
_SUM = re.compile(r"tong|cong")
_LONGEST_SIGNATURE = 40


def is_foot(row: Row) -> bool:
    """ "Tổng cộng: 12 ý kiến", "Người lập biểu", "Minh Khê, ngày 15 tháng 4 năm 2026"."""
    if len(row.cells) - row.cells.count(None) > 4 + row.cells.count(""):
        return False
    texts = _texts(row)
    return bool(texts) and all(len(text) <= 90 and _is_foot_text(text) for text in texts)


def is_sum(row: Row) -> bool:
    """A foot line after which more opinions may come."""
    texts = _texts(row)
    return bool(texts) and _SUM.match(fold(texts[0])) is not None


def is_signature(row: Row) -> bool:
    """What may be the names under "Người lập biểu" and "Trưởng thôn"."""
    texts = _texts(row)
    return len(texts) <= 3 and all(len(text) <= _LONGEST_SIGNATURE for text in texts)


def is_index(row: Row) -> bool:
    """ "(1) (2) (3)" under the heads."""
    filled = [shown(value).strip("() ") for value in row.cells if value not in (None, "")]
    return len(filled) >= 3 and filled == [str(n) for n in range(1, len(filled) + 1)]


def _texts(row: Row) -> list[str]:
    return [value for value in row.cells if isinstance(value, str) and value]


def _is_foot_text(text: str) -> bool:
    key = fold(text).strip(" .")
    return _FOOT.fullmatch(key) is not None or (text.isupper() and _ROLE_IN_CAPITALS.match(key) is not None)
