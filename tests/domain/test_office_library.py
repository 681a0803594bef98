"""The office's rows over the shipped ones: order, own wording, hiding, putting back (P3, P4, C6)."""

from __future__ import annotations

import pytest

from dialogue_desktop import codec
from dialogue_desktop.domain.office_library import (
    LineList,
    ListLine,
    OwnRows,
    RowState,
    Shelf,
    as_lines,
)

FIELDS = as_lines(("Giao thông", "Đất đai, xây dựng", "Môi trường", "Khác"))
Own = OwnRows[ListLine]


def texts(own: Own, shipped: tuple[ListLine, ...] = FIELDS) -> list[str]:
    return [row.text for row in own.shown(shipped)]


def states(own: Own) -> dict[str, RowState]:
    return {one.row.text: one.state for one in own.over(FIELDS)}


def test_nothing_done_shows_what_was_shipped() -> None:
    """C6."""
    assert texts(Own()) == ["Giao thông", "Đất đai, xây dựng", "Môi trường", "Khác"]
    assert set(states(Own()).values()) == {RowState.SHIPPED}


def test_a_new_row_stands_where_it_was_put_and_never_behind_the_closing_one() -> None:
    """C6: "Khác" closes the list of fields."""

    def closing(row: ListLine) -> bool:
        return row.text == "Khác"

    own = Own().insert(FIELDS, ListLine("a", "Nghĩa trang"), "Giao thông", closing)
    own = own.insert(FIELDS, ListLine("b", "Chợ"), "Khác", closing)
    own = own.insert(FIELDS, ListLine("c", "Nhà văn hóa"), "", closing)
    assert texts(own) == [
        "Giao thông",
        "Nghĩa trang",
        "Đất đai, xây dựng",
        "Môi trường",
        "Chợ",
        "Nhà văn hóa",
        "Khác",
    ]
    assert states(own)["Chợ"] is RowState.OWN
    assert states(own)["Khác"] is RowState.SHIPPED


def test_a_changed_shipped_row_can_be_put_back() -> None:
    """P3: the office's wording is kept beside the shipped one."""
    own = Own().put(FIELDS, ListLine("Môi trường", "Môi trường, rác thải"))
    assert texts(own)[2] == "Môi trường, rác thải"
    assert states(own)["Môi trường, rác thải"] is RowState.CHANGED
    assert own.as_shipped(FIELDS, "Môi trường") == Own()
    assert own.put(FIELDS, FIELDS[2]) == Own(), "typed back to the shipped words it counts as unchanged"


def test_a_shipped_row_is_hidden_and_an_own_one_goes() -> None:
    """P3: hidden with its wording, offered again with it."""
    own = Own().put(FIELDS, ListLine("Môi trường", "Rác thải")).without(FIELDS, "Môi trường")
    assert texts(own) == ["Giao thông", "Đất đai, xây dựng", "Khác"]
    assert states(own)["Rác thải"] is RowState.HIDDEN
    assert texts(own.back("Môi trường"))[2] == "Rác thải"
    assert texts(own.as_shipped(FIELDS, "Môi trường"))[2] == "Môi trường"
    mine = Own().insert(FIELDS, ListLine("a", "Chợ"))
    assert mine.without(FIELDS, "a").shown(FIELDS) == FIELDS
    assert mine.as_shipped(FIELDS, "a") == mine


def test_rows_move_and_stop_at_the_ends() -> None:
    """C6."""
    own = Own().moved(FIELDS, "Môi trường", -1)
    assert texts(own) == ["Giao thông", "Môi trường", "Đất đai, xây dựng", "Khác"]
    assert own.moved(FIELDS, "Giao thông", -1) == own
    assert own.moved(FIELDS, "Khác", 1) == own
    assert own.moved(FIELDS, "không có", 1) == own


def test_rows_that_a_later_version_brings_appear_behind_their_neighbours() -> None:
    """C6: an order made by the office does not shut out what is new."""
    own = Own().moved(FIELDS, "Khác", -1).insert(FIELDS, ListLine("a", "Chợ"))
    later = as_lines(("Điện", "Giao thông", "Đất đai, xây dựng", "Nước sạch", "Môi trường", "Khác"))
    assert texts(own, later) == [
        "Điện",
        "Giao thông",
        "Đất đai, xây dựng",
        "Nước sạch",
        "Khác",
        "Môi trường",
        "Chợ",
    ]
    fewer = as_lines(("Giao thông", "Khác"))
    assert texts(own, fewer) == ["Giao thông", "Khác", "Chợ"]


def test_own_rows_go_through_the_codec() -> None:
    """G5: typed when read back; a row of another shape is refused with its place."""
    own = Own().insert(FIELDS, ListLine("a", "Chợ"), "Giao thông").without(FIELDS, "Khác")
    shelf = Shelf().with_lines(LineList.FIELDS, own)
    assert codec.from_json(codec.to_json(shelf), Shelf) == shelf
    with pytest.raises(codec.CodecError, match=r"changed\[0\]"):
        codec.from_json(b'{"changed": [{"id": 3, "text": ""}]}', OwnRows[ListLine])
