"""What is searched for, and which part of a found record to show: words compared when folded."""

from collections.abc import Iterable, Iterator, Sequence

from netlog.errors import UsageMistake
from netlog.folding import located, signed, sought_ways, ways
from netlog.later import pattern
from netlog.records.refs import LETTERS, ref
from netlog.records.search import Found, Hit, Mark, Term
from netlog.rules import phones

LONGEST = 120
BEFORE = 40
FEWEST_DIGITS = 5  # of a phone number: what is shorter is found as the beginning of a word
QUOTED = pattern(r'"([^"]*)"?')


def terms(typed: str) -> tuple[Term, ...]:
    """The words of which a record must have all: as beginnings of words, in quotes as a phrase.

    Raises UsageMistake when there is no word in it.
    """
    found: list[Term] = []
    position = 0
    for quoted in QUOTED.finditer(typed):
        found += _plain(typed[position : quoted.start()])
        found += _term(quoted[1], begins=False)
        position = quoted.end()
    found += _plain(typed[position:])
    if not found:
        raise UsageMistake('There is no word to search for: netlog search "HR director".')
    return tuple(dict.fromkeys(found))


def digits(typed: str) -> str | None:
    """The digits of what may be a phone number, or a part of one; None for anything else."""
    found = phones.digits(typed)
    is_number = len(found) >= FEWEST_DIGITS and not any(char.isalpha() for char in typed)
    return found if is_number else None


def _plain(typed: str) -> Iterator[Term]:
    for word in typed.split():
        yield from _term(word, begins=True)


def _term(typed: str, *, begins: bool) -> Iterator[Term]:
    """Words that are one when typed, such as O'Brien-Smith or 小龙, stand side by side."""
    signs = signed(typed)
    for start, end, word in reversed(signs):
        yield Term((word,), begins)
        typed = f"{typed[:start]} {typed[end:]}"
    if any(char.isalnum() or not char.isascii() for char in typed):
        first, *spelled = map(tuple, sought_ways(typed))
        yield Term(first, begins, tuple(spelled))


def ranked(hits: Iterable[Hit], wanted: Sequence[Term]) -> list[Hit]:
    """The hits in order: whose name it is, then by their rank."""
    return sorted(hits, key=lambda hit: (not _is_name(hit, wanted), hit.rank))


def _is_name(hit: Hit, wanted: Sequence[Term]) -> bool:
    """Whether the name of the contact has all terms."""
    return hit.kind == "contact" and all(marks(hit.contacts[0].name, [term]) for term in wanted)


def found(hit: Hit, wanted: Sequence[Term]) -> Found:
    """The record with the text of it that matches best, cut around the first match."""
    marked = [(text, marks(text, wanted)) for text in hit.texts if text]
    text, there = max(marked, key=lambda pair: _matched(*pair), default=("", ()))
    text, there = _cut(text, there)
    handle = ref(LETTERS[hit.kind], hit.id)
    return Found(hit.kind, hit.id, handle, hit.contacts, hit.on, hit.about, text, there)


def _matched(text: str, there: Sequence[Mark]) -> int:
    """How many different words of the text match."""
    return len({text[mark.start : mark.end].casefold() for mark in there})


def marks(text: str, wanted: Sequence[Term]) -> tuple[Mark, ...]:
    """The words of the text that match one of those terms, in order and apart."""
    tokens = located(text)
    spelled = [(*_spelled(text[start:end], word),) for start, end, word in tokens]
    there: set[int] = set()
    for term in wanted:
        for sought in term.spellings:
            for start in range(len(tokens) - len(sought) + 1):
                if _is_at(spelled, start, sought, begins=term.begins):
                    there.update(range(start, start + len(sought)))
    marked = {Mark(*tokens[index][:2]) for index in there}
    if not there:
        there = {*_run_together(tokens, wanted)}
        marked = {Mark(*tokens[index][:2]) for index in there} | {*_dialled(text, wanted)}
    for *place, word in signed(text):
        if any(_is_at([(word,)], 0, term.words, begins=term.begins) for term in wanted):
            marked.add(Mark(*place))
    return (*_joined(sorted(marked)),)


def _joined(marked: Iterable[Mark]) -> Iterator[Mark]:
    """The marks with those that overlap, as the word and the sign-word in C#, made one."""
    last = Mark(0, 0)
    for mark in marked:
        if mark.start < last.end:
            last = Mark(last.start, max(last.end, mark.end))
            continue
        if last.end:
            yield last
        last = mark
    if last.end:
        yield last


def _run_together(tokens: Sequence[tuple[int, int, str]], wanted: Sequence[Term]) -> Iterator[int]:
    """The words of a name that was typed as one, or the one of a name typed as several."""
    found = [word for _, _, word in tokens]
    together = "".join(word for term in wanted for word in term.words)
    apart = {term.words[0] for term in wanted if any(term.apart)}
    for start, word in enumerate(found):
        if len(wanted) > 1 and word.startswith(together):
            yield start
        last = min(start + 3, len(found))
        runs = ((end, "".join(found[start:end])) for end in range(start + 2, last + 1))
        ends = (end for end, run in runs if any(run.startswith(typed) for typed in apart))
        yield from range(start, next(ends, start))


def _dialled(text: str, wanted: Sequence[Term]) -> Iterator[Mark]:
    """Where a number stands whose digits were typed without what is between them."""
    typed = "".join(word for term in wanted for word in term.words)
    sought = typed.removeprefix("00").lstrip("0")
    if sought.isdecimal() and len(sought) >= FEWEST_DIGITS - 1:
        for place in pattern(r"[\s().\-/]*".join(sought)).finditer(text):
            yield Mark(*place.span())


def _spelled(text: str, word: str) -> Iterator[str]:
    """The folded word, and as it is with its umlauts as two letters."""
    yield word
    if not text.isascii():
        yield from ("".join(way) for way in ways(text)[1:])


def _is_at(
    spelled: Sequence[tuple[str, ...]], start: int, sought: Sequence[str], *, begins: bool
) -> bool:
    *whole, last = sought
    if len(spelled) < start + len(sought):
        return False
    if any(word not in spelled[start + at] for at, word in enumerate(whole)):
        return False
    have = spelled[start + len(whole)]
    return any(one.startswith(last) if begins else one == last for one in have)


def _cut(text: str, there: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """One line of the text around the first match, at most LONGEST characters."""
    first = there[0].start if there else 0
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", first)
    line_end = len(text) if end < 0 else end
    lead = ""
    if line_end - start > LONGEST and first - start > BEFORE:
        start, lead = first - BEFORE, "…"
    end = min(line_end, start + LONGEST)
    shift = len(lead) - start
    kept = (mark for mark in there if start <= mark.start and mark.end <= end)
    tail = "…" if end < line_end else ""
    marked = tuple(Mark(mark.start + shift, mark.end + shift) for mark in kept)
    return f"{lead}{text[start:end]}{tail}", marked
