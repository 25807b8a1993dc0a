"""Which kind of meeting a line of free text tells of, by plain words in it."""

import re

_LONGEST = 300
# In this order: "lunch interview" is an interview, "call about the party" a call.
_TOLD_BY: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "interview",
        frozenset(
            {"interview", "interviewed", "vorstellungsgespräch", "bewerbungsgespräch", "entretien"}
            | {"entrevista", "colloquio", "sollicitatiegesprek", "intervju", "собеседование"}
        ),
    ),
    (
        "coffee",
        frozenset(
            {"coffee", "tea", "espresso", "cafe", "café", "kaffee", "kaffeetrinken", "caffè"}
            | {"caffé", "koffie", "kaffe", "fika", "kawa", "káva", "kahve", "кофе", "kahvi"}
        ),
    ),
    (
        "lunch",
        frozenset(
            {"lunch", "dinner", "breakfast", "brunch", "supper", "restaurant", "picnic"}
            | {"picnicked", "ate", "mittagessen", "abendessen", "frühstück", "déjeuner", "dîner"}
            | {"almuerzo", "comida", "cena", "desayuno", "pranzo", "almoço", "jantar", "avondeten"}
            | {"frokost", "middag", "obiad", "kolacja", "oběd", "обед", "ужин"}
        ),
    ),
    ("video", frozenset({"video", "zoom", "skype", "facetime", "teams", "webinar", "videochat"})),
    (
        "call",
        frozenset(
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
    ),
    ("email", frozenset({"email", "emailed", "mail", "mailed", "wrote"})),
    ("message", frozenset({"message", "messaged", "text", "texted", "chatted", "whatsapp"})),
    (
        "event",
        frozenset(
            {"party", "partying", "wedding", "concert", "conference", "festival", "meetup"}
            | {"theater", "theatre", "museum", "play", "movie", "reception", "celebrated"}
        ),
    ),
)


def guessed_kind(text: str, otherwise: str = "meeting") -> str:
    """The kind that the first 300 characters of `text` speak of, or `otherwise`."""
    said = set(re.findall(r"\w+", text[:_LONGEST].lower().replace("_", " ").replace("e-m", "em")))
    return next((kind for kind, words in _TOLD_BY if said & words), otherwise)
