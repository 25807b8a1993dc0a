"""Whose somebody is: hers or his where the record says so, else theirs; never guessed by a name."""

from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from netlog.folding import fold
from netlog.typed import Final

THEIR: Final = "their"
# What somebody is to others, where it says more than spouse, parent, child or sibling.
_HER: Final = """
wife ehefrau gattin épouse esposa moglie echtgenote żona girlfriend fiancée lebenspartnerin verlobte
compagne novia compagna companheira mother mom mum mommy mummy mama stepmother mutter mère madre mãe
moeder matka daughter stepdaughter tochter fille hija figlia filha dochter corka datter sister
schwester soeur hermana sorella irma zus siostra søster grandmother godmother aunt niece
"""
_HIS: Final = """
husband hubby ehemann gatte mari époux esposo marido marito echtgenoot mąż boyfriend fiancé
lebenspartner verlobter compagnon novio compagno companheiro father dad daddy papa stepfather vater
père padre pai vader ojciec son stepson sohn fils hijo figlio filho zoon syn brother bruder frère
hermano fratello irmao broer brat bror grandfather godfather uncle nephew
"""
_SAID: Final = {
    **dict.fromkeys(("she", "her", "f", "female", "woman", "w", "weiblich", "femme"), "her"),
    **dict.fromkeys(("he", "him", "m", "male", "man", "männlich", "homme"), "his"),
}


def possessive(words: Iterable[str], said: Iterable[str]) -> str:
    """By what somebody is to others, such as wife; else by what is said of them: she/her, F.

    Where both hold, or neither, it is theirs.
    """
    told = {one for word in words if (one := _of_words().get(fold(word)))}
    if not told:
        told = {one for text in said if (one := _SAID.get(_first(text)))}
    return told.pop() if len(told) == 1 else THEIR


def _first(text: str) -> str:
    return "".join(takewhile(lambda char: char.isalnum() or char == "_", text.strip().lower()))


@cache
def _of_words() -> dict[str, str]:
    her, his = ({fold(one) for one in text.split()} for text in (_HER, _HIS))
    return dict.fromkeys(her - his, "her") | dict.fromkeys(his - her, "his")
