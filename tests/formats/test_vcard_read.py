"""What address books really write into vCards, and what netlog makes of it."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.circumstances import Circumstances, Going, Version
from netlog.formats.vcard import reader, writer
from netlog.formats.vcard.values import escaped
from netlog.records.contacts import NewDate, OtherName
from netlog.records.incoming import Declined, IncomingMethod, IncomingOrganization, IncomingPerson


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> bytes:
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def person(data: bytes) -> IncomingPerson:
    (found,) = reader.read(data)
    assert isinstance(found, IncomingPerson)
    return found


def ada(*lines: str) -> IncomingPerson:
    """Ada as a card that says this besides her name."""
    return person(card("FN:Ada Lovelace", *lines))


# Lines


@pytest.mark.parametrize("fold", ["\r\n ", "\r\n\t", "\n ", "\r ", "\r\r\n ", "\r\n\r\n "])
def test_folded_lines_are_put_together(fold: str) -> None:
    assert ada(f"NOTE:the first com{fold}puter, of all").notes == "the first computer, of all"


def test_a_fold_in_the_middle_of_a_character_is_mended() -> None:
    cut = "Zoë".encode()
    data = card("FN:X").replace(b"X", cut[:3] + b"\r\n " + cut[3:])
    assert person(data).name == "Zoë"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_every_kind_of_line_end_is_read(end: str) -> None:
    assert person(card("N:Lovelace;Ada", "NOTE:first", end=end)).notes == "first"


def test_quoted_printable_goes_on_after_a_soft_break() -> None:
    note = "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Z=C3=\r\n=ABnia=\r\n on = 2=0D=0A= \r\nend"
    assert ada(note).notes == "Zënia on = 2\nend"


def test_an_equals_sign_at_the_end_of_other_lines_is_text() -> None:
    found = ada("X-A;X-B=QUOTED-PRINTABLE:a=", "TITLE;QUOTED-PRINTABLE:Coun=", "tess")
    assert (found.kept, found.title) == (("X-A;X-B=QUOTED-PRINTABLE:a=",), "Countess")


def test_an_empty_line_ends_quoted_printable_that_promises_more() -> None:
    found = ada("NOTE;ENCODING=QUOTED-PRINTABLE:all=", "", "TITLE:Countess")
    assert (found.notes, found.title) == ("all", "Countess")


def test_quoted_printable_without_a_charset_may_be_windows() -> None:
    assert ada("TITLE;QUOTED-PRINTABLE:Gr=E4fin").title == "Gräfin"


def test_a_line_that_was_not_folded_goes_on_with_the_one_before() -> None:
    assert ada("NOTE:one", "two", "TITLE:Countess").notes == "one\ntwo"


def test_base64_may_stand_on_lines_that_are_not_indented() -> None:
    found = ada("PHOTO;ENCODING=BASE64;JPEG:AAAA", "BBBB", "CC==", "", "TITLE:Countess")
    assert found.kept == ("PHOTO;ENCODING=BASE64;JPEG:AAAABBBBCC==",)
    assert found.title == "Countess"


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_every_charset_is_read(charset: str) -> None:
    data = card("FN:Zoë Müller", "NOTE:é").decode().encode(charset)
    assert person(data).name == "Zoë Müller"


def test_a_declared_charset_is_used_for_its_line() -> None:
    data = card("FN:Ada", "TITLE;CHARSET=KOI8-R:X").replace(b"X", "графиня".encode("koi8-r"))
    assert person(data).title == "графиня"


def test_a_card_in_another_charset_leaves_the_others_as_they_are() -> None:
    data = card("FN:Zoë") + card("FN:Müller").decode().encode("latin-1")
    assert [found.name for found in reader.read(data) if isinstance(found, IncomingPerson)] == [
        "Zoë",
        "Müller",
    ]


# Names


def test_values_are_whole_behind_a_comma_that_nobody_escaped() -> None:
    assert ada("ORG:Babbage, Sons, and Co.").organization == "Babbage, Sons, and Co."


def test_escapes_are_undone() -> None:
    assert ada(r"NOTE:a\,b\;c\\n\nd\:e\x").notes == "a,b;c\\n\nd:e\\x"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["N:Lovelace;Ada;King;Lady;FRS"], "Lady Ada King Lovelace FRS"),
        (["FN:", "N:Lovelace;Ada"], "Ada Lovelace"),
        (["N:;;;;", "NICKNAME:Ada"], "Ada"),
        (["EMAIL:ada@example.org"], "ada@example.org"),
        (["TEL:", "TEL:+44 20 7946 0000"], "+44 20 7946 0000"),
    ],
)
def test_a_card_without_fn_is_named_by_the_next_best(lines: list[str], name: str) -> None:
    assert person(card(*lines)).name == name


@pytest.mark.parametrize(
    ("full", "stated", "name"),
    [
        (r"Smith\, Ann", "Smith;Ann;;;", "Ann Smith"),
        (r"Smith\, Ann and Bob", "Smith;Ann;;;", "Ann and Bob Smith"),
        (r"Miller\, Tom (Acme)", "Miller;Tom;;;", "Tom Miller (Acme)"),
        (r"Doe\, Jane Ann", "Doe;Jane;;;", "Jane Ann Doe"),
        (r"van Dyk\, Bob", "van Dyk;Bob;Lee;;", "Bob Lee van Dyk"),
        (r"King\, Dr. Eve", "King;Eve;;Dr.;", "Dr. Eve King"),
        (r"King\, Eve\, Jr.", "King;Eve;;;", "King, Eve, Jr."),
    ],
)
def test_all_words_of_a_turned_name_stay_in_it(full: str, stated: str, name: str) -> None:
    one = person(card(f"FN:{full}", f"N:{stated}"))
    assert one.name == name
    versions: tuple[Version, ...] = ("3.0", "4.0")
    for version in versions:
        there = "".join(writer.write([one], Going("vcf", version)))
        assert f"FN:{full if name in full else escaped(name)}\r\n" in there
        assert f"N:{stated}\r\n" in there


@pytest.mark.parametrize(
    "lines",
    [
        ["N:", "ORG:Analytical Engines;"],
        ["FN:Analytical Engines", "ORG:Analytical Engines"],
        ["FN:Analytical Engines", "N:;;;;", "ORG:Analytical Engines", "X-ABShowAs:COMPANY"],
        ["KIND:org", "FN:Analytical Engines"],
        ["KIND:org", "FN:Analytical Engines", "N:Analytical Engines;;;;"],
    ],
)
def test_a_card_of_an_organization_alone_is_of_a_company(lines: list[str]) -> None:
    (company,) = reader.read(card(*lines, "TITLE:Chief", "CATEGORIES:x"))
    assert isinstance(company, IncomingOrganization)
    assert company.name == "Analytical Engines"
    assert {"TITLE:Chief", "CATEGORIES:x"} <= set(company.kept)


@pytest.mark.parametrize(
    "lines",
    [
        ["FN:Ada King", "N:King;Ada;;;", "ORG:Ada King"],
        ["FN:Ada King", "ORG:Ada King", "BDAY:18151210"],
        ["NICKNAME:Ada", "ORG:Analytical Engines"],
    ],
)
def test_whoever_has_a_name_of_their_own_is_no_company(lines: list[str]) -> None:
    assert person(card(*lines)).name in ("Ada King", "Ada")


def test_a_card_that_names_nobody_is_rejected_with_its_text() -> None:
    (left,) = reader.read(card("ADR:;;Main St;Town;;;"))
    assert isinstance(left, Declined)
    assert left.rejected
    assert "names nobody" in left.reason
    assert "Main St" in left.source


def test_the_preferred_of_several_names_counts_and_the_others_are_kept() -> None:
    found = person(card("FN:Ada", "FN;PREF=1:Ada Lovelace", "N;ALTID=1:Byron;Ada", version="4.0"))
    assert found.name == "Ada Lovelace"
    assert "N;ALTID=1:Byron;Ada" in found.kept
    assert "FN:Ada" in found.kept


def test_a_name_in_parts_that_says_no_more_than_fn_is_not_kept() -> None:
    assert ada("N:Lovelace;Ada;;;").kept == ()


def test_several_nicknames_are_several() -> None:
    found = ada("NICKNAME:Addie,Enchantress", r"NICKNAME:A\,L")
    assert found.nickname == "Addie"
    assert found.names == (OtherName("nickname", "Enchantress"), OtherName("nickname", "A,L"))


def test_names_that_are_not_in_use_are_told_apart() -> None:
    found = ada("X-MAIDENNAME:Byron", "X-PHONETIC-FIRST-NAME:Eida")
    assert found.names == (OtherName("former", "Byron"), OtherName("phonetic_first", "Eida"))
    assert found.kept == ("X-MAIDENNAME:Byron",)


# Work


def test_further_organizations_and_titles_are_jobs() -> None:
    found = ada("ORG:One", "TITLE:First", "ORG:Two;Sales", "TITLE:Second", "ORG:Three")
    assert (found.organization, found.title) == ("One", "First")
    assert found.jobs == (("Two; Sales", "Second"), ("Three", None))


def test_a_department_is_a_field() -> None:
    found = ada("ORG:IBM;Accounting;Dungeon")
    assert found.organization == "IBM"
    assert found.fields == (("department", "Accounting; Dungeon"),)


# Ways to reach


@pytest.mark.parametrize(
    ("line", "method"),
    [
        ("EMAIL;TYPE=INTERNET,PREF:a@b.org", IncomingMethod("email", "a@b.org", None, True)),
        ("EMAIL;PREF=1:a@b.org", IncomingMethod("email", "a@b.org", None, True)),
        ("EMAIL;PREF=2;TYPE=home:mailto:a@b.org", IncomingMethod("email", "a@b.org", "home")),
        ("TEL;WORK;FAX:12 34", IncomingMethod("phone", "12 34", "work fax")),
        ("tel;type=cell;type=VOICE;type=pref:1", IncomingMethod("phone", "1", "cell", True)),
        (
            'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102',
            IncomingMethod("phone", "+1-418-656-9254 ext. 102", "work"),
        ),
        ("URL:http\\://ada.org/a;b", IncomingMethod("url", "http://ada.org/a;b")),
        (
            "ADR;TYPE=home:;;1 Main St\\, Flat 2\\nRear;London;;W1;UK",
            IncomingMethod("address", "1 Main St, Flat 2, Rear, London, W1, UK", "home"),
        ),
        ("IMPP;X-SERVICE-TYPE=Skype:skype:ada", IncomingMethod("handle", "ada", "skype")),
        ("IMPP:xmpp:ada@jabber.org", IncomingMethod("handle", "ada@jabber.org", "xmpp")),
        ("X-SKYPE-USERNAME:ada", IncomingMethod("handle", "ada", "skype")),
        (
            "X-SOCIALPROFILE;type=twitter:https://twitter.com/ada",
            IncomingMethod("url", "https://twitter.com/ada", "twitter"),
        ),
        ('EMAIL;X-A="b:c;d";TYPE=home:a@b.org', IncomingMethod("email", "a@b.org", "home")),
    ],
)
def test_a_method_is_read(line: str, method: IncomingMethod) -> None:
    assert ada(line).methods == (method,)


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("_$!<HomePage>!$_", "homepage"),
        ("Blog", "Blog"),
        ("_$!<Mother-in-law>!$_", "Mother-in-law"),
    ],
)
def test_the_label_of_a_group_is_the_label_of_its_method(label: str, read: str) -> None:
    found = ada("item1.URL;type=pref:http://ada.org", f"item1.X-ABLabel:{label}")
    assert found.methods == (IncomingMethod("url", "http://ada.org", read, True),)
    assert found.kept == ()


def test_the_city_is_that_of_the_preferred_address() -> None:
    assert ada("ADR:;;;Paris;;;", "ADR;TYPE=pref:;;1 Main St;London;;;").city == "Paris"
    assert ada("ADR:;;9 Rue;Paris;;;", "ADR;TYPE=pref:;;1 Main St;London;;;").city == "London"


def test_an_address_keeps_its_parts() -> None:
    line = "ADR;TYPE=home:;;1 Main St;London;;W1;UK"
    assert ada(line).kept == (line,)


# Days


@pytest.mark.parametrize(
    "line",
    [
        "BDAY:--0412",
        "BDAY:--04-12",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12",
        "BDAY;VALUE=date:1604-04-12",
        "BDAY:0001-04-12",
    ],
)
def test_a_birthday_without_a_year_is_read_in_its_four_spellings(line: str) -> None:
    assert ada(line).birthday == "--04-12"


@pytest.mark.parametrize(
    "line",
    ["BDAY:19850128", "BDAY:1985-01-28", "BDAY:1985-01-28T00:00:00Z", "BDAY;VALUE=date:1985-01-28"],
)
def test_a_birthday_is_a_day(line: str) -> None:
    assert ada(line).birthday == "1985-01-28"


@pytest.mark.parametrize("line", ["BDAY:1985-00-00", "BDAY:19850000", "BDAY:1985"])
def test_a_birthday_of_which_the_year_alone_is_known_is_that(line: str) -> None:
    text = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\n{line}\r\nEND:VCARD\r\n"
    (found,) = reader.read(text.encode(), Circumstances(forms=True))
    assert isinstance(found, IncomingPerson)
    assert (found.birthday, found.fields) == ("1985", ())
    assert line in writer.card(found)


@pytest.mark.parametrize(
    "line",
    ["BDAY;VALUE=text:circa 1800", "BDAY:1985-02-30", "BDAY:19850", "BDAY:--1332", "BDAY:²²²²²²²²"],
)
def test_a_birthday_that_is_no_day_is_kept_as_it_is(line: str) -> None:
    found = ada(line)
    assert found.birthday is None
    assert found.kept == (line,)


# Others


def test_what_has_no_place_is_kept_word_for_word_with_its_label() -> None:
    lines = ("item1.X-FOO;BAR=1:a\\,b", "item1.X-ABLabel:_$!<Bar>!$_")
    assert ada(*lines, "PRODID:x", "REV:2020").kept == lines


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (("item1.X-ABDATE:1975-03-01", "item1.X-ABLabel:_$!<Anniversary>!$_"), "anniversary"),
        (("item1.X-ABDATE:1975-03-01", "item1.X-ABLabel:Name day"), "Name day"),
        (("ANNIVERSARY:19750301",), "anniversary"),
    ],
)
def test_other_days_of_every_year_are_dates(lines: tuple[str, ...], label: str) -> None:
    found = ada(*lines)
    assert (found.dates, found.kept) == ((NewDate(label, "1975-03-01"),), ())


def test_categories_are_tags() -> None:
    assert ada(r"CATEGORIES:math,poetry\, verse", "CATEGORIES:math, ").tags == (
        "math",
        "poetry, verse",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["RELATED;TYPE=contact,x-introduced-by;VALUE=text:Mary Somerville"],
        ["item1.X-ABRELATEDNAMES:Mary Somerville", "item1.X-ABLabel:Introduced by"],
        ["item1.X-ABRELATEDNAMES:Mary Somerville", "item1.X-ABLabel:REFERRED_BY"],
    ],
)
def test_who_introduced_them_is_read_from_what_is_related(lines: list[str]) -> None:
    found = ada(*lines)
    assert (found.introduced_by, found.kept) == ("Mary Somerville", ())


@pytest.mark.parametrize(
    ("lines", "word", "who"),
    [
        (
            ("item1.X-ABRELATEDNAMES:Lord Byron", "item1.X-ABLabel:_$!<Father>!$_"),
            "father",
            "Lord Byron",
        ),
        (("RELATED;TYPE=spouse;VALUE=text:William",), "spouse", "William"),
        (("item1.RELATED;TYPE=child:Anne", "item1.X-ABLabel:daughter"), "daughter", "Anne"),
        (
            ("RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",),
            "friend",
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        ),
        (("RELATED;TYPE=co-worker:Charles",), "colleague", "Charles"),
        (("item1.X-ABRELATEDNAMES:Mary", "item1.X-ABLabel:Tutor"), "Tutor", "Mary"),
        (("X-EVOLUTION-SPOUSE:William",), "spouse", "William"),
        (("X-KADDRESSBOOK-X-ManagersName:Charles",), "manager", "Charles"),
        (("X-ASSISTANT:Sophia",), "assistant", "Sophia"),
        (("item1.X-ABRELATEDNAMES:William", "item1.X-ABLabel:Ehemann"), "ehemann", "William"),
    ],
)
def test_who_belongs_to_them_is_read(lines: tuple[str, ...], word: str, who: str) -> None:
    found = ada(*lines)
    assert [(one.tie.said, one.who) for one in found.relations] == [(word, who)]
    assert found.kept == ()


def test_two_types_are_two_relations() -> None:
    (friend, colleague) = ada("RELATED;TYPE=friend,colleague:Charles").relations
    assert (friend.tie.kind, colleague.tie.kind) == ("friend", "colleague")


def test_oneself_is_no_relation() -> None:
    assert ada("RELATED;TYPE=me:urn:uuid:a").relations == ()


def test_several_notes_become_one() -> None:
    assert ada("NOTE:one", "NOTE:", "NOTE:two").notes == "one\n\ntwo"


def test_a_day_that_netlog_wrote_is_read() -> None:
    assert ada("X-NETLOG-MET-ON:2026-11-20").met_on == date(2026, 11, 20)


@pytest.mark.parametrize("line", ["X-NETLOG-MET-ON:soon", "X-NETLOG-CADENCE:-1"])
def test_what_netlog_cannot_have_written_is_kept(line: str) -> None:
    assert ada(line).kept == (line,)


# Cards


@pytest.mark.parametrize(
    "kind",
    [("KIND:group", "MEMBER"), ("X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER")],
)
def test_the_name_of_a_group_is_a_tag_of_its_members(kind: tuple[str, str]) -> None:
    data = (
        card("FN:Ada", "UID:a1")
        + card("FN:Poets", kind[0], f"{kind[1]}:urn:uuid:a1", f"{kind[1]}:urn:uuid:gone")
        + card("FN:Bob", "UID:urn:uuid:b2")
    )
    found, left, bob = reader.read(data)
    assert isinstance(found, IncomingPerson)
    assert isinstance(left, Declined)
    assert isinstance(bob, IncomingPerson)
    assert (found.tags, bob.tags) == (("Poets",), ())
    assert (left.row, left.rejected) == (2, False)


def test_a_place_is_not_a_person() -> None:
    (left,) = reader.read(card("FN:Room 5", "KIND:location", version="4.0"))
    assert isinstance(left, Declined)
    assert not left.rejected


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0", "4", "5.7", ""])
def test_the_version_decides_nothing(version: str) -> None:
    assert person(card("FN:Ada", version=version)).name == "Ada"


def test_a_card_that_is_never_closed_ends_where_the_next_begins() -> None:
    data = b"BEGIN:VCARD\nFN:Ada\n" + card("FN:Bob") + b"begin:vcard \nfn:Carol"
    assert [(found.row, found.name) for found in reader.read(data)] == [  # type: ignore[union-attr]
        (1, "Ada"),
        (2, "Bob"),
        (3, "Carol"),
    ]


def test_a_card_within_a_card_is_kept_on_one_line() -> None:
    agent = card("FN:Bob", "NOTE:a\\,b", end="\n").decode()
    found = person(card("FN:Ada", f"AGENT:\r\n{agent}".rstrip(), "TITLE:Countess"))
    assert (found.name, found.title) == ("Ada", "Countess")
    assert found.kept == ("AGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:Bob\\nNOTE:a\\\\\\,b\\nEND:VCARD",)


def test_text_outside_of_any_card_is_reported() -> None:
    found, left = reader.read(card("FN:Ada") + b"TEL:1\n")
    assert isinstance(found, IncomingPerson)
    assert left == Declined(1, "it stands outside of any card", source="TEL:1\n")


def test_a_stream_is_read_as_bytes_are() -> None:
    data = card("FN:Ada", "UID:1") + card("FN:Poets", "KIND:group", "MEMBER:1")
    assert list(reader.read(io.BytesIO(data))) == list(reader.read(data))


# Harm


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["NOTE:" + "x" * 1_000_001], "longer than 1 MB"),
        (["PHOTO;ENCODING=b:" + "A" * 10_000_001], "larger than 10 MB"),
        (["X:1"] * 10_001, "more than 10,000 properties"),
        (["x"] * 200_001, "more than 200,000 lines"),
    ],
)
def test_what_is_too_large_is_refused_and_the_rest_is_read(lines: list[str], reason: str) -> None:
    left, found = reader.read(card("FN:Ada", *lines, end="\n") + card("FN:Bob"))
    assert isinstance(left, Declined)
    assert reason in left.reason
    assert len(left.source) < 200_000
    assert isinstance(found, IncomingPerson)


def test_a_large_photo_is_kept() -> None:
    line = "PHOTO;ENCODING=b:" + "A" * 2_000_000
    assert ada(line).kept == (line,)


def test_cards_within_cards_without_end_are_read_without_sinking() -> None:
    data = b"BEGIN:VCARD\nFN:Ada\nAGENT:\n" * 20_000
    found = person(data)
    assert found.name == "Ada"


good = card(
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:L=C3=\r\n=B6v;Ada",
    'item1.TEL;TYPE="work,pref":+1',
    "item1.X-ABLabel:_$!<Home>!$_",
    "ADR:;;a\\,b\\n;c;;;",
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12",
    "IMPP;X-SERVICE-TYPE=Skype:skype:a",
    "KIND:group",
    "MEMBER:urn:uuid:1",
)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    list(reader.read(data))
    list(reader.read(b"BEGIN:VCARD\n" + data))


@given(st.data())
def test_any_damage_to_a_good_card_is_survived_and_what_is_read_can_be_written(
    data: st.DataObject,
) -> None:
    text = bytearray(good + card("FN:Ada", "UID:1"))
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 4))
        text[start:end] = data.draw(st.binary(max_size=3) | st.sampled_from([b"\n", b'"', b"=\n"]))
    people = [one for one in reader.read(bytes(text)) if isinstance(one, IncomingPerson)]
    again = list(
        reader.read("".join(writer.write(people, Going("vcf"))).encode("utf-8", "replace"))
    )
    assert len(again) == len(people)


def test_members_of_a_group_are_found_by_mail_and_in_any_case() -> None:
    text = (
        "BEGIN:VCARD\nVERSION:4.0\nUID:ABC\nFN:Ada\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Bob\nEMAIL:Bob@x.org\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nMEMBER:urn:uuid:abc\n"
        "MEMBER:mailto:bob@x.org\nEND:VCARD\n"
    )
    ada, bob, _ = reader.read(text.encode())
    assert isinstance(ada, IncomingPerson)
    assert isinstance(bob, IncomingPerson)
    assert ada.tags == bob.tags == ("Friends",)


# Edges


EDGES = {
    "glued": "BEGIN:VCARD\nFN:Ann A\nEND:VCARDBEGIN:VCARD\nFN:Bob B\nEND:VCARD",
    "glued, a space between": "BEGIN:VCARD\nFN:Ann A\nEND:VCARD BEGIN:VCARD\nFN:Bob B\nEND:VCARD",
    "glued to an open card": "BEGIN:VCARD\nFN:Ann ABEGIN:VCARD\nVERSION:3.0\nFN:Bob B\nEND:VCARD",
    "in small letters": "begin:vcard\nfn:Ann A\nend:vcardbegin:vcard\nfn:Bob B\nend:vcard\n",
    "with CR": "BEGIN:VCARD\rFN:Ann A\rEND:VCARDBEGIN:VCARD\rFN:Bob B\rEND:VCARD\r",
    "the version beside": "BEGIN:VCARD VERSION:3.0\nFN:Ann A\nEND:VCARD\n"
    "BEGIN:VCARD VERSION:3.0 FN:Bob B\nEND:VCARD",
    "the version glued": "BEGIN:VCARDVERSION:3.0\nFN:Ann A\nEND:VCARD\n"
    "BEGIN:VCARDVERSION:3.0\nFN:Bob B\nEND:VCARD",
    "the end glued to a line": "BEGIN:VCARD\nFN:Ann AEND:VCARD\nBEGIN:VCARD\nFN:Bob BEND:VCARD",
    "all glued to a line": "BEGIN:VCARD\nFN:Ann AEND:VCARDBEGIN:VCARD\nFN:Bob BEND:VCARD",
    "an edge indented": " BEGIN:VCARD\nFN:Ann A\nEND:VCARD\n BEGIN:VCARD\nFN:Bob B\n END:VCARD\n",
    "all indented": "  BEGIN:VCARD\n  FN:Ann A\n  END:VCARD\n"
    "  BEGIN:VCARD\n  FN:Bob\n    B\n  END:VCARD",
    "all on one line": "BEGIN:VCARD VERSION:3.0 FN:Ann A EMAIL:a@x.example END:VCARD"
    " BEGIN:VCARD VERSION:3.0 N:B;Bob;;; FN:Bob B TEL;TYPE=cell:5550100 END:VCARD",
    "a card on one line": "BEGIN:VCARD\nFN:Ann A\nEND:VCARD"
    "BEGIN:VCARD VERSION:4.0 FN:Bob B NOTE:see: END:VCARD\n",
    "something behind": "BEGIN:VCARD\nFN:Ann A\nEND:VCARD;\nBEGIN:VCARD\nFN:Bob B\nEND:VCARD,\n",
}


@pytest.mark.parametrize("text", EDGES.values(), ids=EDGES.keys())
def test_cards_are_cut_apart_at_any_edge(text: str) -> None:
    names = [one.name for one in reader.read(text.encode()) if isinstance(one, IncomingPerson)]
    assert [name.replace("Bob  B", "Bob B") for name in names] == ["Ann A", "Bob B"]


@pytest.mark.parametrize(
    "note",
    [
        "write BEGIN:VCARD first",
        "and then END:VCARD",
        "END:VCARD or BEGIN:VCARD",
        "so\n BEGIN:VCARD",
        "BEGIN:VCARD VERSION:3.0 FN:Bob B END:VCARD",
    ],
)
def test_text_that_speaks_of_an_edge_is_none(note: str) -> None:
    text = f"BEGIN:VCARD\nFN:Ann A\nNOTE:{note}\nTEL:5550100\nEND:VCARD\n"
    (ann,) = reader.read(text.encode())
    assert isinstance(ann, IncomingPerson)
    assert (ann.notes, [m.value for m in ann.methods]) == (note.replace("\n ", ""), ["5550100"])


@pytest.mark.parametrize(
    ("note", "read"),
    [
        ("some text=0D=0A=\n", "some text"),
        ("some text=\n", "some text"),
        ("some=\nText: goes on\n", "someText: goes on"),
        (f"{'x' * 70}=\nTEL:goes on\n", f"{'x' * 70}TEL:goes on"),
    ],
)
def test_a_soft_break_that_dangles_swallows_no_line(note: str, read: str) -> None:
    text = (
        f"BEGIN:VCARD\nVERSION:2.1\nFN:Ann A\nNOTE;ENCODING=QUOTED-PRINTABLE:{note}"
        "TEL;CELL:5550100\nEND:VCARD\n"
    )
    (ann,) = reader.read(text.encode())
    assert isinstance(ann, IncomingPerson)
    assert (ann.notes, [m.value for m in ann.methods]) == (read, ["5550100"])


@pytest.mark.parametrize("end", ["=0D=0A=", f"{'x' * 66}="])
@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("Tel;Cell:+12025550123", "methods"),
        ("email;internet:ann@example.org", "methods"),
        ("item1.email;type=work:ann@example.org", "methods"),
        ("title;charset=utf-8:Clerk", "title"),
        ("ADR;HOME:;;1 High St;Rome;;;", "city"),
    ],
)
def test_a_soft_break_that_dangles_swallows_no_line_in_any_case(
    line: str, where: str, end: str
) -> None:
    for small in (False, True):
        names = "version:2.1\nfn" if small else "VERSION:2.1\nFN"
        text = f"BEGIN:VCARD\n{names}:Ann A\nNOTE;QUOTED-PRINTABLE:a{end}\n{line}\nEND:VCARD\n"
        (ann,) = reader.read(text.encode())
        assert isinstance(ann, IncomingPerson)
        assert getattr(ann, where)
        assert ann.notes in ("a", f"a{end[:-1]}")


@pytest.mark.parametrize("line", ["tel:+12025550123", "Email:ann@example.org", "url:http://a.org"])
def test_what_a_line_says_tells_that_it_is_one(line: str) -> None:
    text = f"BEGIN:VCARD\nVERSION:2.1\nFN:Ann A\nNOTE;QUOTED-PRINTABLE:a=\n{line}\nEND:VCARD\n"
    (ann,) = reader.read(text.encode())
    assert isinstance(ann, IncomingPerson)
    assert (ann.notes, len(ann.methods)) == ("a", 1)


def test_names_in_lower_case_end_a_dangling_break_where_the_card_writes_them_so() -> None:
    (ann,) = reader.read(
        b"begin:vcard\nversion:2.1\nn:A;Ann\nnote;quoted-printable:a=\norg:Acme\nend:vcard\n"
    )
    assert isinstance(ann, IncomingPerson)
    assert (ann.organization, ann.notes) == ("Acme", "a")


def test_a_card_is_read_whose_edges_alone_are_not_indented() -> None:
    text = "BEGIN:VCARD\n  VERSION:3.0\n  FN:Ada\n  NOTE:one\n    two\nEND:VCARD\n"
    (ada,) = [one for one in reader.read(text.encode()) if isinstance(one, IncomingPerson)]
    assert (ada.name, ada.notes) == ("Ada", "one two")


def test_a_card_is_read_whose_lines_are_further_indented_than_its_edges() -> None:
    card = "  BEGIN:VCARD\n    VERSION:3.0\n    FN:{}\n    NOTE:one\n      two\n  END:VCARD\n"
    found = [*reader.read((card.format("Ann A") + card.format("Bob B")).encode())]
    assert [one.notes for one in found if isinstance(one, IncomingPerson)] == ["one two"] * 2


def test_what_is_not_seen_behind_an_edge_hides_none() -> None:
    text = "BEGIN:VCARD\u00a0\nFN:Ann A\nEND:VCARD\0BEGIN:VCARD\nFN:Bob B\nEND:VCARD\u00a0\n"
    found = [one for one in reader.read(text.encode()) if isinstance(one, IncomingPerson)]
    assert [one.name for one in found] == ["Ann A", "Bob B"]


def test_a_label_that_android_writes_as_a_type_is_one() -> None:
    custom = "X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,B=C3=B6rse)"
    lines = ("BEGIN:VCARD", "VERSION:2.1", "FN:Uwe", f"TEL;{custom}:+43 664 2222", "END:VCARD", "")
    (one,) = reader.read("\r\n".join(lines).encode(), Circumstances(forms=True))
    assert isinstance(one, IncomingPerson)
    assert one.methods == (IncomingMethod("phone", "+43 664 2222", "Börse"),)
    written = writer.card(one)
    assert "item1.TEL:+43 664 2222\r\nitem1.X-ABLabel:Börse\r\n" in written
    assert "X-CUSTOM" not in written


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Ehefrau", "spouse"),
        ("femme", "spouse"),
        ("жена", "spouse"),
        ("配偶者", "spouse"),
        ("Dcera", "child"),
        ("сын", "child"),
        ("母", "parent"),
        ("αδελφή", "sibling"),
        ("kardeş", "sibling"),
        ("godmother", "other"),
    ],
)
def test_relations_are_called_so_in_other_languages(word: str, kind: str) -> None:
    (one,) = ada("item1.X-ABRELATEDNAMES:Mary", f"item1.X-ABLabel:{word}").relations
    assert (one.tie.kind, one.tie.said.casefold()) == (kind, word.casefold())


@pytest.mark.parametrize(
    "said", ["Gil Hum <gil@x.example>", '"Gil Hum" <gil@x.example>', "gil@x.example (Gil Hum)"]
)
def test_somebody_without_a_name_is_called_as_beside_the_address(said: str) -> None:
    gil = person(card("FN:", f"EMAIL:{said}"))
    assert gil.name == "Gil Hum"


@pytest.mark.parametrize("said", ["mailto:gil%40x.example", "MAILTO:gil@x.example?subject=Tea"])
def test_an_address_that_is_a_link_is_what_it_leads_to(said: str) -> None:
    (mail,) = ada(f"EMAIL:{said}").methods
    assert (mail.kind, mail.value) == ("email", "gil@x.example")
