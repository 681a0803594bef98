"""How a live act becomes journal changes: values of records and what an act is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from dialogue_desktop.codec import to_builtins
from dialogue_desktop.domain.journal import ALIVE, Change, Entry, Json, creation, edits
from dialogue_desktop.domain.records import OUTCOME_LABELS, Outcome, RecordKind
from dialogue_desktop.domain.text_vi import clean

#: What each kind of act is called when it is named to the secretary.
ACT_NAMES: dict[str, str] = {
    "session.start": "mở phiên",
    "session.end": "kết thúc phiên",
    "session.reopen": "mở lại phiên",
    "session.step": "chuyển bước chương trình",
    "session.edit": "sửa thông tin phiên",
    "session.recording": "đặt giờ máy ghi âm",
    "turn.add": "thêm người phát biểu",
    "turn.register": "đưa người đăng ký vào danh sách phát biểu",
    "turn.edit": "sửa người phát biểu",
    "turn.move": "đổi thứ tự phát biểu",
    "turn.start": "bắt đầu lượt nói",
    "turn.pause": "tạm dừng lượt nói",
    "turn.resume": "nói tiếp",
    "turn.answer": "chuyển sang trả lời",
    "turn.finish": "xong lượt",
    "turn.absent": "ghi vắng khi gọi",
    "turn.withdraw": "rút đăng ký",
    "turn.wait": "trả về hàng chờ",
    "turn.again": "thêm lượt nữa",
    "turn.spans": "sửa giờ nói",
    "opinion.add": "ghi ý kiến",
    "opinion.edit": "sửa ý kiến",
    "opinion.remove": "bỏ ý kiến",
    "opinion.split": "tách ý kiến",
    "opinion.joint": "ghi trả lời chung",
    "opinion.alone": "bỏ trả lời chung",
    "opinion.import": "nhập danh sách ý kiến",
    "opinion.answers": "nhập câu trả lời chuẩn bị",
    "opinion.field": "xếp lĩnh vực",
    "opinion.competence": "ghi thẩm quyền giải quyết",
    "opinion.group": "gộp ý kiến cùng nội dung",
    "opinion.ungroup": "tách ý kiến khỏi nhóm",
    "opinion.group_answer": "ghi câu trả lời chung của nhóm",
    "opinion.apart": "để riêng ý kiến",
    "opinion.assign": "giao chuẩn bị trả lời",
    "opinion.take_back": "thu lại việc giao trả lời",
    "opinion.due": "dời hạn gửi câu trả lời",
    "attendance.set": "điểm danh",
    "conclusion.set": "ghi kết luận",
    "conclusion.draft": "soạn kết luận từ các ý kiến",
    "delegate.layout": "xếp danh sách mời theo kế hoạch",
    "delegate.add": "thêm đại biểu",
    "delegate.edit": "sửa đại biểu",
    "delegate.move": "chuyển đại biểu",
    "delegate.remove": "bỏ đại biểu",
    "delegate.sent": "ghi đã gửi giấy mời",
    "delegate.unsent": "ghi chưa gửi giấy mời",
    "delegate.way": "chọn cách gửi giấy mời",
    "delegate.number": "đánh số giấy mời",
    "delegate.reply": "ghi trả lời mời",
    "delegate.attended": "ghi có mặt, vắng",
    "delegate.import": "nhập danh sách đại biểu",
    "slip.add": "phát phiếu",
    "slip.edit": "sửa lần phát phiếu",
    "slip.returned": "ghi phiếu thu về",
    "slip.remove": "bỏ lần phát phiếu",
    "closing.freeze": "chốt biên bản",
    "opinion.hide": "che đoạn không niêm yết",
    "paper.add": "ghi thêm văn bản vào sổ",
    "paper.edit": "sửa dự thảo văn bản",
    "paper.issue": "ban hành văn bản",
    "paper.sent": "ghi đã gửi văn bản",
    "paper.posted": "ghi đã niêm yết văn bản",
    "paper.replace": "thay thế văn bản",
    "paper.remove": "bỏ văn bản khỏi sổ",
    "paper.note": "ghi chú văn bản",
    "commitment.keep": "lập danh sách cam kết",
    "commitment.add": "thêm cam kết",
    "commitment.edit": "sửa cam kết",
    "commitment.state": "cập nhật cam kết",
    "commitment.step": "ghi việc theo dõi cam kết",
    "commitment.carry": "chuyển cam kết sang hội nghị sau",
    "commitment.drop": "thôi theo dõi cam kết",
    "step.edit": "sửa dòng theo dõi",
    "step.remove": "bỏ dòng theo dõi",
    "review.edit": "ghi họp rút kinh nghiệm",
    "import": "nhập gói hội nghị",
    "merge.resolve": "chọn giữa hai bản ghi",
    "merge.settle": "đánh lại số sau khi gộp",
}


#: Acts that touch many opinions, and what is counted of them.
_OF_MANY = {"opinion.import": "ý kiến", "opinion.answers": "câu", "opinion.due": "ý kiến"}
#: An edit of nothing but these is not called one of the opinion: what the person said stays as it was.
_OF_ANSWER = frozenset({"prepared_answer", "prepared_by"})


def clean_value(value: Any) -> Json:
    """A JSON value with every text in it NFC and free of control characters."""
    if isinstance(value, str):
        return clean(value).text
    if isinstance(value, list):
        return [clean_value(item) for item in value]
    if isinstance(value, dict):
        return {str(key): clean_value(item) for key, item in value.items()}
    return value  # type: ignore[no-any-return]


def values_of(record: Any) -> dict[str, Json]:
    """Every field of a record but its id, as cleaned JSON values."""
    plain = to_builtins(record)
    return {f.name: clean_value(plain[f.name]) for f in fields(record) if f.name != "id"}


def json_values(values: Mapping[str, object]) -> dict[str, Json]:
    """Python values of single fields as cleaned JSON values."""
    return {name: clean_value(to_builtins(value)) for name, value in values.items()}


def created(kind: RecordKind, record: Any) -> tuple[Change, ...]:
    return creation(kind, record.id, values_of(record))


def said_fields(kind: RecordKind, record: Any) -> tuple[Change, ...]:
    """The creation of a record without the fields that stand at their default; rows give them back."""
    values, blank = values_of(record), _blank(record.__class__)
    return creation(kind, record.id, {name: value for name, value in values.items() if value != blank[name]})


@cache
def _blank(cls: type) -> dict[str, Json]:
    return values_of(cls(""))


def changed(kind: RecordKind, before: Any, /, **wanted: object) -> tuple[Change, ...]:
    """Changes of the named fields of one record."""
    return edits(kind, before.id, values_of(before), json_values(wanted))


def entry_text(entry: Entry) -> str:
    """The act in words: "ghi ý kiến: ông Nguyễn Văn An, Trả lời tại chỗ", "nhập danh sách ý kiến: 45 ý
    kiến"."""
    act = entry.kind.removeprefix("undo:").removeprefix("redo:")
    name = ACT_NAMES.get(act, entry.kind)
    if act == "opinion.edit" and {change.field for change in entry.changes} <= _OF_ANSWER:
        return "ghi câu trả lời chuẩn bị"
    if act in _OF_MANY:
        many = len({c.id for c in entry.changes if c.record is RecordKind.OPINION})
        return f"{name}: {many} {_OF_MANY[act]}"
    if act == "turn.register":
        return f"{name}: {len({change.id for change in entry.changes})} người"
    who = ""
    outcome = ""
    for change in entry.changes:
        if change.field == "voice" and isinstance(change.new, dict):
            who = f"{change.new.get('honorific') or ''} {change.new.get('name') or ''}".strip()
        if change.field == "voices" and isinstance(change.new, list) and change.new:
            first = change.new[0]
            if isinstance(first, dict):
                who = f"{first.get('honorific') or ''} {first.get('name') or ''}".strip()
        if change.field == "outcome" and isinstance(change.new, str):
            outcome = OUTCOME_LABELS[Outcome(change.new)]
    who = who or _delegate_words(entry)
    details = ", ".join(part for part in (who, outcome) if part)
    return f"{name}: {details}" if details else name


def _delegate_words(entry: Entry) -> str:
    """The one delegate that an act is about, or how many; seats that opened or closed with it are none."""
    fields_of: dict[str, dict[str, Json]] = {}
    for change in entry.changes:
        if change.record is RecordKind.DELEGATE:
            fields_of.setdefault(change.id, {})[change.field] = change.new
    told = [values for values in fields_of.values() if not _only_seats(values)]
    if len(told) > 1:
        return f"{len(told)} dòng"
    if not told:
        return ""
    name, office = told[0].get("name"), told[0].get("office")
    return f"{told[0].get('honorific') or ''} {name}".strip() if name else str(office or "")


def _only_seats(values: Mapping[str, Json]) -> bool:
    """An open line whose number of seats changed, that came new, or that went."""
    if "position" in values and values.get(ALIVE) is True:
        return not (values.get("name") or values.get("office"))
    return values.keys() == {"count"}
