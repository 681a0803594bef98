"""The command line: every command that works without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from dialogue_desktop import cli_arguments, paths
from dialogue_desktop.cli_export import export
from dialogue_desktop.errors import BadInput, NotFound, UserError

if TYPE_CHECKING:
    from dialogue_desktop.bootstrap import App

DONE, USER_FAULT = 0, 2


class Options(NamedTuple):
    """What stood on the command line; `command` None opens the window."""

    command: str | None
    data: Path | None
    sample: bool
    tour: Path | None
    given: argparse.Namespace


def speak_utf8() -> None:
    """Vietnamese must come out whole whatever the console's code page; a windowed start has no console."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def parse(argv: Sequence[str] | None = None) -> Options:
    """Leaves the program with code 2 and one sentence when the line is wrong, 0 after --help."""
    given = cli_arguments.build().parse_args(argv)
    return Options(
        command=given.command,
        data=Path(given.data) if given.data else None,
        sample=given.sample,
        tour=Path(given.tour) if given.tour else None,
        given=given,
    )


def data_folder(options: Options) -> Path:
    """The folder named, or the user's own."""
    return options.data if options.data is not None else paths.default_data_dir()


def run(options: Options) -> int:
    """Do one command. Anything but a UserError or a file that the machine refuses is the program's fault
    and passes through (code 1)."""
    assert options.command is not None
    try:
        return _COMMANDS[options.command](options)
    except UserError as error:
        _to_stderr(error.sentence)
    except OSError as error:
        if error.filename is None:
            raise
        _to_stderr(f"Máy không cho đọc hoặc ghi “{error.filename}”; dữ liệu đã lưu vẫn còn nguyên.")
    return USER_FAULT


def tell_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last words of a command that failed by the program's fault: a sentence, then the trace."""
    if sys.stderr is None:
        return
    if not issubclass(kind, KeyboardInterrupt):
        _to_stderr(
            "Chương trình gặp lỗi và dừng lại; dữ liệu đã lưu vẫn còn nguyên. Chi tiết cho người hỗ trợ:"
        )
        sys.__excepthook__(kind, error, trace)


# --- surroundings ---------------------------------------------------------------------------------


def _existing_folder(options: Options, *, may_make: bool = False) -> Path:
    """A folder that was named and is not there is a slip of the pen: only a command that brings data in
    makes it."""
    folder = data_folder(options)
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"“{folder}” không phải là thư mục.")
    if options.data is not None and not may_make and not folder.exists():
        raise NotFound(f"Không có thư mục dữ liệu “{folder}”.")
    return folder


@contextmanager
def _opened(options: Options, *, may_make: bool = False) -> Iterator[App]:
    folder = _existing_folder(options, may_make=may_make)
    from dialogue_desktop import bootstrap  # the database comes with it: not before it is needed

    app = bootstrap.build(folder)
    try:
        yield app
    finally:
        app.close()


def _to_stderr(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _print_json(value: object) -> None:
    from dialogue_desktop import codec

    sys.stdout.write(codec.pretty(codec.to_json(value)).decode())


# --- commands -------------------------------------------------------------------------------------


def _import(options: Options) -> int:
    with _opened(options, may_make=True) as app:
        print(app.merging.bring_in(Path(options.given.file), notice=_to_stderr))
    return DONE


def _list(options: Options) -> int:
    from dialogue_desktop.domain.conference import STAGE_LABELS

    with _opened(options) as app:
        rows = app.planning.list()
    if options.given.json:
        _print_json(
            [
                {
                    "id": row.id,
                    "title": row.title,
                    "stage": row.stage.value,
                    "stage_label": STAGE_LABELS[row.stage],
                    "day": row.day,
                    "when": row.when,
                    "place": row.place,
                    "updated_at": row.updated_at,
                }
                for row in rows
            ]
        )
        return DONE
    if not rows:
        print("Chưa có hội nghị nào.")
    for row in rows:
        print(f"{row.id}  {STAGE_LABELS[row.stage]:<9}  {row.when:<18}  {row.title}")
    return DONE


def _export(options: Options) -> int:
    with _opened(options) as app:
        export(app, options.given, _to_stderr, print)
    return DONE


def _deadlines(options: Options) -> int:
    if options.given.all:
        return _checklist(options)
    from dialogue_desktop.domain.placeholders import resolved, values_of
    from dialogue_desktop.domain.schedule import deadline_words

    with _opened(options) as app:
        plan = app.planning.plan(options.given.id)
        rows, values = app.deadlines.schedule(plan), values_of(plan)
    if options.given.json:
        _print_json(
            [
                {
                    "unit_id": row.unit_id,
                    "unit": row.unit,
                    "duty_id": row.duty.id,
                    "duty": row.duty.summary or row.duty.text,
                    "due": row.due,
                    "dated": row.dated,
                    "rule": deadline_words(row.duty, None),
                    "explanation": row.deadline.explanation if row.deadline is not None else "",
                    "warning": row.warning,
                }
                for row in rows
            ]
        )
        return DONE
    dated = [row for row in rows if row.dated]
    if not dated:
        print("Kế hoạch chưa có việc nào định thời hạn.")
    for row in sorted(dated, key=lambda row: (row.due is None, row.due)):
        due = f"{row.due.day}/{row.due.month}/{row.due.year}" if row.due is not None else "Chưa định"
        duty = resolved(row.duty.summary or row.duty.text, values)
        print(f"{due:<10}  {resolved(row.unit, values)}: {duty}")
        if row.warning:
            print(f"{'':<10}  Lưu ý: {row.warning}")
    return DONE


def _checklist(options: Options) -> int:
    with _opened(options) as app:
        view = app.checklist.view(options.given.id)
        proof = app.notice_proofs.view(options.given.id)
    if options.given.json:
        _print_json(
            {
                "items": [
                    {
                        "kind": item.kind.value,
                        "id": item.id,
                        "title": item.title,
                        "unit": item.unit,
                        "due": item.due,
                        "hour": item.hour,
                        "state": item.state(view.today, view.day).value,
                        "explanation": item.counted,
                        "done_on": item.done_on,
                        "done_by": item.own.done_by,
                        "note": item.own.note,
                    }
                    for item in view.items
                ],
                "proofs": proof.proofs,
                "verdicts": proof.verdicts,
            }
        )
        return DONE
    from dialogue_desktop.domain.words_vi import date_short, time_text

    for item in view.items:
        due = date_short(item.due) if item.due is not None else "Chưa định"
        hour = f", {time_text(item.hour)}" if item.hour is not None else ""
        unit = f"{item.unit}: " if item.unit else ""
        print(f"{due:<10}  {unit}{item.title}{hour} ({item.kind.label.lower()})")
        if item.done_on is not None:
            by = f", {item.own.done_by}" if item.own.done_by else ""
            print(f"{'':<10}  Xong ngày {date_short(item.done_on)}{by}")
    for verdict in proof.verdicts:
        print(f"Thông báo, niêm yết: {verdict.words}.")
    return DONE


def _read_plan(options: Options) -> int:
    from dialogue_desktop.exchange import plan_reading, plan_report

    reading = plan_reading.read(Path(options.given.file))
    if options.given.json:
        _print_json(reading)
    else:
        print(plan_report.describe(reading))
    return DONE


def _backup(options: Options) -> int:
    with _opened(options) as app:
        print(app.maintenance.backup())
    return DONE


def _restore(options: Options) -> int:
    # Not through an open program: the present database may be too damaged to be opened.
    from dialogue_desktop.clock import SystemClock
    from dialogue_desktop.services.maintenance import restore

    named = Path(options.given.file) if options.given.file else None
    folder = _existing_folder(options, may_make=named is not None)
    report = restore(paths.DataPaths(folder), SystemClock(), named)
    print(f"Đã khôi phục từ {report.restored}.")
    if report.beyond:
        print(report.beyond)
    if report.kept_aside is not None:
        print(f"Dữ liệu trước đó được giữ ở {report.kept_aside}.")
    if report.files:
        print(f"Đã lấy lại {report.files} tệp văn bản, minh chứng.")
    if report.trouble:
        _to_stderr(report.trouble)
        return USER_FAULT
    return DONE


def _check(options: Options) -> int:
    if options.given.dossier:
        return _check_dossier(Path(options.given.dossier))
    from dialogue_desktop.services.maintenance import damage

    found = damage(paths.DataPaths(_existing_folder(options)))
    if not found:
        print("Dữ liệu còn nguyên.")
        return DONE
    for line in found:
        print(line)
    _to_stderr(f"Dữ liệu có {len(found)} chỗ hỏng; có thể lấy lại bản sao lưu bằng lệnh restore.")
    return USER_FAULT


def _check_dossier(path: Path) -> int:
    # Without the data folder: whoever got the dossier may check it on any machine.
    from dialogue_desktop.services.dossier import Dossier

    found, _ = Dossier.look(path)
    for sentence in found.sentences():
        print(sentence)
    if found.whole:
        return DONE
    _to_stderr("Hồ sơ không còn như khi lập; hãy dùng bản sao khác hoặc lập lại hồ sơ.")
    return USER_FAULT


_COMMANDS: dict[str, Callable[[Options], int]] = {
    "import": _import,
    "list": _list,
    "export": _export,
    "deadlines": _deadlines,
    "read-plan": _read_plan,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
}
