"""netlog draft: a few plain lines to send, made of what is on record, in five languages."""

import base64
import re
import urllib.parse
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.demo import demo_book

from netlog.actions import messages
from netlog.records.messages import For, Language
from netlog.records.people import PeopleFilter
from netlog.rules import calling, languages, sayable, templates
from netlog.rules.derived import derive
from netlog.rules.discretion import is_for_job
from netlog.store import doors, letters
from netlog.store.reads import contacts

TODAY = date(2026, 11, 23)
JOB = re.compile(r"\b(job|jobs|stelle|arbeit|emploi|poste|trabajo|empleo|trabalho|emprego)\b", re.I)
LINES = (
    ("add", "Ann Lee", "--email", "ann+x@example.org"),
    ("log", "ann", "coffee", "--on", "3d", "--", "moving to Lisbon"),
    ("add", "Bo Tell"),
    ("favor", "receive", "bo", "an introduction to Mill & Co", "--on", "20d"),
    ("thank", "bo", "note", "--on", "19d"),
    ("favor", "outcome", "f1", "they want to see me again."),
    ("add", "Cy Wait"),
    ("log", "cy", "email", "--on", "20d", "--asked", "the address of the club"),
    ("add", "Dee Give"),
    ("log", "dee", "email", "--on", "20d", "--owe", "the slides"),
    ("add", "Eve New"),
)


@pytest.fixture
def book(netlog, seeded):
    """Somebody for each purpose."""

    def fill() -> None:
        for argv in LINES:
            done = netlog(*argv)
            assert done.status == 0, (argv, done.err)

    seeded(fill)
    return netlog


@pytest.fixture
def drafts(home: Path) -> Path:
    """The folder of templates of one's own."""
    folder = home / "config" / "netlog" / "drafts"
    folder.mkdir(parents=True)
    return folder


def draft(book, *words: str):
    done = book("draft", *words, "--json")
    assert done.status == 0, done.err
    return done.json


def test_every_template_is_whole_for_every_person_of_the_demo(tmp_path: Path) -> None:
    path = str(demo_book(tmp_path / "demo.db", TODAY))
    texts = {(one.for_, one.language): one.text for one in letters.templates(None)}
    said = 0
    with doors.reading(path, "2026-11-23T12:00:00Z", derive) as connection:
        for contact in contacts.contacts(connection, PeopleFilter(archived=True)):
            theirs = messages.known_of(connection, contact, TODAY)
            theirs = theirs._replace(looking_for="a post in data", me="Sam", is_looking=True)
            for for_ in get_args(For):
                for language in get_args(Language):
                    facts = sayable.facts(theirs, for_, TODAY, language)
                    subject, body = templates.filled(texts[for_, language], facts.places)
                    check(subject, body)
                    said += 1
    assert said > 40 * 35


def check(subject: str, body: str) -> None:
    """No empty place, no double space, no question for a job."""
    assert subject
    assert body
    for line in (subject, *body.split("\n")):
        assert "  " not in line
        assert line == line.strip()
        assert not re.search(r"[{}]|\bNone\b|„“|«\s*»|\"\"| [.,;]", line), line
        questions = [one for one in re.split(r"(?<=[.!?])\s", line) if one.endswith("?")]
        assert not [one for one in questions if JOB.search(one)], line


@pytest.mark.parametrize(
    ("whom", "for_", "holds"),
    [
        ("ann", "thanks", "Thank you for the coffee on 20 November."),
        ("bo", "news", '"they want to see me again"'),
        ("cy", "nudge", 'I asked you on 3 November for this: "the address of the club".'),
        ("dee", "reconnect", 'what I promised you: "the slides"'),
        ("eve", "reconnect", "How are you?"),
    ],
)
def test_it_is_about_their_most_urgent_line_else_how_they_are(book, whom, for_, holds) -> None:
    found = draft(book, whom)
    assert found["for"] == for_
    assert holds in found["body"]
    assert found["subject"]


def test_with_nothing_to_say_it_asks_how_they_are_and_says_so(book) -> None:
    done = book("draft", "eve", "--for", "nudge", "--json")
    assert (done.status, done.json["for"]) == (0, "reconnect")
    assert "Nothing that you wait for from Eve New is on record." in done.err


@pytest.mark.parametrize(
    ("field", "language", "begins"),
    [
        ("de", "de", "Hallo Ann,\n\nvielen Dank für den Kaffee am 20. November."),
        ("French", "fr", "Bonjour Ann,\n\nMerci pour le café du 20 novembre."),
        ("español", "es", "Hola, Ann:\n\nGracias por el café del 20 de noviembre."),
        ("pt-BR", "pt", "Olá, Ann,\n\nAgradeço muito o café de 20 de novembro."),
        ("fr", "fr", "Bonjour Ann,\n\nMerci pour le café du 20 novembre."),
        ("Klingon", "en", "Hi Ann,\n\nThank you for the coffee on 20 November."),
    ],
)
def test_it_is_in_their_language_where_there_is_one(book, field, language, begins) -> None:
    book("edit", "ann", "--set", f"language={field}")
    found = draft(book, "ann", "--for", "thanks")
    assert found["language"] == language
    assert found["body"].startswith(begins)


@pytest.mark.parametrize(
    ("name", "nickname", "said"),
    [
        ("Grace Hopper", None, "Grace"),
        ("Hopper, Grace", None, "Grace"),
        ("Judge Whitaker", None, "Judge Whitaker"),
        ("Dr. Grace Hopper", None, "Grace"),
        ("Prof. Dr. Anna Meier", None, "Anna"),
        ("Hopper, Dr. Grace", None, "Grace"),
        ("Dr. Hopper", None, "Dr. Hopper"),
        ("Dr. med. dent. Anna Meier", None, "Anna"),
        ("Dr. Ann von Lee, PhD", None, "Ann"),
        ("Hopper, Grace, Ph. D.", None, "Grace"),
        ("Ann Lee, Jr., MD", None, "Ann"),
        ("'Bob' Lee", None, "Bob"),
        ("Mr. J. Smith", None, "Mr. J. Smith"),
        ("J. Smith", None, "J. Smith"),
        ("Robert Smith", "Bob", "Bob"),
        ("李小龙", None, "李小龙"),
        ("the postman", None, None),
        ("Maria from the co-op", None, "Maria"),
        ("The Smiths", None, "The Smiths"),
        ("Die Müllers", None, "Die Müllers"),
        ("Theo Smith", None, "Theo"),
    ],
)
def test_what_somebody_is_called(name, nickname, said) -> None:
    assert calling.called(name, nickname) == said


def test_advice_is_asked_with_the_goal_as_it_was_typed(book) -> None:
    book("goal", "a studio in Lisbon.", "--horizon", "short")
    body = draft(book, "eve", "--for", "advice")["body"]
    assert "I am looking for: a studio in Lisbon. What would you do in my place?" in body


DANGLES = {
    "en": ("What would you do in my place?", "with whom I should speak"),
    "de": ("Was würdest du mir raten?", "Mit wem sollte ich sprechen"),
    "fr": ("Que ferais-tu à ma place ?", "avec qui je devrais parler"),
    "es": ("¿Qué harías en mi lugar?", "con quien yo debería hablar"),
    "pt": ("O que você faria no meu lugar?", "com quem eu deveria falar"),
}


@pytest.mark.parametrize("language", get_args(Language))
def test_what_hangs_on_a_goal_is_asked_with_one_alone(book, language) -> None:
    book("edit", "eve", "--set", f"language={language}")
    without = [book("draft", "eve", "--for", for_) for for_ in ("advice", "intro")]
    book("goal", "a studio in Lisbon", "--horizon", "short")
    beside = [book("draft", "eve", "--for", for_) for for_ in ("advice", "intro")]
    for said, alone, whole in zip(DANGLES[language], without, beside, strict=True):
        assert said not in alone.out
        assert said in whole.out
        assert "a studio in Lisbon" in whole.out
        assert "What you look for is not on record, and not said: netlog goal" in alone.err
        assert "What you look for" not in whole.err
        assert alone.out.count("?") == whole.out.count("?") - (said is DANGLES[language][0])
    subjects = [done.out.split("\n")[0] for done in (without[1], beside[1])]
    assert len({*subjects}) == 2


def test_a_goal_that_is_not_said_since_it_names_them_is_told(book) -> None:
    book("goal", "a seat beside Eve", "--horizon", "short")
    done = book("draft", "eve", "--for", "advice")
    assert "What you look for is not said: it names Eve New, or where they are." in done.err
    assert "What would you do" not in done.out


def test_of_several_without_a_goal_it_is_said_once(book) -> None:
    book("tag", "eve", "vip")
    book("tag", "ann", "vip")
    assert book("draft", "--tag", "vip", "--for", "advice").err.count("What you look for") == 1


@given(st.data())
def test_a_german_draft_goes_on_in_small_letters_behind_its_greeting(data) -> None:
    for one in letters.templates(None):
        if one.language != "de":
            continue
        there = data.draw(st.sets(st.sampled_from([*templates.PLACES])), label=one.for_)
        facts = dict.fromkeys(there, "Alles") | {"first": "Ann"}
        text = templates.filled(one.text, facts)[1].split("\n")
        if (
            text[0] != "Hallo Ann,"
            or len(text) < 3
            or text[2].startswith("Wenn ich etwas für dich")
        ):
            continue  # nothing that it is for is there: no draft of that kind is made
        begins, *then = re.split(r"(?<=[.!?“]) ", text[2])
        assert begins[0].islower()
        assert all(one[0].isupper() for one in then)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{?ask}Is it so? {!ask}It is not.", ("It is not.", "Is it so?")),
        ("{ ?ask }About { ask }.", ("", "About a pen.")),
        ("Well. see there. iPhone, too.", ("Well. See there. iPhone, too.",) * 2),
        ("Well. https://x.org is mine.", ("Well. https://x.org is mine.",) * 2),
        ("well{!ask}.", ("well.", "")),
    ],
)  # fmt: skip
def test_a_place_can_be_asked_for_without_being_said(typed, said) -> None:
    templates.check(typed, "it")
    assert (templates.filled(typed, {})[1], templates.filled(typed, {"ask": "a pen"})[1]) == said


# What is yours alone


@pytest.mark.parametrize("for_", ["advice", "intro"])
@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("en", "the next step in my work"),
        ("de", "der nächste Schritt in meinem Beruf"),
        ("fr", "la prochaine étape de mon parcours"),
        ("es", "el próximo paso en mi carrera"),
        ("pt", "o próximo passo na minha carreira"),
    ],
)
def test_a_goal_that_is_a_job_is_said_in_other_words(book, for_, field, said) -> None:
    book("goal", "a job in data", "--horizon", "short")
    book("edit", "eve", "--set", f"language={field}")
    body = draft(book, "eve", "--for", for_)["body"]
    assert f"{said}." in body
    assert "data" not in body


def test_advice_on_a_birthday_begins_with_the_wish(book) -> None:
    book("goal", "a job in data", "--horizon", "short")
    book("edit", "eve", "--birthday", "1980-11-23")
    said = book("draft", "eve", "--for", "advice").err
    assert "To begin with: Wish them well for their birthday on 23 Nov." in said


@pytest.mark.parametrize("goal", ["a seat beside Eve", "Mill's trust as a client"])
def test_a_goal_that_names_them_or_where_they_are_is_not_told_to_them(book, goal) -> None:
    book("goal", goal, "--horizon", "short")
    book("goal", "a studio in Lisbon", "--horizon", "long")
    book("edit", "eve", "--org", "Mill & Co")
    for for_ in ("advice", "intro"):
        body = draft(book, "eve", "--for", for_)["body"]
        assert goal not in body
        assert "a studio in Lisbon" in body
        assert goal in draft(book, "bo", "--for", for_)["body"]


def test_who_serves_a_goal_is_asked_about_that_one_everywhere(netlog, monkeypatch) -> None:
    netlog("goal", "a studio in Lisbon", "--horizon", "short")
    netlog("goal", "a choir of my own", "--horizon", "long")
    netlog("add", "Zed", "--goal", "g2", "--every", "6m")
    netlog("log", "zed", "coffee", "--on", "30d", "--thanked")
    assert "a choir of my own" in draft(netlog, "zed", "--for", "advice")["body"]
    (turn,) = netlog("week", "--json").json["plan"]
    assert "a choir of my own" in turn["opening"]["text"]
    assert "a choir of my own" in netlog("brief", "zed").out
    assert netlog("goal", "drop", "g2", "--done").status == 0
    assert "a studio in Lisbon" in draft(netlog, "zed", "--for", "advice")["body"]


@pytest.mark.parametrize(
    "ask", ["a job at Mill", "a post in her team", "work at his firm", "eine Stelle bei Mill"]
)
def test_no_nudge_asks_again_for_a_job(book, ask) -> None:
    book("log", "eve", "email", "--on", "20d", "--asked", ask)
    done = book("draft", "eve", "--json")
    assert done.json["for"] == "nudge"
    assert ask not in done.out
    assert "I asked you for something on 3 November." in done.json["body"]
    assert f"a draft asks nobody for a job: {ask}" in done.err


def test_a_nudge_is_for_what_waits_longest_of_asks_and_chains(netlog, monkeypatch) -> None:
    netlog("add", "Ann", "--every", "never")
    netlog("lead", "add", "Mill & Co", "--via", "ann")
    netlog("lead", "step", "l1.1", "asked")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    netlog("favor", "ask", "ann", "the address of the club")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-20")
    assert "the way to Mill & Co" in draft(netlog, "ann")["body"]
    assert netlog("due", "--json").json[0]["ref"] == "l1.1"
    netlog("done", "l1.1")
    assert "the address of the club" in draft(netlog, "ann", "--for", "nudge")["body"]


def test_a_way_that_leads_to_a_job_is_not_named(netlog, monkeypatch) -> None:
    netlog("add", "Ann", "--every", "never")
    netlog("lead", "add", "Data job at Mill", "--via", "ann")
    netlog("lead", "step", "l1.1", "asked")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-20")
    body = draft(netlog, "ann")["body"]
    assert "Mill" not in body
    assert "I asked you for something on 23 November." in body


def test_who_was_not_asked_yet_is_not_nudged(netlog, monkeypatch) -> None:
    netlog("add", "Ann", "--every", "never")
    netlog("lead", "add", "Mill & Co", "--via", "ann")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-20")
    assert "Mill" not in draft(netlog, "ann")["body"]


@pytest.mark.parametrize(
    ("argv", "ref"),
    [
        (("eve",), "m4"), (("eve", "--for", "reconnect"), "m4"), (("eve", "--for", "intro"), "m4"),
        (("eve", "--for", "advice"), "m4"), (("cy", "--for", "nudge"), "m4"),
    ],
)  # fmt: skip
def test_the_same_message_is_logged_once_a_day(book, argv, ref) -> None:
    assert book("draft", *argv, "--sent").status == 0
    before = book("show", argv[0], "--json").json
    again = book("draft", *argv, "--sent")
    assert (again.status, again.out) == (3, "")
    assert f"today ({ref}). Nothing was logged." in again.err
    assert book("show", argv[0], "--json").json == before


@pytest.mark.parametrize("whom", ["ann", "bo", "cy", "dee", "eve"])
def test_what_is_logged_once_it_was_mailed_is_one_touch_by_mail_and_one_undo(book, whom) -> None:
    before = book("show", whom, "--json").json
    hint = book("draft", whom, "--mail").err.splitlines()[-1]
    assert book("show", whom, "--json").json == before
    argv = hint.partition("netlog ")[2].split()
    assert ("--for" in argv, argv[-3:]) == (True, ["--how", "email", "--sent"])
    assert book(*argv).status == 0
    now = book("show", whom, "--json").json
    new = [one["kind"] for one in now["meetings"] if one not in before["meetings"]]
    sent = [one["how"] for one in now["thanks"] if one not in before["thanks"]]
    told = [one["told_on"] for one in now["favors"] if one not in before["favors"]]
    assert (new + sent or told) in (["email"], ["2026-11-23"])
    book("undo")
    assert book("show", whom, "--json").json == before


@pytest.mark.parametrize("whom", ["ann", "bo", "cy", "dee", "eve"])
def test_what_was_mailed_and_logged_is_not_logged_again(book, whom) -> None:
    if whom != "ann":
        assert book("edit", whom, "--email", f"{whom}@example.org").status == 0
    assert book("draft", whom, "--mail", "--sent").status == 0
    before = book("show", whom, "--json").json
    again = book("draft", whom, "--sent")
    # What is promised and what waits is another message.
    assert (again.status, "You wrote to" in again.err) == (3, True)
    assert book("show", whom, "--json").json == before


def test_who_was_written_to_today_is_not_logged_with_the_others(book) -> None:
    book("tag", "dee", "ann", "panel")
    book("draft", "dee", "--sent")
    done = book("draft", "--tag", "panel", "--sent")
    assert "You wrote to Dee Give today (m4).\nNothing was logged for Dee Give." in done.err
    assert "Thanked Ann Lee" in done.err


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a staff post in data", True), ("a blog post of theirs", False), ("hire me", True),
        ("the post office key", False), ("an opening at Mill", True), ("un stage", True),
        ("a look at the opening scene", False), ("un emploi", True), ("news of the plan", False),
        ("consider me for the opening", True), ("an interview at Mill", True),
        ("a new employer", True), ("the interview of her uncle", False),
        ("paid work", True), ("their work on looms", False), ("a place on your team", True),
        ("Praktikum", True), ("un puesto", True), ("uma vaga", True), ("a name at Mill", False),
    ],
)  # fmt: skip
def test_what_is_a_wish_for_a_job(text: str, is_one: bool) -> None:
    assert is_for_job(text) is is_one


def test_what_speaks_of_them_to_others_is_thanked_for_by_its_day(book) -> None:
    book("favor", "receive", "eve", "told her boss about me", "--on", "3d")
    said = draft(book, "eve", "--for", "thanks")
    assert "her boss" not in said["body"]
    assert "Thank you for what you did for me on 20 November." in said["body"]
    book("draft", "eve", "--for", "thanks", "--sent")
    assert {one["state"] for one in book("show", "eve", "--json").json["thanks"]} == {"sent"}


def test_of_an_occasion_nothing_else_is_brought_up(book) -> None:
    book("log", "cy", "event", "--on", "25d", "--occasion", "PyCon", "--no-thanks")
    assert draft(book, "cy")["for"] == "nudge"
    (found,) = draft(book, "--occasion", "pycon")
    assert found["for"] == "reconnect"
    assert "address" not in found["body"]
    done = book("draft", "--occasion", "pycon", "--for", "nudge", "--sent")
    assert done.status == 3
    assert "Nothing was logged." in done.err


# What was thanked for


def test_what_was_thanked_for_is_not_thanked_for_again(book) -> None:
    book("thank", "ann", "note")
    done = book("draft", "ann", "--for", "thanks", "--json")
    assert (done.status, done.json["for"]) == (0, "reconnect")
    assert "coffee" not in done.out
    assert "Nothing to thank Ann Lee for is open: thanked today (t1)." in done.err


def test_the_same_thanks_are_logged_once_and_the_second_time_says_so(book) -> None:
    first = book("draft", "ann", "--for", "thanks", "--sent")
    assert "Thanked Ann Lee for coffee on 20 Nov (t1)." in first.err
    before = book("show", "ann", "--json").json
    again = book("draft", "ann", "--for", "thanks", "--sent")
    assert (again.status, again.out) == (3, "")
    assert "thanked today (t1). Nothing was logged." in again.err
    assert book("show", "ann", "--json").json == before


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("bo", "--for", "news"), "Told Bo Tell how it turned out: they want to see me again"),
        (("cy",), "f2 comes up again on 7 Dec."),
        (("dee", "--for", "decline"), "Dropped your promise to Dee Give: the slides (f3)."),
        (("eve",), "Logged message with Eve New on 23 Nov"),
        (("eve", "--for", "intro"), "You asked for: an introduction, due 7 Dec: netlog done f4"),
    ],
)
def test_what_was_sent_is_confirmed_by_name(book, monkeypatch, argv, said) -> None:
    assert said in book("draft", *argv, "--sent").err
    if "comes up again" in said:
        for today, comes in (("2026-12-06", False), ("2026-12-07", True)):
            monkeypatch.setenv("NETLOG_TODAY", today)
            assert any(item["ref"] == "f2" for item in book("due", "--json").json) is comes


def test_of_the_archived_nothing_is_said_to_come_up_again(book) -> None:
    book("archive", "cy", "--yes")
    said = book("draft", "cy", "--for", "nudge", "--sent").err
    assert "comes up again on" not in said
    assert "Cy Wait is archived and comes up again after: netlog unarchive c3" in said


@pytest.mark.parametrize("whom", ["ann", "bo", "cy", "dee", "eve"])
def test_what_was_sent_is_in_the_record_of_the_search(book, whom) -> None:
    book("draft", whom, "--sent")
    rows = book("week", "--log", "today..today", "--format", "csv").out.splitlines()[1:]
    assert rows
    assert not [row for row in rows if row.endswith(",")]


def test_news_told_beside_thanks_are_settled_with_them(book) -> None:
    book("favor", "receive", "eve", "a name at Acme", "--on", "3d")
    book("favor", "outcome", "f4", "they called me")
    assert "they called me" in draft(book, "eve", "--for", "thanks")["body"]
    book("draft", "eve", "--for", "thanks", "--sent")
    assert book("show", "f4", "--json").json["told_on"] == "2026-11-23"


# What is sent


@pytest.mark.parametrize("whom", ["ann", "bo", "cy", "dee", "eve"])
def test_what_was_sent_is_a_touch_and_one_undo(book, whom) -> None:
    before = book("show", whom, "--json").json
    assert book("draft", whom, "--sent").status == 0
    now = book("show", whom, "--json").json
    assert now["last_touch_on"] == "2026-11-23"
    assert book("undo").status == 0
    assert book("show", whom, "--json").json == before


def test_thanks_that_were_sent_are_settled_and_so_is_news(book, monkeypatch) -> None:
    book("draft", "ann", "--sent", "--mail")
    (thanks,) = book("show", "ann", "--json").json["thanks"]
    assert (thanks["sent_on"], thanks["how"]) == ("2026-11-23", "email")
    book("draft", "bo", "--sent")
    assert book("show", "f1", "--json").json["told_on"] == "2026-11-23"
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    kinds = {item["kind"] for item in book("due", "--json").json}
    assert not kinds & {"thanks", "outcome"}


def test_what_is_declined_is_let_go_and_an_introduction_is_an_ask(book) -> None:
    book("draft", "dee", "--for", "decline", "--sent")
    (promise,) = book("show", "dee", "--json").json["favors"]
    assert (promise["state"], promise["dropped_why"]) == ("dropped", "declined")
    book("draft", "eve", "--for", "intro", "--sent")
    (ask,) = book("show", "eve", "--json").json["favors"]
    assert (ask["text"], ask["asked"]) == ("an introduction", True)


# Handing it on


def test_mail_is_a_mailto_with_subject_and_body_percent_encoded(book) -> None:
    url = book("draft", "ann", "--mail").out.strip()
    found = urllib.parse.urlsplit(url)
    assert (found.scheme, found.path) == ("mailto", "ann+x@example.org")
    parts = urllib.parse.parse_qs(found.query, strict_parsing=True)
    said = draft(book, "ann")
    assert parts == {"subject": [said["subject"]], "body": [said["body"].replace("\n", "\r\n")]}
    assert " " not in url


def test_mail_without_an_address_has_none_and_says_so(book) -> None:
    done = book("draft", "eve", "--mail")
    assert done.out.startswith("mailto:?subject=")
    assert "No e-mail address of Eve New is on record." in done.err


def test_it_is_copied_by_the_tool_of_the_system(book, tmp_path, monkeypatch) -> None:
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path}/copied\n")
    tool.chmod(0o755)
    for name in ("WAYLAND_DISPLAY", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert book("draft", "ann", "--copy").status == 0
    assert (tmp_path / "copied").read_text() == draft(book, "ann")["body"]


def test_it_is_copied_by_the_terminal_over_ssh(book, terminal, monkeypatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/9")
    child = terminal("draft", "ann", "--copy")
    child.expect(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07")
    assert base64.b64decode(child.match[1]).decode() == draft(book, "ann")["body"]
    child.close(force=True)


def test_where_there_is_no_clipboard_it_is_printed_and_that_is_said(book, monkeypatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/9")
    done = book("draft", "ann", "--copy", "--sent")
    assert done.status == 1
    assert "Thank you for the coffee on 20 November." in done.out
    assert "No clipboard can be reached from here." in done.err
    assert [one["state"] for one in book("show", "ann", "--json").json["thanks"]] == ["open"]


def test_it_is_edited_before_it_is_handed_on(book, monkeypatch) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/All/With/")
    assert "With the best" in draft(book, "ann", "--edit")["body"]
    monkeypatch.setenv("EDITOR", "true")
    assert draft(book, "ann", "--edit") == draft(book, "ann")


def test_what_is_emptied_in_the_editor_is_not_sent(book, monkeypatch) -> None:
    monkeypatch.setenv("EDITOR", "truncate -s 0")
    assert book("draft", "ann", "--edit", "--sent").status == 2
    assert book("show", "ann", "--json").json["last_touch_on"] == "2026-11-20"


# Several


def test_everybody_of_a_tag_gets_a_file_each(book, tmp_path) -> None:
    for whom in ("ann", "eve"):
        book("tag", whom, "pycon")
    done = book("draft", "--tag", "pycon", "-o", str(tmp_path / "out"), "--json")
    assert done.json["files"] == 2
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "ann-lee-c1.txt", "eve-new-c5.txt",
    ]  # fmt: skip
    assert (tmp_path / "out" / "ann-lee-c1.txt").read_text().startswith("Subject: Thank you for")
    assert len(draft(book, "--tag", "pycon")) == 2


def test_everybody_of_an_occasion_is_written_to_and_logged_at_once(book) -> None:
    book("log", "ann", "eve", "coffee", "yesterday", "--occasion", "PyCon", "--each")
    assert [one["for"] for one in draft(book, "--occasion", "pycon", "--for", "thanks")] == [
        "thanks", "thanks",
    ]  # fmt: skip
    assert book("draft", "--occasion", "pycon", "--for", "thanks", "--sent").status == 0
    assert "thanks" not in {item["kind"] for item in book("due", "--within", "7d", "--json").json}


def test_a_step_that_is_chased_and_was_not_asked_for_is_told(netlog, monkeypatch) -> None:
    netlog("add", "Ann")
    netlog("lead", "add", "the Mill", "--via", "ann")
    said = "Not in it is the Mill (l1.1), for no ask is on record. If it was made: netlog lead step"
    assert said not in netlog("draft", "ann").err
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-08")
    for argv in ((), ("--for", "nudge")):
        done = netlog("draft", "ann", *argv)
        assert said in done.err
        assert "Mill" not in done.out
    netlog("lead", "step", "l1.1", "asked", "--on", "2026-11-24")
    done = netlog("draft", "ann")
    assert (said in done.err, "This is about the way to the Mill." in done.out) == (False, True)


def test_who_else_was_to_come_to_what_is_declined_is_to_hear_it(netlog) -> None:
    netlog("add", "Ann", "--tag", "club")
    netlog("add", "Bo", "--tag", "club")
    netlog("plan", "ann", "bo", "lunch", "friday")
    said = netlog("draft", "ann", "--for", "decline", "--sent").err
    assert "Dropped the lunch with Ann and Bo on Fri 27 Nov (p1).\nTell Bo (c2), too.\n" in said
    netlog("undo")
    said = netlog("draft", "--tag", "club", "--for", "decline", "--sent").err
    assert (said.count("Dropped the lunch"), "Tell" in said) == (1, False)


def test_a_plan_that_is_declined_is_named(book) -> None:
    book("plan", "eve", "coffee", "2026-12-01")
    said = book("draft", "eve", "--for", "decline", "--sent").err
    assert "Dropped the coffee with Eve New on Tue 1 Dec (p1)." in said


def test_of_several_only_those_are_logged_who_had_something(book) -> None:
    for whom in ("ann", "eve"):
        book("tag", whom, "pycon")
    done = book("draft", "--tag", "pycon", "--for", "thanks", "--sent")
    assert done.status == 0
    assert "Nothing was logged for Eve New." in done.err
    assert "Thanked Ann Lee for coffee on 20 Nov (t1)." in done.err
    assert book("show", "eve", "--json").json["last_touch_on"] is None


# Templates


def test_templates_are_printed_and_those_of_ones_own_stand_in(book, drafts: Path) -> None:
    assert "thanks.de.txt" in book("draft", "--templates").out
    text = "Subject: {organization}\nSubject: Hi\n\n{first} {name}, {organization}. So {first}!\n"
    (drafts / "reconnect.en.txt").write_text(text)
    found = draft(book, "eve")
    assert (found["subject"], found["body"]) == ("Hi", "So Eve!")
    (one,) = (t for t in draft(book, "--templates", "--for", "reconnect") if t["file"])
    assert one["text"] == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Subject: Hi\n\nDear {frist},",
            "Line 3 of {path}: there is no place {frist}. Did you mean {first}?",
        ),
        ("Hi {first}\nand {", "Line 2 of {path}: a brace stands alone."),
    ],
)  # fmt: skip
def test_a_template_that_names_what_there_is_not_is_an_error_with_its_line(
    book, drafts: Path, text: str, said: str
) -> None:
    path = drafts / "reconnect.en.txt"
    path.write_text(text)
    for argv in (("draft", "eve"), ("draft", "--templates")):
        failed = book(*argv)
        assert failed.status == 2
        assert said.replace("{path}", str(path)) in failed.err


def test_a_template_that_is_empty_is_an_error(book, drafts: Path) -> None:
    path = drafts / "reconnect.en.txt"
    path.write_text(" \n")
    for argv in (("draft", "eve"), ("draft", "--templates")):
        failed = book(*argv)
        assert failed.status == 2
        assert f"The template {path} is empty." in failed.err
    path.write_text("{topic}")
    assert "can be said to Eve New." in book("draft", "eve").err


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("thank.de.txt", "Did you mean thanks.de.txt?"),
        ("thanks.de", "Did you mean thanks.de.txt?"),
        ("Reconnect.EN.txt", "Did you mean reconnect.en.txt?"),
        ("danke.de.txt", "Did you mean thanks.de.txt?"),
        ("thanks.it.txt", "It is called thanks.LANGUAGE.txt, the language en, de, fr, es or pt."),
        ("thanks.txt", "It is called thanks.LANGUAGE.txt"),
        ("nugde.pt.txt", "Did you mean nudge.pt.txt?"),
        ("notes.txt", "netlog draft --templates"),
        ("qqq", "netlog draft --templates"),
        ("thanks.de.txt~", ""),
        (".thanks.de.txt.swp", ""),
    ],
)
def test_a_file_that_no_template_is_called_is_told(book, drafts: Path, name, meant) -> None:
    (drafts / name).write_text("Hi {first}")
    for argv in (("draft", "eve"), ("draft", "--templates")):
        said = book(*argv).err
        assert (f"{name} in {drafts} is no template. " in said) is bool(meant)
        assert meant in said


@pytest.mark.parametrize("kind", ["coffee", "interview", "video", "event"])
@pytest.mark.parametrize("on", ["today", "yesterday"])
def test_whom_one_met_today_is_thanked_the_same_evening(netlog, kind, on) -> None:
    netlog("add", "Ann Lee")
    netlog("log", "ann", kind, on, "--occasion", "Fair")
    (turn,) = netlog("week", "--json").json["plan"]
    for argv in (("ann",), ("--occasion", "fair"), ("ann", "--for", "thanks")):
        found = netlog("draft", *argv, "--json").json
        found = found[0] if isinstance(found, list) else found
        assert found["for"] == "thanks"
        assert "Thank you for" in found["body"]
    assert "Thank them" in turn["opening"]["text"]
    assert netlog("draft", "ann", "--sent").status == 0
    assert netlog("draft", "ann", "--json").json["for"] == "reconnect"


def test_every_place_is_told_in_the_docs() -> None:
    told = (Path(__file__).parents[2] / "docs" / "drafts.md").read_text("utf-8")
    assert [place for place in templates.PLACES if f"| `{{{place}}}` |" not in told] == []


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("ann", "--tag", "x"),
        ("--tag", "x", "--copy"),
        ("ann", "--templates"),
        ("ann", "-o", "out", "--mail"),
        ("ann", "-o", "out", "--copy"),
        ("ann", "--force"),
        ("ann", "--how", "email"),
    ],
)
def test_what_cannot_be_meant_is_a_mistake(book, argv) -> None:
    assert book("draft", *argv).status == 2


def test_a_language_is_known_by_its_code_and_by_its_name() -> None:
    for said in ("de", "DE", "de_AT", "German", "Deutsch", "deutsch (Sie)"):
        assert languages.language(said) == "de"
    for said in (None, "", "Dutch", "deno"):
        assert languages.language(said) == "en"


@pytest.mark.parametrize(
    ("language", "on", "coffee"),
    [
        ("en", "on 1 October", "the coffee on 1 October"),
        ("de", "am 1. Oktober", "den Kaffee am 1. Oktober"),
        ("fr", "le 1er octobre", "le café du 1er octobre"),
        ("es", "el 1 de octubre", "el café del 1 de octubre"),
        ("pt", "em 1º de outubro", "o café de 1º de outubro"),
    ],
)
def test_the_first_of_a_month_is_said_as_each_language_says_it(language, on, coffee) -> None:
    day = date(2026, 10, 1)
    assert languages.on(day, TODAY, language) == on
    assert languages.meeting("coffee", day, TODAY, language) == coffee


def test_the_opening_is_the_one_of_reconnect_everywhere(demo) -> None:
    for one in demo("week", "--json").json["plan"]:
        ref = one["contact"]["ref"]
        (said,) = demo("reconnect", ref, "--json").json
        done = demo("draft", ref, "--json")
        if one["errand"] != "advice":
            assert one["opening"] == said["opening"]
        begins = {"thank": "thanks", "tell": "news", "nudge": "nudge"}
        assert done.json["for"] == begins.get(one["errand"], "reconnect")
        if (said["opening"]["text"] or "").startswith(("Come back", "Ask how this")):
            assert f"To begin with: {said['opening']['text']}" in done.err


@pytest.mark.parametrize(
    ("owed", "errand"),
    [
        (("log", "ed", "coffee", "2026-11-16"), "Thank them for the coffee"),
        (
            ("favor", "promise", "ed", "the slides", "--by", "today"),
            "Bring what you promised: the slides",
        ),
    ],
)
def test_a_nudge_says_how_its_line_begins_where_it_says_another_thing(netlog, owed, errand) -> None:
    netlog("add", "Ed Fox")
    netlog(*owed)
    netlog("log", "ed", "message", "2026-11-03", "--asked", "a word with Jo")
    (line,) = [one for one in netlog("week", "--json").json["plan"] if one["errand"] == "nudge"]
    assert line["opening"]["text"].startswith(errand)
    assert (
        f"To begin with: {line['opening']['text']}" in netlog("draft", "ed", "--for", "nudge").err
    )


def test_advice_begins_as_the_week_does_where_it_says_another_thing(netlog) -> None:
    netlog("add", "Ed Fox")
    netlog("goal", "a workshop of my own", "--horizon", "short")
    assert "To begin with" not in netlog("draft", "ed", "--for", "advice").err
    netlog("goal", "edit", "g1", "--text", "a staff post in data")
    job = 'To begin with: Ask for advice: "I am looking for a staff post in data; what would make'
    assert job in netlog("draft", "ed", "--for", "advice").err
    netlog("log", "ed", "coffee", "2026-11-16")
    owed = "To begin with: Thank them for the coffee"
    assert owed in netlog("draft", "ed", "--for", "advice").err


def test_of_two_ways_to_say_to_whom_one_is_asked_for(netlog) -> None:
    for both in (("ann", "--tag", "x"), ("--tag", "x", "--occasion", "y")):
        assert "one of them at a time" in netlog("draft", *both).err
    assert "one of them" not in netlog("draft").err


def test_what_you_noted_of_them_is_not_sent_to_them(netlog) -> None:
    netlog("add", "Bob Stone", "--every", "monthly")
    netlog("log", "bob", "coffee", "2026-09-01", "--", "Looks drunk again, told me nothing")
    body = draft(netlog, "bob")["body"]
    assert "drunk" not in body
    assert "September" not in body


def test_news_that_was_told_is_not_told_again(netlog) -> None:
    netlog("add", "Sam")
    netlog("favor", "receive", "sam", "a name at Acme")
    netlog("told", "sam", "they hired inside")
    assert "hired inside" not in netlog("draft", "sam", "--for", "thanks").out


def test_what_is_promised_of_them_to_others_is_not_quoted(netlog) -> None:
    netlog("add", "Priya")
    netlog("favor", "promise", "priya", "a look at her talk")
    assert "her talk" not in netlog("draft", "priya").out


def test_to_standard_output_it_is_printed_and_no_folder_is_made(
    book, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert book("draft", "ann", "-o", "-").out == book("draft", "ann").out
    assert not (tmp_path / "-").exists()


BY_LANGUAGE = (
    ("en", "seeing you on 25 November", "speaking with you on 25 November"),
    ("de", "dich am 25. November zu sehen", "am 25. November mit dir zu sprechen"),
    ("fr", "de te voir le 25 novembre", "de te parler le 25 novembre"),
    ("es", "verte el 25 de noviembre", "hablar contigo el 25 de noviembre"),
    ("pt", "ver você em 25 de novembro", "falar com você em 25 de novembro"),
)


@pytest.mark.parametrize(("language", "see", "speak"), BY_LANGUAGE)
def test_what_is_planned_is_said_in_the_words_of_its_kind(netlog, language, see, speak) -> None:
    netlog("add", "Ann")
    netlog("edit", "ann", "--set", f"language={language}")
    netlog("plan", "ann", "message", "2026-11-24")
    assert "November" not in draft(netlog, "ann", "--for", "reconnect")["body"]
    netlog("plan", "ann", "coffee", "2026-11-25")
    assert see in draft(netlog, "ann", "--for", "reconnect")["body"]
    for kind in ("call", "video"):
        netlog("edit", "p2", "--kind", kind)
        assert speak in draft(netlog, "ann", "--for", "reconnect")["body"]


THOUGHT = {
    "en": "Thank you for thinking of me", "de": "dass du an mich gedacht hast",
    "fr": "Merci d'avoir pensé à moi", "es": "Gracias por pensar en mí",
    "pt": "Agradeço por pensar em mim",
}  # fmt: skip
SPEAK = {
    "en": "cannot speak with you", "de": "nicht mit dir sprechen", "fr": "ne pas pouvoir te parler",
    "es": "no poder hablar contigo", "pt": "não poder falar com você",
}  # fmt: skip


@pytest.mark.parametrize("language", THOUGHT)
def test_only_who_invited_is_thanked_for_the_thought(netlog, language: str) -> None:
    netlog("add", "Ann")
    netlog("edit", "ann", "--set", f"language={language}")
    netlog("favor", "promise", "ann", "the slides")
    assert THOUGHT[language] not in draft(netlog, "ann", "--for", "decline")["body"]
    netlog("plan", "ann", "call", "2026-11-25")
    said = draft(netlog, "ann", "--for", "decline")["body"]
    assert THOUGHT[language] not in said
    assert SPEAK[language] in said
    netlog("edit", "p1", "--invited", "them", "--kind", "lunch")
    said = draft(netlog, "ann", "--for", "decline")["body"]
    assert THOUGHT[language] in said
    assert SPEAK[language] not in said


def test_a_message_that_is_planned_is_nothing_to_decline(netlog) -> None:
    netlog("add", "Ann")
    netlog("plan", "ann", "email", "2026-11-25")
    done = netlog("draft", "ann", "--for", "decline", "--sent")
    assert (done.status, "Nothing to decline" in done.err) == (3, True)


@pytest.mark.parametrize(
    ("day", "said", "noted"),
    [
        (("--birthday", "1980-11-26"), "for your birthday on 26 November", "birthday"),
        (("--add-date", "name day=--11-26"), "for your name day on 26 November", "name day"),
    ],
)
def test_wishes_that_were_sent_settle_their_day(netlog, day, said: str, noted: str) -> None:
    netlog("add", "Ann")
    netlog("edit", "ann", *day)
    before = netlog("due", "--json").json
    assert said in netlog("draft", "ann").out
    done = netlog("draft", "ann", "--sent")
    assert f"Wished well for the {noted} of Ann on 26 Nov (c1)." in done.err
    assert netlog("due", "--json").json == []
    (one,) = netlog("week", "--log", "today", "--json").json
    assert one["what"] == f"Sent {noted} wishes and asked how they are"
    netlog("undo")
    assert netlog("due", "--json").json == before


def test_wishes_that_the_message_does_not_hold_settle_nothing(netlog, drafts: Path) -> None:
    netlog("add", "Ann", "--birthday", "1980-11-26")
    (drafts / "reconnect.en.txt").write_text("How are you?")
    assert "Wished" not in netlog("draft", "ann", "--sent").err
    assert netlog("due", "--json").json


WELL = {
    "en": "All the best for your birthday on 23 November.",
    "de": "Alles Gute zu deinem Geburtstag am 23. November.",
    "fr": "Tous mes vœux pour ton anniversaire le 23 novembre.",
    "es": "Mis mejores deseos por tu cumpleaños el 23 de noviembre.",
    "pt": "Tudo de bom pelo seu aniversário em 23 de novembro.",
}


@pytest.mark.parametrize("language", WELL)
@pytest.mark.parametrize(("who", "for_"), [("ann", "thanks"), ("bo", "news")])
def test_thanks_and_news_on_a_birthday_wish_well_for_it(book, who, for_, language) -> None:
    book("edit", who, "--birthday", "1980-11-23", "--set", f"language={language}")
    assert WELL[language] in draft(book, who, "--for", for_)["body"]
    done = book("draft", who, "--for", for_, "--sent")
    assert "Wished well for the birthday of" in done.err


def test_a_message_on_a_birthday_that_does_not_wish_well_says_so(netlog, drafts: Path) -> None:
    netlog("add", "Ann", "--birthday", "1980-11-23")
    netlog("log", "ann", "coffee", "3d")
    (drafts / "thanks.en.txt").write_text("Thank you for {thing}.")
    for argv in ((), ("--for", "intro"), ("--for", "advice")):
        assert "To begin with: " in netlog("draft", "ann", *argv).err
    done = netlog("draft", "ann", "--sent")
    assert "To begin with: Wish them well for their birthday on 23 Nov." in done.err
    assert "The birthday of Ann on 23 Nov (c1) is seen to, without a wish." in done.err


def test_the_help_that_news_thank_for_is_thanked_and_further_news_are_named(netlog) -> None:
    netlog("add", "Ann")
    for days, to in (("20d", "Mill"), ("18d", "Beta")):
        netlog("favor", "receive", "ann", f"an intro to {to}", "--on", days)
    netlog("favor", "outcome", "f1", "Mill wants me")
    netlog("favor", "outcome", "f2", "Beta too")
    done = netlog("draft", "ann", "--for", "news", "--sent")
    assert "Not in it is this news (f2): Beta too" in done.err
    assert "(t1)" in done.err
    items = netlog("due", "--within", "1d", "--json").json
    assert [one["ref"] for one in items if one["kind"] in ("thanks", "outcome")] == ["f2"]
    assert "Beta too" in draft(netlog, "ann")["body"]


def test_a_nudge_quotes_all_that_it_moves_and_names_it(netlog, monkeypatch) -> None:
    netlog("add", "Ann")
    netlog("log", "ann", "email", "20d", "--asked", "a map", "--asked", "a name")
    netlog("lead", "add", "Mill", "--via", "ann")
    netlog("lead", "step", "l1.1", "asked")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-10")
    assert 'on 3 November for this: "a map; a name"' in draft(netlog, "ann")["body"]
    assert "the way to Mill" in draft(netlog, "ann")["body"]
    done = netlog("draft", "ann", "--sent")
    moved = {"f1", "f2", "l1.1"}
    assert moved <= set(re.findall(r"[fl][\d.]+\d|[fl]\d", done.err.rpartition("(m")[2]))
    assert not moved & {one["ref"] for one in netlog("due", "--json").json}


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", 'looking for: "find a developer".'), ("de", "suche ich: „find a developer“."),
        ("fr", "cherche : « find a developer »."), ("es", "busco: «find a developer»."),
        ("pt", 'procuro: "find a developer".'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("for_", ["advice", "intro"])
def test_a_goal_that_does_not_read_on_is_quoted(netlog, for_, language, quoted) -> None:
    netlog("add", "Ann")
    netlog("edit", "ann", "--set", f"language={language}")
    netlog("goal", "find a developer", "--horizon", "short")
    assert quoted in draft(netlog, "ann", "--for", for_)["body"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I have not forgotten what I promised you on 20 November."),
        ("de", "Was ich dir am 20. November versprochen habe, habe ich nicht vergessen."),
        ("fr", "Je n'ai pas oublié ce que je t'ai promis le 20 novembre."),
        ("es", "No he olvidado lo que te prometí el 20 de noviembre."),
        ("pt", "Não esqueci o que prometi em 20 de novembro."),
    ],
)
@pytest.mark.parametrize("about", ["her book", "a job for her son", "a look at their talk"])
def test_a_promise_that_is_not_quoted_is_named_by_its_day(
    netlog, monkeypatch, language, said, about
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-20")
    netlog("add", "Ann Lee", "--set", f"language={language}")
    netlog("favor", "promise", "ann", about, "--by", "2026-11-22")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-26")
    for argv in ((), ("--for", "reconnect"), ("--for", "thanks")):
        done = netlog("draft", "c1", *argv)
        assert said in done.out
        assert about not in done.out
        assert done.err.count(f"it speaks of them to somebody else: {about}") == 1


def test_help_that_is_not_quoted_is_named_by_its_day_in_thanks_and_in_news(
    netlog, monkeypatch
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-20")
    netlog("add", "Bob Kay")
    netlog("favor", "receive", "bob", "lent his van")
    netlog("favor", "receive", "bob", "an intro to Grace")
    done = netlog("draft", "c1", "--for", "thanks")
    assert 'for me: "an intro to Grace". Thank you for what you did for me on 20 Nov' in done.out
    netlog("favor", "outcome", "f1", "it all fitted in")
    done = netlog("draft", "c1", "--for", "news")
    assert "You helped me on 20 November, and I thank you for it." in done.out
    assert "it speaks of them to somebody else: lent his van" in done.err


@pytest.mark.parametrize(
    "outcome",
    [
        "she got the job", "he never called back", "Her boss said no", "Bo was right about Mill",
        "sie hat zugesagt", "elle a dit oui", "ella no quiso", "a call with his team",
    ],
)  # fmt: skip
def test_news_that_speak_of_them_to_others_are_told_of_by_their_day(netlog, outcome) -> None:
    netlog("add", "Bo Tell")
    netlog("favor", "receive", "bo", "a name at Mill & Co", "--on", "20d")
    netlog("favor", "outcome", "f1", outcome)
    for for_ in ("thanks", "news"):
        done = netlog("draft", "bo", "--for", for_, "--json")
        assert done.json["for"] == for_
        assert outcome not in done.json["body"]
        assert "I learned on 23 November how it turned out, and would like" in done.json["body"]
        assert f"to somebody else: {outcome}. Once it is told: netlog told f1" in done.err
    netlog("draft", "bo", "--for", "thanks", "--sent")
    assert netlog("show", "f1", "--json").json["told_on"] is None
    done = netlog("draft", "bo", "--for", "news", "--sent")
    assert "Logged message with Bo Tell on 23 Nov" in done.err
    assert netlog("show", "f1", "--json").json["told_on"] is None
    assert netlog("show", "bo", "--json").json["last_touch_on"] == "2026-11-23"
    assert netlog("draft", "bo", "--for", "news", "--sent").status == 3


@pytest.mark.parametrize("language", get_args(Language))
def test_in_each_language_news_that_are_not_quoted_have_a_sentence(netlog, language) -> None:
    netlog("add", "Bo Tell")
    netlog("edit", "bo", "--set", f"language={language}")
    netlog("favor", "receive", "bo", "a name at Mill & Co", "--on", "20d")
    netlog("favor", "outcome", "f1", "she got the job")
    said = draft(netlog, "bo", "--for", "news")
    assert languages.on(TODAY, TODAY, language) in said["body"]
    check(said["subject"], said["body"])


@pytest.mark.parametrize(
    ("for_", "lines"),
    [
        ("thanks", [("favor", "receive", "grace", "Grace called Mill for me")]),
        ("news", [("favor", "receive", "grace", "a word with Gracie's boss"),
                  ("favor", "outcome", "f1", "they want me")]),
        ("reconnect", [("favor", "promise", "grace", "the book for Grace")]),
        ("decline", [("favor", "promise", "grace", "the book for Grace")]),
        ("nudge", [("favor", "ask", "grace", "the plan that Grace has")]),
    ],
)  # fmt: skip
def test_what_calls_them_by_name_is_not_quoted_to_them(netlog, for_, lines) -> None:
    netlog("add", "Grace Hill", "--nickname", "Gracie")
    for argv in lines:
        assert netlog(*argv).status == 0
    done = netlog("draft", "grace", "--for", for_, "--json")
    assert (done.json["for"], "Not quoted" in done.err) == (for_, True)
    assert "Grace" not in done.json["body"].replace("Hi Gracie", "")
    assert "on 23 November" in done.json["body"]


def test_a_mail_to_nobody_is_not_logged_as_one_that_went(book) -> None:
    done = book("draft", "bo", "--mail", "--sent")
    assert (done.status, done.out) == (1, "")
    assert "No e-mail address of Bo Tell is on record. Nothing was logged." in done.err
    assert book("draft", "bo", "--mail").status == 0
    met = book("show", "bo", "--json").json["meetings"]
    assert not [one for one in met if one["kind"] == "email"]


@pytest.mark.parametrize(
    ("said", "oldest", "since"),
    [
        ("en", "on 10 November", "everything since then"),
        ("de", "am 10. November", "alles seither"),
        ("fr", "du 10 novembre", "tout ce qui a suivi"),
        ("es", "del 10 de noviembre", "todo lo que vino después"),
        ("pt", "de 10 de novembro", "tudo o que veio depois"),
    ],
)
def test_thanks_for_many_meetings_name_the_oldest_and_all_since(book, said, oldest, since) -> None:
    assert book("add", "Moe Many", "--set", f"language={said}").status == 0
    for day in (10, 11, 12, 13):
        assert book("log", "moe", "coffee", "--on", f"2026-11-{day}").status == 0
    for words in (("draft", "moe"), ("thank", "moe", "--draft")):
        text = book(*words).out
        assert oldest in text
        assert "13" in text
    assert book("log", "moe", "call", "--on", "2026-11-14").status == 0
    for words in (("draft", "moe", "--for", "thanks"), ("thank", "moe", "--draft")):
        text = book(*words).out
        assert oldest in text
        assert since in text
        assert "14" not in text


def test_what_thanks_settle_and_do_not_name_is_said_beside_them(book, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-05-08")
    assert book("add", "Old One").status == 0
    assert book("log", "old one", "coffee", "--on", "yesterday").status == 0
    monkeypatch.setenv("NETLOG_TODAY", TODAY.isoformat())
    assert book("log", "old one", "coffee", "--on", "2d").status == 0
    for words in (("draft", "old one"), ("thank", "old one", "--draft")):
        done = book(*words)
        assert "May" not in done.out
        assert "Not in it, and settled once it is sent: coffee on 7 May (t" in done.err


def test_of_many_favors_those_that_are_not_quoted_are_thanked_for_by_their_days(book) -> None:
    assert book("add", "Fay Vor").status == 0
    for day in range(1, 10):
        assert book("favor", "receive", "fay", f"help {day}", "--on", f"2026-11-0{day}").status == 0
    for words in (("draft", "fay", "--for", "thanks"), ("thank", "fay", "--draft")):
        text = book(*words).out
        assert "help 1" in text
        assert "help 4" in text
        assert "help 5" not in text
        assert "on 5 November, on 6 November, on 7 November and since then" in text


def test_a_subject_is_short(book) -> None:
    for day in (2, 3, 4):
        assert book("log", "eve", "coffee", "--on", f"{day}d").status == 0
    assert "Subject: Thank you\n" in book("draft", "eve").out


def test_what_is_sought_needs_no_case_in_german(book) -> None:
    assert book("edit", "ann", "--set", "language=de").status == 0
    for for_ in ("advice", "intro"):
        assert "Danach" not in book("draft", "ann", "--for", for_).out


def test_a_way_of_sending_that_there_is_not_is_called_so(book) -> None:
    failed = book("draft", "eve", "--how", "pigeon", "--sent")
    assert (failed.status, failed.err) == (
        2, "netlog: pigeon is no way of sending: email or message.\n",
    )  # fmt: skip


def test_whoever_was_chosen_is_named_by_ref_in_what_is_to_type_next(netlog, terminal) -> None:
    netlog("add", "Ann Lee")
    netlog("add", "Ann Moor")
    child = terminal("draft", "ann")
    child.expect(r"Which one\? \[1-2\] ")
    child.sendline("2")
    child.expect_exact("When it is sent: netlog draft c2 --for reconnect --sent")
    assert "netlog draft lee --for" in netlog("draft", "lee").err
