"""netlog search: everything that is written of people, in one list."""

import io

import pytest

from netlog.store.tables.contacts import ContactRow

NAMES = ("Łukasz Żółć", "Hanna Straße", "Jürgen Klopp", "Ann O'Brien-Smith", "李小龙")


@pytest.fixture
def book(netlog, seeded):
    """Grace of the Navy, met and owed something; Ada, a friend in mathematics."""

    def fill() -> None:
        netlog(
            *("add", "Grace Hopper", "--org", "US Navy", "--met", "the reunion", "--tag", "navy"),
            *("--circle", "business", "--note", "Likes clocks that run backwards"),
            *("--email", "grace@navy.mil", "--met-on", "2026-01-05"),
        )
        netlog("add", "Ada Lovelace", "--circle", "peer", "--city", "London", "--nick", "Countess")
        netlog("log", "grace", "-m", "Compilers; knows the HR director", "--on", "2026-10-01")
        netlog(
            "log", "ada", "--place", "Babbage's house", "--on", "2026-11-01", "--owe", "the slides"
        )

    seeded(fill)
    return netlog


def refs(netlog, *argv: str) -> list[str]:
    return [found["ref"] for found in netlog("search", *argv, "--json").json]


def test_a_name_is_found_by_the_letters_that_are_seen_of_it(netlog) -> None:
    name = "A\u200bnn\u2060 Zo\u00adra\ufeff"
    assert netlog("add", name, "--nick", "Max\u200e").status == 0
    for typed in ("ann", "Ann Zora", "zora", "max", name):
        assert refs(netlog, typed) == ["c1"]
        assert netlog("show", typed, "--json").json["name"] == name
    assert netlog("add", "Ann Zora").status == 5


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz zolc", NAMES[0]),
        ("ŁUKASZ", NAMES[0]),
        ("strasse", NAMES[1]),
        ("jurgen", NAMES[2]),
        ("obrien smith", NAMES[3]),
        ("小龙", NAMES[4]),
    ],
)
def test_accents_and_case_do_not_matter(netlog, typed: str, name: str) -> None:
    for one in NAMES:
        netlog("add", one)
    (found,) = netlog("search", typed, "--json").json
    assert found["contacts"][0]["name"] == name


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hopper", "c1"),
        ("us navy", "c1"),
        ("reunion", "c1"),
        ("clocks", "c1"),
        ("grace@navy", "c1"),
        ("countess", "c2"),
        ("london", "c2"),
        ("compil", "m1"),
        ("babbage", "m2"),
        ("slides", "f1"),
        ('"hr director"', "m1"),
    ],
)
def test_all_that_is_written_is_searched(book, typed: str, found: str) -> None:
    assert refs(book, typed) == [found]


def test_umlauts_and_their_letters_find_each_other_wherever_they_stand(book) -> None:
    book("add", "Jon Ågård", "--org", "Møllerhøj", "--city", "Größlwörth", "--note", "Käsespätzle")
    book("log", "jon", "-m", "Bäckerei Kjærsgård")
    for typed in ("aagard", "agaard", "ågaar", "mollerhoej", "Möllerhöj", "groesslworth"):
        assert refs(book, typed) == ["c3"]
    assert refs(book, "kaesespatzle") == ["c3"]
    assert refs(book, '"baeckerei kjaersgaard"') == ["m3"]
    assert book("who", "aagard").out == "c3\n"
    assert book("search", "aagard").out == "People\nc3  Jon Ågård  Møllerhøj\n"


def test_all_words_must_be_there(book) -> None:
    assert refs(book, "compilers slides") == []
    assert refs(book, "compilers", "director") == ["m1"]


def test_a_name_comes_before_a_mention(book) -> None:
    book("log", "ada", "-m", "Hopper, hopper, hopper", "--kind", "note")
    book("add", "Carol Danvers", "--note", "Grace Hopper's friend")
    assert refs(book, "hopper")[0] == "c1"


def test_it_says_what_was_found_and_where(book) -> None:
    assert book("search", "director", "--json").json == [
        {
            "kind": "meeting",
            "id": 1,
            "ref": "m1",
            "contacts": [{"id": 1, "ref": "c1", "name": "Grace Hopper"}],
            "on": "2026-10-01",
            "about": "meeting",
            "text": "Compilers; knows the HR director",
            "marks": [{"start": 24, "end": 32}],
        }
    ]
    assert book("search", "director").out == (
        "Meetings\nm1  Grace Hopper  1 Oct  meeting  Compilers; knows the HR director\n"
    )


def test_on_a_terminal_matching_words_stand_out_by_more_than_colour(book, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "knows the HR \x1b[1;4mdirector\x1b[0m" in book("search", "director").out


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("", ["c3", "m3", "f2"]),
        ("--in meetings", ["m3"]),
        ("--in favors --in contacts", ["c3", "f2"]),
        ("--circle business", ["c3", "m3"]),
        ("--circle peer", ["f2"]),
        ("--tag navy", ["m3"]),
        ("--since 2026-09-01", ["m3", "f2"]),
        ("--until 2026-09-01", ["c3"]),
        ("--since 2026-10-02 --until today", ["f2"]),
    ],
)
def test_it_can_be_narrowed_down(book, options: str, found: list[str]) -> None:
    book("add", "Mary", "--note", "tea", "--met-on", "2026-01-05", "--circle", "business")
    book("log", "grace", "-m", "tea", "--on", "2026-10-01", "--kind", "note")
    book("favor", "give", "ada", "tea", "--on", "2026-11-02")
    assert sorted(refs(book, "tea", *options.split())) == sorted(found)


def test_archived_people_are_left_out_until_asked_for(book, recording) -> None:
    with recording() as opened:
        opened.session.get(ContactRow, 1).archived_at = "2026-11-01T12:00:00Z"
    assert refs(book, "compilers") == refs(book, "hopper") == []
    assert refs(book, "hopper", "--archived") == ["c1"]


@pytest.mark.of_file("how SQLite ranks")
def test_more_than_is_shown_is_said(book) -> None:
    book("add", "Grace Kelly")
    shown = book("search", "grace", "--limit", "1")
    assert shown.out == "People\nc3  Grace Kelly\n"
    assert "There are more" in shown.err


def test_a_person_reads_groups_the_best_of_each_first(book) -> None:
    book("log", "grace", "ada", "-m", "A" + " long" * 30 + " talk of slides", "--on", "2026-11-02")
    book("add", "Sli Stone")
    assert book("search", "sli").out.splitlines() == [
        "People",
        "c3  Sli Stone",
        "Meetings",
        "m3  Grace Hopper +1  2 Nov  meeting   …g long long long long long long talk of slides",
        "Favors",
        "f1  Ada Lovelace     1 Nov  for them  the slides",
    ]


@pytest.mark.parametrize("width", [60, 80, 100])
def test_on_a_terminal_each_is_one_line_cut_around_the_matching_word(
    book, monkeypatch, width
) -> None:
    book("log", "grace", "-m", "We spoke for long of this and that and zeppelins", "--kind", "call")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    heading, line = book("search", "zeppelin").out.splitlines()
    assert "Meetings" in heading
    assert "\x1b[1;4mzeppelins\x1b[0m" in line


def test_what_was_found_can_be_piped_back(book, monkeypatch) -> None:
    found = book("search", "us navy").out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(found.encode())))
    assert book("tag", "-", "sailor").out == "Grace Hopper has #sailor now.\n"


def test_nothing_found_is_said_and_is_an_empty_array(book) -> None:
    assert book("search", "zeppelin").err == "Nothing matches.\n"
    assert book("search", "zeppelin", "--json").json == []


@pytest.mark.parametrize(
    "typed", ["AND", "NOT x", "a*b", 'a"b', "name_key:x", "^a", "(", "a-b c:d"]
)
def test_nothing_that_is_typed_is_an_operator(book, typed: str) -> None:
    assert book("search", typed).status in (0, 2)
    assert book("search", typed).err.count("SQLITE") == 0


def test_what_is_changed_is_found_by_its_new_words_only(book) -> None:
    book("favor", "edit", "f1", "--text", "the book")
    assert refs(book, "slides") == []
    assert refs(book, "book") == ["f1"]


@pytest.mark.parametrize(
    "options",
    [
        "--in notes",
        "--limit 0",
        "--since soon",
        "--since 2026-02-01 --until 2026-01-01",
    ],
)
def test_what_cannot_be_read_is_refused(book, options: str) -> None:
    assert book("search", "x", *options.split()).status == 2


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param(
            *("maryjane", ["Maryjane Smith", "Mary Jane Watson"]),
            marks=pytest.mark.of_file("how SQLite ranks"),
        ),
        ("mary jane", ["Mary Jane Watson", "Maryjane Smith"]),
        ("MaryJaneWat", ["Mary Jane Watson"]),
        ("emjay", ["Mary Jane Watson"]),
        ("vanderberg", ["Pieter van der Berg"]),
        ("together", []),
        ("79460000", ["Mary Jane Watson"]),
        ("+442079460000", ["Mary Jane Watson"]),
        ("020 7946-0000", ["Mary Jane Watson"]),
        ("+49 30 1234567", ["Pieter van der Berg"]),
        ("30123", ["Pieter van der Berg"]),
        ("12345670", []),
    ],
)
def test_names_and_numbers_are_found_however_they_are_spaced(
    netlog, seeded, typed: str, found
) -> None:
    def fill() -> None:
        netlog("add", "Mary Jane Watson", "--phone", "+44 20 7946 0000", "--nick", "Em Jay")
        netlog("add", "Maryjane Smith")
        note = "hard to get her in"
        netlog("add", "Pieter van der Berg", "--phone", "030/1234-567", "--note", note)

    seeded(fill)
    hits = netlog("search", typed, "--json").json
    assert [hit["contacts"][0]["name"] for hit in hits] == found


@pytest.mark.parametrize(
    ("typed", "marked"),
    [("emjay", "Em Jay"), ("79460000", "7946 0000"), ("02079460000", "20 7946 0000")],
)
def test_what_was_typed_without_spaces_is_marked_with_them(netlog, typed: str, marked) -> None:
    netlog("add", "Mary Jane Watson", "--phone", "+44 20 7946 0000", "--nick", "Em Jay")
    (hit,) = netlog("search", typed, "--json").json
    start, end = hit["marks"][0]["start"], hit["marks"][-1]["end"]
    assert hit["text"][start:end] == marked


def test_a_plan_that_was_dropped_is_not_called_planned(netlog) -> None:
    netlog("add", "Al Bee")
    netlog("plan", "al", "lunch", "tomorrow", "--", "catch up")
    assert "planned lunch  catch up" in netlog("search", "catch").out
    netlog("drop", "p1")
    assert "planned lunch, dropped  catch up" in netlog("search", "catch").out


@pytest.mark.parametrize("width", [60, 80, 120])
def test_for_whom_a_favor_is_stands_at_every_width(netlog, monkeypatch, width: int) -> None:
    netlog("add", "Carol Whitfield")
    netlog("favor", "promise", "carol", f"the slides {'of the long talk ' * 5}")
    netlog("favor", "ask", "carol", "slides of hers")
    netlog("log", "carol", "coffee", "-m", "slides again")
    monkeypatch.setenv("COLUMNS", str(width))
    shown = netlog("search", "slides").out
    assert "for them" in shown
    assert "for you" in shown
    assert ("coffee" in shown) == (width >= 80)
    assert max(map(len, shown.splitlines())) <= width


def test_the_label_of_a_method_is_searched_unless_half_of_a_book_has_it(netlog, tmp_path) -> None:
    netlog("add", "Grace Hopper", "--phone", "boathouse=+47 22 33 44 55", "--email", "work=g@x.org")
    netlog("org", "add", "Acme", "--phone", "switchboard=+47 99 88 77 66")
    assert (refs(netlog, "boathouse"), refs(netlog, "switchboard")) == (["c1"], ["o1"])
    assert refs(netlog, "work") == []
    card = "item1.EMAIL:ada@x.org\nitem1.X-ABLabel:Analytical engine\nTEL;TYPE=HOME:+4799001122"
    path = tmp_path / "a.vcf"
    path.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n{card}\nEND:VCARD\n")
    netlog("import", str(path))
    assert refs(netlog, "analytical") == ["c2"]
    assert "Analytical engine" in netlog("search", "analytical").out


def test_somebody_is_found_by_what_a_day_of_theirs_is_called(netlog) -> None:
    netlog("add", "Grace Hopper", "--add-date", "Golf Day=2011-07-02")
    netlog("add", "Ada Lovelace", "--add-date", "golf day=2012-07-02")
    netlog("add", "Gus Golf")

    def found(*words: str) -> list[str]:
        return [one["contacts"][0]["name"] for one in netlog("search", *words, "--json").json]

    assert sorted(found("golf")) == ["Ada Lovelace", "Grace Hopper", "Gus Golf"]
    assert found("golf", "grace") == found("golf day", "hopper") == ["Grace Hopper"]
    assert found("olf") == []
    assert "Golf Day" in netlog("search", "golf day").out


@pytest.mark.parametrize("width", ["", "80", "120"])
@pytest.mark.parametrize("typed", ["c", "f", "c++", "c#", "c c#", "net", "node", "at"])
def test_words_stand_as_they_are_whatever_is_marked(netlog, monkeypatch, typed, width) -> None:
    note = "C++, C# and F#, .NET, node.js at AT&T, c"
    netlog("add", "Sharp Sam", "--note", note)
    monkeypatch.setenv("COLUMNS", width)
    assert netlog("search", typed).out == f"People\nc1  Sharp Sam  {note}\n"


@pytest.mark.parametrize("typed", ["タロウ", "たろう", "ﾀﾛｳ"])
def test_either_kana_finds_the_other(netlog, typed: str) -> None:
    netlog("add", "山田 タロウ", "--note", "すしが好き")
    netlog("add", "Taro", "--note", "たろう と スシ")
    assert {one["ref"] for one in netlog("search", typed, "--json").json} == {"c1", "c2"}
    assert {one["ref"] for one in netlog("search", "スシ", "--json").json} == {"c1", "c2"}
