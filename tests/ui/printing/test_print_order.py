"""The order of the sides of a print job (M2)."""

from __future__ import annotations

import pytest

from ui.printing.print_order import (
    Edges,
    PrintOrder,
    margin_warning,
    pages_of,
    sheets,
    starts_of,
    whole_job,
)


def test_a_copy_on_both_sides_never_begins_on_the_back_of_another():
    """M2: three labelled copies of three pages, both sides: page 4 and 7 begin a fresh sheet."""
    order = PrintOrder(duplex=True, starts=starts_of([3, 3, 3]))
    assert pages_of(order, 9) == (1, 2, 3, None, 4, 5, 6, None, 7, 8, 9)
    assert sheets(order, 9) == 6


def test_copies_of_even_length_need_no_white_side():
    """M2: 3 copies of 6 pages are 18 pages on 9 sheets."""
    order = PrintOrder(duplex=True, starts=starts_of([6, 6, 6]))
    assert pages_of(order, 18) == tuple(range(1, 19))
    assert sheets(order, 18) == 9


def test_one_side_takes_a_sheet_per_page():
    assert sheets(PrintOrder(starts=(1, 4)), 7) == 7
    assert pages_of(PrintOrder(starts=(1, 4)), 7) == tuple(range(1, 8))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(2, 3, (2, 3)), (1, 0, (1, 2, 3, 4)), (4, 9, (4,)), (3, 2, ()), (0, 1, (1,))],
)
def test_a_range_of_pages_stays_within_the_paper(first: int, last: int, expected: tuple[int, ...]):
    assert pages_of(PrintOrder(first, last), 4) == expected


def test_repeats_stand_one_behind_the_other_each_on_its_own_sheet():
    """M2: printed again by the program itself, every pass begins on a fresh sheet."""
    order = PrintOrder(copies=2, duplex=True)
    assert whole_job(order, 3) == (1, 2, 3, None, 1, 2, 3)
    assert sheets(order, 3) == 4
    assert whole_job(PrintOrder(copies=2), 2) == (1, 2, 1, 2)


def test_a_printer_that_reaches_less_than_the_text_is_warned_of():
    """G1: the sentence names the side and the millimetres."""
    white = Edges(left=30, top=9.9, right=15, bottom=20)
    assert margin_warning(white, Edges(4, 4, 4, 4)) == ""
    assert margin_warning(white, Edges(4, 12.7, 4, 4)) == (
        "Máy in này không in được sát mép (trên 12,7 mm), chữ ở mép có thể bị mất."
    )
    assert margin_warning(white, Edges(4, 10, 4, 4)) == ""  # within the play of the paper
