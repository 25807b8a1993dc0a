"""A message as text to send, as it is edited, and templates one after the other."""

from collections.abc import Collection, Sequence
from datetime import date

from netlog.records.favors import Favor
from netlog.records.messages import Message, Settled, Template, Wish
from netlog.render.pages import favors, meetings, plans, thanks
from netlog.wording import listed, short_day

SUBJECT = "Subject: "


def text(message: Message) -> str:
    """The subject, a blank line, the text."""
    head = f"{SUBJECT}{message.subject}\n\n" if message.subject else ""
    return f"{head}{message.body}"


def several(messages: Sequence[Message]) -> str:
    """Messages under the names of those to whom they go."""
    return "\n\n".join(f"{one.contact.name} ({one.contact.ref})\n\n{text(one)}" for one in messages)


def edited(message: Message, typed: str) -> Message:
    """The message as somebody left it in an editor."""
    lines = typed.strip().split("\n")
    subject = ""
    if lines and lines[0].startswith(SUBJECT.rstrip()):
        subject = lines.pop(0).removeprefix(SUBJECT.rstrip()).strip()
    return message._replace(subject=subject, body="\n".join(lines).strip())


def templates(found: Sequence[Template], folder: str) -> str:
    """The templates, each under its name, and where a file of yours would stand in for it."""
    head = f"A file of such a name in {folder} stands in for netlog's own."
    parts = [f"{one.for_}.{one.language}.txt{_where(one)}\n\n{one.text.strip()}" for one in found]
    return "\n\n".join([head, *parts])


def _where(one: Template) -> str:
    return f" ({one.file})" if one.file else ""


def sent(settled: Settled, written_to: Collection[int], today: date) -> str:
    """The sentences for a message that was sent: what was noted and settled, each by name.

    written_to are the ids of all who were written to: whoever else was to come hears nothing yet.
    """
    said = [thanks.thanked(one, today) for one in settled.thanks]
    said += [favors.told(one, today) for one in settled.told]
    for one in settled.dropped:
        if isinstance(one, Favor):
            said.append(f"Dropped {favors.subject(one)}.")
        else:
            said.append(f"Dropped the {plans.subject(one, today)} ({one.ref}).")
            if others := [who for who in one.contacts if who.id not in written_to]:
                said.append(f"Tell {listed([f'{who.name} ({who.ref})' for who in others])}, too.")
    if settled.meeting:
        said.append(meetings.logged(settled.meeting, (), settled.asked, today, {}))
    said += [f"Wished well for the {_day_of(settled, wish, today)}." for wish in settled.wishes]
    for wish in settled.unwished:
        said.append(f"The {_day_of(settled, wish, today)} is seen to, without a wish.")
    for on in dict.fromkeys(on for _, on in settled.moved):
        refs = [ref for ref, day in settled.moved if day == on]
        come = "comes" if len(refs) == 1 else "come"
        said.append(f"{listed(refs)} {come} up again on {short_day(on, today)}.")
    said += meetings.away([settled.away] if settled.away else [])
    return "\n".join(said)


def _day_of(settled: Settled, wish: Wish, today: date) -> str:
    whose = settled.contact
    return f"{wish.label} of {whose.name} on {short_day(wish.on, today)} ({whose.ref})"
