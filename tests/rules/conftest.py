"""Rules are values in and values out: no test here has a home or a book."""

import pytest


@pytest.fixture(autouse=True)
def home() -> None:
    """None: a thousand homes that nobody enters take seconds."""


@pytest.fixture(autouse=True)
def copied_when_empty() -> None:
    """No book is made."""
