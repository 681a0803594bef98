"""The page "Theo dõi cam kết" by keyboard: update, put off, evidence, several, undo (F1, L9, G6)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import Commitment, CommitmentState
from dialogue_desktop.domain.following import Update
from dialogue_desktop.services.follow_up import FollowUp
from tests.follow.held import CANAL, FEE, TRAFO, WATER, key, planned
from tests.ui.follow_up.conftest import OpenPage
from tests.ui.page_stage import PageStage
from ui.pages.follow_up import FollowUpPage
from ui.widgets.rows import Group

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
TODAY = date(2026, 5, 7)


def one(app: App, held: str, commitment_id: str = CANAL) -> Commitment:
    return next(row for row in app.live.records(held).commitments if row.id == commitment_id)


def groups(page: FollowUpPage) -> list[tuple[str, str]]:
    items = page.body.list.table.rows.rows.items()
    return [(item.title, item.amount) for item in items if isinstance(item, Group)]


def go_to(stage: PageStage, held: str, commitment_id: str) -> None:
    rows = stage.page.body.list.table.rows
    rows.setFocus()
    assert rows.set_current(f"{held}/{commitment_id}")
    stage.settle()


def choose_state(stage: PageStage, state: CommitmentState) -> None:
    """As a person chooses it from the list."""
    combo = stage.page.body.form.state
    index = [value for value, _ in combo.items()].index(state)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)
    stage.settle()


def test_the_most_urgent_stands_first_with_its_history(held: str, open_page: OpenPage) -> None:
    page: FollowUpPage = open_page().page
    assert page.body.list.table.rows.hasFocus()
    assert groups(page) == [
        ("Trễ hạn", "2 cam kết"),
        ("Đến hạn trong 3 ngày", "1 cam kết"),
        ("Còn hạn", "2 cam kết"),
    ]
    assert page.header.facts.text() == "Thứ Năm 07/5/2026. 5 cam kết, chưa cam kết nào xong"
    assert page.body.detail.title.text() == "Cam kết số 02"
    assert page.body.detail.badge.text() == "Trễ 7 ngày"
    assert {name: tile.count for name, tile in page.body.tiles.tiles.items()} == {
        "tre_han": 2, "sap_den_han": 1, "con_han": 2, "cho_cap_tren": 0, "da_xong": 0,
    }  # fmt: skip
    bars = page.body.detail.chart.bars.bars
    assert [(bar.label, bar.late, bar.soon, bar.in_time) for bar in bars][:2] == [
        ("Phòng Kinh tế", 2, 0, 0),
        ("Phòng Văn hóa – Xã hội", 0, 1, 0),
    ]


def test_an_update_is_typed_saved_and_taken_back_without_the_mouse(
    app: App, held: str, open_page: OpenPage
) -> None:
    """F2, words, Ctrl+Enter goes on with the next promise; Ctrl+Z takes it back."""
    stage = open_page()
    page: FollowUpPage = stage.page
    stage.key("F2")
    assert page.body.form.text.hasFocus()
    assert page.body.form.title.text() == "Cập nhật cam kết số 02"
    choose_state(stage, CommitmentState.DOING)
    page.body.form.text.setFocus()
    stage.type("Điện lực đã khảo sát")
    stage.key("Ctrl+Return")
    assert one(app, held, TRAFO).state is CommitmentState.DOING
    (step,) = app.live.records(held).steps
    assert (step.text, step.day) == ("Điện lực đã khảo sát", TODAY)
    assert stage.toast == "Đã cập nhật cam kết số 02"
    assert page.body.form.title.text() == "Cập nhật cam kết số 01"
    assert page.body.form.text.hasFocus()
    stage.key("Escape")
    assert page.body.list.table.rows.hasFocus()
    stage.key("Ctrl+Z")
    assert one(app, held, TRAFO).state is CommitmentState.NOT_BEGUN
    stage.key("Ctrl+Y")
    assert one(app, held, TRAFO).state is CommitmentState.DOING


def test_putting_off_asks_for_day_and_reason_and_warns_of_a_holiday(
    app: App, held: str, open_page: OpenPage
) -> None:
    stage = open_page()
    form = stage.page.body.form
    go_to(stage, held, CANAL)
    stage.key("F2")
    choose_state(stage, CommitmentState.PUT_OFF)
    assert form.deadline.isVisible()
    assert form.reason.isVisible()
    stage.key("Ctrl+S")
    assert form.fault() == "Chưa ghi hạn mới."
    assert form.deadline.hasFocus()
    stage.type("2/9")
    stage.settle()
    assert "Quốc khánh" in form.warning.text()
    stage.key("Ctrl+S")
    assert form.fault() == "Chưa ghi lý do lùi hạn."
    assert form.reason.hasFocus()
    stage.type("Chờ hết mưa bão")
    stage.key("Ctrl+S")
    kept = one(app, held)
    assert (kept.state, kept.deadline, kept.promised) == (
        CommitmentState.PUT_OFF, date(2026, 9, 2), date(2026, 5, 5),
    )  # fmt: skip
    assert ("Hạn", "thứ Tư 02/9/2026, lùi từ 05/5/2026") in stage.page._screen.detail.facts


def test_evidence_is_taken_and_opened_as_a_copy(
    app: App, held: str, open_page: OpenPage, tmp_path: Path
) -> None:
    scan = tmp_path / "Nghiệm thu.pdf"
    scan.write_bytes(b"%PDF nghiem thu")
    stage = open_page()
    page: FollowUpPage = stage.page
    go_to(stage, held, CANAL)
    stage.key("F2")
    choose_state(stage, CommitmentState.DONE)
    stage.key("Ctrl+S")
    assert "Chưa có minh chứng" in page.body.form.fault()
    stage.prompter.expect([tmp_path / "không có.pdf"], [scan])
    stage.key("Ctrl+O")
    assert "Không đọc được tệp" in page.body.form.fault()
    stage.key("Ctrl+O", "Ctrl+S")
    stage.prompter.done()
    kept = one(app, held)
    assert (kept.state, kept.done_on) == (CommitmentState.DONE, TODAY)
    opened: list[Path] = []

    def view(path: Path) -> bool:
        opened.append(path)
        return True

    page.view_file = view
    stage.page.presenter.select(f"{held}/{CANAL}")
    stage.settle()
    page.body.detail.history.opened.emit(app.live.records(held).steps[0].files[0])
    stage.settle()
    assert opened[0].read_bytes() == b"%PDF nghiem thu"
    (path,) = [file for file in app.paths.documents.rglob("*") if file.is_file()]
    path.unlink()
    page.presenter.select(f"{held}/{FEE}")
    page.presenter.select(f"{held}/{CANAL}")
    stage.settle()
    assert page.body.detail.lost.isVisible()


def test_several_are_ticked_and_updated_at_once(app: App, held: str, open_page: OpenPage) -> None:
    stage = open_page()
    page: FollowUpPage = stage.page
    for commitment_id in (CANAL, FEE):
        go_to(stage, held, commitment_id)
        stage.key("Space")
    assert page.body.list.bar.words.text() == "Đã chọn 2 cam kết"
    stage.key("F2")
    assert page.body.form.title.text() == "Cập nhật 2 cam kết"
    stage.type("Đã nhắc tại giao ban")
    stage.key("Ctrl+S")
    assert {step.commitment_id for step in app.live.records(held).steps} == {CANAL, FEE}
    assert not page.body.list.bar.isVisible()
    stage.key("Ctrl+Z")
    assert app.live.records(held).steps == ()


def test_counts_chips_and_words_narrow_the_list(held: str, open_page: OpenPage) -> None:
    stage = open_page()
    page: FollowUpPage = stage.page
    page.body.tiles.tiles["tre_han"].click()
    stage.settle()
    assert groups(page) == [("Trễ hạn", "2 cam kết")]
    stage.key("Ctrl+F")
    stage.type("kenh n4 dong van")
    stage.settle()
    assert [row.commitment.id for row in page._screen.rows] == [CANAL]
    stage.type(" không có")
    stage.settle()
    assert page.body.no_match.isVisible()
    page.body.widened.emit()
    page.body.tools.chosen.emit("place", "thôn Phú Ấp")
    stage.settle()
    assert {row.commitment.id for row in page._screen.rows} == {TRAFO, FEE, WATER}


def test_words_half_typed_survive_leaving_and_coming_back(app: App, held: str, open_page: OpenPage) -> None:
    stage = open_page()
    go_to(stage, held, FEE)
    stage.key("F2")
    stage.type("Đang gõ dở một câu dài")
    stage.page.leave()
    stage.settle()
    again = open_page()
    assert again.page.body.lying.isVisible()
    again.page.body.resumed.emit()
    again.settle()
    assert again.page.body.form.text.toPlainText() == "Đang gõ dở một câu dài"
    assert app.live.records(held).steps == ()


def test_a_disk_that_takes_nothing_loses_no_word(
    app: App, held: str, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dialogue_desktop.errors import StorageError

    def full(*_: object) -> tuple[str, ...]:
        raise StorageError("Ổ đĩa đã đầy nên chưa lưu được.")

    stage = open_page()
    page: FollowUpPage = stage.page
    go_to(stage, held, FEE)
    stage.key("F2")
    stage.type("Đã trả lời tại nhà văn hóa")
    with monkeypatch.context() as broken:
        broken.setattr(FollowUp, "update", full)
        stage.key("Ctrl+S")
    assert page.body.trouble.isVisible()
    assert "Ổ đĩa đã đầy" in page.body.trouble.accessibleName()
    page.body.again.emit()
    stage.settle()
    assert app.live.records(held).steps[0].text == "Đã trả lời tại nhà văn hóa"
    assert not page.body.trouble.isVisible()


def test_a_line_is_put_right_and_taken_out(app: App, held: str, open_page: OpenPage) -> None:
    app.follow_up.update([key(held)], Update(TODAY, CommitmentState.DOING, "Thuê máy xúc"))
    (step,) = app.live.records(held).steps
    stage = open_page()
    form = stage.page.body.form
    go_to(stage, held, CANAL)
    stage.page.body.detail.history.edited.emit(step.id)
    stage.settle()
    assert form.text.toPlainText() == "Thuê máy xúc"
    stage.key("End")
    stage.type(" của hợp tác xã")
    stage.key("Ctrl+S")
    assert app.live.records(held).steps[0].text == "Thuê máy xúc của hợp tác xã"
    stage.page.body.detail.history.edited.emit(step.id)
    stage.settle()
    form.remove_button.click()
    stage.settle()
    assert app.live.records(held).steps == ()
    assert one(app, held).state is CommitmentState.NOT_BEGUN


def test_own_promises_are_added_edited_carried_and_dropped(app: App, held: str, open_page: OpenPage) -> None:
    later = planned(app, date(2026, 10, 16))
    stage = open_page()
    form = stage.page.body.form
    stage.key("Ctrl+N")
    assert form.title.text() == "Cam kết mới"
    stage.type("Sửa loa truyền thanh thôn Phú Ấp")
    form.deadline.setFocus()
    stage.type("30/6")
    stage.key("Ctrl+S")
    made = app.live.records(held).commitments[-1]
    assert (made.text, made.deadline, made.number) == (
        "Sửa loa truyền thanh thôn Phú Ấp", date(2026, 6, 30), 6,
    )  # fmt: skip
    go_to(stage, held, made.id)
    stage.key("Shift+F2")
    form.unit.setFocus()
    stage.type("Văn phòng")
    stage.key("Ctrl+S")
    assert one(app, held, made.id).unit == "Văn phòng"
    stage.prompter.expect(later)
    stage.key("Ctrl+T")
    stage.prompter.done()
    assert one(app, held, made.id).carried_to == later
    assert [row.unit for row in app.live.records(later).commitments] == ["Văn phòng"]
    stage.key("Ctrl+Z")
    assert app.live.records(later).commitments == ()
    assert one(app, held, made.id).carried_to == ""
    go_to(stage, held, made.id)
    stage.prompter.expect("Trùng với cam kết số 5")
    stage.page._drop()
    stage.settle()
    assert one(app, held, made.id).dropped == "Trùng với cam kết số 5"


def test_reminder_sheet_and_review_lead_to_their_papers(held: str, open_page: OpenPage) -> None:
    stage = open_page()
    found: list[tuple[str, str]] = []
    stage.page.remind_wanted.connect(lambda which, unit: found.append((unit, which)))
    stage.page.sheet_wanted.connect(lambda which: found.append(("sheet", which)))
    stage.page.review_wanted.connect(lambda which: found.append(("review", which)))
    stage.key("Ctrl+D", "Ctrl+P", "Ctrl+R")
    assert found == [("Phòng Kinh tế", held), ("sheet", held), ("review", held)]
