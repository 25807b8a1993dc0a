"""Which spellings are one organization: the same words, whatever their case and accents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from netlog.folding import words
from netlog.records.organizations import CompanyNames
from netlog.records.orgs import Organization
from netlog.rules.organizations import by_company


def gathered(
    spellings: Iterable[Organization], companies: Sequence[CompanyNames] = ()
) -> list[Organization]:
    """Each organization once, by its most common spelling; most people first.

    All spellings that mean a company with a record are that, by its name.
    """
    there = list(spellings)
    names = {company.id: company.names[0] for company in companies}
    meant = {
        text: names[id_]
        for id_, texts in by_company([one.organization for one in there], companies).items()
        for text in texts
    }
    recorded: dict[str, int] = defaultdict(int)
    alike: dict[str, list[Organization]] = defaultdict(list)
    for one in there:
        if one.organization in meant:
            recorded[meant[one.organization]] += one.people
        else:
            alike[" ".join(words(one.organization))].append(one)
    found = [Organization(name, people) for name, people in recorded.items()]
    found += [
        Organization(
            max(group, key=lambda one: (one.people, one.organization)).organization,
            sum(one.people for one in group),
        )
        for group in alike.values()
    ]
    return sorted(found, key=lambda one: (-one.people, words(one.organization), one.organization))
