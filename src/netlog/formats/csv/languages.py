"""What columns are called in other languages, each as its English one."""

from netlog.formats.csv import further_languages
from netlog.formats.csv.further_languages import FURTHER
from netlog.formats.csv.outlook import ALSO, ENGLISH, WORDS
from netlog.formats.csv.words_of_people import WORDS_OF_PEOPLE
from netlog.formats.csv.words_of_touches import LAST_CONTACT

# What a whole name is called beside which only one half of it may stand, so that it is the other.
MAY_BE_HALF = frozenset({"name", "naam", "navn", "namn"}) | further_languages.MAY_BE_HALF
# What Outlook fills in by itself, where it is not in English.
NOISE = frozenset(
    {
        *("priorität", "privat", "vertraulichkeit", "e-mail-typ", "e-mail: angezeigter name"),
        *("e-mail 2: typ", "e-mail 2: angezeigter name", "e-mail 3: typ", "initialen"),
        *("e-mail 3: angezeigter name", "geschlecht", "reisekilometer", "priorité", "privé"),
        *("critère de diffusion", "type de messagerie", "type de messagerie 2", "initiales"),
        *("nom complet de l'adresse de messagerie", "type de messagerie 3", "sexe"),
        *("nom complet de l'adresse de messagerie 2", "nom complet de l'adresse de messagerie 3"),
        *("kilométrage", "prioridad", "privado", "sensibilidad", "iniciales", "sexo"),
    }
)
# `Notes` and the like are the same word in several languages and mean the same in each.
LANGUAGES: dict[str, dict[str, str]] = {
    code: {
        **{
            word.casefold(): english
            for word, english in zip(words.split("|"), ENGLISH, strict=True)
        },
        **ALSO.get(code, {}),
    }
    for code, words in WORDS.items()
}
for _code, _said in (*WORDS_OF_PEOPLE.items(), *FURTHER.items()):
    _known = LANGUAGES.setdefault(_code, {})
    for _english, _theirs in _said.items():
        for _word in _theirs.split("|"):
            _known.setdefault(_word.casefold(), _english)
for _code, _theirs in LAST_CONTACT.items():
    for _word in _theirs.split("|"):
        LANGUAGES[_code].setdefault(_word, "last contact")
