"""The menu "Lập văn bản": what can be made, what comes from elsewhere, to whom replies go (M5)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desktop.domain.letters import REPLY_WAY_LABELS, ReplyWay
from dialogue_desktop.domain.register_kinds import REGISTER_KINDS
from dialogue_desktop.services.document_kinds import KINDS
from ui.prompter import FileQuestion, Prompter
from ui.register.presenter import RegisterPresenter

_FILES = (("Tệp PDF, Word, ảnh", "*.pdf *.docx *.doc *.jpg *.jpeg *.png *.xlsx"), ("Mọi tệp", "*"))


class NewMenu(QObject):
    """Hangs under `below`; its first line is in hand."""

    def __init__(self, prompter: Prompter, presenter: RegisterPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._prompter, self._presenter, self._owner = prompter, presenter, parent

    def offer(self, below: QWidget) -> None:
        presenter = self._presenter
        menu = QMenu(self._owner)
        menu.setObjectName("new")
        cid, known = presenter.conference_id, {kind.name for kind in KINDS}
        for kind in REGISTER_KINDS:
            if cid and kind.name in known:
                words = f"{kind.title}, các văn bản" if kind.series else kind.title
                menu.addAction(words).triggered.connect(partial(self._begin, cid, kind.name))
        menu.addSeparator()
        for words, incoming in (("Văn bản đến…", True), ("Văn bản khác, bản quét…", False)):
            action = menu.addAction(words)
            action.setEnabled(bool(cid))
            action.triggered.connect(partial(self._asked, incoming))
        if "replies" in known and cid:
            ways = menu.addMenu("Cách lập văn bản trả lời")
            for way, shown in REPLY_WAY_LABELS.items():
                ways.addAction(shown).triggered.connect(partial(self._turn, way))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(QPoint(below.width() - menu.sizeHint().width(), below.height())))
        menu.setActiveAction(menu.actions()[0])

    def bring_in(self, *, incoming: bool) -> None:
        """A paper from elsewhere: its files first, then its form."""
        title = "Chọn tệp của văn bản đến" if incoming else "Chọn tệp của văn bản"
        paths = self._prompter.open_files(FileQuestion(title, _FILES, accept="Đưa vào sổ"))
        if paths:
            self._presenter.begin_incoming(paths, incoming=incoming)

    def _asked(self, incoming: bool, _checked: bool = False) -> None:
        self.bring_in(incoming=incoming)

    def _begin(self, conference_id: str, kind: str, _checked: bool = False) -> None:
        self._presenter.begin(conference_id, kind)

    def _turn(self, way: ReplyWay, _checked: bool = False) -> None:
        self._presenter.set_way(way)
