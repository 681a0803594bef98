"""After the freezing: the papers to go out, each with its day and its way into the register (M3–M7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.next_papers import MINUTES, NextPaper
from dialogue_desktop.domain.words_vi import days_left, weekday_date
from ui.end.checks_panel import head_row
from ui.end.post_form import PostForm
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import Card, HBox, Rule, VBox, empty
from ui.widgets.text import Paragraph

_SOON = 3


def day_words(paper: NextPaper, today: date) -> tuple[str, Role]:
    """ "Chậm nhất thứ Hai 04/5/2026, còn 10 ngày" with the colour of its haste."""
    if paper.done:
        return paper.state, Role.OK
    if paper.due is None:
        return "Kế hoạch không định ngày", Role.TEXT2
    left = (paper.due - today).days
    words = f"Chậm nhất {weekday_date(paper.due)}, {days_left(today, paper.due).lower()}"
    return words, Role.BAD if left < 0 else Role.WARN if left <= _SOON else Role.TEXT2


class NextRow(QWidget):
    """What, until when, and the button to it."""

    def __init__(self, look: Look, paper: NextPaper, today: date, card: NextCard) -> None:
        super().__init__()
        self._look, self.paper, self._card = look, paper, card
        self.form: PostForm | None = None
        self._whole = VBox(look)
        self.setLayout(self._whole)
        row = HBox(look, (3, 2, 2, 2), 2)
        self._whole.addLayout(row)
        words, role = day_words(paper, today)
        icon = "checkmark_circle" if paper.done else "error_circle" if role is Role.BAD else "document"
        row.addWidget(IconBox(look, icon, Role.OK if paper.done else role))
        text = VBox(look)
        count = f", {paper.count} ý kiến" if paper.count else ""
        text.addWidget(Paragraph(look, f"{paper.title}{count}", lines=2))
        self.day = Paragraph(look, words, Type.CAPTION, role, lines=2)
        text.addWidget(self.day)
        source = paper.source if paper.due is not None and not paper.done else ""
        said = ". ".join(part for part in (paper.state if not paper.done else "", source) if part)
        if said:
            text.addWidget(Paragraph(look, said, Type.CAPTION, Role.TEXT2, lines=3))
        row.addLayout(text, 1)
        self.button = Button(look, "Ghi niêm yết" if paper.kind == MINUTES else "Mở sổ", small=True)
        self.button.setAccessibleDescription(f"{paper.title}. {words}")
        self.button.clicked.connect(self._clicked)
        row.addWidget(self.button)
        posting = paper.kind == MINUTES
        self.button.setVisible(not paper.done if posting else card.can_open)

    def _clicked(self) -> None:
        if self.paper.kind != MINUTES:
            self._card.wanted.emit(self.paper.kind)
        elif self.form is not None:
            self.close_form()
        else:
            form = self.form = self._card.new_form(self.paper)
            form.given.connect(self._card.posted)
            form.left.connect(self.close_form)
            self._whole.addWidget(form)
            form.show()
            form.focus_first()

    def close_form(self) -> None:
        """Nothing was written."""
        if self.form is None:
            return
        form, self.form = self.form, None
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._whole.removeWidget(form)
        form.hide()
        form.deleteLater()


class NextCard(QWidget):
    """`wanted` carries the kind of the paper whose place in the register is to be opened, `posted` what was
    written of the posting of the minutes (a `Posting`)."""

    wanted = Signal(str)
    posted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.can_open = True  # the program has a register to open
        self.new_form: Callable[[NextPaper], PostForm] = lambda paper: PostForm(
            look, paper, (), date.today, number="", held_on=None
        )
        self.rows: list[NextRow] = []
        self._shown: object = None
        column = VBox(look, gap=3)
        self.setLayout(column)
        self._badge = Badge(look, "", Role.ACCENT, "calendar_clock")
        column.addWidget(head_row(look, "Việc tiếp theo", self._badge))
        card = Card(look)
        self._list = VBox(look, (0, 0.5, 0, 0.5))
        card.setLayout(self._list)
        column.addWidget(card)
        self.setAccessibleName("Việc tiếp theo")
        self.hide()

    @property
    def writing(self) -> bool:
        """Somebody writes in one of its forms: it stays, whatever else becomes of the minutes."""
        return any(row.form is not None for row in self.rows)

    def show_papers(self, papers: Sequence[NextPaper], today: date) -> None:
        self.setVisible(bool(papers))
        wanted = (tuple(papers), today)
        if wanted == self._shown:
            return
        self._shown = wanted
        left = sum(not paper.done for paper in papers)
        self._badge.show_state(
            f"Còn {left} việc" if left else "Đã xong",
            Role.ACCENT if left else Role.OK,
            "calendar_clock" if left else "checkmark_circle",
        )
        # A row in which somebody writes stays what it is.
        writing = {row.paper: row for row in self.rows if row.form is not None}
        rows = [writing.get(paper) or NextRow(self._look, paper, today, self) for paper in papers]
        for row in writing.values():
            if row in rows:
                self._list.removeWidget(row)
        empty(self._list)
        self.rows = rows
        for number, row in enumerate(self.rows):
            if number:
                self._list.addWidget(Rule(self._look))
            self._list.addWidget(row)

    def complain(self, sentence: str) -> None:
        """The posting was not written, and why."""
        for row in self.rows:
            if row.form is not None:
                row.form.complain(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        open_rows = [row for row in self.rows if row.button.isVisibleTo(row)]
        at = next((k for k, row in enumerate(open_rows) if row.button.hasFocus()), -1)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if way is not None and at >= 0:
            if 0 <= at + way < len(open_rows):
                open_rows[at + way].button.setFocus(Qt.FocusReason.TabFocusReason)
        elif enter and at >= 0:
            open_rows[at].button.click()
        else:
            super().keyPressEvent(event)
