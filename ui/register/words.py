"""How a paper of the register is put into words: state, second line, next step, facts (M4–M7, F5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dialogue_desktop.domain.after_records import PaperState
from dialogue_desktop.domain.register_checks import is_incoming
from dialogue_desktop.domain.register_numbers import shown
from dialogue_desktop.domain.register_rows import Group, Next, RegisterRow
from dialogue_desktop.domain.words_vi import date_dm, date_short, days_left, weekday_dm_long
from dialogue_desktop.services.register import RegisterView
from ui.state_looks import DOCUMENTS, StateLook
from ui.theme import Role

_LOOKS = {
    PaperState.DRAFT: DOCUMENTS["draft"],
    PaperState.SIGNED: DOCUMENTS["signed"],
    PaperState.SENT: DOCUMENTS["sent"],
    PaperState.POSTED: DOCUMENTS["posted"],
}
_INCOMING = StateLook("Văn bản đến", "Đến", "mail_inbox", Role.MUTE)
_OTHER = StateLook("Lưu sổ", "Lưu sổ", "archive", Role.MUTE)
_OLD = StateLook("Đã thay thế", "Thay thế", "archive", Role.MUTE)
GROUP_WORDS = {
    Group.TODO: ("Cần làm tiếp", "clock", Role.WARN),
    Group.ISSUED: ("Đã phát hành", "checkmark_circle", Role.OK),
    Group.OLD: ("Bản cũ, đã thay thế", "archive", Role.TEXT),
}
STEP_WORDS = {
    Next.FREEZE: "chốt biên bản",
    Next.NUMBER: "ghi số và ngày",
    Next.ISSUE: "phát hành",
    Next.POST: "niêm yết",
    Next.SEND: "gửi",
}


def state_of(row: RegisterRow) -> StateLook:
    if row.group is Group.OLD:
        return _OLD
    if not row.kind.name:
        return _INCOMING if is_incoming(row.paper) else _OTHER
    return _LOOKS[row.paper.state]


def number_words(row: RegisterRow) -> str:
    """ "12/TB-UBND", "Chưa có số", or nothing for a paper without one."""
    paper = row.paper
    if paper.number:
        return shown(paper.number, paper.symbol)
    return "Chưa có số" if row.kind.code else "Không đánh số"


def range_words(rows: Sequence[RegisterRow]) -> str:
    """ "24–37/UBND-VP" of a series."""
    first, last = rows[0].paper, rows[-1].paper
    if not first.number:
        return "Chưa có số"
    if first.number == last.number:
        return shown(first.number, first.symbol)
    return f"{first.number}–{shown(last.number, last.symbol)}"


def pages_words(row: RegisterRow) -> str:
    """ "3 trang", "6 trang, 3 bản"."""
    files = [file for file in row.paper.files if file.name.lower().endswith(".pdf")]
    pages = max((file.pages for file in files), default=0)
    parts = [f"{pages} trang"] if pages else []
    return ", ".join((*parts, *([f"{len(files)} bản"] if len(files) > 1 else [])))


def second_line(row: RegisterRow, today: date, *, conference: bool, brief: bool = False) -> str:
    """ "Niêm yết, hạn 06/5, trễ 1 ngày, 3 trang": what must not be cut comes first. `brief`: the day and the
    conference alone, so that its name is read whole."""
    paper = row.paper
    due = due_words(row, today) if row.next is not None else ""
    name = row.conference if conference else ""
    if brief:
        return _sentence((due, name))
    parts = [f"{STEP_WORDS[row.next]}, {due}"] if row.next is not None and due else []
    parts.append(pages_words(row))
    if paper.version > 1 and row.group is not Group.OLD:
        parts.append(f"bản thay thế lần {paper.version - 1}" if paper.replaces else f"lần {paper.version}")
    if not row.kind.name:
        parts += [", ".join(paper.recipients)]
    if paper.posted_on is not None:
        parts.append(f"niêm yết {date_dm(paper.posted_on)}")
    if paper.sent_on is not None:
        parts.append(f"gửi {date_dm(paper.sent_on)}")
    return _sentence((*parts, name))


def series_lines(row: RegisterRow, today: date, *, conference: bool, opened: bool) -> tuple[str, str]:
    """Below the name of a series: its day, its conference, its key; and the same without the key."""
    due = due_words(row, today) if row.next is not None else ""
    parts = (due, row.conference if conference else "")
    key = "Enter để gập lại" if opened else "Enter để xem từng văn bản"
    return _sentence((*parts, key)), _sentence(parts)


def _sentence(parts: Iterable[str]) -> str:
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def due_words(row: RegisterRow, today: date) -> str:
    """ "hạn 06/5, trễ 1 ngày"."""
    if row.due is None:
        return ""
    left = (row.due.day - today).days
    words = f"hạn {date_dm(row.due.day)}"
    return f"{words}, trễ {-left} ngày" if left < 0 else words


def due_line(row: RegisterRow, today: date) -> str:
    """Under the next step: "Hạn thứ Tư 06/5, còn 2 ngày. 5 ngày làm việc sau ngày họp …"."""
    if row.due is None:
        return "Kế hoạch và luật không định ngày."
    left = days_left(today, row.due.day)
    head = f"Hạn {weekday_dm_long(row.due.day)}, {left[:1].lower()}{left[1:]}"
    return f"{head} ({row.due.source})" if row.due.source else head


def facts(view: RegisterView, rows: Sequence[RegisterRow], *, narrow: bool) -> tuple[str, str]:
    """(sentence under the title, short form)."""
    if narrow:
        words = f"{len(rows)} trên {len(view.rows)} văn bản"
        return words, words
    late = len([row for row in rows if row.group is Group.TODO and row.late(view.today)])
    todo = len([row for row in rows if row.group is Group.TODO])
    parts = [f"{len(rows)} văn bản của {len(view.conferences)} hội nghị"]
    parts += [f"{todo} cần làm tiếp"] if todo else []
    parts += [f"{late} trễ hạn"] if late else []
    return ", ".join(parts), f"{len(rows)} văn bản" + (f", {late} trễ" if late else "")


def dossier_words(rows: Sequence[RegisterRow], conference_id: str) -> str:
    """ "Hồ sơ hội nghị: 8 văn bản, 28 trang, 4,2 MB" of what is issued in one conference."""
    mine = [row for row in rows if row.conference_id == conference_id and row.paper.files]
    if not mine:
        return "Hồ sơ hội nghị: chưa có văn bản nào phát hành"
    pages = sum(file.pages for row in mine for file in row.paper.files if file.name.lower().endswith(".pdf"))
    size = sum({file.sha256: file.size for row in mine for file in row.paper.files}.values())
    return f"Hồ sơ hội nghị: {len(mine)} văn bản, {pages} trang, {size_words(size)}"


def size_words(size: int) -> str:
    """ "4,2 MB", "310 KB"."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def done_words(rows: Sequence[RegisterRow]) -> str:
    """A paper, or several, in a toast: "12/TB-UBND", "14 văn bản"."""
    if len(rows) > 1:
        return f"{len(rows)} văn bản"
    row = rows[0]
    number = shown(row.paper.number, row.paper.symbol)
    return number or row.title[:1].lower() + row.title[1:]


def history_words(row: RegisterRow) -> str:
    """What has been done with a paper that needs nothing more."""
    paper = row.paper
    parts = [f"ngày {date_short(paper.dated_on)}"] if paper.dated_on else []
    if paper.posted_on is not None:
        places = f" tại {len(paper.posted_at)} nơi" if paper.posted_at else ""
        parts.append(f"niêm yết {date_short(paper.posted_on)}{places}")
    if paper.sent_on is not None:
        parts.append(f"gửi {date_short(paper.sent_on)}")
    if paper.reason:
        parts.append(f"lý do thay thế: {paper.reason}")
    return "; ".join(parts)
