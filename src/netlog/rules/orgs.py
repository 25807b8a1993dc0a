"""Which spellings are one organization: the same words, whatever their case and accents."""

from collections import defaultdict
from collections.abc import Iterable

from netlog.folding import words
from netlog.records.orgs import Organization


def gathered(spellings: Iterable[Organization]) -> list[Organization]:
    """Each organization once, by its most common spelling; most people first."""
    alike: dict[str, list[Organization]] = defaultdict(list)
    for one in spellings:
        alike[" ".join(words(one.organization))].append(one)
    found = [
        Organization(
            max(group, key=lambda one: (one.people, one.organization)).organization,
            sum(one.people for one in group),
        )
        for group in alike.values()
    ]
    return sorted(found, key=lambda one: (-one.people, words(one.organization), one.organization))
