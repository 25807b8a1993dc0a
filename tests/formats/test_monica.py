"""Monica 4's JSON export: what each of its records becomes."""

import copy
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.monica import reader
from netlog.formats.recognize import recognized
from netlog.records.incoming import (
    Declined,
    IncomingFavor,
    IncomingMeeting,
    IncomingMethod,
    IncomingPerson,
)

ADA, BOB = "uuid-ada", "uuid-bob"
MADE = {"created_at": "2020-03-05T10:00:00.000000Z", "updated_at": "2020-04-01T10:00:00.000000Z"}


def record(uuid: str, **properties: Any) -> dict[str, Any]:
    return {"uuid": uuid, **MADE, "properties": properties}


def bucket(kind: str, *values: Any) -> dict[str, Any]:
    return {"count": len(values), "type": kind, "values": list(values)}


def contact(*data: Any, uuid: str = ADA, **properties: Any) -> dict[str, Any]:
    return {**record(uuid, **({"first_name": "Ada"} | properties)), "data": list(data)}


def export(*contacts: Any, data: tuple[Any, ...] = (), **account: Any) -> dict[str, Any]:
    instance = {
        "contact_field_types": [
            record("type-mail", name="Email", protocol="mailto:", type="email"),
            record("type-phone", name="Phone", protocol="tel:", type="phone"),
            record("type-twitter", name="Twitter"),
        ],
        "activity_types": [
            record("type-ate", translation_key="ate_restaurant", name="ate at a restaurant"),
        ],
    }
    return {
        "version": "1.0-preview.1",
        "app_version": "4.1.2",
        "account": {
            "uuid": "uuid-account",
            "data": [bucket("contact", *contacts), *data],
            "properties": [],
            "instance": instance,
            **account,
        },
    }


def read(whole: Any) -> list[Any]:
    return list(reader.read(json.dumps(whole).encode()))


def person(**properties: Any) -> IncomingPerson:
    (found,) = read(export(contact(**properties)))
    assert isinstance(found, IncomingPerson)
    return found


def special(day: str, unknown: bool = False, age: bool = False) -> dict[str, Any]:
    return {"date": f"{day}T00:00:00.000000Z", "is_year_unknown": unknown, "is_age_based": age}


def test_a_contact_comes_with_what_it_is() -> None:
    found = person(
        middle_name="Augusta",
        last_name="King",
        nickname="The Countess",
        company="Analytical Ltd",
        job="Programmer",
        tags=["maths", "poetry"],
        birthdate=special("1815-12-10"),
        first_met_date=special("2019-05-06"),
        first_met_through=BOB,
        stay_in_touch_frequency=30,
    )
    assert found == IncomingPerson(
        row=1,
        name="Ada Augusta King",
        uid=ADA,
        nickname="The Countess",
        organization="Analytical Ltd",
        title="Programmer",
        birthday="1815-12-10",
        met_on=date(2019, 5, 6),
        introduced_by=BOB,
        tags=("maths", "poetry"),
        kept=("N:King;Ada;Augusta;;",),
        cadence_days=30,
    )


def test_a_birthday_may_have_no_year() -> None:
    assert person(birthdate=special("2020-02-29", unknown=True)).birthday == "--02-29"


def test_one_reckoned_from_an_age_is_no_birthday() -> None:
    found = person(birthdate=special("1985-01-01", age=True))
    assert (found.birthday, found.notes) == (None, "Born about 1985")


def test_one_that_is_no_day_goes_into_the_notes() -> None:
    found = person(birthdate=special("1985-02-30"))
    assert (found.birthday, found.notes) == (None, "Born: 1985-02-30T00:00:00.000000Z")


def test_first_met_without_a_year_goes_into_the_notes() -> None:
    found = person(first_met_date=special("2020-05-06", unknown=True))
    assert (found.met_on, found.notes) == (None, "First met on --05-06")


def test_fields_and_addresses_are_methods() -> None:
    fields = bucket(
        "contact_field",
        record("1", data="ada@engine.example", type="type-mail"),
        record("2", data="+44 20 1", type="type-phone"),
        record("3", data="@ada", type="type-twitter"),
        record("4", data="https://ada.example", type="no such type"),
    )
    address = bucket("address", record("5", name="home", street="1 Dean St", city="London"))
    (found,) = read(export(contact(fields, address)))
    assert found.city == "London"
    assert found.methods == (
        IncomingMethod("email", "ada@engine.example"),
        IncomingMethod("phone", "+44 20 1"),
        IncomingMethod("handle", "@ada", "Twitter"),
        IncomingMethod("url", "https://ada.example"),
        IncomingMethod("address", "1 Dean St, London", "home"),
    )


def test_what_netlog_has_no_field_for_goes_into_the_notes() -> None:
    data = (
        bucket("pet", record("1", name="Puff", category="cat")),
        bucket("task", record("2", title="send book", completed=False)),
        bucket("gift", record("3", name="a comet", status="idea")),
        bucket(
            "reminder",
            record("4", title="ring", initial_date="2021-01-02", frequency_type="one_time"),
            record("5", title="Wish happy birthday", delible=False),
        ),
    )
    said = {"description": "knows Babbage", "food_preferences": "no fish", "is_dead": True}
    (found,) = read(export(contact(*data, **said)))
    assert found.notes.splitlines() == [
        "knows Babbage",
        "Food: no fish",
        "Died",
        "Pet: Puff, cat",
        "Gift idea: a comet",
        "Task: send book",
        "Reminder on 2021-01-02 one time: ring",
    ]


def test_archived_and_starred_become_tags_and_an_archived_one_has_no_cadence() -> None:
    found = person(is_starred=True, is_active=False, stay_in_touch_frequency=30)
    assert (found.tags, found.cadence_days) == (("starred", "archived"), None)
    assert found.notes == "Stay in touch every 30 days"


def test_a_relation_is_one_of_whom_it_belongs_to() -> None:
    child = contact(
        uuid="kid", first_name="Byron", is_partial=True, birthdate=special("1836-05-12")
    )
    relation = bucket("relationship", record("r", type="child", contact_is="kid", of_contact=ADA))
    ada, left = read(export(contact(), child, data=(relation,)))
    ((tie, who, *_),) = ada.relations
    assert (tie.kind, who) == ("child", "Byron (born 1836-05-12)")
    assert (left.row, left.rejected) == (2, False)


def test_a_call_is_a_meeting() -> None:
    call = record("call-1", called_at="2020-03-05T00:00:00.000000Z", content="of engines")
    _, found = read(export(contact(bucket("call", call))))
    assert found == IncomingMeeting(1, date(2020, 3, 5), "call", (ADA,), "call-1", "of engines")


def test_a_conversation_is_a_message_with_who_said_what() -> None:
    said = [record("1", content="hi", written_by_me=True), record("2", content="hello")]
    talk = record("talk-1", happened_at="2020-03-05", messages=said)
    _, found = read(export(contact(bucket("conversation", talk))))
    assert (found.kind, found.text) == ("message", "Me: hi\nThey: hello")


def test_notes_and_life_events_are_no_touch() -> None:
    data = (
        bucket("note", record("note-1", body="likes ships")),
        bucket("life_event", record("life-1", name="moved", happened_at="2019-01-01")),
    )
    _, note, life = read(export(contact(*data)))
    assert (note.kind, note.happened_on, note.text) == ("note", date(2020, 3, 5), "likes ships")
    assert (life.kind, life.happened_on, life.text) == ("note", date(2019, 1, 1), "moved")


def test_an_activity_has_everybody_who_took_part() -> None:
    both = [contact(bucket("activity", "act-1"), uuid=uuid, first_name=uuid) for uuid in (ADA, BOB)]
    act = record("act-1", summary="Talked", happened_at="2020-03-05", type="type-ate")
    *_, found = read(export(*both, data=(bucket("activity", act),)))
    assert (found.who, found.kind, found.uid) == ((ADA, BOB), "meeting", "act-1")


def test_its_summary_says_the_kind_before_its_type_does() -> None:
    act = record("act-1", summary="Coffee", description="of engines", happened_at="2020-03-05")
    act["properties"]["type"] = "type-ate"
    data = (bucket("activity", act),)
    *_, found = read(export(contact(bucket("activity", "act-1")), data=data))
    assert (found.kind, found.text) == ("coffee", "Coffee\nof engines")


@pytest.mark.parametrize(("in_debt", "direction"), [(True, "to_them"), (False, "to_me")])
def test_a_debt_is_a_favor_owed(in_debt: bool, direction: str) -> None:
    debt = record(
        "debt-1", amount=20, currency={"iso": "EUR"}, in_debt=in_debt, status="inprogress"
    )
    _, found = read(export(contact(bucket("debt", debt))))
    assert found == IncomingFavor(
        row=1,
        who=ADA,
        direction=direction,  # type: ignore[arg-type]
        text="pay back 20 EUR",
        opened_on=date(2020, 3, 5),
        uid="debt-1",
    )


def test_a_settled_debt_is_done() -> None:
    debt = record("debt-1", amount="20", in_debt=True, status="complete")
    _, found = read(export(contact(bucket("debt", debt))))
    assert found.done_on == date(2020, 4, 1)


@pytest.mark.parametrize(("status", "direction"), [("offered", "to_them"), ("received", "to_me")])
def test_a_gift_that_was_given_is_a_favor_done(status: str, direction: str) -> None:
    gift = record("gift-1", name="a comet", status=status, date="2020-12-24")
    _, found = read(export(contact(bucket("gift", gift))))
    assert (found.direction, found.text) == (direction, "gift: a comet")
    assert found.done_on == date(2020, 12, 24)


def test_one_bad_record_loses_no_other() -> None:
    calls = bucket("call", record("1", called_at="soon"), record("2", called_at="2020-01-01"))
    nameless = contact(first_name=" ")
    found = read(export(nameless, contact(calls)))
    assert [(each.row, each.reason) for each in found if isinstance(each, Declined)] == [
        (1, "the contact has no name"),
        (2, "a call has no day that can be read"),
    ]
    assert [each.uid for each in found if isinstance(each, IncomingMeeting)] == ["2"]


def test_photos_documents_and_the_journal_are_counted_as_left_out() -> None:
    data = (bucket("photo", record("1")), bucket("document", record("2"), record("3")))
    journal = {"journal_entries": [record("4", post="dear diary")]}
    found = read(export(data=data, properties=journal))
    assert [(each.reason, each.rejected) for each in found] == [
        ("netlog keeps no photos: 1 left out", False),
        ("netlog keeps no documents: 2 left out", False),
        ("the journal is about yourself: 1 entry left out", False),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"account": 3}', b"[" * 1_000_000, b'{"account":', b"1" * 9999]
)
def test_another_file_is_refused(data: bytes) -> None:
    (left,) = reader.read(data)
    assert isinstance(left, Declined)
    assert left.rejected


def test_half_a_character_pair_is_replaced() -> None:
    (found,) = reader.read(json.dumps(export(contact(last_name="\ud83d"))).encode())
    assert found.name == "Ada \ufffd"


def test_it_is_known_by_its_first_keys() -> None:
    head = json.dumps(export(contact()))
    assert recognized(head.encode()) == "monica"
    assert recognized(b'{"contacts": []}') == "json"


@given(st.binary(max_size=200))
def test_no_bytes_break_it(data: bytes) -> None:
    list(reader.read(data))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda within: st.lists(within, max_size=3) | st.dictionaries(st.text(max_size=3), within),
    max_leaves=5,
)
FULL = export(
    contact(
        bucket("call", record("1", called_at="2020-01-01", content="x")),
        bucket("contact_field", record("2", data="a@b.c", type="type-mail")),
        bucket("debt", record("3", amount=1, currency={"iso": "EUR"}, in_debt=True)),
        bucket("gift", record("4", name="x", status="offered")),
        bucket("address", record("5", city="London")),
        bucket("conversation", record("6", happened_at="2020-01-01", messages=[record("7")])),
        bucket("activity", "8"),
        birthdate=special("1815-12-10"),
        tags=["a"],
        stay_in_touch_frequency=30,
    ),
    data=(
        bucket("activity", record("8", summary="x", happened_at="2020-01-01", type="type-ate")),
        bucket("relationship", record("9", type="child", contact_is=ADA, of_contact=ADA)),
    ),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a JSON document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = [path] if path else []
    if isinstance(value, (dict, list)):
        for key, each in inner:
            found += (
                places(each, (*path, key)) if isinstance(each, (dict, list)) else [(*path, key)]
            )
    return found


@given(st.sampled_from(places(FULL)), JSON)
def test_no_value_in_the_place_of_another_breaks_it(path: tuple[Any, ...], value: Any) -> None:
    whole = copy.deepcopy(FULL)
    held = whole
    for key in path[:-1]:
        held = held[key]
    held[path[-1]] = value
    read(whole)
