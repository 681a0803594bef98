"""5,000 opinions in Excel read and checked, against openpyxl's bare pass over the same file (C4)."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from dialogue_desktop.exchange.opinion_columns import FORM
from dialogue_desktop.exchange.opinion_rows_read import read_opinions
from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport
from dialogue_desktop.exchange.table_files import read_tables
from tests.benchmarks.list_pairs import full_name, measured
from tests.benchmarks.result import Result
from tests.exchange.lists import CANAL, FIELDS, LIGHT, OFFICE, ROAD, WATER

ROWS = 5_000


def run() -> list[Result]:
    found = measured(_list(), _read)
    return [
        Result("Đọc và kiểm tra 5.000 dòng Excel, so với openpyxl chỉ đọc", found.shared, 2.0),
        Result("Như trên, tệp có chữ nằm ngay trong ô", found.inline, 2.0),
        Result("Đọc và kiểm tra 5.000 dòng Excel", found.seconds * 1000, None, "ms"),
        Result("Bộ nhớ cao nhất khi đọc 5.000 dòng, cả báo cáo", found.most / 2**20, None, "MiB"),
        Result(
            "Bộ nhớ cao nhất của openpyxl chỉ đọc, không giữ dòng nào", found.bare_most / 2**20, None, "MiB"
        ),
    ]


def _list() -> list[list[object]]:
    """The form as a whole commune fills it in; every eighth row has something to be said about it."""
    chance = random.Random(43)
    texts = (ROAD, CANAL, WATER, LIGHT)
    rows: list[list[object]] = [[one.head for one in FORM]]
    for number in range(1, ROWS + 1):
        woman = chance.random() < 0.5
        name = full_name(chance, woman=woman)
        day: object = date(2026, 3, 1) + timedelta(days=chance.randrange(45))
        if number % 8 == 0:
            day = chance.choice(("31/02/2026", "15/4", "14/04/2026", 46120))
        rows.append(
            [
                number,
                f"{'Bà' if woman else 'Ông'} {name}",
                chance.choice(
                    ("thôn Phú Ấp", "Thôn Đồng Vạn", "xóm Đình, thôn Phú Ấp", "dong van", "Phú Ấpp")
                ),
                f"09{chance.randrange(10**8):08}",
                chance.choice((*FIELDS, "Cầu đường")),
                f"{chance.choice(texts)} Vị trí: thửa số {number}, tờ bản đồ {chance.randrange(60)}.",
                chance.choice(("Phát biểu trực tiếp", "Gửi câu hỏi qua thư ký", "Chỉ gửi văn bản")),
                chance.choice(("Có", "Không", None)),
                day,
                chance.choice(("Ông Lương Văn Khỏe", "Bà Đinh Thị Ngọ")),
                f"{number:04}",
            ]
        )
    return rows


def _read(path: Path) -> OpinionSheetReport:
    return read_opinions(read_tables(path), OFFICE, conference_id="hn", file_name=path.name)
