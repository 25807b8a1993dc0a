"""All properties of a card in the order in which they are written; the rest is kept."""

from netlog.formats.mapping import Mapped
from netlog.formats.vcard import days, jobs, names, reaching, relations, texts
from netlog.formats.vcard.property import Property

PROPERTIES: tuple[Property, ...] = (
    *names.PROPERTIES,
    *jobs.PROPERTIES,
    *reaching.PROPERTIES,
    *days.PROPERTIES,
    *texts.PROPERTIES,
    *relations.PROPERTIES,
    *texts.FIELDS,
)
# Of the card of a company; what else stands there is kept as it is.
OF_COMPANY: tuple[Property, ...] = (
    *names.PROPERTIES[:3],
    *reaching.PROPERTIES,
    *(one for one in texts.PROPERTIES if one.names == ("NOTE",)),
)
MAPPING: tuple[Mapped, ...] = (
    *(mapped for one in PROPERTIES for mapped in one.mapped),
    Mapped(
        "organizations",
        "KIND:org, X-ABShowAs:COMPANY, or a card that names nobody but an organization: FN, ORG, "
        "NICKNAME, ways to reach it, NOTE",
        "its log",
    ),
    Mapped("kept", "everything else, such as PHOTO, GEO"),
    Mapped(
        "kept_cards",
        "a card of a group, a place or a thing as a whole; of a group without those members who "
        "have its tag no more",
    ),
    Mapped(
        "kept: form",
        "types, order, groups, grades of PREF, the case of categories, REV: a card is written "
        "as it was read, but for what changed",
    ),
    Mapped("archived, snoozed_until, remind_on, remind_why", "", "all"),
    Mapped("meetings, favors, thanks, further uids", "", "all"),
    Mapped("", "PROFILE", "it speaks of the file, not of the person"),
)
