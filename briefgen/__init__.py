"""briefgen: a static site generator that turns news articles into cross-linked briefing pages."""

__version__ = "0.1.0"
