"""One act of speech as a sentence tells it, before it is known whom "he" means."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.analysis.act_words import Subject
from briefgen.model.frontmatter import Act


@dataclass(frozen=True, slots=True)
class Spoken:
    """`subject` did `act`, with the words `what`; without subject it is who spoke in the sentence before."""

    subject: Subject | None
    act: Act
    what: str
