"""The office's machine and the hall's laptops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.merging.laptops import Laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Callable[..., Laptop]]:
    opened: list[Laptop] = []

    def make(name: str, author: str, **more: object) -> Laptop:
        opened.append(Laptop(tmp_path, name, author, **more))  # type: ignore[arg-type]
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def office(laptop: Callable[..., Laptop]) -> Laptop:
    made = laptop("van-phong", "Trần Thị Hà")
    made.plan()
    return made


@pytest.fixture
def hall(office: Laptop, laptop: Callable[..., Laptop]) -> Laptop:
    """The hall's laptop with the copy that the office sent; two opinions were collected before."""
    office.collect("Đường trục thôn lầy lội, đề nghị đổ bê tông")
    office.collect("Mương N4 bị lấp, đề nghị nạo vét", "Đỗ Văn Sỹ")
    made = laptop("hoi-truong", "Lê Văn Ổn", late=7)
    made.take(office.send())
    return made
