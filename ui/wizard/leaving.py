"""What comes before the wizard is left: everything typed is committed, or it is asked what is to be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from ui.prompter import Choice, Question
from ui.tasks import Lane, Tasks
from ui.wizard.presenter import WizardPresenter


def once_saved(
    presenter: WizardPresenter,
    tasks: Tasks,
    owner: QObject,
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
) -> None:
    """Do `work` on the database's thread when everything typed is committed; not at all when it is not."""

    def go(clean: bool) -> None:
        if clean:
            tasks.run(work, done, failed, lane=Lane.DATABASE, owner=owner)

    presenter.flush(go)


def leaving_unsaved(sentence: str) -> Question:
    """The one question of the wizard: the disk does not take what was typed, and the page is to close."""
    return Question(
        "Chưa lưu được kế hoạch",
        f"{sentence} Đóng bây giờ thì phần vừa gõ không còn.",
        (Choice("lose", "Bỏ phần chưa lưu", "danger"), Choice("stay", "Ở lại", "primary")),
        safe="stay",
        icon="warning",
    )
