"""A new job, or the old one spelled better."""

import pytest

from netlog.rules.jobs import has_ended, is_correction


@pytest.mark.parametrize(
    ("before", "after"),
    [("acme", "ACME"), ("Muller AG", "Müller AG"), ("Acme, Inc", "Acme Inc."),
     ("Initech", "Initehc"), ("Enginer", "Engineer")],
)  # fmt: skip
def test_a_better_spelling_is_a_correction(before: str, after: str) -> None:
    assert is_correction(before, after)
    assert not has_ended(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [("Acme", "Initech"), ("Manager I", "Manager II"), ("engineer", "senior engineer"),
     ("VP", "SVP"), ("IBM", "ICM"), ("Studio 54", "Studio 55"), ("Acme", "Acme Labs")],
)  # fmt: skip
def test_another_name_is_a_new_job(before: str, after: str) -> None:
    assert has_ended(before, after)


@pytest.mark.parametrize(
    ("before", "after", "ended"),
    [(None, "Acme", False), (None, None, False), ("Acme", None, True), ("Acme", "Acme", False)],
)
def test_where_nothing_stood_nothing_has_ended(before, after, ended: bool) -> None:
    assert has_ended(before, after) is ended
