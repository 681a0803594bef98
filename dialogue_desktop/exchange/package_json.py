"""JSON text of unknown origin to plain values: size, encoding, depth, numbers and texts made safe."""

from __future__ import annotations

import codecs
import difflib
import json
import math
import re
from collections.abc import Sequence
from typing import Any

from dialogue_desktop.domain.text_vi import clean
from dialogue_desktop.exchange.package import PackageFault

#: More than ten conferences of a thousand opinions each; a larger file is no package.
MAX_JSON_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 60
#: What every JSON program can hold exactly, and SQLite too.
MAX_INTEGER = 2**53

_TYPES = {
    "int": "số nguyên",
    "float": "số",
    "str": "chữ trong dấu ngoặc kép",
    "bool": "true hoặc false",
    "array": "một danh sách [ … ]",
    "object": "một nhóm { … }",
    "null": "null",
    "date": "ngày viết như 2026-04-24",
    "datetime": "ngày giờ viết như 2026-04-24T01:00:00Z",
    "time": "giờ viết như 07:30:00",
    "decimal": 'số viết trong dấu ngoặc kép như "1.5"',
}


def decode(data: bytes) -> Any:
    """Bytes to plain values with cleaned texts left out of account; PackageFault with the reason."""
    if len(data) > MAX_JSON_BYTES:
        raise PackageFault(f"nội dung lớn hơn {MAX_JSON_BYTES // 2**20} MB")
    if not data.strip():
        raise PackageFault("tệp trống")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise PackageFault("tệp viết bằng bảng mã UTF-16, hãy ghi lại bằng UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackageFault("tệp không viết bằng bảng mã UTF-8") from error
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise PackageFault(f"dòng {error.lineno}, cột {error.colno} viết sai cách viết JSON") from error
    except RecursionError as error:
        raise PackageFault("các mục lồng nhau quá sâu") from error
    except PackageFault:
        raise
    except ValueError as error:  # an integer of more than 4,300 digits
        raise PackageFault("có số quá lớn") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise PackageFault(f"mục “{shown(key)}” có hai lần trong cùng một nhóm")
            seen.add(key)
    return found


def _no_constant(name: str) -> Any:
    raise PackageFault(f"có giá trị {name}, không phải là số dùng được")


class Cleaner:
    """Goes through plain values once: texts cleaned (NFC, nothing hidden), numbers and depth checked."""

    def __init__(self) -> None:
        self._path: list[str | int] = []
        self.removed: dict[str, tuple[str, ...]] = {}

    def clean(self, value: Any) -> Any:
        """The same values with clean texts; what was taken out stands in `removed` by place."""
        if isinstance(value, str):
            cleaned = clean(value)
            if cleaned.removed:
                self.removed[place(self._path)] = cleaned.removed
            return cleaned.text
        if isinstance(value, (dict, list)):
            if len(self._path) >= MAX_DEPTH:
                raise PackageFault(f"các mục lồng nhau quá {MAX_DEPTH} tầng, {_at(self._path)}")
            if isinstance(value, dict):
                return {key: self._inside(key, item) for key, item in value.items()}
            return [self._inside(index, item) for index, item in enumerate(value)]
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int) and abs(value) > MAX_INTEGER:
            raise PackageFault(f"số quá lớn {_at(self._path)}")
        if isinstance(value, float) and not math.isfinite(value):
            raise PackageFault(f"số quá lớn {_at(self._path)}")
        return value

    def _inside(self, key: str | int, value: Any) -> Any:
        self._path.append(key)
        cleaned = self.clean(value)
        self._path.pop()
        return cleaned


def refuse_unknown(given: Any, known: Any, path: Sequence[str | int] = ()) -> None:
    """PackageFault naming the first key of `given` that the typed value, written out again, does not have."""
    if isinstance(given, dict) and isinstance(known, dict):
        for key, value in given.items():
            if key not in known:
                near = difflib.get_close_matches(key, known.keys(), n=1, cutoff=0.7)
                hint = f", có lẽ là “{near[0]}”" if near else ""
                raise PackageFault(f"không có mục nào tên “{shown(key)}” {_at(path)}{hint}")
            refuse_unknown(value, known[key], (*path, key))
    elif isinstance(given, list) and isinstance(known, list):
        for index, (value, other) in enumerate(zip(given, known, strict=False)):
            refuse_unknown(value, other, (*path, index))


def place(path: Sequence[str | int]) -> str:
    """ "plan.budget[0].price"."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in path)
    return text.lstrip(".")


def _at(path: Sequence[str | int]) -> str:
    return f"ở mục {place(path)}" if path else "ở ngoài cùng"


def shown(text: str, limit: int = 60) -> str:
    """A piece of the file, short enough for a sentence and without line ends."""
    line = " ".join(clean(text).text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


_PLACE = re.compile(r" - at `\$?\.?(?P<path>.*?)`$")
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]*)`(?:, got `(?P<got>[^`]*)`)?")


def explained(message: str) -> str:
    """A message of the codec as a Vietnamese reason that names the place."""
    match = _PLACE.search(message)
    where = f"ở mục {match['path']}" if match and match["path"] else "ở ngoài cùng"
    what = message[: match.start()] if match else message
    if found := _EXPECTED.match(what):
        wanted = " hoặc ".join(_TYPES.get(name.strip(), name.strip()) for name in found["wanted"].split("|"))
        return f"{where} phải là {wanted}"
    if found := re.match(r"Object missing required field `(?P<name>[^`]*)`", what):
        return f"{where} còn thiếu “{found['name']}”"
    if found := re.match(r"Invalid enum value '?(?P<value>.*?)'?$", what, re.S):
        return f"{where} không dùng được giá trị “{shown(found['value'])}”"
    if found := re.match(
        r"Invalid (?:RFC3339|ISO8601)? ?(?:encoded )?(?P<kind>datetime|date|time|decimal)", what
    ):
        return f"{where} phải là {_TYPES[found['kind']]}"
    if any(ord(letter) > 0x7F for letter in what):  # a rule of the domain, already in Vietnamese
        return f"{where}: {what[0].lower()}{what[1:].rstrip('.')}"
    return f"{where} có giá trị không dùng được"
