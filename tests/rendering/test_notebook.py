"""What pages read of a site is noted, and asked for again."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.kinds import COUNTRY, PERSON
from briefgen.model.briefing import Briefing
from briefgen.model.frontmatter import CountryRef, PersonRef
from briefgen.model.memo import Question
from briefgen.model.site import Site
from briefgen.rendering.notebook import Answers, Notebook, tables_of, watched
from tests.rendering.sample_site import site, written

BOTH = (CountryRef("AT"), CountryRef("VN"))


def digest(value: object) -> str:
    """What tells a value from any other."""
    return sha256(pickle.dumps(value)).hexdigest()


def sample(**changed: str) -> Site:
    """A site of three briefings, of which the texts of some are others."""
    people = (PersonRef("Lê Quốc Hùng", country="VN"),)
    made = [written(key, f"Talks {key}", countries=BOTH, people=people) for key in ("a", "b", "c")]
    return site(*(replace(one, body=replace(one.body, text=changed.get(one.id, ""))) for one in made))


def seen(made: Site, notebook: Notebook) -> Site:
    """A site as pages see it."""
    return watched(made, tables_of(made, {}, {}), notebook).site


def answers(made: Site) -> Answers:
    """What a site answers."""
    return Answers(tables_of(made, {}, {}), digest)


def test_attributes_are_noted_one_by_one() -> None:
    """Who reads a title has not read the text: another text changes no answer, another title does."""
    notebook = Notebook()
    shown = seen(sample(), notebook)
    with notebook.noting() as noted:
        assert shown.briefings["a"].facts.title == "Talks a"
    before = [answers(sample())[question] for question in noted]
    assert [answers(sample(a="another text"))[question] for question in noted] == before
    other = site(written("a", "Another title"))
    assert [answers(other)[question] for question in noted] != before
    with notebook.noting() as noted:
        assert shown.briefings["a"].body.text == ""
    before = [answers(sample())[question] for question in noted]
    assert [answers(sample(a="another text"))[question] for question in noted] != before
    assert [answers(sample(b="another text"))[question] for question in noted] == before


def test_what_is_not_there_is_noted_too() -> None:
    """A page that asked in vain is made again when there is something."""
    notebook = Notebook()
    shown = seen(sample(), notebook)
    with notebook.noting() as noted:
        assert "d" not in shown.briefings
        assert shown.entries[COUNTRY.name].get("JP") is None
        with pytest.raises(KeyError):
            shown.briefings["e"]
    assert [answers(sample())[question] for question in noted] == [None, None, None]
    more = site(written("d", "D", countries=(CountryRef("JP"),)), written("e", "E"))
    assert None not in [answers(more)[question] for question in noted]


def test_who_goes_through_a_table_has_read_its_keys() -> None:
    """One more briefing changes the answer, a changed one does not, unless it was looked at."""
    notebook = Notebook()
    shown = seen(sample(), notebook)
    with notebook.noting() as noted:
        assert list(shown.briefings) == ["a", "b", "c"]
        assert len(shown.briefings) == 3
    assert list(noted) == [("briefings", "#keys")]
    same = [answers(one)[("briefings", "#keys")] for one in (sample(), sample(a="other"))]
    assert same[0] == same[1]
    assert answers(site(written("a", "A")))[("briefings", "#keys")] != same[0]


def test_what_is_seen_is_what_is_there() -> None:
    """Briefings, entries and records have the same attributes, methods and identity as seen by pages."""
    made, notebook = sample(), Notebook()
    shown = seen(made, notebook)
    one, same = made.briefings["a"], shown.briefings["a"]
    assert isinstance(same, Briefing)
    assert same is shown.briefings["a"]
    assert {field.name: getattr(same, field.name) for field in fields(Briefing)} == {
        field.name: getattr(one, field.name) for field in fields(Briefing)
    }
    assert same.countries("primary") == one.countries("primary")
    assert shown.register.of(PERSON).keys() == made.register.of(PERSON).keys()
    assert shown.register.named_in(PERSON, "a")[0].name("en") == made.register.named_in(PERSON, "a")[0].name("en")
    assert [entry.id for entry in shown.entries[COUNTRY.name].values()] == [*made.entries[COUNTRY.name]]


def test_what_many_need_is_made_once_and_read_by_each() -> None:
    """A page that finds something made already has read what it was made from nevertheless."""
    notebook = Notebook()
    shown = seen(sample(), notebook)
    made: list[str] = []

    def titles() -> list[str]:
        made.append("made")
        return [briefing.facts.title for briefing in shown.briefings.values()]

    read = []
    for _ in range(2):
        with notebook.noting() as noted:
            assert len(notebook.once("titles", titles)) == 3
        read.append(set(noted))
    assert made == ["made"]
    assert read[0] == read[1]
    assert ("briefings", "facts", "c") in read[1]


@given(st.integers(1, 400), st.integers(0, 400))
def test_many_questions_become_one_that_asks_for_more(size: int, asked: int) -> None:
    """Where few are kept of many, the one question changes its answer whenever one of the many would."""
    table = {f"b{number}": written(f"b{number}", f"B {number}") for number in range(size)}
    questions: dict[Question, None] = {("briefings", "facts", f"b{number}"): None for number in range(min(asked, size))}
    answer = Answers({"briefings": table}, digest)
    few = answer.few(questions)
    assert len(few) <= 250
    if few != tuple(questions):
        assert few == (("briefings", "#all", "facts"),)
        changed = {**table, "b0": written("b0", "Another")}
        assert Answers({"briefings": changed}, digest)[few[0]] != answer[few[0]]
