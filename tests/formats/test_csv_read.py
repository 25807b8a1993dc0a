"""CSV address books as other programs write them."""

import time
import tracemalloc
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog.errors import UsageMistake
from netlog.formats.circumstances import Circumstances
from netlog.formats.csv import (
    columns,
    invitations,
    languages,
    messages,
    order,
    reader,
    thunderbird,
    vocabulary,
)
from netlog.formats.csv.further_languages import FURTHER
from netlog.formats.csv.values import emails
from netlog.formats.csv.words_of_touches import LAST_CONTACT
from netlog.formats.recognize import recognized
from netlog.records.contacts import OtherName
from netlog.records.incoming import (
    Declined,
    IncomingMeeting,
    IncomingMethod,
    IncomingOrganization,
    IncomingPerson,
)

LINKEDIN_2018 = b"""First Name,Last Name,Email Address,Company,Position,Connected On
Grace,Hopper,grace@example.org,Navy,"Rear Admiral, retired","3/5/18, 9:10 AM"
,,,Navy,,"3/6/18, 9:10 AM"
"""
LINKEDIN_NOTES = b"""Notes:
"When exporting your connection data, you may notice that some e-mails are missing."

First Name,Last Name,Email Address,Company,Position,Connected On
Grace,Hopper,,Navy,Admiral,05 Mar 2021
"""
LINKEDIN_URL = b"""Notes:
"Some e-mails are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Grace,Hopper,www.linkedin.com/in/grace?trk=contact,,Navy,Admiral,31 Feb 2024
"""
GOOGLE_OLD = """Name,Given Name,Yomi Name,Family Name,Birthday,Notes,Group Membership,\
E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,\
Organization 1 - Title,Address 1 - Formatted,Address 1 - City,Custom Field 1 - Type,\
Custom Field 1 - Value
Grace Hopper,Grace,,Hopper,--04-12,,* myContacts ::: Friends,* Home,g@example.org ::: \
h@example.org,Mobile,+1 555 0100,Navy,Admiral,"1 Main St
Arlington",Arlington,Shoe,38
"""
GOOGLE_NEW = """First Name,Middle Name,Last Name,File As,Nickname,Organization Name,\
Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value
Grace,B.,Hopper,,Amazing,Navy,Admiral,1906-12-09,Met in Paris,Friends ::: * myContacts,\
* Work,grace@example.org
"""


# All 92 that Outlook for the desktop exports.
OUTLOOK = (
    *("Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department"),
    "Job Title",
    *(
        f"{place} {part}"
        for place in ("Business", "Home", "Other")
        for part in (
            *("Street", "Street 2", "Street 3", "City", "State", "Postal Code", "Country/Region"),
            "Address PO Box",
        )
    ),
    *("Assistant's Phone", "Business Fax", "Business Phone", "Business Phone 2", "Callback"),
    *("Car Phone", "Company Main Phone", "Home Fax", "Home Phone", "Home Phone 2", "ISDN"),
    *("Mobile Phone", "Other Fax", "Other Phone", "Pager", "Primary Phone", "Radio Phone"),
    *("TTY/TDD Phone", "Telex", "Account", "Anniversary", "Assistant's Name"),
    *("Billing Information", "Birthday", "Categories", "Children", "Directory Server"),
    *("E-mail Address", "E-mail Type", "E-mail Display Name", "E-mail 2 Address"),
    *("E-mail 2 Type", "E-mail 2 Display Name", "E-mail 3 Address", "E-mail 3 Type"),
    *("E-mail 3 Display Name", "Gender", "Government ID Number", "Hobby", "Initials"),
    *("Internet Free Busy", "Keywords", "Language", "Location", "Manager's Name", "Mileage"),
    *("Notes", "Office Location", "Organizational ID Number", "Priority", "Private"),
    *("Profession", "Referred By", "Sensitivity", "Spouse", "User 1", "User 2", "User 3"),
    *("User 4", "Web Page"),
)
FOLLOWS = ("Type", "Display Name", "Initials")


def mapped(*pairs: tuple[str, str]) -> Circumstances:
    return Circumstances(mapped=pairs)


def people(data: bytes | str) -> list[IncomingPerson]:
    raw = data.encode() if isinstance(data, str) else data
    return [each for each in reader.read(raw) if isinstance(each, IncomingPerson)]


def left(data: bytes | str) -> list[Declined]:
    raw = data.encode() if isinstance(data, str) else data
    return [each for each in reader.read(raw) if isinstance(each, Declined)]


@pytest.mark.parametrize(
    ("data", "met_on"),
    [(LINKEDIN_2018, date(2018, 3, 5)), (LINKEDIN_NOTES, date(2021, 3, 5)), (LINKEDIN_URL, None)],
)
def test_three_generations_of_linkedin_are_read(data: bytes, met_on: date | None) -> None:
    (grace,) = people(data)
    assert (grace.name, grace.organization, grace.how_met) == ("Grace Hopper", "Navy", "LinkedIn")
    assert grace.met_on == met_on


def test_a_nameless_connection_is_rejected_by_its_row() -> None:
    (nameless,) = left(LINKEDIN_2018)
    assert (nameless.row, nameless.rejected) == (3, True)
    assert "no name" in nameless.reason


def test_a_profile_gets_its_scheme_and_loses_its_tracking() -> None:
    assert people(LINKEDIN_URL)[0].methods == (
        IncomingMethod("url", "https://www.linkedin.com/in/grace"),
    )


def test_an_impossible_date_is_kept_as_a_field() -> None:
    assert people(LINKEDIN_URL)[0].fields == (("met on", "31 Feb 2024"),)


def test_google_before_2024_is_read() -> None:
    (grace,) = people(GOOGLE_OLD)
    assert grace == IncomingPerson(
        2,
        "Grace Hopper",
        organization="Navy",
        title="Admiral",
        city="Arlington",
        birthday="--04-12",
        tags=("Friends",),
        methods=(
            IncomingMethod("email", "g@example.org", "Home", True),
            IncomingMethod("email", "h@example.org", "Home", True),
            IncomingMethod("phone", "+1 555 0100", "Mobile"),
            IncomingMethod("address", "1 Main St, Arlington"),
        ),
        fields=(("Shoe", "38"),),
    )


def test_google_since_2024_is_read() -> None:
    (grace,) = people(GOOGLE_NEW)
    assert grace == IncomingPerson(
        2,
        "Grace B. Hopper",
        nickname="Amazing",
        organization="Navy",
        title="Admiral",
        birthday="1906-12-09",
        tags=("Friends",),
        methods=(IncomingMethod("email", "grace@example.org", "Work", True),),
        notes="Met in Paris",
        kept=("N:Hopper;Grace;B.;;",),
    )


def test_columns_are_found_by_name_in_any_order() -> None:
    swapped = "E-mail 1 - Value,Last Name,Labels,First Name,File As\ng@example.org,Hopper,,Grace,\n"
    assert people(swapped)[0].name == "Grace Hopper"


def test_outlook_is_read_without_what_it_writes_for_everybody() -> None:
    (grace,) = people(
        "Title,First Name,Last Name,Company,Job Title,Business Street,Business City,"
        "Business Phone,Mobile Phone,Birthday,Categories,E-mail Address,E-mail 2 Address,Notes,"
        "Priority,Private,Spouse\n"
        'Dr,Grace,Hopper,Navy,Admiral,1 Main St,Arlington,555 0100,555 0101,0/0/00,"A;B",'
        "g@example.org,h@example.org,,Normal,False,Vincent\n"
    )
    assert (grace.name, grace.title, grace.city) == ("Grace Hopper", "Admiral", "Arlington")
    assert (grace.birthday, grace.tags) == (None, ("A", "B"))
    assert [(one.tie.kind, one.who) for one in grace.relations] == [("spouse", "Vincent")]
    assert grace.fields == (("name prefix", "Dr"),)
    assert grace.methods == (
        IncomingMethod("email", "g@example.org"),
        IncomingMethod("email", "h@example.org"),
        IncomingMethod("phone", "555 0100", "work"),
        IncomingMethod("phone", "555 0101", "mobile"),
        IncomingMethod("address", "1 Main St, Arlington", "work"),
    )


def test_each_of_outlooks_columns_finds_a_place() -> None:
    assert len(OUTLOOK) == 92
    cells = [f"v{number}." for number in range(len(OUTLOOK))]
    (one,) = people(f"{','.join(OUTLOOK)}\n{','.join(cells)}\n")
    lost = [name for name, cell in zip(OUTLOOK, cells, strict=True) if cell not in repr(one)]
    assert all(name.endswith(FOLLOWS) for name in lost)


@pytest.mark.parametrize("code", sorted(languages.LANGUAGES.keys() - FURTHER.keys()))
def test_outlook_is_read_in_its_language(code: str) -> None:
    theirs = {english: word for word, english in languages.LANGUAGES[code].items()}
    header = [theirs[name] for name in ("last name", "first name", "e-mail address", "company")]
    text = ";".join(f'"{name}"' for name in header) + "\r\nHopper;Grace;g@example.org;Navy\r\n"
    (grace,) = people(text)
    assert (grace.name, grace.organization) == ("Grace Hopper", "Navy")
    assert grace.methods == (IncomingMethod("email", "g@example.org"),)


@pytest.mark.parametrize("code", sorted(FURTHER))
def test_people_name_their_columns_in_many_languages(code: str) -> None:
    said = {english: words.split("|")[0] for english, words in FURTHER[code].items()}
    header = [said["first name"], said["last name"], said["email"]]
    (grace,) = people(",".join(header) + "\nGrace,Hopper,g@example.org\n")
    assert (grace.name, grace.fields) == ("Grace Hopper", ())
    assert grace.methods == (IncomingMethod("email", "g@example.org"),)


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("Nom,Cognoms,Correu electrònic", "Max,Muster,m@x.org", "Max Muster"),
        ("Nume,Prenume,E-mail", "Muster,Max,m@x.org", "Max Muster"),
        ("Etunimi,Nimi,Sähköposti", "Max,Muster,m@x.org", "Max Muster"),
        ("姓,名,メール", "山田,太郎,m@x.org", "山田 太郎"),
        ("first_name,last_name,email", "Max,Muster,m@x.org", "Max Muster"),
        ("FirstName,LastName,Email", "Max,Muster,m@x.org", "Max Muster"),
        ("Name > First name,Name > Last name,Email", "Max,Muster,m@x.org", "Max Muster"),
    ],
)
def test_columns_are_told_by_their_language_and_however_they_are_spelled(
    header: str, row: str, name: str
) -> None:
    (found,) = people(f"{header}\n{row}\n")
    assert (found.name, found.fields) == (name, ())


MAILS = [("a@x.org", None), ("b@x.org", None)]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("a@x.org / b@x.org", MAILS),
        ("a@x.org and b@x.org", MAILS),
        ("a@x.org|b@x.org,", MAILS),
        ("[a@x.org, b@x.org]", MAILS),
        ("mailto:a@x.org, mailto:b@x.org", MAILS),
        ("'a@x.org', 'b@x.org'", MAILS),
        ("home: a@x.org; work: b@x.org", [("a@x.org", "home"), ("b@x.org", "work")]),
        ("a@x.org (home), b@x.org (work)", [("a@x.org", "home"), ("b@x.org", "work")]),
    ],
)
def test_addresses_are_parted_and_called(cell: str, found: list[tuple[str, str | None]]) -> None:
    (one,) = people(f'Name,Email\nMax,"{cell}"\n')
    assert [(each.value, each.label) for each in one.methods] == found


def test_what_says_more_than_an_address_stays() -> None:
    (one,) = people("Name,Email\nMax,a@x.org until May\n")
    assert [each.value for each in one.methods] == ["a@x.org", "a@x.org until May"]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("+15550101 +15550102", [("+15550101", None), ("+15550102", None)]),
        ("+15550101 und +15550102", [("+15550101", None), ("+15550102", None)]),
        ("Tel: +15550101 & mobil: +15550102", [("+15550101", None), ("+15550102", "mobile")]),
        ("+15550101 (home), +15550102 (work)", [("+15550101", "home"), ("+15550102", "work")]),
        ("+15550101 (Anna)", [("+15550101 (Anna)", None)]),
    ],
)
def test_numbers_are_parted_and_called(cell: str, found: list[tuple[str, str | None]]) -> None:
    (one,) = people(f'Name,Phone\nMax,"{cell}"\n')
    assert [(each.value, each.label) for each in one.methods] == found


def test_yearly_days_and_further_names_have_columns() -> None:
    (one,) = people(
        "First Name,Last Name,Phonetic Last Name,Maiden Name,Anniversary,Event 1 - Type,"
        "Event 1 - Value,Event 2 - Label,Event 2 - Value,Labels\n"
        "Max,Muster,Mooster,Born,2010-06-07,Name day,--05-06,First date,once,\n"
    )
    assert [(each.label, each.on) for each in one.dates] == [
        ("anniversary", "2010-06-07"),
        ("Name day", "--05-06"),
    ]
    assert one.fields == (("First date", "once"),)
    assert [tuple(each) for each in one.names] == [
        ("former", "Born"),
        ("phonetic_last", "Mooster"),
    ]


def test_what_people_call_themselves_is_no_title_beside_one() -> None:
    (one,) = people("Name,Headline,Title\nMax,CEO at Acme,CEO\n")
    assert (one.title, one.fields) == ("CEO", (("Headline", "CEO at Acme"),))


def test_thunderbird_is_read() -> None:
    (grace,) = people(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Home City,"
        "Organization,Birth Year,Birth Month,Birth Day,\n"
        "Grace,Hopper,Amazing Grace,,g@example.org,h@example.org,Paris,Navy,1906,12,9,\n"
    )
    assert (grace.name, grace.birthday, grace.city) == ("Amazing Grace", "1906-12-09", "Paris")
    assert [each.value for each in grace.methods] == ["g@example.org", "h@example.org"]


def test_any_other_csv_is_guessed() -> None:
    data = b"Full name;Mail;Shoe\nGrace Hopper;g@example.org;38\n"
    assert reader.guess(data) == (("name", "Full name"), ("email", "Mail"))
    assert people(data)[0].fields == (("Shoe", "38"),)


def test_a_map_says_what_the_columns_are() -> None:
    data = b"list of 2024\nWer\tPost\tWo\nGrace\tg@example.org\tParis\n"
    (grace,) = reader.read(data, mapped(("name", "wer"), ("email", "Post"), ("city", "Wo")))
    assert grace == IncomingPerson(
        3, "Grace", city="Paris", methods=(IncomingMethod("email", "g@example.org"),)
    )


@pytest.mark.parametrize("pair", [("shoe", "Wer"), ("name", "Wen")])
def test_a_map_of_what_is_not_there_is_a_mistake(pair: tuple[str, str]) -> None:
    with pytest.raises(UsageMistake):
        list(reader.read(b"Wer\nGrace\n", mapped(pair)))


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_charsets_delimiters_and_line_ends_do_not_matter(
    charset: str, delimiter: str, end: str
) -> None:
    rows = (("Name", "E-mail", "Company"), ("José", "j@example.org", "Ætna"))
    text = end.join(delimiter.join(row) for row in rows)
    (jose,) = people(text.encode(charset))
    assert (jose.name, jose.organization) == ("José", "Ætna")


def test_the_separator_that_excel_names_is_taken() -> None:
    assert people("sep=;\nName;Company\nGrace;Navy, US\n")[0].organization == "Navy, US"


def test_an_open_quote_costs_one_row() -> None:
    text = 'Name,Company\n"Grace,Navy\nAda,"Engine, Ltd"\nBob,x\n'
    assert [each.name for each in people(text)] == ["Ada", "Bob"]
    assert [(each.row, each.source) for each in left(text)] == [(2, '"Grace,Navy')]


def test_quotes_within_a_cell_stay() -> None:
    text = 'Name,Company\nGrace "Amazing" Hopper,"The ""Navy"""\n'
    (grace,) = people(text)
    assert (grace.name, grace.organization) == ('Grace "Amazing" Hopper', 'The "Navy"')


def test_a_row_of_nobody_is_rejected_by_its_number() -> None:
    text = "Name,Company,Phone\nGrace,,\n\n,,555 0100\n"
    assert [each.row for each in left(text)] == [4]


def test_a_row_beyond_the_limit_is_refused_and_the_rest_read() -> None:
    text = "Name,Company\nGrace," + "x" * 2_000_000 + "\nAda,y\n"
    assert [each.name for each in people(text)] == ["Ada"]
    assert [each.row for each in left(text)] == [2]


def test_cells_beyond_the_header_are_kept() -> None:
    assert people("Name,Company\nGrace,Navy,more\n")[0].fields == (("column 3", "more"),)


def test_columns_of_one_name_are_all_read() -> None:
    (grace,) = people("Name,Email,Email\nGrace,g@example.org,h@example.org\n")
    assert [each.value for each in grace.methods] == ["g@example.org", "h@example.org"]


def test_a_second_value_of_what_there_is_one_is_kept() -> None:
    (grace,) = people("Name,Company,Employer\nGrace,Navy,Yale\n")
    assert (grace.organization, grace.fields) == ("Navy", (("organization", "Yale"),))


def test_the_parts_of_a_name_that_it_does_not_hold_are_kept() -> None:
    (grace,) = people("Display Name,First Name,Last Name\nAmazing Grace,Grace,Hopper\n")
    assert grace.fields == (("last name", "Hopper"),)


def test_further_organizations_are_jobs() -> None:
    (grace,) = people(
        "Name,Organization 1 - Name,Organization 1 - Title,Organization 2 - Name\n"
        "Grace,Navy ::: Yale,Admiral,Vassar\n"
    )
    assert (grace.organization, grace.title) == ("Navy", "Admiral")
    assert grace.jobs == (("Yale", None), ("Vassar", None))


def test_birthdays_show_whether_the_day_comes_first() -> None:
    rows = "Name,Birthday\nAda,03/04/1990\nBob,20/01/1991\n"
    assert [each.birthday for each in people(rows)] == ["1990-04-03", "1991-01-20"]
    assert people("Name,Birthday\nAda,03/04/1990\n")[0].birthday == "1990-03-04"


def test_a_file_without_columns_says_so() -> None:
    assert "no row that names columns" in left("once upon a time")[0].reason


def test_messages_are_one_touch_a_day_without_you() -> None:
    data = b"""CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT,FOLDER
1,Me Myself,Ada,2024-03-05 12:00:00 UTC,,Hello,INBOX
1,Ada,Me Myself,2024-03-05 12:30:00 UTC,,Hi,INBOX
2,Bob,Me Myself,2024-03-06 12:00:00 UTC,,Buy,SPAM
3,Bob,Me Myself,yesterday,,Hm,INBOX
"""
    touch, spam, undated = messages.read(data)
    assert touch == IncomingMeeting(
        2, date(2024, 3, 5), "message", ("Ada",), "linkedin-1-2024-03-05", "Hello"
    )
    assert isinstance(spam, Declined)
    assert not spam.rejected
    assert isinstance(undated, Declined)
    assert undated.rejected


def test_messages_name_people_by_their_profiles() -> None:
    data = b"""CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT
1,Ada,linkedin.com/in/ada,Me,linkedin.com/in/me,2024-03-05 12:00:00 UTC,Hello
2,Me,linkedin.com/in/me,"Dee Eff, PhD",linkedin.com/in/dee,2024-03-06 12:00:00 UTC,Hi
3,Me,linkedin.com/in/me,LinkedIn Member,,2024-03-07 12:00:00 UTC,Hi
"""
    ada, dee, nobody = messages.read(data, Circumstances(me="Me"))
    assert isinstance(ada, IncomingMeeting)
    assert (ada.who, ada.names) == (("https://linkedin.com/in/ada",), ("Ada",))
    assert isinstance(dee, IncomingMeeting)
    assert (dee.who, dee.names) == (("https://linkedin.com/in/dee",), ("Dee Eff, PhD",))
    assert isinstance(nobody, Declined)


def test_you_are_whoever_the_card_names_even_with_one_partner() -> None:
    data = b"""CONVERSATION ID,FROM,TO,DATE
1,Ann Bee,Me Self,2024-03-05 12:00:00 UTC
"""
    (touch,) = messages.read(data, Circumstances(me="Me Self"))
    assert isinstance(touch, IncomingMeeting)
    assert touch.who == ("Ann Bee",)


@pytest.mark.parametrize("page", ["cp1250", "utf-8", "utf-16"])
def test_polish_outlook_is_read_in_its_code_page(page: str) -> None:
    text = "Imię,Nazwisko,Firma,Dział,Adres e-mail\r\nŁukasz,Żak,Acme,Łącza,l@x.pl\r\n"
    data = text.encode(page)
    assert recognized(data) == "outlook"
    (person,) = reader.read(data)
    assert isinstance(person, IncomingPerson)
    assert (person.name, person.organization) == ("Łukasz Żak", "Acme")


def test_russian_outlook_is_read_in_its_code_page() -> None:
    text = "Имя,Фамилия,Организация,Адрес эл. почты\r\nАнна,Ким,Акме,a@x.ru\r\n"
    data = text.encode("cp1251")
    assert recognized(data) == "outlook"
    (person,) = reader.read(data)
    assert isinstance(person, IncomingPerson)
    assert (person.name, person.organization) == ("Анна Ким", "Акме")


def test_half_a_name_is_no_name() -> None:
    text = "Vorname,Sippe,Firma\r\nJan,Silva,Acme\r\n"
    assert recognized(text.encode()) == "csv"


def test_german_outlook_is_read_without_its_noise() -> None:
    text = (
        "Anrede,Vorname,Nachname,Firma,Telefon geschäftlich 2,E-Mail-Adresse,E-Mail 2: Adresse,"
        "E-Mail-Typ,Priorität,Privat,Jahrestag,Postleitzahl geschäftlich,Ort geschäftlich\r\n"
        "Frau,Ada,Kern,Acme,030 1234567,a@x.de,b@x.de,SMTP,Normal,Aus,00.00.00,10115,Berlin\r\n"
    )
    (person,) = reader.read(text.encode("cp1252"))
    assert isinstance(person, IncomingPerson)
    assert [each.value for each in person.methods if each.kind != "address"] == [
        "a@x.de",
        "b@x.de",
        "030 1234567",
    ]
    assert dict(person.fields).keys() <= {"name prefix"}
    assert person.city == "Berlin"


def test_googles_outlook_file_says_each_address_once() -> None:
    text = "First Name,Last Name,E-mail Address,Home Address,Home Street,Home City\r\n"
    text += 'Ada,Kern,a@x.org,"1 Main\nLondon",1 Main,London\r\n'
    (person,) = reader.read(text.encode())
    assert isinstance(person, IncomingPerson)
    assert [each.value for each in person.methods if each.kind == "address"] == ["1 Main, London"]


def test_an_occupation_is_not_the_present_job() -> None:
    text = "Name,Occupation,Organization 1 - Name,Organization 1 - Title,E-mail 1 - Value\r\n"
    text += "Ada,Painter,Acme,Boss,a@x.org\r\n"
    (person,) = reader.read(text.encode())
    assert isinstance(person, IncomingPerson)
    assert (person.organization, person.title, person.jobs) == ("Acme", "Boss", ())
    assert ("occupation", "Painter") in person.fields


def test_invitations_say_who_invited_whom() -> None:
    data = b"""From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Ada,Me,"1/5/23, 3:04 PM",Hello,INCOMING,https://www.linkedin.com/in/ada,x
Me,Bob,"1/6/23, 3:04 PM",,OUTGOING,x,https://www.linkedin.com/in/bob
"""
    ada, bob = invitations.read(data)
    assert isinstance(ada, IncomingPerson)
    assert isinstance(bob, IncomingPerson)
    assert (ada.name, ada.how_met, ada.met_on) == (
        "Ada",
        "LinkedIn: they invited you",
        date(2023, 1, 5),
    )
    assert (bob.name, bob.how_met) == ("Bob", "LinkedIn: you invited them")


@given(
    st.sampled_from([LINKEDIN_2018, LINKEDIN_URL, GOOGLE_OLD.encode(), GOOGLE_NEW.encode()]),
    st.lists(st.tuples(st.integers(0, 600), st.sampled_from(b"\",;\n\r\0\xff'=")), max_size=8),
)
def test_no_mutation_of_a_good_file_crashes(data: bytes, changes: list[tuple[int, int]]) -> None:
    changed = bytearray(data)
    for at, byte in changes:
        changed[at % len(changed)] = byte
    for read in (reader.read, messages.read, invitations.read):
        list(read(bytes(changed)))


@given(st.binary(max_size=200))
def test_no_bytes_crash(data: bytes) -> None:
    for read in (reader.read, messages.read, invitations.read):
        list(read(b"Conversation ID,Name,E-mail,From,To,Date,Sent At,Direction\n" + data))
        list(read(data))


def test_of_two_columns_called_alike_the_first_is_the_form_of_address() -> None:
    text = "Titre,Prénom,Nom,Société,Titre,Adresse de messagerie\r\n"
    text += "M.,Jean,Petit,Acme,Directeur,j@x.org\r\n"
    (jean,) = reader.read(text.encode())
    assert isinstance(jean, IncomingPerson)
    assert (jean.name, jean.title) == ("Jean Petit", "Directeur")
    assert jean.fields == (("name prefix", "M."),)


# Halves of a name, in every language


HALVES = [
    ("Name;Vorname", "Muster;Max", "Max Muster"),
    ("Vorname;Name", "Max;Muster", "Max Muster"),
    ("Nachname;Name", "Muster;Max", "Max Muster"),
    ("Surname,Name", "Rossi,Carla", "Carla Rossi"),
    ("Name,Surname", "Carla,Rossi", "Carla Rossi"),
    ("Name,First Name", "Rossi,Carla", "Carla Rossi"),
    ("Name,Last Name", "Carla,Rossi", "Carla Rossi"),
    ("Nom,Prénom", "Dupont,Jean", "Jean Dupont"),
    ("Prenom;Nom", "Jean;Dupont", "Jean Dupont"),
    ("Nombre,Apellidos", "Ana,García", "Ana García"),
    ("Apellido,Nombre", "García,Ana", "Ana García"),
    ("Nome,Cognome", "Carla,Rossi", "Carla Rossi"),
    ("Nome,Sobrenome", "Ana,Silva", "Ana Silva"),
    ("Naam,Voornaam", "Jansen,Piet", "Piet Jansen"),
    ("Naam,Achternaam", "Piet,Jansen", "Piet Jansen"),
    ("Navn,Fornavn", "Jensen,Lars", "Lars Jensen"),
    ("Navn,Etternavn", "Lars,Jensen", "Lars Jensen"),
    ("Namn,Förnamn", "Svensson,Eva", "Eva Svensson"),
    ("Imię,Nazwisko", "Jan,Kowalski", "Jan Kowalski"),
    ("Jméno,Příjmení", "Jan,Novák", "Jan Novák"),
    ("Имя,Фамилия", "Иван,Петров", "Иван Петров"),
    ("Name,Vorname", "Max Muster,Max", "Max Muster"),
    ("Nom de famille,Nom", "Durand,Luc", "Luc Durand"),
    ("Nom,Nom de famille", "Luc,Durand", "Luc Durand"),
    ("Nom,Prénom", "Durand,Luc", "Luc Durand"),
    ("姓,名字", "王,小明", "王 小明"),
    ("姓氏,名", "王,小明", "王 小明"),
    ("姓,名前", "山田,太郎", "山田 太郎"),
    ("Nama belakang,Nama", "Santoso,Budi", "Budi Santoso"),
    ("שם משפחה,שם", "כהן,דנה", "דנה כהן"),
    ("Full Name,First Name", "Max Muster,Max", "Max Muster"),
]


@pytest.mark.parametrize(("header", "row", "name"), HALVES)
def test_half_a_name_beside_the_other_is_one(header: str, row: str, name: str) -> None:
    mark = ";" if ";" in header else ","
    (found,) = people(f"{header}{mark}E-Mail\n{row}{mark}x@x.org\n")
    assert (found.name, found.fields) == (name, ())


@pytest.mark.parametrize("around", ["({})", "[{}]", "({}) *", "*({})", "#[{}]"])
def test_a_header_may_stand_in_brackets(around: str) -> None:
    plain = ["Company", "Birthday", "City", "Title", "Notes", "Nickname", "E-Mail"]
    header = ",".join(map(around.format, plain))
    (ada,) = people(f"Name,{header}\nAda,Acme,1980-02-25,Ulm,Boss,hi,Al,a@x.org\n")
    assert (ada.organization, ada.birthday, ada.city) == ("Acme", "1980-02-25", "Ulm")
    assert (ada.title, ada.notes, ada.nickname, ada.fields) == ("Boss", "hi", "Al", ())


def test_a_header_may_begin_with_a_mark() -> None:
    assert [each.name for each in people("# Name,Email\nAda,a@x.org\n")] == ["Ada"]


# Several in a cell


def values(header: str, cell: str) -> list[str]:
    quoted = '"' + cell.replace('"', '""') + '"'
    (found,) = people(f"Name,{header}\nAda,{quoted}\n")
    assert found.fields == ()
    return [each.value for each in found.methods]


@pytest.mark.parametrize("between", [", ", ",", "; ", ";", "\n", " ::: ", " "])
@pytest.mark.parametrize("header", ["Email", "Emails", "E-mail Addresses"])
def test_several_mails_in_a_cell_are_several(header: str, between: str) -> None:
    assert values(header, f"a@x.org{between}b@x.org") == ["a@x.org", "b@x.org"]


@pytest.mark.parametrize("between", [", ", ",", "; ", ";", "\n", " ::: ", " / ", " or "])
@pytest.mark.parametrize("header", ["Phone", "Phone Numbers", "Phones"])
def test_several_numbers_in_a_cell_are_several(header: str, between: str) -> None:
    assert values(header, f"+15550101{between}+15550102") == ["+15550101", "+15550102"]


@pytest.mark.parametrize(
    "number", ["0521/555010", "+1 555 0100,123", "555-0100 x12", "(030) 12/34"]
)
def test_one_number_stays_one(number: str) -> None:
    assert values("Phone", number) == [number]


@pytest.mark.parametrize(
    ("cell", "mails"),
    [
        ("Cy D <cy@x.org>", ["cy@x.org"]),
        ('"D, Cy" <cy@x.org>; Bo <bo@x.org>', ["cy@x.org", "bo@x.org"]),
        ("<cy@x.org>", ["cy@x.org"]),
        ("Cy <cy@x.org>, bo@x.org", ["cy@x.org", "bo@x.org"]),
    ],
)
def test_an_address_within_brackets_is_one(cell: str, mails: list[str]) -> None:
    assert values("Email", cell) == mails


def test_a_name_beside_an_address_names_who_has_none() -> None:
    assert people("Name,Email\n,Cy D <cy@x.org>\n")[0].name == "Cy D"


def test_pages_on_networks_are_pages_and_names_there_handles() -> None:
    text = "Name,LinkedIn URL,Twitter,Website\nAda,https://linkedin.com/in/ada,@ada,ada.org\n"
    assert set(people(text)[0].methods) == {
        IncomingMethod("url", "https://linkedin.com/in/ada"),
        IncomingMethod("handle", "@ada", "twitter"),
        IncomingMethod("url", "ada.org"),
    }


# What other programs write


def test_pipedrive_is_read() -> None:
    header = "Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Home"
    (ada,) = people(f"{header},Person - Last activity date\nAda,Acme,a@x.org,5550100,2024-05-06\n")
    assert (ada.name, ada.organization, ada.touched_on) == ("Ada", "Acme", date(2024, 5, 6))
    assert {each.label for each in ada.methods} == {"work", "home"}


def test_the_pages_of_notion_are_their_names() -> None:
    page = "(https://www.notion.so/Acme-0123456789abcdef0123456789abcdef?pvs=21)"
    text = f'Name,Company,Birthday\nAda,"Acme {page}","March 5, 1990"\nUntitled,,\n'
    ada, untitled = reader.read(text.encode())
    assert isinstance(ada, IncomingPerson)
    assert (ada.organization, ada.birthday) == ("Acme", "1990-03-05")
    assert isinstance(untitled, Declined)
    assert not untitled.rejected


def test_salesforce_is_read() -> None:
    (ada,) = people(
        "First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing Country\n"
        "Ada,Ray,CTO,Acme,1 High St,London,UK\n"
    )
    assert (ada.name, ada.organization, ada.title, ada.city) == ("Ada Ray", "Acme", "CTO", "London")
    assert IncomingMethod("address", "1 High St, London, UK", "mailing") in ada.methods


def test_yahoo_is_read() -> None:
    (ada,) = people(
        "First,Middle,Last,Email,Home,Work,Work City,Work Post Code,Birthday\n"
        "Ada,,Ray,a@x.org,5550100,5550101,London,SW1A 1AA,05/06/1980\n"
    )
    assert (ada.name, ada.birthday, ada.city) == ("Ada Ray", "1980-06-05", "London")
    phones = [each.label for each in ada.methods if each.kind == "phone"]
    assert phones == ["home", "work"]


def test_the_parts_of_an_address_may_have_no_place() -> None:
    (ada,) = people("Name,Street,City,Postal code,Country\nAda,1 High St,Paris,75001,France\n")
    assert (ada.city, ada.methods[0].value) == ("Paris", "1 High St, Paris, 75001, France")


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("1 High St,\nParis", "1 High St, Paris"),
        ("1 High St,\n,\nParis,", "1 High St, Paris,"),
        (",", ","),
    ],
)
def test_lines_of_an_address_have_one_comma_between_them(cell: str, read: str) -> None:
    (ada,) = people(f'Name,Address\nAda,"{cell}"\n')
    assert [one.value for one in ada.methods] == [read]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("(w) +15550101, (h) +15550102", 2),
        ("Tel. +15550101 Fax +15550102", 2),
        ("+15550101、+15550102", 2),
        ("+15550101 ext 5", 1),
        ("030 / 123456", 1),
    ],
)
def test_numbers_are_parted_by_what_people_put_between_them(cell: str, number: int) -> None:
    (ann,) = people(f'Name,Phone\nAnn A,"{cell}"\n')
    assert len(ann.methods) == number


@pytest.mark.parametrize("cell", ["a@x.org/b@x.org", "a@x.org、b@x.org", "a@x.org, b@x.org."])
def test_addresses_are_parted_by_what_people_put_between_them(cell: str) -> None:
    (ann,) = people(f'Name,Email\nAnn A,"{cell}"\n')
    assert [one.value for one in ann.methods] == ["a@x.org", "b@x.org"]


@pytest.mark.parametrize(
    "header",
    [
        "שם פרטי;שם משפחה;אימייל",
        "الاسم الأول;اسم العائلة;البريد الإلكتروني",
        "نام;نام خانوادگی;ایمیل",
        "Tên;Họ;Địa chỉ email",
        "Nama depan;Nama belakang;Alamat email",
        "ชื่อ;นามสกุล;อีเมล",
        "Ime;Priimek;E-pošta",
        "Име;Презиме;Е-пошта",
    ],
)
def test_columns_are_known_in_many_scripts(header: str) -> None:
    (max_,) = people(f"{header}\nMax;Muster;m@x.org\n")
    assert (max_.name, max_.methods[0].value) == ("Max Muster", "m@x.org")


# Companies


@pytest.mark.parametrize(
    "text",
    [
        "First Name,Last Name,Organization Name,Phone 1 - Value\n,,Acme,555 0100\n",
        "Vorname;Nachname;Firma;Telefon\n;;Acme;555 0100\n",
        "File As,Company,Business Phone\nAcme,Acme,555 0100\n",
        "Name,Company,Phone,Labels\n,Acme,555 0100,* myContacts\n",
    ],
)
def test_a_row_that_names_nobody_but_a_company_is_one(text: str) -> None:
    (acme,) = reader.read(text.encode())
    assert isinstance(acme, IncomingOrganization)
    assert (acme.name, [one.value for one in acme.methods]) == ("Acme", ["555 0100"])


@pytest.mark.parametrize(
    "text",
    [
        "Name,Company,Title\n,Acme,Head of Sales\n",
        "Name,Company,Birthday\n,Acme,1990-05-06\n",
        "Name,Company\nAcme,Acme\n",
        "Name,Company,Spouse\n,Acme,Ida\n",
    ],
)
def test_a_row_that_says_what_only_people_have_is_of_somebody(text: str) -> None:
    (somebody,) = people(text)
    assert somebody.name == "Acme"


def test_what_a_row_of_a_company_says_besides_stays_with_it() -> None:
    text = "Name,Company,Tags,VAT,Notes\n,Acme,Suppliers,DE12,Pays late\n"
    (acme,) = reader.read(text.encode(), Circumstances(mapped=()))
    assert isinstance(acme, IncomingOrganization)
    assert (acme.notes, acme.kept) == ("Pays late\n\nVAT: DE12", ("CATEGORIES:Suppliers",))


# Dates


@pytest.mark.parametrize(
    ("typed", "read_"),
    [
        ('"May 5, 1980"', "1980-05-05"),
        ("5 May 1980", "1980-05-05"),
        ("5. Mai 1980", "1980-05-05"),
        ("5 de mayo de 1980", "1980-05-05"),
        ("05-May-80", "1980-05-05"),
        ("1980/5/5", "1980-05-05"),
        ("1980-05-05 00:00:00", "1980-05-05"),
        ("0000-05-15", "--05-15"),
        ("5 May", "--05-05"),
        ("31/02/1990", None),
        ("around 1990", None),
    ],
)
def test_birthdays_are_read_as_people_write_them(typed: str, read_: str | None) -> None:
    (ada,) = people(f"Name,Birthday\nAda,{typed}\n")
    assert ada.birthday == read_
    assert ada.fields == (() if read_ else (("birthday", typed),))


def guessed(text: str) -> list[tuple[str, str, str | None]]:
    return [tuple(one) for person in people(text) for one in person.guessed]


def test_a_date_that_could_be_either_way_is_told() -> None:
    assert guessed("Name,Birthday\nAda,05/06/1990\n") == [("birthday", "05/06/1990", "1990-05-06")]
    assert guessed("Vorname,Nachname,Hochzeitstag\nAda,Ott,05/06/1990\n") == [
        ("anniversary", "05/06/1990", "1990-06-05")
    ]
    assert guessed("Name,Birthday\nAda,05/06/1990\nBob,25/06/1990\n") == []
    assert guessed("Name,Met on,Anniversary\nAda,05/06/2020,soon\n") == [
        ("anniversary", "soon", None),
        ("met on", "05/06/2020", "2020-05-06"),
    ]


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Name,Birthday,Address,Postcode\nAda,05/06/1990,1 High St,\n", "1990-06-05"),
        ("Name,Birthday,Zip\nAda,05/06/1990,SW1A 1AA\n", "1990-06-05"),
        ("Name,Birthday,Country\nAda,05/06/1990,United Kingdom\n", "1990-06-05"),
        ("Name,Birthday,Zip\nAda,05/06/1990,94105-1234\n", "1990-05-06"),
        ("Name,Birthday,Zip,Country\nAda,05/06/1990,94105,U.S.A.\n", "1990-05-06"),
        ("Name,Birthday\nAda,05/06/1990\nBob,20/06/1990\n", "1990-06-05"),
        ("Name,Birthday\nAda,05/06/1990\nBob,06/20/1990\n", "1990-05-06"),
        ("Name,Birthday\nAda,05/05/1990\n", "1990-05-05"),
    ],
)
def test_what_tells_of_the_order_is_followed(text: str, born: str) -> None:
    assert (people(text)[0].birthday, guessed(text)) == (born, [])


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Name,Birthday,Zip\nAda,05/06/1990,94105\n", "1990-05-06"),
        ("Name,Birthday,Zip,City\nAda,05/06/1990,97078,Würzburg\n", "1990-05-06"),
        ("Name,Birthday,Zip,Country\nAda,05/06/1990,97078,Germany\n", "1990-06-05"),
        ("Name,Birthday,Mailing Country\nAda,05/06/1990,France\n", "1990-06-05"),
        ("Name,Birthday,Country\nAda,05/06/1990,Canada\n", "1990-05-06"),
        ("Name,Birthday,Country\nAda,05/06/1990,USA\nBo,,France\n", "1990-05-06"),
    ],
)
def test_what_a_place_only_suggests_is_told(text: str, born: str) -> None:
    assert (people(text)[0].birthday, guessed(text)) == (born, [("birthday", "05/06/1990", born)])


def test_the_order_of_dates_is_found_without_holding_the_rows() -> None:
    header = ["Name", "Birthday", *(f"Column {n}" for n in range(1000))]
    row = ",".join(["Ada", "05/06/1990", *(f"value {n}" for n in range(1000))])
    text = "\n".join([",".join(header), *[row] * 40])
    tracemalloc.start()
    found = order.order(text, header, ",", columns.columns(header))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == (False, False)
    assert peak < 1_000_000  # all rows are three million


def test_what_linkedin_left_empty_is_skipped() -> None:
    text = "First Name,Last Name,URL,Email Address,Company,Connected On\n,,,,,04 Mar 2024\n"
    (nobody,) = reader.read(text.encode())
    assert isinstance(nobody, Declined)
    assert not nobody.rejected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Nachname, Vorname";Mail\n"Hopper, Grace";g@x.org\n', "Grace Hopper"),
        ('"Last, First",Email\n"Hopper, Grace",g@x.org\n', "Grace Hopper"),
        ('File As,Email\n"Hopper, Grace",g@x.org\n', "Grace Hopper"),
        ('File As,Email\n"Hopper, Jr.",g@x.org\n', "Hopper, Jr."),
        ("File As,Email\nGrace Hopper,g@x.org\n", "Grace Hopper"),
    ],
)
def test_what_somebody_is_filed_under_is_turned(text: str, name: str) -> None:
    assert people(text)[0].name == name


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("E-Mail (privat)", ("email", "home")),
        ("Berufliche E-Mail-Adresse", ("email", "work")),
        ("Correo del trabajo", ("email", "work")),
        ("Courriel professionnel", ("email", "work")),
        ("Telefon (mobil)", ("phone", "mobile")),
        ("Mobil geschäftlich", ("phone", "mobile")),
        ("Telefono ufficio", ("phone", "work")),
        ("Fax (Büro)", ("phone", "work fax")),
        ("Guest Email Address", ("email", None)),
        ("Contact Phone 1", ("phone", None)),
    ],
)
def test_a_column_may_say_which_way_in_its_own_words(header: str, said: tuple[str, str]) -> None:
    value = "a@x.org" if said[0] == "email" else "+15550101"
    (ann,) = people(f"Name,{header}\nAnn A,{value}\n")
    assert [(one.kind, one.label) for one in ann.methods] == [said]


def test_of_whom_a_column_says_it_is_matters_not() -> None:
    (ann,) = people("Guest Name,Company > Name,Contact Owner,Member Since\nAnn A,Acme,Me,2020\n")
    assert (ann.name, ann.organization) == ("Ann A", "Acme")
    assert ann.fields == (("Contact Owner", "Me"), ("Member Since", "2020"))


PROGRAMS = {
    "Anrede,Vorname,Nachname,Firma,Position,Straße geschäftlich,Ort geschäftlich,"
    "Region geschäftlich,Land/Region geschäftlich,E-Mail-Adresse,Partner/in,Telefon geschäftlich\n"
    "Dr.,Jo,Lee,Acme,Chef,Weg 1,Bonn,NRW,Deutschland,jo@x.org,Ann Lee,+49 1": (
        "Weg 1, Bonn, NRW, Deutschland"
    ),
    "Titre,Prénom,Nom,Société,Titre1,Rue (bureau),Ville (bureau),Pays/Région (bureau),"
    "Adresse de messagerie,Conjoint(e),Téléphone (bureau)\n"
    "M.,Jo,Lee,Acme,Chef,Rue 1,Paris,France,jo@x.org,Ann Lee,+33 1": "Rue 1, Paris, France",
    "Nombre,Apellidos,Organización,Puesto,Calle del trabajo,Ciudad de trabajo,"
    "País o región del trabajo,Dirección de correo electrónico,Cónyuge,Teléfono del trabajo\n"
    "Jo,Lee,Acme,Chef,Calle 1,Madrid,España,jo@x.org,Ann Lee,+34 1": "Calle 1, Madrid, España",
}


@pytest.mark.parametrize("text", PROGRAMS)
def test_outlook_is_read_whole_in_other_languages(text: str) -> None:
    (jo,) = [one for one in reader.read(text.encode()) if isinstance(one, IncomingPerson)]
    assert (jo.name, jo.organization, jo.title) == ("Jo Lee", "Acme", "Chef")
    assert [one.value for one in jo.methods if one.kind == "address"] == [PROGRAMS[text]]
    assert [one.value for one in jo.methods if one.kind == "email"] == ["jo@x.org"]
    assert [(one.tie.kind, one.who) for one in jo.relations] == [("spouse", "Ann Lee")]


@pytest.mark.parametrize("language", range(6))
def test_thunderbird_is_read_in_the_language_of_its_user(language: int) -> None:
    cells = (
        "Ana,Ruiz,Ana Ruiz,Anita,ana@x.org,ana@y.org,+34 1,+34 2,+34 3,+34 4,+34 5,Calle 1,bajo,"
        "Vigo,Galicia,36201,España,Plaza 2,,Lugo,Galicia,27001,España,Jefa,Ventas,Acme,"
        "https://x.org,https://y.org,1980,5,6,uno,,,,hola,ani"
    )
    words = thunderbird.COLUMNS[language]
    row = ",".join(cells.split(",")[: len(words)])
    (ana,) = people(f"{','.join(words).title()},\n{row},\n")
    assert (ana.name, ana.nickname, ana.birthday) == ("Ana Ruiz", "Anita", "1980-05-06")
    assert (ana.organization, ana.title, ana.city) == ("Acme", "Jefa", "Vigo")
    assert ana.notes == "hola"
    assert {(one.kind, one.label, one.value) for one in ana.methods} == {
        ("email", None, "ana@x.org"),
        ("email", None, "ana@y.org"),
        ("phone", "work", "+34 1"),
        ("phone", "home", "+34 2"),
        ("phone", "fax", "+34 3"),
        ("phone", "pager", "+34 4"),
        ("phone", "mobile", "+34 5"),
        ("address", "home", "Calle 1, bajo, Vigo, Galicia, 36201, España"),
        ("address", "work", "Plaza 2, Lugo, Galicia, 27001, España"),
        ("url", "work", "https://x.org"),
        ("url", "home", "https://y.org"),
    }
    assert {"Ventas", "uno"} <= {value for _, value in ana.fields}


def test_thunderbird_is_read_in_german() -> None:
    text = (
        "Vorname,Nachname,Anzeigename,Primäre E-Mail-Adresse,Tel. dienstlich,Mobil-Tel.-Nr.,"
        "Dienstlich: Adresse,Dienstlich: Ort,Arbeitstitel,Organisation,"
        "Geburtsjahr,Geburtsmonat,Geburtstag\n"
        "Uwe,Klein,Uwe Klein,uwe@k.de,+49 30 1,+49 170 1,Platz 2,Bonn,Chef,Klein KG,1970,3,4\n"
    )
    (uwe,) = [one for one in reader.read(text.encode()) if isinstance(one, IncomingPerson)]
    assert (uwe.birthday, uwe.title, uwe.organization) == ("1970-03-04", "Chef", "Klein KG")
    assert [(one.kind, one.label, one.value) for one in uwe.methods] == [
        ("email", None, "uwe@k.de"),
        ("phone", "work", "+49 30 1"),
        ("phone", "mobile", "+49 170 1"),
        ("address", "work", "Platz 2, Bonn"),
    ]
    assert uwe.fields == ()


def row_of(header: str, row: str) -> IncomingPerson:
    (one,) = reader.read(f"{header}\n{row}\n".encode(), Circumstances(today=date(2026, 11, 26)))
    assert isinstance(one, IncomingPerson)
    return one


def test_how_and_when_you_met_is_read_in_the_words_of_programs() -> None:
    monica = "first_name,last_name,How you met,first met date,Reports to,Email"
    one = row_of(monica, "Ida,King,At the gym,2015-06-01,Dan Poe,ida@x.example")
    assert (one.how_met, one.met_on) == ("At the gym", date(2015, 6, 1))
    assert [(each.tie.kind, each.who) for each in one.relations] == [("manager", "Dan Poe")]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Nome,Cognome,Società,Via (uff.),Città (uff.),CAP (uff.),Telefono (uff.),Coniuge,"
         "Nome alternativo", "Ugo,Rossi,Acme,Via 1,Roma,00100,+39 06 1,Pia,Ughetto"),
        ("Nome,Sobrenome,Empresa,Rua comercial,Cidade comercial,CEP comercial,Telefone comercial,"
         "Cônjuge,Apelido", "Ugo,Rossi,Acme,Via 1,Roma,00100,+39 06 1,Pia,Ughetto"),
    ],
)  # fmt: skip
def test_a_place_of_work_is_whole_in_every_language(header: str, row: str) -> None:
    one = row_of(header, row)
    address = IncomingMethod("address", "Via 1, Roma, 00100", "work")
    assert one.methods == (IncomingMethod("phone", "+39 06 1", "work"), address)
    assert [(each.tie.kind, each.who) for each in one.relations] == [("spouse", "Pia")]
    assert (one.name, one.nickname, one.fields) == ("Ugo Rossi", "Ughetto", ())


def test_a_second_name_of_one_kind_is_a_field() -> None:
    one = row_of("First Name,Last Name,Surname,Email", "Ann,Lee,Poe,a@x.example")
    assert (one.name, one.fields) == ("Ann Lee", (("last name", "Poe"),))


def test_what_a_whole_address_lacks_of_its_parts_stands_behind_it() -> None:
    header = "First Name,File As,Labels,Address 1 - Formatted,Address 1 - City,Address 1 - Country"
    one = row_of(header, 'Kay,,,"3 C St\nRome",Rome,Italy')
    assert [each.value for each in one.methods] == ["3 C St, Rome, Italy"]


@pytest.mark.parametrize(
    ("header", "rows", "is_told"),
    [
        ("City,Zip,Country", "Boston,02110,USA", False),
        ("City,Zip,Country", "London,SW1A 2AA,UK", False),
        ("Home City,Home Post Code,Home Country", "London,SW1A 2AA,UK", False),
        ("Home City,Home Post Code,Home Country", "Boston,02110,USA", True),
        ("City,Zip,Country", "Boston,02110,USA\nBo,Fa,05/07/1985,London,SW1A 2AA,UK", True),
        ("City,Zip,Country", "London,SW1A 2AA,UK\nBo,Fa,05/07/1985,Berlin,10115,", True),
    ],
)
def test_places_of_both_orders_leave_a_day_told(header: str, rows: str, is_told: bool) -> None:
    found = people(f"First Name,Last Name,Birthday,{header}\nAl,Fa,05/06/1985,{rows}\n")
    assert bool(found[0].guessed) is is_told


@pytest.mark.parametrize(
    "column", ["Keep in touch", "Frequency", "Contact Frequency", "keep_in_touch", "Cadence"]
)
def test_how_often_to_be_in_touch_is_told_in_words(column: str) -> None:
    text = f"First Name,Last Name,{column}\r\nAnn,Lee,Every 3 weeks\r\n"
    (ann,) = reader.read(text.encode())
    assert isinstance(ann, IncomingPerson)
    assert ann.cadence is not None
    assert (ann.cadence[1], ann.fields) == ("Every 3 weeks", ())


@pytest.mark.parametrize(
    "header",
    [
        "Nom de famille,Prénom,Nom",
        "Familienname,Vorname,Name",
        "Apellidos,Nombre de pila,Nombre",
        "Cognome,Nome di battesimo,Nome",
        "Sobrenome,Primeiro nome,Nome",
        "Příjmení,Křestní jméno,Jméno",
        "Soyad,Ad,İsim",
    ],
)
def test_a_half_that_comes_twice_is_the_whole_where_it_may_be_called_so(header: str) -> None:
    text = f"{header}\nDurand,Luc,Luc Durand\nPetit,Zoé,\nRoux,Léa,Roux\n"
    found = people(text)
    assert [one.name for one in found] == ["Luc Durand", "Zoé Petit", "Léa Roux"]
    assert [one.fields for one in found] == [(), (), ()]


@pytest.mark.parametrize(
    "header",
    ["Nombre,Apellido paterno,Apellido materno", "Nombre,Primer apellido,Segundo apellido"],
)
def test_both_families_of_a_name_are_of_it(header: str) -> None:
    (ana,) = people(f"{header}\nAna,García,López\n")
    assert (ana.name, ana.fields) == ("Ana García López", ())


@pytest.mark.parametrize(
    "header", ["Prénom,Nom,Nom de jeune fille", "Vorname,Nachname,Geburtsname"]
)
def test_the_name_of_birth_is_a_former_one(header: str) -> None:
    (ana,) = people(f"{header}\nAna,Roux,Petit\n")
    assert (ana.name, ana.names) == ("Ana Roux", (OtherName("former", "Petit"),))


@pytest.mark.parametrize("said", ["-", "—", "n/a", "#N/A", "None", "null", "NaN", "unknown"])
def test_what_stands_where_there_is_nothing_is_nothing(said: str) -> None:
    (ann,) = people(f"Name,Email,Phone,Birthday,Company,Last contact\nAnn{f',{said}' * 5}\n")
    assert ann == IncomingPerson(2, "Ann")


def test_a_name_may_be_such_a_word() -> None:
    found = people("First Name,Last Name,Last contact\nJennifer,Null,never\nNan,-,-\n")
    assert [(one.name, one.fields) for one in found] == [("Jennifer Null", ()), ("Nan", ())]


@pytest.mark.parametrize(
    "cell", ["https://a.org | https://b.org", "https://a.org|https://b.org", "a.org, b.org"]
)
def test_pages_in_a_cell_are_parted(cell: str) -> None:
    (ann,) = people(f'Name,Website\nAnn,"{cell}"\n')
    assert [one.value.removeprefix("https://") for one in ann.methods] == ["a.org", "b.org"]


def test_where_no_column_has_a_name_the_record_is_one() -> None:
    text = "Record,Company,Email addresses\nAnn Lee,Acme,ann@x.org\n"
    assert [one.name for one in people(text)] == ["Ann Lee"]
    both = "Record,Full name,Email\n7,Ann Lee,ann@x.org\n"
    assert [one.name for one in people(both)] == ["Ann Lee"]


@pytest.mark.parametrize("code", sorted(LAST_CONTACT))
def test_the_last_contact_is_one_in_every_language(code: str) -> None:
    for said in LAST_CONTACT[code].split("|"):
        (one,) = reader.read(f"Name,Email,{said.capitalize()}\nAda,a@x.org,2020-11-01\n".encode())
        assert isinstance(one, IncomingPerson)
        assert one.touched_on == date(2020, 11, 1), said


HEADERS = {
    "organization": "Org|Org.|Orgs|Business|Company:|Company *|🏢 Company|Company 1|Employer Name"
    "|Company/Organization|Company or Organisation|Primary Company|Present employer|Workplace"
    "|Aktuelle Firma|Nom de la société|Nombre de la empresa|Bedrijfsnaam|Nazwa firmy|組織|회사명",
    "title": "Title / Role|Current Role|Job Function|Jobtitel|Titre du poste|Posición|Pozisyon",
    "email": "Main Email|Email 4|Email ID|📧 Email|Email 1 - Value|Adresse électronique",
    "phone": "Phone #|Mobile No.|Tel. No.|Landline|Telefonnr.|Tel.-Nr.|Handynr.|Tlf.nr."
    "|Phone/Mobile",
    "profile": "Insta|Linked In|X/Twitter|TikTok",
    "city": "City:|📍 Location|Current City|City / Location|City, State",
    "birthday": "D.O.B.|B-Day|Birthday?|Birth Day|Geb.",
    "how_met": "How we met?|Where did we meet?",
    "last_touch": "Last Contact:|Last time we spoke|Last Catch-Up",
    "cadence": "How often?|Follow-up Frequency|Check-in frequency",
    "introduced_by": "Referred by:|Intro From",
    "relation": "Partner's Name|Kids' Names|Brother",
    "notes": "Notes:|📝 Notes|Notes/Comments",
}


@pytest.mark.parametrize(
    ("header", "what"),
    [(header, what) for what, headers in HEADERS.items() for header in headers.split("|")],
)
def test_what_stands_around_the_name_of_a_column_says_nothing(header: str, what: str) -> None:
    _, column = columns.columns(("Full Name", header))
    assert column
    assert column.what == what


@pytest.mark.parametrize(
    "header", ["Name 2", "Phone or Email", "Main Street Cafe", "Best Man", "#"]
)
def test_what_says_another_thing_is_no_such_column(header: str) -> None:
    _, column = columns.columns(("Full Name", header))
    assert column is None


@pytest.mark.parametrize("cell", ["L" * 99_000 + "@navy.mil", "L" * 99_000, "w " * 49_000 + "<"])
def test_a_cell_too_long_for_an_address_is_kept_at_once(cell: str) -> None:
    began = time.process_time()
    assert emails(cell) == ([(cell.strip(), None)], "")
    assert time.process_time() - began < 2


HEADERS = sorted(
    {each for words in vocabulary.NAMED.values() for each in words.split("|")}
    | {each for ways in vocabulary.METHODS.values() for _, said in ways for each in said.split("|")}
    | {each for words in vocabulary.RELATIONS.values() for each in words.split("|")}
    | {
        f"{place} {each}".strip()
        for place in vocabulary.PLACES
        for words in vocabulary.PLACE_PARTS.values()
        for each in words.split("|")
    }
)


@given(st.lists(st.sampled_from(HEADERS), min_size=2, max_size=9, unique=True), st.randoms())
@settings(max_examples=examples(25))
def test_no_cell_of_a_known_column_is_lost(headers: list[str], chance: Random) -> None:
    cells = [f"Zq{at}wx" if chance.random() < 0.7 else "" for at in range(len(headers))]
    text = ",".join(f'"{each}"' for each in headers) + "\n" + ",".join(cells) + "\n"
    for one in people(text):
        assert [each for each in cells if each not in repr(one)] == []


@pytest.mark.parametrize(
    ("header", "cells", "city", "addresses"),
    [
        ("Name,City,Mailing Street,Mailing City", "Ida,Ulm,,Bonn", "Ulm", [("Bonn", "mailing")]),
        ("Name,City,Mailing City", "Ida,Bonn,Bonn", "Bonn", []),
        ("Name,Business City,Home City", "Ida,Köln,Bonn", "Bonn", [("Köln", "work")]),
        ("Name,City,Home City,Business City", "Ida,Ulm,Bonn,Köln", "Ulm", [("Köln", "work")]),
        ("Name,City,Address", "Ida,Ulm,'Weg 5, 9008 Ulm'", "Ulm", [("Weg 5, 9008 Ulm", None)]),
        ("Name,City,Address", "Ida,Ulm,'Weg 5\n9008 Ulm'", "Ulm", [("Weg 5, 9008 Ulm", None)]),
        ("Name,City,Address", "Ida,Ulm,Ulm 5", "Ulm", [("Ulm 5, Ulm", None)]),
        (
            "Name,Home Street,Home City",
            "Ida,'Weg 5\nHof B',Ulm",
            "Ulm",
            [("Weg 5, Hof B, Ulm", "home")],
        ),
    ],
)
def test_a_town_alone_is_an_address_where_they_live_in_another(
    header: str, cells: str, city: str, addresses: list[tuple[str, str]]
) -> None:
    quoted = cells.replace("'", '"')
    (ida,) = people(f"{header}\n{quoted}\n")
    assert (ida.city, [(one.value, one.label) for one in ida.methods]) == (city, addresses)


@pytest.mark.parametrize(
    "header", ["Additional email addresses", "Other emails", "Secondary email address"]
)
def test_further_mails_are_mails(header: str) -> None:
    (ida,) = people(f"Name,Email,{header}\nIda,a@x.org,b@x.org;c@x.org\n")
    assert [one.value for one in ida.methods] == ["a@x.org", "b@x.org", "c@x.org"]


@pytest.mark.parametrize(
    ("header", "cells", "name", "mails"),
    [
        ("Name,E-mail,Phone", "Jane Doe <jane@x.org>,,", "Jane Doe", ["jane@x.org"]),
        ("Name,E-mail", "Jane Doe <jane@x.org>,j@x.org", "Jane Doe", ["j@x.org", "jane@x.org"]),
        ("Name,E-mail", "Jane Doe <jane@x.org>,jane@x.org", "Jane Doe", ["jane@x.org"]),
        ("Contact", "Bo Lind (mailto:bo@x.org)", "Bo Lind", ["bo@x.org"]),
        ("First Name,Last Name", "Bo,Lind <bo@x.org>", "Bo Lind", ["bo@x.org"]),
        ("Name,City", "<bo@x.org>,Ulm", "bo@x.org", ["bo@x.org"]),
        ("Name,City", "bo@x.org,Ulm", "bo@x.org", []),
        ("Name,City", "M@rk Smith,Ulm", "M@rk Smith", []),
    ],
)
def test_an_address_beside_a_name_is_no_part_of_it(
    header: str, cells: str, name: str, mails: list[str]
) -> None:
    (one,) = people(f"{header}\n{cells}\n")
    assert (one.name, [each.value for each in one.methods]) == (name, mails)
    assert not one.kept or one.kept == ("N:Lind;Bo;;;",)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Rob <rob@x.org>; Amy Roy <amy@x.org>", [("rob@x.org", None), ("amy@x.org", "Amy Roy")]),
        ("Rob <rob@x.org> and Amy <amy@x.org>", [("rob@x.org", None), ("amy@x.org", "Amy")]),
        ("Rob <rob@x.org>, Rob <r@y.org> (work)", [("rob@x.org", None), ("r@y.org", "work")]),
        ('Rob <rob@x.org>\n"Rob" <r@y.org>', [("rob@x.org", None), ("r@y.org", None)]),
    ],
)
def test_who_is_named_before_a_further_address_is_not_lost(
    cell: str, found: list[tuple[str, str | None]]
) -> None:
    assert emails(cell) == (found, "Rob")


@pytest.mark.parametrize(
    ("cells", "touched_on", "earlier", "unread"),
    [
        ("2024-05-06 10:00,2025-11-10 09:00,", "2025-11-10", ["2024-05-06 10:00"], []),
        ("2025-11-10,2024-05-06,2023-01-02", "2025-11-10", ["2023-01-02", "2024-05-06"], []),
        ("2025-11-10,2025-11-10 08:00,", "2025-11-10", [], []),
        ("soon,2024-05-06,2030-01-01", "2024-05-06", [], ["2030-01-01", "soon"]),
        ("soon,,2030-01-01", "None", [], ["2030-01-01", "soon"]),
    ],
)
def test_of_several_last_contacts_the_latest_is_it(
    cells: str, touched_on: str, earlier: list[str], unread: list[str]
) -> None:
    text = f"Name,Last Contacted,Last Activity Date,Last Called\nIda,{cells}\n"
    (ida,) = reader.read(text.encode(), Circumstances(today=date(2025, 11, 27)))
    assert isinstance(ida, IncomingPerson)
    assert str(ida.touched_on) == touched_on
    said = (("earlier last contact", earlier), ("last contact", unread))
    assert sorted(ida.fields) == [(key, cell) for key, cells in said for cell in cells]


@pytest.mark.parametrize(
    ("row", "name", "kept"),
    [
        ('"Doe, Jane Ann";Jane;Doe', "Jane Ann Doe", ("N:Doe;Jane;;;",)),
        ("Roe;Kim;", "Kim Roe", ()),
        ("Kim;;Roe", "Kim Roe", ()),
        ("Kim Roe;Kim;", "Kim Roe", ()),
        ('"Lee, Max";;', "Lee, Max", ()),
        ('"Lee,";Lee;', "Lee,", ()),
    ],
)
def test_a_row_may_leave_one_half_of_the_name_to_the_whole(
    row: str, name: str, kept: tuple[str, ...]
) -> None:
    (one,) = people(f"Name;First Name;Last Name\n{row}\n")
    assert (one.name, one.kept, one.fields) == (name, kept, ())


def test_what_stands_before_a_dutch_name_belongs_to_it() -> None:
    (piet,) = people("Achternaam;Voornaam;Tussenvoegsel\nBerg;Piet;van den\n")
    assert (piet.name, piet.kept) == ("Piet van den Berg", ("N:van den Berg;Piet;;;",))


def test_a_room_is_no_town_beside_one() -> None:
    one = row_of("Name,Location,Home City,Business City", "Ann,Room 5,Oslo,Bonn")
    assert (one.city, one.fields) == ("Oslo", (("Location", "Room 5"),))
    assert row_of("Name,Location,City", "Ann,Room 5,Oslo").city == "Oslo"
    assert row_of("Name,Location", "Ann,Oslo").city == "Oslo"


def test_a_profession_is_no_job_beside_one() -> None:
    one = row_of("Name,Profession,Job Title", "Ann,Engineer,CTO")
    assert (one.title, one.fields) == ("CTO", (("Profession", "Engineer"),))
    assert row_of("Name,Profession", "Ann,Engineer").title == "Engineer"


def test_a_cell_may_say_as_what_somebody_belongs_to_them() -> None:
    names = "Tom Lee (husband), Ida Lee (Cousin), Mother: Rut Orr, Kim"
    one = row_of("Name,Related names", f'Ann,"{names}"')
    said = [(each.tie.said, each.who) for each in one.relations]
    assert said == [
        *(("husband", "Tom Lee"), ("Cousin", "Ida Lee"), ("mother", "Rut Orr")),
        ("contact", "Kim"),
    ]
    one = row_of("Name,Children", 'Ann,"Ida (daughter), Max (8)"')
    assert [(each.tie.said, each.who) for each in one.relations] == [
        *(("daughter", "Ida"), ("child", "Max (8)")),
    ]


def test_a_postal_address_is_one_in_french() -> None:
    one = row_of("Nom,Adresse postale", 'Ann,"Rue 1, 75001 Paris"')
    assert [each.value for each in one.methods] == ["Rue 1, 75001 Paris"]
