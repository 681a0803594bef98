"""A profile goes to another office as a file; a file that is none is one sentence (P1, G5)."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.plan import Issuer, Plan
from dialogue_desktop.errors import BadInput, NotFound, UserError
from dialogue_desktop.exchange import profile_file
from tests.services.conftest import EIGHT
from tests.services.library.conftest import DESCRIPTION, NAME


@pytest.fixture
def other(tmp_path: Path) -> Any:
    """The program of the neighbouring commune."""
    app = build(tmp_path / "may-khac", clock=FixedClock(EIGHT), device="may-2")
    yield app
    app.close()


def test_a_profile_goes_to_another_office(app: App, other: App, plan: Plan, tmp_path: Path) -> None:
    """P1: as a file, without the names of this commune; there it begins a plan of theirs."""
    made = app.library.save_profile(plan, NAME, DESCRIPTION)
    file = tmp_path / profile_file.file_name(NAME)
    assert file.name == "mau-doi-thoai-thon-vung-bai.maukh"
    app.library.export_profile(made.id, file)
    written = file.read_text(encoding="utf-8")
    for name in (
        "Minh Khê",
        "Đồng Vạn",
        "Phạm Quốc Thắng",
        "Trần Hữu Lẫm",
        "Đỗ Văn Sỹ",
        "Đông Giang",
        "Vĩnh Ổn",
    ):
        assert name not in written.replace("Minh Khêu", "").replace("nhà văn hóa", "")
    taken, new = other.library.import_profile(file)
    assert new
    assert (taken.name, taken.description) == (NAME, DESCRIPTION)
    assert other.library.import_profile(file) == (taken, False), "again changes nothing"
    other.settings.set_issuer(Issuer(name="Lộc Hạ", province="tỉnh Đông Giang"))
    begun = other.planning.plan(other.planning.create(taken.id))
    assert begun.issuer.name == "Lộc Hạ"
    assert begun.tasks == made.plan.tasks
    assert begun.programme == made.plan.programme


def test_the_whole_profile_goes_to_the_offices_own_other_machine(
    app: App, other: App, plan: Plan, tmp_path: Path
) -> None:
    """P1: with its thôn and people where that is asked for."""
    made = app.library.save_profile(plan, NAME, DESCRIPTION)
    file = tmp_path / "mau.maukh"
    app.library.export_profile(made.id, file, bare=False)
    taken, _ = other.library.import_profile(file)
    assert replace(taken.plan, profile=made.id) == made.plan


def test_a_shipped_profile_is_shared_too(app: App, other: App, tmp_path: Path) -> None:
    """P1."""
    app.library.export_profile("ubnd_2025", tmp_path / "a.maukh")
    taken, _ = other.library.import_profile(tmp_path / "a.maukh")
    assert taken.plan.sections == other.library.plan_of("ubnd_2025").sections
    with pytest.raises(NotFound):
        app.library.export_profile("khong-co", tmp_path / "b.maukh")


def _file(tmp_path: Path, change: Callable[[dict[str, Any]], object] = lambda data: None) -> Path:
    data = {
        "format": "dialogue-plan-profile",
        "version": 1,
        "name": NAME,
        "plan": {"profile": "x", "year": 2026},
    }
    change(data)
    path = tmp_path / "mau-la.maukh"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


BAD: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda d: d.update(format="khac"), "không có dấu hiệu của mẫu kế hoạch"),
    (lambda d: d.pop("format"), "không có dấu hiệu của mẫu kế hoạch"),
    (lambda d: d.update(format="dialogue-conference"), "là gói của một hội nghị"),
    (lambda d: d.update(version=2), "bản chương trình mới hơn ghi"),
    (lambda d: d.update(version=0), "version phải là số nguyên từ 1"),
    (lambda d: d.update(version="1"), "version phải là số nguyên"),
    (lambda d: d.update(name="  "), "chưa có tên mẫu"),
    (lambda d: d.update(descripton="x"), "có lẽ là “description”"),
    (lambda d: d.pop("plan"), "còn thiếu “plan”"),
    (lambda d: d["plan"].update(year="năm nay"), "plan.year phải là số nguyên"),
    (lambda d: d["plan"].update(budget=[{"id": "a", "item": "Nước", "price": "nhiều"}]), "budget"),
    (lambda d: d["plan"].update(tasks=[{"id": "a", "unit": "A"}, {"id": "a", "unit": "B"}]), "có hai lần"),
    (lambda d: d["plan"].update(form="qua loa"), "không dùng được giá trị “qua loa”"),
    (lambda d: d["plan"].update(time={"day": "2026-02-31"}), "ngày"),
]


@pytest.mark.parametrize(("change", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_every_bad_file_is_one_sentence_and_nothing_is_kept(
    app: App, tmp_path: Path, change: Callable[[dict[str, Any]], object], reason: str
) -> None:
    """G5: what is wrong, and that the list of profiles is as it was."""
    with pytest.raises(BadInput) as caught:
        app.library.import_profile(_file(tmp_path, change))
    assert reason in caught.value.sentence
    assert "“mau-la.maukh”" in caught.value.sentence
    assert "Danh mục mẫu vẫn nguyên." in caught.value.sentence
    assert app.library.shelf().profiles == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tệp trống"),
        (b"PK\x03\x04 mot tep zip", "không phải là mẫu kế hoạch"),
        ("Kế hoạch đối thoại".encode("utf-16"), "UTF-16"),
        ("Kế hoạch".encode("cp1258", errors="ignore") + b"\xff\xfe\xfa", "UTF-8"),
        (b'{"format": ', "dòng 1"),
        (b"[" * 100_000, "lồng nhau quá sâu"),
        (b"[1, 2, 3]", "không có dấu hiệu"),
        (b'{"format": "dialogue-plan-profile", "format": "x"}', "có hai lần"),
        (b" " * (4 * 1024 * 1024 + 1), "lớn hơn nhiều so với một mẫu kế hoạch"),
    ],
)
def test_files_that_are_something_else(app: App, tmp_path: Path, data: bytes, reason: str) -> None:
    """G5."""
    path = tmp_path / "la.maukh"
    path.write_bytes(data)
    with pytest.raises(BadInput) as caught:
        app.library.import_profile(path)
    assert reason in caught.value.sentence


def test_a_file_that_is_not_there_or_a_folder(app: App, tmp_path: Path) -> None:
    """G5."""
    with pytest.raises(NotFound, match="Không thấy tệp"):
        app.library.import_profile(tmp_path / "khong-co.maukh")
    with pytest.raises(UserError, match="không cho đọc"):
        app.library.import_profile(tmp_path)


def test_decomposed_and_hidden_letters_are_put_right(app: App, tmp_path: Path) -> None:
    """G5: a file that went over another system is NFC here."""
    path = _file(tmp_path, lambda d: d.update(name=unicodedata.normalize("NFD", "Đối thoại ở thôn Ổn")))
    taken, _ = app.library.import_profile(path)
    assert taken.name == "Đối thoại ở thôn Ổn"
    assert unicodedata.is_normalized("NFC", taken.name)


def test_the_same_name_with_another_plan_gets_a_number(app: App, tmp_path: Path) -> None:
    """P1: two profiles are never mixed up."""
    app.library.import_profile(_file(tmp_path))
    other, new = app.library.import_profile(_file(tmp_path, lambda d: d["plan"].update(closing="Khác.")))
    assert (other.name, new) == (f"{NAME} (2)", True)
