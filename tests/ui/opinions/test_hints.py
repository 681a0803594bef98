"""What the typed words suggest, taken by a key and never written by itself (C4, C5, C6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.records import SlipBatch, Voice
from tests.live.hall import BrokenDisk, Hall, LateRunner
from tests.ui.opinions.desk import Desk
from tests.ui.page_stage import Services
from ui.opinions.entry import PersonLine
from ui.opinions.hints import PAUSE_MS, Hints

ROAD = "Đường trục thôn nhiều ổ gà, hễ mưa là ngập, xe máy đi lại rất khổ"
ROAD_AGAIN = "Đường trục thôn ngập mỗi khi mưa, ổ gà nhiều, xin sửa cho xe máy dễ đi"
POWER = "Trạm biến áp quá tải, tối nào điện cũng yếu, đề nghị ngành điện nâng công suất"


def write(desk: Desk, text: str, **more: object) -> None:
    """Type the words and pause."""
    desk.type(text=text, **more)
    desk.pause.pass_ms(PAUSE_MS)


def test_the_field_is_suggested_after_a_pause_and_written_by_the_key(desk: Desk) -> None:
    """C6: shown with its reason; the form keeps what it held until the key."""
    desk.open().presenter.begin_new()
    desk.type(text=ROAD)
    assert desk.hints == Hints()
    desk.pause.pass_ms(PAUSE_MS)
    hint = desk.hints.field
    assert hint is not None
    assert (hint.value, hint.differs) == ("Giao thông", False)
    assert hint.words.startswith("Gợi ý: Giao thông, vì có “")
    assert desk.form.field == ""
    desk.presenter.suggest.take_hint("field")
    assert desk.form.field == "Giao thông"
    assert desk.hints.field is None
    desk.presenter.save(go_on=True)
    assert desk.opinions()[0].field == "Giao thông"
    assert desk.hints == Hints()


def test_a_kept_field_that_differs_is_told(desk: Desk) -> None:
    """C4, C6: the field stays from the last slip; the hint says so where the words say otherwise."""
    desk.open().presenter.begin_new()
    write(desk, ROAD, field="Giao thông")
    assert desk.hints.field is None
    desk.presenter.save(go_on=True)
    assert desk.form.field == "Giao thông"
    write(desk, POWER)
    hint = desk.hints.field
    assert hint is not None
    assert hint.differs
    assert hint.words.startswith("Đang để Giao thông. Gợi ý: Điện, nước, vì có “")
    desk.presenter.save(go_on=True)  # without the key the field stays as it was
    assert desk.opinions()[1].field == "Giao thông"


def test_competence_is_a_suggestion_too(desk: Desk) -> None:
    """C6: the body with its reason; the key marks the opinion and names the body."""
    desk.open().presenter.begin_new()
    write(desk, POWER)
    hint = desk.hints.body
    assert hint is not None
    assert hint.words.startswith("Có thể vượt thẩm quyền: Điện lực khu vực, vì có “trạm biến áp")
    assert (desk.form.beyond, desk.form.receiving_body) == (False, "")
    desk.presenter.suggest.take_hint("body")
    assert (desk.form.beyond, desk.form.receiving_body) == (True, "Điện lực khu vực")
    assert desk.hints.body is None


def test_what_says_the_same_is_saved_and_joined_by_one_key(desk: Desk, hall: Hall) -> None:
    """C6, L9: two acts, each taken back by itself; nobody's name is lost."""
    first = hall.collect(ROAD_AGAIN, "Nguyễn Đức Ưởng", "thôn Phú Ấp", answer="Sửa trong tháng 6.")
    desk.open().presenter.begin_new()
    write(desk, ROAD, people=(PersonLine("bà Lê Thị Ổn", "", "phu ap"),), slip_number="007")
    hint = desk.hints.similar
    assert hint is not None
    assert hint.words.startswith("Giống ý kiến số 1 (Phú Ấp): Đường trục thôn ngập mỗi khi mưa")
    desk.presenter.suggest.take_hint("similar")
    old, new = desk.opinions()
    assert old.id == first
    assert old.group_id == new.group_id != ""
    assert new.prepared_answer == "Sửa trong tháng 6."
    assert new.voices == (Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),)
    assert desk.said[-2:] == ["Đã ghi ý kiến của bà Lê Thị Ổn", "Đã gộp với ý kiến số 1"]
    assert desk.form.slip_number == "008"  # the next form is open
    desk.presenter.acts.undo()
    assert [o.group_id for o in desk.opinions()] == ["", ""]
    desk.presenter.acts.undo()
    assert [o.id for o in desk.opinions()] == [first]


def test_an_opinion_that_is_kept_is_joined_without_being_written_again(desk: Desk, hall: Hall) -> None:
    one, two = (hall.collect(text, "", "thôn Phú Ấp") for text in (ROAD, ROAD_AGAIN))
    desk.open().presenter.begin_edit(two)
    desk.pause.pass_ms(PAUSE_MS)
    assert desk.hints.similar is not None
    desk.presenter.suggest.take_hint("similar")
    assert len({o.group_id for o in desk.opinions()}) == 1
    assert [entry.kind for entry in hall.app.live.history(hall.cid, 1)] == ["opinion.group"]
    desk.pause.pass_ms(PAUSE_MS)
    assert desk.hints.similar is None  # they belong together now
    assert desk.presenter.form.key == two
    assert one != two


def test_a_form_that_complains_is_not_joined_later(desk: Desk, hall: Hall) -> None:
    hall.collect(ROAD_AGAIN, "", "thôn Phú Ấp")
    desk.open().presenter.begin_new()
    write(desk, ROAD, received="31/2", people=(PersonLine(locality="phu ap"),))
    desk.presenter.suggest.take_hint("similar")
    assert desk.complaints
    desk.type(received="17/4")
    desk.presenter.save(go_on=True)
    assert {o.group_id for o in desk.opinions()} == {""}


def test_an_answer_that_comes_late_is_shown_only_where_it_fits(hall: Hall) -> None:
    """L12: words run on, slips change, the disk is slow: nothing of another slip is shown."""
    aside = LateRunner()
    desk = Desk(hall, aside=aside).open()
    aside.let_go()
    desk.presenter.begin_new()
    write(desk, ROAD)
    assert desk.hints == Hints()
    desk.type(text=f"{ROAD}. Xin xã xem")
    aside.let_go(1)
    assert desk.hints.field is not None  # a few words more
    desk.pause.pass_ms(PAUSE_MS)
    desk.presenter.save(go_on=True)
    aside.let_go()
    assert desk.hints == Hints()  # of the slip before
    write(desk, POWER, field="Giao thông")
    desk.type(text="")
    aside.let_go()
    assert desk.hints == Hints()


def test_a_hint_that_fails_is_no_obstacle(hall: Hall) -> None:
    """G5: typing and saving go on."""
    disk = BrokenDisk(hall.app.grouping)
    disk.broken = True
    desk = Desk(hall, services=Services(hall.app, grouping=disk)).open()
    desk.presenter.begin_new()
    write(desk, ROAD)
    assert desk.hints == Hints()
    assert desk.screen.trouble is None
    desk.presenter.save(go_on=False)
    assert desk.opinions()[0].text == ROAD


# --- the slip's number ------------------------------------------------------------------------------------


def hand_out(hall: Hall, place: str, first: int, last: int) -> None:
    batch = SlipBatch("", locality=place, collector="Chi bộ thôn", first=first, last=last)
    hall.app.inviting.hand_out(hall.cid, replace(batch, handed_on=date(2026, 4, 10)))


def test_the_next_number_is_proposed_past_those_entered(desk: Desk) -> None:
    desk.open().presenter.begin_new()
    assert desk.form.slip_number == ""
    desk.type(slip_number="031", text="Một.")
    desk.presenter.save(go_on=False)
    desk.presenter.begin_new()
    desk.type(slip_number="030", text="Hai.")
    desk.presenter.save(go_on=True)
    assert desk.form.slip_number == "032"


@pytest.mark.parametrize(
    ("number", "place", "said", "whose"),
    [
        ("012", "dong van", "", "thôn Đồng Vạn"),
        ("012", "", "", "thôn Đồng Vạn"),
        ("012", "phu ap", "Phiếu số 012 đã phát cho thôn Đồng Vạn, không phải thôn Phú Ấp.", "thôn Đồng Vạn"),
        ("099", "phu ap", "Số 099 không có trong các phiếu đã phát.", ""),
        ("không số", "phu ap", "", ""),
    ],
)
def test_a_number_is_held_against_what_was_handed_out(
    desk: Desk, hall: Hall, number: str, place: str, said: str, whose: str
) -> None:
    """C3: another thôn's slip, one that nobody handed out, and whose it is."""
    hand_out(hall, "thôn Đồng Vạn", 1, 30)
    hand_out(hall, "thôn Phú Ấp", 31, 60)
    advice = desk.open().presenter.suggest.help.slip(number, place)
    assert (advice.warning, advice.locality) == (said, whose)


def test_the_thon_follows_the_numbers_that_were_handed_out(desk: Desk, hall: Hall) -> None:
    """C3, C4: after the last slip of a thôn the next number brings the other thôn with it."""
    hand_out(hall, "thôn Đồng Vạn", 1, 30)
    hand_out(hall, "thôn Phú Ấp", 31, 60)
    desk.open().presenter.begin_new()
    desk.type(slip_number="029", text="Một.", people=(PersonLine("bà Vũ Thị Mỡ", "", "dong van"),))
    desk.presenter.save(go_on=True)
    assert (desk.form.slip_number, desk.form.people[0].locality) == ("030", "thôn Đồng Vạn")
    desk.type(text="Hai.")
    desk.presenter.save(go_on=True)
    assert (desk.form.slip_number, desk.form.people[0].locality) == ("031", "thôn Phú Ấp")


# --- the telephone of somebody known ----------------------------------------------------------------------


def test_a_telephone_written_before_is_known(desk: Desk, hall: Hall) -> None:
    """C5: of the same person in the same thôn."""
    known = hall.collect("Xin nước.", "Nguyễn Đức Ưởng", "thôn Phú Ấp")
    Services(hall.app).contacts.set(hall.cid, Contact(known, "0912 000 104"))
    desk.open()
    phone = desk.presenter.suggest.help.phone
    assert phone(Voice("nguyen duc uong", "ông", "thôn Phú Ấp")) == "0912 000 104"
    assert phone(Voice("Nguyễn Đức Ưởng", "ông", "thôn Đồng Vạn")) == ""
