"""Delegates from lists: report first, one act and one undo, seats of the plan, contacts apart (C11, P8)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.inviting import is_open
from dialogue_desktop.domain.plan import Quota
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.errors import BadInput, NotFound, StorageError
from dialogue_desktop.events import JournalAppended
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.storage.consistency import rows_differ
from tests.exchange.delegate_lists import GROUPS

HEAD = "Ông/Bà\tHọ và tên\tChức vụ\tThôn\tXóm\tĐiện thoại\tĐịa chỉ\n"
PEOPLE = (
    f"{HEAD}Ông\tĐặng Văn Quyết\t\tĐồng Vạn\t\t0912345678\tSố nhà 12, Đồng Vạn\n"
    "Bà\tTrần Thị Mượt\t\tĐồng Vạn\t\t\t\nÔng\tNguyễn Đức Ưởng\t\tPhú Ấp\t\t\t\n"
)


@pytest.fixture
def planned(app: App, cid: str) -> str:
    """Three seats in one thôn and two in the other, all open."""
    plan = replace(app.planning.plan(cid), participants=GROUPS, quotas=(Quota("dv", 3), Quota("pa", 2)))
    app.planning.save_plan(cid, plan)
    app.inviting.lay_out(cid)
    return cid


def delegates(app: App, cid: str) -> tuple[Delegate, ...]:
    return app.inviting.invited(cid).delegates


def open_seats(app: App, cid: str) -> dict[str, int]:
    return {one.locality: one.count for one in delegates(app, cid) if is_open(one) and one.locality}


def test_reading_keeps_nothing(app: App, planned: str, tmp_path: Path) -> None:
    before = (delegates(app, planned), len(app.live.history(planned)))
    path = tmp_path / "đại biểu.csv"
    path.write_text(PEOPLE.replace("\t", ";"), encoding="utf-8")
    report = app.delegate_import.read(planned, path)
    assert (report.file_name, report.ready) == ("đại biểu.csv", (0, 1, 2))
    assert (delegates(app, planned), len(app.live.history(planned))) == before


def test_the_named_take_the_open_seats(app: App, planned: str) -> None:
    """C11, P8: one act; each name takes a seat of its thôn; one undo opens them again."""
    heard: list[JournalAppended] = []
    app.bus.subscribe(lambda event: heard.append(event) if isinstance(event, JournalAppended) else None)
    assert open_seats(app, planned) == {"thôn Đồng Vạn": 3, "thôn Phú Ấp": 2}
    saved = app.delegate_import.save(app.delegate_import.read_pasted(planned, PEOPLE))
    assert [event.entry.kind for event in heard] == ["delegate.import"]
    assert app.live.entry_text(heard[0].entry) == "nhập danh sách đại biểu: 3 dòng"
    assert open_seats(app, planned) == {"thôn Đồng Vạn": 1, "thôn Phú Ấp": 1}
    kept = [one for one in delegates(app, planned) if one.id in saved.ids]
    assert [(one.shown, one.group_id, one.through_locality) for one in kept] == [
        ("ông Đặng Văn Quyết", "dan", True), ("bà Trần Thị Mượt", "dan", True),
        ("ông Nguyễn Đức Ưởng", "dan", True),
    ]  # fmt: skip
    app.live.undo(planned)
    assert open_seats(app, planned) == {"thôn Đồng Vạn": 3, "thôn Phú Ấp": 2}
    app.live.redo(planned)
    assert open_seats(app, planned) == {"thôn Đồng Vạn": 1, "thôn Phú Ấp": 1}
    assert rows_differ(app.database, planned)[1] == 0


def test_over_and_under_before_saving(app: App, planned: str) -> None:
    """P8: what would be, for what is ticked; nothing refuses too many."""
    more = PEOPLE + "Bà\tLò Thị Ế\t\tPhú Ấp\t\t\t\nÔng\tBùi Văn Thơ\t\tPhú Ấp\t\t\t\n"
    report = app.delegate_import.read_pasted(planned, more)
    words = {one.label: one.after.words for one in app.delegate_import.seats(report)}
    assert words["thôn Đồng Vạn"] == "2 trên 3 đại biểu, còn thiếu 1"
    assert words["thôn Phú Ấp"] == "3 trên 2 đại biểu, thừa 1"
    fewer = {one.label: one.came for one in app.delegate_import.seats(report, [0])}
    assert (fewer["thôn Đồng Vạn"], fewer["thôn Phú Ấp"]) == (1, 0)
    app.delegate_import.save(report)
    assert open_seats(app, planned) == {"thôn Đồng Vạn": 1}


def test_telephones_never_enter_the_journal(app: App, planned: str) -> None:
    """C5: contact data has a table of its own, so that it can be erased."""
    saved = app.delegate_import.save(app.delegate_import.read_pasted(planned, PEOPLE))
    assert app.contacts.all(planned) == {saved.ids[0]: Contact(saved.ids[0], "0912345678", "Số nhà 12")}
    assert "0912345678" not in repr(app.live.history(planned))


def test_the_same_list_again_is_not_ticked(app: App, planned: str) -> None:
    app.delegate_import.save(app.delegate_import.read_pasted(planned, PEOPLE))
    report = app.delegate_import.read_pasted(planned, PEOPLE)
    assert report.ready == ()
    assert report.summary == "Đọc được 3 dòng: 3 dòng đã có."


def test_only_good_rows_are_kept_and_the_bad_go_back(app: App, planned: str, tmp_path: Path) -> None:
    """C11: nothing of a choice with a bad row; the bad ones in a file, mended and read again."""
    report = app.delegate_import.read_pasted(planned, f"{PEOPLE}Ông\t\t\tPhú Ấp\t\t0987654321\t\n")
    before = delegates(app, planned)
    with pytest.raises(BadInput, match="Dòng 5 còn ô phải sửa"):
        app.delegate_import.save(report, [0, 3])
    with pytest.raises(BadInput, match="Chưa chọn dòng nào"):
        app.delegate_import.save(report, [])
    assert delegates(app, planned) == before
    app.delegate_import.save(report)
    path = app.delegate_import.bad_rows_file(report, tmp_path / "cần sửa.xlsx")
    workbook = load_workbook(path)
    workbook["Đại biểu"]["C8"] = "Lò Văn Ế"
    workbook.save(path)
    again = app.delegate_import.read(planned, path)
    saved = app.delegate_import.save(again)
    assert app.contacts.all(planned)[saved.ids[0]].phone == "0987654321"
    with pytest.raises(BadInput, match="Không có dòng nào phải sửa"):
        app.delegate_import.bad_rows_file(again, path)


def test_mended_and_regrouped_in_the_window(app: App, planned: str) -> None:
    service = app.delegate_import
    report = service.read_pasted(planned, f"{HEAD}Ông\t\t\tPhú Ấp\t\t\t\nBà\tLò Thị Ế\tca sĩ\t\t\t\t\n")
    mended = service.mend(report, 0, Column.NAME, "Bùi Văn Thơ")
    assert mended.ready == (0, 1)
    assert mended.rows[1] is report.rows[1]
    grouped = service.group(mended, "doan-the")
    assert [row.delegates[0].group_id for row in grouped.rows] == ["doan-the", "doan-the"]
    assert service.mend(grouped, 1, Column.OFFICE, "nghệ nhân").rows[1].delegates[0].group_id == "doan-the"


def test_a_failure_beside_the_journal_is_told(
    app: App, planned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G5: the list is on the disk; that a telephone is not is said, not thrown. A failure of the list itself
    leaves nothing."""

    def full(*_: object, **__: object) -> None:
        raise StorageError("Ổ đĩa đã đầy.")

    report = app.delegate_import.read_pasted(planned, PEOPLE)
    with monkeypatch.context() as broken:
        broken.setattr(app.contacts, "set_all", full)
        saved = app.delegate_import.save(report)
    assert "Đã ghi 3 đại biểu, nhưng chưa ghi được số điện thoại" in saved.warning
    app.live.undo(planned)
    before = delegates(app, planned)
    monkeypatch.setattr(app.inviting._log, "append", full)
    with pytest.raises(StorageError):
        app.delegate_import.save(report)
    assert delegates(app, planned) == before


def test_the_form_for_a_thon(app: App, planned: str, tmp_path: Path) -> None:
    path = tmp_path / "mẫu" / "đại biểu.xlsx"
    app.delegate_import.write_blank_form(planned, path, "pa")
    assert load_workbook(path)["Đại biểu"]["A4"].value == "Thôn: Phú Ấp"
    with pytest.raises(NotFound):
        app.delegate_import.blank_form("không-có")
    (tmp_path / "tệp").write_text("x")
    with pytest.raises(BadInput, match="Không ghi được"):
        app.delegate_import.write_blank_form(planned, tmp_path / "tệp" / "mẫu.xlsx")
