"""YAML: plain text under YAML 1.2, every value with its place, every mistake with a sentence."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.yamldoc import did_you_mean, parse, validate


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("2025-10-19", "2025-10-19"),
        ("2025-10-32", "2025-10-32"),
        ("0x1F", "0x1F"),
        ("1.0", "1.0"),
        ('"null"', "null"),
        ("'~'", "~"),
        ("Lê Quốc Hùng", "Lê Quốc Hùng"),
        ("モザンビーク", "モザンビーク"),
    ],
)
def test_scalars_stay_what_was_typed(written: str, value: str) -> None:
    """Norway is no False, half past twelve is not 750 and a date is not a date object (YAML 1.1 makes them so)."""
    assert parse(f"key: {written}", "a.md").data == {"key": value}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_a_key_without_value_states_nothing(written: str) -> None:
    """`date:` with nothing behind it is as if it were not there."""
    assert parse(f"key: {written}", "a.md").data == {}


def test_places_of_keys_and_values() -> None:
    """Every value and key knows its line and column, counted in the whole file."""
    document = parse("title: A\npeople:\n  - {name: B}\n", "a.md", first_line=2)
    assert document.positions["title",] == (2, 8)
    assert document.keys["people",] == (3, 1)
    assert document.positions["people", 0, "name"] == (4, 12)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: a: b", 'a.md:1:9: a second `: ` in one line; put the value in quotes, as `title: "a: b"`'),
        ("\ttitle: a", "a.md:1:1: a tab stands where spaces belong; indent with spaces"),
        ("a: 1\na: 2", "a.md:2:1: the key `a` stands twice; it is already set on line 1"),
        ("a: *b", "a.md:1:4: a value begins with `*` or `&`, which YAML reserves; put the value in quotes"),
        ("a: @b", "a.md:1:4: a value begins with a character that YAML reserves; put the value in quotes"),
        ("a: 'b", "a.md:1:6: a quote or bracket is never closed; close it"),
        ("- a", "a.md:1:1: a list of `key: value` lines is expected here; write one key a line, as `title: …`"),
        (
            "a: !!python/name:os.system",
            "a.md:1:4: the tag `tag:yaml.org,2002:python/name:os.system` is not allowed; write plain values",
        ),
        ("? [a]\n: b", "a.md:1:3: a key must be plain text; write `key: value`"),
        ("<<: {a: b}", "a.md:1:1: a key must be plain text; write `key: value`"),
    ],
)
def test_mistakes_are_sentences(text: str, message: str) -> None:
    """What PyYAML finds wrong is said in words for someone who does not know YAML."""
    assert [str(problem) for problem in parse(text, "a.md").problems] == [message]


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [{','.join([f'*b{n - 1}' if n else '*a'] * 10)}]\n" for n in range(9)),
        "a: " + "[" * 60 + "]" * 60,
        "a: " + "[" * 5000,
    ],
)
def test_bombs_are_refused(text: str) -> None:
    """Alias bombs and towers of brackets are one problem each, quickly."""
    document = parse(text, "a.md")
    assert document.data is None
    assert len(document.problems) == 1


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    """Whatever the text, there is data or a problem."""
    document = parse(text, "a.md")
    assert document.data is not None or document.problems


@dataclass(frozen=True)
class _Schema:
    name: str = ""
    names: tuple[str, ...] = ()
    is_open: bool = True


def test_values_are_converted() -> None:
    """The schema turns text into what it asks for; numbers typed where text belongs stay text."""
    value, problems = validate(parse("name: 9000\nnames: [a, 2]\nis_open: false", "a.md"), _Schema)
    assert problems == ()
    assert value == _Schema("9000", ("a", "2"), is_open=False)


def test_keys_with_problems_leave_the_rest_usable() -> None:
    """A wrong value is reported and the others are still there, so that their rules can be checked in the same run."""
    value, problems = validate(parse("name: [a]\nnames: [b]", "a.md"), _Schema)
    assert value == _Schema(names=("b",))
    assert [str(problem) for problem in problems] == ["a.md:1:7: a list stands where text belongs in `name`; write one text"]


@pytest.mark.parametrize(
    ("word", "hint"),
    [("Asutria", "did you mean `Austria`?"), ("countires", "did you mean `countries`?"), ("xyz", "")],
)
def test_did_you_mean(word: str, hint: str) -> None:
    """A close word is proposed, a far one is not."""
    assert did_you_mean(word, ["Austria", "countries", "extradition"]) == hint
