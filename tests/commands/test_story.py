"""The main job, as it is shown: a coffee, the thanks it owes, and the silence after it."""

import subprocess
import sys

from tests.forked import Program

STORY = """
PATH="$FOLDER:$PATH"
set -euo pipefail
netlog add "Grace Hopper" --org "US Navy" --circle business --met "Navy reunion" \
    --log "Coffee; offered to read my CV" --on yesterday --kind coffee
netlog due --within 7d --json | "$PYTHON" -c '
import json, sys
assert json.load(sys.stdin)[0]["kind"] == "thanks"'
netlog thank grace --how note
netlog due --json
NETLOG_TODAY=2027-02-23 netlog due
"""


def test_the_story_runs_in_a_shell(home, monkeypatch, program: Program) -> None:
    monkeypatch.setenv("PYTHON", sys.executable)
    monkeypatch.setenv("FOLDER", program.folder)
    told = subprocess.run(["bash", "-c", STORY], capture_output=True, text=True, timeout=60)
    assert told.stderr == ""
    assert told.returncode == 0
    assert told.stdout == (
        "Grace Hopper (c1) added.\n"
        "Logged coffee with Grace Hopper on 22 Nov (m1).\n"
        "Thanks to Grace Hopper due 24 Nov: netlog thank t1\n"
        "Thanked Grace Hopper for coffee on 22 Nov (t1).\n"
        "[]\n"
        "Tuesday 23 February 2027\n"
        "\n"
        "Get back in touch\n"
        "c1  Grace Hopper  2d late  last 23 Nov 2026, meant quarterly\n"
        "\n"
        "Settle: netlog done c1   later: netlog snooze c1 3d   let go: netlog drop c1\n"
    )


def test_thanks_turn_overdue_and_are_gone_once_sent(netlog, monkeypatch) -> None:
    netlog("add", "Grace Hopper", "--log", "Coffee", "--on", "yesterday", "--kind", "coffee")
    assert netlog("due", "--json").json == []
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-27")
    (item,) = netlog("due", "--json").json
    assert (item["kind"], item["days_overdue"]) == ("thanks", 3)
    netlog("thank", "grace", "--how", "note")
    assert netlog("due", "--json").json == []


def test_being_in_touch_starts_the_silence_anew(netlog, monkeypatch) -> None:
    netlog("add", "Grace Hopper")
    netlog("log", "grace", "-m", "Coffee", "--kind", "coffee", "--thanked")
    monkeypatch.setenv("NETLOG_TODAY", "2027-02-23")
    assert [item["kind"] for item in netlog("due", "--json").json] == ["reconnect"]
    netlog("log", "grace", "-m", "She is well", "--kind", "call", "--no-thanks")
    assert netlog("due").out.endswith("Nothing is due. Next: 24 May.\n")


def test_between_two_graces_nothing_is_written(forked, netlog, contents) -> None:
    netlog("add", "Grace Hopper")
    netlog("add", "Grace Kelly")
    before = contents()
    refused = forked("log", "grace", "-m", "x")
    assert refused.status == 4
    assert "Grace Hopper (c1)" in refused.err
    assert "Grace Kelly (c2)" in refused.err
    assert contents() == before
