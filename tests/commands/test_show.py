"""netlog show: everything about one person, or one record by its ref."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Grace with all that can be known of her, introduced by Ada."""

    def fill() -> None:
        netlog("add", "Ada Lovelace")
        netlog(
            *("add", "Grace Hopper", "--nick", "Amazing", "--org", "US Navy", "--title", "Admiral"),
            *("--email", "grace@example.org", "--city", "Arlington", "--met", "Navy reunion"),
            *("--met-on", "2019-05-04", "--via", "ada", "--circle", "business", "--tag", "navy"),
            *("--birthday", "--12-09", "--note", "Likes clocks\nand cats"),
        )
        netlog(
            "log",
            "grace",
            "ada",
            "-m",
            "First",
            "--on",
            "2w",
            "--kind",
            "coffee",
            "--place",
            "Mel's",
        )
        netlog(
            "log", "grace", "-m", "Second", "--kind", "email", "--owe", "slides", "--asked", "intro"
        )
        netlog("thank", "t1", "--how", "note")

    seeded(fill)
    return netlog


def test_a_sheet_holds_everything_known(book) -> None:
    assert book("show", "grace").out == (
        "Grace Hopper (c2)\n"
        "  Nickname       Amazing\n"
        "  Work           Admiral, US Navy\n"
        "  City           Arlington\n"
        "  Birthday       9 Dec\n"
        "  Met            Navy reunion, 4 May 2019\n"
        "  Introduced by  Ada Lovelace (c1)\n"
        "  Circles, tags  business, #navy\n"
        "  Email          grace@example.org\n"
        "  Cadence        quarterly (default)\n"
        "  Last touch     23 Nov\n"
        "  Next due       21 Feb 2027\n"
        "  Notes          Likes clocks\n"
        "                 and cats\n"
        "\n"
        "Thanks\n"
        "  t1  sent 23 Nov, note  for coffee on 9 Nov\n"
        "\n"
        "Favors\n"
        "  f2  asked for, due 7 Dec  intro\n"
        "  f1  promised, due 30 Nov  slides\n"
        "\n"
        "Meetings\n"
        "  m2  23 Nov  email: Second (asked for intro)\n"
        "  m1  9 Nov   coffee at Mel's with Ada Lovelace: First\n"
    )


def test_json_is_the_contact_with_meetings_favors_and_thanks_newest_first(book) -> None:
    sheet = book("show", "grace", "--json").json
    assert (sheet["ref"], sheet["name"], sheet["notes"]) == (
        *("c2", "Grace Hopper", "Likes clocks\nand cats"),
    )
    assert [meeting["ref"] for meeting in sheet["meetings"]] == ["m2", "m1"]
    assert [favor["ref"] for favor in sheet["favors"]] == ["f2", "f1"]
    assert [thanks["ref"] for thanks in sheet["thanks"]] == ["t1"]


def test_a_contact_in_a_list_has_the_keys_of_one_that_is_shown(book) -> None:
    shown = book("show", "grace", "--json").json
    listed = next(c for c in book("list", "--json").json if c["ref"] == "c2")
    assert {key: shown[key] for key in listed} == listed
    assert shown.keys() - listed.keys() == {
        *("meetings", "favors", "thanks", "plans", "introduced", "jobs", "kept"),
        *("relations", "leads", "goals", "peace", "added_by", "changed_by"),
        *("owner", "shared_with", "shown_to"),
    }


def test_of_somebody_new_only_what_is_known_is_shown(netlog) -> None:
    netlog("add", "Zed")
    assert netlog("show", "zed").out == (
        "Zed (c1)\n  Cadence   quarterly (default)\n  Next due  21 Feb 2027\n"
    )


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("m1", ("coffee on 9 Nov (m1)", "Grace Hopper (c2), Ada Lovelace (c1)", "Mel's", "First")),
        ("f1", ("Grace Hopper (f1)", "slides", "promised, due 30 Nov")),
        ("t1", ("Thanks to Grace Hopper (t1)", "coffee on 9 Nov", "sent 23 Nov, note")),
        ("T2", ("Thanks to Ada Lovelace (t2)", "due 11 Nov")),
    ],
)
def test_any_record_is_shown_by_its_ref(book, ref: str, words: tuple[str, ...]) -> None:
    shown = book("show", ref)
    assert shown.status == 0
    for word in words:
        assert word in shown.out


@pytest.mark.parametrize("ref", ["m1", "f1", "t1", "c2"])
def test_every_record_has_id_ref_and_uid(book, ref: str) -> None:
    record = book("show", ref, "--json").json
    assert record["ref"] == ref
    assert record["id"] == int(ref[1:])
    assert len(record["uid"]) == 36


@pytest.mark.parametrize("ref", ["m99", "f99", "t99", "c99"])
def test_a_ref_of_nothing_matches_nothing(book, ref: str) -> None:
    assert book("show", ref).status == 3


def test_showing_changes_nothing(book, contents) -> None:
    before = contents()
    book("show", "grace")
    assert contents() == before
