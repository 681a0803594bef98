"""The command "export": papers, packages and the dossier of a conference written to a folder."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop import cli_arguments
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.errors import BadInput

if TYPE_CHECKING:
    from dialogue_desktop.bootstrap import App

#: Names on the command line that are no single document of `services.documents`.
ALL = "all"
PACKAGE = "package"
DOSSIER = "dossier"
PACKAGE_FORMATS = ("zip", "json")
DOSSIER_FORMATS = ("folder", "zip")
_PAPERS = ("pdf", "docx", "xlsx")


def export(
    app: App, given: Namespace, notice: Callable[[str], None], written: Callable[[Path], None]
) -> None:
    """Write what the command line asks for; `written` hears of each file. BadInput before anything is
    written where the line is wrong."""
    documents = list(cli_arguments.names(given.document) or (ALL,))
    formats = cli_arguments.names(given.format)
    conference, out = given.id, Path(given.out)
    packages = _packages(documents, formats)
    dossiers = _dossiers(documents, formats)
    if packages or dossiers:
        # Where only their forms are asked for, the papers have none: they say so themselves.
        kept = tuple(f for f in formats if f not in (*PACKAGE_FORMATS, *DOSSIER_FORMATS))
        formats = kept or formats
    choices = _choices(given)
    if "json" in packages:
        app.exchange.refuse_json(conference)
    if documents:
        for path in app.documents.export(
            conference, documents=documents, formats=formats, out=out, choices=choices, notice=notice
        ):
            written(path)
    for form in packages:
        path = out / f"{conference}.{form}"
        app.exchange.export_package(conference, path, as_zip=form == "zip", notice=notice)
        written(path)
    for form in dossiers:
        source = app.dossier.read(conference)
        name = app.dossier.file_name(conference)
        path = out / (f"{name}.zip" if form == "zip" else name)
        made = app.dossier.write(source, path, as_zip=form == "zip", contacts=given.contacts)
        app.dossier.remember(source, made)
        for sentence in made.notes:
            notice(sentence)
        written(path)


def _packages(documents: list[str], formats: Sequence[str]) -> tuple[str, ...]:
    """The forms of the package; it is taken out of the documents."""
    if PACKAGE not in documents:
        return ()
    documents.remove(PACKAGE)
    asked = tuple(f for f in formats if f in PACKAGE_FORMATS)
    if formats and not asked and not documents:
        raise BadInput(f"Gói dữ liệu chỉ có dạng {', '.join(PACKAGE_FORMATS)}; chưa ghi tệp nào.")
    return asked or PACKAGE_FORMATS[:1]


def _dossiers(documents: list[str], formats: Sequence[str]) -> tuple[str, ...]:
    """The forms of the whole dossier: a folder unless a zip is asked for. Where a form of papers is named,
    the document of that name is its index alone."""
    if DOSSIER not in documents:
        return ()
    asked = tuple(f for f in formats if f in DOSSIER_FORMATS)
    if not asked and any(f in _PAPERS for f in formats):
        return ()
    documents.remove(DOSSIER)
    if formats and not asked:
        raise BadInput(f"Hồ sơ chỉ có dạng {', '.join((*DOSSIER_FORMATS, 'pdf', 'docx'))}; chưa ghi tệp nào.")
    return asked or DOSSIER_FORMATS[:1]


def _choices(given: Namespace) -> PaperChoices:
    """How slips, invitations and reports are wanted."""
    if given.per_page not in (None, "1", "2"):
        raise BadInput(f"Sau --per-page phải là 1 hoặc 2, không phải “{given.per_page}”; chưa ghi tệp nào.")
    return PaperChoices(
        per_page=int(given.per_page) if given.per_page else None,
        public=True if given.public else None,
        earlier=given.earlier,
    )
