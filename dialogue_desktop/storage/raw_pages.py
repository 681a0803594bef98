"""Rows out of the bytes of a damaged database and its WAL, page by page, without SQLite, which would refuse.

By SQLite's file format (sqlite.org/fileformat2.html): leaf pages of tables, chains of overflow pages, frames
of the write-ahead log with their running checksum. Whatever does not fit is passed over.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

#: What a column holds in a row read here.
Value = int | float | str | bytes | None

_LEAF, _FILE_HEADER, _WAL_HEADER, _FRAME_HEADER = 0x0D, 100, 32, 24
_BIG_ENDIAN_SUMS = 0x377F0683
_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
#: No text of the program is longer: a length beyond it is damage.
_LONGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it lies on its page; the column that is the row's own number holds None."""

    rowid: int
    values: tuple[Value, ...]


class _Unreadable(ValueError):
    """This cell is not a whole row."""


def main_pages(data: bytes, size: int) -> dict[int, bytes]:
    """The pages of a database file by number; what is missing of the last one is zero."""
    return {
        index // size + 1: data[index : index + size].ljust(size, b"\0")
        for index in range(0, len(data), size)
    }


def wal_frames(data: bytes, size: int) -> tuple[tuple[int, bytes], ...]:
    """Page number and page of each whole frame up to the last commit, oldest first.

    Each frame is checked against the sums that the one before it carries, so that a damaged one takes only
    itself and its neighbour away. Frames of an earlier round of the log (other salts) are left
    out, as SQLite does.
    """
    if len(data) < _WAL_HEADER + _FRAME_HEADER:
        return ()
    magic, _, _, _, salt1, salt2, first, second = struct.unpack(">8I", data[:_WAL_HEADER])
    order = ">" if magic == _BIG_ENDIAN_SUMS else "<"
    if data[:_WAL_HEADER].count(0) == _WAL_HEADER:
        salt1, salt2 = struct.unpack(">2I", data[_WAL_HEADER + 8 : _WAL_HEADER + 16])
    sums = (first, second)
    found: list[tuple[int, bytes]] = []
    whole = 0
    step = _FRAME_HEADER + size
    for start in range(_WAL_HEADER, len(data) - step + 1, step):
        number, pages, one, two, sum1, sum2 = struct.unpack(">6I", data[start : start + _FRAME_HEADER])
        body = data[start + _FRAME_HEADER : start + step]
        good = (one, two) == (salt1, salt2) and _sums(data[start : start + 8] + body, sums, order) == (
            sum1,
            sum2,
        )
        sums = (sum1, sum2)
        if good and number:
            found.append((number, body))
            if pages:
                whole = len(found)
    return tuple(found[:whole])


def _sums(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for index in range(0, len(words), 2):
        one = (one + words[index] + two) & 0xFFFFFFFF
        two = (two + words[index + 1] + one) & 0xFFFFFFFF
    return one, two


def rows(number: int, page: bytes, pages: Mapping[int, bytes]) -> Iterator[RawRow]:
    """The rows of a page that is the leaf of a table; `pages` is where its long values go on."""
    head = _FILE_HEADER if number == 1 else 0
    if page[head] != _LEAF:
        return
    cells = int.from_bytes(page[head + 3 : head + 5])
    first = head + 8
    for place in range(first, min(first + 2 * cells, len(page) - 1), 2):
        at = int.from_bytes(page[place : place + 2])
        if not first + 2 * cells <= at < len(page):
            continue
        try:
            yield _row(page, at, pages)
        except (_Unreadable, IndexError, UnicodeDecodeError, struct.error):
            continue


def _row(page: bytes, at: int, pages: Mapping[int, bytes]) -> RawRow:
    length, at = _varint(page, at)
    rowid, at = _varint(page, at)
    if not 0 < length <= _LONGEST or rowid <= 0:
        raise _Unreadable
    return RawRow(rowid, _record(_payload(page, at, length, pages)))


def _payload(page: bytes, at: int, length: int, pages: Mapping[int, bytes]) -> bytes:
    size = len(page)
    if length <= size - 35:
        local = length
    else:
        least = (size - 12) * 32 // 255 - 23
        local = least + (length - least) % (size - 4)
        if local > size - 35:
            local = least
    if at + local > size:
        raise _Unreadable
    payload = page[at : at + local]
    if local == length:
        return payload
    following = int.from_bytes(page[at + local : at + local + 4])
    parts, have = [payload], local
    for _ in range(length // (size - 4) + 1):
        more = pages.get(following)
        if more is None:
            raise _Unreadable
        parts.append(more[4 : 4 + length - have])
        have += len(parts[-1])
        following = int.from_bytes(more[:4])
        if have == length:
            if following:
                raise _Unreadable
            return b"".join(parts)
    raise _Unreadable


def _record(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    if end > len(payload):
        raise _Unreadable
    kinds: list[int] = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    at, values = end, list[Value]()
    for kind in kinds:
        value, at = _value(payload, kind, at)
        values.append(value)
    if at != len(payload):
        raise _Unreadable
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in (10, 11):
        raise _Unreadable
    length = 8 if kind == 7 else _SIZES.get(kind, (kind - 12) // 2)
    end = at + length
    if end > len(payload):
        raise _Unreadable
    body = payload[at:end]
    if kind in _SIZES:
        return int.from_bytes(body, signed=True), end
    if kind == 7:
        return float(struct.unpack(">d", body)[0]), end
    return (body.decode("utf-8") if kind % 2 else body), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(9):
        byte = data[at + index]
        if index == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + index + 1
    raise _Unreadable
