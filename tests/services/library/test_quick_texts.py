"""Abbreviations and ready sentences of the office: kept, doubted, carried along by a backup (L1, G5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.office_library import OwnRows
from dialogue_desktop.domain.quick_text import (
    CURSOR,
    ReadyPlace,
    ReadyText,
    Shorthand,
    doubt,
    laid,
    table,
)
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services import maintenance


def test_what_is_shipped_is_free_of_doubt(app: App) -> None:
    """L1: none that a keyboard tool changes or that is a word, no two alike, each shorter than its text."""
    rows = app.library.lists().shorthands
    assert [(row.short, wrong.words) for row in rows if (wrong := doubt(row, rows)) is not None] == []
    assert len(table(rows, {})) == len(rows) >= 20
    assert all(" " in row.text and len(row.text) >= 2 * len(row.short) for row in rows)


def test_ready_sentences_are_there_for_every_part_of_the_evening(app: App) -> None:
    """L1: for each of the places; one stop of the cursor at most; a sentence and no fragment."""
    rows = app.library.lists().ready_texts
    assert {row.place for row in rows} == set(ReadyPlace) - {ReadyPlace.OTHER}
    assert len({row.title for row in rows}) == len(rows)
    for row in rows:
        assert row.text.count(CURSOR) <= 1
        assert CURSOR not in laid(row.text).text
        assert row.text[0].isupper() or row.text.startswith("{")
        assert row.text.endswith((".", "?", f": {CURSOR}"))


def test_an_abbreviation_from_the_hall_is_kept(app: App) -> None:
    """L1: at the end of the office's list, composed and trimmed; what is wrong with it is one sentence."""
    row = app.library.keep_shorthand(" hns ", "hệ thống nước sạch nông thôn ")
    assert (row.short, row.text) == ("hns", "hệ thống nước sạch nông thôn")
    assert app.library.lists().shorthands[-1] == row
    with pytest.raises(BadInput, match="Có hai chữ tắt “hns”"):
        app.library.keep_shorthand("hns", "hộ nuôi trồng thủy sản")
    with pytest.raises(BadInput, match="là một tiếng hay gõ"):
        app.library.keep_shorthand("ban", "Ban công tác Mặt trận thôn")
    assert app.library.keep_shorthand("ban", "Ban công tác Mặt trận thôn", sure=True).sure
    assert len(app.library.shelf().shorthands.changed) == 2


def test_hidden_and_empty_rows_are_offered_nowhere(app: App) -> None:
    """L1: as in every list of the office."""
    shelf, shipped = app.library.shelf(), app.library.shipped().lists
    own = shelf.shorthands.without(shipped.shorthands, "tat-dtt")
    own = own.insert(shipped.shorthands, Shorthand("x", "hns", ""))
    texts = shelf.ready_texts.put(shipped.ready_texts, ReadyText("y", "Trống", " "))
    app.library.keep(replace(shelf, shorthands=own, ready_texts=texts))
    lists = app.library.lists()
    assert {"dtt", "hns"} & {row.short for row in lists.shorthands} == set()
    assert "Trống" not in [row.title for row in lists.ready_texts]
    # A free one may be taken by other words.
    assert app.library.keep_shorthand("dtt", "đội tuần tra thôn").short == "dtt"


def test_a_backup_carries_them(app: App) -> None:
    """L9, G5: they come back with the database that was restored."""
    app.library.keep_shorthand("hns", "hệ thống nước sạch")
    file = app.maintenance.backup()
    app.library.keep(replace(app.library.shelf(), shorthands=OwnRows()))
    paths, clock = app.paths, app.clock
    app.close()
    maintenance.restore(paths, clock, file)
    from dialogue_desktop import bootstrap

    again = bootstrap.build(paths.root, clock=clock)
    assert again.library.lists().shorthands[-1].text == "hệ thống nước sạch"
    again.close()
