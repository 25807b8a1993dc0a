"""Somebody named as mail programs, links and netlog's own lines name them."""

from pathlib import Path

import pytest


@pytest.fixture
def book(netlog, seeded):
    def fill() -> None:
        netlog("add", "Bob", "--email", "bob@x.org", "--phone", "+49 30 1234567")
        netlog("add", "Grace Hopper", "--org", "US Navy", "--handle", "x=@grace")
        netlog("add", "Dr. Hans Müller", "--email", "hm@x.org")

    seeded(fill)
    return netlog


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Bob <bob@x.org>", "Bob"),
        ('"Bob" <BOB@X.ORG>', "Bob"),
        ("<bob@x.org>", "Bob"),
        ("Robert Jones <bob@x.org>", "Bob"),
        ("bob@x.org (Bob)", "Bob"),
        ("mailto:bob@x.org", "Bob"),
        ("mailto:bob@x.org?subject=Hi", "Bob"),
        ("MAILTO:bob%40x.org", "Bob"),
        ("tel:+49-30-1234567", "Bob"),
        ("tel:+49301234567;ext=5", "Bob"),
        ("sms:+49301234567", "Bob"),
        ("c2  Grace Hopper  US Navy  –", "Grace Hopper"),
        ("c2\tGrace Hopper", "Grace Hopper"),
        ("Grace Hopper (c2)", "Grace Hopper"),
        ("Hans Mueller", "Dr. Hans Müller"),
        ("Herr Müller", "Dr. Hans Müller"),
        ("Hans Müller, Ph.D.", "Dr. Hans Müller"),
    ],
)
def test_somebody_is_found_as_they_are_written_elsewhere(book, typed: str, name: str) -> None:
    assert book("show", typed, "--json").json["name"] == name


def test_a_line_whose_ref_is_somebody_elses_now_finds_nobody(book) -> None:
    assert book("show", "c1  Grace Kelly  Monaco").status == 3


def test_an_unknown_address_with_a_known_name_is_taken_and_said(book) -> None:
    found = book("show", "Grace Hopper <grace@new.org>")
    assert found.status == 0
    assert "Taking" in found.err
    assert "Grace Hopper (c2)" in found.err


def test_a_couple_who_share_an_address_are_told_apart_by_the_name(book) -> None:
    book("add", "Carla", "--email", "bob@x.org", "--force")
    assert book("show", "Carla <bob@x.org>", "--json").json["name"] == "Carla"
    assert book("show", "<bob@x.org>").status == 4


@pytest.mark.parametrize(
    "typed", ["Grace Hopper <bob@x.org>", "Amazing <bob@x.org>", "grace hopper, mailto:bob@x.org"]
)
def test_a_whole_name_beside_anothers_address_is_asked_about(book, typed: str) -> None:
    book("edit", "grace", "--nick", "Amazing")
    refused = book("log", typed, "call", "--json")
    assert refused.status == 4
    assert [one["ref"] for one in refused.error["candidates"]] == ["c2", "c1"]
    assert book("show", "Gracie <bob@x.org>", "--json").json["name"] == "Bob"


@pytest.mark.parametrize("typed", ["mailto:bob@x.org", "<bob@x.org>", "tel:+49-30-1234567"])
def test_log_takes_an_address_that_stands_alone(book, typed: str) -> None:
    logged = book("log", "grace", typed, "call", "--json").json
    assert [one["name"] for one in logged["contacts"]] == ["Grace Hopper", "Bob"]
    assert book("log", f"+{typed}", "call").status == 5


@pytest.mark.parametrize("typed", ["mailto:zed@x.org", "<zed@x.org>", "tel:+49-30-7654321"])
def test_who_is_added_by_log_needs_a_name_beside_the_address(book, typed: str) -> None:
    refused = book("log", typed, "call")
    assert (refused.status, 'To add them: +"NAME <' in refused.err) == (3, True)
    assert book("log", f"+{typed}", "call").status == 2
    assert book("log", typed, "call", "--create").status == 2


@pytest.mark.parametrize(
    "name", ["Hans Mueller", "Müller, Hans", "Prof. Hans Müller", "Hans Muller"]
)
def test_add_warns_of_a_namesake_whatever_the_title_and_the_umlauts(book, name: str) -> None:
    assert book("add", name).status == 5


def test_a_nickname_with_the_surname_is_a_name(book) -> None:
    book("add", "Carol Ann Denham", "--nickname", "Caz")
    assert book("add", "Caz Denham").status == 5
    assert book("add", "Caz Hill").status == 0
    book("add", "Caz Denham", "--force")
    (pair,) = book("duplicates", "--json").json
    assert {pair["a"]["name"], pair["b"]["name"]} == {"Carol Ann Denham", "Caz Denham"}


def test_add_warns_of_somebody_who_is_spoken_so(book, tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Петров;Иван;;;\nFN:Иван Петров\n"
    spoken = "X-PHONETIC-FIRST-NAME:Ivan\nX-PHONETIC-LAST-NAME:Petrov\nEND:VCARD\n"
    (tmp_path / "ivan.vcf").write_text(f"{card}{spoken}", "utf-8")
    book("import", str(tmp_path / "ivan.vcf"))
    refused = book("add", "Ivan Petrov")
    assert (refused.status, "Иван Петров (c4)" in refused.err) == (5, True)
    assert book("add", "Ivan Petrow Smith").status == 0


def test_add_takes_the_son_beside_the_father(book) -> None:
    book("add", "Ted Lee, Sr.")
    assert book("add", "Ted Lee Jr").status == 0
    assert book("add", "Dr. Ted Lee").status == 5
    assert book("duplicates", "--json").json == []


def test_duplicates_sees_namesakes_through_titles_and_umlauts(book) -> None:
    book("add", "Hans Mueller PhD", "--force")
    (pair,) = book("duplicates", "--json").json
    assert [reason["code"] for reason in pair["reasons"]] == ["same_name"]


def test_signs_make_another_word_in_search(book) -> None:
    book("add", "Cpp Carl", "--note", "knows C++ and C#")
    book("add", "Cook Cora", "--note", "can cook")
    for typed in ("c++", "C#", '"c++"'):
        assert [one["contacts"][0]["name"] for one in book("search", typed, "--json").json] == [
            "Cpp Carl"
        ]
    assert len(book("search", "c", "--json").json) == 2


@pytest.mark.parametrize(("noted", "typed"), [("ผมชอบกินข้าว", "กิน"), ("ខ្ញុំចូលចិត្ត", "ចិត្ត")])
def test_a_script_without_spaces_is_found_within_a_sentence(book, noted: str, typed: str) -> None:
    book("edit", "grace", "--note", noted)
    assert len(book("search", typed, "--json").json) == 1


@pytest.mark.parametrize("typed", ["strasse", "Straße", "koeln", "Köln", '"aus koeln"'])
def test_umlauts_find_each_other_in_search_as_in_names(book, typed: str) -> None:
    book("edit", "grace", "--note", "wohnt Straße 1, kam aus Köln")
    assert len(book("search", typed, "--json").json) == 1


@pytest.mark.parametrize(
    ("renamed_on", "former"),
    [("2026-11-24", []), ("2028-11-23", ["Eva Meier"])],
    ids=["a day later", "two years later"],
)
def test_a_near_name_corrects_one_that_was_just_given(
    book, monkeypatch: pytest.MonkeyPatch, renamed_on: str, former: list[str]
) -> None:
    book("add", "Eva Meier")
    monkeypatch.setenv("NETLOG_TODAY", renamed_on)
    said = book("edit", "eva", "--name", "Eva Meyer").out
    assert book("show", "eva", "--json").json["former_names"] == former
    kept = 'netlog edit c3 --add-former "Eva Meier"'
    assert (kept in said) is not former
    assert book("edit", "eva", "--name", "Eva Mayer").status == 0
    assert book("show", "eva", "--json").json["former_names"] == former
    book("edit", "eva", "--name", "Eva Mayer Lopez")
    assert book("show", "eva", "--json").json["former_names"] == [*former, "Eva Mayer"]


def test_whoever_may_be_meant_by_a_nickname_is_named_beside_its_bearer(book) -> None:
    book("add", "Robert Smith", "--nick", "Theo")
    book("add", "Theo Jones")
    failed = book("log", "+theo", "coffee")
    assert (failed.status, failed.err) == (
        5,
        "netlog: Robert Smith (c4) and Theo Jones (c5) may be the same person."
        ' Say which by ref, or netlog add "theo" --force adds another.\n',
    )
    assert book("log", "theo", "coffee").status == 4


@pytest.fixture
def berg(netlog, seeded):
    def fill() -> None:
        for name in ("Anna", "Anna Berg", "Bob Stone", "Bob Jones", "Carl Denham"):
            netlog("add", name, "--force")

    seeded(fill)
    return netlog


@pytest.mark.parametrize(
    "typed",
    [
        "log anna berg call",
        "plan berg anna friday",
        "thank anna berg",
        "tag anna berg +x",
        "brief anna berg",
    ],
)
def test_words_that_may_be_one_name_or_two_people_are_never_guessed(berg, typed: str) -> None:
    asked = berg(*typed.split(), "--json")
    assert asked.status == 4
    assert {one["ref"] for one in asked.error["candidates"]} == {"c1", "c2"}
    assert "could be Anna Berg (c2) alone, or Anna" in asked.error["message"]


def test_words_that_can_be_read_one_way_alone_are_taken(berg, piped) -> None:
    def there(*typed: str) -> list[str]:
        return [one["name"] for one in berg("log", *typed, "call", "--json").json["contacts"]]

    assert there("anna berg") == ["Anna Berg"]
    assert there("carl", "denham") == ["Carl Denham"]
    assert there("anna", "c2", "stone") == ["Anna", "Anna Berg", "Bob Stone"]
    assert "two people" in berg("log", "bob", "jones").err
    piped("anna\nberg\n")
    assert there("-") == ["Anna", "Anna Berg"]


@pytest.mark.parametrize(("answer", "there"), [("1", "Anna Berg"), ("2", "Anna and Anna Berg")])
def test_which_way_words_are_read_is_asked_on_a_terminal(
    berg, terminal, answer: str, there: str
) -> None:
    child = terminal("log", "anna", "berg", "call", "-m", "x")
    child.expect('Who is "anna berg"')
    child.sendline(answer)
    child.expect(f"Logged call with {there} on")


@pytest.mark.parametrize("typed", ["やまだ たろう", "たろう やまだ", "ヤマダ タロウ"])
def test_add_warns_of_somebody_who_is_spoken_so_in_kana(book, tmp_path: Path, typed: str) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nN:山田;太郎;;;\nFN:山田 太郎\n"
    spoken = "X-PHONETIC-FIRST-NAME:たろう\nX-PHONETIC-LAST-NAME:やまだ\nEND:VCARD\n"
    (tmp_path / "taro.vcf").write_text(f"{card}{spoken}", "utf-8")
    book("import", str(tmp_path / "taro.vcf"))
    assert book("add", "やまだ はなこ").status == 0
    refused = book("add", typed)
    assert (refused.status, "山田 太郎 (c4)" in refused.err) == (5, True)
