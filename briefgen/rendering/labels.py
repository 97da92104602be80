"""Labels of the values that the front matter allows; English, and the keys of the catalogs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, str]] = {
    # types of briefing and kinds of event
    "meeting": "Meeting",
    "visit": "Visit",
    "agreement": "Agreement",
    "conference": "Conference",
    "statement": "Statement",
    "background": "Background",
    "signing": "Signing",
    "call": "Call",
    # kinds of agreement
    "treaty": "Treaty",
    "convention": "Convention",
    "memorandum": "Memorandum",
    "plan": "Plan",
    # where an agreement stands
    "proposed": "Proposed",
    "drafting": "Drafting",
    "negotiating": "Negotiating",
    "agreed": "Agreed",
    "signed": "Signed",
    "ratified": "Ratified",
    "in-force": "In force",
    "ended": "Ended",
    # acts of speech
    "requested": "Requested",
    "offered": "Offered",
    "invited": "Invited",
    "stated": "Stated",
    "pledged": "Pledged",
    # review states
    "draft": "Draft",
    "reviewed": "Reviewed",
    "published": "Published",
    "superseded": "Superseded",
    "withdrawn": "Withdrawn",
    # how a text was translated
    "machine": "Machine translation",
    "human": "Human translation",
}
"""English label of each allowed value."""


def translatable(message: str) -> str:
    """`message`, marked as a string of the interface where it is only kept for later (gettext's `N_`)."""
    return message
