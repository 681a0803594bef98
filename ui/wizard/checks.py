"""What a plan still lacks and what looks wrong in it, step by step, in short sentences (P1, P3, P6, P8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from dialogue_desktop.domain.district_level import DISTRICT_END, names_district
from dialogue_desktop.domain.law_checks import LawCheck, LawState
from dialogue_desktop.domain.placeholders import resolved, unknown_marks, values_of
from dialogue_desktop.domain.plan import (
    Duty,
    IssuerKind,
    LegalBasis,
    Level,
    Plan,
    SectionKind,
    TimeKind,
)
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.seats import total_seats, uneven_localities
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import date_short, thousands, weekday_date
from ui.wizard.sections import walk
from ui.wizard.steps import StepId

_DEADLINE = re.compile(r"\s*\{han\}")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to see to. `field` names the place in the step to go to; `warning` blocks nothing.

    `row` is the id of the row when the field is a list.
    """

    step: StepId
    field: str
    text: str
    warning: bool = False
    row: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the checks must know besides the plan.

    `day_off` says why a day is no working day ("Chủ nhật", "nghỉ bù Giỗ Tổ"), "" for a working day. `bases`
    are the office's own list by id: it may know of an end that a plan does not.
    """

    today: date
    day_off: Callable[[date], str]
    schedule: Callable[[Plan], Sequence[ScheduledDuty]]
    law: Callable[[Plan], Sequence[LawCheck]] = lambda plan: ()
    bases: Mapping[str, LegalBasis] = field(default_factory=dict)

    def known(self, basis: LegalBasis) -> LegalBasis:
        """The basis with the days of the office's list where the plan has none."""
        row = self.bases.get(basis.id)
        if row is None:
            return basis
        return replace(
            basis,
            in_force_from=basis.in_force_from or row.in_force_from,
            in_force_to=basis.in_force_to or row.in_force_to,
        )


def plan_date(plan: Plan, today: date) -> date:
    """The day on which bases must be in force: the plan's own, or today while it has none."""
    return plan.issued_on or today


def basis_warning(basis: LegalBasis, on: date) -> str:
    """ "" when the basis is in force on that day and names no body that is gone."""
    if basis.in_force_to is not None and on > basis.in_force_to:
        return f"Hết hiệu lực sau ngày {date_short(basis.in_force_to)}."
    if basis.in_force_from is not None and on < basis.in_force_from:
        return f"Chỉ có hiệu lực từ ngày {date_short(basis.in_force_from)}."
    return ""


def district_warning(text: str, on: date) -> str:
    """A paper dated after 01/7/2025 cannot be sent to a huyện or report to one (P12)."""
    if on >= DISTRICT_END and names_district(text):
        return "Cấp huyện không còn từ 01/7/2025."
    return ""


def day_warning(plan: Plan, facts: Facts) -> str:
    """The conference day is past or no working day; it stays as it was chosen (P6)."""
    day = plan.day
    if day is None:
        return ""
    if day < facts.today:
        return f"Ngày họp {weekday_date(day)} đã qua."
    if reason := facts.day_off(day):
        return f"Ngày họp {weekday_date(day)} là ngày nghỉ ({reason})."
    return ""


def hours_warning(plan: Plan) -> str:
    when = plan.time
    if when.kind is TimeKind.EXACT and when.start and when.end and when.end <= when.start:
        return "Giờ kết thúc phải sau giờ bắt đầu."
    return ""


def programme_minutes(plan: Plan) -> int:
    return sum(step.minutes or 0 for step in plan.programme)


def session_minutes(plan: Plan) -> int | None:
    """Minutes from start to end, when both are known."""
    when = plan.time
    if when.kind is not TimeKind.EXACT or when.start is None or when.end is None:
        return None
    length = _minutes(when.end) - _minutes(when.start)
    return length if length > 0 else None


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def programme_warning(plan: Plan) -> str:
    """The steps take longer than the hours of the conference (P9)."""
    planned, held = programme_minutes(plan), session_minutes(plan)
    if held is None or planned <= held:
        return ""
    return f"Các bước dài {planned} phút, hơn giờ họp {planned - held} phút."


def seats(plan: Plan) -> int:
    return total_seats(plan)


def people_expected(plan: Plan) -> int | None:
    """How many of the people are expected, by the groups that say it, else the number of this conference."""
    counts = [group.expected for group in plan.participants if group.level is Level.PEOPLE]
    known = [count for count in counts if count is not None]
    return sum(known) if known else plan.people_per_session


def quota_warning(plan: Plan) -> str:
    """Seats of a thôn and of its xóm that do not agree, or over and under the number of people (P8)."""
    if not plan.quotas:
        return ""
    for label, whole, parts in uneven_localities(plan):
        word = "nhiều hơn" if parts > whole else "ít hơn"
        return (
            f"Các xóm của {label} cộng {thousands(parts)} đại biểu, "
            f"{word} chỉ tiêu của thôn {thousands(abs(parts - whole))}."
        )
    given, wanted = seats(plan), people_expected(plan)
    if wanted is None or given == wanted:
        return ""
    word = "nhiều hơn" if given > wanted else "ít hơn"
    return f"Chỉ tiêu {thousands(given)} đại biểu, {word} số dự kiến {thousands(abs(given - wanted))} người."


def last_is_archive(recipients: Sequence[str]) -> bool:
    """ "Lưu: VT" (Party: "Lưu Đảng ủy") closes Nơi nhận (NĐ 30/2020, Phụ lục I, II.9)."""
    return bool(recipients) and fold(recipients[-1]).startswith("luu")


# --- by step -------------------------------------------------------------------------------------------


def gaps_of(plan: Plan, facts: Facts) -> tuple[Gap, ...]:
    """Everything, in the order of the steps, in the words of the plan."""
    values = values_of(plan)
    return tuple(
        replace(gap, text=resolved(gap.text, values)) if "{" in gap.text else gap
        for check in (
            _issuer,
            _purpose,
            _time_place,
            _participants,
            _programme,
            _tasks,
            _budget,
            _recipients,
        )
        for gap in check(plan, facts)
    )


def _issuer(plan: Plan, facts: Facts) -> Iterator[Gap]:
    step = StepId.ISSUER
    if not plan.issuer.name.strip():
        yield Gap(step, "issuer.name", "Chưa có tên xã, phường")
    if plan.issuer.kind is IssuerKind.PARTY_COMMITTEE and not plan.issuer.superior.strip():
        yield Gap(step, "issuer.superior", "Chưa có tên đảng bộ cấp trên", warning=True)
    if not plan.symbol.strip():
        yield Gap(step, "symbol", "Chưa có ký hiệu văn bản")
    if not plan.subject.strip():
        yield Gap(step, "subject", "Chưa có trích yếu")
    if not plan.conference_name.strip():
        yield Gap(step, "conference_name", "Chưa có tên hội nghị")
    if not plan.bases:
        yield Gap(step, "bases", "Chưa có căn cứ")
    on = plan_date(plan, facts.today)
    for basis in plan.bases:
        if not basis.text.strip():
            yield Gap(step, "bases", "Có căn cứ để trống", row=basis.id)
        elif warning := basis_warning(facts.known(basis), on) or district_warning(basis.text, on):
            yield Gap(step, "bases", f"{short(basis.text)}: {_inner(warning)}", True, basis.id)
        yield from _marks(step, "bases", basis.text, basis.id)
    for name in ("subject", "conference_name", "lead_in"):
        yield from _marks(step, name, getattr(plan, name))


def _purpose(plan: Plan, facts: Facts) -> Iterator[Gap]:
    step = StepId.PURPOSE
    for place in walk(plan.sections):
        section = place.section
        if not place.number:
            continue
        shown = [block for block in section.blocks if block.included]
        if not section.heading.strip() and not (place.depth and shown):  # a numbered paragraph has no name
            yield Gap(step, "sections", f"Mục {place.number} chưa có tên", row=section.id)
        if section.kind is not SectionKind.TEXT:
            continue
        if not shown and not any(child.included for child in section.children):
            yield Gap(step, "sections", f"Mục “{section.heading}” chưa có đoạn nào", row=section.id)
        for block in shown:
            if not block.text.strip():
                yield Gap(step, "sections", f"Mục “{section.heading}” có đoạn để trống", row=block.id)
            yield from _marks(step, "sections", block.text, block.id)
    yield from _marks(step, "closing", plan.closing)


def _time_place(plan: Plan, facts: Facts) -> Iterator[Gap]:
    step = StepId.TIME_PLACE
    yield from _time(plan, facts)
    if not any(place.strip() for place in plan.places):
        yield Gap(step, "places", "Chưa có địa điểm")
    if not plan.whole_commune and not plan.localities:
        yield Gap(step, "localities", "Chưa chọn thôn nào")
    for locality in plan.localities:
        if not locality.name.strip():
            yield Gap(step, "localities", f"Có một {locality.kind} chưa có tên", row=locality.id)
    for session in plan.more_sessions:
        day = session.time.day
        if not session.whole_commune and not session.localities and not session.places:
            yield Gap(step, "sessions", "Có hội nghị chưa ghi thôn, địa điểm", row=session.id)
        elif day is not None and (reason := facts.day_off(day)):
            text = f"Hội nghị {weekday_date(day)} rơi vào ngày nghỉ ({reason})"
            yield Gap(step, "sessions", text, True, session.id)


def _time(plan: Plan, facts: Facts) -> Iterator[Gap]:
    step = StepId.TIME_PLACE
    when = plan.time
    match when.kind:
        case TimeKind.EXACT:
            if when.day is None:
                yield Gap(step, "time.day", "Chưa chọn ngày họp")
            if when.start is None:
                yield Gap(step, "time.start", "Chưa có giờ bắt đầu")
        case TimeKind.BEFORE_MONTH | TimeKind.MONTH:
            if when.month is None:
                yield Gap(step, "time.month", "Chưa chọn tháng")
        case TimeKind.QUARTERS:
            if not when.quarters:
                yield Gap(step, "time.quarters", "Chưa chọn quý")
        case TimeKind.LATER:
            pass
    if warning := day_warning(plan, facts):
        yield Gap(step, "time.day", warning.rstrip("."), True)
    if warning := hours_warning(plan):
        yield Gap(step, "time.end", warning.rstrip("."), True)


def _participants(plan: Plan, facts: Facts) -> Iterator[Gap]:
    step = StepId.PARTICIPANTS
    if not plan.chairs:
        yield Gap(step, "chairs", "Chưa có người chủ trì")
    for chair in plan.chairs:
        if not chair.official.position.strip() and not chair.official.name.strip():
            yield Gap(step, "chairs", "Người chủ trì chưa có tên hay chức vụ", row=chair.official.id)
    if not plan.secretaries:
        yield Gap(step, "secretaries", "Chưa có thư ký")
    if not plan.participants:
        yield Gap(step, "participants", "Chưa có thành phần dự")
    for group in plan.participants:
        if not group.text.strip():
            yield Gap(step, "participants", "Có thành phần để trống", row=group.id)
    if warning := quota_warning(plan):
        yield Gap(step, "quotas", warning.rstrip("."), True)


def _programme(plan: Plan, facts: Facts) -> Iterator[Gap]:
    step = StepId.PROGRAMME
    if not plan.programme:
        yield Gap(step, "programme", "Chưa có bước nào trong chương trình")
    for row in plan.programme:
        if not row.text.strip():
            yield Gap(step, "programme", "Có bước để trống", row=row.id)
    if plan.programme and not any(row.speaking for row in plan.programme):
        yield Gap(step, "programme", "Chưa đánh dấu bước Nhân dân phát biểu", True)
    if warning := programme_warning(plan):
        yield Gap(step, "programme", warning.rstrip("."), True)


def _tasks(plan: Plan, facts: Facts) -> Iterator[Gap]:
    step = StepId.TASKS
    if not plan.tasks:
        yield Gap(step, "tasks", "Chưa giao việc cho đơn vị nào")
    on = plan_date(plan, facts.today)
    for unit in plan.tasks:
        if not unit.unit.strip() and not unit.heading.strip():
            yield Gap(step, "tasks", "Có đơn vị chưa có tên", row=unit.id)
        elif warning := district_warning(unit.heading or unit.unit, on):
            yield Gap(step, "tasks", f"{short(unit.unit)}: {_inner(warning)}", True, unit.id)
        if not unit.duties:
            yield Gap(step, "tasks", f"{short(unit.unit)} chưa có việc nào", row=unit.id)
        for duty in unit.duties:
            if not duty.text.strip():
                yield Gap(step, "tasks", f"{short(unit.unit)} có việc để trống", row=duty.id)
            elif warning := district_warning(duty.text, on):
                yield Gap(step, "tasks", f"{duty_name(duty)}: {_inner(warning)}", True, duty.id)
            yield from _marks(step, "tasks", duty.text, duty.id)
    for row in facts.schedule(plan):
        if row.conflicts:
            text = f"{duty_name(row.duty)} {row.conflicts[0].predicate}"
            yield Gap(step, "tasks", text, True, row.duty.id)
    for check in facts.law(plan):
        if check.state is LawState.MISSING:
            yield Gap(step, "law", f"Chưa giao việc luật yêu cầu: {_inner(check.limit.text)}", True)


def _budget(plan: Plan, facts: Facts) -> Iterator[Gap]:
    for line in plan.budget:
        if not line.item.strip():
            yield Gap(StepId.BUDGET, "budget", "Có dòng dự toán chưa có nội dung", row=line.id)
        elif line.price == 0:
            yield Gap(StepId.BUDGET, "budget", f"{short(line.item)} chưa có đơn giá", True, line.id)


def _recipients(plan: Plan, facts: Facts) -> Iterator[Gap]:
    step = StepId.RECIPIENTS
    if not plan.recipients:
        yield Gap(step, "recipients", "Chưa có nơi nhận")
    elif not last_is_archive(plan.recipients):
        yield Gap(step, "recipients", "Dòng cuối nơi nhận phải là “Lưu: VT”", True)
    on = plan_date(plan, facts.today)
    for place, recipient in enumerate(plan.recipients):
        if warning := district_warning(recipient, on):
            yield Gap(step, "recipients", f"{short(recipient)}: {_inner(warning)}", True, str(place))
    if not any(line.strip() for line in plan.signature.lines):
        yield Gap(step, "signature.lines", "Chưa chọn thể thức ký")
    if not plan.signature.name.strip():
        yield Gap(step, "signature.name", "Chưa có họ tên người ký")
    if not any(purpose.chosen and purpose.count > 0 for purpose in plan.copies):
        yield Gap(step, "copies", "Chưa chọn bản biên bản nào")


def _marks(step: StepId, name: str, text: str, row: str = "") -> Iterator[Gap]:
    """A misspelt mark would stand on the paper as it is."""
    for mark in unknown_marks(text)[:1]:
        yield Gap(step, name, f"Không có chỗ điền {mark}", True, row)


def duty_name(duty: Duty) -> str:
    """What a duty is called in lists; may hold {placeholders}."""
    return duty.summary.strip() or short(_DEADLINE.sub("", duty.text))


def short(text: str, letters: int = 48) -> str:
    """The beginning of a long text, cut between words."""
    words = " ".join(text.split())
    if len(words) <= letters:
        return words
    return words[:letters].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"


def _inner(sentence: str) -> str:
    """A sentence as the second half of another: without its full stop, begun small."""
    words = sentence.strip().rstrip(".")
    return words[:1].lower() + words[1:]
