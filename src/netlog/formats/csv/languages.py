"""The columns of Outlook in the languages it exports them in, each as its English one."""

_ENGLISH = (
    *("first name", "middle name", "last name", "company", "department", "job title"),
    *("business phone", "home phone", "mobile phone", "e-mail address", "birthday", "notes"),
    *("categories", "web page", "business street", "business city", "home street", "home city"),
)
_WORDS = {
    "de": "vorname|weitere vornamen|nachname|firma|abteilung|position|telefon geschäftlich"
    "|telefon privat|mobiltelefon|e-mail-adresse|geburtstag|notizen|kategorien|webseite"
    "|straße geschäftlich|ort geschäftlich|straße privat|ort privat",
    "fr": "prénom|deuxième prénom|nom|société|service|titre|téléphone (bureau)"
    "|téléphone (domicile)|tél. mobile|adresse de messagerie|anniversaire|notes|catégories"
    "|page web|rue (bureau)|ville (bureau)|rue (domicile)|ville (domicile)",
    "es": "nombre|segundo nombre|apellidos|organización|departamento|puesto|teléfono del trabajo"
    "|particular|móvil|dirección de correo electrónico|cumpleaños|notas|categorías|página web"
    "|calle del trabajo|ciudad de trabajo|calle del domicilio|ciudad",
    "it": "nome|secondo nome|cognome|società|reparto|posizione|ufficio|abitazione|cellulare"
    "|indirizzo posta elettronica|compleanno|notes|categorie|pagina web|via (uff.)|città (uff.)"
    "|via (ab.)|città (ab.)",
    "pt": "nome|segundo nome|sobrenome|empresa|departamento|cargo|telefone comercial"
    "|telefone residencial|telefone celular|endereço de email|aniversário|anotações|categorias"
    "|página da web|rua do endereço comercial|cidade do endereço comercial"
    "|rua do endereço residencial|cidade do endereço residencial",
    "nl": "voornaam|middelste naam|achternaam|bedrijf|afdeling|functie|telefoon op werk"
    "|telefoon thuis|mobiele telefoon|e-mailadres|verjaardag|notities|categorieën|webpagina"
    "|werkadres, straat|werkadres, plaats|huisadres, straat|huisadres, plaats",
    "da": "fornavn|mellemnavn|efternavn|firma|afdeling|stilling|telefon (arbejde)"
    "|telefon (privat)|mobiltelefon|e-mail-adresse|fødselsdag|notater|kategorier|webside"
    "|gade (arbejde)|by (arbejde)|gade (privat)|by (privat)",
    "sv": "förnamn|mellannamn|efternamn|företag|avdelning|titel|telefon, arbete|telefon, bostad"
    "|mobiltelefon|e-postadress|födelsedag|anteckningar|kategorier|webbsida"
    "|gatuadress, arbete|ort, arbete|gatuadress, bostad|ort, bostad",
    "no": "fornavn|mellomnavn|etternavn|firma|avdeling|stilling|telefon, arbeid"
    "|telefon, privat|mobiltelefon|e-postadresse|fødselsdag|notater|kategorier|webside"
    "|gate, arbeid|poststed, arbeid|gate, privat|poststed, privat",
    "pl": "imię|drugie imię|nazwisko|firma|dział|stanowisko|telefon służbowy|telefon domowy"
    "|telefon komórkowy|adres e-mail|urodziny|notatki|kategorie|strona sieci web"
    "|adres służbowy - ulica|adres służbowy - miejscowość|adres domowy - ulica"
    "|adres domowy - miejscowość",
    "cs": "jméno|druhé jméno|příjmení|společnost|oddělení|funkce|telefon do zaměstnání"
    "|telefon domů|mobilní telefon|e-mailová adresa|narozeniny|poznámky|kategorie"
    "|webová stránka|ulice (práce)|město (práce)|ulice (domů)|město (domů)",
    "ru": "имя|отчество|фамилия|организация|отдел|должность|рабочий телефон|домашний телефон"
    "|телефон переносной|адрес эл. почты|день рождения|заметки|категории|веб-страница"
    "|улица (раб. адрес)|город (раб. адрес)|улица (дом. адрес)|город (дом. адрес)",
}
# What other columns, versions and programs are called.
_ALSO = {
    "de": {
        "e-mail 2: adresse": "e-mail 2 address",
        "e-mail 3: adresse": "e-mail 3 address",
        "telefon geschäftlich 2": "business phone 2",
        "telefon privat 2": "home phone 2",
        "telefon firma": "company main phone",
        "weiteres telefon": "other phone",
        "haupttelefon": "primary phone",
        "fax geschäftlich": "business fax",
        "fax privat": "home fax",
        "weiteres fax": "other fax",
        "autotelefon": "car phone",
        "postleitzahl geschäftlich": "business postal code",
        "region geschäftlich": "business country/region",
        "land geschäftlich": "business state",
        "postleitzahl privat": "home postal code",
        "region privat": "home country/region",
        "land privat": "home state",
        "weitere straße": "other street",
        "weiterer ort": "other city",
        "weitere postleitzahl": "other postal code",
        "webseite 1": "web page",
        "organisation": "company",
    },
    "fr": {
        "adresse de messagerie 2": "e-mail 2 address",
        "adresse de messagerie 3": "e-mail 3 address",
        "téléphone 2 (bureau)": "business phone 2",
        "téléphone 2 (domicile)": "home phone 2",
        "téléphone (autre)": "other phone",
        "téléphone principal": "primary phone",
        "téléphone (voiture)": "car phone",
        "télécopie (bureau)": "business fax",
        "télécopie (domicile)": "home fax",
        "télécopie (autre)": "other fax",
        "code postal (bureau)": "business postal code",
        "pays/région (bureau)": "business country/region",
        "dép/région (bureau)": "business state",
        "code postal (domicile)": "home postal code",
        "pays/région (domicile)": "home country/region",
        "dép/région (domicile)": "home state",
        "rue (autre)": "other street",
        "ville (autre)": "other city",
        "profession": "job title",
        "fonction": "job title",
    },
    "es": {
        "dirección de correo electrónico 2": "e-mail 2 address",
        "dirección del correo electrónico 3": "e-mail 3 address",
        "código postal del trabajo": "business postal code",
        "otro teléfono": "other phone",
        "teléfono móvil": "mobile phone",
        "teléfono particular": "home phone",
    },
    "it": {
        "indirizzo posta elettronica 3": "e-mail 3 address",
        "indirizzo posta elettronica 2": "e-mail 2 address",
        "telefono di lavoro": "business phone",
        "telefono di casa": "home phone",
        "telefono mobile": "mobile phone",
        "indirizzo e-mail": "e-mail address",
        "qualifica": "job title",
        "note": "notes",
        "indirizzo di lavoro": "business street",
        "città di lavoro": "business city",
        "indirizzo di casa": "home street",
        "città di residenza": "home city",
    },
    "pt": {
        "primeiro nome": "first name",
        "nome do meio": "middle name",
        "último nome": "last name",
        "apelido": "last name",
        "outros nomes/apelidos": "middle name",
        "fone comercial": "business phone",
        "telefone da empresa": "business phone",
        "fone de casa": "home phone",
        "telefone da residência": "home phone",
        "celular": "mobile phone",
        "telemóvel": "mobile phone",
        "endereço de e-mail": "e-mail address",
        "endereço de correio electrónico": "e-mail address",
        "endereço de email 2": "e-mail 2 address",
        "data de nascimento": "birthday",
        "notas": "notes",
        "página web": "web page",
        "página na web": "web page",
        "rua comercial": "business street",
        "rua da empresa": "business street",
        "cidade comercial": "business city",
        "localidade da empresa": "business city",
        "rua de casa": "home street",
        "rua da residência": "home street",
        "endereço residencial": "home street",
        "cidade de casa": "home city",
        "localidade da residência": "home city",
    },
    "nl": {"e-mailadres 2": "e-mail 2 address", "e-mailadres 3": "e-mail 3 address"},
    "da": {"e-mail 2-adresse": "e-mail 2 address", "e-mail 3-adresse": "e-mail 3 address"},
    "sv": {
        "arbete": "business phone",
        "hem": "home phone",
        "gatuadress, hem": "home street",
        "hemort": "home city",
        "e-postadress 2": "e-mail 2 address",
        "e-postadress 3": "e-mail 3 address",
    },
    "no": {
        "telefon, arb.": "business phone",
        "telefon, priv.": "home phone",
        "adresse, arb.: gate/vei": "business street",
        "adresse, arb.: poststed": "business city",
        "adresse, priv.: gate/vei": "home street",
        "adresse, priv.: poststed": "home city",
        "e-postadresse 2": "e-mail 2 address",
        "e-postadresse 3": "e-mail 3 address",
    },
    "pl": {
        "adres e-mail 2": "e-mail 2 address",
        "adres e-mail 3": "e-mail 3 address",
        "oddział": "department",
        "osobista strona sieci web": "web page",
        "ulica (biuro)": "business street",
        "miasto (biuro)": "business city",
        "ulica (dom)": "home street",
        "miasto (dom)": "home city",
    },
    "cs": {
        "2. křestní jméno": "middle name",
        "telefon (zam.)": "business phone",
        "ulice (zam.)": "business street",
        "město (zam.)": "business city",
        "ulice (dom.)": "home street",
        "město (dom.)": "home city",
        "e-mailová adresa 2": "e-mail 2 address",
        "e-mailová adresa 3": "e-mail 3 address",
    },
    "ru": {"адрес 2 эл. почты": "e-mail 2 address", "адрес 3 эл. почты": "e-mail 3 address"},
}
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
            for word, english in zip(words.split("|"), _ENGLISH, strict=True)
        },
        **_ALSO.get(code, {}),
    }
    for code, words in _WORDS.items()
}
