"""When two uids are one: a uid leaves as it came, and is compared without case and prefix."""

URN = "urn:uuid:"


def key(uid: str) -> str:
    """The form in which two spellings of a uid are equal."""
    folded = uid.casefold()
    return folded.removeprefix(URN) or folded


def is_same(one: str, other: str) -> bool:
    """Whether two uids are one."""
    return key(one) == key(other)
