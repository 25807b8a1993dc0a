"""Columns put together of words: an e-mail at work, a private mobile number, in many languages."""

import re
from collections.abc import Mapping

from netlog.folding import fold

_KINDS: Mapping[str, str] = {
    "email": "email mail mails emails mailadresse emailadresse mailadres emailadres correo correos"
    " courriel courriels posta poczta epost mejl eposta email1 email2 email3",
    "phone": "phone phones telephone tel telefon telefonnummer telefono telefone telefoon rufnummer"
    " telefonnumber telefoonnummer numero number nummer telefonnr tlf",
    "mobile": "mobile mobil cell cellphone handy handynummer portable movil celular cellulare gsm"
    " mobiel mobiltelefon mobilnummer komorkowy komorka kannykka smartphone handynr mobilnr",
    "fax": "fax telefax faks",
    "url": "website webseite homepage site sito web url webpage",
}
_LABELS: Mapping[str, str] = {
    "work": "work office business company geschaftlich beruflich dienstlich geschaft arbeit buro"
    " professionnel professionnelle pro travail bureau trabajo oficina profesional lavoro ufficio"
    " aziendale trabalho comercial profissional werk zakelijk arbete jobb arbejde arbeid sluzbowy"
    " praca pracovni prace corporate dienstliche berufliche geschaftliche berufl dienstl",
    "home": "home personal private privat prive privee perso personnel personnelle domicile maison"
    " casa particular personale privato abitazione pessoal residencial thuis hem hjem domowy"
    " prywatny domu dom soukromy privater",
    "other": "other andere weitere autre otro otra altro outro",
}
_FILLING = "e de del der des die das du le la da do di d l of at the adresse address adres nr 1 2 3"
_FILLERS = frozenset(_FILLING.split())
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_LABEL_OF = {word: label for label, words in _LABELS.items() for word in words.split()}
_KNOWN = _KIND_OF.keys() | _LABEL_OF.keys() | _FILLERS


def way(name: str) -> tuple[str, str | None] | None:
    """The kind of a way and its label, where the name of a column says nothing else."""
    kinds: set[str] = set()
    labels: list[str] = []
    for word in _WORDS.findall(fold(name)):
        if word not in _KNOWN:
            return None  # most columns, and every cell that is looked at for one, at once
        kinds.update(_KIND_OF.get(word, "").split())
        labels.extend(_LABEL_OF.get(word, "").split())
    if not kinds or len(set(labels)) > 1:
        return None
    label = labels[0] if labels else None
    if "email" in kinds or kinds == {"url"}:
        return (kinds & {"email", "url"}).pop(), label
    if "mobile" in kinds:
        return "phone", "mobile"
    if "fax" in kinds:
        return "phone", f"{label} fax" if label else "fax"
    return ("phone", label) if "phone" in kinds else None
