"""Which keys of each noun a change may say, and how the value of each is read."""

from netlog.records.meetings import WhoInvited, WhoPaid
from netlog.records.thanks import How
from netlog.rules.patch_lists import circles, dates, fields, lines, methods, people, tags, targets
from netlog.rules.patch_values import (
    Reader,
    birthday,
    block,
    cadence,
    choice,
    due_on,
    goal,
    happens_on,
    kind,
    line,
    needed_line,
    needed_past_day,
    past_day,
    person_name,
    starts_at,
    thanks_due_on,
    who,
)
from netlog.typed import Final, get_args

READERS: Final[dict[str, dict[str, Reader]]] = {
    "c": {
        "name": person_name,
        **dict.fromkeys(("nickname", "phonetic_first", "phonetic_last"), line),
        **dict.fromkeys(("nicknames", "former_names", "merged_names"), lines),
        **dict.fromkeys(("organization", "title", "city"), line),
        "birthday": birthday,
        "dates": dates,
        "how_met": line,
        "met_on": past_day,
        "introduced_by": who,
        "cadence_days": cadence,
        "circles": circles,
        "tags": tags,
        "methods": methods,
        "notes": block,
        "fields": fields,
    },
    "m": {
        "happened_on": needed_past_day,
        "kind": kind,
        "contacts": people,
        "place": line,
        "invited_by": choice(get_args(WhoInvited), "answer to who invited"),
        "paid_by": choice(get_args(WhoPaid), "answer to who paid"),
        "asked": line,
        "occasion": line,
        "text": block,
    },
    "f": {
        "text": needed_line,
        "asked_for": line,
        "due_on": due_on,
        "done_on": needed_past_day,
        "outcome": line,
    },
    "t": {
        "due_on": thanks_due_on,
        "sent_on": past_day,
        "how": choice(get_args(How), "way of thanking"),
    },
    "g": {
        "text": needed_line,
        "horizon": choice(("short", "long"), "horizon", needed=True),
        "targets": targets,
        "by": due_on,
    },
    "l": {"title": needed_line, "organization": line, "source": line, "goal": goal},
    "p": {
        "happens_on": happens_on,
        "starts_at": starts_at,
        "kind": kind,
        "contacts": people,
        "place": line,
        "invited_by": choice(get_args(WhoInvited), "answer to who invited"),
        "text": block,
    },
    "o": {
        "name": needed_line,
        "aliases": lines,
        "city": line,
        "methods": methods,
        "cadence_days": cadence,
        "notes": block,
    },
}
