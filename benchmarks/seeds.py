"""Fill each program with the same people, by the quickest way that it has itself."""

import csv
import json
import subprocess
import time
from pathlib import Path

from peers import Here
from people import TODAY, Made


def _run(here: Here, *argv: str, given: str | None = None, program: str | None = None) -> None:
    subprocess.run(
        [program or here.program, *argv],
        env=here.environment,
        cwd=here.folder,
        input=given,
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=None if here.until == float("inf") else max(here.until - time.monotonic(), 0),
    )


def netlog(here: Here, everybody: list[Made]) -> None:
    _run(here, "import", "--yes", "--format", "json", "-", given=json.dumps(book(everybody)))


def book(everybody: list[Made]) -> dict[str, object]:
    """Those people and a meeting with each, as netlog's own JSON has them."""
    contacts = [
        {
            "uid": f"c{one.number}",
            "name": one.name,
            "organization": one.organization,
            "cadence_days": 30 if one.due else 0,
            "methods": [
                {"kind": "email", "value": one.email},
                {"kind": "phone", "value": one.phone},
            ],
        }
        for one in everybody
    ]
    meetings = [
        {
            "uid": f"m{one.number}",
            "happened_on": one.met_on.isoformat(),
            "kind": "coffee",
            "text": one.meeting,
            "contacts": [f"c{one.number}"],
        }
        for one in everybody
    ]
    return {"netlog": {"format": 2}, "contacts": contacts, "meetings": meetings}


def khard(here: Here, everybody: list[Made]) -> None:
    (here.folder / "cards").mkdir()
    for one in everybody:
        given, family = one.name.split()
        (here.folder / f"cards/{one.number}.vcf").write_text(
            "BEGIN:VCARD\r\nVERSION:3.0\r\n"
            f"UID:c{one.number}\r\nFN:{one.name}\r\nN:{family};{given};;;\r\nEMAIL:{one.email}\r\n"
            f"TEL:{one.phone}\r\nORG:{one.organization}\r\nEND:VCARD\r\n"
        )
    (here.folder / "conf").write_text(
        f"[addressbooks]\n[[cards]]\npath = {here.folder}/cards\n[general]\ndefault_action = list\n"
    )


def narad(here: Here, everybody: list[Made]) -> None:
    """By its own functions: ten thousand of its commands would take an hour."""
    rows = [(*one[1:5], one.meeting, str(one.met_on), one.due) for one in everybody]
    code = """
import json, sys
from narad import db, store
db.init_db()
with db.session() as conn:
    for name, email, phone, org, text, met, due in json.load(sys.stdin):
        who = store.create_contact(conn, name, organization=org, email=email, phone=phone).id
        store.create_interaction(conn, text, contact=who, kind="meeting", occurred_at=met)
        if due:
            store.create_task(conn, "Get back in touch", due="today", contact=who)
"""
    _run(here, "init")
    _run(
        here, "-c", code, given=json.dumps(rows), program=str(Path(here.program).parent / "python")
    )


def hermitcrm(here: Here, everybody: list[Made]) -> None:
    _run(here, "init", "--no-setup", str(here.folder / "crm"))
    companies = sorted({one.organization for one in everybody})
    _csv(here.folder / "companies.csv", ["name"], [[name] for name in companies])
    rows = [[one.organization, one.name, one.email, one.phone] for one in everybody]
    _csv(here.folder / "contacts.csv", ["company", "name", "email", "phone"], rows)
    for mode in ("companies", "contacts"):
        argv = ["import", "--mode", mode, str(here.folder / f"{mode}.csv"), "--apply"]
        _run(here, "--data", str(here.folder / "crm"), *argv)


def _csv(path: Path, head: list[str], rows: list[list[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])


def taskwarrior(here: Here, everybody: list[Made]) -> None:
    (here.folder / "rc").write_text("confirmation=off\nverbose=nothing\n")
    tasks = [
        {
            "description": f"{one.name} {one.email} {one.phone}",
            "project": one.organization.replace(" ", ""),
            "status": "pending",
            "entry": f"{one.met_on:%Y%m%d}T090000Z",
            "annotations": [{"entry": f"{one.met_on:%Y%m%d}T100000Z", "description": one.meeting}],
            **({"due": f"{TODAY:%Y%m%d}T120000Z"} if one.due else {}),
        }
        for one in everybody
    ]
    _run(here, "import", "-", given=json.dumps(tasks))


def abook(here: Here, everybody: list[Made]) -> None:
    items = (
        f"[{at}]\nname={one.name}\nemail={one.email}\nphone={one.phone}\nnotes={one.organization}\n"
        for at, one in enumerate(everybody)
    )
    head = "# abook addressbook file\n\n[format]\nprogram=abook\nversion=0.6.1\n\n"
    (here.folder / "book").write_text(head + "\n".join(items))
