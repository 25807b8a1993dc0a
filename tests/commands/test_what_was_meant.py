"""What a command cannot do is told with what was meant, and what to type for it."""

import io
import shlex
from pathlib import Path

import pytest
from tests.conftest import Netlog


@pytest.fixture
def book(netlog, seeded) -> Netlog:
    """Carol, with a coffee, a favor she did and one she was asked for."""

    def fill() -> None:
        netlog("add", "Carol Whitfield", "--log", "hi", "--kind", "coffee", "--tag", "hiring")
        netlog("favor", "receive", "carol", "an intro")
        netlog("favor", "ask", "carol", "a name")

    seeded(fill)
    return netlog


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("due", "--within", "7"), "7 what? --within 7d, 2w or 1m."),
        (("snooze", "carol", "3"), "3 what? 3d, 2w or 1m."),
        (("every", "carol", "14"), "14 what? 14d, 2w or 1m."),
        (("log", "carol", "--on", "5"), "5 what? 5d, 2w or 1m."),
        (("list", "--silent-for", "6"), "6 what? 6d, 2w or 1m."),
        (
            ("circle", "carol", "friend"),
            "friend is no circle: peer, business or community. A label: netlog tag carol friend",
        ),
        (
            ("list", "--circle", "friend"),
            "friend is no circle: peer, business or community. A label: --tag friend",
        ),
        (
            ("goal", "done", "g1"),
            "netlog goal has no done. Did you mean netlog goal drop g1 --done?",
        ),
        (("goal", "delete", "g1"), "netlog goal has no delete. Did you mean netlog remove g1?"),
        (("lead", "won", "l1"), "netlog lead has no won. Did you mean netlog lead landed l1?"),
        (("lead", "close", "l1"), "netlog lead has no close. Did you mean closed?"),
        (("favor", "drop", "f1"), "netlog favor has no drop. Did you mean netlog drop f1?"),
        (("plan", "delete", "p1"), "netlog plan has no delete. Did you mean netlog remove p1?"),
        (("plan", "cancel", "p1"), "netlog plan has no cancel. Did you mean netlog drop p1?"),
        (
            ("plan", "zap", "p1"),
            "netlog plan has no zap. Did you mean done, drop, snooze, edit or remove:"
            " netlog done p1?",
        ),
        (("org", "rm", "o1"), "netlog org has no rm. Did you mean netlog remove o1?"),
        (
            ("done", "g1"),
            "g1 is a goal, which is never due. netlog goal drop g1; reached: netlog goal drop g1"
            " --done",
        ),
        (
            ("compact", "--older-than", "x"),
            "Cannot read the date 'x': try 2026-11-20, yesterday or 6m.",
        ),
        (("circle", "carol", "bizness"), "bizness is no circle. Did you mean business?"),
        (("circle", "carol"), "Which circle? netlog circle carol peer"),
        (("circle", "peer"), "Whom? netlog circle grace peer"),
        (
            ("tag", "carol"),
            "Which tag? netlog tag carol hiring (the shell takes #hiring for a comment)",
        ),
        (("untag", "+hiring"), "Whom? netlog untag grace hiring"),
        (("every", "carol"), "How often? netlog every carol 2w"),
        (("every", "--tag", "work"), "How often? netlog every --tag work 2w"),
        (("plan", "carol", "lunch"), "On which day? netlog plan carol lunch friday 10:00"),
        (
            ("snooze", "--for", "2w", "carol"),
            "There is no --for: it stands bare: netlog snooze carol 2w",
        ),
        (("add", "--name", "Zed"), "There is no --name: it stands bare: netlog add Zed"),
        (
            ("tag", "carol", "--tag", "x"),
            "There is no --tag: it stands bare: netlog tag carol x",
        ),
        *(
            (
                ("lead", "step", "l1.1", f"--{state}", "--on", "today"),
                f"There is no --{state}: it stands bare: netlog lead step l1.1 {state} --on today",
            )
            for state in ("waiting", "asked", "done", "broken")
        ),
        (
            ("lead", "step", "l1.1", "--state", "done"),
            "There is no --state: it stands bare: netlog lead step l1.1 done",
        ),
        (
            ("lead", "stage", "l1", "--interview"),
            "There is no --interview: it stands bare: netlog lead stage l1 interview",
        ),
        (
            ("log", "carol", "--coffee"),
            "There is no --coffee: it stands bare: netlog log carol coffee",
        ),
        (
            ("log", "carol", "--yesterday"),
            "There is no --yesterday: it stands bare: netlog log carol yesterday",
        ),
        (("network", "--svg"), "There is no --svg: that is --format svg."),
        (("lead", "list", "--interview"), "There is no --interview: that is --stage interview."),
        (("list", "--peer"), "There is no --peer: a circle is --circle peer."),
        (("due", "--thanks"), "There is no --thanks: the kind is --kind thanks."),
        (("list", "--name", "zed"), "There is no --name. Did you mean netlog search zed?"),
        (
            ("list", "--kind", "dinner"),
            "There is no --kind. netlog list --help shows what there is.",
        ),
        (("due", "--days", "7"), "There is no --days: how far ahead is --within 7d."),
        (
            ("due", "thanks"),
            "What to change or choose is an option: netlog due --kind thanks",
        ),
        (
            ("export", "vcf"),
            "What to change or choose is an option: netlog export --format vcf",
        ),
        (
            ("done", "carol"),
            "'carol' is not a ref of something due, such as t9. Did you mean c1?",
        ),
        (("favor", "f1"), "netlog favor has no f1. That one: netlog favor show f1"),
        (
            ("favor", "show", "carol"),
            "A favor is named by its ref, such as f7. Theirs: netlog favor list carol",
        ),
        (("edit", "m1", "--email", "x@y.org"), "--email does not go with a meeting."),
        (
            ("told", "carol whitfield", "got", "it"),
            "What has several words goes in quotes or after --. "
            'netlog told "carol whitfield" -- got it',
        ),
        (("snooze", "carol whitfield"), 'Until when? netlog snooze "carol whitfield" 2w'),
        (("told", "t1", "fine"), "t1 is a thank-you, not a person."),
        (
            ("snooze", "carol", "tommorow"),
            "Cannot read the duration 'tommorow'. Did you mean tomorrow?",
        ),
    ],
    ids=lambda case: " ".join(case) if isinstance(case, tuple) else "",
)
def test_a_word_that_is_none_or_too_few_is_asked_for(book: Netlog, argv, said: str) -> None:
    failed = book(*argv)
    assert (failed.status, failed.out, failed.err) == (2, "", f"netlog: {said}\n")


@pytest.mark.parametrize(
    ("argv", "offered"),
    [
        (
            ("log", "carol whitfield", "lunch", "2030-01-05", "--", "her new book"),
            'netlog plan "carol whitfield" lunch 2030-01-05 -- "her new book"',
        ),
        (("edit", "m1", "--on", "2030-01-05"), "netlog plan c1 coffee 2030-01-05 -- hi"),
        (
            ("favor", "give", "carol", "a talk", "--on", "2030-01-05"),
            'netlog plan carol 2030-01-05 -- "a talk"',
        ),
        (
            ("favor", "receive", "carol", "a job", "--on", "2030-01-05"),
            'netlog plan carol 2030-01-05 -- "a job"',
        ),
        (
            ("plan", "carol", "coffee", "2026-11-20", "10:00", "--", "her book"),
            'netlog log carol coffee 2026-11-20 -- "her book"',
        ),
        (("thank", "carol", "--on", "2030-01-05"), "netlog plan carol 2030-01-05"),
        (("told", "f1", "fine", "--on", "2030-01-05"), "netlog plan c1 2030-01-05 -- fine"),
        (("edit", "carol", "--met-on", "2030-01-05"), "say the day on which it happened."),
    ],
)
def test_what_is_offered_for_another_day_ends_the_line_and_runs(
    book: Netlog, argv: tuple[str, ...], offered: str
) -> None:
    refused = book(*argv)
    assert (refused.status, refused.err.endswith(f": {offered}\n")) == (1, True), refused.err
    if offered.startswith("netlog"):
        assert book(*shlex.split(offered)[1:]).status == 0


def test_a_number_that_is_there_in_a_fuller_spelling_is_told(book: Netlog) -> None:
    book("edit", "carol", "--phone", "503 555 0111")
    edited = book("edit", "carol", "--phone", "5550111")
    assert edited.err == "5550111 is there already, as 503 555 0111.\n"
    assert edited.status == 0


@pytest.mark.parametrize(
    "argv",
    [
        *("reconnect", "balance", "tags", "orgs", "lead list", "goal list", "network", "relate"),
        *("stats", "week", "plan", "favor list", "history", "search x", "org list", "duplicates"),
    ],
)
def test_of_a_book_that_is_not_there_that_alone_is_said(netlog, tmp_path: Path, argv: str) -> None:
    path = tmp_path / "none.db"
    read = netlog(*argv.split(), "--db", str(path))
    assert (read.status, read.out, read.err) == (0, "", f"There is no book at {path}.\n")


@pytest.mark.parametrize(("typed", "as_"), [("spose", "spouse"), ("daughter", "daughter")])
def test_what_somebody_is_is_no_name(book: Netlog, typed: str, as_: str) -> None:
    failed = book("relate", "carol", typed, "tom")
    assert f"What they are is --as: netlog relate c1 tom --as {as_}\n" in failed.err
    assert "--named ida\n" in book("relate", "carol", "ida").err


@pytest.mark.parametrize(
    "argv", [("stats", "--since"), ("due", "--within"), ("log", "carol", "--on")]
)
def test_never_is_for_good_of_a_snooze_alone(book: Netlog, argv: tuple[str, ...]) -> None:
    assert "for good is netlog every WHO never" not in book(*argv, "never").err
    assert "for good is netlog every WHO never" in book("snooze", "carol", "never").err


def test_an_outcome_that_nobody_said_is_asked_for(book: Netlog) -> None:
    failed = book("favor", "told", "f1")
    assert (failed.status, failed.err) == (
        3,
        'netlog: How did f1 turn out? netlog told carol "…"\n',
    )
    assert book("told", "carol", "fine").status == 0


@pytest.mark.parametrize(
    ("typed", "meant"), [("cofee", "the kind coffee"), ("yestrday", "yesterday")]
)
def test_a_misspelt_kind_or_day_is_no_new_person(book: Netlog, typed: str, meant: str) -> None:
    failed = book("log", "carol", typed)
    assert (failed.status, failed.out) == (3, "")
    assert failed.err.startswith(f'netlog: Nobody matches "{typed}". Did you mean {meant}? ')


@pytest.mark.parametrize("place", ["people", "contacts", "People", "contact"])
def test_a_place_to_search_may_be_called_as_its_heading_is(book: Netlog, place: str) -> None:
    assert book("search", "carol", "--in", place).out.startswith("People\nc1  Carol")


def test_who_is_meant_by_more_than_one_is_named_by_ref(book: Netlog) -> None:
    book("add", "Carol Danvers")
    said = book("favor", "told", "f1").err
    assert said == 'netlog: How did f1 turn out? netlog told c1 "…"\n'


# What was removed is back


def test_an_undo_says_who_is_back_and_with_what(book: Netlog) -> None:
    book("remove", "carol", "--yes")
    assert book("undo", "--dry-run").out.startswith("Carol Whitfield (c1) would be back, with ")
    assert book("undo").out == (
        "Carol Whitfield (c1) is back, with 1 meeting, 2 favors and 2 thanks.\n"
    )
    assert book("redo").out.startswith("Carol Whitfield (c1) is removed again, with 1 meeting")


def test_an_undo_of_one_record_names_it(book: Netlog) -> None:
    book("remove", "m1", "--yes")
    assert book("undo").out == "Coffee with Carol Whitfield (m1) is back, with 1 thank-you.\n"


# Files that hold nothing new, and filters that leave nobody


def test_a_file_of_people_who_are_known_is_one_sentence(book: Netlog, tmp_path: Path) -> None:
    target = str(tmp_path / "reunion.vcf")
    book("export", "-o", target)
    for dry in ((), ("--dry-run",)):
        said = book("import", target, *dry)
        assert said.out == f"Nothing new in {target}: the 1 person is known already.\n"


def test_a_tag_that_nobody_has_leaves_an_empty_document(book: Netlog) -> None:
    printed = book("export", "--tag", "zzz")
    assert (printed.status, printed.err) == (0, "Nobody has #zzz.\n")
    assert printed.json["contacts"] == []


def test_a_tag_that_nobody_has_writes_no_file(book: Netlog, tmp_path: Path) -> None:
    target = tmp_path / "z.vcf"
    failed = book("export", "--tag", "hirin", "-o", str(target))
    assert (failed.status, failed.err) == (
        3,
        "netlog: Nobody has #hirin. Did you mean #hiring?\n",
    )
    assert not target.exists()


def test_a_list_of_nobody_says_of_whom(book: Netlog) -> None:
    assert book("list", "--tag", "zzz").err == "Nobody has #zzz.\n"
    assert book("list", "--city", "Oslo").err == "Nobody matches.\n"


# Books that are none


@pytest.fixture
def elsewhere(netlog: Netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a book that was named, and is not there."""
    path = tmp_path / "usb" / "n.db"
    monkeypatch.setenv("NETLOG_DB", str(path))
    return path


@pytest.mark.parametrize("argv", [("export",), ("export", "--format", "vcf"), ("export", "--json")])
def test_an_export_of_a_book_that_is_not_there_says_that_alone(
    netlog: Netlog, elsewhere: Path, argv
) -> None:
    found = netlog(*argv)
    assert (found.status, found.err) == (0, f"There is no book at {elsewhere}.\n")


@pytest.mark.parametrize("argv", [("due",), ("list",), ("search", "x"), ("doctor",)])
def test_a_named_book_that_is_not_there_is_said_so(netlog: Netlog, elsewhere: Path, argv) -> None:
    found = netlog(*argv)
    assert (found.status, found.err) == (0, f"There is no book at {elsewhere}.\n")
    assert "Nobody is here yet" not in found.out
    found = netlog(*argv, "--json")
    assert (found.status, found.json) == (0, [])
    assert found.err == f"There is no book at {elsewhere}.\n"
    assert not elsewhere.parent.exists()


def test_an_empty_variable_names_no_book(netlog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETLOG_DB", "")
    assert netlog("due").err == ""


def test_who_is_not_found_in_no_book_is_one_line(netlog: Netlog, elsewhere: Path) -> None:
    failed = netlog("show", "grace")
    assert failed.status == 3
    assert failed.err == f'netlog: Nobody matches "grace". There is no book at {elsewhere}.\n'


def test_the_first_write_says_where_it_began_a_book(netlog: Netlog, elsewhere: Path) -> None:
    added = netlog("add", "Zed", "--json")
    assert (added.status, added.json["name"]) == (0, "Zed")
    assert added.err == f"Began a book at {elsewhere}.\n"
    assert netlog("add", "Ada").err == ""


def test_the_users_own_book_that_is_not_there_yet_is_no_news(netlog: Netlog) -> None:
    listed = netlog("list")
    assert (listed.out, listed.err) == (
        "",
        'Nobody is here yet. Start with: netlog add "Grace Hopper"\n',
    )
    assert netlog("add", "Zed").err == ""


def test_another_file_is_not_called_a_damaged_book(netlog: Netlog, tmp_path: Path) -> None:
    path = tmp_path / "passwd"
    path.write_text("root:x:0:0:root:/root:/bin/sh\n" * 40)
    failed = netlog("--db", str(path), "due")
    assert (failed.status, failed.err) == (7, f"netlog: {path} is not a netlog book.\n")


@pytest.mark.of_file("its backups")
def test_a_book_that_was_lost_names_its_newest_backup(book: Netlog, db: Path) -> None:
    for name in ("One", "Two"):
        book("add", name)
    book("import", "--yes", str(_card(db.parent)))
    db.write_bytes(b"")
    newest = max((db.parent / "backups" / db.name).glob("*.db"))
    assert book("due").err.endswith(f"netlog restore latest ({newest}).\n")


def _card(folder: Path) -> Path:
    card = folder / "new.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Zed Smith\nEND:VCARD\n")
    return card


# The name of somebody is no title


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (
            ("lead", "carol"),
            "carol is Carol Whitfield (c1): a lead is what may come. "
            "netlog show c1, or netlog lead add TITLE --via c1",
        ),
        (("lead", "add", "Carol Whitfield"), '"Carol Whitfield" is Carol Whitfield (c1): a lead'),
        (("lead", "c1"), "c1 is a ref, and no title. netlog show c1"),
        (
            ("goal", "carol", "--horizon", "short"),
            "carol is Carol Whitfield (c1): a goal is what you are after. "
            "Who knows of a goal: netlog goal tell g1 c1",
        ),
    ],
)
def test_the_name_of_somebody_is_no_title(book: Netlog, argv: tuple[str, ...], said: str) -> None:
    refused = book(*argv)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith(f"netlog: {said}")
    assert book("lead", "list", "--json").json == []


def test_a_lead_called_by_somebody_is_one_where_more_is_said(book: Netlog) -> None:
    book("add", "Gus Tillman")
    assert book("lead", "add", "Carol", "--via", "gus").status == 0


# Values of a closed set, by what people call them and by slips of the pen


@pytest.mark.parametrize(
    ("argv", "meant"),
    [
        ("export --format vcrad", "vcf"),
        ("export --format vcard", "vcf"),
        ("export --format ical", "ics"),
        ("export --format markdown", "md"),
        ("export --format excel", "csv"),
        ("import x.vcf --format google-contacts", "google"),
        ("import x.vcf --format outlok", "outlook"),
        ("network --format graphviz", "dot"),
        ("week --format markdwon", "md"),
        ("list --format tab", "tsv"),
        ("list --sort recent", "last"),
        ("list --columns name,last-touch", "last"),
        ("list --columns company", "organization"),
        ("log carol --kind mail -m x", "email"),
        ("log carol --kind zoom -m x", "video"),
        ("log carol --paid both -m x", "split"),
        ("log carol --invited myself -m x", "me"),
        ("thank carol --how letter", "note"),
        ("thank carol --how personally", "in-person"),
        ("thank carol emial", "the way email"),
        ("due --kind promises", "promise"),
        ("search x --in companies", "organizations"),
        ("draft carol --for update", "news"),
        ("circle carol work", "business"),
        ("goal add x --horizon short-term", "short"),
        ("goal add x --horizon short --target 5_cofees_a_week", '"5 coffees a week"'),
        ("completion zhs", "zsh"),
        ("import x.vcf --update replace", "overwrite"),
        ("lead lst", "list"),
        ("lead shwo l1", "show"),
        ("goal ad x", "add"),
    ],
)
def test_a_value_is_known_by_what_it_is_called_elsewhere(
    book: Netlog, argv: str, meant: str
) -> None:
    refused = book(*(word.replace("_", " ") for word in argv.split()))
    assert refused.status in (2, 3)
    assert refused.err.rstrip().endswith(f"Did you mean {meant}?")


def test_a_title_may_resemble_no_verb(book: Netlog) -> None:
    assert book("lead", "Harbor").status == 0
    assert book("lead", "Add", "--source", "Gus").status == 0


def test_a_key_and_a_setting_say_what_was_meant(book: Netlog, home: Path, monkeypatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b'{"citty": "Rome"}'))
    monkeypatch.setattr("sys.stdin", given)
    refused = book("edit", "carol", "--stdin")
    assert refused.err == ("netlog: edit cannot change 'citty' of a contact. Did you mean city?\n")
    config = home / "config.toml"
    config.write_text("[chek]\nsilent_days = 3\n")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    assert book("check", "carol").err.endswith(" Did you mean check?\n")


@pytest.mark.parametrize("before", [("--json",), ("--no-pager",), ("--db", "other.db")])
def test_help_is_asked_behind_the_options_of_all(netlog: Netlog, before: tuple[str, ...]) -> None:
    told = netlog(*before, "help", "dates")
    assert (told.status, told.err) == (0, "")
    assert "A day is typed as one says it" in told.out


@pytest.mark.parametrize(
    "argv",
    [
        ("add", "Ann", "--org", "A\tB"),
        ("add", "Ann", "--email", "nonsense"),
        ("log", "ann", "call", "1066-01-01"),
        ("due", "--within", "soon"),
        ("edit", "ann"),
    ],
)
def test_what_is_wrong_with_the_words_is_not_explained_by_no_book(
    netlog: Netlog, elsewhere: Path, argv
) -> None:
    failed = netlog(*argv)
    assert failed.status in (1, 2)
    assert "no book" not in failed.err


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_that_nothing_was_done_is_explained_by_no_book(netlog, elsewhere: Path, command) -> None:
    failed = netlog(command)
    assert failed.status == 1
    assert failed.err.endswith(f"There is no book at {elsewhere}.\n")


@pytest.mark.of_file("there is none")
def test_without_a_book_there_is_nothing_to_compact(netlog: Netlog, db: Path) -> None:
    refused = netlog("compact")
    assert (refused.status, refused.err) == (1, f"netlog: There is no book at {db} yet.\n")
    assert not db.exists()
