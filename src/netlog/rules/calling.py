"""What somebody is called at the head of a letter."""

from typing import Final

from netlog.rules.names import TITLES

# Words before a name that one does not call somebody by alone.
CALLED_WITH: Final = frozenset(
    {
        *("judge", "captain", "officer", "father", "sister", "brother", "rabbi", "pastor"),
        *("uncle", "aunt", "coach", "don", "dona", "lord", "lady", "imam", "senator", "mayor"),
    }
)


def called(name: str, nickname: str | None) -> str | None:
    """What to call them: the nickname, else the first name; the whole name where it is not plain.

    Nothing for who has no name but what they are: "the postman".
    """
    if nickname:
        return nickname
    last, comma, rest = name.partition(",")
    turned = bool(comma and rest.strip())
    parts = (rest if turned else last).split()
    titled = next((at for at, part in enumerate(parts) if not _is_title(part)), 0)
    if len(parts) - titled > (0 if turned else 1):
        parts = parts[titled:]  # "Dr. Jane Smith" is Jane, and "Dr. Smith" has no other name
    if not parts or parts[0][0].islower():
        return None
    plain = parts[0].strip(".").casefold()
    if len(plain) < 2 or _is_title(parts[0]) or plain in CALLED_WITH:
        return name
    return parts[0]


def _is_title(word: str) -> bool:
    return word.strip(".").casefold() in TITLES
