"""Lists without heads, without a window: what the columns are is guessed, said, then read (C4, G5)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.live.hall import Hall
from tests.ui.list_import.test_presenter import CANAL, ROAD, Seen
from ui.list_import.answers import AnswerList
from ui.list_import.delegates import DelegateList
from ui.list_import.opinions import OpinionList
from ui.list_import.presenter import ListPresenter
from ui.list_import.screen import SheetView
from ui.runner import at_once

BARE = f"Nguyễn Văn Ổn\tĐồng Vạn\t{ROAD}\nBà Lò Thị Ế\tPhú Ấp\t{CANAL}"


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def presenter(hall: Hall, seen: Seen) -> ListPresenter:
    return ListPresenter(OpinionList(hall.app, hall.cid), seen, at_once)


def _sheet(seen: Seen) -> SheetView:
    assert seen.screen.sheet is not None
    return seen.screen.sheet


def _columns(seen: Seen) -> list[str]:
    return [column for _, column in _sheet(seen).columns]


def test_what_is_guessed_is_offered_and_read(presenter: ListPresenter, seen: Seen, hall: Hall) -> None:
    presenter.paste(BARE)
    assert not seen.screen.report
    assert _columns(seen) == ["ho_ten", "thon", "noi_dung"]
    assert _sheet(seen).title == "Không thấy dòng tên cột ở các dòng đã dán. Hãy chọn mỗi cột là gì."
    assert (_sheet(seen).ready, _sheet(seen).sentence, _sheet(seen).several) == (True, "", False)
    assert [row.cells[0] for row in _sheet(seen).rows if row.read] == ["Nguyễn Văn Ổn", "Bà Lò Thị Ế"]
    presenter.read_said()
    assert seen.screen.report
    assert (seen.screen.sheet, seen.screen.chosen) == (None, 2)
    presenter.save()
    assert [one.text for one in hall.app.live.records(hall.cid).opinions] == [ROAD, CANAL]


def test_what_is_missing_is_said_in_one_sentence(presenter: ListPresenter, seen: Seen) -> None:
    """Without the content nothing is read; what would not be read is named."""
    presenter.paste(BARE)
    presenter.say_column(2, "")
    assert _sheet(seen).sentence == "Chưa cột nào là “Nội dung” nên chưa đọc được."
    presenter.read_said()
    assert not seen.screen.report
    presenter.say_column(2, "noi_dung")
    presenter.say_column(1, "ho_ten")
    assert _sheet(seen).sentence == "Cột 1 và cột 2 cùng là “Họ và tên”; hãy để một cột."
    assert not _sheet(seen).ready
    presenter.say_column(1, "")
    assert (_sheet(seen).sentence, _sheet(seen).ready) == ("Chữ ở cột 2 sẽ không được đọc.", True)
    presenter.say_column(0, "")
    assert _sheet(seen).sentence == "Chưa cột nào là “Họ và tên”; nếu đọc, mọi dòng sẽ phải xem lại."
    assert _sheet(seen).ready


def test_heads_that_nobody_knows_are_left_above(presenter: ListPresenter, seen: Seen) -> None:
    """The first row that looks like an opinion is proposed; another one can be said."""
    presenter.paste(f"Ai nói\tnhà nào, ở đâu trong xã\tnói những gì\n{BARE}")
    assert [row.read for row in _sheet(seen).rows] == [False, True, True]
    assert _sheet(seen).firsts[_sheet(seen).first] == (1, "dòng 2")
    assert _sheet(seen).sentence == "Dòng 1 sẽ không được đọc."
    presenter.begin_at(2)
    presenter.say_column(1, "")
    assert _sheet(seen).sentence == "Dòng 1, 2 và chữ ở cột 2 sẽ không được đọc."
    presenter.read_said()
    assert [row.who for row in seen.screen.rows] == ["Bà Lò Thị Ế"]
    assert seen.screen.rows[0].where == "3"


def test_a_column_that_begins_far_below_is_offered(presenter: ListPresenter, seen: Seen) -> None:
    """C4: nothing is left out without a word."""
    rows = [f"Nguyễn Văn Ổn\tĐồng Vạn\t{ROAD} lần {at}" for at in range(70)]
    presenter.paste("\n".join([*rows, f"Bà Lò Thị Ế\tPhú Ấp\t{CANAL}\t\tgặp trực tiếp"]))
    assert [place for place, _ in _sheet(seen).columns] == [0, 1, 2, 4]
    assert _sheet(seen).sentence == "Chữ ở cột 5 sẽ không được đọc."
    presenter.say_column(4, "nguoi_thu")
    assert _sheet(seen).sentence == ""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two thôn, each on its own sheet without heads, and a sheet of instructions."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, person, text in (("Đồng Vạn", "Nguyễn Văn Ổn", ROAD), ("Phú Ấp", "Bà Lò Thị Ế", CANAL)):
        sheet = workbook.create_sheet(name)
        sheet.append([1, person, name, text])
    path = tmp_path / "hai thon.xlsx"
    workbook.save(path)
    return path


def test_several_sheets_come_one_after_the_other(presenter: ListPresenter, seen: Seen, book: Path) -> None:
    presenter.open_file(book)
    assert _sheet(seen).title == "Không thấy dòng tên cột ở “Đồng Vạn” (1 trên 2). Hãy chọn mỗi cột là gì."
    assert _sheet(seen).several
    presenter.read_said()
    assert "“Phú Ấp” (2 trên 2)" in _sheet(seen).title
    presenter.read_said()
    assert [row.who for row in seen.screen.rows] == ["Nguyễn Văn Ổn", "Bà Lò Thị Ế"]


def test_a_sheet_can_be_left_unread(presenter: ListPresenter, seen: Seen, book: Path) -> None:
    presenter.open_file(book)
    presenter.skip_sheet()
    presenter.read_said()
    assert [row.who for row in seen.screen.rows] == ["Bà Lò Thị Ế"]
    assert any("“Đồng Vạn”: không thấy dòng tên cột" in note for note in seen.screen.notes)


def test_one_list_without_heads_beside_another_may_be_left(
    presenter: ListPresenter, seen: Seen, tmp_path: Path
) -> None:
    """What was read of the other sheets is not lost by it."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["Họ tên", "Nội dung kiến nghị"])
    sheet.append(["Nguyễn Văn Ổn", ROAD])
    workbook.create_sheet("Ghi tay").append(["Lò Thị Ế", CANAL])
    workbook.save(tmp_path / "hai trang.xlsx")
    presenter.open_file(tmp_path / "hai trang.xlsx")
    assert ("“Ghi tay”" in _sheet(seen).title, _sheet(seen).several) == (True, True)
    presenter.skip_sheet()
    assert [row.who for row in seen.screen.rows] == ["Nguyễn Văn Ổn"]
    presenter.open_file(tmp_path / "hai trang.xlsx")
    presenter.read_said()
    assert [row.who for row in seen.screen.rows] == ["Nguyễn Văn Ổn", "Lò Thị Ế"]


def test_instructions_beside_a_list_are_not_asked_about(
    presenter: ListPresenter, seen: Seen, tmp_path: Path
) -> None:
    """A sheet that is no list stays a note, as long as anything was read."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["Họ tên", "Nội dung kiến nghị"])
    sheet.append(["Nguyễn Văn Ổn", ROAD])
    workbook.create_sheet("Hướng dẫn").append(["Mỗi dòng ghi một ý kiến của một người dân", "Không gộp ô"])
    workbook.save(tmp_path / "mau.xlsx")
    presenter.open_file(tmp_path / "mau.xlsx")
    assert seen.screen.report
    assert any("Hướng dẫn" in note for note in seen.screen.notes)


def test_a_file_that_went_away_keeps_what_was_said(presenter: ListPresenter, seen: Seen, book: Path) -> None:
    """G5: one sentence; the choices stay, and the file is read when it is back."""
    presenter.open_file(book)
    presenter.skip_sheet()
    presenter.say_column(0, "")
    away = book.rename(book.with_name("di dau.xlsx"))
    presenter.read_said()
    assert seen.screen.trouble
    assert _columns(seen) == ["", "ho_ten", "thon", "noi_dung"]
    away.rename(book)
    presenter.read_said()
    assert (seen.screen.trouble, seen.screen.chosen) == ("", 1)


def test_starting_again_drops_the_question(presenter: ListPresenter, seen: Seen, hall: Hall) -> None:
    presenter.paste(BARE)
    presenter.start_again()
    assert (seen.screen.sheet, seen.screen.report) == (None, False)
    presenter.read_said()
    assert not seen.screen.report
    assert hall.app.live.records(hall.cid).opinions == ()


def test_answers_keep_their_note(hall: Hall, seen: Seen) -> None:
    presenter = ListPresenter(AnswerList(hall.app, hall.cid), seen, at_once)
    presenter.paste(BARE)
    assert (seen.screen.sheet, seen.screen.report) == (None, True)
    assert any("không thấy dòng tên cột" in note for note in seen.screen.notes)


def test_delegates_without_heads(hall: Hall, seen: Seen) -> None:
    """C11: names, thôn and telephones are guessed, the office is said by hand."""
    presenter = ListPresenter(DelegateList(hall.app, hall.cid), seen, at_once)
    people = (
        ("Ông", "Nguyễn Văn Ổn", "Đồng Vạn", "0912345678", "trưởng thôn"),
        ("Bà", "Lò Thị Ế", "Phú Ấp", "0987654321", "chi hội trưởng phụ nữ"),
    )
    presenter.paste("\n".join("\t".join(one) for one in people))
    assert _columns(seen) == ["danh_xung", "ho_ten", "thon", "dien_thoai", ""]
    assert _sheet(seen).sentence == "Chữ ở cột 5 sẽ không được đọc."
    assert _sheet(seen).first_words == "Đại biểu đầu tiên ở"
    presenter.say_column(4, "chuc_vu")
    assert (_sheet(seen).sentence, _sheet(seen).ready) == ("", True)
    presenter.read_said()
    presenter.save()
    kept = hall.app.inviting.invited(hall.cid).delegates
    told = {one.name: (one.locality, one.office.lower()) for one in kept if one.name}
    assert told == {name: (f"thôn {place}", office) for _, name, place, _, office in people}
    presenter.paste("trưởng thôn\tphụ nữ")
    assert _sheet(seen).sentence == "Chưa cột nào là “Họ và tên” nên chưa đọc được."
