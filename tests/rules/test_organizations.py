"""Which names mean one company, whatever its legal form."""

import pytest

from netlog.records.organizations import CompanyNames
from netlog.records.orgs import Organization
from netlog.rules.organizations import are_one, begun, by_company, key, meant, own_aliases
from netlog.rules.orgs import gathered


@pytest.mark.parametrize(
    "name",
    [
        *("Acme", "ACME", "Acme Corp", "Acme Corp.", "Acme Corporation", "Acme, Inc.", "Acme Ltd"),
        *("Acme Limited", "Acme LLC", "Acme L.L.C.", "Acme GmbH", "Acme AG", "Acme GmbH & Co. KG"),
        *("Acme S.A.", "Acme SA", "Acme SAS", "Acme S.r.l.", "Acme S.p.A.", "Acme B.V.", "Acme NV"),
        *(
            "Acme Oy",
            "Acme AB",
            "Acme A/S",
            "Acme ApS",
            "Acme Sp. z o.o.",
            "Acme s.r.o.",
            "Acme Kft.",
        ),
        *(
            "Acme d.o.o.",
            "Acme Pty Ltd",
            "Acme Pte. Ltd.",
            "Acme Pvt Ltd",
            "Acme Sdn Bhd",
            "Acme plc",
        ),
        *(
            "Acme Ltda.",
            "Acme S.L.",
            "The Acme Company",
            "Acme & Co",
            "Acme UG (haftungsbeschränkt)",
        ),
        *("Acme S.A. de C.V.", "Acme Private Limited", "Acme E.I.R.L.", "PT Acme Tbk", "Acme PJSC"),
        *("ООО Acme", "PT Acme", "株式会社Acme", "Acme株式会社", "Acme e.V.", "Acme Co., Ltd."),
    ],
)
def test_legal_forms_fold(name: str) -> None:
    assert key(name) == "acme"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Co", "co"),
        ("The Company", "company"),
        ("SA", "sa"),
        ("Acme Labs", "acme labs"),
        ("Johnson and Sons", "johnson sons"),
        ("Marks & Spencer", "marks spencer"),
        ("Corp & Co", "corp"),
    ],
)
def test_a_name_is_never_folded_away(name: str, left: str) -> None:
    assert key(name) == left


@pytest.mark.parametrize(
    "name", ["Nord und Söhne", "Nord and Söhne", "Nord + Söhne", "Nord og Söhne AS"]
)
def test_and_is_its_sign(name: str) -> None:
    assert are_one(name, "Nord & Söhne KG")
    assert not are_one(name, "Nord Söhne Land")


ACME = CompanyNames(1, ("Acme GmbH", "Ajax"))
ACME_INC = CompanyNames(2, ("Acme Inc",))
NAVY = CompanyNames(3, ("US Navy",))


def test_a_whole_name_tells_two_apart() -> None:
    both = [ACME, ACME_INC, NAVY]
    assert meant("acme inc", both) == [ACME_INC]
    assert meant("Acme", both) == [ACME, ACME_INC]
    assert meant("Ajax Ltd", both) == [ACME]
    assert meant("Initech", both) == []


def test_words_may_begin_words() -> None:
    assert begun("nav us", [ACME, NAVY]) == [NAVY]
    assert begun("aj", [ACME, NAVY]) == [ACME]


def test_a_text_that_may_mean_two_means_neither() -> None:
    spelled = ["Acme", "ACME GmbH", "Acme Inc.", "US Navy", "Ajax", "Initech"]
    assert by_company(spelled, [ACME, ACME_INC, NAVY]) == {
        1: ("ACME GmbH", "Ajax"),
        2: ("Acme Inc.",),
        3: ("US Navy",),
    }


def test_an_alias_is_another_name() -> None:
    assert own_aliases("Acme", ["ACME", "Acme Corp", "acme corp", "Ajax"]) == ("Acme Corp", "Ajax")


MUELLER = CompanyNames(4, ("Müller GmbH",))


@pytest.mark.parametrize("typed", ["Müller", "Mueller", "muller", "MUELLER GmbH", "Müller AG"])
def test_umlauts_may_be_spelled_out(typed: str) -> None:
    assert meant(typed, [MUELLER, NAVY]) == [MUELLER]
    assert begun(typed[:3], [MUELLER, NAVY]) == [MUELLER]
    assert by_company([typed], [MUELLER]) == {4: (typed,)}
    assert are_one(typed, "Müller")


def test_what_umlauts_leave_apart_stays_apart() -> None:
    assert not are_one("Mueller", "Muller")
    assert meant("Miller", [MUELLER]) == []


def test_spellings_of_umlauts_are_counted_as_one() -> None:
    spelled = [Organization("Mueller", 1), Organization("Müller", 2), Organization("MULLER", 1)]
    assert gathered(spelled) == [Organization("Müller", 4)]
