"""What entries of a file say of one company: together, and beside what is known of it."""

from netlog.records.kept import lines_of, name_of
from netlog.records.organizations import Company, NewCompany
from netlog.rules import organizations
from netlog.rules.importing import reaching

COLUMNS = ("city", "notes", "cadence_days")


def joined(first: NewCompany, second: NewCompany) -> NewCompany:
    """Two entries of one file for one company: the first, with what only the second says."""
    called = (*first.aliases, second.name, *second.aliases)
    empty = {name: getattr(first, name) or getattr(second, name) for name in ("uid", *COLUMNS)}
    return first._replace(
        **empty,
        aliases=organizations.own_aliases(first.name, called),
        methods=reaching.joined(first.methods, second.methods, "fill"),
        kept=first.kept or second.kept,
        entries=first.entries or second.entries,
    )


def differing(there: Company | NewCompany, said: NewCompany) -> tuple[str, ...]:
    """In what a company is otherwise than an entry of the file says."""
    columns = [
        name
        for name in COLUMNS
        if getattr(said, name) not in (None, getattr(there, name)) and getattr(there, name)
    ]
    if isinstance(there, Company):
        return tuple(columns)
    kept = {name_of(line) for line in lines_of(said.kept) if line not in there.kept}
    return (*columns, *sorted(kept))


def are_apart(one: NewCompany, other: NewCompany) -> bool:
    """Whether uids of their own say that they are two."""
    return bool(one.uid and other.uid and one.uid != other.uid)
