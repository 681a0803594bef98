"""Where to print and on how many sides: the same small form on every page that prints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.printing.printers import TO_FILE, PrinterChoice
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.combo import Combo
from ui.widgets.panes import TOP, HBox, VBox, follow
from ui.widgets.text import Label, Paragraph

#: Settings that keep the printer used last, and whether on both sides.
PRINTER_KEY, DUPLEX_KEY = "print.printer", "print.duplex"
#: Stands for "never chosen"; an empty name is the PDF file.
NO_PRINTER = "?"


class PrintSettings(QWidget):
    """Printer, paper, how much paper, and a warning where the printer reaches less than the text."""

    changed = Signal()

    def __init__(self, look: Look, *, total: bool = True) -> None:
        """`total=False`: how much paper is said elsewhere."""
        super().__init__()
        self._look = look
        column = VBox(look, gap=2)
        self.setLayout(column)
        self.printer = Combo(look, [(TO_FILE, TO_FILE.words)], name="Máy in")
        self.paper = Combo(look, [(True, "A4, in hai mặt"), (False, "A4, in một mặt")], name="Giấy")
        self.total = Label(look, "", elide=True)
        self._names: list[Label] = []
        lines = [("Máy in", self.printer), ("Giấy", self.paper), *([("Tổng", self.total)] if total else [])]
        for words, control in lines:
            line = HBox(look, gap=2)
            name = Label(look, words, role=Role.TEXT2)
            name.setBuddy(control)
            self._names.append(name)
            line.addWidget(name)
            line.addWidget(control, 1)
            column.addLayout(line)
        for combo in (self.printer, self.paper):
            policy = combo.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Expanding)
            combo.setSizePolicy(policy)
        self._warning_row = QWidget()
        row = HBox(look, gap=1)
        self._warning_row.setLayout(row)
        self._warning_sign = Label(look, "", Type.CAPTION, Role.WARN, icon="warning_16")
        self._warning = Paragraph(look, "", Type.CAPTION, Role.WARN)
        row.addWidget(self._warning_sign, alignment=TOP)
        row.addWidget(self._warning, 1)
        self._warning_row.hide()
        column.addWidget(self._warning_row)
        self.printer.chosen.connect(self._chosen)
        self.paper.chosen.connect(self._chosen)
        follow(look, self._relook)

    def _relook(self) -> None:
        for name in self._names:
            name.setFixedWidth(self._look.px(18))

    def _chosen(self, _value: object) -> None:
        self.changed.emit()

    def set_printers(self, choices: Sequence[PrinterChoice], wanted: str | None = None) -> None:
        """`wanted`: the printer used last; else the system's own choice, else the first."""
        self.printer.set_items([(choice, choice.words) for choice in choices])
        last = next((c for c in choices if wanted is not None and c.name == wanted), None)
        usual = next((c for c in choices if c.chosen), None)
        self.printer.set_value(last or usual or choices[0])

    def choice(self) -> PrinterChoice:
        value = self.printer.value()
        return value if isinstance(value, PrinterChoice) else TO_FILE

    @property
    def duplex(self) -> bool:
        return bool(self.paper.value())

    def set_duplex(self, duplex: bool) -> None:
        self.paper.set_value(duplex)

    def set_total(self, words: str) -> None:
        self.total.setText(words)

    @property
    def warning(self) -> str:
        return self._warning.text()

    def set_warning(self, sentence: str) -> None:
        self._warning.set_words(sentence)
        self._warning_row.setVisible(bool(sentence))
