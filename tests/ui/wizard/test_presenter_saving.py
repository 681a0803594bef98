"""The wizard without a window: what is typed is saved by itself, and saved is only said after it (P1, L9)."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desktop.errors import StorageError
from tests.ui.wizard.desk import Desk, make_desk
from ui.wizard.autosave import SaveKind
from ui.wizard.presenter import WizardPresenter
from ui.wizard.steps import StepId


def saved(presenter: WizardPresenter) -> SaveKind:
    return presenter.save_state.kind


def test_saved_is_said_only_after_the_commit(desk: Desk) -> None:
    """P1, L9: under a second after the key the save begins; the time appears when it is committed."""
    p, hand, store = desk.presenter, desk.hand, desk.store
    p.edit(replace(p.plan, subject="a"))
    assert saved(p) is SaveKind.WAITING
    assert hand.milliseconds < 1000
    hand.pass_time()
    assert saved(p) is SaveKind.WAITING
    assert not p.clean
    hand.work()
    assert saved(p) is SaveKind.SAVED
    assert p.save_state.at == store.now
    assert p.clean
    assert store.saved == [(p.plan, "issuer")]


def test_typing_without_a_pause_does_not_put_the_save_off(desk: Desk) -> None:
    """L9: the wait counts from the first unsaved key."""
    p, hand = desk.presenter, desk.hand
    p.edit(replace(p.plan, subject="a"))
    first = hand.delayed
    p.edit(replace(p.plan, subject="ab"))
    assert hand.delayed == first
    hand.pass_time()
    hand.work()
    assert desk.store.saved[-1][0].subject == "ab"


def test_what_is_typed_during_a_save_follows_it_and_the_newest_wins(desk: Desk) -> None:
    p, hand, store = desk.presenter, desk.hand, desk.store
    p.edit(replace(p.plan, subject="1"))
    hand.pass_time()
    for text in ("12", "123", "1234"):
        p.edit(replace(p.plan, subject=text))
    hand.work()
    assert saved(p) is SaveKind.WAITING
    hand.work()
    assert [plan.subject for plan, _ in store.saved] == ["1", "1234"]
    assert saved(p) is SaveKind.SAVED
    assert hand.queue == []


def test_a_failed_save_says_so_keeps_the_text_and_is_tried_again(desk: Desk) -> None:
    """G5, L9: nothing typed is lost when the disk is full."""
    p, hand, store = desk.presenter, desk.hand, desk.store
    store.error = StorageError("Ổ D đã đầy. Chữ đang gõ vẫn còn.")
    p.edit(replace(p.plan, subject="chữ"))
    hand.pass_time()
    hand.work()
    assert saved(p) is SaveKind.FAILED
    assert p.save_state.sentence == "Ổ D đã đầy. Chữ đang gõ vẫn còn."
    assert not p.clean
    assert p.plan.subject == "chữ"
    store.error = None
    heard: list[bool] = []
    p.flush(heard.append)
    hand.work()
    assert heard == [True]
    assert store.saved[-1][0].subject == "chữ"


def test_an_unknown_failure_still_gets_a_vietnamese_sentence(desk: Desk) -> None:
    desk.store.error = RuntimeError("disk I/O error")
    desk.presenter.edit(replace(desk.presenter.plan, subject="chữ"))
    desk.hand.pass_time()
    desk.hand.work()
    assert "disk" not in desk.presenter.save_state.sentence
    assert desk.presenter.save_state.sentence.startswith("Chưa lưu được")


def test_the_step_left_is_saved_too(desk: Desk) -> None:
    """P1: the wizard opens again where it was left."""
    desk.presenter.go(StepId.PROGRAMME)
    desk.hand.pass_time()
    desk.hand.work()
    assert desk.store.saved[-1][1] == "programme"
    again = make_desk(desk.store.saved[-1][0], step=desk.store.saved[-1][1])
    assert again.presenter.step is StepId.PROGRAMME


def test_flush_waits_for_the_save_under_way(desk: Desk) -> None:
    p, hand = desk.presenter, desk.hand
    heard: list[bool] = []
    p.flush(heard.append)
    assert heard == [True]
    p.edit(replace(p.plan, subject="1"))
    hand.pass_time()
    p.edit(replace(p.plan, subject="12"))
    p.flush(heard.append)
    hand.work()
    assert heard == [True]
    hand.work()
    assert heard == [True, True]
    assert desk.store.saved[-1][0].subject == "12"
