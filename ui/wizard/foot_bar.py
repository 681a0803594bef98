"""The bottom bar of the wizard: what is saved, the ways out, the way on."""

from __future__ import annotations

from ui.look import Look
from ui.shell.header import SavedLabel
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, Pane
from ui.wizard.autosave import SaveKind, SaveState
from ui.wizard.steps import StepId, info_of, neighbour


class FootBar(Pane):
    """The one primary button of the page is its last."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Role.SURFACE, lines="t", height=12)
        row = HBox(look, (5, 0, 4, 0), 2)
        self.setLayout(row)
        self.setAccessibleName("Thanh bước")
        self.saved = SavedLabel(look)
        row.addWidget(self.saved)
        row.addStretch(1)
        self.close_button = Button(look, "Lưu và đóng", kind=Kind.BAR)
        self.back_button = Button(look, "Quay lại", key="Ctrl+PgUp")
        self.next_button = Button(look, "Tiếp", kind=Kind.PRIMARY, key="Ctrl+PgDn")
        for button in (self.close_button, self.back_button, self.next_button):
            row.addWidget(button)

    def show_step(self, step: StepId) -> None:
        following = neighbour(step, 1)
        if following is None:
            self.next_button.set_words("Hoàn thành kế hoạch")
            self.next_button.set_key("Ctrl+Enter")
        else:
            self.next_button.set_words(f"Tiếp: {info_of(following).title}")
            self.next_button.set_key("Ctrl+PgDn")
        self.back_button.setEnabled(neighbour(step, -1) is not None)

    def show_missing(self, missing: int) -> None:
        """The plan cannot be finished while so much is missing; 0 frees the button."""
        self.next_button.lock(f"Còn {missing} điều cần bổ sung." if missing else "")

    def show_saved(self, state: SaveState) -> None:
        """The time appears only after the commit."""
        if state.kind is SaveKind.FAILED:
            self.saved.show_failed()
        elif state.kind is SaveKind.SAVED and state.at is not None:
            self.saved.show_saved(state.at)

    def set_narrow(self, narrow: bool) -> None:
        for button in (self.back_button, self.next_button):
            button.set_cap_shown(not narrow)
