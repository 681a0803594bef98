"""Whether the chair's conclusions are whole and still say what their opinions say (M3, L8)."""

from __future__ import annotations

from dialogue_desktop.domain.closing_around import Around
from dialogue_desktop.domain.closing_gap import Fix, Found, Gap, numbers_of, only_looked_at, opening
from dialogue_desktop.domain.conclusion_update import out_of_step, uncovered
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.records import Conclusion, RecordKind
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, weekday_date


def conclusions(view: ConferenceView, around: Around) -> Found:
    """Written down, with unit and day where something is open, and in step with the opinions."""
    rows = view.records.conclusions
    if not rows:
        detail = "Những việc đã giải quyết, chưa giải quyết"
        text = "Chưa ghi kết luận của người chủ trì"
        return [Gap("conclusions", text, detail, "Ghi kết luận", "live", RecordKind.CONCLUSION)], []
    gaps = [gap for row in rows for gap in _of_row(row, view, around)]
    if around.drafting is not None:
        gaps += _out_of_step(view, around)
        gaps += _left_out(view, around)
    blocking = [gap for gap in gaps if not gap.review]
    return gaps, [] if blocking else [f"Kết luận của chủ trì, {len(rows)} nội dung"]


def _gap(kind: str, row: Conclusion, text: str, detail: str, action: str, field: str, fix: Fix | None) -> Gap:
    return Gap(f"{kind}-{row.id}", text, detail, action, "live", RecordKind.CONCLUSION, row.id, field, fix)


def _of_row(row: Conclusion, view: ConferenceView, around: Around) -> list[Gap]:
    said = f"Kết luận {row.position + 1}"
    if not row.text.strip():
        return [_gap("conclusiontext", row, f"{said} chưa có nội dung", "", "Ghi nội dung", "text", None)]
    if row.settled:
        return []
    lacks = [] if row.unit else ["đơn vị"]
    lacks += [] if row.deadline else ["thời hạn"]
    if lacks:
        field = "deadline" if row.unit else "unit"
        text = f"{said} chưa có {' và '.join(lacks)}"
        return [_gap("conclusion", row, text, opening(row.text), "Bổ sung", field, Fix.CONCLUSION)]
    day = row.deadline
    started = view.records.session.started_at
    day_one = on_wall(started).date() if started is not None else view.plan.day
    if day is not None and day_one is not None and day < day_one:
        text = f"{said} hẹn ngày {date_short(day)}, trước ngày họp"
        detail = f"Hội nghị họp {weekday_date(day_one)}"
        return [_gap("conclusionearly", row, text, detail, "Sửa hạn", "deadline", Fix.CONCLUSION)]
    reason = around.day_off(day) if day is not None else ""
    if day is not None and reason:
        detail = f"{date_short(day)}: {reason}"
        text = f"{said} hẹn vào ngày nghỉ"
        gap = _gap("conclusionoff", row, text, detail, "Xem lại", "deadline", Fix.CONCLUSION)
        return [only_looked_at(gap)]
    return []


def _out_of_step(view: ConferenceView, around: Around) -> list[Gap]:
    assert around.drafting is not None
    rows = {row.id: row for row in view.records.conclusions}
    found = []
    for one in out_of_step(around.drafting, view.records):
        row = rows[one.row_id]
        text = f"Kết luận {row.position + 1} không còn khớp với ý kiến"
        fix = Fix.AGREE if one.rows else None
        action = "Sửa theo" if one.rows else "Xem lại"
        found.append(_gap("conclusionstep", row, text, one.sentence, action, "text", fix))
    return found


def _left_out(view: ConferenceView, around: Around) -> list[Gap]:
    """Only where conclusions were drafted from opinions: written freely they name none."""
    assert around.drafting is not None
    if not any(row.opinion_ids for row in view.records.conclusions):
        return []
    rest = [one for one in uncovered(around.drafting, view.records) if one.outcome is not None]
    if not rest:
        return []
    text = f"{len(rest)} ý kiến chưa có trong kết luận"
    gap = Gap("conclusionrest", text, numbers_of(rest), "Xem lại", "live", RecordKind.CONCLUSION)
    return [only_looked_at(gap)]
