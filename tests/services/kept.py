"""Papers and evidence on a data folder, written as the register and the promises are."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import Paper, Step, StoredFile
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.register import paper_id
from dialogue_desktop.services.acts import created
from dialogue_desktop.storage.file_store import FileStore

NOTICE = b"%PDF-1.7 Thong bao ket luan so 12"


def keep(app: App, data: bytes, name: str, **more: object) -> StoredFile:
    return FileStore(app.paths.documents, app.paths.file_copies).keep(data, name, **more)  # type: ignore[arg-type]


def issue(
    app: App,
    cid: str,
    files: tuple[StoredFile, ...],
    *,
    kind: str = "conclusion",
    subject: str = "",
    number: str = "12",
    symbol: str = "TB-UBND",
    title: str = "Thông báo kết luận hội nghị đối thoại",
    dated_on: date | None = date(2026, 4, 29),
    version: int = 1,
    **more: object,
) -> Paper:
    """A line of the register with the files that were signed."""
    paper = Paper(
        paper_id(kind, subject, version),
        kind,
        subject,
        title=title,
        number=number,
        symbol=symbol,
        dated_on=dated_on,
        version=version,
        issued_at=app.clock.now(),
        files=files,
        **more,  # type: ignore[arg-type]
    )
    app.closing._journal.append(cid, "paper.issue", created(RecordKind.PAPER, paper))
    return paper


def prove(app: App, cid: str, commitment_id: str, files: tuple[StoredFile, ...], *, step_id: str) -> Step:
    """A line of a promise's history with evidence."""
    step = Step(step_id, commitment_id, date(2026, 5, 6), text="Đã sửa xong, có ảnh.", files=files)
    app.closing._journal.append(cid, "step.add", created(RecordKind.STEP, step))
    return step
