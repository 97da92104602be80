"""What a site says about itself: `site.yaml` and its vocabularies."""

from __future__ import annotations

from briefgen.config.settings import load_settings
from briefgen.config.vocabulary import load_vocabulary

__all__ = ["load_settings", "load_vocabulary"]
