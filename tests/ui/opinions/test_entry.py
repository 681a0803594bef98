"""What is typed into the form becomes the opinion that was meant (C5)."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.records import Opinion, OpinionKind, Source, Voice
from tests.live.hall import LOCALITIES
from ui.opinions.entry import (
    Entry,
    EntryError,
    PersonLine,
    blank_after,
    entry_of,
    facts_of,
    read_day,
    typed_since,
    voices_of,
    write_day,
)

TODAY = date(2026, 4, 20)
FULL = Opinion(
    "o1", 12, Source.VILLAGE_HEAD, text="Sửa đường trục thôn.", field="Giao thông", kind=OpinionKind.QUESTION,
    voices=(Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp", "xóm Đình"), Voice("Lò Văn Ế", "ông", "thôn Phú Ấp")),
    group_note="6 hộ xóm Đình", consent=False, received_on=date(2026, 4, 17), slip_number="031",
    beyond_competence=True, receiving_body="Sở Xây dựng", prepared_answer="Đã trình tỉnh.",
    prepared_by="Phòng Kinh tế", withheld=True,
)  # fmt: skip


def test_an_opinion_comes_back_from_its_form_unchanged() -> None:
    """C5: opening and saving a form loses nothing: persons, place, source, consent, competence, answer."""
    entry = entry_of(FULL, Contact("o1", "0912 000 104", "Nhà số 2"))
    facts = facts_of(entry, LOCALITIES, TODAY)
    assert {name: getattr(FULL, name) for name in facts} == facts
    assert (entry.phone, entry.house_address) == ("0912 000 104", "Nhà số 2")


@pytest.mark.parametrize(
    ("typed", "voice"),
    [
        (
            PersonLine("bà Lê Thị Ổn", "xóm Đình", "phu ap"),
            Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp", "xóm Đình"),
        ),
        (PersonLine("Ông  Lò Văn Ế ", "", "Đồng Vạn"), Voice("Lò Văn Ế", "ông", "thôn Đồng Vạn")),
        (PersonLine("Chu Văn Ước", "", "An Sơn"), Voice("Chu Văn Ước", "", "An Sơn")),
        (PersonLine("", "", "tv"), Voice("", "", "thôn Thượng Vĩnh Ổn")),
    ],
)
def test_a_person_is_read(typed: PersonLine, voice: Voice) -> None:
    """C5, G3: honorific and name, thôn without accents or by its letters, an unknown thôn as it stands."""
    typed = PersonLine(typed.name, typed.hamlet, "thuong" if typed.locality == "tv" else typed.locality)
    assert voices_of(Entry(people=(typed, PersonLine())), LOCALITIES) == (voice,)


def test_of_the_anonymous_only_the_place_is_kept() -> None:
    """C5: an anonymous slip names nobody anywhere, whatever stood in the fields."""
    people = (PersonLine("bà Lê Thị Ổn", "xóm Đình", "phu ap"), PersonLine("ông Lò Văn Ế", "", "Phú Ấp"))
    assert voices_of(Entry(people=people, anonymous=True), LOCALITIES) == (Voice(locality="thôn Phú Ấp"),)


def test_the_next_slip_begins_like_the_last() -> None:
    """C4: source, day, thôn and field stay; person, number and words do not."""
    last = Entry(
        "", Source.VILLAGE_HEAD, "031", "thứ Sáu 17/4/2026", (PersonLine("bà A", "xóm Đình", "thôn Phú Ấp"),),
        text="Đường hỏng.", field="Giao thông", consent=True, phone="0912",
    )  # fmt: skip
    assert blank_after(last) == Entry(
        source=Source.VILLAGE_HEAD, received="thứ Sáu 17/4/2026",
        people=(PersonLine(locality="thôn Phú Ấp"),), field="Giao thông",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("17/4", date(2026, 4, 17)),
        ("20.4", date(2026, 4, 20)),
        ("30/12", date(2025, 12, 30)),
        ("17/4/2024", date(2024, 4, 17)),
        ("thứ Sáu 17/4/2026", date(2026, 4, 17)),
        ("", None),
    ],
)
def test_a_day_received_lies_behind_us(typed: str, day: date | None) -> None:
    """C4: without a year it is the last such day; what is written out reads back."""
    assert read_day(typed, TODAY) == day
    assert read_day(write_day(day), TODAY) == day


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (Entry(text="  \n "), "text"),
        (Entry(text="Đường hỏng.", received="30/2/2026"), "received"),
        (Entry(text="Đường hỏng.", received="hôm qua"), "received"),
        (Entry(text="Đường hỏng.", received="thứ Hai 17/4/2026"), "received"),
    ],
)
def test_what_cannot_be_kept_says_where_and_why(entry: Entry, field: str) -> None:
    """G5: the field to be put right, and one sentence."""
    with pytest.raises(EntryError) as caught:
        facts_of(entry, LOCALITIES, TODAY)
    assert caught.value.field == field
    assert caught.value.sentence.endswith(".")


def test_spaces_at_the_ends_are_not_something_typed() -> None:
    """L9: a form that was only looked at leaves nothing lying about."""
    base = entry_of(FULL)
    assert not typed_since(Entry(text="Đường hỏng. "), Entry(text="Đường hỏng."))
    assert not typed_since(base, entry_of(FULL))
    assert typed_since(Entry(text="Đường hỏng nặng."), Entry(text="Đường hỏng."))
