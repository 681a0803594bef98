"""Whether hours, place, chairs, secretaries and speakers of the session are whole (M3)."""

from __future__ import annotations

from datetime import timedelta

from dialogue_desktop.domain.closing_around import Around, half_typed
from dialogue_desktop.domain.closing_gap import Fix, Found, Gap, capital, only_looked_at, opening
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.records import RecordKind, Turn, TurnState
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, time_hm

#: A session that seems to last longer was not ended on the day.
LONGEST = timedelta(hours=12)
_GOING_ON = (TurnState.SPEAKING, TurnState.PAUSED, TurnState.ANSWERING)


def hours(view: ConferenceView) -> Found:
    """When it began and ended, on which day, and where."""
    session = view.records.session
    gaps: list[Gap] = []
    if session.started_at is None:
        detail = "Biên bản cần giờ bắt đầu"
        gaps.append(_hour("start", "Chưa ghi giờ khai mạc", detail, "started_at", page="end"))
    if session.ended_at is None:
        detail = "Biên bản cần giờ kết thúc"
        gaps.append(_hour("end", "Chưa ghi giờ kết thúc", detail, "ended_at", page="end"))
    lines: list[str] = []
    if session.started_at is not None and session.ended_at is not None:
        start, end = on_wall(session.started_at), on_wall(session.ended_at)
        if session.ended_at < session.started_at:
            gaps.append(
                _hour(
                    "times", "Giờ kết thúc trước giờ khai mạc", "Xem lại hai mốc giờ", "ended_at", "Sửa giờ"
                )
            )
        elif session.ended_at - session.started_at > LONGEST:
            words = f"Từ {time_hm(start.time())} {date_short(start.date())} đến {time_hm(end.time())} "
            gap = _hour(
                "long", "Phiên họp dài hơn 12 giờ", words + date_short(end.date()), "ended_at", "Sửa giờ"
            )
            gaps.append(only_looked_at(gap))
        else:
            lines.append(f"Bắt đầu {time_hm(start.time())}, kết thúc {time_hm(end.time())}")
        if view.plan.day is not None and view.plan.day != start.date():
            words = f"Phiên họp ngày {date_short(start.date())}, kế hoạch ghi {date_short(view.plan.day)}"
            gap = Gap("day", "Ngày họp khác kế hoạch", words, "Xem lại", "plan", field="time")
            gaps.append(only_looked_at(gap))
    if not session.place.strip() and not any(place.strip() for place in view.plan.places):
        gaps.append(
            Gap(
                "place", "Chưa ghi địa điểm họp", "Biên bản cần địa điểm", "Ghi địa điểm", "plan",
                field="places", fix=Fix.PLACE,
            )
        )  # fmt: skip
    return gaps, lines


def _hour(kind: str, text: str, detail: str, field: str, action: str = "Ghi giờ", page: str = "live") -> Gap:
    """An hour that was never written has its field in the list only; the session's shows those that were."""
    return Gap(kind, text, detail, action, page, RecordKind.SESSION, "session", field, Fix.HOUR)


def people(view: ConferenceView) -> Found:
    """Who chairs and who writes: they sign."""
    session = view.records.session
    chairs = session.chairs if session.chairs is not None else view.plan.chairs
    secretaries = session.secretaries if session.secretaries is not None else view.plan.secretaries
    gaps: list[Gap] = []
    if not any(chair.official.name for chair in chairs):
        row = chairs[0].official.id if chairs else ""
        gaps.append(_signer("chair", "Chưa có tên người chủ trì", "Người chủ trì ký biên bản", row, "chairs"))
    unnamed = [s for s in secretaries if not s.official.name]
    if not secretaries or unnamed:
        citizen = any(s.citizen for s in unnamed)
        detail = "Thiếu tên thư ký là đại diện Nhân dân" if citizen else "Thư ký ký biên bản"
        row = unnamed[0].official.id if unnamed else ""
        gaps.append(_signer("secretary", "Chưa có tên thư ký", detail, row, "secretaries"))
    if gaps:
        return gaps, []
    return [], [f"{len(chairs)} người chủ trì, {len(secretaries)} thư ký"]


def _signer(kind: str, text: str, detail: str, row: str, part: str) -> Gap:
    return Gap(kind, text, detail, "Bổ sung", "plan", record_id=row, field=f"{part}.name")


def turns(view: ConferenceView) -> Found:
    """Every one who was to speak has spoken, was absent or withdrew; what was said is written down."""
    here = [t for t in view.records.turns if t.state not in (TurnState.ABSENT, TurnState.WITHDRAWN)]
    gaps: list[Gap] = []
    over = view.records.session.ended_at is not None
    for turn in here:
        if turn.state is TurnState.WAITING:
            detail = "Ghi vắng, rút đăng ký hoặc mời phát biểu"
            gaps.append(_turn("turn", turn, "chưa được phát biểu", detail, "Ghi lại", Fix.TURN))
        elif over and turn.state in _GOING_ON:
            detail = "Lượt phát biểu chưa kết thúc mà phiên họp đã kết thúc"
            gaps.append(_turn("turnopen", turn, "còn đang phát biểu", detail, "Kết thúc", Fix.TURN))
    spoken = [t for t in here if t.state is not TurnState.WAITING]
    written = {opinion.turn_id for opinion in view.records.opinions}
    silent = [t for t in spoken if t.state is TurnState.DONE and t.id not in written]
    for turn in silent:
        detail = f"Lượt số {turn.number}; không ghi thì biên bản vẫn tính một lượt"
        gap = _turn("turnsilent", turn, "đã phát biểu, chưa ghi ý kiến", detail, "Xem lại", None)
        gaps.append(only_looked_at(gap))
    if spoken and not any(not gap.review for gap in gaps):
        return gaps, [f"{len(spoken)} lượt phát biểu đã xong"]
    return gaps, []


def _turn(kind: str, turn: Turn, words: str, detail: str, action: str, fix: Fix | None) -> Gap:
    name = capital(turn.voice.shown or "người đăng ký")
    return Gap(
        f"{kind}-{turn.id}", f"{name} {words}", detail, action, "live", RecordKind.TURN, turn.id, "state", fix
    )


def typed(view: ConferenceView, around: Around) -> Found:
    """Words that stand in a box of the session and were never put into a record."""
    words = half_typed(around.draft, view.records)
    if not words:
        return [], []
    detail = f"“{opening(words)}” chưa vào biên bản"
    return [Gap("draft", "Còn chữ đang gõ dở ở phiên đối thoại", detail, "Xem lại", "live")], []
