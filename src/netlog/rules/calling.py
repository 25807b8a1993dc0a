"""What somebody is called at the head of a letter."""

from netlog.folding import words
from netlog.rules.names import is_suffix
from netlog.titles import AFTER_TITLES, TITLES
from netlog.typed import Final

# Words before a name that one does not call somebody by alone.
CALLED_WITH: Final = frozenset(
    {
        *("judge", "captain", "officer", "father", "sister", "brother", "rabbi", "pastor"),
        *("uncle", "aunt", "coach", "don", "dona", "lord", "lady", "imam", "senator", "mayor"),
    }
)
# What begins the name of a family or a firm, in the languages of the templates.
ARTICLES: Final = frozenset({"the", "die", "der", "das", "les", "los", "las", "os"})
QUOTES: Final = "\"'“”„«»‘’"


def called(name: str, nickname: str | None) -> str | None:
    """What to call them: the nickname, else the first name; the whole name where it is not plain.

    Nothing for who has no name but what they are: "the postman".
    """
    if nickname:
        return nickname
    last, *rest = _without_suffixes([said for said in name.split(",") if said.strip()] or [name])
    turned = bool(rest)
    parts = (" ".join(rest) if turned else last).split()
    titled = next((at for at in range(len(parts)) if not _is_of_title(parts, at)), 0)
    if len(parts) - titled > (0 if turned else 1):
        parts = parts[titled:]  # "Dr. Jane Smith" is Jane, and "Dr. Smith" has no other name
    if not parts or parts[0][0].islower():
        return None
    first = parts[0].strip(QUOTES)
    plain = first.strip(".").casefold()
    if len(plain) < 2 or _is_title(parts[0]) or plain in CALLED_WITH | ARTICLES:
        return name
    return first


def _without_suffixes(parts: list[str]) -> list[str]:
    """What stands between commas, without what follows a name: "Jane Smith, PhD"."""
    while len(parts) > 1 and is_suffix(words(parts[-1])):
        parts = parts[:-1]
    return parts


def _is_of_title(parts: list[str], at: int) -> bool:
    """Whether that word is a title, or goes with one before it: Dr. med. dent."""
    word = parts[at].strip(".").casefold()
    return _is_title(word) or (at > 0 and word in AFTER_TITLES and _is_of_title(parts, at - 1))


def _is_title(word: str) -> bool:
    return word.strip(".").casefold() in TITLES
