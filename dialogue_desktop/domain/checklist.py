"""The checklist of a conference: every duty, preparation and limit of the law; what is done (P14, C12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from dialogue_desktop.domain.assignment import counted_words
from dialogue_desktop.domain.deadlines import Conflict, ConflictKind, Rule, check_day, compute
from dialogue_desktop.domain.due_state import due_state
from dialogue_desktop.domain.law_checks import law_day
from dialogue_desktop.domain.law_limits import Confidence, LawLimit, LimitKind, limits_for
from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.preparation import Preparation
from dialogue_desktop.domain.schedule import ScheduledDuty, anchor_day, duty_marks, time_words
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import date_short, weekday_date
from dialogue_desktop.domain.work_calendar import WorkCalendar

OWN_DAY = "Ngày do cơ quan định."
NO_DAY = "Chưa định ngày."
UNVERIFIED = "Số ngày chưa đối chiếu với văn bản; sửa được ở trang Lịch làm việc."


class ItemKind(StrEnum):
    """Where an item comes from."""

    PLAN = "plan"
    PREP = "prep"
    OWN = "own"
    LAW = "law"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]

    @property
    def editable(self) -> bool:
        """Whether the office may change its words, its day, or take it away."""
        return self in (ItemKind.PREP, ItemKind.OWN)


_KIND_LABELS = {
    ItemKind.PLAN: "Theo kế hoạch",
    ItemKind.PREP: "Việc chuẩn bị",
    ItemKind.OWN: "Việc cơ quan thêm",
    ItemKind.LAW: "Hạn của luật",
}


class ItemState(StrEnum):
    """How an item stands today. LAPSED: a preparation that nobody ticked, and the day is over."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"
    LAPSED = "lapsed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class KeptItem:
    """What the office itself has put down for one item: no new count and no other plan loses it.

    `title`, `unit` and `rule` are those of an own item, or of a usual preparation once it is `edited`;
    `day` is a day in place of a rule, also for a duty to which the plan gives none. `hour` goes with it.
    `rank` is the place by hand among the items of one day.
    """

    kind: ItemKind
    id: str
    title: str = ""
    unit: str = ""
    rule: Rule | None = None
    day: date | None = None
    hour: time | None = None
    rank: int | None = None
    edited: bool = False
    removed: bool = False
    done_on: date | None = None
    done_by: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[ItemKind, str]:
        return self.kind, self.id

    @property
    def blank(self) -> bool:
        """Whether nothing was put down."""
        return self == KeptItem(self.kind, self.id)

    @property
    def worked_on(self) -> bool:
        """Whether more was put down than its place among others."""
        return not replace(self, rank=None).blank


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of the checklist.

    `rule` is that of a preparation or an own item. `counted` says how the day was found, `warning` what
    speaks against it; `usual` is the day on which such a thing is usually ready, for a
    duty to which the plan gives none. `dated_by_plan`: the day is the plan's, or the law's, to change.
    """

    kind: ItemKind
    id: str
    title: str
    unit: str = ""
    due: date | None = None
    hour: time | None = None
    rule: Rule | None = None
    counted: str = ""
    warning: str = ""
    source: str = ""
    dated_by_plan: bool = False
    usual: date | None = None
    shown: bool = True
    kept: KeptItem | None = None

    @property
    def key(self) -> tuple[ItemKind, str]:
        return self.kind, self.id

    @property
    def own(self) -> KeptItem:
        """What the office has put down, blank where nothing."""
        return self.kept or KeptItem(self.kind, self.id)

    @property
    def done_on(self) -> date | None:
        return self.own.done_on

    def state(self, today: date, conference_day: date | None = None) -> ItemState:
        if self.done_on is not None:
            return ItemState.DONE
        if lapsed(self.kind, self.due, conference_day, today):
            return ItemState.LAPSED
        return ItemState(due_state(self.due, today))


def lapsed(kind: ItemKind, due: date | None, conference_day: date | None, today: date) -> bool:
    """Whether nothing is left to be done: a preparation, or the law's notice, of a day that is over."""
    if kind not in (ItemKind.PREP, ItemKind.LAW) or conference_day is None or conference_day >= today:
        return False
    return due is not None and due <= conference_day


def checklist(
    plan: Plan,
    duties: Sequence[ScheduledDuty],
    preparations: Sequence[Preparation],
    kept: Iterable[KeptItem],
    calendar: WorkCalendar,
    *,
    own_limits: Mapping[LimitKind, int] | None = None,
) -> tuple[ChecklistItem, ...]:
    """Every item in the order of its day. Items that are not shown come last: those taken away, and those
    that the plan or the law no longer has but to which the office has put something down."""
    marks = {one.key: one for one in kept if not one.blank}
    found: list[ChecklistItem] = []
    for item in (
        *_law_items(plan, own_limits),
        *_plan_items(plan, duties, preparations, calendar),
        *_preparation_items(plan, duties, preparations, marks, calendar),
    ):
        mark = marks.pop(item.key, None)
        found.append(item if mark is None else _with_mark(item, mark, plan, calendar))
    for mark in marks.values():
        if mark.kind is ItemKind.OWN:
            found.append(_own_item(mark, plan, calendar))
        else:
            found.append(ChecklistItem(mark.kind, mark.id, mark.title, mark.unit, shown=False, kept=mark))
    return tuple(item for _, item in sorted(enumerate(found), key=_place))


def _place(numbered: tuple[int, ChecklistItem]) -> tuple[bool, date, int, time, int]:
    """By day; within a day by hand, then by hour, then in the order in which the plan has them."""
    number, item = numbered
    rank = item.own.rank
    late = 1_000_000 if rank is None else rank
    return not item.shown, item.due or date.max, late, item.hour or time.max, number


# --- what there is ------------------------------------------------------------------------------------


def _law_items(plan: Plan, own_limits: Mapping[LimitKind, int] | None) -> Iterator[ChecklistItem]:
    """The limits in force at the time of the conference."""
    for limit in limits_for(law_day(plan), own_limits):
        due = limit.due if plan.day is not None else None
        unit = plan.issuer.body_short if plan.issuer.name else ""
        yield ChecklistItem(
            ItemKind.LAW, limit.kind.value, limit.text, unit, due,
            counted=_law_counted(limit, plan), source=limit.source, dated_by_plan=True,
        )  # fmt: skip


def _law_counted(limit: LawLimit, plan: Plan) -> str:
    words = f"{limit.text} ({limit.source})."
    if limit.rule is not None:
        counted = compute(limit.rule, plan.day, WorkCalendar())
        words = f"{counted.explanation_long or counted.explanation} ({limit.source})"
        words = f"{words.rstrip('.')}."
    return f"{words} {UNVERIFIED}" if limit.confidence is Confidence.UNVERIFIED else words


def _plan_items(
    plan: Plan, duties: Sequence[ScheduledDuty], preparations: Sequence[Preparation], calendar: WorkCalendar
) -> Iterator[ChecklistItem]:
    values = values_of(plan, time_text=time_words(plan))
    for line in duties:
        duty = line.duty
        words = fill(duty.summary or duty.text, values | duty_marks(duty, line.due))
        deadline = line.deadline
        clause = (deadline.clause if deadline else "") or (duty.fixed.clause if duty.fixed else "")
        usual = None
        if not line.dated and line.due is None:
            days = [_day_of(p.rule, plan, calendar) for p in preparations if p.ordered_in(duty)]
            usual = min((day for day in days if day is not None), default=None)
        yield ChecklistItem(
            ItemKind.PLAN, duty.id, one_line(words), one_line(fill(line.unit, values)), line.due,
            counted=counted_words(line) or NO_DAY, warning=_against(line.conflicts),
            source=fill(clause, values) or "Kế hoạch",
            dated_by_plan=line.dated or line.due is not None, usual=usual,
        )  # fmt: skip


def _preparation_items(
    plan: Plan,
    duties: Sequence[ScheduledDuty],
    preparations: Sequence[Preparation],
    marks: Mapping[tuple[ItemKind, str], KeptItem],
    calendar: WorkCalendar,
) -> Iterator[ChecklistItem]:
    """The usual items that the plan does not order itself; one on which somebody has worked stays."""
    ordered = [line.duty for line in duties]
    for one in preparations:
        mark = marks.get((ItemKind.PREP, one.id))
        if one.ordered_by(ordered) and (mark is None or not mark.worked_on):
            continue
        counted = compute(one.rule, anchor_day(plan, one.rule.anchor, None), calendar)
        yield ChecklistItem(
            ItemKind.PREP, one.id, one.text, one.unit_for(plan), counted.due, one.hour, one.rule,
            counted=counted.explanation_long or counted.explanation, warning=_against(counted.conflicts),
            source="Việc chuẩn bị thường có",
        )  # fmt: skip


def _own_item(mark: KeptItem, plan: Plan, calendar: WorkCalendar) -> ChecklistItem:
    due, counted, warning = _chosen(mark, plan, calendar)
    return ChecklistItem(
        ItemKind.OWN, mark.id, mark.title, mark.unit, due, mark.hour, mark.rule,
        counted=counted, warning=warning, source="Cơ quan thêm", shown=not mark.removed, kept=mark,
    )  # fmt: skip


def _with_mark(item: ChecklistItem, mark: KeptItem, plan: Plan, calendar: WorkCalendar) -> ChecklistItem:
    item = replace(item, kept=mark, shown=not mark.removed)
    if item.kind is ItemKind.PREP and mark.edited:
        due, counted, warning = _chosen(mark, plan, calendar)
        item = replace(item, title=mark.title, unit=mark.unit, due=due, hour=mark.hour, rule=mark.rule)
        return replace(item, counted=counted, warning=warning)
    if item.kind is ItemKind.PLAN:
        item = replace(item, hour=mark.hour)
        if not item.dated_by_plan and mark.day is not None:
            warning = _against(check_day(mark.day, calendar))
            return replace(
                item, due=mark.day, counted=f"Kế hoạch không định ngày. {OWN_DAY}", warning=warning
            )
    return item


def _chosen(mark: KeptItem, plan: Plan, calendar: WorkCalendar) -> tuple[date | None, str, str]:
    """The day of an item of the office's own, how it was found, and what speaks against it."""
    if mark.rule is not None:
        counted = compute(mark.rule, anchor_day(plan, mark.rule.anchor, None), calendar)
        words = counted.explanation_long or counted.explanation
        return counted.due, words, _against(counted.conflicts)
    if mark.day is None:
        return None, NO_DAY, ""
    return mark.day, OWN_DAY, _against(check_day(mark.day, calendar))


def _against(conflicts: Sequence[Conflict]) -> str:
    """That the day has gone by is told by the item's state."""
    return next((one.sentence for one in conflicts if one.kind is not ConflictKind.PAST), "")


def _day_of(rule: Rule, plan: Plan, calendar: WorkCalendar) -> date | None:
    return compute(rule, anchor_day(plan, rule.anchor, None), calendar).due


# --- what is put down -----------------------------------------------------------------------------------


def done_fault(day: date, *, today: date, issued_on: date | None) -> str:
    """Why nothing can have been done on that day; empty where it can."""
    if day > today:
        return f"Ngày {date_short(day)} chưa đến; hôm nay là {weekday_date(today)}."
    if issued_on is not None and day < issued_on <= today:  # a plan of a day to come is still being written
        return f"Ngày {date_short(day)} trước ngày của kế hoạch ({date_short(issued_on)})."
    return ""


def item_faults(kept: KeptItem, *, today: date, issued_on: date | None) -> dict[str, str]:
    """Field → one sentence for what cannot be right; empty when all is."""
    faults: dict[str, str] = {}
    if kept.edited and not kept.title.strip():
        faults["title"] = "Chưa ghi việc cần làm."
    if kept.done_on is not None and (fault := done_fault(kept.done_on, today=today, issued_on=issued_on)):
        faults["done_on"] = fault
    return faults


def moved_by(items: Sequence[ChecklistItem], item: ChecklistItem, way: int) -> tuple[KeptItem, ...]:
    """What to put down so that the item changes places with its neighbour of the same day; empty where it
    has none. `items` are those among which it stands, in their order; `way` is 1 or -1."""
    same = [one for one in items if one.due == item.due]
    at = next((number for number, one in enumerate(same) if one.key == item.key), -1)
    to = at + way
    if at < 0 or not 0 <= to < len(same):
        return ()
    same[at], same[to] = same[to], same[at]
    return tuple(replace(one.own, rank=number) for number, one in enumerate(same) if one.own.rank != number)
