"""netlog introduce, log --via and netlog network: who led to whom."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from netlog.records.contacts import NewContact
from netlog.render.cells import width_of
from netlog.render.pages.network import branches
from netlog.store.writes import contacts


@pytest.fixture
def book(netlog, recording, seeded):
    """Gus led to Whitaker, who led to Priscilla; Bo came alone."""

    def fill() -> None:
        with recording() as opened:
            for name, via in (("Gus Gruen", None), ("Judge Whitaker", 1), ("Priscilla Vane", 2)):
                contacts.add(opened, NewContact(name, introduced_by_id=via, cadence_days=0))
            contacts.add(opened, NewContact("Bo Lind", cadence_days=0))

    seeded(fill)
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


@pytest.mark.parametrize("who", ["priscilla", "bo"])
def test_either_of_the_two_tells_how_it_went(book, on, who) -> None:
    book("introduce", "bo", "priscilla")
    before = {one: book("show", one, "--json").json["last_touch_on"] for one in ("bo", "priscilla")}
    on("2026-12-23")
    assert len(book("due", "--json").json) == 1
    assert book("told", who, "they sail together").status == 0
    assert book("due", "--all", "--json").json == []
    assert book("check", "priscilla", "--json").json["reasons"] == []
    (pair,) = book("network", "--json").json["introduced"]
    assert pair["outcome"] == "they sail together"
    other = "bo" if who == "priscilla" else "priscilla"
    assert book("show", other, "--json").json["last_touch_on"] == before[other]
    assert book("told", who, "again").status == 3


def test_help_of_theirs_is_told_of_before_an_introduction(book) -> None:
    book("introduce", "bo", "priscilla")
    book("favor", "receive", "bo", "a good word")
    told = book("told", "bo", "they asked me in", "--json").json
    assert told["text"] == "a good word"


def test_the_network_is_a_tree_with_counts(book) -> None:
    book("log", "priscilla", "coffee", "--no-thanks")
    book("thank", "gus")
    book("introduce", "bo", "priscilla")
    assert book("network").out == (
        "c1  Gus Gruen             2 came through  not met yet, last 23 Nov\n"
        "c2  └─ Judge Whitaker     1 came through  not met yet; Gus Gruen was thanked\n"
        "c3     └─ Priscilla Vane                  1 meeting, last 23 Nov; "
        "no thanks to Judge Whitaker noted\n"
        "c4  Bo Lind                               not met yet, last 23 Nov\n"
        "\n"
        "You introduced Priscilla Vane and Bo Lind on 23 Nov (f2)\n"
    )
    nodes = book("network", "whitaker", "--json").json["nodes"]
    assert [(n["contact"]["ref"], n["depth"], n["came"], n["through"]) for n in nodes] == [
        *(("c1", 0, 1, 2), ("c2", 1, 1, 1), ("c3", 2, 0, 0)),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([("log", "gus", "coffee", "--thanked")], (False, None)),
        ([("favor", "receive", "gus", "read my CV")], (False, None)),
        ([("favor", "receive", "gus", "introduced me to the Judge")], (False, "t1")),
        (
            [("favor", "receive", "gus", "introduced me to the Judge"), ("thank", "gus")],
            (True, None),
        ),
        ([("log", "gus", "whitaker", "lunch")], (False, "t1")),
        ([("log", "gus", "whitaker", "lunch", "--thanked")], (True, None)),
        ([("thank", "gus", "note")], (True, None)),
        (
            [
                ("lead", "add", "Mill", "--via", "gus", "--via", "whitaker"),
                ("done", "l1.1"),
                ("thank", "gus"),
            ],
            (True, None),
        ),
        (
            [
                ("lead", "add", "Mill", "--via", "whitaker"),
                ("lead", "landed", "l1"),
                ("told", "gus"),
            ],
            (True, None),
        ),
    ],
)
def test_thanks_are_for_the_introduction_only_where_they_are_for_it(book, words, said) -> None:
    for one in words:
        assert book(*one).status == 0
    (node,) = [n for n in book("network", "--json").json["nodes"] if n["contact"]["ref"] == "c2"]
    assert (node["thanked"], node["owed"]) == said
    told = book("network", "whitaker").out
    ends = {(True, None): "Gus Gruen was thanked", (False, None): "no thanks to Gus Gruen noted"}
    assert ends.get(said, "Gus Gruen not yet thanked") in told
    assert ('class="who unthanked"' in book("network", "--format", "html").out) is (
        said == (False, "t1")
    )


def test_each_introduction_that_you_made_is_a_line(book) -> None:
    book("introduce", "bo", "priscilla")
    book("introduce", "bo", "gus")
    assert book("network").out.endswith(
        "\n\nYou introduced Priscilla Vane and Bo Lind on 23 Nov (f2)\n"
        "You introduced Gus Gruen and Bo Lind on 23 Nov (f4)\n"
    )


@pytest.mark.parametrize("width", ["80", "60", "40"])
def test_how_many_came_through_each_is_told_at_every_width(book, monkeypatch, width) -> None:
    monkeypatch.setenv("COLUMNS", width)
    said = book("network").out
    assert "Gus Gruen +2" in said
    assert "Judge Whitaker +1" in said
    assert said.endswith("\n\n+2: two came through them.\n")
    monkeypatch.setenv("COLUMNS", "120")
    assert "2 came through" in book("network").out


def test_nobody_came_through_whom_they_led_to(book) -> None:
    before = book("export").out
    for words in (("log", "gus", "call", "--via", "priscilla"), ("edit", "gus", "--via", "c3")):
        refused = book(*words)
        assert (refused.status, refused.err) == (
            5,
            "netlog: Priscilla Vane (c3) came through Gus Gruen (c1). Were it the other way: "
            'netlog edit c3 --via ""\n',
        )
    assert book("export").out == before


def test_what_became_of_somebody_is_told(book) -> None:
    book("add", "Max Led", "--via", "gus")
    book("add", "Anne Kim", "--via", "gus")
    book("favor", "receive", "max", "a good word")
    book("told", "max", "they asked me in")
    book("lead", "add", "Harbor Trust", "--via", "anne", "--stage", "interview")
    found = {
        one["contact"]["name"]: one["became"] for one in book("network", "--json").json["nodes"]
    }
    assert (found["Max Led"], found["Anne Kim"]) == ("they asked me in", "Harbor Trust: interview")
    book("lead", "landed", "l1")
    book("lead", "add", "Another", "--via", "anne")
    assert "; Harbor Trust: landed" in book("network").out


def test_nobody_led_to_anybody(netlog) -> None:
    netlog("add", "Bo Lind")
    assert netlog("network", "--json").json == {"nodes": [], "introduced": []}
    assert "Nobody led you to anybody yet" in netlog("network").err


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


class Outline(HTMLParser):
    """What is in a page: elements by name with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, name: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.found if tag == name]


WICKED = "\"><script>alert(1)</script><b onload=x> & 'q' </style>"


def test_a_page_lets_no_name_become_markup(netlog) -> None:
    netlog("add", WICKED, "--tag", "sea&land", "--circle", "peer", "--org", "<i>Mill</i>")
    netlog("add", "Anne", "--via", "c1")
    page = netlog("network", "--format", "html").out
    outline = Outline(page)
    assert len(outline.of("script")) == 1
    assert outline.of("b") == outline.of("i") == []
    assert {name for _, attrs in outline.found for name in attrs if name.startswith("on")} == set()
    (person, _) = [g for g in outline.of("g") if "who" in (g.get("class") or "")]
    assert person["data-name"].startswith(WICKED.lower())
    assert [option["value"] for option in outline.of("option")] == ["", "peer", "#sea&land"]


def test_a_page_asks_nothing_of_anybody(book) -> None:
    page = book("network", "--format", "html").out
    outline = Outline(page)
    (policy,) = [m["content"] or "" for m in outline.of("meta") if "http-equiv" in m]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        (text,) = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    addresses = re.findall(r"[a-z]+://[^\"' ]+", page)
    assert set(addresses) == {"http://www.w3.org/2000/svg"}
    assert not {"src", "href", "style"} & {name for _, attrs in outline.found for name in attrs}


def test_all_that_is_drawn_is_said_too(book) -> None:
    page = book("network", "--format", "html").out
    assert '<li data-for="c3">Priscilla Vane (c3); through Judge Whitaker, no thanks noted' in page
    labelled = {label["for"] for label in Outline(page).of("label")}
    assert labelled == {"search", "label"}


def test_a_picture_is_whole_xml_and_no_two_boxes_meet(netlog) -> None:
    netlog("add", WICKED)
    for number in range(12):
        netlog("add", f"Way{number} Down", "--via", f"c{number + 1}" if number % 3 else "c1")
    root = ElementTree.fromstring(netlog("network", "--format", "svg").out)
    boxes = [
        tuple(int(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        for rect in root.iter("{http://www.w3.org/2000/svg}rect")
    ]
    assert len(boxes) == 13
    assert all(
        one is other or abs(one[1] - other[1]) >= one[3] or abs(one[0] - other[0]) >= one[2]
        for one in boxes
        for other in boxes
    )
    assert root.find("{http://www.w3.org/2000/svg}title") is not None


def test_a_large_network_is_drawn_in_a_moment(netlog, recording) -> None:
    with recording() as opened:
        for number in range(400):
            new = NewContact(f"Person {number}", introduced_by_id=(number + 2) // 3 or None)
            contacts.add(opened, new)
    page = netlog("network", "--format", "html").out
    assert page.count('class="who') == 400


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("n.svg", "<?xml"), ("n.HTML", "<!doctype html>"), ("n.dot", "digraph"),
        ("n.mmd", "flowchart"), ("n.json", "{"), ("n.txt", "c1"), ("n", "c1"),
    ],
)  # fmt: skip
def test_the_name_of_the_file_says_how_it_is_drawn(book, tmp_path, name, begins) -> None:
    assert book("network", "-o", str(tmp_path / name)).status == 0
    assert (tmp_path / name).read_text().startswith(begins)
    book("network", "-o", str(tmp_path / name), "--format", "dot", "--force")
    assert (tmp_path / name).read_text().startswith("digraph")


@pytest.mark.parametrize("name", ["x.pdf", "x.PNG"])
def test_what_it_cannot_draw_is_refused(book, tmp_path, name) -> None:
    refused = book("network", "-o", str(tmp_path / name))
    assert refused.status == 2
    assert ".svg" in refused.err
    assert not (tmp_path / name).exists()
    assert book("network", "-o", str(tmp_path / name), "--format", "svg").status == 0


def test_a_tag_of_several_words_and_a_name_without_accents_are_found(netlog) -> None:
    netlog("add", "Zoë Núñez", "--tag", "old friends")
    netlog("add", "Bo", "--via", "zoe")
    drawn = netlog("network", "--format", "html").out
    assert 'data-labels="#old friends"' in drawn
    assert 'data-name="zoë núñez zoe nunez"' in drawn
    assert "labels.split('\\n')" in drawn


def test_who_are_introduced_again_is_said_and_when_it_is_asked_how_it_went(book) -> None:
    first = book("introduce", "bo", "gus", "--on", "2026-11-20")
    assert first.out.endswith("On 20 Dec netlog asks how it went.\n")
    again = book("introduce", "gus", "bo")
    assert again.err == "You introduced them on 20 Nov already (f2).\n"
    late = book("introduce", "gus", "priscilla", "--on", "2026-10-01")
    assert late.out.endswith('How did it go? netlog told f5 "…"\n')


def test_the_same_introduction_of_a_day_is_refused(book) -> None:
    book("introduce", "bo", "gus", "--", "both sail")
    refused = book("introduce", "gus", "bo", "--", "both sail")
    assert refused.status == 5
    assert "that day already (f" in refused.err
    assert book("introduce", "bo", "gus", "--", "both cook").status == 0
    (first, second) = book("network", "--json").json["introduced"]
    assert first["on"] == second["on"]
    assert first["ref"] != second["ref"]


def test_an_introduction_is_nothing_that_came_about_without_them(book) -> None:
    book("introduce", "bo", "gus")
    refused = book("favor", "outcome", "f2", "nothing", "--without-them")
    assert refused.status == 1
    assert "is what you did for" in refused.err


def test_what_they_said_of_it_the_same_day_is_one_act(book) -> None:
    book("introduce", "bo", "gus")
    book("favor", "outcome", "f2", "they met")
    acts = [one["ref"] for one in book("check", "bo", "--json").json["last"]]
    acts += [one["ref"] for one in book("check", "gus", "--json").json["last"]]
    assert len(acts) == len(set(acts))


def test_whom_you_introduced_is_in_every_drawing_also_where_nobody_led_to_anybody(netlog) -> None:
    for name in ("Ann Lee", "Bo Lind", "Cy"):
        netlog("add", name, "--every", "never")
    netlog("introduce", "ann", "bo", "--on", "2026-11-20")
    assert [n["contact"]["name"] for n in netlog("network", "--json").json["nodes"]] == [
        "Ann Lee",
        "Bo Lind",
    ]
    assert netlog("network").out.endswith("You introduced Ann Lee and Bo Lind on 20 Nov (f1)\n")
    picture = netlog("network", "--format", "svg").out
    root = ElementTree.fromstring(picture)
    assert 'class="together"' in picture
    assert "You introduced Ann Lee (c1) and Bo Lind (c2) on 2026-11-20" in (
        root.findtext("{http://www.w3.org/2000/svg}desc") or ""
    )
    assert "Dotted line: you introduced them to each other." in picture
    page = netlog("network", "--format", "html").out
    assert "<p>Dotted line: you introduced them to each other.</p>" in page
    said = "You introduced Ann Lee (c1) and Bo Lind (c2) on 2026-11-20"
    assert f'<li data-for="c1" data-other="c2">{said}</li>' in page


def test_the_network_of_one_has_whom_you_brought_them_together_with(book) -> None:
    book("introduce", "bo", "priscilla")
    found = book("network", "bo", "--json").json
    assert [(n["contact"]["ref"], n["depth"]) for n in found["nodes"]] == [("c4", 0), ("c3", 0)]
    assert book("network", "bo", "--format", "mermaid").out == (
        'flowchart LR\n  c4["Bo Lind"]\n  c3["Priscilla Vane"]\n  c3 -.- c4\n'
    )
    legends = ElementTree.fromstring(book("network", "--format", "svg").out)
    assert [e.text for e in legends.iter() if e.get("class") == "legend"] == [
        "Dotted line: you introduced them to each other."
    ]


def test_a_page_is_searched_by_nicknames_and_organizations_too(book) -> None:
    book("edit", "gus", "--nickname", "Gussie", "--org", "Çelik Mill")
    page = book("network", "--format", "html").out
    assert 'data-name="gus gruen gussie çelik mill gus gruen gussie celik mill"' in page
    assert "Gus Gruen (c1); called Gussie; Çelik Mill;" in page


@pytest.mark.parametrize("width", [60, 80, 99])
def test_everybody_is_one_line_and_what_matters_most_stays(book, monkeypatch, width) -> None:
    book("add", "Bartholomew Featherstonehaugh-Cholmondeley X")
    book("log", "priscilla", "coffee", "2026-11-01")
    book("lead", "add", "The Harbor Trust of Rotterdam", "--via", "priscilla")
    book("add", "Max Led", "--via", "priscilla")
    monkeypatch.setenv("COLUMNS", str(width))
    lines = book("network").out.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["c1", "c2", "c3", "c6"]
    assert lines[4] == ""
    assert max(map(len, lines)) <= width
    assert re.search(r"no thanks(:| to) Judge", lines[2])
    assert "The Harbor" in lines[2]
    book("edit", "max", "--via", "")
    book("edit", "c5", "--via", "priscilla")
    lines = book("network").out.splitlines()
    assert "Bartholomew Featherstonehaugh-Cholmondeley X" in lines[3]
    assert lines[4] == ""


@pytest.mark.parametrize("width", range(40, 130, 5))
def test_whoever_was_thanked_or_not_is_named_at_every_width(
    book, seeded, monkeypatch, width
) -> None:
    def fill() -> None:
        book("thank", "gus")
        book("favor", "receive", "priscilla", "introduced me to Bo")
        book("edit", "bo", "--via", "priscilla")
        book("lead", "add", "The Harbor Trust of Rotterdam", "--via", "whitaker", "--via", "bo")

    seeded(fill)
    monkeypatch.setenv("COLUMNS", str(width))
    said = " ".join(book("network").out.split())
    assert re.search(r"Gus Gruen was thanked|thanked Gus", said)
    assert re.search(r"no thanks(:| to) Judge", said)
    assert re.search(r"Priscilla Vane not yet thanked|to thank: Priscilla", said)


LONG = "Maximiliane von und zu Hohenzollern-Sigmaringen-Bergfelde the Third"
WIDE = "松下電器産業株式会社の田中太郎さんと山田花子さんの共同事業所の代表取締役社長"


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_a_name_that_is_too_long_is_cut_in_its_place(netlog, monkeypatch, width) -> None:
    netlog("add", LONG)
    netlog("add", WIDE, "--via", "c1")
    netlog("add", "Bo Lind", "--via", "c2")
    monkeypatch.setenv("COLUMNS", str(width))
    drawn = netlog("network").out.splitlines()
    refs = [line for line in drawn if line.startswith("c")]
    assert [line.split()[0] for line in refs] == ["c1", "c2", "c3"]
    assert all(width_of(line) <= width for line in drawn)
    assert [line[:9] for line in refs] == ["c1  Maxim", "c2  └─ 松下", "c3     └─"]
    assert "…" in refs[0]
    assert "…" in refs[1]
    if width >= 60:
        assert len(refs) == len([line for line in drawn if line and not line.startswith("+")])
        assert re.search(r"no thanks(:| to) Maxi", refs[1])


def test_an_introduction_that_says_nothing_new_is_refused(book) -> None:
    book("introduce", "bo", "gus", "--", "both sail")
    assert book("introduce", "gus", "bo").status == 5
    assert book("introduce", "gus", "bo", "--", "both sing").status == 0
    assert book("introduce", "gus", "bo", "--on", "2026-11-01").status == 0


def test_what_a_merge_made_the_same_introduction_is_told_once(netlog) -> None:
    for name in ("Gus Hale", "Ada Gus", "Quin"):
        netlog("add", name)
    netlog("introduce", "c1", "c3")
    netlog("introduce", "c2", "c3")
    assert netlog("network").out.count("You introduced") == 2
    netlog("merge", "c1", "c2", "--yes")
    told = netlog("network").out
    assert told.count("You introduced") == 1
    assert "(f1, f3)" in told


def test_thanks_for_an_introduction_stay_when_the_way_breaks_after_it(book) -> None:
    book("lead", "add", "Mill", "--via", "whitaker", "--via", "priscilla")
    book("lead", "step", "l1.1", "done")
    book("thank", "whitaker")

    def thanked():
        nodes = book("network", "--json").json["nodes"]
        return next(one["thanked"] for one in nodes if one["contact"]["name"] == "Priscilla Vane")

    assert thanked() is True
    book("lead", "step", "l1.2", "broken")
    assert thanked() is True


@pytest.mark.of_file("there is none")
def test_without_a_book_nothing_is_drawn(netlog, tmp_path) -> None:
    refused = netlog("network", "-o", str(tmp_path / "n.html"))
    assert refused.status == 3
    assert "There is no book at " in refused.err
    assert not (tmp_path / "n.html").exists()
