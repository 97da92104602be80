"""The register of agreements and the page of each."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.indexing import index
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import AgreementRef, AgreementStatus
from briefgen.model.settings import Settings
from briefgen.model.site import Site
from briefgen.model.vocabulary import Agreement, Claim
from tests.rendering.sample_site import VOCABULARY, pages, site, written

TREATY = "agreements/extradition-treaty-at-vn.html"


def report(key: str, status: AgreementStatus | None, date: str | None, name: str = "Extradition treaty") -> Briefing:
    """A briefing that reports a treaty of Austria and Viet Nam at a status, in words that its text has."""
    ref = AgreementRef(name, "treaty", status, ("AT", "VN"), quote=f"the {name}" if status else "")
    return written(key, f"Report {key}", date=Edtf.parse(date) if date else None, agreements=(ref,))


def known(agreement: Agreement, *briefings: Briefing) -> Site:
    """A site whose vocabulary knows an agreement."""
    vocabulary = replace(VOCABULARY, agreements={agreement.id: agreement})
    return index(briefings, vocabulary, Settings(title="Test", languages=("en",)))[0]


def rows(page: str) -> list[list[str]]:
    """The cells of the table of all agreements."""
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in re.findall(r'<tr><th scope="row">.*?</tr>', page.partition('id="table"')[2].partition("</section>")[0])
    ]


def test_the_register_lists_all() -> None:
    """The last moved first, those that no report places last; every page of an agreement is reached from here."""
    reports = (
        report("a", "signed", "2024-01-01", "Old pact"),
        report("b", "drafting", "2025-01-01"),
        report("c", None, "2025-02-01", "Named pact"),
    )
    made = pages(site(*reports))
    register = made["agreements/index.html"]
    assert [(row[0], row[3], row[4]) for row in rows(register)] == [
        ("Extradition treaty", "Drafting", "1 January 2025"),
        ("Old pact", "Signed", "1 January 2024"),
        ("Named pact", "not stated", ""),
    ]
    addresses = {path.removeprefix("agreements/") for path in made if path.startswith("agreements/")} - {"index.html"}
    assert addresses <= set(re.findall(r'href="([^"/]+)"', register))
    board = register.partition('id="board"')[2].partition('id="table"')[0]
    assert "Named pact" not in board
    assert "<dt>Agreements</dt><dd>3</dd>" in made["index.html"]
    assert ">3 agreements<" in register


def test_the_track_of_an_agreement() -> None:
    """Reports stand oldest first, each with its date, what kind of date that is, its words and the way to them."""
    page = pages(site(report("b", "signed", "2025-03-01"), report("a", "drafting", "2024-05-01")))[TREATY]
    steps = page.partition('class="track"')[2].partition("</section>")[0]
    assert steps.index("Drafting") < steps.index("Signed")
    assert "1 May 2024" in steps
    assert "date of the report" in steps
    assert "the Extradition treaty" in steps
    assert "../briefings/a.html" in steps
    assert "No movement reported since 1 March 2025." in page


def test_who_reached_which_stage() -> None:
    """A party that is reported to have signed has its date in the table of parties."""
    page = pages(site(report("a", "signed", "2024-05-01")))[TREATY]
    found = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>', page)
    assert [(re.sub("<[^>]+>", "", name), *dates) for name, *dates in found] == [
        ("Austria", "1 May 2024", "–", "–"),
        ("Vietnam", "1 May 2024", "–", "–"),
    ]


def test_undated_and_unplaced() -> None:
    """Without a date, and without any report, the page says so rather than nothing."""
    assert "The reports that say so have no date." in pages(site(report("a", "signed", None)))[TREATY]
    assert "No report says where it stands." in pages(site(report("a", None, "2024")))[TREATY]


def test_what_the_editor_knows() -> None:
    """A status set by hand has its reason; values that sources report differently stand side by side."""
    claims = tuple(Claim({"en": "Signatories"}, value, "A source") for value in ("65", "69"))
    treaty = Agreement(
        "treaty", {"en": "Extradition treaty"}, parties=("AT", "VN"), status="ended", reason="Denounced.", claims=claims
    )
    page = pages(known(treaty, report("a", "signed", "2024")))["agreements/treaty.html"]
    assert "Set by the editor: Denounced." in page
    assert "Sources differ" in page
    assert page.index(">65<") < page.index(">69<")
