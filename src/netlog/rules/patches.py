"""A change to a record: raw values under the keys of its JSON in, values to store out.

Flags, documents and JSON all become a patch, as RFC 7396 has it: null or "" clears, an array
replaces, `fields` is merged. What is wrong is said by raising UsageMistake or Refused.
"""

from netlog.errors import Refused, UsageMistake, placed
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.plans import Plan
from netlog.records.refs import one_of
from netlog.records.thanks import Thanks
from netlog.rules import yearly
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.rules.patch_readers import READERS
from netlog.rules.patch_values import Footing
from netlog.typed import Any
from netlog.wording import long_day, nearest, quoted, said_birthday

Patch = dict[str, Any]
# How near a key is to the one that was meant, 1 being the same.
NEAR = 0.7


def read(letter: str, patch: Patch, ground: Footing) -> Patch:
    """The values to store; people are left as they were typed, for who to find."""
    readers = READERS[letter]
    unknown = [key for key in patch if key not in readers]
    if unknown:
        near = nearest(unknown[0], tuple(readers), NEAR) if len(unknown) == 1 else None
        raise UsageMistake(
            f"edit cannot change {', '.join(map(quoted, unknown))} of {one_of(letter)}.",
            advice=f"Did you mean {near}?" if near else f"It can change {', '.join(readers)}.",
        )
    changes = {}
    for key, value in patch.items():
        with placed(key, value):
            changes[key] = readers[key](value, key, ground)
    return changes


def check(record: object, changes: Patch) -> None:
    """Raise Refused for a change that the record's state does not allow.

    A day that is called a birthday becomes the birthday.
    """
    match record:
        case Contact():
            _settle_birthday(record, changes)
        case Favor():
            _check_favor(record, changes)
        case Thanks():
            _check_thanks(record, changes)
        case Plan():
            _check_plan(record)


def _settle_birthday(contact: Contact, changes: Patch) -> None:
    new = [one for one in changes.get("dates", ()) if one not in contact.dates]
    born, _, second = yearly.parted(changes.get("birthday", contact.birthday), new)
    if second:
        said = f"The birthday of {contact.name} ({contact.ref}) is {said_birthday(born or '')}."
        another = f"Another day for it: netlog edit {contact.ref} --birthday {second.on}"
        raise Refused(said, advice=another).at("dates", second.on)
    called = [one for one in new if yearly.is_birthday(one.label)]
    if called:
        changes["birthday"] = born
        changes["dates"] = tuple(one for one in changes["dates"] if one not in called)


def _check_favor(favor: Favor, changes: Patch) -> None:
    if "done_on" in changes and favor.state == "closed":
        done = f'netlog favor receive {favor.contact.ref} "…"'
        raise Refused(f"{favor.contact.name} did not do {favor.ref}.", advice=f"What came: {done}")
    if "done_on" in changes and not favor.done_on:
        raise Refused(f"{favor.ref} is not done yet: netlog done {favor.ref}.")
    if "due_on" in changes and favor.state != "open":
        raise Refused(f"{favor.ref} is {favor.state}, so it is not due.")
    if "outcome" in changes and not favor.outcome:
        raise Refused(f"{favor.ref} has no outcome yet: netlog favor outcome {favor.ref} TEXT.")


def _check_thanks(thanks: Thanks, changes: Patch) -> None:
    if "due_on" in changes and thanks.state != "open":
        raise Refused(f"{thanks.ref} is {thanks.state}, so it is not due.")
    if changes.keys() & {"sent_on", "how"} and thanks.state != "sent":
        raise Refused(f"{thanks.ref} is {thanks.state}, not sent: netlog thank {thanks.ref}.")
    sent_on = changes.get("sent_on")
    if sent_on and sent_on + MOST_DAYS_AHEAD < thanks.opened_on:
        said = f"{long_day(sent_on)} is before there was anything to thank for."
        raise Refused(said).at("sent_on", sent_on)


def _check_plan(plan: Plan) -> None:
    if plan.meeting:
        raise Refused(f"{plan.ref} became {plan.meeting.ref}: edit that.")
    if plan.state != "open":
        raise Refused(f"{plan.ref} is {plan.state}, so nothing of it is to come.")
