"""Texts are taken from the office's store and kept in it (P4)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from dialogue_desktop.domain.office_library import BlockPlace, LibraryBlock
from dialogue_desktop.domain.plan import LegalBasis, Plan, TextBlock
from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import name_of, open_row, tab_to, to_row
from tests.ui.wizard.shelf.steps import offered, open_bases, open_store, purpose_step, row_texts
from ui.wizard.sections import walk
from ui.wizard.steps import StepId


def blocks(plan: Plan) -> list[TextBlock]:
    return [block for place in walk(plan.sections) for block in place.section.blocks]


def test_the_store_offers_first_what_fits_the_section(open_stage: Open) -> None:
    """P4: under "Yêu cầu" those; every other one is there too."""
    stage = open_stage()
    purpose_step(stage)
    place = next(n for n, text in enumerate(row_texts(stage.view.outline)) if text == "2. Yêu cầu")  # type: ignore[attr-defined]
    to_row(stage, "Các mục của kế hoạch", place)
    sheet = open_store(stage)
    first = sheet.table.rows.rows.items()[0]
    assert getattr(first, "title", "") == "Yêu cầu"
    assert len(offered(sheet)) == len(stage.core.library.lists().text_blocks)
    stage.write("dich benh")
    assert offered(sheet)[0] == "Phòng dịch khi họp"
    stage.key(Qt.Key.Key_Return)
    added = [block for block in blocks(stage.plan) if block.text.startswith("Khi có dịch bệnh, Hội nghị")]
    assert len(added) == 1
    section = next(place.section for place in walk(stage.plan.sections) if added[0] in place.section.blocks)
    assert section.heading == "Yêu cầu"
    assert section.blocks[-1] == added[0]
    assert added[0].bullet is section.blocks[0].bullet
    assert name_of(stage.focused) == "Lời văn"


def test_a_text_is_kept_and_picked_in_another_plan(open_stage: Open) -> None:
    """P4: one key and a name; in the next plan it is found by words without accents."""
    stage = open_stage()
    view = purpose_step(stage)
    place = next(n for n, text in enumerate(row_texts(view.outline)) if text == "2. Yêu cầu")
    open_row(stage, "Các mục của kế hoạch", place + 1)
    assert not view._keep.isHidden()
    stage.write("Gặp mưa lũ thì «cơ quan viết tắt» lùi Hội nghị sang ngày khác.")
    tab_to(stage, "Giữ đoạn này vào kho…")
    stage.prompter.expect("Lùi ngày vì lũ")
    stage.key(Qt.Key.Key_Space)
    stage.until(lambda: stage.toast.words == "Đã giữ “Lùi ngày vì lũ” vào kho đoạn văn")
    asked: Any = stage.prompter.asked[-1]
    assert asked.value.startswith("Gặp mưa lũ thì")
    kept = next(b for b in stage.core.library.lists().text_blocks if b.title == "Lùi ngày vì lũ")
    assert kept.place is BlockPlace.WEATHER
    assert kept.text == "Gặp mưa lũ thì {co_quan_tat} lùi Hội nghị sang ngày khác."
    stage.until(lambda: not view._keep.isVisible())
    stage.open(stage.core.planning.create("ubnd_2025"))
    purpose_step(stage)
    to_row(stage, "Các mục của kế hoạch", 6)
    sheet = open_store(stage)
    stage.write("lui ngay vi lu")
    assert offered(sheet) == ["Lùi ngày vì lũ"]
    stage.key(Qt.Key.Key_Return)
    assert kept.text in [block.text for block in blocks(stage.plan)]


def test_without_a_name_nothing_is_kept(open_stage: Open) -> None:
    """P4: the question was closed."""
    stage = open_stage()
    purpose_step(stage)
    open_row(stage, "Các mục của kế hoạch", 2)
    stage.write("Đoạn riêng.")
    tab_to(stage, "Giữ đoạn này vào kho…")
    stage.prompter.expect(None)
    before = stage.core.library.lists().text_blocks
    stage.key(Qt.Key.Key_Space)
    stage.settle()
    assert stage.core.library.lists().text_blocks == before


def test_lists_changed_elsewhere_are_offered_at_once(open_stage: Open) -> None:
    """P4, C6: the wizard stands open while the office's library is edited."""
    stage = open_stage()
    purpose_step(stage)
    block = LibraryBlock("x", "Đoạn mới của cơ quan", "Lời mới.", BlockPlace.OTHER)
    stage.core.library.keep_block(block)
    stage.core.library.keep_basis(LegalBasis("y", "Căn cứ mới"))
    stage.until(lambda: "y" in {b.id for b in stage.page._desk.lists.legal_bases})  # type: ignore[union-attr]
    sheet = open_store(stage)
    assert "Đoạn mới của cơ quan" in offered(sheet)
    stage.page.presenter.go(StepId.ISSUER)
    stage.page.focus_first()
    assert "Căn cứ mới" in offered(open_bases(stage))
