"""The station of the register: search, next step, words of a paper, a paper from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_desktop.domain.after_records import PaperPart
from tests.ui.vietnamese.walk import Walk
from tests.ui.vietnamese.ways import press, settle

_NOTICE = "vb-notice"


def documents(walk: Walk) -> None:
    program = walk.program
    app, cid = program.app, program.app.planning.copy_of(program.sample)
    draft = replace(app.register.row(cid, _NOTICE).paper, number="9", dated_on=date(2026, 4, 3))
    app.register.save(cid, replace(draft, parts=(PaperPart("opening", "Thực hiện Kế hoạch."),)))
    page: Any = program.go_office("documents")
    page.show_conference(cid, "notice")
    settle(walk)
    walk.type_here("documents: next step")
    page.show_conference(cid, "notice")  # what was searched for had others in hand
    settle(walk)
    press(walk, "F2")
    walk.type_here("documents: words")
    press(walk, "Escape")
    page.presenter.form.open_new()
    settle(walk)
    walk.type_here("documents: from elsewhere")
    press(walk, "Escape")
    app.issuing.issue(app.issuing.draw(app.issuing.read(cid, (app.register.row(cid, _NOTICE).paper,))))
    page.show_conference(cid, "notice")
    settle(walk)
    walk.type_here("documents: posted")
