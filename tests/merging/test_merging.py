"""The hall's copy comes home: what is new, what both changed, what is out of the way of each other (L11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.domain.records import Attendance, Conclusion, Outcome, RecordKind, Voice
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.services.merge_items import BOTH, SEEN, ItemKind
from tests.merging.laptops import Laptop


def test_what_the_hall_wrote_comes_home_while_the_office_went_on(office: Laptop, hall: Laptop) -> None:
    """Nothing of either is lost, the numbers are all different, and a second time changes nothing."""
    before = {one.id: one.number for one in office.app.live.records(office.cid).opinions}
    hall.app.live.start(hall.cid)
    spoken = hall.say("Loa truyền thanh thôn hỏng ba tháng nay", "Sửa xong trong tháng 5.")
    hall.app.live.set_conclusions(hall.cid, [Conclusion("", 0, "Giao Văn phòng sửa loa", False, "Văn phòng")])
    late = office.collect("Xin thêm thùng rác ở chợ")
    stick = hall.send()
    report = office.app.merging.preview(stick)
    assert late.number == spoken.number == 3
    assert dict(report.came) == {
        RecordKind.OPINION: 1, RecordKind.ANSWER: 1, RecordKind.CONCLUSION: 1, RecordKind.ATTENDANCE: 2,
    }  # fmt: skip
    assert report.items == ()
    assert [(one.old, one.new) for one in report.numbers] == [(3, 4)]
    assert {o.id for o in office.app.live.records(office.cid).opinions} == {*before, late.id}
    merged = office.take(stick)
    records = office.app.live.records(office.cid)
    assert {o.id: o.number for o in records.opinions if o.id in before} == before
    assert sorted(o.number for o in records.opinions) == [1, 2, 3, 4]
    assert [c.text for c in records.conclusions] == ["Giao Văn phòng sửa loa"]
    assert records.answers_of(spoken.id)[0].text == "Sửa xong trong tháng 5."
    assert merged.backup is not None
    assert merged.backup.exists()
    assert merged.left == 0
    once = office.bytes()
    again = office.take(stick)
    assert (again.report.anything, again.backup) == (False, None)
    assert office.bytes() == once
    # The next act goes on behind everything that came.
    newest = max(entry.lamport for entry in office.package().journal)
    office.collect("Ý kiến sau khi gộp")
    assert office.package().journal[-1].lamport == newest + 1


def test_a_text_that_both_changed_stands_side_by_side(office: Laptop, hall: Laptop) -> None:
    first = office.app.live.records(office.cid).opinions[0]
    hall.edit(first.id, text="Đường trục thôn lầy lội từ xóm Đình đến chợ", outcome=Outcome.WRITTEN)
    office.edit(first.id, text="Đường trục thôn lầy lội hai năm nay")
    stick = hall.send()
    (item,) = office.app.merging.preview(stick).items
    assert (item.kind, item.about) == (ItemKind.FIELD, "Nội dung ý kiến")
    assert item.title == "Ý kiến số 1, bà Lò Thị Ế"
    assert {(side.words, side.who, side.where) for side in item.sides} == {
        ("Đường trục thôn lầy lội từ xóm Đình đến chợ", "Lê Văn Ổn", "Máy Ổn"),
        ("Đường trục thôn lầy lội hai năm nay", "Trần Thị Hà", "máy này"),
    }
    merged = office.take(stick)
    assert merged.left == 1
    assert office.opinion(first.id).outcome is Outcome.WRITTEN  # only one side said it: no choice
    assert office.opinion(first.id).text == item.sides[0].words
    (left,) = office.app.merging.open_items(office.cid)
    assert left == item
    # Later: both texts, each under whose it is; one undo takes the choice back.
    assert office.app.merging.decide(office.cid, {left.key: BOTH}) == 0
    joined = office.opinion(first.id).text
    assert joined.split("\n")[0] in ("Bản ghi của Lê Văn Ổn:", "Bản ghi của Trần Thị Hà:")
    assert all(side.words in joined for side in item.sides)
    office.app.live.undo(office.cid)
    assert office.opinion(first.id).text == item.sides[0].words
    assert [one.key for one in office.app.merging.open_items(office.cid)] == [item.key]


def test_what_is_decided_while_merging_holds_on_every_laptop(office: Laptop, hall: Laptop) -> None:
    first = office.app.live.records(office.cid).opinions[0]
    hall.edit(first.id, unit="Địa chính")
    office.edit(first.id, unit="Văn phòng")
    stick = hall.send()
    (item,) = office.app.merging.preview(stick).items
    wanted = next(side for side in item.sides if side.words == "Địa chính")
    assert office.take(stick, {item.key: wanted.id}).left == 0
    assert office.opinion(first.id).unit == "Địa chính"
    back = office.send()
    assert hall.app.merging.preview(back).items == ()
    hall.take(back)
    assert hall.bytes() == office.bytes()


def test_two_who_decide_alike_agree_and_two_who_do_not_meet_again(office: Laptop, hall: Laptop) -> None:
    first, second = office.app.live.records(office.cid).opinions[:2]
    for one in (first, second):
        hall.edit(one.id, unit="Địa chính")
        office.edit(one.id, unit="Văn phòng")
    there, here = hall.send(), office.send()
    office.take(there)
    hall.take(here)
    assert hall.bytes() == office.bytes()
    items = {item.key: item for item in office.app.merging.open_items(office.cid)}
    assert len(items) == 2
    same, other = (f"opinion:{one.id}:unit" for one in (first, second))
    sides = {key: {side.words: side.id for side in item.sides} for key, item in items.items()}
    office.app.merging.decide(office.cid, {same: sides[same]["Văn phòng"], other: sides[other]["Văn phòng"]})
    hall.app.merging.decide(hall.cid, {same: sides[same]["Văn phòng"], other: sides[other]["Địa chính"]})
    office.take(hall.send())
    assert office.opinion(first.id).unit == "Văn phòng"
    (left,) = office.app.merging.open_items(office.cid)
    assert left.key == other
    assert {side.words for side in left.sides} == {"Văn phòng", "Địa chính"}


def test_words_written_into_what_another_took_away_do_not_vanish(office: Laptop, hall: Laptop) -> None:
    """Whichever of the two was first in time."""
    first, second = office.app.live.records(office.cid).opinions[:2]
    hall.edit(first.id, text="Đường trục thôn: dân xin tự góp công")
    office.app.live.remove_opinion(office.cid, first.id)
    office.app.live.remove_opinion(office.cid, second.id)
    for text in ("Một", "Hai", "Ba"):
        hall.edit(second.id, prepared_answer=f"{text}: xã đã ghi vốn năm 2026")
    stick = hall.send()
    office.take(stick)
    items = office.app.merging.open_items(office.cid)
    assert [item.kind for item in items] == [ItemKind.REMOVED, ItemKind.REMOVED]
    assert "dân xin tự góp công" in items[0].sides[1].words
    assert "Ba: xã đã ghi vốn" in items[1].sides[1].words
    assert office.app.live.records(office.cid).opinions == ()
    office.app.merging.decide(office.cid, {items[0].key: "back", items[1].key: "away"})
    assert [o.text for o in office.app.live.records(office.cid).opinions] == [
        "Đường trục thôn: dân xin tự góp công"
    ]
    assert office.app.merging.open_items(office.cid) == ()


def test_an_answer_to_an_opinion_that_is_gone_is_asked_about(office: Laptop, hall: Laptop) -> None:
    first = office.app.live.records(office.cid).opinions[0]
    item = LiveItem(first.id, text=first.text, voices=first.voices, source=first.source)
    answered = replace(item, rounds=(replace(item.rounds[0], text="Đổ bê tông trong quý III."),))
    hall.app.live.save_item(hall.cid, answered)
    office.app.live.remove_opinion(office.cid, first.id)
    office.take(hall.send())
    (left,) = office.app.merging.open_items(office.cid)
    assert left.kind is ItemKind.REMOVED
    assert "Đổ bê tông trong quý III." in left.sides[1].words
    office.app.merging.decide(office.cid, {left.key: "back"})
    assert office.app.live.records(office.cid).answers_of(first.id)[0].text == "Đổ bê tông trong quý III."
    assert office.app.merging.open_items(office.cid) == ()


def test_two_secretaries_of_one_evening_are_both_kept(
    office: Laptop, hall: Laptop, laptop: Callable[..., Laptop]
) -> None:
    """Both opened the session, laid out the attendance, and wrote down the same speaker."""
    turn = hall.app.live.add_turn(hall.cid, Voice("Nguyễn Văn An", "ông", "thôn Đồng Vạn"))
    second = laptop("thu-ky-2", "Phạm Thị Mơ", late=31)
    second.take(hall.send())
    for one, present in ((hall, 45), (second, 48)):
        one.app.live.start(one.cid)
        one.say(f"Ông An: {one.name} ghi ý kiến về điện", turn_id=turn.id)
        rows = one.app.live.records(one.cid).attendance
        one.app.live.set_attendance(
            one.cid, [replace(row, present=present if n == 0 else None) for n, row in enumerate(rows)]
        )
    hall.app.live.set_session(hall.cid, notes="Mất điện 10 phút lúc 9 giờ")
    stick = second.send()
    report = hall.app.merging.preview(stick)
    assert report.as_one == 2  # the rows of the two thôn
    kinds = {item.about for item in report.items}
    assert kinds == {"Hai người cùng ghi một lượt", "Số có mặt"}
    hall.take(stick)
    records = hall.app.live.records(hall.cid)
    assert [row.label for row in records.attendance] == ["Nhân dân thôn Đồng Vạn", "Nhân dân thôn Phú Ấp"]
    assert records.session.notes == "Mất điện 10 phút lúc 9 giờ"
    assert len(records.at_hall()) == 2
    assert len({o.number for o in records.opinions}) == len(records.opinions)
    left = {item.about: item for item in hall.app.merging.open_items(hall.cid)}
    count = left["Số có mặt"]
    assert {(side.words, side.who) for side in count.sides} == {("45", "Lê Văn Ổn"), ("48", "Phạm Thị Mơ")}
    double = left["Hai người cùng ghi một lượt"]
    choice = {count.key: next(s.id for s in count.sides if s.words == "45"), double.key: double.sides[1].id}
    assert hall.app.merging.decide(hall.cid, choice) == 0
    records = hall.app.live.records(hall.cid)
    assert records.attendance[0].present == 45
    assert [o.text for o in records.at_hall()] == [double.sides[1].words]


def test_two_answers_to_one_opinion_become_two_rounds(office: Laptop, hall: Laptop) -> None:
    first = office.app.live.records(office.cid).opinions[0]
    item = LiveItem(first.id, text=first.text, voices=first.voices, source=first.source)
    for one, words in ((office, "Đã ghi vốn."), (hall, "Làm trong quý III.")):
        answered = replace(item, rounds=(replace(item.rounds[0], text=words),))
        one.app.live.save_item(one.cid, answered)
    office.take(hall.send())
    answers = office.app.live.records(office.cid).answers_of(first.id)
    assert [one.round for one in answers] == [1, 2]
    assert {one.text for one in answers} == {"Đã ghi vốn.", "Làm trong quý III."}
    (left,) = office.app.merging.open_items(office.cid)
    assert left.about == "Hai người cùng ghi câu trả lời"
    assert office.app.merging.decide(office.cid, {left.key: BOTH}) == 0
    assert len(office.app.live.records(office.cid).answers_of(first.id)) == 2


def test_the_same_list_read_on_both_laptops_is_there_once(office: Laptop, hall: Laptop) -> None:
    """The telephone that only one had goes over to the one that stays."""
    mine = office.collect("Xin đèn đường xóm Chùa", "Vi Văn Ỏn")
    theirs = hall.collect("Xin đèn đường xóm Chùa", "Vi Văn Ỏn")
    office.app.contacts.set(office.cid, Contact(mine.id, "0912 000 111"))
    hall.app.contacts.set(hall.cid, Contact(theirs.id, "0912 000 111", "Số 5"))
    office.take(hall.send())
    kept = [o for o in office.app.live.records(office.cid).opinions if o.text == "Xin đèn đường xóm Chùa"]
    assert len(kept) == 1
    contact = office.app.contacts.all(office.cid)[kept[0].id]
    assert (contact.phone, contact.house_address) == ("0912 000 111", "Số 5")


def test_a_conclusion_follows_the_opinion_that_two_laptops_had(office: Laptop, hall: Laptop) -> None:
    """L8: of two alike one stays, and what was concluded of either is of that one."""
    for one, words in ((office, "Giao thôn mắc đèn"), (hall, "Giao xã trả tiền điện")):
        said = one.collect("Xin đèn đường xóm Chùa", "Vi Văn Ỏn")
        rows = [Conclusion("", 0, words, False, "Thôn", opinion_ids=(said.id,))]
        one.app.live.set_conclusions(one.cid, rows)
    office.take(hall.send())
    records = office.app.live.records(office.cid)
    (kept,) = [o for o in records.opinions if o.text == "Xin đèn đường xóm Chùa"]
    assert [row.opinion_ids for row in records.conclusions] == [(kept.id,), (kept.id,)]


def test_a_contact_that_was_erased_stays_erased(office: Laptop, hall: Laptop) -> None:
    first, second = office.app.live.records(office.cid).opinions[:2]
    office.app.contacts.set(office.cid, Contact(first.id, "0912 000 111"))
    hall.take(office.send())
    office.app.contacts.set(office.cid, Contact(first.id))
    hall.app.contacts.set(hall.cid, Contact(second.id, "0988 222 333"))
    office.take(hall.send())
    assert set(office.app.contacts.all(office.cid)) == {second.id}
    hall.take(office.send())
    assert set(hall.app.contacts.all(hall.cid)) == {second.id}


def test_only_the_plan_of_the_one_who_changed_it_counts(office: Laptop, hall: Laptop) -> None:
    plan = replace(office.app.planning.plan(office.cid), places=("Hội trường UBND xã",))
    hall.app.live.start(hall.cid)  # a later moment, but no other plan
    office.tick()
    office.app.planning.save_plan(office.cid, plan)
    stick, back = hall.send(), office.send()
    assert office.app.merging.preview(stick).items == ()
    office.take(stick)
    assert office.app.planning.plan(office.cid).places == ("Hội trường UBND xã",)
    report = hall.app.merging.preview(back)
    assert (report.plan_came, report.items) == (True, ())
    hall.take(back)
    assert hall.app.planning.plan(hall.cid).places == ("Hội trường UBND xã",)


def test_two_changed_plans_are_laid_side_by_side(office: Laptop, hall: Laptop) -> None:
    for one, where, closing in ((office, "Hội trường xã", "Lời kết."), (hall, "Nhà văn hóa Phú Ấp", "")):
        one.tick(5)
        plan = replace(one.app.planning.plan(one.cid), places=(where,), closing=closing or "Cảm ơn Nhân dân.")
        one.app.planning.save_plan(one.cid, plan)
    stick = hall.send()
    items = {item.about: item for item in office.app.merging.preview(stick).items}
    assert set(items) == {"Địa điểm, hình thức", "Nội dung các mục"}
    place = items["Địa điểm, hình thức"]
    assert {side.words for side in place.sides} == {"Hội trường xã", "Nhà văn hóa Phú Ấp"}
    wanted = "Hội trường xã"
    choice = next(side.id for side in place.sides if side.words == wanted)
    assert office.take(stick, {place.key: choice}).left == 1
    plan = office.app.planning.plan(office.cid)
    assert plan.places == (wanted,)
    (left,) = office.app.merging.open_items(office.cid)
    office.app.merging.decide(office.cid, {left.key: "other"})
    assert office.app.planning.plan(office.cid).closing != plan.closing
    assert office.app.merging.preview(stick).items == ()  # it was looked at


def test_what_was_half_typed_there_is_shown_here_and_stays_out_of_the_boxes(
    office: Laptop, hall: Laptop
) -> None:
    hall.app.live.save_draft(hall.cid, LiveDraft(LiveItem(text="Bà Ế nói thêm về"), "opinion", 5))
    office.app.live.save_draft(office.cid, LiveDraft(LiveItem(text="Đang nhập phiếu"), "opinion", 3))
    merged = office.take(hall.send())
    (note,) = merged.report.notes
    assert note.sentence == "Bà Ế nói thêm về"
    draft = office.app.live.draft(office.cid)
    assert draft is not None
    assert draft.item.text == "Đang nhập phiếu"
    assert [item.key for item in office.app.merging.open_items(office.cid)] == ["draft"]
    assert office.app.merging.decide(office.cid, {"draft": SEEN}) == 0
    with pytest.raises(NotFound):
        office.app.merging.decide(office.cid, {"draft": SEEN})


def test_minutes_frozen_on_both_laptops_are_both_kept(office: Laptop, hall: Laptop) -> None:
    for one in (office, hall):
        one.app.live.start(one.cid)
        one.tick(60)
        one.say(f"Ý kiến chỉ có ở {one.name}")
        one.app.live.end(one.cid)
        one.tick(60)
        one.app.closing.freeze(one.cid)
    there, here = hall.send(), office.send()
    merged = office.take(there)
    hall.take(here)
    assert hall.bytes() == office.bytes()
    assert "Biên bản được chốt ở cả hai máy" in {note.title for note in merged.report.notes}
    for one in (office, hall):
        for number, owner in ((1, "van-phong"), (2, "hoi-truong")):
            frozen = one.app.closing.frozen(one.cid, number)
            assert frozen is not None
            assert [o.text for o in frozen.records.at_hall()] == [f"Ý kiến chỉ có ở {owner}"]
        assert one.app.closing.changed_since_freeze(one.cid)
    third = office.app.closing.freeze(office.cid, reason="Gộp hai bản ghi")
    assert third.number == 3
    assert hall.app.merging.bring_in(office.send()) == hall.cid


def test_a_number_in_frozen_minutes_is_kept(office: Laptop, hall: Laptop) -> None:
    early = office.collect("Ý kiến qua trang tin, nhập ở văn phòng")
    hall.app.live.start(hall.cid)
    spoken = hall.say("Ý kiến đã vào biên bản")
    hall.app.live.end(hall.cid)
    hall.app.closing.freeze(hall.cid)
    assert early.number == spoken.number
    office.take(hall.send())
    assert office.opinion(spoken.id).number == spoken.number
    assert office.opinion(early.id).number == spoken.number + 1


def test_attendance_counted_on_one_side_only_is_no_question(office: Laptop, hall: Laptop) -> None:
    for one in (office, hall):
        one.app.live.start(one.cid)
    rows = hall.app.live.records(hall.cid).attendance
    hall.app.live.set_attendance(hall.cid, [replace(row, present=40) for row in rows])
    extra = Attendance("", label="Khách mời", present=3)
    office.app.live.set_attendance(office.cid, (*office.app.live.records(office.cid).attendance, extra))
    merged = office.take(hall.send())
    assert merged.report.items == ()
    assert [(row.label, row.present) for row in office.app.live.records(office.cid).attendance] == [
        ("Nhân dân thôn Đồng Vạn", 40),
        ("Nhân dân thôn Phú Ấp", 40),
        ("Khách mời", 3),
    ]


def test_a_journal_changed_by_hand_is_refused(office: Laptop, hall: Laptop) -> None:
    import json

    hall.say("Nguyên văn lời bà Ế")
    stick = hall.root / "gói.json"
    hall.app.exchange.export_package(hall.cid, stick, as_zip=False)
    office.take(stick)
    raw = json.loads(stick.read_bytes())
    for entry in raw["journal"]:
        for change in entry["changes"]:
            if change["new"] == "Nguyên văn lời bà Ế":
                change["new"] = "Lời khác"
    del raw["records"]
    stick.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    before = office.bytes()
    with pytest.raises(BadInput, match="nhật ký trong tệp không khớp"):
        office.app.merging.merge(stick)
    assert office.bytes() == before


def test_a_conference_that_is_not_here_comes_in_whole(office: Laptop, laptop: Callable[..., Laptop]) -> None:
    office.collect("Xin đèn đường")
    stick = office.send()
    other = laptop("may-khac", "Người khác")
    report = other.app.merging.preview(stick)
    assert (report.there, report.came[RecordKind.OPINION]) == (False, 1)
    assert other.app.planning.list() == ()
    assert other.app.merging.bring_in(stick) == office.cid
    assert replace(other.app.exchange.package(office.cid)) == office.package()
    assert other.app.travelling.is_copy(office.cid)


def test_what_must_be_decided_is_not_merged_without_asking(office: Laptop, hall: Laptop) -> None:
    first = office.app.live.records(office.cid).opinions[0]
    hall.edit(first.id, text="Đường: bản của hội trường")
    office.edit(first.id, text="Đường: bản của văn phòng")
    before = office.bytes()
    with pytest.raises(BadInput, match="Nhập bản hội trường"):
        office.app.merging.bring_in(hall.send())
    assert office.bytes() == before
