"""How the window looks now: theme, sizes, fonts and icons, handed to every widget."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme as themes
from ui.icons import Icons
from ui.ink import Brushes, Pens
from ui.qt_later import Qt
from ui.theme import Role, Theme
from ui.type_scale import FAMILY, Metrics, Type, clamp_scale

_KEPT_WIDTHS = 4096


class Look(QObject):
    """Given to each widget as its first argument; `changed` says that theme or scale became another.

    The hall window has a Look of its own: it stays light and large while the operator's is dark.
    """

    changed = Signal()

    def __init__(self, resources: Path, theme: str = "light", scale: float = 1.0) -> None:
        super().__init__()
        self._resources = resources
        self._icons = Icons(resources / "icons")
        self._dpi = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        self._metrics = Metrics(clamp_scale(scale), self._dpi)
        self._u = self._metrics.u  # asked for more than a thousand times before the first paint
        self._theme = self._read(theme)
        self._colors: dict[Role, QColor] = {}
        self._dressed: list[QApplication | QWidget] = []
        self._tips = False
        self._brushes = Brushes()
        self._pens = Pens()
        self._fonts: dict[Type, QFont] = {}
        self._measures: dict[Type, QFontMetricsF] = {}
        self._advances: dict[tuple[str, Type], float] = {}

    def another(self, theme: str = "light", scale: float = 1.0) -> Look:
        """One more, for a window that does not follow this one."""
        return Look(self._resources, theme, scale)

    # --- what a widget asks -------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def metrics(self) -> Metrics:
        return self._metrics

    @property
    def icons(self) -> Icons:
        return self._icons

    @property
    def scale(self) -> float:
        return self._metrics.scale

    @property
    def u(self) -> int:
        return self._u

    @property
    def edge(self) -> int:
        return self._metrics.edge

    @property
    def ring(self) -> int:
        return self._metrics.ring

    def px(self, units: float) -> int:
        """Pixels of so many u."""
        return round(units * self._u)

    def color(self, role: Role) -> QColor:
        found = self._colors.get(role)
        if found is None:
            found = self._colors[role] = QColor(self._theme.colors[role])
        return found

    def brush(self, role: Role) -> QBrush:
        """For `QPainter.fillPath`."""
        return self._brushes.get(self.color(role))

    def use_pen(self, painter: QPainter, role: Role) -> None:
        """Draw text in this colour from now on; sets the font too, so call it before setFont()."""
        self._pens.use(painter, self.color(role))

    def font(self, kind: Type = Type.BODY) -> QFont:
        found = self._fonts.get(kind)
        if found is None:
            found = QFont(FAMILY)
            found.setPointSizeF(kind.pt * self._metrics.scale)
            found.setWeight(QFont.Weight(kind.weight))
            # The hinted widths of small sizes are whole pixels: letters would stand unevenly.
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[kind] = found
        return found

    def measure(self, kind: Type = Type.BODY) -> QFontMetricsF:
        found = self._measures.get(kind)
        if found is None:
            found = self._measures[kind] = QFontMetricsF(self.font(kind))
        return found

    def advance(self, text: str, kind: Type = Type.BODY) -> float:
        """Width of the text on one line. Kept, because layouts ask for the same words again and again."""
        found = self._advances.get((text, kind))
        if found is None:
            if len(self._advances) >= _KEPT_WIDTHS:
                self._advances.clear()
            found = self._advances[text, kind] = self.measure(kind).horizontalAdvance(text)
        return found

    def width(self, text: str, kind: Type = Type.BODY) -> int:
        """Whole pixels that hold the text on one line."""
        return ceil(self.advance(text, kind))

    def two_lines(self, text: str, kind: Type, room: int) -> tuple[str, str]:
        """A name that is never cut: on one line where it fits, else broken between two words."""
        if self.width(text, kind) <= room:
            return text, ""
        words = text.split(" ")
        taken = 1
        while taken < len(words) - 1 and self.width(" ".join(words[: taken + 1]), kind) <= room:
            taken += 1
        return " ".join(words[:taken]), " ".join(words[taken:])

    def elided(self, text: str, kind: Type, room: int) -> str:
        """As much of the text as fits into so many pixels, ended by "…"; all of it where it fits."""
        if self.advance(text, kind) <= room:
            return text
        measure = self.measure(kind)
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if measure.horizontalAdvance(text[:middle].rstrip() + "…") <= room:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + "…"

    def line(self, kind: Type = Type.BODY) -> int:
        """Height of one line (1.5 em) in pixels."""
        return self._metrics.line(kind.pt)

    def icon(self, name: str, role: Role = Role.TEXT, units: float = 5, ratio: float = 1.0) -> QPixmap:
        """The icon in the role's colour, `units` u wide: 5 for NAME, 4 for NAME_16."""
        return self._icons.pixmap(name, self.color(role), self.px(units), ratio)

    def palette(self) -> QPalette:
        """For Qt's own widgets (menus, lists, tool tips, text selection)."""
        color = self.color
        group, part = QPalette.ColorGroup, QPalette.ColorRole
        palette = QPalette()
        for where, role in (
            (part.Window, Role.SURFACE),
            (part.WindowText, Role.TEXT),
            (part.Base, Role.SURFACE),
            (part.AlternateBase, Role.CANVAS),
            (part.Text, Role.TEXT),
            (part.PlaceholderText, Role.TEXT3),
            (part.Button, Role.SURFACE),
            (part.ButtonText, Role.TEXT),
            (part.BrightText, Role.BAD),
            (part.Light, Role.SURFACE),
            (part.Midlight, Role.HOVER),
            (part.Mid, Role.BORDER),
            (part.Dark, Role.FIELD),
            (part.Shadow, Role.BORDER),
            (part.Highlight, Role.ACCENT),
            (part.HighlightedText, Role.ON_ACCENT),
            (part.Link, Role.ACCENT),
            (part.LinkVisited, Role.ACCENT),
            (part.ToolTipBase, Role.INVERSE),
            (part.ToolTipText, Role.ON_INVERSE),
        ):
            palette.setColor(where, color(role))
        for where in (part.WindowText, part.Text, part.ButtonText):
            palette.setColor(group.Disabled, where, color(Role.TEXT3))
        return palette

    # --- what the program sets ----------------------------------------------------------------

    def set_theme(self, name: str) -> None:
        """ "light" or "dark"; every widget follows at once."""
        if name != self._theme.name:
            self._theme = self._read(name)
            self._colors.clear()
            self._tell()

    def set_scale(self, scale: float) -> None:
        """1.0 to 2.0; every widget lays itself out anew."""
        metrics = Metrics(clamp_scale(scale), self._dpi)
        if metrics != self._metrics:
            self._metrics = metrics
            self._u = metrics.u
            self._fonts.clear()
            self._measures.clear()
            self._advances.clear()
            self._tell()

    def dress(self, target: QApplication | QWidget) -> None:
        """Give Qt's own widgets below `target` this palette and font, now and after each change."""
        if target not in self._dressed:
            self._dressed.append(target)
        target.setPalette(self.palette())
        target.setFont(self.font())

    def dress_tool_tips(self) -> None:
        """Tool tips are Qt's and have a palette of their own; needed after the first paint only."""
        from PySide6.QtWidgets import QToolTip

        self._tips = True
        QToolTip.setPalette(self.palette())
        QToolTip.setFont(self.font(Type.CAPTION))

    def _tell(self) -> None:
        """Dress again what was dressed, then let every widget follow."""
        from shiboken6 import isValid

        self._dressed = [target for target in self._dressed if isValid(target)]
        for target in self._dressed:
            self.dress(target)
        if self._tips:
            self.dress_tool_tips()
        self.changed.emit()

    def _read(self, name: str) -> Theme:
        return themes.load(self._resources / "theme" / f"{name}.toml")

    # --- drawing ------------------------------------------------------------------------------

    def draw_icon(self, painter: QPainter, box: QRect, name: str, role: Role, units: float = 5) -> None:
        """In the middle of the box."""
        pixmap = self.icon(name, role, units, painter.device().devicePixelRatio())
        side = self.px(units)
        painter.drawPixmap(box.x() + (box.width() - side) // 2, box.y() + (box.height() - side) // 2, pixmap)

    def draw_box(
        self,
        painter: QPainter,
        box: QRect,
        *,
        fill: Role | None = None,
        edge: Role | None = None,
        width: int = 0,
        radius: float = 1.0,
    ) -> None:
        """A filled box with an edge drawn wholly inside it; `radius` in u."""
        if edge is None:
            if fill is not None:
                self._fill(painter, QRectF(box), radius * self.u, fill)
            return
        thick = width or self.edge
        outer, inner = QRectF(box), QRectF(box).adjusted(thick, thick, -thick, -thick)
        r = radius * self.u
        if fill is not None:
            # Two fills and not a pen: a pen of odd width on a whole coordinate would be blurred.
            self._fill(painter, outer, r, edge)
            self._fill(painter, inner, max(0.0, r - thick), fill)
            return
        path = QPainterPath()
        path.addRoundedRect(outer, r, r)
        path.addRoundedRect(inner, max(0.0, r - thick), max(0.0, r - thick))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, radius > 0)
        painter.fillPath(path, self.brush(edge))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _fill(self, painter: QPainter, box: QRectF, radius: float, role: Role) -> None:
        path = QPainterPath()
        if radius <= 0:
            path.addRect(box)
            painter.fillPath(path, self.brush(role))
            return
        path.addRoundedRect(box, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.fillPath(path, self.brush(role))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def fill(self, painter: QPainter, box: QRect, role: Role) -> None:
        """A plain rectangle."""
        self._fill(painter, QRectF(box), 0, role)

    def draw_text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        kind: Type = Type.BODY,
        role: Role = Role.TEXT,
        align: Qt.AlignmentFlag | None = None,
        *,
        elide: bool = False,
    ) -> int:
        """One line, centred upright in the box, at the left unless `align` says otherwise; gives its width.
        Never clips a hat."""
        measure = self.measure(kind)
        width = self.advance(text, kind)
        if elide and width > box.width():
            text = self.elided(text, kind, box.width())
            width = self.advance(text, kind)
        x = float(box.x())
        if align is not None:
            if align & Qt.AlignmentFlag.AlignHCenter:
                x += (box.width() - width) / 2
            elif align & Qt.AlignmentFlag.AlignRight:
                x += box.width() - width
        self.use_pen(painter, role)
        painter.setFont(self.font(kind))
        base = box.y() + (box.height() + measure.ascent() - measure.descent()) / 2
        painter.drawText(QPointF(x, round(base)), text)
        return ceil(width)

    def key_cap_size(self, key: str) -> QSize:
        width = self.width(key, Type.CAPTION_MEDIUM) + self.px(2.5)
        return QSize(max(width, self.px(5.5)), self.px(5))

    def draw_key_cap(
        self,
        painter: QPainter,
        box: QRect,
        key: str,
        *,
        text: Role = Role.TEXT2,
        edge: Role = Role.BORDER,
        fill: Role | None = None,
    ) -> None:
        self.draw_box(painter, box, fill=fill, edge=edge, radius=0.75)
        left = (box.width() - self.width(key, Type.CAPTION_MEDIUM)) // 2
        self.draw_text(painter, box.adjusted(left, 0, 0, 0), key, Type.CAPTION_MEDIUM, text)
