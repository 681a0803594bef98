"""The invited without a window: laid out, typed, sent, answered; nothing is lost (C10, C11, L9)."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_desktop.domain.conference import Contact, Stage
from dialogue_desktop.domain.inviting import InviteState, is_open
from dialogue_desktop.domain.records import Delegate, Reply
from dialogue_desktop.domain.seats import HOSTS
from tests.live.hall import BrokenDisk, Hall, LateRunner
from tests.ui.invite.desk import Desk
from tests.ui.page_stage import Services
from ui.invite.entry import DelegateEntry
from ui.invite.looks import TYPING

TODAY = date(2026, 4, 24)
PHU_AP = {"group_id": "nhan-dan", "locality": "phu ap"}


def open_seats(desk: Desk, locality: str = "thôn Phú Ấp") -> dict[str, int]:
    return {d.hamlet: d.count for d in desk.delegates() if is_open(d) and d.locality == locality}


# --- from the plan ----------------------------------------------------------------------------------------


def test_the_plan_laid_out_by_one_act(desk: Desk) -> None:
    """C11, P8: sections with how full they are; one toast with one undo; then there is nothing to add."""
    desk.open()
    assert (desk.screen.empty, desk.screen.addable) == ("none", 20)
    desk.presenter.lay_out()
    assert desk.said == ["Đã xếp 20 dòng theo kế hoạch"]
    rows = desk.rows()
    assert rows[0] == "Chủ trì và thư ký: 5 đại biểu"
    assert rows[6:13] == [
        "Thường trực Đảng ủy, Ủy ban Mặt trận Tổ quốc Việt Nam xã: 5 trên 6 đại biểu, còn thiếu 1",
        "Ông Phạm Quốc Thắng", "Ông Trần Hữu Lẫm", "Bà Lê Thị Ngoãn", "Thường trực Đảng ủy",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "1 chỗ chưa có tên",
    ]  # fmt: skip
    assert rows[-5:] == [
        "Nhân dân thôn Phú Ấp: 0 trên 30 đại biểu, còn thiếu 30", "12 chỗ chưa có tên", "18 chỗ chưa có tên",
        "Nhân dân thôn Đồng Vạn: 0 trên 20 đại biểu, còn thiếu 20", "20 chỗ chưa có tên",
    ]  # fmt: skip
    assert desk.screen.facts == (
        "16 đại biểu, 51 chỗ chưa có tên; chưa gửi 62 giấy mời, chậm nhất Chủ nhật 19/4/2026 (trễ 5 ngày)"
    )
    desk.presenter.lay_out()
    assert desk.said[-1] == "Danh sách đã có đủ những ai kế hoạch nêu"
    desk.presenter.acts.undo()
    assert desk.screen.empty == "none"
    desk.presenter.acts.redo()
    assert desk.rows() == rows


def test_detail_says_how_full_the_thon_and_its_hamlets_are(desk: Desk) -> None:
    """P8: over and under by thôn and by xóm."""
    desk.open(laid_out=True).add(*(f"ông Lò Văn {n}" for n in "ABCDEFGHIKLMN"), hamlet="xóm đình", **PHU_AP)
    desk.presenter.select(desk.named("Lò Văn A").id)
    assert desk.screen.detail is not None
    assert desk.screen.detail.seats == (
        ("Thôn Phú Ấp", "13 trên 30 đại biểu, còn thiếu 17"),
        ("Xóm Đình", "13 trên 12 đại biểu, thừa 1"),
        ("Còn lại của thôn", "0 trên 18 đại biểu, còn thiếu 18"),
    )
    assert ("Địa chỉ", "Xóm đình, thôn Phú Ấp") in desk.screen.detail.facts


# --- typing many ------------------------------------------------------------------------------------------


def test_people_one_after_the_other(desk: Desk) -> None:
    """C11: group, thôn, xóm and way stay from the last one; each takes a seat; the telephone lies apart."""
    desk.open(laid_out=True)
    seat = next(d for d in desk.delegates() if d.hamlet == "xóm Đình")
    desk.presenter.name_seat(seat.id)
    assert (desk.form.group_id, desk.form.locality, desk.form.hamlet) == (
        "nhan-dan",
        "thôn Phú Ấp",
        "xóm Đình",
    )
    assert desk.form.through
    desk.type(name="bà  Lê Thị Ổn", office="Chi hội trưởng Phụ nữ", phone="0912 000 104", note="Đến muộn")
    assert desk.presenter.save(go_on=True)
    assert desk.form == DelegateEntry(
        group_id="nhan-dan", locality="thôn Phú Ấp", hamlet="xóm Đình", through=True
    )
    desk.type(name="đ/c Lò Văn Ự")
    assert desk.presenter.save(go_on=False)
    assert desk.screen.form is None
    first, second = desk.named("Lê Thị Ổn"), desk.named("Lò Văn Ự")
    assert (first.honorific, first.office, first.hamlet, first.note) == (
        "bà",
        "Chi hội trưởng Phụ nữ",
        "xóm Đình",
        "Đến muộn",
    )
    assert (second.honorific, second.through_locality) == ("đồng chí", True)
    assert open_seats(desk) == {"xóm Đình": 10, "": 18}
    app, cid = desk.hall.app, desk.hall.cid
    assert app.contacts.all(cid) == {first.id: Contact(first.id, "0912 000 104")}
    assert all("0912" not in repr(entry.changes) for entry in app.live.history(cid))
    assert desk.screen.selected == second.id


def test_the_form_complains_and_keeps_the_words(desk: Desk) -> None:
    """G5: nothing is written, the field is named, the words stay."""
    desk.open(laid_out=True).presenter.begin_new()
    before = desk.delegates()
    desk.type(name=" ", note="Mời thêm")
    assert not desk.presenter.save(go_on=True)
    desk.type(office="Hợp tác xã nông nghiệp", count="0")
    assert not desk.presenter.save(go_on=True)
    desk.type(count="3", sent="31/4")
    assert not desk.presenter.save(go_on=True)
    assert [field for field, _ in desk.complaints] == ["name", "count", "sent"]
    assert desk.complaints[2][1] == "Tháng 4 năm 2026 chỉ có 30 ngày."
    assert desk.delegates() == before
    assert desk.form.note == "Mời thêm"
    desk.type(sent="")
    assert desk.presenter.save(go_on=False)
    body = next(d for d in desk.delegates() if d.office == "Hợp tác xã nông nghiệp")
    assert (body.count, body.shown) == (3, "Hợp tác xã nông nghiệp")


def test_somebody_twice_is_told(desk: Desk) -> None:
    """C11: a sentence, never a refusal; not of oneself."""
    desk.open(laid_out=True).add("ông Đỗ Văn Tám", **PHU_AP)
    assert desk.presenter.double_warning("bà đỗ văn tám") == (
        "Đã có ông Đỗ Văn Tám trong danh sách (thôn Phú Ấp)."
    )
    desk.presenter.begin_edit(desk.named("Đỗ Văn Tám").id)
    assert desk.presenter.double_warning("ông Đỗ Văn Tám") == ""


def test_an_edit_writes_only_what_was_changed(desk: Desk, hall: Hall) -> None:
    """L9: what was done elsewhere meanwhile stays; looking writes nothing."""
    desk.open(laid_out=True).add("ông Đỗ Văn Tám", **PHU_AP)
    one = desk.named("Đỗ Văn Tám")
    desk.presenter.begin_edit(one.id)
    desk.presenter.save(go_on=False)
    hall.app.inviting.reply(hall.cid, [one.id], Reply.COMING)
    desk.presenter.begin_edit(one.id)
    desk.type(office="Trưởng ban quản lý chợ")
    desk.presenter.save(go_on=False)
    after = desk.named("Đỗ Văn Tám")
    assert (after.reply, after.office) == (Reply.COMING, "Trưởng ban quản lý chợ")
    newest, before, *_ = hall.app.live.history(hall.cid)
    assert [change.field for change in newest.changes] == ["office"]
    assert before.kind == "delegate.reply"


def test_replies_one_after_the_other(desk: Desk) -> None:
    """C11: Ctrl+Enter opens the next line at the same field."""
    desk.open(laid_out=True).presenter.choose("group", "thon")
    lines = [d.id for d in desk.delegates() if d.group_id == "thon"]
    desk.presenter.begin_edit(lines[0], "note")
    desk.type(note="Đã báo")
    desk.presenter.save(go_on=True)
    assert (desk.form.delegate_id, desk.focus) == (lines[1], "note")


# --- many at once -----------------------------------------------------------------------------------------


def test_ticked_lines_sent_answered_numbered(desk: Desk, hall: Hall) -> None:
    """C10, C11: every verb is one act for all ticked lines, which stay ticked; hosts and seats are left out
    where it is not theirs."""
    hall.app.planning.finish_plan(hall.cid)
    desk.open(laid_out=True).presenter.choose("group", "cap-xa")
    desk.presenter.tick_shown()
    host = next(d for d in desk.delegates() if d.group_id == HOSTS)
    desk.presenter.tick(host.id, True)
    assert desk.screen.chosen.words == "Đã chọn 7 dòng"
    many = desk.presenter.many
    many.mark_sent(TODAY)
    assert desk.said[-1] == "Đã ghi gửi giấy mời ngày 24/4: 6 dòng"
    assert hall.app.planning.view(hall.cid).stage is Stage.INVITE
    many.reply(Reply.COMING)
    assert desk.said[-1] == "Đã ghi sẽ dự: 6 dòng"
    many.number("7", same=False)
    assert desk.said[-1] == "Đã đánh số giấy mời 07 đến 12: 6 dòng"
    many.toggle_way()
    assert desk.said[-1] == "Gửi qua thôn: 7 dòng"
    many.toggle_way()
    assert desk.said[-1] == "Gửi trực tiếp: 7 dòng"
    chosen = [d for d in desk.delegates() if d.group_id == "cap-xa"]
    assert {d.sent_on for d in chosen} == {TODAY}
    assert [d.letter_number for d in chosen] == ["07", "08", "09", "10", "11", "12"]
    assert [d.reply for d in chosen] == [Reply.COMING] * 5 + [None]
    now_host = next(d for d in desk.delegates() if d.id == host.id)
    assert (now_host.sent_on, now_host.letter_number, now_host.reply) == (None, "", Reply.COMING)
    many.mark_sent(TODAY)
    assert desk.said[-1] == "Giấy mời đã ghi như vậy rồi"
    for _ in range(5):
        desk.presenter.acts.undo()
    assert {d.sent_on for d in desk.delegates()} == {None}
    desk.presenter.untick()
    assert desk.screen.chosen.words == ""


def test_without_ticks_the_line_in_hand(desk: Desk) -> None:
    """C10: verbs work on the selected line; letters of open seats count as they are."""
    desk.open(laid_out=True)
    seat = next(d for d in desk.delegates() if d.locality == "thôn Đồng Vạn" and is_open(d))
    desk.presenter.select(seat.id)
    desk.presenter.many.mark_sent(TODAY)
    assert desk.said[-1] == "Đã ghi gửi giấy mời ngày 24/4: 20 chỗ chưa có tên"
    desk.presenter.many.reply(Reply.COMING)
    assert desk.said[-1] == "Chỉ ghi được trả lời của người đã có tên và chưa ghi như vậy"
    desk.add("ông Đỗ Văn Tám", group_id="nhan-dan", locality="dong van", through=True)
    assert desk.named("Đỗ Văn Tám").sent_on == TODAY  # the seat's letter was his


def test_a_number_that_is_taken_is_told(desk: Desk) -> None:
    """C10, G5: nothing is numbered, the sentence stays on the page until it is read again."""
    desk.open(laid_out=True)
    one, other = [d.id for d in desk.delegates() if d.group_id == "thon"][:2]
    desk.presenter.select(one)
    desk.presenter.many.number("5", same=False)
    desk.presenter.select(other)
    desk.presenter.many.number("5", same=False)
    assert desk.screen.trouble is not None
    assert desk.screen.trouble.sentence.startswith("Số giấy mời 05 đã ghi cho Bí thư chi bộ.")
    desk.presenter.try_again()
    assert desk.screen.trouble is None


def test_removed_together_and_back(desk: Desk) -> None:
    """L9: one act, the cursor beside; undo brings them with their seats; a form of one of them closes."""
    desk.open(laid_out=True).add("ông A Một", "ông Bê Hai", "ông Xê Ba", **PHU_AP)
    before = desk.delegates()
    for name in ("A Một", "Bê Hai"):
        desk.presenter.tick(desk.named(name).id, True)
    desk.presenter.begin_edit(desk.named("A Một").id)
    desk.presenter.many.remove()
    assert desk.said[-1] == "Đã bỏ 2 dòng"
    assert desk.screen.form is None
    assert [d.name for d in desk.delegates() if d.group_id == "nhan-dan" and d.name] == ["Xê Ba"]
    assert desk.screen.selected == desk.named("Xê Ba").id
    desk.presenter.acts.undo()
    assert set(desk.delegates()) == set(before)


def test_into_another_group_and_order(desk: Desk) -> None:
    """C11: moved to a group; up and down inside it, while the list stands as it is printed."""
    desk.open(laid_out=True).add("ông A Một", "ông Bê Hai", **PHU_AP)
    desk.presenter.tick(desk.named("A Một").id, True)
    desk.presenter.many.move("cap-xa")
    assert desk.said[-1] == "Đã chuyển ông A Một sang nhóm Thường trực Đảng ủy"
    desk.presenter.select(desk.named("A Một").id)
    desk.presenter.shift(-1)
    group = [d.shown for d in desk.delegates() if d.group_id == "cap-xa" and not is_open(d)]
    assert group[-2:] == ["ông A Một", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"]
    desk.presenter.sort("who")
    desk.presenter.shift(-1)
    assert [d.shown for d in desk.delegates() if d.group_id == "cap-xa" and not is_open(d)] == group


def test_who_came_is_noted_once_it_is_held(desk: Desk, hall: Hall) -> None:
    """C11: invited is not present; before the session nobody is asked."""
    desk.open(laid_out=True)
    assert not desk.screen.held
    hall.app.live.start(hall.cid)
    desk.presenter.refresh()
    assert desk.screen.held
    desk.presenter.select(next(d.id for d in desk.delegates() if d.name == "Vũ Thị Mỡ"))
    desk.presenter.many.attend(False)
    assert desk.said[-1] == "Đã ghi vắng: Vũ Thị Mỡ"
    assert desk.named("Vũ Thị Mỡ").attended is False
    assert desk.screen.detail is not None
    assert desk.screen.detail.state == InviteState.ABSENT


# --- finding ----------------------------------------------------------------------------------------------


def test_search_without_accents_chips_and_order(desk: Desk) -> None:
    """G3: words, beginnings, filters by letter and reply; sorted by given name inside each section."""
    desk.open(laid_out=True).add("bà Lê Thị Ổn", "ông Đỗ Văn Ánh", "bà Vũ Thị An", **PHU_AP)
    desk.presenter.search("thi on")
    assert desk.rows()[1:] == ["Bà Lê Thị Ổn"]
    (section,) = desk.screen.sections
    assert [section.rows[0].who[a : a + n] for a, n in section.rows[0].who_marks] == ["Thị Ổn"]
    desk.presenter.search("")
    desk.presenter.choose("place", "thôn Phú Ấp")
    desk.presenter.choose("way", "co_ten")
    desk.presenter.sort("who")
    assert desk.rows()[-3:] == ["Bà Vũ Thị An", "Ông Đỗ Văn Ánh", "Bà Lê Thị Ổn"]
    desk.presenter.sort("who")
    assert desk.rows()[-3:] == ["Bà Lê Thị Ổn", "Ông Đỗ Văn Ánh", "Bà Vũ Thị An"]
    desk.presenter.sort("who")
    assert desk.screen.order == "number"
    desk.presenter.many.mark_sent(TODAY)
    desk.presenter.choose("letter", "da_gui")
    assert len(desk.rows()) == 2
    assert dict(desk.screen.chips.chosen) == {
        "place": "Phú Ấp", "letter": "Đã gửi", "way": "Đã có tên",
    }  # fmt: skip
    desk.presenter.choose("reply", "se_du")
    assert desk.screen.empty == "no_match"
    desk.presenter.widen()
    assert desk.screen.empty == ""


@pytest.mark.parametrize(
    ("chip", "value", "count"),
    [
        ("letter", "chua_gui", 14),
        ("letter", "qua_han", 14),
        ("reply", "chua_tra_loi", 1),
        ("reply", "khong_du", 1),
        ("way", "qua_thon", 9),
        ("way", "chua_co_ten", 4),
        ("group", "khac", 1),
        ("place", "-", 12),
    ],
)
def test_every_chip_finds_what_it_says(desk: Desk, hall: Hall, chip: str, value: str, count: int) -> None:
    """C10, C11: and counts the same before it is chosen."""
    hall.app.inviting.lay_out(hall.cid)
    rows = [d.id for d in hall.app.inviting.invited(hall.cid).delegates if d.group_id == "thon"]
    hall.app.inviting.mark_sent(hall.cid, rows[:2], date(2026, 4, 15))
    hall.app.inviting.reply(hall.cid, rows[:1], Reply.NOT_COMING)
    hall.app.inviting.add(hall.cid, [Delegate("", name="Ngô Đình Quỳ", group_id="nhom-da-bo")])
    desk.open()
    choices = {c.value: c.count for c in getattr(desk.screen.chips, chip)}
    desk.presenter.choose(chip, value)
    shown = sum(len(section.rows) for section in desk.screen.sections)
    assert shown == count
    assert choices.get(value, count) == count


# --- nothing is lost --------------------------------------------------------------------------------------


def test_half_typed_forms_wait(desk: Desk, hall: Hall) -> None:
    """L9: on the disk within a second, in a new start too; put away and brought back by the toast."""
    desk.open(laid_out=True).presenter.begin_new()
    desk.type(name="bà Lê Thị")
    desk.timer.pass_ms(1000)
    assert len(desk.kept) == 1
    one = next(d for d in desk.delegates() if d.name == "Vũ Thị Mỡ")
    desk.presenter.begin_edit(one.id)
    desk.type(note="Gọi lại")
    desk.presenter.form.close()
    assert desk.screen.shelf == "đại biểu mới, Vũ Thị Mỡ"
    states = {row.id: row.state for section in desk.screen.sections for row in section.rows}
    assert states[one.id] == TYPING
    desk.presenter.leave()
    again = Desk(hall).open()
    assert again.screen.shelf == "đại biểu mới, Vũ Thị Mỡ"
    again.presenter.resume()
    assert again.form.note == "Gọi lại"
    again.presenter.begin_new()
    assert again.form.name == "bà Lê Thị"
    again.presenter.form.discard()
    assert again.screen.shelf == ""
    assert again.back is not None
    again.back()
    assert again.screen.shelf == "Vũ Thị Mỡ"


def test_a_full_disk_loses_no_word(hall: Hall) -> None:
    """L9, G5: the words stay, lie in a file, and are saved once there is room."""
    disk = BrokenDisk(hall.app.inviting)
    desk = Desk(hall, services=Services(hall.app, inviting=disk)).open(laid_out=True)
    desk.presenter.begin_new()
    desk.type(name="bà Lê Thị Ổn", **PHU_AP)

    disk.broken = True
    assert desk.presenter.save(go_on=True)
    assert desk.screen.trouble is not None
    assert desk.screen.trouble.sentence.startswith("Ổ đĩa đã đầy")
    assert [entry.name for entry in desk.rescued] == ["bà Lê Thị Ổn"]
    disk.broken = False
    desk.presenter.try_again()
    assert desk.screen.trouble is None
    assert desk.named("Lê Thị Ổn").honorific == "bà"


def test_taken_away_elsewhere(desk: Desk, hall: Hall) -> None:
    """L9: the line in the form goes: what was typed becomes a new one."""
    desk.open(laid_out=True).add("ông A Một", **PHU_AP)
    one = desk.named("A Một")
    desk.presenter.begin_edit(one.id)
    desk.type(note="Ngồi hàng đầu")
    hall.app.inviting.remove(hall.cid, [one.id])
    desk.presenter.refresh()
    assert desk.said[-1] == desk.presenter.gone_words
    assert desk.screen.form is not None
    assert desk.screen.form.new
    assert desk.presenter.save(go_on=False)
    assert desk.named("A Một").note == "Ngồi hàng đầu"
    assert desk.named("A Một").id != one.id


def test_a_slow_disk_shows_the_newest(hall: Hall) -> None:
    """L9: two acts before the first answer comes: both are there, read once more."""
    run = LateRunner()
    desk = Desk(hall, run=run)
    hall.app.inviting.lay_out(hall.cid)
    desk.presenter.open()
    run.let_go()
    rows = [d.id for d in desk.delegates() if d.group_id == "thon"][:2]
    for row in rows:
        desk.presenter.select(row)
        desk.presenter.many.reply(Reply.COMING)
    run.let_go()
    assert [d.reply for d in desk.delegates() if d.id in rows] == [Reply.COMING] * 2
    shown = {row.id: row.state for section in desk.screen.sections for row in section.rows}
    assert [shown[row] for row in rows] == [InviteState.COMING] * 2
