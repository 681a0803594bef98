"""The plan and the papers made from it leave the last step as files and on paper (P1, C1)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dialogue_desktop.services.document_kinds import PLAN_KINDS
from tests.data.loc_thinh import loc_thinh_plan
from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import fill, review
from ui.wizard.steps import StepId


def test_the_plan_is_written_as_files_after_it_was_saved(open_stage: Open, tmp_path: Path) -> None:
    """P1: what is exported is what was typed last."""
    stage = open_stage(plan=loc_thinh_plan())
    view = review(stage)
    fill(stage, "Số", "41")
    stage.prompter.expect(tmp_path, tmp_path)
    view.pdf.click()
    stage.settle()
    view.word.click()
    stage.settle()
    suffixes = sorted(path.suffix for path in tmp_path.iterdir() if path.is_file())
    assert suffixes == [".docx", ".pdf"]
    assert stage.stored.number == "41"
    assert stage.toast.words.startswith("Đã ghi tệp")
    stage.prompter.done()


def test_the_papers_made_from_the_plan_are_written_too(open_stage: Open, tmp_path: Path) -> None:
    """C1, P10, P11: one paper or all of them; Excel is offered only where there is one."""
    stage = open_stage(plan=loc_thinh_plan())
    view = review(stage)
    stage.settle()
    assert not view.excel.isVisibleTo(view)
    QTest.keyClick(view.which, Qt.Key.Key_Down)
    assert view.which.currentText() == "Bảng phân công, thời hạn"
    assert view.excel.isVisibleTo(view)
    stage.prompter.expect(tmp_path / "một", tmp_path / "tất cả")
    view.excel.click()
    stage.settle()
    assert [path.name for path in (tmp_path / "một").iterdir()] == ["bang-phan-cong.xlsx"]
    assert stage.toast.words == "Đã ghi tệp bang-phan-cong.xlsx"
    QTest.keyClick(view.which, Qt.Key.Key_End)
    assert view.which.currentText() == "Tất cả 9 văn bản"
    view.pdf.click()
    stage.settle()
    names = sorted(path.stem for path in (tmp_path / "tất cả").iterdir())
    assert names == sorted(kind.stem for kind in PLAN_KINDS)
    assert stage.toast.words == "Đã ghi 9 tệp vào thư mục tất cả"
    stage.prompter.done()


def test_the_chosen_paper_is_seen_and_printed(open_stage: Open) -> None:
    """C1: the paper stands beside the last step in the plan's place, and only there."""
    stage = open_stage(plan=loc_thinh_plan())
    view = review(stage)
    stage.settle()
    preview = stage.page.preview
    assert preview is not None
    QTest.keyClick(view.which, Qt.Key.Key_End)
    QTest.keyClick(view.which, Qt.Key.Key_Up)
    stage.settle()
    assert preview.result is not None
    script = preview.result
    assert view.paper.title.text() == f"Kịch bản điều hành, {script.pages} trang"
    assert preview.page.count == script.pages
    view.paper.go.click()
    stage.settle()
    assert stage.shop.jobs[0][0] == script.data
    stage.page.presenter.go(StepId.ISSUER)
    stage.settle()
    assert any(place.anchor == "lead_in" for place in preview.result.places)
    stage.page.presenter.go(StepId.REVIEW)
    stage.settle()
    assert preview.result.data == script.data
    assert view.paper.title.text() == f"Kịch bản điều hành, {script.pages} trang"
    assert view.paper.go.isEnabled()


def test_the_very_pages_that_are_seen_are_printed(open_stage: Open) -> None:
    """P1: the print job is the plan's PDF, in as many copies as were asked for."""
    stage = open_stage(plan=loc_thinh_plan())
    view = review(stage)
    stage.settle()
    fill(stage, "Số bản", "3")
    view.paper.go.click()
    stage.settle()
    data, choice, order = stage.shop.jobs[0]
    assert data.startswith(b"%PDF")
    assert (choice.name, order.copies) == ("Canon LBP 2900", 3)
    assert stage.page.preview is not None
    assert stage.page.preview.result is not None
    assert data == stage.page.preview.result.data
