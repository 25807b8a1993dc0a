"""netlog favor ask --lead: the ask of whoever is a step of a lead, and the step, are one."""

import pytest

from netlog.records.contacts import NewContact
from netlog.store.tables.leads import LeadStep
from netlog.store.writes import contacts


@pytest.fixture
def book(netlog, recording, seeded, monkeypatch):
    """Gus and Maria; a lead through Gus, and his boss."""

    def fill() -> None:
        with recording() as opened:
            for name in ("Gus Gruen", "Maria Lopez"):
                contacts.add(opened, NewContact(name, cadence_days=0))
        netlog("lead", "add", "Mill", "--via", "gus", "--via", "his boss")

    monkeypatch.setenv("NETLOG_TODAY", "2026-03-02")
    seeded(fill)
    return netlog


def step(book, number=1):
    found = book("lead", "show", "l1", "--json").json["steps"][number - 1]
    return found["state"], found["asked_on"], found["by"], found["done_on"]


def due(book):
    return [(one["ref"], one["due_on"]) for one in book("due", "--all", "--json").json]


def test_an_ask_for_a_lead_asks_its_step_and_is_due_on_its_day(book, monkeypatch) -> None:
    said = book("favor", "ask", "gus", "a word", "--lead", "l1", "--by", "2026-03-08").out
    assert said.splitlines() == [
        "You asked Gus Gruen: a word, due 8 Mar (f1).",
        "Gus Gruen is asked for Mill (l1.1).",
    ]
    assert step(book) == ("asked", "2026-03-02", "2026-03-08", None)
    monkeypatch.setenv("NETLOG_TODAY", "2026-03-08")
    assert due(book) == [("l1.1", "2026-03-08")]
    book("undo")
    assert step(book) == ("waiting", None, None, None)
    assert book("favor", "list", "--json").json == []


def test_an_ask_without_a_day_is_due_on_that_of_its_step(book) -> None:
    book("lead", "step", "l1.1", "--by", "2026-03-06")
    said = book("favor", "ask", "gus", "a word", "--lead", "l1").out
    assert "due 6 Mar (f1)" in said
    assert step(book) == ("asked", "2026-03-02", "2026-03-06", None)


@pytest.mark.parametrize("close", [("done", "f1"), ("favor", "receive", "gus", "a word")])
def test_what_was_asked_for_a_lead_and_came_does_the_step(book, close) -> None:
    book("favor", "ask", "gus", "a word", "--lead", "l1")
    assert "Gus Gruen did their part for Mill (l1.1)." in book(*close).out
    assert step(book)[0] == "done"
    book("undo")
    assert step(book)[0] == "asked"


def test_what_came_unasked_for_a_lead_does_the_step(book) -> None:
    said = book("favor", "receive", "gus", "a word with his boss", "--lead", "l1").out
    assert "Gus Gruen did their part for Mill (l1.1)." in said
    assert step(book) == ("done", None, None, "2026-03-02")


def test_an_ask_that_is_let_go_leaves_its_step_to_be_asked(book) -> None:
    book("favor", "ask", "gus", "a word", "--lead", "l1")
    book("favor", "ask", "gus", "his number", "--lead", "l1")
    assert book("drop", "f1").out == "Dropped what you asked Gus Gruen for: a word (f1).\n"
    assert step(book)[0] == "asked"
    assert book("drop", "f2").out.splitlines()[1:] == [
        "Gus Gruen is still to be asked for Mill (l1.1). To let that go: netlog drop l1.1"
    ]
    assert step(book)[0] == "waiting"


@pytest.mark.parametrize("close", [(), ("done", "f1")], ids=["asked", "done"])
def test_a_step_is_as_far_as_it_was_before_what_is_removed(book, close) -> None:
    book("lead", "step", "l1.1", "--by", "2026-03-20")
    before = step(book)
    book("favor", "ask", "gus", "a word", "--lead", "l1", "--by", "2026-03-08")
    if close:
        book(*close)
    was = step(book)
    assert "Gus Gruen is still to be asked for Mill (l1.1)." in book("remove", "f1", "--yes").out
    assert step(book) == before
    book("undo")
    assert step(book) == was


def test_a_step_with_another_ask_stays_asked_since_that_one(book, monkeypatch) -> None:
    book("favor", "ask", "gus", "a word", "--lead", "l1")
    monkeypatch.setenv("NETLOG_TODAY", "2026-03-04")
    book("favor", "ask", "gus", "his number", "--lead", "l1")
    assert step(book)[:2] == ("asked", "2026-03-02")
    book("remove", "f1", "--yes")
    assert step(book)[:2] == ("asked", "2026-03-04")


def test_a_step_that_was_said_to_be_done_stays_so_without_the_favor(book) -> None:
    book("lead", "step", "l1.1", "done")
    assert len(book("remove", "f1", "--yes").out.splitlines()) == 1
    assert step(book)[0] == "done"


def test_an_ask_moves_with_its_step(book) -> None:
    book("favor", "ask", "gus", "a word", "--lead", "l1")
    book("favor", "edit", "f1", "--by", "2026-03-20")
    assert step(book)[:3] == ("asked", "2026-03-02", "2026-03-20")


def test_whoever_was_asked_before_they_were_a_step_is_asked(book) -> None:
    book("favor", "ask", "maria", "a word", "--lead", "l1", "--by", "2026-03-09")
    book("lead", "add-step", "l1", "maria")
    assert step(book, 3) == ("asked", "2026-03-02", "2026-03-09", None)
    book("undo")
    book("lead", "step", "l1.2", "--who", "maria")
    assert step(book, 2) == ("asked", "2026-03-02", "2026-03-09", None)


def test_what_was_asked_before_is_joined_when_it_is_read(book, recording) -> None:
    book("favor", "ask", "gus", "a word", "--lead", "l1", "--by", "2026-03-09")

    def part() -> None:
        with recording() as opened:
            row = opened.session.get(LeadStep, 1)
            row.state, row.asked_on, row.due_on, row.done_on = "waiting", None, None, None

    part()
    assert step(book) == ("asked", "2026-03-02", "2026-03-09", None)
    assert "did their part" in book("done", "f1").out
    part()
    assert step(book) == ("done", None, None, "2026-03-02")


def test_a_part_that_was_not_done_after_all_is_waited_for_no_more(book) -> None:
    book("favor", "ask", "gus", "a word", "--lead", "l1")
    book("done", "f1")
    book("lead", "step", "l1.1", "waiting")
    assert step(book)[0] == "waiting"
    assert book("due", "--json", "--kind", "thanks").json == []


# The stages of a lead, in the order of their days


def stages(book):
    lead = book("lead", "show", "l1", "--json").json
    return lead["stage"], [(one["stage"], one["on"]) for one in lead["stages"]]


def test_an_earlier_stage_goes_into_the_history(book, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-03-09")
    book("lead", "stage", "l1", "interview")
    said = book("lead", "stage", "l1", "applied", "--on", "2026-03-05").out
    assert said.startswith("Noted applied of 5 Mar; still interview: Mill (l1).")
    known = [("heard", "2026-03-02"), ("applied", "2026-03-05"), ("interview", "2026-03-09")]
    assert stages(book) == ("interview", known)
    book("lead", "stage", "l1", "applied", "--on", "2026-03-05", "--", "by post")
    assert stages(book) == ("interview", known)
    refused = book("lead", "landed", "l1", "--on", "2026-03-08")
    assert refused.status != 0
    assert "l1 is at interview since 9 Mar" in refused.err
    assert stages(book) == ("interview", known)


@pytest.mark.parametrize(
    "end", [("lead", "drop", "l1"), ("drop", "l1"), ("favor", "outcome", "f1", "it", "--landed")]
)
def test_no_command_ends_a_lead_before_its_present_stage(book, end) -> None:
    book("favor", "ask", "gus", "a word", "--lead", "l1")
    book("lead", "stage", "l1", "interview", "--on", "2026-03-03")
    before = book("export").out
    refused = book(*end)
    assert refused.status == 1
    assert "l1 is at interview since 3 Mar" in refused.err
    assert book("export").out == before


def test_a_lead_that_was_noted_late_began_by_the_day_of_what_came(book) -> None:
    book("lead", "stage", "l1", "applied", "--on", "2026-02-20")
    assert stages(book) == ("applied", [("heard", "2026-02-20"), ("applied", "2026-02-20")])
    book("undo")
    book("lead", "landed", "l1", "--on", "2026-02-20")
    assert stages(book) == ("landed", [("heard", "2026-02-20"), ("landed", "2026-02-20")])


def test_what_is_typed_wrongly_names_the_lead_that_was_typed(book) -> None:
    assert "netlog lead edit l1 --org" in book("lead", "edit", "l1").err
    assert "netlog lead landed LEAD" in book("lead", "add", "X", "--stage", "landed").err


def test_a_path_over_a_lead_that_ended_tells_of_it_as_past(book) -> None:
    assert "is a step towards Mill" in book("path", "mill").out
    book("lead", "drop", "l1")
    assert "was a step towards Mill" in book("path", "mill").out


def test_a_goal_names_its_people_who_were_not_told(book) -> None:
    book("goal", "add", "a post", "--horizon", "short", "--target", "5 coffees a week")
    book("edit", "maria", "--goal", "g1")
    goal = book("goal", "show", "g1", "--json").json
    assert [one["name"] for one in goal["untold"]] == ["Maria Lopez"]
    assert (goal["people"], goal["next"]["name"]) == (1, "Maria Lopez")
    assert "Not told yet\n  c2  Maria Lopez" in book("goal", "show", "g1").out
    book("goal", "tell", "g1", "maria")
    assert book("goal", "show", "g1", "--json").json["untold"] == []
    book("goal", "edit", "g1", "--target", "7 coffees a week")
    assert "target 7 coffees a week added" in book("history", "g1").out


@pytest.fixture
def asked(netlog, seeded):
    """A lead by way of Inez, who was asked; Art was asked something for it, and did another."""

    def fill() -> None:
        netlog("add", "Inez")
        netlog("add", "Art")
        netlog("lead", "add", "Other job", "--via", "inez")
        netlog("lead", "step", "l1.1", "asked")
        netlog("favor", "ask", "art", "a word with the mill", "--lead", "l1")
        netlog("favor", "receive", "art", "called a friend", "--lead", "l1")

    seeded(fill)
    return netlog


OF_INEZ = "Let go of what you asked Inez for: help on the way to Other job (f1)."
OF_ART = "Let go of what you asked Art for: a word with the mill (f2)."


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (("lead", "landed", "l1"), [OF_ART]),
        (("favor", "outcome", "f3", "the job is mine", "--landed"), [OF_ART]),
        (("lead", "declined", "l1", "--keep", "inez"), [OF_INEZ, OF_ART]),
        (("lead", "closed", "l1"), [OF_INEZ, OF_ART]),
        (("lead", "drop", "l1"), [OF_INEZ, OF_ART]),
        (("drop", "l1"), [OF_INEZ, OF_ART]),
        (("drop", "f1", "l1"), [OF_ART]),
        (("drop", "l1.1"), [OF_INEZ]),
        (("lead", "step", "l1.1", "broken"), [OF_INEZ]),
        (("lead", "step", "l1.1", "waiting"), [OF_INEZ]),
        (("lead", "step", "l1.1", "done"), []),
    ],
)
def test_what_is_waited_for_no_longer_is_named(asked, typed, named) -> None:
    said = asked(*typed).out.splitlines()
    assert [line for line in said if line.startswith("Let go of what")] == named
    dropped = {one["ref"] for one in asked("favor", "list", "--json").json if one["dropped_on"]}
    assert dropped - set(typed) == {line[-4:-2] for line in named}


def test_what_is_waited_for_no_longer_is_in_the_json(asked) -> None:
    found = asked("lead", "landed", "l1", "--json").json["let_go"]
    assert [(one["ref"], one["contact"]["name"], one["text"]) for one in found] == [
        ("f2", "Art", "a word with the mill")
    ]
    asked("undo")
    assert [one["ref"] for one in asked("lead", "closed", "l1", "--json").json["let_go"]] == [
        "f1",
        "f2",
    ]
    asked("undo")
    (lead,) = asked("drop", "l1", "--json").json
    assert (lead["ref"], [one["ref"] for one in lead["let_go"]]) == ("l1", ["f1", "f2"])


def test_whoever_is_in_the_archive_is_owed_the_news_once_back(asked, monkeypatch) -> None:
    asked("lead", "step", "l1.1", "done")
    asked("archive", "inez", "--yes")
    found = asked("lead", "landed", "l1")
    back = "   In the archive, and in due once they are back: netlog unarchive c1"
    assert back in found.out.splitlines()
    owed = asked("lead", "show", "l1").out.partition("To tell, the nearest first\n")[2]
    assert "Inez (c1)" in owed
    monkeypatch.setenv("NETLOG_TODAY", "2027-01-05")
    of_inez = ("outcome", "f1")
    assert of_inez not in {(one["kind"], one["ref"]) for one in asked("due", "--json").json}
    asked("unarchive", "inez")
    assert of_inez in {(one["kind"], one["ref"]) for one in asked("due", "--json").json}
    asked("undo", "2")
    owed = asked("lead", "landed", "l1", "--json").json["owed"]
    assert [(one["contact"]["name"], one["archived"]) for one in owed] == [
        ("Inez", True),
        ("Art", False),
    ]


@pytest.mark.parametrize("ending", ["landed", "declined", "closed"])
def test_a_day_of_which_more_is_known_is_moved_and_said(asked, ending) -> None:
    moved = asked("lead", ending, "l1", "--on", "2026-11-02").err
    assert moved == (
        "l1 was noted as heard on 23 Nov: that is 2 Nov now, as nothing comes of a lead before it "
        "is heard.\n"
    )
    asked("undo")
    assert asked("lead", ending, "l1").err == ""


def test_a_merge_names_the_steps_that_are_one_and_what_was_asked(netlog) -> None:
    netlog("add", "Gus One")
    netlog("add", "Gus Two", "--force")
    netlog("lead", "add", "Mill", "--via", "c1", "--via", "c2")
    netlog("lead", "add", "Bank", "--via", "c2")
    netlog("lead", "step", "l1.1", "done")
    netlog("lead", "step", "l1.2", "asked")
    dry = netlog("merge", "c1", "c2", "--dry-run").out
    assert dry.partition("\n")[2] == (
        "  Taken      name Gus Two\n"
        "  Moved      1 favor, 2 leads\n"
        "  Steps      l1.2 is one with l1.1, l2.1 goes over\n"
        "  Let go of  what you asked Gus Two for: help on the way to Mill (f2)\n"
    )
    done = netlog("merge", "c1", "c2", "--yes", "--json").json
    assert done["steps"] == [{"ref": "l1.2", "into": "l1.1"}, {"ref": "l2.1", "into": None}]
    assert [one["ref"] for one in done["let_go"]] == ["f2"]
    states = {one["ref"]: one["state"] for one in netlog("favor", "list", "--json").json}
    assert states == {"f1": "done", "f2": "dropped"}
    assert "with 1 favor and 2 leads" in netlog("undo").out


def test_a_merge_names_the_news_that_are_told_once(netlog) -> None:
    netlog("add", "Gus One")
    netlog("add", "Gus Two", "--force")
    netlog("lead", "add", "Mill", "--via", "c1", "--via", "c2")
    netlog("lead", "landed", "l1", "--", "I begin in May")
    done = netlog("merge", "c1", "c2", "--yes", "--json").json
    states = {one["ref"]: one["state"] for one in netlog("favor", "list", "--json").json}
    assert [one["ref"] for one in done["let_go"]] == [
        ref for ref, state in states.items() if state == "dropped"
    ]
    assert len(done["let_go"]) == 1


def test_an_ask_that_came_about_without_them_is_waited_for_by_no_step(book, monkeypatch) -> None:
    book("favor", "ask", "gus", "a word", "--lead", "l1")
    said = book("favor", "outcome", "f1", "they took me on", "--without-them").out
    assert "Gus Gruen is still to be asked for Mill (l1.1)." in said
    assert step(book) == ("waiting", None, None, None)
    book("drop", "l1.1")
    monkeypatch.setenv("NETLOG_TODAY", "2026-03-30")
    assert "l1.1" not in [ref for ref, _ in due(book)]
    for _ in range(2):
        book("undo")
    assert step(book)[0] == "asked"


def test_an_ask_that_was_logged_that_day_is_the_ask_of_the_step(book) -> None:
    book("log", "gus", "coffee", "--asked", "a word at the mill by 2026-03-09")
    assert book("lead", "step", "l1.1", "asked").out.startswith("Asked Gus Gruen, as f1 says: Mill")
    assert len(book("favor", "list", "--json").json) == 1
    assert due(book) == []
    assert step(book)[2] == "2026-03-09"


def test_a_description_is_nobodys_name(book) -> None:
    refused = book("lead", "step", "l1.2", "--who", "my former boss")
    assert refused.status == 1
    assert "describes somebody: who is it by name?" in refused.err
    book("lead", "add-step", "l1", "mailto:ann@x.org")
    assert book("lead", "show", "l1", "--json").json["steps"][2]["text"] == "ann@x.org"


def test_an_undo_names_a_favor_once(book) -> None:
    book("goal", "add", "a post", "--horizon", "short")
    book("lead", "edit", "l1", "--goal", "g1")
    book("favor", "ask", "maria", "her advice", "--goal", "g1")
    book("lead", "landed", "l1")
    assert "favor f1 added" not in book("undo").out


@pytest.mark.parametrize("done", [(), ("l1.1",)], ids=["their own step", "his boss's"])
def test_who_is_asked_for_a_lead_is_not_warned_to_ask_for_that_first(
    book, monkeypatch, done
) -> None:
    for ref in done:
        book("done", ref)
        book("thank", "gus")
    monkeypatch.setenv("NETLOG_TODAY", "2026-03-14")
    assert "the way to Mill has stood with" in book("favor", "ask", "gus", "a reference").err
    book("undo")
    assert "Mind" not in book("favor", "ask", "gus", "a word", "--lead", "l1", "--by", "1d").err
    monkeypatch.setenv("NETLOG_TODAY", "2026-04-04")
    # To ask once more is to nudge, which the warning says.
    waits = "you still wait for them on the way to Mill: answer or nudge first"
    again = book("favor", "ask", "gus", "a word again", "--lead", "l1").err
    assert (waits in again) == (not done)


def test_another_lead_is_still_asked_for_first(book, monkeypatch) -> None:
    book("lead", "add", "Fair", "--via", "gus")
    monkeypatch.setenv("NETLOG_TODAY", "2026-03-14")
    said = book("favor", "ask", "gus", "a word", "--lead", "l2").err
    assert [("Mill" in line, "Fair" in line) for line in said.splitlines()] == [(True, False)]


def test_an_ask_is_tied_to_a_lead_and_untied_by_an_edit(netlog) -> None:
    netlog("add", "Ann Field")
    netlog("goal", "add", "a post", "--horizon", "short")
    for title in ("Job", "Other"):
        netlog("lead", "add", title, "--via", "ann")
    netlog("favor", "ask", "ann", "a word with Ben")

    def states() -> list[str]:
        leads = [netlog("lead", "show", ref, "--json").json for ref in ("l1", "l2")]
        return [lead["steps"][0]["state"] for lead in leads]

    said = netlog("favor", "edit", "f1", "--lead", "l1", "--goal", "g1")
    assert "Ann Field is asked for Job (l1.1)." in said.out
    assert states() == ["asked", "waiting"]
    favor = netlog("favor", "show", "f1", "--json").json
    assert (favor["lead"]["ref"], favor["goals"][0]["ref"]) == ("l1", "g1")
    netlog("favor", "edit", "f1", "--lead", "l2")
    assert states() == ["waiting", "asked"]
    now = netlog("favor", "edit", "f1", "--lead", "", "--goal", "", "--json").json
    assert (now["lead"], now["goals"], states()) == (None, [], ["waiting", "waiting"])
    netlog("undo")
    assert states() == ["waiting", "asked"]
    netlog("favor", "promise", "ann", "the slides")
    assert netlog("favor", "edit", "f2", "--lead", "l1").status == 1


def test_an_ask_that_names_who_comes_behind_is_the_ask_of_the_step(netlog) -> None:
    netlog("add", "Gus Gruen")
    netlog("lead", "add", "Harbor Trust", "--via", "gus", "--via", "Ben Ito")
    netlog("log", "gus", "coffee", "--asked", "a word with Ben")
    assert "as f1 says" in netlog("lead", "step", "l1.1", "asked").out
    assert len(netlog("favor", "list", "--json").json) == 1


def test_an_ask_of_that_day_in_other_words_is_told(netlog) -> None:
    netlog("add", "Gus Gruen")
    netlog("lead", "add", "Harbor Trust", "--via", "gus")
    netlog("log", "gus", "coffee", "--asked", "to read my CV")
    told = netlog("lead", "step", "l1.1", "asked").err
    assert told == (
        "Gus Gruen was asked that day as well: to read my CV (f1). If it is this: "
        "netlog undo, netlog favor edit f1 --lead l1\n"
    )
    netlog("undo")
    netlog("favor", "edit", "f1", "--lead", "l1")
    assert netlog("lead", "show", "l1", "--json").json["steps"][0]["state"] == "asked"
    assert len(netlog("favor", "list", "--json").json) == 1
