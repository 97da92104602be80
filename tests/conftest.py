"""What all tests share."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest --update-golden` rewrite expected outputs, to be read as a diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files")
