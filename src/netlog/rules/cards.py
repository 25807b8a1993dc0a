"""Cards of an address book that are of nobody."""

UNREAD = "unread"


def called(kind: str, name: str | None) -> str:
    """Such a card by what it is of: "the group Chess", "a card that is not read"."""
    if kind == UNREAD:
        return "a card that is not read"
    return " ".join(filter(None, ("the", kind, name)))
