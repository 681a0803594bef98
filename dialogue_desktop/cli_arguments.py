"""What may stand on the command line, explained in Vietnamese (argparse)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

#: argparse speaks English; each of its complaints is said again in the user's language.
_COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"unrecognized arguments: (?P<what>.*)", re.S), "Không hiểu “{what}” trên dòng lệnh."),
    (re.compile(r"the following arguments are required: (?P<what>.*)", re.S), "Dòng lệnh còn thiếu {what}."),
    (re.compile(r"argument (?P<what>\S+).*: expected .*argument", re.S), "Sau {what} phải có một giá trị."),
    (
        re.compile(r"argument (?P<where>\S+).*: invalid choice: '(?P<what>.*?)' \(choose", re.S),
        "Không có lệnh “{what}”.",
    ),
    (re.compile(r"ambiguous option: (?P<what>\S+)", re.S), "“{what}” chưa rõ là tùy chọn nào."),
    (
        re.compile(r"argument (?P<what>\S+).*: ignored explicit argument", re.S),
        "Tùy chọn {what} không nhận giá trị.",
    ),
)


class _Help(argparse.HelpFormatter):
    """Help pages whose fixed words are Vietnamese too."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return [line for part in text.splitlines() for line in super(_Help, self)._split_lines(part, width)]


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one Vietnamese sentence and leaves with code 2."""

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _COMPLAINTS:
            match = pattern.search(message)
            if match:
                said = sentence.format(**match.groupdict())
                break
        else:
            said = "Dòng lệnh chưa đúng."
        self.exit(2, f"{said} Xem cách dùng: {self.prog} --help\n")


def _speak_vietnamese(parser: argparse.ArgumentParser) -> None:
    """The headings and the help option that argparse would name in English."""
    parser._positionals.title = "Phải có"
    parser._optionals.title = "Tùy chọn"
    parser.add_argument("-h", "--help", action="help", help="hiện trang này rồi thôi")


def _data_option(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--data",
        metavar="THƯ_MỤC",
        default=default,
        help="thư mục dữ liệu; không ghi thì dùng thư mục riêng của người dùng trên máy này",
    )


class _Commands:
    """Adds the commands to the main parser, each with its own page of help."""

    def __init__(self, parser: _Parser) -> None:
        self._prog = parser.prog
        self._group = parser.add_subparsers(
            title="Các lệnh (không ghi lệnh nào thì mở cửa sổ chương trình)",
            dest="command",
            metavar="LỆNH",
            parser_class=_Parser,
        )

    def add(self, name: str, about: str, description: str = "") -> argparse.ArgumentParser:
        parser = self._group.add_parser(
            name,
            prog=f"{self._prog} {name}",
            help=about,
            description=description or about[0].upper() + about[1:] + ".",
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )
        _speak_vietnamese(parser)
        # --data may also stand after the command; SUPPRESS keeps the one given before it.
        _data_option(parser, argparse.SUPPRESS)
        return parser


def build(prog: str = "main.py") -> argparse.ArgumentParser:
    """The whole command line."""
    parser = _Parser(
        prog=prog,
        description="Đối thoại với Nhân dân: chương trình cho thư ký hội nghị đối thoại "
        "của xã, phường, đặc khu.",
        epilog="Mã kết thúc: 0 là xong; 2 là đầu vào hoặc dữ liệu chưa đúng (một câu nói rõ); "
        "1 là lỗi của chương trình.",
        formatter_class=_Help,
        add_help=False,
        allow_abbrev=False,
    )
    _speak_vietnamese(parser)
    _data_option(parser, None)
    parser.add_argument(
        "--sample", action="store_true", help="mở hội nghị mẫu; chưa có thì nhập vào thư mục dữ liệu"
    )
    parser.add_argument(
        "--offscreen-tour",
        metavar="THƯ_MỤC",
        dest="tour",
        default=None,
        help="chạy các cửa sổ không cần màn hình qua trọn công việc, ghi ảnh và văn bản vào THƯ_MỤC",
    )
    commands = _Commands(parser)

    one = commands.add(
        "import",
        "nhập một hội nghị từ tệp gói (JSON hoặc zip) và in mã của nó",
        "Nhập một hội nghị từ tệp gói (JSON hoặc zip) và in mã của nó. Hội nghị đã có thì gộp những gì "
        "tệp có thêm (bản làm ở hội trường mang về), sao lưu trước khi gộp. Có chỗ hai bên ghi khác nhau "
        "thì không nhập, mã kết thúc 2; xem và chọn trong cửa sổ, Cài đặt, Nhập bản hội trường.",
    )
    one.add_argument("file", metavar="TỆP", help="tệp gói hội nghị")

    one = commands.add("list", "liệt kê các hội nghị")
    one.add_argument("--json", action="store_true", help="in dạng JSON cho chương trình khác đọc")

    one = commands.add("export", "xuất văn bản của một hội nghị và in tên các tệp đã ghi")
    one.add_argument("id", metavar="MÃ", help="mã hội nghị, xem bằng lệnh list")
    one.add_argument("--out", metavar="THƯ_MỤC", required=True, help="nơi ghi tệp; chưa có thì tạo")
    one.add_argument(
        "--document",
        metavar="TÊN,…",
        action="append",
        help="các văn bản, cách nhau bằng dấu phẩy: plan (kế hoạch),\n"
        "assignments (bảng phân công), budget (dự toán), notice (thông báo),\n"
        "loudspeaker (tin phát thanh), backdrop (maket), rules (nội quy),\n"
        "programme (chương trình), script (kịch bản điều hành),\n"
        "slips (phiếu lấy ý kiến), assigned-questions (phiếu giao trả lời),\n"
        "prepared-report (báo cáo tổng hợp ý kiến), previous-results (kết quả\n"
        "kiến nghị kỳ trước), invitations (giấy mời), delegates (danh sách\n"
        "đại biểu), sign-in (danh sách ký nhận),\n"
        "posting-record (biên bản niêm yết, khi đã ghi nơi niêm yết),\n"
        "minutes (biên bản), conclusion (thông báo kết luận),\n"
        "report (báo cáo kết quả hội nghị), summary (sổ tổng hợp Excel),\n"
        "dossier (hồ sơ: mục lục, văn bản đã ban hành, minh chứng, gói dữ liệu),\n"
        "package (gói dữ liệu hội nghị);\n"
        "all là mọi văn bản, và là mặc định",
    )
    one.add_argument(
        "--format",
        metavar="DẠNG,…",
        action="append",
        help="pdf, docx, xlsx; với package: zip, json; với dossier: folder (thư mục), zip,\n"
        "hoặc pdf, docx cho riêng mục lục. Không ghi thì mọi dạng mà văn bản có,\n"
        "package là zip, dossier là thư mục",
    )
    one.add_argument(
        "--contacts",
        action="store_true",
        help="gói dữ liệu trong hồ sơ có cả điện thoại, địa chỉ nhà của công dân",
    )
    one.add_argument(
        "--per-page",
        metavar="SỐ",
        dest="per_page",
        help="1 hoặc 2 phiếu, giấy mời trên một trang; không ghi thì 2 phiếu, 1 giấy mời",
    )
    one.add_argument(
        "--earlier",
        metavar="MÃ",
        default="",
        help="hội nghị kỳ trước của previous-results; không ghi thì hội nghị gần nhất trước đó",
    )
    one.add_argument(
        "--public",
        action="store_true",
        help="prepared-report không nêu tên người chưa đồng ý, để niêm yết hoặc phát ra",
    )

    one = commands.add("deadlines", "liệt kê việc và thời hạn theo kế hoạch của một hội nghị")
    one.add_argument("id", metavar="MÃ", help="mã hội nghị")
    one.add_argument(
        "--all",
        action="store_true",
        help="cả việc chuẩn bị, việc cơ quan thêm, hạn của luật, việc không có ngày;\n"
        "việc nào xong ngày nào; thông báo, niêm yết có đủ hạn không",
    )
    one.add_argument("--json", action="store_true", help="in dạng JSON cho chương trình khác đọc")

    one = commands.add(
        "read-plan",
        "đọc kế hoạch cũ (DOCX, TXT, PDF có chữ) và nói đã hiểu những gì",
        "Đọc kế hoạch cũ (DOCX, TXT, PDF có chữ), nói đã hiểu những gì và dòng nào chưa hiểu. "
        "Không ghi gì cả.",
    )
    one.add_argument("file", metavar="TỆP", help="tệp kế hoạch")
    one.add_argument("--json", action="store_true", help="in dạng JSON cho chương trình khác đọc")

    commands.add("backup", "sao lưu dữ liệu ngay và in tên tệp")
    one = commands.add(
        "restore",
        "khôi phục từ bản sao lưu; dữ liệu đang có được giữ riêng",
        "Khôi phục từ bản sao lưu. Không ghi tệp nào thì lấy bản còn nguyên mới nhất. "
        "Dữ liệu đang có được giữ riêng, không bị ghi đè.",
    )
    one.add_argument(
        "file", metavar="TỆP", nargs="?", default=None, help="bản sao lưu; bỏ trống là bản mới nhất"
    )
    one = commands.add(
        "check",
        "kiểm tra dữ liệu, hoặc một hồ sơ đã lập, và nói rõ chỗ nào hỏng",
        "Kiểm tra dữ liệu của chương trình. Có ghi hồ sơ thì kiểm tra hồ sơ ấy: so từng tệp với danh sách "
        "kiểm tra, nói tệp nào bị thay đổi, bị thiếu, được thêm.",
    )
    one.add_argument(
        "dossier", metavar="HỒ_SƠ", nargs="?", default=None, help="thư mục hoặc tệp zip của hồ sơ"
    )
    return parser


def names(values: Sequence[str] | None) -> tuple[str, ...]:
    """ "a,b" given once or several times, as ("a", "b") without repeats; empty when not given."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
