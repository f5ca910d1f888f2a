"""What the ways are called in which the letters of a text may be written."""

from codecs import lookup

from PySide6.QtCore import QCoreApplication

_CONTEXT = "Encodings"
# By Python's names, those most likely in a list first.
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1257": "Baltic (Windows-1257)",
    "iso8859-13": "Baltic (ISO 8859-13)",
    "cp775": "Baltic (DOS 775)",
    "cp1252": "Western (Windows-1252)",
    "iso8859-15": "Western (ISO 8859-15)",
    "mac-roman": "Western (Macintosh)",
    "cp850": "Western (DOS 850)",
    "cp1250": "Central European (Windows-1250)",
    "iso8859-2": "Central European (ISO 8859-2)",
    "mac-latin2": "Central European (Macintosh)",
    "cp852": "Central European (DOS 852)",
    "cp1251": "Cyrillic (Windows-1251)",
    "iso8859-5": "Cyrillic (ISO 8859-5)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "koi8-u": "Cyrillic (KOI8-U)",
    "mac-cyrillic": "Cyrillic (Macintosh)",
    "cp866": "Cyrillic (DOS 866)",
    "cp1253": "Greek (Windows-1253)",
    "iso8859-7": "Greek (ISO 8859-7)",
    "cp1254": "Turkish (Windows-1254)",
    "iso8859-9": "Turkish (ISO 8859-9)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "gb18030": "Chinese, simplified (GB 18030)",
    "big5hkscs": "Chinese, traditional (Big5)",
    "cp932": "Japanese (Shift JIS)",
    "euc-jp": "Japanese (EUC-JP)",
    "cp949": "Korean (Windows-949)",
    "cp874": "Thai (Windows-874)",
    "cp1258": "Vietnamese (Windows-1258)",
}
# What reading tells of that nobody needs to tell apart.
_ALSO = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}


def encoding_words(encoding: str) -> str:
    """Return what an encoding is called; one not known here by its own name."""
    try:
        name = lookup(encoding).name
    except LookupError:
        return encoding
    known = {lookup(one).name: text for one, text in ENCODINGS.items()}
    text = known.get(lookup(_ALSO.get(name, name)).name)
    return QCoreApplication.translate(_CONTEXT, text) if text else encoding
