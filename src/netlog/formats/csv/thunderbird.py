"""The columns that Thunderbird writes, always all of them, in the language of its user: data.

Some are called alike, at home and at work: then the first is the one at home.
"""

from collections.abc import Sequence

_ENGLISH = (
    *("first name", "last name", "display name", "nickname", "primary email", "secondary email"),
    *("work phone", "home phone", "fax number", "pager number", "mobile number", "home address"),
    *("home address 2", "home city", "home state", "home zipcode", "home country"),
    *("work address", "work address 2", "work city", "work state", "work zipcode"),
    *("work country", "job title", "department", "organization", "web page 1", "web page 2"),
    *("birth year", "birth month", "birth day", "custom 1", "custom 2", "custom 3", "custom 4"),
    *("notes", "screen name"),
)
_WORDS = (
    "prénom|nom de famille|nom à afficher|surnom|adresse électronique principale"
    "|adresse électronique secondaire|tél. professionnel|tél. personnel|fax|pager|portable"
    "|adresse privée|adresse privée 2|ville|pays/état|code postal|pays/région (domicile)"
    "|adresse professionnelle|adresse professionnelle 2|ville|pays/état|code postal"
    "|pays/région (bureau)|profession|service|société|site web 1|site web 2|année de naissance"
    "|mois|jour|divers 1|divers 2|divers 3|divers 4|notes|nom de l'écran",
    "prénom|nom de famille|nom à afficher|surnom|première adresse électronique"
    "|deuxième adresse électronique|tél. professionnel|tél. personnel|fax|pager|portable"
    "|adresse privée|adresse privée 2|ville|pays/état|code postal|région"
    "|adresse professionnelle|adresse professionnelle 2|ville|pays/état|code postal"
    "|région|profession|service|société|site web 1|site web 2|année de naissance"
    "|mois|jour|divers 1|divers 2|divers 3|divers 4|notes|nom de l'écran",
    "nombre|apellidos|nombre mostrado|apodo|dirección de correo electrónico principal"
    "|dirección de correo electrónico secundaria|teléfono (trabajo)|teléfono particular|fax"
    "|buscapersonas|teléfono móvil|dirección personal|dirección personal 2|ciudad donde vive"
    "|provincia|código postal|país de residencia|dirección de trabajo|dirección de trabajo 2"
    "|ciudad (trabajo)|provincia (trabajo)|código postal (trabajo)|país (trabajo)|puesto"
    "|departamento|organización|página web 1|página web 2|año de nacimiento|mes de nacimiento"
    "|día de nacimiento|personalizado 1|personalizado 2|personalizado 3|personalizado 4|notas"
    "|nombre en pantalla",
    "nome|cognome|nome visualizzato|soprannome|e-mail primaria|e-mail secondaria"
    "|telefono lavoro|telefono casa|numero fax|numero cercapersone|numero cellulare"
    "|indirizzo di casa|indirizzo di casa 2|città di residenza|provincia di residenza"
    "|cap di residenza|nazione di residenza|indirizzo di lavoro|indirizzo di lavoro 2"
    "|città di lavoro|provincia di lavoro|cap di lavoro|nazione di lavoro|qualifica|reparto"
    "|organizzazione|pagina web 1|pagina web 2|anno di nascita|mese di nascita|giorno di nascita"
    "|personalizzato 1|personalizzato 2|personalizzato 3|personalizzato 4|note",
    "voornaam|achternaam|weergavenaam|bijnaam|eerste e-mail|tweede e-mail|telefoon werk"
    "|telefoon thuis|faxnummer|piepernummer|mobiel nummer|adres|adres 2|woonplaats|provincie"
    "|postcode|land|werkadres|werkadres 2|werklocatie|werkprovincie|werkpostcode|werkland"
    "|werkfunctie|afdeling|organisatie|webpagina 1|webpagina 2|geboortejaar|geboortemaand"
    "|geboortedag|overig 1|overig 2|overig 3|overig 4|aantekeningen|schermnaam",
    "primeiro nome|sobrenome|apresentar como|apelido|e-mail primário|e-mail secundário"
    "|telefone comercial|telefone residencial|número do fax|número do pager|número celular"
    "|endereço|endereço 2|cidade|estado|cep|país|endereço de trabalho|endereço de trabalho 2"
    "|cidade de trabalho|estado de trabalho|cep de trabalho|país de trabalho|cargo|setor|empresa"
    "|página da web 1|página da web 2|ano de nascimento|mês de nascimento|nascimento"
    "|personalizado 1|personalizado 2|personalizado 3|personalizado 4|observações|nome de tela",
)
COLUMNS = tuple(tuple(words.split("|")) for words in _WORDS)
# So many tell that it is Thunderbird, though some were taken out since.
_FEWEST = 12
_EMAILS = slice(4, 6)


def in_english(header: Sequence[str]) -> list[str]:
    """The names of the columns, those of Thunderbird in another language as in English."""
    plain = [" ".join(name.replace("’", "'").casefold().split()) for name in header]
    there = set(plain)
    for words in COLUMNS:
        if there.isdisjoint(words[_EMAILS]) or len(there.intersection(words)) < _FEWEST:
            continue
        left: dict[str, list[str]] = {}
        for theirs, english in zip(words, _ENGLISH, strict=False):
            left.setdefault(theirs, []).append(english)
        found = []
        for name, whole in zip(plain, header, strict=True):
            meant = left.get(name)
            found.append(meant.pop(0) if meant else whole)
        return found
    return list(header)
