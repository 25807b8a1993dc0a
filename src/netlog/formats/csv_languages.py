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
    "|telefon (hjem)|mobiltelefon|e-mail-adresse|fødselsdag|noter|kategorier|webside"
    "|gade (arbejde)|by (arbejde)|gade (hjem)|by (hjem)",
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
# What other versions and programs call them, such as Roundcube's own tables say.
_ALSO = {
    "de": {"webseite 1": "web page", "organisation": "company"},
    "fr": {"profession": "job title", "téléphone mobile": "mobile phone", "fonction": "job title"},
    "es": {"teléfono móvil": "mobile phone", "teléfono particular": "home phone"},
    "it": {
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
        "fone comercial": "business phone",
        "fone de casa": "home phone",
        "celular": "mobile phone",
        "endereço de e-mail": "e-mail address",
        "notas": "notes",
        "página web": "web page",
        "rua comercial": "business street",
        "cidade comercial": "business city",
        "rua de casa": "home street",
        "cidade de casa": "home city",
    },
    "pl": {
        "oddział": "department",
        "osobista strona sieci web": "web page",
        "ulica (biuro)": "business street",
        "miasto (biuro)": "business city",
        "ulica (dom)": "home street",
        "miasto (dom)": "home city",
    },
    "cs": {"profese": "job title"},
}
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
