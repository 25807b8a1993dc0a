"""What of your own record is not written to somebody: a wish for a job, and what names them.

Closed lists of words, as of `phases`: what is kept back in vain costs a quotation, no more.
"""

import re
from typing import Final

from netlog.folding import fold, words
from netlog.rules.drafts import OF_OTHERS

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
SHORTEST_NAME = 3


def is_for_job(text: str) -> bool:
    """Whether it speaks of work that somebody could give you: "a staff post at Mill"."""
    said = words(text)
    plain = " ".join(said)
    if not JOBS.isdisjoint(said) or plain in ("work", "some work"):
        return True
    return bool(_POST.search(plain)) or any(one.search(plain) for one in _PHRASES)


def is_of_others(text: str) -> bool:
    """Whether it speaks of a "her" or a "him": to whom it is about one does not write so."""
    return not OF_OTHERS.isdisjoint(words(text))


def names_them(text: str, *theirs: str | None) -> bool:
    """Whether a name in the text is one of theirs: of the person, or of where they are."""
    known = {
        word
        for name in theirs
        for word in words(name or "")
        if len(word) >= SHORTEST_NAME and word not in _OF_ANY
    }
    capital = (one[0] for one in _WORD.finditer(text) if one[0][0].isupper())
    return any(not known.isdisjoint((fold(one), fold(_owner(one)))) for one in capital)


def _owner(word: str) -> str:
    """ "Mill" of "Mill's"."""
    return re.sub(r"['’]s?$", "", word)
