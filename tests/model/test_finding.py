"""Findings: no claim without evidence, and what they answer when asked."""

from __future__ import annotations

import pytest

from briefgen.model.article import Trait
from briefgen.model.edtf import Edtf
from briefgen.model.evidence import Evidence
from briefgen.model.finding import CountryFinding, DateFinding, Findings, TopicFinding, TraitFinding

PROOF = (Evidence(0, 2, "Áo", "rule"),)
DATE = Edtf.parse("2025-10-26")


def test_no_claim_without_evidence() -> None:
    """A finding of any kind that has no evidence cannot be made; the error names the claim."""
    with pytest.raises(ValueError, match="title is claimed without evidence"):
        TraitFinding(Trait.TITLE, "Talks", "derived", ())
    with pytest.raises(ValueError, match="2025-10-26 is claimed without evidence"):
        DateFinding(DATE, "stated", ())
    with pytest.raises(ValueError, match="AT is claimed without evidence"):
        CountryFinding("AT", "primary", ())
    with pytest.raises(ValueError, match="extradition is claimed without evidence"):
        TopicFinding("extradition", ())


def test_findings_are_asked_by_kind() -> None:
    """Each kind is found among all, in order; of a trait the first counts."""
    first, second = (TraitFinding(Trait.TITLE, value, "stated", PROOF) for value in ("A", "B"))
    austria, vietnam = CountryFinding("AT", "primary", PROOF), CountryFinding("VN", "mentioned", PROOF)
    topic, date = TopicFinding("extradition", PROOF), DateFinding(DATE, "stated", PROOF)
    findings = Findings("vi", (austria, first, topic)).plus([date, vietnam, second])
    assert findings.lang == "vi"
    assert findings.trait(Trait.TITLE) is first
    assert findings.date is date
    assert findings.countries == (austria, vietnam)
    assert findings.topics == (topic,)


def test_nothing_found() -> None:
    """Empty findings answer with nothing."""
    findings = Findings("en")
    assert (findings.trait(Trait.AGENCY), findings.date, findings.countries, findings.topics) == (None, None, (), ())


def test_plus_leaves_the_old_alone() -> None:
    """Findings grow by making new ones."""
    before = Findings("en")
    after = before.plus([TopicFinding("extradition", PROOF)])
    assert (before.items, len(after.items)) == ((), 1)
