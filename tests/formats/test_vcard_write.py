"""Cards as other programs want them, and as they were before netlog read them."""

import pytest

from netlog.formats.circumstances import Going, Version
from netlog.formats.vcard import reader, writer
from netlog.records.incoming import OWN, IncomingMethod, IncomingPerson


def lines(version: Version = "4.0", **said: object) -> list[str]:
    """The unfolded lines of Ada's card that stand between VERSION and END."""
    ada = IncomingPerson(1, **{"name": "Ada Lovelace", **said})  # type: ignore[arg-type]
    text = "".join(writer.write([ada], Going("vcf", version)))
    return text.replace("\r\n ", "").split("\r\n")[3:-2]


def test_a_name_alone_makes_a_card() -> None:
    assert lines() == ["FN:Ada Lovelace", "N:Lovelace;Ada;;;"]
    assert lines(name="Ada Lovelace, PhD") == ["FN:Ada Lovelace\\, PhD", "N:Lovelace;Ada;;;PhD"]
    assert lines(name="Ada") == ["FN:Ada", "N:;Ada;;;"]


@pytest.mark.parametrize(
    ("birthday", "version", "line"),
    [
        ("1815-12-10", "4.0", "BDAY:18151210"),
        ("1815-12-10", "3.0", "BDAY;VALUE=date:1815-12-10"),
        ("--12-10", "4.0", "BDAY:--1210"),
        ("--12-10", "3.0", "BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-12-10"),
    ],
)
def test_a_birthday_is_written_as_its_version_asks(
    birthday: str, version: Version, line: str
) -> None:
    assert line in lines(version, birthday=birthday)


@pytest.mark.parametrize(
    ("method", "version", "written"),
    [
        (
            IncomingMethod("email", "a@b.org", "work", True),
            "4.0",
            ["EMAIL;TYPE=work;PREF=1:a@b.org"],
        ),
        (IncomingMethod("email", "a@b.org", "work", True), "3.0", ["EMAIL;TYPE=work,pref:a@b.org"]),
        (
            IncomingMethod("url", "https://a.org/?a=b,c;d", "Blog"),
            "4.0",
            ["item1.URL:https://a.org/?a=b,c;d", "item1.X-ABLabel:Blog"],
        ),
        (
            IncomingMethod("handle", "ada", "skype"),
            "4.0",
            ['IMPP;X-SERVICE-TYPE="skype":skype:ada'],
        ),
        (IncomingMethod("handle", "@ada"), "4.0", ["IMPP:x-netlog:@ada"]),
        (IncomingMethod("address", "1 Main St, London"), "4.0", ["ADR:;;1 Main St\\, London;;;;"]),
    ],
)
def test_a_method_is_written(method: IncomingMethod, version: Version, written: list[str]) -> None:
    assert lines(version, methods=(method,))[2:] == written


def test_an_introduction_is_a_relation() -> None:
    assert lines(introduced_by="Mary")[-1] == "RELATED;TYPE=contact,x-introduced-by;VALUE=text:Mary"
    assert lines("3.0", introduced_by="Mary")[-2:] == [
        "item1.X-ABRELATEDNAMES:Mary",
        "item1.X-ABLabel:Introduced by",
    ]


def test_new_groups_leave_those_of_kept_lines_alone() -> None:
    url = IncomingMethod("url", "https://a.org", "Blog")
    written = lines(kept=("item3.X-ABDATE:1835", "item3.X-ABLabel:Wedding"), methods=(url,))
    assert "item4.X-ABLabel:Blog" in written


def test_an_address_is_written_in_its_parts_while_it_is_unchanged() -> None:
    kept = ("item2.ADR;TYPE=home:;;1 Main St;London;;W1;UK", "item2.X-ABADR:gb")
    home = IncomingMethod("address", "1 Main St, London, W1, UK", "home")
    written = lines(kept=kept, methods=(home,), city="London")
    assert written[2:] == [kept[0], kept[1]]
    moved = home._replace(value="2 Main St")
    assert "ADR;TYPE=home:;;2 Main St;;;;" in lines(kept=kept, methods=(moved,))
    assert not any("1 Main St" in line for line in lines(kept=kept))


def test_an_address_keeps_what_else_is_said_of_it() -> None:
    kept = ("ADR;TYPE=home;GEO=1;PREF=1:;;1 Main St;London;;;",)
    home = IncomingMethod("address", "1 Main St, London", "work")
    written = lines(kept=kept, methods=(home,), city="London")
    assert written[2:] == ["ADR;TYPE=work;GEO=1:;;1 Main St;London;;;"]


def test_a_name_in_parts_is_written_back_unless_the_name_was_changed() -> None:
    n = "N:Lovelace;Ada;King;Lady;"
    assert n in lines(name="Lady Ada King Lovelace", kept=(n,))
    assert lines(name="Ada Byron", kept=(n,)) == ["FN:Ada Byron", "N:Byron;Ada;;;"]


def test_two_names_that_never_agreed_are_both_written_back() -> None:
    data = b"BEGIN:VCARD\nFN:Bob Smith\nN:Smith;Robert;;;\nEND:VCARD\n"
    (bob,) = reader.read(data)
    assert isinstance(bob, IncomingPerson)
    text = "".join(writer.write([bob], Going("vcf", "3.0")))
    assert "N:Smith;Robert;;;\r\n" in text
    assert text.count("FN:Bob Smith") == 1
    assert list(reader.read(text.encode())) == [bob]
    renamed = "".join(writer.write([bob._replace(name="Bob Jones")], Going("vcf")))
    assert "Smith" not in renamed


@pytest.mark.parametrize(
    ("kept", "version", "written"),
    [
        ("X-A;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Z=C3=AB=0Ab", "4.0", "X-A:Zë\\nb"),
        ("LABEL;WORK;PREF:there", "3.0", "LABEL;TYPE=WORK;TYPE=PREF:there"),
        ("PHOTO;JPEG;ENCODING=BASE64: AA AA", "3.0", "PHOTO;ENCODING=b;TYPE=JPEG:AAAA"),
        ("PHOTO;ENCODING=b;TYPE=PNG:AAAA", "4.0", "PHOTO:data:image/png;base64,AAAA"),
        ("PHOTO:data:image/png;base64,AAAA", "3.0", "PHOTO;ENCODING=b;TYPE=PNG:AAAA"),
        ("item1.X-B;C=1:d", "4.0", "item1.X-B;C=1:d"),
        ('X-B;C="e;f:g":d', "4.0", 'X-B;C="e;f:g":d'),
    ],
)
def test_kept_lines_are_written_as_their_version_asks(
    kept: str, version: Version, written: str
) -> None:
    assert lines(version, kept=(kept,))[-1] == written


@pytest.mark.parametrize("kept", ["END:VCARD", "X:a\r\nEND:VCARD", "nonsense", "", "\r\n"])
def test_a_kept_line_never_ends_its_card(kept: str) -> None:
    (found,) = reader.read(
        "".join(writer.write([IncomingPerson(1, "Ada", kept=(kept,))], Going("vcf"))).encode()
    )
    assert isinstance(found, IncomingPerson)


def test_zeros_are_left_out_lest_the_file_look_like_utf_16() -> None:
    assert lines(kept=("X-A:" + "b\0" * 40,))[-1] == "X-A:" + "b" * 40


def test_every_word_of_a_person_is_in_the_table() -> None:
    ours = (mapped.ours.partition(":")[0] for mapped in reader.MAPPING if mapped.theirs)
    told = {name for each in ours for name in each.split(", ") if name}
    names = {"nicknames", "former_names", "merged_names", "phonetic_first", "phonetic_last"}
    said = set(IncomingPerson._fields) - {
        "row",
        "names",
        "touched_on",
        "cadence",
        "revised_at",
        "grouped",
        "guessed",
        *OWN,
    }
    # A card of a company comes in as one: what it is, beside every word of a person.
    assert told == said | names | {"organizations", "kept_cards"}
