"""The network as text that other programs draw: Mermaid and Graphviz.

A name is text there as everywhere: it ends no label and begins no directive.
"""

from netlog.records.network import Network
from netlog.records.people import Person
from netlog.render.clean import clean

_MERMAID = {
    "&": "#amp;",
    "#": "#35;",
    '"': "#quot;",
    "<": "#lt;",
    ">": "#gt;",
    "`": "#96;",
    "\\": "#92;",
    ";": "#59;",
    "%": "#37;",
}


def mermaid(network: Network) -> str:
    """A flowchart: arrows from who led to whom, dotted lines between whom you introduced."""
    lines = ["flowchart LR"]
    lines += [f'  {one.ref}["{_in_mermaid(one.name)}"]' for one in _everybody(network)]
    lines += [f"  {n.via.ref} --> {n.contact.ref}" for n in network.nodes if n.via and n.depth]
    lines += [f"  {pair.one.ref} -.- {pair.other.ref}" for pair in network.introduced]
    return "\n".join(lines) + "\n"


def dot(network: Network) -> str:
    """A directed graph of Graphviz, with the same lines."""
    lines = ["digraph network {", "  rankdir=LR;", "  node [shape=box];"]
    lines += [f'  {one.ref} [label="{_in_dot(one.name)}"];' for one in _everybody(network)]
    lines += [f"  {n.via.ref} -> {n.contact.ref};" for n in network.nodes if n.via and n.depth]
    lines += [
        f"  {pair.one.ref} -> {pair.other.ref} [dir=none, style=dotted];"
        for pair in network.introduced
    ]
    return "\n".join([*lines, "}", ""])


def _everybody(network: Network) -> list[Person]:
    people = [node.contact for node in network.nodes]
    pairs = (person for pair in network.introduced for person in (pair.one, pair.other))
    return list(dict.fromkeys([*people, *pairs]))


def _in_mermaid(name: str) -> str:
    return "".join(_MERMAID.get(char, char) for char in clean(name))


def _in_dot(name: str) -> str:
    return clean(name).replace("\\", "\\\\").replace('"', '\\"')
