"""netlog log --occasion, netlog occasion: whom one met where, and who waits for a word."""

import pytest

from netlog.records.contacts import NewContact
from netlog.store.writes import contacts


@pytest.fixture
def book(netlog, recording, seeded):
    """Ada, Bo and Carol, none with a cadence."""

    def fill() -> None:
        with recording() as opened:
            for name in ("Ada Lovelace", "Bo Lind", "Carol Danvers"):
                contacts.add(opened, NewContact(name, cadence_days=0))

    seeded(fill)
    return netlog


def told(book, *words: str):
    done = book(*words, "--json")
    assert done.status == 0, done.err
    return done.json


def test_whom_one_met_there_and_who_waits(book) -> None:
    book("log", "ada", "bo", "event", "2026-11-20", "--occasion", "PyCon Berlin")
    book("log", "carol", "+New One", "coffee", "--occasion", "pycon berlin", "--no-thanks")
    book("thank", "bo", "note")
    found = told(book, "occasion", "pycon")
    assert (found["name"], found["since"], found["until"]) == (
        *("PyCon Berlin", "2026-11-20", "2026-11-23"),
    )
    assert [(p["contact"]["name"], p["waits"]) for p in found["people"]] == [
        *(("Ada Lovelace", ["t1"]), ("Bo Lind", []), ("Carol Danvers", []), ("New One", [])),
    ]
    assert book("occasion", "PyCon", "Berlin").out == (
        "PyCon Berlin\n"
        "  When    20 Nov to 23 Nov\n"
        '  Thanks  1 person waits for a word: netlog thank --occasion "PyCon Berlin"\n'
        "\n"
        "Met\n"
        "  c1  Ada Lovelace   m1  t1 waits for a word\n"
        "  c2  Bo Lind        m1\n"
        "  c3  Carol Danvers  m2\n"
        "  c4  New One        m2\n"
    )
    assert "Occasion" in book("show", "m1").out


def test_a_meeting_becomes_part_of_one_by_an_edit(book) -> None:
    book("log", "ada", "event", "--occasion", "PyCon Berlin")
    book("log", "bo", "event")
    assert "occasion PyCon Berlin" in book("edit", "m2", "--occasion", "pycon  BERLIN").out
    assert len(told(book, "occasion", "pycon")["people"]) == 2
    book("edit", "m2", "--occasion", "")
    assert len(told(book, "occasion", "pycon")["people"]) == 1
    book("edit", "m1", "--occasion", "Pycon Berlin")
    assert told(book, "occasion", "pycon")["name"] == "Pycon Berlin"
    assert book("edit", "ada", "--occasion", "PyCon").status == 2


def test_who_is_archived_waits_for_nothing(book) -> None:
    book("log", "ada", "bo", "event", "2026-11-20", "--occasion", "PyCon Berlin")
    book("archive", "ada", "--yes")
    assert [p["waits"] for p in told(book, "occasion", "pycon")["people"]] == [[], ["t2"]]
    assert [t["contact"]["name"] for t in told(book, "thank", "--occasion", "pycon")] == ["Bo Lind"]


def test_all_are_thanked_at_once(book) -> None:
    book("log", "ada", "bo", "event", "--occasion", "PyCon")
    book("log", "ada", "coffee", "2026-11-20")
    sent = told(book, "thank", "--occasion", "pycon", "--how", "email")
    assert [(t["contact"]["name"], t["how"]) for t in sent] == [
        *(("Ada Lovelace", "email"), ("Bo Lind", "email")),
    ]
    assert book("thank", "--occasion", "pycon").status == 3
    assert [t["state"] for t in told(book, "show", "ada")["thanks"]].count("open") == 1


def test_each_is_a_meeting_a_person(book) -> None:
    found = told(book, "log", "ada", "bo", "call", "--each", "--occasion", "PyCon", "-m", "hi")
    assert [(m["ref"], [c["name"] for c in m["contacts"]], m["text"]) for m in found] == [
        *(("m1", ["Ada Lovelace"], "hi"), ("m2", ["Bo Lind"], "hi")),
    ]
    assert book("undo").status == 0
    assert told(book, "show", "ada")["meetings"] == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("occasion", "nothing"), 3),
        (("occasion",), 2),
        (("thank", "--occasion", "nothing"), 3),
        (("thank", "ada", "--occasion", "x"), 2),
        (("log", "ada", "call", "--each", "--owe", "slides"), 2),
    ],
)
def test_what_cannot_be_is_refused(book, words, status) -> None:
    book("log", "ada", "event", "--occasion", "PyCon")
    before = book("history", "--json").json
    assert book(*words).status == status
    assert book("history", "--json").json == before


def test_it_is_found_changed_and_travels(book, tmp_path) -> None:
    book("log", "ada", "event", "--occasion", "PyCon Berlin")
    assert told(book, "search", "pycon")[0]["ref"] == "m1"
    file, other = str(tmp_path / "b.json"), str(tmp_path / "other.db")
    book("export", "-o", file)
    assert book("import", file, "--db", other).status == 0
    assert told(book, "occasion", "pycon", "--db", other) == told(book, "occasion", "pycon")


@pytest.mark.parametrize(
    "words",
    [("occasion", "pycon"), ("thank", "--occasion", "pycon"), ("draft", "--occasion", "pycon")],
)
def test_of_two_occasions_that_fit_none_is_taken(book, words) -> None:
    book("log", "ada", "event", "2026-11-20", "--occasion", "PyCon Berlin")
    book("log", "bo", "event", "--occasion", "PyCon Paris")
    before = book("history", "--json").json
    refused = book(*words, "--json")
    assert (refused.status, refused.error["code"]) == (4, "several_match")
    assert [one["name"] for one in refused.error["candidates"]] == ["PyCon Paris", "PyCon Berlin"]
    assert book(*words).err == (
        "netlog: 'pycon' could be PyCon Paris or PyCon Berlin. Say the whole name.\n"
    )
    assert book("history", "--json").json == before
    book("log", "carol", "event", "--occasion", "PyCon")
    assert told(book, "occasion", "pycon")["name"] == "PyCon"


def test_what_thanks_for_an_occasion_is_typed_whole_however_long_its_name(netlog) -> None:
    netlog("add", "Ann First")
    netlog("log", "ann", "event", "--occasion", "PyCon Berlin 2026, the evening at the river")
    said = netlog("occasion", "pycon").out
    assert 'netlog thank --occasion "PyCon Berlin 2026, the evening at the river"\n' in said
    both = netlog("thank", "ann", "--occasion", "pycon")
    assert (both.status, "one of them at a time" in both.err) == (2, True)


def test_a_part_of_a_name_is_a_new_occasion_and_the_nearest_is_told(book) -> None:
    book("log", "ada", "event", "--occasion", "PyCon Berlin")
    done = book("log", "bo", "coffee", "--occasion", "pycon")
    assert "pycon is a new occasion: nearest is PyCon Berlin.\n" in done.err
    assert "new occasion" not in book("log", "carol", "coffee", "--occasion", "PYCON").err
    assert "new occasion" not in book("log", "carol", "lunch", "--occasion", "the fair").err


def test_several_thanks_of_one_wait(book) -> None:
    book("log", "ada", "event", "--occasion", "the fair")
    book("log", "ada", "lunch", "--occasion", "the fair")
    assert "m1, m2  t1, t2 wait for a word" in book("occasion", "the fair").out


def test_the_one_there_is_is_named_in_the_singular(book) -> None:
    book("log", "ada", "event", "--occasion", "PyCon Berlin")
    missed = "netlog: No occasion is called 'zzz'. There {} PyCon Berlin.\n"
    assert book("occasion", "zzz").err == missed.format("is")
    book("log", "bo", "event", "--occasion", "Fair")
    assert "There are " in book("occasion", "zzz").err


def test_search_says_where_a_meeting_matches(book) -> None:
    book("log", "ada", "coffee", "--occasion", "PyCon Berlin", "--", "talked")
    (found,) = book("search", "pycon", "--json").json
    assert (found["text"], found["marks"]) == ("PyCon Berlin", [{"start": 0, "end": 5}])
    assert "PyCon Berlin" in book("search", "pycon").out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("pycn berlin", "Did you mean PyCon Berlin?"),
        ("PyCon Berln", "Did you mean PyCon Berlin?"),
        ("zzz", "There is PyCon Berlin."),
    ],
)
def test_an_occasion_that_there_is_not_names_the_one_that_is(book, typed, said) -> None:
    book("log", "ada", "bo", "event", "--occasion", "PyCon Berlin")
    for argv in (
        ("occasion", typed),
        ("thank", "--occasion", typed),
        ("draft", "--occasion", typed),
    ):
        done = book(*argv)
        assert (done.status, said in done.err) == (3, True), done.err
    book("log", "ada", "event", "--occasion", "Fair")
    assert "There are Fair and PyCon Berlin." in book("occasion", "zzz").err
