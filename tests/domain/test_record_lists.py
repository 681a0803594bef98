"""Every kind of record has its list, its order and its place in a package."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from dialogue_desktop.domain.record_lists import CLASSES, LISTS, each, in_order
from dialogue_desktop.domain.records import (
    Delegate,
    Opinion,
    RecordKind,
    Records,
    Session,
    SlipBatch,
)


def test_every_kind_has_a_list_and_every_list_a_kind() -> None:
    """A new kind that is forgotten here would be lost from lists, packages and the rebuilding of rows."""
    assert set(CLASSES) == set(RecordKind)
    assert {one.name for one in LISTS.values()} | {"session"} == {f.name for f in fields(Records)}


def test_rows_come_in_their_printed_order_and_back() -> None:
    rows: dict[RecordKind, list[Any]] = {
        RecordKind.SESSION: [Session("session", place="Nhà văn hóa")],
        RecordKind.OPINION: [Opinion("b", number=2), Opinion("a", number=1)],
        RecordKind.DELEGATE: [
            Delegate("z", position=0),
            Delegate("y", position=1),
            Delegate("x", position=0),
        ],
    }
    records = in_order(rows)
    assert [row.id for row in records.opinions] == ["a", "b"]
    assert [row.id for row in records.delegates] == ["x", "z", "y"]
    assert [place for _, place, _ in each(records)] == [
        "session",
        "opinions[0]",
        "opinions[1]",
        "delegates[0]",
        "delegates[1]",
        "delegates[2]",
    ]
    assert in_order({}) == Records()


def test_what_a_delegate_and_a_batch_say() -> None:
    person = Delegate("a", honorific="bà", name="Y H’Bia Niê", locality="buôn Ea Tla", hamlet="xóm 2")
    assert (person.shown, person.address) == ("bà Y H’Bia Niê", "xóm 2, buôn Ea Tla")
    assert Delegate("b", office="Ban Công tác Mặt trận thôn").shown == "Ban Công tác Mặt trận thôn"
    assert SlipBatch("s", first=21, last=40).handed == 20
    assert SlipBatch("s", first=5, last=4).handed == 0
