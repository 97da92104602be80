"""`--verify`: the site, made once more from nothing, against what stands in `output/`, byte for byte."""

from __future__ import annotations

from briefgen.build import Progress, make
from briefgen.cache import Audit, Remembering
from briefgen.errors import BriefgenError
from briefgen.model.settings import Project
from briefgen.publishing import published_hashes

_SHOWN = 60
"""Characters of a differing line to show."""


class VerificationError(BriefgenError):
    """The output is not what a clean build makes; the sentence names the first difference and its cause."""


def verify(project: Project, progress: Progress, memo: Remembering) -> int:
    """Make the site with nothing remembered and compare it with `output/`; gives the number of files that are the same.

    Raises VerificationError at the first that is not. Nothing is trusted: neither times of files nor what `memo` holds,
    whose every value that is asked for is compared with one made anew, too.
    """
    audit = Audit(memo)
    made = make(project, progress, audit)
    clean = {output.path: output for output in made.outputs}
    for path in sorted({*clean, *published_hashes(project.output)}):
        output = clean.get(path)
        found = _read(project, path)
        if output is None or found != output.data:
            wanted = output.data if output else None
            what = f"{project.output / path} is not what a clean build makes: {_difference(found, wanted)}"
            message = f"{what}; {_cause(audit, path, output.origin if output else '')}"
            raise VerificationError(message)
    if audit.wrong:
        subject, step = next(iter(audit.wrong.items()))
        message = f"the pages are right, but the cache holds something else than the step `{step}` makes of {subject}"
        raise VerificationError(message)
    return len(clean)


def _read(project: Project, path: str) -> bytes | None:
    try:
        return (project.output / path).read_bytes()
    except OSError:
        return None


def _difference(found: bytes | None, wanted: bytes | None) -> str:
    """The first line in which two files differ, in words."""
    if found is None:
        return "it is missing"
    if wanted is None:
        return "it should not be there"
    ours, theirs = found.splitlines(), wanted.splitlines()
    number = next(
        (n for n, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), min(len(ours), len(theirs))
    )
    shown = [_line(lines[number]) if number < len(lines) else "nothing" for lines in (ours, theirs)]
    return f"line {number + 1} is {shown[0]}, not {shown[1]}"


def _line(line: bytes) -> str:
    text = line.decode(errors="replace").strip()
    return f"`{text[:_SHOWN]}…`" if len(text) > _SHOWN else f"`{text}`"


def _cause(audit: Audit, path: str, origin: str) -> str:
    """Where the difference comes from: a value in the cache, or else the file itself."""
    for subject in (path, origin, *audit.wrong):
        if subject in audit.wrong:
            return f"the cache holds something else than the step `{audit.wrong[subject]}` makes of {subject}"
    return "the cache is right, so the file was changed or kept by mistake after it was written"
