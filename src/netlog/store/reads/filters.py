"""PeopleFilter as an SQL condition on contact c, shared by every list of people."""

from netlog.records.contacts import PeopleFilter

CIRCLE = "EXISTS (SELECT 1 FROM contact_circle WHERE contact_id = c.id AND circle = :circle)"
TAG = "EXISTS (SELECT 1 FROM contact_tag WHERE contact_id = c.id AND tag = :{name})"
ACTIVE = "c.archived_at IS NULL"


def condition(people: PeopleFilter) -> tuple[str, dict[str, str]]:
    """The condition and its named binds."""
    terms: list[str] = [] if people.archived else [ACTIVE]
    binds: dict[str, str] = {}
    if people.circle:
        terms.append(CIRCLE)
        binds["circle"] = people.circle
    for number, tag in enumerate(people.tags):
        name = f"tag_{number}"
        terms.append(TAG.format(name=name))
        binds[name] = tag
    return " AND ".join(terms) or "1 = 1", binds
