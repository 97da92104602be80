"""Notes for the editor."""

from __future__ import annotations

from briefgen.checking.editorial import editorial_notes
from briefgen.model.frontmatter import MediaRef
from tests.rendering.sample_site import raw, site, visit


def test_unreviewed_pages_and_pictures_without_credit() -> None:
    """A machine's draft and a picture of nobody are told, each at its file; a caption alone needs no credit."""
    notes = editorial_notes(site(raw(), visit(media=(MediaRef("a.png"), MediaRef(caption="The meeting")))))
    assert [(note.file, note.severity) for note in notes] == [("content/raw.txt", "note"), ("content/visit.md", "note")]
    assert "`a.png` has no credit" in notes[1].what
