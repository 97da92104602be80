"""What import did, as text for a person and as data for a machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from briefgen.analysis.export import as_json
from briefgen.analysis.report import as_report
from briefgen.importing import Imported
from briefgen.model.frontmatter import AgreementRef, PersonRef

_MANY: Final = 25
"""Sources from which on a person gets a line of each instead of a report, and sees how far the import is."""


class Teller:
    """Tells what becomes of each source of a run, and counts."""

    def __init__(self, sources: int, *, dry: bool, as_data: bool) -> None:
        """Take the number of sources, whether the run is dry and whether a machine reads what is told."""
        self._sources, self._dry, self._as_data = sources, dry, as_data
        self._imported = self._known = 0
        self.failed = 0

    @property
    def shows_progress(self) -> bool:
        """Whether there are so many sources that a person wants to know how far the import is."""
        return self._sources > _MANY

    def note(self, imported: Imported) -> None:
        """Count one article."""
        self.failed += imported.failed
        self._known += bool(imported.known)
        self._imported += imported.draft is not None

    def told(self, imported: Imported) -> str:
        """What to print of one article: a line of JSON, a report, or in a large import a line."""
        if self._as_data:
            return json.dumps(data_of(imported, dry=self._dry), ensure_ascii=False) + "\n"
        return (line_of if self.shows_progress else report_of)(imported, dry=self._dry)

    def stopped(self) -> str:
        """What to say when the user has stopped the run."""
        verb = "would be imported" if self._dry else "imported"
        counts = f"{self._imported} {verb}, {self._known} known already, {self.failed} failed"
        return f"stopped; of {self._sources} sources {counts}; the same command goes on from there"

    def summary(self) -> Iterator[str]:
        """The lines that end a run."""
        if not self._sources:
            yield "there is nothing to import"
        articles = self._imported + self._known + self.failed  # more than sources, if there is a feed among them
        if articles > 1:
            verb = "would be imported" if self._dry else "imported"
            yield f"{self._imported} {verb}, {self._known} known already"
        if self.failed:
            yield f"{self.failed} of {articles} sources could not be imported"


def line_of(imported: Imported, *, dry: bool) -> str:
    """The same as `report_of` in one line: where the article went, how much was found, and how much is to check."""
    draft, findings = imported.draft, imported.findings
    if draft is None or findings is None:
        return report_of(imported, dry=dry)
    counts = (
        (len(findings.countries), "countries"),
        (len(findings.topics), "topics"),
        (len(findings.refs(PersonRef)), "people"),
        (len(findings.refs(AgreementRef)), "agreements"),
        (len(findings.events), "events"),
    )
    found = ", ".join(f"{count} {kind}" for count, kind in counts if count) or "nothing found"
    return f"{imported.name} → {draft.file}: {found}; {len(draft.checks)} to check\n"


def report_of(imported: Imported, *, dry: bool) -> str:
    """What was found, cut and left open in a source, and where it went; an empty text if nothing came of it."""
    if imported.known:
        return f"{imported.name}: the site has this article already, as {imported.known}; nothing was written\n"
    draft = imported.draft
    if draft is None or imported.article is None or imported.findings is None:
        return ""
    told = {problem.what for problem in imported.findings.problems}  # as "open", with their hints
    checks = "".join(f"  {'check':<28} {remark}\n" for remark in draft.checks if remark not in told)
    verb = "would write" if dry else "wrote"
    written = f"  {verb:<28} {draft.file}, content/{draft.archive}\n"
    return as_report(imported.article, imported.findings) + checks + written


def data_of(imported: Imported, *, dry: bool) -> dict[str, Any]:
    """The same as plain data, one object a source; the keys are always there."""
    draft = imported.draft
    status = "known" if imported.known else "failed" if draft is None else "found" if dry else "imported"
    return {
        "source": imported.name,
        "status": status,
        "file": draft.file if draft else imported.known or None,
        "archive": f"content/{draft.archive}" if draft else None,
        "checks": list(draft.checks) if draft else [],
        "problems": [{"severity": p.severity, "what": p.what, "hint": p.hint} for p in imported.problems],
        "findings": as_json(imported.article, imported.findings) if imported.article and imported.findings else None,
    }
