"""What may differ has a name in the office's words, and values are shown as they are written (L11)."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.journal import Json, State
from dialogue_desktop.domain.merge_fields import QUIET, SAID_AT_REMOVAL, blank_values
from dialogue_desktop.domain.merge_plan import PARTS, differences, with_parts
from dialogue_desktop.domain.merge_sides import joined_checklist, joined_contacts
from dialogue_desktop.domain.merge_words import FIELD_NAMES, record_name, value_words
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import RecordKind
from ui.merging.words import different

SAID = RecordKind.OPINION
STATE: State = {
    (SAID, "o1"): {"alive": True, "number": 31, "voices": [{"name": "Lò Thị Ế", "honorific": "bà"}]},
    (SAID, "o2"): {"alive": True, "number": 40, "group_id": "g", "anonymous": True},
    (RecordKind.ANSWER, "a1"): {"alive": True, "opinion_id": "o1", "round": 2},
}


@pytest.mark.parametrize("kind", list(RecordKind))
def test_every_field_is_named_or_never_asked_about(kind: RecordKind) -> None:
    """A field that comes new must be put into one of the two."""
    named, quiet = set(FIELD_NAMES[kind]), set(QUIET[kind])
    assert named | quiet == set(blank_values(kind))
    assert not named & quiet
    assert set(SAID_AT_REMOVAL.get(kind, ())) <= named


def test_every_part_of_a_plan_can_be_chosen() -> None:
    parts = [part for group in PARTS.values() for part in group]
    assert sorted(parts) == sorted(field.name for field in fields(Plan))


def test_only_what_differs_of_a_plan_is_shown_and_chosen() -> None:
    plan = Plan("ubnd_nhan_dan", 2026, places=("Nhà văn hóa", "Sân đình"), closing="Lời kết.")
    other = replace(plan, places=("Nhà văn hóa", "Hội trường xã"), turn_minutes=3)
    found = {one.name: (one.here, one.there) for one in differences(plan, other)}
    assert found == {
        "Địa điểm, hình thức": ("Sân đình", "Hội trường xã"),
        "Chương trình": ("5 phút cho mỗi lượt phát biểu", "3 phút cho mỗi lượt phát biểu"),
    }
    chosen = with_parts(plan, other, ("Chương trình",))
    assert (chosen.turn_minutes, chosen.places) == (3, plan.places)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("outcome", "van_ban", "Hẹn văn bản"),
        ("source", "phieu", "Phiếu"),
        ("consent", True, "Có"),
        ("deadline", "2026-05-13", "13/5/2026"),
        ("unit", "", "(để trống)"),
        ("linked_id", "o1", "Ý kiến số 31, bà Lò Thị Ế"),
        ("group_id", "g", "Nhóm có ý kiến số 40"),
        ("voices", [{"name": "An", "honorific": "ông", "locality": "thôn Phú Ấp"}, {"name": "Mơ"}],
         "ông An, thôn Phú Ấp\nMơ"),
    ],
)  # fmt: skip
def test_values_are_shown_in_the_offices_words(field: str, value: Json, said: str) -> None:
    assert value_words(STATE, SAID, field, value) == said


def test_moments_are_those_of_the_wall() -> None:
    shown = value_words(STATE, RecordKind.SESSION, "started_at", "2026-04-24T01:05:40Z")
    assert "24/4/2026" in shown
    assert shown == value_words(STATE, RecordKind.SESSION, "started_at", "2026-04-24T01:05:02Z")


def test_records_are_named_by_number_and_person() -> None:
    assert record_name(STATE, SAID, "o2") == "Ý kiến số 40, ẩn danh"
    assert record_name(STATE, RecordKind.ANSWER, "a1") == "Câu trả lời lần 2 cho ý kiến số 31, bà Lò Thị Ế"


def test_the_words_that_the_other_side_does_not_have_are_marked() -> None:
    one, other = "Xin đèn đường xóm Chùa", "Xin đèn đường ở ngõ 3 xóm Chùa"
    marks = different([one, other])
    assert [one[a : a + n] for a, n in marks[0]] == []
    assert [other[a : a + n] for a, n in marks[1]] == ["ở ngõ 3"]
    assert different(["Văn phòng", "Địa chính"]) == ((), ())  # all of it is other: nothing stands out


def test_two_telephones_are_both_kept_and_told_and_an_erased_one_is_gone() -> None:
    mine = (Contact("o1", "0912 000 111"), Contact("o2", "0977 000 222"))
    theirs = (Contact("o1", "0988 222 333"), Contact("o2"))
    for one, other in ((mine, theirs), (theirs, mine)):
        joined, told = joined_contacts(one, other, {})
        assert joined == (Contact("o1", "0912 000 111; 0988 222 333"), Contact("o2"))
        assert [row.about for row in told] == ["o1"]


def test_a_tick_holds_and_notes_of_both_are_kept() -> None:
    mine = (KeptItem(ItemKind.PREP, "loa", note="Mượn của đoàn xã"),)
    theirs = (KeptItem(ItemKind.PREP, "loa", done_by="Bùi Văn Đức", note="Đã thử"),)
    (joined,), told = joined_checklist(mine, theirs)
    assert (joined.done_by, joined.note) == ("Bùi Văn Đức", "Mượn của đoàn xã\nĐã thử")
    assert [row.field for row in told] == ["Ghi chú"]
    assert joined_checklist(theirs, mine)[0] == (joined,)
