"""A card's content lines as a person: each property reads its own.

What has no place in netlog, or cannot be read as what it should be, is kept as it stands.
"""

from collections.abc import Mapping

from netlog.formats.vcard import android, names
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.form import Form
from netlog.formats.vcard.methods import called, led_to, read_lines
from netlog.formats.vcard.names import bare_uid
from netlog.formats.vcard.properties import OF_COMPANY, PROPERTIES
from netlog.formats.vcard.property import Facts, Property
from netlog.formats.vcard.sheet import plain
from netlog.formats.vcard.texts import EVERYBODY
from netlog.formats.vcard.values import ContentLine
from netlog.records.contacts import OtherName
from netlog.records.incoming import (
    COMPANY,
    Declined,
    IncomingCard,
    IncomingMethod,
    IncomingOrganization,
    IncomingPerson,
)

# What several properties say a part of.
_GATHERED = ("fields", "names", "dates", "relations")
_OF_THE_FILE = frozenset({"VERSION", "PRODID", "REV", "PROFILE"})
_NOBODY = "it names nobody: it has no name, organization, e-mail or phone"

Readers = tuple[tuple[Property, frozenset[str], Facts], ...]


def _readers(properties: tuple[Property, ...]) -> Readers:
    """Each property with the lines that it reads, and what it says where there are none."""
    return tuple(
        (one, frozenset((*one.names, android.NAME)), one.read(CardLines([]))) for one in properties
    )


_PEOPLES, _COMPANIES = _readers(PROPERTIES), _readers(OF_COMPANY)

OfSomebody = IncomingPerson | IncomingOrganization
OfCard = OfSomebody | IncomingCard


def person(
    row: int, card: CardLines, groups: Mapping[str, tuple[str, ...]]
) -> IncomingPerson | Declined:
    """The person of a card, or why it is none; groups holds names of groups by a member's uid."""
    if card.by_name.keys() <= _OF_THE_FILE:
        return Declined(row, _NOBODY)
    for property_ in _OF_THE_FILE:
        for line in card.all(property_):
            card.take(line)
    refusal = names.refusal(card)
    if refusal:
        return Declined(row, refusal, rejected=False)
    said = _facts(card, _PEOPLES)
    said["names"] = tuple(sorted(said["names"], key=lambda one: one.kind == "nickname"))
    name = said.get("name") or said["nickname"]
    kept = card.kept()
    if not name and said["organization"]:
        name = said["organization"]
        kept = kept if names.is_company(card) else (*kept, COMPANY)
    name = name or _reached_as(said["methods"])
    if not name:
        return Declined(row, _NOBODY)
    emails = (method.value for method in said["methods"] if method.kind == "email")
    keys = [*filter(None, [bare_uid(said["uid"])]), *(f"mailto:{email}" for email in emails)]
    member_of = (name for key in keys for name in groups.get(key.casefold(), ()))
    said["tags"] = tuple(
        dict.fromkeys((*said["tags"], *(t for t in member_of if t not in EVERYBODY)))
    )
    return IncomingPerson(
        **{**said, "row": row, "name": name, "kept": kept, "guessed": tuple(card.guessed)}
    )


def _facts(card: CardLines, readers: Readers) -> Facts:
    """What all of them read from the card; those that find none of their lines are not asked."""
    said: Facts = dict.fromkeys(_GATHERED, ())
    there = card.by_name.keys()
    for one, names_, unsaid in readers:
        found = unsaid if there.isdisjoint(names_) else one.read(card)
        for key, value in found.items():
            if key not in _GATHERED:
                said[key] = value
            elif value:
                said[key] += value
    return said


def is_company_alone(person: IncomingPerson, card: CardLines) -> bool:
    """Whether a card is of a company and names nobody there: it says so, or has no name but ORG."""
    if person.birthday or any(key == "contact" for key, _ in person.fields):
        return False
    if any(line.text().lower() == "individual" for line in card.all("KIND")):
        return False
    organization = (person.organization or "").split()
    called = [line.line() for name in ("FN", "NICKNAME") for line in card.all(name)]
    parts = [" ".join(filter(None, line.texts(";"))).split() for line in card.all("N")]
    in_n = [one for one in parts if one and one != organization]
    if names.is_company(card):
        # Who is shown under a company is still somebody, where FN and N agree on that.
        named_so = any(sorted(one) == sorted(person.name.split()) for one in in_n)
        return not (organization and named_so)
    named = any(one and one.split() != organization for one in called)
    return bool(organization) and not named and not in_n


def company(row: int, card: CardLines, name: str) -> IncomingOrganization:
    """The company of a card, by that name."""
    for property_ in _OF_THE_FILE:
        for line in card.all(property_):
            card.take(line)
    said = _facts(card, _COMPANIES)
    lines = card.all("ORG")
    if len(lines) == 1 and [one for one in lines[0].texts(";") if one] == [name]:
        card.take(lines[0])
    kept = card.kept() if names.is_company(card) else (*card.kept(), COMPANY)
    others = (one.value for one in said["names"])
    return IncomingOrganization(
        row,
        name,
        uid=said["uid"],
        aliases=tuple(filter(None, (said["nickname"], *others))),
        city=said["city"],
        methods=said["methods"],
        notes=said["notes"],
        kept=kept,
    )


def of_company(one: IncomingOrganization) -> IncomingPerson:
    """A company as a card is written of it."""
    form = Form(one.kept, one.uid)
    lines = form.lines
    is_said = any(names.is_company(CardLines([line])) for line in lines)
    said = [[part for part in line.texts(";") if part] for line in lines if line.name == "ORG"]
    says_org = said == [[one.name]] or not (said or form.was_read)
    notes, unread = _unread(one, lines)
    return IncomingPerson(
        one.row,
        one.name,
        uid=one.uid,
        nickname=next(iter(one.aliases), None),
        names=tuple(OtherName("nickname", alias) for alias in one.aliases[1:]),
        organization=one.name if says_org else None,
        city=one.city,
        methods=one.methods,
        fields=unread,
        notes=notes,
        kept=one.kept if is_said else (*one.kept, COMPANY),
        revised_at=one.revised_at,
    )


def _unread(
    one: IncomingOrganization, lines: list[ContentLine]
) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The notes without the lines that only repeat one of the card: a number that is none, say.

    A person has fields for that, and so it is handed on as fields.
    """
    ways = (led_to(was) for _, was in read_lines(CardLines(lines)) if was)
    said = [(f"{was.label} {was.kind}" if was.label else was.kind, was.value) for was in ways]
    noted, found = (one.notes or "").split("\n"), []
    for key, value in reversed(said):
        line = plain(f"{key}: {value}")
        at = next((at for at in reversed(range(len(noted))) if plain(noted[at]) == line), None)
        if at is not None:
            del noted[at]
            found.append((key, value))
    return "\n".join(noted) or None, tuple(reversed(found))


def group(card: CardLines) -> tuple[str, list[str]]:
    """The name of a group card and the uids of its members."""
    members = [*card.all("MEMBER"), *card.all("X-ADDRESSBOOKSERVER-MEMBER")]
    uids = (bare_uid(line.text()) for line in members)
    return names.read_name(card).get("name") or "", [uid.casefold() for uid in uids if uid]


def _reached_as(methods: tuple[IncomingMethod, ...]) -> str | None:
    """What to call somebody without any name; an address is not a person."""
    return next((called(method) for method in methods if method.kind != "address"), None)


def form_of(of: OfCard) -> Form:
    """The form in which its card was read."""
    return Form([of.card]) if isinstance(of, IncomingCard) else formed(of)[1]


def formed(of: OfSomebody) -> tuple[IncomingPerson, Form]:
    """Whom a card is to be of, a company as somebody, and the form in which it was read."""
    person = of if isinstance(of, IncomingPerson) else of_company(of)
    return person, Form(person.kept, person.uid)
