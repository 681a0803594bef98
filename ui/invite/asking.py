"""What is asked before an act on many: the day of sending, the first number; all by the prompter."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.inviting import letter_series
from dialogue_desktop.domain.words_vi import thousands
from ui.invite.entry import read_sent, write_day
from ui.prompter import Choice, Prompter, Question, TextQuestion


def ask_day(prompter: Prompter, today: date) -> date | None:
    """The day on which letters went out; None where it was closed."""
    text, wrong = write_day(today), ""
    while True:
        answer = prompter.ask_text(
            TextQuestion(
                "Ghi ngày đã gửi giấy mời", "Ngày gửi", "Ghi đã gửi",
                text=wrong or "Ghi như 16/4 hoặc 16/4/2026.", value=text,
            )
        )  # fmt: skip
        if answer is None:
            return None
        try:
            day = read_sent(answer, today)
        except ValueError as error:
            text, wrong = answer, str(error)
            continue
        if day is not None:
            return day


def ask_numbers(prompter: Prompter, letters: int, proposed: str) -> tuple[str, bool] | None:
    """(first number, whether all have it); None where it was closed. One letter has no series."""
    wrong = ""
    while True:
        first = prompter.ask_text(
            TextQuestion(
                "Đánh số giấy mời", "Số đầu tiên", "Đánh số",
                text=wrong or f"{thousands(letters)} dòng đang chọn. Ghi như 12 hoặc 12/GM-UBND.",
                value=proposed,
            )
        )  # fmt: skip
        if first is None:
            return None
        try:
            series = letter_series(first, max(letters, 1))
        except ValueError as error:
            proposed, wrong = first, str(error)
            continue
        break
    if letters < 2:
        return first, False
    answer = prompter.ask(
        Question(
            "Mỗi giấy một số hay chung một số?",
            f"{thousands(letters)} dòng đang chọn được đánh số theo thứ tự in trong danh sách.",
            (
                Choice("back", "Quay lại"),
                Choice("same", f"Chung số {series[0]}"),
                Choice("series", f"Từ {series[0]} đến {series[-1]}", "primary"),
            ),
            safe="back",
        )
    )
    return None if answer == "back" else (first, answer == "same")
