"""Packages that mean harm or were damaged: refused in a sentence, quickly, with nothing written (G5)."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.exchange import package_json, package_zip
from dialogue_desktop.exchange.package import Package, PackageFault
from dialogue_desktop.exchange.package_read import contents_of
from dialogue_desktop.exchange.package_write import to_json, to_zip
from tests.exchange.test_package import whole_package

GOOD = contents_of(to_json(whole_package())).package


def _refused(data: bytes) -> str:
    with pytest.raises(PackageFault) as caught:
        contents_of(data)
    return str(caught.value)


def _reason(data: bytes, expected: Package | None = None) -> str:
    """Why it was refused; "read" where it was read (as expected). Any other error passes through."""
    try:
        package = contents_of(data).package
    except PackageFault as fault:
        return str(fault)
    return "read" if expected is None or package == expected else ""


def _zip(*entries: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tệp trống"),
        (b"  \n", "tệp trống"),
        (b"\x00\x01\x02", "viết sai cách viết JSON"),
        ("{}".encode("utf-16"), "UTF-16"),
        (b'{"format": "\xff"}', "không viết bằng bảng mã UTF-8"),
        (b"[1, 2", "dòng 1, cột 6"),
        (b"[]", "không phải là gói hội nghị"),
        (b"[" * 100_000, "lồng nhau quá sâu"),
        (b'{"version": NaN}', "có giá trị NaN"),
        (b'{"version": -Infinity}', "có giá trị -Infinity"),
        (b'{"version": 1e999, "format": "dialogue-conference"}', "version phải là số nguyên"),
        (b'{"version": ' + b"9" * 5000 + b"}", "số quá lớn"),
        (b'{"format": 1, "format": 2}', "mục “format” có hai lần"),
        (b"PK\x03\x04 and then nothing", "tệp zip bị hỏng"),
    ],
)
def test_no_json(data, said):
    """G5: every kind of broken file has its own reason."""
    assert said in _refused(data)


def test_a_byte_order_mark_of_notepad_is_no_harm():
    """G5: a package opened and saved by Notepad is still a package."""
    assert contents_of(b"\xef\xbb\xbf" + to_json(GOOD)).package == GOOD


def test_deep_nesting_inside_a_value():
    """G5: depth is bounded also where the shape is not ours."""
    raw = json.loads(to_json(GOOD))
    value: object = "x"
    for _ in range(200):
        value = [value]
    raw["journal"][0]["changes"][0]["new"] = value
    assert "lồng nhau quá 60 tầng" in _refused(json.dumps(raw).encode())


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "/etc/passwd", "C:/evil.txt", "..\\evil.txt", "a/../../evil", "a\\..\\b", "./x"],
)
def test_names_that_lead_out_of_the_folder(name):
    """G5: zip slip."""
    entry = zipfile.ZipInfo("placeholder")
    entry.filename = name
    assert "không dùng được" in _refused(_zip(("conference.json", to_json(GOOD)), (entry, b"x")))


def test_links_encryption_strangers_and_repeats():
    """G5: a zip holds the JSON and the documents that it names, nothing else."""
    link = zipfile.ZipInfo("documents/x")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "là liên kết" in _refused(_zip(("conference.json", to_json(GOOD)), (link, b"/etc/passwd")))
    assert "không có conference.json" in _refused(_zip(("khac.json", to_json(GOOD))))
    assert "mà gói không nói đến" in _refused(_zip(("conference.json", to_json(GOOD)), ("la.exe", b"MZ")))
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = _zip(("conference.json", to_json(GOOD)), ("conference.json", b"{}"))
    assert "hai tệp cùng tên" in _refused(twice)
    locked = bytearray(_zip(("conference.json", to_json(GOOD))))
    locked[6] |= 1
    central = bytes(locked).index(b"PK\x01\x02")
    locked[central + 8] |= 1
    assert "có mật khẩu" in _refused(bytes(locked))


def test_a_bomb_is_stopped_while_it_opens(monkeypatch):
    """G5: unpacked size is counted as it comes, not believed."""
    monkeypatch.setattr(package_zip, "MAX_UNPACKED_BYTES", 1_000_000)
    bomb = _zip(("conference.json", to_json(GOOD)), ("documents/0", b"\0" * 5_000_000))
    assert len(bomb) < 100_000
    assert "mở ra lớn hơn" in _refused(bomb)
    many = _zip(*((f"documents/{n}", b"") for n in range(package_zip.MAX_ENTRIES + 1)))
    assert "quá 2000 tệp" in _refused(many)


def test_json_larger_than_the_limit(monkeypatch):
    """G5: memory is bounded before anything is parsed."""
    monkeypatch.setattr(package_json, "MAX_JSON_BYTES", 10)
    assert "lớn hơn" in _refused(to_json(GOOD))


@given(at=st.integers(0, len(to_zip(GOOD)) - 1), value=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_zip_is_refused_or_still_whole(at, value, cut):
    """G5: any byte changed or the end lost: the same package, or a reason; never another error."""
    data = to_zip(GOOD)
    damaged = data[:at] if cut else data[:at] + bytes([value]) + data[at + 1 :]
    assert _reason(damaged, GOOD) != ""


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(path=st.lists(st.integers(0, 30), min_size=1, max_size=8), value=_json)
def test_any_value_anywhere_is_read_or_refused_with_a_reason(path, value):
    """G5: no value in any place makes anything but a package or a reason."""
    raw = json.loads(to_json(GOOD))
    node, last = raw, None
    for step in path:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            break
        last = (node, keys[step % len(keys)])
        following = node[last[1]]
        if not isinstance(following, (dict, list)):
            break
        node = following
    assert last is not None
    last[0][last[1]] = value
    assert _reason(json.dumps(raw).encode()) != ""


def test_nothing_is_written_while_reading(tmp_path: Path):
    """G5: reading a package touches no file."""
    path = tmp_path / "goi.zip"
    path.write_bytes(to_zip(GOOD))
    before = sorted(p.name for p in tmp_path.rglob("*"))
    contents_of(path.read_bytes())
    assert sorted(p.name for p in tmp_path.rglob("*")) == before
