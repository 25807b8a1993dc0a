"""Former jobs: whether a change of organization or title is a new job or a corrected spelling.

Another spelling of one company, its alias or its legal form, ends nothing.
"""

from collections.abc import Sequence

from netlog.folding import words
from netlog.records.organizations import CompanyNames

SHORTEST_WORD = 4
ROOMY_WORD = 7


def has_ended(before: str | None, after: str | None) -> bool:
    """Whether what stood there is history now; nothing is, where nothing or the same stood."""
    return bool(before) and not (after and is_correction(before or "", after))


def ends(
    before: Sequence[str | None],
    after: Sequence[str | None],
    companies: Sequence[CompanyNames] = (),
) -> bool:
    """Whether organization and title as they were are a former job now."""
    (organization, title), (new_organization, new_title) = before, after
    return has_ended(title, new_title) or (
        has_ended(organization, new_organization)
        and not is_one_company(organization, new_organization, companies)
    )


def is_one_company(
    before: str | None, after: str | None, companies: Sequence[CompanyNames]
) -> bool:
    """Whether both spell one company, by the records that there are of companies or without."""
    from netlog.rules import organizations

    return bool(before and after) and organizations.means_one(before or "", after or "", companies)


def is_correction(before: str, after: str) -> bool:
    """Whether both are the same but for case, accents, punctuation or a slip of the fingers.

    A slip changes one letter of a word of four, two of one of seven: "Manager I" and "Manager II"
    differ in a word too short for that.
    """
    old, new = words(before), words(after)
    return len(old) == len(new) and all(map(_slipped, old, new))


def _slipped(old: str, new: str) -> bool:
    if old == new:
        return True
    if min(len(old), len(new)) < SHORTEST_WORD or not (old.isalpha() and new.isalpha()):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(old, new) <= (2 if len(old) >= ROOMY_WORD else 1)
