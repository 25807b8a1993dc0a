"""Whether 05/06/1990 is in May or in June: what the dates, the columns and the places tell."""

import re
from collections.abc import Callable, Sequence
from itertools import islice

from netlog.formats.csv.columns import CsvColumn, is_british, language
from netlog.formats.csv.rows import rows
from netlog.formats.dates import DayOrder

_LOOKED_AT = 10_000  # rows
_DATES = frozenset({"birthday", "met_on", "last_touch", "anniversary", "name day", "event"})
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-]|$)", re.ASCII)
_BRITISH_CODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE | re.ASCII)
_AMERICAN_CODE = re.compile(r"\d{5}-\d{4}", re.ASCII)
_ANYBODYS_CODE = re.compile(r"\d{5}", re.ASCII)  # American, German, French, Spanish ...
_BRITISH = frozenset(
    {"uk", "unitedkingdom", "greatbritain", "england", "scotland", "wales", "ireland"}
    | {"australia", "newzealand", "india", "gb", "au", "nz", "ie"}
)
_AMERICAN = frozenset(
    {"us", "usa", "unitedstates", "unitedstatesofamerica", "america"}
    | {"vereinigtestaaten", "vereinigtestaatenvonamerika", "étatsunis", "etatsunis", "eeuu"}
    | {"estadosunidos", "estadosunidosdeamérica", "statiuniti", "verenigdestaten", "сша"}
    | {"stanyzjednoczone", "förentastaterna", "アメリカ", "美国"}
)
# Where both are written.
_EITHER = frozenset({"canada", "kanada", "philippines", "ph", "ca"})
_NO_LETTER = re.compile(r"[\W\d_]+")


class _Evidence:
    """What the cells said so far; of the cells themselves only one date is held."""

    def __init__(self) -> None:
        self.month_first = self.day_first = False  # said by a date itself
        self.british = self.american = False  # said by a place
        self.abroad = self.may_be_american = False

    def date(self, cell: str) -> None:
        found = _SLASHED.match(cell)
        if found:
            self.day_first |= int(found[1]) > 12
            self.month_first |= int(found[2]) > 12

    def code(self, cell: str) -> None:
        self.british |= bool(_BRITISH_CODE.fullmatch(cell))
        self.american |= bool(_AMERICAN_CODE.fullmatch(cell))
        self.may_be_american |= bool(_ANYBODYS_CODE.fullmatch(cell))

    def country(self, cell: str) -> None:
        name = _NO_LETTER.sub("", cell.casefold())
        self.british |= name in _BRITISH
        self.american |= name in _AMERICAN
        self.abroad |= bool(name) and name not in _BRITISH | _AMERICAN | _EITHER


def order(
    text: str, header: Sequence[str], delimiter: str, known: Sequence[CsvColumn | None]
) -> DayOrder:
    """Whether the day comes first, and whether the dates or the places of the file say so."""
    if not any(column and column.what in _DATES for column in known):
        return DayOrder()
    said = _Evidence()
    asked = [(at, ask) for at, one in enumerate(known) if one for ask in _asked(one, said)]
    called = tuple(header)
    for row in islice(rows(text, delimiter), _LOOKED_AT):
        if tuple(row.cells) == called:
            continue
        for at, ask in asked:
            if at < len(row.cells) and row.cells[at]:
                ask(row.cells[at])
    if said.month_first or said.day_first:
        return DayOrder(not said.month_first, not (said.month_first and said.day_first))
    may_be_american = said.american or said.may_be_american
    if said.british or is_british(header):
        return DayOrder(True, is_sure=not may_be_american)  # places of both say nothing for sure
    if said.american:
        return DayOrder(bool(language(header)), is_sure=not said.abroad)
    # Of a language or a country is known how it mostly writes days; it is told all the same.
    return DayOrder(said.abroad or bool(language(header)))


def _asked(column: CsvColumn, said: _Evidence) -> list[Callable[[str], None]]:
    """Who is asked about the cells of a column."""
    asked: list[Callable[[str], None]] = [said.date] if column.what in _DATES else []
    if column.part == "code":
        asked.append(said.code)
    elif column.part == "country":
        asked.append(said.country)
    return asked
