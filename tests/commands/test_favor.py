"""netlog favor: the ledger of what was promised, asked for, given and received."""

import pytest

UID = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b11"


@pytest.fixture
def book(netlog, seeded):
    """Carol and Grace, between whom and you nothing has passed."""

    def fill() -> None:
        netlog("add", "Carol Danvers")
        netlog("add", "Grace Hopper")

    seeded(fill)
    return netlog


@pytest.fixture
def ledger(netlog, seeded):
    """f1 promised to Carol, f2 asked of her, f3 given to Grace, f4 received from her (t1)."""

    def fill() -> None:
        netlog("add", "Carol Danvers")
        netlog("add", "Grace Hopper")
        netlog("favor", "promise", "carol", "the slides")
        netlog("favor", "ask", "carol", "an intro to HR")
        netlog("favor", "give", "grace", "a reference")
        netlog("favor", "receive", "grace", "read my CV")

    seeded(fill)
    return netlog


def thanks(netlog, who: str) -> list[dict]:
    return netlog("show", who, "--json").json["thanks"]


def due(netlog, *argv: str) -> list[tuple[str, str]]:
    return [(item["kind"], item["ref"]) for item in netlog("due", *argv, "--json").json]


# The four ways a favor begins


@pytest.mark.parametrize(
    ("verb", "direction", "state", "asked", "due_on", "done_on"),
    [
        ("promise", "to_them", "open", False, "2026-11-30", None),
        ("ask", "to_me", "open", True, "2026-12-07", None),
        ("give", "to_them", "done", False, None, "2026-11-23"),
        ("receive", "to_me", "done", False, None, "2026-11-23"),
    ],
)
def test_each_verb_writes_a_favor_of_its_own_kind(
    book, verb: str, direction: str, state: str, asked: bool, due_on: str, done_on: str
) -> None:
    favor = book("favor", verb, "carol", "the slides", "--json").json
    kept = ("ref", "direction", "state", "text", "asked", "due_on", "done_on")
    said = ("f1", direction, state, "the slides", asked, due_on, done_on)
    assert tuple(favor[key] for key in kept) == said
    assert favor["contact"] == {"id": 1, "ref": "c1", "name": "Carol Danvers"}


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("promise", "You promised Carol Danvers: the slides, due 30 Nov (f1).\n"),
        ("ask", "You asked Carol Danvers: the slides, due 7 Dec (f1).\n"),
        ("give", "You did for Carol Danvers: the slides (f1).\n"),
        (
            "receive",
            "Carol Danvers did for you: the slides (f1).\n"
            "Thanks to Carol Danvers due 25 Nov: netlog thank t1\n",
        ),
    ],
)
def test_each_verb_is_confirmed_in_a_sentence(book, verb: str, said: str) -> None:
    assert book("favor", verb, "carol", "the slides").out == said


@pytest.mark.parametrize("verb", ["promise", "ask"])
def test_a_promise_and_an_ask_are_due_by_the_day_that_was_named(book, verb: str) -> None:
    favor = book("favor", verb, "carol", "the slides", "--by", "friday", "--json").json
    assert favor["due_on"] == "2026-11-27"


@pytest.mark.parametrize("verb", ["give", "receive"])
def test_what_was_given_and_received_may_have_been_earlier(book, verb: str) -> None:
    favor = book("favor", verb, "carol", "the slides", "--on", "3d", "--json").json
    assert favor["done_on"] == "2026-11-20"


def test_a_received_favor_opens_its_thanks(book) -> None:
    book("favor", "receive", "carol", "read my CV", "--on", "2026-11-20")
    (owed,) = thanks(book, "carol")
    assert (owed["favor"]["ref"], owed["state"], owed["due_on"]) == ("f1", "open", "2026-11-22")


@pytest.mark.parametrize("verb", ["promise", "ask", "give"])
def test_no_other_favor_opens_thanks(book, verb: str) -> None:
    book("favor", verb, "carol", "the slides")
    assert thanks(book, "carol") == []


def test_a_received_favor_opens_no_thanks_when_favors_never_do(book, tmp_path, monkeypatch) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[thanks]\nfavor = "never"\n')
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    book("favor", "receive", "carol", "read my CV")
    assert thanks(book, "carol") == []


def test_favour_is_accepted_too(book) -> None:
    assert book("favour", "promise", "carol", "the slides").status == 0
    assert book("favour", "list").out == book("favor", "list").out != ""


@pytest.mark.parametrize("verb", ["promise", "ask", "give", "receive"])
def test_the_same_id_again_changes_nothing_and_says_the_same(book, verb: str) -> None:
    first = book("favor", verb, "carol", "the slides", "--id", UID, "--json")
    again = book("favor", verb, "carol", "the slides", "--id", UID, "--json")
    assert again == first
    assert first.json["uid"] == UID
    assert len(book("favor", "list", "--json").json) == 1
    assert len(thanks(book, "carol")) == (1 if verb == "receive" else 0)


def test_the_same_id_again_says_that_it_was_noted_before(book) -> None:
    book("favor", "promise", "carol", "the slides", "--id", UID)
    again = book("favor", "promise", "carol", "the slides", "--id", UID)
    assert again.out.startswith("Noted before. You promised Carol")


@pytest.mark.parametrize(
    "other",
    [
        ("ask", "carol", "the slides"),
        ("promise", "carol", "a book"),
        ("give", "carol", "the slides"),
        ("promise", "carol", "the slides", "--by", "2027-01-01"),
    ],
    ids=" ".join,
)
def test_another_favor_under_that_id_is_refused(book, other: tuple[str, ...]) -> None:
    book("favor", "promise", "carol", "the slides", "--id", UID)
    refused = book("favor", *other, "--id", UID)
    assert (refused.status, refused.out) == (5, "")
    assert "That --id belongs to f1" in refused.err
    assert len(book("favor", "list", "--json").json) == 1


# How a favor goes on and ends


def test_an_ask_that_is_done_opens_its_thanks(ledger) -> None:
    assert ledger("done", "f2").status == 0
    (owed,) = thanks(ledger, "carol")
    assert (owed["favor"]["ref"], owed["state"]) == ("f2", "open")
    assert ledger("favor", "show", "f2", "--json").json["done_on"] == "2026-11-23"


def test_a_promise_that_is_done_is_given(ledger) -> None:
    ledger("done", "f1")
    favor = ledger("favor", "show", "f1", "--json").json
    assert (favor["state"], favor["done_on"]) == ("done", "2026-11-23")
    assert thanks(ledger, "carol") == []


def test_dropping_keeps_the_reason(ledger) -> None:
    ledger("drop", "f2", "--why", "she changed jobs")
    favor = ledger("favor", "show", "f2", "--json").json
    assert (favor["state"], favor["dropped_why"]) == ("dropped", "she changed jobs")
    assert "she changed jobs" in ledger("favor", "show", "f2").out


def test_an_outcome_is_noted_and_owed_from_then_on(ledger) -> None:
    noted = ledger("favor", "outcome", "f4", "first interview on Monday")
    assert noted.out == (
        "Noted: first interview on Monday (f4). Tell Grace Hopper: netlog told f4\n"
    )
    assert ("outcome", "f4") not in due(ledger)
    assert ("outcome", "f4") in due(ledger, "--within", "1d")


def test_an_outcome_told_is_owed_no_more(ledger) -> None:
    ledger("favor", "outcome", "f4", "first interview on Monday")
    told = ledger("favor", "told", "f4", "--on", "today", "--json").json
    assert (told["outcome"], told["told_on"]) == ("first interview on Monday", "2026-11-23")
    assert ("outcome", "f4") not in due(ledger)


def test_it_cannot_have_been_told_before_they_helped(ledger) -> None:
    ledger("favor", "outcome", "f4", "first interview on Monday")
    assert ledger("favor", "told", "f4", "--on", "2020-01-01").status == 1


def test_a_new_outcome_is_to_be_told_again(ledger) -> None:
    ledger("favor", "outcome", "f4", "first interview on Monday")
    ledger("favor", "told", "f4")
    again = ledger("favor", "outcome", "f4", "they hired me", "--json").json
    assert (again["outcome"], again["told_on"]) == ("they hired me", None)
    assert ("outcome", "f4") in due(ledger, "--within", "1d")


def test_an_outcome_of_an_open_ask_says_that_it_came(ledger) -> None:
    favor = ledger("favor", "outcome", "f2", "they called", "--json").json
    assert (favor["state"], favor["done_on"]) == ("done", "2026-11-23")


def test_an_ask_that_came_with_its_outcome_is_owed_thanks_like_any_other(ledger) -> None:
    ledger("favor", "outcome", "f2", "they called")
    assert [owed["favor"]["ref"] for owed in thanks(ledger, "carol")] == ["f2"]


def test_an_outcome_noted_after_the_question_was_dropped_can_be_told(ledger) -> None:
    ledger("drop", "f4")
    assert ledger("favor", "outcome", "f4", "they hired me").status == 0
    assert ("outcome", "f4") in due(ledger, "--within", "1d")
    assert ledger("favor", "told", "f4").status == 0


# Changing one


def test_edit_changes_the_words(ledger) -> None:
    assert ledger("favor", "edit", "f1", "--text", "the deck", "--json").json["text"] == "the deck"


def test_edit_changes_when_it_is_due_and_nothing_else(ledger) -> None:
    before = ledger("favor", "show", "f1", "--json").json
    after = ledger("favor", "edit", "f1", "--by", "2w", "--json").json
    assert after == before | {"due_on": "2026-12-07", "updated_at": after["updated_at"]}


def test_edit_changes_the_day_it_was_done(ledger) -> None:
    favor = ledger("favor", "edit", "f3", "--on", "yesterday", "--json").json
    assert favor["done_on"] == "2026-11-22"


# The list


def refs(netlog, *argv: str) -> list[str]:
    return [favor["ref"] for favor in netlog("favor", "list", *argv, "--json").json]


@pytest.mark.parametrize(
    ("argv", "found"),
    [
        ((), ["f4", "f3", "f2", "f1"]),
        (("carol",), ["f2", "f1"]),
        (("--open",), ["f2", "f1"]),
        (("--to-me",), ["f4", "f2"]),
        (("--to-them",), ["f3", "f1"]),
        (("carol", "--open", "--to-me"), ["f2"]),
        (("grace", "--open"), []),
        (("--limit", "2"), ["f4", "f3"]),
    ],
    ids=lambda value: " ".join(value) or "all" if isinstance(value, tuple) else None,
)
def test_the_list_is_narrowed_by_person_direction_and_state(ledger, argv, found) -> None:
    assert refs(ledger, *argv) == found


@pytest.mark.parametrize("closing", ["done", "drop"])
def test_what_is_closed_is_open_no_more(ledger, closing: str) -> None:
    ledger(closing, "f2")
    assert refs(ledger, "--open") == ["f1"]


def test_the_list_of_all_names_people_and_what_became_of_each(ledger) -> None:
    lines = [line.split() for line in ledger("favor", "list").out.splitlines()]
    assert [" ".join(line) for line in lines] == [
        "f4 Grace Hopper received 23 Nov read my CV",
        "f3 Grace Hopper given 23 Nov a reference",
        "f2 Carol Danvers asked for, due 7 Dec an intro to HR",
        "f1 Carol Danvers promised, due 30 Nov the slides",
    ]


def test_the_list_of_one_person_says_beside_it_how_things_stand(ledger) -> None:
    listed = ledger("favor", "list", "grace")
    assert "Hopper" not in listed.out
    assert listed.err == "You and Grace Hopper help one another.\n"


def test_nothing_between_you_is_said_in_words_and_is_an_empty_array(book) -> None:
    assert book("favor", "list").err == "No favors yet.\n"
    assert book("favor", "list", "carol", "--json") == (0, "[]\n", "")


def test_show_tells_everything_of_one(ledger) -> None:
    ledger("favor", "outcome", "f4", "hired")
    ledger("favor", "told", "f4")
    shown = ledger("favor", "show", "f4").out
    for word in ("Grace Hopper (f4)", "read my CV", "received 23 Nov", "hired", "23 Nov"):
        assert word in shown


# What is refused, and changes nothing

REFUSED = [
    (("promise", "nobody", "x"), 3),
    (("promise", "carol", ""), 2),
    (("promise", "carol"), 2),
    (("promise", "carol", "x", "--by", "someday"), 2),
    (("promise", "carol", "x", "--id", "1"), 2),
    (("promise", "carol", "x", "--on", "yesterday"), 2),
    (("give", "carol", "x", "--on", "in 2 days"), 1),
    (("receive", "carol", "x", "--on", "2026-12-24"), 1),
    (("give", "carol", "x", "--by", "friday"), 2),
    (("show", "f99"), 3),
    (("show", "c1"), 2),
    (("edit", "f1"), 2),
    (("edit", "f99", "--text", "x"), 3),
    (("edit", "f1", "--text", ""), 2),
    (("edit", "f1", "--on", "yesterday"), 1),
    (("edit", "f3", "--by", "friday"), 1),
    (("edit", "f3", "--on", "in 2 days"), 1),
    (("outcome", "f1", "x"), 1),
    (("outcome", "f3", "x"), 1),
    (("outcome", "f99", "x"), 3),
    (("outcome", "f4", ""), 2),
    (("outcome", "t1", "x"), 2),
    (("told", "f4"), 3),
    (("told", "f2"), 3),
    (("told", "f99"), 3),
    (("list", "nobody"), 3),
    (("list", "--to-me", "--to-them"), 2),
    (("list", "--limit", "-1"), 2),
    (("borrow", "carol", "x"), 2),
]


@pytest.mark.parametrize(
    ("argv", "status"), REFUSED, ids=lambda v: " ".join(v) if isinstance(v, tuple) else None
)
def test_a_mistake_is_a_sentence_and_nothing_is_changed(
    ledger, contents, argv, status: int
) -> None:
    before = contents()
    refused = ledger("favor", *argv)
    assert (refused.status, refused.out) == (status, "")
    assert refused.err.startswith(("netlog: ", "Usage: "))
    assert "Traceback" not in refused.err
    assert contents() == before


def test_between_two_carols_nothing_is_written(ledger, contents) -> None:
    ledger("add", "Carol Kane")
    before = contents()
    refused = ledger("favor", "ask", "carol", "an intro", "--json")
    assert refused.status == 4
    assert [one["ref"] for one in refused.error["candidates"]] == ["c1", "c3"]
    assert contents() == before


def test_a_dropped_ask_has_no_outcome(ledger) -> None:
    ledger("drop", "f2")
    assert ledger("favor", "outcome", "f2", "x").status == 1


def test_what_was_told_cannot_be_told_twice(ledger, contents) -> None:
    ledger("favor", "outcome", "f4", "hired")
    ledger("favor", "told", "f4")
    before = contents()
    refused = ledger("favor", "told", "f4", "--json")
    assert (refused.status, refused.error["saved"]) == (3, False)
    assert refused.error["message"] == "f4 is told already."
    assert contents() == before


# Asking says what speaks against it


def test_a_first_ask_needs_no_warning(book) -> None:
    assert book("favor", "ask", "carol", "an intro").err == ""


def test_a_third_ask_in_a_row_is_warned_of_and_saved_all_the_same(book, monkeypatch) -> None:
    for day in ("2026-11-02", "2026-11-09"):
        monkeypatch.setenv("NETLOG_TODAY", day)
        assert book("favor", "ask", "carol", "an intro").err == ""
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-16")
    asked = book("favor", "ask", "carol", "a reference", "--json")
    assert asked.status == 0
    assert asked.json["ref"] == "f3"
    row = "Mind: you asked on 2 Nov and 9 Nov, with nothing for them in between.\n"
    assert asked.err == row
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    assert "Mind: this would be the fourth ask in 90 days.\n" in (
        book("favor", "ask", "carol", "her notes").err
    )


def test_a_promise_is_never_warned_of(book) -> None:
    book("favor", "receive", "carol", "read my CV", "--on", "2026-11-01")
    assert book("favor", "promise", "carol", "the slides").err == ""
    assert "not thanked" in book("favor", "ask", "carol", "an intro").err


def test_no_sentence_doubles_what_an_ask_begins_with(netlog, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-10-20")
    said = netlog("log", "+Ted", "coffee", "--asked", "for a look", "--json")
    assert said.json["asked"] == "for a look"
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-05")
    commands = ("due", "due --json", "check ted", "balance ted", "show ted", "history ted")
    read = [netlog(*line.split()).out for line in commands]
    read += [netlog(*line.split()).out for line in ("favor list", "snooze f1 3d", "done f1")]
    read += [netlog(*line.split()).out for line in ("thank ted", "told ted yes", "history ted")]
    assert not [out for out in read if "for for" in out or "for: for" in out]
    assert "you asked on 20 Oct for a look: nudge kindly" in read[1]


def test_as_json_the_thanks_that_it_opened_stand_with_it(ledger) -> None:
    came = ledger("favor", "outcome", "f2", "they called", "--json").json
    assert (came["ref"], came["outcome"]) == ("f2", "they called")
    assert [(one["favor"]["ref"], one["state"]) for one in came["thanks"]] == [("f2", "open")]
    got = ledger("favor", "receive", "carol", "a map", "--json").json
    assert [one["favor"]["ref"] for one in got["thanks"]] == [got["ref"]]
    assert got["thanks"][0] in ledger("show", "carol", "--json").json["thanks"]
    closed = ("favor", "outcome", got["ref"], "we found it", "--json")
    ledger("thank", "carol")
    assert ledger(*closed).json["thanks"] == []
