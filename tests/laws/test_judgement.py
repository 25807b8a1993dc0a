"""What netlog says is true: five laws, over random books made through the real commands.

HYPOTHESIS_PROFILE=thorough looks at ten times as many.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.laws.books import DAY, PEOPLE, Book, Step, Told, last_touch, parsed, stories

pytestmark = pytest.mark.slow

NewBook = Callable[[], Book]
over_books = settings(
    max_examples=examples(5),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def played(new_book: NewBook, story: list[Step]) -> tuple[Book, list[Told]]:
    """The book after the story, and what was said on the way."""
    book = new_book()
    return book, [told for step in story if (told := step(book))]


# 1. After any touch on day D, no output names a last touch before D.

SAID_LAST = re.compile(rf"\blast (?:in touch )?{DAY}")


@over_books
@given(stories)
def test_no_output_names_a_last_touch_before_the_last(new_book: NewBook, story: list[Step]) -> None:
    book = new_book()
    for step in story:
        if step(book):
            for name in PEOPLE:
                shown = book.json("show", name)
                touched = last_touch(shown)
                assert shown["last_touch_on"] == (touched and touched.isoformat())
    for name in PEOPLE:
        touched = last_touch(book.json("show", name))
        for command in ("check", "reconnect", "brief", "show"):
            _speaks_of(book.done(command, name).result.out, touched, book.today)
    _the_lists_agree(book)


def _the_lists_agree(book: Book) -> None:
    known = {one["name"]: last_touch(book.json("show", one["ref"])) for one in book.json("list")}
    for one in [*book.json("list"), *(item for item in book.json("reconnect", "--limit", "9"))]:
        name = one["contact"]["name"] if "contact" in one else one["name"]
        assert one["last_touch_on"] == (known[name] and known[name].isoformat())
    for item in book.due("--all", "--within", "1y"):
        touched = known.get(item["contact"]["name"])
        _speaks_of(item["what"], touched, book.today)
        if item["kind"] == "reconnect" and touched:
            assert item["since"] == touched.isoformat()


def _speaks_of(text: str, touched: date | None, today: date) -> None:
    for found in SAID_LAST.finditer(text):
        assert parsed(found, today) == touched, text
    if touched:
        assert "not in touch" not in text


# 2. Whom check calls fine, the morning and the balance have nothing against, and the reverse.

DEBTS = ("thanks", "promise", "waiting", "outcome", "lead")


@over_books
@given(stories)
def test_fine_is_fine_everywhere(new_book: NewBook, story: list[Step]) -> None:
    book, _ = played(new_book, story)
    items = book.due()
    of_all = {one["contact"]["name"]: one for one in book.json("balance")}
    for name in PEOPLE:
        found = book.json("check", name)
        mine = [one for one in items if one["contact"]["name"] == name]
        reasons = [why["text"] for why in found["reasons"]]
        assert found["fine"] is (not reasons)
        _balance_agrees(book, name, reasons, of_all.get(name))
        _is_warned_of(book, name, found["reasons"])
        _quotes_no_reason(book, name)
        if found["fine"]:
            _is_so(found["go_ahead"], book.json("show", name), book.today)
            assert [o for o in mine if o["kind"] in DEBTS and o["days_overdue"]] == []
            assert not _is_neglected(book, name)


def _balance_agrees(
    book: Book, name: str, reasons: list[str], among_all: dict[str, Any] | None
) -> None:
    """Whether the balance advises against asking just where check does, and for the same reason."""
    alone = book.json("balance", name)
    assert among_all in (None, *alone)
    advice = f"Before you ask {name} again: {reasons[0]}." if reasons else None
    texts = [one["text"] for one in alone]
    assert texts == [advice] if advice else not any("Before you ask" in text for text in texts)


def _is_warned_of(book: Book, name: str, reasons: list[dict[str, Any]]) -> None:
    """Whether an ask that is about to be noted is warned of by the first reason of each kind."""
    with book.as_if():
        said = book.done("favor", "ask", name, "her advice").result.err
    warned = re.findall(r"^Mind: (.*?)(?:, and \d+ more like it)?\.$", said, re.M)
    first = {why["code"]: why["text"] for why in reversed(reasons)}
    assert sorted(warned) == sorted(first.values())


def _quotes_no_reason(book: Book, name: str) -> None:
    """Whether only what was spoken of is quoted: never why a reminder was asked for."""
    meetings = book.json("show", name)["meetings"]
    spoken = [one["text"] for one in meetings if one["text"] and not one["remind_on"]]
    (brief,) = book.json("brief", name)
    said = [*brief["questions"], book.json("check", name)["instead"] or ""]
    said += [one["opening"]["text"] for one in book.json("reconnect", name)]
    for sentence in said:
        if found := re.search(r'^(?:Last time|Ask how this).*?"(.*)"', sentence):
            assert any(found[1] in text for text in spoken)


def _is_so(go_ahead: str, shown: dict[str, Any], today: date) -> None:
    """Whether what is said of somebody fine is on their sheet."""
    year_ago = (today - timedelta(days=365)).isoformat()
    sent = [one["sent_on"] for one in shown["thanks"] if one["sent_on"]]
    heard = [one["told_on"] for one in shown["favors"] if one["told_on"]]
    if "thanked" in go_ahead:
        assert max(sent) > year_ago
    if "told" in go_ahead:
        assert max(heard) > year_ago
    if "nothing owed" in go_ahead:
        assert not [one for one in shown["thanks"] if one["state"] == "open"]
        assert not [
            one
            for one in shown["favors"]
            if one["direction"] == "to_them" and one["state"] == "open"
        ]
        assert not [
            one
            for one in shown["favors"]
            if one["outcome"] and not one["told_on"] and not one["dropped_on"]
        ]


def _is_neglected(book: Book, name: str) -> bool:
    """Whether a cadence is overdue by half of itself or more."""
    shown = book.json("show", name)
    since = last_touch(shown) or date.fromisoformat(shown["created_at"][:10])
    every = shown["cadence_days"]
    return bool(every) and (book.today - since).days >= 1.5 * every


# 3. A printed settle command, run, removes its line and makes none false.

# What being in touch with somebody ends or puts off beside the line itself.
BY_A_TOUCH = ("reconnect", "waiting", "date", "lead")


@over_books
@given(stories)
def test_a_printed_command_settles_its_line_and_makes_none_false(
    new_book: NewBook, story: list[Step]
) -> None:
    book, _ = played(new_book, story)
    items = book.due()
    before = book.lines()
    for item in items:
        line = (item["kind"], item["ref"], item["contact"]["id"])
        with book.as_if():
            ahead = _days_ahead(book, beside=item)
            book.done(*item["settle"][1:])
            after = book.lines()
            assert ahead <= _days_ahead(book)
            assert line not in after
            gone = before - after - {one for one in before if one[1] == item["ref"]}
            by_news = _thanked_by_news(book) if "landed" in item["settle"] else set()
            assert [
                one for one in gone if one[0] not in BY_A_TOUCH and (one[0], one[2]) not in by_news
            ] == []
            _true(book)
        for choice in item["choices"]:
            with book.as_if():
                book.done(*choice["argv"][1:])
                assert line not in book.lines(), (choice, item)
                _true(book)


def _thanked_by_news(book: Book) -> set[tuple[str, int]]:
    """Whose open thanks the news of a lead that landed says as well: tomorrow they are told."""
    lines = book.lines("--within", "1d")
    return {("thanks", contact) for kind, _, contact in lines if kind == "outcome"}


# What is days ahead may come again: later, or as something else to do about it.


@settings(over_books, max_examples=examples(9))
@given(st.sampled_from(["5d", "3m", "2y"]), stories)
def test_a_command_printed_days_ahead_runs_and_does_what_it_says(
    new_book: NewBook, within: str, story: list[Step]
) -> None:
    book, _ = played(new_book, story)
    near = book.lines()
    for item in book.due("--within", within):
        line = (item["kind"], item["ref"], item["contact"]["id"])
        if line in near:
            continue
        for argv in (item["settle"], *(choice["argv"] for choice in item["choices"])):
            with book.as_if():
                said = book.done(*argv[1:])
                if argv == item["settle"] and _is_by_cadence(item):
                    ahead = book.due("--within", within)
                    assert _silence(item) not in [_silence(one) for one in ahead], said
                _has_moved(book, item, within, said)
                _true(book)


def _is_by_cadence(item: dict[str, Any]) -> bool:
    """Whether it is to get back to somebody, and no reminder: what follows that is another."""
    return item["kind"] == "reconnect" and "to be reminded" not in item["what"]


def _silence(item: dict[str, Any]) -> tuple[Any, ...]:
    """A line to get back to somebody: it is of one day, and of the silence since one last touch.

    Any touch ends that silence; what comes of the next one is another line.
    """
    return item["kind"], item["ref"], item["contact"]["id"], item["due_on"], item["what"]


def _comes_a_cadence_after_today(book: Book, one: dict[str, Any]) -> bool:
    every = book.json("show", one["contact"]["ref"])["cadence_days"]
    return bool(every) and one["due_on"] == (book.today + timedelta(days=every)).isoformat()


def _has_moved(book: Book, item: dict[str, Any], within: str, told: Told) -> None:
    """Whether a line days ahead is gone, is another, or comes later; nothing of it comes today.

    Whoever you were in touch with today comes a cadence after today, however often.
    """
    verb, is_today = told.argv[0], "today" in told.argv
    for one in book.due("--within", within):
        if (one["kind"], one["ref"], one["contact"]) == tuple(
            item[key] for key in ("kind", "ref", "contact")
        ):
            touched = one["kind"] == "reconnect" and _comes_a_cadence_after_today(book, one)
            as_another = one["about"] != item["about"] or "broken" in told.argv
            later = one["due_on"] > item["due_on"]
            assert is_today or touched or as_another or later or verb == "snooze", (told, item)
    if verb == "snooze" and item["kind"] == "date":
        day = date.fromisoformat(item["due_on"])
        line = (item["kind"], item["ref"], item["contact"]["id"])
        alone = (item["kind"], item["contact"]["ref"], item["contact"]["id"])
        for on in (day - timedelta(days=1), day):
            book.on(on)
            assert bool({line, alone} & book.lines()) is (on == day), (told, item)
    elif is_today:
        book.done("done", item["ref"])
        assert item["ref"] not in {one[1] for one in book.lines("--within", within)}


def _days_ahead(book: Book, beside: dict[str, Any] | None = None) -> set[tuple[int, str]]:
    """The yearly days to come, each a line that is settled alone."""
    return {
        (one["contact"]["id"], one["about"])
        for one in book.due()
        if one["kind"] == "date" and one["due_on"] > book.today.isoformat() and one != beside
    }


def _true(book: Book) -> None:
    """Whether every line of the morning has an open record behind it."""
    sheets = {one["id"]: book.json("show", one["ref"]) for one in book.json("list")}
    for item in book.due():
        ref, kind = item["ref"], item["kind"]
        if not item["contact"]["id"]:
            # A lead that stands with nobody.
            assert book.json("lead", "show", ref.partition(".")[0])["state"] == "open"
            continue
        shown = sheets[item["contact"]["id"]]
        if kind in ("promise", "waiting", "outcome"):
            (one,) = [favor for favor in shown["favors"] if favor["ref"] == ref]
            open_ = one["told_on"] is None if kind == "outcome" else one["state"] == "open"
            assert open_
            assert kind == "outcome" or not one["done_on"]
        elif kind == "thanks":
            (one,) = [thanks for thanks in shown["thanks"] if thanks["ref"] == ref]
            assert one["state"] == "open"
        elif kind == "lead":
            assert ref.partition(".")[0] in [one["ref"] for one in shown["leads"]]
        elif kind == "plan":
            assert ref in [plan["ref"] for plan in shown["plans"]]
        else:
            _speaks_of(item["what"], last_touch(shown), book.today)


# 4. What a confirmation announces comes true, on that day and on none before.

ANNOUNCED = (
    re.compile(rf"due {DAY}: netlog (?:thank|done) ([tf]\d+)"),
    re.compile(rf"due {DAY} \(([f]\d+)\)"),
    re.compile(rf"\(([tfp]\d+)\) comes? up again on {DAY}"),
    re.compile(rf"\((p\d+)\)\. It comes up on {DAY}"),
    re.compile(rf"^(Ann|Bo)(?: is skipped this once, and)? comes up again on {DAY}", re.M),
    re.compile(rf"^A reminder of (Ann|Bo)(?: and (?:Ann|Bo))? comes on {DAY}", re.M),
    re.compile(rf"^(Ann|Bo): .*, due {DAY}", re.M),
)
STILL_OPEN = re.compile(r"^Thanks to (?:Ann|Bo) are still open: netlog thank (t\d+)", re.M)
NEWS = re.compile(r"Tell (?:Ann|Bo): netlog told (f\d+)")
AT_REST = (
    re.compile(
        r"^Thanks to (?:Ann|Bo) come late, and are still welcome: netlog thank (t\d+)", re.M
    ),
    re.compile(r"rests by now: netlog done (f\d+)"),
    re.compile(r"rests by now \((f\d+)\)"),
)
REFS = {"Ann": "c1", "Bo": "c2"}
# What is at rest does not come up again, as long as nothing happens.
LOOKED_AHEAD = (0, 1, 7, 30, 60, 120)


def announced(text: str, today: date) -> list[tuple[str, date]]:
    """Each ref, and the day on which it is said to come up."""
    found = []
    for pattern in ANNOUNCED:
        for match in pattern.finditer(text):
            named_first = not match.group(1).isdigit()
            ref = match.group(1 if named_first else 4)
            on = parsed(match, today, 2 if named_first else 1)
            found.append((REFS.get(ref, ref), on))
    return found


@over_books
@given(stories)
def test_what_a_confirmation_announces_comes_true(new_book: NewBook, story: list[Step]) -> None:
    book = new_book()
    for step in story:
        told = step(book)
        if told is None or told.result.status:
            continue
        said = told.result.out
        # Who is archived comes up no more, which is said.
        if "is archived" in said:
            continue
        for ref, on in announced(said, book.today):
            _comes(book, ref, on, told)
        for ref in STILL_OPEN.findall(said):
            assert _is_shown(book, ref), told
        for ref in (ref for pattern in AT_REST for ref in pattern.findall(said)):
            with book.as_if():
                for day in [book.today + timedelta(days=days) for days in LOOKED_AHEAD]:
                    book.on(day)
                    assert not _is_shown(book, ref), (told, day)
        for ref in NEWS.findall(said):
            _comes(book, ref, book.today + timedelta(days=1), told)


def _comes(book: Book, ref: str, on: date, told: Told) -> None:
    """Whether it is shown from that day on; what is past already, today."""
    today = book.today
    days = {today, today + (on - today) // 2, on - timedelta(days=1), on}
    for day in sorted(day for day in days if today <= day) if on > today else [today]:
        book.on(day)
        assert _is_shown(book, ref) is (day >= on), (told, ref, on, day)
    book.on(today)


def _is_shown(book: Book, ref: str) -> bool:
    """Whether a line of that ref is of the morning, beside a birthday."""
    return any(line[1] == ref and line[0] != "date" for line in book.lines())


NEXT = re.compile(rf"Nothing is due\. Next: {DAY}\.")


@over_books
@given(stories)
def test_the_next_day_that_is_said_is_the_first_on_which_anything_comes(
    new_book: NewBook, story: list[Step]
) -> None:
    book, _ = played(new_book, story)
    for item in book.due():
        book.run("snooze", item["ref"], "3w")
    if found := NEXT.search(book.done("due").result.out):
        on = parsed(found, book.today)
        before = [on - timedelta(days=days) for days in (1, 2, 7)]
        for day in [one for one in before if one >= book.today]:
            book.on(day)
            assert book.due() == []
        book.on(on)
        assert book.due() != []


# 5. One kindness is one line; one person is one block.


@over_books
@given(stories)
def test_one_kindness_is_one_line_and_one_person_one_block(
    new_book: NewBook, story: list[Step]
) -> None:
    book, _ = played(new_book, story)
    for scope in ((), ("--all",), ("--within", "2m")):
        items = book.due(*scope)
        blocks = [key for key, _ in groupby(items, key=lambda one: one["contact"]["id"])]
        assert len(blocks) == len(set(blocks))
        lines = [(one["kind"], one["ref"]) for one in items]
        assert len(lines) == len(set(lines))
        for_what = [_kindness(book, one) for one in items if one["kind"] == "thanks"]
        assert len(for_what) == len(set(for_what))
        thanked = {
            book.json("show", one["ref"])["favor"]["ref"] for one in items if _is_for(book, one)
        }
        assert thanked.isdisjoint(one["ref"] for one in items if one["kind"] == "outcome")


def _is_for(book: Book, item: dict[str, Any]) -> bool:
    """Whether a line is of thanks for a favor."""
    return item["kind"] == "thanks" and book.json("show", item["ref"])["favor"] is not None


def _kindness(book: Book, item: dict[str, Any]) -> tuple[Any, ...]:
    """Whom the thanks are for, and for which meeting or favor."""
    thanks = book.json("show", item["ref"])
    meeting, favor = thanks["meeting"], thanks["favor"]
    what = (meeting or favor or {"ref": item["ref"]})["ref"]
    return item["contact"]["id"], what


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 300))
def test_days_that_are_said_are_read_back(today: date, days: int) -> None:
    """The reader of these laws understands what netlog writes."""
    from netlog.wording import short_day

    on = today + timedelta(days=days)
    found = re.match(DAY, short_day(on, today))
    assert found
    assert parsed(found, today) == on
