"""The one place where text is folded for comparison: case, accents, letters like ł or ß.

Words only, like `wording`: rules compare by it, and the file keeps folded what is searched. What is
spelled in two ways (Müller, Mueller) is kept in both: `Müller` folds to `muller`, and is found as
`mueller`, too; `Ågård` as `agard`, `aagaard`, `aagard` and `agaard`.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import product

from netlog.later import pattern
from netlog.typed import Final

# They join or part letters of scripts that do so, and emoji, and are seen; elsewhere they are not.
_JOINERS: Final = frozenset("\u200c\u200d")
_JOINING: Final = "\u05ff"
# Letters that Unicode does not decompose, so that stripping marks would leave them foreign.
_UNDECOMPOSED: Final = {
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
}
# They are in a word, and no part of it; of ASCII there are two.
_APOSTROPHES: Final = "'`’‘ʼʻ"
_IN_ASCII: Final = dict.fromkeys(map(ord, _APOSTROPHES[:2]))


@cache
def _undecomposed() -> dict[int, str | None]:
    """What becomes of characters beyond ASCII, which most runs fold none of."""
    # What takes no room on the screen: marks of direction, joiners, fillers, soft hyphens,
    # variants.
    unseen = (
        *map(ord, "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\ufeff"),
        *(*range(0x180B, 0x1810), *range(0x200E, 0x2010), *range(0x202A, 0x202F)),
        *(*range(0x2060, 0x2070), *range(0xFE00, 0xFE10)),
        *(*range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)),
    )
    gone = dict.fromkeys((*map(ord, _APOSTROPHES), *unseen))
    return str.maketrans(_UNDECOMPOSED) | gone


# How they are written where a keyboard, or a passport, lacks them.
_SPELLED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_UMLAUTS: Final = "äöüåø"
# How many umlauts of a word may each be written either way; those after them are as the last.
_MIXED: Final = 3
# The same sounds in two scripts.
_KATAKANA: Final = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_HIRAGANA: Final = {there: here for here, there in _KATAKANA.items()}
# C++, C#, F#, .NET: signs that make another word of a word.
_SIGNED: Final = pattern(
    r"(?ai)(?<![\w.])(?:[a-z][a-z0-9]{0,15}(?:\+{1,2}|#)(?=\d*(?:[^\w+#]|$))|\.[a-z]{2,15}\b)"
)
_APART: Final = pattern(r"\w+|\W+")
_IN_WORDS: Final = str.maketrans({"+": "plus", "#": "sharp", ".": "dot"})

# What of ASCII is in no word: with it the words stand apart without the loop in `words`, many times
# as fast.
_BETWEEN: Final = {code: " " for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """The text in lower case without accents: "Łukasz Żółć" becomes "lukasz zolc".

    What is not seen goes as well, such as a space of no width.
    """
    if text.isascii():
        return text.lower().translate(_IN_ASCII)
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", _joined(bare.translate(_undecomposed())))


def _joined(text: str) -> str:
    """The text without joiners where nothing is to be joined."""
    if _JOINERS.isdisjoint(text):
        return text
    return "".join(char for at, char in enumerate(text) if char not in _JOINERS or _joins(text, at))


def _joins(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return len(around) == 2 and min(around) > _JOINING


def words(text: str) -> list[str]:
    """The folded words; scripts written without spaces give a word a character.

    Text without a single letter or digit (an emoji) is one word as it stands.
    """
    folded = fold(text)
    if folded.isascii():
        return folded.translate(_BETWEEN).split() or ["".join((folded.strip() or text).split())]
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


def spelled_out(text: str) -> list[str]:
    """The words of the text with umlauts as two letters each; none when it has no umlaut."""
    if text.isascii():
        return []
    composed = unicodedata.normalize("NFC", text.lower())
    if not any(letter in composed for letter in _UMLAUTS):
        return []
    return words(composed.translate(_SPELLED_OUT))


def signed(text: str) -> list[tuple[int, int, str]]:
    """Words that a sign makes others, from start to end: C++ cplusplus, C# csharp, .NET dotnet."""
    if not ("+" in text or "#" in text or "." in text):
        return []
    found = _SIGNED.finditer(text)
    return [(one.start(), one.end(), one[0].lower().translate(_IN_WORDS)) for one in found]


def ways(text: str) -> list[list[str]]:
    """The words of the text in each way of writing its umlauts: as letters, as two each, mixed.

    The first, second and third umlaut of every word go by themselves: four ways for "Ågård".
    """
    plain, spelled = words(text), spelled_out(text)
    if not spelled:
        return [plain]
    parts = _APART.findall(unicodedata.normalize("NFC", text.lower()))
    most = min(_MIXED, max(map(_umlauts, parts)))
    mixed = (way for way in product((True, False), repeat=most) if any(way) and not all(way))
    return [plain, spelled, *(words("".join(_mixed(part, way) for part in parts)) for way in mixed)]


def _umlauts(word: str) -> int:
    return sum(letter in _UMLAUTS for letter in word)


def _mixed(word: str, spelled: tuple[bool, ...]) -> str:
    """The word with those of its umlauts as two letters."""
    found, at = "", 0
    for letter in word:
        is_umlaut = letter in _UMLAUTS
        out = is_umlaut and spelled[min(at, len(spelled) - 1)]
        found += letter.translate(_SPELLED_OUT) if out else letter
        at += is_umlaut
    return found


def spellings(text: str) -> set[tuple[str, ...]]:
    """The words of the text, in each way of writing its umlauts."""
    return {tuple(way) for way in ways(text)}


def sought_ways(text: str) -> list[list[str]]:
    """The words of what is looked for, in each way in which they may be kept: in both kana too."""
    found = ways(text)
    if text.isascii():
        return found
    for kana in (_HIRAGANA, _KATAKANA):
        other = [word.translate(kana) for word in found[0]]
        found += [other] if other not in found else []
    return found


def searchable(text: str) -> str:
    """All by which the text is found: its words, then those that are spelled or signed otherwise.

    A word that is spelled otherwise stands between its neighbours, so that a phrase finds it.
    """
    found = words(text)
    spelled = spelled_out(text)
    if len(spelled) == len(found):
        others = [at for at, word in enumerate(found) if word != spelled[at]]
        beside = sorted({at + by for at in others for by in (-1, 0, 1)} & set(range(len(found))))
        found += [spelled[at] for at in beside]
    if spelled:
        found += _mixtures(text)
    return " ".join([*found, *(word for _, _, word in signed(text))])


def _mixtures(text: str) -> list[str]:
    """The words with several umlauts in each mixed way, between their neighbours."""
    parts = unicodedata.normalize("NFC", text).split()
    mixed = [at for at, part in enumerate(parts) if _umlauts(part.lower()) > 1]
    around = dict.fromkeys(" ".join(parts[max(0, at - 1) : at + 2]) for at in mixed)
    return [word for some in around for way in ways(some)[2:] for word in way]


def located(text: str) -> list[tuple[int, int, str]]:
    """Each folded word with where it starts and ends in the text as it stands."""
    found: list[tuple[int, int, str]] = []
    word, start = "", 0
    for index, char in enumerate(f"{text} "):
        folded = char if char in _JOINERS and _joins(text, index) else fold(char)
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
    """Whether a character is a word: Han, kana, hangul, Thai, Lao, Burmese, Khmer.

    So a name or a word in scripts without spaces is found within a sentence.
    """
    return (
        "\u3040" <= char <= "\u9fff"
        or "\uac00" <= char <= "\ud7a3"
        or char >= "\U00020000"
        or "\u0e00" <= char <= "\u0eff"
        or "\u1000" <= char <= "\u109f"
        or "\u1780" <= char <= "\u17ff"
    )


def name_key(name: str, nickname: str | None = None, others: Iterable[str] = ()) -> str:
    """The folded words of all names, each line framed by newlines, each word by a space.

    The name comes first; a name with umlauts has more lines, in which they are spelled out.
    """
    names = (text for text in (name, nickname, *others) if text)
    lines = ("".join(f" {word}" for word in way) for text in names for way in ways(text))
    return "\n" + "\n".join(dict.fromkeys(filter(None, lines))) + "\n"
