"""Alphabetical order as readers of each language know it."""

from __future__ import annotations

import pytest

from briefgen.rendering.collation import collation


@pytest.mark.parametrize(
    ("lang", "ordered"),
    [
        ("en", ["Åland Islands", "Austria", "Côte d’Ivoire", "Croatia", "Viet Nam"]),
        ("vi", ["Angola", "Ấn Độ", "Ba Lan", "Cuba", "Dominica", "Đan Mạch", "Đức", "Ethiopia", "Nga", "Ngô", "Ý"]),
        ("vi", ["ma", "mà", "mả", "mã", "má", "mạ"]),
        ("ja", ["アメリカ合衆国", "イラン", "韓国", "カンボジア", "中国", "日本", "ベトナム", "南アフリカ", "ラオス"]),
    ],
)
def test_order(lang: str, ordered: list[str]) -> None:
    """Letters of the alphabet in their order, accents and tones after them, Japanese by reading."""
    assert sorted(set(ordered), key=collation(lang).key) == ordered


@pytest.mark.parametrize(
    ("lang", "name", "letter"),
    [
        ("en", "Åland", "A"),
        ("vi", "Đan Mạch", "Đ"),
        ("vi", "Ấn Độ", "Â"),
        ("ja", "ガーナ", "か"),
        ("ja", "日本", "な"),
        ("fr", "Égypte", "E"),
    ],
)
def test_initials(lang: str, name: str, letter: str) -> None:
    """A list is divided by the letters that its readers would look under."""
    assert collation(lang).initial(name) == letter
