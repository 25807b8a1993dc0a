"""What counts as the same text: case, accents, letters that Unicode does not take apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.folding import fold, name_key, searchable, ways, words

# Random text seldom holds a letter that is hard to fold; random rows of such letters do.
UNSEEN = "\u200b\u200c\u00ad\u3164\ufe0f"
HARD = UNSEEN + "łŁßẞıİiIøØđðħæœþŧŋſﬁςΣµÅé\u0301\u0308\u0307\u0345\u0323ΐᾳ가각李ガだ'’-. \n"
texts = st.text(max_size=20) | st.text(alphabet=HARD, max_size=12)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Grace HOPPER", "grace hopper"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Søren", "soren"),
        ("Kılıç", "kilic"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("Zoë", "zoe"),
        ("Đorđe", "dorde"),
        ("Æsa Cœur Þór", "aesa coeur thor"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("Σίσυφος", "σισυφοσ"),
        ("Ｇｒａｃｅ ﬁona", "grace fiona"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("Влади́мир", "владимир"),
        ("李小龙", "李小龙"),
        ("A\u200bn\u2060n\ufeff", "ann"),
        ("Zo\u00adra M\u200cax\u200e", "zora max"),
        ("葛\U000e0100城", "葛城"),
        ("علی\u200cرضا", "علی\u200cرضا"),
    ],
)
def test_case_accents_and_foreign_letters_fold_to_plain_ones(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed)


@given(texts)
def test_capitals_fold_like_small_letters(text: str) -> None:
    assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grace Hopper", ["grace", "hopper"]),
        ("  Grace\t Hopper ", ["grace", "hopper"]),
        ("O'Brien-Smith", ["obrien", "smith"]),
        ("Hopper, Grace B.", ["hopper", "grace", "b"]),
        ("Maria (co-op)", ["maria", "co", "op"]),
        ("R2 D2", ["r2", "d2"]),
        ("李小龙", ["李", "小", "龙"]),
        ("김민수", ["김", "민", "수"]),
        ("さくら Tanaka", ["さ", "く", "ら", "tanaka"]),
        ("สมชาย", ["ส", "ม", "ช", "า", "ย"]),
    ],
)
def test_a_name_is_split_where_its_script_parts_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_decomposed_hangul_is_split_by_syllable_too() -> None:
    assert words(unicodedata.normalize("NFD", "김민수")) == ["김", "민", "수"]


@pytest.mark.parametrize("name", ["🦊", "–", "👨‍👩‍👧", "#!"])
def test_a_name_without_a_letter_is_one_word_as_it_stands(name: str) -> None:
    assert words(name) == [name]


@given(texts)
def test_no_word_holds_white_space(text: str) -> None:
    assert not any(char.isspace() for word in words(text) for char in word)


def test_the_key_frames_each_name_by_newlines_and_each_word_by_a_space() -> None:
    assert name_key("Grace Hopper", "Amazing Grace") == "\n grace hopper\n amazing grace\n"


def test_without_a_nickname_the_key_is_one_line() -> None:
    assert name_key("Łukasz Żółć", None) == "\n lukasz zolc\n"


@given(texts.filter(bool), st.none() | texts.filter(bool))
def test_whatever_the_names_the_key_has_a_framed_line_for_each(
    name: str, nickname: str | None
) -> None:
    first, *lines, last = name_key(name, nickname).split("\n")
    assert (first, last) == ("", "")
    framed = [line.split() for line in lines]
    assert all(
        [word for word in words(text) if word] in framed for text in (name, nickname) if text
    )
    assert framed[0] == [word for word in words(name) if word]
    assert all(line.startswith(" ") for line in lines if line)


def test_a_name_with_umlauts_has_a_line_with_them_spelled_out() -> None:
    assert name_key("Jörg Müller", "Jö", ["Åse"]) == (
        "\n jorg muller\n joerg mueller\n jo\n joe\n ase\n aase\n"
    )


def test_each_umlaut_of_a_word_goes_by_itself_up_to_the_third() -> None:
    assert ways("Jon Ågård") == [
        ["jon", "agard"],
        ["jon", "aagaard"],
        ["jon", "aagard"],
        ["jon", "agaard"],
    ]
    assert [one for (one,) in ways("ÄÖÜÅ")] == [
        *("aoua", "aeoeueaa", "aeoeua", "aeoueaa", "aeoua", "aoeueaa", "aoeua", "aoueaa")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("knows C++", "knows c cplusplus"),
        ("C# and F#", "c and f csharp fsharp"),
        ("c++17, .NET", "c 17 net cplusplus dotnet"),
        ("R&D, a+b, node.js, #tag, +49", "r d a b node js tag 49"),
        ("Herr Müller kam", "herr muller kam herr mueller kam"),
        (
            "isst Käsespätzle gern",
            "isst kasespatzle gern isst kaesespaetzle gern"
            " isst kaesespatzle gern isst kasespaetzle gern",
        ),
    ],
)
def test_what_is_searched_holds_what_signs_and_umlauts_make(text: str, found: str) -> None:
    assert searchable(text) == found
