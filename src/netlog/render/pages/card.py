"""A card as a page."""

from functools import partial

from netlog.records.card import Card
from netlog.records.contacts import METHOD_KINDS
from netlog.render.page import Field, Sheet
from netlog.wording import said_birthday


def sheet() -> Sheet:
    """What is on it."""
    return Sheet(
        title=lambda card: card.name,
        fields=(
            Field("Nickname", lambda card: card.nickname),
            Field("Title", lambda card: card.title),
            Field("Organization", lambda card: card.organization),
            Field("City", lambda card: card.city),
            Field("Birthday", lambda card: card.birthday and said_birthday(card.birthday)),
            *(Field(kind.capitalize(), partial(_ways, kind)) for kind in METHOD_KINDS),
        ),
    )


def _ways(kind: str, card: Card) -> str | None:
    said = [
        f"{method.value} ({method.label})" if method.label else method.value
        for method in card.methods
        if method.kind == kind
    ]
    return "\n".join(said) or None
