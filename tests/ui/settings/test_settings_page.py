"""The settings by keyboard: look, who types, copies, restore (G4, G6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogue_desktop import bootstrap
from dialogue_desktop.errors import StorageError
from dialogue_desktop.storage import first_screen
from tests.live.hall import Hall
from tests.ui.live.typing_tools import bursts, compositions
from tests.ui.page_stage import PageStage, Services
from ui.pages.settings import SettingsPage
from ui.settings.backup_words import backup_lines, found_words, size_words, when_words

OpenPage = Callable[..., PageStage]


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[OpenPage]:
    opened: list[PageStage] = []

    def make(*, services: Any = None, size: tuple[int, int] = (1366, 698), **more: Any) -> PageStage:
        stage = PageStage(
            make_look(), hall.app, lambda context: SettingsPage(context, **more), services=services, size=size
        )
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()


# --- look -------------------------------------------------------------------------------------------------


def test_dark_and_large_at_once_and_next_time(hall: Hall, open_page: OpenPage) -> None:
    """G6: → in the segment darkens the window, six sizes by →; both are read before the next first paint."""
    stage = open_page()
    stage.key("Right")
    assert stage.look.theme.dark
    stage.page.scale.findChildren(type(stage.page.data.open))[0].setFocus(Qt.FocusReason.TabFocusReason)
    stage.key("Right", "Right", "Right")
    assert stage.look.scale == 1.5
    assert first_screen.look_settings(hall.app.paths.database) == ("dark", 1.5)
    assert stage.page.header.saved.text().startswith("Đã lưu ")
    stage.key("Left")
    assert stage.look.scale == 1.25


def test_a_look_changed_elsewhere_is_shown(open_page: OpenPage) -> None:
    """G6: the hall's theme key changes the segment here too."""
    stage = open_page()
    stage.look.set_theme("dark")
    stage.look.set_scale(2.0)
    assert (stage.page.theme.value(), stage.page.scale.value()) == ("dark", "200")


# --- who types --------------------------------------------------------------------------------------------


def test_the_author_is_kept_and_stands_in_the_journal(hall: Hall, open_page: OpenPage) -> None:
    """L9: the name goes with the very next act; also when the page is left with the cursor in the field."""
    stage = open_page()
    stage.page.author.setFocus()
    stage.type("Trần Thị  Hà")
    stage.page.leave()
    stage.settle()
    assert hall.app.settings.author() == "Trần Thị Hà"
    hall.collect("Sửa đường.", "Nguyễn Đức Ưởng", "thôn Phú Ấp")
    assert hall.app.live.history(hall.cid, 1)[0].author == "Trần Thị Hà"


@pytest.mark.parametrize("way", ["bursts", "composed"])
def test_vietnamese_in_the_author_field(open_page: OpenPage, way: str) -> None:
    """L12: Telex bursts and input methods."""
    stage = open_page()
    stage.page.author.setFocus()
    name = "Nguyễn Thị Thanh Nguyệt, Thượng Vĩnh Ổn"
    if way == "bursts":
        for letter in bursts(name):
            stage.letter(letter)
    else:
        for steps, whole in compositions(name):
            stage.compose(*steps, commit=whole)
    assert stage.page.author.value() == name


# --- data and copies --------------------------------------------------------------------------------------


def test_the_folder_is_named_and_opened(hall: Hall, open_page: OpenPage) -> None:
    """G4: the secretary can find her data."""
    shown: list[Path] = []
    stage = open_page(show_folder=shown.append)
    assert stage.page.folder.text() == str(hall.data_dir)
    stage.page.data.open.setFocus()
    stage.key("Space")
    assert shown == [hall.data_dir]


def test_a_copy_is_made_and_listed(hall: Hall, open_page: OpenPage) -> None:
    """G4: time and size; the newest is selected; "Khôi phục…" says why it is locked before the first."""
    stage = open_page()
    assert stage.page.restore_button.reason == "Chọn một bản sao lưu trong danh sách."
    assert stage.page.header.facts.text() == "Chưa có bản sao lưu nào"
    stage.page.backup_button.setFocus()
    stage.key("Space")
    (row,) = stage.page.table.rows.rows.rows()
    assert row.cells[0].text == "08:30 hôm nay"
    assert row.cells[2].text.endswith("KB")
    assert stage.page.restore_button.reason == ""
    assert stage.page.header.facts.text() == "Sao lưu gần nhất 08:30 hôm nay"


def test_a_full_disk_is_told(hall: Hall, open_page: OpenPage) -> None:
    """G5: the sentence of the core, the button free again."""

    class Full:
        def backups(self) -> tuple[Path, ...]:
            return ()

        def inside(self, file: Path) -> None:
            raise AssertionError(file)

        def backup(self) -> Path:
            raise StorageError("Ổ đĩa đã đầy nên chưa lưu được.")

    stage = open_page(services=Services(hall.app, maintenance=Full()))
    stage.page.backup_button.click()
    stage.settle()
    assert stage.page.notice.accessibleName() == "Chưa làm được. Ổ đĩa đã đầy nên chưa lưu được."
    assert not stage.page._busy


def test_the_check_speaks_in_sentences(hall: Hall, open_page: OpenPage) -> None:
    """G4: whole data says so; a spoilt copy is named."""
    stage = open_page()
    stage.page.backup_button.click()
    stage.settle()
    stage.page.data.check.setFocus()
    stage.key("Space")
    assert stage.page.found.accessibleName() == (
        "Dữ liệu còn nguyên vẹn. Đã kiểm tra tệp dữ liệu và 1 bản sao lưu lúc 08:30."
    )
    copy = hall.app.maintenance.backups()[0]
    copy.write_bytes(copy.read_bytes()[:1000])
    stage.key("Space")
    assert stage.page.found.accessibleName() == f"Có một chỗ cần xem. Bản sao lưu “{copy.name}” bị hỏng."


def test_restore_asks_by_naming_the_act(hall: Hall, open_page: OpenPage) -> None:
    """G4: Enter on a copy asks; the safe way does nothing; the other hands the file on."""
    wanted: list[Path] = []
    hall.collect("Sửa đường.", "Nguyễn Đức Ưởng", "thôn Phú Ấp")
    stage = open_page(request_restore=wanted.append)
    stage.page.backup_button.click()
    stage.settle()
    stage.page.table.rows.setFocus()
    stage.prompter.expect("keep", "restore")
    stage.key("Return")
    assert wanted == []
    stage.key("Return")
    assert wanted == [hall.app.maintenance.backups()[0]]
    stage.prompter.done()
    question: Any = stage.prompter.asked[0]
    assert question.title == "Khôi phục bản sao lưu 08:30 hôm nay?"
    (conference,) = hall.app.planning.list()
    assert question.text.startswith(f"Trong bản này có 1 hội nghị: “{conference.title}”. Lần ghi cuối lúc ")
    assert ". Dữ liệu hiện tại được cất vào một bản sao lưu riêng" in question.text
    assert [choice.words for choice in question.choices] == [
        "Khôi phục và đóng chương trình", "Giữ dữ liệu hiện tại",
    ]  # fmt: skip
    assert question.way_out == "keep"


def test_restore_brings_the_old_state_back_and_ends(hall: Hall, open_page: OpenPage) -> None:
    """G4: proven on a real folder: what came after the copy is gone from the data and kept aside."""
    hall.collect("Sửa đường.", "Nguyễn Đức Ưởng", "thôn Phú Ấp")
    stage = open_page()
    stage.page.backup_button.click()
    stage.settle()
    hall.collect("Nước yếu.", "Đặng Văn Quyết", "thôn Đồng Vạn")
    stage.prompter.expect("restore")
    stage.page.restore_button.click()
    ((title, text),) = stage.prompter.told
    assert title == "Đã khôi phục dữ liệu"
    assert "truoc-khoi-phuc" in text
    assert "mở lại" in text
    assert not stage.window.isVisible()
    assert not stage.context.services.ready
    hall.app = bootstrap.build(hall.data_dir, clock=hall.clock, device="may-xa")
    assert [o.text for o in hall.app.live.records(hall.cid).opinions] == ["Sửa đường."]


def test_a_spoilt_copy_is_refused(hall: Hall, open_page: OpenPage) -> None:
    """G4, G5: the present data stays, the program ends in order."""
    hall.collect("Sửa đường.", "Nguyễn Đức Ưởng", "thôn Phú Ấp")
    stage = open_page()
    stage.page.backup_button.click()
    stage.settle()
    copy = hall.app.maintenance.backups()[0]
    copy.write_bytes(b"khong phai du lieu")
    stage.prompter.expect("restore")
    stage.page.restore_button.click()
    ((title, text),) = stage.prompter.told
    assert title == "Chưa khôi phục được"
    assert copy.name in text
    hall.app = bootstrap.build(hall.data_dir, clock=hall.clock, device="may-xa")
    assert len(hall.app.live.records(hall.cid).opinions) == 1


def test_a_narrow_window_puts_one_below_the_other(open_page: OpenPage) -> None:
    """G6: no horizontal scrolling."""
    wide = open_page().page
    assert wide._right.x() > wide._left.x()
    narrow = open_page(size=(800, 698)).page
    assert narrow._right.x() == narrow._left.x()
    assert narrow._right.y() > narrow._left.y()


# --- words ------------------------------------------------------------------------------------------------


def test_words_of_copies(tmp_path: Path) -> None:
    """G4: times as the office says them, sizes in round numbers, why a copy was made."""
    names = ("dialogue-20260420-073000.sqlite3", "dialogue-20260419-164200-truoc-khoi-phuc-2.sqlite3",
             "dialogue-20260417-164200.sqlite3", "dialogue-alt.sqlite3")  # fmt: skip
    files = [tmp_path / name for name in names]
    for file in files:
        file.write_bytes(b"x" * 2048)
    gone = tmp_path / "dialogue-20260101-000000.sqlite3"
    lines = backup_lines([*files, gone], date(2026, 4, 20))
    assert [line.when for line in lines[:3]] == [
        "07:30 hôm nay", "16:42 hôm qua", "16:42 thứ Sáu 17/4/2026",
    ]  # fmt: skip
    assert [line.note for line in lines[:3]] == ["", "Giữ lại trước khi khôi phục", ""]
    assert {line.size for line in lines} == {"2 KB"}
    assert [size_words(n) for n in (10, 340 * 1024, 1_300_000)] == ["1 KB", "340 KB", "1,2 MB"]
    assert when_words(datetime(2026, 4, 20, 9, 5), date(2026, 4, 20)) == "09:05 hôm nay"
    assert found_words(("A.", "B."), 0, datetime(2026, 4, 20, tzinfo=UTC)) == ("Có 2 chỗ cần xem.", "A. B.")
