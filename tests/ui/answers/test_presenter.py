"""What units owe, their opinions and the answer in hand: the presenter on a real database (C6, C7, L9)."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.live.hall import BrokenDisk
from tests.ui.answers.desk import Desk
from tests.ui.answers.town import CULTURE, ECONOMY, POLICE, Town
from tests.ui.page_stage import Services
from ui.answers.presenter import NO_OPINION


def test_by_unit_with_who_is_late_and_since_when(town: Town, desk: Desk) -> None:
    """C7: given, prepared, missing, late since, the next day with its weekday; what nobody has comes last."""
    units = desk.open().units()
    assert list(units) == [ECONOMY, CULTURE, POLICE, "Chưa giao"]
    economy, culture = units[ECONOMY], units[CULTURE]
    assert (economy.progress, economy.missing, economy.officials) == (
        "1 trên 5", "Còn thiếu 4", "ông Trần Hữu Lẫm",
    )  # fmt: skip
    assert (economy.state, economy.words, economy.since) == ("late", "Trễ 1 ý kiến", "từ T2 13/4, 3 ngày")
    assert (economy.due, economy.left) == ("T2 20/4", "Còn 4 ngày")
    assert (culture.state, culture.due, culture.left) == ("soon", "T6 17/4", "Còn 1 ngày")
    assert (units["Chưa giao"].state, units["Chưa giao"].due) == ("free", "")
    assert desk.screen.facts == "9 ý kiến: 2 đã có câu trả lời, 7 còn thiếu, 1 trễ hạn, 1 chưa giao"
    assert desk.screen.due == "Hạn thường lệ: thứ Tư 22/4/2026, còn 6 ngày"
    assert desk.screen.counted.startswith("Kế hoạch không nêu hạn gửi câu trả lời.")
    town.clock.set(datetime(2026, 4, 23, 1, 30, tzinfo=UTC))
    desk.presenter.refresh()
    assert desk.screen.due == "Hạn thường lệ: thứ Tư 22/4/2026, đã qua 1 ngày"


def test_the_first_without_an_answer_is_in_hand(town: Town, desk: Desk) -> None:
    """C7: the unit's opinions by number, one line for a group; the text and its answer beside."""
    desk.open()
    assert [(row.numbers, row.state) for row in desk.screen.rows] == [
        ("1", "prepared"), ("2", "late"), ("3, 4", "missing"), ("6", "missing"),
    ]  # fmt: skip
    assert desk.rows()["3, 4"].note == "2 ý kiến, trả lời chung  ·  Điện, nước"
    assert desk.rows()["6"].note.endswith("Vượt thẩm quyền")
    view = desk.screen.view
    assert view is not None
    assert (view.title, view.told[0][0]) == ("Ý kiến số 2", "Bà Lê Thị Ổn, thôn Đồng Vạn")
    assert ("Hạn gửi", "thứ Hai 13/4/2026, trễ 3 ngày") in view.facts
    assert (desk.form.opinion_id, desk.form.by, desk.focus) == (town.ids["muong"], "ông Trần Hữu Lẫm", "")


def test_answers_one_after_the_other(town: Town, desk: Desk) -> None:
    """C7: Ctrl+Enter writes and takes the next row; the last goes back to the list; each is one undo."""
    desk.open()
    desk.type(answer="Đội thủy nông nạo vét xong trước 25/4.  ", by="bà Hoàng Thị Lụa")
    assert desk.presenter.save(go_on=True)
    muong = desk.opinion(town.ids["muong"])
    assert (muong.prepared_answer, muong.prepared_by) == (
        "Đội thủy nông nạo vét xong trước 25/4.", "bà Hoàng Thị Lụa",
    )  # fmt: skip
    assert (desk.form.opinion_id, desk.focus) == (town.ids["den"], "answer")
    assert desk.said == ["Đã ghi câu trả lời ý kiến số 2"]
    assert desk.units()[ECONOMY].state == "open"
    assert desk.presenter.save(go_on=True)  # nothing typed, nothing written
    assert desk.form.opinion_id == town.ids["tram"]
    desk.type(answer="Xã đã có văn bản gửi Điện lực khu vực.")
    assert desk.presenter.save(go_on=True)
    assert desk.in_list
    assert desk.units()[ECONOMY].progress == "3 trên 5"
    desk.presenter.acts.undo()
    assert desk.said[-1] == "Đã hoàn tác: ghi câu trả lời chuẩn bị"
    assert desk.opinion(town.ids["tram"]).prepared_answer == ""
    assert desk.form.answer == ""


def test_a_joint_answer_goes_to_all_of_its_group(town: Town, desk: Desk) -> None:
    """C6, C7: said before it is typed; one act, one undo; the other's own official stays."""
    desk.open().presenter.select(town.ids["den"])
    view = desk.screen.view
    assert view is not None
    assert view.joint == "Một câu trả lời chung cho cả 2 ý kiến."
    assert [who for who, _ in view.told] == [
        "Số 3. Ông Lò Văn Ế, thôn Thượng Vĩnh Ổn", "Số 4. Bà Vũ Thị Mỡ, thôn Đồng Vạn",
    ]  # fmt: skip
    desk.type(answer="Lắp 14 bóng đèn trong quý II.")
    desk.presenter.save(go_on=False)
    answers = {desk.opinion(town.ids[key]).prepared_answer for key in ("den", "den2")}
    assert answers == {"Lắp 14 bóng đèn trong quý II."}
    assert desk.said == ["Đã ghi câu trả lời chung ý kiến số 3 và 4"]
    desk.presenter.acts.undo()
    assert desk.opinion(town.ids["den2"]).prepared_answer == ""


def test_answers_of_two_laptops_become_one(town: Town, desk: Desk) -> None:
    """C6, L11: both stand in the form; saving makes one of them, also without another word."""
    town.app.live.edit_opinion(town.cid, town.ids["den"], prepared_answer="Lắp trong quý II.")
    town.app.live.edit_opinion(town.cid, town.ids["den2"], prepared_answer="Chờ vốn.")
    desk.open().presenter.select(town.ids["den"])
    assert desk.form.answer == "Lắp trong quý II.\n\nChờ vốn."
    assert desk.screen.view is not None
    assert "đang có các câu khác nhau" in desk.screen.view.joint
    desk.presenter.save(go_on=False)
    assert desk.opinion(town.ids["den2"]).prepared_answer == "Lắp trong quý II.\n\nChờ vốn."
    assert desk.screen.view.joint == "Một câu trả lời chung cho cả 2 ý kiến."


def test_half_typed_is_kept_and_found_again(town: Town, desk: Desk) -> None:
    """L9: on the disk within a second, over a start, under the group that it was put into since."""
    desk.open().presenter.select(town.ids["tram"])
    desk.type(answer="Xã đã có văn bản")
    desk.timer.pass_ms(1000)
    assert desk.kept
    desk.presenter.select(town.ids["muong"])
    assert (desk.rows()["6"].state, desk.screen.shelf) == ("typing", "câu trả lời ý kiến số 6")
    town.app.grouping.join(town.cid, [town.ids["muong"], town.ids["tram"]])
    again = Desk(town).open()
    assert again.rows()["2, 6"].state != "prepared"
    assert (again.form.opinion_id, again.form.answer) == (town.ids["muong"], "Xã đã có văn bản")
    again.presenter.save(go_on=False)
    assert again.opinion(town.ids["tram"]).prepared_answer == "Xã đã có văn bản"


def test_what_another_wrote_meanwhile_is_shown(town: Town, desk: Desk) -> None:
    """L9, G5: a half-typed answer neither hides nor loses the one that came from a file."""
    desk.open()
    desk.type(answer="Đang nạo vét")
    town.app.live.edit_opinion(town.cid, town.ids["muong"], prepared_answer="Xong ngày 10/4.")
    desk.presenter.refresh()
    assert desk.screen.view is not None
    assert "“Xong ngày 10/4.”" in desk.screen.view.clash
    assert desk.form.answer == "Đang nạo vét"
    desk.presenter.form.discard()
    desk.presenter.select(town.ids["tram"])
    desk.presenter.form.discard()
    desk.presenter.select(town.ids["muong"])
    assert (desk.form.answer, desk.screen.view.clash) == ("Xong ngày 10/4.", "")


def test_an_opinion_taken_away_leaves_its_words(town: Town, desk: Desk) -> None:
    """L9, G5: said, kept, and not saved to nowhere."""
    desk.open()
    desk.type(answer="Đang nạo vét")
    town.app.live.remove_opinion(town.cid, town.ids["muong"])
    desk.presenter.refresh()
    assert desk.said == ["Ý kiến này đã bị xóa ở nơi khác. Chữ đang gõ vẫn được giữ."]
    assert desk.screen.view is not None
    assert desk.screen.view.title == "Ý kiến số 2 đã bị xóa"
    assert not desk.presenter.save(go_on=True)
    assert desk.complaints == [("answer", NO_OPINION)]
    desk.presenter.select(town.ids["tram"])
    assert desk.screen.shelf == "câu trả lời ý kiến số 2"
    desk.presenter.resume()
    assert desk.form.answer == "Đang nạo vét"


def test_a_full_disk_loses_nothing(town: Town) -> None:
    """L9, G5: told, put into the rescue file, saved when there is room again."""
    disk = BrokenDisk(town.app.live)
    desk = Desk(town, services=Services(town.app, live=disk)).open()
    desk.type(answer="Nạo vét xong trước 25/4.")
    disk.broken = True
    assert desk.presenter.save(go_on=False)
    assert desk.screen.trouble is not None
    assert desk.screen.trouble.fact == "Chưa lưu được."
    assert [entry.answer for entry in desk.rescued] == ["Nạo vét xong trước 25/4."]
    disk.broken = False
    desk.presenter.try_again()
    assert desk.opinion(town.ids["muong"]).prepared_answer == "Nạo vét xong trước 25/4."


def test_taking_back_one_and_all_of_a_unit(town: Town, desk: Desk) -> None:
    """C7, L9: what has its answer stays; undo gives it back."""
    desk.open().presenter.take_back()
    assert desk.said == ["Đã thu lại ý kiến số 2, chưa giao ai"]
    assert desk.units()["Chưa giao"].progress == "0 trên 2"
    desk.presenter.acts.undo()
    assert desk.said[-1] == "Đã hoàn tác: thu lại việc giao trả lời"
    desk.presenter.select_unit("phong kinh te")
    desk.presenter.take_back_unit()
    assert desk.said[-1] == "Đã thu lại 4 ý kiến chưa trả lời của Phòng Kinh tế"
    assert desk.units()[ECONOMY].progress == "1 trên 1"
    desk.presenter.take_back_unit()
    assert desk.said[-1] == "Đơn vị này đã gửi đủ câu trả lời, không có gì để thu lại"


def test_moving_the_day_shows_first_what_moves(town: Town, desk: Desk) -> None:
    """C7: units, how many, from which days; all, one unit's, or nothing; one undo."""
    desk.open().move_answer = ""
    desk.presenter.move_to(date(2026, 4, 21))
    (move,) = desk.moves
    assert move.units == (
        (ECONOMY, 4, (date(2026, 4, 13), date(2026, 4, 20))),
        (CULTURE, 1, (date(2026, 4, 17),)),
        (POLICE, 1, (date(2026, 4, 20),)),
    )
    assert desk.said == []
    desk.move_answer = "unit"
    desk.presenter.move_to(date(2026, 4, 21))
    assert desk.said == ["Đã dời hạn 4 ý kiến sang thứ Ba 21/4/2026"]
    days = {key: desk.opinion(town.ids[key]).draft_due for key in ("duong", "muong", "den2", "thuoc")}
    moved = date(2026, 4, 21)
    assert days == {
        "duong": date(2026, 4, 20), "muong": moved, "den2": moved, "thuoc": date(2026, 4, 17),
    }  # fmt: skip
    desk.presenter.acts.undo()
    desk.move_answer = "all"
    desk.presenter.move_to(date(2026, 4, 21))
    assert desk.opinion(town.ids["thuoc"]).draft_due == date(2026, 4, 21)
    desk.presenter.move_to(date(2026, 4, 21))
    assert desk.said[-1] == "Không còn ý kiến nào phải dời sang thứ Ba 21/4/2026"


def test_nobody_has_been_given_anything(town: Town, desk: Desk) -> None:
    """C7: nothing to print or to move; answers can be written all the same."""
    everything = [one.id for one in town.app.live.records(town.cid).opinions]
    town.app.assigning.take_back(town.cid, everything)
    for key in ("duong", "nha"):
        town.app.live.edit_opinion(town.cid, town.ids[key], prepared_by="")
    screen = desk.open().screen
    assert [row.name for row in screen.units] == ["Chưa giao"]
    assert (screen.can_print, screen.can_move, screen.can_take_back, screen.empty) == (
        False, False, False, False,
    )  # fmt: skip
    desk.type(answer="Nạo vét xong trước 25/4.", by="bà Hoàng Thị Lụa")
    desk.presenter.save(go_on=False)
    assert list(desk.units()) == ["Bà Hoàng Thị Lụa", "Chưa giao"]
