"""The story of Carol: from asking once too often to being settled with her."""

DAYS = (
    *("2024-11-20", "2026-10-05", "2026-10-19", "2026-11-09"),
    *("2026-11-23", "2026-11-26", "2026-12-10", "2027-01-01"),
)


def test_the_story_of_carol(netlog, monkeypatch) -> None:
    days = iter(DAYS)

    def on_the_next_day() -> None:
        monkeypatch.setenv("NETLOG_TODAY", next(days))

    def due() -> list[tuple[str, str]]:
        return [(item["kind"], item["ref"]) for item in netlog("due", "--json").json]

    def reasons() -> dict[str, str]:
        found = netlog("check", "carol", "--json").json
        assert found["fine"] is (not found["reasons"])
        return {reason["code"]: reason["text"] for reason in found["reasons"]}

    # A coffee at which she read the CV; it got the interview, and she never heard of either.
    on_the_next_day()
    netlog("add", "Carol Danvers")
    netlog("log", "carol", "-m", "Her garden", "--kind", "coffee", "--got", "read my CV")
    netlog("favor", "outcome", "f1", "it got me the interview")
    assert reasons() == {
        "not_told": "you have not told Carol Danvers how this turned out: read my CV"
    }

    # Two years silent, but for three asks in a row.
    for what in ("an intro to HR", "a reference", "an intro to her boss"):
        on_the_next_day()
        asked = netlog("favor", "ask", "carol", what)
        assert asked.status == 0
        assert "not thanked Carol Danvers for coffee on 20 Nov 2024" in asked.err

    # A look before the fourth names each reason.
    on_the_next_day()
    assert reasons() == {
        "asks_in_a_row": "your last three contacts with Carol Danvers were asks",
        "not_thanked": "you have not thanked Carol Danvers for coffee on 20 Nov 2024",
        "not_told": "you have not told Carol Danvers how this turned out: read my CV",
        "silent": "silent for 24 months: start with something for them",
        "asks_this_quarter": "fourth ask of Carol Danvers this quarter",
    }
    texts = list(reasons().values())
    assert due() == [
        ("thanks", "t1"),
        ("outcome", "f1"),
        ("waiting", "f2"),
        ("waiting", "f3"),
        ("waiting", "f4"),
        ("reconnect", "c1"),
    ]

    # Asked all the same: it warns, and it saves.
    asked = netlog("log", "carol", "--kind", "email", "--asked", "her notes", "--by", "today")
    assert asked.status == 0
    assert asked.err.splitlines() == [f"Mind: {text}." for text in texts]
    assert ("waiting", "f5") in due()
    assert ("reconnect", "c1") not in due()

    # Two of the asks are let go; she writes the reference, and sends a book nobody asked for.
    assert netlog("drop", "f4", "f5", "--why", "too much").status == 0
    assert netlog("done", "f3").status == 0
    assert netlog("favor", "receive", "carol", "a book on bees").status == 0
    assert due() == [("thanks", "t1"), ("outcome", "f1"), ("waiting", "f2")]

    # Three days later the thanks for both are due.
    on_the_next_day()
    assert due() == [
        *[("thanks", "t1"), ("thanks", "t2"), ("thanks", "t3")],
        *[("outcome", "f1"), ("waiting", "f2")],
    ]
    assert netlog("thank", "carol", "--how", "note").status == 0
    assert due() == [("outcome", "f1"), ("waiting", "f2")]
    assert set(reasons()) == {"not_told", "asks_this_quarter"}

    # The introduction comes, and its outcome; both outcomes are told, one of them at a lunch.
    assert netlog("done", "f2").status == 0
    assert due() == [("outcome", "f1")]
    assert netlog("favor", "outcome", "f2", "first interview on Monday").status == 0
    assert due() == [("outcome", "f1"), ("outcome", "f2")]
    assert netlog("favor", "told", "f2").status == 0
    assert due() == [("outcome", "f1")]
    lunch = ("--kind", "lunch", "--invited", "me", "--paid", "me", "--no-thanks")
    assert netlog("log", "carol", *lunch, "--told", "f1").status == 0
    assert due() == []
    assert set(reasons()) == {"asks_this_quarter"}

    # Thanked for the introduction too, and settled.
    on_the_next_day()
    assert due() == [("thanks", "t4")]
    assert netlog("thank", "carol").status == 0
    assert due() == []

    # In the new year the two favors of which nothing was heard are asked about, and let go.
    on_the_next_day()
    assert due() == [("outcome", "f3"), ("outcome", "f6")]
    assert netlog("drop", "f3", "f6").status == 0
    assert due() == []
    assert netlog("check", "carol", "--json").json["fine"]
    (balance,) = netlog("balance", "carol", "--json").json
    assert (balance["received"], balance["given"], balance["open_to_me"]) == (4, 0, 0)
