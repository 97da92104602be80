"""Names that may mean the same person or body."""

from __future__ import annotations

import pytest

from briefgen.checking.duplicates import possible_duplicates
from briefgen.indexing import index
from briefgen.model.briefing import Body, Briefing
from briefgen.model.frontmatter import FrontMatter, OrganizationRef, PersonRef
from briefgen.model.settings import Settings
from briefgen.model.vocabulary import Vocabulary


def notes(*people: PersonRef, organizations: tuple[OrganizationRef, ...] = ()) -> list[str]:
    """What the editor is told of a briefing that names these."""
    facts = FrontMatter(title="A", lang="en", people=people, organizations=organizations)
    briefing = Briefing("a", "content/a.md", "a", raw=False, facts=facts, body=Body(""), positions={("people", 1): (7, 5)})
    site, _ = index((briefing,), Vocabulary({}, {}), Settings())
    return [str(note) for note in possible_duplicates(site)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Webinger", "Webinger Peter"),
        ("Lê Quốc Hùng", "Hùng"),
        ("ヴァヒド・ジャラルザーデ", "ヴァヒド・ジャラルザデ"),
        ("John Poe", "John Q. Poe"),
    ],
)
def test_people_who_may_be_one(one: str, other: str) -> None:
    """Turned names, a last name alone, kana without long vowels and initials are told, at the place of the second."""
    hint = "if so, list one as an alias of the other in content/_vocabulary/people.yaml"
    told = notes(PersonRef(one, "Minister", "AT"), PersonRef(other, "Minister"))
    assert len(told) == 1
    assert "may be the same person as" in told[0]
    assert told[0].endswith(hint)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PersonRef("Lê Quốc Hùng", country="VN"), PersonRef("Nguyễn Mạnh Hùng", country="VN")),
        (PersonRef("Ann Lee", country="SG"), PersonRef("Lee Ann", country="US")),
        (PersonRef("Ann Lee"), PersonRef("Bob Poe")),
    ],
)
def test_people_who_are_two(one: PersonRef, other: PersonRef) -> None:
    """A common last name, or one name in two countries, makes nobody the same."""
    assert notes(one, other) == []


def test_bodies_in_other_words() -> None:
    """The small words of a body's name and their order do not divide it."""
    both = (OrganizationRef("Ministry of the Interior"), OrganizationRef("Interior Ministry"))
    assert len(notes(organizations=both)) == 1
