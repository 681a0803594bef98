"""What the end page says, without a window (M2, M3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dialogue_desktop.domain.closing import ClosingCheck, Gap
from dialogue_desktop.domain.conference import ConferenceView, Stage
from dialogue_desktop.domain.plan import CopyPurpose, Plan
from dialogue_desktop.domain.records import Opinion, Records, Session, Source, Version
from tests.ui.end.stage import Copy
from ui.end import copy_edits
from ui.end.screen import EndData, Phase, end_screen, masked_words

START = datetime(2026, 4, 24, 1, 0, tzinfo=UTC)
COPIES = (
    CopyPurpose("niem-yet", "Niêm yết tại trụ sở", posted=True),
    CopyPurpose("luu", "Lưu hồ sơ"),
    CopyPurpose("bao-cao", "Kèm báo cáo gửi Ủy ban nhân dân tỉnh"),
)
GAP = Gap("outcome-1", "Ý kiến số 1 chưa ghi kết quả", "Ông Lò Văn Ế", "Ghi kết quả", "live")


def _data(
    *,
    missing: tuple[Gap, ...] = (),
    versions: tuple[Version, ...] = (),
    changed: bool = False,
    printed: int = 0,
    copies: tuple[CopyPurpose, ...] = COPIES,
    ended: bool = True,
) -> EndData:
    session = Session("session", START, START + timedelta(hours=3, minutes=15) if ended else None)
    opinions = (Opinion("a"), Opinion("b"), Opinion("c", source=Source.SLIP))
    records = Records(session, opinions=opinions, versions=versions)
    view = ConferenceView("x", "Đồng Vạn", Stage.CONCLUDE, Plan("ubnd", 2026, copies=copies), records)
    return EndData(view, view, ClosingCheck(missing, ("Đủ",)), changed, printed)


def _made(*pages: int) -> tuple[Copy, ...]:
    masked = ("Tên ông Lò Văn Ế (ý kiến số 1)", "Địa chỉ xóm Đình (ý kiến số 1)")
    return tuple(
        Copy(p.id, f"Bản {n}/3: {p.label}", p.label, p.posted, b"", pages[n - 1], masked if p.posted else ())
        for n, p in enumerate(COPIES, start=1)
    )


V1 = (Version("v1", 1, START + timedelta(hours=4)),)


@pytest.mark.parametrize(
    ("data", "phase", "step"),
    [
        (_data(missing=(GAP,)), Phase.CHECK, 0),
        (_data(), Phase.FREEZE, 1),
        (_data(versions=V1), Phase.PRINT, 2),
        (_data(versions=V1, missing=(GAP,)), Phase.PRINT, 2),  # frozen all the same, with a reason
        (_data(versions=V1, printed=1), Phase.POST, 3),
        (_data(versions=V1, printed=1, changed=True), Phase.CHANGED, 1),
    ],
)
def test_the_step_follows_from_gaps_versions_and_changes(data: EndData, phase: Phase, step: int):
    """M3: check, freeze, print and sign, post; a correction leads back to freezing."""
    screen = end_screen(data, None, duplex=True)
    assert (screen.phase, screen.step) == (phase, step)


def test_the_large_button_is_locked_while_something_is_missing_and_says_so():
    """M3: the reason stands under it, "Vẫn chốt…" beside."""
    foot = end_screen(_data(missing=(GAP, GAP)), None, duplex=True).foot
    assert foot.words == "Chốt và in 3 bản"
    assert foot.reason == "Còn 2 việc cần bổ sung."
    assert foot.force


def test_without_the_hour_of_the_end_no_reason_helps():
    assert not end_screen(_data(missing=(GAP,), ended=False), None, duplex=True).foot.force


def test_sheets_are_counted_per_copy():
    """M2: 3 bản, 18 trang, 9 tờ on both sides; a copy of 5 pages takes 3 sheets of its own."""
    assert end_screen(_data(), _made(6, 6, 6), duplex=True).total == "3 bản, 18 trang, 9 tờ"
    assert end_screen(_data(), _made(5, 5, 5), duplex=True).total == "3 bản, 15 trang, 9 tờ"
    assert end_screen(_data(), _made(5, 5, 5), duplex=False).total == "3 bản, 15 trang, 15 tờ"
    assert end_screen(_data(), None, duplex=True).total == "3 bản"


def test_cards_say_their_numbers_and_what_is_masked():
    """M2: the posted copy says what it leaves out; two of a kind take two numbers."""
    cards = end_screen(_data(), _made(6, 6, 6), duplex=True).cards
    assert [card.place for card in cards] == ["Bản 1/3", "Bản 2/3", "Bản 3/3"]
    assert [card.note for card in cards] == ["Che 1 tên, 1 địa chỉ", "Đủ nội dung", "Đủ nội dung"]
    two = (COPIES[0], replace(COPIES[1], count=2), replace(COPIES[2], chosen=False))
    screen = end_screen(_data(copies=two), None, duplex=True)
    assert [card.place for card in screen.cards] == ["Bản 1/3", "Bản 2–3/3", "Không in"]
    assert screen.copies_title == "Ba bản biên bản"


def test_a_change_after_freezing_is_said_with_the_next_number():
    """M3: version 1 is kept and can be printed again; it is listed with hour and mark."""
    screen = end_screen(_data(versions=V1, changed=True), None, duplex=True)
    assert screen.phase is Phase.CHANGED
    assert screen.foot.words == "In lại bản chốt lần 1"
    assert screen.hint == "Sửa nội dung sau khi chốt thì thành biên bản lần 2."
    (line,) = screen.versions
    assert (line.number, line.sha256[:8]) == (1, line.mark)


def test_nothing_ticked_locks_the_print():
    none = tuple(replace(copy, chosen=False) for copy in COPIES)
    assert end_screen(_data(copies=none), (), duplex=True).foot.reason == "Chưa chọn bản nào để in."


def test_facts_name_the_end_and_both_kinds_of_opinions():
    assert end_screen(_data(), None, duplex=True).facts.endswith("2 ý kiến tại hội nghị, 1 ý kiến gửi trước")
    assert end_screen(_data(ended=False), None, duplex=True).facts.startswith("Chưa ghi giờ kết thúc")
    assert end_screen(_data(), None, duplex=True).short_facts.endswith(", 3 ý kiến")
    assert len(end_screen(_data(), None, duplex=True).short_facts) < 36


def test_nothing_to_mask_is_said_too():
    assert masked_words(()) == "Không có gì phải che"
    left = ("Số 0912 345 678 trong trả lời (ý kiến số 3)", "Thư điện tử a@b.vn trong nội dung (ý kiến số 4)")
    assert masked_words(left) == "Che 1 số, 1 chỗ khác"


def test_copies_are_edited_as_whole_lists():
    """M2: number and purpose of copies editable."""
    more = copy_edits.added(COPIES, "Gửi Mặt trận")
    assert [c.id for c in more] == ["niem-yet", "luu", "bao-cao", "ban-1"]
    assert copy_edits.added(more)[-1].id == "ban-2"
    changed = copy_edits.edited(more, 3, label=" Gửi MTTQ ", count=2, posted=False)
    assert changed[3] == CopyPurpose("ban-1", "Gửi MTTQ", 2)
    assert copy_edits.removed(changed, 0) == changed[1:]
    assert copy_edits.toggled(COPIES, 1)[1].chosen is False


@pytest.mark.parametrize(("label", "count"), [("", 1), ("  ", 1), ("Lưu", 0), ("Lưu", 51)])
def test_a_copy_without_words_or_of_an_odd_number_is_refused(label: str, count: int):
    with pytest.raises(ValueError, match=r"^(Cần|Số)"):
        copy_edits.edited(COPIES, 0, label=label, count=count, posted=False)


def test_counts_are_read_as_typed():
    assert copy_edits.read_count(" 2 bản") == 2
    with pytest.raises(ValueError, match="chữ số"):
        copy_edits.read_count("hai")


def test_a_character_that_the_paper_lacks_is_said_but_locks_nothing():
    """G5: an emoji is a visible mark on paper; the line leads to the words that hold it."""
    data = _data()
    spoken = data.shown.records.opinions[0]
    opinions = (replace(spoken, text="Lúa 🌾 bị rầy"), *data.shown.records.opinions[1:])
    shown = replace(data.shown, records=replace(data.shown.records, opinions=opinions))
    copies = tuple(replace(copy, unprintable=("🌾",)) for copy in _made(6, 6, 6))
    screen = end_screen(replace(data, shown=shown), copies, duplex=True)
    (gap,) = screen.gaps
    assert "🌾" in gap.text
    assert (gap.record_id, gap.field) == (spoken.id, "text")
    assert screen.foot.reason == ""
    assert screen.phase is Phase.FREEZE
