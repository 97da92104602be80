"""A page in the browser, and what it complained of and asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Self

from playwright.sync_api import Page, Request, Response

ICON = "/assets/icon.svg"


@dataclass(slots=True)
class Visit:
    """A page, the complaints of its console, its scripts and its host, and every address that it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page) -> Self:
        """A visit that listens to this page from now on."""
        visit = cls(page)
        page.on("console", lambda message: visit.complaints.append(message.text))
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.on("request", lambda request: visit.requests.append(request.url))
        page.on("requestfailed", lambda request: visit.complaints.extend(_refusal(request)))
        page.on("response", lambda response: visit.complaints.extend(_failure(response)))
        return visit

    def open(self, address: str) -> Page:
        """Go to another address and forget what was noted before."""
        self.complaints.clear()
        self.requests.clear()
        self.page.goto(address)
        return self.page

    def strangers(self, base: str) -> list[str]:
        """The addresses that were asked for outside of `base`; `data:` asks nobody.

        Chromium may ask for the icon of the page before only after it has left that page: an icon from disk is no stranger.
        """
        asked = [url for url in self.requests if not url.startswith((base, "data:"))]
        return [url for url in asked if not (url.startswith("file:") and url.endswith(ICON))]


def _refusal(request: Request) -> tuple[str, ...]:
    """What was asked for in vain; a request that ends because the reader goes on to another page is no failure."""
    return (f"{request.failure}: {request.url}",) if request.failure != "net::ERR_ABORTED" else ()


def _failure(response: Response) -> tuple[str, ...]:
    return (f"{response.status}: {response.url}",) if response.status >= HTTPStatus.BAD_REQUEST else ()
