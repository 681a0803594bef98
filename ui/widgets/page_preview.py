"""The paper page beside the work: drawn off-thread, fitted to its text, what changed marked on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from ui.look import Look
from ui.printing.pdf_pages import MARGIN_PT, Drawing, Mark, Painter, Request, Zoom
from ui.tasks import Task, Tasks
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox
from ui.widgets.scroll import ScrollBar
from ui.widgets.text import Label

_BODY_PT, _LEAST_PX = 14.0, 10.0  # documents are set in 13-14 pt; no smaller than 10 px on the screen
# Paper is white in both themes, so what is drawn on it keeps the light theme's colours.
_MARK_ON_PAPER, _BAR_ON_PAPER = QColor("#FFE89A"), QColor("#11568F")
_WAIT_MS = 60  # while a window is being dragged wider nothing is drawn


class PagePreview(QAbstractScrollArea):
    """Shows one page at a time. New bytes never move the focus, and the old page stays until the new
    one is drawn. Takes the focus by click or F6 only; then PgUp, PgDn, Home, End turn and scroll."""

    turned = Signal(int, int)  # page from 1, count
    zoomed = Signal(int)  # per cent of the real size
    failed = Signal(str)  # a sentence

    def __init__(
        self, look: Look, tasks: Tasks, *, name: str = "Trang in", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._tasks = look, tasks
        self._painter = Painter()
        self._data: bytes | None = None
        self._marks: tuple[Mark, ...] = ()
        self._drawing: Drawing | None = None
        self._page, self._zoom, self._percent = 0, Zoom.TEXT, 100.0
        self._follow = False
        self._task: Task | None = None
        self._empty = "Chưa có trang nào."
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBar(ScrollBar(look))
        # Always there: a bar that comes and goes would change the width that the text is fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBar(ScrollBar(look, Qt.Orientation.Horizontal))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT_MS)
        self._later.timeout.connect(self._draw)
        look.changed.connect(self._later.start)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """From 1; 0 while there is nothing."""
        return self._drawing.page + 1 if self._drawing is not None else 0

    @property
    def count(self) -> int:
        return self._drawing.count if self._drawing is not None else 0

    @property
    def drawing(self) -> Drawing | None:
        return self._drawing

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    def show_pdf(
        self, data: bytes, *, marks: Sequence[Mark] = (), follow: bool = False, page: int | None = None
    ) -> None:
        """Show these bytes; `follow` turns to the first mark, else the page stays (or `page`, from 1)."""
        self._data, self._marks, self._follow = data, tuple(marks), follow
        if page is not None:
            self._page = page - 1
        self._draw()

    def clear(self, sentence: str = "Chưa có trang nào.") -> None:
        """Take the page away and say why there is none."""
        self._data, self._drawing, self._empty = None, None, sentence
        if self._task is not None:
            self._task.cancel()
        self._fit_bars()
        self.viewport().update()
        self.turned.emit(0, 0)

    def go_to(self, page: int) -> None:
        """From 1; out of range goes to the nearest."""
        wanted = max(0, min(page - 1, self.count - 1))
        if self._data is not None and wanted != self._page:
            self._page, self._follow = wanted, False
            self.verticalScrollBar().setValue(0)
            self._draw()

    def turn(self, pages: int) -> None:
        self.go_to(self.page + pages)

    def set_zoom(self, zoom: Zoom, percent: float = 100.0) -> None:
        """`percent` of the real size, used with Zoom.PERCENT; 40 to 400."""
        self._zoom, self._percent = zoom, min(400.0, max(40.0, percent))
        self._draw()

    def percent(self) -> int:
        """How large the page is now, in per cent of the real size."""
        if self._drawing is None:
            return round(self._percent)
        return round(self._drawing.scale * 72 / self._look.metrics.dpi * 100)

    # --- drawing ------------------------------------------------------------------------------

    def close_paper(self) -> None:
        """Draw no more and let go of the PDF; when the program ends, after the last task."""
        self._later.stop()
        self._data = None
        self._painter.close()

    def _draw(self) -> None:
        if self._data is None or self.viewport().width() < 10:
            return
        if self._task is not None:
            self._task.cancel()
        gap = 2 * self._look.px(4)
        request = Request(
            data=self._data,
            page=self._page,
            zoom=self._zoom,
            percent=self._percent,
            width=max(10, self.viewport().width() - gap),
            height=max(10, self.viewport().height() - gap),
            ratio=self.devicePixelRatioF(),
            dpi=self._look.metrics.dpi,
            marks=self._marks,
            follow=self._follow,
            least_pt=_LEAST_PX / _BODY_PT,
        )
        painter = self._painter
        self._task = self._tasks.run(lambda: painter.draw(request), self._drawn, self._broken, owner=self)

    def _drawn(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._page = drawing.page
        self._fit_bars()
        if self._follow and (drawing.bars or drawing.found):
            top = drawing.bars[0][0] if drawing.bars else drawing.found[0].top
            self._reveal(top)
        self._follow = False
        self.viewport().update()
        self.turned.emit(drawing.page + 1, drawing.count)
        self.zoomed.emit(self.percent())

    def _broken(self, error: Exception) -> None:
        sentence = "Chưa vẽ được trang này. Nội dung đã nhập vẫn còn nguyên."
        self.clear(sentence)
        self.failed.emit(sentence)

    def _sheet(self) -> QRect:
        """Where the paper lies in the viewport."""
        drawing = self._drawing
        if drawing is None:
            return QRect()
        gap = self._look.px(4)
        left, right = self._shown_span(drawing)
        wide = round((right - left) * drawing.scale)
        high = round(drawing.size[1] * drawing.scale)
        x = max(gap, (self.viewport().width() - wide) // 2) - self.horizontalScrollBar().value()
        return QRect(x, gap - self.verticalScrollBar().value(), wide, high)

    def _shown_span(self, drawing: Drawing) -> tuple[float, float]:
        if self._zoom is not Zoom.TEXT:
            return 0.0, drawing.size[0]
        left, right = drawing.span
        return max(0.0, left - MARGIN_PT), min(drawing.size[0], right + MARGIN_PT)

    def _fit_bars(self) -> None:
        gap = 2 * self._look.px(4)
        sheet = self._sheet()
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, sheet.height() + gap - room.height()))
        down.setPageStep(max(1, room.height() - gap))
        down.setSingleStep(self._look.px(8))
        across.setRange(0, max(0, sheet.width() + gap - room.width()))
        across.setPageStep(max(1, room.width()))

    def _reveal(self, top: float) -> None:
        """Scroll only where the place is not seen already."""
        drawing = self._drawing
        if drawing is None:
            return
        y = round(top * drawing.scale)
        bar = self.verticalScrollBar()
        if not bar.value() <= y <= bar.value() + self.viewport().height() - self._look.px(12):
            bar.setValue(max(0, y - self.viewport().height() // 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.color(Role.SUNKEN))
        drawing = self._drawing
        if drawing is None:
            look.draw_text(
                painter, self.viewport().rect(), self._empty, Type.BODY, Role.TEXT2,
                Qt.AlignmentFlag.AlignHCenter, elide=True,
            )  # fmt: skip
        else:
            self._draw_sheet(painter, drawing)
        if self.hasFocus():
            look.draw_box(painter, self.viewport().rect(), edge=Role.FOCUS, width=look.ring, radius=0)

    def _draw_sheet(self, painter: QPainter, drawing: Drawing) -> None:
        look, sheet, scale = self._look, self._sheet(), drawing.scale
        left, _ = self._shown_span(drawing)
        painter.fillRect(sheet, look.color(Role.PAPER))
        painter.save()
        painter.setClipRect(sheet)
        origin = QPoint(sheet.x() - round(left * scale), sheet.y())
        painter.drawImage(origin, drawing.image)
        # Darken instead of cover: the letters stay black on the coloured ground.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Darken)
        for box in drawing.found:
            painter.fillRect(
                QRectF(
                    origin.x() + box.left * scale - 1, origin.y() + box.top * scale - 1,
                    (box.right - box.left) * scale + 2, (box.bottom - box.top) * scale + 2,
                ),
                _MARK_ON_PAPER,
            )  # fmt: skip
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for top, bottom in drawing.bars:
            x = origin.x() + (drawing.span[0] - MARGIN_PT * 0.7) * scale
            painter.fillRect(
                QRectF(x, origin.y() + top * scale, look.px(0.75), max(4.0, (bottom - top) * scale)),
                _BAR_ON_PAPER,
            )
        painter.restore()

    # --- keys and wheel -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        key = event.key()
        if key == Qt.Key.Key_PageDown:
            self._scroll_or_turn(1)
        elif key == Qt.Key.Key_PageUp:
            self._scroll_or_turn(-1)
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.go_to(self.count)
        elif key == Qt.Key.Key_Down:
            bar.setValue(bar.value() + bar.singleStep())
        elif key == Qt.Key.Key_Up:
            bar.setValue(bar.value() - bar.singleStep())
        else:
            super().keyPressEvent(event)

    def _scroll_or_turn(self, way: int) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.maximum() if way > 0 else bar.minimum())
        if at_end:
            self.turn(way)
        else:
            bar.setValue(bar.value() + way * bar.pageStep())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 10 if event.angleDelta().y() > 0 else -10
            self.set_zoom(Zoom.PERCENT, self.percent() + step)
            return
        bar = self.verticalScrollBar()
        down = event.angleDelta().y() < 0
        if bar.value() == (bar.maximum() if down else bar.minimum()):
            self.turn(1 if down else -1)
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()
        if self._drawing is None:
            self._draw()
        else:
            self._later.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()


class PreviewBar(QWidget):
    """ "Trang 3/5", back and on, and the zoom; `add` puts more buttons at its right end.

    `percent=True` offers − 96% + as well (documents page)."""

    def __init__(
        self, look: Look, view: PagePreview, *, percent: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._row = HBox(look, gap=0.5)
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back = Button(look, kind=Kind.BAR, icon="chevron_left", name="Trang trước", small=True)
        self.on = Button(look, kind=Kind.BAR, icon="chevron_right", name="Trang sau", small=True)
        self.label = Label(look, "", Type.BODY, Role.TEXT2)
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)
        for widget in (self.back, self.label, self.on):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._per: Label | None = None
        if percent:
            smaller = Button(look, kind=Kind.BAR, icon="zoom_out", name="Thu nhỏ", small=True)
            larger = Button(look, kind=Kind.BAR, icon="zoom_in", name="Phóng to", small=True)
            self._per = Label(look, "100%")
            smaller.clicked.connect(self._smaller)
            larger.clicked.connect(self._larger)
            for widget in (smaller, self._per, larger):
                self._row.addWidget(widget)
        # On: the text fills the width; off: the whole page is seen.
        self.fit = Button(look, "Vừa chữ", kind=Kind.BAR, icon="page_fit", small=True)
        self.fit.clicked.connect(self._change_fit)
        self._row.addWidget(self.fit)
        view.turned.connect(self._turned)
        view.zoomed.connect(self._zoomed)
        self._turned(view.page, view.count)
        self._zoomed(view.percent())

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)

    def _turn_back(self) -> None:
        self._view.turn(-1)

    def _turn_on(self) -> None:
        self._view.turn(1)

    def _smaller(self) -> None:
        self._view.set_zoom(Zoom.PERCENT, self._view.percent() - 10)

    def _larger(self) -> None:
        self._view.set_zoom(Zoom.PERCENT, self._view.percent() + 10)

    def _change_fit(self) -> None:
        self._view.set_zoom(Zoom.PAGE if self._view.zoom is Zoom.TEXT else Zoom.TEXT)

    def _turned(self, page: int, count: int) -> None:
        self.label.setText(f"Trang {page}/{count}" if count else "Chưa có trang")
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < count)

    def _zoomed(self, percent: int) -> None:
        fitted = self._view.zoom is Zoom.TEXT
        self.fit.set_kind(Kind.SOFT if fitted else Kind.BAR)
        self.fit.setAccessibleDescription("đang bật" if fitted else "đang xem cả trang")
        if self._per is not None:
            self._per.setText(f"{percent}%")
