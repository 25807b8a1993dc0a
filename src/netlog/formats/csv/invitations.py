"""LinkedIn's invitations as people, with how and when they were met."""

from netlog.formats import dates
from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.csv.linkedin import HOW_MET, NAMELESS, NamedRow, profile, records
from netlog.records.incoming import Declined, IncomingMethod, IncomingPerson, Reading

COLUMNS = {"from", "to", "sent at", "direction"}


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """Invitations.csv as the people of it, with how and when they were met."""
    for record in records(decoded(content(source), at.charset), COLUMNS):
        yield record if isinstance(record, Declined) else _invited(record)


def _invited(record: NamedRow) -> IncomingPerson | Declined:
    row, said = record
    theirs = said["direction"].upper() == "INCOMING"
    name = said["from"] if theirs else said["to"]
    if not name:
        return Declined(row.number, NAMELESS, source=row.source)
    url = said.get("inviterprofileurl" if theirs else "inviteeprofileurl", "")
    return IncomingPerson(
        row.number,
        name,
        how_met=f"{HOW_MET}: {'they' if theirs else 'you'} invited {'you' if theirs else 'them'}",
        met_on=dates.day(said["sent at"]),
        methods=(IncomingMethod("url", profile(url)),) if url else (),
        notes=said.get("message") or None,
    )
