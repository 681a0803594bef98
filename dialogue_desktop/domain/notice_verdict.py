"""Whether the proof of notice is early enough and long enough, by law and by plan (C2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dialogue_desktop.domain.law_checks import law_day
from dialogue_desktop.domain.law_limits import Confidence, LawLimit, LimitKind, limits_for
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import ScheduledDuty, limits
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import weekday_date, weekday_dm_long

UNVERIFIED = "Số ngày này chưa đối chiếu với văn bản; sửa được ở trang Lịch làm việc."
NO_CONFERENCE_DAY = "Tính được khi kế hoạch có ngày họp"


class VerdictKind(StrEnum):
    """What a verdict is about."""

    LAW_NOTICE = "law_notice"
    PLAN_NOTICE = "plan_notice"
    POSTING = "posting"
    LOUDSPEAKER = "loudspeaker"


class VerdictState(StrEnum):
    """IN_TIME is enough; RUNNING will be when the days have gone by; LATE and SHORT are not; OPEN cannot be
    said yet."""

    IN_TIME = "in_time"
    RUNNING = "running"
    LATE = "late"
    SHORT = "short"
    OPEN = "open"

    @property
    def good(self) -> bool:
        return self is VerdictState.IN_TIME


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a limit says of the proof. `days` is how far from the limit: early, late or missing.

    `words` is the short form for a badge or a line, `counted` how it was found; `unverified` marks a number
    of days that nobody has read in the law.
    """

    kind: VerdictKind
    state: VerdictState
    words: str
    counted: str = ""
    days: int = 0
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """The last day by the law and by the plan, and the least days in a row; None where nothing is asked."""

    conference_day: date | None
    law: LawLimit | None = None
    posting: LawLimit | None = None
    loudspeaker: LawLimit | None = None
    plan_due: date | None = None
    plan_counted: str = ""
    plan_duty: str = ""


def limits_of(
    plan: Plan,
    duties: Sequence[ScheduledDuty],
    *,
    own_limits: Mapping[LimitKind, int] | None = None,
) -> Limits:
    """What is asked of the notice of this plan: by the law at the time of the conference, and by itself.

    Of several notice duties of the plan the one with the earliest day counts.
    """
    law = {limit.kind: limit for limit in limits_for(law_day(plan), own_limits)}
    notice = law.get(LimitKind.NOTICE)
    own = [line for line in duties if notice is not None and limits(notice, plan, line.duty, line.due)]
    dated = sorted((line for line in own if line.due is not None), key=lambda line: line.due or date.max)
    first = next(iter([*dated, *own]), None)
    deadline = first.deadline if first else None
    return Limits(
        plan.day,
        notice if plan.day else None,
        law.get(LimitKind.POSTING),
        law.get(LimitKind.LOUDSPEAKER),
        first.due if first else None,
        (deadline.explanation_long or deadline.explanation) if deadline else "",
        first.duty.id if first else "",
    )


# --- verdicts -------------------------------------------------------------------------------------------


def verdicts(proofs: Sequence[NoticeProof], limits: Limits, *, today: date) -> tuple[Verdict, ...]:
    """What the whole proof is worth: law's notice, plan's notice, posting, loudspeaker, in this order.

    Nothing is said of posting or loudspeaker where no row speaks of them.
    """
    begun = [proof for proof in proofs if proof.first_day is not None]
    if not begun:
        return ()
    found = [_law_notice(begun, limits), _plan_notice(begun, limits)]
    for kind, wanted, limit in (
        (VerdictKind.POSTING, [p for p in begun if p.form.posted], limits.posting),
        (VerdictKind.LOUDSPEAKER, [p for p in begun if p.form is ProofForm.LOUDSPEAKER], limits.loudspeaker),
    ):
        if wanted and limit is not None:
            found.append(_worst(_lasting(kind, group, limit, today) for group in _by_place(wanted)))
    return tuple(one for one in found if one is not None)


def all_told(proofs: Sequence[NoticeProof]) -> date | None:
    """The day on which the last place had the notice; None while there is no row with a day."""
    begun = [proof for proof in proofs if proof.first_day is not None]
    return max((first for first, _ in _firsts(begun)), default=None)


def row_verdicts(proof: NoticeProof, limits: Limits, *, today: date) -> tuple[Verdict, ...]:
    """The same for one row alone."""
    if proof.first_day is None:
        return ()
    found: list[Verdict] = []
    if limits.law is not None and limits.law.due is not None:
        found.append(_against_law(proof.first_day, limits.law))
    if limits.plan_due is not None:
        found.append(_against_plan(proof.first_day, limits))
    lasting = {ProofForm.LOUDSPEAKER: (VerdictKind.LOUDSPEAKER, limits.loudspeaker)}.get(proof.form)
    if proof.form.posted:
        lasting = (VerdictKind.POSTING, limits.posting)
    if lasting is not None and lasting[1] is not None:
        found.append(_lasting(lasting[0], [proof], lasting[1], today))
    return tuple(found)


def _law_notice(begun: Sequence[NoticeProof], limits: Limits) -> Verdict | None:
    if limits.law is None or limits.law.due is None:
        return Verdict(VerdictKind.LAW_NOTICE, VerdictState.OPEN, NO_CONFERENCE_DAY)
    media = [proof for proof in begun if proof.form.media]
    first = min(proof.first_day for proof in media or begun if proof.first_day is not None)
    verdict = _against_law(first, limits.law)
    if media:
        return verdict
    return Verdict(
        verdict.kind,
        VerdictState.LATE if verdict.state is VerdictState.LATE else VerdictState.OPEN,
        "Chưa ghi thông báo trên loa hoặc trang thông tin điện tử",
        f"Luật yêu cầu thông báo trên phương tiện thông tin đại chúng. {verdict.words}. {verdict.counted}",
        verdict.days,
        verdict.unverified,
    )


def _against_law(first: date, limit: LawLimit) -> Verdict:
    due = limit.due
    assert due is not None
    counted = (
        f"Bắt đầu {weekday_date(first)}; luật: {limit.days} ngày trước ngày họp, "
        f"chậm nhất {weekday_date(due)} ({limit.source})."
    )
    unverified = limit.confidence is Confidence.UNVERIFIED
    early = (due - first).days
    if early < 0:
        words = f"Muộn {-early} ngày so với hạn của luật (chậm nhất {weekday_dm_long(due)})"
        state = VerdictState.LATE
    else:
        words = f"Sớm hơn hạn của luật {early} ngày" if early else "Vừa đúng hạn của luật"
        state = VerdictState.IN_TIME
    return _verdict(VerdictKind.LAW_NOTICE, state, words, counted, abs(early), unverified)


def _plan_notice(begun: Sequence[NoticeProof], limits: Limits) -> Verdict | None:
    """The place that was last to get it decides: the plan asks for all of them."""
    if limits.plan_due is None:
        return None
    firsts = _firsts(begun)
    last, where = max(firsts, key=lambda one: one[0])
    verdict = _against_plan(last, limits)
    if verdict.state is VerdictState.LATE and len(firsts) > 1:
        return _verdict(
            verdict.kind,
            verdict.state,
            verdict.words,
            f"{where.where}. {verdict.counted}",
            verdict.days,
            False,
        )
    return verdict


def _firsts(begun: Sequence[NoticeProof]) -> list[tuple[date, NoticeProof]]:
    """The first day of each place, with one of its rows."""
    return [
        (min(proof.first_day for proof in group if proof.first_day is not None), group[0])
        for group in _by_place(begun)
    ]


def _against_plan(first: date, limits: Limits) -> Verdict:
    due = limits.plan_due
    assert due is not None
    counted = f"Bắt đầu {weekday_date(first)}; kế hoạch: {limits.plan_counted.rstrip('.')}."
    early = (due - first).days
    if early < 0:
        words = f"Muộn {-early} ngày so với kế hoạch (chậm nhất {weekday_dm_long(due)})"
        state = VerdictState.LATE
    else:
        words = f"Sớm hơn kế hoạch {early} ngày" if early else "Vừa đúng hạn của kế hoạch"
        state = VerdictState.IN_TIME
    return _verdict(VerdictKind.PLAN_NOTICE, state, words, counted, abs(early), False)


def _lasting(kind: VerdictKind, rows: Sequence[NoticeProof], limit: LawLimit, today: date) -> Verdict:
    """Whether some run of days in one place is long enough."""
    name = "Niêm yết" if kind is VerdictKind.POSTING else "Phát loa"
    start, end, open_end = _longest_run(rows, today)
    so_far = (min(end, today) - start).days + 1
    whole = (end - start).days + 1
    enough_on = start + timedelta(days=limit.days - 1)
    unverified = limit.confidence is Confidence.UNVERIFIED
    counted = (
        f"Từ {weekday_date(start)} {'đến nay' if open_end else f'đến {weekday_date(end)}'}; "
        f"cần ít nhất {limit.days} ngày liên tục ({limit.source})."
    )
    if so_far >= limit.days:
        words = f"{name} {so_far} ngày liên tục, đủ {limit.days} ngày"
        return _verdict(kind, VerdictState.IN_TIME, words, counted, so_far - limit.days, unverified)
    if open_end or whole >= limit.days:
        words = f"{name} được {so_far} ngày, đủ {limit.days} ngày vào {weekday_dm_long(enough_on)}"
        return _verdict(kind, VerdictState.RUNNING, words, counted, limit.days - so_far, unverified)
    words = f"{name} {whole} ngày, thiếu {limit.days - whole} ngày so với {limit.days} ngày liên tục"
    return _verdict(kind, VerdictState.SHORT, words, counted, limit.days - whole, unverified)


def _verdict(
    kind: VerdictKind, state: VerdictState, words: str, counted: str, days: int, unverified: bool
) -> Verdict:
    return Verdict(kind, state, words, f"{counted} {UNVERIFIED}" if unverified else counted, days, unverified)


def _by_place(rows: Iterable[NoticeProof]) -> Iterator[list[NoticeProof]]:
    """Rows of one way in one place together, each group by its days."""
    groups: dict[tuple[ProofForm, str], list[NoticeProof]] = {}
    for row in rows:
        groups.setdefault((row.form, fold(row.place)), []).append(row)
    for group in groups.values():
        yield sorted(group, key=lambda row: row.first_day or date.max)


def _longest_run(rows: Sequence[NoticeProof], today: date) -> tuple[date, date, bool]:
    """(first day, last day, still going on) of the longest run of days without a gap."""
    runs: list[tuple[date, date, bool]] = []
    for row in rows:
        start = row.first_day or today
        end = max(row.last_day or today, start)
        open_end = row.last_day is None
        if runs and start <= runs[-1][1] + timedelta(days=1):
            before = runs[-1]
            runs[-1] = (before[0], max(before[1], end), before[2] or open_end)
        else:
            runs.append((start, end, open_end))
    return max(runs, key=lambda run: (run[1] - run[0], run[2]))


_BAD_FIRST = (
    VerdictState.SHORT,
    VerdictState.LATE,
    VerdictState.OPEN,
    VerdictState.RUNNING,
    VerdictState.IN_TIME,
)


def _worst(found: Iterable[Verdict]) -> Verdict | None:
    return min(found, key=lambda one: (_BAD_FIRST.index(one.state), -one.days), default=None)
