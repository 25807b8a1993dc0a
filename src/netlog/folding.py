"""The one place where text is folded for comparison: case, accents, letters like ł or ß.

Words only, like `wording`: rules compare by it, and the file keeps folded what is searched.
"""

import re
import unicodedata
from typing import Final

# Letters that Unicode does not decompose, so that stripping marks would leave them foreign.
_UNDECOMPOSED: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ƒ": "f",
        "ẞ": "ss",
        "'": None,
        "’": None,
        "‘": None,
        "ʼ": None,
        "ʻ": None,
        "`": None,
    }
)


# What the loop in `words` finds where every character is ASCII, many times as fast.
_WORD: Final = re.compile("[0-9a-z]+")


def fold(text: str) -> str:
    """The text in lower case without accents: "Łukasz Żółć" becomes "lukasz zolc"."""
    if text.isascii():
        return text.lower().translate(_UNDECOMPOSED)
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.translate(_UNDECOMPOSED))


def words(text: str) -> list[str]:
    """The folded words; scripts written without spaces give a word a character.

    Text without a single letter or digit (an emoji) is one word as it stands.
    """
    folded = fold(text)
    if folded.isascii():
        return _WORD.findall(folded) or ["".join((folded.strip() or text).split())]
    found: list[str] = []
    current = ""
    for char in folded:
        if stands_alone(char):
            found += [current, char]
            current = ""
        elif _belongs(char):
            current += char
        else:
            found.append(current)
            current = ""
    found.append(current)
    return [word for word in found if word] or ["".join((folded.strip() or text).split())]


def located(text: str) -> list[tuple[int, int, str]]:
    """Each folded word with where it starts and ends in the text as it stands."""
    found: list[tuple[int, int, str]] = []
    word, start = "", 0
    for index, char in enumerate(f"{text} "):
        folded = fold(char)
        alone = bool(folded) and stands_alone(folded[0])
        if not alone and all(map(_belongs, folded)):
            start = start if word else index
            word += folded
            continue
        if word:
            found.append((start, index, word))
        word = ""
        if any(map(_belongs, folded)):
            # A word of its own, or several in one character, such as ¼.
            found += [(index, index + 1, one) for one in words(folded)]
    return found


def _belongs(char: str) -> bool:
    """Whether a folded character is part of a word."""
    return char.isalnum() or (char > "\x7f" and unicodedata.category(char)[0] == "M")


def stands_alone(char: str) -> bool:
    """Whether a character is a word: Han, kana and hangul, found without the name before them."""
    return "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or char >= "\U00020000"


def name_key(name: str, nickname: str | None) -> str:
    """The folded words of name and nickname, each line framed by newlines, each word by a space."""
    lines = ["".join(f" {word}" for word in words(text)) for text in (name, nickname) if text]
    return "\n" + "\n".join(lines) + "\n"
