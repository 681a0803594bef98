"""What is asked before a promise is carried on or given up; all by the prompter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogue_desktop.domain.board import BoardRow
from dialogue_desktop.domain.date_words import date_short
from ui.prompter import Choice, Prompter, Question, TextQuestion

if TYPE_CHECKING:
    from dialogue_desktop.storage.commitment_rows import Held

_OFFERED = 3


def ask_target(prompter: Prompter, rows: Sequence[BoardRow], conferences: Sequence[Held]) -> str:
    """The conference into which they are carried; "" where it was closed."""
    own = {row.conference_id for row in rows}
    offered = [one for one in conferences if one.id not in own][:_OFFERED]
    if not offered:
        prompter.tell(
            "Chưa có hội nghị sau",
            "Hãy lập kế hoạch của hội nghị sau, rồi chuyển các cam kết chưa xong sang đó.",
        )
        return ""
    many = "cam kết này" if len(rows) == 1 else f"{len(rows)} cam kết"
    choices = [Choice("", "Giữ ở đây")]
    for at, one in enumerate(offered):
        held = f", {date_short(one.day)}" if one.day else ""
        choices.append(Choice(one.id, f"{one.title}{held}", "primary" if at == 0 else "default"))
    return prompter.ask(
        Question(
            f"Chuyển {many} sang hội nghị nào?",
            "Ở hội nghị ấy cam kết được theo dõi tiếp với diễn biến đã ghi. "
            "Ở đây ghi là đã chuyển, không còn tính là trễ hạn.",
            tuple(choices),
            safe="",
            icon="arrow_right",
        )
    )


def ask_reason(prompter: Prompter, row: BoardRow) -> str:
    """Why it is followed no more; "" where it was closed."""
    answer = prompter.ask_text(
        TextQuestion(
            f"Thôi theo dõi cam kết số {row.commitment.number:02}?",
            "Lý do",
            "Thôi theo dõi",
            text="Cam kết và diễn biến vẫn được giữ trong dữ liệu, chỉ không còn trong danh sách và báo cáo. "
            "Ví dụ: trùng với cam kết số 3.",
        )
    )
    return answer or ""
