"""Foreign bytes become text without anybody saying in which charset they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.charset import decoded, decoded_line, of_that_name
from netlog.formats.guess import guess

TEXT = "Zoë Müller\r\nCafé de l’Œuvre\r\n"


@pytest.mark.parametrize(
    ("charset", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_every_usual_charset_is_told_from_the_bytes(charset: str, bom: bytes) -> None:
    assert decoded(bom + TEXT.encode(charset)) == TEXT


def test_bytes_that_windows_leaves_free_are_latin_1() -> None:
    assert decoded(b"Zo\xeb\x81") == "Zoë\x81"


def test_one_line_in_another_charset_leaves_the_rest_as_it_is() -> None:
    assert decoded("Zoë\n".encode() + "Müller\n".encode("latin-1")) == "Zoë\nMüller\n"


def test_a_declared_charset_is_believed_when_the_bytes_are_not_utf_8() -> None:
    assert decoded_line("Иван".encode("koi8-r"), "KOI8-R") == "Иван"
    assert decoded_line("Иван".encode(), "KOI8-R") == "Иван"


@pytest.mark.parametrize("declared", ["zlib", "nonsense", "idna", "iso-8859-99", "cp\x00"])
def test_a_charset_that_is_none_is_not_tried(declared: str) -> None:
    assert decoded_line(b"Zo\xeb", declared) == "Zoë"


@given(st.binary(max_size=200), st.text(max_size=10))
def test_any_bytes_become_text(data: bytes, declared: str) -> None:
    assert isinstance(decoded(data), str)
    assert isinstance(decoded_line(data, declared), str)


def test_one_broken_octet_does_not_change_the_charset_that_was_declared() -> None:
    assert decoded_line("ÑÑÑÑÑÑ".encode()[:-1], "UTF-8") == "ÑÑÑÑÑ\ufffd"
    assert decoded_line("Zoë".encode("cp1252"), "UTF-8") == "Zoë"


NAMES = {
    "cp1250": "Łukasz Wójcik|Małgorzata Śliwińska|Żaneta Źródło|Paweł Kamiński|Zdzisław Wiśniewski",
    "cp1251": "Иван Петров|Мария Сидорова|Алексей Смирнов|Дмитрий Соколов",
    "cp1252": "Jürgen Müller|Käthe Groß|Günther Böhm|Hélène Lefèvre|José Núñez|Åse Bjørnstad",
    "cp1254": "Ayşe Yılmaz|Mehmet Öztürk|İbrahim Çağlar|Gülşah Şahin|Özgür Güneş",
    "cp1255": "דוד כהן|שרה לוי|יוסף מזרחי|רחל פרידמן",
    "iso8859_7": "Γιώργος Παπαδόπουλος|Άννα Καραγιάννη|Άρης Δημητρίου|Ελένη Γεωργίου",
    "cp932": "山田太郎|鈴木花子|佐藤健一|田中美咲|高橋直樹|ヤマダ タロウ|中村表",
    "gb18030": "王小明|李娜|张伟|北京市朝阳区建国路|刘洋|陈静|中国移动通信公司",
    "koi8_r": "Иван Петров|Мария Сидорова|Алексей Смирнов|Дмитрий Соколов",
}


FEW = {
    "cp1250": "Łukasz Żółć|Stanisław Wiśniewski|Małgorzata Dąbrowska",
    "iso8859_2": "Łukasz Żółć|Stanisław Wiśniewski|Małgorzata Dąbrowska",
    "cp1251": "Анна Каренина|Пётр Безухов",
    "cp1252": "Jürgen Müller|Käthe Groß|Günther Böhm|Hélène Lefèvre|José Núñez",
}


@pytest.mark.parametrize("charset", FEW)
def test_a_few_names_tell_it_where_they_are_no_words_otherwise(charset: str) -> None:
    assert guess([name.encode(charset) for name in FEW[charset].split("|")]) == charset


def lines(text: str, charset: str) -> list[bytes]:
    names = text.split("|") * 8
    return [f"{name},+49 30 12,met 2019".encode(charset) for name in names]


@pytest.mark.parametrize("charset", NAMES)
def test_names_tell_in_which_charset_they_are(charset: str) -> None:
    assert guess(lines(NAMES[charset], charset)) == charset


@pytest.mark.parametrize(
    "text",
    [
        "Erdős Pál|Szőke Ágnes|Kovács Győző|Szűcs Zoltán",
        "Ivan Ivančić|Petra Đaković|Željko Šarić|Čačić",
    ],
)
def test_letters_that_are_others_in_the_west_tell_by_their_alphabet(text: str) -> None:
    assert guess(lines(text, "cp1250")) == "cp1250"


@pytest.mark.parametrize("text", ["João Simões|Luís Brandão", "Tõnu Põder|Ülle Kõiv", "Ana Çelo"])
def test_what_may_be_western_is(text: str) -> None:
    assert guess(lines(text, "cp1252")) == "cp1252"


def test_a_few_letters_tell_nothing() -> None:
    assert guess(["Иван Петров".encode("cp1251")]) == "cp1252"


def test_a_line_in_utf_8_stays_what_it_is_beside_others() -> None:
    there = "\n".join(NAMES["cp1251"].split("|") * 4)
    data = there.encode("cp1251") + "\nZoë".encode()
    assert decoded(data) == f"{there}\nZoë"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Windows-1251", "cp1251"), ("sjis", "shift_jis"), ("latin1", "iso8859-1"), ("zlib", None)],
)
def test_charsets_go_by_the_names_that_people_know(typed: str, name: str | None) -> None:
    assert of_that_name(typed) == name
