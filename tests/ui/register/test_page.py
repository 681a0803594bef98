"""The page "Sổ văn bản" by keyboard: find, number, issue, post, send, replace, own words (M4–M7, F5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import PaperState
from dialogue_desktop.domain.register_rows import Group, RegisterRow
from dialogue_desktop.storage.file_store import FileStore
from tests.services.conftest import MovingClock
from tests.ui.end.stage import Shop
from tests.ui.page_stage import PageStage
from ui.prompter import Question, TextQuestion

Open = Callable[..., PageStage]
MINUTES = "vb-minutes"


def _row(app: App, cid: str, paper_id: str = MINUTES) -> RegisterRow:
    return app.register.row(cid, paper_id)


def _choose(stage: PageStage, line_id: str) -> None:
    """As the arrow keys do it."""
    stage.page.list.table.rows.set_current(line_id)
    stage.page.list.focus_list()
    stage.settle()


def _shown(stage: PageStage) -> list[str]:
    return [item.id for item in stage.page.list.table.rows.rows.rows()]


def _asked(stage: PageStage) -> str:
    """The words of the last question."""
    question = stage.prompter.asked[-1]
    assert isinstance(question, Question | TextQuestion)
    return question.text


def _letters(app: App, cid: str) -> list[RegisterRow]:
    """The replies by their titles: in the order of the opinions."""
    return sorted(
        (row for row in app.register.rows(cid) if row.kind.name == "replies"), key=lambda row: row.title
    )


def _series(stage: PageStage) -> str:
    return next(one for one in _shown(stage) if one.startswith("series|"))


def test_from_draft_to_posted_by_the_one_button(open_page: Open, app: App, cid: str) -> None:
    """Number and date, issue, posted: Ctrl+Enter each time; the pages on view are the kept bytes."""
    stage = open_page()
    page = stage.page
    _choose(stage, f"{cid}:{MINUTES}")
    assert page.step.act.words == "Ghi số, ngày"
    stage.key("Return")
    assert stage.focused is page.step.number
    stage.type("7")
    stage.key("Ctrl+Return")
    paper = _row(app, cid).paper
    assert (paper.number, paper.dated_on) == ("7", date(2026, 4, 24))
    assert page.step.act.words == "Phát hành"
    stage.key("Ctrl+Return")
    made = _row(app, cid).paper
    assert made.state is PaperState.SIGNED
    assert stage.toast == "Đã phát hành 07/BB-UBND"
    assert page._pdf == FileStore(app.paths.documents).read(made.files[0])
    assert page.step.act.words == "Ghi đã niêm yết"
    assert page.step.places.text().startswith("Trụ sở UBND xã Minh Khê; Nhà văn hóa thôn Đồng Vạn")
    page.step.day.set_value("29/4/2026")
    stage.key("Ctrl+Return")
    posted = _row(app, cid)
    assert posted.paper.posted_on == date(2026, 4, 29)
    assert len(posted.paper.posted_at) == 3
    assert posted.group is Group.ISSUED
    stage.key("Ctrl+Z", "Ctrl+Z")
    assert _row(app, cid).paper.state is PaperState.DRAFT


def test_a_series_is_issued_with_running_numbers_in_one_go(open_page: Open, app: App, cid: str) -> None:
    """M5: the first number and the date, nothing else; one act, one undo."""
    stage = open_page()
    page = stage.page
    key = _series(stage)
    _choose(stage, key)
    assert page.step.act.words == "Phát hành 3 văn bản"
    assert page.pages.count == 3  # a letter each
    page.step.number.setFocus()
    page.step.number.set_value("")
    stage.type("24")
    page.step.day.set_value("04/5/2026")
    stage.key("Ctrl+Return")
    letters = _letters(app, cid)
    assert [row.paper.number for row in letters] == ["24", "25", "26"]
    assert {row.paper.state for row in letters} == {PaperState.SIGNED}
    assert all(len(row.paper.files) == 2 for row in letters)
    assert stage.toast == "Đã phát hành 3 văn bản, số 24 đến 26"
    _choose(stage, _series(stage))
    assert page.step.act.words == "Ghi đã gửi 3 văn bản"
    stage.key("Ctrl+Return")
    letters = _letters(app, cid)
    assert {row.paper.sent_on for row in letters} == {date(2026, 5, 4)}
    stage.key("Ctrl+Z", "Ctrl+Z")
    letters = _letters(app, cid)
    assert {row.paper.state for row in letters} == {PaperState.DRAFT}


def test_a_series_opens_and_folds(open_page: Open, cid: str) -> None:
    stage = open_page()
    key = _series(stage)
    before = _shown(stage)
    _choose(stage, key)
    stage.key("Return")
    assert len(_shown(stage)) == len(before) + 3
    stage.key("Down")
    assert stage.page.presenter.line.inside
    _choose(stage, key)
    stage.key("Return")
    assert _shown(stage) == before


def test_a_number_used_twice_asks_for_a_reason(open_page: Open, app: App, cid: str) -> None:
    """Refused without one; with one it is kept and the note says why."""
    other = (
        app.register.row(cid, "vb-review") if "vb-review" in {r.id for r in app.register.rows(cid)} else None
    )
    assert other is None
    stage = open_page()
    page = stage.page
    key = _series(stage)
    _choose(stage, key)
    stage.key("Ctrl+Return")  # 01, 02, 03
    gui = next(one for one in _shown(stage) if "escalations" in one)
    _choose(stage, gui)
    page.step.number.setFocus()
    page.step.number.set_value("")
    stage.type("02")
    stage.until(page.step.checks.isVisible)
    stage.settle()
    stage.prompter.expect(None)
    stage.key("Ctrl+Return")
    assert app.register.row(cid, gui.partition(":")[2]).paper.number == ""
    stage.prompter.expect("Văn thư cấp trùng")
    stage.key("Ctrl+Return")
    paper = app.register.row(cid, gui.partition(":")[2]).paper
    assert paper.number == "02"
    assert "Văn thư cấp trùng" in paper.note
    assert "đã dùng cho" in _asked(stage)


def test_what_is_warned_of_is_asked_before_issuing(
    open_page: Open, app: App, cid: str, clock: MovingClock
) -> None:
    stage = open_page()
    page = stage.page
    gui = next(one for one in _shown(stage) if "escalations" in one)
    _choose(stage, gui)
    page.step.day.set_value("30/4/2026")
    stage.settle()
    stage.key("Ctrl+Return")
    assert page.step.act.words == "Phát hành"
    stage.prompter.expect("no")
    stage.key("Ctrl+Return")
    assert app.register.row(cid, gui.partition(":")[2]).paper.state is PaperState.DRAFT
    assert "ngày nghỉ" in _asked(stage)
    stage.prompter.expect("yes")
    stage.key("Ctrl+Return")
    assert app.register.row(cid, gui.partition(":")[2]).paper.state is PaperState.SIGNED


def test_a_day_that_cannot_be_read_is_told_at_its_field(open_page: Open, app: App, cid: str) -> None:
    stage = open_page()
    page = stage.page
    _choose(stage, f"{cid}:{MINUTES}")
    page.step.day.set_value("31/02/2026")
    stage.settle()
    stage.key("Ctrl+Return")
    assert stage.focused is page.step.day
    assert page.step._boxes["day"].warning
    assert not _row(app, cid).stored


def test_own_words_are_typed_over_the_drafted_ones(open_page: Open, app: App, cid: str) -> None:
    """F2: the drafted words stand in the fields; what is changed is kept, what is not stays drafted."""
    stage = open_page()
    page = stage.page
    gui = next(one for one in _shown(stage) if "escalations" in one)
    _choose(stage, gui)
    stage.key("F2")
    assert page.form.isVisible()
    editors = {key: editor for key, editor, _box in page.form.editors}
    assert editors["request"].toPlainText()
    editors["request"].setFocus()
    stage.key("Ctrl+A")
    stage.type("Đề nghị nâng cột, căng lại dây trước ngày 30/6/2026.")
    stage.key("Ctrl+S")
    paper = app.register.row(cid, gui.partition(":")[2]).paper
    assert [(part.key, part.text) for part in paper.parts] == [
        ("request", "Đề nghị nâng cột, căng lại dây trước ngày 30/6/2026.")
    ]
    assert not page.form.isVisible()
    assert stage.toast == "Đã lưu lời văn của văn bản"


def test_words_half_typed_are_there_again(open_page: Open, app: App, cid: str) -> None:
    """L9: the page is left in the middle of a word; the next one offers to go on."""
    stage = open_page()
    gui = next(one for one in _shown(stage) if "escalations" in one)
    _choose(stage, gui)
    stage.key("F2")
    stage.page.form.note.setFocus()
    stage.type("Hỏi lại Điện lự")
    stage.page.leave()
    stage.settle()
    again = open_page()
    assert again.page.lying.isVisible()
    again.page.presenter.resume()
    again.settle()
    assert again.page.form.note.toPlainText() == "Hỏi lại Điện lự"


def test_search_without_accents_and_chips(open_page: Open, cid: str) -> None:
    stage = open_page()
    page = stage.page
    every = _shown(stage)
    stage.key("Ctrl+F")
    stage.type("dien luc")
    stage.settle()
    assert ["escalations" in one for one in _shown(stage)] == [True]
    stage.key("Escape")
    stage.settle()
    assert _shown(stage) == every
    page.list.chosen.emit("kind", "Biên bản hội nghị")
    stage.settle()
    assert _shown(stage) == [f"{cid}:{MINUTES}"]
    assert page.list.chips["kind"].value == "Biên bản hội nghị"
    page.list.search.set_value("không có chữ này")
    stage.settle()
    assert page.list.none.isVisible()
    page.list._widen.click()
    stage.settle()
    assert _shown(stage) == every


def test_an_incoming_letter_is_put_in_with_its_file(
    open_page: Open, app: App, cid: str, tmp_path: Path
) -> None:
    scan = tmp_path / "Điện lực trả lời.pdf"
    scan.write_bytes(FileStore(app.paths.documents).root.name.encode())
    stage = open_page()
    stage.prompter.expect([scan])
    stage.page.new_menu.bring_in(incoming=True)
    stage.settle()
    assert stage.page.form.isVisible()
    stage.page.form.paper_title[0].setFocus()
    stage.type("Về đường dây hạ thế thôn Phú Ấp")
    stage.key("Ctrl+S")
    made = next(row for row in app.register.rows(cid) if not row.kind.name)
    assert made.title == "Về đường dây hạ thế thôn Phú Ấp"
    assert made.paper.files[0].name == "Điện lực trả lời.pdf"
    assert stage.page.presenter.selected == made.key


def test_a_replacement_asks_why(open_page: Open, app: App, cid: str) -> None:
    stage = open_page()
    page = stage.page
    _choose(stage, f"{cid}:vb-plan")
    stage.key("Ctrl+Return")
    stage.key("Ctrl+Return")
    assert app.register.row(cid, "vb-plan").issued
    stage.prompter.expect("Ghi nhầm giờ họp")
    page.step.renew_button.click()
    stage.settle()
    assert app.register.row(cid, "vb-plan~2").paper.reason == "Ghi nhầm giờ họp"
    assert page.presenter.selected == f"{cid}:vb-plan~2"
    stage.key("Ctrl+Z")
    assert "vb-plan~2" not in {row.id for row in app.register.rows(cid)}


def test_the_kept_file_that_was_changed_is_told_in_place_of_its_pages(
    open_page: Open, app: App, cid: str
) -> None:
    """G5: no page is shown that nobody signed."""
    stage = open_page()
    page = stage.page
    _choose(stage, f"{cid}:{MINUTES}")
    stage.key("Ctrl+Return", "Ctrl+Return")
    path = FileStore(app.paths.documents).path(_row(app, cid).paper.files[0].sha256)
    path.write_bytes(b"%PDF-1.4 another")
    page.presenter.refresh()
    stage.settle()
    assert page.pages.empty.isVisible()
    assert "đã bị thay đổi" in page.presenter.pages.empty


def test_a_failing_disk_leaves_the_draft(open_page: Open, app: App, cid: str) -> None:
    stage = open_page()
    page = stage.page
    _choose(stage, f"{cid}:{MINUTES}")
    stage.key("Ctrl+Return")
    app.paths.documents.rmdir()
    app.paths.documents.write_text("không phải thư mục", encoding="utf-8")
    stage.key("Ctrl+Return")
    assert page.trouble.isVisible()
    assert _row(app, cid).paper.state is PaperState.DRAFT
    app.paths.documents.unlink()
    page._again.click()
    stage.settle()
    stage.key("Ctrl+Return")
    assert _row(app, cid).paper.state is PaperState.SIGNED


def test_pages_are_printed_and_the_register_written(
    open_page: Open, app: App, cid: str, shop: Shop, tmp_path: Path
) -> None:
    stage = open_page()
    page = stage.page
    _choose(stage, f"{cid}:{MINUTES}")
    stage.key("Ctrl+P")
    assert page.pages.form_open
    stage.key("Ctrl+P")
    assert shop.jobs[0][0] == page._pdf
    stage.prompter.expect(tmp_path / "so.xlsx")
    page.excel_button.click()
    stage.settle()
    assert _sheet(tmp_path / "so.xlsx")[0][:4] == ["TT", "Số, ký hiệu", "Ngày văn bản", "Tên, trích yếu"]
    stage.prompter.expect(tmp_path / "bien-ban.docx")
    page.pages.buttons["docx"].click()
    stage.settle()


def test_the_dossier_is_packed_from_the_foot_of_the_list(
    open_page: Open, app: App, cid: str, tmp_path: Path
) -> None:
    """F5: nothing to pack before something is issued; then one zip where it is wanted."""
    stage = open_page()
    page = stage.page
    assert not page.list.dossier_button.isEnabled()
    _choose(stage, f"{cid}:{MINUTES}")
    stage.key("Ctrl+Return", "Ctrl+Return")
    assert page.list.dossier.text().startswith("Hồ sơ hội nghị: 1 văn bản")
    stage.prompter.expect("zip", tmp_path / "ho-so.zip")
    page.list.dossier_button.click()
    stage.settle()
    assert app.dossier.check(tmp_path / "ho-so.zip").whole
    assert stage.toast.startswith("Đã đóng gói hồ sơ")


def _sheet(path: Path) -> list[list[Any]]:
    sheet = load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
