"""Tests of problems and errors: the sentences that a person reads."""

from __future__ import annotations

import pytest

from briefgen.errors import BriefgenError, ContentError, MissingExtra, Problem, UsageError

FILE = "content/会談.md"


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (Problem(FILE, 4, 7, "there is no day 32"), "content/会談.md:4:7: there is no day 32"),
        (Problem(FILE, 4, 0, "it is empty"), "content/会談.md:4: it is empty"),
        (Problem(FILE, 0, 0, "it is empty"), "content/会談.md: it is empty"),
        (Problem("", 0, 0, "no page is left"), "no page is left"),
        (Problem("", 3, 1, "no page is left"), "no page is left"),
        (
            Problem(FILE, 1, 1, "unknown key `x`", "did you mean `y`?"),
            "content/会談.md:1:1: unknown key `x`; did you mean `y`?",
        ),
    ],
)
def test_a_problem_says_what_it_knows_of_its_place(problem: Problem, sentence: str) -> None:
    """File, line and column as far as they are known, then the sentence, then the hint; editors jump to such a place."""
    assert str(problem) == sentence


def test_a_content_error_is_sorted_and_counted() -> None:
    """Problems come by file, line and column as numbers; warnings are not counted as errors."""
    late, early = Problem("b.md", 10, 1, "late"), Problem("b.md", 9, 1, "early")
    first = Problem("a.md", 1, 1, "first", severity="warning")
    error = ContentError((late, first, early))
    assert error.problems == (first, early, late)
    assert str(error) == "2 errors in content; nothing was published"
    assert str(ContentError((late,))) == "1 error in content; nothing was published"


def test_a_strict_build_that_only_warns_does_not_speak_of_no_errors() -> None:
    """Warnings that stop a strict build are told as what they are."""
    warning = Problem("a.md", 1, 1, "careful", severity="warning")
    assert str(ContentError((warning,))) == "1 warning in content; nothing was published"


def test_a_missing_extra_says_how_to_get_it() -> None:
    """The sentence can be pasted into a shell."""
    assert (
        str(MissingExtra("reading .html", "import")) == "reading .html needs the extra [import]: pip install 'briefgen[import]'"
    )


@pytest.mark.parametrize("error", [UsageError("x"), MissingExtra("x", "y"), ContentError(())])
def test_every_error_on_purpose_has_one_base(error: BriefgenError) -> None:
    """One `except BriefgenError` catches all of them."""
    assert isinstance(error, BriefgenError)
