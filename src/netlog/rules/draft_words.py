"""The sentences that drafts of thanks are made of, in the languages of the templates."""

from netlog.named import NamedTuple
from netlog.records.messages import Language
from netlog.typed import Final


class Phrases(NamedTuple):
    """The sentences of such a draft in one language.

    thanks is the first of them, with all that it is {what}, meeting and did are how each of that
    is said, favor what they did on no day or that {day}, quote what follows with their words. The
    others are the second one, by what it says.
    """

    thanks: str
    meeting: str
    did: str
    favor: str
    outcome: str
    outcome_on: str
    spoken: str
    promised: str
    promised_on: str
    noticed: str


PHRASES: Final[dict[Language, Phrases]] = {
    "en": Phrases(
        "Thank you {what}",
        "for {thing}",
        "for what you did for me",
        "for what you did for me {day}",
        "You may like to hear how it turned out",
        "I learned {day} how it turned out, and would like to tell you",
        "I wrote down what we spoke of",
        "I have not forgotten what I promised you",
        "I have not forgotten what I promised you {day}",
        "I wanted you to know that it did not go unnoticed",
    ),
    "de": Phrases(
        "Vielen Dank {what}",
        "für {thing}",
        "für das, was du für mich getan hast",
        "für das, was du {day} für mich getan hast",
        "Vielleicht freut dich, was daraus geworden ist",
        "Was daraus geworden ist, habe ich {day} erfahren, und das erzähle ich dir gern",
        "Ich habe mir notiert, worüber wir gesprochen haben",
        "Was ich dir versprochen habe, habe ich nicht vergessen",
        "Was ich dir {day} versprochen habe, habe ich nicht vergessen",
        "Du sollst wissen, dass es mir aufgefallen ist",
    ),
    "fr": Phrases(
        "Merci {what}",
        "pour {thing}",
        "pour ce que tu as fait pour moi",
        "pour ce que tu as fait pour moi {day}",
        "Tu aimeras peut-être savoir ce que cela a donné",
        "J'ai su {day} ce que cela a donné, et j'aimerais te le raconter",
        "J'ai noté ce dont nous avons parlé",
        "Je n'ai pas oublié ce que je t'ai promis",
        "Je n'ai pas oublié ce que je t'ai promis {day}",
        "Je voulais que tu saches que cela a compté pour moi",
    ),
    "es": Phrases(
        "Gracias {what}",
        "por {thing}",
        "por lo que hiciste por mí",
        "por lo que hiciste por mí {day}",
        "Quizá te guste saber en qué quedó",
        "Supe {day} en qué quedó, y me gustaría contártelo",
        "Anoté de qué hablamos",
        "No he olvidado lo que te prometí",
        "No he olvidado lo que te prometí {day}",
        "Quería que supieras que lo valoro mucho",
    ),
    "pt": Phrases(
        "Agradeço {what}",
        "{thing}",
        "o que você fez por mim",
        "o que você fez por mim {day}",
        "Talvez goste de saber no que deu",
        "Soube {day} no que deu, e gostaria de contar",
        "Anotei sobre o que falamos",
        "Não esqueci o que prometi",
        "Não esqueci o que prometi {day}",
        "Queria que soubesse que isso não passou despercebido",
    ),
}
