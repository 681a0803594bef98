"""The stations of the plan: its nine steps, what they take from the office's library, the printing panel."""

from __future__ import annotations

from tests.ui.vietnamese.program import SIZE
from tests.ui.vietnamese.walk import Walk
from tests.ui.vietnamese.ways import all_of, press, push, settle, unfold
from ui.widgets.button import Button
from ui.wizard.steps import StepId

#: What in a step leads to a list that is searched, or to a row of another kind; Esc leads back.
_SHEETS = ("Chọn từ danh mục…", "Chọn từ kho…", "Lưu thành mẫu của cơ quan…", "Thêm đơn vị")


def plan(walk: Walk) -> None:
    page = walk.program.go("plan", walk.program.app.planning.copy_of(walk.program.sample))
    walk.program.window.resize(1150, SIZE[1])  # the pages are not drawn beside the steps
    for step in StepId:
        page.presenter.go(step)
        page.focus_first()
        settle(walk)
        unfold(walk, f"plan: {step.value}", page.view)
        for words in _SHEETS:
            if any(one.words == words and one.isEnabled() for one in all_of(page.view, Button)):
                push(walk, words, page.view)
                walk.type_here(f"plan: {step.value}, {words}")
                press(walk, "Escape", "Escape")
