"""Words for relations in languages that fewer files come in: data, looked into for a strange word.

Apart from `relating`, which every command reads.
"""

from netlog.folding import fold
from netlog.records.relations import RelationKind, Tie
from netlog.typed import Final

_WORDS: Final[dict[RelationKind, str]] = {
    "spouse": "femme manzel manzelka feleseg ferj vaimo mies karisi koca жена муж супруг супруга "
    "дружина чоловік σύζυγος 配偶 配偶者 妻 夫 妻子 丈夫 배우자 아내 남편",
    "partner": "партнер партнёр партнерка přítel přítelkyně partnerka kumppani パートナー "
    "伴侣 동반자",
    "parent": "otec anya apa aiti isa anne baba rodzic rodič мать отец мама папа мати батько "
    "μητέρα πατέρας 母 父 母亲 父亲 어머니 아버지",
    "child": "dcera poika tytar lapsi ogul kiz dziecko dítě сын дочь ребенок син дочка дитина "
    "γιος κόρη 息子 娘 子供 儿子 女儿 아들 딸",
    "sibling": "syster sestra veli sisko kardes брат сестра αδελφός αδελφή 兄 弟 姉 妹 哥哥 弟弟 "
    "姐姐 妹妹",
    "friend": "друг подруга přátelé kamarád barat ystava arkadas φίλος φίλη 友人 朋友 친구",
    "colleague": "коллега колега kolega kolegyně munkatars 同僚 同事 동료",
    "assistant": "помощник ассистент секретарь asystent asystentka 秘書 助理 비서",
    "manager": "начальник руководитель szef szefowa nadřízený főnök 上司 经理 상사",
}
# Each word, folded, with what it says.
FURTHER: Final = {
    fold(word): Tie(kind, word) for kind, words in _WORDS.items() for word in words.split()
}
