"""ORG and TITLE: where somebody works, and where they did."""

from collections.abc import Iterator

from netlog.formats.mapping import Mapped
from netlog.formats.vcard.card import CardLines, unpreferred
from netlog.formats.vcard.property import Facts, Property
from netlog.formats.vcard.sheet import CardSheet
from netlog.formats.vcard.values import escaped, on_one_line
from netlog.records.incoming import IncomingPerson

FORMER = "former"  # the group of a job that is over: former1.ORG, former1.TITLE


def read(card: CardLines) -> Facts:
    """Organization and title, further jobs, and the department as a field.

    Organizations and titles belong together by their group, else by their order.
    """
    former = [line for line in card.lines if line.group.lower().startswith(FORMER)]
    pairs: dict[str, list[str | None]] = {line.group.lower(): [None, None] for line in former}
    department: tuple[tuple[str, str], ...] = ()
    for at, name in enumerate(("ORG", "TITLE")):
        number = 0
        for line in sorted(card.all(name), key=unpreferred):
            over = line.group.lower() in pairs
            texts: list[str] = line.texts(";") if name == "ORG" else [line.text()]
            texts = list(map(on_one_line, texts))
            card.take(line)
            if not any(texts):
                continue
            key = line.group.lower() if over else f" {number}"
            number += not over
            if over or number > 1:
                texts = ["; ".join(part for part in texts if part)]
            elif any(texts[1:]):
                department = (("department", "; ".join(filter(None, texts[1:]))),)
            pairs.setdefault(key, [None, None])[at] = texts[0] or None
    organization, title = pairs.pop(" 0", (None, None))
    jobs = tuple((org, said) for org, said in pairs.values() if org or said)
    return {"organization": organization, "title": title, "jobs": jobs, "fields": department}


def _write(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    units = _department(person)
    if units:
        sheet.said_fields.add("department")
    if person.organization or units:
        yield "ORG:" + ";".join(map(escaped, [person.organization or "", *units]))
    if person.title:
        yield f"TITLE:{escaped(person.title)}"
    for number, (organization, title) in enumerate(person.jobs, 1):
        if organization:
            yield f"{FORMER}{number}.ORG:{escaped(organization)}"
        if title:
            yield f"{FORMER}{number}.TITLE:{escaped(title)}"


def _department(person: IncomingPerson) -> list[str]:
    """The departments that travel in ORG: the first field, when ORG gives it back as it is."""
    if not person.fields or person.fields[0][0] != "department":
        return []
    units = person.fields[0][1].split("; ")
    return units if all(unit and unit == " ".join(unit.split()) for unit in units) else []


PROPERTIES = (
    Property(
        (
            Mapped("organization", "ORG, first part", "further parts become the field department"),
            Mapped("title", "TITLE", "ROLE is kept"),
            Mapped(
                "jobs",
                "further ORG and TITLE; written in groups former1, former2",
                "when they ended",
            ),
        ),
        ("ORG", "TITLE"),
        read,
        _write,
    ),
)
