"""The story of Carol: from asking once too often to having settled all that was open with her."""

DAYS = (
    *("2024-11-20", "2024-11-23", "2026-10-05", "2026-10-19", "2026-11-09", "2026-11-23"),
    *("2026-11-26", "2026-12-10", "2027-03-01"),
)


def test_the_story_of_carol(netlog, monkeypatch) -> None:
    days = iter(DAYS)

    def on_the_next_day() -> None:
        monkeypatch.setenv("NETLOG_TODAY", next(days))

    def due(*argv: str) -> list[tuple[str, str]]:
        return [(item["kind"], item["ref"]) for item in netlog("due", *argv, "--json").json]

    def reasons() -> list[str]:
        found = netlog("check", "carol", "--json").json
        assert found["fine"] is (not found["reasons"])
        return [reason["code"] for reason in found["reasons"]]

    # A coffee at which she read the CV; it got the interview, and she never heard of either.
    on_the_next_day()
    netlog("add", "Carol Danvers")
    netlog("log", "carol", "-m", "Her garden", "--kind", "coffee", "--got", "read my CV")
    netlog("favor", "outcome", "f1", "it got me the interview")
    assert reasons() == []
    on_the_next_day()
    assert due() == [("outcome", "f1")]
    assert reasons() == ["not_thanked", "not_told"]

    # Two years silent, then three asks in a row.
    on_the_next_day()
    assert due() == [("reconnect", "c1")]
    assert due("--all") == [("reconnect", "c1"), ("outcome", "f1")]
    said = netlog("favor", "ask", "carol", "an intro to HR").err
    assert "you have not thanked them for this: read my CV" in said
    assert "silent for 22 months" in said
    for what in ("a reference", "an intro to her boss"):
        on_the_next_day()
        asked = netlog("favor", "ask", "carol", what)
        assert (asked.status, "Mind: " in asked.err) == (0, True)

    # A look before the fourth names each reason, and how to begin instead.
    on_the_next_day()
    assert reasons() == [
        *("asks_in_a_row", "asks_in_90_days", "not_thanked", "still_waiting", "still_waiting"),
        "one_sided",
    ]
    begin = netlog("check", "carol", "--json").json["instead"]
    assert begin == "Tell them how it turned out: it got me the interview."
    assert due() == [("waiting", "f2"), ("waiting", "f3"), ("waiting", "f4")]

    # Asked all the same: it warns, and it saves; asking for more nudged her for the rest.
    asked = netlog("log", "carol", "--kind", "email", "--asked", "her notes", "--by", "today")
    assert asked.status == 0
    assert asked.err.count("Mind: ") == 5
    assert due() == [("waiting", "f2"), ("waiting", "f5")]

    # Two of the asks are let go; she writes the reference, and sends a book nobody asked for.
    assert netlog("drop", "f4", "f5", "--why", "too much").status == 0
    assert netlog("done", "f3").status == 0
    assert netlog("favor", "receive", "carol", "a book on bees").status == 0
    assert due() == [("waiting", "f2")]

    # Three days later the thanks for both are due, and one note is enough for all three.
    on_the_next_day()
    assert due() == [("waiting", "f2"), ("thanks", "t2"), ("thanks", "t3")]
    assert netlog("thank", "carol", "note").status == 0
    assert due() == [("waiting", "f2")]
    assert reasons() == ["asks_in_a_row", "asks_in_90_days", "still_waiting", "one_sided"]

    # The introduction comes; its outcome is told with a word, the old one at a lunch you pay.
    assert netlog("done", "f2").status == 0
    assert netlog("told", "f2", "first interview on Monday").status == 0
    lunch = ("--kind", "lunch", "--invited", "me", "--paid", "me", "--no-thanks")
    assert netlog("log", "carol", *lunch, "--told", "f1").status == 0
    assert due() == []
    # The lunch ended the row; four asks in a season they remain.
    assert reasons() == ["asks_in_90_days"]

    # The news thanked for the introduction, too; how the reference helped is asked at Christmas.
    on_the_next_day()
    assert due() == []
    assert due("--within", "3w") == [("outcome", "f3")]
    assert netlog("told", "f3", "they took it to the board").status == 0

    # A season on, nothing is open between you.
    on_the_next_day()
    assert due("--all") == []
    assert netlog("check", "carol", "--json").json["fine"]
    (balance,) = netlog("balance", "carol", "--json").json
    assert (balance["received"], balance["given"], balance["open_to_me"]) == (4, 1, 0)
    assert balance["text"] == "What Carol Danvers did for you is thanked and told."
