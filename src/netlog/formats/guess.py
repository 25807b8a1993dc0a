"""Which charset bytes are in that are neither Unicode nor say so: names of people, mostly.

charset-normalizer weighs how little the text would be a mess, and in what languages its letters
are met. Where that leaves two, the letters of whole alphabets decide, and else windows-1252, which
is the commonest.
"""

import re
from collections.abc import Iterable
from unicodedata import combining

COMMONEST = "cp1252"
FEWEST_BYTES = 64  # beyond ASCII; fewer tell nothing
FEWEST_SIGNS, FEWEST_ODD = 6, 12  # but where they are no words in windows-1252
# As people know them.
_CALLED = {"cp932": "Shift-JIS", "cp949": "EUC-KR", "mac_roman": "Mac Roman"}

_LIKELY = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2"),
    *("iso8859_7", "iso8859_15", "koi8_r", "mac_roman"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
_MOST_BYTES = 16_384
_SIGN_IN_WORD = re.compile(r"[a-z][¡-©«-´¶-¹»-¿\u2020-\u203a\ufffd]+[a-z]", re.IGNORECASE)
_NO_LATIN_WORD = re.compile(r"(?<!\w)[À-ÿ]{4,}(?!\w)")
_SAME = 0.02  # of mess
_GREEK = ("cp1253", "iso8859_7")
# Alphabets of which some letters are others in windows-1252, and as likely there.
_CENTRAL = (
    *("áéíóöőúüű", "čćđšž", "ăâîşţșț", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž"),
)
_ALPHABETS = {"cp1250": _CENTRAL, "iso8859_2": _CENTRAL, "cp1254": ("çğıöşüâîû",)}
_BESIDE_LETTERS = frozenset("–—‘’‚“”„«»…·•§©®°€\N{NO-BREAK SPACE}\N{SOFT HYPHEN}")


def guess(lines: Iterable[bytes]) -> str:
    """The charset of these lines, which are neither ASCII nor Unicode, as Python calls it."""
    sample = _sample(lines)
    beyond_ascii = len(sample.translate(None, bytes(range(128))))
    if beyond_ascii < FEWEST_BYTES and not _is_odd(sample, beyond_ascii):
        return COMMONEST
    from charset_normalizer import from_bytes

    found = from_bytes(
        sample, cp_isolation=list(_LIKELY), preemptive_behaviour=False, enable_fallback=False
    )
    matches = list(found)
    if not matches:
        return COMMONEST
    if matches[0].encoding in _GREEK:
        # They differ in a capital that many names begin with.
        return _GREEK[sample.count(b"\xa2") <= sample.count(b"\xb6")]
    likely = [
        charset
        for match in matches
        if match.chaos <= matches[0].chaos + _SAME
        for charset in match.could_be_from_charset
    ]
    if COMMONEST not in likely:
        return matches[0].encoding
    return next((page for page in _ALPHABETS if page in likely and _is(page, sample)), COMMONEST)


def called(charset: str) -> str:
    """The charset under the name that people know."""
    if charset in _CALLED:
        return _CALLED[charset]
    name = charset.replace("cp125", "windows-125").replace("iso8859_", "ISO-8859-")
    return name if name != charset else charset.upper().replace("_", "-")


def _sample(lines: Iterable[bytes]) -> bytes:
    sample: list[bytes] = []
    size = 0
    for line in lines:
        sample.append(line)
        size += len(line)
        if size > _MOST_BYTES:
            break
    return b"\n".join(sample)


def _is(page: str, sample: bytes) -> bool:
    """Whether all letters are those of one alphabet, and some of them not in windows-1252."""
    letters, marks = _letters(sample, page)
    is_told = bool(letters - _letters(sample, COMMONEST)[0])
    fits = any(letters <= set(alphabet) for alphabet in _ALPHABETS[page])
    return is_told and fits and marks <= _BESIDE_LETTERS


def _is_odd(sample: bytes, beyond_ascii: int) -> bool:
    """Whether in windows-1252 there are signs within words, or words without a letter of ASCII."""
    text = sample.decode(COMMONEST, "replace")
    if _SIGN_IN_WORD.search(text):
        return beyond_ascii >= FEWEST_SIGNS
    return beyond_ascii >= FEWEST_ODD and bool(_NO_LATIN_WORD.search(text))


def _letters(sample: bytes, page: str) -> tuple[set[str], set[str]]:
    """The letters beyond ASCII, and what else is beyond it."""
    text = sample.decode(page, "replace").lower()
    beyond = {each for each in text if ord(each) > 127 and not combining(each)}
    letters = {each for each in beyond if each.isalpha()}
    return letters, beyond - letters
