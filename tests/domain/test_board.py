"""The board of promises: who asked unnamed stays so everywhere, and no circle holds it up (F1, M2)."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.board import Asker, BoardRow
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.stage import Stage
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.services.board import _origin
from dialogue_desktop.storage.commitment_rows import Held, Stored

HELD = date(2026, 4, 24)
VOICE = Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn", hamlet="xóm Đình")


def _row(*, anonymous: bool) -> BoardRow:
    asker = Asker(3, (VOICE,), anonymous=anonymous, text="Đề nghị nạo vét kênh N4.")
    return BoardRow("hn-1", "Đồng Vạn", HELD, Commitment("cam-1", 1, "Nạo vét kênh N4"), (asker,))


def test_who_asked_without_a_name_is_neither_shown_nor_found() -> None:
    hidden, shown = _row(anonymous=True), _row(anonymous=False)
    assert (hidden.who(), shown.who()) == ("Một công dân", "Ông Đặng Văn Quyết")
    for words in ("Đặng Văn Quyết", "xóm Đình"):
        assert fold(words) not in hidden.words()
        assert fold(words) in shown.words()
    assert fold("thôn Đồng Vạn") in hidden.words()


def test_promises_of_a_wrong_package_that_come_from_each_other_end_somewhere() -> None:
    held = {key: Held(key, key, HELD, Stage.FOLLOW_UP) for key in ("a", "b")}
    promises: dict[str, tuple[Commitment, ...]] = {
        "a": (Commitment("x", 1, carried_from="b/y"),),
        "b": (Commitment("y", 1, carried_from="a/x"),),
    }
    found = _origin("a", promises["a"][0], Stored(held, promises, {}, {}, {}))
    assert found[0] in held
