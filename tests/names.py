"""Invented people as each language names them, and the code pages in which lists are saved."""

import unicodedata

NAMES = {
    "lv": """Jānis Bērziņš, Līga Ķēniņa, Ģirts Šķēle, Žanna Ūdre, Mārtiņš Kalniņš, Ilze Ozoliņa,
        Kārlis Liepiņš, Dzintra Āboliņa, Ņina Grāvīte, Rūdolfs Čakste, Aļona Šmite,
        Zaķis Ēriks""",
    "lt": """Kęstutis Žemaitis, Rūta Šimkutė, Jūratė Čepaitė, Ąžuolas Įrutis, Živilė Gražytė,
        Šarūnas Jasaitis, Giedrė Žukauskienė, Mindaugas Ščepka, Eglė Ūsaitė, Ignas Kavaliūnas,
        Vytautas Mačiulis, Aušra Bružienė""",
    "ee": """Õnne Jõgi, Ülle Mägi, Tõnu Õunapuu, Žanna Käär, Jüri Põld, Pärt Rüütel, Külli Sõber,
        Märt Väljas, Eha Kõiv, Öie Tänav, Sirje Lääne, Üllar Hütt""",
    "pl": """Łukasz Żółć, Małgorzata Wiśniewska, Paweł Kamiński, Stanisław Dąbrowski,
        Zofia Wójcik, Grażyna Jabłońska, Błażej Cieślak, Śliwa Bożena, Józef Pająk,
        Agnieszka Źrebiec, Michał Gęsicki, Ćwik Renata""",
    "de": """Jürgen Müller, Björn Größe, Jörg Weiß, Änne Schröder, Günter Strauß, Ulrike Köhler,
        Käthe Jäger, Jürgen Öhler, Sören Groß, Maria Übel, Hänsel Böhm, Götz Süß""",
    "se": """Åsa Öberg, Göran Sjöström, Märta Åkesson, Björn Ström, Örjan Nyström, Märit Ågren,
        Anders Holmström, Åke Hägg, Pär Löfgren, Sölve Ädel, Håkan Mårtensson, Renée Lindén""",
    "ru": """Иван Петров, Ольга Щукина, Юрий Ёлкин, Мария Кузнецова, Сергей Жуков, Анна Цветкова,
        Дмитрий Соболев, Екатерина Чайка, Фёдор Шубин, Эльвира Хохлова, Игорь Ющенко,
        Яна Быкова""",
    "cz": """Jiří Dvořák, Lukáš Černý, Zdeňka Růžičková, Šárka Němcová, Ondřej Kříž,
        Václav Štěpánek, Růžena Ďurišová, Tomáš Žák, Matěj Třebický, Alžběta Říhová,
        Miloš Havlíček, Jitka Krejčí""",
    "fr": """Françoise Lefèvre, Hélène Noël, François Château, Zoé Bérenger, Jérôme Gagné,
        Élodie Lemaître, Thérèse Fournié, Benoît Crépin, Loïc Guérin, Maëlle Séguéla,
        Cœur Deschênes, Gérard Côté""",
    "gr": """Γιώργος Παπαδόπουλος, Μαρία Νικολάου, Κώστας Δημητρίου, Ελένη Αθανασίου,
        Νίκος Κωνσταντίνου, Άννα Βασιλείου, Δημήτρης Οικονόμου, Σοφία Ιωάννου, Παύλος Μακρής,
        Έφη Χριστοδούλου, Ηλίας Γεωργίου, Θάλεια Ζερβού""",
    "tr": """Ayşe Yılmaz, Mehmet Öztürk, Gülşah Çelik, İbrahim Şahin, Özge Aydın, Çağla Yıldırım,
        Tuğba Güneş, Uğur Kılıç, Şükrü Doğan, Işıl Koç, Hüseyin Ünal, Nuray Çağlar""",
    "il": """דוד כהן, שרה לוי, יעקב מזרחי, רחל פרץ, משה אברהם, לאה ביטון, יוסף דהן, חנה אגרון,
        אברהם פרידמן, מרים שפירא, נועם כץ, תמר גולן""",
    "ua": """Олена Шевченко, Андрій Коваленко, Їжак Богдан, Оксана Бондаренко, Тарас Єфименко,
        Марія Ткаченко, Сергій Лисенко, Ґудзик Ярослав, Наталія Кравець, Юлія Гнатюк,
        Василь Приходько, Ірина Гончарук""",
    "vn": """Nguyễn Văn Hùng, Trần Thị Mai, Lê Hoàng Anh, Phạm Minh Đức, Hoàng Thị Lan,
        Vũ Quốc Việt, Đặng Thu Hà, Bùi Xuân Phúc, Đỗ Ngọc Ánh, Ngô Bảo Châu, Dương Thị Hường,
        Lý Thường Kiệt""",
    "jp": """山田太郎, 佐藤花子, 鈴木一郎, 高橋美咲, 田中健太, 伊藤さくら, 渡辺直樹, 中村由美,
        小林誠, 加藤めぐみ, 吉田雄介, 松本香織""",
    "cn": """王小明, 李娜, 张伟, 刘洋, 陈静, 杨秀英, 赵磊, 黄丽, 周杰, 吴建国, 徐红梅, 孙志强""",
    "tw": """王小明, 陳怡君, 林志豪, 張雅婷, 李淑芬, 黃俊傑, 吳美玲, 劉家豪, 蔡佩珊, 楊宗翰,
        許雅雯, 鄭文雄""",
    "kr": """김민수, 이영희, 박지훈, 최수진, 정우성, 강하늘, 조현우, 윤서연, 장동건, 임지은,
        한예슬, 오세훈""",
}
PEOPLE = {
    language: [" ".join(name.split()) for name in names.split(",")]
    for language, names in NAMES.items()
}
# The pages in which lists in each language are saved.
SAVED_AS = {
    "lv": ["cp1257", "iso8859-13", "cp775", "iso8859-4"],
    "lt": ["cp1257", "iso8859-13", "cp775", "iso8859-4"],
    "ee": ["cp1257", "cp1252", "iso8859-13", "iso8859-15", "cp775", "iso8859-4"],
    "pl": ["cp1250", "cp1257", "iso8859-2", "cp852"],
    "de": ["cp1252", "cp1250", "cp1257", "iso8859-1", "iso8859-15", "cp850", "mac-roman", "cp437"],
    "se": ["cp1252", "iso8859-1", "iso8859-15", "cp850", "mac-roman", "cp437"],
    "ru": ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"],
    "cz": ["cp1250", "iso8859-2", "cp852"],
    "fr": ["cp1252", "iso8859-15", "cp850", "mac-roman"],
    "gr": ["cp1253", "iso8859-7"],
    "tr": ["cp1254", "iso8859-9"],
    "il": ["cp1255", "iso8859-8"],
    "ua": ["cp1251", "koi8-u"],
    "vn": ["cp1258"],
    "jp": ["cp932", "euc_jp", "iso2022_jp"],
    "cn": ["gb18030", "gb2312"],
    "tw": ["big5"],
    "kr": ["cp949", "euc_kr"],
}


def saved(text: str, page: str) -> bytes | None:
    """Return the bytes of the text in a page, or nothing if it has not all the letters."""
    if page == "cp1258":
        text = "".join(map(_apart, text))
    try:
        return text.encode(page)
    except UnicodeEncodeError:
        return None


def _apart(letter: str) -> str:
    """Return a letter as Windows-1258 has it: the tone by itself, other signs with the letter."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", parts.replace(tone, "")) + tone
    return letter
