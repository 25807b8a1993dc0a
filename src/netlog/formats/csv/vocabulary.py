"""What the columns of a CSV file are called in English, by Google, Outlook and many others: data.

Each line names what netlog calls it and, parted by |, the names of columns in lower case.
"""

NAMED: dict[str, str] = {
    "name": "name|full|full name|display name|fullname|contact name|contact|person|person name",
    "file as": "file as|last, first|last name, first name|surname, first name|surname, given name"
    "|name (last, first)|nachname, vorname|name, vorname|nom, prénom|cognome, nome"
    "|apellidos, nombre|apellido, nombre|achternaam, voornaam|efternamn, förnamn|sort name",
    "given": "first name|given name|firstname|forename|first|given names|first names"
    "|christian name|fname",
    "additional": "middle name|additional name|middle|middle names|middlename",
    "family": "last name|family name|surname|lastname|last|family|surnames|last names|lname",
    "second_family": "second last name|second surname",
    "prefix": "name prefix|prefix|salutation|honorific",
    "suffix": "name suffix|suffix",
    "former": "maiden name|birth name|former name|previous name|née|former surname",
    "phonetic_first": "phonetic first name|yomi first name|given name yomi|first name phonetic"
    "|pronunciation first name|furigana first name",
    "phonetic_last": "phonetic last name|yomi last name|family name yomi|last name phonetic"
    "|pronunciation last name|furigana last name",
    "nickname": "nickname|nick name|nick|screen name|nicknames|also known as|aka|alias",
    "organization": "company|organization|organisation|organization name|organisation name|employer"
    "|company name|account name|organization - name|current company|companies"
    "|organizations|associated company|works at|firm|sales accounts|accounts|account|employers",
    "title": "job title|position|occupation|organization title|role|title|jobtitle|current title"
    "|current position|headline|job|job role|designation|profession",
    "department": "department|organization department",
    "birthday": "birthday|birth date|date of birth|birthdate|dob|born|born on|bday|birthdays",
    "anniversary": "anniversary|wedding anniversary|wedding day|wedding date",
    "name day": "name day|nameday",
    "birth year": "birth year",
    "birth month": "birth month",
    "birth day": "birth day",
    "notes": "notes|note|comments|comment|description|remarks|about|associated note"
    "|additional notes|bio|biography",
    "tags": "categories|tags|labels|group membership|groups|category|tag|group|lists"
    "|distribution lists|label|segments|segment|teams|email lists",
    "circles": "circles|circle",
    "city": "city|town|location|city/town|lives in|based in|primary location|current location"
    "|hometown",
    "how_met": "how met|how we met|met at|where met|where we met|met via|how do you know them"
    "|how you met|how i met them|how i know them|where you met|how we know each other|met where"
    "|how did we meet|how did you meet",
    "met_on": "connected on|met on|date met|first met|met date|first interaction|first met date"
    "|date first met|first met on|first met at|when we met|when you met|first meeting date",
    "introduced_by": "introduced by|referred by|met through|referral|referrer",
    "cadence_days": "cadence days",
    "last_touch": "last contact|last contacted|last contact date|last contacted date"
    "|last activity|last activity date|last interaction|last interaction date|last seen"
    "|last talked|last talked to|last spoke|last spoken|last touch|last touched|last touchpoint"
    "|last communication|last meeting|last met|date of last contact|last engagement date"
    "|last contact on|last touch on|last reached out|last conversation|last connected"
    "|last seen at|last seen on|last activity time|last contact at"
    "|last contacted at|last contacted on|last contacted time|last contact time|date last contacted"
    "|last activity at|last activity on|last touched at|last interaction when|last interaction at"
    "|last interaction on|last email date|last emailed|last called|last call|last meeting date"
    "|last message|last reached|last spoke on|last in touch|last chat|last contact day",
    "uid": "uid",
    "kept": "kept",
}
METHODS: dict[str, tuple[tuple[str | None, str], ...]] = {
    "email": (
        (None, "e-mail address|email address|e-mail|email|mail|primary email|e-mail 1"),
        (None, "emails|email addresses|e-mails|e-mail addresses|mails|all emails|email(s)"),
        (None, "e-mail 2 address|e-mail 3 address|secondary email|email 2|email 3|other email"),
        (None, "alternate email 1|alternate email 2|alternate email|additional emails|email 1"),
        ("home", "email home|home email|personal email|home e-mail|email - home|email (home)"),
        ("home", "personal e-mail|private email|email (personal)"),
        ("work", "email work|work email|business email|work e-mail|email - work|email (work)"),
        ("work", "business e-mail|office email|company email"),
        ("other", "email other|email - other|email (other)|other e-mail"),
    ),
    "phone": (
        (None, "phone|telephone|phone number|primary phone|tel|tel."),
        (
            None,
            "phones|phone numbers|telephones|telephone number|all phones|phone(s)|numbers|number",
        ),
        (None, "phone 1|phone 2|phone 3|main phone|main|contact number|phone no|phone no."),
        ("home", "home phone|home phone 2|phone - home|phone (home)|home telephone|private phone"),
        ("work", "business phone|business phone 2|work phone|company main phone|phone - work"),
        (
            "work",
            "phone (work)|office phone|work telephone|direct phone|work direct phone|direct dial",
        ),
        ("work", "direct line|corporate phone|office|office number|company phone|work number"),
        ("mobile", "mobile phone|mobile|cell|cell phone|mobile number|home mobile|phone - mobile"),
        (
            "mobile",
            "mobile phone number|mobiles|cellphone|iphone|phone (mobile)|cell number|mobile phones"
            "|mobile numbers|cell phones|cell numbers",
        ),
        ("home fax", "home fax"),
        ("work fax", "business fax|work fax"),
        ("fax", "other fax|fax number|fax"),
        ("pager", "pager|pager number"),
        ("car", "car phone"),
        ("other", "other phone|phone - other|phone (other)|alternate phone"),
        ("assistant", "assistant's phone|asst. phone|assistant phone"),
        ("yahoo", "yahoo phone"),
        ("video", "phone video"),
        ("isdn", "isdn"),
        ("radio", "radio phone"),
        ("tty", "tty/tdd phone"),
        ("callback", "callback"),
        ("whatsapp", "whatsapp|whatsapp number"),
    ),
    "url": (
        (None, "web page|website|url|web site|homepage|profile url|personal web page"),
        (None, "social media|social links|social profiles|socials"),
        (None, "websites|urls|website url|web|links|link|web pages|personal website|blog url"),
        ("work", "web page 1|website work|business web page|business website|company website"),
        ("home", "web page 2|website home page"),
        ("blog", "website blog"),
        ("profile", "website profile"),
        ("other", "website other"),
    ),
    "handle": (
        ("im", "im|im address|imaddress|instant messenger|messenger id|messenger id1"),
        ("aim", "im aim|aim id|aim"),
        ("icq", "im icq|icq id|icq"),
        ("irc", "irc id"),
        ("jabber", "im jabber|jabber|xmpp"),
        ("msn", "im msn|msn id"),
        ("gtalk", "google id"),
        ("qq", "qq id"),
        ("skype", "im skype|skype|skype id"),
        ("yahoo", "im yahoo"),
    ),
    # A page on a network, or a name there.
    "profile": (
        ("linkedin", "linkedin|linkedin url|linkedin profile|linkedin profile url|linkedin bio"),
        ("linkedin", "linkedin link|linkedin page|linkedin handle|person linkedin url"),
        ("twitter", "twitter|twitter handle|twitter username|twitter url|x handle|twitter/x"),
        ("twitter", "twitter profile|x (twitter)|x profile|x url"),
        ("facebook", "facebook|facebook url|facebook profile"),
        ("instagram", "instagram|instagram handle|instagram url|instagram username"),
        ("github", "github|github url|github username|github profile"),
        ("mastodon", "mastodon|mastodon handle"),
        ("bluesky", "bluesky|bluesky handle"),
        ("telegram", "telegram|telegram username|telegram handle"),
        ("signal", "signal"),
        ("threads", "threads"),
    ),
}
# How often to be in touch with them, in words.
CADENCES = (
    "cadence|contact cadence|frequency|contact frequency|touch frequency|follow up frequency"
    "|keep in touch|keep in touch frequency|keep in touch every|keep-in-touch|stay in touch"
    "|stay in touch every|catch up every|catch up frequency|check in frequency|contact every"
    "|reach out every|reach out frequency|outreach frequency|reconnect every|how often"
    "|reminder frequency|reminder interval|touch base every|touchpoint frequency"
    "|connection frequency|communication frequency"
)
# Who belongs to them, and as what; several in one cell where the column says so.
RELATIONS = {
    "spouse": "spouse|spouse name|spouse's name|spouse/partner|husband/wife",
    "husband": "husband",
    "wife": "wife",
    "child": "children|children's names|kids|child",
    "parent": "parents",
    "mother": "mother|mother's name",
    "father": "father|father's name",
    "assistant": "assistant|assistant name|assistant's name|asst. name",
    "manager": "manager|manager name|manager's name|supervisor|reports to|reports to name"
    "|reporting to|line manager|boss",
}
OF_SEVERAL = frozenset({"children", "children's names", "kids", "parents"})
PLACE_PARTS = {
    "street": "street|address|street address|postal address|full address|address line 1"
    "|address 1|street 1",
    "street 2": "street 2|address 2|address line 2",
    "street 3": "street 3|address 3|address line 3",
    "box": "address po box|po box",
    "city": "city|town",
    "county": "county",
    "region": "state|state/region|state/province|province|region",
    "code": "postal code|zip|zipcode|zip code|postcode|post code|zip/postal code",
    "country": "country/region|country|country name",
}
PLACES = {
    "business": "work",
    "work": "work",
    "office": "work",
    "home": "home",
    "other": "other",
    "mailing": "mailing",
    "billing": "billing",
    "address 1:": "",
    "address 2:": "other",
    "primary": "",
    "": "",
}
# The kind or label of a column that stands beside it.
LABELS = {
    "email type": "email",
    "email label": "email",
    "phone type": "phone",
    "phone label": "phone",
    "phone number type": "phone number",
    "phone number label": "phone number",
}
# Columns that are in Yahoo's file only where these are, and otherwise could be anything.
YAHOO = frozenset({"first", "middle", "last"})
OF_YAHOO = {
    "home": "home phone",
    "work": "work phone",
    "other": "other phone",
    "primary": "primary phone",
}
# Called so where no other column has a name: the record of somebody.
MAY_BE_NAME = frozenset({"record", "people", "who", "contacts", "member", "guest", "attendee"})
# Of whom a column may say that it is: "Client E-mail", "Guest Name".
WHOSE = frozenset(
    {"user", "contact", "person", "client", "customer", "guest", "attendee", "participant"}
    | {"member", "lead", "candidate", "applicant", "speaker", "student", "prospect", "invitee"}
    | {"registrant", "recipient", "buyer"}
)
# What programs write before the name of each column.
PREFIXES = ("person - ", "contact - ", "contact: ", "person: ", "people - ")
# Spoken of in Britain alone, where the day comes before the month.
BRITISH = frozenset({"postcode", "post code", "county", "town"})
