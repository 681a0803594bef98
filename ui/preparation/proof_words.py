"""The proof of notice as rows and verdicts in words (no Qt widgets)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.notice_verdict import Verdict, VerdictKind, VerdictState
from dialogue_desktop.domain.words_vi import date_dm, weekday_short
from dialogue_desktop.services.notice_proofs import ProofView
from ui.preparation.words import StateWords
from ui.theme import Role
from ui.widgets.rows import Cell, Column, Row

VERDICT_FROM = 170  # u; in a narrower table the verdict stands under the place
COLUMNS = (
    Column("where", "Nơi thông báo", gap=3),
    Column("days", "Từ ngày – đến ngày", 42, keep=True),
    Column("by", "Người thực hiện", 48, least=VERDICT_FROM + 20),
    Column("verdict", "So với hạn", 44, least=VERDICT_FROM),
)

#: state → colour and 16 icon; the words always stand beside them
LOOKS: dict[VerdictState, tuple[Role, str]] = {
    VerdictState.IN_TIME: (Role.OK, "checkmark_circle"),
    VerdictState.RUNNING: (Role.ACCENT, "circle_half_fill"),
    VerdictState.LATE: (Role.BAD, "error_circle"),
    VerdictState.SHORT: (Role.BAD, "error_circle"),
    VerdictState.OPEN: (Role.WARN, "warning"),
}
_SHORT: dict[VerdictState, str] = {
    VerdictState.IN_TIME: "Đủ hạn",
    VerdictState.RUNNING: "Đang niêm yết",
    VerdictState.LATE: "Muộn hạn",
    VerdictState.SHORT: "Thiếu ngày",
    VerdictState.OPEN: "Chưa tính được",
}
_BAD_FIRST = (
    VerdictState.LATE,
    VerdictState.SHORT,
    VerdictState.OPEN,
    VerdictState.RUNNING,
    VerdictState.IN_TIME,
)


def worst(verdicts: Sequence[Verdict]) -> Verdict | None:
    return min(verdicts, key=lambda one: (_BAD_FIRST.index(one.state), -one.days), default=None)


def badge(verdict: Verdict) -> StateWords:
    """One or two words for a badge or a column: "Muộn 2 ngày", "Đủ hạn"."""
    role, icon = LOOKS[verdict.state]
    words = _SHORT[verdict.state]
    if verdict.kind is VerdictKind.LOUDSPEAKER and verdict.state is VerdictState.RUNNING:
        words = "Đang phát"
    if verdict.state is VerdictState.LATE:
        words = f"Muộn {verdict.days} ngày"
    elif verdict.state is VerdictState.SHORT:
        words = f"Thiếu {verdict.days} ngày"
    return StateWords(words, role, icon)


def days_words(proof: NoticeProof, today: date) -> tuple[str, str]:
    """ "T2 13/4 – T2 04/5" and "22 ngày"; still there: "từ T2 13/4" and "đã 8 ngày"."""
    first, last = proof.first_day, proof.last_day
    if first is None:
        return "Chưa ghi ngày", ""
    start = f"{weekday_short(first)} {date_dm(first)}"
    if last is None:
        return f"Từ {start}", f"đã {proof.days_until(today)} ngày"
    whole = (last - first).days + 1
    return f"{start} – {weekday_short(last)} {date_dm(last)}", f"{whole} ngày"


def row(proof: NoticeProof, view: ProofView, *, narrow: bool) -> Row:
    first, second = days_words(proof, view.today)
    found = worst(view.of_row.get(proof.id, ()))
    state = badge(found) if found is not None else None
    place = proof.place or "Chưa ghi nơi"
    under = "  ·  ".join(
        part
        for part in (
            proof.form.label,
            proof.times,
            state.words if narrow and state is not None else "",
        )
        if part
    )
    return Row(
        proof.id,
        (
            Cell(place, under),
            Cell(first, second),
            Cell(proof.by or "–", f"Chứng kiến: {proof.witness}" if proof.witness else ""),
            Cell("–") if state is None else Cell(state.words, role=state.role, icon=state.icon),
        ),
    )


def where(proof: NoticeProof) -> str:
    """ "niêm yết tại trụ sở, Bảng tin UBND xã": in a sentence."""
    label = proof.form.label[:1].lower() + proof.form.label[1:]
    return f"{label}, {proof.place}" if proof.place else label


def facts(view: ProofView) -> tuple[str, str]:
    """ "5 nơi đã thông báo. Sớm hơn hạn của luật 3 ngày."."""
    if not view.proofs:
        return "Chưa ghi nơi nào", "Chưa ghi nơi nào"
    count = f"{len(view.proofs)} nơi đã thông báo"
    found = worst(view.verdicts)
    return (f"{count}. {found.words}." if found is not None else f"{count}."), count
