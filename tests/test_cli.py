"""The command line as people and programs use it: what is printed where, how it ends (G1, G4, G5)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dialogue_desktop import paths
from dialogue_desktop.bootstrap import build
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.exchange.package_read import read_package
from dialogue_desktop.exchange.package_write import to_json, write_package
from tests.exchange.old_plan import TEXT
from tests.exchange.test_package import whole_package
from tests.exchange.wrong_files import WRONG, WrongFile

ROOT = Path(__file__).resolve().parents[1]


def run(
    *arguments: str | Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`python main.py …` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-B", str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **(environment or {})},
    )


def done(*arguments: str | Path) -> str:
    """The output of a command that must succeed without a word on stderr."""
    ran = run(*arguments)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def refused(*arguments: str | Path) -> str:
    """The one sentence on stderr of a command that must fail by the user's fault, with nothing on stdout."""
    ran = run(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith("\n")
    assert ran.stderr.count("\n") == 1
    return ran.stderr.strip()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The evening of Lộc Thịnh as a package by hand."""
    path = tmp_path_factory.mktemp("gói") / "lộc thịnh.json"
    write_package(whole_package(), path, as_zip=False)
    return path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, package: Path) -> Path:
    """A data folder with that conference; only read by the tests."""
    folder = tmp_path_factory.mktemp("văn phòng") / "Dữ liệu xã"
    assert done("--data", folder, "import", package) == "loc-thinh-2024\n"
    return folder


def test_import_list_and_the_same_package_again(office: Path, package: Path):
    """G5: the id is printed; the same content again changes nothing and prints it again."""
    before = (office / "dialogue.sqlite3").read_bytes()
    assert done("--data", office, "import", package) == "loc-thinh-2024\n"
    assert (office / "dialogue.sqlite3").read_bytes() == before
    listed = json.loads(done("--data", office, "list", "--json"))
    assert listed == [
        {
            "id": "loc-thinh-2024",
            "title": "Xã Lộc Thịnh 2024",
            "stage": "ket_luan",
            "stage_label": "Kết luận",
            "day": "2024-08-28",
            "when": "28/8/2024",
            "place": "Nhà Văn hóa xã Lộc Thịnh",
            "updated_at": "2024-08-28T14:30:00.123456Z",
        }
    ]
    assert "loc-thinh-2024" in done("--data", office, "list")
    assert done("list", "--data", office) == done("--data", office, "list")


def test_export_import_export_gives_the_same_bytes(office: Path, tmp_path: Path):
    """G5: through two data folders, as JSON and as zip."""
    out, other = tmp_path / "Xuất", tmp_path / "máy khác"
    arguments = ("export", "loc-thinh-2024", "--document", "package", "--format", "json,zip", "--out")
    printed = done("--data", office, *arguments, out).splitlines()
    assert printed == [str(out / "loc-thinh-2024.json"), str(out / "loc-thinh-2024.zip")]
    for name in printed:
        folder = other / Path(name).suffix
        done("--data", folder, "import", name)
        done("--data", folder, *arguments, folder / "out")
        for form in ("zip", "json"):
            again = folder / "out" / f"loc-thinh-2024.{form}"
            assert again.read_bytes() == (out / f"loc-thinh-2024.{form}").read_bytes()


def test_a_package_that_must_be_decided_is_refused_and_nothing_changes(office: Path, tmp_path: Path):
    """G5, L11: where both sides say something else the window asks; the sentence names it."""
    raw = json.loads(to_json(whole_package()))
    raw["plan"]["closing"] = "Lời kết khác."
    other = tmp_path / "khác.json"
    other.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    before = done("--data", office, "list", "--json")
    said = refused("--data", office, "import", other)
    assert "Xã Lộc Thịnh 2024" in said
    assert "có 1 chỗ hai bên ghi khác nhau" in said
    assert "Nhập bản hội trường" in said
    assert done("--data", office, "list", "--json") == before


def test_what_a_package_has_more_is_merged_and_once_is_enough(package: Path, tmp_path: Path):
    """L11: a copy that was worked on elsewhere comes back on the command line; the backup is made before."""
    home, hall, stick = tmp_path / "văn phòng", tmp_path / "hội trường", tmp_path / "usb"
    for folder in (home, hall):
        done("--data", folder, "import", package)
    app = build(hall)
    app.live.save_item("loc-thinh-2024", LiveItem(text="Xin thêm đèn đường ngõ 3"))
    app.close()
    arguments = ("export", "loc-thinh-2024", "--document", "package", "--format", "json", "--out")
    done("--data", hall, *arguments, stick)
    for _ in range(2):
        assert done("--data", home, "import", stick / "loc-thinh-2024.json") == "loc-thinh-2024\n"
        done("--data", home, *arguments, home / "out")
        assert (home / "out" / "loc-thinh-2024.json").read_bytes() == (
            stick / "loc-thinh-2024.json"
        ).read_bytes()
        assert len(list((home / "backups").glob("*-truoc-gop.sqlite3"))) == 1
    assert done("--data", home, "check") == "Dữ liệu còn nguyên.\n"


def test_a_wrong_package_leaves_no_trace(tmp_path: Path):
    """G5: nothing of a package that cannot be used is stored."""
    raw = json.loads(to_json(whole_package()))
    raw["plan"]["budgte"] = []
    bad, folder = tmp_path / "hỏng.json", tmp_path / "dữ liệu"
    bad.write_text(json.dumps(raw), encoding="utf-8")
    said = refused("--data", folder, "import", bad)
    assert said == (
        "Không nhập được “hỏng.json”: không có mục nào tên “budgte” ở mục plan, có lẽ là “budget”; "
        "dữ liệu đang có không thay đổi."
    )
    assert done("--data", folder, "list", "--json") == "[]\n"


def test_hidden_characters_are_told_on_stderr(tmp_path: Path):
    """G5: the import goes on, stdout stays the id alone."""
    raw = json.loads(to_json(whole_package()))
    raw["plan"]["subject"] = "Tổ chức\u200b hội nghị"
    path = tmp_path / "gói.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    ran = run("--data", tmp_path / "d", "import", path)
    assert (ran.returncode, ran.stdout) == (0, "loc-thinh-2024\n")
    assert ran.stderr == ("Đã bỏ 1 ký tự ẩn, không in được (U+200B), chỗ đầu tiên ở mục plan.subject.\n")


def test_export_writes_documents_and_prints_them(office: Path, tmp_path: Path):
    """M8, P1: every file printed is there; formats follow the document."""
    printed = done(
        "--data", office, "export", "loc-thinh-2024", "--out", tmp_path, "--document", "summary,plan",
        "--format", "xlsx,pdf",
    ).splitlines()  # fmt: skip
    assert len(printed) == 2
    assert {Path(name).suffix for name in printed} == {".xlsx", ".pdf"}
    assert all(Path(name).stat().st_size > 1000 for name in printed)


def test_export_refuses_what_it_cannot_do(office: Path, tmp_path: Path):
    """G5: unknown conference, document, format, and a place that is a file."""
    export = ("--data", office, "export")
    assert "khong-co" in refused(*export, "khong-co", "--out", tmp_path)
    assert "la-la" in refused(*export, "loc-thinh-2024", "--out", tmp_path, "--document", "plan,la-la")
    assert "odt" in refused(*export, "loc-thinh-2024", "--out", tmp_path, "--format", "odt")
    said = refused(*export, "loc-thinh-2024", "--out", tmp_path, "--document", "summary", "--format", "pdf")
    assert "xlsx" in said
    assert "zip" in refused(
        *export, "loc-thinh-2024", "--out", tmp_path, "--document", "plan", "--format", "zip"
    )
    assert "zip, json" in refused(
        *export, "loc-thinh-2024", "--out", tmp_path, "--document", "package", "--format", "pdf"
    )
    assert list(tmp_path.iterdir()) == []
    file = tmp_path / "tệp"
    file.write_text("", encoding="utf-8")
    for document in ("summary", "package"):
        refused(*export, "loc-thinh-2024", "--out", file / "trong", "--document", document)


def test_deadlines(office: Path):
    """P10: every duty with its day, its rule in words, how it was counted and what speaks against it."""
    rows = json.loads(done("--data", office, "deadlines", "loc-thinh-2024", "--json"))
    assert rows
    keys = {"unit_id", "unit", "duty_id", "duty", "due", "dated", "rule", "explanation", "warning"}
    assert all(row.keys() == keys for row in rows)
    assert all(row["explanation"] for row in rows if row["due"])
    table = done("--data", office, "deadlines", "loc-thinh-2024")
    assert sum(row["dated"] for row in rows) == sum(not line.startswith(" ") for line in table.splitlines())
    assert "khong-co" in refused("--data", office, "deadlines", "khong-co")


def test_deadlines_of_every_kind(office: Path):
    """P14, C12, C2: with --all the preparations, the law, what is done and what the proof is worth."""
    told = json.loads(done("--data", office, "deadlines", "loc-thinh-2024", "--all", "--json"))
    assert told.keys() == {"items", "proofs", "verdicts"}
    assert {row["kind"] for row in told["items"]} == {"plan", "prep", "law", "own"}
    (chairs,) = [row for row in told["items"] if row["kind"] == "own"]
    assert (chairs["due"], chairs["hour"], chairs["state"]) == ("2024-08-27", "14:00:00", "late")
    assert not any(row["id"] == "cb-nuoc-uong" for row in told["items"])  # taken away by the office
    assert [row["id"] for row in told["proofs"]] == ["p2", "p1"]
    assert [row["kind"] for row in told["verdicts"]][:2] == ["law_notice", "plan_notice"]
    table = done("--data", office, "deadlines", "loc-thinh-2024", "--all").splitlines()
    assert "Mượn 200 ghế của trường tiểu học, 14 giờ 00 (việc cơ quan thêm)" in "\n".join(table)
    assert any(line.strip() == "Xong ngày 01/8/2024, Bà Lương Thị Mẫn" for line in table)
    assert table[-1].startswith("Thông báo, niêm yết: ")


def test_the_record_of_posting(office: Path, tmp_path: Path):
    """C2: by its name on the command line, as PDF and DOCX."""
    printed = done(
        "--data", office, "export", "loc-thinh-2024", "--out", tmp_path, "--document", "posting-record"
    ).splitlines()
    assert [Path(name).name for name in printed] == ["bien-ban-niem-yet.pdf", "bien-ban-niem-yet.docx"]
    assert "posting-record" in done("export", "--help")


def test_read_plan(tmp_path: Path):
    """P13: needs no data folder; JSON has the same keys for every plan."""
    path = tmp_path / "kế hoạch cũ.txt"
    path.write_text(TEXT, encoding="utf-8")
    shown = done("read-plan", path)
    assert "Cơ quan ban hành: Ủy ban nhân dân phường Tân Hà" in shown
    reading = json.loads(done("read-plan", path, "--json"))
    assert reading["time"]["day"] == "2025-04-10"
    assert [duty["unit"] for duty in reading["dated_duties"]][-1] == "Tổ trưởng tổ dân phố 5 và Bến Gỗ"
    path.write_text("không phải", encoding="utf-8")
    assert refused("read-plan", path) == (
        "Không đọc được “kế hoạch cũ.txt”: trong tệp không thấy một kế hoạch, "
        "hãy xem lại đã chọn đúng tệp chưa."
    )
    assert "Không có tệp" in refused("read-plan", tmp_path / "mất.txt")


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_read_plan_of_a_wrong_file(wrong: WrongFile, tmp_path: Path):
    """P13, G5: ends with 2 and one sentence that says what to do, also where JSON was asked for."""
    path = tmp_path / wrong.name
    path.write_bytes(wrong.make())
    said = refused("read-plan", path, "--json")
    assert said.startswith(f"Không đọc được “{wrong.name}”: ")
    assert wrong.said in said
    assert wrong.advice in said


def test_backup_damage_check_and_restore(office: Path, tmp_path: Path):
    """G4: a backup is a file; damage is named; the newest whole backup brings everything back, and the
    damaged state is kept."""
    folder = tmp_path / "Dữ liệu"
    shutil.copytree(office, folder)
    before = done("--data", folder, "list", "--json")
    backup = Path(done("--data", folder, "backup").strip())
    assert backup.is_file()
    assert done("--data", folder, "check") == "Dữ liệu còn nguyên.\n"
    database = folder / "dialogue.sqlite3"
    broken = b"\0" * 4096 + database.read_bytes()[4096:]
    database.write_bytes(broken)
    ran = run("--data", folder, "check")
    assert ran.returncode == 2
    assert ran.stdout.strip()
    assert ran.stderr.startswith("Dữ liệu có 1 chỗ hỏng")
    assert refused("--data", folder, "list")
    shown = done("--data", folder, "restore")
    assert str(backup) in shown
    kept = [line for line in shown.splitlines() if line.startswith("Dữ liệu trước đó được giữ ở ")]
    assert len(kept) == 1
    assert done("--data", folder, "list", "--json") == before
    assert done("--data", folder, "check") == "Dữ liệu còn nguyên.\n"


def test_restore_into_an_empty_folder_and_from_a_wrong_file(office: Path, tmp_path: Path):
    """G4: a new machine starts from a backup; a file that is none changes nothing."""
    folder = tmp_path / "cũ"
    shutil.copytree(office, folder)
    backup = done("--data", folder, "backup").strip()
    done("--data", tmp_path / "mới", "restore", backup)
    assert done("--data", tmp_path / "mới", "list", "--json") == done("--data", office, "list", "--json")
    wrong = tmp_path / "sai.sqlite3"
    wrong.write_bytes(b"SQLite format 3\0" + b"\0" * 500)
    assert refused("--data", folder, "restore", wrong)
    assert "Không có" in refused("--data", folder, "restore", tmp_path / "không có")
    assert done("--data", folder, "check") == "Dữ liệu còn nguyên.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("lạ",),
        ("import",),
        ("export", "x"),
        ("--data",),
        ("list", "thừa"),
        ("--sample=1",),
        ("--khong-co",),
        ("list", "--khong-co"),
    ],
)
def test_a_wrong_line_says_how_to_go_on(arguments):
    """G5: one Vietnamese sentence, no English of argparse."""
    said = refused(*arguments)
    assert "--help" in said
    assert not any(word in said for word in ("error", "argument", "usage", "required", "invalid"))


def test_a_data_folder_that_is_not_there(tmp_path: Path):
    """G5: a slip in the path makes no empty folder; a file is no folder."""
    missing = tmp_path / "gõ nhầm"
    for command in (("list",), ("backup",), ("check",), ("export", "x", "--out", tmp_path), ("restore",)):
        assert "gõ nhầm" in refused("--data", missing, *command)
    assert not missing.exists()
    file = tmp_path / "tệp"
    file.write_text("", encoding="utf-8")
    assert "không phải là thư mục" in refused("--data", file, "list")


def test_help_explains_every_command_in_vietnamese():
    """G2: the page names every command; each command has a page of its own."""
    page = done("--help")
    commands = ("import", "list", "export", "deadlines", "read-plan", "backup", "restore", "check")
    assert all(command in page for command in commands)
    for command in commands:
        own = done(command, "--help")
        assert own.startswith("Cách dùng: ")
        assert not any(word in own for word in ("usage", "options", "positional", "show this help"))


def test_vietnamese_comes_out_whole_on_any_console(office: Path):
    """G1: a console without Unicode does not break a command."""
    ran = run("--data", office, "list", environment={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert ran.returncode == 0
    assert "Xã Lộc Thịnh" in ran.stdout


def test_no_command_loads_qt_and_the_door_loads_nothing_heavy(office: Path):
    """G1: the command line works without Qt; what stands before the window is light."""
    program = (
        "import sys; sys.modules['PySide6'] = None; sys.argv = ['main.py', '--data', sys.argv[1], 'list'];"
        "import main; sys.exit(main.main())"
    )
    ran = subprocess.run(
        [sys.executable, "-B", "-c", program, str(office)],
        capture_output=True, encoding="utf-8", check=False, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    program = (
        "import sys, main; from dialogue_desktop import cli; main.plain_start(['--data', 'x']);"
        "cli.parse(['--data', 'x', 'list']);"
        "print([m for m in ('sqlalchemy', 'sqlite3', 'msgspec', 'PySide6', 'openpyxl', 'docx', 'reportlab',"
        " 'platformdirs', 'zipfile', 'dialogue_desktop.bootstrap', 'ui') if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-B", "-c", program], capture_output=True, encoding="utf-8", check=True, cwd=ROOT
    )
    assert ran.stdout == "[]\n"


def test_a_fault_of_the_program_ends_with_one_and_a_sentence():
    """G1: what is nobody's input is told apart, with the trace for the one who helps."""
    program = (
        "import sys, main; from dialogue_desktop import cli;"
        "cli._COMMANDS['list'] = lambda options: 1 // 0; sys.exit(main.main(['list']))"
    )
    ran = subprocess.run(
        [sys.executable, "-B", "-c", program], capture_output=True, encoding="utf-8", check=False, cwd=ROOT
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("Chương trình gặp lỗi và dừng lại; dữ liệu đã lưu vẫn còn nguyên.")
    assert "ZeroDivisionError" in ran.stderr


def test_resources_and_rooms_are_found():
    """G1: the resources lie beside the package; the rooms of a data folder have fixed names."""
    assert (paths.resources_dir() / "schema" / "conference.schema.json").is_file()
    rooms = paths.DataPaths(Path("d"))
    found = (rooms.database, rooms.backups, rooms.rescue, rooms.log, rooms.documents)
    assert [room.name for room in found] == ["dialogue.sqlite3", "backups", "rescue", "log", "documents"]


def test_exported_package_is_what_was_imported(office: Path, package: Path, tmp_path: Path):
    """G5: the journal made for a package by hand is the same in the file and in the data folder."""
    done("--data", office, "export", "loc-thinh-2024", "--document", "package", "--out", tmp_path)
    assert read_package(tmp_path / "loc-thinh-2024.zip") == read_package(package)
