"""Values that sources report differently."""

from __future__ import annotations

import pytest

from briefgen.model.edtf import Edtf
from briefgen.model.vocabulary import Claim
from briefgen.rendering.claims import claim_groups
from tests.rendering.sample_site import edition, site

SIGNATORIES = {"en": "Signatories", "ja": "署名国", "vi": "Các nước ký"}
CLAIMS = (
    Claim(SIGNATORIES, "65", "United Nations", Edtf.parse("2025-10-25"), "https://un.example"),
    Claim({"en": "Articles"}, "71", "United Nations"),
    Claim(SIGNATORIES, "69", "A newspaper"),
)


@pytest.mark.parametrize(("lang", "what"), [("en", "Signatories"), ("ja", "署名国"), ("vi", "Các nước ký")])
def test_reports_of_one_thing_stand_side_by_side(lang: str, what: str) -> None:
    """Each value keeps its source and date, in the order given; nothing is averaged."""
    first, second = claim_groups(edition(site(), lang), CLAIMS)
    assert (first.what, first.differs) == (what, True)
    assert [(one.value, one.source.text, one.source.href) for one in first.values] == [
        ("65", "United Nations", "https://un.example"),
        ("69", "A newspaper", ""),
    ]
    assert (second.what, second.differs, second.values[0].date) == ("Articles", False, "")


def test_sources_that_agree_do_not_differ() -> None:
    """Two reports of the same value are no conflict."""
    (group,) = claim_groups(edition(site()), (CLAIMS[0], CLAIMS[0]))
    assert not group.differs
