"""How days, kinds of meetings and lists are said in the languages that messages are written in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from netlog.folding import fold
from netlog.named import NamedTuple
from netlog.records.messages import Language
from netlog.rules.discretion import is_for_job, quotable
from netlog.rules.seeking import reads_on
from netlog.typed import Final
from netlog.wording import MONTHS, unpointed


class Tongue(NamedTuple):
    """The words of a language: {day}, {month} and {year} are put into the days.

    on is a day as it stands by itself ("on 5 May"), of a day as it follows what happened on it,
    first how the first of a month is counted. kinds are those of meetings as one thanks for them,
    other what is said of any other kind, step what one looks for who looks for work. wishes are
    days of theirs as one wishes somebody well for them, wish any other, by its {label}; quote is
    what is quoted, invited what one says who was invited, all_since what one thanks for beside what
    is named, since when that was, colon what stands before a quotation.
    """

    months: Sequence[str]
    first: str
    on: str
    of: str
    year: str
    conjunction: str
    kinds: Mapping[str, str]
    other: str
    step: str
    quote: str
    wishes: Mapping[str, str]
    wish: str
    invited: str
    all_since: str
    since: str
    colon: str = ": "


WORDS: Final[dict[Language, Tongue]] = {
    "en": Tongue(
        MONTHS,
        "1",
        "on {day} {month}",
        "on {day} {month}",
        " {year}",
        "and",
        {
            "email": "your e-mail",
            "event": "the time at the event",
            "message": "your message",
            "note": "your time",
            "video": "the video call",
        },
        "the {kind}",
        "the next step in my work",
        '"{text}"',
        {},
        "for your {label}",
        "Thank you for thinking of me",
        "everything since then",
        "since then",
    ),
    "de": Tongue(
        ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
         "Oktober", "November", "Dezember"),
        "1",
        "am {day}. {month}",
        "am {day}. {month}",
        " {year}",
        "und",
        {
            "coffee": "den Kaffee",
            "lunch": "das Mittagessen",
            "call": "das Telefonat",
            "video": "das Videogespräch",
            "email": "deine E-Mail",
            "message": "deine Nachricht",
            "note": "deine Zeit",
            "event": "die Zeit bei der Veranstaltung",
            "interview": "das Gespräch",
        },
        "das Treffen",
        "der nächste Schritt in meinem Beruf",
        "„{text}“",
        {"anniversary": "zum Jahrestag", "name day": "zum Namenstag"},
        "zu diesem Tag ({label})",
        "Danke, dass du an mich gedacht hast",
        "alles seither",
        "seither",
    ),
    "fr": Tongue(
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
         "octobre", "novembre", "décembre"),
        "1er",
        "le {day} {month}",
        "du {day} {month}",
        " {year}",
        "et",
        {
            "coffee": "le café",
            "lunch": "le déjeuner",
            "call": "l'appel",
            "video": "l'appel vidéo",
            "email": "ton e-mail",
            "message": "ton message",
            "note": "ton temps",
            "event": "le moment passé à l'événement",
            "interview": "l'entretien",
        },
        "la rencontre",
        "la prochaine étape de mon parcours",
        "« {text} »",
        {"name day": "pour ta fête"},
        "pour ce jour ({label})",
        "Merci d'avoir pensé à moi",
        "tout ce qui a suivi",
        "depuis",
        " : ",
    ),
    "es": Tongue(
        ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
         "octubre", "noviembre", "diciembre"),
        "1",
        "el {day} de {month}",
        "del {day} de {month}",
        " de {year}",
        "y",
        {
            "coffee": "el café",
            "lunch": "el almuerzo",
            "call": "la llamada",
            "video": "la videollamada",
            "email": "tu correo",
            "message": "tu mensaje",
            "note": "tu tiempo",
            "event": "el rato en el evento",
            "interview": "la entrevista",
        },
        "el encuentro",
        "el próximo paso en mi carrera",
        "«{text}»",
        {"anniversary": "por tu aniversario", "name day": "por tu santo"},
        "por este día ({label})",
        "Gracias por pensar en mí",
        "todo lo que vino después",
        "desde entonces",
    ),
    "pt": Tongue(
        ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
         "outubro", "novembro", "dezembro"),
        "1º",
        "em {day} de {month}",
        "de {day} de {month}",
        " de {year}",
        "e",
        {
            "coffee": "o café",
            "lunch": "o almoço",
            "call": "a ligação",
            "video": "a videochamada",
            "email": "o seu e-mail",
            "message": "a sua mensagem",
            "note": "o seu tempo",
            "event": "o tempo no evento",
            "interview": "a entrevista",
        },
        "o encontro",
        "o próximo passo na minha carreira",
        '"{text}"',
        {},
        "por este dia ({label})",
        "Agradeço por pensar em mim",
        "tudo o que veio depois",
        "desde então",
    ),
}  # fmt: skip
NAMES: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("english", "englisch", "anglais", "ingles"),
    "de": ("german", "deutsch", "allemand", "aleman", "alemao"),
    "fr": ("french", "franzosisch", "franzoesisch", "francais", "frances"),
    "es": ("spanish", "spanisch", "espagnol", "espanol", "castellano"),
    "pt": ("portuguese", "portugiesisch", "portugais", "portugues"),
}


def language(said: str | None) -> Language:
    """The language that is meant: "de", "de-AT", "German", "Deutsch"; English for any other."""
    folded = fold(said or "").replace("_", "-")
    code = folded.partition("-")[0].strip()
    first = (folded.split() or [""])[0]
    for one, names in NAMES.items():
        if code == one or first in names:
            return one
    return "en"


def on(day: date, today: date, of: Language) -> str:
    """The day as it stands by itself: "on 5 May", "am 5. Mai 2025"."""
    return _said(WORDS[of].on, day, today, WORDS[of])


def meeting(kind: str, day: date, today: date, of: Language) -> str:
    """A meeting as one thanks for it: "the coffee on 5 May", "den Kaffee am 5. Mai"."""
    words = WORDS[of]
    named = words.kinds.get(kind, words.other.format(kind=kind))
    return f"{named} {_said(words.of, day, today, words)}"


def wish(label: str, of: Language) -> str:
    """A day of theirs as one wishes somebody well for it: "for your anniversary"."""
    words = WORDS[of]
    return words.wishes.get(label, words.wish.format(label=label))


def sought(text: str, of: Language) -> str:
    """What you look for: quoted, unless it reads on after "I am looking for".

    Of a job it is said in other words, for nobody is asked for one.
    """
    words, plain = WORDS[of], unpointed(text)
    if is_for_job(text):
        return words.step
    return plain if reads_on(plain) else words.quote.format(text=quotable(plain))


def listed(several: Iterable[str], of: Language) -> str:
    """All of them once: "a, b and c"."""
    *first, last = list(dict.fromkeys(several)) or [""]
    return f" {WORDS[of].conjunction} ".join(filter(None, [", ".join(first), last]))


def _said(pattern: str, day: date, today: date, words: Tongue) -> str:
    number = words.first if day.day == 1 else day.day
    named = pattern.format(day=number, month=words.months[day.month - 1])
    return named if day.year == today.year else named + words.year.format(year=day.year)
