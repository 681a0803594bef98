"""Lists in: report first, one act and one undo, contacts apart; answers of a unit (C4, C5, C7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from openpyxl import load_workbook

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.journal import fold
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Opinion, OpinionKind, RecordKind, Source, TurnState, Voice
from dialogue_desktop.errors import BadInput, NotFound, StorageError
from dialogue_desktop.events import JournalAppended
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport
from dialogue_desktop.storage.consistency import rows_differ
from tests.exchange.lists import CANAL, HEADS, LIGHT, ROAD, WATER, rows_bytes

DAY = date(2026, 4, 15)
HEAD = "Họ tên\tThôn\tNội dung\tHình thức\tĐiện thoại\tNgười thu phiếu\n"


def read(app: App, cid: str, folder: Path, rows: Sequence[Sequence[Any]]) -> OpinionSheetReport:
    path = folder / "thôn Phú Ấp.xlsx"
    path.write_bytes(rows_bytes([HEADS, *rows]))
    return app.opinion_import.read(cid, path)


def opinions(app: App, cid: str) -> tuple[Opinion, ...]:
    return app.live.records(cid).opinions


def test_the_form_goes_out_and_comes_back(app: App, cid: str, tmp_path: Path) -> None:
    """C3, C4: the whole way of a thôn's form."""
    path = tmp_path / "mẫu" / "Phú Ấp.xlsx"
    app.opinion_import.write_blank_form(cid, path, "pa")
    workbook = load_workbook(path)
    sheet = workbook["Ý kiến"]
    assert sheet["A4"].value == "Thôn: Phú Ấp"
    assert "Giao thông" in [cell.value for cell in workbook["Danh mục"]["B"]]
    for letter, value in {
        "B": "Bà Lê Thị Ổn",
        "F": WATER,
        "H": "Có",
        "I": "15/4/2026",
        "D": "0912345678",
    }.items():
        sheet[f"{letter}8"] = value
    workbook.save(path)
    report = app.opinion_import.read(cid, path)
    assert report.file_name == "Phú Ấp.xlsx"
    saved = app.opinion_import.save(report)
    kept = opinions(app, cid)
    assert [opinion.id for opinion in kept] == list(saved.ids)
    assert kept[0] == Opinion(
        saved.ids[0],
        number=1,
        source=Source.VILLAGE_HEAD,
        text=WATER,
        voices=(Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),),
        consent=True,
        received_on=DAY,
    )


def test_reading_keeps_nothing(app: App, cid: str, tmp_path: Path) -> None:
    """C4: the report first; not one entry in the journal, not one contact."""
    read(app, cid, tmp_path, [(1, "Bà Ổn", "Phú Ấp", "0912345678", "", WATER, DAY)])
    assert opinions(app, cid) == ()
    assert app.live.history(cid) == ()
    assert app.contacts.all(cid) == {}


def test_one_act_and_one_undo(app: App, cid: str, tmp_path: Path) -> None:
    """C4, L9: many opinions are one entry; one undo takes all back, redo brings them again."""
    app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=LIGHT, voices=(Voice("Cao Văn Ỷ"),)))
    heard: list[JournalAppended] = []
    app.bus.subscribe(lambda event: heard.append(event) if isinstance(event, JournalAppended) else None)
    rows = [(n, f"Ông Nguyễn Văn {n}", "Phú Ấp", "", "", f"{CANAL} Thửa {n}.", DAY) for n in range(1, 31)]
    saved = app.opinion_import.save(read(app, cid, tmp_path, rows), source=Source.SLIP)
    assert len(saved.ids) == 30
    assert [event.entry.kind for event in heard] == ["opinion.import"]
    assert app.live.entry_text(heard[0].entry) == "nhập danh sách ý kiến: 30 ý kiến"
    assert [opinion.number for opinion in opinions(app, cid)] == list(range(1, 32))
    assert {opinion.source for opinion in opinions(app, cid)} == {Source.SLIP}
    taken_back = app.live.undo(cid)
    assert taken_back is not None
    assert taken_back.kind == "opinion.import"
    assert [opinion.text for opinion in opinions(app, cid)] == [LIGHT]
    app.live.redo(cid)
    assert len(opinions(app, cid)) == 31
    assert rows_differ(app.database, cid)[1] == 0


def test_telephones_never_enter_the_journal(app: App, cid: str, tmp_path: Path) -> None:
    """C5: contact data has a table of its own, so that it can be erased."""
    place = "Số nhà 12, xóm Đình, Phú Ấp"
    report = read(app, cid, tmp_path, [(1, "Bà Ổn", place, "0912 345 678", "", WATER, DAY)])
    saved = app.opinion_import.save(report)
    assert app.contacts.all(cid) == {saved.ids[0]: Contact(saved.ids[0], "0912 345 678", "Số nhà 12")}
    words = repr(app.live.history(cid))
    assert "0912" not in words
    assert "Số nhà 12" not in words


def test_only_the_chosen_rows_are_kept(app: App, cid: str, tmp_path: Path) -> None:
    """C4: the good ones by themselves; a row to be mended cannot be chosen; nothing chosen is said."""
    rows = [
        (1, "Bà Ổn", "Phú Ấp", "", "", WATER, DAY),
        (2, "Ông Ỷ", "Phú Ấp", "", "", CANAL, "31/02/2026"),
        (3, "Ông Bảy", "Phú Ấp", "", "", ROAD, DAY),
    ]
    report = read(app, cid, tmp_path, rows)
    with pytest.raises(BadInput, match="Dòng 3 còn ô phải sửa"):
        app.opinion_import.save(report, [0, 1])
    with pytest.raises(BadInput, match="Chưa chọn dòng nào"):
        app.opinion_import.save(report, [])
    assert opinions(app, cid) == ()
    app.opinion_import.save(report, [2])
    assert [opinion.text for opinion in opinions(app, cid)] == [ROAD]


def test_bad_rows_go_back_and_come_again(app: App, cid: str, tmp_path: Path) -> None:
    """C4: save the good ones, give back a file with the bad ones, read the mended file."""
    rows = [
        (1, "Bà Ổn", "Phú Ấp", "0912345678", "", WATER, DAY),
        (2, "Ông Ỷ", "xóm Trại, Phú Ấp", "0987654321", "Giao thông", CANAL, "31/02/2026"),
    ]
    report = read(app, cid, tmp_path, rows)
    app.opinion_import.save(report)
    path = app.opinion_import.bad_rows_file(report, tmp_path / "cần sửa.xlsx")
    workbook = load_workbook(path)
    sheet = workbook["Ý kiến"]
    line = [cell.value for cell in sheet[8]]
    assert line == [
        1, "Ông Ỷ", "xóm Trại, Phú Ấp", "0987654321", "Giao thông", CANAL, None, None,
        "31/02/2026", None, None,
        "Dòng 3 của danh sách. Ngày nhận: Tháng 2 năm 2026 chỉ có 28 ngày.",
    ]  # fmt: skip
    assert [cell.coordinate for cell in sheet[8] if cell.fill.fgColor.rgb == "FFFBD5D5"] == ["I8"]
    sheet["I8"] = "28/02/2026"
    workbook.save(path)
    again = app.opinion_import.read(cid, path)
    assert again.summary == "Đọc được 1 dòng: 1 dòng đúng."
    saved = app.opinion_import.save(again)
    assert opinions(app, cid)[1].received_on == date(2026, 2, 28)
    assert app.contacts.all(cid)[saved.ids[0]].phone == "0987654321"
    with pytest.raises(BadInput, match="Không có dòng nào phải sửa"):
        app.opinion_import.bad_rows_file(again, path)


def test_rows_of_other_lists_go_back_in_the_form(app: App, cid: str, tmp_path: Path) -> None:
    """C4: columns that the form lacks are not lost; what a group row said is written out."""
    report = app.opinion_import.read_pasted(
        cid,
        "Ông/Bà\tHọ tên\tXóm\tNội dung\tNgày\tNội dung trả lời\n"
        f"Thôn Đồng Vạn\nÔng\tNguyễn Văn Hưởng\tTrại\t{ROAD}\t32/4/2026\tĐã có kế hoạch.\n",
    )
    path = app.opinion_import.bad_rows_file(report, tmp_path / "cần sửa.xlsx")
    sheet = load_workbook(path)["Ý kiến"]
    line = dict(zip([cell.value for cell in sheet[7]], [cell.value for cell in sheet[8]], strict=True))
    assert line["Họ và tên"] == "Ông Nguyễn Văn Hưởng"
    assert line["Thôn, xóm"] == "Trại, thôn Đồng Vạn"
    assert line["Nội dung trả lời"] == "Đã có kế hoạch."


def test_a_cell_mended_in_the_window(app: App, cid: str, tmp_path: Path) -> None:
    """C4: one cell typed anew, or an offered choice taken: the row is judged again, other rows stay."""
    rows = [
        (1, "Bà Ổn", "Phú Ấpp", "", "", WATER, DAY),
        (2, "=A1", "Phú Ấp", "", "", CANAL, "31/02/2026"),
    ]
    report = read(app, cid, tmp_path, rows)
    assert report.ready == (0,)
    half = app.opinion_import.mend(report, 1, Column.RECEIVED, "28/02/2026")
    assert not half.rows[1].savable  # the formula is still there
    whole = app.opinion_import.mend(half, 1, Column.NAME, "Ông Cao Văn Ỷ")
    assert whole.rows[1].problems == ()
    assert whole.rows[1].opinion.received_on == date(2026, 2, 28)
    assert whole.rows[0] == report.rows[0]
    choice = report.rows[0].problems[0].choices[0]
    assert app.opinion_import.mend(report, 0, Column.PLACE, choice).rows[0].problems == ()
    repeated = app.opinion_import.mend(whole, 1, Column.TEXT, WATER)
    same = app.opinion_import.mend(repeated, 1, Column.NAME, "Ổn")
    assert same.rows[1].repeats_row == 2


def test_letters_in_parts_pasted_into_a_cell_become_whole(app: App, cid: str, tmp_path: Path) -> None:
    """C4, L12: mended by a paste from another system (NFD): the same word as everywhere."""
    report = read(app, cid, tmp_path, [(1, "Bà Ổn", "Phú Ấp", "", "", WATER, DAY)])
    mended = app.opinion_import.mend(report, 0, Column.TEXT, normalize("NFD", CANAL))
    assert mended.rows[0].opinion.text == CANAL


def test_several_opinions_of_one_cell_are_split_on_demand(app: App, cid: str, tmp_path: Path) -> None:
    """C5: one person, several opinions: kept as one unless the secretary says so."""
    text = f"1. {ROAD} 2. {CANAL}"
    report = read(app, cid, tmp_path, [(1, "Bà Ổn", "Phú Ấp", "0912345678", "", text, DAY)])
    assert report.rows[0].parts == (ROAD, CANAL)
    app.opinion_import.save(report)
    assert [opinion.text for opinion in opinions(app, cid)] == [text]
    app.live.undo(cid)
    saved = app.opinion_import.save(report, split=[0])
    kept = opinions(app, cid)
    assert [opinion.text for opinion in kept] == [ROAD, CANAL]
    assert kept[0].voices == kept[1].voices
    assert {contact.phone for contact in app.contacts.all(cid).values()} == {"0912345678"}
    assert len(saved.ids) == 2


def test_the_same_list_again_is_not_ticked(app: App, cid: str, tmp_path: Path) -> None:
    """C4: a list that comes twice does not double the opinions; the number of each is named."""
    rows = [(1, "Bà Ổn", "Phú Ấp", "", "", WATER, DAY), (2, "Ông Ỷ", "Phú Ấp", "", "", CANAL, DAY)]
    app.opinion_import.save(read(app, cid, tmp_path, rows))
    report = read(app, cid, tmp_path, rows)
    assert [row.repeats_opinion for row in report.rows] == [1, 2]
    assert report.ready == ()


def test_those_who_want_to_speak_are_put_in_the_queue(app: App, cid: str) -> None:
    """C3, L2: on demand, once each, in the same act; who is there already is not put in again."""
    app.live.add_turn(cid, Voice("Cao Văn Ỷ", "ông", "thôn Phú Ấp"))
    report = app.opinion_import.read_pasted(
        cid,
        f"{HEAD}Bà Ổn\tPhú Ấp\t{WATER}\tPhát biểu trực tiếp\t\tÔng Lương Văn Khỏe\n"
        f"Bà Ổn\tPhú Ấp\t{LIGHT}\tPhát biểu\t\t\n"
        f"Ông Cao Văn Ỷ\tPhú Ấp\t{CANAL}\tPhát biểu\t\t\n"
        f"Ông Bảy\tĐồng Vạn\t{ROAD}\tGửi câu hỏi\t\t\n",
    )
    saved = app.opinion_import.save(report, register_speakers=True)
    turns = app.live.records(cid).turns
    assert saved.speakers == 1
    assert [(turn.number, turn.voice.name, turn.state) for turn in turns] == [
        (1, "Cao Văn Ỷ", TurnState.WAITING),
        (2, "Ổn", TurnState.WAITING),
    ]
    assert turns[1].topic.startswith(WATER[:40])
    assert turns[1].limit_seconds == app.planning.plan(cid).turn_minutes * 60
    assert app.opinion_import.collected_by(cid) == {saved.ids[0]: "Ông Lương Văn Khỏe"}
    assert opinions(app, cid)[3].kind is OpinionKind.QUESTION
    app.live.undo(cid)
    assert [turn.voice.name for turn in app.live.records(cid).turns] == ["Cao Văn Ỷ"]
    assert app.opinion_import.collected_by(cid) == {}


def test_a_failure_beside_the_journal_is_told(app: App, cid: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """G5: the opinions are on the disk; that a telephone is not is said, not thrown."""

    def full(*_: object) -> None:
        raise StorageError("Ổ đĩa đã đầy.")

    report = app.opinion_import.read_pasted(cid, f"{HEAD}Bà Ổn\tPhú Ấp\t{WATER}\t\t0912345678\t\n")
    monkeypatch.setattr(app.contacts._table, "set", full)
    saved = app.opinion_import.save(report)
    assert "Đã lưu 1 ý kiến, nhưng chưa ghi được số điện thoại" in saved.warning
    assert len(opinions(app, cid)) == 1


def test_a_failure_of_the_journal_keeps_nothing(app: App, cid: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """G5: all or nothing."""

    def full(*_: object, **__: object) -> None:
        raise StorageError("Ổ đĩa đã đầy.")

    report = app.opinion_import.read_pasted(cid, f"{HEAD}Bà Ổn\tPhú Ấp\t{WATER}\t\t0912345678\t\n")
    monkeypatch.setattr(app.opinion_import._log, "append", full)
    with pytest.raises(StorageError):
        app.opinion_import.save(report)
    assert app.contacts.all(cid) == {}


def test_a_slip_number_makes_it_a_slip(app: App, cid: str) -> None:
    """C3: slips entered from a list count among those that came back; without a number the choice holds."""
    report = app.opinion_import.read_pasted(
        cid,
        f"Họ tên\tThôn\tNội dung\tSố phiếu\nBà Ổn\tPhú Ấp\t{WATER}\t031\nÔng Ỷ\tPhú Ấp\t{CANAL}\t\n",
    )
    app.opinion_import.save(report, source=Source.ONLINE)
    assert [opinion.source for opinion in opinions(app, cid)] == [Source.SLIP, Source.ONLINE]


@pytest.mark.slow
def test_five_thousand_opinions_in_one_act(app: App, cid: str, tmp_path: Path) -> None:
    """C4: read, kept, taken back."""
    rows = [
        (n, f"Ông Nguyễn Văn {n % 90}", "Phú Ấp", "", "", f"{CANAL} Thửa {n}.", DAY) for n in range(5_000)
    ]
    report = read(app, cid, tmp_path, rows)
    app.opinion_import.save(report, [row.key for row in report.savable])
    assert len(opinions(app, cid)) == 5_000
    app.live.undo(cid)
    assert opinions(app, cid) == ()


def test_a_conference_of_the_whole_commune(app: App, tmp_path: Path) -> None:
    """P5: for the whole commune every thôn is taken as it is written."""
    cid = app.planning.create()
    report = app.opinion_import.read_pasted(cid, f"{HEAD}Bà Ổn\tThôn An Sơn\t{WATER}\t\t\t\n")
    assert report.rows[0].opinion.voices[0].locality == "thôn An Sơn"
    assert report.rows[0].problems == ()
    assert app.opinion_import.blank_form(cid).startswith(b"PK")


def test_files_that_are_not_there(app: App, cid: str, tmp_path: Path) -> None:
    """G5: a file that is gone, a conference that is gone, a place that cannot be written."""
    with pytest.raises(NotFound):
        app.opinion_import.read(cid, tmp_path / "khong-co.xlsx")
    with pytest.raises(NotFound):
        app.opinion_import.read_pasted("không-có", f"{HEAD}Bà Ổn\tPhú Ấp\t{WATER}\t\t\t\n")
    (tmp_path / "tệp").write_text("x")
    with pytest.raises(BadInput, match="Không ghi được"):
        app.opinion_import.write_blank_form(cid, tmp_path / "tệp" / "mẫu.xlsx")


# --- answers ------------------------------------------------------------------------------------------


def test_questions_go_to_a_unit_and_its_answers_come_back(app: App, cid: str, tmp_path: Path) -> None:
    """C7: only the unit's own; one act, one undo; what is prepared already is not replaced by itself."""
    first = app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=ROAD, unit="Phòng Kinh tế"))
    second = app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=WATER, unit="phòng kinh tế"))
    app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=CANAL, unit="Công an xã"))
    path = tmp_path / "giao.xlsx"
    app.opinion_import.write_answer_form(cid, path, "Phòng Kinh tế")
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    assert [sheet[f"A{row}"].value for row in (7, 8, 9)] == [1, 2, None]
    sheet["G7"], sheet["H7"], sheet["G8"] = "Đã có kế hoạch sửa.", "Ông Tạ Văn Lịch", "Đã báo nhà máy."
    workbook.save(path)
    report = app.opinion_import.read_answers(cid, path)
    assert app.opinion_import.save_answers(report) == (first.id, second.id)
    kept = {opinion.id: (opinion.prepared_answer, opinion.prepared_by) for opinion in opinions(app, cid)}
    assert kept[first.id] == ("Đã có kế hoạch sửa.", "Ông Tạ Văn Lịch")
    assert kept[second.id] == ("Đã báo nhà máy.", "Phòng Kinh tế")
    assert app.live.entry_text(app.live.history(cid, 1)[0]) == "nhập câu trả lời chuẩn bị: 2 câu"
    assert app.opinion_import.read_answers(cid, path).ready == ()
    app.live.undo(cid)
    assert {opinion.prepared_answer for opinion in opinions(app, cid)} == {""}


def test_grouped_opinions_have_one_answer(app: App, cid: str) -> None:
    """C6, C7: an answer to one of a group is the answer to all of it, without losing anyone's name."""
    one = app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=ROAD, voices=(Voice("Cao Văn Ỷ"),)))
    two = app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=LIGHT, voices=(Voice("Lê Thị Ổn"),)))
    for opinion in (one, two):
        app.live.edit_opinion(cid, opinion.id, group_id="nhom-1")
    report = app.opinion_import.read_pasted_answers(
        cid,
        "Số ý kiến\tNội dung\tNội dung trả lời\tNgười trả lời\n"
        f"1\t{ROAD}\tĐã có kế hoạch.\tÔng Lịch\n2\t{LIGHT}\t\t\n",
    )
    assert report.unanswered == ()
    assert app.opinion_import.save_answers(report) == (one.id,)
    assert [opinion.prepared_answer for opinion in opinions(app, cid)] == ["Đã có kế hoạch."] * 2
    assert [opinion.voices[0].name for opinion in opinions(app, cid)] == ["Cao Văn Ỷ", "Lê Thị Ổn"]


def test_answers_that_cannot_be_kept(app: App, cid: str) -> None:
    """C7: a row without its opinion stops the act; nothing chosen is said."""
    app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=ROAD))
    report = app.opinion_import.read_pasted_answers(
        cid, f"Số ý kiến\tNội dung\tNội dung trả lời\n1\t{ROAD}\tCó.\n9\t{LIGHT}\tKhông.\n"
    )
    with pytest.raises(BadInput, match="Dòng 3 còn ô phải sửa"):
        app.opinion_import.save_answers(report, [0, 1])
    with pytest.raises(BadInput, match="Chưa chọn dòng nào"):
        app.opinion_import.save_answers(report, [])
    twice = app.opinion_import.read_pasted_answers(
        cid, f"Số ý kiến\tNội dung\tNội dung trả lời\n1\t{ROAD}\tCó.\n1\t{ROAD}\tKhông.\n"
    )
    with pytest.raises(BadInput, match="Dòng 2 và dòng 3 trả lời cùng một ý kiến; chưa lưu câu nào"):
        app.opinion_import.save_answers(twice, [0, 1])
    mended = app.opinion_import.mend_answer(report, 1, Column.OPINION, "1")
    assert mended.rows[1].opinion_number == 1
    app.live.remove_opinion(cid, opinions(app, cid)[0].id)
    with pytest.raises(NotFound, match="không còn trong danh sách"):
        app.opinion_import.save_answers(report, [0])
    app.live.undo(cid)
    assert opinions(app, cid)[0].prepared_answer == ""
    assert app.opinion_import.answer_form(cid, opinion_ids=[opinions(app, cid)[0].id]).startswith(b"PK")


def test_the_fold_of_the_journal_is_what_was_read(app: App, cid: str, tmp_path: Path) -> None:
    """L9: every field of an imported opinion comes from its entry."""
    report = read(app, cid, tmp_path, [(1, "Bà Ổn", "Phú Ấp", "", "Giao thông", ROAD, DAY)])
    saved = app.opinion_import.save(report)
    state = fold(app.live.history(cid))
    values = state[RecordKind.OPINION, saved.ids[0]]
    assert (values["text"], values["field"], values["received_on"]) == (ROAD, "Giao thông", "2026-04-15")


def test_an_imported_list_travels_in_the_package(app: App, cid: str, tmp_path: Path) -> None:
    """L11: entries without what stands at its default are whole in the package and on another machine."""
    report = app.opinion_import.read_pasted(cid, f"{HEAD}Bà Ổn\tPhú Ấp\t{WATER}\tPhát biểu\t0912345678\t\n")
    app.opinion_import.save(report, register_speakers=True)
    app.exchange.export_package(cid, tmp_path / "goi.zip", as_zip=True)
    (tmp_path / "máy khác").mkdir()
    other = build(tmp_path / "máy khác", device="may-2")
    try:
        assert other.exchange.import_package(tmp_path / "goi.zip") == cid
        assert other.live.records(cid) == app.live.records(cid)
        assert rows_differ(other.database, cid)[1] == 0
        other.live.edit_opinion(cid, opinions(app, cid)[0].id, field="Giao thông")
        other.live.undo(cid)
        assert other.live.records(cid) == app.live.records(cid)
    finally:
        other.close()
