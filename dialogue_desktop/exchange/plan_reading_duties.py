"""Units, their duties, and every deadline in the wording of an old plan as a rule or a fixed date (P10)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_outline import Node
from dialogue_desktop.exchange.plan_reading_types import DatedDuty, ReadBlock, ReadUnit

_DATE = r"(?P<day>\d{1,2})(?:/|\s*tháng\s*)(?P<month>\d{1,2})(?:/|\s*năm\s*)(?P<year>\d{4})"
_COUNT = r"(?P<n>\d{1,3})\s+ngày(?P<working>\s+làm\s+việc)?"
_EVENT = r"(?:hội nghị|buổi|cuộc|phiên|đối thoại|tiếp xúc|tổ chức|diễn ra|txđt)"

_FIXED = re.compile(
    r"(?P<how>trước|chậm nhất(?:\s+là)?(?:\s+(?:vào|đến|trong))?|muộn nhất(?:\s+là)?|đến hết|từ|vào"
    r"|xong(?:\s+(?:vào|trong))?)"
    r"(?:\s+(?P<hour>\d{1,2})\s*(?:giờ|h|:)\s*(?P<minute>\d{1,2})?\s*(?:['’′]|phút)?\s*,?)?"
    rf"(?:\s+ngày)?\s+{_DATE}",
    re.I,
)
_BEFORE = (
    # "chậm nhất là 10 ngày trước ngày tổ chức Hội nghị"
    re.compile(
        rf"(?:chậm nhất\s+(?:là\s+)?|ít nhất\s+)?{_COUNT}\s+trước\s+(?:khi\s+|ngày\s+)?{_EVENT}", re.I
    ),
    # "trước 05 ngày tổ chức", "trước ít nhất 5 ngày", "chậm nhất trước 07 ngày tiếp xúc"
    re.compile(rf"(?:chậm nhất\s+)?trước\s+(?:ít nhất\s+|tối thiểu\s+)?{_COUNT}", re.I),
    # "trước hội nghị TXĐT 2 ngày"
    re.compile(rf"trước\s+(?:ngày\s+)?{_EVENT}[^.;,()\d]{{0,40}}?\s{_COUNT}", re.I),
)
_AFTER = (
    # "chậm nhất là 10 ngày làm việc sau hội nghị", "07 ngày làm việc, sau khi có thông báo kết luận"
    re.compile(
        rf"(?:chậm nhất\s+(?:là\s+)?|trong\s+(?:vòng|thời hạn)\s+)?{_COUNT}\s*,?\s*(?:kể từ|tính từ|sau)\b",
        re.I,
    ),
    # "chậm nhất sau 05 ngày làm việc", "sau 05 ngày tổ chức Hội nghị"
    re.compile(rf"(?:chậm nhất\s+(?:là\s+)?)?sau\s+{_COUNT}", re.I),
    re.compile(rf"trong\s+(?:vòng|thời hạn)\s+{_COUNT}", re.I),
)
_EXTENSION = re.compile(rf"(?:không quá|tối đa|kéo dài(?:\s+\S+){{0,4}}?)\s+{_COUNT}", re.I)
#: Right behind the count: "sau khi có thông báo kết luận". Further on, the notice is itself what is due.
_NOTICE = re.compile(
    r"\s*(?:,\s*)?(?:sau\s+)?(?:khi\s+|ngày\s+)?(?:có\s+|ra\s+|ban hành\s+|nhận được\s+)?(?:văn bản\s+)?"
    r"thông báo kết luận",
    re.I,
)
_PLAN = re.compile(r"(?:ban hành|ký|nhận được|có)\s+(?:văn bản\s+)?kế hoạch", re.I)

UNSAID_ANCHOR = "không ghi tính từ ngày nào; hiểu là từ ngày họp"
UNKNOWN_UNIT = "chưa rõ đơn vị nào làm"


@dataclass(frozen=True, slots=True)
class _Found:
    """One deadline at its place in a paragraph."""

    start: int
    end: int
    wording: str
    rule: Rule | None = None
    fixed: FixedDate | None = None
    at: time | None = None
    doubt: str = ""


def dated_in(text: str, unit: str, line: int, clause: str = "") -> tuple[DatedDuty, ...]:
    """Every deadline of a paragraph, in order, each with the sentence that it stands in."""
    found: list[_Found] = []
    for one in sorted(_all(text, clause), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    found = _with_extensions(text, found)
    cuts = _cuts(text, found)
    return tuple(
        DatedDuty(line, unit, _sentence(text, one, cuts), one.wording, one.rule, one.fixed, one.at, one.doubt)
        for one in found
    )


def _all(text: str, clause: str) -> Iterator[_Found]:
    for match in _FIXED.finditer(text):
        yield _fixed(match, clause)
    for pattern in _BEFORE:
        for match in pattern.finditer(text):
            yield _rule(text, match, Direction.BEFORE, clause)
    for pattern in _AFTER:
        for match in pattern.finditer(text):
            if not _EXTENSION.search(text[max(0, match.start() - 30) : match.end()]):
                yield _rule(text, match, Direction.AFTER, clause)


def _fixed(match: re.Match[str], clause: str) -> _Found:
    how = fold(match["how"])
    wording = " ".join(match[0].split())
    hour = _hour(match)
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return _Found(match.start(), match.end(), wording, at=hour, doubt="ngày này không có trong lịch")
    inclusive = how != "truoc"
    doubt = "đây là ngày bắt đầu" if how == "tu" else ""
    fixed = FixedDate(day, inclusive, clause)
    return _Found(match.start(), match.end(), wording, None, fixed, hour, doubt)


def _hour(match: re.Match[str]) -> time | None:
    if not match["hour"]:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _rule(text: str, match: re.Match[str], direction: Direction, clause: str) -> _Found:
    around = text[match.start() : match.end() + 70]
    anchor, doubt = Anchor.CONFERENCE_DAY, ""
    if direction is Direction.AFTER and _NOTICE.match(text, match.end()):
        anchor = Anchor.NOTICE_OF_CONCLUSION
    elif _PLAN.search(around):
        anchor = Anchor.PLAN_DATE
    if anchor is Anchor.CONFERENCE_DAY and not re.search(_EVENT, around[:60], re.I):
        doubt = UNSAID_ANCHOR
    unit = DayUnit.WORKING if match["working"] else DayUnit.CALENDAR
    wording = " ".join(match[0].split())
    rule = Rule(anchor, direction, int(match["n"]), unit, None, wording, clause)
    return _Found(match.start(), match.end(), wording, rule, doubt=doubt)


def _with_extensions(text: str, found: Sequence[_Found]) -> list[_Found]:
    """ "… có thể kéo dài nhưng không quá 15 ngày làm việc" belongs to the rule before it."""
    result = list(found)
    rules = [index for index, one in enumerate(result) if one.rule is not None]
    ends = [result[index].end for index in rules]
    for match in _EXTENSION.finditer(text):
        before = bisect_right(ends, match.start())
        if before:
            one = result[rules[before - 1]]
            assert one.rule is not None
            rule = replace(one.rule, extension=int(match["n"]))
            result[rules[before - 1]] = replace(one, rule=rule)
    return result


_SENTENCE_END = re.compile(r"(?:;\s+(?=[^\W\d_])|\.\s+(?=[A-ZĐÀ-Ỹ]))")


def _cuts(text: str, found: Sequence[_Found]) -> list[int]:
    """Where a duty may begin or end. Dots inside dates and abbreviations end nothing; a semicolon only where
    another body, a capital letter or an earlier deadline shows that a new duty begins: "niêm yết …; đăng tải
    … chậm nhất …" is one."""
    first = min((one.end for one in found), default=len(text))
    return [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if match[0][0] == "."
        or text[match.end()].isupper()
        or first <= match.start()
        or _BODY.match(text, match.end())
    ]


def _sentence(text: str, one: _Found, cuts: Sequence[int]) -> str:
    """The sentence around a deadline."""
    before, after = bisect_right(cuts, one.start), bisect_left(cuts, one.end)
    start = cuts[before - 1] if before else 0
    end = cuts[after] if after < len(cuts) else len(text)
    return text[start:end].strip(" -.;")


def dated_by_subject(text: str, heading: str, line: int, clause: str = "") -> tuple[DatedDuty, ...]:
    """Deadlines outside "Tổ chức thực hiện": the unit is the body that the sentence is about."""
    return tuple(
        replace(duty, unit=unit) if unit else replace(duty, unit=heading, doubt=duty.doubt or UNKNOWN_UNIT)
        for duty in dated_in(text, "", line, clause)
        for unit in (_subject(duty.text) or _subject(_after_wording(duty)) or _subject(text),)
    )


def _after_wording(duty: DatedDuty) -> str:
    """ "Chậm nhất là 10 ngày sau hội nghị, cơ quan chủ trì …": what stands behind the first comma."""
    return duty.text[duty.text.find(duty.wording) + len(duty.wording) :].partition(",")[2].strip()


# --- units ----------------------------------------------------------------------------------------

_ADDRESS = re.compile(r"^(?:Giao(?: cho)?|Đề nghị|Đối với|Đối|Phân công|Yêu cầu)\s+", re.I)
_VERB = re.compile(
    r"(?<!cơ quan)\s(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|theo chức năng|tham mưu|chuẩn bị"
    r"|căn cứ|tổ chức(?! chính trị)|thực hiện|xây dựng|phân công|triển khai|gửi|phát(?! thanh)|thu|hoàn thành"
    r"|niêm yết|được|trên cơ sở)\b"
)
#: Words with which a body or an office begins; a numbered paragraph that begins otherwise is a duty of all.
_BODY = re.compile(
    r"(?:Văn phòng|Ủy ban|Uỷ ban|UBND|UBMTTQ|UB |Ban |Bộ phận|Công chức|Công an|Cán bộ|Các |Trưởng|Thôn|Xóm"
    r"|Bản|Đảng|Đài|Trung tâm|Phòng|Mặt trận|MTTQ|Hội |Đoàn|Bí thư|Chi bộ|Thường trực|Lãnh đạo|Khối|Tổ |HĐND"
    r"|Trạm|Trường|Cơ quan|Người chủ trì|Kế toán|Chủ tịch|Phó|Quân sự|Địa chính|Tư pháp|Tài chính|Văn hóa"
    r"|Hợp tác xã|Cấp ủy)",
    re.I,
)


def is_tasks(heading: str) -> bool:
    """ "TỔ CHỨC THỰC HIỆN", also where a mark was lost."""
    key = fold(heading)
    return "to chuc thuc hien" in key or "phan cong nhiem vu" in key or "phan cong to chuc" in key


def units_of(section: Node) -> tuple[ReadUnit, ...]:
    """One unit for each numbered part of "Tổ chức thực hiện"."""
    return tuple(_unit(part) for part in section.children)


def _unit(part: Node) -> ReadUnit:
    duties = [*part.blocks, *(block for child in part.children for block in _with_heading(child))]
    heading = part.heading
    if not heading and duties:
        heading = _subject(duties[0].text)
    elif heading and not duties:
        # "6. Đài Phát thanh xã có trách nhiệm ghi âm …": unit and duty in one sentence
        subject = _subject(heading)
        duties = [ReadBlock(part.line, heading)]
        heading = subject
    unit = _ADDRESS.sub("", heading).strip(" .:;")
    if not _BODY.match(unit):
        unit = ""
    return ReadUnit(part.line, part.number, heading, unit, tuple(duties))


def _with_heading(node: Node) -> list[ReadBlock]:
    head = [ReadBlock(node.line, node.heading)] if node.heading else []
    return [*head, *node.blocks, *(block for child in node.children for block in _with_heading(child))]


def _subject(sentence: str) -> str:
    """The body that a sentence begins with: the words before its verb."""
    bare = _ADDRESS.sub("", sentence)
    if not _BODY.match(bare):
        return ""
    match = _VERB.search(bare)
    end = match.start() if match else len(bare)
    colon = bare.find(":")
    if 0 < colon < end:
        end = colon
    subject = bare[:end].strip(" ,.:;")
    return subject if len(subject) <= 120 else ""
