"""People and organizations: their lists, their pages, and who has one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.indexing import index
from briefgen.kinds import ORGANIZATION, PERSON
from briefgen.model.briefing import Briefing
from briefgen.model.edtf import Edtf
from briefgen.model.frontmatter import EventRef, OrganizationRef, PersonRef
from briefgen.model.settings import Settings
from briefgen.model.vocabulary import Office, Person
from briefgen.rendering.actors import body_of, roster, seen_in
from tests.rendering.sample_site import VOCABULARY, edition, pages, site, written

MINISTRY = OrganizationRef("Ministry of the Interior", "BMI", "AT")
ANNA = PersonRef("Anna Öllinger", "State Secretary", "AT", organization="BMI")
HUNG = PersonRef("Lê Hùng", "Deputy Minister", "VN")


def talks(key: str, date: str, *people: PersonRef, **facts: object) -> Briefing:
    """A briefing about a meeting of these people."""
    event = EventRef("meeting", countries=("VN", "AT"), people=tuple(person.name for person in people))
    values = {"organizations": (MINISTRY,), "events": (event,), **facts}
    return written(key, f"Talks {key}", date=Edtf.parse(date), people=people, **values)


REPORTS = (talks("b", "2025-05-01", ANNA, HUNG), talks("a", "2023-02", PersonRef("Anna Öllinger", "Envoy", "AT"), HUNG))
PAGES = pages(site(*REPORTS))


@pytest.mark.parametrize("lang", ["en", "ja", "vi"])
def test_a_list_by_letters(lang: str) -> None:
    """Everybody stands once under a letter, with the number of briefings and the newest office."""
    shown = edition(site(*REPORTS), lang)
    groups = roster(shown, PERSON, "people/index.html", lambda _, record: (record.id, ""))
    rows = [(group.letter, row.link.text, row.link.count) for group in groups for row in group.rows]
    assert sorted(rows) == [("A", "Anna Öllinger", 2), ("L", "Lê Hùng", 2)]
    assert "State Secretary" in PAGES["people/index.html"]
    assert "Envoy" not in PAGES["people/index.html"]


def test_the_body_behind_an_office() -> None:
    """A body that the briefing lists is linked, by acronym too; one that it does not list is only named."""
    shown = edition(site(*REPORTS))
    listed = body_of(shown, REPORTS[0], ANNA, "people/x.html")
    assert listed is not None
    assert (listed.text, listed.href.startswith("../organizations/")) == ("Ministry of the Interior", True)
    unlisted = body_of(shown, REPORTS[0], PersonRef("X", organization="Some Bureau"), "people/x.html")
    assert unlisted is not None
    assert (unlisted.text, unlisted.href) == ("Some Bureau", "")
    assert body_of(shown, REPORTS[0], HUNG, "people/x.html") is None


def test_between_which_dates() -> None:
    """From the first dated briefing to the last; those without a year are linked and date nothing."""
    undated = talks("c", "XXXX-01-01", ANNA)
    span, links = seen_in(edition(site(*REPORTS, undated)), (*REPORTS, undated), "people/x.html")
    assert span == "February 2023 – 1 May 2025"
    assert [link.text for link in links] == ["Talks b", "Talks a", "Talks c"]


def test_offices_are_dated() -> None:
    """A person's page has each office once, with when and where it was reported, the newest first."""
    page = PAGES["people/anna-ollinger-at.html"]
    offices = page.partition('id="offices"')[2].partition("</section>")[0]
    assert offices.index("State Secretary") < offices.index("Envoy")
    assert "1 May 2025" in offices
    assert "February 2023" in offices
    assert 'href="../organizations/' in offices


def test_counterparts_are_of_other_countries() -> None:
    """Who met whom how often; a colleague of the same country is no counterpart."""
    colleague = PersonRef("Zita Berger", "Attaché", "AT")
    page = pages(site(*REPORTS, talks("c", "2025-06-01", ANNA, HUNG, colleague)))["people/anna-ollinger-at.html"]
    met = page.partition('id="counterparts"')[2].partition("</section>")[0]
    assert "Lê Hùng" in met
    assert '<td class="num">3</td>' in met
    assert "Zita" not in met


def test_who_acts_for_a_body() -> None:
    """An organization's page has the people whom briefings show acting for it, with the office held then."""
    page = PAGES["organizations/ministry-of-the-interior-at.html"]
    people = page.partition('id="people"')[2].partition("</section>")[0]
    assert "Anna Öllinger" in people
    assert "State Secretary" in people
    assert "Lê Hùng" not in people
    assert "BMI" in page.partition("</h1>")[2].partition("</p>")[0]


@pytest.mark.parametrize(("least", "there"), [(1, True), (2, True), (3, False)])
def test_few_mentions_make_no_page(least: int, there: bool) -> None:  # noqa: FBT001  a parameter of a test
    """`mentions_for_a_page` keeps people and bodies of fewer briefings off the lists; nothing links to what is not there."""
    made = site(*REPORTS, settings=Settings(title="Test", mentions_for_a_page=least))
    assert bool(made.entries[PERSON.name]) is there
    assert bool(made.entries[ORGANIZATION.name]) is there
    rendered = pages(made)
    assert ("people/anna-ollinger-at.html" in rendered) is there
    assert ("people/anna-ollinger-at.html" in rendered["briefings/b.html"]) is there
    assert "Anna Öllinger" in rendered["briefings/b.html"]


def test_an_office_with_and_without_its_body_is_one() -> None:
    """A role that one briefing tells with a body and another without is one office, dated by both; two bodies are two."""
    bare = PersonRef("Anna Öllinger", "State Secretary", "AT")
    made = pages(site(talks("b", "2025-05-01", bare), talks("a", "2023-02-01", ANNA)))
    offices = made["people/anna-ollinger-at.html"].partition('id="offices"')[2].partition("</section>")[0]
    assert offices.count("State Secretary") == 1
    assert "1 February 2023 – 1 May 2025" in offices
    other = PersonRef("Anna Öllinger", "State Secretary", "AT", organization="Some Bureau")
    made = pages(site(talks("b", "2025-05-01", bare), talks("a", "2023-02-01", ANNA, HUNG), talks("c", "2022-01-01", other)))
    offices = made["people/anna-ollinger-at.html"].partition('id="offices"')[2].partition("</section>")[0]
    assert offices.count("State Secretary") == 3


def test_a_briefing_is_told_once() -> None:
    """What stands among the events of a person is not listed again; a briefing that only names the person is."""
    named = written("c", "Only named", people=(ANNA,))
    page = pages(site(*REPORTS, named))["people/anna-ollinger-at.html"].partition("<main")[2]
    assert page.count("Talks b") == 2  # with the office, and among the events
    assert "Also named in" in page
    assert "Only named" in page


def test_an_office_of_the_vocabulary_is_told_once() -> None:
    """An office that the vocabulary dates and briefings report, in any language, stands once with both."""
    office = Office({"en": "Deputy Minister", "ja": "次官"}, seen_from=Edtf.parse("2022"))
    known = Person("le-hung", {"vi": "Lê Hùng"}, country="VN", offices=(office,))
    made, _ = index(REPORTS, replace(VOCABULARY, people={"le-hung": known}), Settings())
    page = pages(made)["people/le-hung.html"]
    assert page.count("Deputy Minister") == 1
    assert "from 2022" in page
    assert "2 briefings" in page
