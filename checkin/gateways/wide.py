"""Reads text of more than one byte a letter that no mark announces: UTF-16, UTF-32, East Asian."""

import re
import unicodedata
from collections.abc import Set

# The commonest characters of names and of what organisations are called, for each code page.
COMMON = {
    "gb18030": """王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡
        余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎
        贺顾毛郝龚邵万钱严戴莫孔向汤伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红文建
        国志海小晓春梅玲燕辉鹏飞宇浩博京北上大学公司中科技术院省市研究所有限集团教育广东南西天津
        重庆姓名单位电子邮件地址职务""",
    "big5": """王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘蔣蔡余
        杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏洪邱江賴詹游莊簡翁柯施阮柳歐溫古連藍方白鄒
        孟熊秦淑美雅怡婷玲芬惠麗雯志明俊傑宏文建國家豪偉華英秀玉春月小大學公司臺台灣北中科技術院
        市研究所有限股份立清交通雄姓名單位職稱電子郵件地址香港""",
    "cp932": """田中山川本村小藤佐林木井上高橋伊加渡辺吉松清水野大石原岡島前後池阿部森斎斉長谷近
        遠坂西東南北福三太郎子美一二介人真由香恵里奈智之雄夫男和正明健裕翔結愛陽菜優花学株式会社
        京都府県市区研究所名氏属日技術センターアカイサシストナニハマミメモラリルレロワのあいかこ
        さしたなまみゆりるえお""",
    "cp949": """김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민
        진지나엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은영수미준호
        경희상철동재혜예림훈태아름늘대학교회사울부산식속직책과술""",
}
COMMON["euc_jp"] = COMMON["cp932"]
PAGES = {page: frozenset("".join(letters.split())) for page, letters in COMMON.items()}
COUNTRIES = {
    "gb18030": {"cn", "sg"},
    "big5": {"tw", "hk", "mo"},
    "cp932": {"jp"},
    "euc_jp": {"jp"},
    "cp949": {"kr"},
}
# How many of the letters beyond ASCII must be common ones, and by how much more than in any other
# reading; an e-mail's country is worth as much as a few of them.
SHARE, LEAD, LEAST, HINT = 0.3, 2.0, 2, 0.25
BEYOND_ASCII = re.compile("[^\x00-\x7f]")
ESCAPE = re.compile(rb"\x1b\$[@B]")
SAMPLE, LONGEST = 500, 4096


def unmarked_unicode(data: bytes) -> str:
    """Return which of UTF-16 and UTF-32 the zeros among the bytes speak for, or an empty text."""
    head = data[:4096]
    if len(data) % 4 == 0 and head.count(0) > len(head) // 2:
        for encoding in ("utf-32-le", "utf-32-be"):
            if _reads_as_list(data, encoding):
                return encoding
    if len(data) % 2 == 0 and head.count(0) > len(head) // 10:
        for encoding in ("utf-16-le", "utf-16-be"):
            if _reads_as_list(data, encoding):
                return encoding
    return ""


def east_asian(data: bytes, hints: Set[str]) -> str:
    """Return the code page by which the text's letters are those of real names, if only one is."""
    if ESCAPE.search(data):
        return "iso2022_jp"
    lines = [line for line in data.split(b"\n") if not line.isascii() and len(line) <= LONGEST]
    sample = b"\n".join(lines[:: len(lines) // SAMPLE + 1])
    (best, page), (second, _), *_ = sorted(
        ((_score(sample, page, hints), page) for page in PAGES), reverse=True
    )
    is_clear = best >= SHARE and best >= LEAD * second
    return page if is_clear and _read(data, page) is not None else ""


def _reads_as_list(data: bytes, encoding: str) -> bool:
    """Tell whether the text has line breaks, hardly a zero and no letters that are none."""
    text = _read(data, encoding)
    if text is None or "\n" not in text.replace("\r", "\n") or text.count("\0") * 50 > len(text):
        return False
    return not any(
        unicodedata.category(letter) in ("Cn", "Co", "Cs") for letter in set(text[:4096])
    )


def _score(sample: bytes, page: str, hints: Set[str]) -> float:
    text = _read(sample, page) or ""
    letters = [letter for letter in BEYOND_ASCII.findall(text) if letter.isalpha()]
    common = sum(letter in PAGES[page] for letter in letters)
    if common < LEAST or any("\uff61" <= letter <= "\uff9f" for letter in letters):
        return 0.0
    return common / len(letters) + (HINT if COUNTRIES[page] & hints else 0.0)


def _read(data: bytes, page: str) -> str | None:
    try:
        return data.decode(page)
    except UnicodeDecodeError:
        return None
