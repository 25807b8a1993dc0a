"""A card is written as it was read, but for what changed."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.formats.circumstances import Circumstances
from netlog.formats.vcard import filing, reader, writer
from netlog.records.contacts import NewDate, NewMethod, OtherName
from netlog.records.importing import Arrival, Wishes
from netlog.records.incoming import (
    IncomingMethod,
    IncomingOrganization,
    IncomingPerson,
    IncomingRelation,
)
from netlog.relating import tie
from netlog.rules.importing import admission

APPLE = (
    "VERSION:3.0",
    "PRODID:-//Apple Inc.//iPhone OS 17.0//EN",
    "N:Appleseed;Ina;;Dr.;",
    "FN:Dr. Ina Appleseed",
    "ORG:Orchard;Trees",
    "item1.EMAIL;type=INTERNET;type=pref:ina@example.org",
    "item1.X-ABLabel:Club",
    "TEL;type=CELL;type=VOICE;type=pref:+1 202 555 0141",
    "TEL;type=IPHONE;type=CELL;type=VOICE:+1 202 555 0142",
    "item2.ADR;type=HOME;type=pref:;;1 High St;Springfield;IL;62701;USA",
    "item2.X-ABADR:us",
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-06",
    "item3.X-ABDATE;type=pref:2011-07-02",
    "item3.X-ABLabel:_$!<Anniversary>!$_",
    "CATEGORIES:Friends,Climbing Club",
    "NOTE:a\\, b\\nline 2",
    "UID:0A1B2C3D-1111-4222-8333-444455556666",
    "REV:2024-01-01T00:00:00Z",
)
PROTON = (
    "VERSION:4.0",
    "PRODID:-//ProtonMail//ProtonMail vCard 1.0.0//EN",
    "UID:urn:uuid:5d0a7e1e-1111-4222-8333-444455556667",
    "FN;PREF=1:Pia Proton",
    "ITEM1.EMAIL;PREF=1:pia@example.org",
    "ITEM1.CATEGORIES:Chess",
    "ITEM1.X-PM-ENCRYPT:true",
    "ITEM2.EMAIL;PREF=2:pia@example.com",
    "ITEM2.CATEGORIES:Chess,Work",
    "TEL;PREF=1;TYPE=cell;VALUE=uri:tel:+41445550100",
    "BDAY:19900401",
    "NICKNAME:Pi,Proton",
    "NOTE;PREF=1:met at the fair",
    "TITLE;PREF=1:Engineer",
    "ORG;PREF=1:Example AG",
    "REV:20230802T142130Z",
)


def text_of(lines: tuple[str, ...], end: str = "\r\n") -> str:
    return "".join(f"{line}{end}" for line in ("BEGIN:VCARD", *lines, "END:VCARD"))


def read(text: str) -> IncomingPerson:
    (person,) = reader.read(text.encode(), Circumstances(forms=True))
    assert isinstance(person, IncomingPerson)
    return person


def changes(lines: tuple[str, ...], version: str | None = None, **what: object) -> set[str]:
    """The lines that go, marked by -, and those that come, marked by +."""
    person = read(text_of(lines))._replace(revised_at="2026-11-25T12:00:00Z", **what)
    written = writer.card(person, version).splitlines()[1:-1]  # type: ignore[arg-type]
    gone, come = set(lines) - set(written), set(written) - set(lines)
    return {f"-{line}" for line in gone} | {f"+{line}" for line in come}


@pytest.mark.parametrize("lines", [APPLE, PROTON])
def test_a_card_that_nobody_changed_is_the_same(lines: tuple[str, ...]) -> None:
    assert writer.card(read(text_of(lines))) == text_of(lines)


@given(st.permutations(APPLE), st.integers(0, len(APPLE)))
@settings(deadline=None)
def test_whatever_stands_where(lines: list[str], left_out: int) -> None:
    must = {"VERSION:3.0", "FN:Dr. Ina Appleseed", "N:Appleseed;Ina;;Dr.;"}
    chosen = tuple(line for line in lines if line in must or APPLE.index(line) != left_out)
    assert writer.card(read(text_of(chosen))) == text_of(chosen)


LONG = "x" * 200
FOLDS = [
    f"NOTE:{LONG[:70]}\r\n {LONG[70:144]}\r\n {LONG[144:]}",
    f"NOTE:{LONG}",
    "NOTE:" + "ä" * 69,  # vobject counts characters before it folds
    f"PHOTO;ENCODING=b:\r\n  {LONG[:76]}\r\n  {LONG[76:152]}\r\n  {LONG[152:]}",
    f"X-LONG:{LONG[:40]}\r\n {LONG[40:80]}\r\n {LONG[80:90]}",
]


FOLDS += [
    "NOTE:shor\r\n\tt",
    f"NOTE:{LONG[:70]}\r\n\t{LONG[70:144]}\r\n\t{LONG[144:]}",
    f"NOTE:{LONG[:7]}\r\n {LONG[7:44]}\r\n {LONG[44:47]}\r\n {LONG[47:]}",
]


@pytest.mark.parametrize("line", FOLDS)
def test_lines_are_folded_as_they_were(line: str) -> None:
    text = text_of((*APPLE[:4], line))
    assert writer.card(read(text)) == text


def test_a_line_that_changes_leaves_the_folds_of_the_others() -> None:
    text = text_of((*APPLE[:4], *FOLDS[-3:]))
    written = writer.card(read(text)._replace(nickname="In"))
    assert all(f"\r\n{fold}\r\n" in written for fold in FOLDS[-3:])


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("BEGIN:VCARD", "begin:vcard"),
        ("END:VCARD", "End:vCard "),
        ("FN:", "\r\nFN:"),
        ("UID:", " \r\nUID:"),
        ("NOTE:a", "NOTE:\r\n a"),
        ("FN:", "fn:"),
        ("TEL;type=CELL", "  TEL;type=CELL"),
        ("\\nline 2", "\r\n\t \\nline\r\n  2"),
    ],
)
def test_what_no_program_of_ours_writes_stays(there: str, instead: str) -> None:
    text = text_of(APPLE).replace(there, instead, 1)
    assert writer.card(read(text)) == text
    assert "NICKNAME:In\r\n" in writer.card(read(text)._replace(nickname="In"))


def test_a_file_of_its_own_ends_its_lines_as_before() -> None:
    text = text_of(APPLE, "\n")
    assert filing.filed(read(text), "c1").content == text.encode()
    assert writer.card(read(text)) == text_of(APPLE)


REVISED = {"-REV:2024-01-01T00:00:00Z", "+REV:2026-11-25T12:00:00Z"}


@pytest.mark.parametrize(
    ("what", "changed"),
    [
        ({"name": "Ina Apple"}, {"-FN:Dr. Ina Appleseed", "+FN:Ina Apple"}),
        ({"notes": "c"}, {"-NOTE:a\\, b\\nline 2", "+NOTE:c"}),
        (
            {"tags": ("friends", "new")},
            {
                "-CATEGORIES:Friends,Climbing Club",
                "+CATEGORIES:Friends",
                "+CATEGORIES:new",
            },
        ),
        (
            {"birthday": "1990-05-06"},
            {"-BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-06", "+BDAY;VALUE=date:1990-05-06"},
        ),
        ({"nickname": "In"}, {"+NICKNAME:In"}),
    ],
)
def test_only_what_changed_is_written_anew(what: dict[str, object], changed: set[str]) -> None:
    told = changes(APPLE, **what)
    if "name" in what:  # N says the family name, which is another now
        changed = changed | {"-N:Appleseed;Ina;;Dr.;", "+N:Apple;Ina;;;"}
    assert told == changed | REVISED


def test_a_way_that_is_gone_goes_with_its_label_and_the_rest_stays() -> None:
    methods = read(text_of(APPLE)).methods
    told = changes(APPLE, methods=tuple(one for one in methods if one.kind != "email"))
    assert told == REVISED | {
        "-item1.EMAIL;type=INTERNET;type=pref:ina@example.org",
        "-item1.X-ABLabel:Club",
    }


def test_a_way_that_is_new_stands_behind_the_others() -> None:
    new = IncomingMethod("phone", "+1 202 555 0143", "work")
    person = read(text_of(APPLE))
    written = writer.card(person._replace(methods=(*person.methods, new)))
    before, _, after = written.partition("TEL;TYPE=work:+1 202 555 0143")
    assert "item2.ADR" in before
    assert "BDAY" in after


def test_a_new_label_keeps_the_group_that_something_kept_is_in() -> None:
    pia = read(text_of(PROTON))
    methods = (pia.methods[0]._replace(label="home"), *pia.methods[1:])
    told = changes(PROTON, methods=methods)
    assert "+ITEM1.EMAIL;TYPE=home;PREF=1:pia@example.org" in told
    assert not any("X-PM-ENCRYPT" in line for line in told)


def test_another_version_keeps_types_groups_and_order() -> None:
    told = changes(APPLE, "4.0")
    assert "+item1.EMAIL;TYPE=INTERNET;PREF=1:ina@example.org" in told
    assert not any(line.startswith("-item1.X-ABLabel") for line in told)
    assert "+REV:20240101T000000Z" in told
    assert "+TEL;TYPE=IPHONE,CELL,VOICE:+1 202 555 0142" in told
    assert "+BDAY:--0506" in told
    assert not any("item" in line for line in changes(APPLE, "4.0") if "ORG" in line)
    told = changes(PROTON, "3.0")
    assert "+TITLE;TYPE=pref:Engineer" in told
    assert not any("CATEGORIES" in line for line in told)
    assert "+ITEM1.EMAIL;TYPE=pref:pia@example.org" in told
    assert not any("X-PM-ENCRYPT" in line for line in told)


ALIKE = (
    "VERSION:3.0",
    "UID:a",
    "FN:Ann",
    "N:;Ann;;;",
    "TEL:123456",
    "TEL;TYPE=WORK:123456",
    "TEL;TYPE=FAX:12 34 56",
    "URL:www.a.example",
    "URL:http://a.example/",
    "EMAIL:a@x.org",
    "EMAIL;TYPE=HOME:A@x.org",
)


def test_what_is_one_way_in_the_book_stays_all_the_lines_of_the_card() -> None:
    taken = admission.person(read(text_of(ALIKE)), date(2026, 11, 23), Wishes(), None)
    assert isinstance(taken, Arrival)
    ways = tuple(IncomingMethod(*one[:3]) for one in map(_as_stored, taken.contact.methods))
    assert len(ways) == 3
    ann = read(text_of(ALIKE))._replace(methods=ways)
    assert writer.card(ann) == text_of(ALIKE)
    assert writer.card(ann, "4.0") == text_of(ALIKE).replace("VERSION:3.0", "VERSION:4.0")
    mute = ann._replace(methods=tuple(one for one in ways if one.kind != "phone"))
    assert "TEL" not in writer.card(mute)


def _as_stored(one: NewMethod) -> tuple[str, str, str | None]:
    return one.kind, one.value, one.label


GROUPED = (
    "VERSION:3.0",
    "UID:a",
    "item0.FN:Ann Bee",
    "item0.N:Bee;Ann;;;",
    "item1.EMAIL;TYPE=WORK:ann@x.org",
    "item2.TEL:+15550100",
    "item3.ADR;TYPE=HOME:;;1 Road;Oslo;;0150;Norway",
    "item4.ORG:Acme;Sales",
    "item5.TITLE:Boss",
    "item5.X-SINCE:2020",
    "item6.NICKNAME:Annie",
    "item7.BDAY;VALUE=date:1990-05-06",
    "item8.NOTE:hello",
    "item9.X-ABRELATEDNAMES:Tom",
    "item9.X-ABLabel:_$!<Spouse>!$_",
    "item10.X-ABDATE:2010-05-06",
    "item10.X-ABLabel:_$!<Anniversary>!$_",
    "item11.CATEGORIES:a,b",
    "item12.X-SOCIALPROFILE;TYPE=twitter:ann",
)


def test_groups_go_into_the_other_version_and_come_back() -> None:
    card = read(text_of(GROUPED))
    four = writer.card(card, "4.0")
    inside = four.splitlines()[3:-1]
    assert all(line.startswith("item") for line in inside), inside
    assert "item9.RELATED;TYPE=spouse;VALUE=text:Tom" in inside
    assert "item10.ANNIVERSARY:20100506" in inside
    assert writer.card(read(four), "3.0") == text_of(GROUPED)


def test_a_group_stays_with_the_property_that_changed() -> None:
    told = changes(GROUPED, title="Chair", birthday="1991-05-06")
    assert told == {
        "-item5.TITLE:Boss",
        "+item5.TITLE:Chair",
        "-item7.BDAY;VALUE=date:1990-05-06",
        "+item7.BDAY;VALUE=date:1991-05-06",
    }


LABELLED = (
    "VERSION:3.0",
    "FN:Ann Lee",
    "N:Lee;Ann;;;",
    "item1.EMAIL;type=INTERNET;type=HOME;type=pref:ann@x.org",
    "item1.X-ABLabel:Sailing club",
    "item1.X-PM-ENCRYPT:true",
    "item2.TEL;type=CELL;X-FOO=bar:+1 555 0100",
    "item2.X-ABLabel:_$!<Other>!$_",
    "item3.ADR;type=WORK;type=pref:;;1 Main St;Town;;;",
    "item3.X-ABLabel:HQ",
    "item3.X-ABADR:us",
    "item4.X-ABDATE:2011-07-02",
    "item4.X-ABLabel:wedding",
    "item4.X-SEEN:yes",
    "UID:a",
    "REV:2020-01-02T03:04:05Z",
)


def test_a_labelled_way_keeps_its_types_in_another_version() -> None:
    told = changes(LABELLED, "4.0")
    assert {line for line in told if line[0] == "+" and ".X-AB" not in line} == {
        "+VERSION:4.0",
        "+item1.EMAIL;TYPE=INTERNET,HOME;PREF=1:ann@x.org",
        "+item2.TEL;TYPE=CELL;X-FOO=bar:+1 555 0100",
        "+item3.ADR;TYPE=WORK;PREF=1:;;1 Main St;Town;;;",
        "+REV:20200102T030405Z",
    }
    assert not any("X-ABLabel" in line or "item4" in line for line in told)


def test_a_handle_keeps_its_service_and_its_types_in_another_version() -> None:
    lines = (
        *("VERSION:3.0", "FN:Bob Ray", "N:Ray;Bob;;;", "UID:b"),
        "IMPP;X-SERVICE-TYPE=Skype;type=HOME;type=pref:skype:bobs",
        "item1.IMPP;X-SERVICE-TYPE=Jabber;type=WORK:xmpp:bob@j.org",
        "item1.X-ABLabel:club",
        "EMAIL;TYPE=HOME;PREF=2:b@x.org",
    )
    assert {line for line in changes(lines, "4.0") if line[0] == "+"} == {
        "+VERSION:4.0",
        "+IMPP;X-SERVICE-TYPE=Skype;TYPE=HOME;PREF=1:skype:bobs",
        "+item1.IMPP;X-SERVICE-TYPE=Jabber;TYPE=WORK:xmpp:bob@j.org",
    }
    old = ("VERSION:2.1", "FN:Bob", "N:;Bob", "UID:b", "X-JABBER;HOME;PREF:bob@j.org")
    assert '+IMPP;X-SERVICE-TYPE="jabber";TYPE=HOME;PREF=1:xmpp:bob@j.org' in changes(old, "4.0")


def test_a_group_goes_with_its_property() -> None:
    person = read(text_of(LABELLED))
    told = changes(LABELLED, methods=(person.methods[1],), dates=(), city=None)
    assert {line for line in told if line[0] == "-"} == {
        *(f"-{line}" for line in LABELLED if line.startswith(("item1", "item3", "item4"))),
        "-REV:2020-01-02T03:04:05Z",
    }
    pia = read(text_of(PROTON))
    told = changes(PROTON, methods=pia.methods[1:])
    assert "-ITEM1.X-PM-ENCRYPT:true" in told
    assert "-ITEM1.CATEGORIES:Chess" not in told


def test_a_card_of_2_1_becomes_one_of_4_0() -> None:
    lines = ("VERSION:2.1", "N:Danger;Ling", "FN:Ling Danger", "TEL;CELL:555")
    text = writer.card(read(text_of(lines)))
    assert "VERSION:4.0\r\n" in text
    assert "TEL;TYPE=CELL:555\r\n" in text


# What cards say


@pytest.mark.parametrize(
    ("line", "born"),
    [
        ("BDAY:2016-0928", "2016-09-28"),
        ("BDAY:12.04.1985", "1985-04-12"),
        ("BDAY:1985-4-2", "1985-04-02"),
        ("BDAY:1985/04/12", "1985-04-12"),
        ("BDAY:1985-04-12 00:00:00", "1985-04-12"),
        ("BDAY:0000-04-12", "--04-12"),
        ("BDAY:1985", "1985"),
        ("BDAY;VALUE=text:12 April 1985", "1985-04-12"),
        ("BDAY;VALUE=text:12. April", "--04-12"),
        ("BDAY:--0229", "--02-29"),
    ],
)
def test_birthdays_are_read_in_all_spellings(line: str, born: str) -> None:
    lines = ("VERSION:4.0", "FN:Ada", "N:;Ada;;;", line)
    assert read(text_of(lines)).birthday == born
    assert writer.card(read(text_of(lines))) == text_of(lines)


def test_a_birthday_that_is_none_is_a_field_and_stays_on_the_card() -> None:
    lines = ("VERSION:4.0", "FN:Ada", "N:;Ada;;;", "BDAY;VALUE=text:circa 1800")
    ada = read(text_of(lines))
    assert (ada.birthday, ada.fields) == (None, (("birthday", "circa 1800"),))
    assert writer.card(ada) == text_of(lines)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN:Musterfrau\\, Marta", "N:Musterfrau;Marta;;;"), "Marta Musterfrau"),
        (("FN:Musterfrau\\, Marta Anna", "N:Musterfrau;Marta;Anna;;"), "Marta Anna Musterfrau"),
        (("FN:von Besser\\, Hans", "N:von Besser;Hans;;Dr.;"), "Hans von Besser"),
        (("FN:Acme\\, Inc.", "N:;;;;"), "Acme, Inc."),
        (("FN:Ann Bee\\, PhD", "N:Bee;Ann;;;PhD"), "Ann Bee, PhD"),
        (("FN:Bee\\, Dr. Ann", "N:Bee;Ann;;Dr.;"), "Dr. Ann Bee"),
        (("FN:Bee\\; Ann", "N:Bee;Ann;;;"), "Ann Bee"),
        (("FN:BEE\\, ANN", "N:Bee;Ann;;;"), "Ann Bee"),
        (("FN:Muller\\, Jorg", "N:Müller;Jörg;;;"), "Jörg Müller"),
    ],
)
def test_last_comma_first_is_told_by_n(lines: tuple[str, ...], name: str) -> None:
    text = text_of(("VERSION:4.0", *lines))
    assert read(text).name == name
    assert writer.card(read(text)) == text


COMPANY = (
    "VERSION:3.0",
    "N:von Besser;Hans;;Dr.;",
    "FN:Eppendorf GmbH",
    "ORG:Eppendorf GmbH;Vertrieb",
    "item2.URL;type=pref:www.example.org",
    "item2.X-ABLabel:$!!$",
    "X-ABShowAs:COMPANY",
)


def test_the_person_on_a_companys_card_is_a_field() -> None:
    company = read(text_of(COMPANY))
    assert company.name == "Eppendorf GmbH"
    assert ("contact", "Hans von Besser") in company.fields
    assert company.methods[0].label is None
    assert writer.card(company) == text_of(COMPANY)


@pytest.mark.parametrize("version", [None, "4.0"])
@pytest.mark.parametrize("contact", ["Hans von Besser", "Karl Klein"])
def test_who_is_reached_at_a_company_is_said_once(version: Any, contact: str) -> None:
    company = read(text_of(COMPANY))
    others = [pair for pair in company.fields if pair[0] != "contact"]
    now = company._replace(fields=(*others, ("contact", contact)))
    again = read(writer.card(now, version)).fields
    assert [value for key, value in again if key == "contact"] == [contact]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_card_of_an_organization_alone_is_of_a_company(version: str) -> None:
    text = text_of((f"VERSION:{version}", "ORG:Acme GmbH", "TEL:+4930123456"))
    company = company_of(text)
    assert writer.card(company) == text
    written = writer.card(company._replace(city="Oslo")).splitlines()
    assert {"KIND:org", "FN:Acme GmbH", "N:;;;;", "ORG:Acme GmbH"} <= set(written)
    assert writer.card(company_of("\r\n".join([*written, ""]))).splitlines() == written


def test_a_card_of_a_company_that_nobody_changed_gains_no_line() -> None:
    text = text_of(("VERSION:3.0", "UID:abc-1", "FN:Globex", "ORG:Globex", "TEL:+15550199"))
    assert writer.card(company_of(text)) == text


OF_COMPANIES = (
    (
        *("VERSION:3.0", "FN:Eppendorf AG", "N:;;;;", "ORG:Eppendorf AG;", "NICKNAME:Epp"),
        *("TEL;TYPE=work:+49 40 538010", "CATEGORIES:Suppliers", "X-ABShowAs:COMPANY"),
        *("NOTE:Pays", "REV:2020-01-01T00:00:00Z"),
    ),
    ("VERSION:4.0", "KIND:org", "FN:ABC Marketing", "EMAIL:a@b.example", "LOGO:http://x/y.png"),
    ("VERSION:3.0", "FN:Acme", "N:;;;;", "ORG:Acme;Sales;North", "TITLE:x", "X-ABShowAs:COMPANY"),
)


@pytest.mark.parametrize("lines", OF_COMPANIES)
def test_the_card_of_a_company_leaves_as_it_came(lines: tuple[str, ...]) -> None:
    text = text_of(lines)
    assert writer.card(company_of(text)) == text


def test_what_changed_of_a_company_changes_its_card() -> None:
    company = company_of(text_of(OF_COMPANIES[0]))
    changed = company._replace(
        name="Eppendorf SE", aliases=("Epp", "Eppendorf AG"), revised_at="2026-11-25T12:00:00Z"
    )
    written = writer.card(changed).splitlines()
    assert {"FN:Eppendorf SE", "NICKNAME:Epp,Eppendorf AG", "CATEGORIES:Suppliers"} <= set(written)
    assert "REV:2026-11-25T12:00:00Z" in written


def company_of(text: str) -> IncomingOrganization:
    (company,) = reader.read(text.encode(), Circumstances(forms=True))
    assert isinstance(company, IncomingOrganization)
    return company


def test_what_android_has_a_line_of_its_own_for_is_known() -> None:
    item = "X-ANDROID-CUSTOM:vnd.android.cursor.item"
    ada = read(
        text_of(
            (
                *("VERSION:2.1", "N:Lovelace;Ada", "FN:Ada Lovelace"),
                f"{item}/nickname;Andy;1;;;;;;;;;;;;;",
                f"{item}/contact_event;2001-05-06;1;;;;;;;;;;;;;",
                f"{item}/contact_event;1981-05-06;3;;;;;;;;;;;;;",
                f"{item}/relation;Bea;14;;;;;;;;;;;;;",
                f"{item}/relation;Charles;11;;;;;;;;;;;;;",
                f"{item}/nickname;Addy;1;;;;;;;;;;;;;",
            )
        )
    )
    assert (ada.nickname, ada.birthday) == ("Andy", "1981-05-06")
    assert ada.introduced_by == "Charles"
    assert ada.names == (OtherName("nickname", "Addy"),)
    assert ada.dates == (NewDate("anniversary", "2001-05-06"),)
    assert [(one.tie.kind, one.who) for one in ada.relations] == [("spouse", "Bea")]
    assert ada.fields == ()


def test_on_a_card_of_androids_a_relation_is_written_as_android_reads_it() -> None:
    item = "X-ANDROID-CUSTOM:vnd.android.cursor.item"
    lines = (
        "VERSION:3.0",
        "N:Lovelace;Ada;;;",
        "FN:Ada Lovelace",
        f"{item}/relation;Bea;14;" + ";" * 12,
    )
    ada = read(text_of(lines))
    assert writer.card(ada) == text_of(lines)
    more = [IncomingRelation(tie(word), "Charles") for word in ("manager", "tutor")]
    written = writer.card(ada._replace(relations=(*ada.relations, *more)))
    assert f"{item}/relation;Charles;7;" in written
    assert f"{item}/relation;Charles;0;tutor;" in written
    again = read(written)
    assert {one.tie.said for one in again.relations} == {"spouse", "manager", "tutor"}


def test_two_nicknames_leave_as_two() -> None:
    ada = IncomingPerson(1, "Ada", nickname="Janie", names=(OtherName("nickname", "JJ"),))
    assert "NICKNAME:Janie,JJ\r\n" in writer.card(ada, "4.0")


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (("item1.TEL:555", "item1.X-ABLabel:HOME\\,VOICE\\,pref"), "home"),
        (("TEL;X-LABEL=Boat:555",), "Boat"),
        (("TEL;TYPE=work;LABEL=Yacht:555",), "work Yacht"),
        (("TEL;TYPE=home;X-LABEL=Boat:555",), "home Boat"),
        (("TEL;TYPE=work;LABEL=Work:555",), "work"),
        (('EMAIL;TYPE=work;LABEL="Front desk":a@x.org',), "work Front desk"),
        (("item1.TEL:555", "item1.X-ABLabel:Tom\\, on the boat"), "Tom, on the boat"),
    ],
)
def test_labels_are_read_wherever_they_stand(lines: tuple[str, ...], label: str) -> None:
    text = text_of(("VERSION:3.0", "FN:Ada", "N:;Ada;;;", *lines))
    assert read(text).methods[0].label == label
    assert writer.card(read(text)) == text
    other = writer.card(read(text), "4.0")
    assert read(other).methods[0].label == label


@pytest.mark.parametrize(
    ("line", "version", "written"),
    [
        ("PHOTO;ENCODING=BASE64;JPEG:/9j/4A==", "3.0", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4A=="),
        ("PHOTO;ENCODING=BASE64:iVBORw==", "3.0", "PHOTO;ENCODING=b;TYPE=PNG:iVBORw=="),
        ("PHOTO;ENCODING=BASE64:iVBORw==", "4.0", "PHOTO:data:image/png;base64,iVBORw=="),
        ("PHOTO;ENCODING=BASE64;TYPE=image/png:AA==", "3.0", "PHOTO;ENCODING=b;TYPE=PNG:AA=="),
    ],
)
def test_a_picture_says_of_what_kind_it_is(line: str, version: str, written: str) -> None:
    text = text_of(("VERSION:2.1", "FN:Ada", line))
    assert written in writer.card(read(text), version)  # type: ignore[arg-type]


def test_of_two_who_became_one_the_form_of_the_one_that_stays_is_kept() -> None:
    ina, pia = read(text_of(APPLE)), read(text_of(PROTON))
    both = ina._replace(kept=(*pia.kept, *ina.kept))
    written = writer.card(both).splitlines()
    assert written[1 : len(APPLE) + 1] == list(APPLE)
    assert "ITEM1.X-PM-ENCRYPT:true" in written


@pytest.mark.parametrize(
    ("version", "line"),
    [
        ("4.0", "KIND:individual"),
        ("3.0", "X-ADDRESSBOOKSERVER-KIND:individual"),
        ("3.0", "TEL:"),
        ("3.0", "EMAIL;TYPE=HOME:"),
    ],
)
def test_what_says_nothing_stays_and_changes_nothing(version: str, line: str) -> None:
    rev = "REV:20240101T000000Z"
    text = text_of((f"VERSION:{version}", "UID:u", "FN:Ada", "N:;Ada;;;", line, rev))
    assert writer.card(read(text)) == text


@pytest.mark.parametrize("line", ["TEL;TYPE=HOME:ask Anna", "EMAIL:none yet", "URL:https://blog"])
def test_what_became_a_field_leaves_as_the_line_it_was(line: str) -> None:
    text = text_of(("VERSION:3.0", "UID:u", "FN:Ada", "N:;Ada;;;", line, "REV:20240101T000000Z"))
    taken = admission.person(read(text), date(2026, 11, 23), Wishes(), None)
    assert isinstance(taken, Arrival)
    (field,) = taken.fields
    ada = read(text)._replace(methods=(), fields=(field,), kept=taken.kept)
    assert writer.card(ada) == text
    assert "X-NETLOG-FIELD" in writer.card(ada, "4.0")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("X-LINKEDIN:https://linkedin.com/in/ada", ("url", "linkedin")),
        ("X-FACEBOOK:ada", ("handle", "facebook")),
        ("IMPP;X-SERVICE-TYPE=WhatsApp:x-apple:%2B15550100", ("handle", "whatsapp")),
    ],
)
def test_a_network_of_its_own_line_is_a_way(line: str, said: tuple[str, str]) -> None:
    text = text_of(("VERSION:3.0", "UID:u", "FN:Ada", "N:;Ada;;;", line))
    (way,) = read(text).methods
    assert (way.kind, way.label) == said
    assert "%" not in way.value
    assert writer.card(read(text)) == text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://m.social/@a", ("url", "mastodon")),
        ("SOCIALPROFILE;SERVICE-TYPE=Twitter;VALUE=text:@ann", ("handle", "twitter")),
        ("SOCIALPROFILE;TYPE=work:https://x.org/a", ("url", "work")),
        ("IMPP;SERVICE-TYPE=Jabber;USERNAME=a:xmpp:a@x.org", ("handle", "jabber")),
    ],
)
def test_a_profile_is_a_way_and_stands_as_it_was(line: str, said: tuple[str, str]) -> None:
    text = text_of(("VERSION:4.0", "UID:a", "FN:Ann", line))
    (method,) = read(text).methods
    assert (method.kind, method.label) == said
    assert writer.card(read(text)) == text
    assert read(writer.card(read(text), "3.0")).methods == (method,)


@pytest.mark.parametrize("line", ["X-MS-SPOUSE;N:Bea", "X-MS-MANAGER:Bea"])
def test_outlooks_relations_are_known(line: str) -> None:
    text = text_of(("VERSION:3.0", "UID:u", "FN:Ada", "N:;Ada;;;", line))
    assert [one.who for one in read(text).relations] == ["Bea"]
    assert writer.card(read(text)) == text


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("line", ["UID:a; b\\,c", "UID:URN:UUID:AB", "UID:{AB-CD}", "UID:a\\;b"])
def test_a_uid_leaves_octet_by_octet_in_any_version(version: str, line: str) -> None:
    for before in ("2.1", "3.0", "4.0"):
        text = text_of((f"VERSION:{before}", "FN:Ada", "N:;Ada;;;", line))
        assert f"\r\n{line}\r\n" in writer.card(read(text), version)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "is_company"),
    [
        (("FN:Hans Besser", "N:Besser;Hans;;;", "ORG:Acme", "X-ABShowAs:COMPANY"), False),
        (("FN:Acme GmbH", "N:Acme GmbH;;;;", "ORG:Acme GmbH"), True),
        (("FN:Acme GmbH", "N:;Acme GmbH;;;", "ORG:Acme GmbH;Sales"), True),
        (("FN:Acme", "N:Acme;;;;", "ORG:Acme", "X-ABShowAs:COMPANY"), True),
    ],
)
def test_who_is_shown_under_a_company_is_still_somebody(
    lines: tuple[str, ...], is_company: bool
) -> None:
    text = text_of(("VERSION:3.0", "UID:u", *lines))
    (found,) = reader.read(text.encode(), Circumstances(forms=True))
    assert isinstance(found, IncomingOrganization) is is_company
    assert set(text.splitlines()) <= set(writer.card(found).splitlines())  # type: ignore[arg-type]


def test_an_empty_uid_is_none_in_any_version() -> None:
    ada = read(text_of(("VERSION:3.0", "FN:Ada", "N:;Ada;;;", "UID:")))
    assert "UID" not in writer.card(ada, "4.0")
    assert "UID:u\r\n" in writer.card(ada._replace(uid="u"), "4.0")


@pytest.mark.parametrize("who", ["104608AD-1111-4222-8333-44445555666F", "{Ada-1}", "ADA-1"])
def test_a_relation_to_a_uid_stays_however_it_is_spelled(who: str) -> None:
    text = text_of(("VERSION:4.0", "UID:u", "FN:Bo", "N:;Bo;;;", f"RELATED;TYPE=spouse:{who}"))
    (said,) = read(text).relations
    stands = said._replace(who=who.casefold().strip("{}"), known_as=("Ada",))
    assert writer.card(read(text)._replace(relations=(stands,))) == text


def test_an_empty_line_gives_way_to_what_is_said_instead() -> None:
    text = text_of(("VERSION:4.0", "UID:u", "FN:Ada", "N:;Ada;;;", "BDAY:", "ADR:;;;;;;"))
    written = writer.card(read(text)._replace(birthday="1815-12-10"))
    assert "BDAY:18151210" in written
    assert "BDAY:\r\n" not in written
    assert "ADR:;;;;;;" in written
