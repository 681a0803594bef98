"""Numbers, house addresses and the like in running text that nobody may read on a posted page (M2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_desktop.domain.redaction import Cut, CutKind

MASKED_NUMBER = "[số đã che]"
#: What stands on the page in the place of each kind.
MASKS = {
    CutKind.NUMBER: MASKED_NUMBER,
    CutKind.ADDRESS: "[địa chỉ đã che]",
    CutKind.MAIL: "[thư điện tử đã che]",
    CutKind.ACCOUNT: "[tài khoản đã che]",
    CutKind.BIRTH: "[ngày sinh đã che]",
}
#: What stands in the place of a passage that the secretary holds back.
MASKED_PASSAGE = "[…]"

_SPACE = r"[ \u00a0]"
_UPPER = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if c.isupper())

#: Ten or eleven digits of a telephone, or twelve of an identity number, with dots or spaces between.
_PHONE = re.compile(
    rf"(?<![\d.,/])(?!\d{{1,2}}[.-]\d{{1,2}}[.-]\d{{4}}(?!\d))(?:\(?\+?84\)?|\(?0)"
    rf"(?:(?:{_SPACE}|[.()–-]){{0,2}}\d){{8,11}}(?!\d)"
)
#: A number that is said to be somebody's: the words before it stay.
_SAID = re.compile(
    rf"(?<!\w)(?i:(?:số{_SPACE}+)?(?:cmnd|cccd|cmt(?:nd)?|chứng{_SPACE}minh(?:{_SPACE}nhân{_SPACE}dân)?|"
    rf"căn{_SPACE}cước(?:{_SPACE}công{_SPACE}dân)?|định{_SPACE}danh(?:{_SPACE}cá{_SPACE}nhân)?|"
    rf"hộ{_SPACE}chiếu|stk|(?:số{_SPACE})?tài{_SPACE}khoản|mã{_SPACE}số{_SPACE}thuế|mst|"
    rf"bhyt|bhxh|bảo{_SPACE}hiểm(?:{_SPACE}(?:y{_SPACE}tế|xã{_SPACE}hội))?|điện{_SPACE}thoại|sđt|đt|zalo)"
    rf"(?:{_SPACE}+(?:của{_SPACE}+)?(?:tôi|em|nhà{_SPACE}tôi|gia{_SPACE}đình))?(?:{_SPACE}+(?:số|là))*"
    rf"{_SPACE}*:?{_SPACE}*)"
    rf"(?P<number>(?i:[a-z]{{0,3}}{_SPACE}?)\d(?:[ \u00a0.-]?\d){{5,15}})(?!\d|{_SPACE}*(?i:đồng|đ\b|triệu))"
)
#: "34A-123.45", "29H1-234.56", "36B1-01234", "14C 123.45".
_PLATE = re.compile(
    rf"(?<![\w/.-])\d{{2}}(?:{_SPACE}?[-–]?{_SPACE}?)(?i:[a-zđ]{{1,2}}\d?)"
    rf"(?:{_SPACE}?[-–.]?{_SPACE}?\d{{3}}\.\d{{2}}|{_SPACE}?[-–]{_SPACE}?\d{{4,5}}|\d{{5}})(?![\w/])"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")
_ACCOUNT = re.compile(
    r"(?i)(?<!\w)(?:https?://)?(?:www\.|m\.)?(?:facebook|fb|zalo|tiktok|instagram)\.(?:com|me|vn)/[^\s,;]*\w"
)
_NO = r"(?:số[ \u00a0]*)?\d{1,4}[A-Za-z]?(?:/\d{1,4}[A-Za-z]?)*(?!\w)"
_ALLEY = r"(?:ngõ|ngách|hẻm|kiệt)"
_STREET = rf"(?:đường|phố){_SPACE}+(?:[{_UPPER}][\w’']*|\d+)(?:{_SPACE}+[{_UPPER}][\w’']*){{0,3}}"
_BEHIND = rf"(?:{_SPACE}*,?{_SPACE}*(?:(?i:{_ALLEY}){_SPACE}+{_NO}|(?i:tổ){_SPACE}+{_NO}|{_STREET}))"
_HOUSE = re.compile(
    rf"(?<!\w)(?:(?i:{_ALLEY}){_SPACE}+{_NO},?{_SPACE}*)*"
    rf"(?:(?:(?i:số{_SPACE}+nhà|nhà{_SPACE}+số)|SN){_SPACE}*:?{_SPACE}*{_NO}{_BEHIND}*"
    rf"|(?i:số){_SPACE}+{_NO}{_BEHIND}+)"
)
#: "nhà tôi ở số 5", "ở tại số 12A".
_LIVES = re.compile(
    rf"(?<!\w)(?i:ở|trú|địa{_SPACE}chỉ)(?i:{_SPACE}+tại)?:?{_SPACE}+(?P<house>(?i:số){_SPACE}+{_NO}{_BEHIND}*)"
)
#: Not "học sinh năm 2026": somebody is born, a pronoun or a name stands before it.
_BORN = re.compile(
    rf"(?:(?:^|[,(;:–])\s*|(?<!\w)(?i:tôi|ông|bà|anh|chị|em|cháu|con|cụ|cô|chú|bác){_SPACE}+"
    rf"|(?<!\w)[{_UPPER}]\w*{_SPACE}+[{_UPPER}]\w*{_SPACE}+)"
    rf"(?P<born>sinh{_SPACE}+(?:ngày{_SPACE}+\d{{1,2}}(?:[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?"
    rf"|{_SPACE}+tháng{_SPACE}+\d{{1,2}}(?:{_SPACE}+năm{_SPACE}+\d{{4}})?)|năm{_SPACE}+\d{{4}}))(?!\d)",
    re.MULTILINE,
)
_DIGIT = re.compile(r"\d")


def private_cuts(text: str) -> Iterator[Cut]:
    """Everything of the kind in one text: what is said to be a house, then mails, then bare numbers."""
    if _DIGIT.search(text):
        for kind, pattern, group in (
            (CutKind.ADDRESS, _HOUSE, 0),
            (CutKind.ADDRESS, _LIVES, "house"),
            (CutKind.BIRTH, _BORN, "born"),
        ):
            yield from _cuts(kind, pattern, text, group)
    if "@" in text:
        yield from _cuts(CutKind.MAIL, _MAIL, text)
    if "/" in text:
        yield from _cuts(CutKind.ACCOUNT, _ACCOUNT, text)
    yield from number_cuts(text)


def number_cuts(text: str) -> Iterator[Cut]:
    """Telephones, numbers of identity, of accounts and of vehicles."""
    if not _DIGIT.search(text):
        return
    yield from _cuts(CutKind.NUMBER, _SAID, text, "number")
    yield from _cuts(CutKind.NUMBER, _PHONE, text)
    yield from _cuts(CutKind.NUMBER, _PLATE, text)


def passage_cuts(text: str, passages: Iterable[str]) -> Iterator[Cut]:
    """Passages wherever they stand, however their blanks and line ends are."""
    for passage in passages:
        words = passage.split()
        if not words:
            continue
        for found in re.finditer(r"\s+".join(re.escape(word) for word in words), text):
            yield Cut(found.start(), found.end(), CutKind.PASSAGE, MASKED_PASSAGE)


def _cuts(kind: CutKind, pattern: re.Pattern[str], text: str, group: int | str = 0) -> Iterator[Cut]:
    for found in pattern.finditer(text):
        yield Cut(found.start(group), found.end(group), kind, MASKS[kind])
