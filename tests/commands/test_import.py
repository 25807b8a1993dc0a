"""`netlog import`: what comes in, who is known already, what is refused, and what it leaves."""

import gzip
import json
import os
import shutil
import sqlite3
import stat
import threading
import uuid
import zipfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pexpect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Contents, Netlog, Result

from netlog.actions.importing import archives, reading, special
from netlog.store.tables.history import JOURNAL
from netlog.store.writes.searchable import rebuild

GRACE = "FN:Grace Hopper", "UID:grace-1", "EMAIL;TYPE=work:grace@navy.mil", "ORG:US Navy"
ADA = "FN:Ada Lovelace", "TEL:+44 20 7946 0018"


def card(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str], str]:
    """Write a file; returns its path."""

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return str(path)

    return write


def names(told: list[dict[str, object]]) -> list[object]:
    return [one["name"] for one in told]


def only(result: Result) -> dict[str, list[dict[str, object]]]:
    (report,) = result.json
    return report


def dump(db: Path) -> list[str]:
    """Everything but the journal and what only SQLite keeps."""
    with sqlite3.connect(db) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return [
        line
        for line in lines
        if "_search" not in line and not any(f'INTO "{table}"' in line for table in JOURNAL)
    ]


# What comes in


def test_people_come_in_and_are_named(netlog: Netlog, put) -> None:
    report = only(netlog("import", put("a.vcf", card(*GRACE) + card(*ADA)), "--json"))
    assert names(report["new"]) == ["Grace Hopper", "Ada Lovelace"]
    assert [one["ref"] for one in report["new"]] == ["c1", "c2"]
    assert report["format"] == "vcf"
    assert netlog("show", "grace", "--json").json["organization"] == "US Navy"


def test_nobody_imported_gets_a_cadence(netlog: Netlog, put) -> None:
    netlog("import", put("a.vcf", card(*GRACE)))
    assert netlog("show", "grace", "--json").json["cadence_days"] is None
    assert netlog("due", "--json").json == []


def test_a_cadence_a_circle_and_tags_can_be_asked_for(netlog: Netlog, put) -> None:
    netlog(
        *("import", put("a.vcf", card(*GRACE)), "--every", "2w", "--circle", "peer"),
        *("--circle", "business", "--tag", "Navy", "--tag", "old"),
    )
    grace = netlog("show", "grace", "--json").json
    assert grace["cadence_days"] == 14
    assert grace["circles"] == ["peer", "business"]
    assert grace["tags"] == ["navy", "old"]


def test_the_format_is_found_by_content_and_not_by_name(netlog: Netlog, put) -> None:
    assert only(netlog("import", put("a.txt", card(*GRACE)), "--json"))["format"] == "vcf"
    text = "First Name,Last Name,Connected On\r\nAda,Lovelace,03 Nov 2020\r\n"
    assert only(netlog("import", put("b.vcf", text), "--json"))["format"] == "linkedin"


def test_standard_input_is_a_dash(process: Netlog, netlog: Netlog, put, monkeypatch) -> None:
    with open(put("a.vcf", card(*GRACE)), "rb") as file:
        monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": file})())
        report = only(netlog("import", "-", "--json"))
    assert names(report["new"]) == ["Grace Hopper"]


def test_a_folder_of_cards_is_one_address_book(netlog: Netlog, put, tmp_path: Path) -> None:
    put("book/a.vcf", card(*GRACE))
    put("book/b.VCF", card(*ADA))
    put("book/notes.txt", "nothing of ours")
    report = only(netlog("import", str(tmp_path / "book"), "--json"))
    assert sorted(map(str, names(report["new"]))) == ["Ada Lovelace", "Grace Hopper"]
    assert netlog("undo").status == 0
    assert netlog("list", "--json").json == []


def test_what_a_character_of_a_file_may_not_be_costs_nobody(netlog: Netlog, put) -> None:
    text = card("FN:Gra\x07ce\x1b[31m Hopper", "NOTE:one\\ntwo\x00", "EMAIL:no mail", "TEL:x")
    assert only(netlog("import", put("a.vcf", text), "--json"))["rejected"] == []
    grace = netlog("show", "c1", "--json").json
    assert grace["name"] == "Gra ce [31m Hopper"
    assert grace["notes"] == "one\ntwo"
    assert grace["fields"] == {"email": "no mail", "phone": "x"}


def test_who_introduced_somebody_may_come_later_in_the_file(netlog: Netlog, put) -> None:
    ada = card(*ADA, "item1.X-ABRELATEDNAMES:Grace Hopper", "item1.X-ABLabel:Introduced by")
    netlog("import", put("a.vcf", ada + card(*GRACE)))
    assert netlog("show", "ada", "--json").json["introduced_by"]["name"] == "Grace Hopper"


def test_an_unknown_introducer_is_kept_in_words(netlog: Netlog, put) -> None:
    text = card(*ADA, "item1.X-ABRELATEDNAMES:Charles", "item1.X-ABLabel:Introduced by")
    netlog("import", put("a.vcf", text))
    assert netlog("show", "ada", "--json").json["fields"] == {"introduced by": "Charles"}


def test_meetings_of_friends_come_with_their_people(netlog: Netlog, put) -> None:
    text = (
        "### Activities:\n- 2026-11-02: Lunch with **Ada Lovelace** and **Grace**: Looms\n\n"
        "### Notes:\n\n### Friends:\n- Ada Lovelace\n- Grace\n\n### Locations:\n"
    )
    path = put("friends.md", text)
    report = only(netlog("import", path, "--json"))
    assert [one["record"] for one in report["new"]] == ["contact", "contact", "meeting"]
    ada = netlog("show", "ada", "--json").json
    assert ada["last_touch_on"] == "2026-11-02"
    assert ada["thanks"] == []
    again = only(netlog("import", path, "--json"))
    assert (again["new"], again["updated"]) == ([], [])
    assert again["matched"][-1]["ref"] == "m1"


# Who is known


@pytest.mark.parametrize(
    ("stored", "said", "by"),
    [
        (("--email", "Grace@Navy.mil"), ("EMAIL:grace@navy.mil",), "email"),
        (("--phone", "+1 703 555 0101"), ("TEL:(703) 555-0101",), "phone"),
        (
            ("--url", "https://www.linkedin.com/in/grace/"),
            ("URL:http://linkedin.com/in/Grace?trk=x",),
            "profile",
        ),
        (("--org", "U.S. Navy"), ("ORG:u s navy",), "name"),
    ],
)
def test_somebody_known_is_not_added_again(
    netlog: Netlog, put, stored: tuple[str, ...], said: tuple[str, ...], by: str
) -> None:
    netlog("add", "Gráce Hopper", *stored)
    by_name = {"name": "FN:Grace Hopper", "profile": "FN:Rear Admiral"}
    name = by_name.get(by, "FN:G. Hopper")
    report = only(netlog("import", put("a.vcf", card(name, *said)), "--json"))
    assert report["new"] == []
    (known,) = report["matched"] + report["updated"]
    assert (known["ref"], known["by"]) == ("c1", by)


def test_a_uid_comes_before_an_email(netlog: Netlog, put) -> None:
    netlog("import", put("a.vcf", card(*GRACE) + card("FN:Other", "EMAIL:other@x.org")))
    text = card("UID:grace-1", "FN:Grace B. Hopper", "EMAIL:other@x.org")
    report = only(netlog("import", put("b.vcf", text), "--json"))
    assert report["updated"][0]["ref"] == "c1"


def test_a_merged_contact_is_known_by_both_uids(netlog: Netlog, put) -> None:
    path = put("a.vcf", card(*GRACE) + card("UID:jim", "FN:Jim"))
    netlog("import", path)
    netlog("merge", "c1", "c2", "--yes")
    report = only(netlog("import", path, "--json"))
    assert report["new"] == []


def test_a_uid_that_several_people_have_is_none(netlog: Netlog, put) -> None:
    netlog("add", "Anna Miller", "--email", "a@x.org")
    text = "".join(card("UID:0", f"FN:{name}") for name in ("Bob Ray", "Carl Lee"))
    path = put("a.vcf", card("UID:0", "FN:Anna Miller", "EMAIL:a@x.org") + text)
    assert names(only(netlog("import", path, "--json"))["new"]) == ["Bob Ray", "Carl Lee"]
    again = only(netlog("import", path, "--json"))
    assert (again["new"], again["updated"]) == ([], [])


def test_two_of_a_file_are_not_one_of_the_book(netlog: Netlog, put) -> None:
    netlog("add", "Ann Bee")
    url = "URL:https://linkedin.com/in/ann"
    text = card("FN:Ann Bee", "ORG:Acme", url) + card("FN:Ann Bee", "ORG:Other", f"{url}2")
    report = only(netlog("import", put("a.vcf", text), "--json"))
    assert [one["ref"] for one in report["new"] + report["updated"]] == ["c2", "c1"]


def test_somebody_known_may_be_introduced_by_somebody_new(netlog: Netlog, put) -> None:
    netlog("add", "Ada Lovelace")
    text = card(*ADA, "item1.X-ABRELATEDNAMES:Charles Babbage", "item1.X-ABLabel:Introduced by")
    path = put("a.vcf", text + card("FN:Charles Babbage"))
    netlog("import", path)
    assert netlog("show", "ada", "--json").json["introduced_by"]["name"] == "Charles Babbage"
    again = only(netlog("import", path, "--json"))
    assert (again["new"], again["updated"]) == ([], [])


def test_a_couple_who_share_a_number_stay_two(netlog: Netlog, put) -> None:
    text = card("FN:Anna Miller", "TEL:555 010 0000") + card("FN:Bob Miller", "TEL:5550100000")
    path = put("a.vcf", text)
    assert len(only(netlog("import", path, "--json"))["new"]) == 2
    again = only(netlog("import", path, "--json"))
    assert [one["ref"] for one in again["matched"]] == ["c1", "c2"]


def test_one_who_is_known_is_not_taken_for_another_of_the_file(netlog: Netlog, put) -> None:
    netlog("add", "Anna Miller", "--phone", "555 010 0000")
    text = card("FN:Bob Miller", "TEL:5550100000") + card("FN:Anna Miller", "TEL:555 010 9999")
    report = only(netlog("import", put("a.vcf", text), "--json"))
    assert names(report["new"]) == ["Bob Miller"]
    assert names(report["updated"]) == ["Anna Miller"]


def test_a_page_of_a_firm_tells_nobody_from_another(netlog: Netlog, put) -> None:
    netlog("add", "Anna Miller", "--url", "https://acme.example")
    text = card("FN:Bob", "URL:https://acme.example")
    assert names(only(netlog("import", put("a.vcf", text), "--json"))["new"]) == ["Bob"]


def test_whoever_may_be_two_in_the_book_is_rejected(netlog: Netlog, put) -> None:
    netlog("add", "Maria")
    netlog("add", "Maria", "--force")
    result = netlog("import", put("a.vcf", card("FN:Maria")), "--json")
    assert result.status == 1
    assert only(result)["rejected"] == [{"row": 1, "reason": "Maria may be c1 or c2"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("TEL:+1 202 555 0100",), ("TEL:+1 202 555 0100", "TITLE:CFO")),
        (("EMAIL:info@acme.example",), ("EMAIL:info@acme.example", "TITLE:CFO")),
        (("TEL:+15550100",), ("TEL:+49 931 555 0100", "EMAIL:hb@example.org")),
    ],
)
def test_a_switchboard_makes_nobody_the_same(
    netlog: Netlog, put, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    netlog("import", put("a.vcf", card("FN:Ruth Blake", "ORG:Acme", *one)))
    report = only(netlog("import", put("b.vcf", card("FN:Hans Besser", *other)), "--json"))
    assert names(report["new"]) == ["Hans Besser"]
    assert netlog("show", "c1", "--json").json["title"] is None
    again = only(netlog("import", put("b.vcf", card("FN:Hans Besser", *other)), "--json"))
    assert (again["new"], again["updated"]) == ([], [])


def test_who_shares_a_number_is_offered_as_a_duplicate(netlog: Netlog, put) -> None:
    for name in ("Ruth Blake", "Hans Besser"):
        netlog("import", put("a.vcf", card(f"FN:{name}", "TEL:+1 202 555 0100")))
    assert len(netlog("duplicates", "--json").json) == 1


def test_a_first_name_alone_is_rejected_where_it_may_be_somebody(netlog: Netlog, put) -> None:
    netlog("add", "Maria", "--org", "Acme")
    report = only(netlog("import", put("a.vcf", card("FN:Maria")), "--json"))
    assert report["rejected"] == [{"row": 1, "reason": "Maria may be c1"}]
    report = only(netlog("import", put("b.vcf", card("FN:Maria", "TEL:+1555")), "--json"))
    assert names(report["new"]) == ["Maria"]


UIDS = ("0A1B2C3D-0000-4000-8000-00000000ABCD", "urn:uuid:0a1b2c3d-0000-4000-8000-00000000abce")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("uid", [*UIDS, "URN:UUID:X", "plain-1", "mailto:a@x.org"])
def test_a_uid_leaves_as_it_came(netlog: Netlog, put, uid: str, version: str) -> None:
    netlog("import", put("a.vcf", card("FN:Ann Bee", f"UID:{uid}")))
    out = netlog("export", "--format", "vcf", "--vcard-version", version).out
    assert f"\nUID:{uid}\n" in out.replace("\r", "")


def test_one_uid_in_two_spellings_is_one_person(netlog: Netlog, put) -> None:
    netlog("import", put("a.vcf", card("FN:Ann Bee", f"UID:{UIDS[0]}")))
    text = card("FN:Ann Cee", f"UID:urn:uuid:{UIDS[0].lower()}")
    report = only(netlog("import", put("b.vcf", text), "--json"))
    assert (report["new"], report["updated"]) == ([], [])
    assert [one["by"] for one in report["matched"]] == ["uid"]


# What becomes of those known


def test_filling_takes_what_is_empty_and_leaves_the_rest(netlog: Netlog, put) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil", "--city", "Arlington")
    text = card(*GRACE, "ADR:;;;New York;;;", "NOTE:Compilers", "BDAY:1906-12-09")
    report = only(netlog("import", put("a.vcf", text), "--json"))
    (updated,) = report["updated"]
    assert updated["differs"] == ["city"]
    changed = {one["field"]: one["after"] for one in updated["changed"]}
    assert changed == {
        "birthday": "1906-12-09",
        "email": "grace@navy.mil (work)",
        "notes": "Compilers",
        "organization": "US Navy",
        "uid": "grace-1",
    }
    assert netlog("show", "grace", "--json").json["city"] == "Arlington"


def test_a_title_is_not_put_beside_another_organization(netlog: Netlog, put) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil", "--org", "Remington")
    report = only(netlog("import", put("a.vcf", card(*GRACE, "TITLE:Admiral")), "--json"))
    assert set(report["updated"][0]["differs"]) == {"organization", "title"}
    assert netlog("show", "grace", "--json").json["title"] is None


def test_overwriting_makes_the_old_job_a_former_one(netlog: Netlog, put) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil", "--org", "Remington Rand")
    netlog("import", put("a.vcf", card(*GRACE, "TITLE:Admiral")), "--update", "overwrite")
    grace = netlog("show", "grace", "--json").json
    assert (grace["organization"], grace["title"]) == ("US Navy", "Admiral")
    assert [job["organization"] for job in grace["jobs"]] == ["Remington Rand"]


def test_another_spelling_of_a_company_ends_no_job(netlog: Netlog, put) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil", "--org", "Acme")
    netlog("add", "Bob Roe", "--email", "bob@a.example", "--org", "Initech")
    netlog("org", "add", "Initech", "--alias", "Old Systems")
    rows = "Name,Email,Company,Title\nGrace Hopper,grace@navy.mil,ACME GmbH,CTO\n"
    path = put("a.csv", f"{rows}Bob Roe,bob@a.example,Old Systems,\n")
    netlog("import", path, "--yes", "--update", "overwrite")
    grace, bob = (netlog("show", who, "--json").json for who in ("grace", "bob"))
    assert (grace["organization"], grace["title"], grace["jobs"]) == ("ACME GmbH", "CTO", [])
    assert (bob["organization"], bob["jobs"]) == ("Old Systems", [])


def test_a_title_is_put_beside_another_spelling_of_the_company(netlog: Netlog, put) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil", "--org", "The US Navy")
    netlog("import", put("a.vcf", card(*GRACE, "TITLE:Admiral")), "--json")
    assert netlog("show", "grace", "--json").json["title"] == "Admiral"


def test_skipping_leaves_those_known_alone(netlog: Netlog, put, contents: Contents) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil")
    before = contents()
    report = only(
        netlog("import", put("a.vcf", card(*GRACE)), "--update", "skip", "--tag", "x", "--json")
    )
    assert (report["new"], report["updated"]) == ([], [])
    assert contents() == before


@pytest.mark.parametrize("update", ["skip", "fill", "overwrite"])
def test_the_same_file_again_changes_nothing(
    netlog: Netlog, put, contents: Contents, update: str
) -> None:
    netlog("add", "Grace Murray", "--email", "grace@navy.mil", "--org", "Remington")
    lines = ("BDAY:--1209", "X-ODD:1", "CATEGORIES:navy", "TITLE:Admiral", "NOTE:Compilers")
    path = put("a.vcf", card(*GRACE, *lines) + card(*ADA) + card("FN:Nobody else"))
    netlog("import", path, "--update", update, "--tag", "fleet")
    before = contents()
    report = only(netlog("import", path, "--update", update, "--tag", "fleet", "--json"))
    assert (report["new"], report["updated"]) == ([], [])
    assert len(report["matched"]) == 3
    assert contents() == before


# A dry run


def unsettled(reports: list[dict[str, object]]) -> str:
    """Reports without what only a real run knows."""
    for report in reports:
        report.pop("dry_run")
        for kind in ("new", "matched", "updated"):
            for one in report[kind]:  # type: ignore[attr-defined]
                one.pop("ref")
    return json.dumps(reports)


def test_a_dry_run_says_what_the_real_one_does_and_changes_nothing(netlog: Netlog, put) -> None:
    netlog("add", "Grace Murray", "--email", "grace@navy.mil")
    one = put("a.vcf", card(*GRACE) + card(*ADA) + card("EMAIL:") + card(*ADA))
    two = put("b.vcf", card(*ADA, "ORG:Engines") + card(*GRACE, "TITLE:Admiral"))
    friends = put(
        "friends.md",
        "### Activities:\n- 2026-11-02: Lunch with **Ada Lovelace**\n\n"
        "### Friends:\n- Ada Lovelace\n",
    )
    argv = ("import", one, two, friends, friends, "--json")
    before = netlog("list", "--json").out
    dry = netlog(*argv, "--dry-run")
    assert netlog("list", "--json").out == before
    real = netlog(*argv)
    assert dry.status == real.status == 1
    assert unsettled(dry.json) == unsettled(real.json)


def test_a_dry_run_makes_no_book(netlog: Netlog, put, contents: Contents) -> None:
    netlog("import", put("a.vcf", card(*GRACE)), "--dry-run")
    assert not contents()


# What cannot come in


def test_a_bad_card_costs_only_itself(netlog: Netlog, put) -> None:
    text = card(*GRACE) + card("EMAIL:") + card(*ADA)
    result = netlog("import", put("a.vcf", text), "--json")
    assert result.status == 1
    report = only(result)
    assert names(report["new"]) == ["Grace Hopper", "Ada Lovelace"]
    assert [one["row"] for one in report["rejected"]] == [2]


def test_what_was_rejected_can_be_mended_and_read_again(netlog: Netlog, put, tmp_path) -> None:
    rejects = tmp_path / "rejects.vcf"
    path = put("a.vcf", card(*GRACE) + card("EMAIL:", "X-NOTE:who?"))
    assert netlog("import", path, "--rejects", str(rejects)).status == 1
    assert stat.S_IMODE(rejects.stat().st_mode) == 0o600
    text = rejects.read_text()
    assert "X-NOTE:who?" in text
    rejects.write_text(text.replace("EMAIL:", "EMAIL:who@x.org"))
    assert names(only(netlog("import", str(rejects), "--json"))["new"]) == ["who@x.org"]


def test_rejected_rows_of_csv_come_with_their_header(netlog: Netlog, put, tmp_path) -> None:
    rejects = tmp_path / "rejects.csv"
    text = "First Name,Last Name,Company,Connected On\r\n,,Acme,03 Nov 2020\r\n"
    assert netlog("import", put("a.csv", text), "--rejects", str(rejects)).status == 1
    assert rejects.read_text().splitlines() == text.splitlines()


def test_rejects_never_overwrite_a_file(netlog: Netlog, put, contents: Contents) -> None:
    path = put("a.vcf", card(*GRACE))
    result = netlog("import", path, "--rejects", path)
    assert result.status == 5
    assert not contents()


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [("", 1, "is empty"), ("just words", 1, "no format that netlog reads")],
)
def test_a_file_that_is_none_is_refused(
    netlog: Netlog, put, content: str, status: int, said: str
) -> None:
    result = netlog("import", put("a.txt", content))
    assert result.status == status
    assert said in result.err


def test_a_file_that_is_not_there_is_refused_before_any_is_taken(netlog: Netlog, put) -> None:
    result = netlog("import", put("a.vcf", card(*GRACE)), "/no/such/file")
    assert result.status == 6
    assert "no such file" in result.err
    assert netlog("list", "--json").json == []


def test_a_device_that_never_ends_is_refused(netlog: Netlog) -> None:
    refused = netlog("import", "/dev/zero")
    assert (refused.status, "is a device" in refused.err) == (1, True)


def test_a_pipe_into_which_nobody_writes_is_refused(
    netlog: Netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "cards")
    monkeypatch.setattr(special, "PATIENCE", 1)
    refused = netlog("import", str(tmp_path / "cards"))
    assert (refused.status, "into which nobody writes" in refused.err) == (1, True)


def test_a_slow_writer_is_waited_for(
    netlog: Netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(special, "PATIENCE", 1)
    reader, writer = os.pipe()

    def write() -> None:
        polled.wait()
        with os.fdopen(writer, "w") as file:
            file.write(card(*GRACE))

    polled = threading.Event()
    ask = special._first
    monkeypatch.setattr(special, "_first", lambda *given: (ask(*given), polled.set())[0])
    thread = threading.Thread(target=write)
    thread.start()
    report = only(netlog("import", f"/dev/fd/{reader}", "--json"))
    thread.join()
    os.close(reader)
    assert names(report["new"]) == ["Grace Hopper"]


def test_a_pipe_in_a_folder_of_cards_is_not_waited_for(netlog: Netlog, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "card.vcf")
    assert netlog("import", str(tmp_path)).status == 1


def test_a_folder_without_cards_is_refused(netlog: Netlog, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert netlog("import", str(folder)).status == 1


# CSV of no program


PLAIN = "Full,Mail\r\nGrace Hopper,grace@navy.mil\r\n"


def test_columns_can_be_named(netlog: Netlog, put) -> None:
    path = put("a.csv", PLAIN)
    assert netlog("import", path, "--map", "name=Full,email=Mail").status == 0
    (grace,) = netlog("list", "--json").json
    assert grace["name"] == "Grace Hopper"
    assert [method["value"] for method in grace["methods"]] == ["grace@navy.mil"]


def test_a_guess_is_shown_and_needs_a_yes(netlog: Netlog, put) -> None:
    path = put("a.csv", "Name,Email,Team\r\nGrace,grace@navy.mil,Fleet\r\n")
    result = netlog("import", path)
    assert result.status == 2
    assert "name=Name,email=Email" in result.err
    assert netlog("list", "--json").json == []
    assert netlog("import", path, "--yes").status == 0
    assert netlog("show", "grace", "--json").json["fields"] == {"team": "Fleet"}


@pytest.mark.parametrize("typed", ["name", "=Full", "name=", "nonsense=Full", "name=Missing"])
def test_a_map_that_fits_nothing_is_refused(
    netlog: Netlog, put, contents: Contents, typed: str
) -> None:
    result = netlog("import", put("a.csv", PLAIN), "--map", typed)
    assert result.status == 2
    assert not contents()


# Calendars and messages: people one met


def calendar() -> str:
    return "\r\n".join(
        (
            *("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:e1"),
            *("DTSTART:20261102T100000Z", "SUMMARY:Coffee", "ATTENDEE;CN=Me:mailto:me@x.org"),
            *("ATTENDEE;CN=Grace:mailto:grace@navy.mil", "ATTENDEE;CN=Bob:mailto:bob@x.org"),
            *("END:VEVENT", "END:VCALENDAR", ""),
        )
    )


def test_a_calendar_tells_of_meetings_with_those_known(netlog: Netlog, put) -> None:
    pytest.importorskip("icalendar")
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil")
    result = netlog("import", put("a.ics", calendar()), "--json")
    report = only(result)
    assert [one["record"] for one in report["new"]] == ["meeting"]
    assert "Bob is not in your book" in [one["reason"] for one in report["skipped"]]
    assert "--yes adds them" in result.err
    assert netlog("show", "grace", "--json").json["last_touch_on"] == "2026-11-02"


def test_a_calendar_knows_its_owner_by_the_card(netlog: Netlog, put, home: Path) -> None:
    pytest.importorskip("icalendar")
    (home / "config" / "netlog").mkdir(parents=True)
    card = '[card]\nname = "Me"\nemail = ["work=Me@x.org"]\n'
    (home / "config" / "netlog" / "config.toml").write_text(card)
    report = only(netlog("import", put("a.ics", calendar()), "--yes", "--json"))
    assert names(report["new"]) == ["Grace", "Bob", "coffee with Grace and Bob, 2 Nov"]


def test_a_calendar_adds_others_when_told_so(netlog: Netlog, put) -> None:
    pytest.importorskip("icalendar")
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil")
    report = only(netlog("import", put("a.ics", calendar()), "--yes", "--json"))
    assert "Bob" in names(report["new"])


def moved(*lines: str, day: str = "20261102", uid: str = "e1") -> str:
    guests = ("ATTENDEE;CN=Grace Hopper:mailto:grace@navy.mil", *lines)
    said = ("SUMMARY:Coffee", f"UID:{uid}", f"DTSTART:{day}T100000Z")
    return "\r\n".join(
        (
            *("BEGIN:VCALENDAR", "X-WR-CALNAME:me@x.org", "BEGIN:VEVENT", *said, *guests),
            *("END:VEVENT", "END:VCALENDAR", ""),
        )
    )


def taken(netlog: Netlog, put, text: str, *argv: str) -> dict[str, list[dict[str, object]]]:
    return only(netlog("import", put("a.ics", text), "--yes", "--json", *argv))


def test_an_event_that_moved_and_grew_is_followed(netlog: Netlog, put) -> None:
    pytest.importorskip("icalendar")
    taken(netlog, put, moved())
    text = moved("ATTENDEE;CN=Bob Ray:mailto:bob@x.org", "LOCATION:Roma", day="20261105")
    told = taken(netlog, put, text)["matched"][-1]
    assert (told["ref"], told["differs"]) == ("m1", ["happened_on", "place", "contacts"])
    (report,) = taken(netlog, put, text, "--update", "overwrite")["updated"]
    assert {one["field"]: one["after"] for one in report["changed"]} == {
        "happened_on": "2026-11-05",
        "place": "Roma",
        "contacts": "Bob Ray",
    }
    (meeting,) = netlog("show", "bob", "--json").json["meetings"]
    assert (meeting["happened_on"], meeting["place"]) == ("2026-11-05", "Roma")
    assert netlog("show", "grace", "--json").json["last_touch_on"] == "2026-11-05"
    assert taken(netlog, put, text, "--update", "overwrite")["updated"] == []
    netlog("undo")
    assert netlog("show", "grace", "--json").json["last_touch_on"] == "2026-11-02"


@pytest.mark.parametrize(("lines", "day"), [(("STATUS:CANCELLED",), "20261102"), ((), "20270102")])
def test_an_event_that_was_not_is_taken_back(
    netlog: Netlog, put, lines: tuple[str, ...], day: str
) -> None:
    pytest.importorskip("icalendar")
    taken(netlog, put, moved())
    told = taken(netlog, put, moved(*lines, day=day))
    assert "m1" in [one["ref"] for one in told["matched"]]
    taken(netlog, put, moved(*lines, day=day), "--update", "overwrite")
    grace = netlog("show", "grace", "--json").json
    assert (grace["meetings"], grace["last_touch_on"]) == ([], None)
    netlog("undo")
    assert netlog("show", "grace", "--json").json["last_touch_on"] == "2026-11-02"


def test_who_declined_later_was_not_there(netlog: Netlog, put) -> None:
    pytest.importorskip("icalendar")
    taken(netlog, put, moved("ATTENDEE;CN=Bob Ray:mailto:bob@x.org"))
    text = moved("ATTENDEE;CN=Bob Ray;PARTSTAT=DECLINED:mailto:bob@x.org")
    assert taken(netlog, put, text)["matched"][-1]["differs"] == ["contacts"]
    assert len(netlog("show", "bob", "--json").json["meetings"]) == 1
    (report,) = taken(netlog, put, text, "--update", "overwrite")["updated"]
    assert report["changed"] == [{"field": "contacts", "before": "Bob Ray", "after": None}]
    bob = netlog("show", "bob", "--json").json
    assert (bob["meetings"], bob["last_touch_on"]) == ([], None)
    assert len(netlog("show", "grace", "--json").json["meetings"]) == 1


def test_an_event_that_more_hangs_on_stays(netlog: Netlog, put) -> None:
    pytest.importorskip("icalendar")
    taken(netlog, put, moved())
    netlog("edit", "m1", "--asked", "an introduction")
    report = taken(netlog, put, moved("STATUS:CANCELLED"), "--update", "overwrite")
    (skipped,) = report["skipped"]
    assert "m1: it stays" in skipped["reason"]
    assert netlog("show", "grace", "--json").json["meetings"] != []


def test_how_many_guests_one_can_meet_is_configured(netlog: Netlog, put, home: Path) -> None:
    pytest.importorskip("icalendar")
    (home / "config" / "netlog").mkdir(parents=True)
    (home / "config" / "netlog" / "config.toml").write_text("[import]\nguests = 1\n")
    report = taken(netlog, put, moved("ATTENDEE;CN=Bob Ray:mailto:bob@x.org"))
    assert report["new"] == []
    assert "2 guests are too many" in report["skipped"][0]["reason"]


def test_whose_calendar_it_is_is_asked_once(netlog: Netlog, terminal, put, home: Path) -> None:
    pytest.importorskip("icalendar")
    mine = "ATTENDEE;CN=Max Mine:mailto:max@x.org"
    text = moved(mine).replace("X-WR-CALNAME:me@x.org", "X-WR-CALNAME:Work")
    path = home / "config" / "netlog" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("# mine\n[import]\nguests = 20  # many\n")
    child = terminal("import", put("a.ics", text))
    child.expect("Max Mine")
    child.expect("Which")
    child.sendline("2")
    child.expect("remembered")
    child.expect("Add")
    child.sendline("y")
    child.expect(pexpect.EOF)
    assert path.read_text() == '# mine\n[import]\nmine = ["max@x.org"]\nguests = 20  # many\n'
    report = taken(netlog, put, text.replace("UID:e1", "UID:e2").replace("1102", "1103"))
    assert [one["record"] for one in report["new"]] == ["meeting"]


def both(*days: str, others: tuple[str, ...] = ("Ivo Lima", "Bea Old")) -> str:
    """A calendar of Max Mine that does not say so: a meeting with one of the others each day."""
    parts = [
        moved("ATTENDEE;CN=Max Mine:mailto:max@x.org", day=day, uid=day)
        .replace("Grace Hopper", other)
        .replace("grace@navy.mil", f"{other.split()[0].lower()}@x.org")
        for day, other in zip(days, others, strict=True)
    ]
    return "".join(parts).replace("X-WR-CALNAME:me@x.org", "X-WR-CALNAME:Work")


def test_who_was_taken_for_you_is_you_in_the_files_that_follow(
    netlog: Netlog, put, home: Path
) -> None:
    pytest.importorskip("icalendar")
    first = put("a.ics", both("20261102", "20261103"))
    later = put("b.ics", both("20261104", others=("Cas Ten",)))
    rehearsal = netlog("import", first, later, "--yes", "--dry-run", "--json")
    assert [names(one["new"])[0] for one in rehearsal.json] == ["Ivo Lima", "Cas Ten"]
    assert not (home / "config" / "netlog" / "config.toml").exists()
    told = netlog("import", first, "--yes").err
    assert "Taken for you: Max Mine <max@x.org>" in told
    assert "max@x.org is remembered as yours" in told
    netlog("import", later, "--yes")
    everybody = {one["name"] for one in netlog("list", "--json").json}
    assert everybody == {"Ivo Lima", "Bea Old", "Cas Ten"}


MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,TO,DATE,SUBJECT,CONTENT,FOLDER\r\n"
    "1,,Me,Grace Hopper,2026-11-02 10:00:00 UTC,,Hello,INBOX\r\n"
    "2,,Me,Stranger,2026-11-03 10:00:00 UTC,,Hello,INBOX\r\n"
)


def test_messages_are_taken_only_when_asked_for(netlog: Netlog, put) -> None:
    netlog("add", "Grace Hopper")
    path = put("messages.csv", MESSAGES)
    assert netlog("import", path).status == 1
    report = only(netlog("import", path, "--with-messages", "--json"))
    assert [one["record"] for one in report["new"]] == ["meeting"]
    assert report["skipped"][0]["reason"] == "nobody of it is in your book: Stranger"


def test_one_name_on_two_networks_is_two_handles(netlog: Netlog, put) -> None:
    netlog("import", put("a.vcf", card("FN:Xia", "X-SKYPE:xia", "X-YAHOO:xia")))
    methods = netlog("show", "xia", "--json").json["methods"]
    assert [(method["label"], method["value"]) for method in methods] == [
        ("skype", "xia"),
        ("yahoo", "xia"),
    ]


def test_a_pipe_is_read_once(netlog: Netlog, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(card(*GRACE),))
    writer.start()
    report = only(netlog("import", str(pipe), "--json"))
    writer.join()
    assert names(report["new"]) == ["Grace Hopper"]


# Folders and zips


def test_a_group_in_one_file_of_a_folder_tags_members_in_others(netlog, put, tmp_path) -> None:
    put("book/a.vcf", card(*GRACE))
    put(
        "book/z.vcf",
        card(
            "FN:Navy friends",
            "X-ADDRESSBOOKSERVER-KIND:group",
            "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:grace-1",
        ),
    )
    netlog("import", str(tmp_path / "book"))
    assert netlog("show", "grace", "--json").json["tags"] == ["navy friends"]


CONNECTIONS = (
    'Notes:\r\n"About your data"\r\n\r\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
    "Grace,Hopper,https://www.linkedin.com/in/grace,,US Navy,Admiral,03 Nov 2020\r\n"
)
INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\r\n"
    'Grace Hopper,Me,"11/2/20, 9:00 AM",Hello,INCOMING,https://linkedin.com/in/grace,x\r\n'
    'Stranger,Me,"11/2/20, 9:00 AM",Hello,INCOMING,https://linkedin.com/in/stranger,x\r\n'
)


@pytest.fixture
def linkedin(tmp_path: Path) -> str:
    path = tmp_path / "Basic_LinkedInDataExport.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\r\nMe,Myself,x\r\n")
        archive.writestr("Connections.csv", CONNECTIONS)
        archive.writestr("messages.csv", MESSAGES)
        archive.writestr("Invitations.csv", INVITATIONS)
    return str(path)


def test_a_linkedin_archive_holds_connections(netlog: Netlog, linkedin: str) -> None:
    report = only(netlog("import", linkedin, "--json"))
    assert report["format"] == "zip"
    assert names(report["new"]) == ["Grace Hopper"]
    grace = netlog("show", "grace", "--json").json
    assert (grace["how_met"], grace["met_on"]) == ("LinkedIn", "2020-11-03")


def test_and_messages_and_origins_when_asked_for(netlog: Netlog, linkedin: str) -> None:
    report = only(netlog("import", linkedin, "--with-messages", "--json"))
    assert [one["record"] for one in report["new"]] == ["contact", "meeting"]
    assert {one["reason"] for one in report["skipped"]} == {
        "Stranger is not in your book",
        "nobody of it is in your book: Stranger",
    }
    grace = netlog("show", "grace", "--json").json
    assert grace["how_met"] == "LinkedIn: they invited you"
    assert grace["last_touch_on"] == "2026-11-02"
    again = only(netlog("import", linkedin, "--with-messages", "--json"))
    assert (again["new"], again["updated"]) == ([], [])


def zipped(path: Path, *members: tuple[str, bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return str(path)


def test_other_zips_are_read_for_address_books(netlog: Netlog, tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "takeout.zip",
        ("Takeout/Contacts/All.vcf", card(*GRACE).encode()),
        ("Takeout/readme.html", b"<html>"),
    )
    assert names(only(netlog("import", path, "--json"))["new"]) == ["Grace Hopper"]


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ((), "without a file that netlog reads"),
        ((("a.txt", b"words"),), "without a file that netlog reads"),
    ],
)
def test_a_zip_that_is_no_good_is_refused(netlog, tmp_path, contents, members, said: str) -> None:
    result = netlog("import", zipped(tmp_path / "a.zip", *members))
    assert result.status == 1
    assert said in result.err
    assert not contents()


def test_a_file_in_a_zip_that_is_too_large_is_refused(netlog, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 1_000)
    bomb = zipped(tmp_path / "a.zip", ("a.vcf", b"BEGIN:VCARD\nNOTE:" + b"x" * 2_000))
    result = netlog("import", bomb)
    assert result.status == 1
    assert "larger than 200 MB" in result.err


def test_a_damaged_zip_is_refused(netlog: Netlog, tmp_path: Path, contents: Contents) -> None:
    path = Path(zipped(tmp_path / "a.zip", ("a.vcf", card(*GRACE).encode() * 50)))
    data = bytearray(path.read_bytes())
    data[60:80] = b"\xff" * 20
    path.write_bytes(data)
    assert netlog("import", str(path)).status == 1
    path.write_bytes(data[:50])
    assert netlog("import", str(path)).status == 1
    assert not contents()


# What it leaves behind


@pytest.mark.of_file("all that it says")
def test_one_file_is_one_undo(netlog: Netlog, put, db: Path) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil")
    before = dump(db)
    netlog("import", put("a.vcf", card(*GRACE)), put("b.vcf", card(*ADA)))
    assert netlog("undo").status == 0
    assert [one["name"] for one in netlog("list", "--json").json] == ["Grace Hopper"]
    assert netlog("undo").status == 0
    assert dump(db) == before
    assert netlog("redo").status == 0
    assert netlog("redo").status == 0
    assert len(netlog("list", "--json").json) == 2


@pytest.mark.of_file("its backups")
def test_the_book_is_backed_up_before(netlog: Netlog, put, db: Path) -> None:
    path = put("a.vcf", card(*GRACE))
    netlog("import", path)
    folder = db.parent / "backups" / db.name
    assert not folder.exists()
    netlog("import", put("b.vcf", card(*ADA)))
    assert [name for name in os.listdir(folder) if name.endswith("-before-import.db")]


@pytest.mark.of_file("its backups")
def test_what_nothing_came_of_leaves_no_backup(netlog: Netlog, put, db: Path) -> None:
    path = put("a.vcf", card(*GRACE))
    netlog("import", path)
    netlog("import", path)
    assert not (db.parent / "backups").exists()


@pytest.mark.of_file("an index of its own")
def test_what_comes_in_is_found_by_search_as_if_indexed_anew(netlog: Netlog, put, db) -> None:
    lines = (
        "NICKNAME:Amazing",
        "CATEGORIES:zebra,ant",
        "TEL:1 800 555",
        "NOTE:Looms",
        "TITLE:Łord",
    )
    netlog("import", put("a.vcf", card(*GRACE, *lines) + card(*ADA)))
    assert netlog("search", "zebra looms", "--json").json[0]["ref"] == "c1"
    with sqlite3.connect(db) as connection:
        said = "SELECT id, search_text FROM contact ORDER BY id"
        before = connection.execute(said).fetchall()
        connection.execute("PRAGMA trusted_schema=ON")
        rebuild(connection)
        assert connection.execute(said).fetchall() == before
    connection.close()


@pytest.mark.of_file("it cannot be written")
def test_a_failure_half_way_leaves_the_file_as_it_was(netlog: Netlog, put, db, monkeypatch) -> None:
    netlog("add", "Grace Hopper")
    before = dump(db)
    schema = "SELECT sql FROM sqlite_schema ORDER BY name"
    with sqlite3.connect(db) as connection:
        was = connection.execute(schema).fetchall()
    connection.close()
    os.chmod(db.parent, 0o500)
    try:
        result = netlog("import", put("a.vcf", card(*ADA)))
    finally:
        os.chmod(db.parent, 0o700)
    if os.geteuid() != 0:
        assert result.status == 6
        assert dump(db) == before
    with sqlite3.connect(db) as connection:
        assert connection.execute(schema).fetchall() == was
    connection.close()


def test_the_report_reads_well(netlog: Netlog, put, snapshot, monkeypatch) -> None:
    netlog("add", "Grace Murray", "--email", "grace@navy.mil", "--city", "Arlington")
    text = (
        card(*GRACE, "ADR:;;;New York;;;")
        + card(*ADA)
        + card("EMAIL:")
        + card("KIND:group", "FN:G")
    )
    path = put("people.vcf", text)
    monkeypatch.chdir(os.path.dirname(path))
    assert netlog("import", "people.vcf").out == snapshot


def test_a_last_contact_that_lies_ahead_is_told_and_kept(netlog: Netlog, put, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-26")
    path = put("a.csv", "Name,Last\nAda,2027-05-06\nBob,2026-11-26\n")
    told = netlog("import", path, "--map", "name=Name,last_touch=Last")
    assert "kept as a field: Ada last contact 2027-05-06." in told.err
    assert netlog("show", "ada", "--json").json["fields"] == {"last contact": "2027-05-06"}
    assert netlog("show", "bob", "--json").json["last_touch_on"] == "2026-11-26"


def test_days_that_were_guessed_or_not_read_are_told(netlog: Netlog, put) -> None:
    text = card("FN:Eve", "BDAY:05/06/1990", "item1.X-ABDATE:soon", "item1.X-ABLabel:wedding")
    told = netlog("import", put("a.vcf", text + card("FN:Zed", "BDAY:31/02/1990"))).err
    assert "Zed 31/02/1990" in told
    assert "Not read as a day, and kept as a field: Eve wedding soon." in told
    assert netlog("show", "eve", "--json").json["fields"] == {"wedding": "soon"}
    out = netlog("export", "--format", "vcf").out
    assert "X-NETLOG-FIELD" not in out
    told = netlog("import", put("b.vcf", card("FN:Ann", "BDAY:05/06/1990"))).err
    assert told.splitlines()[-1] == (
        "Read month first, as the file does not tell: 05/06/1990 (Ann) as 1990-05-06."
    )
    german = "Vorname,Nachname,Geburtstag\nEva,Ott,05/06/1990\n"
    told = netlog("import", put("c.csv", german), "--yes").err
    assert "Read day first, as the rest of the file suggests: 05/06/1990 (Eva Ott)" in told


@pytest.mark.parametrize(
    "line",
    ["BDAY:25/12", "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;25/12/1990;3;;;;;;;;;;"],
)
def test_a_day_without_year_tells_the_order_of_the_file(netlog: Netlog, put, line: str) -> None:
    cards = card("FN:Ann", "BDAY:05/06/1990") + card("FN:Bob", line) + card("FN:Cy", "BDAY:05/1990")
    assert "Read" not in netlog("import", put("a.vcf", cards)).err
    born = {one["name"]: one["birthday"] for one in netlog("list", "--json").json}
    assert born["Ann"] == "1990-06-05"
    assert born["Cy"] == "1990-05"


def test_hostile_names_are_shown_harmless(netlog: Netlog, put) -> None:
    out = netlog("import", put("a.vcf", card("FN:Bob [/] \u202eevil", "EMAIL:b@x.org"))).out
    assert "Bob [/] \\u202eevil" in out


# Any file at all


@given(data=st.binary(max_size=300))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_taken_or_refused_with_a_sentence(netlog: Netlog, tmp_path, data) -> None:
    path = tmp_path / "any"
    path.write_bytes(data)
    result = netlog("import", str(path), "--dry-run", "--yes")
    assert result.status in (0, 1, 6)  # 6: packed, and damaged
    assert "Traceback" not in result.err
    assert "netlog failed" not in result.err


# More of one kind than any list of people has


def test_a_file_of_one_name_is_refused_whole(netlog: Netlog, put, monkeypatch) -> None:
    monkeypatch.setattr(reading, "MOST_NAMESAKES", 3)
    rows = [f"Ada Lovelace,a{at}@example.com\n" for at in range(4)]
    enough = put("enough.csv", "name,email\n" + "".join(rows[:3]))
    assert netlog("import", enough, "--dry-run", "--yes").status == 0
    result = netlog("import", put("many.csv", "name,email\nBob,b@x.org\n" + "".join(rows)), "--yes")
    assert result.status == 1
    assert "more than 3 entries called Ada Lovelace" in result.err
    assert netlog("list", "--json").json == []


def test_a_file_of_what_cannot_come_in_is_refused_early(netlog: Netlog, put, monkeypatch) -> None:
    monkeypatch.setattr(reading, "MOST_REJECTED", 3)
    assert "Rejected  3" in netlog("import", put("a.vcf", "BEGIN:VCARD\n" * 3)).out
    result = netlog("import", put("b.vcf", "BEGIN:VCARD\n" * 4))
    assert result.status == 1
    assert "More than 3 entries of the file cannot come in, such as row 4" in result.err


# The charset of a file that does not say it


RUSSIANS = [
    "Иван Петров",
    "Мария Сидорова",
    "Алексей Смирнов",
    "Дмитрий Соколов",
    "Ольга Кузнецова",
]


def as_csv() -> str:
    rows = [f"{name},p{at}@example.org" for at, name in enumerate(RUSSIANS)]
    return "\r\n".join(["Name,E-mail", *rows])


def as_cards() -> str:
    return "".join(card(f"FN:{name}", f"N:{name};;;;") for name in RUSSIANS)


def as_old_cards() -> str:
    """Version 2.1, with a charset that is not declared."""
    quoted = ("".join(f"={octet:02X}" for octet in name.encode("cp1251")) for name in RUSSIANS)
    return "".join(card(f"FN;ENCODING=QUOTED-PRINTABLE:{one}") for one in quoted)


@pytest.mark.parametrize("text", [as_csv(), as_cards(), as_old_cards()])
def test_a_charset_that_is_not_said_is_found_and_told(
    netlog: Netlog, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "people"
    file.write_bytes(text.encode("cp1251"))
    told = netlog("import", str(file), "--yes")
    assert told.err.count("Read as windows-1251; --encoding says otherwise.") == 1
    assert names(netlog("list", "--json").json) == sorted(RUSSIANS)


def test_encoding_says_otherwise(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "few.vcf"
    file.write_bytes(card("FN:Иван").encode("cp1251"))
    assert "Read as windows-1252" in netlog("import", str(file), "--dry-run").err
    told = netlog("import", str(file), "--encoding", "windows-1251")
    assert "Read as" not in told.err
    assert netlog("show", "Иван", "--json").json["name"] == "Иван"


def test_an_encoding_that_is_none_is_refused(
    netlog: Netlog, put: Callable[[str, str], str]
) -> None:
    told = netlog("import", put("a.vcf", card(*ADA)), "--encoding", "zip")
    assert (told.status, "windows-1251" in told.err) == (2, True)


# What other books say


def test_the_day_of_the_last_contact_is_a_touch(netlog: Netlog, put) -> None:
    path = put("a.csv", "Name,Email,Last Contacted\nAda Ray,a@x.org,2026-05-06\n")
    report = only(netlog("import", path, "--yes", "--json"))
    assert names(report["new"]) == ["Ada Ray", "message with Ada Ray, 6 May"]
    ada = netlog("show", "ada", "--json").json
    assert (ada["last_touch_on"], ada["thanks"]) == ("2026-05-06", [])
    again = only(netlog("import", path, "--yes", "--json"))
    assert (again["new"], again["updated"]) == ([], [])


def test_a_contact_known_later_stands(netlog: Netlog, put) -> None:
    netlog("add", "Ada Ray", "--email", "a@x.org", "--log", "tea", "--on", "2026-10-01")
    path = put("a.csv", "Name,Email,Last Contacted\nAda Ray,a@x.org,2026-05-06\n")
    assert names(only(netlog("import", path, "--yes", "--json"))["new"]) == []


def test_birthdays_that_are_none_are_told(netlog: Netlog, put) -> None:
    rows = "Name,Birthday\nZed Ray,31/02/1990\nAda Ray,1990-05-06\n"
    told = netlog("import", put("a.csv", rows), "--yes")
    assert "Zed Ray 31/02/1990" in told.err
    assert netlog("show", "zed", "--json").json["fields"] == {"birthday": "31/02/1990"}


def test_no_empty_map_is_proposed(netlog: Netlog, put) -> None:
    told = netlog("import", put("a.csv", "foo,bar\n1,2\n"), "--format", "csv", "--yes")
    assert told.status == 2
    assert 'map ""' not in told.err


def test_the_map_that_is_proposed_is_one(netlog: Netlog, put) -> None:
    header = "Name,Salutation,Work Email,Mailing Street,Mailing City,LinkedIn,Last Contact"
    path = put("a.csv", f"{header}\nAda Ray,Ms,a@x.org,1 High St,London,in/ada,2026-05-06\n")
    proposed = netlog("import", path).err.split('--map "')[1].split('"')[0]
    netlog("import", path, "--map", proposed)
    mapped = netlog("export").json["contacts"][0]
    assert mapped["last_touch_on"] == "2026-05-06"
    assert [each["label"] for each in mapped["methods"]] == ["work", "linkedin", "mailing"]


def test_what_gzip_packed_is_read(netlog: Netlog, tmp_path: Path) -> None:
    path = tmp_path / "a.vcf.gz"
    path.write_bytes(gzip.compress(card(*ADA).encode()))
    assert names(only(netlog("import", str(path), "--json"))["new"]) == ["Ada Lovelace"]
    path.write_bytes(path.read_bytes()[:-20])
    assert netlog("import", str(path)).status == 6


def test_what_gzip_packed_too_much_of_is_refused(netlog, tmp_path, monkeypatch, contents) -> None:
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 1_000)
    bomb = tmp_path / "a.vcf.gz"
    bomb.write_bytes(gzip.compress(b"BEGIN:VCARD\nNOTE:" + b"x" * 2_000))
    result = netlog("import", str(bomb))
    assert result.status == 1
    assert "larger than 200 MB when it is unpacked. Unpack it with gunzip" in result.err
    assert not contents()


def test_hidden_folders_are_not_walked(netlog: Netlog, put, tmp_path: Path) -> None:
    put("ada.vcf", card(*ADA))
    for hidden in (".stversions", ".Radicale.cache"):
        put(f"{hidden}/gone.vcf", card("FN:Long Gone"))
    put("below/grace.vcf", card(*GRACE))
    report = only(netlog("import", str(tmp_path), "--json"))
    assert set(names(report["new"])) == {"Ada Lovelace", "Grace Hopper"}


def test_what_is_only_kept_is_shown_and_found(netlog: Netlog, put) -> None:
    picture = "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 2000
    netlog("import", put("a.vcf", card(*ADA, "X-ODD;X-A=b:zanzibar", picture)))
    assert "zanzibar" not in netlog("show", "ada").out
    shown = netlog("show", "ada", "--all").out
    assert "X-ODD;X-A=b:zanzibar" in shown
    assert "A" * 300 not in shown
    assert netlog("show", "ada", "--json").json["kept"] is None
    assert netlog("show", "ada", "--all", "--json").json["kept"] == [
        "X-ODD;X-A=b:zanzibar",
        picture,
    ]
    (hit,) = netlog("search", "zanzibar", "--json").json
    assert hit["ref"] == "c1"
    assert netlog("search", "AAAA", "--json").json == []


@pytest.mark.of_file("its size")
def test_the_journal_of_an_imported_book_is_at_most_a_third_of_it(
    netlog, db: Path, tmp_path: Path
) -> None:
    cards = tmp_path / "many.vcf"
    cards.write_text("".join(map(_card, range(600))))
    netlog("import", str(cards), "--yes")
    whole = _size(db, tmp_path, ())
    assert 1 - _size(db, tmp_path, JOURNAL) / whole < 1 / 3
    netlog("undo")
    netlog("redo")
    assert _size(db, tmp_path, ()) < whole * 1.01


def _card(number: int) -> str:
    name = f"{['Anna', 'Ben', 'Carol', 'Dmitri'][number % 4]} Whitfield{number}"
    return (
        f"BEGIN:VCARD\nVERSION:3.0\nUID:{uuid.uuid5(uuid.NAMESPACE_DNS, name)}\nFN:{name}\n"
        f"ORG:Company {number % 70}\nTITLE:Engineer\nEMAIL;TYPE=WORK:w{number}@example.com\n"
        f"EMAIL;TYPE=HOME:h{number}@example.org\nTEL;TYPE=CELL:+4930{number * 7919}\n"
        f"BDAY:19{50 + number % 50}-01-1{number % 10}\nNOTE:Met in {1990 + number % 30}\\, jobs.\n"
        f"CATEGORIES:work,conf{number % 20}\nEND:VCARD\n"
    )


def _size(db: Path, folder: Path, without: Iterable[str]) -> int:
    """Bytes of a copy of the book, written anew without these tables."""
    copy = folder / "copy.db"
    shutil.copyfile(db, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        for table in without:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("VACUUM")
    return copy.stat().st_size
