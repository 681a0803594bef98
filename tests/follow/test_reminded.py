"""A reminder that the register issued stands in the history of what it asks about (F1)."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import Paper, StepKind
from dialogue_desktop.domain.letters import reminder_subject
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.services.acts import created
from tests.follow.held import CANAL, FEE, TRAFO, key


def test_issued_reminders_are_lines_that_only_the_register_changes(app: App, held: str) -> None:
    def paper(number: str, unit: str, opinions: tuple[str, ...], *, issued: bool = True) -> Paper:
        return Paper(
            f"vb-{number}", "reminders", reminder_subject(unit), "Đôn đốc", number, "UBND-VP",
            date(2026, 5, 6), (unit,), (), opinions, issued_at=app.clock.now() if issued else None,
        )  # fmt: skip

    papers = (
        paper("15", "Phòng Kinh tế", ("kenh",)),
        paper("16", "Phòng Văn hóa – Xã hội", ("phi",), issued=False),
    )
    changes = tuple(change for one in papers for change in created(RecordKind.PAPER, one))
    app.follow_up._log.append(held, "paper.issue", changes)
    board = app.boards.read()
    row = board.row(str(key(held, CANAL)))
    assert row is not None
    (step,) = row.steps
    assert (step.kind, step.letter, step.day, step.id) == (
        StepKind.REMINDED, "15/UBND-VP", date(2026, 5, 6), "",
    )  # fmt: skip
    assert row.evidence() == "Chưa có"
    for other in (TRAFO, FEE):
        found = board.row(str(key(held, other)))
        assert found is not None
        assert found.steps == ()
