"""What somebody is, and was, and where, in a row of CSV."""

from collections.abc import Iterator

from netlog.formats.csv.table import Cells, Table, split

_JOB_PARTS = frozenset({"value", "title", "department", "label", "yomi name"})


def held(table: Table, said: Cells) -> Iterator[tuple[str | None, str | None]]:
    """Each job with what it is called, in the order of the columns."""
    for (kind, _), parts in said.slotted.items():
        if kind == "job":
            yield from _paired(table, parts.get("value", ""), parts.get("title", ""))
            if department := parts.get("department"):
                said.fields.append(("department", department))
            further = ((part, parts[part]) for part in parts if part not in _JOB_PARTS)
            said.fields.extend((f"organization {part}", value) for part, value in further)


def present(
    said: Cells, jobs: list[tuple[str | None, str | None]]
) -> tuple[str | None, str | None]:
    """Organization and title; `jobs` keeps the others."""
    if department := said.first("department"):
        said.fields.append(("department", department))
    organization, title = said.first("organization"), said.first("title")
    if organization or not jobs or ("job", "former 1") in said.slotted:
        return organization, title
    if title:
        said.fields.append(("occupation", title))
    return jobs.pop(0)


def _paired(
    table: Table, organizations: str, titles: str
) -> Iterator[tuple[str | None, str | None]]:
    names, roles = split(table, organizations), split(table, titles)
    for at in range(max(len(names), len(roles))):
        name = names[at] if at < len(names) else None
        yield name, roles[at] if at < len(roles) else None
