"""Until when the plan and the law want each paper after the session issued, sent or posted (M4–M7, P14)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.assignment import counted_words
from dialogue_desktop.domain.law_checks import law_day
from dialogue_desktop.domain.law_limits import LimitKind, limits_for
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.register_kinds import Way, kind_of
from dialogue_desktop.domain.schedule import ScheduledDuty, is_before
from dialogue_desktop.domain.text_vi import fold


@dataclass(frozen=True, slots=True)
class DueDay:
    """A last day with how it was counted and who asks for it."""

    day: date
    counted: str = ""
    source: str = ""


def _posts(words: str) -> bool:
    return "niem yet" in words or "cong khai" in words


def _conclusion(words: str) -> bool:
    return "ket luan" in words and not any(sign in words for sign in ("giam sat", "thuc hien ket luan"))


#: Who is reported to by the commune itself: the level above it.
_ABOVE = (
    "cap tren",
    "ubnd tinh",
    "uy ban nhan dan tinh",
    "ubnd huyen",
    "noi vu",
    "tinh uy",
    "thanh uy",
    "cap uy",
)


def _report(words: str) -> bool:
    """The commune's report to the level above, not what a unit reports of its own answers."""
    if "bao cao" not in words or "ket qua" not in words:
        return False
    return "tra loi" not in words or any(sign in words for sign in (*_ABOVE, "ket qua hoi nghi"))


#: Which duties after the day speak of a paper and of how it leaves the office (folded words of the duty).
_ASKED: Mapping[tuple[str, Way], Callable[[str], bool]] = {
    ("minutes", Way.POST): lambda w: "bien ban" in w and _posts(w),
    ("conclusion", Way.POST): lambda w: _posts(w) and (_conclusion(w) or "ket qua" in w),
    ("conclusion", Way.SEND): lambda w: _conclusion(w) and not _posts(w),
    ("replies", Way.SEND): lambda w: (
        "tra loi" in w
        and any(sign in w for sign in ("van ban", "nguoi dan", "cong dan", "nhan dan"))
        and not _report(w)
    ),
    ("escalations", Way.SEND): lambda w: (
        not _report(w)
        and (
            "vuot tham quyen" in w
            or ("co tham quyen" in w and any(s in w for s in ("chuyen", "kien nghi", "trinh")))
        )
    ),
    ("report", Way.SEND): _report,
    ("supervision", Way.SEND): lambda w: "giam sat" in w,
    ("review", Way.SEND): lambda w: "rut kinh nghiem" in w,
}  # fmt: skip


def asked_for(
    plan: Plan, duties: Iterable[ScheduledDuty], own_limits: Mapping[LimitKind, int] | None = None
) -> dict[tuple[str, Way], DueDay]:
    """The strictest day for each kind and way that plan or law give a day. Reviews, which leave the office
    in no way, stand under `Way.SEND`."""
    found: dict[tuple[str, Way], DueDay] = {}

    def put(key: tuple[str, Way], due: DueDay) -> None:
        if key not in found or due.day < found[key].day:
            found[key] = due

    for line in duties:
        if line.due is None or is_before(plan, line.duty, line.due):
            continue
        for key in _meant(line):
            put(key, DueDay(line.due, counted_words(line), _source(line)))
    if plan.day is not None:
        for limit in limits_for(law_day(plan), own_limits):
            if limit.kind is LimitKind.RESULT and limit.due is not None:
                for way in (Way.POST, Way.SEND):
                    put(("conclusion", way), DueDay(limit.due, f"{limit.text}.", limit.source))
    return found


def _meant(line: ScheduledDuty) -> tuple[tuple[str, Way], ...]:
    """The papers and ways that a duty speaks of: as it is called in short, else in all its words. What is
    only told in passing ("số ý kiến đã trả lời") is no paper of its own."""
    for said in (line.duty.summary, f"{line.duty.summary} {line.duty.text}"):
        words = fold(said)
        found = tuple(key for key, asks in _ASKED.items() if asks(words))
        if found:
            return found
    return ()


def papers_of_duties(plan: Plan, duties: Iterable[ScheduledDuty]) -> dict[str, tuple[tuple[str, Way], ...]]:
    """For each duty of the plan after the day, by its id, the papers and ways with which it is done; a duty
    that speaks of none is not there."""
    after = (line for line in duties if line.due is not None and not is_before(plan, line.duty, line.due))
    return {line.duty.id: keys for line in after if (keys := _meant(line))}


def named_in_plan(duties: Iterable[ScheduledDuty], name: str) -> bool:
    """Whether a duty speaks of papers of this kind, with a day or without."""
    return any(kind == name for line in duties for kind, _way in _meant(line))


def earliest(asked: Mapping[tuple[str, Way], DueDay], name: str) -> DueDay | None:
    """The first of the days of a kind, by which it must be there."""
    ways = kind_of(name).ways or (Way.SEND,)
    days = [asked[name, way] for way in ways if (name, way) in asked]
    return min(days, key=lambda one: one.day, default=None)


def _source(line: ScheduledDuty) -> str:
    clause = (line.deadline.clause if line.deadline else "") or (
        line.duty.fixed.clause if line.duty.fixed else ""
    )
    who = f"Kế hoạch giao {line.unit[:1].lower()}{line.unit[1:]}" if line.unit else "Kế hoạch"
    return clause or who
