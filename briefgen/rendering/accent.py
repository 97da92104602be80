"""The accent color of a site, made dark enough for its paper by day and light enough for it by night."""

from __future__ import annotations

from typing import Final

LIGHT_PAPER: Final = "#f2ecdf"
DARK_PAPER: Final = "#221f1a"
"""The least contrasting grounds that accented text stands on: `--shade` of `templates/assets/style.css`."""

CONTRAST: Final = 4.5
"""WCAG 2.2, success criterion 1.4.3 (AA): the contrast of text with its ground."""

_STEP: Final = 0.05

Color = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


def accent_style(accent: str) -> str:
    """CSS that sets the accent, an `#rrggbb` color, mixed with black by day and with white by night as far as needed."""
    day = legible(accent, LIGHT_PAPER, "#000000")
    night = legible(accent, DARK_PAPER, "#ffffff")
    return (
        f"@media screen {{ :root {{ --accent: {day}; }} }}\n"
        f'@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ --accent: {night}; }} }}\n'
        f'@media screen {{ :root[data-theme="dark"] {{ --accent: {night}; }} }}\n'
    )


def legible(color: str, ground: str, toward: str) -> str:
    """`color`, or the nearest mixture with `toward` that has enough contrast with `ground`."""
    share = 0.0
    mixed = color
    while contrast(mixed, ground) < CONTRAST and share < 1:
        share += _STEP
        mixed = _mix(color, toward, share)
    return mixed


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colors, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(_parse(one)), _luminance(_parse(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    """Relative luminance of sRGB (WCAG 2.2)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)  # noqa: PLR2004  sRGB's curve
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(color: str, other: str, share: float) -> str:
    parts = (round(255 * (a + (b - a) * min(share, 1.0))) for a, b in zip(_parse(color), _parse(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _parse(color: str) -> Color:
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue
