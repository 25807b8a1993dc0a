"""UID, KIND, FN, N and NICKNAME: who the card is of, and what they are called."""

from collections.abc import Iterator
from itertools import islice

from netlog.folding import fold
from netlog.formats.mapping import Mapped
from netlog.formats.vcard import android
from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.convert import written
from netlog.formats.vcard.property import Facts, Property
from netlog.formats.vcard.sheet import CardSheet, Placed, plain
from netlog.formats.vcard.stated import guessed, of_line, refitted, says_same, spoken, turned
from netlog.formats.vcard.values import ContentLine, content_line, escaped
from netlog.records.contacts import NameKind, OtherName
from netlog.records.incoming import IncomingPerson
from netlog.typed import Final

MAIDEN_NAMES = ("X-MAIDENNAME", "X-MAIDEN-NAME")
OTHERS: Final[dict[str, NameKind]] = {
    "X-NETLOG-FORMER-NAME": "former",
    **dict.fromkeys(MAIDEN_NAMES, "former"),
    "X-NETLOG-MERGED-NAME": "merged",
    "X-PHONETIC-FIRST-NAME": "phonetic_first",
    "X-PHONETIC-LAST-NAME": "phonetic_last",
}
WRITTEN = {kind: name for name, kind in OTHERS.items() if name not in MAIDEN_NAMES}
KIND_NAMES = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_NOBODY = {"location", "thing", "device", "application", "room", "resource"}


def kind(lines: list[ContentLine]) -> str:
    """What the card is of, in lower case: individual unless it says otherwise."""
    for line in lines:
        if line.name in KIND_NAMES:
            return line.text().lower() or "individual"
    return "individual"


def refusal(card: CardLines) -> str:
    """Why the card is of nobody, if it is."""
    said = kind(card.lines)
    if said == "group":
        return "it is a group: its name is a tag of its members"
    if said in _NOBODY:
        return "it is a place or a thing, not a person"
    if said == "individual":
        for line in [*card.all("KIND"), *card.all("X-ADDRESSBOOKSERVER-KIND")]:
            card.take(line)
    return ""


def is_company(card: CardLines) -> bool:
    """Whether the card says that it is of a company."""
    shown = any(line.text().upper() == "COMPANY" for line in card.all("X-ABSHOWAS"))
    return shown or kind(card.lines) == "org"


def bare_uid(text: str | None) -> str | None:
    """A uid without the urn:uuid: that some programs write before it and others leave out."""
    if text and text[:9].lower() == "urn:uuid:":
        text = text[9:]
    return text or None


def read_name(card: CardLines) -> Facts:
    """FN, else N in reading order; N says which is which of "Last, First".

    N stays kept unless it is what FN says anyway; FN stays beside it when the two disagree, so that
    the writer can tell a person renamed since from one who always had two names. Of a company N is
    a person there, and so a field.
    """
    name = full = card.first("FN")
    fields: tuple[tuple[str, str], ...] = ()
    for line in card.all("N"):
        parts = of_line(line)
        family, given, additional, prefix, suffix = parts
        rest = (additional, prefix, suffix)
        said_so = spoken(given, additional, family)
        said_so = " ".join(filter(None, (prefix, said_so, suffix)))
        in_order, is_whole = turned(full or "", family, given, *rest) or ("", False)
        if full and is_whole:
            called = fold(full)
            before, behind = (one if fold(one) in called else "" for one in (prefix, suffix))
            in_order = " ".join(filter(None, (before, given, additional, family, behind)))
        name = in_order or name
        name = name or said_so or None
        said = bool(name and parts == guessed(name))
        if said or not any(parts):
            card.take(line)
        elif full and name == full and not says_same(full, family, given):
            card.leave("FN", full)
            fields = _of_company(card, full, family, given)
    named = " ".join(name.split()) if name else None
    return {"name": named, "fields": fields} if named else {}


def _of_company(card: CardLines, full: str, family: str, given: str) -> tuple[tuple[str, str], ...]:
    """The person whom a company's card has in N, as a field."""
    person = " ".join(filter(None, (given, family)))
    organizations = {line.texts(";")[0].casefold() for line in card.all("ORG")}
    apart = not set(full.casefold().split()) & set(person.casefold().split())
    is_one = is_company(card) or full.casefold() in organizations
    return (("contact", person),) if is_one and apart and person else ()


def of_company(raw: str, company: str) -> str | None:
    """The person whom the N of a company's card names; None where that is the company."""
    line = content_line(raw)
    family, given, *_ = [*(line.texts(";") if line else []), "", ""]
    person = " ".join(filter(None, (given, family)))
    said, called = set(person.casefold().split()), set(company.casefold().split())
    is_somebody = bool(family and given and said - called) or not said & called
    return (person or None) if is_somebody else None


def _place_names(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    old = [*sheet.known("FN", "N"), *sheet.kept("FN", "N")]
    old.sort(key=lambda line: line.at)
    said = read_name(CardLines([*old, *_company_lines(sheet)]))
    # Of a company N may say whom one reaches there, which is a field.
    there = said.get("fields", ())
    is_there = all(sheet.has_field(key, value) for key, value in there)
    if is_there:
        sheet.said_fields.update(key for key, _ in there)
    if sheet.is_as_read and old and is_there and plain(said.get("name")) == plain(person.name):
        yield from (Placed(line.at, line.raw) for line in old)
        return
    at = old[0].at if old and sheet.form.was_read else None
    was = said.get("name") if any(line.name == "FN" for line in old) else None
    for text in _names(person, sheet, old, was) if is_there else _nobodys(person):
        yield Placed(at, text, new=True)


def _nobodys(person: IncomingPerson) -> Iterator[str]:
    """A company's name, where another person is reached there, or nobody, than its card said."""
    yield f"FN:{escaped(person.name)}"
    yield "N:;;;;"


def _company_lines(sheet: CardSheet) -> list[ContentLine]:
    return [*sheet.known("ORG"), *sheet.kept("X-ABSHOWAS", "ORG", *KIND_NAMES)]


def _names(
    person: IncomingPerson, sheet: CardSheet, old: list[ContentLine], was: str | None
) -> Iterator[str]:
    """FN and N; what N stated beside the name that was is told of a new one as far as it holds."""
    yield f"FN:{escaped(person.name)}"
    lines = [line for line in old if line.name == "N"]
    fulls = [line.text() for line in old if line.name == "FN" and not sheet.form.is_known(line)]
    said = of_line(lines[0]) if lines else None
    fitted = refitted(person.name, was, said) if said else None
    holds = person.name in fulls or bool(fitted and fitted == said)
    if holds and person.name not in fulls and sheet.version != "3.0":
        yield from (f"FN:{escaped(full)}" for full in fulls)
    if holds:
        kept = lines if sheet.version == "4.0" else lines[:1]
        yield from (written(line, sheet.version) for line in kept)
    elif fitted:
        yield fitted.line()
    elif is_company(CardLines(_company_lines(sheet))):
        yield "N:;;;;"
    else:
        yield guessed(person.name).line()
        if person.name == person.organization and not sheet.known(*KIND_NAMES):
            yield "KIND:individual"  # or it would be the card of that company


def _read_uid(card: CardLines) -> Facts:
    return {"uid": card.first("UID")}


def _write_uid(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    if person.uid:
        yield f"UID:{escaped(person.uid)}"


def _place_uid(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    """In any version as it stands: who syncs cards tells them apart by each of its octets."""
    old = sheet.known("UID")
    if old and CardLines(old).first("UID") == person.uid:
        if sheet.is_as_read:
            yield from (Placed(line.at, line.raw) for line in old)
        else:
            said = (line for line in old if line.line() == person.uid)
            yield from (Placed(one.at, written(one, sheet.version)) for one in islice(said, 1))
        return
    at = old[0].at if old else None
    yield from (Placed(at, text, new=True) for text in _write_uid(person, sheet))


def _read_nicknames(card: CardLines) -> Facts:
    said = [*dict.fromkeys((*card.parts("NICKNAME"), *android.nicknames(card)))]
    others = tuple(OtherName("nickname", one) for one in said[1:])
    return {"nickname": said[0] if said else None, "names": others}


def _write_nicknames(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    nicknames = [person.nickname, *(one.value for one in person.names if one.kind == "nickname")]
    if any(nicknames):
        yield "NICKNAME:" + ",".join(escaped(one) for one in nicknames if one)


def _place_nicknames(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    """As they stand, while they are all of them, and no others."""
    old = sheet.known("NICKNAME")
    said = _read_nicknames(CardLines([*old, *sheet.known(android.NAME)]))
    further = [one for one in person.names if one.kind == "nickname"]
    same = plain((said["nickname"], said["names"])) == plain((person.nickname, tuple(further)))
    if sheet.is_as_read and same:
        yield from (Placed(line.at, line.raw) for line in old)
        return
    at = old[0].at if old else None
    yield from (Placed(at, text, new=True) for text in _write_nicknames(person, sheet))


def _read_others(card: CardLines) -> Facts:
    found = []
    for name, kind_ in OTHERS.items():
        for line in card.all(name):
            # A maiden name goes back to who wrote it so.
            if name not in MAIDEN_NAMES:
                card.take(line)
            if text := line.line():
                found.append(OtherName(kind_, text))
    return {"names": tuple(found)}


def _place_others(person: IncomingPerson, sheet: CardSheet) -> Iterator[Placed]:
    """Each on its line as it stands; a maiden name is said by the line that is kept."""
    left = [one for one in person.names if one.kind in WRITTEN]
    for line in [*sheet.known(*OTHERS), *sheet.kept(*MAIDEN_NAMES)]:
        said = OtherName(OTHERS[line.name], line.line())
        found = next((one for one in left if plain(tuple(one)) == plain(tuple(said))), None)
        if found is None or not (sheet.is_as_read or not sheet.form.is_known(line)):
            continue
        left.remove(found)
        if sheet.form.is_known(line):
            yield Placed(line.at, line.raw)
    for one in left:
        if one.kind.startswith("phonetic"):
            sheet.drop(WRITTEN[one.kind])
        yield Placed(None, f"{WRITTEN[one.kind]}:{escaped(one.value)}", new=True)


def _written_elsewhere(person: IncomingPerson, sheet: CardSheet) -> Iterator[str]:
    yield from ()


PROPERTIES = (
    Property((Mapped("uid", "UID"),), ("UID",), _read_uid, _write_uid, _place_uid),
    Property(
        (
            Mapped(
                "name",
                "FN, else N, NICKNAME, ORG or the first method; N says which is which of "
                '"Last, First"',
                "other FN are kept",
            ),
        ),
        ("FN", "N"),
        read_name,
        _written_elsewhere,
        _place_names,
    ),
    Property(
        (Mapped("nickname, nicknames", "NICKNAME; X-ANDROID-CUSTOM"),),
        ("NICKNAME",),
        _read_nicknames,
        _written_elsewhere,
        _place_nicknames,
    ),
    Property(
        (
            Mapped("former_names", "X-NETLOG-FORMER-NAME; X-MAIDENNAME is read, and kept as it is"),
            Mapped("merged_names", "X-NETLOG-MERGED-NAME"),
            Mapped("phonetic_first, phonetic_last", "X-PHONETIC-FIRST-NAME, X-PHONETIC-LAST-NAME"),
        ),
        tuple(OTHERS),
        _read_others,
        _written_elsewhere,
        _place_others,
    ),
)
