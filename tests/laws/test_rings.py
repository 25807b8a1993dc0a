"""Nobody leads to whoever led to them, whatever command it was that said so."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.laws.books import Book

NewBook = Callable[[], Book]
PEOPLE = ("Ann", "Bo", "Cy", "Di", "Ed")


def vias(book: Book) -> dict[str, str]:
    found = book.json("list")
    return {one["ref"]: one["introduced_by"]["ref"] for one in found if one["introduced_by"]}


def has_ring(book: Book) -> bool:
    led = vias(book)
    for at in led:
        seen: set[str] = set()
        while at in led and at not in seen:
            seen.add(at)
            at = led[at]
        if at in seen:
            return True
    return False


def turned(book: Book, file: Path, chance: random.Random) -> None:
    """Bring in a file of the book in which people were led to by others than before."""
    book.done("export", "-o", str(file), "--force")
    said = json.loads(file.read_text())
    rows = said["contacts"]
    for row in rows:
        row["introduced_by"] = chance.choice([{"uid": one["uid"]} for one in rows])
    file.write_text(json.dumps(said))
    book.run("import", str(file), "--update", chance.choice(("fill", "overwrite")))


@pytest.mark.parametrize("seed", range(3))
def test_introducers_never_form_a_ring(new_book: NewBook, tmp_path: Path, seed: int) -> None:
    chance, book = random.Random(seed), new_book()
    for name in PEOPLE[2:]:
        book.done("add", name)
    for _ in range(14):
        one, other = chance.sample(PEOPLE, 2)
        match chance.choice(("edit", "edit", "clear", "log", "add", "merge", "undo", "file")):
            case "edit":
                book.run("edit", one, "--via", other)
            case "clear":
                book.run("edit", one, "--via", "")
            case "log":
                book.run("log", one, "call", "--via", other)
            case "add":
                book.run("add", one, "--via", other)
            case "merge":
                book.run("merge", one, other, "--yes")
            case "file":
                turned(book, tmp_path / "b.json", chance)
            case _:
                listed = book.json("undo", "--list")
                if listed:
                    book.run("undo", str(chance.choice(listed)["id"]))
        assert not has_ring(book)


def test_of_two_who_become_one_nobody_leads_to_who_led_to_them(new_book: NewBook) -> None:
    book = new_book()
    book.done("add", "Cy", "--via", "ann")
    book.done("edit", "bo", "--via", "cy")
    merged = book.done("merge", "ann", "bo", "--yes").result.out
    assert "Cy (c3), whom they led to" in merged
    assert vias(book) == {"c3": "c1"}
    book.done("undo")
    assert vias(book) == {"c3": "c1", "c2": "c3"}


def test_what_is_taken_back_alone_makes_no_ring(new_book: NewBook) -> None:
    book = new_book()
    book.done("edit", "ann", "--via", "bo")
    book.done("edit", "ann", "--via", "")
    cleared = book.json("undo", "--list")[0]["id"]
    book.done("edit", "bo", "--via", "ann")
    refused = book.run("undo", str(cleared))
    assert (refused.status, vias(book)) == (5, {"c2": "c1"})
    assert "would have come through themselves" in refused.err


def test_a_file_in_which_two_led_to_one_another_keeps_what_it_says_in_words(
    new_book: NewBook, tmp_path: Path
) -> None:
    book, file = new_book(), tmp_path / "ring.json"
    people = [
        {"type": "contact", "uid": f"0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b2{n}", "name": name}
        | {"introduced_by": {"name": via}}
        for n, (name, via) in enumerate((("Cy Cole", "Di Dee"), ("Di Dee", "Cy Cole")))
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in people))
    book.done("import", str(file))
    assert vias(book) == {"c3": "c4"}
    assert book.json("show", "c4")["fields"] == {"introduced by": "Cy Cole"}
