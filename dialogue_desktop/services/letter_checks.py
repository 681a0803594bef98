"""Whether there is anything to print for letters in series, supervision and review (M5, M6, F1–F4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogue_desktop.domain.letters import Letter, escalations, reminders, replies, way_of

if TYPE_CHECKING:
    from dialogue_desktop.services.after_papers import AfterSource

NO_REPLIES = (
    "Chưa có ý kiến nào hẹn trả lời bằng văn bản hoặc chuyển cấp trên nên chưa lập được văn bản này. "
    "Hãy ghi kết quả của từng ý kiến rồi lập lại."
)
NO_ESCALATIONS = (
    "Chưa có ý kiến nào vượt thẩm quyền nên chưa lập được văn bản này. "
    "Hãy ghi kết quả “Chuyển cấp trên” và nơi nhận cho ý kiến rồi lập lại."
)
NO_REMINDERS = (
    "Chưa có đơn vị nào chậm hoặc sắp đến hạn nên chưa lập được văn bản này. "
    "Hãy xem thời hạn và đơn vị của từng cam kết rồi lập lại."
)
NOT_CHOSEN = (
    "Chưa có văn bản nào trong số đã chọn còn phải gửi nên chưa lập được văn bản này. Hãy chọn lại văn bản."
)
NO_COMMITMENTS = (
    "Chưa có nội dung nào hứa với Nhân dân nên chưa lập được văn bản này. "
    "Hãy ghi kết quả, đơn vị và thời hạn của ý kiến rồi lập lại."
)
NOT_HELD = (
    "Chưa có hội nghị nào diễn ra để rút kinh nghiệm nên chưa lập được văn bản này. "
    "Hãy lập lại sau khi hội nghị bắt đầu."
)


def no_replies(source: AfterSource) -> str:
    way = next((found for found in map(way_of, source.only) if found is not None), source.way)
    return _of_series(source, replies(source.records, source.commitments, way), NO_REPLIES)


def no_escalations(source: AfterSource) -> str:
    return _of_series(source, escalations(source.records, source.commitments), NO_ESCALATIONS)


def no_reminders(source: AfterSource) -> str:
    found = reminders(source.commitments, source.today, source.records.papers)
    return _of_series(source, found, NO_REMINDERS)


def no_supervision(source: AfterSource) -> str:
    return "" if source.commitments else NO_COMMITMENTS


def no_review(source: AfterSource) -> str:
    """The meeting is prepared before anything of it is written down, but not before the conference."""
    records = source.records
    held = records.review() is not None or records.session.started_at is not None or records.at_hall()
    return "" if held else NOT_HELD


def _of_series(source: AfterSource, letters: tuple[Letter, ...], none: str) -> str:
    if not letters:
        return none
    if source.only and not any(one.subject in source.only for one in letters):
        return NOT_CHOSEN
    return ""
