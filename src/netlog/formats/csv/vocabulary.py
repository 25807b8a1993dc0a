"""What the columns of a CSV file are called in English, by Google, Outlook and many others: data.

Each line names what netlog calls it and, parted by |, the names of columns in lower case.
"""

NAMED: dict[str, str] = {
    "name": "name|full|full name|display name|fullname|contact name|contact|person|person name"
    "|your name|name and surname|first and last name|complete name|person's name|full names",
    "file as": "file as|last, first|last name, first name|surname, first name|surname, given name"
    "|name (last, first)|nachname, vorname|name, vorname|nom, prénom|cognome, nome"
    "|apellidos, nombre|apellido, nombre|achternaam, voornaam|efternamn, förnamn|sort name",
    "given": "first name|given name|firstname|forename|first|given names|first names"
    "|christian name|fname|given|1st name",
    "additional": "middle name|additional name|middle|middle names|middlename",
    "family": "last name|family name|surname|lastname|last|family|surnames|last names|lname",
    "before family": "surname prefix|last name prefix|family name prefix|tussenvoegsel"
    "|tussenvoegsels|voorvoegsel|voorvoegsels",
    "second_family": "second last name|second surname",
    "prefix": "name prefix|prefix|salutation|honorific|courtesy title",
    "suffix": "name suffix|suffix",
    "former": "maiden name|birth name|former name|previous name|née|former surname",
    "phonetic_first": "phonetic first name|yomi first name|given name yomi|first name phonetic"
    "|pronunciation first name|furigana first name",
    "phonetic_last": "phonetic last name|yomi last name|family name yomi|last name phonetic"
    "|pronunciation last name|furigana last name",
    "nickname": "nickname|nick name|nick|screen name|nicknames|also known as|aka|alias"
    "|goes by|preferred name|preferred first name|known as",
    "organization": "company|organization|organisation|organization name|organisation name|employer"
    "|company name|account name|organization - name|current company|companies"
    "|organizations|associated company|works at|firm|sales accounts|accounts|account|employers"
    "|org|orgs|org name|business|business name|institution|workplace|work place|place of work"
    "|where they work|works for|agency|affiliation|employer name|enterprise|corporation",
    "title": "job title|position|occupation|organization title|role|title|jobtitle|current title"
    "|current position|headline|job|job role|designation|profession"
    "|work title|job position|job function|business title|what they do",
    "department": "department|organization department|dept|division",
    "birthday": "birthday|birth date|date of birth|birthdate|dob|born|born on|bday|birthdays"
    "|b day|b'day|birthday date",
    "anniversary": "anniversary|wedding anniversary|wedding day|wedding date|anniversary date",
    "name day": "name day|nameday",
    "birth year": "birth year",
    "birth month": "birth month",
    "birth day": "birth day",
    "notes": "notes|note|comments|comment|description|remarks|about|associated note"
    "|additional notes|bio|biography|memo|other notes|personal notes|general notes"
    "|relationship notes|additional information|additional info|about them",
    "tags": "categories|tags|labels|group membership|groups|category|tag|group|lists"
    "|distribution lists|label|segments|segment|teams|email lists|keywords",
    "circles": "circles|circle",
    "city": "city|town|location|city/town|lives in|based in|primary location|current location"
    "|hometown|home town|where they live|living in|residence|city of residence"
    "|city, state|city/state",
    "how_met": "how met|how we met|met at|where met|where we met|met via|how do you know them"
    "|how you met|how i met them|how i know them|where you met|how we know each other|met where"
    "|how did we meet|how did you meet|where did we meet|how do i know them|place met"
    "|where i met them|first met where",
    "met_on": "connected on|met on|date met|first met|met date|first interaction|first met date"
    "|date first met|first met on|first met at|when we met|when you met|first meeting date"
    "|when did we meet|date we met|first contact date|first contact",
    "introduced_by": "introduced by|referred by|met through|referral|referrer|introducer"
    "|intro by|intro from|introduction by|connected through|connected by"
    "|introduced through|referrer name",
    "cadence_days": "cadence days|stay in touch frequency",
    "last_touch": "last contact|last contacted|last contact date|last contacted date"
    "|last activity|last activity date|last interaction|last interaction date|last seen"
    "|last talked|last talked to|last spoke|last spoken|last touch|last touched|last touchpoint"
    "|last communication|last meeting|last met|date of last contact|last engagement date"
    "|last contact on|last touch on|last reached out|last conversation|last connected"
    "|last seen at|last seen on|last activity time|last contact at"
    "|last contacted at|last contacted on|last contacted time|last contact time|date last contacted"
    "|last activity at|last activity on|last touched at|last interaction when|last interaction at"
    "|last interaction on|last email date|last emailed|last called|last call|last meeting date"
    "|last message|last reached|last spoke on|last in touch|last chat|last contact day"
    "|last time we spoke|last time we talked|last time we met|last time spoken"
    "|last time contacted|last reach out|last outreach|last catch up|last catchup|last caught up"
    "|most recent contact|last check in|last ping|last coffee",
    "uid": "uid",
    "kept": "kept",
}
METHODS: dict[str, tuple[tuple[str | None, str], ...]] = {
    "email": (
        (None, "e-mail address|email address|e-mail|email|mail|primary email|e-mail 1"),
        (None, "emails|email addresses|e-mails|e-mail addresses|mails|all emails|email(s)"),
        (None, "e-mail 2 address|e-mail 3 address|secondary email|email 2|email 3|other email"),
        (None, "alternate email 1|alternate email 2|alternate email|additional emails|email 1"),
        (None, "additional email addresses|additional email address|additional email"),
        (None, "other emails|other email addresses|secondary emails|secondary email addresses"),
        (None, "secondary email address|alternate email address|alternate email addresses"),
        (None, "email id|email ids|electronic mail|gmail|gmail address"),
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
        (None, "tel no|ph|ph no|additional phone|additional phone number|secondary phone"),
        (None, "additional phones|additional phone numbers|other phones|other phone numbers"),
        (None, "secondary phone number|alternate phone numbers"),
        ("home", "home phone|home phone 2|phone - home|phone (home)|home telephone|private phone"),
        ("home", "landline|home landline|evening phone"),
        ("work", "business phone|business phone 2|work phone|company main phone|phone - work"),
        (
            "work",
            "phone (work)|office phone|work telephone|direct phone|work direct phone|direct dial",
        ),
        ("work", "direct line|corporate phone|office|office number|company phone|work number"),
        ("work", "direct number|daytime phone"),
        ("mobile", "mobile phone|mobile|cell|cell phone|mobile number|home mobile|phone - mobile"),
        (
            "mobile",
            "mobile phone number|mobiles|cellphone|iphone|phone (mobile)|cell number|mobile phones"
            "|mobile numbers|cell phones|cell numbers|mobile no|cell no|mob|mob no|handphone",
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
        (None, "home page|portfolio|portfolio url"),
        ("work", "web page 1|website work|business web page|business website|company website"),
        ("home", "web page 2|website home page"),
        ("blog", "website blog|blog"),
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
        ("linkedin", "linkedin link|linkedin page|linkedin handle|person linkedin url|linked in"),
        ("twitter", "twitter|twitter handle|twitter username|twitter url|x handle|twitter/x"),
        ("twitter", "twitter profile|x (twitter)|x profile|x url|x/twitter"),
        ("facebook", "facebook|facebook url|facebook profile|fb"),
        ("instagram", "instagram|instagram handle|instagram url|instagram username|insta|ig"),
        ("github", "github|github url|github username|github profile"),
        ("mastodon", "mastodon|mastodon handle"),
        ("bluesky", "bluesky|bluesky handle"),
        ("telegram", "telegram|telegram username|telegram handle"),
        ("signal", "signal"),
        ("threads", "threads"),
        ("tiktok", "tiktok|tiktok handle|tiktok username"),
        ("youtube", "youtube|youtube channel|youtube url"),
        ("discord", "discord|discord handle|discord username"),
        ("slack", "slack|slack handle"),
        ("wechat", "wechat|wechat id"),
    ),
}
# How often to be in touch with them, in words.
CADENCES = (
    "cadence|contact cadence|frequency|contact frequency|touch frequency|follow up frequency"
    "|keep in touch|keep in touch frequency|keep in touch every|keep-in-touch|stay in touch"
    "|stay in touch every|catch up every|catch up frequency|check in frequency|contact every"
    "|reach out every|reach out frequency|outreach frequency|reconnect every|how often"
    "|reminder frequency|reminder interval|touch base every|touchpoint frequency"
    "|follow ups every|touch cadence|how often to contact"
    "|connection frequency|communication frequency"
)
# Who belongs to them, and as what; several in one cell where the column says so.
RELATIONS = {
    "spouse": "spouse|spouse name|spouse's name|spouse/partner|husband/wife"
    "|partner name|partner's name|significant other|significant other's name|partner/spouse",
    "husband": "husband",
    "wife": "wife",
    "child": "children|children's names|kids|child|children names|kids names|kids' names"
    "|kid's names|names of kids|names of children|son|daughter|sons|daughters",
    "parent": "parents",
    "mother": "mother|mother's name",
    "father": "father|father's name",
    "sibling": "siblings|brother|sister|brothers|sisters",
    "assistant": "assistant|assistant name|assistant's name|asst. name",
    "manager": "manager|manager name|manager's name|supervisor|reports to|reports to name"
    "|reporting to|line manager|boss",
    "contact": "related names|related name|related people|related persons|related contacts"
    "|relatives|family members|relations",
}
OF_SEVERAL = frozenset(
    {"children", "children's names", "children names", "kids", "kids names", "kids' names"}
    | {"kid's names", "names of kids", "names of children", "sons", "daughters", "parents"}
    | {"siblings", "brothers", "sisters"}
    | set(RELATIONS["contact"].split("|"))
)
PLACE_PARTS = {
    "street": "street|address|street address|postal address|full address|address line 1"
    "|address 1|street 1|street address 1",
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
# Which one of several a column holds; it is known without that.
QUALIFIERS = frozenset({"current", "present", "primary", "main", "preferred", "best"})
# Spoken of in Britain alone, where the day comes before the month.
BRITISH = frozenset({"postcode", "post code", "county", "town"})
