"""What an editor should look at before publishing: nothing is wrong, and no reader is shown these notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from briefgen.checking.duplicates import possible_duplicates
from briefgen.errors import Problem
from briefgen.model.site import Site

Note = Callable[[Site], Iterable[Problem]]


def editorial_notes(site: Site) -> tuple[Problem, ...]:
    """Every note on a site, in the order of files: unreviewed pages, pictures without credit, names that may mean the same."""
    return tuple(sorted(problem for note in NOTES for problem in note(site)))


def _unreviewed(site: Site) -> Iterator[Problem]:
    """Pages drafted by machine that nobody has reviewed."""
    for briefing in site.briefings.values():
        if briefing.raw:
            hint = "`briefgen import` it and correct the draft, or publish it as it is"
            yield Problem(briefing.file, 0, 0, "it was drafted by machine and is not reviewed", hint, "note")


def _uncredited(site: Site) -> Iterator[Problem]:
    """Pictures that are shown without saying whose they are."""
    for briefing in site.briefings.values():
        for place, media in enumerate(briefing.facts.media):
            if media.file and not media.credit:
                line, column = briefing.positions.get(("media", place), (0, 0))
                sentence = f"the picture `{media.file}` has no credit"
                yield Problem(briefing.file, line, column, sentence, "add `credit: …`", "note")


NOTES: Final[tuple[Note, ...]] = (_unreviewed, _uncredited, possible_duplicates)
"""Every kind of note; adding one begins with a line here."""
