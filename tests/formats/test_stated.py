"""Which half of a name is the family's, where a file states it."""

import pytest

from netlog.formats import ldif
from netlog.formats.csv import reader as csv
from netlog.formats.vcard import stated
from netlog.formats.vcard.values import content_line
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
        ("Amartya Sen", "Sen", "Amartya"),
        ("Jack Ma", "Ma", "Jack"),
    ],
)
def test_halves_are_guessed_where_nobody_states_them(name: str, family: str, given: str) -> None:
    assert stated.halves(name, ()) == (family, given)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        *(
            (f"Hugo Brandt{between}{suffix}", f"Brandt;Hugo;;;{suffix}")
            for between in (" ", ", ")
            for suffix in (
                *("Jr.", "III", "jun.", "sen.", "PhD", "Ph. D.", "M.Sc.", "Dipl.-Ing.", "LL.M."),
                *("CPA", "OBE", "RN", "CSc.", "ml.", "S.A.", "GmbH", "M.A.", "(plumber)"),
            )
        ),
        ("Dr. Ada King, PhD, MBA", "King;Ada;;Dr.;PhD\\, MBA"),
        ("Prof. Dr. h.c. Ada King", "King;Ada;;Prof. Dr. h.c.;"),
        ("Dipl.-Ing. Ada King (FH)", "King;Ada;;Dipl.-Ing.;(FH)"),
        ("Bob Jr.", ";Bob;;;Jr."),
        ("Dr. Bob", "Bob;;;Dr.;"),
        ("Sir Elton", ";Elton;;Sir;"),
        ("Dr.", ";Dr.;;;"),
        ("Rowling J K", "K;Rowling J;;;"),
    ],
)
def test_titles_and_suffixes_are_nobodys_halves(name: str, parts: str) -> None:
    assert stated.guessed(name).line() == f"N:{parts}"


@pytest.mark.parametrize(
    ("said", "was", "name", "parts"),
    [
        ("Ibsen;Tore;;;Jr.", "Tore Ibsen Jr.", "Tore Ibsen Sr.", "Ibsen;Tore;;;Sr."),
        ("Ibsen;Tore;;;Jr.", "Tore Ibsen Jr.", "Tore Ibsen", "Ibsen;Tore;;;"),
        ("Ibsen;Tore;;;Jr.", None, "Tore Ibsen Sr.", "Ibsen;Tore;;;Sr."),
        ("Hale;Zoe;;Dr.;", "Dr. Zoe Hale", "Prof. Zoe Hale", "Hale;Zoe;;Prof.;"),
        ("Blum;Bea;;Frau;", "Bea Blum", "Bea Braun", "Braun;Bea;;Frau;"),
        ("Lo;Kim;Jay;;", "Kim Lo", "Kim Max Lo", "Lo;Kim;Max;;"),
        ("Lo;Kim;Jay;;", "Kim Jay Lo", "Kim Lo", "Lo;Kim;;;"),
        ("Lo;Kim;Jay;;", "Kim Lo", "Kim Lo", "Lo;Kim;Jay;;"),
        ("García López;Ana;;;", "Ana García López", "Eva García López", "García López;Eva;;;"),
        ("García López;Ana;;;", None, "Ana Ruiz Soler", "Ruiz Soler;Ana;;;"),
        ("Kiss;Anna Mária;;;PhD", None, "Anna Mária Nagy", "Nagy;Anna Mária;;;"),
        ("山田;太郎;;;", "山田 太郎", "山田 花子", "山田;花子;;;"),
        ("Lo;Kim;;;", "Kim Lo", "Eva Gold", None),
    ],
)
def test_what_is_stated_of_a_name_that_was_never_gainsays_the_new_one(
    said: str, was: str | None, name: str, parts: str | None
) -> None:
    line = content_line(f"N:{said}")
    assert line
    found = stated.refitted(name, was, stated.of_line(line))
    assert (found and found.line()) == (parts and f"N:{parts}")


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
    ("given", "family", "kept"),
    [
        ("Ivo", "Kast, MBA", ()),
        ("Lea", "Orth PhD", ()),
        ("Dr. Ivo", "van Kast PhD", ("N:van Kast;Ivo;;Dr.;PhD",)),
    ],
)
def test_a_suffix_in_the_column_of_the_family_is_no_part_of_it(
    given: str, family: str, kept: tuple[str, ...]
) -> None:
    assert stated.kept(f"{given} {family}", given, None, family) == kept


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
