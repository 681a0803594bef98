"""Whether every opinion has words, person, place, outcome, answer, unit and day (M3)."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.closing_around import Around
from dialogue_desktop.domain.closing_gap import (
    Fix,
    Found,
    Gap,
    capital,
    numbers_of,
    only_looked_at,
    opening,
    opinion_gap,
    who,
)
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.joint_answers import IN_STEP, JointAnswers
from dialogue_desktop.domain.privacy import may_name
from dialogue_desktop.domain.records import OPEN_OUTCOMES, OUTCOME_LABELS, Opinion, Outcome, Records
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, weekday_date


def words_and_outcomes(view: ConferenceView) -> Found:
    """What was said, what became of it, and the answer that belongs to it."""
    opinions = view.records.opinions
    joint = JointAnswers(view.records)
    gaps = [gap for opinion in opinions for gap in (_first_gap(opinion, joint),) if gap is not None]
    with_outcome = sum(1 for o in opinions if o.outcome is not None)
    lines = [f"{with_outcome} trên {len(opinions)} ý kiến có kết quả"] if opinions and with_outcome else []
    return gaps, lines


def _first_gap(opinion: Opinion, joint: JointAnswers) -> Gap | None:
    said = f"Ý kiến số {opinion.number}"
    if not opinion.text.strip():
        return opinion_gap(
            "text", opinion, f"{said} chưa có nội dung", "Ghi nội dung", "text", detail=who(opinion)
        )
    if opinion.outcome is None:
        return opinion_gap(
            "outcome", opinion, f"{said} chưa ghi kết quả", "Ghi kết quả", "outcome", Fix.OUTCOME
        )
    if opinion.outcome is Outcome.REFUSED and not opinion.outcome_reason.strip():
        words = f"{said} từ chối nhưng chưa có lý do"
        return opinion_gap(
            "reason", opinion, words, "Ghi lý do", "outcome_reason", Fix.REASON, detail=who(opinion)
        )
    if opinion.outcome in (Outcome.ANSWERED, Outcome.PARTLY) and not joint.is_answered(opinion):
        detail = f"{who(opinion)}, {OUTCOME_LABELS[opinion.outcome].lower()}"
        return opinion_gap(
            "answer", opinion, f"{said} chưa ghi câu trả lời", "Ghi trả lời", "answer", detail=detail
        )
    if opinion.answered_with:
        lead = joint.lead_of(opinion)
        if lead is None:
            words = f"{said} trả lời chung với ý kiến không còn nữa"
            return opinion_gap("joint", opinion, words, "Ghi trả lời", "answer")
        if any(getattr(lead, name) != getattr(opinion, name) for name in IN_STEP):
            words = f"{said} trả lời chung với ý kiến số {lead.number} nhưng kết quả khác nhau"
            return opinion_gap("joint", opinion, words, "Đối chiếu", "outcome")
    return None


def marked(view: ConferenceView) -> Found:
    """Marked to come back to (Ctrl+M), and not looked at again."""
    return [
        opinion_gap(
            "marked", one, f"Ý kiến số {one.number} còn đánh dấu xem lại", "Xem lại", "marked", Fix.MARKED
        )
        for one in view.records.opinions
        if one.marked
    ], []  # fmt: skip


def names(view: ConferenceView) -> Found:
    """Who said it and where that person lives."""
    gaps: list[Gap] = []
    hidden = 0
    for opinion in view.records.opinions:
        if opinion.anonymous:
            continue
        hidden += 0 if may_name(opinion) else sum(1 for voice in opinion.voices if voice.name.strip())
        words = ""
        if not opinion.voices and not opinion.group_note:
            words = "Chưa rõ họ tên người có ý kiến"
        for voice in opinion.voices:
            if words:
                break
            if not voice.name.strip():
                words = "Chưa rõ họ tên người có ý kiến"
            elif not voice.address:
                words = f"{capital(voice.shown)} chưa có địa chỉ"
        if words:
            detail = f"Ý kiến số {opinion.number}, {opening(opinion.text)}"
            gaps.append(opinion_gap("voice", opinion, words, "Bổ sung", "voices", Fix.VOICE, detail))
    lines = [f"{hidden} tên được che ở bản niêm yết, chưa đồng ý công khai"] if hidden else []
    return gaps, lines


def fields(view: ConferenceView) -> Found:
    """The report counts by field; the minutes can do without."""
    without = [one for one in view.records.opinions if not one.field.strip() and one.text.strip()]
    if not without:
        return [], []
    count = len(without)
    words = (
        f"{count} ý kiến chưa xếp lĩnh vực"
        if count > 1
        else f"Ý kiến số {without[0].number} chưa xếp lĩnh vực"
    )
    detail = numbers_of(without) if count > 1 else f"{who(without[0])}, {opening(without[0].text)}"
    gap = opinion_gap("field", without[0], words, "Xếp lĩnh vực", "field", Fix.FIELD, detail)
    return [only_looked_at(gap)], []


def promises(view: ConferenceView, around: Around) -> Found:
    """What is still owed has somebody who owes it and a day that can be kept."""
    gaps: list[Gap] = []
    settled = 0
    day_one = _session_day(view)
    for opinion in view.records.opinions:
        if opinion.outcome not in OPEN_OUTCOMES or opinion.outcome is None:
            continue
        missing = _missing(opinion)
        if missing:
            field = "deadline" if missing == ["thời hạn"] else "unit"
            if missing[0] == "cơ quan nhận":
                field = "receiving_body"
            words = f"Ý kiến số {opinion.number} chưa có {' và '.join(missing)}"
            detail = f"{OUTCOME_LABELS[opinion.outcome]}, {who(opinion)}"
            gaps.append(opinion_gap("open", opinion, words, "Bổ sung", field, Fix.DUTY, detail))
            continue
        settled += 1
        gap = _day_gap(opinion, day_one, around)
        if gap is not None:
            gaps.append(gap)
    return gaps, [f"{settled} cam kết có đơn vị và thời hạn"] if settled else []


def _missing(opinion: Opinion) -> list[str]:
    if opinion.outcome is Outcome.ESCALATED:
        missing = [] if opinion.receiving_body.strip() else ["cơ quan nhận"]
    else:
        missing = [] if opinion.unit.strip() else ["đơn vị"]
    return missing if opinion.deadline is not None else [*missing, "thời hạn"]


def _day_gap(opinion: Opinion, day_one: date | None, around: Around) -> Gap | None:
    day = opinion.deadline
    if day is None:
        return None
    if day_one is not None and day < day_one:
        words = f"Ý kiến số {opinion.number} hẹn ngày {date_short(day)}, trước ngày họp"
        detail = f"Hội nghị họp {weekday_date(day_one)}"
        return opinion_gap("early", opinion, words, "Sửa hạn", "deadline", Fix.DUTY, detail)
    reason = around.day_off(day)
    if reason:
        words = f"Ý kiến số {opinion.number} hẹn vào ngày nghỉ"
        gap = opinion_gap(
            "off", opinion, words, "Xem lại", "deadline", Fix.DUTY, f"{date_short(day)}: {reason}"
        )
        return only_looked_at(gap)
    return None


def _session_day(view: ConferenceView) -> date | None:
    started = view.records.session.started_at
    return on_wall(started).date() if started is not None else view.plan.day


def opinion_of(records: Records, opinion_id: str) -> Opinion | None:
    return next((one for one in records.opinions if one.id == opinion_id), None)
