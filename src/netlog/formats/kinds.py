"""Which kind of meeting a line of free text tells of, by plain words in it."""

import re

from netlog.formats import video

# No kind that the words do not say: breakfast and dinner are no lunch, nor is tea coffee.
# In this order: "lunch interview" is an interview, "call about the party" a call.
_TOLD_BY: dict[str, frozenset[str]] = {
    "interview": frozenset(
        {"interview", "interviewed", "vorstellungsgespräch", "bewerbungsgespräch", "entretien"}
        | {"entrevista", "colloquio", "sollicitatiegesprek", "intervju", "собеседование"}
    ),
    "coffee": frozenset(
        {"coffee", "espresso", "cafe", "café", "kaffee", "kaffeetrinken", "caffè"}
        | {"caffé", "koffie", "kaffe", "fika", "kawa", "káva", "kahve", "кофе", "kahvi"}
    ),
    "lunch": frozenset(
        {"lunch", "lunched", "mittagessen", "déjeuner", "almuerzo", "comida", "pranzo", "almoço"}
        | {"obiad", "oběd", "обед"}
    ),
    "call": frozenset(
        {
            "call",
            "called",
            "phone",
            "phoned",
            "telephone",
            "rang",
            "telefonat",
            "anruf",
            "telefon",
        }
        | {"telefonieren", "appel", "llamada", "chiamata", "telefonata", "ligação", "звонок"}
    ),
    "email": frozenset({"email", "emailed", "mail", "mailed"}),
    "message": frozenset({"message", "messaged", "text", "texted", "chatted", "whatsapp"}),
    "event": frozenset(
        {"party", "partying", "wedding", "concert", "conference", "festival", "meetup"}
        | {"theater", "theatre", "museum", "play", "movie", "reception", "celebrated"}
    ),
}
VIDEO = "video"
_ORDER = ("interview", "coffee", "lunch", VIDEO, "call", "email", "message", "event")


_SENT_IN = r"(?:papers|proposals|tenders?|bids|entries|action|evidence|speakers|abstracts|votes?)"
# Where such a word speaks of something else.
_OF_ELSE = re.compile(
    rf"\bthird[- ]part(?:y|ies)\b|\bcalls? for {_SENT_IN}\b"
    r"|\b(?:roll|curtain|judge?ment|close) call\b"
    r"|\bcall (?:cent(?:er|re)s?|options?)\b|\bconference rooms?\b|\bphone (?:bills?|contracts?)\b"
    r"|\bpetits?[- ]déjeuners?\b|\bpequeno[- ]almoço\b"
    r"|\bmail (?:merge|servers?)\b|\b(?:contract|legal|source|alt|body|full) texts?\b"
    r"|\btext (?:review|editing|editor|mining|of|for)\b|\bplay (?:store|books?)\b"
)


def guessed_kind(text: str, otherwise: str = "meeting") -> str:
    """The kind that the first 300 characters of `text` speak of, or `otherwise`."""
    read = text[: video.LONGEST].replace("_", " ")
    said = set(re.findall(r"\w+", _OF_ELSE.sub(" ", read.lower().replace("e-m", "em"))))
    return next((kind for kind in _ORDER if _is_told(kind, said, read)), otherwise)


def _is_told(kind: str, said: set[str], text: str) -> bool:
    return video.is_told(text) if kind == VIDEO else not said.isdisjoint(_TOLD_BY[kind])
