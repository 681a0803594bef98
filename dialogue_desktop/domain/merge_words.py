"""What the merge says of records: names, fields, and values as an office would write them (L11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from dialogue_desktop.domain.after_records import (
    COMMITMENT_STATE_LABELS,
    STEP_KIND_LABELS,
    CommitmentState,
    StepKind,
)
from dialogue_desktop.domain.journal import ALIVE, Json, State
from dialogue_desktop.domain.merge_fields import blank_values
from dialogue_desktop.domain.records import (
    OPINION_KIND_LABELS,
    OUTCOME_LABELS,
    REPLY_LABELS,
    SOURCE_LABELS,
    OpinionKind,
    Outcome,
    RecordKind,
    Reply,
    Source,
    TurnState,
)
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import date_short, thousands

EMPTY = "(để trống)"
NO_NAME = "chưa ghi họ tên"

TURN_STATES: Mapping[TurnState, str] = MappingProxyType(
    {
        TurnState.WAITING: "Chờ",
        TurnState.SPEAKING: "Đang nói",
        TurnState.PAUSED: "Tạm dừng",
        TurnState.ANSWERING: "Đang trả lời",
        TurnState.DONE: "Xong",
        TurnState.ABSENT: "Vắng khi gọi",
        TurnState.WITHDRAWN: "Rút đăng ký",
    }
)

#: How many of a kind: "12 ý kiến", "4 kết luận".
COUNTED: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.OPINION: "ý kiến",
        RecordKind.ANSWER: "câu trả lời",
        RecordKind.CONCLUSION: "kết luận",
        RecordKind.TURN: "lượt phát biểu",
        RecordKind.ATTENDANCE: "dòng điểm danh",
        RecordKind.DELEGATE: "dòng đại biểu",
        RecordKind.SLIP_BATCH: "lần phát phiếu",
        RecordKind.VERSION: "bản chốt biên bản",
        RecordKind.PAPER: "văn bản",
        RecordKind.COMMITMENT: "cam kết",
        RecordKind.STEP: "dòng theo dõi",
        RecordKind.REVIEW: "biên bản rút kinh nghiệm",
    }
)

FIELD_NAMES: Mapping[RecordKind, Mapping[str, str]] = MappingProxyType(
    {
        RecordKind.SESSION: {
            "started_at": "Giờ bắt đầu",
            "ended_at": "Giờ kết thúc",
            "place": "Địa điểm",
            "chairs": "Chủ trì",
            "secretaries": "Thư ký",
            "people_total": "Tổng số của địa bàn",
            "people_unit": "Đơn vị tính",
            "adopted": "Biên bản được thông qua",
            "notes": "Ghi chú",
            "recordings": "Bản ghi âm",
        },
        RecordKind.TURN: {
            "voice": "Người phát biểu",
            "topic": "Nội dung đăng ký",
            "state": "Lượt nói",
            "consent": "Đồng ý công khai",
            "source": "Hình thức",
            "interpreter": "Phiên dịch",
            "anonymous": "Không nêu tên",
        },
        RecordKind.OPINION: {
            "source": "Nguồn",
            "text": "Nội dung ý kiến",
            "field": "Lĩnh vực",
            "kind": "Loại",
            "voices": "Người có ý kiến",
            "group_note": "Nhóm người",
            "anonymous": "Ẩn danh",
            "consent": "Đồng ý công khai",
            "received_on": "Ngày nhận",
            "slip_number": "Số phiếu",
            "beyond_competence": "Vượt thẩm quyền",
            "receiving_body": "Cơ quan tiếp nhận",
            "prepared_answer": "Câu trả lời chuẩn bị",
            "prepared_by": "Người chuẩn bị trả lời",
            "outcome": "Kết quả",
            "outcome_reason": "Lý do",
            "unit": "Đơn vị giải quyết",
            "deadline": "Thời hạn",
            "linked_id": "Nhắc lại ý kiến",
            "group_id": "Nhóm cùng nội dung",
            "withheld": "Không niêm yết",
            "marked": "Đánh dấu",
            "draft_due": "Hạn chuẩn bị trả lời",
            "answered_with": "Trả lời chung với",
            "hidden_parts": "Đoạn không niêm yết",
        },
        RecordKind.ANSWER: {
            "follow_up": "Hỏi thêm",
            "answerer": "Người trả lời",
            "answerer_position": "Chức vụ người trả lời",
            "text": "Câu trả lời",
        },
        RecordKind.ATTENDANCE: {
            "label": "Thành phần",
            "locality": "Thôn",
            "expected": "Số mời",
            "present": "Số có mặt",
            "total": "Tổng số",
            "unit": "Đơn vị tính",
        },
        RecordKind.CONCLUSION: {
            "text": "Kết luận",
            "settled": "Đã giải quyết xong",
            "unit": "Đơn vị thực hiện",
            "deadline": "Thời hạn",
        },
        RecordKind.DELEGATE: {
            "group_id": "Nhóm thành phần",
            "honorific": "Xưng hô",
            "name": "Họ tên",
            "office": "Cơ quan, chức vụ",
            "locality": "Thôn",
            "hamlet": "Xóm",
            "through_locality": "Gửi qua thôn",
            "letter_number": "Số giấy mời",
            "sent_on": "Ngày gửi",
            "reply": "Trả lời mời",
            "replaced_by": "Người dự thay",
            "attended": "Có mặt",
            "note": "Ghi chú",
        },
        RecordKind.SLIP_BATCH: {
            "locality": "Thôn",
            "collector": "Người thu",
            "first": "Từ số",
            "last": "Đến số",
            "handed_on": "Ngày phát",
            "due_on": "Hạn nộp",
            "returned": "Số thu về",
            "returned_on": "Ngày thu về",
            "note": "Ghi chú",
        },
        RecordKind.VERSION: {},
        RecordKind.APART: {},
        RecordKind.PAPER: {
            "title": "Trích yếu",
            "number": "Số",
            "symbol": "Ký hiệu",
            "dated_on": "Ngày văn bản",
            "recipients": "Nơi nhận",
            "parts": "Lời văn",
            "reason": "Lý do thay thế",
            "sent_on": "Ngày gửi",
            "posted_on": "Ngày niêm yết",
            "posted_at": "Nơi niêm yết",
            "note": "Ghi chú",
        },
        RecordKind.COMMITMENT: {
            "text": "Nội dung cam kết",
            "unit": "Đơn vị thực hiện",
            "deadline": "Thời hạn",
            "state": "Tình trạng",
            "state_reason": "Lý do",
            "receiving_body": "Cơ quan cấp trên",
            "done_on": "Ngày xong",
            "dropped": "Lý do thôi theo dõi",
        },
        RecordKind.STEP: {
            "day": "Ngày",
            "kind": "Loại",
            "text": "Nội dung",
            "who": "Người thực hiện",
            "state": "Tình trạng",
            "deadline": "Thời hạn mới",
            "letter": "Số văn bản",
            "letter_on": "Ngày văn bản",
            "files": "Tệp minh chứng",
        },
        RecordKind.REVIEW: {
            "day": "Ngày họp",
            "starts_at": "Giờ bắt đầu",
            "ends_at": "Giờ kết thúc",
            "place": "Địa điểm",
            "chair": "Chủ trì",
            "chair_position": "Chức vụ chủ trì",
            "recorder": "Thư ký",
            "recorder_position": "Chức vụ thư ký",
            "attendees": "Thành phần dự",
            "good": "Ưu điểm",
            "bad": "Hạn chế",
            "causes": "Nguyên nhân",
            "lessons": "Bài học",
            "tasks": "Việc phải làm",
        },
    }
)

_LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "source": {one.value: SOURCE_LABELS[one] for one in Source},
        "outcome": {one.value: OUTCOME_LABELS[one] for one in Outcome},
        "state": {one.value: TURN_STATES[one] for one in TurnState},
        "reply": {one.value: REPLY_LABELS[one] for one in Reply},
    }
)
#: Fields that another kind of record has under the same name.
_OWN_LABELS: Mapping[tuple[RecordKind, str], Mapping[str, str]] = MappingProxyType(
    {
        (RecordKind.OPINION, "kind"): {one.value: OPINION_KIND_LABELS[one] for one in OpinionKind},
        (RecordKind.COMMITMENT, "state"): {o.value: COMMITMENT_STATE_LABELS[o] for o in CommitmentState},
        (RecordKind.STEP, "state"): {o.value: COMMITMENT_STATE_LABELS[o] for o in CommitmentState},
        (RecordKind.STEP, "kind"): {one.value: STEP_KIND_LABELS[one] for one in StepKind},
    }
)


def record_name(state: State, kind: RecordKind, record_id: str) -> str:
    """ "Ý kiến số 31, bà Lò Thị Ế", "Câu trả lời lần 2 cho ý kiến số 31", "Kết luận 2"."""
    get = _getter(state, kind, record_id)
    match kind:
        case RecordKind.SESSION:
            return "Phiên đối thoại"
        case RecordKind.TURN:
            return f"Lượt phát biểu số {get('number')}, {_voice(get('voice')) or NO_NAME}"
        case RecordKind.OPINION:
            return f"Ý kiến số {get('number')}, {_whose(get)}"
        case RecordKind.ANSWER:
            opinion = _getter(state, RecordKind.OPINION, str(get("opinion_id")))
            times = f" lần {get('round')}" if (get("round") or 1) > 1 else ""
            return f"Câu trả lời{times} cho ý kiến số {opinion('number')}, {_whose(opinion)}"
        case RecordKind.ATTENDANCE:
            return f"Điểm danh: {get('label') or EMPTY}"
        case RecordKind.CONCLUSION:
            return f"Kết luận thứ {_place_of(state, kind, record_id)}"
        case RecordKind.DELEGATE:
            shown = f"{get('honorific')} {get('name')}".strip() if get("name") else get("office")
            return f"Đại biểu: {shown or get('locality') or EMPTY}"
        case RecordKind.SLIP_BATCH:
            return f"Phiếu {get('first'):03}–{get('last'):03}, {get('locality') or EMPTY}"
        case RecordKind.VERSION:
            return f"Biên bản chốt lần {get('number')}"
        case RecordKind.APART:
            return "Hai ý kiến để riêng"
        case RecordKind.PAPER | RecordKind.COMMITMENT | RecordKind.STEP | RecordKind.REVIEW:
            return _after_name(state, kind, get)


def _after_name(state: State, kind: RecordKind, get: Callable[[str], Any]) -> str:
    """The same for what follows the session."""
    if kind is RecordKind.PAPER:
        number = f"{get('number')}/{get('symbol')}" if get("number") else ""
        return f"Văn bản {number or get('title') or EMPTY}"
    if kind is RecordKind.COMMITMENT:
        return f"Cam kết số {get('number')}"
    if kind is RecordKind.STEP:
        owner = _getter(state, RecordKind.COMMITMENT, str(get("commitment_id")))
        return f"Dòng theo dõi của cam kết số {owner('number')}"
    return "Biên bản họp rút kinh nghiệm"


def field_name(kind: RecordKind, field: str) -> str:
    return FIELD_NAMES[kind].get(field, field)


def value_words(state: State, kind: RecordKind, field: str, value: Json) -> str:
    """A field's value as it is shown; two that read alike need no choice."""
    if field in ("linked_id", "answered_with", "group_id"):
        return _reference(state, kind, field, value)
    if (kind, field) in _OWN_LABELS:
        return _OWN_LABELS[kind, field].get(str(value), EMPTY)
    if value is None or value in ("", []):
        return EMPTY
    if field in _LABELS:
        return _LABELS[field].get(str(value), str(value))
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, int):
        return thousands(value)
    if isinstance(value, (list, dict)):
        return _lines(value) or _people(value)
    return _dated(str(value)) if field.endswith(("_at", "_on", "due", "deadline")) else str(value)


def _dated(text: str) -> str:
    """A day or a moment as the office's clock shows it."""
    try:
        if "T" in text:
            at = on_wall(datetime.fromisoformat(text))
            return f"{at.hour} giờ {at.minute:02}, {date_short(at.date())}"
        return date_short(date.fromisoformat(text))
    except ValueError:
        return text


def _reference(state: State, kind: RecordKind, field: str, value: Json) -> str:
    if not value:
        return EMPTY
    if field in ("linked_id", "answered_with"):
        return record_name(state, RecordKind.OPINION, str(value))
    if kind is not RecordKind.OPINION:
        return str(value)
    numbers = sorted(
        int(fields.get("number") or 0)  # type: ignore[arg-type]
        for (one, _), fields in state.items()
        if one is RecordKind.OPINION and fields.get("group_id") == value and fields.get(ALIVE)
    )
    return f"Nhóm có ý kiến số {', '.join(map(str, numbers))}" if numbers else "Nhóm không còn ý kiến nào"


def _lines(value: Any) -> str:
    """Plain texts, parts of a paper, files or tasks, a line for each; "" for anything else."""
    rows = value if isinstance(value, list) else [value]
    if all(isinstance(row, str) for row in rows):
        return "\n".join(rows)
    if all(isinstance(row, dict) and row.keys() & {"sha256", "text"} for row in rows):
        return "\n".join(str(row.get("text") or row.get("name") or EMPTY) for row in rows)
    return ""


def _people(value: Any) -> str:
    """Voices, chairs, secretaries or one voice, a line for each."""
    rows = value if isinstance(value, list) else [value]
    lines = []
    for row in rows:
        person = row.get("official", row) if isinstance(row, dict) else {}
        name = f"{person.get('honorific') or ''} {person.get('name') or ''}".strip()
        rest = [person.get(key) for key in ("position", "hamlet", "locality")]
        lines.append(", ".join(part for part in (name, *rest) if part))
    return "\n".join(line for line in lines if line) or EMPTY


def _getter(state: State, kind: RecordKind, record_id: str) -> Callable[[str], Any]:
    fields, blank = state.get((kind, record_id), {}), blank_values(kind)

    def get(name: str) -> Any:
        value = fields.get(name)
        return blank.get(name) if value is None else value

    return get


def _voice(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    return f"{value.get('honorific') or ''} {value.get('name') or ''}".strip()


def _whose(get: Callable[[str], Any]) -> str:
    if get("anonymous"):
        return "ẩn danh"
    voices = get("voices") or []
    first = _voice(voices[0]) if voices else ""
    return first or get("group_note") or NO_NAME


def _place_of(state: State, kind: RecordKind, record_id: str) -> int:
    places = sorted(
        (fields.get("position") or 0, key[1])
        for key, fields in state.items()
        if key[0] is kind and (fields.get(ALIVE) or key[1] == record_id)
    )
    return next((at for at, (_, one) in enumerate(places, start=1) if one == record_id), 0)
