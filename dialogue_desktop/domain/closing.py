"""What is missing before the minutes may be frozen, and what already adds up (M3)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.domain.closing_gap import Gap as Gap
from dialogue_desktop.domain.closing_gap import marked_gap, opening
from dialogue_desktop.domain.closing_gap import who as who
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.privacy import may_name
from dialogue_desktop.domain.records import (
    OPEN_OUTCOMES,
    OUTCOME_LABELS,
    Attendance,
    Opinion,
    Outcome,
    RecordKind,
    TurnState,
)
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import time_hm


@dataclass(frozen=True, slots=True)
class ClosingCheck:
    missing: tuple[Gap, ...]
    complete: tuple[str, ...]


def check(view: ConferenceView) -> ClosingCheck:
    """Look at everything the minutes need."""
    missing: list[Gap] = []
    complete: list[str] = []
    for part in (
        _session,
        _people,
        _turns,
        _opinions,
        _marked,
        _names,
        _open_items,
        _attendance,
        _conclusions,
    ):
        gaps, lines = part(view)
        missing += gaps
        complete += lines
    return ClosingCheck(tuple(missing), tuple(complete))


def _session(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    session = view.records.session
    gaps: list[Gap] = []
    if session.started_at is None:
        gaps.append(
            Gap(
                "start",
                "Chưa ghi giờ khai mạc",
                "Biên bản cần giờ bắt đầu",
                "Ghi giờ",
                "live",
                RecordKind.SESSION,
                "session",
                "started_at",
            )
        )
    if session.ended_at is None:
        gaps.append(
            Gap(
                "end",
                "Chưa ghi giờ kết thúc",
                "Biên bản cần giờ kết thúc",
                "Ghi giờ",
                "live",
                RecordKind.SESSION,
                "session",
                "ended_at",
            )
        )
    if gaps or session.started_at is None or session.ended_at is None:
        return gaps, []
    if session.ended_at < session.started_at:
        gaps.append(
            Gap(
                "times",
                "Giờ kết thúc trước giờ khai mạc",
                "Xem lại hai mốc giờ",
                "Sửa giờ",
                "live",
                RecordKind.SESSION,
                "session",
                "ended_at",
            )
        )
        return gaps, []
    start = time_hm(on_wall(session.started_at).time())
    end = time_hm(on_wall(session.ended_at).time())
    return [], [f"Bắt đầu {start}, kết thúc {end}"]


def _people(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    session = view.records.session
    chairs = session.chairs if session.chairs is not None else view.plan.chairs
    secretaries = session.secretaries if session.secretaries is not None else view.plan.secretaries
    gaps: list[Gap] = []
    if not any(chair.official.name for chair in chairs):
        gaps.append(
            Gap(
                "chair",
                "Chưa có tên người chủ trì",
                "Người chủ trì ký biên bản",
                "Bổ sung",
                "plan",
                record_id=chairs[0].official.id if chairs else "",
                field="chairs.name",
            )
        )
    unnamed = [s for s in secretaries if not s.official.name]
    if not secretaries or unnamed:
        detail = (
            "Thiếu tên thư ký là đại diện Nhân dân"
            if any(s.citizen for s in unnamed)
            else "Thư ký ký biên bản"
        )
        row = unnamed[0].official.id if unnamed else ""
        gaps.append(
            Gap(
                "secretary",
                "Chưa có tên thư ký",
                detail,
                "Bổ sung",
                "plan",
                record_id=row,
                field="secretaries.name",
            )
        )
    if gaps:
        return gaps, []
    return [], [f"{len(chairs)} người chủ trì, {len(secretaries)} thư ký"]


def _turns(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    turns = [t for t in view.records.turns if t.state not in (TurnState.ABSENT, TurnState.WITHDRAWN)]
    gaps: list[Gap] = []
    for turn in turns:
        if turn.state is TurnState.WAITING:
            name = turn.voice.shown or "Người đăng ký"
            gaps.append(
                Gap(
                    f"turn-{turn.id}",
                    f"{name[:1].upper()}{name[1:]} chưa được phát biểu",
                    "Ghi vắng, rút đăng ký hoặc mời phát biểu",
                    "Ghi lại",
                    "live",
                    RecordKind.TURN,
                    turn.id,
                    "state",
                )
            )
    spoken = [t for t in turns if t.state is not TurnState.WAITING]
    if spoken and not gaps:
        return [], [f"{len(spoken)} lượt phát biểu đã xong"]
    return gaps, []


def _opinions(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    opinions = view.records.opinions
    joint = JointAnswers(view.records)
    gaps: list[Gap] = []
    for opinion in opinions:
        if not opinion.text.strip():
            gaps.append(
                Gap(
                    f"text-{opinion.id}",
                    f"Ý kiến số {opinion.number} chưa có nội dung",
                    who(opinion),
                    "Ghi nội dung",
                    "live",
                    RecordKind.OPINION,
                    opinion.id,
                    "text",
                )
            )
        elif opinion.outcome is None:
            gaps.append(
                Gap(
                    f"outcome-{opinion.id}",
                    f"Ý kiến số {opinion.number} chưa ghi kết quả",
                    f"{who(opinion)}, {opening(opinion.text)}",
                    "Ghi kết quả",
                    "live",
                    RecordKind.OPINION,
                    opinion.id,
                    "outcome",
                )
            )
        elif opinion.outcome is Outcome.REFUSED and not opinion.outcome_reason.strip():
            gaps.append(
                Gap(
                    f"reason-{opinion.id}",
                    f"Ý kiến số {opinion.number} từ chối nhưng chưa có lý do",
                    who(opinion),
                    "Ghi lý do",
                    "live",
                    RecordKind.OPINION,
                    opinion.id,
                    "outcome_reason",
                )
            )
        elif opinion.outcome in (Outcome.ANSWERED, Outcome.PARTLY) and not joint.is_answered(opinion):
            gaps.append(
                Gap(
                    f"answer-{opinion.id}",
                    f"Ý kiến số {opinion.number} chưa ghi câu trả lời",
                    f"{who(opinion)}, {OUTCOME_LABELS[opinion.outcome].lower()}",
                    "Ghi trả lời",
                    "live",
                    RecordKind.OPINION,
                    opinion.id,
                    "answer",
                )
            )
    with_outcome = sum(1 for o in opinions if o.outcome is not None)
    lines = [f"{with_outcome} trên {len(opinions)} ý kiến có kết quả"] if opinions and with_outcome else []
    return gaps, lines


def _marked(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    return [marked_gap(opinion) for opinion in view.records.opinions if opinion.marked], []


def _names(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    gaps: list[Gap] = []
    hidden = 0
    for opinion in view.records.opinions:
        if opinion.anonymous:
            continue
        hidden += 0 if may_name(opinion) else sum(1 for voice in opinion.voices if voice.name.strip())
        if not opinion.voices and not opinion.group_note:
            gaps.append(_name_gap(opinion, "Chưa rõ họ tên người có ý kiến"))
        for voice in opinion.voices:
            if not voice.name.strip():
                gaps.append(_name_gap(opinion, "Chưa rõ họ tên người có ý kiến"))
            elif not voice.address:
                shown = voice.shown
                gaps.append(_name_gap(opinion, f"{shown[:1].upper()}{shown[1:]} chưa có địa chỉ"))
    lines = [f"{hidden} tên được che ở bản niêm yết, chưa đồng ý công khai"] if hidden else []
    return gaps, lines


def _name_gap(opinion: Opinion, text: str) -> Gap:
    detail = f"Ý kiến số {opinion.number}, {opening(opinion.text)}"
    return Gap(
        f"voice-{opinion.id}", text, detail, "Bổ sung", "live", RecordKind.OPINION, opinion.id, "voices"
    )


def _open_items(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    gaps: list[Gap] = []
    settled = 0
    for opinion in view.records.opinions:
        if opinion.outcome not in OPEN_OUTCOMES:
            continue
        escalated = opinion.outcome is Outcome.ESCALATED
        missing = []
        if not opinion.unit and not (escalated and opinion.receiving_body):
            missing.append("cơ quan nhận" if escalated else "đơn vị")
        if opinion.deadline is None:
            missing.append("thời hạn")
        if missing:
            outcome = OUTCOME_LABELS[opinion.outcome]
            gaps.append(
                Gap(
                    f"open-{opinion.id}",
                    f"Ý kiến số {opinion.number} chưa có {' và '.join(missing)}",
                    f"{outcome}, {who(opinion)}",
                    "Bổ sung",
                    "live",
                    RecordKind.OPINION,
                    opinion.id,
                    "unit" if "thời hạn" not in missing or len(missing) > 1 else "deadline",
                )
            )
        else:
            settled += 1
    return gaps, [f"{settled} cam kết có đơn vị và thời hạn"] if settled else []


def _attendance(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    rows = view.records.attendance
    counted = [row for row in rows if row.present is not None]
    if not counted:
        return [
            Gap(
                "attendance",
                "Chưa điểm danh",
                "Biên bản ghi số người dự trên tổng số",
                "Điểm danh",
                "live",
                RecordKind.ATTENDANCE,
                field="present",
            )
        ], []
    gaps = [
        Gap(
            f"attendance-{row.id}",
            f"{row.label}: {_excess(row)}",
            "Số người dự không thể nhiều hơn tổng số",
            "Đối chiếu",
            "live",
            RecordKind.ATTENDANCE,
            row.id,
            "present",
        )
        for row in counted
        if row.total is not None and (row.present or 0) > row.total
    ]
    uncounted = [row for row in rows if row.present is None]
    if uncounted:
        gaps.append(
            Gap(
                "attendance-open",
                f"{len(uncounted)} nhóm chưa điểm danh",
                ", ".join(row.label for row in uncounted[:3]),
                "Điểm danh",
                "live",
                RecordKind.ATTENDANCE,
                uncounted[0].id,
                "present",
            )
        )
    if gaps:
        return gaps, []
    sums = [
        f"{sum(row.present or 0 for row in counted if row.unit == unit)} {unit}"
        for unit in dict.fromkeys(row.unit for row in counted)
    ]
    return [], [f"Điểm danh {len(counted)} nhóm, {', '.join(sums)} dự"]


def _excess(row: Attendance) -> str:
    return f"{row.present} trên tổng {row.total}"


def _conclusions(view: ConferenceView) -> tuple[list[Gap], list[str]]:
    rows = view.records.conclusions
    if not rows:
        return [
            Gap(
                "conclusions",
                "Chưa ghi kết luận của người chủ trì",
                "Những việc đã giải quyết, chưa giải quyết",
                "Ghi kết luận",
                "live",
                RecordKind.CONCLUSION,
            )
        ], []
    gaps = []
    for row in rows:
        lacks = [] if row.unit else ["đơn vị"]
        lacks += [] if row.deadline else ["thời hạn"]
        if lacks and not row.settled:
            gaps.append(
                Gap(
                    f"conclusion-{row.id}",
                    f"Kết luận {row.position + 1} chưa có {' và '.join(lacks)}",
                    opening(row.text),
                    "Bổ sung",
                    "live",
                    RecordKind.CONCLUSION,
                    row.id,
                    "deadline" if row.unit else "unit",
                )
            )
    return gaps, [] if gaps else [f"Kết luận của chủ trì, {len(rows)} nội dung"]
