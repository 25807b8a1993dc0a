"""A card to hand on: one's own, or somebody's."""

from netlog.named import NamedTuple
from netlog.records.contacts import Method
from netlog.typed import Literal, get_args

CardField = Literal[
    "name",
    "nickname",
    "organization",
    "title",
    "city",
    "birthday",
    "email",
    "phone",
    "url",
    "handle",
    "address",
]
FIELDS: tuple[CardField, ...] = get_args(CardField)


class Card(NamedTuple):
    """What is on a card, and the same as a vCard; whose is "me" or a ref."""

    whose: str
    name: str
    nickname: str | None
    organization: str | None
    title: str | None
    city: str | None
    birthday: str | None
    methods: tuple[Method, ...]
    vcf: str
