"""When two uids are one: a uid leaves as it came, compared without case, prefix and braces."""

URN = "urn:uuid:"


def key(uid: str) -> str:
    """The form in which two spellings of a uid are equal."""
    folded = uid.casefold()
    bare = folded.removeprefix(URN)
    return (bare[1:-1] if bare.startswith("{") and bare.endswith("}") else bare) or folded


def is_same(one: str, other: str) -> bool:
    """Whether two uids are one."""
    return key(one) == key(other)
