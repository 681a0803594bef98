"""Marks of a text as a person reads and types them, and as they are stored (P1, P4)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from dialogue_desktop.domain.placeholders import (
    LABELS,
    MEANINGS,
    fill,
    readable,
    resolved,
    stored,
    unknown_marks,
    values_of,
)
from dialogue_desktop.domain.plan import Issuer, Plan
from dialogue_desktop.domain.text_vi import fold
from tests.seed_overlap import ROOT


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def test_every_placeholder_has_its_own_label() -> None:
    """P4: told apart without accents too."""
    assert LABELS.keys() == MEANINGS.keys()
    assert len({fold(label) for label in LABELS.values()}) == len(LABELS)


@pytest.mark.parametrize("path", sorted(ROOT.glob("resources/[lp]*s/*.json")), ids=lambda path: path.stem)
def test_no_shipped_text_shows_a_brace_and_all_are_stored_as_they_were(path) -> None:
    """P1: shown and typed again nothing becomes another."""
    for text in texts(json.loads(path.read_text(encoding="utf-8"))):
        assert "{" not in readable(text)
        assert stored(readable(text)) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("giữa «cơ quan» với Nhân dân năm «năm»", "giữa {co_quan} với Nhân dân năm {nam}"),
        ("«co quan» <<Cơ quan>> {Cơ Quan} {co_quan}", "{co_quan} {co_quan} {co_quan} {co_quan}"),
        ("phát động «Ngày không rác»", "phát động «Ngày không rác»"),
        ("theo mẫu «Tỉnh» của tỉnh", "theo mẫu «Tỉnh» của tỉnh"),
        ("«cơ qan» {abc} «»", "«cơ qan» {abc} «»"),
    ],
)
def test_marks_are_read_as_a_person_types_them(typed: str, kept: str) -> None:
    """P4: with or without accents; a quotation stays a quotation."""
    assert stored(typed) == kept
    assert stored(kept) == kept


def test_marks_that_stand_for_nothing_are_named() -> None:
    """P4, G5: a slip of the finger is told, a quotation is not."""
    assert unknown_marks(stored("«cơ qan» {abc} «cơ quan» {nam} «Ngày không rác»")) == ("«cơ qan»", "{abc}")


def test_rows_show_the_words_of_the_plan_and_the_mark_of_what_is_not_known() -> None:
    """P1: no brace and no dots in a list."""
    plan = Plan("x", 2026)
    text = "{co_quan} đối thoại với Nhân dân {thon} năm {nam} {abc}"
    known = replace(plan, issuer=Issuer(name="Minh Khê"))
    assert resolved(text, values_of(known)) == (
        "Ủy ban nhân dân xã Minh Khê đối thoại với Nhân dân xã Minh Khê năm 2026 {abc}"
    )
    assert resolved(text, values_of(plan)).startswith("«cơ quan» đối thoại với Nhân dân «các thôn» năm 2026")
    assert fill("{co_quan}", values_of(plan)) == "………", "on paper there is room to write"
    assert fill("không quá {phut} phút", values_of(plan)) == "không quá 05 phút"
