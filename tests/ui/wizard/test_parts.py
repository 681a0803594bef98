"""Small parts of the wizard without a window: reading, rows, sections, marks, the strip, the feed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.deadlines import DayMark
from dialogue_desktop.domain.plan import (
    Bullet,
    Chair,
    Issuer,
    IssuerKind,
    Official,
    Plan,
    ProgrammeStep,
    Section,
    Signature,
    TextBlock,
    TimeKind,
    TimePlan,
)
from ui.wizard import rows, sections
from ui.wizard.changed_words import changed_words
from ui.wizard.day_strip import fitting
from ui.wizard.preview_feed import PAUSE_MS, PreviewFeed
from ui.wizard.reading import (
    count_within,
    read_count,
    read_day,
    read_hour,
    read_money,
    read_quantity,
    write_count,
    write_money,
    write_quantity,
)
from ui.wizard.row_source import TupleRows
from ui.wizard.step_issuer import with_kind
from ui.wizard.step_programme import lines_of, starts

# --- reading -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("20.000", 20_000),
        ("20000", 20_000),
        ("20.000 đ", 20_000),
        ("20 nghìn", 20_000),
        ("20k", 20_000),
        ("1,5 triệu", 1_500_000),
        ("2 triệu đồng", 2_000_000),
        ("", 0),
    ],
)
def test_money_is_read_as_people_write_it(text: str, dong: int) -> None:
    """P11."""
    assert read_money(text) == dong


@pytest.mark.parametrize("text", ["hai mươi nghìn", "20.00", "1,2,3", "-5", "²", "9" * 30])
def test_money_that_cannot_be_read_gets_a_sentence(text: str) -> None:
    """G5: never a guess, never an English error."""
    with pytest.raises(ValueError, match=r"[.]$"):
        read_money(text)


@given(st.integers(0, 10**11))
def test_counts_and_money_are_read_back_as_written(number: int) -> None:
    assert read_count(write_count(number)) == number
    assert read_money(write_money(number)) == number


@given(st.decimals(0, 1_000_000, places=2))
def test_quantities_are_read_back_as_written(quantity: Decimal) -> None:
    assert read_quantity(write_quantity(quantity)) == quantity


@pytest.mark.parametrize("text", ["1.5.0", "٣", "1e3", "NaN", "1,", ",5", "2.000.000"])
def test_quantities_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Số lượng"):
        read_quantity(text)


def test_empty_day_and_hour_are_unknown() -> None:
    assert read_day("  ") is None
    assert read_hour("") is None
    assert read_day("thứ Sáu 24/4/2026") == date(2026, 4, 24)


def test_a_count_has_its_limits() -> None:
    read = count_within(1, 99, "Số bản")
    assert read("3") == 3
    for text in ("", "0", "100", "ba"):
        with pytest.raises(ValueError):
            read(text)


# --- rows --------------------------------------------------------------------------------------------


@given(st.lists(st.integers(), max_size=8), st.integers(0, 9), st.sampled_from((-1, 1)))
def test_moving_there_and_back_changes_nothing(items: list[int], at: int, by: int) -> None:
    there = rows.moved(items, at, by)
    assert sorted(there) == sorted(items)
    if 0 <= at < len(items) and 0 <= at + by < len(items):
        assert rows.moved(there, at + by, -by) == tuple(items)
    else:
        assert there == tuple(items)


def recipients() -> TupleRows[str]:
    return TupleRows[str](
        get=lambda plan: plan.recipients,
        set=lambda plan, value: replace(plan, recipients=value),
        id_of=lambda _, place: str(place),
        blank=lambda plan: "",
        closing=lambda text: text.startswith("Lưu"),
    )


def test_new_recipients_stand_before_the_archive() -> None:
    """P12: "Lưu: VT" stays the last line, from the library as by hand."""
    plan = Plan("p", 2024, recipients=("UBND tỉnh", "Lưu: VT"))
    added = recipients().add(plan, "1")
    assert added is not None
    assert added[0].recipients == ("UBND tỉnh", "", "Lưu: VT")
    assert added[1] == "1"
    taken, row_id = recipients().insert(plan, "Sở Nội vụ")
    assert taken.recipients == ("UBND tỉnh", "Sở Nội vụ", "Lưu: VT")
    assert row_id == "1"
    between, _ = recipients().insert(plan, "Đảng ủy xã", "0")
    assert between.recipients[1] == "Đảng ủy xã"


def tree() -> tuple[Section, ...]:
    return (
        Section(
            "a",
            "MỤC ĐÍCH",
            children=(
                Section("a1", "Mục đích", blocks=(TextBlock("x", "Một."), TextBlock("y", "Hai."))),
                Section("a2", "Yêu cầu", included=False),
                Section("a3", "Khác"),
            ),
        ),
        Section("b", "NỘI DUNG"),
    )


def test_sections_are_numbered_as_they_are_printed() -> None:
    """P4: what is left out has no number, and those after it move up."""
    numbers = {place.section.id: place.number for place in sections.walk(tree())}
    assert numbers == {"a": "I.", "a1": "1.", "a2": "", "a3": "2.", "b": "II."}


def test_blocks_are_changed_where_they_stand() -> None:
    changed = sections.change_block(tree(), "y", lambda block: replace(block, bullet=Bullet.DASH))
    owner = sections.owner_of(changed, "y")
    assert owner is not None
    assert owner[0].blocks[1].bullet is Bullet.DASH
    assert sections.change_block(tree(), "none", lambda block: block) == tree()
    moved = sections.moved_section(tree(), "a3", -1)
    assert [child.id for child in moved[0].children] == ["a1", "a3", "a2"]
    assert [one.id for one in sections.with_sibling(tree(), "a", Section("n", "MỚI"))] == ["a", "n", "b"]
    assert sections.find(sections.without_section(tree(), "a2"), "a2") is None


# --- issuer, programme -------------------------------------------------------------------------------


def test_another_kind_of_body_brings_its_own_forms() -> None:
    """P2: symbols and the form of signature follow, what the office wrote itself stays."""
    usual = {
        IssuerKind.PEOPLE_COMMITTEE: Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        IssuerKind.PARTY_COMMITTEE: Signature(("T/M BAN THƯỜNG VỤ", "BÍ THƯ")),
    }
    state = Plan("p", 2023, issuer=Issuer(name="Hiệp Hòa"))
    party = with_kind(state, IssuerKind.PARTY_COMMITTEE, usual)
    assert (party.symbol, party.minutes_symbol, party.issuer.style) == ("KH/ĐU", "BB/ĐU", "dang_36")
    assert with_kind(replace(state, year=2026), IssuerKind.PARTY_COMMITTEE, usual).issuer.style == "dang_05"
    assert party.signature.lines == ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")
    assert with_kind(party, IssuerKind.PEOPLE_COMMITTEE, usual) == state
    own = replace(state, symbol="KH-UBND-VX", signature=Signature(("CHỦ TỊCH",), "Bùi Văn Cường"))
    kept = with_kind(own, IssuerKind.PARTY_COMMITTEE, usual)
    assert (kept.symbol, kept.signature.lines) == ("KH-UBND-VX", ("CHỦ TỊCH",))


def test_the_hours_of_the_steps_are_counted_as_far_as_they_are_known() -> None:
    """P9."""
    steps = tuple(ProgrammeStep(str(n), "Bước", minutes=m) for n, m in enumerate((10, None, 20)))
    plan = Plan("p", 2026, programme=steps, time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8)))
    assert starts(plan) == ("08:00", "08:10", "")
    assert starts(replace(plan, time=TimePlan())) == ("", "", "")


def test_details_are_lines_without_their_dashes() -> None:
    assert lines_of("- Một\n\n  + Hai  \nBa") == ("Một", "Hai", "Ba")


# --- what changed ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("Trước tháng 9/2024", "Trước tháng 10/2024", "10/2024"),
        ("Bùi Văn Cường", "Bùi Văn Cương", "Cương"),
        ("", "Lộc Thịnh", "Lộc Thịnh"),
        ("Lộc Thịnh", "Lộc", ""),
        ("một hai", "một hai ba.", "ba"),
    ],
)
def test_the_new_words_are_found_whole(before: str, after: str, words: str) -> None:
    """P1: what is marked on the page."""
    old = Plan("p", 2024, chairs=(Chair(Official("o", before)),))
    new = Plan("p", 2024, chairs=(Chair(Official("o", after)),))
    assert changed_words(old, new) == words


def test_a_new_row_is_new_as_a_whole_and_long_texts_get_a_bar_only() -> None:
    plan = Plan("p", 2024, places=("Nhà văn hóa xã",))
    assert changed_words(plan, replace(plan, places=("Nhà văn hóa xã", "Hội trường"))) == "Hội trường"
    assert changed_words(plan, replace(plan, closing="dài " * 40)) == ""
    assert changed_words(plan, plan) == ""


# --- the day strip -----------------------------------------------------------------------------------


@given(st.integers(1, 120), st.integers(0, 40))
def test_a_long_count_keeps_both_ends(days: int, room: int) -> None:
    """P10: the day counted from and the last day are always there, where two find room."""
    start = date(2026, 1, 1)
    marks = [DayMark(start + timedelta(days=n), True, n or None) for n in range(days)]
    shown = fitting(marks, room)
    assert len(shown) <= max(room, 0)
    if room >= 2:
        assert shown[0] == marks[0]
        assert shown[-1] == marks[-1]
    if days <= room:
        assert shown == tuple(marks)


# --- the feed of the preview -------------------------------------------------------------------------

Job = tuple[Callable[[], str], Callable[[str], None], Callable[[Exception], None]]


@dataclass
class Hand:
    act: Callable[[], None] | None = None
    milliseconds: int = 0
    jobs: list[Job] = field(default_factory=list)
    shown: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    failed: list[Exception] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    def start(self, milliseconds: int, act: Callable[[], None]) -> None:
        self.milliseconds, self.act = milliseconds, act

    def stop(self) -> None:
        self.act = None

    def run(
        self, work: Callable[[], str], done: Callable[[str], None], failed: Callable[[Exception], None]
    ) -> None:
        self.jobs.append((work, done, failed))

    def pause(self) -> None:
        act, self.act = self.act, None
        if act is not None:
            act()

    def finish(self) -> None:
        work, done, failed = self.jobs.pop(0)
        try:
            drawing = work()
        except Exception as error:  # noqa: BLE001 - the runner of the program does the same
            failed(error)
        else:
            done(drawing)

    def draw(self, plan: Plan) -> str:
        if plan.subject == "hỏng":
            raise RuntimeError(plan.subject)
        self.drawn.append(plan.subject)
        return plan.subject

    def feed(self) -> PreviewFeed[str]:
        def show(drawing: str, touched: tuple[str, ...]) -> None:
            self.shown.append((drawing, touched))

        return PreviewFeed(self.draw, self.run, self, show, self.failed.append)


def titled(subject: str) -> Plan:
    return Plan("p", 2024, subject=subject)


def test_the_page_is_drawn_after_a_pause_and_once() -> None:
    """P1: 300 ms after the last key; every key begins the pause anew."""
    hand = Hand()
    feed = hand.feed()
    for subject in ("a", "ab", "abc"):
        feed.want(titled(subject), "title")
    assert (hand.jobs, hand.milliseconds) == ([], PAUSE_MS)
    hand.pause()
    hand.finish()
    assert hand.shown == [("abc", ("title",))]


def test_a_drawing_overtaken_by_typing_is_not_shown() -> None:
    """P1: newest wins; the places touched meanwhile are all told."""
    hand = Hand()
    feed = hand.feed()
    feed.want(titled("1"), "title", now=True)
    feed.want(titled("2"), "duty:x")
    hand.pause()
    hand.finish()
    hand.finish()
    assert hand.shown == [("2", ("title", "duty:x"))]
    assert hand.drawn == ["1", "2"]


def test_typing_goes_on_while_the_page_is_drawn() -> None:
    hand = Hand()
    feed = hand.feed()
    feed.want(titled("1"), now=True)
    feed.want(titled("2"))
    hand.finish()  # the pause of "2" is not over: nothing old is shown, nothing new is begun
    assert (hand.shown, hand.jobs) == ([], [])
    hand.pause()
    hand.finish()
    assert [drawing for drawing, _ in hand.shown] == ["2"]


def test_a_page_that_cannot_be_drawn_is_told_and_the_next_one_is_drawn() -> None:
    """G5."""
    hand = Hand()
    feed = hand.feed()
    feed.want(titled("hỏng"), now=True)
    hand.finish()
    assert [str(error) for error in hand.failed] == ["hỏng"]
    feed.want(titled("lành"), now=True)
    hand.finish()
    assert [drawing for drawing, _ in hand.shown] == ["lành"]


def test_a_closed_feed_is_silent() -> None:
    hand = Hand()
    feed = hand.feed()
    feed.want(titled("1"), now=True)
    feed.close()
    hand.finish()
    feed.want(titled("2"), now=True)
    assert (hand.shown, hand.jobs) == ([], [])
