"""The words of a search as FTS5 wants them; what was typed can be no operator."""

from collections.abc import Iterable, Iterator, Sequence

from netlog.records.search import Term

# A name of more words than this is not typed as one.
MOST_IN_ONE = 3


def match(terms: Iterable[Term]) -> str:
    """Those that have all terms."""
    return " AND ".join(f"({' OR '.join(_quoted(term))})" for term in terms)


def match_people(terms: Sequence[Term]) -> str:
    """The same, and those whose names are written apart, or together: maryjane for Mary Jane."""
    each = (f"({' OR '.join([*_quoted(term), *_apart(term)])})" for term in terms)
    together = "".join(term.words[0] for term in terms)
    is_one = all(len(term.words) == 1 and term.begins for term in terms)
    found = " AND ".join(each)
    if 1 < len(terms) <= MOST_IN_ONE and is_one and together.isalpha():
        return f'({found}) OR name_key : "{together}" *'
    return found


def _quoted(term: Term) -> Iterator[str]:
    for sought in term.spellings:
        yield '"' + " ".join(sought).replace('"', '""') + '"' + (" *" if term.begins else "")


def _apart(term: Term) -> Iterator[str]:
    ending = " *" if term.begins else ""
    for sought in term.apart:
        # Whatever begins with two letters is a crowd: the last of three is looked for whole.
        begins = ending if len(sought[-1]) > 2 else ""
        yield f'name_key : "{" ".join(sought)}"{begins}'
