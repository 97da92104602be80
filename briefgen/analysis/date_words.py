"""The words of dates per language: names of months from CLDR (Babel), the rest from `data/dates.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from babel import Locale, UnknownLocaleError

from briefgen.text import strip_marks

Order = Literal["dmy", "mdy", "ymd"]
"""In which order a date of three numbers has its day, month and year."""


@dataclass(frozen=True)
class DateWords:
    """The words of dates in every language; `table` is `data/dates.yaml`, whose head explains its keys."""

    table: Mapping[str, Any]

    def months(self, lang: str) -> Mapping[str, int]:
        """Names of the months, lower-case, with their numbers: those of the language before those of English.

        Names that are numbers themselves (10月) are left out: the grammar reads them as numbers.
        """
        language = lang.partition("-")[0]
        names: dict[str, int] = {}
        for source in (self.table["months"].get(language, {}).items(), _cldr_months(lang), _cldr_months("en")):
            for name, month in source:
                names.setdefault(name, int(month))
        for name, month in tuple(names.items()):
            names.setdefault(strip_marks(name), month)
        return names

    def between(self, lang: str) -> tuple[str, ...]:
        """Words that may stand between the parts of a date."""
        return tuple(self.table["between"].get(lang.partition("-")[0], ()))

    def attached(self, lang: str) -> str:
        """Letters that may be written right before the name of a month."""
        return str(self.table["attached"].get(lang.partition("-")[0], ""))

    @property
    def ordinals(self) -> tuple[str, ...]:
        """What may follow the number of a day."""
        return tuple(self.table["ordinals"])

    @property
    def eras(self) -> Mapping[str, int]:
        """Names of eras, each with the year before its first."""
        return {name: int(year) for name, year in self.table["eras"].items()}

    def years_ahead(self, lang: str) -> int:
        """By how many years the calendar of a language may be ahead of the common one (CLDR calendar "buddhist": 543)."""
        return 543 if lang.partition("-")[0] in self.table["buddhist"] else 0

    def is_persian(self, lang: str) -> bool:
        """Whether a language counts years by the solar Hijri calendar."""
        return lang.partition("-")[0] in self.table["persian"]

    def order(self, lang: str, territory: str = "") -> Order | None:
        """The order of numbers in a date (CLDR, short dates), or None where readers of the language disagree.

        `territory` is an ISO 3166 code that says more than the language, or "".
        """
        language, _, own = lang.replace("_", "-").partition("-")
        territory = territory or (own if len(own) == len("GB") else "")
        names = [f"{language}_{territory}", f"und_{territory}"] if territory else []
        if language not in self.table["no_order"]:
            names.append(language)
        return next((order for name in names if (order := _cldr_order(name))), None)

    def territory(self, host: str) -> str:
        """The territory of a site by its top-level domain, or "" if that tells nothing."""
        top = host.rpartition(".")[2].lower()
        if len(top) != len("vn") or not top.isascii() or top in self.table["vanity"]:
            return ""
        return "GB" if top == "uk" else top.upper()

    def updated(self, label: str) -> bool | None:
        """Whether the words before a date mark it as that of a change or (False) of publication; None if they say nothing.

        The last mark counts, of marks that end together the longer ("updated", not the "date" in it).
        """
        plain = label.lower()
        found = [
            (plain.rfind(word) + len(word), len(word), marks == "updated")
            for marks in ("published", "updated")
            for word in map(str.lower, self.table[marks])
            if word in plain
        ]
        return max(found)[2] if found else None


def _cldr_months(lang: str) -> Iterator[tuple[str, int]]:
    """Every name that CLDR has for the months of a language."""
    locale = _locale(lang) or _locale(lang.partition("-")[0])
    if locale is None:
        return
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, name in locale.months[context][width].items():
                plain = name.lower().rstrip(".")
                if not plain[:1].isdigit():
                    yield plain, int(month)


@cache
def _cldr_order(name: str) -> Order | None:
    locale = _locale(name)
    if locale is None:
        return None
    pattern = locale.date_formats["short"].pattern
    letters = "".join(sorted((letter for letter in "dMy" if letter in pattern), key=pattern.index)).lower()
    return cast("Order", letters) if letters in {"dmy", "mdy", "ymd"} else None


def _locale(name: str) -> Locale | None:
    try:
        return Locale.parse(name.replace("-", "_")) if name else None
    except (UnknownLocaleError, ValueError, TypeError):
        return None
