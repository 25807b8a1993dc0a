"""A folder of cards in and out: what nobody changed comes back octet for octet, groups as well."""

from pathlib import Path

import pytest

REV = "REV:20200101T000000Z"
ANN = ("VERSION:4.0", "UID:urn:uuid:aaaa-1", "FN:Ann Lee", REV)
BOB = ("VERSION:4.0", "UID:bob", "FN:Bob Ray", "EMAIL:bob@x.org", REV)
MEMBERS = ("MEMBER:urn:uuid:aaaa-1", "MEMBER:mailto:bob@x.org", "MEMBER:urn:uuid:zzz")
GROUP = ("VERSION:4.0", "UID:g-1", "KIND:group", "FN:My Friends", *MEMBERS, REV)
APPLES = (
    *("VERSION:3.0", "N:Navy;;;;", "FN:Navy", "X-ADDRESSBOOKSERVER-KIND:group"),
    *("X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:AAAA-1", "UID:g-2"),
)
PLACE = ("VERSION:4.0", "UID:p-1", "KIND:location", "FN:Room 4")
FILES = {
    "ann.vcf": (ANN,),
    "bob.vcf": (BOB,),
    "g.vcf": (GROUP,),
    "g2.vcf": (APPLES,),
    "below/place.vcf": (PLACE,),
    "several.vcf": (
        ("VERSION:3.0", "FN:Cy One", "N:One;Cy;;;"),
        ("VERSION:3.0", "NOTE:nobody at all"),
        ("VERSION:4.0", "KIND:org", "FN:Acme", "ORG:Acme"),
        ("VERSION:3.0", "UID:di", "FN:Di Two", "N:Two;Di;;;"),
    ),
}


def text(cards, end: str = "\r\n") -> bytes:
    lines = (line for one in cards for line in ("BEGIN:VCARD", *one, "END:VCARD"))
    return "".join(f"{line}{end}" for line in lines).encode()


@pytest.fixture
def folder(netlog, tmp_path) -> Path:
    """An address book of files, which is in the book."""
    for name, cards in FILES.items():
        path = tmp_path / "cards" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text(cards, "\n" if name == "g2.vcf" else "\r\n"))
    assert netlog("import", str(tmp_path / "cards")).status == 1  # of one card that names nobody
    return tmp_path / "cards"


def files(folder: Path) -> dict[str, bytes]:
    there = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in there}


@pytest.fixture
def out(netlog, tmp_path):
    """What the book is as a folder of cards."""

    def export(*argv: str) -> dict[str, bytes]:
        name = f"out{len(list(tmp_path.iterdir()))}"
        assert netlog("export", "--format", "vcf", "-o", f"{tmp_path / name}/", *argv).status == 0
        return files(tmp_path / name)

    return export


def test_a_folder_comes_back_octet_for_octet(netlog, folder, out) -> None:
    before = files(folder)
    assert out() == before
    assert netlog("export", "--format", "vcf", "-o", f"{folder}/").status == 0
    assert files(folder) == before
    again = netlog("import", str(folder), "--json").json[0]
    assert (again["new"], again["updated"]) == ([], [])


def test_members_have_the_group_as_a_tag(netlog, folder) -> None:
    people = {one["name"]: one["tags"] for one in netlog("list", "--json").json}
    assert people["Ann Lee"] == ["my friends", "navy"]
    assert people["Bob Ray"] == ["my friends"]


def test_who_is_no_longer_of_a_group_is_no_member(netlog, folder, out) -> None:
    netlog("untag", "ann", "my friends")
    netlog("tag", "bob", "chess")
    now = out()
    changed = {name for name, octets in files(folder).items() if now[name] != octets}
    assert changed == {"g.vcf", "bob.vcf"}
    assert b"aaaa-1" not in now["g.vcf"]
    assert b"mailto:bob@x.org" in now["g.vcf"]
    assert b"CATEGORIES:chess\r\n" in now["bob.vcf"]


def test_who_is_removed_is_a_member_of_nothing(netlog, folder, out) -> None:
    netlog("remove", "ann", "--yes")
    now = out()
    assert b"aaaa-1" not in now["g.vcf"]
    assert b"AAAA-1" not in now["g2.vcf"]
    assert b"mailto:bob@x.org" in now["g.vcf"]
    assert b"urn:uuid:zzz" in now["g.vcf"]
    assert REV.encode() not in now["g.vcf"]
    assert b"\r\nREV:" in now["g.vcf"]
    netlog("undo")
    assert out() == files(folder)


def test_a_mailbox_of_two_stays_a_member_with_one_of_them(netlog, folder, out) -> None:
    netlog("add", "Bea Ray", "--email", "bob@x.org", "--tag", "my friends", "--force")
    netlog("remove", "c2", "--yes")
    assert b"mailto:bob@x.org" in out()["g.vcf"]


def test_groups_go_along_with_whom_they_are_of(netlog, folder, out) -> None:
    netlog("tag", "bob", "chess")
    assert sorted(out("--tag", "chess")) == ["bob.vcf", "g.vcf"]
    assert "KIND:group" in netlog("export", "--format", "vcf", "--tag", "chess").out


def test_groups_are_written_in_the_other_version(folder, out) -> None:
    old = out("--vcard-version", "3.0")["g.vcf"].decode()
    assert "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:aaaa-1" in old
    assert "X-ADDRESSBOOKSERVER-KIND:group" in old
    assert "N:My Friends;;;;" in old
    new = out("--vcard-version", "4.0")["g2.vcf"].decode()
    assert "\nMEMBER:urn:uuid:AAAA-1\n" in new
    assert "\nKIND:group\n" in new


def test_a_file_of_several_cards_keeps_who_is_archived(netlog, folder, out) -> None:
    netlog("archive", "di")
    assert out() == files(folder)
    netlog("remove", "di", "--yes")
    now = out()
    assert b"Di Two" not in now["several.vcf"]
    assert b"Cy One" in now["several.vcf"]
    assert sorted(now) == sorted(FILES)


@pytest.mark.parametrize("end", [b"", b"\r\n\r\n"])
def test_what_stands_between_cards_comes_back(netlog, tmp_path, out, end: bytes) -> None:
    (tmp_path / "cards").mkdir()
    one, two = text([ANN]), text([BOB])
    whole = one + b"\r\n" + two.removesuffix(b"\r\n") + end
    (tmp_path / "cards" / "a.vcf").write_bytes(whole)
    netlog("import", str(tmp_path / "cards"))
    assert out() == {"a.vcf": whole}
    netlog("edit", "bob", "--city", "Oslo")
    assert out()["a.vcf"].startswith(one)
    assert b"Oslo" in out()["a.vcf"]


def test_a_group_that_changed_is_followed_when_asked(netlog, folder, out) -> None:
    (folder / "g.vcf").write_bytes(text([(*GROUP[:4], *MEMBERS[1:])]))
    netlog("import", str(folder))
    assert out()["g.vcf"] == text([GROUP])
    netlog("import", str(folder), "--update", "overwrite")
    assert out()["g.vcf"] == files(folder)["g.vcf"]
    netlog("undo")
    assert out()["g.vcf"] == text([GROUP])


def test_a_company_that_changed_is_followed_when_asked(netlog, tmp_path, out) -> None:
    card = ("VERSION:3.0", "UID:o", "FN:Acme", "ORG:Acme", "X-ABShowAs:COMPANY")
    (tmp_path / "cards").mkdir()
    path = tmp_path / "cards" / "o.vcf"
    for more in (("X-FOO:1", REV), ("X-FOO:2", "REV:2021-01-01T00:00:00Z")):
        path.write_bytes(text([(*card, *more)]))
        netlog("import", str(path.parent), "--update", "overwrite")
        assert out() == files(path.parent)


def test_cards_of_nobody_travel_with_the_book(netlog, folder, out, tmp_path) -> None:
    path = str(tmp_path / "book.json")
    netlog("export", "-o", path)
    other = str(tmp_path / "other.db")
    assert netlog("import", path, "--db", other).status == 0
    assert netlog("export", "--db", other, "--format", "json").out == Path(path).read_text()
    assert out("--db", other) == files(folder)


@pytest.mark.of_file("forget is")
def test_nobody_who_is_forgotten_stays_a_member(netlog, folder, db) -> None:
    netlog("forget", "ann", "--yes")
    assert b"aaaa-1" not in db.read_bytes().lower()


SAYING_LITTLE = (
    ("ADR:;;;;;;",),
    ("ADR;TYPE=HOME:;;;;;;", "ADR:;;1 High St;Leeds;;;"),
    ("ADR:;;;Leeds;;;", "ADR:;;;York;;;"),
    ("ADR:;;1 High St;Leeds;;;", "ADR;TYPE=pref:;;2 Low St;York;;;", "ADR:;;;Hull;;;"),
    ("BDAY:", "X-NETLOG-BIRTHDAY:", "X-NETLOG-CADENCE:", "X-MAIDENNAME:"),
    ("X-PHONETIC-FIRST-NAME:", "X-PHONETIC-LAST-NAME:"),
    ("ANNIVERSARY:20100601", "X-ANNIVERSARY:2010-06-01"),
    ("ANNIVERSARY:20100601", "i1.X-ABDATE:2010-06-01", "i1.X-ABLabel:_$!<Anniversary>!$_"),
    ("EMAIL:Ada Byron <ada@x.example>", "EMAIL:ada@y.example (Ada)"),
    ("EMAIL;TYPE=pref:<ada@z.example>",),
    ("RELATED;TYPE=friend:urn:uuid:104608AD-3E93-4F4B-8C2E-0C0D6A2E1F0B",),
)


def test_what_says_nothing_or_says_it_twice_stays_on_an_untouched_card(netlog, tmp_path, out):
    folder = tmp_path / "cards"
    folder.mkdir()
    uid = "UID:104608ad-3e93-4f4b-8c2e-0c0d6a2e1f0b"
    (folder / "of.vcf").write_bytes(text([("VERSION:4.0", uid, "FN:Of Whom", REV)]))
    for number, lines in enumerate(SAYING_LITTLE * 2):
        one = f"One{number} Co"
        is_company = number >= len(SAYING_LITTLE)
        of = ("KIND:org", f"FN:{one}", f"ORG:{one}") if is_company else (f"FN:{one}",)
        card = (f"VERSION:{3 + number % 2}.0", f"UID:u{number}", *of, *lines, REV)
        (folder / f"{number}.vcf").write_bytes(text([card]))
    assert netlog("import", str(folder)).status == 0
    assert out() == files(folder)


def test_what_of_a_folder_is_no_card_is_told(netlog, tmp_path) -> None:
    card = text([("VERSION:4.0", "FN:Ann Lee")])
    for name in ("a.vcf", "b.txt", "c", "color", ".d"):
        (tmp_path / name).write_bytes(card)
    run = netlog("import", str(tmp_path), "--json")
    assert len(run.json[0]["new"]) == 1
    assert "2 left out that are no files ending in .vcf: b.txt and c." in run.err
