"""Which format some bytes hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.recognize import recognized

KNOWN = [
    ("vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\n"),
    ("vcf", "\n\nitem1.begin : vcard\r"),
    ("ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"),
    ("linkedin", 'Notes:\n"x"\n\nFirst Name,Last Name,URL,Connected On\n'),
    ("linkedin messages", "CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,SUBJECT\n"),
    ("linkedin invitations", "From,To,Sent At,Message,Direction\n"),
    ("google", "Name,Given Name,Family Name,Yomi Name,Group Membership\n"),
    ("google", "First Name,Last Name,File As,Labels,E-mail 1 - Label,E-mail 1 - Value\n"),
    ("outlook", "First Name,Last Name,Company,Business Street,E-mail Address\n"),
    ("outlook", "Vorname;Nachname;Firma;E-Mail-Adresse\n"),
    ("thunderbird", "First Name,Last Name,Display Name,Primary Email,Screen Name\n"),
    ("csv", "Full name;Mail\n"),
    ("friends", "### Activities:\n- 2024-01-01: x\n\n### Friends:\n- Ada\n"),
    (
        "abook",
        "# abook addressbook file\n\n[format]\nprogram=abook\nversion=0.6.1\n\n[0]\nname=Ada\n",
    ),
    ("ldif", "version: 1\n\ndn: cn=Ada,mail=ada@x.org\nobjectclass: person\ncn: Ada\n"),
    ("ldif", "dn:: Y249QWRh\ncn: Ada\n"),
    ("mutt", "# aliases\nalias -group navy ada Ada Lovelace <ada@x.org>\n"),
    ("monica", '{"version":"1.0","app_version":"4.0.0","account":{"data":[]}}'),
    ("json", '{\n "netlog": 1,\n "contacts": []\n}'),
    ("json", '[{"name": "Ada"}]'),
    ("jsonl", '{"kind": "contact"}\n{"kind": "meeting"}\n'),
]


@pytest.mark.parametrize(("expected", "text"), KNOWN)
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_each_format_is_known_by_its_content(expected: str, text: str, charset: str) -> None:
    assert recognized(text.encode(charset)) == expected


def test_a_zip_is_known_by_its_first_bytes() -> None:
    assert recognized(b"PK\x03\x04\x14\x00") == "zip"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"once upon a time", b"\x89PNG\r\n", b"a,b\n1,2\n"])
def test_other_bytes_are_no_format(data: bytes) -> None:
    assert recognized(data) is None


def test_a_card_quoted_in_a_table_is_a_table() -> None:
    assert recognized(b'Name,Notes\nAda,"\nBEGIN:VCARD\n"\n') == "csv"


def test_a_bomb_of_brackets_is_only_looked_at() -> None:
    assert recognized(b'{"a":' + b"[" * 1_000_000) == "json"


@given(st.binary(max_size=300))
def test_no_bytes_crash_it(data: bytes) -> None:
    recognized(data)


@given(st.sampled_from(KNOWN), st.integers(0, 100), st.binary(max_size=4))
def test_no_mutation_crashes_it(known: tuple[str, str], at: int, put: bytes) -> None:
    data = known[1].encode()
    recognized(data[:at] + put + data[at:])
