"""`netlog export`: every format, what is chosen, and how safely it is written."""

import csv
import io
import json
import os
import stat
from pathlib import Path

import pytest
from tests.conftest import Netlog

from netlog import formats
from netlog.records.incoming import IncomingPerson

FORMATS = ("json", "jsonl", "vcf", "csv", "ics", "md", "friends")


@pytest.fixture
def book(netlog: Netlog, seeded) -> Netlog:
    """Three people, one archived, with a coffee and what comes of it."""

    def fill() -> None:
        netlog(
            *("add", "Grace Hopper", "--org", "US Navy", "--email", "work=grace@navy.mil"),
            *("--birthday", "1906-12-09", "--note", "=Compilers", "--circle", "peer"),
            *("--tag", "navy", "--phone", "+1 703 555 0101", "--met", "the reunion"),
        )
        netlog("add", "Ada Lovelace", "--via", "grace", "--birthday", "--12-10", "--every", "2w")
        netlog("add", "Żółć Øre", "--tag", "old")
        netlog("archive", "c3")
        netlog("edit", "grace", "--set", "shoe size=+7", "--title", "@Admiral")
        netlog("log", "grace", "ada", "--kind", "coffee", "-m", "Looms", "--owe", "slides")

    seeded(fill)
    return netlog


def people(reading) -> list[IncomingPerson]:
    return [one for one in reading if isinstance(one, IncomingPerson)]


def read_vcf(text: str) -> list[IncomingPerson]:
    return people(formats.reader("vcf").read(text.encode()))


# Formats


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_hold_what_the_book_does(book: Netlog, version: str) -> None:
    out = book("export", "--format", "vcf", "--vcard-version", version).out
    assert f"VERSION:{version}\r\n" in out
    grace, ada = read_vcf(out)
    shown = book("show", "grace", "--json").json
    assert grace.uid == shown["uid"]
    assert (grace.name, grace.organization, grace.title) == ("Grace Hopper", "US Navy", "@Admiral")
    assert (grace.birthday, grace.notes) == ("1906-12-09", "=Compilers")
    assert [(one.kind, one.label, one.value) for one in grace.methods] == [
        ("email", "work", "grace@navy.mil"),
        ("phone", None, "+1 703 555 0101"),
    ]
    assert (grace.circles, grace.tags, grace.how_met) == (("peer",), ("navy",), "the reunion")
    assert grace.fields == (("shoe size", "+7"),)
    assert (ada.birthday, ada.cadence_days) == ("--12-10", 14)
    assert ada.introduced_by == (grace.uid if version == "4.0" else "Grace Hopper")


def test_csv_is_for_spreadsheets_and_comes_back(book: Netlog) -> None:
    out = book("export", "--format", "csv").out
    assert out.startswith("\ufeffName,")
    cells = {cell for row in csv.reader(io.StringIO(out)) for cell in row}
    assert {"'=Compilers", "'@Admiral", "'+7", "'+1 703 555 0101"} <= cells
    grace, ada = people(formats.reader("csv").read(out.encode()))
    assert (grace.title, grace.notes) == ("@Admiral", "=Compilers")
    assert grace.fields == (("shoe size", "+7"),)
    assert ada.introduced_by == "Grace Hopper"


def test_a_calendar_shows_what_is_due_and_birthdays(book: Netlog) -> None:
    out = book("export", "--format", "ics").out
    assert "SUMMARY:Birthday of Grace Hopper\r\n" in out
    assert "RRULE:FREQ=YEARLY" in out
    assert "you promised on 23 Nov: slides" in out


def test_a_calendar_moves_its_entries_and_doubles_none(book: Netlog, monkeypatch) -> None:
    def uids() -> set[str]:
        out = book("export", "--format", "ics").out
        found = [line for line in out.splitlines() if line.startswith("UID:")]
        assert len(found) == len(set(found))
        return set(found)

    before = uids()
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-27")
    assert uids() == before


def test_friends_md_comes_back(book: Netlog) -> None:
    out = book("export", "--format", "friends").out
    read = list(formats.reader("friends").read(out.encode()))
    assert [one.name for one in people(read)] == ["Ada Lovelace", "Grace Hopper"]
    assert "Coffee with **Grace Hopper** and **Ada Lovelace**: Looms" in out


@pytest.mark.parametrize(("end", "version"), [("/", "4.0"), ("", "3.0")])
def test_a_folder_holds_a_card_of_each_unless_it_is_to_hold_pages(
    book: Netlog, tmp_path: Path, end: str, version: str
) -> None:
    folder = tmp_path / "cards"
    folder.mkdir()
    asked = ("--vcard-version", version) if version == "3.0" else ()
    assert book("export", "-o", f"{folder}{end}", *asked, "--json").json["format"] == "vcf"
    cards = [one.read_text() for one in folder.iterdir() if one.suffix == ".vcf"]
    assert len(cards) == 2
    assert all(f"VERSION:{version}" in one and one.count("BEGIN:VCARD") == 1 for one in cards)


@pytest.mark.parametrize(("name", "begins"), [("a.markdown", "# People"), ("a.VCARD", "BEGIN:")])
def test_the_name_of_the_file_says_the_format(book, tmp_path, name: str, begins: str) -> None:
    assert book("export", "-o", str(tmp_path / name)).status == 0
    assert (tmp_path / name).read_text().startswith(begins)


def test_markdown_is_one_text_or_a_page_each(book: Netlog, tmp_path: Path) -> None:
    assert book("export", "--format", "md").out.startswith("# People\n")
    folder = tmp_path / "pages"
    assert book("export", "--format", "md", "-o", f"{folder}/").status == 0
    assert sorted(os.listdir(folder)) == ["ada-lovelace-c2.md", "grace-hopper-c1.md"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    page = folder / "grace-hopper-c1.md"
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert book("export", "--format", "md", "-o", str(folder)).status == 0
    page.write_text("mine")
    assert book("export", "--format", "md", "-o", str(folder)).status == 5
    assert page.read_text() == "mine"
    assert book("export", "--format", "md", "-o", str(folder), "--force").status == 0
    assert page.read_text() != "mine"


def test_json_has_the_keys_of_every_other_json(book: Netlog) -> None:
    whole = json.loads(book("export").out)
    listed = book("list", "--archived", "--json").json
    assert next(iter(whole)) == "netlog"
    assert len(whole["contacts"]) == len(listed) == 3
    for contact in whole["contacts"]:
        (same,) = [one for one in listed if one["id"] == contact["id"]]
        assert [*contact][: len(same)] == [*same]
    shown = book("show", "grace", "--json").json
    for name in ("meetings", "favors", "thanks"):
        # Of which lead it is, which goals it serves, and what was told of it before, have sections
        # of their own.
        own = {"lead", "goals", "told_before"}
        assert set(shown[name][0]) - own <= set(whole[name][0])
    assert {"lead_favors", "goal_links", "favor_told"} <= set(whole)


def test_json_lines_are_a_record_each(book: Netlog) -> None:
    records = [json.loads(line) for line in book("export", "--format", "jsonl").out.splitlines()]
    assert [one["type"] for one in records] == [
        *("netlog", "contact", "contact", "contact", "meeting", "favor", "thanks", "thanks"),
    ]


# Who


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ((), ["Grace Hopper", "Ada Lovelace"]),
        (("--tag", "navy"), ["Grace Hopper"]),
        (("--via", "grace"), ["Ada Lovelace"]),
        (("--archived", "--tag", "old"), ["Żółć Øre"]),
        (("--org", "nobody"), []),
    ],
)
def test_filters_choose_as_in_list(book: Netlog, filters: tuple[str, ...], names) -> None:
    result = book("export", "--format", "vcf", *filters)
    assert result.status == 0
    assert [one.name for one in read_vcf(result.out)] == names


def test_json_of_some_holds_only_what_is_theirs(book: Netlog) -> None:
    book("every", "--tag", "navy", "monthly")
    whole = json.loads(book("export", "--tag", "navy").out)
    assert [one["name"] for one in whole["contacts"]] == ["Grace Hopper"]
    assert [one["name"] for one in whole["meetings"][0]["contacts"]] == ["Grace Hopper"]
    assert len(whole["thanks"]) == 1
    assert whole["cadence_rules"] == []


# Where to


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_is_private_and_what_stdout_has(book: Netlog, tmp_path: Path, format_: str) -> None:
    path = tmp_path / "out"
    mask = os.umask(0)
    try:
        result = book("export", "--format", format_, "-o", str(path), "--json")
    finally:
        os.umask(mask)
    content = path.read_bytes()
    assert result.json == {
        "file": str(path),
        "format": format_,
        "people": 3 if format_.startswith("json") else 2,
        "bytes": len(content),
        "companies": 0,
    }
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(os.listdir(tmp_path)) == ["home", "out"]
    said = book("export", "--format", format_).out
    changing = ("exported_at", "DTSTAMP")
    lines = zip(said.splitlines(), content.decode().splitlines(), strict=True)
    assert all(a == b or any(word in a for word in changing) for a, b in lines)


@pytest.mark.parametrize(
    ("name", "format_"), [("a.vcf", "vcf"), ("a.CSV", "csv"), ("a.md", "md"), ("a", "json")]
)
def test_the_name_of_the_file_tells_the_format(
    book: Netlog, tmp_path: Path, name: str, format_: str
) -> None:
    assert book("export", "-o", str(tmp_path / name), "--json").json["format"] == format_


def test_a_file_that_is_there_stays_unless_forced(book: Netlog, tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text("mine")
    result = book("export", "-o", str(path))
    assert result.status == 5
    assert "--force" in result.err
    assert path.read_text() == "mine"
    assert book("export", "-o", str(path), "--force").status == 0
    assert path.read_text().startswith("BEGIN:VCARD")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.of_file("its own name")
def test_the_book_itself_is_never_written_over(book: Netlog, db: Path) -> None:
    before = db.read_bytes()
    result = book("export", "-o", str(db), "--force")
    assert result.status == 1
    assert db.read_bytes() == before


@pytest.mark.parametrize(("name", "status"), [("missing/a.vcf", 6), (".", 6), ("pipe", 6), ("", 6)])
def test_what_cannot_be_written_is_said_and_leaves_nothing(
    book: Netlog, tmp_path: Path, name: str, status: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    os.mkfifo(folder / "pipe")
    result = book("export", "--format", "csv", "-o", f"{folder}/{name}")
    assert result.status == status
    assert os.listdir(folder) == ["pipe"]


def test_a_full_disk_leaves_nothing_behind(book: Netlog, process: Netlog, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    # -B: Python would leave its byte code cut short, too, and fail to read it from then on.
    limited = f"ulimit -f 1; exec python -B -m netlog export -o {target}"
    import subprocess
    import sys

    folder = os.path.dirname(sys.executable)
    done = subprocess.run(
        ["bash", "-c", limited],
        env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 6
    assert b"Nothing was written" in done.stderr
    assert not target.exists()
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".netlog")]


@pytest.mark.parametrize(
    "argv",
    [
        ("--format", "csv", "--vcard-version", "3.0"),
        ("--format", "vcf", "--json"),
        ("--format", "doc"),
    ],
)
def test_what_does_not_go_together_is_refused(book: Netlog, argv: tuple[str, ...]) -> None:
    result = book("export", *argv)
    assert result.status == 2
    assert result.out == ""


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_book_is_a_valid_file(netlog: Netlog, format_: str) -> None:
    result = netlog("export", "--format", format_)
    assert result.status == 0
    if format_ == "json":
        assert json.loads(result.out)["contacts"] == []


def test_reading_people_loads_no_orm(process: Netlog, book: Netlog) -> None:
    code = "import sys; from netlog import cli; cli.main(['export', '--format', 'vcf']); "
    code += "print({'sqlalchemy', 'pydantic', 'rich'} & set(sys.modules), file=sys.stderr)"
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert done.stderr.decode().strip() == "set()"


# Nobody is mistaken


@pytest.mark.parametrize(
    "format_", [("vcf", "--vcard-version", "4.0"), ("vcf", "--vcard-version", "3.0"), ("csv",)]
)
def test_an_introducer_who_stays_behind_is_not_taken_for_a_namesake(
    netlog: Netlog, tmp_path: Path, monkeypatch, format_: tuple[str, ...]
) -> None:
    netlog("add", "Grace Hopper", "--org", "Navy")
    netlog("add", "Grace Hopper", "--org", "Yale", "--force")
    netlog("add", "Bob", "--via", "c1")
    netlog("add", "Ada", "--via", "c2")
    netlog("archive", "c1")
    path = tmp_path / "all"
    netlog("export", "--format", *format_, "-o", str(path))
    monkeypatch.setenv("NETLOG_DB", str(tmp_path / "other.db"))
    netlog("import", str(path))
    assert netlog("show", "bob", "--json").json["introduced_by"] is None
    yale = netlog("show", "ada", "--json").json["introduced_by"]
    assert netlog("show", yale["ref"], "--json").json["organization"] == "Yale"


@pytest.mark.parametrize("format_", ["friends", "md", "json"])
def test_those_not_chosen_do_not_leave_with_a_meeting(book: Netlog, format_: str) -> None:
    out = book("export", "--format", format_, "--tag", "navy").out
    assert "Looms" in out
    assert "Ada" not in out


# Where not to


def test_a_page_never_replaces_the_book(netlog: Netlog, tmp_path: Path) -> None:
    path = tmp_path / "pages" / "ada-c1.md"
    path.parent.mkdir(mode=0o700)
    netlog("--db", str(path), "add", "Ada")
    before = path.read_bytes()
    result = netlog(
        "--db", str(path), "export", "--format", "md", "-o", f"{path.parent}/", "--force"
    )
    assert result.status == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
@pytest.mark.of_file("what lies beside it")
def test_what_sqlite_keeps_beside_the_book_is_not_written(book, db: Path, suffix: str) -> None:
    assert book("export", "-o", f"{db}{suffix}").status == 1
    assert not Path(f"{db}{suffix}").exists()


@pytest.mark.parametrize("to", ["", "out/"])
def test_what_names_no_file_is_refused(book: Netlog, tmp_path: Path, monkeypatch, to: str) -> None:
    monkeypatch.chdir(tmp_path)
    for force in ((), ("--force",)):
        result = book("export", "--format", "csv", "-o", to, *force)
        assert result.status == 6
        assert "no name of a file" in result.err
    assert sorted(os.listdir(tmp_path)) == ["home"]


def test_what_stands_in_the_way_of_a_page_is_found_before_any_is_written(book, tmp_path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    os.mkfifo(folder / "grace-hopper-c1.md")
    result = book("export", "--format", "md", "-o", f"{folder}/", "--force")
    assert result.status == 6
    assert os.listdir(folder) == ["grace-hopper-c1.md"]


def test_a_page_replaces_a_link_and_not_what_it_leads_to(book: Netlog, tmp_path: Path) -> None:
    folder, victim = tmp_path / "pages", tmp_path / "victim"
    folder.mkdir()
    victim.write_text("mine")
    (folder / "grace-hopper-c1.md").symlink_to(victim)
    assert book("export", "--format", "md", "-o", f"{folder}/").status == 5
    assert book("export", "--format", "md", "-o", f"{folder}/", "--force").status == 0
    assert victim.read_text() == "mine"


def test_what_a_killed_export_left_is_swept(book: Netlog, tmp_path: Path) -> None:
    left = tmp_path / ".netlog-left.tmp"
    left.write_text("people")
    os.utime(left, (0, 0))
    book("export", "-o", str(tmp_path / "a.json"))
    assert not left.exists()


def test_a_terminal_gets_no_text_that_it_would_obey(netlog: Netlog, terminal) -> None:
    netlog("add", "Ada \u202eevil")
    child = terminal("export", "--format", "vcf")
    out = child.read()
    child.close()
    assert "Ada \\u202eevil" in out


# A folder of cards


CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Radicale//\r\nUID:u-{name}\r\nCATEGORIES:Friends\r\n"
    "EMAIL;TYPE=INTERNET,pref:{name}@x.org\r\nFN:{name} Ray\r\nN:Ray;{name};;;\r\n"
    "REV:2024-01-01T00:00:00Z\r\nTEL;TYPE=CELL,VOICE:+1 555 0100{number}\r\nX-ODD:1\r\n"
    "END:VCARD\r\n"
)


def folder_of_cards(path: Path) -> dict[str, bytes]:
    path.mkdir()
    names = ("Ada", "Bob", "Cas")
    for number, name in enumerate(names):
        text = CARD.format(name=name, number=number)
        text = text.replace("\r\n", "\n") if name == "Cas" else text
        (path / f"u-{name}.vcf").write_bytes(text.encode())
    return contents(path)


def contents(path: Path) -> dict[str, bytes]:
    files = (each for each in path.rglob("*") if each.is_file())
    return {str(each.relative_to(path)): each.read_bytes() for each in files}


def test_a_folder_of_cards_that_nobody_changed_is_the_same(netlog: Netlog, tmp_path: Path) -> None:
    before = folder_of_cards(tmp_path / "in")
    assert netlog("import", str(tmp_path / "in")).status == 0
    told = netlog("export", "--format", "vcf", "-o", f"{tmp_path}/out/")
    assert "Exported 3 people" in told.out
    assert contents(tmp_path / "out") == before
    assert netlog("export", "--format", "vcf", "-o", f"{tmp_path}/in/").status == 0
    assert contents(tmp_path / "in") == before


def test_of_a_changed_card_only_that_is_written_anew(netlog: Netlog, tmp_path: Path) -> None:
    before = folder_of_cards(tmp_path / "in")
    netlog("import", str(tmp_path / "in"))
    netlog("edit", "ada", "--add-phone", "+1 555 0199")
    netlog("export", "--format", "vcf", "-o", f"{tmp_path}/out/")
    after = contents(tmp_path / "out")
    assert {name for name in before if before[name] != after[name]} == {"u-Ada.vcf"}
    old, new = (set(each["u-Ada.vcf"].splitlines()) for each in (before, after))
    assert {line.partition(b":")[0] for line in old ^ new} >= {b"REV"}
    assert b"CATEGORIES:Friends" in new


OLD = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Ray;%s\r\nTEL;CELL;PREF:+1 555 01%s\r\n%sEND:VCARD\r\n"
STRANGE = {
    "Phone export.vcf": OLD % (b"Ada", b"00", b"NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0A=\r\nb\r\n"),
    "b/c/no uid.VCF": OLD % (b"Bob", b"01", b"REV:2024-01-01T00:00:00Z\r\n"),
    "c\u00e4s.vcf": OLD.replace(b"2.1", b"4") % (b"Cas", b"02", b""),
    "no version.vcf": b"BEGIN:VCARD\nFN:Dan Ray\nEND:VCARD\n",
    "no name.vcf": b"BEGIN:VCARD\nVERSION:3.0\nEMAIL:eve@x.org\nEND:VCARD\n",
    "company.vcf": b"BEGIN:VCARD\nVERSION:3.0\nORG:Acme\nEND:VCARD\n",
    "latin.vcf": OLD % ("Fr\u00e4n".encode("latin-1"), b"03", b""),
    "wide.vcf": (OLD % ("G\u00e4y".encode(), b"04", b"")).decode().encode("utf-16"),
    "mark.vcf": b"\xef\xbb\xbf" + OLD % (b"Hal", b"05", b""),
}


def test_cards_of_any_version_keep_their_octets_and_the_names_of_their_files(
    netlog: Netlog, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    for name, octets in STRANGE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(octets)
    assert netlog("import", str(folder)).status == 0
    stamps = {each: each.stat().st_mtime_ns for each in folder.rglob("*.vcf")}
    assert netlog("export", "--format", "vcf", "-o", f"{folder}/").status == 0
    assert contents(folder) == STRANGE
    assert {each: each.stat().st_mtime_ns for each in folder.rglob("*.vcf")} == stamps
    assert netlog("export", "--format", "vcf", "-o", f"{tmp_path}/out/").status == 0
    assert contents(tmp_path / "out") == STRANGE
    netlog("edit", "ada", "--city", "Rome")
    assert netlog("export", "--format", "vcf", "-o", f"{folder}/", "--force").status == 0
    after = contents(folder)
    assert {name for name in after if after[name] != STRANGE[name]} == {"Phone export.vcf"}
    assert b"VERSION:4.0" in after["Phone export.vcf"]


def test_a_card_that_had_no_file_of_its_own_gets_a_uid_in_one(netlog, tmp_path: Path) -> None:
    (tmp_path / "all.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Ray\nEND:VCARD\n")
    netlog("import", str(tmp_path / "all.vcf"))
    netlog("export", "--format", "vcf", "-o", f"{tmp_path}/out/")
    (card,) = contents(tmp_path / "out").values()
    assert b"\nUID:" in card


def test_two_cards_never_become_one_file(netlog: Netlog, tmp_path: Path) -> None:
    for number, folder in enumerate(("one", "two")):
        (tmp_path / folder).mkdir()
        text = CARD.format(name=("Ada", "Bob")[number], number=number)
        (tmp_path / folder / "Card.vcf").write_text(text)
        netlog("import", str(tmp_path / folder))
    netlog("export", "--format", "vcf", "-o", f"{tmp_path}/out/")
    assert contents(tmp_path / "out").keys() == {"Card.vcf", "u-Bob.vcf"}


@pytest.mark.parametrize(
    "name", ["../evil.vcf", "/tmp/evil.vcf", ".hidden.vcf", "a\\b.vcf", "x.sh"]
)
def test_a_card_never_leaves_the_folder(netlog: Netlog, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "card.vcf").write_text(CARD.format(name="Ada", number=1))
    netlog("import", str(folder))
    book = netlog("export", "--format", "json").out.replace(
        ">card.vcf", json.dumps(f">{name}")[1:-1]
    )
    (tmp_path / "book.json").write_text(book)
    other = ("--db", str(tmp_path / "other.db"))
    assert netlog("import", str(tmp_path / "book.json"), *other).status == 0
    netlog("export", "--format", "vcf", "-o", f"{tmp_path}/out/", *other)
    assert contents(tmp_path / "out").keys() == {"u-Ada.vcf"}


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_folder_of_cards_may_be_of_a_version(
    netlog: Netlog, tmp_path: Path, version: str
) -> None:
    netlog("add", "Ada Ray")
    target = f"{tmp_path}/out/"
    netlog("export", "--format", "vcf", "--vcard-version", version, "-o", target)
    (card,) = contents(tmp_path / "out").values()
    assert f"VERSION:{version}".encode() in card


def test_the_form_of_a_card_is_nobodys_word(netlog: Netlog, tmp_path: Path) -> None:
    folder_of_cards(tmp_path / "in")
    report = netlog("import", str(tmp_path / "in"), "--json").out
    assert "X-NETLOG-FORM" not in report
    again = netlog("import", str(tmp_path / "in"), "--json", "--update", "overwrite")
    assert again.json[0]["updated"] == []


@pytest.mark.parametrize("name", ["all.vcf", "all.csv", "all.json", "pages/"])
def test_companies_that_went_along_are_counted(netlog, tmp_path: Path, name: str) -> None:
    netlog("org", "add", "Globex")
    done = netlog("export", "-o", f"{tmp_path}/{name}")
    assert (done.err, done.out) == ("", f"Exported 1 company to {tmp_path}/{name}.\n")
    netlog("add", "Grace Hopper")
    netlog("add", "Ada Lovelace")
    again = netlog("export", "-o", f"{tmp_path}/{name}", "--force", "--json")
    assert (again.json["people"], again.json["companies"]) == (2, 1)
