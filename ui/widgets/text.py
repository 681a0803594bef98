"""Words in the window: one line, or a wrapped paragraph with bold parts."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look import Look
from ui.qt_later import PLAIN_TEXT
from ui.theme import Role
from ui.type_scale import Type

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextLayout, QTextLine


_WIDTHS_KEPT = 4


class Label(QLabel):
    """One line of words, 1.5 em high so that no hat is cut; may end in … with a tool tip.

    `icon` is the name of a 16 icon before the words (20 for section and larger).
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: Type = Type.BODY,
        role: Role = Role.TEXT,
        *,
        icon: str = "",
        icon_role: Role | None = None,
        align: Qt.AlignmentFlag | None = None,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind, self._role = look, kind, role
        self._icon, self._icon_role = icon, icon_role
        self._align, self._elide = align, elide
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if elide else QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed
        )
        if text:
            self.setText(text)
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def set_role(self, role: Role) -> None:
        if role != self._role:
            self._role = role
            self.update()

    def set_kind(self, kind: Type) -> None:
        if kind is not self._kind:
            self._kind = kind
            self._relook()

    def set_icon(self, icon: str, role: Role | None = None) -> None:
        if (icon, role) != (self._icon, self._icon_role):
            self._icon, self._icon_role = icon, role
            self._relook()

    def _icon_units(self) -> float:
        return 4 if self._kind.pt < 11 else 5

    def _icon_width(self) -> int:
        return self._look.px(self._icon_units() + 1) if self._icon else 0

    def sizeHint(self) -> QSize:
        width = self._look.width(self.text(), self._kind) + self._icon_width()
        return QSize(width, self._look.line(self._kind))

    def minimumSizeHint(self) -> QSize:
        if self._elide:
            return QSize(min(self.sizeHint().width(), self._look.px(8)), self._look.line(self._kind))
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            cut = self.sizeHint().width() > self.width()
            self.setToolTip(self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect()
        if self._icon:
            units = self._icon_units()
            side = self._look.px(units)
            self._look.draw_icon(
                painter,
                QRect(box.x(), box.y(), side, box.height()),
                self._icon,
                self._icon_role or self._role,
                units,
            )
            box.setLeft(box.left() + self._icon_width())
        role = self._role if self.isEnabled() else Role.TEXT3
        self._look.draw_text(painter, box, self.text(), self._kind, role, self._align, elide=self._elide)


class Span(NamedTuple):
    """Part of a paragraph; what is None is the paragraph's own."""

    text: str
    kind: Type | None = None
    role: Role | None = None
    mark: bool = False


class Paragraph(QLabel):
    """Wrapped words with 1.5 em between the lines, in one or several kinds.

    `lines` is the most lines it may take (0 = all); what is left over ends in … with a tool tip.
    """

    def __init__(
        self,
        look: Look,
        text: str | Sequence[Span] = "",
        kind: Type = Type.BODY,
        role: Role = Role.TEXT,
        *,
        align: Qt.AlignmentFlag | None = None,
        lines: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind, self._role = look, kind, role
        self._align, self._lines = align, lines
        self._spans: tuple[Span, ...] = ()
        self._laid: dict[int, tuple[QTextLayout, int]] = {}  # by width: boxes ask for a few in turn
        self.setProperty("textFormat", PLAIN_TEXT)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(text)
        look.changed.connect(self._relook)

    def set_words(self, text: str | Sequence[Span]) -> None:
        spans = (Span(text),) if isinstance(text, str) else tuple(text)
        if spans == self._spans:
            return
        self._spans = spans
        self._laid.clear()
        self.setText("".join(span.text for span in self._spans))
        self.updateGeometry()
        self.update()

    def set_role(self, role: Role) -> None:
        if role is not self._role:
            self._role = role
            self._laid.clear()
            self.update()

    def _relook(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def _layout(self, width: int) -> tuple[QTextLayout, int]:
        """The lines at this width and how many of them are shown."""
        laid = self._laid.get(width)
        if laid is not None:
            return laid
        from PySide6.QtGui import QTextLayout, QTextOption

        text = self.text()
        layout = QTextLayout(text.replace("\n", "\u2028"), self._look.font(self._kind))
        option = QTextOption()
        if self._align is not None:
            option.setAlignment(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        pitch = self._look.line(self._kind)
        measure = self._look.measure(self._kind)
        inset = (pitch - measure.ascent() - measure.descent()) / 2
        layout.beginLayout()
        count = 0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, count * pitch + inset))
            count += 1
        layout.endLayout()
        shown = min(count, self._lines) if self._lines else count
        if len(self._laid) >= _WIDTHS_KEPT:
            self._laid.clear()
        self._laid[width] = (layout, shown)
        return layout, shown

    def _formats(self) -> list[QTextLayout.FormatRange]:
        from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

        ranges = []
        start = 0
        for span in self._spans:
            length = utf16_length(span.text)
            form = QTextCharFormat()
            if span.kind is not None:
                font = QFont(self._look.font(span.kind))
                form.setFont(font)
            form.setForeground(self._look.color(span.role or self._role))
            if span.mark:
                form.setBackground(self._look.color(Role.MARK))
            part = QTextLayout.FormatRange()
            # The stubs leave the three fields of FormatRange out.
            part.start, part.length, part.format = start, length, form  # type: ignore[attr-defined]
            ranges.append(part)
            start += length
        return ranges

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, self._layout(width)[1]) * self._look.line(self._kind)

    def sizeHint(self) -> QSize:
        longest = max((self._look.width(part, self._kind) for part in self.text().split("\n")), default=0)
        width = min(longest + self._look.px(1), ceil(self._look.metrics.em * 32))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(8), self._look.line(self._kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lines:
            layout, shown = self._layout(self.width())
            self.setToolTip(self.text() if layout.lineCount() > shown else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, shown = self._layout(self.width())
        painter = QPainter(self)
        self._look.use_pen(painter, self._role)
        for number in range(shown):
            line = layout.lineAt(number)
            if number == shown - 1 and layout.lineCount() > shown:
                self._draw_cut_line(painter, line)
            else:
                line.draw(painter, QPointF(0, 0))

    def _draw_cut_line(self, painter: QPainter, line: QTextLine) -> None:
        rest = self.text()[line.textStart() :].replace("\n", " ")
        pitch = self._look.line(self._kind)
        top = int(line.y() // pitch) * pitch
        self._look.draw_text(
            painter, QRect(0, top, self.width(), pitch), rest, self._kind, self._role, elide=True
        )


def utf16_length(text: str) -> int:
    """Qt counts in UTF-16: a letter outside the basic plane takes two places."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)
