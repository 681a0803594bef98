"""Every form of a gap fits into the column of the list: nothing in it is squeezed or cut (G6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dialogue_desktop.domain.records import Voice
from tests.ui.end.conftest import Open


def _spoilt(app: Any, cid: str) -> None:
    """A gap for each form."""
    said = app.live.records(cid).at_hall()
    wrong: dict[int, dict[str, Any]] = {
        1: {"field": ""},
        2: {"text": "Cán bộ địa chính ăn tiền của dân mới làm sổ"},
        3: {"consent": None},
        4: {"receiving_body": "", "deadline": None},
        5: {"voices": (Voice("Nguyễn Thị Thanh Nguyệt", "bà"),)},
        6: {"unit": "", "deadline": None},
        20: {"outcome_reason": ""},
        21: {"outcome": None},
    }
    for at, wanted in wrong.items():
        app.live.edit_opinion(cid, said[at].id, **wanted)
    rows = list(app.live.records(cid).attendance)
    app.live.set_attendance(cid, [replace(rows[0], present=None), *rows[1:]])
    app.planning.save_plan(cid, replace(app.planning.plan(cid), minutes_number=""))


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1150, 698)), (1.5, (1288, 698)), (2.0, (1262, 698))])
def test_forms_are_as_high_as_they_need_and_no_wider_than_the_list(
    stage: Open, scale: float, size: tuple[int, int]
):
    s = stage(scale=scale, size=size, prepare=_spoilt)
    checks = s.page.frame.checks
    assert len(checks.rows) >= 10
    squeezed = []
    for row in checks.rows:
        if not row.in_place:
            continue
        row.button.click()
        s.settle()
        form = row.form
        assert form is not None
        if form.minimumSizeHint().width() > row.width() or form.height() < form.minimumSizeHint().height():
            squeezed.append((row.gap.id, form.size(), form.minimumSizeHint(), row.width()))
        row.close_form()
        s.settle()
    assert squeezed == []
