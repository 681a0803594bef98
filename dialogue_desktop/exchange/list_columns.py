"""The columns of the lists that come back to the office, and how a head is understood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desktop.domain.text_vi import fold


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "stt"
    NAME = "ho_ten"
    HONORIFIC = "danh_xung"
    PLACE = "thon"
    HAMLET = "xom"
    PHONE = "dien_thoai"
    FIELD = "linh_vuc"
    TEXT = "noi_dung"
    FORM = "hinh_thuc"
    CONSENT = "dong_y"
    REFUSAL = "khong_dong_y"
    RECEIVED = "ngay_nhan"
    COLLECTOR = "nguoi_thu"
    SLIP = "so_phieu"
    SOURCE = "nguon"
    KIND = "loai"
    ANSWER = "tra_loi"
    ANSWERER = "nguoi_tra_loi"
    OPINION = "so_y_kien"
    REASON = "can_sua"
    OFFICE = "chuc_vu"
    UNIT = "don_vi"
    GROUP = "nhom"
    HOUSE = "dia_chi"
    COUNT = "so_nguoi"
    LETTER = "so_giay_moi"
    SENT = "ngay_gui"
    NOTE = "ghi_chu"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of a form of the program; `width` in digits of the standard font."""

    column: Column
    head: str
    width: float


REASON_HEAD = "Cần sửa"

#: Columns with data on persons that a conference does not need.
_PERSONAL = re.compile(
    r"\b(?:can cuoc|cccd|cmnd|so dinh danh|ngay sinh|nam sinh|gioi tinh|dan toc|ton giao)\b"
)
_BRACKETS = re.compile(r"\([^)]*\)?")
_NOISE = re.compile(r"[*:;.?!_]+")
_LONGEST_HEAD = 90
_REMEMBERED = 4_000


def head_key(text: str) -> str:
    """The head accent-free, without stars, colons and line ends."""
    return " ".join(_NOISE.sub(" ", fold(text)).replace(" /", "/").replace("/ ", "/").split())


def is_personal(head: str) -> bool:
    """Whether a column holds what is never asked for: identity number, date of birth."""
    return _PERSONAL.search(head_key(head)) is not None


class Vocabulary:
    """What the columns of one kind of list are called, by the program and by others.

    `whole` are heads, accent-free, several in one text with | between them; the first column that claims a
    head has it. `phrases` are parts of a head. `never` are heads that resemble a column and are none.
    `wanted`: without it a table is no such list. `instead`: a column that stands for another one where that
    is missing, as "Xóm" for the place.
    """

    def __init__(
        self,
        wanted: Column,
        whole: Mapping[Column, str],
        phrases: Sequence[tuple[str, Column]],
        never: re.Pattern[str],
        *,
        instead: Mapping[Column, Column],
    ) -> None:
        self.wanted, self.instead = wanted, dict(instead)
        self._columns = frozenset(whole)
        self._whole: dict[str, Column] = {}
        for column, names in whole.items():
            for name in names.split("|"):
                self._whole.setdefault(name.strip(), column)
        self._phrases, self._never = tuple(phrases), never
        self._known: dict[str, tuple[Column | None, int]] = {}

    def knows(self, column: Column) -> bool:
        return column in self._columns

    def column_of(self, head: str) -> tuple[Column | None, int]:
        """Which column a head names, and how sure that is: 2 whole, 1 by a phrase, 0 not at all."""
        if len(head) > _LONGEST_HEAD:
            return None, 0
        found = self._known.get(head)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[head] = self._read(head)
        return found

    def _read(self, head: str) -> tuple[Column | None, int]:
        key = head_key(head)
        for candidate in (key, " ".join(_BRACKETS.sub(" ", key).split())):
            whole = self._whole.get(candidate.strip(" ,-/"))
            if whole is not None:
                return whole, 2
        if not key or self._never.search(key):
            return None, 0
        padded = f" {key} "
        for phrase, column in self._phrases:
            if f" {phrase}" in padded or f"/{phrase}" in padded or f"({phrase}" in padded:
                return column, 1
        return None, 0
