"""What has to go out once the minutes are frozen, each with the day that plan and law set (M3–M7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.after_records import PAPER_STATE_LABELS, Paper, PaperState
from dialogue_desktop.domain.law_limits import LawLimit, LimitKind
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Opinion, Outcome, Records
from dialogue_desktop.domain.schedule import ScheduledDuty, is_before
from dialogue_desktop.domain.text_vi import fold

MINUTES, CONCLUSION, REPLIES, ESCALATIONS, REPORT = (
    "minutes", "conclusion", "replies", "escalations", "report",
)  # fmt: skip
#: Words that a duty of the plan has, folded: every one of a group, for the first group that fits.
_MARKS: dict[str, tuple[tuple[str, ...], ...]] = {
    MINUTES: (("niem yet", "bien ban"), ("niem yet", "ket qua"), ("niem yet", "ket luan")),
    CONCLUSION: (("thong bao ket luan",), ("ket luan", "thong bao")),
    REPLIES: (("tra loi bang van ban",), ("van ban tra loi",)),
    ESCALATIONS: (("vuot tham quyen",), ("tham quyen", "van ban de nghi"), ("kien nghi cap tren",)),
    REPORT: (("bao cao ket qua",), ("bao cao", "hoi nghi"), ("bao cao", "doi thoai")),
}
_REPLIED = frozenset({Outcome.WRITTEN, Outcome.PARTLY, Outcome.OFF_TOPIC})


@dataclass(frozen=True, slots=True)
class NextPaper:
    """One paper that is still to come. `due` None: neither plan nor law gives it a day. `source` says who
    does, `count` how many opinions it is about, `state` how far it has come in the register."""

    kind: str
    title: str
    due: date | None = None
    source: str = ""
    count: int = 0
    state: str = ""
    done: bool = False


def next_papers(
    plan: Plan, records: Records, lines: Sequence[ScheduledDuty], law: Iterable[LawLimit]
) -> tuple[NextPaper, ...]:
    """Posting first, then letters in the order of the work; letters only where an opinion asks for one."""
    replied = [one for one in records.opinions if one.outcome in _REPLIED]
    raised = [one for one in records.opinions if one.outcome is Outcome.ESCALATED]
    result = next((one for one in law if one.kind is LimitKind.RESULT and one.due is not None), None)
    found = [
        _made(MINUTES, "Niêm yết biên bản", plan, records, lines, result),
        _made(CONCLUSION, "Thông báo kết luận", plan, records, lines, result),
    ]
    if replied:
        found.append(_made(REPLIES, "Văn bản trả lời", plan, records, lines, None, replied))
    if raised:
        found.append(_made(ESCALATIONS, "Kiến nghị cấp trên", plan, records, lines, None, raised))
    found.append(_made(REPORT, "Báo cáo kết quả hội nghị", plan, records, lines, None))
    return tuple(found)


def _made(
    kind: str,
    title: str,
    plan: Plan,
    records: Records,
    lines: Sequence[ScheduledDuty],
    law: LawLimit | None,
    opinions: Sequence[Opinion] = (),
) -> NextPaper:
    due, source = _day(kind, plan, lines)
    if law is not None and law.due is not None and (due is None or law.due < due):
        due, source = law.due, law.source
    promised = [one.deadline for one in opinions if one.deadline is not None]
    if promised and (due is None or min(promised) < due):
        due, source = min(promised), "Đã hẹn tại hội nghị"
    papers = [one for one in records.papers if one.kind == kind]
    state, done = _state(kind, papers)
    return NextPaper(kind, title, due, source, len(opinions), state, done)


def _day(kind: str, plan: Plan, lines: Sequence[ScheduledDuty]) -> tuple[date | None, str]:
    """The first day on which a duty of the plan after the session asks for it."""
    for marks in _MARKS[kind]:
        days = [
            line.due
            for line in lines
            if line.due is not None
            and is_before(plan, line.duty, line.due) is not True
            and all(mark in fold(f"{line.duty.summary} {line.duty.text}") for mark in marks)
        ]
        if days:
            return min(days), "Theo kế hoạch"
    return None, ""


def _state(kind: str, papers: Sequence[Paper]) -> tuple[str, bool]:
    """Of several letters the one that has come least far speaks for all."""
    if not papers:
        return "", False
    order = tuple(PaperState)
    least = min((one.state for one in papers), key=order.index)
    wanted = PaperState.POSTED if kind == MINUTES else PaperState.SENT
    return PAPER_STATE_LABELS[least], order.index(least) >= order.index(wanted)
