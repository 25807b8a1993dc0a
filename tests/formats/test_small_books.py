"""abook, mutt and LDIF: small books of other programs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.formats import abook, ldif, mutt
from netlog.formats.csv import reader as csv
from netlog.formats.vcard import reader as vcard
from netlog.records.contacts import NewDate
from netlog.records.incoming import Declined, IncomingMethod, IncomingOrganization, IncomingPerson

EMAIL = IncomingMethod("email", "ada@x.org")


def test_abook_is_read() -> None:
    text = (
        "# abook addressbook file\n\n[format]\nprogram=abook\nversion=0.6.1\n\n\n"
        "[0]\nname=Ada Lovelace\nemail=ada@x.org,a2@x.org\nphone=555-0143\nmobile=555-0144\n"
        "nick=Ada\naddress=1 High St\ncity=London\ngroups=a,b\nnotes=likes engines\ncustom1=x\n\n"
        "[1]\nphone=1\n"
    )
    ada, nobody = abook.read(text.encode())
    assert isinstance(nobody, Declined)
    assert ada == IncomingPerson(
        1,
        "Ada Lovelace",
        nickname="Ada",
        city="London",
        tags=("a", "b"),
        methods=(
            EMAIL,
            IncomingMethod("email", "a2@x.org"),
            IncomingMethod("phone", "555-0143", "home"),
            IncomingMethod("phone", "555-0144", "mobile"),
            IncomingMethod("address", "1 High St, London"),
        ),
        notes="likes engines",
        fields=(("custom1", "x"),),
    )


@pytest.mark.parametrize(
    ("line", "name", "nickname", "tags", "notes"),
    [
        ("alias ada Ada Lovelace <ada@x.org>", "Ada Lovelace", "ada", (), None),
        ('alias ada "Lovelace, Ada" <ada@x.org>', "Ada Lovelace", "ada", (), None),
        ("alias ada ada@x.org (Ada Lovelace)", "Ada Lovelace", "ada", (), None),
        ("alias ada ada@x.org", "ada@x.org", "ada", (), None),
        ("alias -group a -group b ada Ada <ada@x.org>", "Ada", "ada", ("a", "b"), None),
        ("alias ada Ada <ada@x.org> # by Babbage", "Ada", "ada", (), "by Babbage"),
        ("alias ada Ada \\\n <ada@x.org>", "Ada", "ada", (), None),
    ],
)
def test_an_alias_is_a_person(
    line: str, name: str, nickname: str, tags: tuple[str, ...], notes: str | None
) -> None:
    (ada,) = mutt.read(f"# mine\n{line}\n".encode())
    assert ada == IncomingPerson(
        2, name, nickname=nickname, tags=tags, methods=(EMAIL,), notes=notes
    )


def test_an_alias_for_several_is_a_tag_of_each() -> None:
    ada, bob, setting = mutt.read(b"alias team ada@x.org, Bob <bob@x.org>\nset editor=vi\n")
    assert [each.tags for each in (ada, bob)] == [("team",), ("team",)]
    assert not setting.rejected


def test_an_alias_within_another_has_its_key_as_a_tag() -> None:
    lines = "alias all team, Eve\nalias team Jo, bob@x.org\nalias jo Jo Smith <jo@x.org>\n"
    unknown, bob, jo = mutt.read(lines.encode())
    assert unknown == Declined(
        1, "no alias of the file is Eve", rejected=False, source="alias all team, Eve"
    )
    assert (bob.name, set(bob.tags), bob.nickname) == ("bob@x.org", {"all", "team"}, None)
    assert (jo.name, jo.tags, jo.nickname) == ("Jo Smith", ("team", "all"), "jo")


def test_aliases_that_name_each_other_end() -> None:
    a, b = mutt.read(b"alias a b, a@x.org\nalias b a, b@x.org\n")
    assert (set(a.tags), set(b.tags)) == ({"a", "b"}, {"a", "b"})


LDIF = """version: 1

dn: cn=Ada Lovelace,mail=ada@x.org
objectclass: person
cn:: QWTDoSBMb3ZlbGFjZQ==
mail: ada@x.org
telephoneNumber: 555-0143
mozillaHomeStreet: 1 High St
mozillaHomeLocalityName: London
o: Engines
title: Countess
birthyear: 1815
birthmonth: 12
birthday: 10
description: likes
  engines
mozillaCustom1: x

dn: cn=Fleet
objectclass: groupOfNames
cn: Fleet
member: cn=Ada Lovelace,mail=ada@x.org
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ldif_is_read(end: str) -> None:
    ada, group = ldif.read(LDIF.replace("\n", end).encode())
    assert ada == IncomingPerson(
        1,
        "Adá Lovelace",
        organization="Engines",
        title="Countess",
        city="London",
        birthday="1815-12-10",
        tags=("Fleet",),
        methods=(
            EMAIL,
            IncomingMethod("phone", "555-0143", "work"),
            IncomingMethod("address", "1 High St, London", "home"),
        ),
        notes="likes engines",
        fields=(("custom1", "x"),),
    )
    assert not group.rejected


@pytest.mark.parametrize("kind", ["organization", "person"])
def test_a_record_of_ldif_that_names_a_company_alone_is_one(kind: str) -> None:
    text = f"objectClass: {kind}\no: Globex\nmail: hi@globex.org\npostOfficeBox: 7\n"
    (globex,) = ldif.read(text.encode())
    assert globex == IncomingOrganization(
        1, "Globex", methods=(IncomingMethod("email", "hi@globex.org"),), notes="postofficebox: 7"
    )
    (ann,) = ldif.read(f"{text}sn: Bee\n".encode())
    assert (ann.name, ann.organization) == ("Bee", "Globex")


def test_a_long_record_of_ldif_is_read_to_its_end_or_told() -> None:
    picture = "dn: cn=Ann\ncn: Ann\njpegPhoto:: " + "QUFB\n " * 400_000 + "QUFB\nmail: ann@x.org\n"
    novel = "dn: cn=Bo\ncn: Bo\ndescription: " + "a" * 1_000_001 + "\n"
    ann, bo = ldif.read(f"{picture}\n{novel}".encode())
    assert isinstance(ann, IncomingPerson)
    assert ann.methods == (IncomingMethod("email", "ann@x.org"),)
    assert bo == Declined(2, "a value of it is longer than 1 MB")


@pytest.mark.parametrize("read", [abook.read, mutt.read, ldif.read])
@given(data=st.binary(max_size=300))
@settings(deadline=None)
def test_no_bytes_break_them(read, data: bytes) -> None:
    list(read(data))
    for head in (b"[0]\nname=", b"alias a ", b"dn: x\ncn:"):
        list(read(head + data))


GUESSED = ("birthday", "05/06/1990", "1990-05-06")
UNREAD = ("anniversary", "some day", None)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (
            abook.read,
            "[format]\nprogram=abook\n[0]\nname=Ada\nanniversary=2010-05-01\nbirthday=05/06/1990\n"
            "[1]\nname=Bo\nanniversary=some day\n",
        ),
        (
            ldif.read,
            "dn: cn=Ada\ncn: Ada\nbirthDate: 05/06/1990\nanniversary: 2010-05-01\n\n"
            "dn: cn=Bo\ncn: Bo\nanniversary: some day\n",
        ),
        (
            vcard.read,
            "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nBDAY:05/06/1990\nANNIVERSARY:2010-05-01\nEND:VCARD\n"
            "BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nANNIVERSARY:some day\nEND:VCARD\n",
        ),
        (
            csv.read,
            "Name,Birthday,Anniversary\nAda,05/06/1990,2010-05-01\nBo,,some day\n",
        ),
    ],
    ids=["abook", "ldif", "vcard", "csv"],
)
def test_days_are_read_and_doubts_told_alike(read, text: str) -> None:
    ada, bo = read(text.encode())
    assert (ada.birthday, ada.dates) == ("1990-05-06", (NewDate("anniversary", "2010-05-01"),))
    assert (ada.guessed, bo.guessed) == ((GUESSED,), (UNREAD,))
    assert (dict(ada.fields), dict(bo.fields)) == ({}, {"anniversary": "some day"})
    told = "25/12/1980"
    sure, *_ = read(text.replace("some day", told).encode())
    assert (sure.birthday, sure.guessed) == ("1990-06-05", ())


def test_who_belongs_to_whom_in_a_directory() -> None:
    text = (
        "dn: cn=Ana Paz,ou=x\ncn: Ana Paz\nmanager: cn=Boss\\, Bob,ou=people\n"
        "secretary: cn=Sue Lee,ou=x\nspouseName: Tom Paz\n"
    )
    (ana,) = ldif.read(text.encode())
    assert isinstance(ana, IncomingPerson)
    assert [(one.tie.kind, one.who) for one in ana.relations] == [
        ("manager", "Bob Boss"),
        ("assistant", "Sue Lee"),
        ("spouse", "Tom Paz"),
    ]
    assert ana.fields == ()
