"""The page "Mẫu và danh mục" by keyboard: rows added, changed, hidden, moved, put back; saved by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.office_library import BlockPlace, LineList
from dialogue_desktop.domain.plan import LegalBasis
from dialogue_desktop.errors import StorageError
from tests.live.hall import Hall
from tests.ui.page_stage import PageStage, Services
from ui.library.parts import PARTS
from ui.pages.library import LibraryPage

OpenPage = Callable[..., PageStage]
LAW = "luat-72-2025"


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[OpenPage]:
    opened: list[PageStage] = []

    def make(
        part: str = "profiles",
        *,
        size: tuple[int, int] = (1150, 698),
        scale: float = 1.0,
        theme: str = "light",
        services: Any = None,
    ) -> PageStage:
        stage = PageStage(
            make_look(theme, scale),
            hall.app,
            lambda context: LibraryPage(context, part),
            size=size,
            services=services,
        )
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()


def shown(stage: PageStage) -> list[tuple[str, str]]:
    """First and last cell of each row of the part on view."""
    rows = stage.page.view.editor.table.rows.rows.rows()
    return [(row.cells[0].text, row.cells[-1].text) for row in rows]


def into(stage: PageStage, row_id: str = "") -> None:
    """From the parts into the rows."""
    if stage.page.parts.rows.hasFocus():
        stage.key("Return")
    if row_id:
        assert stage.page.view.editor.table.rows.set_current(row_id)


def saved(stage: PageStage) -> None:
    stage.until(lambda: stage.page.presenter.clean)
    stage.settle()


def to(stage: PageStage, name: str) -> QWidget:
    for _ in range(60):
        if stage.focused.accessibleName() == name:
            return stage.focused
        stage.key("Tab")
    raise AssertionError(f"Tab never came to {name!r}")


# --- the page ----------------------------------------------------------------------------------------


def test_arrows_go_through_the_parts_and_enter_into_the_rows(open_page: OpenPage) -> None:
    """G6: Esc leads back to the parts and from there to where one came from."""
    stage = open_page()
    gone: list[bool] = []
    stage.page.left.connect(lambda: gone.append(True))
    assert stage.page.parts.rows.hasFocus()
    for part in PARTS[1:]:
        stage.key("Down")
        assert stage.page.presenter.part == part.id
        assert len(shown(stage)) > 0
        assert stage.page._lead.text() == part.lead
    stage.key("Return")
    assert stage.page.view.editor.table.rows.hasFocus()
    stage.key("Escape")
    assert gone == []
    stage.key("Escape")
    assert gone == [True]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.id)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_part_fits_at_every_size(open_page: OpenPage, part: Any, scale: float) -> None:
    """G6: nothing is wider than the page, with the fields of a row open."""
    stage = open_page(part.id, scale=scale, size=(1366 - round(52 * scale), 698))
    stage.page.view.focus_first()
    stage.key("Return")
    area = stage.page.view.area
    assert area.widget().width() <= area.viewport().width()
    assert stage.page.closed_list.isVisible() == (scale > 1)
    field = stage.focused
    top = field.mapTo(area.viewport(), field.rect().topLeft()).y()
    assert 0 <= top < area.viewport().height()


def test_in_a_narrow_window_the_parts_are_a_closed_list(open_page: OpenPage) -> None:
    """G6: the same parts, chosen by arrows; Esc goes back from the rows."""
    stage = open_page(scale=2.0, size=(1262, 698))
    gone: list[bool] = []
    stage.page.left.connect(lambda: gone.append(True))
    stage.page.closed_list.setFocus()
    stage.key("Down")
    assert stage.page.presenter.part == "bases"
    stage.page.view.focus_first()
    stage.key("Escape")
    assert gone == [True]


# --- lists of words ----------------------------------------------------------------------------------


def test_a_field_is_added_moved_and_saved_by_itself(hall: Hall, open_page: OpenPage) -> None:
    """C6: Ctrl+N, the name, Ctrl+Shift+↑; "Khác" stays the last; nothing to confirm."""
    stage = open_page("fields")
    into(stage, "Khác")
    stage.key("Ctrl+N")
    stage.type("Nghĩa trang, chợ")
    assert shown(stage)[-2:] == [("Nghĩa trang, chợ", "Của cơ quan"), ("Khác", "Có sẵn")]
    stage.key("Ctrl+Shift+Up")
    saved(stage)
    assert stage.page.header.saved.text().startswith("Đã lưu ")
    fields = hall.app.library.lists().fields
    assert fields.index("Nghĩa trang, chợ") == len(fields) - 3
    assert fields[-1] == "Khác"
    assert dict(_counts(stage))["Lĩnh vực"] == "1"
    assert stage.page.header.facts.text() == "1 dòng của cơ quan hoặc đã sửa"


def _counts(stage: PageStage) -> list[tuple[str, str]]:
    return [(row.cells[0].text, row.cells[1].text) for row in stage.page.parts.rows.rows.rows()]


def test_a_shipped_row_is_changed_and_put_back(hall: Hall, open_page: OpenPage) -> None:
    """C6: marked as changed, its button brings the shipped words back."""
    stage = open_page("fields")
    into(stage, "Y tế, bảo hiểm")
    stage.key("Return", "Ctrl+A")
    stage.type("Y tế, trạm xá")
    assert ("Y tế, trạm xá", "Đã sửa") in shown(stage)
    saved(stage)
    assert "Y tế, trạm xá" in hall.app.library.lists().fields
    to(stage, "Lấy lại như có sẵn")
    stage.key("Space")
    saved(stage)
    assert ("Y tế, bảo hiểm", "Có sẵn") in shown(stage)
    assert hall.app.library.lists() == hall.app.library.shipped().lists
    assert stage.toast == "Đã lấy lại lĩnh vực như có sẵn"


def test_delete_hides_a_shipped_row_and_brings_it_back(hall: Hall, open_page: OpenPage) -> None:
    """C6: it stays in the list, marked, and is offered nowhere; Ctrl+Z takes each act back."""
    stage = open_page("units")
    into(stage, "Công an xã")
    stage.key("Delete")
    assert ("Công an xã", "Đang ẩn") in shown(stage)
    assert stage.toast == "Đã ẩn đơn vị"
    saved(stage)
    assert "Công an xã" not in hall.app.library.lists().units
    stage.key("Delete")
    assert ("Công an xã", "Có sẵn") in shown(stage)
    stage.key("Ctrl+Z")
    assert ("Công an xã", "Đang ẩn") in shown(stage)
    stage.key("Ctrl+Z")
    assert ("Công an xã", "Có sẵn") in shown(stage)
    stage.key("Ctrl+Y")
    assert ("Công an xã", "Đang ẩn") in shown(stage)
    to(stage, "Dùng lại")
    stage.key("Space")
    saved(stage)
    assert "Công an xã" in hall.app.library.lists().units


def test_an_own_row_is_removed_with_undo(hall: Hall, open_page: OpenPage) -> None:
    """G5: the toast names it; taken back it stands where it was."""
    stage = open_page("locality_kinds")
    into(stage, "thôn")
    stage.key("Ctrl+N")
    stage.type("chòm")
    stage.key("Escape", "Delete")
    assert stage.toast == "Đã xóa loại địa bàn"
    assert "chòm" not in [text for text, _ in shown(stage)]
    stage.context.toast._take_back()
    saved(stage)
    assert hall.app.library.lists().locality_kinds[1] == "chòm"


def test_the_whole_list_goes_back_to_what_was_shipped(hall: Hall, open_page: OpenPage) -> None:
    """C6: only offered while there is something to put back; one Ctrl+Z undoes it."""
    stage = open_page("recipients")
    into(stage)
    assert not stage.page.view.editor.reset.isVisible()
    stage.key("Delete", "Down", "Delete", "Ctrl+N")
    stage.type("Hội Nông dân xã")
    to(stage, "Về như có sẵn")
    stage.key("Space")
    saved(stage)
    assert hall.app.library.lists().recipients == hall.app.library.shipped().lists.recipients
    assert not stage.page.view.editor.reset.isVisible()
    stage.key("Ctrl+Z")
    saved(stage)
    assert "Hội Nông dân xã" in hall.app.library.lists().recipients


def test_too_many_fields_are_advised_against(hall: Hall, open_page: OpenPage) -> None:
    """C6: about twenty and "Khác"."""
    stage = open_page("fields")
    into(stage)
    for number in range(8):
        stage.key("Ctrl+N")
        stage.type(f"Việc thứ {number}")
    assert stage.page.view._note.text().startswith("Có 21 lĩnh vực.")
    saved(stage)
    assert len(hall.app.library.lists().fields) == 21


def test_an_empty_row_is_offered_nowhere(hall: Hall, open_page: OpenPage) -> None:
    """G5: added and left without a name."""
    stage = open_page("fields")
    into(stage)
    stage.key("Ctrl+N", "Escape")
    saved(stage)
    assert "" not in hall.app.library.lists().fields
    assert ("Lĩnh vực chưa có tên", "Của cơ quan") in shown(stage)


# --- bases -------------------------------------------------------------------------------------------


def test_a_basis_with_its_days_is_marked_when_they_are_over(hall: Hall, open_page: OpenPage) -> None:
    """P3: typed with its days; a day that cannot be is said at its field and not taken."""
    stage = open_page("bases")
    into(stage)
    stage.key("Ctrl+N", "Ctrl+A")
    stage.type("Căn cứ Quy chế đối thoại của Tỉnh ủy Đông Giang")
    to(stage, "Hiệu lực từ")
    stage.type("01/02/2024")
    end = to(stage, "đến hết ngày")
    stage.type("31/02/2026")
    stage.key("Tab")
    assert end.accessibleDescription() == "Tháng 2 năm 2026 chỉ có 28 ngày."
    saved(stage)
    basis = next(b for b in hall.app.library.lists().legal_bases if "Đông Giang" in b.text)
    assert (basis.in_force_from, basis.in_force_to) == (date(2024, 2, 1), None)


def test_a_shipped_law_that_ended_is_warned_of_everywhere(hall: Hall, open_page: OpenPage) -> None:
    """P3: its end is typed here; the row says so, new plans carry it."""
    stage = open_page("bases")
    into(stage, LAW)
    stage.key("Return")
    to(stage, "đến hết ngày")
    stage.type("31/3/2026")
    row = next(r for r in stage.page.view.editor.table.rows.rows.rows() if r.id == LAW)
    assert [cell.text for cell in row.cells[1:]] == ["Hết hiệu lực", "Đã sửa"]
    assert row.cells[0].second == "Hiệu lực từ 16/6/2025 đến 31/3/2026"
    saved(stage)
    plan = hall.app.planning.plan(hall.app.planning.create())
    assert next(b for b in plan.bases if b.id == LAW).in_force_to == date(2026, 3, 31)


# --- texts -------------------------------------------------------------------------------------------


def test_a_text_is_found_without_accents_changed_and_kept(hall: Hall, open_page: OpenPage) -> None:
    """P4: the search narrows the list; marks are shown and stored as in the wizard."""
    stage = open_page("blocks")
    stage.page.view.search.setFocus()
    stage.type("mua lu")
    assert [text for text, _ in shown(stage)] == ["Lùi vì mưa lũ, bão", "Địa điểm dự phòng"]
    stage.page.view.focus_first()
    stage.key("Return")
    to(stage, "Lời văn")
    stage.key("Ctrl+A")
    stage.type("Mưa lũ thì «cơ quan viết tắt» lùi ngày.")
    saved(stage)
    block = next(b for b in hall.app.library.lists().text_blocks if b.id == "thien-tai-lui")
    assert block.text == "Mưa lũ thì {co_quan_tat} lùi ngày."
    assert "{" not in stage.page.view.editor.table.rows.rows.rows()[0].spoken()


def test_a_new_text_takes_the_place_of_its_neighbour(hall: Hall, open_page: OpenPage) -> None:
    """P4: added in the middle of a search, the whole list is on view again."""
    stage = open_page("blocks")
    stage.page.view.search.setFocus()
    stage.type("hoan vi dich")
    stage.page.view.focus_first()
    stage.key("Ctrl+N")
    stage.type("Cách ly")
    to(stage, "Lời văn")
    stage.type("Người đang cách ly gửi ý kiến bằng điện thoại.")
    assert stage.page.view.search.text() == ""
    assert len(shown(stage)) == len(hall.app.library.shipped().lists.text_blocks) + 1
    saved(stage)
    block = next(b for b in hall.app.library.lists().text_blocks if b.title == "Cách ly")
    assert block.place is BlockPlace.EPIDEMIC


# --- profiles ----------------------------------------------------------------------------------------


@pytest.fixture
def own(hall: Hall) -> Any:
    """A profile made from the plan of the hall."""
    plan = hall.app.planning.plan(hall.cid)
    return hall.app.library.save_profile(plan, "Đối thoại ba thôn", "Ba thôn, một buổi sáng.")


def test_a_profile_is_renamed_described_and_moved(hall: Hall, open_page: OpenPage, own: Any) -> None:
    """P1: the office's own stand first, in its order."""
    second = hall.app.library.save_profile(own.plan, "Đối thoại toàn xã")
    stage = open_page()
    into(stage, own.id)
    stage.key("Return", "Ctrl+A")
    stage.type("Đối thoại vùng bãi")
    stage.key("Return", "Ctrl+A")
    stage.type("Họp ngoài đê.")
    stage.key("Ctrl+Shift+Down")
    saved(stage)
    first, moved = hall.app.library.shelf().profiles
    assert (first.id, moved.name, moved.description) == (second.id, "Đối thoại vùng bãi", "Họp ngoài đê.")
    assert hall.app.planning.profiles()[1].name == "Đối thoại vùng bãi"


def test_profiles_are_removed_hidden_and_taken_back(hall: Hall, open_page: OpenPage, own: Any) -> None:
    """P1: an own one goes with an undo, a shipped one is hidden from the chooser."""
    stage = open_page()
    into(stage, own.id)
    stage.key("Delete")
    assert stage.toast == "Đã xóa mẫu “Đối thoại ba thôn”"
    saved(stage)
    assert hall.app.library.profile(own.id) is None
    stage.key("Ctrl+Z")
    saved(stage)
    assert hall.app.library.profile(own.id) == own
    into(stage, "ubnd_2025")
    stage.key("Delete")
    saved(stage)
    assert "ubnd_2025" not in [info.id for info in hall.app.planning.profiles()]
    to(stage, "Dùng lại")
    stage.key("Space")
    saved(stage)
    assert "ubnd_2025" in [info.id for info in hall.app.planning.profiles()]


def test_a_shipped_profile_is_copied_and_begun_from(hall: Hall, open_page: OpenPage) -> None:
    """P4: the copy is in hand, a plan from it opens the wizard."""
    stage = open_page()
    begun: list[str] = []
    stage.page.begun.connect(begun.append)
    into(stage, "ke_hoach_ngan")
    to(stage, "Chép thành mẫu riêng")
    stage.key("Space")
    (copy,) = hall.app.library.shelf().profiles
    assert stage.page.view.editor.current == copy.id
    assert stage.toast == f"Đã chép thành mẫu “{copy.name}”"
    to(stage, "Lập kế hoạch từ mẫu này")
    stage.key("Space")
    assert hall.app.planning.plan(begun[0]).profile == copy.id
    stage.key("Ctrl+Z")
    saved(stage)
    assert hall.app.library.shelf().profiles == ()


def test_a_profile_is_shared_without_names_when_asked(
    hall: Hall, open_page: OpenPage, own: Any, tmp_path: Path
) -> None:
    """P1: the question is only asked where there is a name; the file comes in again."""
    stage = open_page()
    into(stage, own.id)
    file = tmp_path / "mau.maukh"
    to(stage, "Xuất tệp…")
    stage.prompter.expect("stay")
    stage.key("Space")
    assert not file.exists()
    stage.prompter.expect("bare", str(file))
    stage.key("Space")
    assert stage.toast == "Đã xuất mẫu ra tệp mau.maukh"
    words = file.read_text(encoding="utf-8")
    assert "Phú Ấp" not in words
    assert "Phạm Quốc Thắng" not in words
    stage.page.view.focus_first()
    to(stage, "Nhập từ tệp…")
    stage.prompter.expect(str(file))
    stage.key("Space")
    assert stage.toast == "Đã nhập mẫu “Đối thoại ba thôn (2)”"
    assert shown(stage)[1] == ("Đối thoại ba thôn (2)", "Của cơ quan")
    stage.page.view.take.setFocus()
    stage.prompter.expect(str(file))
    stage.key("Space")
    assert len(hall.app.library.shelf().profiles) == 3, "the name was numbered, so it is another"
    into(stage, "ubnd_2025")
    to(stage, "Xuất tệp…")
    stage.prompter.expect(str(tmp_path / "b.maukh"))
    stage.key("Space")
    assert (tmp_path / "b.maukh").exists()
    stage.prompter.done()


def test_a_bad_file_is_a_sentence_on_the_page(hall: Hall, open_page: OpenPage, tmp_path: Path) -> None:
    """G5: the list stays as it was."""
    stage = open_page()
    bad = tmp_path / "la.maukh"
    bad.write_text("không phải", encoding="utf-8")
    before = shown(stage)
    into(stage)
    stage.page.view.take.setFocus()
    stage.prompter.expect(str(bad))
    stage.key("Space")
    assert "không phải là mẫu kế hoạch" in stage.page.notice.accessibleName()
    assert "Danh mục mẫu vẫn nguyên." in stage.page.notice.accessibleName()
    assert shown(stage) == before


# --- saving ------------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_leaving_asked_about(hall: Hall, open_page: OpenPage) -> None:
    """G5: what was typed stays in the window until the disk takes it."""
    library = hall.app.library

    class Full:
        def keep(self, shelf: Any) -> Any:
            raise StorageError("Ổ đĩa đã đầy. Phần đang gõ vẫn còn.")

        def __getattr__(self, name: str) -> Any:
            return getattr(library, name)

    stage = open_page("fields", services=Services(hall.app, library=Full()))
    into(stage)
    stage.key("Ctrl+N")
    stage.type("Chợ")
    stage.until(lambda: stage.page.notice.isVisible())
    assert "Ổ đĩa đã đầy" in stage.page.notice.accessibleName()
    assert stage.page.header.saved.text() == "Chưa lưu được"
    stage.prompter.expect("stay")
    assert not stage.page.may_leave()
    stage.prompter.expect("lose", "lose")
    stage.settle()
    assert stage.page.may_leave()
    assert ("Chợ", "Của cơ quan") in shown(stage)


def test_what_the_wizard_keeps_appears_here(hall: Hall, open_page: OpenPage) -> None:
    """P4: the page stands open in the background."""
    stage = open_page("bases")
    into(stage)
    hall.app.library.keep_basis(LegalBasis("x", "Căn cứ mới giữ"))
    stage.until(lambda: ("Căn cứ mới giữ", "Của cơ quan") in shown(stage))


@pytest.mark.parametrize("which", list(LineList))
def test_every_list_of_words_can_be_edited(hall: Hall, open_page: OpenPage, which: LineList) -> None:
    """C6, P12: typed by keyboard, offered by the service."""
    stage = open_page(which.value)
    into(stage)
    stage.key("Ctrl+N")
    stage.type("Ổ mới ữ")
    saved(stage)
    assert "Ổ mới ữ" in getattr(hall.app.library.lists(), which.value)
