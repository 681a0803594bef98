"""Qt's own words (edit menus, file and print dialogs) in Vietnamese: Qt ships no Vietnamese catalogue."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from dialogue_desktop.paths import resources_dir


class VietnameseQt(QTranslator):
    """Answers from a table {context: {source: words}}; what is not in it stays as Qt has it.

    Letters after "&" are left out: Alt with a letter of a Vietnamese word would be a new key to learn in
    every dialog, and Alt+Z belongs to UniKey.
    """

    def __init__(self, table: dict[str, dict[str, str]], parent: QCoreApplication | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def isEmpty(self) -> bool:
        return not self._table

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        # None and not "": an empty answer is shown as such, only the null string makes Qt take its own.
        return self._table.get(context, {}).get(source_text)  # type: ignore[return-value]


def table(resources: Path) -> dict[str, dict[str, str]]:
    """What `resources/i18n/qtbase_vi.json` holds."""
    import json  # after the first paint

    found: dict[str, dict[str, str]] = json.loads(
        (resources / "i18n" / "qtbase_vi.json").read_text(encoding="utf-8")
    )
    return found


def install(application: QCoreApplication | None = None) -> VietnameseQt:
    """Speak Vietnamese from now on, with the country's numbers and dates; after the first paint."""
    application = application or QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no application")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = VietnameseQt(table(resources_dir()), application)
    application.installTranslator(translator)
    return translator
