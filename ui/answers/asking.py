"""What is asked before the days of what is still owed are moved; all by the prompter."""

from __future__ import annotations

from datetime import date

from ui.answers.core import Move
from ui.answers.words import move_words
from ui.invite.entry import read_sent, write_day
from ui.opinions.words import capital
from ui.prompter import Choice, Prompter, Question, TextQuestion


def ask_day(prompter: Prompter, today: date, proposed: date | None, counted: str) -> date | None:
    """The new day; None where it was closed. `counted` says how the proposed one was found."""
    text = write_day(proposed)
    wrong = f"{counted} Ghi ngày như 22/4 hoặc 22/4/2026.".strip()
    while True:
        answer = prompter.ask_text(
            TextQuestion("Dời hạn gửi câu trả lời", "Hạn mới", "Xem trước khi dời…", text=wrong, value=text)
        )
        if answer is None:
            return None
        try:
            day = read_sent(answer, today)
        except ValueError as error:
            text, wrong = answer, str(error)
            continue
        if day is not None:
            return day


def ask_move(prompter: Prompter, move: Move, unit: str, in_unit: int) -> str:
    """ "all", "unit" or "": what moves stands there before anything does."""
    choices = [Choice("", "Giữ nguyên")]
    if in_unit and in_unit < move.count:
        choices.append(Choice("unit", f"Chỉ {in_unit} ý kiến của {capital(unit)}"))
    choices.append(Choice("all", f"Dời hạn {move.count} ý kiến", "primary"))
    return prompter.ask(
        Question(f"Dời sang {write_day(move.day)}?", move_words(move), tuple(choices), icon="calendar_clock")
    )
