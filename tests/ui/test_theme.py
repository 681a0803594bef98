"""The colours of both themes: complete, read as TOML means them, and with the contrast that is promised."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ui import theme as themes
from ui.theme import Role, Theme


def luminance(color: str) -> float:
    """Relative luminance of "#RRGGBB" (WCAG 2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: Role, other: Role) -> float:
    """Contrast of two roles (WCAG 2), 1 to 21."""
    lights = sorted((luminance(theme.colors[one]), luminance(theme.colors[other])), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, resources: Path) -> Theme:
    return themes.load(resources / "theme" / f"{request.param}.toml")


WRITTEN = (Role.TEXT, Role.TEXT2, Role.TEXT3, Role.ACCENT, Role.ACCENT_HOVER)
STATES = (Role.OK, Role.WARN, Role.BAD, Role.WAIT, Role.MUTE)


@pytest.mark.parametrize("ground", [Role.SURFACE, Role.CANVAS, Role.SUNKEN])
def test_text_is_readable_on_every_surface(theme: Theme, ground: Role) -> None:
    """G6: text needs 4.5 : 1 wherever it may stand."""
    for role in (*WRITTEN, *STATES):
        assert contrast(theme, role, ground) >= 4.5, role


def test_text_is_readable_on_chosen_rows_and_on_hover(theme: Theme) -> None:
    """G6: also on the selected row and under the pointer."""
    for role in (Role.TEXT, Role.TEXT2, Role.TEXT3, Role.ACCENT, *STATES):
        assert contrast(theme, role, Role.ACCENT_SOFT) >= 4.5, role
        assert contrast(theme, role, Role.HOVER) >= 4.5, role


def test_states_are_readable_on_their_own_soft_ground(theme: Theme) -> None:
    """G6: badges and banners."""
    for role in (*STATES, Role.ACCENT):
        assert contrast(theme, role, role.soft) >= 4.5, role
        assert contrast(theme, Role.TEXT, role.soft) >= 4.5, role


def test_words_on_filled_things_are_readable(theme: Theme) -> None:
    """G6: primary button (also under the pointer), toast, marked words, paper."""
    for one, other in (
        (Role.ON_ACCENT, Role.ACCENT),
        (Role.ON_ACCENT, Role.ACCENT_HOVER),
        (Role.ON_INVERSE, Role.INVERSE),
        (Role.INVERSE_ACCENT, Role.INVERSE),
        (Role.TEXT, Role.MARK),
        (Role.INK, Role.PAPER),
    ):
        assert contrast(theme, one, other) >= 4.5, (one, other)


def test_edges_and_focus_are_seen(theme: Theme) -> None:
    """G6: edges of inputs and the focus ring need 3 : 1 (WCAG 1.4.11)."""
    for ground in (Role.SURFACE, Role.CANVAS):
        for role in (Role.FIELD, Role.FOCUS, Role.BAD):
            assert contrast(theme, role, ground) >= 3.0, (role, ground)


# On surface, on canvas, and the lower of a selected row and the role's own soft ground (design.md §2).
MEASURED: dict[str, dict[Role, tuple[float, float, float]]] = {
    "light": {
        Role.TEXT: (17.2, 15.4, 13.8),
        Role.TEXT2: (8.7, 7.9, 7.1),
        Role.TEXT3: (6.3, 5.7, 5.1),
        Role.ACCENT: (7.6, 6.9, 6.2),
        Role.OK: (7.0, 6.3, 5.7),
        Role.WARN: (7.4, 6.6, 6.0),
        Role.BAD: (7.6, 6.9, 6.2),
        Role.WAIT: (8.6, 7.8, 7.0),
    },
    "dark": {
        Role.TEXT: (14.5, 16.0, 10.7),
        Role.TEXT2: (9.4, 10.4, 6.9),
        Role.TEXT3: (7.0, 7.7, 5.1),
        Role.ACCENT: (8.1, 8.9, 6.0),
        Role.OK: (9.2, 10.2, 6.8),
        Role.WARN: (9.7, 10.7, 7.1),
        Role.BAD: (8.3, 9.2, 6.1),
        Role.WAIT: (8.7, 9.6, 6.4),
    },
}


def test_measured_values_of_the_design_hold(theme: Theme) -> None:
    """G6: the numbers written down in the design are those of the files."""
    for role, (surface, canvas, worst) in MEASURED[theme.name].items():
        grounds = [Role.ACCENT_SOFT, role.soft]
        if role in (Role.TEXT, Role.TEXT2, Role.TEXT3):
            grounds = [state.soft for state in (*STATES, Role.ACCENT)]  # words stand in every banner
        soft = min(contrast(theme, role, ground) for ground in grounds)
        assert contrast(theme, role, Role.SURFACE) == pytest.approx(surface, abs=0.06), role
        assert contrast(theme, role, Role.CANVAS) == pytest.approx(canvas, abs=0.06), role
        assert soft == pytest.approx(worst, abs=0.06), role


@pytest.mark.parametrize("name", ["light", "dark"])
def test_file_means_what_toml_says(resources: Path, name: str) -> None:
    """G6: the short reader and tomllib see the same."""
    path = resources / "theme" / f"{name}.toml"
    with path.open("rb") as file:
        expected = tomllib.load(file)
    theme = themes.load(path)
    assert expected.pop("name") == theme.name == name
    assert expected == {str(role): color for role, color in theme.colors.items()}


def test_a_file_with_a_missing_or_unknown_role_is_refused(tmp_path: Path, resources: Path) -> None:
    """G5: a misspelt role would be a hole in some page."""
    whole = (resources / "theme" / "light.toml").read_text(encoding="utf-8")
    for broken in (whole.replace("accent_soft", "accent_sofd"), whole.replace('name = "light"', "")):
        path = tmp_path / "broken.toml"
        path.write_text(broken, encoding="utf-8")
        with pytest.raises(ValueError, match=r"broken\.toml"):
            themes.load(path)
