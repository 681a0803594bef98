"""The office's library inside the wizard, and the marks of a text as a secretary reads them (P1, P3, P4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from dialogue_desktop.domain.office_library import BlockPlace, LibraryBlock, LineList, ListLine
from dialogue_desktop.domain.plan import LegalBasis, Locality, Plan, TextBlock
from tests.ui.typing_vi import commit, preedit, unikey
from tests.ui.wizard.driver import CONTROL, fill, name_of, open_row, tab_to, tick, to_row
from tests.ui.wizard.stage import Stage
from ui.widgets.rows import Group
from ui.wizard.parts import OfficeList
from ui.wizard.pick_sheet import PickSheet
from ui.wizard.sections import walk
from ui.wizard.step_issuer import IssuerStep
from ui.wizard.step_purpose import PurposeStep
from ui.wizard.steps import STEPS, StepId

SPRING = datetime(2026, 3, 31, 3, 22, 31, tzinfo=UTC)
FINAL = "Trích yếu"

Open = Callable[..., Stage]


@pytest.fixture
def open_stage(qapp: Any, data_dir: Path) -> Iterator[Open]:
    made: list[Stage] = []

    def build(**how: Any) -> Stage:
        stage = Stage(data_dir, **({"now": SPRING} | how))
        made.append(stage)
        return stage

    yield build
    for stage in made:
        stage.close()


def issuer_step(stage: Stage) -> IssuerStep:
    view = stage.view
    assert isinstance(view, IssuerStep)
    return view


def purpose_step(stage: Stage) -> PurposeStep:
    stage.page.presenter.go(StepId.PURPOSE)
    stage.page.focus_first()
    view = stage.view
    assert isinstance(view, PurposeStep)
    return view


def row_texts(list_: QWidget) -> list[str]:
    rows: Any = list_
    return [row.cells[0].text.strip() for row in rows.table.rows.rows.rows()]


def offered(sheet: PickSheet) -> list[str]:
    return [row.cells[0].text for row in sheet.table.rows.rows.rows()]


def blocks(plan: Plan) -> list[TextBlock]:
    return [block for place in walk(plan.sections) for block in place.section.blocks]


# --- marks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [info.id for info in STEPS])
def test_no_brace_is_seen_in_any_step(open_stage: Open, step: StepId) -> None:
    """P1: rows in the words of the plan, boxes with «cơ quan», nothing in braces anywhere."""
    stage = open_stage()
    fill(stage, "Tên riêng", "Minh Khê")
    stage.page.presenter.go(step)
    stage.settle()
    for widget in list[QWidget](stage.page.findChildren(QWidget)):
        for name in ("text", "toPlainText", "accessibleName", "placeholderText", "toolTip"):
            ask = getattr(widget, name, None)
            words = ask() if callable(ask) else ""
            assert not isinstance(words, str) or "{" not in words, (type(widget), words)
        rows: Any = getattr(widget, "rows", None)
        for item in rows.items() if hasattr(rows, "items") else ():
            assert "{" not in item.spoken(), item.spoken()


def test_a_box_shows_a_readable_mark_and_what_it_becomes(open_stage: Open) -> None:
    """P1: stored as it always was; the line below follows the name of the commune."""
    stage = open_stage()
    box = tab_to(stage, FINAL)
    assert isinstance(box, QTextEdit)
    assert "giữa «cơ quan» với Nhân dân năm «năm»" in box.toPlainText()
    assert "«cơ quan»: cơ quan ban hành viết đủ" in box.accessibleDescription()
    stage.page.focus_first()
    fill(stage, "Tên riêng", "Minh Khê")
    assert box.accessibleDescription() == "«cơ quan» = Ủy ban nhân dân xã Minh Khê  ·  «năm» = 2026"
    assert stage.plan.subject.endswith("giữa {co_quan} với Nhân dân năm {nam}")
    assert (
        row_texts(issuer_step(stage).bases)[2] == "Thực hiện nhiệm vụ công tác dân vận chính quyền năm 2026"
    )


def test_marks_are_typed_in_any_way_and_shown_in_one(open_stage: Open) -> None:
    """P1: without accents, in braces or between guillemets; a slip is told on the rail and can be gone to."""
    stage = open_stage()
    box = tab_to(stage, FINAL)
    assert isinstance(box, QTextEdit)
    stage.write("Đối thoại của «co quan» với Nhân dân {xã, phường} năm <<năm>>")
    assert stage.plan.subject == "Đối thoại của {co_quan} với Nhân dân {xa} năm {nam}"
    assert box.toPlainText().startswith("Đối thoại của «co quan»"), "what is being typed is not written over"
    fill(stage, "Tên hội nghị trong các văn bản khác", "Hội nghị của «cơ qan»")
    assert box.toPlainText() == "Đối thoại của «cơ quan» với Nhân dân «xã, phường» năm «năm»"
    texts = [gap.text for gap in stage.page.presenter.gaps(StepId.ISSUER)]
    assert "Không có chỗ điền «cơ qan»" in texts
    assert "«cơ qan»: không có chỗ điền này" in stage.focused.accessibleDescription()


def test_typing_beside_a_mark_is_never_disturbed(open_stage: Open) -> None:
    """L12: an open word and UniKey's Backspaces, right before and behind «năm»; undo takes back the words."""
    stage = open_stage()
    box = tab_to(stage, FINAL)
    assert isinstance(box, QTextEdit)
    stage.write("Năm «năm» ")
    for part in ("Ng", "Nguye", "Nguyễ"):
        preedit(box, part)
    assert stage.plan.subject == "Năm {nam}", "an open word is not taken yet"
    commit(box, "Nguyễn")
    assert box.toPlainText() == "Năm «năm» Nguyễn"
    stage.key(Qt.Key.Key_Home)
    unikey(box, "thu", "<ứ", " ")
    assert box.toPlainText() == "thứ Năm «năm» Nguyễn"
    assert stage.plan.subject == "thứ Năm {nam} Nguyễn"
    for _ in range(4):
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert stage.plan.subject == "Năm {nam} Nguyễn"
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert "{nam}" in stage.plan.subject
    assert box.toPlainText() != "Năm «năm» Nguyễn"


# --- bases -------------------------------------------------------------------------------------------


def open_bases(stage: Stage) -> PickSheet:
    tab_to(stage, "Chọn từ danh mục…")
    stage.key(Qt.Key.Key_Space)
    view = issuer_step(stage)
    assert view.sheet.isVisible()
    assert stage.focused is view.sheet.search
    return view.sheet


def test_bases_are_offered_with_their_days_on_the_day_of_the_plan(open_stage: Open) -> None:
    """P3: what has ended stands last, faded, and says since when; it can still be taken."""
    stage = open_stage()
    sheet = open_bases(stage)
    items = sheet.table.rows.rows.items()
    groups = [item.title for item in items if isinstance(item, Group)]
    assert groups == ["Dùng được cho ngày 31/3/2026", "Không dùng được cho ngày 31/3/2026"]
    rows = {row.id: row for row in sheet.table.rows.rows.rows()}
    assert "luat-72-2025" not in rows, "the plan has it already"
    old = rows["luat-77-2015"]
    assert old.faded
    assert "Hết hiệu lực 28/02/2025" in old.spoken()
    assert rows["nd-59-2023"].cells[0].second == "Hiệu lực từ 14/8/2023"
    stage.key(Qt.Key.Key_Escape)
    fill(stage, "Ngày ban hành", "20/3/2025")
    sheet = open_bases(stage)
    rows = {row.id: row for row in sheet.table.rows.rows.rows()}
    assert not rows["luat-65-2025"].faded
    assert rows["luat-91-2025"].faded
    assert "Hiệu lực từ 01/01/2026" in rows["luat-91-2025"].spoken()


def test_a_basis_is_found_without_accents_and_taken_by_enter(open_stage: Open) -> None:
    """P3, G6: ↓ and Enter from the search field; the new row is in hand."""
    stage = open_stage()
    sheet = open_bases(stage)
    for letter in "bo chinh tri":
        stage.type_on(letter)
    assert len(offered(sheet)) == 1
    assert "trách nhiệm của người đứng đầu cấp ủy" in sheet.whole.text()
    stage.write("can cu")
    stage.key(Qt.Key.Key_Down)
    second = sheet.table.rows.current_id()
    assert stage.focused is sheet.search
    stage.key(Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert [basis.id for basis in stage.plan.bases][1] == second
    assert name_of(stage.focused) == "Lời văn"
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert second not in [basis.id for basis in stage.plan.bases]


def test_escape_empties_the_search_and_then_closes(open_stage: Open) -> None:
    """G6: nothing was taken, the cursor is back on the button."""
    stage = open_stage()
    sheet = open_bases(stage)
    stage.write("xyz")
    assert offered(sheet) == []
    assert not sheet.take_button.isEnabled()
    stage.key(Qt.Key.Key_Return)
    assert sheet.isVisible()
    stage.key(Qt.Key.Key_Escape)
    assert len(offered(sheet)) == 11
    stage.key(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert name_of(stage.focused) == "Chọn từ danh mục…"


def test_a_basis_is_kept_and_offered_to_the_next_plan(open_stage: Open) -> None:
    """P3: typed once with its days; the toast takes it back."""
    stage = open_stage()
    to_row(stage, "Căn cứ", 2)
    stage.key(Qt.Key.Key_N, CONTROL)
    stage.write("Căn cứ Quy chế đối thoại số 05-QC/TU của Tỉnh ủy Đông Giang")
    fill(stage, "Hiệu lực từ", "01/02/2026")
    tab_to(stage, "Giữ vào danh mục")
    stage.key(Qt.Key.Key_Space)
    stage.settle()
    stage.until(lambda: bool(stage.toast.words))
    assert stage.toast.words == "Đã giữ căn cứ vào danh mục của cơ quan"
    kept = stage.core.library.lists().legal_bases[-1]
    assert (kept.text[:20], kept.in_force_from) == ("Căn cứ Quy chế đối t", date(2026, 2, 1))
    stage.until(lambda: not issuer_step(stage)._keep.isVisible())
    stage.open(stage.core.planning.create())
    sheet = open_bases(stage)
    stage.write("quy che doi thoai so 05")
    assert offered(sheet) == [kept.text]
    stage.key(Qt.Key.Key_Return)
    assert kept in stage.plan.bases


def test_keeping_can_be_taken_back(open_stage: Open) -> None:
    """P3, G5: the toast has its undo."""
    stage = open_stage()
    open_row(stage, "Căn cứ", 0)
    stage.write("Căn cứ Luật khác")
    before = stage.core.library.lists().legal_bases
    tab_to(stage, "Giữ vào danh mục")
    stage.key(Qt.Key.Key_Space)
    stage.until(lambda: bool(stage.toast.words))
    assert "Căn cứ Luật khác" in [row.text for row in stage.core.library.lists().legal_bases]
    stage.toast._take_back()
    stage.until(lambda: stage.toast.words == "Đã hoàn tác: giữ vào danh mục")
    assert stage.core.library.lists().legal_bases == before


def test_a_law_that_the_office_marked_as_ended_is_warned_of_in_an_open_plan(open_stage: Open) -> None:
    """P3: the plan was begun before; the list knows better, and the rail says so at once."""
    stage = open_stage()
    assert not [gap for gap in stage.page.presenter.gaps(StepId.ISSUER) if "hiệu lực" in gap.text]
    law = next(row for row in stage.core.library.lists().legal_bases if row.id == "luat-72-2025")
    stage.core.library.keep_basis(replace(law, in_force_to=date(2026, 1, 31)))
    stage.until(
        lambda: any(
            "hết hiệu lực sau ngày 31/01/2026" in gap.text for gap in stage.page.presenter.gaps(StepId.ISSUER)
        )
    )
    cells = issuer_step(stage).bases.table.rows.rows.rows()[0].cells
    assert cells[1].text == "Hết hiệu lực 31/01/2026"


# --- texts -------------------------------------------------------------------------------------------


def open_store(stage: Stage) -> PickSheet:
    tab_to(stage, "Chọn từ kho đoạn văn…")
    stage.key(Qt.Key.Key_Space)
    view = stage.view
    assert isinstance(view, PurposeStep)
    assert view.sheet.isVisible()
    return view.sheet


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


def test_a_gap_closes_the_sheet_and_leads_to_its_field(open_stage: Open) -> None:
    """P1: from the last step one never lands behind an open library."""
    stage = open_stage()
    sheet = open_bases(stage)
    stage.page.presenter.go(StepId.REVIEW)
    gap = next(gap for gap in stage.page.presenter.gaps() if gap.field == "issuer.name")
    stage.page.go_to(gap)
    assert not sheet.isVisible()
    assert name_of(stage.focused) == "Tên riêng"


@pytest.mark.parametrize(
    ("step", "name", "noun"), [(StepId.PROGRAMME, "fields", "lĩnh vực"), (StepId.TASKS, "units", "đơn vị")]
)
def test_an_open_plan_takes_the_offices_list_when_asked(
    open_stage: Open, step: StepId, name: str, noun: str
) -> None:
    """C6: offered only while the plan has another one; one Ctrl+Z brings the old one back."""
    stage = open_stage()
    stage.page.presenter.edit(replace(stage.plan, **{name: getattr(stage.core.library.lists(), name)}))
    before = getattr(stage.plan, name)
    stage.page.presenter.go(step)
    stage.page.focus_first()
    button = f"Lấy theo danh mục {noun} của cơ quan"
    known: list[OfficeList] = list(stage.view.findChildren(OfficeList))
    found = next(one for one in known if one.words == button)
    assert found.isHidden()
    which = LineList(name)
    lines = stage.core.library.shipped().lines(which)
    shelf = stage.core.library.shelf()
    own = shelf.lines(which).insert(lines, ListLine("a", "Việc của xã"), lines[0].id)
    stage.core.library.keep(shelf.with_lines(which, own))
    stage.until(lambda: not found.isHidden())
    tab_to(stage, button)
    stage.key(Qt.Key.Key_Space)
    assert getattr(stage.plan, name)[1] == "Việc của xã"
    assert found.isHidden()
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert getattr(stage.plan, name) == before


def test_a_profile_without_names_is_saved_by_keys(open_stage: Open) -> None:
    """P1: the ticks decide what stays; the toast takes the profile back; Esc closes the form."""
    stage = open_stage()
    fill(stage, "Tên riêng", "Minh Khê")
    plan = stage.plan
    stage.page.presenter.edit(
        replace(
            plan,
            localities=(Locality("a", "thôn", "Đồng Vạn"),),
            signature=replace(plan.signature, name="Phạm Quốc Thắng"),
        )
    )
    stage.page.presenter.go(StepId.REVIEW)
    stage.page.focus_first()
    tab_to(stage, "Lưu thành mẫu của cơ quan…")
    stage.key(Qt.Key.Key_Space)
    stage.type_on("Mẫu")
    stage.key(Qt.Key.Key_Escape)
    assert name_of(stage.focused) == "Lưu thành mẫu của cơ quan…"
    stage.key(Qt.Key.Key_Space)
    stage.key(Qt.Key.Key_End)
    stage.type_on(" không tên")
    tick(stage, "Giữ tên các thôn, địa điểm, chỉ tiêu", False)
    tick(stage, "Giữ họ tên người chủ trì, thư ký, người ký", False)
    tab_to(stage, "Lưu mẫu")
    stage.key(Qt.Key.Key_Space)
    stage.until(lambda: stage.toast.words == "Đã lưu mẫu “Mẫu không tên”")
    (made,) = stage.core.library.shelf().profiles
    assert (made.plan.localities, made.plan.signature.name) == ((), "")
    view: Any = stage.view
    assert view.profile.over.words == "Lưu đè mẫu “Mẫu không tên”"
    stage.toast._take_back()
    stage.until(lambda: stage.core.library.shelf().profiles == ())
    stage.until(lambda: view.profile.over.isHidden())
