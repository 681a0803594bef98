"""What says the same stands together: proposed, compared, joined, kept apart, without Qt (C6, L9)."""

from __future__ import annotations

import pytest

from tests.live.hall import Hall, LateRunner
from tests.ui.opinions.desk import Desk
from ui.opinions.sections import ALIKE, GROUP, SINGLE, group_title

PITS = "Đường trục xóm Bến ổ gà nhiều, mưa lầy lội, đề nghị sửa sớm."
HOLES = "Xin xã vá lại đường trục xóm Bến, ổ gà chi chít, hay ngã xe."
MUD = "Đường trục xóm Bến lầy lội, ổ gà, xin sửa cho dân đi."
WATER = "Nước máy xóm Đình đục, có cặn vàng."
PLAN = "Vá ổ gà trong tháng 5, kinh phí 120 triệu đồng."


@pytest.fixture
def ids(hall: Hall) -> list[str]:
    return [
        hall.collect(PITS, "Nguyễn Đức Ưởng", "thôn Phú Ấp", field="Giao thông"),
        hall.collect(WATER, "Đặng Văn Quyết", "thôn Đồng Vạn", field="Điện, nước"),
        hall.collect(HOLES, "Lê Thị Ổn", "thôn Phú Ấp", field="Giao thông", answer=PLAN),
        hall.collect(MUD, "Ngô Thị Ước", "thôn Phú Ấp", field="Giao thông"),
    ]


def kinds(desk: Desk) -> list[tuple[str, list[str]]]:
    return [(section.kind, [row.number for row in section.rows]) for section in desk.screen.sections]


# --- the list ---------------------------------------------------------------------------------------------


def test_proposals_stand_between_groups_and_single_ones(desk: Desk, ids: list[str]) -> None:
    """C6: each opinion once, with the reason; nothing is written by proposing."""
    before = len(desk.hall.app.live.history(desk.hall.cid))
    desk.open()
    assert kinds(desk) == [(ALIKE, ["1", "3", "4"]), (SINGLE, ["2"])]
    proposal = desk.screen.sections[0]
    assert proposal.amount.startswith("3 ý kiến, cùng nói: xóm Bến")
    assert len(desk.hall.app.live.history(desk.hall.cid)) == before
    desk.hall.app.grouping.join(desk.hall.cid, [ids[0], ids[2]])
    desk.presenter.refresh()
    assert kinds(desk) == [(GROUP, ["1", "3"]), (ALIKE, ["4"]), (SINGLE, ["2"])]
    group, more, _ = desk.screen.sections
    assert group.amount == "2 ý kiến giống nhau, 2 người, chung một câu trả lời"
    assert more.title == "Có thể thuộc nhóm trên"
    assert set(more.ids) == {ids[0], ids[2], ids[3]}


def test_without_anything_alike_the_list_is_plain(desk: Desk, hall: Hall) -> None:
    """C6: no heading over a list in which nothing belongs together; nor where the groups are not wanted."""
    hall.collect(WATER, "Đặng Văn Quyết", "thôn Đồng Vạn")
    assert [section.title for section in desk.open().screen.sections] == [""]
    assert not desk.screen.groupable
    first = hall.collect(PITS, "Nguyễn Đức Ưởng", "thôn Phú Ấp")
    second = hall.collect(HOLES, "Lê Thị Ổn", "thôn Phú Ấp")
    hall.app.grouping.join(hall.cid, [first, second])
    desk.presenter.refresh()
    assert [section.kind for section in desk.screen.sections] == [GROUP, SINGLE]
    desk.presenter.group_by(False)
    assert [section.title for section in desk.screen.sections] == [""]
    assert [row.number for row in desk.screen.rows] == ["1", "2", "3"]
    desk.presenter.sort("number")
    assert [row.number for row in desk.screen.rows] == ["3", "2", "1"]


def test_a_search_keeps_the_groups(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """G3, C6: only what is found is shown, under its heading, which says of how many; a heading that was
    folded away before is open under a search."""
    hall.app.grouping.join(hall.cid, [ids[0], ids[2], ids[3]])
    desk.open().presenter.search("lay loi")
    assert kinds(desk) == [(GROUP, ["1", "4"])]
    assert desk.screen.sections[0].amount.startswith("2 trên 3 ý kiến giống nhau")
    found = desk.screen.sections[0].id
    desk.presenter.search("")
    assert desk.screen.sections[0].id != found


def test_the_name_of_a_group_is_what_its_opinions_say() -> None:
    """C6: the wish whose words the others say too, without the words of asking."""
    from dialogue_desktop.domain.records import Opinion

    one = Opinion("1", 1, text="Kính đề nghị UBND xã sửa đường trục thôn Phú Ấp. Mưa là ngập.")
    two = Opinion("2", 2, text="Con tôi đi học qua đường trục thôn Phú Ấp rất khổ, sửa sớm cho dân")
    assert group_title([one, two]) == "Sửa đường trục thôn Phú Ấp"
    assert group_title([Opinion("3", 3, text="  ")]) == "Nhóm ý kiến"
    long = Opinion("4", 4, text="Xin " + "sửa đường trục thôn " * 9)
    assert group_title([long]).endswith("…")


def test_nothing_new_is_shown_under_the_hands(hall: Hall, ids: list[str]) -> None:
    """C6: proposals come from another thread, and wait while one types, has ticked, or has a form open."""
    aside = LateRunner()
    desk = Desk(hall, aside=aside).open()
    desk.hands_typing = True
    aside.let_go()
    assert kinds(desk) == [(SINGLE, ["1", "2", "3", "4"])]
    desk.hands_typing = False
    desk.presenter.begin_new()
    assert not desk.screen.groupable
    desk.presenter.form.close()
    assert desk.screen.groupable
    desk.presenter.tick(ids[1], True)
    hall.app.live.edit_opinion(hall.cid, ids[1], text=HOLES)
    desk.presenter.refresh()
    assert aside.held == []  # not even asked while something is ticked
    desk.presenter.untick()
    aside.let_go()
    assert ids[1] in desk.screen.sections[0].ids


def test_what_was_overtaken_is_no_longer_proposed(hall: Hall, ids: list[str]) -> None:
    """C6: between two comparisons a changed or removed opinion falls out of its proposal at once."""
    aside = LateRunner()
    desk = Desk(hall, aside=aside).open()
    aside.let_go()
    hall.app.live.edit_opinion(hall.cid, ids[0], text="Loa truyền thanh hỏng.")
    desk.presenter.refresh()
    assert kinds(desk) == [(ALIKE, ["3", "4"]), (SINGLE, ["1", "2"])]
    hall.app.grouping.keep_apart(hall.cid, [ids[2], ids[3]])
    desk.presenter.refresh()
    assert not desk.screen.groupable


# --- comparing --------------------------------------------------------------------------------------------


def test_side_by_side_then_one_answer(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C6: shared words marked, every name said, the answer that results; one entry, one undo."""
    desk.open()
    before = len(hall.app.live.history(hall.cid))
    desk.presenter.compare(desk.screen.sections[0].id)
    view = desk.screen.compare
    assert view is not None
    assert [card.title for card in view.cards] == ["Số 1", "Số 3", "Số 4"]
    marked = [[card.text[a : a + n] for a, n in card.marks] for card in view.cards]
    assert all(any("xóm Bến" in words for words in one) for one in marked)
    for name in ("Ông Nguyễn Đức Ưởng", "Ông Lê Thị Ổn", "Ông Ngô Thị Ước"):
        assert name in view.names
    assert view.answer == PLAN
    assert view.cards[1].answer == PLAN
    desk.presenter.comparing.typed(f"{PLAN} Thôn giám sát.")
    desk.presenter.save(go_on=True)
    assert desk.screen.compare is None
    assert desk.said[-1] == "Đã gộp ý kiến số 1, 3, 4 vào một câu trả lời"
    assert kinds(desk) == [(GROUP, ["1", "3", "4"]), (SINGLE, ["2"])]
    assert {o.prepared_answer for o in desk.opinions() if o.group_id} == {f"{PLAN} Thôn giám sát."}
    assert [o.voices[0].name for o in desk.opinions()] == [
        "Nguyễn Đức Ưởng", "Đặng Văn Quyết", "Lê Thị Ổn", "Ngô Thị Ước",
    ]  # fmt: skip
    assert len(hall.app.live.history(hall.cid)) == before + 1
    desk.presenter.acts.undo()
    assert kinds(desk) == [(ALIKE, ["1", "3", "4"]), (SINGLE, ["2"])]


def test_one_is_left_out_and_the_others_stay(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C6: the rest is still beside each other, with what was typed; what was kept apart stays so."""
    desk.open().presenter.compare(desk.screen.sections[0].id)
    desk.presenter.comparing.typed("Vá trong tháng 5.")
    desk.presenter.comparing.leave_out(ids[3])
    view = desk.screen.compare
    assert view is not None
    assert [card.id for card in view.cards] == [ids[0], ids[2]]
    assert view.answer == "Vá trong tháng 5."
    desk.presenter.comparing.keep_apart()
    assert desk.screen.compare is None
    assert not desk.screen.groupable
    desk.presenter.acts.undo()
    desk.presenter.acts.undo()
    assert kinds(desk)[0] == (ALIKE, ["1", "3", "4"])


def test_a_half_typed_joint_answer_is_kept(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """L9: Esc, another start, and other opinions ticked with one of them: the words come back."""
    desk.open().presenter.compare(desk.screen.sections[0].id)
    desk.presenter.comparing.typed("Đang xin vốn")
    desk.joint_timer.pass_ms(1000)
    hall.reopen()
    again = Desk(hall).open()
    assert again.screen.compare is None
    for one in (ids[0], ids[1]):
        again.presenter.tick(one, True)
    again.presenter.compare()
    assert again.screen.compare is not None
    assert again.screen.compare.answer == "Đang xin vốn"
    assert "dở" in again.screen.compare.note
    again.presenter.close_side()
    assert again.screen.ticked == {ids[0], ids[1]}  # Esc lets go of nothing
    again.presenter.compare()
    again.presenter.save(go_on=False)
    assert again.screen.ticked == frozenset()
    again.joint_timer.pass_ms(1000)
    assert hall.app.settings.get(f"opinions.joint.{hall.cid}", None) == []


def test_one_alone_cannot_be_joined(desk: Desk, ids: list[str]) -> None:
    """G5: said in one line; one that is proposed with others brings them."""
    desk.open().presenter.select(ids[1])
    desk.presenter.compare()
    assert desk.screen.compare is None
    assert desk.said[-1].startswith("Đánh dấu ít nhất hai ý kiến")
    desk.presenter.select(ids[2])
    desk.presenter.compare()
    assert desk.screen.compare is not None
    assert len(desk.screen.compare.cards) == 3


def test_kept_apart_from_the_heading(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C6: a newcomer is kept from the group, the group stays one."""
    hall.app.grouping.join(hall.cid, ids[0:1] + ids[2:3])
    desk.open()
    more = next(section for section in desk.screen.sections if section.kind == ALIKE)
    desk.presenter.select_heading(more.id)
    assert desk.screen.group is not None
    assert not desk.screen.group.confirmed
    desk.presenter.keep_apart()
    assert kinds(desk) == [(GROUP, ["1", "3"]), (SINGLE, ["2", "4"])]
    assert desk.said[-1] == "Đã để riêng ý kiến số 1, 3, 4, không gợi ý gộp nữa"


# --- a confirmed group ------------------------------------------------------------------------------------


def test_f2_writes_the_joint_answer(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C6: from the heading or from one of them; the form says for whom; one entry."""
    hall.app.grouping.join(hall.cid, [ids[0], ids[2]])
    desk.open().presenter.select(ids[2])
    assert desk.screen.detail is not None
    assert ("Nhóm", "Chung câu trả lời với 1 ý kiến khác: số 1") in desk.screen.detail.facts
    desk.presenter.to_group()
    assert desk.screen.group is not None
    assert desk.screen.group.confirmed
    assert [number for number, _, _ in desk.screen.group.members] == ["1", "3"]
    before = len(hall.app.live.history(hall.cid))
    desk.presenter.begin_edit(focus="prepared_answer")
    assert desk.screen.form is not None
    assert desk.screen.form.answer_of == "Câu trả lời chung của cả nhóm, ý kiến số 1, 3"
    desk.type(prepared_answer="Vá xong trước 20/5.")
    desk.presenter.save(go_on=False)
    assert [o.prepared_answer for o in desk.opinions()] == [
        "Vá xong trước 20/5.", "", "Vá xong trước 20/5.", "",
    ]  # fmt: skip
    assert len(hall.app.live.history(hall.cid)) == before + 1


def test_out_of_the_group(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C6: one, or all of a heading; each gets back what was prepared for it alone."""
    hall.app.grouping.join(hall.cid, [ids[0], ids[2]])
    desk.open().presenter.select_heading(desk.screen.sections[0].id)
    desk.presenter.many.leave_group()
    assert [o.group_id for o in desk.opinions()] == ["", "", "", ""]
    assert [o.prepared_answer for o in desk.opinions()][2] == PLAN
    desk.presenter.acts.undo()
    assert kinds(desk)[0] == (GROUP, ["1", "3"])
    desk.presenter.select(ids[1])
    desk.presenter.many.leave_group()
    assert desk.said[-1] == "Những ý kiến này không ở trong nhóm nào"


# --- many at once -----------------------------------------------------------------------------------------


def test_ticks_and_acts_on_all_of_them(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C6: field, competence, removing: one entry each; what is ticked stays so, what is gone is not."""
    desk.open().presenter.tick_shown()
    assert desk.screen.chosen == "Đã chọn 4 ý kiến"
    before = len(hall.app.live.history(hall.cid))
    desk.presenter.many.set_field("Môi trường")
    assert {o.field for o in desk.opinions()} == {"Môi trường"}
    desk.presenter.many.set_competence("Sở Xây dựng")
    assert {(o.beyond_competence, o.receiving_body) for o in desk.opinions()} == {(True, "Sở Xây dựng")}
    desk.presenter.many.set_competence(None)
    assert {(o.beyond_competence, o.receiving_body) for o in desk.opinions()} == {(False, "")}
    assert len(hall.app.live.history(hall.cid)) == before + 3
    desk.presenter.tick_many(ids[:2], False)
    desk.presenter.many.remove()
    assert [o.id for o in desk.opinions()] == ids[:2]
    assert desk.screen.chosen == ""
    assert desk.said[-1] == "Đã xóa ý kiến số 3, 4"
    desk.presenter.acts.undo()
    assert [o.id for o in desk.opinions()] == ids


def test_a_heading_ticks_its_rows(desk: Desk, ids: list[str]) -> None:
    """C6: all of it, and again none of it; the rest keeps its ticks."""
    desk.open().presenter.tick(ids[1], True)
    heading = desk.screen.sections[0].id
    desk.presenter.tick_heading(heading)
    assert desk.screen.ticked == set(ids)
    desk.presenter.tick_heading(heading)
    assert desk.screen.ticked == {ids[1]}
