"""The names of the months in the languages that files come in, and what else stands in a date."""

import unicodedata

# Each month by the beginnings that no other month has; folded, so that août is aout.
_BEGINNINGS = (
    "jan|januar|janv|ene|enero|gen|gennaio|sty|styc|led|ledna|янв|ιαν",
    "feb|febr|fev|fevr|lut|uno|unor|фев|φεβ",
    "mar|mars|marz|mrz|maart|mrt|brez|март|мар|μαρ",
    "apr|avr|avril|abr|abril|kwi|dub|dubn|апр|απρ",
    "may|mai|maj|mag|maio|mayo|mei|kve|мая|май|μαι",
    "jun|juin|giu|cze|czerw|cervn|июн|ιουν",
    "jul|juil|lug|lip|cervenc|июл|ιουλ",
    "aug|aou|aout|ago|sie|srp|авг|αυγ",
    "sep|sept|set|wrz|zar|zari|сен|σεπ",
    "oct|okt|ott|out|paz|rij|окт|οκτ",
    "nov|lis|listopad|ноя|νοε",
    "dec|dez|dic|des|gru|prosin|дек|δεκ",
)
_EXACT = {"cerven": 6, "cervna": 6, "cervence": 7, "juni": 6, "juli": 7, "listopadu": 11}
# Between a day and its month, or before them.
FILLERS = frozenset({"of", "de", "den", "the", "le", "il", "el", "d", "am", "o", "em", "het"})


def month(word: str) -> int | None:
    """The number of the month of that name, whole or shortened; None for no month."""
    said = _folded(word)
    if said in _EXACT:
        return _EXACT[said]
    if len(said) < 3:
        return None
    best: tuple[int, int] | None = None
    for number, beginnings in enumerate(_BEGINNINGS, 1):
        for beginning in beginnings.split("|"):
            if said.startswith(beginning) and (best is None or len(beginning) > best[0]):
                best = len(beginning), number
    return best[1] if best and _is_whole(said) else None


def _is_whole(said: str) -> bool:
    return said.isalpha() and len(said) <= 12


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in plain if each.isalpha())
