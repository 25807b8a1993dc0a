"""CSV address books as other programs write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageMistake
from netlog.formats.circumstances import Circumstances
from netlog.formats.csv import invitations, languages, messages, reader
from netlog.formats.recognize import recognized
from netlog.records.incoming import IncomingMeeting, IncomingMethod, IncomingPerson, Left

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


def left(data: bytes | str) -> list[Left]:
    raw = data.encode() if isinstance(data, str) else data
    return [each for each in reader.read(raw) if isinstance(each, Left)]


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
    assert grace.fields == (("Spouse", "Vincent"), ("name prefix", "Dr"))
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


@pytest.mark.parametrize("code", sorted(languages.LANGUAGES))
def test_outlook_is_read_in_its_language(code: str) -> None:
    theirs = {english: word for word, english in languages.LANGUAGES[code].items()}
    header = [theirs[name] for name in ("last name", "first name", "e-mail address", "company")]
    text = ";".join(f'"{name}"' for name in header) + "\r\nHopper;Grace;g@example.org;Navy\r\n"
    (grace,) = people(text)
    assert (grace.name, grace.organization) == ("Grace Hopper", "Navy")
    assert grace.methods == (IncomingMethod("email", "g@example.org"),)


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
    assert isinstance(spam, Left)
    assert not spam.rejected
    assert isinstance(undated, Left)
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
    assert isinstance(nobody, Left)


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
    text = "Vorname,Zuname,Firma\r\nJan,Silva,Acme\r\n"
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
    assert dict(person.fields).keys() <= {"Anrede"}
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
