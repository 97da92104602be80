"""Knowledge: the tables of the package are there, whole, and loaded when first needed."""

from __future__ import annotations

import pytest

from briefgen.analysis.knowledge import Knowledge, table
from briefgen.model.vocabulary import Country, Topic, Vocabulary


def test_made_when_needed_and_kept() -> None:
    """What is costly is made once and shared by a whole run."""
    knowledge = Knowledge(
        Vocabulary({"AT": Country("AT")}, {"trade": Topic("trade", {"en": "Trade"}, words={"en": ("trade",)})})
    )
    assert knowledge.gazetteer is knowledge.gazetteer
    assert knowledge.topics is knowledge.topics
    assert knowledge.date_grammar("vi", "VN") is knowledge.date_grammar("vi", "VN") is not knowledge.date_grammar("vi", "")
    assert [mention.code for mention in knowledge.gazetteer.mentions("Talks in Austria.", "en")] == ["AT"]
    assert [finding.id for finding in knowledge.topics.find("Trade grows, trade falls.", "en")] == ["trade"]


@pytest.mark.parametrize("name", ["dates", "headlines", "inflection", "joiners", "languages"])
def test_tables_ship_with_their_source(name: str) -> None:
    """Each table of the package can be read and is not empty."""
    assert table(name)


def test_words_of_languages_are_words() -> None:
    """No word of a list was read as a truth value or number, and every list has enough of them to vote."""
    words = table("languages")["words"]
    assert "no" in words["pt"]
    assert "on" in words["fi"]
    assert min(map(len, words.values())) >= 12


def test_every_script_has_languages_with_signs() -> None:
    """A script of several languages can tell them apart: each has words to vote with."""
    tables = table("languages")
    for name, script in tables["scripts"].items():
        if name != "han" and len(script["languages"]) > 1:
            assert set(script["languages"]) - tables["words"].keys() <= {"kk", "mn", "ky", "tg", "cy", "ga", "mt"}, name


def test_unknown_table() -> None:
    """A table that does not ship is a mistake of the programmer."""
    with pytest.raises(FileNotFoundError):
        table("nothing")
