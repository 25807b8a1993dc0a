"""Names and yearly days of somebody of a file beside those that are there: none is ever lost."""

from collections.abc import Iterable

from netlog.folding import fold
from netlog.records.contacts import NAME_KINDS, NewContact, NewDate, OtherName, StoredContact
from netlog.records.importing import Update
from netlog.rules.names import PHONETIC, is_address, is_former, says_less
from netlog.typed import Any

Others = tuple[OtherName, ...]
Dates = tuple[NewDate, ...]


def joined(one: NewContact, other: NewContact) -> tuple[Others, Dates]:
    """The other names and days of two entries for one person."""
    new = [*_called(other), *_former(other, one.name)]
    return names(one, new, "fill"), dates(one.dates, other.dates, "fill")


def changed(
    there: StoredContact, new: NewContact, update: Update, columns: dict[str, Any]
) -> tuple[Others, Dates]:
    """The other names and days of somebody who is there, whole; columns are those to be set."""
    now = there._replace(
        name=columns.get("name", there.name), nickname=columns.get("nickname", there.nickname)
    )
    said = [*_former(there, now.name), *_called(there), *_called(new)]
    return names(now, said, update), dates(there.dates, new.dates, update)


def names(now: NewContact | StoredContact, said: Iterable[OtherName], update: Update) -> Others:
    """The other names of somebody as they are now, with those that are said and not known yet."""
    found = list(now.names)
    for name in said:
        if name.kind in PHONETIC:
            held = [one for one in found if one.kind == name.kind]
            if held and update == "overwrite":
                found[found.index(held[0])] = name
            elif not held:
                found.append(name)
        elif not _is_known(now, found, name):
            found.append(name)
    return tuple(sorted(found, key=lambda one: NAME_KINDS.index(one.kind)))


def dates(there: Dates, new: Dates, update: Update) -> Dates:
    """The days by label; what is there stays unless it is to be overwritten."""
    found = {fold(date.label): date for date in there}
    for date in new:
        key = fold(date.label)
        if key not in found:
            found[key] = date
        elif update == "overwrite" and found[key].on != date.on:
            found[key] = date._replace(label=found[key].label)
    return tuple(found.values())


def _called(contact: NewContact | StoredContact) -> list[OtherName]:
    first = [OtherName("nickname", contact.nickname)] if contact.nickname else []
    return [*first, *contact.names]


def _former(before: NewContact | StoredContact, after: str) -> list[OtherName]:
    """The name before, where somebody may still know it; a mailbox or a number never was one."""
    if is_address(before.name):
        held = fold(before.name) in {fold(one.value) for one in before.methods}
        return [] if held or before.name == after else [OtherName("nickname", before.name)]
    if says_less(before.name, after):
        return []
    return [OtherName("former", before.name)] if is_former(before.name, after) else []


def _is_known(now: NewContact | StoredContact, found: Iterable[OtherName], name: OtherName) -> bool:
    held = (now.name, now.nickname or "", *(one.value for one in found if one.kind not in PHONETIC))
    return fold(name.value) in map(fold, held)
