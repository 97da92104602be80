"""The headline among the lines above an article's lead, or the certainty that there is none."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from briefgen.reading.body import Body
from briefgen.reading.folding import letters_of
from briefgen.reading.lines import Line
from briefgen.reading.page import Page
from briefgen.reading.vocabulary import Vocabulary

MOST_WORDS = 28
"""Words of the longest headline believed."""

ENOUGH = 1.0
"""The score from which a line is the headline; below it the page has none."""

FARTHEST = 100
"""Lines above the lead among which the headline is looked for: the longest menu that may stand between is far shorter."""

LONGEST_TITLE = 400
"""Size of the longest line that repeats a headline: a page's title, a breadcrumb, a share box."""

_NEAR = frozenset({"date", "byline", "published", "counter", "share", "caption", "picture", "comments", "tools", "source"})
_TITLE_BAR = regex.compile(r"\s*[|｜]\s*|\s+[–—\-:»›·•]+\s+")
_HEADING = regex.compile(r"^#{1,3}\s+")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's line and the part of it that is the headline; the line of the standfirst, or -1."""

    index: int
    start: int
    end: int
    standfirst: int = -1


def find_headline(page: Page, body: Body, vocabulary: Vocabulary, stated: str = "") -> Headline | None:
    """Find the headline above the body's first prose: a line of its shape whose words come back in the article.

    A line that is the `stated` title of the page is the headline, whatever stands below it.

    Names of sites and sections share no words with the article; captions, dates and bylines have signs of their own.
    """
    lead = _lead(page, body, vocabulary)
    known = next((index for index in range(max(0, lead - FARTHEST), lead) if stated and page.lines[index].text == stated), -1)
    if known >= 0:
        return Headline(known, 0, len(stated), _standfirst(page, known, lead, vocabulary))
    found = [index for index in range(max(0, lead - FARTHEST), lead) if _has_shape(page, index) and index not in body.foreign]
    opening = Vocabulary.of(page.lines[index].text for index in range(lead, min(lead + 3, body.end)) if not page.kind(index))
    scores = {index: _score(page, index, lead, vocabulary) + _opening(page, index, opening) for index in found}
    best = max(found, key=lambda index: (scores[index], -index), default=-1)
    if best >= 0 and scores[best] < ENOUGH and _stands_alone(page, found, lead, vocabulary):
        best = found[0]
    elif (best < 0 or scores[best] < ENOUGH) and (dated := _dated(page, found, lead, vocabulary)) >= 0:
        best = dated
    elif best < 0 or scores[best] < ENOUGH:
        return None
    best = _not_the_standfirst(page, _above_credits(page, best, scores), scores, vocabulary)
    best = _without_site(page, _below_kicker(page, best, scores), lead)
    start, end = _own_part(page.lines[best], vocabulary)
    return Headline(best, start, end, _standfirst(page, best, lead, vocabulary))


def _lead(page: Page, body: Body, vocabulary: Vocabulary) -> int:
    """The first line of the body that is prose, or a short sentence with words of the article: no slogan of the site.

    Without prose or furniture on the page, only its first line can be a headline, and only if it stands apart: verse has none.
    """
    if body.start == 0 and not any(page.kind(index) or page.prose(index) for index in range(len(page.lines))):
        return int(page.gap(1))
    for index in range(body.start, body.end):
        if page.prose(index) or (page.sentence(index) and vocabulary.shared(page.lines[index].text, besides=1)[0]):
            return index
    return next((index for index in range(body.start, body.end) if page.sentence(index)), 0)


def _has_shape(page: Page, index: int) -> bool:
    """Whether a line could be a headline: its length, no full stop, no sign, and no sentence running on below it."""
    line, sign = page.lines[index], page.signs[index]
    text = line.text
    marked = bool(_HEADING.match(text))
    if (
        sign.kind
        or line.url
        or line.full_stop
        or (line.bullet and not marked)
        or text.endswith((":", "：", ",", "，", "、", ";"))
    ):
        return False
    if not (marked or line.words >= 3) or line.words > MOST_WORDS or line.size > 200 or "](" in text:  # noqa: PLR2004  three words at least
        return False
    if sum(map(str.isalpha, text)) * 2 < len(text.replace(" ", "")):
        return False
    following = page.lines[index + 1] if index + 1 < len(page.lines) else None
    runs_on = following is not None and not following.gap and following.text[0].islower() and not page.kind(index + 1)
    runs_on = runs_on and any(map(str.isupper, line.text))  # a script with capitals: Georgian letters count as lower case
    return not runs_on or line.ends


def _score(page: Page, index: int, lead: int, vocabulary: Vocabulary) -> float:
    line = page.lines[index]
    hits, share = vocabulary.shared(line.text)
    score = 3 * share * min(1.0, hits / 3) + 0.12 * min(hits, 6)
    score += 0.8 * _repeated(page, index, lead)
    between = range(index + 1, lead)
    score -= 0.12 * min(sum(not page.signs[at].kind and not page.sentence(at) for at in between), 12)
    score += 0.5 * (index + 1 < len(page.lines) and page.signs[index + 1].kind in _NEAR)
    score += 0.3 * (index > 0 and page.signs[index - 1].kind in {"date", "published", "section"})
    score += 0.2 * (line.gap and (index + 1 >= len(page.lines) or page.lines[index + 1].gap))
    score += 0.5 * bool(_HEADING.match(line.text))
    score += 0.3 * (line.words >= 5)  # noqa: PLR2004  kickers and section names are shorter
    score += 0.4 * (index + 1 == lead and line.words >= 4)  # noqa: PLR2004
    return score if hits or _bylined(page, index, lead) else score - 1


def _stands_alone(page: Page, found: list[int], lead: int, vocabulary: Vocabulary) -> bool:
    """Whether one line has a headline's shape and place though few of its words come back.

    It is the very first line of the page and has a word of the article, or the only such line, right above the lead.
    """
    line = page.lines[found[0]]
    first = found[0] == 0 and vocabulary.shared(line.text)[0] > 0
    return line.words >= 5 and (first or (len(found) == 1 and found[0] + 1 == lead))  # noqa: PLR2004  site names are shorter


def _above_credits(page: Page, best: int, scores: dict[int, float]) -> int:
    """Prefer a headline above the byline or date to a line below it, which may be a caption."""
    for index in sorted(scores):
        if index >= best:
            break
        between = {page.kind(at) for at in range(index + 1, min(best, index + 5))}
        if scores[index] >= ENOUGH and between & {"date", "byline", "published"}:
            return index
    return best


def _bylined(page: Page, index: int, lead: int) -> bool:
    """Whether a byline or date, or the lead of a file that has nothing else, follows: enough where no word comes back."""
    if index + 1 < len(page.lines) and page.signs[index + 1].kind in {"byline", "date", "published"}:
        return True
    return index == 0 and lead == 1


def _opening(page: Page, index: int, opening: Vocabulary) -> float:
    """Weigh a line by the words it shares with the article's first lines: the site's name comes back later, if at all."""
    share = opening.shared(page.lines[index].text)[1]
    return share if share or page.lines[index].words > 4 else -1.5  # noqa: PLR2004  names of sites and sections are short


def _repeated(page: Page, index: int, lead: int) -> bool:
    """Whether the line's letters stand in another line too: the page's title, a breadcrumb, a share box."""
    own = page.lines[index].letters
    near = range(max(0, index - FARTHEST), lead)
    short = (at for at in near if at != index and page.lines[at].size < LONGEST_TITLE and page.kind(at) != "footer")
    return any(own in page.lines[at].letters for at in short)


def _not_the_standfirst(page: Page, best: int, scores: dict[int, float], vocabulary: Vocabulary) -> int:
    """Prefer the line right above the best one where that is a headline too: a standfirst has more words to share."""
    above = best - 1
    if above not in scores or page.lines[above].words < 4 or page.lines[above].words > page.lines[best].words:  # noqa: PLR2004  a kicker
        return best
    if page.lines[best].words < 12 and page.lines[best].size < 90:  # noqa: PLR2004  too short for a standfirst
        return best
    hits, share = vocabulary.shared(page.lines[above].text)
    return above if hits >= 2 and share >= 0.25 else best  # noqa: PLR2004


def _dated(page: Page, found: list[int], lead: int, vocabulary: Vocabulary) -> int:
    """The last line above the lead with its date or byline at most a name below, or -1; longer if it shares no word."""
    for index in reversed(found):
        below = {page.kind(at) for at in range(index + 1, min(index + 3, lead))}
        hits = vocabulary.shared(page.lines[index].text)[0]
        if page.lines[index].words >= (5 if hits else 7) and below & {"date", "byline", "published"}:
            return index
    return -1


def _below_kicker(page: Page, best: int, scores: dict[int, float]) -> int:
    """Prefer the line below a kicker of three words: a headline of so few words has hardly another headline below it."""
    below = best + 1
    if page.lines[best].words > 3 or scores.get(below, 0) < ENOUGH or page.lines[below].words < 5:  # noqa: PLR2004
        return best
    return below


def _without_site(page: Page, best: int, lead: int) -> int:
    """Prefer the line that is the headline alone to the page's title above it, which adds the site's name."""
    title = page.lines[best]
    heads = {letters_of(title.text[: bar.start()]) for bar in _TITLE_BAR.finditer(title.text)} - {""}
    return next((at for at in range(best + 1, lead) if page.lines[at].letters in heads and _has_shape(page, at)), best)


def _own_part(line: Line, vocabulary: Vocabulary) -> tuple[int, int]:
    """Cut the site's name off a page title ("Headline | Site", "Headline - Site"): the last part, if it shares no word."""
    heading = _HEADING.match(line.text)
    start = heading.end() if heading else 0
    bars = [bar for bar in _TITLE_BAR.finditer(line.text) if bar.start() > start]
    end = len(line.text)
    for bar in reversed(bars):
        tail = line.text[bar.end() : end]
        limit = 0.5 if bar[0].strip() in {"|", "｜"} else 0  # a paper's name may hold the city the article speaks of
        if vocabulary.shared(tail)[1] > limit or len(tail.split()) > 5 or bar.start() * 2 < len(line.text) or ":" in bar[0]:  # noqa: PLR2004  names of sites are short
            break
        end = bar.start()
    return start, end


def _standfirst(page: Page, headline: int, lead: int, vocabulary: Vocabulary) -> int:
    """Find the line that sums the article up below its headline: plain, near it, and about the same things."""
    for index in range(headline + 1, min(headline + 5, lead + 1)):
        line, sign = page.lines[index], page.signs[index]
        if page.bare_caption(index, early=True):
            return -1
        if sign.kind in {"date", "byline", "published", "section", "share"}:
            continue
        if sign.kind or index > lead:
            return -1
        hits, share = vocabulary.shared(line.text, besides=1)
        retold = vocabulary.shared(line.text)[1] >= 0.6  # noqa: PLR2004  a paragraph says the same
        if page.prose(index) or page.sentence(index):
            return index if _above_byline(page, index) else -1
        telling = hits and share >= 0.2  # noqa: PLR2004
        worded = index == headline + 1 and (line.words >= 6 or _is_phrase(line.text))  # noqa: PLR2004  names are shorter
        return index if line.words >= 4 and (telling or worded or (retold and index + 1 < lead)) else -1  # noqa: PLR2004
    return -1


def _is_phrase(text: str) -> bool:
    """Whether a line of five words is a phrase, not two names: three of its words are lower case."""
    words = text.split()
    return len(words) == 5 and sum(word[0].islower() for word in words) >= 3  # noqa: PLR2004


def _above_byline(page: Page, index: int) -> bool:
    following = page.signs[index + 1].kind if index + 1 < len(page.lines) else ""
    return following in {"date", "byline", "published"}
