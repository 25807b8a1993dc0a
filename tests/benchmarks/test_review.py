"""How long `netlog week` and `netlog stats` take with 100,000 people and a million meetings.

Run with: pytest -m benchmark -s. Each is to take two seconds of processor at the most.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.benchmarks.test_path import least, seed

pytestmark = pytest.mark.benchmark

MOST_SECONDS = 2.0


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "n.db"
    seed(path, 100_000)
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("week",),
        ("stats",),
        ("stats", "--since", "2000-01-01"),
        ("week", "--log", "30d..today"),
    ],
)
def test_a_review_of_a_million_meetings(
    large: Path, words: tuple[str, ...], report: Callable[[str], None]
) -> None:
    seconds = least(large, *words)
    report(f"{' '.join(words)}: {seconds:.2f} s")
    assert seconds < MOST_SECONDS
