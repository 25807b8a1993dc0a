"""Which texts mean one company: its name and aliases, whatever the legal form behind them.

Acme, Acme Corp, ACME GmbH and Acme, S.A. are one; who says otherwise writes two records, and then
the whole name alone tells them apart.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from netlog.folding import spelled_out, spellings, words
from netlog.records.organizations import Company, CompanyNames
from netlog.typed import Final

# Legal forms, folded and without spaces: what stands behind a name, in many countries.
_FORMS: Final = frozenset(
    {
        *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd"),
        *("limited", "llc", "llp", "lllp", "lp", "plc", "pllc", "pc", "pty", "pte"),
        *("pvt", "sdnbhd", "bhd", "ulc", "gmbh", "mbh", "gesellschaft", "ag", "kg"),
        *("kgaa", "ohg", "ug", "gbr", "ev", "ek", "eg", "se", "sce"),
        *(
            "haftungsbeschrankt",
            "haftungsbeschraenkt",
            "sa",
            "sas",
            "sasu",
            "sarl",
            "eurl",
            "sci",
            "scop",
        ),
        *("snc", "srl", "srls", "spa", "sapa", "scarl", "sl", "slu", "slne", "sau"),
        *("ltda", "lda", "eireli", "epp", "bv", "nv", "vof", "cv", "bvba", "asbl"),
        *("vzw", "cvba", "oy", "oyj", "ky", "ab", "hb", "kb", "as", "asa", "ans"),
        *("aps", "ivs", "ehf", "hf", "sia", "uab", "ou", "zrt", "kft", "nyrt", "bt"),
        *("spzoo", "spj", "spk", "sro", "spolsro", "vos", "doo", "dd", "ad", "ood"),
        *("eood", "ооо", "оао", "зао", "пао", "ао", "тов", "еоод", "оод", "ад"),
        *("sadecv", "sapidecv", "sapi", "srldecv", "eirl", "privatelimited", "pvtltd", "tbk"),
        *("jsc", "pjsc", "ojsc", "fze", "fzco", "fzllc", "wll", "sdn", "aktiengesellschaft"),
        *("ooo", "oao", "zao", "pao", "tov", "kk", "gk", "yk", "株式会社", "有限会社"),
        *("合同会社", "有限公司", "股份有限公司", "有限责任公司", "주식회사", "유한회사"),
    }
)
# Those that stand before a name as well.
_BEFORE: Final = frozenset(
    {
        *("ооо", "оао", "зао", "пао", "тов", "ooo", "oao", "zao", "pao", "pt"),
        *("株式会社", "有限会社", "合同会社", "주식회사"),
    }
)
_LONGEST: Final = 7  # words of a legal form: 股份有限公司, or s a p i de c v
_BETWEEN: Final = frozenset({"and", "und", "et", "y", "e"})
_AS_AMPERSAND: Final = frozenset(
    {"and", "und", "et", "y", "og", "och", "и"}
)  # of which no letter is


@lru_cache(maxsize=10_000)
def key(name: str) -> str:
    """The folded words of a name without its legal form, of which one at least is left.

    Umlauts are spelled out: Müller GmbH and Mueller are one.
    """
    return _key(spelled_out(name) or words(name))


@lru_cache(maxsize=10_000)
def keys(name: str) -> frozenset[str]:
    """The same in each way of writing its umlauts: Müller is muller, and mueller."""
    return frozenset(_key(list(one)) for one in spellings(name))


def are_one(name: str, other: str) -> bool:
    """Whether two texts mean one company, where no record says otherwise."""
    return name == other or not keys(name).isdisjoint(keys(other))


def _key(left: list[str]) -> str:
    if len(left) > 1 and left[0] == "the":
        left = left[1:]
    first, *inner, last = left if len(left) > 2 else (left[0], left[-1])
    if inner:
        left = [first, *(word for word in inner if word not in _AS_AMPERSAND), last]
    while (number := _form(left, _FORMS, behind=True)) or (left[-1] in _BETWEEN and len(left) > 1):
        left = left[: -(number or 1)]
    while number := _form(left, _BEFORE, behind=False):
        left = left[number:]
    return " ".join(left)


def _form(left: Sequence[str], forms: frozenset[str], *, behind: bool) -> int:
    """How many words at that end are a legal form; none where nothing else would be left."""
    for number in range(min(_LONGEST, len(left) - 1), 0, -1):
        part = left[-number:] if behind else left[:number]
        if "".join(part) in forms:
            return number
    return 0


def meant(text: str, companies: Iterable[CompanyNames]) -> list[CompanyNames]:
    """The companies that a text means: by a whole name, else by one without its legal form."""
    whole, by_key, spelled, sought = [], [], spellings(text), keys(text)
    for one in companies:
        if any(spellings(name) & spelled for name in one.names):
            whole.append(one)
        elif any(keys(name) & sought for name in one.names):
            by_key.append(one)
    return whole or by_key


def means_one(text: str, other: str, companies: Iterable[CompanyNames]) -> bool:
    """Whether two texts mean one company; where each means another record, they do not."""
    known = list(companies)
    one, two = ({found.id for found in meant(each, known)} for each in (text, other))
    if len(one) == len(two) == 1:
        return one == two
    return are_one(text, other)


def begun(text: str, companies: Iterable[CompanyNames]) -> list[CompanyNames]:
    """The companies of one of whose names the words begin words, in any order."""
    wanted = spellings(text)

    def begins(name: str) -> bool:
        return any(
            all(any(word.startswith(one) for word in have) for one in some)
            for have in spellings(name)
            for some in wanted
        )

    return [one for one in companies if any(map(begins, one.names))]


def by_company(
    spelled: Iterable[str], companies: Sequence[CompanyNames]
) -> dict[int, tuple[str, ...]]:
    """The texts that mean each company; one that may mean two means neither."""
    whole: dict[tuple[str, ...], set[int]] = {}
    by_key: dict[str, set[int]] = {}
    for one in companies:
        for name in one.names:
            for said in spellings(name):
                whole.setdefault(said, set()).add(one.id)
            for said_key in keys(name):
                by_key.setdefault(said_key, set()).add(one.id)
    found: dict[int, list[str]] = {one.id: [] for one in companies}
    for text in spelled:
        ids = set[int]().union(*(whole.get(said, ()) for said in spellings(text)))
        ids = ids or set[int]().union(*(by_key.get(said, ()) for said in keys(text)))
        if len(ids) == 1:
            found[next(iter(ids))].append(text)
    return {id_: tuple(texts) for id_, texts in found.items()}


def own_aliases(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The aliases each once, without the name itself."""
    found = {_spelled(one): one for one in reversed([name, *aliases])}
    del found[_spelled(name)]
    return tuple(reversed(found.values()))


def _spelled(name: str) -> tuple[str, ...]:
    return tuple(spelled_out(name) or words(name))


def is_correction(before: str, after: str) -> bool:
    """Whether a new name spells the old one, whose alias would say nothing more."""
    return not spellings(before).isdisjoint(spellings(after))


def next_due_on(one: Company, since: date, touched_on: date | None) -> date | None:
    """When a company comes up, if that was asked for: a touch ends what put it off before."""
    if not one.cadence_days:
        return None
    on = since + timedelta(days=one.cadence_days)
    if one.snoozed_until is None or (touched_on and one.snoozed_on and touched_on > one.snoozed_on):
        return on
    return max(on, one.snoozed_until)
