"""What has to go out once the minutes are frozen, each with the day that plan, law or promise set (M3–M7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.after_records import PAPER_STATE_LABELS, Paper, PaperState
from dialogue_desktop.domain.records import Opinion, Outcome, Records
from dialogue_desktop.domain.register import newest
from dialogue_desktop.domain.register_due import DueDay
from dialogue_desktop.domain.register_kinds import Way, kind_of

MINUTES, CONCLUSION, REPLIES, ESCALATIONS, REPORT = (
    "minutes", "conclusion", "replies", "escalations", "report",
)  # fmt: skip
PROMISED = "Đã hẹn tại hội nghị"
_REPLIED = frozenset({Outcome.WRITTEN, Outcome.PARTLY, Outcome.OFF_TOPIC})


@dataclass(frozen=True, slots=True)
class NextPaper:
    """One paper that is still to come. `due` None: neither plan nor law gives it a day. `source` says who
    does, `count` how many opinions it is about, `state` how far it has come in the register; `done`: it has
    left the office. `number` and `dated_on` are those that it has."""

    kind: str
    title: str
    due: date | None = None
    source: str = ""
    count: int = 0
    state: str = ""
    done: bool = False
    number: str = ""
    dated_on: date | None = None


def next_papers(records: Records, asked: Mapping[tuple[str, Way], DueDay]) -> tuple[NextPaper, ...]:
    """Posting first, then letters in the order of the work; letters only where an opinion asks for one."""
    replied = [one for one in records.opinions if one.outcome in _REPLIED]
    raised = [one for one in records.opinions if one.outcome is Outcome.ESCALATED]
    # The law asks for the result to be posted; where the plan names no other day the minutes go with it.
    posted = asked.get((MINUTES, Way.POST)) or asked.get((CONCLUSION, Way.POST))
    found = [
        _made(MINUTES, "Niêm yết biên bản", records, posted),
        _made(CONCLUSION, "Thông báo kết luận", records, _first(asked, CONCLUSION)),
    ]
    if replied:
        found.append(_made(REPLIES, "Văn bản trả lời", records, _first(asked, REPLIES), replied))
    if raised:
        found.append(_made(ESCALATIONS, "Kiến nghị cấp trên", records, _first(asked, ESCALATIONS), raised))
    found.append(_made(REPORT, "Báo cáo kết quả hội nghị", records, _first(asked, REPORT)))
    return tuple(found)


def _first(asked: Mapping[tuple[str, Way], DueDay], kind: str) -> DueDay | None:
    days = [asked[kind, way] for way in kind_of(kind).ways if (kind, way) in asked]
    return min(days, key=lambda one: one.day, default=None)


def _made(
    kind: str, title: str, records: Records, asked: DueDay | None, opinions: Sequence[Opinion] = ()
) -> NextPaper:
    due, source = (asked.day, asked.source) if asked is not None else (None, "")
    promised = min((one.deadline for one in opinions if one.deadline is not None), default=None)
    if promised is not None and (due is None or promised < due):
        due, source = promised, PROMISED
    if kind == MINUTES:
        paper = newest(records.papers, MINUTES)
        papers = [paper] if paper is not None else []
    else:
        papers = [one for one in records.papers if one.kind == kind]
    state, done = _state(kind, papers)
    number, day = (papers[0].number, papers[0].dated_on) if len(papers) == 1 else ("", None)
    return NextPaper(kind, title, due, source, len(opinions), state, done, number, day)


def _state(kind: str, papers: Sequence[Paper]) -> tuple[str, bool]:
    """Of several letters the one that has come least far speaks for all."""
    if not papers:
        return "", False
    order = tuple(PaperState)
    least = min((one.state for one in papers), key=order.index)
    wanted = PaperState.POSTED if kind == MINUTES else PaperState.SENT
    return PAPER_STATE_LABELS[least], order.index(least) >= order.index(wanted)
