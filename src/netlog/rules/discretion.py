"""What of your own record is written to somebody, and how: no wish for a job, nothing that names
them or speaks of a "her", and of the rest the words as they stand.

Closed lists of words, as of `phases`: what is kept back in vain costs a quotation, no more.
"""

import re
from collections.abc import Iterable

from netlog.folding import fold, words
from netlog.rules.topics import is_topic
from netlog.typed import Final
from netlog.wording import shortened

# Of whom one writes so, one does not write to: in the languages of the templates, what in none of
# them often means anything else.
OTHERS: Final = frozenset(
    {
        *("he", "she", "him", "himself", "herself", "hers", "theirs", "er", "sie", "ihm", "ihn"),
        *("ihnen", "il", "elle", "lui", "ella", "ele", "ela", "dele", "dela"),
    }
)
OF_OTHERS: Final = frozenset(
    {
        *("her", "his", "their", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "leur"),
        *("leurs", "sein", "seine", "seinem", "seinen", "seiner", "seines"),
    }
)
# Of these only behind such a word: a son is one in English, and SA a kind of firm.
_OF_OTHERS: Final = re.compile(
    r"\b(?:a|avec|chez|de|pour|dans) (?:son|sa|ses)\b|\b(?:a|con|de|en|para|por) (?:su|sus)\b"
)
QUESTION_MARKS: Final = ("?", "\u061f", "\uff1f")
LONGEST = 200
# Of work that somebody could give you, in the languages of the templates.
JOBS: Final = frozenset(
    {
        *("job", "jobs", "jobless", "vacancy", "vacancies", "position", "positions", "role"),
        *("roles", "hire", "hires", "hired", "hiring", "rehire", "employ", "employed", "gig"),
        *("employment", "internship", "internships", "intern", "traineeship", "apprenticeship"),
        *("placement", "recruit", "recruited", "recruiting", "payroll", "salary"),
        *("stelle", "stellen", "arbeit", "arbeitsplatz", "arbeitsstelle", "anstellung"),
        *("festanstellung", "posten", "praktikum", "praktikumsplatz", "einstellen", "einstellung"),
        *("lehrstelle", "ausbildungsplatz", "stellenangebot", "teilzeit", "vollzeit"),
        *("emploi", "poste", "postes", "travail", "cdi", "embauche", "embaucher", "boulot"),
        *("trabajo", "empleo", "puesto", "vacante", "contratar", "contratarme", "contratacion"),
        *("trabalho", "emprego", "vaga", "vagas", "estagio", "contratacao", "alternance"),
    }
)
# What is such work in this company alone.
_PHRASES: Final = tuple(
    re.compile(rf"\b(?:{one})\b")
    for one in (
        r"(?:some|paid|more|freelance|steady) work",
        r"work (?:for|at|as)",
        r"openings? (?:at|in|for|with|as|on)",
        r"(?:an|the|your) openings?$",
        r"an? interview (?:at|with|for)",
        r"(?:an?|new|next) employer",
        r"take me on",
        r"(?:join|on|in) your team",
        r"(?:un|de|um|unas?) (?:stage|cargo|practicas)",
    )
)
# A post is work, but for these beside it.
_POST: Final = re.compile(
    r"(?<!blog )(?<!guest )(?<!social )(?<!the )(?<!linkedin )\bposts?\b"
    r"(?! (?:office|card|box|code|about|on|it)\b)"
)
_OF_ANY: Final = frozenset(
    {
        *("the", "and", "for", "of", "co", "inc", "ltd", "llc", "gmbh", "plc", "corp", "group"),
        *("company", "university", "school", "bank", "health", "international"),
    }
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’]*")
SHORTEST_NAME, LEAST_OF_NAME = 3, 2


def is_for_job(text: str) -> bool:
    """Whether it speaks of work that somebody could give you: "a staff post at Mill"."""
    said = words(text)
    plain = " ".join(said)
    if not JOBS.isdisjoint(said) or plain in ("work", "some work"):
        return True
    return bool(_POST.search(plain)) or any(one.search(plain) for one in _PHRASES)


def is_about_them(text: str, *theirs: str | None) -> bool:
    """Whether it speaks of somebody as "she" or "he", or by one of their names of themselves.

    To whom it is about one does not write so.
    """
    return not OTHERS.isdisjoint(words(text)) or _names(text, theirs, LEAST_OF_NAME)


def is_of_others(text: str, *theirs: str | None) -> bool:
    """Whether it is about them, or speaks of what is "hers" or "his": to them that is "yours"."""
    said = words(text)
    is_hers = not OF_OTHERS.isdisjoint(said) or _OF_OTHERS.search(" ".join(said))
    return bool(is_hers) or is_about_them(text, *theirs)


def may_be_sent(note: str, *theirs: str | None) -> bool:
    """Whether a note says something that one may write to whom it is about."""
    return is_topic(note) and not is_of_others(note, *theirs)


def quotable(text: str) -> str:
    """A text of yours as it may be quoted to them: no question, and nothing of a template's."""
    plain = "".join(char for char in " ".join(text.split()) if char not in QUESTION_MARKS)
    return shortened(plain.translate(_UNQUOTED).rstrip(" .!"), LONGEST)


_UNQUOTED: Final = {ord(char): "'" for char in '"“”„«»'} | {ord("{"): "(", ord("}"): ")"}


def names_them(text: str, *theirs: str | None) -> bool:
    """Whether a name in the text is one of theirs: of the person, or of where they are."""
    return _names(text, theirs, SHORTEST_NAME)


def _names(text: str, theirs: Iterable[str | None], shortest: int) -> bool:
    known = {
        word
        for name in theirs
        for word in words(name or "")
        if len(word) >= shortest and word not in _OF_ANY
    }
    capital = (one[0] for one in _WORD.finditer(text) if one[0][0].isupper())
    return any(not known.isdisjoint((fold(one), fold(_owner(one)))) for one in capital)


def _owner(word: str) -> str:
    """ "Mill" of "Mill's"."""
    return re.sub(r"['’]s?$", "", word)
