"""Slip after slip into the database, and nothing that was typed is lost (C4, C5, L9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import OpinionKind, Source, Voice
from tests.live.hall import ROAD, BrokenDisk, Hall, LateRunner
from tests.ui.opinions.desk import Desk
from tests.ui.page_stage import Services
from ui.opinions.entry import Entry, PersonLine
from ui.opinions.words import TYPING

ONE = PersonLine("bà Lê Thị Ổn", "xóm Đình", "phu ap")


def collect(hall: Hall) -> list[str]:
    return [
        hall.collect(
            "Sửa đường trục thôn.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", field="Giao thông", answer=ROAD
        ),
        hall.collect("Nước yếu, đề nghị thay ống.", "Đặng Văn Quyết", "thôn Đồng Vạn", field="Điện, nước"),
        hall.collect("Rác hai tuần chưa thu.", "", "thôn Phú Ấp"),
    ]


# --- writing down -----------------------------------------------------------------------------------------


def test_a_slip_with_all_its_facts(desk: Desk) -> None:
    """C5: source, number, day, persons, field, kind, consent, competence, answer; the telephone apart."""
    desk.open().presenter.begin_new()
    desk.type(
        slip_number="031", received="17/4", people=(ONE, PersonLine("ông Lò Văn Ế", "", "Đồng Vạn")),
        group_note="6 hộ xóm Đình", text="Đường trục thôn ngập.\nXin làm sớm.", field="Giao thông",
        kind=OpinionKind.QUESTION, consent=False, beyond=True, receiving_body="Sở Xây dựng",
        prepared_answer=ROAD, prepared_by="Phòng Kinh tế", withheld=True,
        phone="0912 000 104", house_address="Nhà số 12",
    )  # fmt: skip
    assert desk.presenter.save(go_on=True)
    (opinion,) = desk.opinions()
    assert (opinion.source, opinion.slip_number, opinion.received_on) == (
        Source.SLIP,
        "031",
        date(2026, 4, 17),
    )
    assert opinion.voices == (
        Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp", "xóm Đình"), Voice("Lò Văn Ế", "ông", "thôn Đồng Vạn"),
    )  # fmt: skip
    assert (opinion.text, opinion.field, opinion.kind) == (
        "Đường trục thôn ngập.\nXin làm sớm.", "Giao thông", OpinionKind.QUESTION,
    )  # fmt: skip
    assert (opinion.group_note, opinion.consent, opinion.withheld) == ("6 hộ xóm Đình", False, True)
    assert (opinion.beyond_competence, opinion.receiving_body) == (True, "Sở Xây dựng")
    assert (opinion.prepared_answer, opinion.prepared_by) == (ROAD, "Phòng Kinh tế")
    app, cid = desk.hall.app, desk.hall.cid
    assert app.exchange.package(cid).contacts == (Contact(opinion.id, "0912 000 104", "Nhà số 12"),)
    assert all("0912" not in repr(entry.changes) for entry in app.live.history(cid))


def test_slips_come_in_piles(desk: Desk) -> None:
    """C4: after saving the next form is open, with source, day, thôn and field of the last one."""
    desk.open().presenter.begin_new()
    assert desk.form.received == "thứ Sáu 24/4/2026"  # today, on the first
    desk.type(source=Source.VILLAGE_HEAD, people=(ONE,), text="Một.", received="17/4", field="Giao thông")
    desk.presenter.save(go_on=True)
    assert desk.form == Entry(
        source=Source.VILLAGE_HEAD,
        received="17/4",
        people=(PersonLine(locality="phu ap"),),
        field="Giao thông",
    )
    assert desk.screen.form is not None
    assert desk.screen.form.new
    desk.type(text="Hai.")
    desk.presenter.save(go_on=False)
    assert desk.screen.form is None
    assert [o.text for o in desk.opinions()] == ["Một.", "Hai."]
    assert {o.source for o in desk.opinions()} == {Source.VILLAGE_HEAD}
    assert desk.screen.selected == desk.opinions()[1].id
    assert desk.screen.facts[0] == "2 ý kiến của 2 người; 2 chưa giao"


def test_the_form_complains_and_keeps_the_words(desk: Desk) -> None:
    """G5: nothing is written, the field is named, the words stay."""
    desk.open().presenter.begin_new()
    desk.type(people=(ONE,), text="  ")
    assert not desk.presenter.save(go_on=True)
    desk.type(text="Đường hỏng.", received="30/2/2026")
    assert not desk.presenter.save(go_on=True)
    assert [field for field, _ in desk.complaints] == ["text", "received"]
    assert desk.complaints[1][1] == "Tháng 2 năm 2026 chỉ có 28 ngày."
    assert desk.opinions() == ()
    assert desk.form.people == (ONE,)


def test_an_edit_writes_only_what_was_changed(desk: Desk, hall: Hall) -> None:
    """L9: what the session wrote meanwhile into other fields stays."""
    first, *_ = collect(hall)
    desk.open().presenter.begin_edit(first)
    hall.app.live.edit_opinion(hall.cid, first, field="Đất đai", unit="Phòng Kinh tế")
    desk.type(text="Sửa đường trục thôn Phú Ấp.")
    desk.presenter.save(go_on=False)
    opinion = desk.opinions()[0]
    assert (opinion.text, opinion.field, opinion.unit) == (
        "Sửa đường trục thôn Phú Ấp.",
        "Đất đai",
        "Phòng Kinh tế",
    )
    newest = hall.app.live.history(hall.cid, 1)[0]
    assert [change.field for change in newest.changes] == ["text"]


def test_looking_writes_nothing(desk: Desk, hall: Hall) -> None:
    """L9: a form opened and saved without a change makes no act."""
    first, *_ = collect(hall)
    before = len(hall.app.live.history(hall.cid))
    desk.open().presenter.begin_edit(first)
    desk.presenter.save(go_on=False)
    desk.presenter.form.close()
    assert len(hall.app.live.history(hall.cid)) == before
    assert desk.screen.shelf == ""


def test_answers_one_after_the_other(desk: Desk, hall: Hall) -> None:
    """C7: F2, words, Ctrl+Enter: the same field of the next opinion in the list, as it is filtered."""
    ids = collect(hall)
    desk.open().presenter.choose("answer", "missing")
    desk.presenter.begin_edit(ids[1], "prepared_answer")
    desk.type(prepared_answer="Thay ống trong tháng 5.", prepared_by="Phòng Kinh tế")
    desk.presenter.save(go_on=True)
    assert desk.form.opinion_id == ids[2]
    assert desk.focus == "prepared_answer"
    desk.type(prepared_answer="Thu rác mỗi tuần hai lần.")
    desk.presenter.save(go_on=True)
    assert desk.screen.form is None
    assert [o.prepared_answer for o in desk.opinions()][1:] == [
        "Thay ống trong tháng 5.",
        "Thu rác mỗi tuần hai lần.",
    ]


def test_a_slip_entered_twice_is_told(desk: Desk) -> None:
    """C4: a sentence, never a refusal."""
    desk.open().presenter.begin_new()
    desk.type(slip_number="0031", text="Một.")
    desk.presenter.save(go_on=True)
    assert desk.presenter.suggest.help.slip("0031", "").warning == "Phiếu này đã nhập ở ý kiến số 1."
    assert desk.presenter.suggest.help.slip("", "").warning == ""
    desk.presenter.begin_edit(desk.opinions()[0].id)
    assert desk.presenter.suggest.help.slip("0031", "").warning == ""


# --- nothing is lost --------------------------------------------------------------------------------------


def test_half_typed_words_are_on_the_disk_within_a_second(desk: Desk, hall: Hall) -> None:
    """L9: the power is cut while typing; the next start has the words, and begins nothing by itself."""
    ids = collect(hall)
    desk.open().presenter.begin_edit(ids[1])
    desk.type(text="Nước yếu, đề nghị thay ống ở xóm Trại.")
    desk.presenter.begin_new()
    for length in range(5, 13):
        desk.type(text="Đường làng hỏng"[:length])
        desk.timer.pass_ms(100)  # never a pause
    desk.timer.pass_ms(300)
    assert desk.kept
    hall.reopen()
    again = Desk(hall).open()
    assert again.screen.form is None
    assert again.screen.shelf == "ý kiến mới, ý kiến số 2"
    assert [row.state for row in again.screen.rows][1] == TYPING
    again.presenter.begin_new()
    assert again.form.text == "Đường làng h"
    again.presenter.begin_edit(ids[1])
    assert again.form.text == "Nước yếu, đề nghị thay ống ở xóm Trại."
    assert [o.text for o in again.opinions()][1] == "Nước yếu, đề nghị thay ống."


def test_leaving_writes_at_once(desk: Desk, hall: Hall) -> None:
    """L9: another page is opened before the pause is over."""
    desk.open().presenter.begin_new()
    desk.type(text="Đường")
    desk.presenter.leave()
    assert Desk(hall).open().screen.shelf == "ý kiến mới"


def test_a_saved_form_leaves_nothing_on_the_shelf(desk: Desk, hall: Hall) -> None:
    """L9: what is an opinion now is no draft any more, on the disk neither."""
    desk.open().presenter.begin_new()
    desk.type(text="Đường hỏng.")
    desk.timer.pass_ms(1000)
    desk.presenter.save(go_on=False)
    desk.timer.pass_ms(1000)
    assert desk.screen.shelf == ""
    assert Desk(hall).open().screen.shelf == ""


def test_closing_keeps_and_resuming_brings_back(desk: Desk, hall: Hall) -> None:
    """L9: Esc loses nothing; "Bỏ" can be taken back."""
    desk.open().presenter.begin_new()
    desk.type(text="Đường làng", people=(ONE,))
    desk.presenter.form.close()
    assert desk.screen.shelf == "ý kiến mới"
    desk.presenter.form.discard()
    assert desk.screen.shelf == ""
    assert desk.back is not None
    desk.back()
    desk.presenter.resume()
    assert (desk.form.text, desk.form.people) == ("Đường làng", (ONE,))
    assert desk.screen.shelf == ""  # it is in the form now


def test_a_full_disk_keeps_every_slip_that_was_typed(hall: Hall) -> None:
    """L9, G5: two slips are typed on while nothing can be saved; then the disk is free again."""
    disk = BrokenDisk(hall.app.live)
    desk = Desk(hall, services=Services(hall.app, live=disk)).open()
    disk.broken = True
    desk.presenter.begin_new()
    desk.type(text="Một.")
    desk.presenter.save(go_on=True)
    desk.type(text="Hai.")
    desk.presenter.save(go_on=True)
    assert desk.screen.trouble is not None
    assert desk.screen.trouble.fact == "Chưa lưu được."
    assert "tệp cứu" in desk.screen.trouble.sentence
    assert [entry.text for entry in desk.rescued] == ["Một.", "Hai."]
    assert desk.screen.shelf == "2 ý kiến mới"
    disk.broken = False
    desk.presenter.try_again()
    assert [o.text for o in desk.opinions()] == ["Một.", "Hai."]
    assert desk.screen.trouble is None
    assert desk.screen.shelf == ""


def test_typing_goes_on_while_the_disk_is_slow(hall: Hall) -> None:
    """L9: the next form is there at once; what is typed in it is not touched by the save that ends later."""
    late = LateRunner()
    desk = Desk(hall, run=late)
    desk.open()
    late.let_go()
    desk.presenter.begin_new()
    desk.type(text="Một.")
    desk.presenter.save(go_on=True)
    desk.type(text="Hai")
    late.let_go()
    assert [o.text for o in desk.opinions()] == ["Một."]
    assert desk.form.text == "Hai"
    assert desk.screen.form is not None
    desk.presenter.save(go_on=False)
    late.let_go()
    assert [o.text for o in desk.opinions()] == ["Một.", "Hai"]


def test_an_opinion_removed_elsewhere_keeps_its_words(desk: Desk, hall: Hall) -> None:
    """L9: while it is being edited here it is removed there: the words become a new one."""
    first, *_ = collect(hall)
    desk.open().presenter.begin_edit(first)
    desk.type(text="Sửa đường trục thôn gấp.")
    hall.app.live.remove_opinion(hall.cid, first)
    desk.presenter.refresh()
    assert desk.screen.form is not None
    assert desk.screen.form.new
    desk.presenter.save(go_on=False)
    assert desk.opinions()[-1].text == "Sửa đường trục thôn gấp."


# --- undo -------------------------------------------------------------------------------------------------


def test_removing_can_be_taken_back_and_done_again(desk: Desk, hall: Hall) -> None:
    """L9: the toast names it; the row beside it is selected; undo brings everything back."""
    ids = collect(hall)
    desk.open().presenter.select(ids[0])
    desk.presenter.many.remove()
    assert desk.said[-1] == "Đã xóa ý kiến số 1, Ông Nguyễn Đức Ưởng"
    assert [row.id for row in desk.screen.rows] == ids[1:]
    assert desk.screen.selected == ids[1]
    desk.presenter.acts.undo()
    assert [row.id for row in desk.screen.rows] == ids
    desk.presenter.acts.redo()
    assert [row.id for row in desk.screen.rows] == ids[1:]


def test_undo_never_reaches_into_another_page(desk: Desk, hall: Hall) -> None:
    """L9: what was done in the session, or before this page was opened, stays."""
    collect(hall)
    desk.open().presenter.acts.undo()
    assert len(desk.opinions()) == 3
    desk.presenter.many.remove()
    desk.presenter.leave()
    desk.presenter.acts.undo()
    assert len(desk.opinions()) == 2


# --- the list ---------------------------------------------------------------------------------------------


def test_search_and_chips_and_order(desk: Desk, hall: Hall) -> None:
    """G3, C6: count, order, selection and the way out of an empty list."""
    ids = collect(hall)
    desk.open().presenter.search("duong truc")
    assert [row.id for row in desk.screen.rows] == [ids[0]]
    assert desk.screen.count == "1 trên 3 ý kiến"
    desk.presenter.search("khong biet")
    assert desk.screen.empty == "no_match"
    assert "khong biet" in desk.screen.no_match
    assert desk.screen.detail is None
    desk.presenter.widen()
    assert desk.screen.count == "3 ý kiến"
    desk.presenter.choose("place", "thôn Phú Ấp")
    assert [row.id for row in desk.screen.rows] == [ids[0], ids[2]]
    assert dict(desk.screen.chips.chosen) == {"place": "Phú Ấp"}
    desk.presenter.choose("place", "")
    desk.presenter.sort("who")
    assert [row.who for row in desk.screen.rows] == [
        "Chưa rõ họ tên",
        "Ông Đặng Văn Quyết",
        "Ông Nguyễn Đức Ưởng",
    ]
    desk.presenter.sort("number")
    desk.presenter.sort("number")
    assert [row.number for row in desk.screen.rows] == ["3", "2", "1"]


def test_only_what_came_before_the_day(desk: Desk, hall: Hall) -> None:
    """C5: opinions of the hall are not here."""
    hall.app.live.save_item(hall.cid, LiveItem(text="Nói tại hội trường."))
    assert desk.open().screen.empty == "none"


def test_many_opinions_answer_to_a_key_at_once(desk: Desk, hall: Hall) -> None:
    """G3: after one act only one opinion is folded again."""
    ids = collect(hall)
    desk.open()
    before = {row.opinion.id: row for row in desk.presenter.listing._index}
    hall.app.live.edit_opinion(hall.cid, ids[1], text="Nước rất yếu.")
    desk.presenter.refresh()
    after = {row.opinion.id: row for row in desk.presenter.listing._index}
    assert [key for key in ids if after[key] is before[key]] == [ids[0], ids[2]]
    desk.presenter.search("rat yeu")
    assert [row.id for row in desk.screen.rows] == [ids[1]]


def test_an_unreadable_shelf_is_no_obstacle(hall: Hall) -> None:
    """G5: settings written by another version, or by hand."""
    hall.app.settings.set(f"opinions.shelf.{hall.cid}", [{"source": "khác"}])
    assert Desk(hall).open().screen.loaded


def test_contacts_are_erased_when_asked(desk: Desk) -> None:
    """C5: emptied fields leave nothing in the table of contacts."""
    desk.open().presenter.begin_new()
    desk.type(text="Một.", phone="0912 000 104")
    desk.presenter.save(go_on=False)
    opinion_id = desk.opinions()[0].id
    desk.presenter.begin_edit(opinion_id)
    assert desk.form.phone == "0912 000 104"
    desk.form = replace(desk.form, phone="")
    desk.presenter.form.typed(desk.form)
    desk.presenter.save(go_on=False)
    assert Services(desk.hall.app).contacts.all(desk.hall.cid) == {}
