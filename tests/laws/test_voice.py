"""A wise friend, not a clerk: all that netlog can say about people stands in voice.txt, reviewed.

The sentences are found in the source, so that none is forgotten; in braces stands what is put in.
`pytest --update-transcripts` writes down what is said now: read what changed before it is kept.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.conftest import Netlog

import netlog

SOURCE = Path(netlog.__file__).parent
REVIEWED = Path(__file__).with_name("voice.txt")

# Where sentences about people are made: what is concluded, and what a confirmation says.
SPEAKING = (
    "asking.py",
    *(
        f"rules/{name}.py"
        for name in ("lines", "choices", "standing", "account", "open_lines", "reciprocity")
    ),
    *("rules/reconnect.py", "rules/brief.py", "rules/roles.py", "rules/peace.py"),
    "rules/turning.py",
    *("rules/messages.py", "rules/sayable.py", "rules/thankable.py", "rules/timeline.py"),
    *("rules/drafts.py", "rules/week.py", "rules/stats.py", "actions/messages.py"),
    *(
        f"render/pages/{name}.py"
        for name in (
            *("due", "reciprocity", "reconnect", "brief", "thanks", "favors", "meetings", "plans"),
            *("snoozing", "cadence", "week", "recall", "stats"),
        )
    ),
    *(f"commands/{name}.py" for name in ("done", "drop", "thank", "told", "archive", "every")),
    "commands/draft.py",
)
# Counting is what balance is for; what one may ask says "gave" of nobody.
OF_THE_LEDGER = ("render/pages/reciprocity.py",)

LEDGER = re.compile(r"\b(even|accounts?|owes?(?: more)?|gave|balance|ledger|credit|debt)\b", re.I)
GENDER = re.compile(r"\b(he|she|him|his|her|hers|himself|herself)\b", re.I)
NAME = re.compile(r"\{[^{}]*\bname\b[^{}]*\}|\{name\}")
COMMAND = re.compile(r"netlog [a-z{].*")


def said_in(path: Path) -> Iterator[str]:
    """The sentences of a module: texts of two words or more that are no documentation."""
    tree = ast.parse(path.read_text("utf-8"))
    left_out = {id(node) for node in ast.walk(tree) if _is_silent(node)}
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if id(node) in left_out or isinstance(node, ast.JoinedStr | ast.FormattedValue):
                left_out.add(id(child))
        if id(node) in left_out:
            continue
        text = (_text(node) or "").replace("\n", " / ").strip()
        words = re.sub(r"\{[^{}]*\}", "…", text)
        if " " in text and re.search(r"[a-z]{2,}.* |… .*[a-z]{2,}|[a-z]{2,}.*…", words):
            yield re.sub(r"\s+", " ", text)


def _is_silent(node: ast.AST) -> bool:
    """Documentation, what parameters are called, and what a parser is told."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(isinstance(one, ast.Name) and one.id == "EXAMPLES" for one in targets)
    if isinstance(node, ast.arguments):
        return True
    return isinstance(node, ast.Raise)


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_part(one) for one in node.values)
    return None


def _part(node: ast.expr) -> str:
    if isinstance(node, ast.FormattedValue):
        inside = ast.unparse(node.value).replace("{", "(").replace("}", ")")
        return "{" + inside + "}"
    assert isinstance(node, ast.Constant)
    return str(node.value)


@cache
def everything() -> dict[str, list[str]]:
    """Each module's sentences, in its order."""
    return {name: list(dict.fromkeys(said_in(SOURCE / name))) for name in SPEAKING}


def test_all_that_is_said_about_people_was_reviewed(request: pytest.FixtureRequest) -> None:
    blocks = [
        "\n".join([f"# {name}", *sentences])
        for name, sentences in everything().items()
        if sentences
    ]
    now = "\n\n".join(blocks) + "\n"
    if request.config.getoption("--update-transcripts"):
        REVIEWED.write_text(now, "utf-8")
    assert now == REVIEWED.read_text("utf-8")


@pytest.mark.parametrize("module", SPEAKING)
def test_the_voice_is_that_of_a_friend(module: str) -> None:
    for sentence in everything()[module]:
        plain = COMMAND.sub("", sentence)
        words = re.sub(r"\{[^{}]*\}", "", plain)
        assert "!" not in words, sentence
        assert not GENDER.search(words), sentence
        assert module in OF_THE_LEDGER or not LEDGER.search(words), sentence
        names = NAME.findall(plain)
        assert len(names) == len(set(names)), sentence


# What is really said, of everybody in the demo


def test_no_sentence_repeats_a_name(demo: Netlog) -> None:
    items = demo("due", "--all", "--json").json
    found = [(item["contact"]["name"], item["what"]) for item in items]
    for one in demo("reconnect", "--limit", "50", "--json").json:
        said = [*(why["text"] for why in one["why"]), one["opening"]["text"]]
        found += [(one["contact"]["name"], text) for text in said]
    for one in demo("balance", "--json").json:
        found.append((one["contact"]["name"], one["text"]))
    assert len(found) > 50
    for name, text in found:
        assert text.count(name) <= 1, text
        assert "!" not in re.sub(r'"[^"]*"', "", text), text
