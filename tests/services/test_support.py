"""The support zip: what helps is in it, and no word of any citizen, in whichever state the data is (G5)."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services import support
from tests.live.hall import Hall
from tests.services.kept import issue, keep
from ui.crash import write_down

OPINION = "Cống thoát nước trước cửa hàng Kỷ Dậu nghẹt bùn quanh năm, trẻ con trượt ngã gãy xương đòn"
ANSWER = "Phòng Kinh tế nạo vét xong trong tuần sau, gắn tấm đan bê tông"
NAME, HAMLET, HOUSE, PHONE = "Nguyễn Thị Huệ Ưởng", "xóm Gò Dứa", "ngõ 17 đường Bờ Ngựa", "0912 345 678"
AUTHOR, TITLE, FILE = "Lương Thị Mẫn", "Đối thoại xã Minh Khê với Gò Dứa", "Đơn của bà Huệ Ưởng.pdf"
SAID = (OPINION, ANSWER, NAME, HAMLET, HOUSE, PHONE, AUTHOR, TITLE, FILE, "Minh Khê", "Đồng Vạn", "Phú Ấp")


@pytest.fixture
def hall(data_dir: Path) -> Hall:
    """A folder full of people: records, contacts, settings, files, rescued texts, and a log of faults."""
    hall = Hall(data_dir)
    app, cid = hall.app, hall.cid
    app.settings.set_author(AUTHOR)
    app.settings.set("machine", "Máy của Huệ Ưởng")
    app.settings.set(f"sorting.kept.{NAME}", {NAME: OPINION})
    app.settings.set("ui.theme", NAME)  # a value that is none of ours
    app.settings.set("ui.scale", 1.5)
    app.planning.save_plan(cid, replace(app.planning.plan(cid), subject=TITLE))
    item = LiveItem(
        text=OPINION, rounds=(Round(text=ANSWER),), voices=(Voice(NAME, "bà", "Đồng Vạn", HAMLET),)
    )
    saved = app.live.save_item(cid, item)
    app.contacts.set(cid, Contact(saved.id, PHONE, HOUSE))
    issue(app, cid, (keep(app, OPINION.encode(), FILE),))
    app.maintenance.backup(reason="tay")
    (app.paths.backups / f"dialogue-20260101-0000 {NAME}.sqlite3").write_bytes(b"SQLite")
    (app.paths.rescue / f"{NAME}.txt").write_text(OPINION, encoding="utf-8")
    try:
        raise ValueError(f"{NAME}: {OPINION}")
    except ValueError as error:
        write_down(app.paths.log, error)
    return hall


def _texts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as zipped:
        return {name: zipped.read(name).decode("utf-8-sig") for name in zipped.namelist()}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _bare(text: str) -> str:
    """Without accents: a name is a name however it was written down."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


#: What an opinion happens to share with names of libraries, numbers and the words of the lists.
SHARED = {"pdf", "17"}


def _no_citizen_in(path: Path) -> None:
    """Neither in the texts, nor in names of files, nor in the bytes; by words with and without accents."""
    texts = _texts(path)
    whole = "\n".join((*texts, *texts.values()))
    assert [one for one in SAID if _bare(one) in _bare(whole)] == []
    digits = re.sub(r"\D", "", PHONE)
    assert digits not in re.sub(r"[ .-]", "", whole)
    # Every word of a name or text that the program's own sentences do not have anyway.
    told = _words(" ".join(texts.values())) - _words(support.READ_ME)
    theirs = _words(" ".join((NAME, HAMLET, HOUSE, AUTHOR, FILE, OPINION)))
    assert theirs & told <= SHARED
    assert path.read_bytes().count(NAME.encode()) == 0


def test_no_word_of_a_citizen_is_in_it(hall: Hall, tmp_path: Path) -> None:
    """G5: names, texts, telephones, addresses, titles, names of files, of the writer and of the machine."""
    made = support.write(hall.app.paths, hall.clock, tmp_path / support.file_name(hall.clock.now()))
    assert made.path.name == "ho-tro-20260424-0830.zip"
    assert (made.logs, made.damaged) == (1, 1)  # the copy that is none
    _no_citizen_in(made.path)


def test_what_helps_is_in_it(hall: Hall, tmp_path: Path) -> None:
    made = support.write(hall.app.paths, hall.clock, tmp_path / "gói.zip", {"Qt": "6.8.3"})
    texts = _texts(made.path)
    log = next(text for name, text in texts.items() if name.startswith("nhat-ky-loi/loi-"))
    assert "ValueError" in log
    assert re.search(r"test_support\.py:\d+ hall", log)
    assert re.search(r"(?m)^SQLAlchemy \d|^  SQLAlchemy \d", texts["phien-ban.txt"])
    assert "Qt: 6.8.3" in texts["phien-ban.txt"]
    data = texts["du-lieu.txt"]
    assert re.search(r"(?m)^  opinion 1\r?$", data)
    assert re.search(r"(?m)^  contact 1\r?$", data)
    assert re.search(r"(?m)^  ui\.scale 1\.5\r?$", data)
    assert "ui.theme" not in data  # its value has not the shape of a setting
    assert re.search(r"Cấu trúc dữ liệu: số \d+", data)
    assert "Bản sao lưu “…” bị hỏng." in texts["kiem-tra.txt"]


def test_damage_is_told_without_names(hall: Hall, tmp_path: Path) -> None:
    """G4: a lost file and rows that do not follow stand in the check without title and name of file."""
    raw = hall.app.database.raw
    raw.execute("UPDATE opinion SET text = ?", (OPINION + ".",))
    raw.execute("UPDATE conference SET title = ?", (f"{TITLE}” bản “2",))
    for kept in hall.app.paths.documents.rglob("*"):
        if kept.is_file():
            kept.unlink()
    for kept in hall.app.paths.file_copies.rglob("*"):
        if kept.is_file():
            kept.unlink()
    made = support.write(hall.app.paths, hall.clock, tmp_path / "gói.zip")
    told = _texts(made.path)["kiem-tra.txt"]
    assert "Một hội nghị: 1 dòng không khớp với nhật ký." in told
    assert "Một hội nghị: thiếu tệp" in told
    _no_citizen_in(made.path)


def test_a_database_that_cannot_be_opened_still_gives_a_zip(hall: Hall, tmp_path: Path) -> None:
    hall.app.close()
    hall.app.paths.database.write_bytes(f"{NAME} {OPINION}".encode() * 200)
    for beside in ("-wal", "-shm"):
        hall.app.paths.database.with_name(hall.app.paths.database.name + beside).unlink(missing_ok=True)
    made = support.write(hall.app.paths, hall.clock, tmp_path / "gói.zip")
    texts = _texts(made.path)
    assert "Không đọc được tệp dữ liệu: DamagedDatabase" in texts["du-lieu.txt"]
    assert "Có 1 chỗ hỏng" in texts["kiem-tra.txt"]
    _no_citizen_in(made.path)


def test_lines_that_somebody_wrote_into_the_log_stay_out(hall: Hall, tmp_path: Path) -> None:
    log = next(hall.app.paths.log.glob("loi-*.txt"))
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{NAME} {PHONE}\nhall.py:12 save {PHONE}\nValueError: {OPINION}\n")
    made = support.write(hall.app.paths, hall.clock, tmp_path / "gói.zip")
    assert "(3 dòng không đúng mẫu, không đưa vào gói)" in _texts(made.path)[f"nhat-ky-loi/{log.name}"]
    _no_citizen_in(made.path)


def test_the_data_is_only_read_and_a_bad_place_is_told(hall: Hall, tmp_path: Path) -> None:
    before = hall.app.paths.database.read_bytes()
    with pytest.raises(BadInput, match="Chưa ghi được gói hỗ trợ vào “gói"):
        support.write(hall.app.paths, hall.clock, tmp_path / "không có" / "gói.zip")
    support.write(hall.app.paths, hall.clock, tmp_path / "gói.zip")
    assert hall.app.paths.database.read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []
