"""What import did, as text for a person and as data for a machine."""

from __future__ import annotations

from typing import Any

from briefgen.analysis.export import as_json
from briefgen.analysis.report import as_report
from briefgen.importing import Imported


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
