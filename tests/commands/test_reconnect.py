"""netlog reconnect: whom to get back to, why, and an opening that asks for nothing."""

import re

import pytest

FOR_SOMETHING = re.compile(
    r"^ask (?!how (they are|this has gone))|\bask them for\b|\bdo you know\b", re.IGNORECASE
)


@pytest.fixture
def book(netlog, monkeypatch, seeded):
    """On 23 November only Grace is past her cadence; Ada is never due; Carol is not due yet."""

    def fill() -> None:
        monkeypatch.setenv("NETLOG_TODAY", "2026-10-26")
        netlog("add", "Grace Hopper", "--every", "weekly", "--circle", "business", "--tag", "navy")
        netlog("add", "Ada Lovelace", "--every", "never", "--circle", "peer", "--tag", "math")
        netlog("add", "Carol Danvers", "--circle", "peer")
        monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")

    seeded(fill)
    return netlog


def names(netlog, *argv: str) -> list[str]:
    return [one["contact"]["name"] for one in netlog("reconnect", *argv, "--json").json]


def one(netlog, who: str) -> dict:
    (found,) = netlog("reconnect", who, "--json").json
    return found


def why(netlog, who: str) -> list[str]:
    return [reason["code"] for reason in one(netlog, who)["why"]]


def test_each_comes_with_why_and_an_opening(book) -> None:
    assert book("reconnect", "--json").json == [
        {
            "contact": {"id": 1, "ref": "c1", "name": "Grace Hopper"},
            "last_touch_on": None,
            "days_overdue": 21,
            "why": [
                {
                    "code": "overdue",
                    "text": "not in touch yet, added 26 Oct, meant weekly, 21 days overdue",
                }
            ],
            "opening": {"text": "Ask how they are.", "ref": None},
        }
    ]


def test_a_person_reads_whom_why_and_how(book) -> None:
    shown = book("reconnect").out
    assert shown.splitlines() == [
        "c1  Grace Hopper  21d late  not in touch yet, added 26 Oct, meant weekly"
        "  → Ask how they are.",
        "",
        "Before you write: netlog brief c1",
    ]


def test_a_debt_is_said_once(book, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    book("favor", "promise", "ada", "the slides", "--by", "2026-11-23")
    book("log", "carol", "--kind", "coffee", "--on", "2d")
    first = [book("reconnect", who).out.splitlines()[:2] for who in ("ada", "carol")]
    assert first == [
        ["c2  Ada Lovelace  you promised on 23 Nov", "    → Bring what you promised: the slides."],
        ["c3  Carol Danvers  thanks to send", "    → Thank them for the coffee of 21 Nov."],
    ]
    monkeypatch.setenv("COLUMNS", "59")
    assert book("reconnect", "ada").out.splitlines()[:3] == [
        "c2  Ada Lovelace",
        "    you promised on 23 Nov",
        "    → Bring what you promised: the slides.",
    ]


@pytest.mark.parametrize(
    ("argv", "code", "opening", "ref"),
    [
        (
            ("log", "ada", "--kind", "coffee", "--on", "2d"),
            "thanks",
            "Thank them for the coffee of 21 Nov.",
            "t1",
        ),
        (
            ("favor", "receive", "ada", "a hint", "--on", "2d"),
            "thanks",
            "Thank them for this: a hint (21 Nov).",
            "t1",
        ),
        (
            ("favor", "promise", "ada", "the slides", "--by", "2026-11-23"),
            "promise",
            "Bring what you promised: the slides.",
            "f1",
        ),
    ],
)
def test_somebody_never_due_is_found_by_what_is_owed(book, argv, code, opening, ref) -> None:
    book(*argv)
    assert "Ada Lovelace" in names(book)
    assert code in why(book, "ada")
    assert one(book, "ada")["opening"] == {"text": opening, "ref": ref}


def test_a_promise_for_next_week_is_no_reason_yet(book) -> None:
    book("favor", "promise", "ada", "the slides")
    assert "Ada Lovelace" not in names(book)


def test_an_outcome_to_tell_is_an_opening(book, monkeypatch) -> None:
    book("favor", "receive", "ada", "a hint", "--on", "2026-11-01")
    book("thank", "ada", "--on", "2026-11-01")
    book("favor", "outcome", "f1", "they hired me")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    assert why(book, "ada") == ["outcome"]
    opening = {"text": "Tell them how it turned out: they hired me.", "ref": "f1"}
    assert one(book, "ada")["opening"] == opening


def test_a_coming_birthday_is_a_reason_and_an_opening(netlog) -> None:
    netlog("add", "Ada Lovelace", "--every", "never", "--birthday", "29 nov")
    assert names(netlog) == ["Ada Lovelace"]
    opening = {"text": "Wish them well for their birthday on 29 Nov.", "ref": None}
    assert one(netlog, "ada")["opening"] == opening


def test_a_birthday_after_the_new_year_is_found_too(netlog, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-30")
    netlog("add", "Ada Lovelace", "--every", "never", "--birthday", "5 jan")
    assert names(netlog) == ["Ada Lovelace"]


def test_who_helped_you_is_found_until_you_did_something_for_them(book) -> None:
    book("favor", "receive", "ada", "a hint", "--on", "2026-11-01")
    book("thank", "ada", "--on", "2026-11-02")
    assert "Ada Lovelace" in names(book)
    assert one(book, "ada")["why"] == [
        {"code": "helped", "text": "helped you with this: a hint (1 Nov)"}
    ]
    book("favor", "give", "ada", "a reference", "--on", "2026-11-03")
    assert "Ada Lovelace" not in names(book)


def test_who_introduced_others_is_found(book) -> None:
    book("add", "Bob Moog", "--via", "ada", "--every", "never")
    assert "Ada Lovelace" in names(book)
    assert one(book, "ada")["why"] == [{"code": "introduced", "text": "introduced you to Bob Moog"}]


def test_the_last_topic_is_an_opening(book) -> None:
    book("log", "grace", "--kind", "email", "-m", "Her garden grows", "--on", "2026-11-02")
    opening = {"text": 'Ask how this has gone since 2 Nov: "Her garden grows"', "ref": "m1"}
    assert one(book, "grace")["opening"] == opening


def test_thanks_that_were_sent_are_no_opening_any_more(book) -> None:
    book("log", "ada", "--kind", "coffee")
    book("thank", "ada")
    assert "Ada Lovelace" not in names(book)


def test_the_weightiest_comes_first(book) -> None:
    book("log", "ada", "--kind", "coffee", "--on", "2d")
    book("favor", "promise", "carol", "the slides", "--by", "2026-11-23")
    assert names(book) == ["Ada Lovelace", "Grace Hopper", "Carol Danvers"]


def test_whom_you_just_met_is_not_to_be_reconnected_with(book) -> None:
    book("log", "ada", "--kind", "lunch", "--got", "a hint")
    book("add", "Bob Moog", "--via", "ada", "--every", "never")
    assert "Ada Lovelace" not in names(book)


def test_a_birthday_that_was_settled_is_no_reason(book) -> None:
    book("add", "Dan", "--every", "never", "--birthday", "--11-25")
    assert why(book, "dan") == ["birthday"]
    book("drop", "c4")
    assert why(book, "dan") == []


@pytest.mark.parametrize(
    "said", [("--asked", "a job", "-m", "A job?"), ("--kind", "note", "-m", "Mine alone")]
)
def test_an_ask_or_a_note_is_nothing_to_begin_with(book, said: tuple[str, ...]) -> None:
    book("log", "ada", "-m", "Her garden grows\nand bees", "--kind", "email", "--on", "2026-09-01")
    book("log", "ada", "--kind", "email", *said)
    opening = one(book, "ada")["opening"]["text"]
    assert opening == 'Ask how this has gone since 1 Sep: "Her garden grows"'


@pytest.mark.parametrize("text", ["both tired", "Sent her my deck", "nice chat"])
def test_nor_is_a_mood_or_what_you_did_yourself(book, text: str) -> None:
    book("log", "ada", "-m", text, "--kind", "call", "--on", "2026-09-01", "--no-thanks")
    assert one(book, "ada")["opening"]["text"] == "Ask how they are."


def test_a_name_and_a_filter_exclude_each_other(book) -> None:
    assert book("reconnect", "ada", "--tag", "math").status == 2


def test_seven_people_are_enough_unless_said(netlog) -> None:
    for number in range(9):
        netlog("add", f"Person{number}", "--every", "never", "--birthday", "--11-29")
    assert len(names(netlog)) == 7
    assert len(names(netlog, "--limit", "9")) == 9


def test_limit_keeps_the_first(book) -> None:
    book("log", "ada", "--kind", "coffee")
    assert names(book, "--limit", "1") == ["Grace Hopper"]


def test_circle_and_tag_narrow_it_down(book) -> None:
    for who in ("ada", "carol"):
        book("favor", "promise", who, "the slides", "--by", "2026-11-23")
    assert names(book, "--circle", "peer") == ["Ada Lovelace", "Carol Danvers"]
    assert names(book, "--tag", "navy") == ["Grace Hopper"]
    assert names(book, "--circle", "peer", "--tag", "math") == ["Ada Lovelace"]
    assert names(book, "--tag", "nobody") == []


def test_somebody_put_off_is_left_out_unless_named(book) -> None:
    book("snooze", "grace", "2w")
    assert names(book) == []
    assert names(book, "grace") == ["Grace Hopper"]


def test_what_you_owe_to_somebody_put_off_speaks_all_the_same(book) -> None:
    book("favor", "promise", "grace", "the slides", "--by", "2026-11-23")
    book("snooze", "grace", "2w")
    (found,) = book("reconnect", "--json").json
    assert [reason["code"] for reason in found["why"]] == ["promise"]


def test_somebody_for_whom_nothing_speaks_is_shown_when_named(book) -> None:
    assert "Ada Lovelace" not in names(book)
    assert one(book, "ada")["why"] == []
    assert one(book, "ada")["opening"]["text"] == "Ask how they are."


def test_the_archived_are_left_out(book, recording) -> None:
    with recording() as opened:
        opened.connection.execute("UPDATE contact SET archived_at = '2026-11-20T12:00:00Z'")
    assert names(book) == []


def test_when_nobody_waits_it_says_so(netlog) -> None:
    assert netlog("reconnect").err == "Nobody to get back to. Enjoy the day.\n"
    assert netlog("reconnect", "--json") == (0, "[]\n", "")


@pytest.mark.parametrize(
    ("argv", "status"),
    [(("nobody",), 3), (("--limit", "-1"), 2), (("--circle", "family"), 2), (("t1",), 2)],
)
def test_a_mistake_is_refused(book, argv: tuple[str, ...], status: int) -> None:
    refused = book("reconnect", *argv)
    assert (refused.status, refused.out) == (status, "")


def test_asking_twice_in_other_processes_gives_the_same_answer(book, process) -> None:
    for who in ("ada", "carol"):
        book("favor", "promise", who, "the slides")
    seeds = [process("reconnect", "--json", PYTHONHASHSEED=seed).out for seed in ("1", "2")]
    assert seeds == [book("reconnect", "--json").out] * 2


# The demo's forty people


def test_the_demo_is_the_same_whenever_it_is_built_for_a_day(demo, home, monkeypatch) -> None:
    first = demo("reconnect", "--json", "--limit", "40")
    assert len(first.json) >= 10
    monkeypatch.delenv("NETLOG_DB", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(home))
    monkeypatch.setenv("NETLOG_DB", demo("demo", "--json").json["db"])
    assert demo("reconnect", "--json", "--limit", "40") == first


BEGINNINGS = ("Ask how", "Come back to this")


def test_every_opening_in_the_demo_is_true(demo) -> None:
    """What an opening names is open, or was said, in that very contact's record."""
    found = demo("reconnect", "--json", "--limit", "40").json
    seen = set()
    for one in found:
        contact = demo("show", one["contact"]["ref"], "--json").json
        text, ref = one["opening"]["text"], one["opening"]["ref"]
        seen.add(ref[0] if ref else text.split()[0])
        if ref is None:
            assert contact["birthday"] if "birthday" in text else text.startswith(BEGINNINGS)
        elif ref[0] == "t":
            (thanks,) = [each for each in contact["thanks"] if each["ref"] == ref]
            assert thanks["state"] == "open"
            meeting, favor = thanks["meeting"], thanks["favor"]
            assert (meeting["kind"] if meeting else favor["text"]) in text
        elif ref[0] == "f":
            (favor,) = [each for each in contact["favors"] if each["ref"] == ref]
            assert (favor["outcome"] or favor["text"]) in text
            assert favor["told_on"] is None
            assert (favor["state"] == "open") is (favor["outcome"] is None)
        else:
            (meeting,) = [each for each in contact["meetings"] if each["ref"] == ref]
            quoted = text.partition('"')[2].removesuffix('"')
            assert quoted
            assert quoted in meeting["text"]
    assert {"t", "f", "m"} <= seen


def test_no_opening_in_the_demo_asks_for_anything(demo) -> None:
    openings = [one["opening"]["text"] for one in demo("reconnect", "--json", "--limit", "40").json]
    assert [text for text in openings if FOR_SOMETHING.search(text)] == []


LONG = "the sheet of readings that I promised at the harbor, with every tide since 2024"


@pytest.mark.parametrize("columns", [60, 80, 149])
def test_each_has_two_lines_from_60_columns_on_and_all_of_it_alone(
    book, monkeypatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for who in ("ada", "carol"):
        book("favor", "promise", who, LONG, "--by", "2026-11-23")
    lines = book("reconnect").out.splitlines()
    assert lines.index("") == 2 * len(names(book))
    ada = next(at for at, line in enumerate(lines) if "Ada" in line)
    assert len(lines[ada + 1]) <= columns
    if columns < 149:
        assert lines[ada + 1].endswith("…")
        said = lines[ada + 1].strip(" …")
        assert f"→ Bring what you promised: {LONG}".startswith(f"{said} ")  # cut between words
    alone = " ".join(book("reconnect", "ada").out.split())
    assert f"→ Bring what you promised: {LONG}." in alone


# Why, of one whom three reasons speak for.
CAROL = [
    (149, "last in touch 1 Jan, meant every 2 weeks; helped you with this: read my book on "
     "tides (1 Jan); introduced you to Ada and Bob"),
    (110, "last in touch 1 Jan, meant every 2 weeks; helped you (1 Jan); introduced you to others"),
    (90, "last in touch 1 Jan; helped you (1 Jan); introduced you to others"),
    (70, "last in touch 1 Jan; helped you (1 Jan); …"),
    (60, "last in touch 1 Jan; …"),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "why"), CAROL)
def test_where_it_is_narrow_each_reason_is_whole_or_in_few_words(
    netlog, monkeypatch, columns: int, why: str
) -> None:
    netlog("add", "Carol", "--every", "2w")
    netlog("log", "carol", "--kind", "call", "--on", "2026-01-01", "--no-thanks")
    netlog("favor", "receive", "carol", "read my book on tides", "--on", "2026-01-01")
    netlog("thank", "carol", "--on", "2026-01-01")
    for name in ("Ada", "Bob"):
        netlog("add", name, "--via", "carol", "--every", "never")
    monkeypatch.setenv("COLUMNS", str(columns))
    assert netlog("reconnect", "--limit", "1").out.splitlines()[0].endswith(f"late  {why}")


@pytest.mark.parametrize(("limit", "waiting"), [("7", 2), ("3", 1), ("1", 0), ("9", 2)])
def test_beside_many_debts_those_who_wait_have_room(netlog, monkeypatch, limit, waiting) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-08-01")
    for name in ("Zoe Old", "Yan Old"):
        netlog("add", name, "--every", "2w")
        netlog("log", name, "coffee", "--no-thanks")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-01")
    for name in ("Ann", "Bo", "Cy", "Di", "Ed", "Fay", "Gus"):
        netlog("add", name, "--every", "2w")
        netlog("favor", "receive", name, "a lead")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    found = netlog("reconnect", "--limit", limit, "--json").json
    assert len(found) == int(limit)
    assert sum("Old" in one["contact"]["name"] for one in found) == waiting
