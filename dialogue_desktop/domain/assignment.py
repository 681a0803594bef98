"""The duties of a plan as rows of a list: unit, work, clause, day and how the day was counted (P10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import Plan, SectionKind
from dialogue_desktop.domain.schedule import ScheduledDuty, duty_marks, time_words
from dialogue_desktop.domain.words_vi import roman, weekday_date


@dataclass(frozen=True, slots=True)
class Assignment:
    """One duty. `counted` explains `due`, and is empty for a duty without deadline."""

    unit_id: str
    unit: str
    duty_id: str
    work: str
    clause: str
    dated: bool
    due: date | None
    counted: str
    warning: str

    @property
    def day_words(self) -> str:
        """ "thứ Ba 14/4/2026"; empty while the day is unknown."""
        return weekday_date(self.due) if self.due else ""


def assignments(plan: Plan, duties: Sequence[ScheduledDuty]) -> tuple[Assignment, ...]:
    """All duties in the plan's order, with its placeholders filled."""
    values = values_of(plan, time_text=time_words(plan))
    places = unit_places(plan)
    found: list[Assignment] = []
    for line in duties:
        duty, deadline = line.duty, line.deadline
        words = fill(duty.text, values | duty_marks(duty, line.due)).strip()
        clause = (deadline.clause if deadline else "") or (duty.fixed.clause if duty.fixed else "")
        clause = clause or places.get(line.unit_id, "")
        found.append(
            Assignment(
                line.unit_id,
                fill(line.unit, values),
                duty.id,
                words,
                fill(clause, values),
                line.dated,
                line.due,
                counted_words(line),
                fill(line.warning, values),
            )
        )
    return tuple(found)


def counted_words(line: ScheduledDuty) -> str:
    """How the day of a duty was counted, for a person who asks; empty for a duty without deadline."""
    deadline, duty = line.deadline, line.duty
    if deadline is None:
        return ""
    words = deadline.explanation_long or deadline.explanation
    if duty.moved_to is not None and deadline.due is not None and duty.moved_to != deadline.due:
        words = f"Cơ quan chọn ngày {weekday_date(duty.moved_to)}; cách tính: {words}"
    if deadline.extended is not None:
        words = f"{words.rstrip('.')}. Việc khó: chậm nhất {weekday_date(deadline.extended)}."
    return words


def unit_places(plan: Plan) -> dict[str, str]:
    """Where the plan gives each unit its duties, by unit: "mục III.2 của Kế hoạch"."""
    numbered = enumerate((section for section in plan.sections if section.included), start=1)
    for number, section in numbered:
        if section.kind is SectionKind.TASKS:
            return {
                unit.id: f"mục {roman(number)}.{place} của Kế hoạch"
                for place, unit in enumerate(plan.tasks, start=1)
            }
    return {}
