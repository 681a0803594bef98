"""The same promises as columns by state: walked and moved by keys, dropped by the mouse (F1, G6)."""

from __future__ import annotations

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import CommitmentState
from tests.follow.held import CANAL, FEE, TRAFO
from tests.ui.follow_up.conftest import OpenPage
from ui.follow_up.columns_pane import ORDER
from ui.pages.follow_up import FollowUpPage


def _states(app: App, held: str) -> dict[str, CommitmentState]:
    return {one.id: one.state for one in app.live.records(held).commitments}


def test_a_card_is_moved_by_keys_and_asks_for_what_its_state_needs(
    app: App, held: str, open_page: OpenPage
) -> None:
    stage = open_page()
    page: FollowUpPage = stage.page
    page.presenter.set_columns(True)
    page.body.focus_list()
    stage.settle()
    first = page.body.columns.lists[CommitmentState.NOT_BEGUN]
    assert first.hasFocus()
    assert first.current_key() == f"{held}/{TRAFO}"
    assert len(first.cards) == 5
    stage.key("Ctrl+Right")
    assert _states(app, held)[TRAFO] is CommitmentState.DOING
    assert stage.toast == "Đã cập nhật cam kết số 02"
    page.body.columns.lists[CommitmentState.DOING].setFocus()
    stage.key("Ctrl+Right")
    assert page.body.form.isVisible()
    assert page.body.form.state.value() is CommitmentState.PART_DONE
    stage.type("Đã thay được một máy")
    stage.key("Ctrl+S")
    assert _states(app, held)[TRAFO] is CommitmentState.PART_DONE
    assert page.body.columns.isVisible()
    stage.key("Ctrl+Z")
    assert _states(app, held)[TRAFO] is CommitmentState.DOING


def test_arrows_walk_to_the_next_column_that_has_cards_and_a_dropped_card_moves(
    app: App, held: str, open_page: OpenPage
) -> None:
    stage = open_page()
    page: FollowUpPage = stage.page
    page.presenter.move(f"{held}/{CANAL}", CommitmentState.DOING)
    page.presenter.set_columns(True)
    page.body.focus_list()
    stage.settle()
    lists = page.body.columns.lists
    lists[CommitmentState.NOT_BEGUN].setFocus()
    stage.key("Right")
    assert lists[CommitmentState.DOING].hasFocus()
    stage.key("Left")
    assert lists[CommitmentState.NOT_BEGUN].hasFocus()
    lists[CommitmentState.DOING].dropped.emit(f"{held}/{FEE}")
    stage.settle()
    assert _states(app, held)[FEE] is CommitmentState.DOING
    stage.key("Return")
    assert page.body.detail.isVisible()
    stage.key("Escape")
    assert page.body.columns.isVisible()


def test_with_large_letters_as_many_columns_stand_there_as_can_be_read(
    held: str, open_page: OpenPage
) -> None:
    stage = open_page("light", 2.0)
    page: FollowUpPage = stage.page
    page.presenter.set_columns(True)
    page.body.focus_list()
    stage.settle()
    columns = page.body.columns
    seen = [state for state in ORDER if columns.lists[state].isVisible()]
    assert 0 < len(seen) < len(ORDER)
    assert all(columns.lists[state].width() >= stage.look.px(30) for state in seen)
    columns._behind.click()
    stage.settle()
    assert columns.lists[ORDER[len(seen)]].isVisible()
