"""Citations: valid for their readers whatever a title holds."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.edtf import Edtf
from briefgen.model.settings import Settings
from briefgen.rendering.citations import citations
from tests.rendering.sample_site import edition, site, written

SETTINGS = Settings(title="Desk & Co", languages=("en", "ja", "vi"), base_url="https://example.org/b/")
TITLES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(str.strip)


def cited(
    title: str = "A visit", date: str | None = "2025-10-16", lang: str = "en", settings: Settings = SETTINGS
) -> list[str]:
    """A briefing's citations: plain, BibTeX, CSL-JSON."""
    briefing = written("visit", title, date=Edtf.parse(date) if date else None)
    return [one.text for one in citations(edition(site(briefing, settings=settings), lang), briefing)]


def fields(entry: str) -> dict[str, str]:
    """The fields of a BibTeX entry, read as BibTeX reads them: a value ends with the brace that closes its own."""
    found, depth, start, name = {}, 0, 0, ""
    for place, char in enumerate(entry):
        if char == "{":
            depth += 1
            if depth == 2:
                name, start = re.findall(r"(\w+) = $", entry[:place])[0], place + 1
        elif char == "}":
            depth -= 1
            if depth == 1:
                found[name] = entry[start:place]
    assert depth == 0
    return found


@pytest.mark.parametrize(("lang", "date"), [("en", "16 October 2025"), ("ja", "2025年10月16日"), ("vi", "16 tháng 10, 2025")])
def test_plain_words(lang: str, date: str) -> None:
    """Title, date in the language of the page, id and address."""
    folder = "" if lang == "en" else f"{lang}/"
    assert cited(lang=lang)[0] == f"Desk & Co: A visit ({date}). visit. https://example.org/b/{folder}briefings/visit.html"


@given(TITLES)
def test_bibtex_of_any_title(title: str) -> None:
    """Every brace is closed, no character is a command of TeX, and each field stands where BibTeX looks for it."""
    entry = fields(cited(title)[1])
    assert {"title", "institution", "year", "month", "number", "language", "url"} == set(entry)
    assert entry["institution"] == r"Desk \& Co"
    assert not re.search(r"(?<!\\)[&%$#_~^]", entry["title"])


@given(TITLES)
def test_csl_json_of_any_title(title: str) -> None:
    """It is JSON and keeps the title to the letter."""
    assert json.loads(cited(title)[2])["title"] == title


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2025", [[2025]]),
        ("2025-10", [[2025, 10]]),
        ("2025-10-16/2025-10-19", [[2025, 10, 16], [2025, 10, 19]]),
        ("XXXX-10-16", None),
        (None, None),
    ],
)
def test_dates_say_what_is_known(date: str | None, parts: list[list[int]] | None) -> None:
    """A date is as precise as its source; one without a year is left out, of the BibTeX entry too."""
    _, bibtex, csl = cited(date=date)
    assert json.loads(csl).get("issued", {}).get("date-parts") == parts
    assert fields(bibtex).get("year") == (str(parts[0][0]) if parts else None)


def test_without_a_base_url_no_address() -> None:
    """An address that is not known is not cited."""
    assert not any("http" in one or "url" in one.lower() for one in cited(settings=Settings(title="Desk")))
