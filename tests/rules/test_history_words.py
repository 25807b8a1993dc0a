"""Changes of rows in words: every table and column has some, whatever is in it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import SQLModel

from netlog.records.history import Batch, Change, Deed, Names, Tally
from netlog.rules import history_words
from netlog.store.tables import whole as _schema  # noqa: F401 - fills SQLModel.metadata
from netlog.store.tables.history import JOURNAL

TODAY = date(2026, 11, 23)
BATCH = Batch("b", "edit", "2026-11-23T12:00:00Z", None, 1, 1)
KNOWN = Names({1: "Grace Hopper", 2: "Ada Lovelace"}, {1: (1, 2)}, {1: "lunch"})
TABLES = [table for table in SQLModel.metadata.sorted_tables if table.name not in JOURNAL]
GRACE = {"id": 1, "name": "Grace Hopper"}


def told(*changes: tuple[str, dict[str, Any] | None, dict[str, Any] | None]) -> list[Deed]:
    rows = [Change(BATCH, t, (b or a or {}).get("id", 1), b, a) for t, b, a in changes]
    return list(history_words.happened(rows, KNOWN, TODAY))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"organization": "Acme"}, {"organization": "Initech"}, "organization: Acme → Initech"),
        ({"organization": None}, {"organization": "Initech"}, "organization: Initech"),
        ({"organization": "Acme"}, {"organization": None}, "organization: Acme → –"),
        ({"notes": None}, {"notes": "a\nb"}, "notes added"),
        ({"notes": "a"}, {"notes": "b"}, "notes changed"),
        ({"notes": "a"}, {"notes": None}, "notes removed"),
        ({"cadence_days": None}, {"cadence_days": 14}, "cadence: every 2 weeks"),
        ({"cadence_days": 7}, {"cadence_days": None}, "cadence: weekly → as the rules say"),
        ({"introduced_by_id": None}, {"introduced_by_id": 2}, "introduced by: Ada Lovelace"),
        ({"archived_at": None}, {"archived_at": "2026-11-23T12:00:00Z"}, "archived"),
        ({"archived_at": "2026-11-23T12:00:00Z"}, {"archived_at": None}, "out of the archive"),
        ({"snoozed_until": None}, {"snoozed_until": "2026-12-01"}, "snoozed until 1 Dec"),
        ({"met_on": None}, {"met_on": "2020-01-31"}, "met on: 31 Jan 2020"),
    ],
)
def test_a_change_of_somebody_is_told_field_by_field(
    before: dict[str, Any], after: dict[str, Any], said: str
) -> None:
    (one,) = told(("contact", {**GRACE, **before}, {**GRACE, **after}))
    assert one == Deed("c1", "Grace Hopper", said)


def test_what_serves_a_goal_is_told_though_the_row_names_nothing() -> None:
    row = dict.fromkeys(("contact_id", "meeting_id", "plan_id", "favor_id")) | {"goal_id": 1}
    (one,) = told(("goal_link", None, row))
    assert "something" in one.what


def test_several_fields_are_told_together() -> None:
    before, after = {**GRACE, "city": None, "title": "A"}, {**GRACE, "city": "Rome", "title": "B"}
    assert told(("contact", before, after))[0].what == "city: Rome, title: A → B"


def test_a_long_text_is_shortened_to_one_line() -> None:
    (one,) = told(("contact", {**GRACE, "city": None}, {**GRACE, "city": "a\n" + "b" * 99}))
    assert one.what == f"city: a {'b' * 57}…"


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("contact_tag", {"tag": "hiring"}, "tag hiring added"),
        ("contact_circle", {"circle": "peer"}, "circle peer added"),
        ("contact_method", {"kind": "email", "value": "g@x.org"}, "email g@x.org added"),
        ("contact_field", {"key": "shoe", "value": "38"}, "shoe: 38"),
        ("contact_job", {"organization": "Acme", "title": "CEO"}, "former job at Acme added"),
        ("contact_kept", {"line": "PHOTO;TYPE=JPEG:abc"}, "kept PHOTO added"),
        ("contact_uid", {"uid": "a-b"}, "also known under the uid a-b"),
        ("not_duplicate", {"other_id": 2}, "not the same as Ada Lovelace"),
    ],
)
def test_what_belongs_to_somebody_is_told_of_them(
    table: str, row: dict[str, Any], said: str
) -> None:
    (one,) = told((table, None, {"id": 5, "contact_id": 1, **row}))
    assert one == Deed("c1", "Grace Hopper", said)


def test_what_was_somebody_elses_has_been_added() -> None:
    tag = {"id": 5, "contact_id": 2, "tag": "chess"}
    assert told(("contact_tag", tag, {**tag, "contact_id": 1}))[0].what == "tag chess added"


def test_who_was_there_is_told_of_the_meeting() -> None:
    row = {"id": 5, "meeting_id": 1, "contact_id": 2}
    (one,) = told(("meeting_contact", row, {**row, "contact_id": 1}))
    assert one == Deed(
        "m1",
        "lunch with Grace Hopper and Ada Lovelace",
        "with Grace Hopper, without Ada Lovelace",
    )


def test_a_new_contact_is_told_without_its_parts() -> None:
    tag = {"id": 1, "contact_id": 1, "tag": "chess"}
    assert told(("contact", None, GRACE), ("contact_tag", None, tag)) == [
        Deed("c1", "Grace Hopper", "added")
    ]


def test_what_only_follows_is_not_told_beside_anything_else() -> None:
    follows = ("contact", {**GRACE, "snoozes": 1}, {**GRACE, "snoozes": 0})
    meeting = ("meeting", None, {"id": 1, "kind": "call"})
    assert [one.ref for one in told(follows, meeting)] == ["m1"]
    assert told(follows) == [Deed("c1", "Grace Hopper", "changed")]


@pytest.mark.parametrize(
    ("label", "name"), [("", "rule for everybody"), ("chess", "rule for tag chess")]
)
def test_a_rule_has_no_ref(label: str, name: str) -> None:
    rule = {"id": 1, "scope": "tag" if label else "default", "label": label, "days": 14}
    assert told(("cadence_rule", None, rule)) == [Deed(None, name, "every 2 weeks")]
    assert told(("cadence_rule", rule, None)) == [Deed(None, name, "removed")]


def test_many_rows_are_told_in_numbers_of_records() -> None:
    tallies = [Tally("contact", "added", 2000), Tally("contact_tag", "added", 9000)]
    assert history_words.counted(tallies) == (Deed(None, "2,000 contacts", "added"),)
    assert history_words.counted(tallies[1:]) == (Deed(None, "9,000 contact tags", "added"),)


@given(data=st.data())
def test_every_column_of_every_table_has_words(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(TABLES))
    images = []
    for _ in range(2):
        image = {}
        for column in table.columns:
            if column.name.endswith("id"):
                value: Any = data.draw(st.sampled_from((1, 2)))
            elif column.name.endswith(("_on", "_until")):
                value = data.draw(st.sampled_from(("2026-11-23", "2020-02-29")))
            elif column.name == "day":
                value = data.draw(st.sampled_from(("2026-11-23", "--02-29")))
            elif column.name == "birthday":
                value = data.draw(st.sampled_from(("1906-12-09", "--02-29", "1990-05", "199X")))
            elif column.type.python_type is int:
                value = data.draw(st.integers(0, 400))
            else:
                value = data.draw(st.text(min_size=1, max_size=80))
            image[column.name] = value
            if column.nullable and data.draw(st.booleans()):
                image[column.name] = None
        images.append(image)
    for before, after in ((None, images[1]), (images[0], None), (images[0], images[1])):
        for one in told((table.name, before, after)):
            assert one.name
            assert one.what


def test_a_renamed_label_is_told_with_both_names() -> None:
    row = {"id": 1, "contact_id": 1, "tag": "y"}
    (said,) = told(("contact_tag", row, {**row, "tag": "z"}))
    assert (said.ref, said.what) == ("c1", "tag y → z")
