"""What was understood of an old plan, in Vietnamese lines for a person to read."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desktop.domain.plan import Official, TimeKind, TimePlan
from dialogue_desktop.domain.words_vi import date_short, roman, time_text
from dialogue_desktop.exchange.plan_reading_types import DatedDuty, PlanReading, ReadSection, ReadSession

_NONE = "(không thấy)"


def describe(reading: PlanReading) -> str:
    """All parts in the order of the plan; doubts and what was left out at the end."""
    return "\n".join(_lines(reading))


def _lines(reading: PlanReading) -> Iterator[str]:
    issuer = reading.issuer
    yield f"Tên kế hoạch: {reading.title or _NONE}"
    yield f"Cơ quan ban hành: {issuer.body if issuer.name else _NONE}"
    yield f"Số, ký hiệu: {'/'.join(p for p in (reading.number, reading.symbol) if p) or _NONE}"
    yield f"Địa danh, ngày: {reading.date_text or _NONE}"
    yield from _listed("Căn cứ", (basis.text for basis in reading.bases))
    yield f"Thời gian: {time_words(reading.time) or _NONE}"
    yield f"Địa điểm: {'; '.join(reading.places) or _NONE}"
    if reading.sessions:
        yield from _listed("Các hội nghị", map(_session, reading.sessions))
    yield f"Phạm vi: {', '.join(one.label for one in reading.localities) or 'cả xã'}"
    yield from _listed("Chủ trì", (f"{_person(c.official)} ({c.role.value})" for c in reading.chairs))
    yield from _listed("Thư ký", (_person(one.official) for one in reading.secretaries))
    if reading.organisers:
        yield from _listed("Ban tổ chức", (f"{one.text} [{one.role}]" for one in reading.organisers))
    yield from _listed(
        "Thành phần", (f"{group.text} [{group.level.value}]" for group in reading.participants)
    )
    if reading.expected_people:
        each = f" (mỗi hội nghị {reading.people_per_session})" if reading.people_per_session else ""
        yield f"Số người dự kiến: {reading.expected_people}{each}"
    yield from _listed("Nội dung", reading.topics)
    yield from _listed("Chương trình", (step.text for step in reading.programme), numbered=True)
    yield "Các mục:"
    for section in reading.sections:
        yield from _section(section, 1)
    yield "Tổ chức thực hiện:"
    for unit in reading.units:
        yield f"  {unit.number}. {unit.unit or unit.heading or '(chung)'}: {len(unit.duties)} việc"
    yield from _listed("Việc có thời hạn", map(_dated, reading.dated_duties))
    if reading.copies:
        yield from _listed("Biên bản", (f"{copy.count:02} bản {copy.label}" for copy in reading.copies))
    yield from _listed("Nơi nhận", reading.recipients)
    yield f"Ký: {' / '.join((*reading.signature.lines, reading.signature.name)) or _NONE}"
    yield from _listed("Cần xem lại", (_placed(d.line, d.reason) for d in reading.doubts))
    left = (_placed(one.line, f"{one.text} ({one.reason})") for one in reading.not_understood)
    yield from _listed("Để ra ngoài, chưa hiểu", left)


def _listed(title: str, items: Iterator[str] | tuple[str, ...], *, numbered: bool = False) -> Iterator[str]:
    found = list(items)
    if not found:
        yield f"{title}: {_NONE if title not in ('Cần xem lại', 'Để ra ngoài, chưa hiểu') else 'không có'}"
        return
    yield f"{title}:"
    for index, item in enumerate(found, 1):
        yield f"  {f'{index}.' if numbered else '-'} {item}"


def _session(session: ReadSession) -> str:
    who = ", ".join(one.label for one in session.localities) or "cả xã"
    return "; ".join(part for part in (who, time_words(session.time), *session.places) if part)


def _person(official: Official) -> str:
    """ "ông Đỗ Mạnh Tuyển, Chủ tịch …", or the position alone."""
    name = f"{official.honorific} {official.name}" if official.name else ""
    return ", ".join(part for part in (name, official.position) if part)


def _placed(line: int, text: str) -> str:
    return f"dòng {line}: {text}" if line else text


def _section(section: ReadSection, depth: int) -> Iterator[str]:
    blocks = f" ({len(section.blocks)} đoạn)" if section.blocks else ""
    yield f"{'  ' * depth}{section.number}. {section.heading or '(không có đề mục)'}{blocks}"
    for child in section.children:
        yield from _section(child, depth + 1)


def _dated(duty: DatedDuty) -> str:
    words = (
        duty.rule.words
        if duty.rule is not None
        else duty.fixed.words
        if duty.fixed is not None
        else duty.wording
    )
    if duty.rule is not None and duty.rule.extension is not None:
        words += f", dài nhất {duty.rule.extension} {duty.rule.unit.label}"
    at = f" {time_text(duty.at)}" if duty.at is not None else ""
    doubt = f" [{duty.doubt}]" if duty.doubt else ""
    return f"{words}{at}: {duty.unit or '(chưa rõ đơn vị)'}; “{duty.text}”{doubt}"


def time_words(plan: TimePlan) -> str:
    """ "23/9/2023", "trước tháng 9/2024", "quý III, IV năm 2025"."""
    year = f"/{plan.year}" if plan.year else ""
    if plan.kind is TimeKind.EXACT and plan.day is not None:
        start = f"{time_text(plan.start)}, " if plan.start is not None else ""
        return f"{start}ngày {date_short(plan.day)}"
    if plan.kind is TimeKind.BEFORE_MONTH:
        return f"trước tháng {plan.month}{year}"
    if plan.kind is TimeKind.MONTH:
        return f"tháng {plan.month}{year}"
    if plan.kind is TimeKind.QUARTERS:
        return f"quý {', '.join(map(roman, plan.quarters))}{f' năm {plan.year}' if plan.year else ''}"
    return ""
