"""Who is found by which words, what a typing mistake may stand for, and when nobody is chosen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.folding import name_key
from netlog.records.matching import Match, Named
from netlog.rules.matching import MOST_OFFERED, by_name, nearest

letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
plain_words = st.text(alphabet=letters, min_size=1, max_size=8)


def book(*names: str, **nicknamed: str) -> list[Named]:
    """People with those names; nicknamed holds a nickname by name."""
    both = [*((name, None) for name in names), *nicknamed.items()]
    return [
        Named(id_, name, None, name_key(name, nickname))
        for id_, (name, nickname) in enumerate(both, 1)
    ]


def found(match: Match) -> list[str]:
    return [candidate.name for candidate in match.candidates]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("grace", "Grace Hopper"),
        ("hopper", "Grace Hopper"),
        ("HOPPER grace", "Grace Hopper"),
        ("gr ho", "Grace Hopper"),
        ("lukasz", "Łukasz Żółć"),
        ("zolc", "Łukasz Żółć"),
        ("ŻÓŁĆ", "Łukasz Żółć"),
        ("zoe", "Zoë Quinn"),
        ("Zoë", "Zoe Quinn"),
        ("strasse", "Anna Straße"),
        ("straße", "Anna Strasse"),
        ("istanbul", "İstanbul Ayşe"),
        ("kilic", "Ali Kılıç"),
        ("soren", "Søren Kierkegaard"),
        ("obrien", "Pat O'Brien-Smith"),
        ("o'brien", "Pat O’Brien-Smith"),
        ("smith", "Pat O'Brien-Smith"),
        ("brien-smith pat", "Pat Brien-Smith"),
        ("小龙", "李小龙"),
        ("李", "李小龙"),
    ],
)
def test_words_of_the_name_find_it_in_any_order_case_and_spelling(typed: str, name: str) -> None:
    assert found(by_name(typed, book(name, "Somebody Else"))) == [name]


def test_composed_and_decomposed_names_find_each_other() -> None:
    composed, decomposed = (unicodedata.normalize(form, "Zoë Żak") for form in ("NFC", "NFD"))
    assert found(by_name(decomposed, book(composed))) == [composed]
    assert found(by_name(composed, book(decomposed))) == [decomposed]


def test_a_nickname_finds_like_a_name() -> None:
    assert found(by_name("amazing", book(**{"Grace Hopper": "Amazing Grace"}))) == ["Grace Hopper"]


def test_the_middle_of_a_word_finds_nobody() -> None:
    assert by_name("race", book("Grace Hopper")).how == "nobody"


def test_a_typed_word_needs_a_word_of_its_own() -> None:
    assert found(by_name("ann ann", book("Ann Lee", "Ann Annis"))) == ["Ann Annis"]


def test_a_whole_name_comes_before_the_names_it_begins() -> None:
    match = by_name("grace", book("Grace Hopper", "Grace"))
    assert (match.how, found(match)) == ("exact", ["Grace"])


def test_a_whole_nickname_comes_before_the_names_it_begins() -> None:
    match = by_name("am", book("Amy Wong", **{"Amanda Ray": "Am"}))
    assert (match.how, found(match)) == ("exact", ["Amanda Ray"])


@pytest.mark.parametrize("name", ["Bob Jones", "Jones Bob", "Dr. Bob Jones", "Bob Jones Jr."])
def test_between_a_nickname_and_a_word_of_a_name_nobody_is_guessed(name: str) -> None:
    match = by_name("bob", book(name, **{"Robert Smith": "Bob"}))
    assert sorted(found(match)) == sorted([name, "Robert Smith"])


def test_a_whole_name_is_meant_before_a_longer_one_also_with_a_title() -> None:
    assert found(by_name("anna", book("Anna", "Anna Berg"))) == ["Anna"]
    assert found(by_name("jane smith", book("Jane Smith", "Dr. Jane Smith"))) == ["Jane Smith"]


@pytest.mark.parametrize(
    ("typed", "name", "longer"),
    [
        ("Lopez, Maria", "Maria Lopez", "Maria López-Garcia"),
        ("berg anna", "Anna Berg", "Anna Berger"),
        ("smith dr. jane", "Dr. Jane Smith", "Dr. Jane Smithson"),
        ("smith jane", "Dr. Jane Smith", "Jane Smithson"),
        ("mueller joerg", "Jörg Müller", "Jörg Müllermann"),
    ],
)
def test_a_whole_name_in_any_order_is_meant_before_a_longer_one(
    typed: str, name: str, longer: str
) -> None:
    match = by_name(typed, book(longer, name))
    assert (match.how, found(match)) == ("exact", [name])


def test_a_name_as_it_was_typed_is_meant_before_one_in_another_order() -> None:
    assert found(by_name("berg anna", book("Anna Berg", "Berg Anna"))) == ["Berg Anna"]
    assert found(by_name("anna berg", book("Anna Berg", "Berg Anna"))) == ["Anna Berg"]


@given(st.lists(plain_words, min_size=2, max_size=4), st.data())
def test_the_words_of_a_name_in_any_order_are_the_whole_name(
    name_words: list[str], data: st.DataObject
) -> None:
    name = " ".join(name_words)
    typed = " ".join(data.draw(st.permutations(name_words)))
    match = by_name(typed, book(name, f"{name}x", f"{name} Garcia"))
    assert (match.how, found(match)) == ("exact", [name])


def test_another_name_in_any_order_is_meant_before_a_longer_one() -> None:
    people = book("Maria Garcia-Lopez Diaz", **{"Maria Diaz": "Maria Garcia"})
    assert found(by_name("garcia maria", people[1:])) == ["Maria Diaz"]
    assert len(by_name("garcia maria", people).candidates) == 2


def half_archived(*archived: str, active: tuple[str, ...] = (), **nicknamed: str) -> list[Named]:
    """The archived by name, and by name and nickname; then those who are not."""
    first = [person._replace(archived=True) for person in book(*archived, **nicknamed)]
    return [*first, *(one._replace(id=one.id + len(first)) for one in book(*active))]


@pytest.mark.parametrize(
    ("typed", "archived", "active", "meant"),
    [
        ("sam roe", "Sam Roe", ("Sam Roeder",), ["Sam Roe"]),
        ("anna", "Anna", ("Anna Berg",), ["Anna"]),
        ("jane smith", "Jane Smith", ("Dr. Jane Smith",), ["Jane Smith"]),
        ("jane smith", "Dr. Jane Smith", ("Jane Smithson",), ["Dr. Jane Smith"]),
        ("joerg mueller", "Jörg Müller", ("Jörg Müllermann",), ["Jörg Müller"]),
        ("anna", "Anna", ("Anna", "Anna Berg"), ["Anna"]),
        ("anna", "Anna Lee", ("Anna Berg",), ["Anna Berg"]),
    ],
)
def test_a_whole_name_is_meant_before_a_longer_one_also_if_archived(
    typed: str, archived: str, active: tuple[str, ...], meant: list[str]
) -> None:
    assert found(by_name(typed, half_archived(archived, active=active))) == meant


def test_of_two_of_one_name_the_archived_is_meant_only_where_archived_are_sought() -> None:
    people = half_archived("Anna", active=("Anna",))
    assert [one.id for one in by_name("anna", people).candidates] == [2]
    assert [one.id for one in by_name("anna", people, archived=True).candidates] == [1]
    longer = half_archived("Anna Berg", active=("Anna",))
    assert found(by_name("anna", longer, archived=True)) == ["Anna Berg"]
    assert found(by_name("anna", half_archived(active=("Anna",)), archived=True)) == ["Anna"]


def test_between_an_archived_nickname_and_a_word_of_a_name_nobody_is_guessed() -> None:
    people = half_archived(active=("Bob Jones", "Bobby Hill"), **{"Robert Smith": "Bob"})
    assert found(by_name("bob", people)) == ["Robert Smith", "Bob Jones"]
    assert found(by_name("bob", people[:1] + people[2:])) == ["Robert Smith"]


def test_the_archived_do_not_stand_in_the_way_of_a_nickname() -> None:
    bob = Named(9, "Robert Smith", None, name_key("Robert Smith", "Bob"))
    assert found(by_name("bob", [*half_archived("Bob Jones"), bob])) == ["Robert Smith"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jane smith", "Dr. Jane Smith"),
        ("jane smith", "Jane Smith, PhD"),
        ("jane smith", "Prof. Dr. Jane Smith M.B.A."),
        ("dr jane smith", "Jane Smith"),
        ("Mrs. Smith", "Jane Smith"),
        ("jane smith ph.d.", "Jane Smith"),
        ("sammy davis", "Sammy Davis Jr."),
        ("Smith, Dr. Jane", "Jane Smith"),
        ("Smith, Prof. Dr. h. c. Jane, MBA", "Jane Smith"),
        ("Smith, Jane, Dr.", "Jane Smith"),
        ("Mr Jane Smith", "Smith, Mrs. Jane"),
        ("たろう", "山田 タロウ"),
        ("ヤマダ", "やまだ 太郎"),
        ("ﾀﾛｳ", "山田 たろう"),
    ],
)
def test_titles_and_suffixes_hide_nobody(typed: str, name: str) -> None:
    assert found(by_name(typed, book(name, "John Doe", "Sam David"))) == [name]


@pytest.mark.parametrize(
    "typed", ["my professor", "the MD", "a Dr.", "her phd", "the senior", "eine Frau Professor"]
)
def test_an_article_and_a_title_name_nobody(typed: str) -> None:
    people = book("Theo Brun", "Myra Lind", "Herbert Moss", "Ada Stone", "Einer Berg", "The Duc")
    assert by_name(typed, people).how == "nobody"
    assert nearest(typed, people).how == "nobody"


@pytest.mark.parametrize("typed", ["my Gus", "our gus hall", "the Hall", "unser Gus"])
def test_behind_an_article_somebody_is_near_and_never_taken(typed: str) -> None:
    near = nearest(typed, book("Gus Hall", "Zoe Park"))
    assert (near.how, found(near)) == ("nobody", ["Gus Hall"])
    assert found(nearest("my old boss", book("Gus Hall"))) == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(("the professor", "Professor The Tran"), ("Dr. My", "My Nguyen"), ("Das, Dr.", "Das")),
        *(("an md", "An MD"), ("Prof. Le", "Le Van"), ("her Dr. May", "Her May")),
    ],
)
def test_who_is_called_like_an_article_is_found(typed: str, name: str) -> None:
    assert found(by_name(typed, book(name, "Zoe Park"))) == [name]


def test_father_and_son_are_two() -> None:
    family = book("Bob Lee Jr.", "Bob Lee Sr.")
    assert found(by_name("bob lee senior", family)) == ["Bob Lee Sr."]
    assert found(by_name("Dr Bob Lee II", family)) == ["Bob Lee Jr."]
    assert sorted(found(by_name("bob lee", family))) == ["Bob Lee Jr.", "Bob Lee Sr."]
    assert found(by_name("bob lee sr", book("Bob Lee Jr."))) == []
    assert nearest("bob lee sr", book("Bob Lee Jr.")).how == "nobody"
    assert found(nearest("bob lee sr", book("Bob Lee Jr."))) == ["Bob Lee Jr."]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mueller", "Hans Müller"),
        ("Müller", "Hans Mueller"),
        ("muller", "Hans Müller"),
        ("joerg muell", "Jörg Müller"),
        ("Jörg Mueller", "Jörg Müller"),
        ("aase", "Åse Berg"),
        ("Åse", "Aase Berg"),
        ("soeren", "Søren Kier"),
        ("Mu\u0308ller", "Hans Mueller"),
        ("aagard", "Jon Ågård"),
        ("Ågård", "Jon Aagard"),
    ],
)
def test_umlauts_and_their_two_letters_find_each_other(typed: str, name: str) -> None:
    assert found(by_name(typed, book(name, "Somebody Else"))) == [name]


def test_a_name_with_its_umlauts_spelled_out_is_the_whole_name() -> None:
    assert found(by_name("joerg mueller", book("Jörg Müller", "Jörg Müllermann"))) == [
        "Jörg Müller"
    ]


def test_two_of_one_name_are_both_found() -> None:
    assert len(by_name("grace hopper", book("Grace Hopper", "Grace Hopper")).candidates) == 2


def test_everybody_whom_the_words_begin_is_found() -> None:
    people = book("Grace Hopper", "Grace Kelly", "Ada Lovelace")
    match = by_name("gra", people)
    assert (match.how, found(match)) == ("words", ["Grace Hopper", "Grace Kelly"])


@pytest.mark.parametrize("typed", ["'", "’", "`", "\u0301", "''"])
def test_text_without_a_word_in_it_finds_nobody(typed: str) -> None:
    assert by_name(typed, book("Grace Hopper")).candidates == ()


@given(st.lists(plain_words, min_size=1, max_size=3), st.data())
def test_anybody_is_found_by_beginnings_of_their_words_in_any_order(
    name_words: list[str], data: st.DataObject
) -> None:
    people = book(" ".join(name_words))
    beginnings = [word[: data.draw(st.integers(1, len(word)))] for word in name_words]
    typed = " ".join(data.draw(st.permutations(beginnings)))
    assert len(by_name(typed, people).candidates) == 1


@pytest.mark.parametrize("typed", ["grace hoper", "grase hopper", "christopherr", "cristopher"])
def test_one_wrong_letter_in_a_longer_name_is_taken(typed: str) -> None:
    match = nearest(typed, book("Grace Hopper", "Christopher Wren", "Ada Lovelace"))
    assert match.how == "near"
    assert len(match.candidates) == 1


@pytest.mark.parametrize("typed", ["grase", "marta", "hoppre"])
def test_one_wrong_letter_in_a_short_name_is_only_offered(typed: str) -> None:
    match = nearest(typed, book("Grace Hopper", "Maria Sol"))
    assert match.how == "nobody"
    assert len(match.candidates) == 1


@pytest.mark.parametrize("typed", ["xyz", "carol", "hopper xyz"])
def test_a_name_that_is_far_from_all_is_not_even_offered(typed: str) -> None:
    assert nearest(typed, book("Grace Hopper", "Ada Lovelace")) == Match("nobody", ())


def test_a_word_of_three_letters_more_is_another_one() -> None:
    assert nearest("Dr Strange", book("An Tran")) == Match("nobody", ())


def test_two_people_near_one_mistake_are_both_offered_the_nearest_first() -> None:
    match = nearest("catherina bell", book("Katharina Bell", "Catherine Bell"))
    assert (match.how, found(match)) == ("near", ["Catherine Bell", "Katharina Bell"])


def test_a_mistake_near_many_offers_a_handful() -> None:
    many = book(*(f"Marvin {letter}{letter}" for letter in "abcdefghijkl"))
    assert len(nearest("marvim", many).candidates) == MOST_OFFERED


def changed(word: str, at: int, by: str) -> str:
    return word[:at] + by + word[at + 1 :]


@given(
    st.text(alphabet=letters, min_size=5, max_size=12),
    st.lists(st.tuples(st.integers(0, 4), letters), min_size=2, max_size=4),
)
def test_of_two_people_one_letter_away_neither_is_ever_taken(
    typed: str, changes: list[tuple[int, str]]
) -> None:
    match = nearest(typed, book(*(changed(typed, at, by) for at, by in changes)))
    assert match.how == "near"
    assert len(match.candidates) >= 2


@given(st.text(max_size=10), st.lists(st.text(min_size=1, max_size=10), max_size=4))
def test_no_name_and_no_typing_crashes_the_search(typed: str, names: list[str]) -> None:
    people = book(*names)
    for match in (by_name(typed, people), nearest(typed, people)):
        assert {candidate.id for candidate in match.candidates} <= {p.id for p in people}
