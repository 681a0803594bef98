"""What is asked before the wizard closes over words that the disk did not take."""

from __future__ import annotations

from ui.prompter import Choice, Question


def leaving_unsaved(sentence: str) -> Question:
    """The one question of the wizard: the disk does not take what was typed, and the page is to close."""
    return Question(
        "Chưa lưu được kế hoạch",
        f"{sentence} Đóng bây giờ thì phần vừa gõ không còn.",
        (Choice("lose", "Bỏ phần chưa lưu", "danger"), Choice("stay", "Ở lại", "primary")),
        safe="stay",
        icon="warning",
    )
