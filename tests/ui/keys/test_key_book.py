"""Which keys may be given, and what giving one does, without a window (G6)."""

from __future__ import annotations

import pytest

from ui.keys import rules
from ui.keys.presenter import GROUPS, KeyBook
from ui.live import verbs
from ui.live.key_names import KeyNames


@pytest.mark.parametrize(
    "key", ["F4", "F12", "Shift+F5", "Ctrl+F7", "Ctrl+P", "Ctrl+5", "Ctrl+PgUp", "Ctrl+Return"]
)
def test_keys_that_collide_with_nothing(key: str) -> None:
    """G6: function keys, and Ctrl with a letter, a digit or a paging key."""
    assert rules.refusal(key) == ""


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("S", rules.TYPED), ("7", rules.TYPED), ("Shift+J", rules.TYPED), ("+", rules.TYPED),
        ("Return", rules.TEXT), ("Space", rules.TEXT), ("Backspace", rules.TEXT), ("Left", rules.TEXT),
        ("Alt+Z", rules.ALT), ("Alt+F4", rules.ALT), ("Ctrl+Alt+E", rules.ALT_GR),
        ("Ctrl+Shift+F5", rules.TOGGLE), ("Ctrl+Shift+N", rules.TOGGLE), ("F10", rules.MENU),
        ("Meta+D", rules.SYSTEM), ("Ctrl+Esc", rules.SYSTEM), ("Ctrl+Space", rules.SYSTEM),
    ],
)  # fmt: skip
def test_keys_that_typing_or_the_system_takes(key: str, why: str) -> None:
    """G6, L12: refused with the reason: tones of Telex and VNI, UniKey's switches, AltGr, the menu."""
    assert rules.refusal(key) == why


def test_keys_of_texts_and_of_the_window_say_what_they_do() -> None:
    """G6: a reader hears what the key is for."""
    assert "dán" in rules.refusal("Ctrl+V")
    assert "tìm tất cả" in rules.refusal("Ctrl+K")
    assert "phần của cửa sổ" in rules.refusal("Shift+F6")


def test_the_programs_own_keys_pass_their_own_rules() -> None:
    """G6: no verb of the session came with a key that a reader could not give."""
    wrong = {v.id: rules.refusal(v.key) for _, members in GROUPS for v in members if v.key}
    assert {verb_id: why for verb_id, why in wrong.items() if why} == {}


def test_a_taken_key_is_named_before_it_is_given() -> None:
    """G6: asking changes nothing; giving takes it from the other verb, which keeps its button."""
    book = KeyBook()
    kept: list[dict[str, str]] = []
    book.changed = kept.append
    trial = book.trial("live.mark", "F9")
    assert trial.good
    assert trial.rival == "live.follow_up"
    assert "Vòng tiếp" in trial.sentence
    assert book.own() == {}
    assert book.give("live.mark", "F9")
    assert kept == [{"live.mark": "F9", "live.follow_up": ""}]
    assert not book.give("live.mark", "Alt+M")
    assert len(kept) == 1
    assert not book.trial("live.mark", "F9").good  # it has it


def test_back_to_the_usual_keys() -> None:
    """G6: one verb, or all; whoever holds the usual key meanwhile gives it back."""
    book = KeyBook({"live.mark": "F9", "live.follow_up": "", "home.new_plan": "Ctrl+P"})
    assert book.any_own
    assert book.reset("live.follow_up") == "Đánh dấu xem lại"
    assert (book.key("live.follow_up"), book.key("live.mark")) == ("F9", "")
    book.reset_all()
    assert not book.any_own
    assert book.own() == {"home.new_plan": "Ctrl+P"}  # not a key of the session
    book.take_away("live.next")
    assert [row.key for row in book.rows() if row.id == "live.next"] == [""]


def test_sentences_name_the_key_that_works() -> None:
    """G6: a hint follows the key; without one the verb is named."""
    names = KeyNames()
    assert names.fill("Bấm <quick_add>, ghi tên.") == "Bấm F2, ghi tên."
    assert names.take("live.quick_add", "Ctrl+Return")
    assert not names.take("live.quick_add", "Ctrl+Return")
    assert names.fill("Bấm <quick_add>.") == "Bấm Ctrl+Enter."
    names.take("live.quick_add", "")
    assert names.fill("Bấm <quick_add>.") == "Bấm “Thêm người phát biểu”."
    assert names.tip("Sửa", verbs.SPEAKER) == "Sửa (Ctrl+E)"
