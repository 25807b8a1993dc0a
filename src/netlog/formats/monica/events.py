"""What happened with a contact of Monica's export: calls, conversations, notes, debts, gifts."""

from collections.abc import Sequence

from netlog.formats.kinds import guessed_kind
from netlog.formats.monica.values import (
    bucket,
    day_of,
    is_true,
    properties,
    records,
    rejected,
    text_of,
)
from netlog.formats.uids import made_uid
from netlog.records.incoming import Declined, IncomingFavor, IncomingMeeting, Reading
from netlog.records.meetings import NOT_A_TOUCH
from netlog.typed import Any, Literal


def activity(
    row: int, record: dict[str, Any], otherwise: str, who: Sequence[str]
) -> IncomingMeeting | Declined:
    """An activity of the account with the uids of who took part; kind `otherwise` if it says none.

    row is its number among the activities.
    """
    said = properties(record)
    summary, description = text_of(said.get("summary")), text_of(said.get("description"))
    day = day_of(said.get("happened_at"))
    if day is None:
        return rejected(row, f"activity {row} has no day that can be read", record)
    if not who:
        return Declined(row, f"activity {row} has nobody in it", rejected=False, source=summary)
    return IncomingMeeting(
        row=row,
        happened_on=day,
        kind=guessed_kind(summary, otherwise),
        who=tuple(dict.fromkeys(who)),
        uid=text_of(record.get("uuid")) or made_uid("monica", "activity", day, summary, *who),
        text="\n".join(filter(None, (summary, description))) or None,
    )


def of_contact(row: int, who: str, contact: dict[str, Any]) -> Reading:
    """All that happened with that one contact, who being its uid."""
    for call in bucket(contact, "call"):
        said = properties(call)
        text = text_of(said.get("content"))
        yield _meeting(row, who, call, "call", said.get("called_at"), text)
    for talk in bucket(contact, "conversation"):
        said = properties(talk)
        text = "\n".join(_message(each) for each in records(said.get("messages")))
        yield _meeting(row, who, talk, "message", said.get("happened_at"), text.strip())
    for note in bucket(contact, "note"):
        text = text_of(properties(note).get("body"))
        yield _meeting(row, who, note, NOT_A_TOUCH, note.get("created_at"), text)
    for life in bucket(contact, "life_event"):
        said = properties(life)
        text = ": ".join(filter(None, (text_of(said.get("name")), text_of(said.get("note")))))
        yield _meeting(row, who, life, NOT_A_TOUCH, said.get("happened_at"), text)
    for debt in bucket(contact, "debt"):
        yield _debt(row, who, debt)
    for gift in bucket(contact, "gift"):
        if properties(gift).get("status") in ("offered", "received"):
            yield _gift(row, who, gift)


def _meeting(
    row: int, who: str, record: dict[str, Any], kind: str, when: object, text: str
) -> IncomingMeeting | Declined:
    day = day_of(when)
    if day is None:
        return rejected(row, f"a {kind} has no day that can be read", record)
    uid = text_of(record.get("uuid")) or made_uid("monica", kind, who, day, text)
    return IncomingMeeting(
        row=row, happened_on=day, kind=kind, who=(who,), uid=uid, text=text or None
    )


def _message(record: dict[str, Any]) -> str:
    said = properties(record)
    speaker = "Me" if is_true(said.get("written_by_me")) else "They"
    return f"{speaker}: {text_of(said.get('content'))}"


def _debt(row: int, who: str, record: dict[str, Any]) -> IncomingFavor | Declined:
    """in_debt: you owe them, so that paying it back is your favor to do."""
    said = properties(record)
    currency = said.get("currency")
    unit = currency.get("iso") if isinstance(currency, dict) else currency
    amount = " ".join(filter(None, (text_of(said.get("amount")), text_of(unit)))) or "a debt"
    reason = text_of(said.get("reason"))
    text = f"pay back {amount}" + (f" ({reason})" if reason else "")
    direction: Literal["to_them", "to_me"] = "to_them" if is_true(said.get("in_debt")) else "to_me"
    opened, changed = day_of(record.get("created_at")), day_of(record.get("updated_at"))
    if opened is None:
        return rejected(row, "a debt has no day that can be read", record)
    done = (changed or opened) if text_of(said.get("status")) == "complete" else None
    return _favor(row, who, record, direction, text, opened, done)


def _gift(row: int, who: str, record: dict[str, Any]) -> IncomingFavor | Declined:
    said = properties(record)
    parts = (text_of(said.get("name")) or "a gift", text_of(said.get("comment")))
    text = f"gift: {'; '.join(filter(None, parts))}"
    day = day_of(said.get("date")) or day_of(record.get("created_at"))
    if day is None:
        return rejected(row, "a gift has no day that can be read", record)
    offered = said.get("status") == "offered"
    return _favor(row, who, record, "to_them" if offered else "to_me", text, day, day)


def _favor(
    row: int,
    who: str,
    record: dict[str, Any],
    direction: Literal["to_them", "to_me"],
    text: str,
    opened: Any,
    done: Any,
) -> IncomingFavor:
    uid = text_of(record.get("uuid")) or made_uid("monica", "favor", who, opened, text)
    return IncomingFavor(row, who, direction, text, opened, done, uid)
