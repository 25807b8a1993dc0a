"""Which spellings are one organization: the same words, whatever their case, accents, umlauts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from netlog.folding import spellings, words
from netlog.records.organizations import CompanyNames
from netlog.records.orgs import Organization
from netlog.rules.organizations import by_company


def gathered(
    spelled: Iterable[Organization], companies: Sequence[CompanyNames] = ()
) -> list[Organization]:
    """Each organization once, by its most common spelling; most people first.

    All spellings that mean a company with a record are that, by its name.
    """
    there = list(spelled)
    names = {company.id: company.names[0] for company in companies}
    meant = {
        text: names[id_]
        for id_, texts in by_company([one.organization for one in there], companies).items()
        for text in texts
    }
    recorded: dict[str, int] = defaultdict(int)
    alike: dict[tuple[str, ...], list[Organization]] = defaultdict(list)
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    # First those that are written in two ways, which are what makes one of both.
    for one in sorted(there, key=lambda one: -len(spellings(one.organization))):
        if one.organization in meant:
            recorded[meant[one.organization]] += one.people
            continue
        written = sorted(spellings(one.organization))
        of_it = next((same[said] for said in written if said in same), written[0])
        same.update(dict.fromkeys(written, of_it))
        alike[of_it].append(one)
    found = [Organization(name, people) for name, people in recorded.items()]
    found += [
        Organization(
            max(group, key=lambda one: (one.people, one.organization)).organization,
            sum(one.people for one in group),
        )
        for group in alike.values()
    ]
    return sorted(found, key=lambda one: (-one.people, words(one.organization), one.organization))
