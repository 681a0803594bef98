"""What was corrected between two frozen states of the minutes, in the secretary's words (M3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar

from dialogue_desktop.domain.closing_gap import opening, who
from dialogue_desktop.domain.plan import Chair, CopyPurpose, Plan, Secretary
from dialogue_desktop.domain.records import (
    OPINION_KIND_LABELS,
    OUTCOME_LABELS,
    SOURCE_LABELS,
    Answer,
    Attendance,
    Conclusion,
    Opinion,
    OpinionKind,
    Outcome,
    RecordKind,
    Records,
    Session,
    Source,
    Turn,
    TurnState,
    Voice,
)
from dialogue_desktop.domain.version_parts import part_changed
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, time_hm


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes are made from."""

    plan: Plan
    records: Records


@dataclass(frozen=True, slots=True)
class VersionChange:
    """One correction: `what` was changed ("Ý kiến số 12: câu trả lời"), from `before` to `after`.

    What is new has no `before`, what was taken out no `after`; then `what` says it whole. `record` and
    `record_id` lead to it.
    """

    what: str
    before: str = ""
    after: str = ""
    record: RecordKind | None = None
    record_id: str = ""

    @property
    def sentence(self) -> str:
        """ "Ý kiến số 12: thời hạn sửa từ “08/5/2026” thành “15/5/2026”." """
        if self.before and self.after:
            return f"{self.what} sửa từ “{self.before}” thành “{self.after}”."
        if self.after:
            return f"{self.what}: “{self.after}”."
        if self.before:
            return f"{self.what}, trước ghi “{self.before}”."
        return f"{self.what}."


def version_changes(before: Minutes, after: Minutes) -> tuple[VersionChange, ...]:
    """Everything that the minutes show and that is other than it was, in the order of the page. What only
    the office works with (clock, order, preparation) is no correction of the minutes."""
    return (
        *_plan(before.plan, after.plan),
        *_session(before, after),
        *_attendance(before.records, after.records),
        *_turns(before.records, after.records),
        *_opinions(before.records, after.records),
        *_answers(before.records, after.records),
        *_conclusions(before.records, after.records),
    )


Words = Callable[[Any], str]
Row = TypeVar("Row", Attendance, Turn, Opinion, Answer, Conclusion)


def _compare(
    head: str,
    names: Mapping[str, tuple[str, Words]],
    old: object,
    new: object,
    kind: RecordKind | None = None,
    key: str = "",
) -> Iterator[VersionChange]:
    """A change for each field that differs; `names` says what a field is called and how its value reads."""
    for field, (name, words) in names.items():
        was, now = getattr(old, field, None), getattr(new, field, None)
        if was == now:
            continue
        was_words, now_words = words(was), words(now)
        if was_words == now_words:
            continue
        what = f"{head}{name}" if head else name[:1].upper() + name[1:]
        if was_words and now_words:
            was_words, now_words = part_changed(was_words, now_words)
            yield VersionChange(what, was_words, now_words, kind, key)
        elif now_words:
            yield VersionChange(f"{what} ghi thêm", "", now_words, kind, key)
        else:
            yield VersionChange(f"{what} đã bỏ", was_words, "", kind, key)


# --- how values read ------------------------------------------------------------------------------------


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _day(value: date | None) -> str:
    return date_short(value) if value is not None else ""


def _moment(value: datetime | None) -> str:
    if value is None:
        return ""
    at = on_wall(value)
    return f"{time_hm(at.time())} ngày {date_short(at.date())}"


def _yes(value: object) -> str:
    return "có" if value else "không"


def _consent(value: bool | None) -> str:
    return {None: "chưa hỏi", True: "đồng ý công khai tên", False: "không công khai tên"}[value]


def _outcome(value: Outcome | None) -> str:
    return OUTCOME_LABELS[value] if value is not None else ""


def _voices(value: Iterable[Voice]) -> str:
    return "; ".join(f"{one.shown}, {one.address}".strip(", ") for one in value)


def _voice(value: Voice) -> str:
    return f"{value.shown}, {value.address}".strip(", ")


def _people(value: Iterable[Chair | Secretary] | None) -> str:
    named = (one.official for one in value or ())
    return "; ".join(f"{one.honorific} {one.name}, {one.position}".strip(" ,") for one in named)


def _copies(value: Iterable[CopyPurpose]) -> str:
    return "; ".join(f"{one.count} bản {one.label}" for one in value if one.chosen and one.count)


def _joined(value: Iterable[object] | None) -> str:
    return "; ".join(_part(one) for one in value or ())


def _part(value: object) -> str:
    return _text(getattr(value, "text", value))


# --- the parts ------------------------------------------------------------------------------------------

_PLAN: dict[str, tuple[str, Words]] = {
    "conference_name": ("tên hội nghị", _text),
    "subject": ("trích yếu", _text),
    "minutes_number": ("số biên bản", _text),
    "minutes_symbol": ("ký hiệu biên bản", _text),
    "copies": ("các bản", _copies),
}
_SESSION: dict[str, tuple[str, Words]] = {
    "started_at": ("giờ khai mạc", _moment),
    "ended_at": ("giờ kết thúc", _moment),
    "place": ("địa điểm", _text),
    "chairs": ("người chủ trì", _people),
    "secretaries": ("thư ký", _people),
    "people_total": ("tổng số của địa phương", _number),
    "people_unit": ("đơn vị tính tổng số", _text),
    "adopted": ("biên bản đã đọc lại, thông qua", _yes),
}
_ATTENDANCE: dict[str, tuple[str, Words]] = {
    "label": ("tên nhóm", _text),
    "present": ("số người dự", _number),
    "expected": ("số mời", _number),
    "total": ("tổng số", _number),
    "unit": ("đơn vị tính", _text),
}
_TURN: dict[str, tuple[str, Words]] = {
    "voice": ("người phát biểu", _voice),
    "interpreter": ("phiên dịch", _text),
    "source": ("cách tham gia", lambda value: SOURCE_LABELS[Source(value)]),
    "anonymous": ("không nêu tên", _yes),
}
_OPINION: dict[str, tuple[str, Words]] = {
    "number": ("số thứ tự", _number),
    "source": ("nguồn", lambda value: SOURCE_LABELS[Source(value)]),
    "voices": ("người có ý kiến", _voices),
    "group_note": ("nhóm người có ý kiến", _text),
    "anonymous": ("không nêu tên", _yes),
    "text": ("nội dung", _text),
    "kind": ("loại", lambda value: OPINION_KIND_LABELS[OpinionKind(value)]),
    "field": ("lĩnh vực", _text),
    "outcome": ("kết quả", _outcome),
    "outcome_reason": ("lý do", _text),
    "receiving_body": ("cơ quan nhận", _text),
    "unit": ("đơn vị", _text),
    "deadline": ("thời hạn", _day),
    "consent": ("việc công khai tên", _consent),
    "withheld": ("không niêm yết nội dung", _yes),
    "hidden_parts": ("đoạn che trên bản niêm yết", _joined),
}
_ANSWER: dict[str, tuple[str, Words]] = {
    "follow_up": ("lời trao đổi lại", _text),
    "answerer": ("người trả lời", _text),
    "answerer_position": ("chức vụ người trả lời", _text),
    "text": ("câu trả lời", _text),
}
_CONCLUSION: dict[str, tuple[str, Words]] = {
    "text": ("nội dung", _text),
    "settled": ("đã giải quyết", _yes),
    "unit": ("đơn vị", _text),
    "deadline": ("thời hạn", _day),
}


def _plan(old: Plan, new: Plan) -> Iterator[VersionChange]:
    yield from _compare("", _PLAN, old, new)


def _session(old: Minutes, new: Minutes) -> Iterator[VersionChange]:
    was, now = _as_printed(old), _as_printed(new)
    yield from _compare("", _SESSION, was, now, RecordKind.SESSION, "session")


def _as_printed(minutes: Minutes) -> Session:
    """What the session does not say itself the minutes take from the plan."""
    session, plan = minutes.records.session, minutes.plan
    return replace(
        session,
        place=session.place or "; ".join(plan.places),
        chairs=plan.chairs if session.chairs is None else session.chairs,
        secretaries=plan.secretaries if session.secretaries is None else session.secretaries,
    )


def _attendance(old: Records, new: Records) -> Iterator[VersionChange]:
    def head(row: Attendance) -> str:
        return f"Nhóm “{row.label}”: "

    yield from _rows(
        old.attendance, new.attendance, RecordKind.ATTENDANCE, head, _ATTENDANCE,
        lambda row: f"Thêm nhóm “{row.label}”", lambda row: f"Bỏ nhóm “{row.label}”",
    )  # fmt: skip


def _turns(old: Records, new: Records) -> Iterator[VersionChange]:
    """Who spoke; turns that were never taken stand on no page."""

    def taken(turns: Iterable[Turn]) -> list[Turn]:
        out = (TurnState.ABSENT, TurnState.WITHDRAWN, TurnState.WAITING)
        return [turn for turn in turns if turn.state not in out]

    def name(turn: Turn) -> str:
        return f"lượt phát biểu số {turn.number}"

    yield from _rows(
        taken(old.turns), taken(new.turns), RecordKind.TURN,
        lambda turn: f"Lượt phát biểu số {turn.number}: ", _TURN,
        lambda turn: f"Thêm {name(turn)}", lambda turn: f"Bỏ {name(turn)}",
    )  # fmt: skip


def _opinions(old: Records, new: Records) -> Iterator[VersionChange]:
    def told(word: str) -> Callable[[Opinion], str]:
        return lambda one: f"{word} ý kiến số {one.number} của {who(one)}"

    yield from _rows(
        old.opinions, new.opinions, RecordKind.OPINION, lambda one: f"Ý kiến số {one.number}: ", _OPINION,
        told("Thêm"), told("Bỏ"), lambda one: opening(one.text, 16),
    )  # fmt: skip
    numbers = {one.id: one.number for one in (*old.opinions, *new.opinions)}
    known = {one.id: one for one in old.opinions}
    for one in new.opinions:
        was = known.get(one.id)
        if was is not None and was.answered_with != one.answered_with:
            words = f"Ý kiến số {one.number}: không còn trả lời chung"
            if one.answered_with:
                lead = numbers.get(one.answered_with, "…")
                words = f"Ý kiến số {one.number}: trả lời chung với ý kiến số {lead}"
            yield VersionChange(words, "", "", RecordKind.OPINION, one.id)


def _answers(old: Records, new: Records) -> Iterator[VersionChange]:
    numbers = {one.id: one.number for one in (*old.opinions, *new.opinions)}
    here = {one.id for one in new.opinions} & {one.id for one in old.opinions}

    def of(answers: Iterable[Answer]) -> list[Answer]:
        """Only of opinions that both have: an opinion that is new or gone is told as one thing."""
        return [answer for answer in answers if answer.opinion_id in here]

    def place(answer: Answer) -> str:
        again = f", lần {answer.round}" if answer.round > 1 else ""
        return f"ý kiến số {numbers.get(answer.opinion_id, '…')}{again}"

    yield from _rows(
        of(old.answers), of(new.answers), RecordKind.ANSWER,
        lambda one: f"{place(one)[:1].upper()}{place(one)[1:]}: ", _ANSWER,
        lambda one: f"Thêm câu trả lời {place(one)}", lambda one: f"Bỏ câu trả lời {place(one)}",
        lambda one: opening(one.text, 16),
    )  # fmt: skip


def _conclusions(old: Records, new: Records) -> Iterator[VersionChange]:
    yield from _rows(
        old.conclusions, new.conclusions, RecordKind.CONCLUSION,
        lambda row: f"Kết luận {row.position + 1}: ", _CONCLUSION,
        lambda row: f"Thêm kết luận {row.position + 1}", lambda row: f"Bỏ kết luận {row.position + 1}",
        lambda row: opening(row.text, 16),
    )  # fmt: skip


def _rows(
    old: Iterable[Row],
    new: Iterable[Row],
    kind: RecordKind,
    head: Callable[[Row], str],
    names: Mapping[str, tuple[str, Words]],
    added: Callable[[Row], str],
    removed: Callable[[Row], str],
    words: Callable[[Row], str] = lambda row: "",
) -> Iterator[VersionChange]:
    before = {row.id: row for row in old}
    after = {row.id: row for row in new}
    for key, row in after.items():
        was = before.get(key)
        if was is None:
            yield VersionChange(added(row), "", words(row), kind, key)
        else:
            yield from _compare(head(row), names, was, row, kind, key)
    for key, row in before.items():
        if key not in after:
            yield VersionChange(removed(row), words(row), "", kind, key)
