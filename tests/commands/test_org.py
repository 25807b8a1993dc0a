"""org: companies with a record of their own, found by what people's organization says."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

Netlog = Callable[..., Any]


@pytest.fixture
def acme(netlog: Netlog, seeded) -> Netlog:
    """Grace at Acme GmbH, Ada at ACME Corp., Bob at Initech; Acme (o1) has a record."""

    def fill() -> None:
        netlog("add", "Grace Hopper", "--org", "Acme GmbH", "--title", "CTO")
        netlog("add", "Ada Lovelace", "--org", "ACME Corp.")
        netlog("add", "Bob Jones", "--org", "Initech")
        netlog(
            "org", "add", "Acme", "--url", "acme.example", "--city", "Oslo", "--note", "Pays late"
        )

    seeded(fill)
    return netlog


def sheet(netlog: Netlog, typed: str = "o1") -> Any:
    return netlog("org", "show", typed, "--json").json


def test_whom_its_card_names_and_what_is_kept_of_it_are_shown(netlog: Netlog, tmp_path) -> None:
    lines = ("VERSION:3.0", "FN:Besser GmbH", "ORG:Besser GmbH", "X-ABShowAs:COMPANY")
    named = ("BEGIN:VCARD", *lines, "N:Besser;Hans;;;", "UID:a", "X-SINCE:1990", "END:VCARD")
    nobody = ("BEGIN:VCARD", *lines[:1], "FN:Acme", "ORG:Acme", "N:Acme;;;;", "END:VCARD")
    card = tmp_path / "companies.vcf"
    card.write_text("".join(f"{line}\r\n" for line in (*named, *nobody)))
    assert netlog("import", str(card)).status == 0
    assert "Contact  Hans Besser" in netlog("org", "show", "o1").out
    assert sheet(netlog)["contact"] == "Hans Besser"
    assert sheet(netlog, "o2")["contact"] is None
    assert "X-SINCE" not in netlog("show", "o1").out
    assert "X-SINCE:1990" in netlog("show", "o1", "--all").out
    assert "X-SINCE:1990" in netlog("show", "o1", "--all", "--json").json["kept"]


def test_it_is_added_with_whom_it_finds(netlog: Netlog) -> None:
    netlog("add", "Grace Hopper", "--org", "Acme GmbH")
    assert netlog("org", "add", "Acme").out == "Acme (o1) added: 1 person there.\n"
    assert netlog("org", "add", "Initech").out == "Initech (o2) added.\n"


def test_all_that_is_known_of_it_is_shown(acme: Netlog) -> None:
    found = sheet(acme)
    assert (found["name"], found["url"], found["city"]) == ("Acme", "acme.example", "Oslo")
    assert found["spelled"] == ["ACME Corp.", "Acme GmbH"]
    assert [(one["contact"]["ref"], one["title"]) for one in found["people"]] == [
        ("c2", None),
        ("c1", "CTO"),
    ]
    assert acme("show", "o1", "--json").json == found


@pytest.mark.parametrize("typed", ["o1", "acme", "ACME Inc", "Ac", "O1"])
def test_it_is_found_by_ref_name_or_its_beginning(acme: Netlog, typed: str) -> None:
    assert sheet(acme, typed)["ref"] == "o1"


def test_several_that_may_be_meant_are_told(acme: Netlog) -> None:
    acme("org", "add", "Acme Inc", "--force")
    assert sheet(acme, "acme inc")["ref"] == "o2"
    failed = acme("org", "show", "ac", "--json")
    assert failed.status == 4
    refs = [one["ref"] for one in json.loads(failed.err)["error"]["candidates"]]
    assert refs == ["o1", "o2"]


def test_one_without_a_record_says_how_to_give_it_one(acme: Netlog) -> None:
    failed = acme("org", "show", "initech")
    assert (failed.status, "netlog org add Initech" in failed.err) == (3, True)
    assert acme("org", "show", "nobody").status == 3


def test_the_same_company_is_not_added_twice(acme: Netlog) -> None:
    failed = acme("org", "add", "ACME, Inc.")
    assert (failed.status, 'org edit o1 --add-alias "ACME, Inc."' in failed.err) == (5, True)
    assert acme("org", "add", "Ajax", "--alias", "Acme AG").status == 5
    uid = "00000000-0000-4000-8000-00000000000a"
    for _ in range(2):
        assert acme("org", "add", "Ajax", "--id", uid, "--json").json["ref"] == "o2"


def test_who_left_was_there(acme: Netlog) -> None:
    acme("log", "grace", "coffee", "yesterday")
    acme("edit", "grace", "--org", "Initech")
    found = sheet(acme)
    assert [one["contact"]["ref"] for one in found["people"]] == ["c2"]
    (left,) = found["former"]
    assert (left["contact"]["ref"], left["title"], left["until"]) == ("c1", "CTO", "2026-11-23")
    assert found["last_touch"]["contact"]["ref"] == "c1"
    (line,) = acme("org", "list", "--json").json
    assert (line["people"], line["last_touch_on"]) == (1, found["last_touch_on"] or "none")


def test_a_change_of_spelling_is_no_former_job_there(acme: Netlog) -> None:
    acme("edit", "grace", "--org", "Acme AG", "--no-fix")
    found = sheet(acme)
    assert {one["contact"]["ref"] for one in found["people"]} == {"c1", "c2"}
    assert found["former"] == []


def test_it_is_changed(acme: Netlog) -> None:
    said = acme("org", "edit", "acme", "--name", "Ajax", "--add-email", "info@ajax.example").out
    assert "name Acme → Ajax" in said
    assert "+info@ajax.example" in said
    assert sheet(acme, "acme")["aliases"] == ["Acme"]
    assert len(sheet(acme, "ajax")["people"]) == 2
    acme("edit", "o1", "--note", "Called Bo", "--city", "")
    found = sheet(acme)
    assert (found["notes"], found["city"]) == ("Pays late\nCalled Bo", None)
    acme("org", "edit", "ajax", "--rm-alias", "acme")
    assert sheet(acme)["people"] == []
    assert acme("org", "edit", "ajax").status == 2
    assert acme("org", "edit", "ajax", "--rm-alias", "nope").status == 3


def test_it_is_edited_as_json(acme: Netlog, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.BytesIO(b'{"aliases": ["Ajax"], "city": null}')
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=typed))
    changed = acme("edit", "o1", "--stdin", "--json").json
    assert (changed["aliases"], changed["city"]) == (["Ajax"], None)


def test_two_become_one(acme: Netlog) -> None:
    acme("org", "add", "Initech", "--city", "Bergen", "--url", "initech.example")
    acme("org", "log", "initech", "call", "--", "the yard")
    merged = acme("org", "merge", "acme", "initech", "--json").json
    assert merged["aliases"] == ["Initech"]
    assert len(merged["people"]) == 3
    assert [one["text"] for one in merged["log"]] == ["the yard"]
    assert merged["city"] == "Oslo"
    assert "Bergen" in merged["notes"]
    acme("undo")
    assert [one["name"] for one in acme("org", "list", "--json").json] == ["Acme", "Initech"]
    assert acme("org", "merge", "o1", "acme").status == 2


def test_they_are_listed(acme: Netlog) -> None:
    acme("log", "ada", "coffee", "2026-11-20")
    (line,) = acme("org", "list", "--json").json
    assert (line["people"], line["last_touch_on"]) == (2, "2026-11-20")
    assert "2 people" in acme("org", "list").out


def test_none_yet_says_how(netlog: Netlog) -> None:
    assert "netlog org add Acme" in netlog("org", "list").err


def test_a_removal_leaves_people_their_word(acme: Netlog) -> None:
    assert acme("org", "remove", "acme").status == 2
    assert acme("org", "remove", "acme", "--yes").status == 0
    assert acme("show", "grace", "--json").json["organization"] == "Acme GmbH"
    acme("undo")
    assert sheet(acme)["notes"] == "Pays late"
    acme("remove", "o1", "--yes")
    assert acme("show", "o1").status == 3


# Its own log


def test_it_has_a_log_of_its_own(acme: Netlog) -> None:
    said = acme("org", "log", "acme", "call", "yesterday", "--", "asked for a quote").out
    assert said == "Noted of Acme (o1): call on 22 Nov.\n"
    (entry,) = sheet(acme)["log"]
    assert (entry["happened_on"], entry["kind"]) == ("2026-11-22", "call")
    assert "22 Nov  call: asked for a quote" in acme("org", "show", "acme").out


def test_its_log_is_no_touch_with_anybody(acme: Netlog) -> None:
    acme("org", "log", "acme", "meeting", "--", "the fair")
    assert sheet(acme)["last_touch"] is None
    assert acme("due", "--all", "--json").json == []


def test_log_of_a_company_says_where_it_goes(acme: Netlog) -> None:
    acme("org", "add", "Weyland", "--alias", "WY")
    failed = acme("log", "weyland", "coffee")
    assert (failed.status, "netlog org log o2" in failed.err) == (3, True)


@pytest.mark.parametrize("words", [("acme", "initech", "call"), ("acme", "call", "2026-12-24")])
def test_what_cannot_be_logged_is_refused(acme: Netlog, words: tuple[str, ...]) -> None:
    assert acme("org", "log", *words).status in (1, 2)
    assert sheet(acme)["log"] == []


# Everywhere else


def test_it_is_found_by_its_words(acme: Netlog) -> None:
    acme("org", "log", "acme", "--", "asked for a quote")
    for word in ("oslo", "quote", "late"):
        (found,) = acme("search", word, "--json").json
        assert (found["ref"], found["kind"], found["contacts"]) == ("o1", "organization", [])
    assert "Organizations\no1" in acme("search", "quote").out
    assert acme("search", "quote", "--tag", "x", "--json").json == []
    acme("undo")
    assert acme("search", "quote", "--json").json == []


def test_history_tells_of_it(acme: Netlog) -> None:
    acme("org", "log", "acme", "call", "--", "a quote")
    acme("org", "edit", "acme", "--add-alias", "Ajax")
    told = acme("history", "o1").out
    assert "alias Ajax added" in told
    assert "call: a quote noted" in told
    assert "Acme" in acme("undo", "--list").out


def test_a_company_comes_up_only_when_it_was_asked_for(acme: Netlog, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2027-11-23")
    assert "o1" not in acme("due", "--all").out
    assert acme("done", "o1").status == 3
    for words in (("log", "o1", "coffee"), ("who", "o1")):
        assert acme(*words).status == 2


@pytest.mark.parametrize("how", [("every", "o1"), ("org", "edit", "acme", "--every")])
def test_a_company_that_was_asked_for_comes_up(acme: Netlog, monkeypatch, how) -> None:
    acme(*how, "30d")
    assert "monthly, next 23 Dec" in acme("org", "show", "o1").out
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-24")
    (line,) = [one for one in acme("due", "--json").json if one["ref"] == "o1"]
    assert (line["kind"], line["contact"]["name"], line["days_overdue"]) == ("reconnect", "Acme", 1)
    assert "o1" not in acme("due", "--tag", "friends").out
    acme(*how, "never")
    assert "o1" not in acme("due").out


@pytest.mark.parametrize(
    ("act", "again"),
    [
        (("done", "o1"), "2027-01-23"),
        (("drop", "o1"), "2027-01-23"),
        (("snooze", "o1", "1w"), "2026-12-31"),
        (("org", "log", "o1", "call"), "2027-01-23"),
        (("log", "carol", "coffee"), "2027-01-23"),
    ],
)
def test_it_is_settled_as_people_are(acme: Netlog, monkeypatch, act, again: str) -> None:
    acme("add", "Carol Reed", "--org", "Acme", "--force")
    acme("every", "o1", "30d")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-24")
    assert acme(*act).status == 0
    assert acme("org", "show", "o1", "--json").json["next_due_on"] == again
    assert not [one for one in acme("due", "--json").json if one["ref"] == "o1"]
    monkeypatch.setenv("NETLOG_TODAY", again)
    assert [one for one in acme("due", "--json").json if one["ref"] == "o1"]


def test_a_note_about_a_company_is_no_touch_and_what_happens_ends_a_snooze(
    acme: Netlog, monkeypatch
) -> None:
    acme("every", "o1", "30d")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-24")
    acme("org", "log", "o1", "--", "pays late")
    assert acme("org", "show", "o1", "--json").json["next_due_on"] == "2026-12-23"
    acme("snooze", "o1", "8w")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-28")
    acme("org", "log", "o1", "call")
    assert acme("org", "show", "o1", "--json").json["next_due_on"] == "2027-01-27"


def test_how_often_goes_along_in_a_merge_and_in_json(acme: Netlog, tmp_path: Path) -> None:
    acme("every", "o1", "30d")
    acme("snooze", "o1", "8w")
    path, other = tmp_path / "book.json", str(tmp_path / "other.db")
    acme("export", "-o", str(path))
    acme("import", str(path), "--db", other)
    assert acme("export", "--format", "json", "--db", other).out == path.read_text()
    acme("org", "add", "Initrode")
    acme("org", "merge", "o2", "o1")
    assert acme("org", "show", "o2", "--json").json["cadence_days"] == 30


def test_netlogs_own_json_keeps_it(acme: Netlog, tmp_path: Path) -> None:
    acme("org", "log", "acme", "call", "yesterday", "--", "a quote")
    acme("org", "edit", "acme", "--add-alias", "Ajax", "--add-phone", "work=+49 30 123456")
    path, other = tmp_path / "book.json", str(tmp_path / "other.db")
    acme("export", "-o", str(path))
    assert acme("import", str(path), "--db", other, "--json").status == 0
    assert acme("export", "--format", "json", "--db", other).out == path.read_text()
    (again,) = acme("import", str(path), "--db", other, "--json").json
    assert (again["new"], again["updated"]) == ([], [])


def test_json_lines_keep_it(acme: Netlog, tmp_path: Path) -> None:
    path, other = tmp_path / "book.jsonl", str(tmp_path / "other.db")
    acme("export", "-o", str(path))
    acme("import", str(path), "--db", other)
    assert acme("org", "show", "acme", "--db", other, "--json").json == sheet(acme)


CARDS = """BEGIN:VCARD
VERSION:4.0
UID:u1
KIND:org
FN:Acme GmbH
TEL:+49 30 123456
LOGO:http://example.org/x.png
END:VCARD
BEGIN:VCARD
VERSION:4.0
UID:u2
FN:Grace Hopper
N:Hopper;Grace;;;
ORG:Acme Inc
END:VCARD
"""


def test_a_card_of_an_organization_comes_in_as_one(netlog: Netlog, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS)
    (told,) = netlog("import", str(path), "--json").json
    assert {(one["record"], one["ref"]) for one in told["new"]} == {
        ("organization", "o1"),
        ("contact", "c1"),
    }
    assert [one["contact"]["ref"] for one in sheet(netlog)["people"]] == ["c1"]
    assert [one["name"] for one in netlog("list", "--json").json] == ["Grace Hopper"]
    (again,) = netlog("import", str(path), "--json").json
    assert (again["new"], again["updated"]) == ([], [])
    out = netlog("export", "--format", "vcf").out
    assert "UID:u1\r\nKIND:org\r\nFN:Acme GmbH\r\nTEL:+49 30 123456\r\nLOGO:" in out
    assert netlog("search", "x.png", "--json").json[0]["ref"] == "o1"


def test_a_card_fills_a_record_of_that_name(acme: Netlog, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS)
    (told,) = acme("import", str(path), "--json").json
    (updated,) = [one for one in told["updated"] if one["record"] == "organization"]
    assert updated["ref"] == "o1"
    found = sheet(acme)
    assert (found["city"], found["aliases"]) == ("Oslo", ["Acme GmbH"])
    assert "+49 30 123456" in [one["value"] for one in found["methods"]]


def test_a_dry_run_stores_no_company(netlog: Netlog, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS)
    netlog("import", str(path), "--dry-run")
    assert netlog("org", "list", "--json").json == []


def test_of_some_people_no_company_goes_along(acme: Netlog) -> None:
    acme("tag", "grace", "x")
    assert "KIND:org" in acme("export", "--format", "vcf").out
    assert "KIND:org" not in acme("export", "--format", "vcf", "--tag", "x").out


def test_markdown_tells_of_it(acme: Netlog, tmp_path: Path) -> None:
    acme("org", "log", "acme", "call", "yesterday", "--", "a quote")
    told = acme("export", "--format", "md").out
    assert "# Companies\n\n## Acme\n\n- City: Oslo\n" in told
    assert "### People\n\n- Ada Lovelace\n- Grace Hopper, CTO\n" in told
    assert "### Log\n\n- 2026-11-22 call: a quote\n" in told
    acme("export", "--format", "md", "-o", f"{tmp_path}/pages/")
    assert (tmp_path / "pages" / "acme-o1.md").read_text().startswith("# Acme\n")
    assert "# Companies" not in acme("export", "--format", "md", "--tag", "x").out


def test_a_name_may_look_like_a_ref(acme: Netlog) -> None:
    acme("org", "add", "O2")
    acme("org", "add", "O7")
    assert sheet(acme, "o2")["name"] == "O2"
    assert sheet(acme, "o7")["ref"] == "o3"


def test_its_leads_are_told(acme: Netlog) -> None:
    acme("lead", "add", "Head of data", "--org", "Acme Ltd", "--via", "grace")
    acme("lead", "add", "ACME", "--via", "ada")
    acme("lead", "add", "Initech", "--via", "bob")
    assert [one["title"] for one in sheet(acme)["leads"]] == ["Head of data", "ACME"]
    assert "Leads\n  l1  Head of data  heard\n  l2  ACME" in acme("org", "show", "acme").out


def test_the_last_touch_is_with_its_people_or_by_its_own_log(acme: Netlog) -> None:
    acme("log", "grace", "coffee", "--on", "2026-10-01")
    assert "1 Oct, Grace Hopper (c1)" in acme("org", "show", "o1").out
    acme("org", "log", "o1", "call", "--on", "2026-11-01")
    assert "Last touch  1 Nov\n" in acme("org", "show", "o1").out
    assert sheet(acme)["last_touch_on"] == "2026-11-01"
    assert acme("org", "list", "--json").json[0]["last_touch_on"] == "2026-11-01"
    acme("org", "log", "o1", "note", "--on", "2026-11-02")
    assert sheet(acme)["last_touch_on"] == "2026-11-01"


def test_a_cadence_may_be_said_at_once(netlog: Netlog) -> None:
    netlog("org", "add", "Acme", "--every", "monthly")
    assert sheet(netlog)["cadence_days"] == 30


def test_what_is_no_kind_is_said_with_how_a_name_is_typed(acme: Netlog) -> None:
    failed = acme("org", "log", "acme", "corp", "call", "--", "x").err
    assert "'corp' is no kind and no day." in failed
    assert 'netlog org log "acme corp"' in failed
    assert "quotes" not in acme("org", "log", "o1", "fair", "--", "x").err
    assert "netlog org log o1" in acme("log", "o1", "call").err


def test_a_card_of_a_company_leaves_as_it_came_unless_it_gets_a_uid(
    netlog: Netlog, tmp_path
) -> None:
    path = tmp_path / "a.vcf"
    whole = "BEGIN:VCARD\r\nVERSION:3.0\r\n{}ORG:{}\r\nTEL:+4930123456\r\nEND:VCARD\r\n"
    path.write_text(whole.format("UID:abc-1\r\n", "Acme GmbH"), newline="")
    netlog("import", str(path))
    assert netlog("export", "--format", "vcf").out == path.read_text().replace("\n", "\r\n")
    netlog("org", "remove", "o1", "--yes")
    path.write_text(whole.format("", "Acme GmbH"), newline="")
    netlog("import", str(path))
    assert "KIND:org\r\n" in netlog("export", "--format", "vcf").out


UNREAD = (
    ("TEL:ask the desk", "EMAIL:none yet"),
    ("NOTE:hello\\nthere", "TEL;TYPE=work:ask", "TEL:+4930123456"),
    ("item1.TEL:ring", "item1.X-ABLabel:Desk"),
    ("TEL:x", "NOTE:phone: x"),
)


@pytest.mark.parametrize("lines", UNREAD)
def test_what_is_no_way_to_reach_a_company_leaves_as_it_came(
    netlog: Netlog, tmp_path: Path, lines: tuple[str, ...]
) -> None:
    path = tmp_path / "a.vcf"
    said = ("BEGIN:VCARD", "VERSION:3.0", "UID:u1", "FN:Acme", "ORG:Acme", *lines, "END:VCARD", "")
    path.write_text("\r\n".join(said), newline="")
    netlog("import", str(path))
    assert netlog("export", "--format", "vcf").out.split("\r\n") == list(said)
    netlog("org", "edit", "o1", "--note", "more")
    after = netlog("export", "--format", "vcf").out.split("\r\n")
    assert [one for one in lines if not one.startswith("NOTE")] == [
        one for one in after if one in lines and not one.startswith("NOTE")
    ]
    (note,) = [one for one in after if one.startswith("NOTE")]
    assert note.endswith("more")
    assert "ask" not in note
