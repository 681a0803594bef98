"""An open plan takes the office's lists, and becomes a profile of the office (P1, C6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from dialogue_desktop.domain.office_library import LineList, ListLine
from dialogue_desktop.domain.plan import Locality
from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import CONTROL, fill, name_of, tab_to, tick
from ui.wizard.parts import OfficeList
from ui.wizard.steps import StepId


@pytest.mark.parametrize(
    ("step", "name", "noun"), [(StepId.PROGRAMME, "fields", "lĩnh vực"), (StepId.TASKS, "units", "đơn vị")]
)
def test_an_open_plan_takes_the_offices_list_when_asked(
    open_stage: Open, step: StepId, name: str, noun: str
) -> None:
    """C6: offered only while the plan has another one; one Ctrl+Z brings the old one back."""
    stage = open_stage()
    stage.page.presenter.edit(replace(stage.plan, **{name: getattr(stage.core.library.lists(), name)}))
    before = getattr(stage.plan, name)
    stage.page.presenter.go(step)
    stage.page.focus_first()
    button = f"Lấy theo danh mục {noun} của cơ quan"
    known: list[OfficeList] = list(stage.view.findChildren(OfficeList))
    found = next(one for one in known if one.words == button)
    assert found.isHidden()
    which = LineList(name)
    lines = stage.core.library.shipped().lines(which)
    shelf = stage.core.library.shelf()
    own = shelf.lines(which).insert(lines, ListLine("a", "Việc của xã"), lines[0].id)
    stage.core.library.keep(shelf.with_lines(which, own))
    stage.until(lambda: not found.isHidden())
    tab_to(stage, button)
    stage.key(Qt.Key.Key_Space)
    assert getattr(stage.plan, name)[1] == "Việc của xã"
    assert found.isHidden()
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert getattr(stage.plan, name) == before


def test_a_profile_without_names_is_saved_by_keys(open_stage: Open) -> None:
    """P1: the ticks decide what stays; the toast takes the profile back; Esc closes the form."""
    stage = open_stage()
    fill(stage, "Tên riêng", "Minh Khê")
    plan = stage.plan
    stage.page.presenter.edit(
        replace(
            plan,
            localities=(Locality("a", "thôn", "Đồng Vạn"),),
            signature=replace(plan.signature, name="Phạm Quốc Thắng"),
        )
    )
    stage.page.presenter.go(StepId.REVIEW)
    stage.page.focus_first()
    tab_to(stage, "Lưu thành mẫu của cơ quan…")
    stage.key(Qt.Key.Key_Space)
    stage.type_on("Mẫu")
    stage.key(Qt.Key.Key_Escape)
    assert name_of(stage.focused) == "Lưu thành mẫu của cơ quan…"
    stage.key(Qt.Key.Key_Space)
    stage.key(Qt.Key.Key_End)
    stage.type_on(" không tên")
    tick(stage, "Giữ tên các thôn, địa điểm, chỉ tiêu", False)
    tick(stage, "Giữ họ tên người chủ trì, thư ký, người ký", False)
    tab_to(stage, "Lưu mẫu")
    stage.key(Qt.Key.Key_Space)
    stage.until(lambda: stage.toast.words == "Đã lưu mẫu “Mẫu không tên”")
    (made,) = stage.core.library.shelf().profiles
    assert (made.plan.localities, made.plan.signature.name) == ((), "")
    view: Any = stage.view
    assert view.profile.over.words == "Lưu đè mẫu “Mẫu không tên”"
    stage.toast._take_back()
    stage.until(lambda: stage.core.library.shelf().profiles == ())
    stage.until(lambda: view.profile.over.isHidden())
