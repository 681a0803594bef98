"""What each reader of a letter may read of a text (M5, M6, F2; Luật 91/2025)."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desktop.domain.plan import Chair, Official, Plan, Signature
from dialogue_desktop.domain.reader_texts import ReaderTexts, officials_of
from dialogue_desktop.domain.records import Opinion, Records, Voice

QUYET = Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn", "xóm Trại")
SUA = Voice("Ma Thị Sua", "bà", "thôn Bến Lở")
OPEN = Opinion("o1", 1, voices=(QUYET,), consent=True, hidden_parts=("con trai ông nghiện rượu",))
REFUSED = Opinion("o2", 2, voices=(SUA,), consent=False)
SAID = "Trả lời bà Ma Thị Sua và bà Sua: gọi 0912 345 678 gặp ông Quyết; con trai ông nghiện rượu."
PLAN = Plan("", 2026, chairs=(Chair(Official("a", "Lò Văn Sua")),), signature=Signature(name="Đỗ Mạnh Tuyển"))


def test_for_all_it_is_the_posted_minutes_rule() -> None:
    told = ReaderTexts.of(Records(opinions=(OPEN, REFUSED))).for_all(SAID, [OPEN])
    assert "Sua" not in told
    assert "công dân thôn Bến Lở" in told
    assert "0912" not in told
    assert "nghiện rượu" not in told
    assert "ông Quyết" in told


def test_for_the_people_themselves_only_the_others_have_no_name() -> None:
    texts = ReaderTexts.of(Records(opinions=(OPEN, REFUSED)))
    mine = texts.for_themselves(SAID, [QUYET])
    assert "Sua" not in mine
    assert "0912 345 678" in mine
    assert "nghiện rượu" in mine
    hers = texts.for_themselves(SAID, [SUA])
    assert hers == SAID


def test_a_namesake_who_refused_takes_no_name_from_the_reader() -> None:
    other = replace(REFUSED, voices=(Voice("Ngô Văn Quyết", "ông", "thôn Phú Ấp"),))
    texts = ReaderTexts.of(Records(opinions=(replace(OPEN, consent=None), other)))
    told = texts.for_themselves("Xã mời ông Quyết đi cùng, ông Ngô Văn Quyết cũng đi.", [QUYET])
    assert told == "Xã mời ông Quyết đi cùng, công dân thôn Phú Ấp cũng đi."


def test_the_level_above_gets_the_number_of_who_agreed() -> None:
    texts = ReaderTexts.of(Records(opinions=(OPEN, REFUSED)))
    assert "0912 345 678" in texts.for_higher_level(SAID, [OPEN])
    for about in ([REFUSED], [OPEN, REFUSED], []):
        assert "0912" not in texts.for_higher_level(SAID, about)
    assert "Ma Thị Sua" not in texts.for_higher_level(SAID, [REFUSED])
    assert "Đặng Văn Quyết" in texts.for_higher_level("Ông Đặng Văn Quyết nói.", [OPEN])


def test_who_is_in_office_is_not_taken_for_a_citizen() -> None:
    """A short name that may be the chair's stands where the text is about somebody else."""
    assert officials_of(PLAN) == ("Lò Văn Sua", "Đỗ Mạnh Tuyển")
    records = Records(opinions=(OPEN, REFUSED))
    said = "Việc này ông Sua đã nhận, chị Ma Thị Sua biết."
    assert "ông Sua" in ReaderTexts.of(records, PLAN).for_all(said, [OPEN])
    assert "Ma Thị Sua" not in ReaderTexts.of(records, PLAN).for_all(said, [OPEN])
