"""netlog introduce, log --via and netlog network: who led to whom."""

import pytest

from netlog.records.contacts import NewContact
from netlog.render.pages.network import branches
from netlog.store.writes import contacts


@pytest.fixture
def book(netlog, recording):
    """Gus led to Whitaker, who led to Priscilla; Bo came alone."""
    with recording() as opened:
        for name, via in (("Gus Gruen", None), ("Judge Whitaker", 1), ("Priscilla Vane", 2)):
            contacts.add(opened, NewContact(name, introduced_by_id=via, cadence_days=0))
        contacts.add(opened, NewContact("Bo Lind", cadence_days=0))
    return netlog


@pytest.fixture
def on(monkeypatch):
    """Let it be another day."""
    return lambda day: monkeypatch.setenv("NETLOG_TODAY", day)


def test_a_log_says_who_led_you_there(book) -> None:
    said = book("log", "bo", "coffee", "--no-thanks", "--via", "gus", "--", "sails")
    assert said.out == (
        "Logged coffee with Bo Lind on 23 Nov (m1).\nBo Lind came through Gus Gruen (c1).\n"
    )
    assert book("show", "bo", "--json").json["introduced_by"]["ref"] == "c1"


def test_who_came_through_another_stays_and_nothing_is_logged(book) -> None:
    refused = book("log", "priscilla", "coffee", "--via", "gus")
    assert refused.status == 5
    assert "Priscilla Vane (c3) came through Judge Whitaker (c2) already" in refused.err
    assert book("history", "--json").json[0]["command"] != "log"
    again = book("log", "priscilla", "coffee", "--via", "whitaker")
    assert again.status == 0


def test_of_several_those_without_an_introducer_get_one(book) -> None:
    said = book("log", "priscilla", "bo", "+New Guy", "lunch", "--no-thanks", "--via", "gus")
    assert "Bo Lind and New Guy came through Gus Gruen (c1)." in said.out
    assert "Priscilla Vane (c3) came through Judge Whitaker (c2): that stays." in said.out


def test_who_was_there_too_may_have_introduced_the_others(book) -> None:
    book("log", "gus", "bo", "coffee", "--via", "gus")
    assert book("show", "bo", "--json").json["introduced_by"]["ref"] == "c1"
    assert book("log", "gus", "coffee", "--via", "gus").status == 1


def test_an_introduction_is_a_favor_to_both(book) -> None:
    made = book("introduce", "bo", "priscilla", "--json", "--on", "yesterday").json
    assert [(f["contact"]["ref"], f["introduced"]["ref"]) for f in made] == [
        *(("c4", "c3"), ("c3", "c4")),
    ]
    assert {(f["direction"], f["state"], f["done_on"]) for f in made} == {
        ("to_them", "done", "2026-11-22")
    }
    assert book("balance", "bo", "--json").json[0]["gives"] == 1
    said = book("introduce", "bo", "gus", "--", "both", "sail --json")
    assert said.out.startswith("Introduced Bo Lind and Gus Gruen (f3, f4).")
    assert book("show", "f3", "--json").json["text"] == "introduced to Gus Gruen: both sail --json"


@pytest.mark.parametrize("words", [(), ("bo",), ("bo", "bo"), ("bo", "gus", "priscilla")])
def test_an_introduction_is_of_two(book, words) -> None:
    assert book("introduce", *words).status == 2


def test_a_month_later_one_of_them_is_asked_how_it_went(book, on) -> None:
    book("introduce", "bo", "priscilla")
    on("2026-12-22")
    assert book("due", "--json").json == []
    assert book("check", "priscilla", "--json").json["fine"]
    on("2026-12-23")
    (item,) = book("due", "--json").json
    assert (item["kind"], item["ref"], item["contact"]["ref"]) == ("outcome", "f2", "c3")
    assert item["what"] == "how did it go with Bo Lind? You introduced them on 23 Nov"
    assert not book("check", "priscilla", "--json").json["fine"]
    assert book("done", "f2").out == "Asked Priscilla Vane how it went with Bo Lind (f2).\n"
    assert book("due", "--json").json == []
    assert book("show", "priscilla", "--json").json["last_touch_on"] == "2026-12-23"


def test_what_became_of_it_is_kept(book, on) -> None:
    book("introduce", "bo", "priscilla")
    on("2026-12-23")
    told = book("told", "f2", "they sail together").out
    assert told == ("Asked Priscilla Vane how it went with Bo Lind (f2): they sail together.\n")
    assert book("due", "--json").json == []
    (pair,) = book("network", "--json").json["introduced"]
    assert pair["outcome"] == "they sail together"


def test_the_network_is_a_tree_with_counts(book) -> None:
    book("log", "priscilla", "coffee", "--no-thanks")
    book("thank", "gus")
    book("introduce", "bo", "priscilla")
    assert book("network").out == (
        "c1  Gus Gruen             2 came through  not met yet, last 23 Nov\n"
        "c2  └─ Judge Whitaker     1 came through  not met yet; Gus Gruen was thanked\n"
        "c3     └─ Priscilla Vane                  1 meeting, last 23 Nov; "
        "Judge Whitaker not yet thanked\n"
        "\n"
        "You introduced Priscilla Vane and Bo Lind on 23 Nov (f2)\n"
    )
    nodes = book("network", "whitaker", "--json").json["nodes"]
    assert [(n["contact"]["ref"], n["depth"], n["came"], n["through"]) for n in nodes] == [
        *(("c1", 0, 1, 2), ("c2", 1, 1, 1), ("c3", 2, 0, 0)),
    ]


def test_nobody_led_to_anybody(netlog) -> None:
    netlog("add", "Bo Lind")
    assert netlog("network", "--json").json == {"nodes": [], "introduced": []}
    assert "Nobody led you to anybody yet" in netlog("network").out


def test_a_ring_of_introductions_ends(book) -> None:
    book("edit", "gus", "--via", "priscilla")
    nodes = book("network", "--json").json["nodes"]
    assert [(n["contact"]["ref"], n["through"]) for n in nodes] == [("c1", 2), ("c2", 1), ("c3", 0)]


def test_other_programs_draw_it_and_a_name_stays_a_name(netlog) -> None:
    netlog("add", 'Gus "x"]; click c1 <b> & \\n #quot;')
    netlog("add", "Anne", "--via", "c1")
    drawn = netlog("network", "--format", "mermaid").out
    assert drawn == (
        "flowchart LR\n"
        '  c1["Gus #quot;x#quot;]#59; click c1 #lt;b#gt; #amp; #92;n #35;quot#59;"]\n'
        '  c2["Anne"]\n'
        "  c1 --> c2\n"
    )
    assert '  c1 [label="Gus \\"x\\"]; click c1 <b> & \\\\n #quot;"];\n' in (
        netlog("network", "--format", "dot").out
    )


def test_a_file_is_written_once(book, tmp_path) -> None:
    to = tmp_path / "n.mmd"
    told = book("network", "--format", "mermaid", "-o", str(to), "--json").json
    assert (told["people"], told["bytes"]) == (3, to.stat().st_size)
    assert to.read_text().startswith("flowchart LR\n")
    assert to.stat().st_mode & 0o777 == 0o600
    assert book("network", "--format", "dot", "-o", str(to)).status == 5
    assert book("network", "--format", "dot", "-o", str(to), "--force").status == 0


def test_a_tree_has_branches() -> None:
    assert branches([0, 1, 2, 1, 2, 0, 1]) == ["", "├─ ", "│  └─ ", "└─ ", "   └─ ", "", "└─ "]


def test_introductions_go_out_and_in(book, tmp_path) -> None:
    book("introduce", "bo", "priscilla", "--", "both sail")
    before = book("favor", "list", "--json").json
    assert book("export", "-o", str(tmp_path / "b.json")).status == 0
    other = str(tmp_path / "other.db")
    assert book("import", str(tmp_path / "b.json"), "--db", other).status == 0
    assert book("favor", "list", "--json", "--db", other).json == before
    part = str(tmp_path / "part.json")
    book("tag", "bo", "sea")
    book("export", "--tag", "sea", "-o", part)
    assert book("import", part, "--db", str(tmp_path / "third.db")).status == 0
    (favor,) = book("favor", "list", "--json", "--db", str(tmp_path / "third.db")).json
    assert (favor["introduced"], favor["text"]) == (None, "introduced to Priscilla Vane: both sail")


def test_of_two_who_become_one_nobody_was_introduced(book) -> None:
    book("introduce", "bo", "priscilla")
    book("merge", "bo", "priscilla", "--yes")
    assert [f["introduced"] for f in book("favor", "list", "--json").json] == [None, None]
    book("undo")
    book("remove", "bo", "--yes")
    (favor,) = book("favor", "list", "--json").json
    assert favor["introduced"] is None
