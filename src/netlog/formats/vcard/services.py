"""Networks that have a property of their own in some program, and the types of lines: data."""

# The scheme they have in IMPP.
SERVICES = {
    "aim": "aim",
    "gadugadu": "gg",
    "gtalk": "xmpp",
    "google-talk": "xmpp",
    "icq": "icq",
    "irc": "irc",
    "jabber": "xmpp",
    "matrix": "matrix",
    "msn": "msnim",
    "qq": "qq",
    "signal": "signal",
    "sip": "sip",
    "skype": "skype",
    "telegram": "telegram",
    "threema": "threema",
    "twitter": "twitter",
    "whatsapp": "whatsapp",
    "xmpp": "xmpp",
    "yahoo": "ymsgr",
}
# Those where one has a page, by its address or a name.
NETWORKS = frozenset(
    {"linkedin", "facebook", "instagram", "mastodon", "xing", "github", "gitlab", "bluesky"}
    | {"threads", "tiktok", "youtube", "pinterest", "snapchat", "vk", "weibo", "wechat", "viber"}
    | {"line", "discord", "flickr", "medium", "reddit"}
)
OWN_SCHEME = "x-netlog"
SCHEMES = frozenset({*SERVICES.values(), *SERVICES, OWN_SCHEME, "x-apple", "ymsgr", "other"})
# Types that every program knows: other labels travel as an X-ABLabel.
TYPES = frozenset({"home", "work", "cell", "fax", "pager"})
SAYS_NOTHING = frozenset(
    {"pref", "internet", "voice", "x400", "msg", "text", "dom", "intl", "postal", "parcel"}
)
# A profile of some network, by the address of its page or by the name there.
PROFILES = frozenset({"SOCIALPROFILE", "X-SOCIALPROFILE"})
KINDS = {
    "EMAIL": "email",
    "TEL": "phone",
    "URL": "url",
    "ADR": "address",
    "IMPP": "handle",
    "SOCIALPROFILE": "handle",
    "X-SOCIALPROFILE": "handle",
    "X-SKYPE-USERNAME": "handle",
    **{f"X-{service.upper()}": "handle" for service in (*SERVICES, *sorted(NETWORKS))},
}
NAMES = {kind: name for name, kind in reversed(KINDS.items())}
