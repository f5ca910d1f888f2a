"""What badges cost: a thousand of them against ReportLab, bytes each, and the QR alone."""

import io
import re
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

import qrcode
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from checkin.domain.code import ALPHABET, CODE_LETTERS, NUMBER_LETTERS, printed
from checkin.domain.stock import A4_EIGHT
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.palette import band_colour
from checkin.render.qr import matrix, runs
from checkin.render.sheet import write_pdf
from tests.render.faces import CLASSIC

BADGES = 1000
RUNS = 7
REPAINTS = 100
INK, QUIET_INK, BAND_INK = "#16202c", "#556172", "#ffffff"
STYLES = ("Regular", "Semibold", "Bold")

_GIVEN = (
    "Rūta", "Jānis", "Elīna", "Aleksandra", "Μαρία", "Māris", "Владимир", "Šárka", "Wolfgang",
    "Zoë", "Łukasz", "Ieva",
)  # fmt: skip
_SYLLABLES = (
    "ka", "zla", "us", "kai", "tė", "bēr", "ziņ", "oz", "ol", "wiś", "niew", "ski", "kal", "niņš",
    "jan", "kaus", "lie", "pa", "dur", "íč", "ko", "vá", "mül", "ler",
)  # fmt: skip
_ORGANISATIONS = (
    "Baltic Food Cluster", "Riga Photonics", "Wood & Design Network", "Pomerania ICT Cluster",
    "Δίκτυο Επιχειρήσεων", "Ministry of Economics", "Universidad Politécnica de Madrid",
)  # fmt: skip
_JOBS = (
    "Project manager", "Chief technology officer", "Coordinator", "Σύμβουλος", "Head of unit",
    "Facilitator",
)  # fmt: skip
_CATEGORIES = ("Participant", "Participant", "Participant", "Speaker", "Organizer", "Press")


def usual_faces(count: int, seed: int = 1) -> list[BadgeFace]:
    """Return the badges of an ordinary European seminar, the same for the same `seed`."""
    chance = Random(seed)
    faces = []
    for _ in range(count):
        code = "".join(chance.choices(ALPHABET, k=CODE_LETTERS))
        faces.append(
            BadgeFace(
                {
                    "given_name": chance.choice(_GIVEN),
                    "family_name": "".join(chance.choices(_SYLLABLES, k=4)).capitalize(),
                    "organisation": chance.choice(_ORGANISATIONS),
                    "job_title": chance.choice(_JOBS),
                    "category": chance.choice(_CATEGORIES),
                    "event": "Clusters go international",
                    "where": "Riga",
                    "when": "2–3 June 2016",
                    "number": printed(code[:NUMBER_LETTERS]),
                },
                code,
            )
        )
    return faces


def rows() -> list[tuple[str, str, str]]:
    """Return what was measured, the figure, and the bar it is held to."""
    app = QGuiApplication.instance() or QGuiApplication([])
    try:
        return [*_sheet_rows(), _memory_row(), *_qr_rows(), _repaint_row()]
    finally:
        del app


def _sheet_rows() -> list[tuple[str, str, str]]:
    faces = usual_faces(BADGES)
    register_fonts()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "badges.pdf"
        ours, theirs = fastest(
            lambda: write_pdf(path, faces, CLASSIC), lambda: _sheet_by_reportlab(faces)
        )
        size = besides_fonts(path.read_bytes()) / len(faces)
    return [
        (f"{BADGES} badges to PDF / ReportLab, CPU", f"{ours / theirs:.2f}", "≤ 0.5"),
        ("bytes a badge besides fonts", f"{size:.0f}", "≤ 1024"),
    ]


def _memory_row() -> tuple[str, str, str]:
    """Return how much more memory a sheet of twenty times as many badges takes at its worst."""
    few, many = map(_grown, (BADGES, 20 * BADGES))
    return ("memory for 20,000 badges / for 1,000", f"{many / few:.2f} ×", "flat")


def _grown(count: int) -> float:
    work = f"from tests.benchmarks.bench_badges import print_grown; print_grown({count})"
    told = subprocess.run([sys.executable, "-c", work], capture_output=True, text=True, check=True)
    return float(told.stdout)


def print_grown(count: int) -> None:
    """Print the kibibytes that the process of a sheet grew, beside those of its people."""
    app = QGuiApplication([])
    faces = usual_faces(count)
    with TemporaryDirectory() as folder:
        before = most_memory()
        write_pdf(Path(folder) / "badges.pdf", faces, CLASSIC)
        after = most_memory()
    sys.stdout.write(f"{after - before}\n")
    del app


def most_memory() -> int:
    """Return the kibibytes a process has taken at most, since its start and not its parent's."""
    status = Path("/proc/self/status").read_text("ascii", "replace")
    return int(re.findall(r"VmHWM:\s*(\d+)", status)[0])


def _repaint_row() -> tuple[str, str, str]:
    """Return the CPU of painting thirty elements as the designer does at twice their size."""
    ours, drawer = CLASSIC.template, Drawer(CLASSIC)
    elements, faces = (ours.front * 3)[:30], usual_faces(REPAINTS)
    image = QImage(1000, 700, QImage.Format.Format_RGB32)
    taken = []
    for face in faces:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(0.1, 0.1)
        start = time.process_time()
        for element in elements:
            drawer.draw_element(painter, element, face)
        taken.append(time.process_time() - start)
        painter.end()
    return ("repaint of 30 elements, the median, of 1/60 s", f"{median(taken) * 60:.2f}", "≤ 1")


def _qr_rows() -> list[tuple[str, str, str]]:
    codes = [face.code for face in usual_faces(100)]
    ours, theirs = fastest(
        lambda: [matrix(code) for code in codes], lambda: [_default_matrix(code) for code in codes]
    )
    return [("QR matrix / qrcode's default", f"{ours / theirs:.3f}", "≤ 0.2")]


def fastest(*works: Callable[[], object], times: int = RUNS) -> tuple[float, ...]:
    """Return the least CPU seconds of each, run in turn so that all meet the same weather."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for work, seconds in zip(works, taken, strict=True):
            start = time.process_time()
            work()
            seconds.append(time.process_time() - start)
    return tuple(map(min, taken))


def besides_fonts(pdf: bytes) -> int:
    """Return the length of `pdf` without its font programs."""
    fonts = 0
    for reference in set(re.findall(rb"/FontFile[23]? (\d+) 0 R", pdf)):
        start = re.search(rb"\n" + reference + rb" 0 obj\n", pdf)
        assert start, "a font program that is not there"
        fonts += pdf.index(b"endobj", start.end()) - start.end()
    assert fonts, "no font is embedded"
    return len(pdf) - fonts


def _default_matrix(code: str) -> object:
    symbol = qrcode.QRCode(version=2, error_correction=qrcode.ERROR_CORRECT_Q, border=0)
    symbol.add_data(code)
    return symbol.get_matrix()


def register_fonts() -> None:
    folder = files("font_source_sans_pro") / "files"
    for style in STYLES:
        pdfmetrics.registerFont(TTFont(style, str(folder / f"SourceSansPro-{style}.ttf")))


def _sheet_by_reportlab(faces: list[BadgeFace]) -> bytes:
    """Draw the same sheet as simply as ReportLab allows, with our own QR so as not to favour us."""
    paper = io.BytesIO()
    unit = mm / 100
    page = (A4_EIGHT.page_width * unit, A4_EIGHT.page_height * unit)
    canvas = Canvas(paper, pagesize=page, pageCompression=1)
    for index, face in enumerate(faces):
        place = index % A4_EIGHT.badges_a_page
        if index and place == 0:
            canvas.showPage()
        left, top = A4_EIGHT.position(place + 1)
        canvas.saveState()
        canvas.translate(left * unit, page[1] - (top + A4_EIGHT.badge_height) * unit)
        canvas.scale(mm, mm)
        _badge_by_reportlab(canvas, face)
        canvas.restoreState()
    canvas.save()
    return paper.getvalue()


def _badge_by_reportlab(canvas: Canvas, face: BadgeFace) -> None:
    said = face.values
    canvas.setFillColor(band_colour(face.category))
    canvas.rect(0, 0, 90, 8.5, stroke=0, fill=1)
    _text(canvas, face.category.upper(), "Bold", (4.3, 3.8), BAND_INK, (5, 2.8), 80)
    _text(canvas, said["event"], "Regular", (3.1, 2.8), QUIET_INK, (5, 51.9), 45)
    corner = f"{said['where']} · {said['when']}"
    _text(canvas, corner, "Regular", (3.1, 2.8), QUIET_INK, (55, 51.9), 30)
    _text(canvas, said["given_name"], "Bold", (12.5, 11.5, 10.5, 9.6, 8.8), INK, (5, 38.5), 51)
    _text(canvas, said["family_name"], "Regular", (8, 7.4, 6.8, 6.2, 5.6, 5), INK, (5, 28), 51)
    _text(canvas, said["organisation"], "Semibold", (4.6, 4.3, 4, 3.7), INK, (5, 19), 51)
    _text(canvas, said["job_title"], "Regular", (4, 3.7, 3.4), QUIET_INK, (5, 13.8), 51)
    _text(canvas, face.number, "Semibold", (3.2, 2.8), INK, (61, 13.8), 25)
    canvas.setFillColor("#000000")
    path = canvas.beginPath()
    for x, y, width, height in runs(matrix(face.code)):
        path.rect(60 + x, 46.7 - y - height, width, height)
    canvas.drawPath(path, stroke=0, fill=1)


def _text(
    canvas: Canvas,
    text: str,
    style: str,
    sizes: tuple[float, ...],
    ink: str,
    at: tuple[float, float],
    width: float,
) -> None:
    for size in sizes:
        if pdfmetrics.stringWidth(text, style, size) <= width:
            break
    canvas.setFillColor(ink)
    canvas.setFont(style, size)
    canvas.drawString(*at, text)


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<44}{measured:>8}  {bar}")  # noqa: T201
