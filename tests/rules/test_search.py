"""What is searched for, and which words of a found text are marked."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netlog.errors import UsageMistake
from netlog.folding import fold
from netlog.records.people import person
from netlog.records.search import Hit, Term
from netlog.rules.search import LONGEST, found, marks, terms

anything = st.text(max_size=40)


def hit(*texts: str) -> Hit:
    return Hit("contact", 1, (person(1, "Grace"),), None, "", texts, -1.0)


def marked(text: str, typed: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks(text, terms(typed))]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("hr", [Term(("hr",), True)]),
        ("HR  Director", [Term(("hr",), True), Term(("director",), True)]),
        ('"HR director"', [Term(("hr", "director"), False)]),
        ('acme "HR director', [Term(("acme",), True), Term(("hr", "director"), False)]),
        ("O'Brien-Smith", [Term(("obrien", "smith"), True)]),
        ("小龙", [Term(("小", "龙"), True)]),
        ("Łukasz lukasz", [Term(("lukasz",), True)]),
        ("c++", [Term(("cplusplus",), True)]),
        ("modern-C#", [Term(("csharp",), True), Term(("modern",), True)]),
        ("Müller", [Term(("muller",), True, (("mueller",),))]),
        (
            "Ågård",
            [Term(("agard",), True, (("aagaard",), ("aagard",), ("agaard",)))],
        ),
        ("hr * ) OR", [Term(("hr",), True), Term(("or",), True)]),
    ],
)
def test_words_are_beginnings_and_quotes_make_a_phrase(typed: str, wanted: list[Term]) -> None:
    assert list(terms(typed)) == wanted


@pytest.mark.parametrize("typed", ["", "  ", '"', '""', "* ( )", "-"])
def test_what_holds_no_word_is_refused(typed: str) -> None:
    with pytest.raises(UsageMistake, match="no word to search for"):
        terms(typed)


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        ("She knows the HR director", "dir hr", ["HR", "director"]),
        ("Straße und Strassen", "strasse", ["Straße", "Strassen"]),
        ("Łukasz Żółć", "lukasz zolc", ["Łukasz", "Żółć"]),
        ("Z\u0307o\u0301łc\u0301", "zolc", ["Z\u0307o\u0301łc\u0301"]),
        ("O'Brien-Smith", "obrien smith", ["O'Brien", "Smith"]),
        ("李小龙", "小龙", ["小", "龙"]),
        ("the director of HR", '"hr director"', []),
        ("director", '"direct"', []),
        ("C can C++", "c++", ["C++"]),
        ("Herr Müller, Mueller", "mueller", ["Müller", "Mueller"]),
        ("Herr Müller, Mueller", "müller", ["Müller", "Mueller"]),
        ("ผมชอบกินข้าว", "กิน", ["ก", "ิ", "น"]),
        ("compilers, compilers", "comp", ["compilers", "compilers"]),
        ("C# and F#", "c", ["C#"]),
        ("C++, C# and C all day", "c", ["C++", "C#", "C"]),
        (".NET and net", "net", ["NET", "net"]),
    ],
)
def test_matching_words_are_marked_where_they_stand(
    text: str, typed: str, words: list[str]
) -> None:
    assert marked(text, typed) == words


def test_the_text_with_most_matching_words_is_shown() -> None:
    shown = found(hit("Grace", "met at Acme", "HR director at Acme"), terms("hr acme"))
    assert shown.text == "HR director at Acme"


def test_of_several_lines_the_one_that_matches_is_shown() -> None:
    assert found(hit("first\nthe slides\nlast"), terms("slides")).text == "the slides"


def test_a_long_text_is_cut_around_the_match() -> None:
    shown = found(hit("a " * 200 + "needle" + " b" * 200), terms("needle"))
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert len(shown.text) <= LONGEST + 2
    (mark,) = shown.marks
    assert shown.text[mark.start : mark.end] == "needle"


# Words in which there are words, numbers in which there are numbers.
nested = st.lists(
    st.sampled_from(["C", "C#", "c++", "F#", ".NET", "net", "node.js", "js", "AT&T", "at"])
    | st.sampled_from(["a_b", "b", "100%", "00 49 170 12", "4917012", "小龙", "Mueller", "Müller"]),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(anything | nested, anything | nested)
def test_marks_lie_in_the_text_in_order_and_apart(text: str, typed: str) -> None:
    try:
        wanted = terms(typed)
    except UsageMistake:
        return
    shown = found(hit(f"{text} " * 5), wanted)
    ends = [0, *(end for mark in shown.marks for end in mark), len(shown.text)]
    assert ends == sorted(ends)
    assert all(mark.start < mark.end for mark in shown.marks)


@given(st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8))
def test_a_word_is_found_by_itself(word: str) -> None:
    assume(fold(word).isalnum())
    assert marked(f"before {word} after", word) != []
