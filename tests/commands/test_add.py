"""netlog add: a name is enough, everything else is kept as said, nobody is added twice."""

import stat
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

UID = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b11"


def names(netlog) -> list[str]:
    return [contact["name"] for contact in netlog("list", "--json").json]


def test_a_name_is_enough(netlog) -> None:
    added = netlog("add", "Maria from the babysitting co-op")
    assert added == (0, "Maria from the babysitting co-op (c1) added.\n", "")
    assert names(netlog) == ["Maria from the babysitting co-op"]


def test_everything_that_is_said_is_kept(netlog) -> None:
    netlog("add", "Ada Lovelace")
    contact = netlog(
        *("add", "Grace Hopper", "--nick", "Amazing", "--org", "US Navy", "--title", "Admiral"),
        *("--email", "grace@example.org", "--phone", "+1 415 555 0100", "--url", "example.org/g"),
        *("--city", "Arlington", "--met", "Navy reunion", "--met-on", "2019-05-04"),
        *("--via", "ada", "--circle", "business", "--circle", "peer", "--tag", "navy"),
        *("--every", "2w", "--birthday", "1906-12-09", "--note", "Likes clocks", "--json"),
    ).json
    uuid.UUID(contact.pop("uid"))
    assert contact == {
        "id": 2,
        "ref": "c2",
        "name": "Grace Hopper",
        "nickname": "Amazing",
        "nicknames": ["Amazing"],
        "former_names": [],
        "merged_names": [],
        "phonetic_first": None,
        "phonetic_last": None,
        "organization": "US Navy",
        "title": "Admiral",
        "city": "Arlington",
        "birthday": "1906-12-09",
        "dates": [],
        "how_met": "Navy reunion",
        "met_on": "2019-05-04",
        "introduced_by": {"id": 1, "ref": "c1", "name": "Ada Lovelace"},
        "circles": ["peer", "business"],
        "tags": ["navy"],
        "methods": [
            {"kind": "email", "label": None, "value": "grace@example.org", "preferred": False},
            {"kind": "phone", "label": None, "value": "+1 415 555 0100", "preferred": False},
            {"kind": "url", "label": None, "value": "example.org/g", "preferred": False},
        ],
        "cadence_days": 14,
        "cadence_from": "contact",
        "last_touch_on": None,
        "next_due_on": "2019-05-18",
        "snoozed_until": None,
        "snoozed_why": None,
        "snoozes": 0,
        "remind_on": None,
        "remind_why": None,
        "archived": False,
        "fields": {},
        "notes": "Likes clocks",
        "created_at": "2026-11-23T12:00:00Z",
        "updated_at": "2026-11-23T12:00:00Z",
    }


def test_what_edit_can_say_can_be_said_at_once(netlog) -> None:
    jane = netlog(
        *(
            "add",
            "Jane Miller",
            "--add-former",
            "Jane Smith",
            "--notes",
            "hi",
            "--every",
            "inherit",
        ),
        *("--add-date", "anniversary=2010-06-01", "--add-date", "birthday=1990-05-15"),
        *("--set", "team=chess", "--email", "a@b.org", "--email", "work=c@d.org"),
        *("--prefer", "C@d.org", "--json"),
    ).json
    assert jane["former_names"] == ["Jane Smith"]
    assert jane["birthday"] == "1990-05-15"
    assert jane["dates"] == [{"label": "anniversary", "on": "2010-06-01"}]
    assert (jane["fields"], jane["notes"]) == ({"team": "chess"}, "hi")
    assert [one["value"] for one in jane["methods"] if one["preferred"]] == ["c@d.org"]
    assert netlog("show", "jane smith", "--json").json["ref"] == "c1"
    assert [one["ref"] for one in netlog("search", "chess", "--json").json] == ["c1"]
    assert netlog("add", "Jill", "--add-former", "Jane Smith").status == 5


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--add-date", "a=2010-01-01", "--add-date", "A=2011-01-01"], "stands twice"),
        (["--add-date", "anniversary"], "LABEL=DAY"),
        (["--add-date", "anniversary=2030-01-01"], "still to come"),
        (["--add-date", "born=1990-01-01", "--birthday", "1991-01-01"], "A birthday is one day"),
        (["--set", "team"], "KEY=VALUE"),
        (["--set", "team=a", "--set", "Team=b"], "stands twice"),
        (["--prefer", "a@b.org"], "no way to be reached like that"),
        (["--email", "a@b.org", "--email", "c@d.org", "--prefer", "a@b.org", "--prefer", "c@d.org"],
         "One email can be preferred"),
        (["--add-former", ""], "former name is empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_of_somebody_new_is_refused(netlog, typed, told: str) -> None:
    refused = netlog("add", "Jane", *typed)
    assert refused.status in (1, 2, 3)
    assert told in refused.err
    assert names(netlog) == []


def test_what_is_not_said_is_null_and_never_missing(netlog) -> None:
    said = netlog("add", "A", "--org", "B", "--note", "C", "--json").json
    unsaid = netlog("add", "Z", "--json").json
    assert said.keys() == unsaid.keys()
    assert unsaid["organization"] is None
    assert unsaid["notes"] is None


def test_somebody_new_is_due_in_ninety_days(netlog) -> None:
    contact = netlog("add", "Grace", "--json").json
    assert (contact["cadence_days"], contact["cadence_from"]) == (90, "default")
    assert contact["next_due_on"] == "2027-02-21"


def test_somebody_new_may_never_be_due(netlog) -> None:
    contact = netlog("add", "Grace", "--every", "never", "--json").json
    assert (contact["cadence_days"], contact["next_due_on"]) == (None, None)


def test_several_addresses_are_kept_the_same_one_once(netlog) -> None:
    contact = netlog(
        *("add", "Grace", "--email", "b@example.org", "--email", "a@example.org"),
        *("--email", "A@example.org", "--json"),
    ).json
    values = [method["value"].lower() for method in contact["methods"]]
    assert values == ["b@example.org", "a@example.org"]


def test_tags_are_lower_case_without_a_hash(netlog) -> None:
    contact = netlog("add", "Grace", "--tag", "#Hiring", "--tag", "hiring", "--tag", "ML", "--json")
    assert contact.json["tags"] == ["hiring", "ml"]


@pytest.mark.parametrize(
    ("said", "kept"), [("--05-15", "--05-15"), ("15 may", "--05-15"), ("--02-29", "--02-29")]
)
def test_a_birthday_needs_no_year(netlog, said: str, kept: str) -> None:
    assert netlog("add", "Grace", "--birthday", said, "--json").json["birthday"] == kept


@pytest.mark.parametrize(
    "wrong",
    [
        ("--birthday", "2027-01-01"),
        ("--birthday", "2025-02-29"),
        ("--met-on", "someday"),
        ("--every", "often"),
        ("--circle", "family"),
        ("--email", "not an address"),
        ("--phone", "call me"),
        ("--url", "nowhere"),
        ("--tag", "#"),
        ("--org", " "),
        ("--id", "12"),
        ("--kind", "coffee"),
        ("--on", "yesterday"),
        ("--log", ""),
        ("--log", "Coffee", "--kind", "banquet"),
        ("--log", "Coffee", "--on", "someday"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_read_is_refused_and_nobody_is_added(netlog, wrong: tuple[str, ...]) -> None:
    refused = netlog("add", "Grace", *wrong)
    assert (refused.status, refused.out) == (2, "")
    assert names(netlog) == []


@pytest.mark.parametrize("option", ["--birthday", "--met-on", "--every", "--via"])
def test_an_empty_option_is_a_mistake_and_not_silence(netlog, option: str) -> None:
    """A script whose variable is empty must not go on as if nothing had been said."""
    assert netlog("add", "Grace", option, "").status == 2
    assert names(netlog) == []


@pytest.mark.parametrize("name", ["", "  ", "\u3000"])
def test_a_name_is_required(netlog, name: str) -> None:
    assert netlog("add", name).status == 2


def test_an_introduction_by_nobody_known_is_refused(netlog) -> None:
    refused = netlog("add", "Grace", "--via", "ada")
    assert refused.status == 3
    assert names(netlog) == []


# With the coffee in the same breath


def test_the_coffee_is_recorded_in_the_same_breath(netlog) -> None:
    added = netlog(
        *("add", "Grace Hopper", "--log", "Offered to read my CV"),
        *("--on", "yesterday", "--kind", "coffee"),
    )
    assert added.out.split("\n") == [
        "Grace Hopper (c1) added.",
        "Logged coffee with Grace Hopper on 22 Nov (m1).",
        "Thanks to Grace Hopper due 24 Nov: netlog thank t1",
        "",
    ]
    sheet = netlog("show", "grace", "--json").json
    assert sheet["last_touch_on"] == "2026-11-22"
    assert [m["text"] for m in sheet["meetings"]] == ["Offered to read my CV"]
    assert [t["due_on"] for t in sheet["thanks"]] == ["2026-11-24"]


def test_both_are_one_transaction_in_the_journal(netlog, recording) -> None:
    netlog("add", "Grace", "--log", "Coffee", "--circle", "peer")
    with recording() as book:
        rows = book.connection.execute(
            "SELECT batch_id, command, table_name FROM change c JOIN batch b ON b.id = c.batch_id"
        ).fetchall()
    assert len({batch for batch, _, _ in rows}) == 1
    assert {command for _, command, _ in rows} == {"add"}
    assert {"contact", "contact_circle", "meeting", "meeting_contact", "thanks"} == {
        table for _, _, table in rows
    }


def test_a_coffee_to_come_is_refused_and_nobody_is_added(netlog) -> None:
    refused = netlog("add", "Grace", "--log", "Coffee", "--on", "2026-12-24")
    assert refused.status == 1
    assert "netlog plan +Grace 2026-12-24" in refused.err
    assert names(netlog) == []


# Nobody twice


@pytest.mark.parametrize(
    "again",
    [
        ("Grace Hopper",),
        ("GRACE  hopper",),
        ("Gracé Hopper",),
        ("Dr. Grace Hoper",),
        ("Grace", "--email", "GRACE@example.org"),
        ("G. Hopper", "--phone", "001 (415) 555-0100"),
        ("Amazing Murray", "--phone", "415 555 0100"),
        ("Somebody Else", "--nick", "Grace Hopper", "--email", "grace@example.org"),
        ("Grace Murray", "--email", "grace@example.org"),
        ("Somebody Else", "--url", "https://www.linkedin.com/in/hopper/"),
    ],
    ids=" ".join,
)
def test_a_likely_double_is_shown_and_refused(netlog, again: tuple[str, ...]) -> None:
    netlog(
        *("add", "Grace Hopper", "--email", "grace@example.org", "--phone", "+1 415 555 0100"),
        *("--nick", "Amazing", "--url", "linkedin.com/in/hopper"),
    )
    refused = netlog("add", *again)
    assert refused.status == 5
    assert "Grace Hopper (c1)" in refused.err
    assert "--force" in refused.err
    assert names(netlog) == ["Grace Hopper"]


@pytest.mark.parametrize(
    "shared",
    [
        ("--email", "HOME@example.org"),
        ("--phone", "+1 415 555 0100"),
        ("--phone", "001 (415) 555-0100"),
        ("--phone", "415 555 0100"),
        ("--url", "https://example.org/firm"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("name", ["Tom Berg", "Tom Hopper", "Tom"])
def test_what_is_somebody_elses_too_is_taken_and_said(netlog, name: str, shared) -> None:
    """A household's mailbox and a firm's number make nobody the same when names contradict."""
    netlog(
        *("add", "Grace Hopper", "--email", "home@example.org", "--phone", "+1 415 555 0100"),
        *("--url", "example.org/firm"),
    )
    added = netlog("add", name, *shared)
    told = f"Grace Hopper (c1) has {shared[1]}, too.\n"
    assert added == (0, f"{name} (c2) added.\n", told)


def test_what_is_shared_is_said_beside_json_once_and_undone_alone(netlog) -> None:
    netlog("add", "Grace Hopper", "--email", "home@example.org")
    argv = ("add", "Tom Berg", "--email", "home@example.org", "--id", UID, "--json")
    first, again = netlog(*argv), netlog(*argv)
    assert (first.status, first.err) == (0, "Grace Hopper (c1) has home@example.org, too.\n")
    assert (again.json, again.err) == (first.json, "")
    assert netlog("undo").status == 0
    assert names(netlog) == ["Grace Hopper"]


def test_those_who_share_a_way_are_offered_as_duplicates_until_they_are_told_apart(netlog) -> None:
    netlog("add", "Grace Hopper", "--email", "home@example.org")
    netlog("add", "Tom Berg", "--email", "home@example.org")
    assert len(netlog("duplicates", "--json").json) == 1
    netlog("duplicates", "--not", "c1", "c2")
    assert netlog("duplicates", "--json").json == []


def test_the_double_is_named_in_json_too(netlog) -> None:
    netlog("add", "Grace Hopper", "--org", "US Navy")
    assert netlog("add", "Grace Hopper", "--json").error["candidates"] == [
        {"id": 1, "ref": "c1", "name": "Grace Hopper", "organization": "US Navy"}
    ]


def test_part_of_a_name_is_no_double(netlog) -> None:
    netlog("add", "Grace Hopper")
    assert netlog("add", "Grace").status == 0
    assert netlog("add", "Grace Hopper Murray").status == 0


def test_force_adds_a_namesake(netlog) -> None:
    netlog("add", "Grace Hopper")
    assert netlog("add", "Grace Hopper", "--force").status == 0
    assert names(netlog) == ["Grace Hopper", "Grace Hopper"]


def test_adding_again_under_one_id_adds_once(netlog) -> None:
    first = netlog("add", "Grace", "--log", "Coffee", "--id", UID, "--json").json
    again = netlog("add", "Grace", "--log", "Coffee", "--id", UID.upper(), "--json")
    assert again.status == 0
    assert again.json == first
    assert first["uid"] == UID
    assert len(netlog("show", "grace", "--json").json["meetings"]) == 1


def test_adding_again_under_one_id_says_so(netlog) -> None:
    netlog("add", "Grace", "--id", UID)
    assert netlog("add", "Grace", "--id", UID).out == "Grace (c1) was added before.\n"


@pytest.mark.parametrize("other", [("Ada",), ("Grace", "--org", "US Navy")], ids=" ".join)
def test_another_contact_under_that_id_is_refused(netlog, other: tuple[str, ...]) -> None:
    netlog("add", "Grace", "--id", UID)
    refused = netlog("add", *other, "--id", UID, "--force", "--json")
    assert refused.status == 5
    assert refused.error["message"].startswith("That --id belongs to Grace (c1)")
    assert names(netlog) == ["Grace"]


def test_several_tries_at_once_under_one_id_add_once_and_agree(netlog, forked) -> None:
    with ThreadPoolExecutor() as pool:
        tries = list(pool.map(lambda _: forked("add", "Grace", "--id", UID, "--json"), range(4)))
    assert [(one.status, one.json["ref"]) for one in tries] == [(0, "c1")] * 4


# The file


@pytest.mark.of_file("who may read it")
def test_the_first_add_makes_a_private_file_in_a_private_folder(netlog, db) -> None:
    assert not db.exists()
    netlog("add", "Grace")
    assert stat.S_IMODE(db.stat().st_mode) == 0o600
    assert stat.S_IMODE(db.parent.stat().st_mode) == 0o700
    assert [path.name for path in db.parent.iterdir()] == [db.name]


def test_without_a_place_named_the_file_is_in_the_data_folder(netlog, home, monkeypatch) -> None:
    monkeypatch.delenv("NETLOG_DB", raising=False)
    netlog("add", "Grace")
    assert (home / "data" / "netlog" / "netlog.db").exists()


def test_a_coffee_to_come_offers_what_adds_them_and_a_plan(netlog) -> None:
    netlog("add", "Coffee")
    log = ("--log", "tea", "--kind", "coffee", "--on", "2026-12-24")
    said = netlog("add", "Bo", "--org", "Acme", "--tag", "x", "--tag", "y z", *log).err
    assert said.endswith(
        'still to come: netlog add Bo --org Acme --tag x --tag "y z", then netlog plan Bo '
        "2026-12-24 --kind coffee -- tea\n"
    )
    plan = ("plan", "+Bo", "2026-12-24", "--kind", "coffee", "--", "tea")
    assert f"still to come: netlog {' '.join(plan)}\n" in netlog("add", "Bo", *log).err
    assert netlog(*plan).status == 0
    assert netlog("thank", "m1", "--on", "2026-12-24").status == 3
