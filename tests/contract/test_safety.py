"""docs/safety.md against the tree: each test that it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "safety.md").read_text("utf-8")
PROOFS = sorted(set(re.findall(r"`(tests/[^`:]+)(?:::(\w+))?`", TEXT)))


@pytest.mark.parametrize(("path", "test"), PROOFS)
def test_what_proves_a_promise_is_there(path: str, test: str) -> None:
    found = (ROOT / path).read_text("utf-8")
    assert f"def {test}(" in found if test else found


def test_every_promise_names_its_proof() -> None:
    promises = [line for line in TEXT.splitlines() if line.startswith("| ") and "---" not in line]
    assert all("`tests/" in line for line in promises[1:])
