"""The page of the network in a real browser: legible, searched, walked through, and kept to itself.

It needs a Chromium; what axe-core says is looked at where it is installed
(npm ci --prefix tests/render/browser). NETLOG_PICTURES names a folder to keep what was seen in.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.actions.test_demo import TODAY
from tests.conftest import AT
from tests.render import chromium

from netlog.actions import network, stats
from netlog.actions.demo.story import build
from netlog.records.contacts import NewContact
from netlog.render import charts, drawn_page
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.writes import contacts

AXE = Path(__file__).with_name("browser") / "node_modules" / "axe-core" / "axe.min.js"
SCREENS = ((1280, 800, False), (390, 844, False), (1280, 800, True), (390, 844, True))
WICKED = (
    '"><script>window.owned = 1</script><b onload=x>',
    "</text></svg><img src=https://example.org/x onerror='window.owned = 2'>",
    "W" * 60,
    "x" * 300,
    "山田太郎" * 8,
    "مریم میرزاخانی از دانشگاه استنفورد",
    "\N{FAMILY} Family Of Four And More Words Here",
    "javascript:window.owned=3",
    "\N{RIGHT-TO-LEFT OVERRIDE}drowssap\N{POP DIRECTIONAL FORMATTING}",
)
# Of each box the right end of its words, and that of the box.
ENDS = """
Array.from(document.querySelectorAll('.who')).map(one => [
    one.querySelector('text').getBBox(), one.querySelector('rect').getBBox(),
].map(box => box.x + box.width))
"""
SHOWN = "['.who', 'li', 'path'].map(s => document.querySelectorAll(s + ':not(.hidden)').length)"
SEARCH = """
(word => {{ var box = document.getElementById('{0}'); box.value = word;
box.dispatchEvent(new Event('{1}')); }})
"""
ABOUT = "document.getElementById('about').textContent"
VIOLATED = "axe.run().then(found => found.violations.map(one => one.id + ': ' + one.help))"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Page]:
    program = chromium.installed()
    if program is None:
        pytest.skip(f"no Chromium is installed: {', '.join(chromium.NAMES)}")
    with chromium.opened(program, tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the demo."""
    folder = tmp_path_factory.mktemp("demo")
    build(str(folder / "demo.db"), TODAY)
    return _drawn(folder / "demo.db")


@pytest.fixture(scope="module")
def wicked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of people whose names would be markup or are long, in a chain; then a crowd."""
    folder = tmp_path_factory.mktemp("wicked")
    with doors.recording(str(folder / "b.db"), command="test", at=AT, judge=derive) as book:
        for number, name in enumerate(WICKED):
            via = number if number else None
            contacts.add(book, NewContact(name, introduced_by_id=via, tags=("<i>", '"&')))
        for number in range(300):
            contacts.add(book, NewContact(f"Guest {number}", introduced_by_id=1))
    return _drawn(folder / "b.db")


@pytest.fixture(scope="module")
def numbers(demo: Path, wicked: Path) -> tuple[Path, ...]:
    """The stats of both books, each as a page."""
    pages = []
    for book in (demo.with_suffix(".db"), wicked.with_suffix(".db")):
        with doors.reading(str(book), AT, derive) as connection:
            found = stats.stats(connection, TODAY - timedelta(days=365), TODAY, TODAY)
        pages.append(book.with_name(f"{book.stem}-stats.html"))
        pages[-1].write_text(charts.html(found), "utf-8")
    return tuple(pages)


def _drawn(book: Path) -> Path:
    with doors.reading(str(book), AT, derive) as connection:
        found = network.network(connection)
    page = book.with_suffix(".html")
    page.write_text(drawn_page.html(found), "utf-8")
    return page


@contextmanager
def visited(page: chromium.Page, file: Path, screen: tuple[int, int, bool]) -> Iterator[Any]:
    """The page on that screen, of which nothing may have been asked or complained."""
    page.requests.clear()
    page.complaints.clear()
    width, height, dark = screen
    page.size(width, height, dark=dark)
    page.visit(file)
    yield page.evaluate
    if folder := os.environ.get("NETLOG_PICTURES"):
        page.picture(Path(folder) / f"{file.stem}-{width}{'-dark' if dark else ''}.png")
    assert page.requests == [file.as_uri()]
    assert page.complaints == []


@pytest.mark.parametrize("screen", SCREENS[:2], ids=str)
def test_names_are_legible_and_the_page_is_no_wider_than_the_screen(
    page: chromium.Page, demo: Path, wicked: Path, screen: tuple[int, int, bool]
) -> None:
    for file in (demo, wicked):
        with visited(page, file, screen) as evaluate:
            assert [ends for ends in evaluate(ENDS) if ends[0] > ends[1]] == []
            assert evaluate("document.documentElement.scrollWidth <= innerWidth")
            size = "parseFloat(getComputedStyle(document.querySelector('svg text')).fontSize)"
            assert evaluate(size) >= 14
    with visited(page, demo, screen) as evaluate:
        right = evaluate(
            "Math.max(...Array.from(document.querySelectorAll('.who text'))"
            ".map(one => one.getBoundingClientRect().right))"
        )
        assert right <= screen[0]


def test_a_search_hides_the_rest(page: chromium.Page, demo: Path) -> None:
    search, choose = SEARCH.format("search", "input"), SEARCH.format("label", "change")
    with visited(page, demo, SCREENS[0]) as evaluate:
        everybody = evaluate(SHOWN)
        evaluate(f"{search}('DANA lind')")
        assert (evaluate(SHOWN), evaluate(ABOUT)) == ([1, 1, 0], "1 person")
        evaluate(f"{search}('zzz')")
        assert (evaluate(SHOWN), evaluate(ABOUT)[:6]) == ([0, 0, 0], "Nobody")
        evaluate(f"{search}('')")
        assert evaluate(SHOWN) == everybody
        evaluate(f"{choose}('#hiring')")
        assert evaluate(SHOWN) == [4, 4, 2]
        evaluate(f"{search}('henrik')")
        assert evaluate(SHOWN)[0] == 1


def test_who_is_clicked_or_come_to_is_told_of(page: chromium.Page, demo: Path) -> None:
    with visited(page, demo, SCREENS[0]) as evaluate:
        evaluate("document.querySelector('.who').dispatchEvent(new MouseEvent('click'))")
        assert evaluate(ABOUT).startswith("Łukasz Wróblewski (c4); ")
        evaluate("document.querySelectorAll('.who')[1].focus()")
        assert evaluate(ABOUT).startswith("Fatima Zahra El Idrissi (c39); ")
        before = evaluate("document.getElementById('drawing').getBoundingClientRect().width")
        evaluate("document.getElementById('closer').click()")
        after = evaluate("document.getElementById('drawing').getBoundingClientRect().width")
        assert after > before


def test_no_name_runs_or_becomes_markup(page: chromium.Page, wicked: Path) -> None:
    with visited(page, wicked, SCREENS[0]) as evaluate:
        assert evaluate("typeof window.owned") == "undefined"
        assert evaluate("document.querySelectorAll('img, b, i, script').length") == 1
        assert evaluate("document.querySelectorAll('.who').length") == len(WICKED) + 300


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_page_of_stats_keeps_to_itself_and_to_the_screen(
    page: chromium.Page, numbers: tuple[Path, ...], screen: tuple[int, int, bool]
) -> None:
    for file in numbers:
        with visited(page, file, screen) as evaluate:
            assert evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert evaluate("document.querySelectorAll('img, b, i, script').length") == 0
            assert evaluate("document.querySelectorAll('.bar').length") > 0
            if AXE.exists():
                page.call("Runtime.evaluate", expression=AXE.read_text("utf-8"))
                assert evaluate(VIOLATED) == []


@pytest.mark.skipif(not AXE.exists(), reason="axe-core: npm ci --prefix tests/render/browser")
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_axe_finds_nothing_amiss(
    page: chromium.Page, demo: Path, screen: tuple[int, int, bool]
) -> None:
    with visited(page, demo, screen) as evaluate:
        page.call("Runtime.evaluate", expression=AXE.read_text("utf-8"))
        assert evaluate(VIOLATED) == []
