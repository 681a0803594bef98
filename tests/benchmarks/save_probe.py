"""Saves so many opinions and ends: run under strace by `bench_save`, never by itself.

Arguments: the data folder, the conference's id, how many saves.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dialogue_desktop.bootstrap import build
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Outcome, Voice


def item(number: int) -> LiveItem:
    """An opinion with its answer and outcome, as long as they are in the minutes of the five plans."""
    return LiveItem(
        text=f"Đề nghị xã sớm sửa đoạn đường trục thôn từ nhà văn hóa ra cầu Ngòi, lần nêu thứ {number}, "
        "mưa xuống là lầy, các cháu đi học rất khó khăn, bà con đã kiến nghị nhiều lần.",
        field="Giao thông",
        voices=(Voice("Nguyễn Thị Thanh Nguyệt", "bà", "thôn Phú Ấp", "xóm Đình"),),
        consent=True,
        rounds=(
            Round(
                "",
                "Đỗ Mạnh Tuyến",
                "Chủ tịch Ủy ban nhân dân xã",
                "Đoạn 640 m đã có trong kế hoạch đầu tư công năm nay, hoàn thành trước ngày 30/8, "
                "trong lúc chờ giao Phòng Kinh tế rải đá những chỗ lầy nhất.",
            ),
        ),
        outcome=Outcome.WRITTEN,
        unit="Phòng Kinh tế",
    )


def main(folder: str, conference_id: str, count: int) -> None:
    app = build(Path(folder))
    app.database.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for number in range(count):
        app.live.save_item(conference_id, item(number))
    app.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
