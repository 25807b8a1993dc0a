"""A record that reads as a person and is about a company."""

from netlog.records.incoming import IncomingOrganization, IncomingPerson


def company_of(one: IncomingPerson) -> IncomingOrganization:
    """The record as one; what it has no place for stands in its notes, its groups are kept."""
    tags = ",".join(tag.replace(",", "\\,") for tag in one.tags)
    told = [one.notes, "\n".join(f"{key}: {value}" for key, value in one.fields)]
    return IncomingOrganization(
        one.row,
        one.organization or one.name,
        uid=one.uid,
        aliases=tuple(filter(None, (one.nickname, *(name.value for name in one.names)))),
        city=one.city,
        methods=one.methods,
        notes="\n\n".join(filter(None, told)) or None,
        kept=(*one.kept, *([f"CATEGORIES:{tags}"] if tags else [])),
    )
