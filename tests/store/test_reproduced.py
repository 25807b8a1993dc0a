"""Law: the book as JSON, read into an empty one, is the same book but for its journal."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select
from tests.examples import examples

from netlog import cli
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.tables.belongings import ContactKept, ContactUid
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.history import JOURNAL
from netlog.store.writes.recording import Recording

AT = "2026-11-23T12:00:00Z"


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return [
        line
        for line in lines
        if not any(f'INTO "{table}"' in line for table in JOURNAL) and "_search" not in line
    ]


def keep(book: Recording, data: st.DataObject) -> None:
    """What only imports write: kept lines and further uids."""
    for contact in book.session.exec(select(ContactRow)).all():
        for number in range(data.draw(st.integers(0, 2))):
            book.session.add(ContactKept(contact_id=contact.id, line=f'X-ODD;A="b":{number}\\n'))
            book.session.add(ContactUid(contact_id=contact.id, uid=f"other-{contact.id}-{number}"))
            book.session.flush()


@pytest.mark.parametrize("format_", ["json", "jsonl"])
@given(data=st.data())
@settings(
    max_examples=examples(4),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_an_export_reproduces_the_book(
    data: st.DataObject,
    format_: str,
    write_anything: Callable[[st.DataObject, Recording], None],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("reproduced")
    one, other, told = folder / "one.db", folder / "other.db", folder / "told"
    with doors.recording(str(one), command="test", at=AT, judge=derive) as book:
        for _ in range(data.draw(st.integers(1, 12))):
            write_anything(data, book)
        keep(book, data)
    assert cli.main(("--db", str(one), "export", "--format", format_, "-o", str(told))) == 0
    assert cli.main(("--db", str(other), "import", str(told))) == 0
    if other.exists():
        assert dump(one) == dump(other)
    else:
        assert not any(line.startswith("INSERT") for line in dump(one))


def test_what_it_holds_is_known_when_it_comes_again(netlog, tmp_path: Path) -> None:
    netlog("add", "Grace Hopper", "--log", "Looms")
    path = tmp_path / "all.json"
    netlog("export", "-o", str(path))
    (report,) = netlog("import", str(path), "--json").json
    assert (report["new"], report["updated"], report["rejected"]) == ([], [], [])


def test_it_joins_a_book_with_people_of_its_own(netlog, tmp_path: Path, monkeypatch) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil")
    netlog("log", "grace", "-m", "Looms", "--on", "2026-11-01", "--kind", "lunch")
    path = tmp_path / "all.json"
    netlog("export", "-o", str(path))
    monkeypatch.setenv("NETLOG_DB", str(tmp_path / "other.db"))
    netlog("add", "Ada Lovelace")
    netlog("add", "G. Hopper", "--email", "grace@navy.mil")
    (report,) = netlog("import", str(path), "--json").json
    assert [one["record"] for one in report["new"]] == ["meeting", "thanks"]
    assert netlog("show", "c2", "--json").json["last_touch_on"] == date(2026, 11, 1).isoformat()


@pytest.mark.parametrize("words", [("list",), ("show", "grace")])
def test_what_other_commands_print_is_read_too(
    netlog, tmp_path: Path, monkeypatch, words: tuple[str, ...]
) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@navy.mil", "--every", "2w", "--log", "Looms")
    path = tmp_path / "some.json"
    path.write_text(netlog(*words, "--json").out)
    monkeypatch.setenv("NETLOG_DB", str(tmp_path / "other.db"))
    assert netlog("import", str(path)).status == 0
    grace = netlog("show", "grace", "--json").json
    assert (grace["cadence_days"], grace["methods"][0]["value"]) == (14, "grace@navy.mil")
    assert len(grace["meetings"]) == (1 if words[0] == "show" else 0)


def read(netlog: Any, tmp_path: Path, text: str) -> Any:
    path = tmp_path / "hand.json"
    path.write_text(text)
    return netlog("import", str(path), "--json")


def test_a_name_is_enough(netlog, tmp_path: Path) -> None:
    text = '{"contacts": [{"name": "Maria"}], "meetings": [{"happened_on": "2026-11-01", '
    text += '"kind": "coffee", "contacts": ["Maria"]}]}'
    (report,) = read(netlog, tmp_path, text).json
    assert [one["name"] for one in report["new"]] == ["Maria", "coffee with Maria, 1 Nov"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ('{"nickname": "M"}', "it has no name"),
        ('{"name": 7}', "name is not text"),
        pytest.param(
            f'{{"name": "{"A" * 1_000_001}"}}', "name is longer than 1 MB", id="longer than 1 MB"
        ),
        ('{"name": "M", "met_on": "2026-02-30"}', "met_on is not a day such as 2026-11-23"),
        ('{"name": "M", "tags": "x"}', "tags is not a list"),
        ('{"name": "M", "snoozed_why": "\\ud800"}', "snoozed_why is not valid text"),
        ('{"name": "M", "jobs": [{"ended_on": "yesterday"}]}', "ended_on is not a day"),
        ('{"name": "M", "created_at": "2026-W48-1T99:99:99Z"}', "created_at is not an instant"),
        ('{"name": "M", "rows": {"tags": [true]}}', "tags is not a list of numbers"),
        ('{"scope": "circle", "label": "nope", "cadence_days": 7}', "there is no circle 'nope'"),
        ('{"scope": "default", "label": "x", "cadence_days": 7}', "there is no default 'x'"),
        ('{"scope": "tag", "cadence_days": 7}', "there is no tag ''"),
        ('{"scope": "tag", "label": "x"}', "it has no cadence_days"),
        ('{"scope": "tag", "label": "x", "cadence_days": 9999}', "a cadence is 0 (never) to"),
        ('{"happened_on": "2026-01-01", "kind": "Big do", "contacts": []}', "kind is not one word"),
        ('{"name": "M", "snoozes": -1}', "snoozes is not a whole number"),
        ('{"name": "M", "created_at": "today"}', "created_at is not an instant"),
        ('{"type": "lead_favor", "lead": {"uid": "x"}}', "it has no favor"),
        ("7", "it is not an object"),
    ],
)
def test_a_record_that_is_wrong_costs_only_itself(
    netlog, tmp_path: Path, record: str, reason: str
) -> None:
    result = read(netlog, tmp_path, f'[{{"name": "Grace"}}, {record}, {{"name": "Ada"}}]')
    assert result.status == 1
    (report,) = result.json
    assert [one["name"] for one in report["new"]] == ["Grace", "Ada"]
    ((row, said),) = [(one["row"], one["reason"]) for one in report["rejected"]]
    assert row == 2
    assert said.startswith(reason)


@pytest.mark.parametrize(
    "text",
    [
        '{"netlog": {"format": 99}, "contacts": [{"name": "M"}]}',
        '{"type": "netlog", "format": 99}\n{"type": "contact", "name": "M"}',
        '{"netlog": {"format": 99},\n"contacts": [\n{"name": "M"}\n]}',
        '{"people": []}',
        '{"contacts": [' + "[" * 100_000,
    ],
)
def test_a_newer_or_a_broken_file_is_rejected_whole(netlog, tmp_path: Path, text: str) -> None:
    result = read(netlog, tmp_path, text)
    assert result.status == 1
    assert result.json[0]["new"] == []
    assert result.json[0]["rejected"]


@pytest.mark.parametrize(
    "text",
    [
        '{"netlog": {"format": 1},\n "contacts": [\n  {"name": "Ada"}\n ]}\n',
        '{"netlog": {"format": 1},\n"contacts": [{"name": "Ada"}]}\n',
        '{"contacts": [{"name": "Ada"}]}',
        '{"name": "Ada"}',
        '{"type": "contact", "name": "Ada"}',
        '{"netlog": {"format": 1}, "contacts": [{"name": "Ada"}]}',
    ],
)
def test_however_it_is_laid_out_nobody_is_lost(netlog, tmp_path: Path, text: str) -> None:
    (report,) = read(netlog, tmp_path, text).json
    assert [one["name"] for one in report["new"]] == ["Ada"]


@pytest.mark.parametrize(
    "text",
    ['{"contacts": {"a": 1}}', '{"netlog": null}', '{"netlog": {"format": 1},\n"Ada",\n"x": []}'],
)
def test_what_is_laid_out_wrong_is_rejected(netlog, tmp_path: Path, text: str) -> None:
    result = read(netlog, tmp_path, text)
    assert result.status == 1
    assert result.json[0]["rejected"]


ANNS = '[{"id": 1, "name": "Ann", "organization": "X"}, {"id": 2, "name": "Ann"}, '
CALL = '{"happened_on": "2026-01-01", "kind": "call", "contacts": '


@pytest.mark.parametrize(
    ("who", "ref"), [('[{"id": 2, "name": "Ann"}]', "c2"), ('[{"id": 1}]', "c1"), ('["Ann"]', None)]
)
def test_a_meeting_is_with_the_one_who_is_meant_or_nobody(
    netlog, tmp_path: Path, who: str, ref: str | None
) -> None:
    read(netlog, tmp_path, f"{ANNS}{CALL}{who}}}]")
    for one in ("c1", "c2"):
        touched = netlog("show", one, "--json").json["last_touch_on"]
        assert touched == ("2026-01-01" if one == ref else None)


def test_a_reference_may_stand_before_whom_it_refers_to(netlog, tmp_path: Path) -> None:
    text = '[{"name": "Bo", "introduced_by": {"id": 7, "name": "Al"}}, {"id": 7, "name": "Al"}]'
    read(netlog, tmp_path, text)
    assert netlog("show", "bo", "--json").json["introduced_by"]["name"] == "Al"


def test_who_stays_behind_is_named(netlog, tmp_path: Path, monkeypatch) -> None:
    netlog("add", "Bob Via")
    netlog("add", "Ann Navy", "--via", "bob", "--tag", "navy")
    path = tmp_path / "navy.json"
    netlog("export", "--tag", "navy", "-o", str(path))
    monkeypatch.setenv("NETLOG_DB", str(tmp_path / "other.db"))
    netlog("import", str(path))
    assert netlog("show", "ann", "--json").json["fields"] == {"introduced by": "Bob Via"}


def test_a_uid_given_twice_costs_nobody(netlog, tmp_path: Path) -> None:
    text = '[{"name": "A", "uid": "u1", "uids": ["x", "x", "u1"]}, '
    text += '{"scope": "tag", "label": "a", "cadence_days": 7, "uid": "r"}, '
    text += '{"scope": "tag", "label": "b", "cadence_days": 7, "uid": "r"}]'
    assert read(netlog, tmp_path, text).status == 0


def test_a_way_that_netlog_has_no_word_for_is_a_field(netlog, tmp_path: Path) -> None:
    read(netlog, tmp_path, '{"name": "A", "methods": [{"kind": "fax", "value": "1"}]}')
    assert netlog("show", "A", "--json").json["fields"] == {"fax": "1"}


def test_an_id_as_high_as_it_goes_leaves_room_for_others(netlog, tmp_path: Path) -> None:
    read(netlog, tmp_path, '[{"id": 9007199254740991, "name": "A"}]')
    assert netlog("add", "Bob", "--json").json["id"] == 2


def test_rejected_lines_can_be_mended(netlog, tmp_path: Path) -> None:
    path, rejects = tmp_path / "a.jsonl", tmp_path / "rejects.jsonl"
    favor = '{"type": "favor", "contact": "A", "direction": "sideways", "text": "x", '
    path.write_text(
        '{"type": "contact", "name": "A"}\n{"name": }\n' + favor + '"opened_on": "2026-01-01"}\n'
    )
    assert netlog("import", str(path), "--rejects", str(rejects)).status == 1
    broken, wrong = rejects.read_text().splitlines()
    assert broken == '{"name": }'
    rejects.write_text(wrong.replace("sideways", "to_me"))
    (report,) = netlog("import", str(rejects), "--json").json
    assert [one["record"] for one in report["new"]] == ["favor"]


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("name", "id", "uid", "contacts", "methods", "kind", "value", "rows"))
            | st.sampled_from(
                ("meetings", "happened_on", "fields", "exact", "type", "introduced_by")
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(value=ODD)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_is_taken_or_refused_with_a_sentence(netlog, tmp_path: Path, value: Any) -> None:
    import json

    result = read(netlog, tmp_path, json.dumps({"contacts": [value], "meetings": [value]}))
    assert result.status in (0, 1)
    assert "netlog failed" not in result.err


def test_a_uid_that_two_claim_is_that_of_the_first(netlog, tmp_path: Path) -> None:
    two = '[{"name": "A", "uid": "a"}, {"name": "B", "uid": "b"}]'
    read(netlog, tmp_path, two)
    (report,) = read(netlog, tmp_path, two.replace("}", ', "uids": ["x"]}')).json
    assert (report["new"], report["rejected"]) == ([], [])
    assert [one["name"] for one in report["updated"]] == ["A"]
