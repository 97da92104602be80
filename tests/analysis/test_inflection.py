"""How names change: the shapes a grammar gives a name."""

from __future__ import annotations

import re

import pytest

from briefgen.analysis.inflection import Grammar, Shape, adjective_shape, adjective_shapes, name_shapes

RUSSIAN = Grammar.of(
    {
        "endings": {"ия": ["ия", "ии", "ию", "ией"], "ая": ["ая", "ой", "ую"]},
        "adjectives": {"ия": ["ийск"]},
        "adjective_endings": ["ий", "ого", "ая"],
        "adjective_drops": ["ий"],
    }
)


def forms(shapes: tuple[Shape, ...], text: str) -> bool:
    """Whether a text is a whole form of one of the shapes."""
    return any(re.fullmatch(shape.regex or re.escape(shape.key), text) for shape in shapes)


def test_a_name_without_a_grammar_is_itself() -> None:
    """Languages without inflection match names exactly."""
    assert name_shapes("viet nam", Grammar()) == (Shape("viet nam"),)


@pytest.mark.parametrize("text", ["австрия", "австрии", "австрией"])
def test_the_endings_of_a_name_change(text: str) -> None:
    """The longest ending of the table is lost and its forms are taken instead."""
    assert forms(name_shapes("австрия", RUSSIAN), text)
    assert not forms(name_shapes("австрия", RUSSIAN), text + "х")


def test_every_word_of_a_name_changes() -> None:
    """Adjectives inside a name are declined with it, whatever the white space."""
    shapes = name_shapes("южная австрия", RUSSIAN)
    assert forms(shapes, "южной австрии")
    assert forms(shapes, "южную  австрию")
    assert not forms(shapes, "южной")


def test_a_stem_may_change() -> None:
    """Finnish gradation gives a name a second stem."""
    finnish = Grammar.of({"tails": ["n", "ssa"], "changes": {"lta": ["lla"]}})
    shapes = name_shapes("itävalta", finnish)
    assert forms(shapes, "itävalta")
    assert forms(shapes, "itävallassa")
    assert not forms(shapes, "itäval")


def test_adjectives_follow_from_names_and_from_basic_forms() -> None:
    """A country name makes its regular adjective; a given adjective loses its basic ending."""
    assert forms(adjective_shapes("австрия", RUSSIAN), "австрийского")
    assert forms((adjective_shape("польский", RUSSIAN),), "польская")


def test_a_short_word_keeps_its_ending() -> None:
    """Spanish "lao" never becomes the article "la"."""
    spanish = Grammar.of({"adjective_endings": ["o", "a", ""], "adjective_drops": ["o"]})
    assert not forms((adjective_shape("lao", spanish),), "la")


def test_an_article_may_be_missing() -> None:
    """Arabic names are matched without their article, which prefixes may fuse with."""
    assert name_shapes("النمسا", Grammar(article="ال")) == (Shape("نمسا"),)
