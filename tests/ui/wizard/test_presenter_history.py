"""The wizard without a window: each edit is told, taken back and made again (P1)."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.wizard.desk import Desk
from ui.wizard.presenter import PlanChange
from ui.wizard.steps import StepId


def test_an_edit_is_a_new_plan_and_is_told_with_its_place(desk: Desk) -> None:
    """P1: each edit makes another frozen plan; those who draw hear which place of the page changed."""
    heard: list[PlanChange] = []
    desk.presenter.on_plan(heard.append)
    before = desk.presenter.plan
    assert desk.presenter.edit(replace(before, subject="Tổ chức hội nghị"), anchor="title")
    assert before.subject == ""
    assert desk.presenter.plan.subject == "Tổ chức hội nghị"
    assert [(c.anchor, c.before is before) for c in heard] == [("title", True)]
    assert desk.presenter.anchor == "title"


def test_the_same_plan_is_no_edit(desk: Desk) -> None:
    assert not desk.presenter.edit(replace(desk.presenter.plan))
    assert not desk.presenter.can_undo
    assert desk.hand.delayed is None


def test_typing_in_one_field_is_taken_back_at_once(desk: Desk) -> None:
    """P1: one field typed into is one act; leaving it ends the act."""
    p = desk.presenter
    for text in ("L", "Lộ", "Lộc Thịnh"):
        p.edit(replace(p.plan, subject=text), merge="subject")
    p.seal()
    p.edit(replace(p.plan, subject="Lộc Thịnh 2024"), merge="subject")
    p.undo()
    assert p.plan.subject == "Lộc Thịnh"
    p.undo()
    assert p.plan.subject == ""
    assert p.undo() is None
    p.redo()
    p.redo()
    assert p.plan.subject == "Lộc Thịnh 2024"
    assert p.redo() is None


def test_undo_goes_to_the_step_of_the_act(desk: Desk) -> None:
    """P1: one sees what is taken back."""
    p = desk.presenter
    p.edit(replace(p.plan, subject="Trích yếu"), label="Đã sửa trích yếu")
    p.go(StepId.BUDGET)
    steps: list[StepId] = []
    p.on_step(steps.append)
    act = p.undo()
    assert act is not None
    assert act.label == "Đã sửa trích yếu"
    assert p.step is StepId.ISSUER
    assert steps == [StepId.ISSUER]


def test_a_new_edit_forgets_what_was_undone(desk: Desk) -> None:
    p = desk.presenter
    p.edit(replace(p.plan, subject="một"))
    p.undo()
    p.edit(replace(p.plan, subject="hai"))
    assert not p.can_redo
