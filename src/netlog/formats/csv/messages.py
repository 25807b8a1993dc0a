"""LinkedIn's messages as touches: who wrote with you on which day."""

from collections import Counter
from datetime import date

from netlog.formats import dates
from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.csv.linkedin import NamedRow, profile, records
from netlog.records.incoming import Declined, IncomingMeeting, Reading

COLUMNS = {"conversation id", "from", "to", "date"}
_NOBODY = "LinkedIn Member"  # whoever closed their account
_LONGEST_TEXT = 2_000


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """messages.csv as touches: one for each conversation and day, with everybody in it but you.

    Without your own name you are who takes part in most messages. Days are local.
    """
    text = decoded(content(source), at.charset)
    you = _you(text, at.me)
    seen: set[tuple[str, date]] = set()
    for record in records(text, COLUMNS):
        if isinstance(record, Declined):
            yield record
            continue
        touch = _touch(record, you)
        if isinstance(touch, Declined):
            yield touch
        elif (key := (record.said["conversation id"], touch.happened_on)) not in seen:
            seen.add(key)
            yield touch


def _touch(record: NamedRow, you: str) -> IncomingMeeting | Declined:
    row, said = record
    if said.get("folder", "").upper() in {"SPAM", "ARCHIVE_SPAM"}:
        return Declined(row.number, "The message is spam.", rejected=False, source=row.source)
    happened_on = dates.local_day(said["date"])
    if happened_on is None:
        return Declined(row.number, "The message has no date that can be read.", source=row.source)
    others = {name: url for name, url in _people(said).items() if name not in (you, _NOBODY)}
    if not others:
        return Declined(row.number, "The message names nobody but you.", False, row.source)
    names = tuple(others)
    who = tuple(url or name for name, url in others.items())
    text = "\n\n".join(filter(None, (said.get("subject"), said.get("content"))))
    uid = f"linkedin-{said['conversation id']}-{happened_on}"
    return IncomingMeeting(
        row.number,
        happened_on,
        "message",
        who,
        uid,
        text[:_LONGEST_TEXT] or None,
        names=() if who == names else names,
    )


def _you(text: str, me: str) -> str:
    """Your name, when the file has it, else the name that is in most messages."""
    met: Counter[str] = Counter()
    for record in records(text, COLUMNS):
        if not isinstance(record, Declined):
            met.update(set(_people(record.said)))
    if me in met:
        return me
    return met.most_common(1)[0][0] if met else ""


def _people(said: dict[str, str]) -> dict[str, str]:
    """Sender and recipients with their profiles; a name may have a comma, as 'Ann Bee, PhD' has."""
    urls = [url.strip() for url in said.get("recipient profile urls", "").split(",") if url.strip()]
    names = said["to"].split(",") if len(urls) != 1 else [said["to"]]
    if len(urls) != len(names):
        urls = [""] * len(names)
    found = {said["from"].strip(): said.get("sender profile url", "").strip()}
    found |= {name.strip(): url for name, url in zip(names, urls, strict=True)}
    return {name: profile(url) if url else "" for name, url in found.items() if name}
