"""Of two one: what the kept one takes, who wins where they differ, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.records.contacts import NewDate, NewMethod, OtherName, StoredContact
from netlog.records.merging import Conflict, MergePlan, Taken
from netlog.records.people import person
from netlog.rules import methods
from netlog.rules.merging import plan

ADA, CAROL = person(7, "Ada Lovelace"), person(8, "Carol Danvers")


def side(id_: int, name: str = "Grace Hopper", **values) -> StoredContact:
    via = values.get("introduced_by")
    there = StoredContact(id_, name, created_at="2026-01-01T00:00:00Z")
    return there._replace(**values, introduced_by_id=via and via.id)


def merged(kept: dict, other: dict) -> MergePlan:
    return plan(side(1, **kept), side(9, **other))


def email(value: str, preferred: bool = False) -> NewMethod:
    return NewMethod("email", value, value.casefold(), None, preferred)


def test_two_alike_change_nothing() -> None:
    full = {"city": "Arlington", "notes": "Kind", "tags": ("navy",), "introduced_by": ADA}
    found = merged(full, full)
    assert not any(found), found


@pytest.mark.parametrize("field", ["organization", "title", "city", "how_met", "birthday"])
def test_what_is_lacking_is_taken(field: str) -> None:
    found = merged({}, {field: "1906-12-09"})
    assert found.values == {field: "1906-12-09"}
    assert found.conflicts == ()


@pytest.mark.parametrize("field", ["city", "how_met"])
def test_where_both_say_something_the_kept_one_wins_and_the_notes_keep_the_rest(field: str) -> None:
    found = merged({field: "One"}, {field: "Two"})
    said = field.replace("how_met", "met")
    assert found.conflicts == (Conflict(said, "One", "c1", "Two", noted=True),)
    assert found.values == {"notes": f"Merged with Grace Hopper (c9): {said} Two."}


def test_case_and_accents_are_no_difference() -> None:
    assert merged({"city": "Málaga"}, {"city": "malaga"}).conflicts == ()


def test_notes_stand_one_after_the_other() -> None:
    assert merged({"notes": "One"}, {"notes": "Two"}).values == {"notes": "One\n\nTwo"}
    assert merged({"notes": "One and Two"}, {"notes": "Two"}).values == {}


@pytest.mark.parametrize("name", ["Amazing Grace", "Grace Hoper"])
def test_another_name_still_finds_them(name: str) -> None:
    found = merged({}, {"name": name})
    assert (found.values, found.conflicts) == ({}, ())
    assert found.names == (OtherName("merged", name),)
    assert found.taken == (Taken("name", name),)


def test_a_name_in_another_order_of_its_words_needs_no_keeping() -> None:
    assert merged({}, {"name": "Hopper, Grace"}).names == ()


def test_the_first_nickname_stays_and_all_names_are_kept_beside_it() -> None:
    former = OtherName("former", "Grace Murray Hopper")
    found = merged(
        {"nickname": "Amazing", "names": (former,)},
        {
            "name": "Grace Murray",
            "nickname": "Gracie",
            "names": (OtherName("former", "Grace Brewster"), OtherName("nickname", "amazing")),
        },
    )
    assert found.values == {}
    assert found.names == (
        former,
        OtherName("former", "Grace Brewster"),
        OtherName("merged", "Grace Murray"),
        OtherName("nickname", "Gracie"),
    )


def test_who_has_no_nickname_takes_the_others() -> None:
    found = merged({}, {"nickname": "Gracie"})
    assert (found.values, found.names) == ({"nickname": "Gracie"}, ())


def test_days_of_every_year_are_joined_by_label() -> None:
    found = merged(
        {"dates": (NewDate("Anniversary", "2010-06-01"),)},
        {"dates": (NewDate("anniversary", "2011-06-01"), NewDate("name day", "--11-19"))},
    )
    assert found.dates == (NewDate("Anniversary", "2010-06-01"), NewDate("name day", "--11-19"))
    assert found.values["notes"] == "Merged with Grace Hopper (c9): anniversary 2011-06-01."


MET = ("how_met", "met_on")


@pytest.mark.parametrize(
    ("mine", "theirs", "becomes", "noted"),
    [
        (("PyCon", "2020-01-01"), ("school", "2010-05-05"), ("PyCon", "2020-01-01"), True),
        (("PyCon", None), ("school", "2010-05-05"), ("PyCon", None), True),
        ((None, "2020-01-01"), ("school", "2010-05-05"), (None, "2020-01-01"), True),
        ((None, "2020-01-01"), ("PyCon", "2020-01-01"), ("PyCon", "2020-01-01"), False),
        (("PyCon", None), ("pycon", "2020-01-01"), ("PyCon", "2020-01-01"), False),
        ((None, None), ("school", "2010-05-05"), ("school", "2010-05-05"), False),
        ((None, "2020-01-01"), (None, "2010-05-05"), (None, "2010-05-05"), True),
    ],
)
def test_where_and_when_one_met_stay_together(mine, theirs, becomes, noted: bool) -> None:
    found = merged(dict(zip(MET, mine, strict=True)), dict(zip(MET, theirs, strict=True)))
    stays = {**dict(zip(MET, mine, strict=True)), **found.values}
    assert (stays["how_met"], stays["met_on"]) == becomes
    assert bool(stays.get("notes")) is noted
    for fact in filter(None, (*mine, *theirs)):
        assert fact.casefold() in str(stays).casefold()


def test_a_title_without_its_organization_is_no_part_of_another_job() -> None:
    found = merged({"title": "CTO"}, {"organization": "Acme", "title": "CEO"})
    assert "organization" not in found.values
    assert [conflict.lost for conflict in found.conflicts] == ["Acme", "CEO"]


def test_a_fuller_spelling_of_a_number_and_a_label_are_taken() -> None:
    plain = NewMethod("phone", "14155550100", "14155550100")
    fuller = NewMethod("phone", "+1 415 555 0100", "14155550100", "work")
    assert merged({"methods": (plain,)}, {"methods": (fuller,)}).spelled == {plain[0:3:2]: fuller}
    assert merged({"methods": (fuller,)}, {"methods": (plain,)}).spelled == {}


def number(value: str, label: str | None = None) -> NewMethod:
    return methods.phone(value)._replace(label=label)


@pytest.mark.parametrize(
    ("fuller", "poorer"),
    [
        ("+49 170 1234567", "0170 1234567"),
        ("0049 170 1234567", "170 1234567"),
        ("+1 415 555 0100", "555-0100"),
        ("+44 (0)20 7946 0958", "020 7946 0958"),
    ],
)
def test_of_a_number_only_the_fuller_spelling_is_left(fuller: str, poorer: str) -> None:
    best, short = number(fuller), number(poorer, "work")
    found = merged({"methods": (short,)}, {"methods": (best,)})
    assert found.methods == ()
    assert found.spelled == {("phone", short.normal): best._replace(label="work")}
    found = merged({"methods": (best,)}, {"methods": (short,)})
    assert found.methods == ()
    assert found.spelled == {("phone", best.normal): best._replace(label="work")}
    both = merged({"methods": (best,)}, {"methods": (short, best)})
    assert (both.methods, both.spelled) == ((), {})
    both = merged({"methods": (short, best)}, {"methods": (best,)})
    assert (both.methods, both.spelled) == ((), {})


def test_two_whole_numbers_are_two_though_a_poorer_one_may_be_either() -> None:
    german, austrian = number("+49 30 1234567"), number("+43 30 1234567")
    found = merged({"methods": (number("030 1234567"),)}, {"methods": (german, austrian)})
    assert list(found.spelled.values()) == [german]
    assert found.methods == (austrian,)


def test_the_title_of_another_job_is_not_taken() -> None:
    found = merged({"organization": "Navy"}, {"organization": "Acme", "title": "CEO"})
    assert "title" not in found.values
    assert [conflict.lost for conflict in found.conflicts] == ["Acme", "CEO"]


def test_the_title_of_the_same_job_is_taken() -> None:
    found = merged({"organization": "Acme"}, {"organization": "ACME", "title": "CEO"})
    assert found.values == {"title": "CEO"}


@pytest.mark.parametrize(
    ("mine", "theirs", "becomes"),
    [
        ("--12-09", "1906-12-09", "1906-12-09"),
        ("1906-12-09", "--12-09", "1906-12-09"),
        (None, "--12-09", "--12-09"),
    ],
)
def test_a_birthday_with_its_year_is_better_known(mine, theirs, becomes) -> None:
    found = merged({"birthday": mine}, {"birthday": theirs})
    assert found.values.get("birthday", mine) == becomes
    assert found.conflicts == ()


def test_nobody_introduces_themselves() -> None:
    other = person(9, "Grace")
    assert merged({"introduced_by": other}, {}).values == {"introduced_by_id": None}
    assert merged({}, {"introduced_by": person(1, "Grace")}).values == {}
    assert merged({"introduced_by": other}, {"introduced_by": ADA}).values == {
        "introduced_by_id": 7
    }


def test_of_two_introductions_the_kept_one_stays() -> None:
    found = merged({"introduced_by": ADA}, {"introduced_by": CAROL})
    assert found.conflicts[0].lost == "Carol Danvers (c8)"
    assert "introduced_by_id" not in found.values


@pytest.mark.parametrize(
    ("mine", "theirs", "becomes", "winner"),
    [
        (None, 14, 14, None),
        (None, 0, None, None),
        (14, None, 14, None),
        (14, 30, 14, "c1"),
        (14, 0, 14, "c1"),
        (0, 14, 14, "c9"),
    ],
)
def test_never_gives_way_to_a_cadence(mine, theirs, becomes, winner) -> None:
    found = merged({"cadence_days": mine}, {"cadence_days": theirs})
    assert found.values.get("cadence_days", mine) == becomes
    assert [conflict.kept_of for conflict in found.conflicts] == ([winner] if winner else [])


def test_the_archived_one_is_back_with_the_other() -> None:
    at = "2026-11-20T12:00:00Z"
    assert merged({"archived_at": at}, {}).values == {"archived_at": None}
    assert merged({}, {"archived_at": at}).values == {}
    assert merged({"archived_at": at}, {"archived_at": at}).values == {}


def test_nothing_that_was_asked_for_is_missed() -> None:
    found = merged(
        {"remind_on": "2026-12-24", "met_on": "2020-01-01", "snoozed_until": "2026-12-01"},
        {
            "remind_on": "2026-12-01",
            "met_on": "2020-01-01",
            "snoozed_until": "2027-01-01",
            "snoozed_why": "abroad",
            "snoozes": 2,
            "created_at": "2025-01-01T00:00:00Z",
        },
    )
    assert found.values == {
        "remind_on": "2026-12-01",
        "snoozed_until": "2027-01-01",
        "snoozed_why": "abroad",
        "snoozes": 2,
        "created_at": "2025-01-01T00:00:00Z",
    }


def test_a_reminder_that_a_touch_ended_hides_none_that_is_to_come() -> None:
    ended = {"remind_on": "2026-02-10", "last_touch_on": "2026-02-10"}
    to_come = {"remind_on": "2026-12-24", "remind_why": "the roof"}
    assert merged(to_come, ended).values == {}
    assert merged(ended, to_come).values == to_come


def test_labels_and_methods_are_joined_the_preferred_one_is_of_the_kept() -> None:
    found = merged(
        {"tags": ("navy",), "circles": ("peer",), "methods": (email("a@x.org", True),)},
        {
            "tags": ("chess", "navy"),
            "circles": ("peer", "business"),
            "methods": (email("A@x.org"), email("b@x.org", True)),
        },
    )
    assert (found.tags, found.circles) == ({"chess"}, {"business"})
    assert found.methods == (email("b@x.org"),)
    assert found.taken == (
        Taken("circle", "business"),
        Taken("tag", "#chess"),
        Taken("email", "b@x.org"),
    )


def test_fields_are_joined_and_contradictions_kept_in_the_notes() -> None:
    found = merged({"fields": {"shirt": "M"}}, {"fields": {"shirt": "L", "dog": "Rex"}})
    assert found.fields == {"dog": "Rex"}
    assert found.values["notes"] == "Merged with Grace Hopper (c9): shirt L."


WORDS = st.sampled_from(("Arlington", "arlington", "Boston", "CERN"))
FACTS = st.fixed_dictionaries(
    {"name": st.sampled_from(("Grace Hopper", "Grace Hoper", "Amazing Grace"))},
    optional={
        **dict.fromkeys(("nickname", "organization", "title", "city", "how_met", "notes"), WORDS),
        "birthday": st.sampled_from(("1906-12-09", "--12-09", "--01-01")),
        "introduced_by": st.sampled_from((ADA, CAROL)),
        "fields": st.dictionaries(st.sampled_from(("shirt", "dog")), WORDS),
        "tags": st.sampled_from(((), ("navy",), ("chess", "navy"))),
    },
)


@given(FACTS, FACTS)
def test_no_fact_of_either_is_lost(one: dict, other: dict) -> None:
    kept, goes = side(1, **one), side(9, **other)
    found = plan(kept, goes)
    stays = {**kept._asdict(), **found.values}
    told = "\n".join(str(value).casefold() for value in stays.values())
    told += "".join(f"{key} {value}".casefold() for key, value in found.fields.items())
    told += "".join(name.value.casefold() for name in found.names)
    facts = [goes.name, goes.nickname, goes.organization, goes.title, goes.city, goes.how_met]
    facts += [goes.notes, (goes.birthday or "").removeprefix("-"), *goes.fields.values()]
    for fact in facts:
        assert (fact or "").casefold() in told
    assert set(goes.tags) <= {*kept.tags, *found.tags}
    if goes.introduced_by and "introduced_by_id" not in found.values:
        assert kept.introduced_by == goes.introduced_by or goes.introduced_by.name in stays["notes"]


@given(FACTS, FACTS)
def test_what_the_kept_one_says_stays_but_for_a_better_known_birthday(
    one: dict, other: dict
) -> None:
    kept = side(1, **one)
    changed = plan(kept, side(9, **other)).values
    better_known = {"notes", "birthday", "introduced_by_id"}
    assert all(getattr(kept, name) is None for name in changed.keys() - better_known)
    assert (changed.get("notes") or kept.notes or "").startswith(kept.notes or "")
