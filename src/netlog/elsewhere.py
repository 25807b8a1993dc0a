"""What people and other programs call a value of ours: what may be meant by a word that is none.

Only where a word says one thing; read when something cannot be understood.
"""

from collections.abc import Sequence
from difflib import get_close_matches

# By what is typed, what is meant: the first that is among the choices.
CALLED = {
    # formats
    **dict.fromkeys(("vcard", "vcards", "card", "cards", "abbu"), ("vcf",)),
    **dict.fromkeys(("ical", "icalendar", "calendar", "cal", "icloud"), ("ics",)),
    **dict.fromkeys(("markdown", "mdown", "text"), ("md", "message", "notes")),
    **dict.fromkeys(("excel", "xlsx", "xls", "ods", "sheet", "spreadsheet"), ("csv",)),
    **dict.fromkeys(("tab", "tabs", "tabbed"), ("tsv",)),
    **dict.fromkeys(("ndjson", "jsonlines", "json-lines"), ("jsonl",)),
    **dict.fromkeys(("gmail", "google-contacts", "googlecontacts"), ("google",)),
    **dict.fromkeys(("hotmail", "exchange", "office365"), ("outlook",)),
    **dict.fromkeys(("htm", "webpage", "page"), ("html",)),
    **dict.fromkeys(("graphviz", "gv"), ("dot",)),
    **dict.fromkeys(("picture", "image", "png", "jpg"), ("svg",)),
    **dict.fromkeys(("ldap",), ("ldif",)),
    "mmd": ("mermaid",),
    # kinds of meetings, ways of thanking, ways to reach somebody
    **dict.fromkeys(("mail", "e-mail", "mails"), ("email",)),
    **dict.fromkeys(("telephone", "phoned", "ring", "rang"), ("call", "phone")),
    "phone": ("call",),
    **dict.fromkeys(("mobile", "cell", "tel"), ("phone", "call")),
    **dict.fromkeys(("zoom", "teams", "skype", "facetime", "videocall", "video-call"), ("video",)),
    **dict.fromkeys(("chat", "sms", "whatsapp", "signal", "dm", "im"), ("message",)),
    **dict.fromkeys(("conference", "party", "fair", "meetup"), ("event",)),
    **dict.fromkeys(("letter", "handwritten"), ("note",)),
    **dict.fromkeys(("present", "flowers"), ("gift",)),
    **dict.fromkeys(("person", "inperson", "personally", "face-to-face", "orally"), ("in-person",)),
    **dict.fromkeys(("website", "web", "link", "homepage"), ("url",)),
    **dict.fromkeys(("linkedin-profile", "twitter", "profile"), ("handle",)),
    # columns and orders
    **dict.fromkeys(("company", "employer", "org", "organisation"), ("organization", "business")),
    **dict.fromkeys(("role", "job", "position"), ("title",)),
    **dict.fromkeys(("town", "place", "location"), ("city",)),
    **dict.fromkeys(("circle", "group", "groups"), ("circles",)),
    **dict.fromkeys(("tag", "label", "labels"), ("tags",)),
    **dict.fromkeys(("bday", "born", "dob"), ("birthday",)),
    **dict.fromkeys(("last-touch", "last touch", "touched", "recent", "recency"), ("last",)),
    **dict.fromkeys(("next", "next-due", "next due"), ("due",)),
    **dict.fromkeys(("every", "frequency", "interval"), ("cadence",)),
    **dict.fromkeys(("introduced-by", "introduced by", "introducer"), ("via",)),
    **dict.fromkeys(("how-met", "how met", "where"), ("met",)),
    **dict.fromkeys(("nick", "alias"), ("nickname",)),
    **dict.fromkeys(("id", "handle-id"), ("ref",)),
    **dict.fromkeys(("created", "new", "newest", "date"), ("added",)),
    **dict.fromkeys(("often", "count", "meetings"), ("touches",)),
    # all else
    **dict.fromkeys(("work", "professional", "professionally", "client"), ("business",)),
    **dict.fromkeys(("neighbourhood", "neighborhood", "local"), ("community",)),
    **dict.fromkeys(("colleague", "colleagues", "equal"), ("peer",)),
    **dict.fromkeys(("pwsh", "ps"), ("powershell",)),
    **dict.fromkeys(("replace", "force"), ("overwrite",)),
    **dict.fromkeys(("merge", "complete"), ("fill",)),
    **dict.fromkeys(("ignore", "keep", "none"), ("skip",)),
    **dict.fromkeys(("both", "half", "halves", "shared", "dutch"), ("split",)),
    **dict.fromkeys(("i", "myself", "us", "mine"), ("me",)),
    **dict.fromkeys(("they", "he", "she", "him", "her", "theirs"), ("them",)),
    **dict.fromkeys(("thank", "thank-you", "thankyou"), ("thanks",)),
    **dict.fromkeys(("update", "outcome"), ("news",)),
    **dict.fromkeys(("follow-up", "followup", "reminder", "chase"), ("nudge",)),
    **dict.fromkeys(("introduction", "introduce"), ("intro",)),
    **dict.fromkeys(("no", "refuse", "reject"), ("decline",)),
    **dict.fromkeys(("people", "person", "persons"), ("contacts",)),
    **dict.fromkeys(("companies", "orgs"), ("organizations",)),
    **dict.fromkeys(("short-term", "shortterm"), ("short",)),
    **dict.fromkeys(("long-term", "longterm"), ("long",)),
    **dict.fromkeys(("open", "pending", "todo"), ("waiting",)),
    **dict.fromkeys(("finished", "closed"), ("done",)),
}
ENOUGH = 0.6
# A word of others that is nearly one: nearer than one of ours has to be.
ENOUGH_OF_OTHERS = 0.8
# As short as a first name: Kim is no "im".
TOO_SHORT = 3


def meant(typed: str, choices: Sequence[str], cutoff: float = ENOUGH) -> str | None:
    """The one of the choices that was meant: by its name elsewhere, else the nearest.

    cutoff is how near, 1 being the same.
    """
    word = typed.strip().lower()
    if found := _of(word, choices):
        return found
    near = get_close_matches(word, choices, n=1, cutoff=cutoff)
    if near:
        return near[0]
    if len(word) <= TOO_SHORT:
        return None
    known = [one for one in CALLED if _of(one, choices)]
    others = get_close_matches(word, known, n=1, cutoff=max(cutoff, ENOUGH_OF_OTHERS))
    return _of(others[0], choices) if others else None


def _of(word: str, choices: Sequence[str]) -> str | None:
    """The first of the choices that a word of others stands for."""
    return next((one for one in CALLED.get(word, ()) if one in choices), None)
