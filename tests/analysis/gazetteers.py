"""The gazetteer that ships with the package, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from briefgen.analysis.gazetteer import Gazetteer
from briefgen.analysis.inflection import Grammar
from briefgen.model.vocabulary import Country

ROOT = Path(__file__).parents[2]


def table(name: str) -> Mapping[str, Any]:
    """A data file of the package."""
    text = (ROOT / "briefgen" / "data" / f"{name}.yaml").read_text("utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def gazetteer_of_package() -> Gazetteer:
    """A gazetteer over the countries and grammars that ship with the package."""
    countries = {}
    for code, entry in table("countries").items():
        fields: dict[str, Any] = {key: {lang: tuple(words) for lang, words in value.items()} for key, value in entry.items()}
        excluded = fields.pop("not", {})
        countries[code] = Country(code, excluded=excluded, **fields)
    return Gazetteer(countries, {lang: Grammar.of(entry) for lang, entry in table("inflection").items()})
