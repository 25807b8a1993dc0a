"""Which half of a name is the family's, where a file states it."""

import pytest

from netlog.formats import ldif
from netlog.formats.csv import reader as csv
from netlog.formats.vcard import stated
from netlog.records.incoming import IncomingPerson


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Ana López", "López", "Ana"),
        ("Ana Maria López", "López", "Ana Maria"),
        ("山田 太郎", "山田", "太郎"),
        ("김 철수", "김", "철수"),
        ("山田太郎", "", "山田太郎"),
        ("Cher", "", "Cher"),
        ("Lee, Max", "", "Lee Max"),
        ("Max Lee, Jr.", "Lee", "Max"),
    ],
)
def test_halves_are_guessed_where_nobody_states_them(name: str, family: str, given: str) -> None:
    assert stated.halves(name, ()) == (family, given)


@pytest.mark.parametrize(
    ("given", "more", "family", "kept"),
    [
        ("Ana", None, "López", ()),
        ("Ana", "Maria", "López", ("N:López;Ana;Maria;;",)),
        ("太郎", None, "山田", ()),
        ("Ana", None, "García López", ("N:García López;Ana;;;",)),
        ("Jan", "P.", "van der Berg", ("N:van der Berg;Jan;P.;;",)),
        ("Ana", None, None, ()),
    ],
)
def test_what_a_file_states_is_kept_where_it_is_no_guess(
    given: str, more: str | None, family: str | None, kept: tuple[str, ...]
) -> None:
    name = stated.spoken(given, more, family)
    lines = stated.kept(name, given, more, family)
    assert lines == kept
    first = " ".join(filter(None, (given, more)))
    assert stated.halves(name, lines) == (family or "", first)
    assert stated.halves("Somebody Else", lines) == ("Else", "Somebody")


@pytest.mark.parametrize(
    "text",
    [
        "#Apellidos,Nombre\nGarcía López,Ana\n",
        "First Name,Last Name,Email\nAna,García López,a@x.example\n",
        "Name,Given Name,Family Name\nAna García López,Ana,García López\n",
        "Prénom,Nom\nAna,García López\n",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ana,García López,https://www.linkedin.com/in/ana,,,,01 Jan 2020\n",
    ],
)
def test_every_csv_that_states_halves_is_believed(text: str) -> None:
    (one,) = csv.read(text.encode())
    assert isinstance(one, IncomingPerson)
    assert (one.name, one.kept) == ("Ana García López", ("N:García López;Ana;;;",))


def test_so_is_a_directory() -> None:
    (one,) = ldif.read(
        b"dn: cn=a\ncn: Ana Paz Ruiz\ngivenName: Ana\nsn: Paz Ruiz\nmail: a@x.example\n"
    )
    assert isinstance(one, IncomingPerson)
    assert one.kept == ("N:Paz Ruiz;Ana;;;",)
