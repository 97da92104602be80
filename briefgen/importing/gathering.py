"""A place → the bytes of every article in it: one of a file or a page, many of a feed. All reading and fetching is here.

Nothing is understood yet, so this is quick, and it needs the files and the network of the person who imports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from briefgen.errors import Problem
from briefgen.importing.feeds import Entry, read_feed
from briefgen.importing.fetching import Robots
from briefgen.importing.holdings import Holdings
from briefgen.importing.identity import Identity
from briefgen.importing.sources import FEED, NotImportable, Place, Source, Terms, fetched, load


@dataclass(frozen=True, slots=True)
class Gathered:
    """One article of a place as bytes; without `source` if it cannot be had or the site has it already.

    `identity` is what is known of the article before it is read: the addresses that led to it.
    """

    name: str
    source: Source | None = None
    identity: Identity = field(default_factory=Identity)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Gatherer:
    """Gathers what stands in places, for a site with its `content` folder, as far as the `terms` allow.

    Not slotted: it learns the rules of the servers that it visits.
    """

    content: Path
    terms: Terms

    def gather(self, place: Place, holdings: Holdings) -> Iterator[Gathered]:
        """Every article of a place, in order; addresses that the `holdings` have are not fetched a second time."""
        if place.is_url and holdings.find(identity := Identity.of([place.name], "")):
            yield Gathered(place.name, identity=identity)
            return
        try:
            source = load(place, self.content, self.terms, self._robots)
            if source.suffix == FEED:
                yield from self._of_feed(source, holdings)
            else:
                yield Gathered(place.name, source)
        except NotImportable as error:
            yield Gathered(place.name, problems=(error.problem,))

    def _of_feed(self, source: Source, holdings: Holdings) -> Iterator[Gathered]:
        """The articles of a feed, in its order; an entry that comes twice counts once."""
        feed = read_feed(source)
        problems, seen = feed.problems, set[Identity]()
        for number, entry in enumerate(feed.entries, start=1):
            name = entry.link or f"{source.name}, entry {number}"
            identity = Identity.of([entry.link], "")
            if identity.addresses and identity in seen:
                continue
            seen.add(identity)
            gathered = Gathered(name, None, identity)
            try:
                if not holdings.find(identity):
                    gathered = replace(gathered, source=self._entry(entry, name, source))
            except NotImportable as error:
                gathered = replace(gathered, problems=(error.problem,))
            yield replace(gathered, problems=(*problems, *gathered.problems))
            problems = ()

    def _entry(self, entry: Entry, name: str, feed: Source) -> Source:
        """The article of an entry: the text in the feed, else the page that it links to."""
        if entry.whole:
            return entry.source(name)
        if not entry.link.startswith(("http://", "https://")):
            raise NotImportable(name, "the feed has neither its whole text nor its address")
        if not (feed.url or self.terms.follow):
            raise NotImportable(name, "the feed has only the beginning of it", "fetch the pages it links to with --follow")
        page = fetched(entry.link, self.terms, self._robots)
        if page.suffix == FEED:
            raise NotImportable(name, "it is a feed itself, no article")
        return replace(page, harvest=entry.harvest)

    @cached_property
    def _robots(self) -> Robots:
        return {}
