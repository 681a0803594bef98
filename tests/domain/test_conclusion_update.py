"""Drafting again adds, never rewrites; what no longer agrees is said, and offered (L8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.conclusion_update import out_of_step, uncovered, with_day, with_unit
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Conclusion, Opinion, Outcome, Records, Source, Turn
from tests.domain.concluding import KHAI, MO, ROAD, UONG, drafted, drafting, said, with_draft

ANSWERED, WRITTEN = Outcome.ANSWERED, Outcome.WRITTEN


def _changed(records: Records, *opinions: Opinion) -> Records:
    """The same conclusions over other opinions."""
    return replace(records, opinions=opinions)


def test_drafting_twice_changes_nothing() -> None:
    records = with_draft(said(1, ROAD, WRITTEN), said(2, "Điện", ANSWERED))
    again = drafted(records)
    assert not again.anything
    assert again.rows == records.conclusions


def test_a_row_as_drafted_takes_in_what_is_new() -> None:
    one, road = said(1, "Điện", ANSWERED), said(2, ROAD, WRITTEN)
    records = with_draft(one, road)
    more = _changed(
        records, one, road, said(3, "Nước", ANSWERED, MO), said(4, "Đường", WRITTEN, KHAI, linked_id="o2")
    )
    again = drafted(more)
    assert (again.added, again.grown) == (0, 2)
    assert [row.id for row in again.rows] == [row.id for row in records.conclusions]
    assert "02 ý kiến" in again.rows[0].text
    assert "ông Nguyễn Đức Ưởng (thôn Phú Ấp) và ông Bế Văn Khải" in again.rows[1].text


def test_words_of_a_person_stay_and_the_new_stands_behind_them() -> None:
    one = said(1, "Điện", ANSWERED)
    records = with_draft(one)
    own = replace(records.conclusions[0], text="Những việc đã trả lời hôm nay coi như xong.")
    more = replace(records, opinions=(one, said(2, "Nước", ANSWERED, MO)), conclusions=(own,))
    again = drafted(more)
    assert (again.added, again.grown) == (1, 0)
    assert again.rows[0] == own
    assert again.rows[1].text == "Ngoài ra, đã trả lời, giải quyết tại hội nghị 01 ý kiến, kiến nghị."
    assert again.rows[1].opinion_ids == ("o2",)
    grown = drafted(
        replace(more, opinions=(*more.opinions, said(3, "Cống", ANSWERED)), conclusions=again.rows)
    )
    assert (grown.added, grown.grown) == (0, 1)
    assert grown.rows[1].text == "Ngoài ra, đã trả lời, giải quyết tại hội nghị 02 ý kiến, kiến nghị."


def test_rows_by_hand_are_left_alone() -> None:
    hand = Conclusion("h", 0, "Giao Văn phòng sửa loa", False, "Văn phòng", date(2026, 5, 4))
    records = with_draft(said(1, "Điện", ANSWERED), rows=(hand,))
    assert records.conclusions[0] == hand
    assert [row.position for row in records.conclusions] == [0, 1]


def test_another_unit_or_day_of_the_opinion_is_offered() -> None:
    road = said(1, ROAD, WRITTEN, unit="Phòng Kinh tế")
    records = with_draft(road)
    moved = _changed(records, replace(road, unit="Công an xã", deadline=date(2026, 5, 15)))
    (found,) = out_of_step(drafting(), moved)
    assert found.sentence == "Ý kiến 1 nay ghi: Công an xã, thứ Sáu 15/5/2026."
    (row,) = found.rows
    assert row.text.startswith("Giao Công an xã xem xét")
    assert row.text.endswith("chậm nhất ngày 15/5/2026.")
    assert (row.unit, row.deadline) == ("Công an xã", date(2026, 5, 15))
    assert out_of_step(drafting(), replace(moved, conclusions=(row,))) == ()


def test_in_a_persons_words_only_unit_and_day_are_exchanged() -> None:
    road = said(1, ROAD, WRITTEN, unit="Phòng Kinh tế")
    records = with_draft(road)
    text = "Phòng Kinh tế đi xem đường cùng thôn, báo cáo tôi trước ngày 8/5/2026, không để dân chờ."
    own = replace(records.conclusions[0], text=text)
    moved = replace(
        records, opinions=(replace(road, unit="Công an xã", deadline=date(2026, 5, 15)),), conclusions=(own,)
    )
    (found,) = out_of_step(drafting(), moved)
    assert found.rows[0].text == (
        "Công an xã đi xem đường cùng thôn, báo cáo tôi trước ngày 15/5/2026, không để dân chờ."
    )


def test_a_result_that_changed_parts_the_row() -> None:
    one, two = said(1, "Điện", ANSWERED), said(2, ROAD, ANSWERED, MO)
    records = with_draft(one, two)
    changed = _changed(records, one, replace(two, outcome=WRITTEN, unit="Phòng Kinh tế"))
    (found,) = out_of_step(drafting(), changed)
    assert found.sentence == "Ý kiến 2 nay ghi: hẹn văn bản."
    kept, split = found.rows
    assert (kept.id, kept.opinion_ids) == (records.conclusions[0].id, ("o1",))
    assert (split.settled, split.unit, split.opinion_ids) == (False, "Phòng Kinh tế", ("o2",))
    own = replace(records.conclusions[0], text="Hôm nay trả lời được hai việc.")
    assert out_of_step(drafting(), replace(changed, conclusions=(own,)))[0].rows == ()


def test_another_way_of_owing_and_an_opinion_that_is_gone() -> None:
    road = said(1, ROAD, Outcome.PARTLY, unit="Phòng Kinh tế")
    records = with_draft(road)
    (found,) = out_of_step(drafting(), _changed(records, replace(road, outcome=WRITTEN)))
    assert "trả lời bằng văn bản" in found.rows[0].text
    (gone,) = out_of_step(drafting(), _changed(records))
    assert (gone.sentence, gone.rows) == ("1 ý kiến của kết luận này đã bỏ hoặc gộp.", ())


def test_fields_of_a_row_and_its_words_go_together() -> None:
    records = with_draft(said(1, ROAD, WRITTEN, unit="Phòng Kinh tế"))
    (row,) = records.conclusions
    other = with_unit(drafting(), records, row, "Công an xã")
    assert other.text.startswith("Giao Công an xã")
    later = with_day(drafting(), records, other, date(2026, 5, 20))
    assert later.text.endswith("chậm nhất ngày 20/5/2026.")
    none = with_day(drafting(), records, later, None)
    assert none.text.endswith("(thôn Phú Ấp).")
    assert with_unit(drafting(), records, none, "").text.startswith("Xem xét, trả lời bằng văn bản")


def test_what_stands_in_no_conclusion_is_counted() -> None:
    collected = said(1, "Đường", None, MO, source=Source.SLIP, turn_id="")
    other = said(2, "Xin cây", None, MO, source=Source.SLIP, turn_id="")
    records = with_draft(collected, other, said(3, ROAD, WRITTEN, linked_id="o1"))
    assert uncovered(drafting(), records) == ()
    more = replace(records, opinions=(*records.opinions, said(4, "Nước", ANSWERED), said(5, "Cống", None)))
    assert [one.number for one in uncovered(drafting(), more)] == [4, 5]


def test_a_conclusion_by_hand_is_posted_without_the_names_of_who_did_not_consent() -> None:
    """M2: named in the file's copy, a citizen of the thôn in the posted one; who consented stays named."""
    hand = "Trả lời ông Nguyễn Đức Ưởng (xóm Đình, thôn Phú Ấp) và bà Vũ Thị Mỡ, gọi 0912 345 678."
    records = Records(
        opinions=(said(1, ROAD, WRITTEN, consent=None), said(2, "Nước", ANSWERED, MO)),
        conclusions=(Conclusion("h", 0, hand),),
        turns=(Turn("t9", 9, voice=KHAI), Turn("t1", 1, voice=UONG)),
    )
    fit = posted(records)
    assert fit.records.conclusions[0].text == (
        "Trả lời công dân thôn Phú Ấp và bà Vũ Thị Mỡ, gọi [số đã che]."
    )
    assert "Tên ông Nguyễn Đức Ưởng (xóm Đình, thôn Phú Ấp) (kết luận 1)" in fit.masked
    assert "Số 0912 345 678 (kết luận 1)" in fit.masked
    assert records.conclusions[0].text == hand
