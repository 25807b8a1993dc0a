"""What columns of the last contact are called in other languages: data.

Parted by |, in lower case.
"""

LAST_CONTACT: dict[str, str] = {
    "de": "zuletzt kontaktiert|zuletzt gesehen|zuletzt getroffen|letzte interaktion"
    "|letztes gespräch|letzte begegnung|letzte aktivität|letzter anruf",
    "fr": "dernière rencontre|dernier échange|dernier appel|dernière activité"
    "|dernière conversation|date du dernier contact",
    "es": "último contacto|última interacción|última actividad|última conversación"
    "|última reunión|última llamada|fecha del último contacto",
    "it": "ultimo contatto|ultima interazione|ultima attività|ultimo incontro"
    "|ultima conversazione|data ultimo contatto",
    "pt": "último contato|último contacto|última interação|última atividade|última conversa"
    "|último encontro|última reunião",
    "nl": "laatste contact|laatst gesproken|laatst gezien|laatste contactmoment"
    "|laatste interactie|laatste gesprek",
    "da": "sidste kontakt|seneste kontakt|sidst kontaktet|senest kontaktet|sidst set"
    "|seneste aktivitet",
    "sv": "senast kontakt|senaste kontakt|senaste kontakten|senast kontaktad|senast sedd"
    "|senast träffad|senaste aktivitet|senaste mötet|sista kontakt",
    "no": "siste kontakt|sist kontakt|sist kontaktet|sist sett|siste aktivitet|siste møte"
    "|sist snakket",
    "pl": "ostatni kontakt|ostatnia rozmowa|ostatnie spotkanie|data ostatniego kontaktu",
    "cs": "poslední kontakt|naposledy kontaktován|poslední schůzka|poslední setkání",
    "ru": "последний контакт|последняя встреча|последний разговор|последний звонок"
    "|дата последнего контакта",
    "fi": "viimeisin yhteydenotto|viimeinen yhteydenotto|viimeksi tavattu",
    "sk": "posledný kontakt|posledné stretnutie",
    "hu": "utolsó kapcsolat|utolsó kapcsolatfelvétel|utolsó találkozás",
    "ro": "ultimul contact|ultima întâlnire",
    "tr": "son iletişim|son görüşme|son temas",
    "uk": "останній контакт|остання зустріч|остання розмова",
    "bg": "последен контакт|последна среща",
    "el": "τελευταία επαφή|τελευταία επικοινωνία",
    "hr": "posljednji kontakt|zadnji kontakt",
    "ca": "últim contacte|darrer contacte",
    "et": "viimane kontakt",
    "lv": "pēdējais kontakts",
    "lt": "paskutinis kontaktas",
    "ja": "最終連絡日|最終連絡|最終接触日|最後に会った日",
    "zh": "最后联系|最后联系时间|最近联系|上次联系|最後聯絡",
    "ko": "마지막 연락|최근 연락|마지막 연락일",
    "he": "קשר אחרון|שיחה אחרונה",
    "ar": "آخر اتصال|آخر تواصل",
    "fa": "آخرین تماس",
    "vi": "liên hệ gần nhất|liên hệ lần cuối|lần liên hệ cuối",
    "id": "kontak terakhir|terakhir dihubungi",
    "th": "ติดต่อล่าสุด",
    "sl": "zadnji stik",
    "sr": "последњи контакт|poslednji kontakt",
}
