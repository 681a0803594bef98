"""From a paper of the register to its history (L9)."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.page_stage import PageStage


def test_the_history_of_the_paper_in_hand(open_page: Callable[..., PageStage]) -> None:
    """L9: the key and the button under the pages; a paper of which nothing is kept yet has no act."""
    stage = open_page()
    stage.key("Ctrl+Shift+H")
    stage.settle()
    stage.page.step.past_button.setFocus()
    stage.key("Space")
    stage.settle()
    first, second = stage.prompter.histories
    assert first == second
    assert first.name.startswith("Văn bản ")
