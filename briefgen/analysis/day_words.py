"""The words around the days of a story, compiled: how ranges are written, and days told from publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import regex

from briefgen.analysis.cues import Cued, Cues
from briefgen.analysis.figure_words import either

_LAST = r"(\d{1,2})(?!\d|\s*[%月年]|[:.]\d)"
_SUFFIX = r"(?:st|nd|rd|th|\s?日)?"


@dataclass(frozen=True, slots=True)
class DayWords:
    """The patterns of one language (`data/text_dates.yaml`, whose head explains its keys).

    `joined` is what stands between two dates of a range, `after` and `before` that with the day on the other side; `numbers` a
    day and month in numbers; `told` a word of `relative` (days from publication) or `weekdays`; `alone` a day without a month.
    """

    joined: regex.Pattern[str]
    after: regex.Pattern[str]
    before: regex.Pattern[str]
    numbers: Cued | None
    told: Cued | None
    relative: Mapping[str, int]
    weekdays: Mapping[str, int]
    alone: Cued

    @classmethod
    def of(cls, words: Mapping[str, Any], lang: str, cues: Cues) -> DayWords:
        """Compile the words of a language; a language without words has the signs of ranges alone."""
        own = words.get(lang, {})
        joins = either([*own.get("ranges", ()), *words["marks"]])
        days = either(own["days"]) if "days" in own else ""
        joined = rf"\s*(?:{joins})\s*" + (rf"(?:(?:{days})\s+)?" if days else "")
        relative, weekdays = ({word: int(n) for word, n in own.get(key, {}).items()} for key in ("relative", "weekdays"))
        told = either([*relative, *weekdays])
        numbers = rf"(?<!\p{{L}})(?:{days})\s+(?:\d{{1,2}}\s*\p{{Pd}}\s*)?(?P<date>(\d{{1,2}})/(\d{{1,2}}))(?![/\d])"
        return cls(
            joined=_compiled(joined),
            after=_compiled(rf"{joined}{_LAST}{_SUFFIX}(?:,?\s+(\d{{4}})(?!\d))?"),
            before=_compiled(rf"(?<![\d/.:,-])(\d{{1,2}}){_SUFFIX}{joined}$"),
            numbers=cues.watch(_compiled(numbers)) if days else None,
            told=cues.watch(_compiled(rf"(?<![a-zà-ỹ])(?:{told})(?![a-zà-ỹ])")) if told else None,
            relative=relative,
            weekdays=weekdays,
            alone=cues.watch(*_alone(own)),
        )


def _alone(own: Mapping[str, Any]) -> list[regex.Pattern[str]]:
    forms = [rf"(?<![\d月/年.,])(\d{{1,2}}){own['day_signs']}"] if "day_signs" in own else []
    forms += [r"(?<!\p{L})ngày (\d{1,2})(?!\d|[/.,]\d|\s*(?:tháng|đêm|\p{Pd}))"] if "days" in own else []
    return list(map(regex.compile, forms))


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.I)
