"""What certificates cost: two thousand of them against ReportLab, drawing the same page."""

import io
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtGui import QGuiApplication
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from checkin.assets import resources
from checkin.domain.certificates import Facts, certificate_code, certificate_number
from checkin.domain.design import Design
from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee
from checkin.domain.session import Session
from checkin.gateways.templatefile import builtin_templates
from checkin.render.certificate import write_together
from checkin.render.certificatefaces import CertificateWriter
from checkin.render.face import BadgeFace
from checkin.render.qr import matrix, runs
from tests.benchmarks.bench_badges import (
    INK,
    QUIET_INK,
    besides_fonts,
    fastest,
    register_fonts,
    usual_faces,
)

CERTIFICATES = 2000
WIDTH, HEIGHT = 297, 210
ACCENT, FRAME, TOPICS_INK = "#1f5eea", "#c3cad4", "#3b4654"
_DAYS = (date(2016, 6, 2), date(2016, 6, 3))
_TOPICS = (
    "How networks of companies find each other", "Smart specialisation", "Financing growth",
    "Wood in building", "Food of the future", "Photonics for beginners", "Selling abroad",
    "Standards and norms",
)  # fmt: skip


def usual_certificates(count: int) -> list[BadgeFace]:
    """Return the certificates of an ordinary seminar of eight sessions, no two people alike."""
    event = Event("0" * 32, "Clusters go international", *_DAYS, "Europe/Riga", "Riga")
    sessions = [
        Session(CheckInList(f"{at:032x}", name, _DAYS[0]), time(9), time(10))
        for at, name in enumerate(_TOPICS)
    ]
    writer = CertificateWriter(event, sessions, ["Baltic Food Cluster", "Riga Photonics"])
    chance, key = Random(1), b"k" * 32
    faces = []
    for at, badge in enumerate(usual_faces(count)):
        said, attended = badge.values, sorted(chance.sample(range(8), 6))
        facts = Facts(
            f"{at:032x}", chance.randrange(35_000_000, 43_200_000), 43_200_000, _DAYS,
            tuple(sessions[one].id for one in attended),
        )  # fmt: skip
        name = f"{said['given_name']} {said['family_name']}"
        attendee = Attendee(facts.attendee, name, organisation=said["organisation"])
        number = certificate_number(key, facts, 1)
        code = certificate_code(key, number)
        faces.append(writer.face(attendee, facts, number, code, 1, 1_464_948_000_000))
    return faces


def rows() -> list[tuple[str, str, str]]:
    """Return what was measured, the figure, and the bar it is held to."""
    app = QGuiApplication.instance() or QGuiApplication([])
    faces = usual_certificates(CERTIFICATES)
    design = Design(builtin_templates(resources() / "certificates")["classic"])
    register_fonts()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "certificates.pdf"
        ours, theirs = fastest(
            lambda: write_together(path, faces, design, "Certificates"),
            lambda: by_reportlab(faces),
            times=3,
        )
        size = besides_fonts(path.read_bytes()) / len(faces)
    del app
    return [
        (f"{CERTIFICATES} certificates to PDF / ReportLab, CPU", f"{ours / theirs:.2f}", "≤ 0.5"),
        ("bytes a certificate besides fonts", f"{size:.0f}", "–"),
    ]


def by_reportlab(faces: Sequence[BadgeFace]) -> bytes:
    """Draw the same pages as simply as ReportLab allows, with our own QR so as not to favour us."""
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=(WIDTH * mm, HEIGHT * mm), pageCompression=1)
    for face in faces:
        canvas.scale(mm, mm)
        _page(canvas, face)
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _page(canvas: Canvas, face: BadgeFace) -> None:
    said = face.values
    for inset, stroke, colour in ((9, 0.8, ACCENT), (11, 0.2, FRAME)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(stroke)
        canvas.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    title, hours = "CERTIFICATE OF ATTENDANCE", f"{said['hours']} of {said['programme']}"
    _middle(canvas, title, "Bold", (9.5, 8.8, 8.1), ACCENT, 157)
    _middle(canvas, said["name"], "Semibold", (15, 14, 13, 12, 11, 10, 9), INK, 137)
    _middle(canvas, said["organisation"], "Regular", (5.4, 5, 4.6), QUIET_INK, 124)
    _middle(canvas, "has attended", "Regular", (4.6,), QUIET_INK, 115.5)
    _middle(canvas, said["event"], "Semibold", (8.6, 8, 7.4), INK, 102)
    _middle(canvas, f"{said['where']} · {said['days']}", "Regular", (5.4, 5), INK, 91.5)
    share = f"{hours} of the programme ({said['share']})"
    _middle(canvas, share, "Regular", (5.4, 5), INK, 83.5)
    top = 75.0
    for line in _broken(f"Topics: {said['topics']}", "Regular", 4.4, 237):
        _middle(canvas, line, "Regular", (4.4,), TOPICS_INK, top)
        top -= 4.9
    _left(canvas, said["date"], (4.6,), INK, (24, 27))
    _left(canvas, "Date", (3.6,), QUIET_INK, (24, 20.6))
    _left(canvas, f"For the organizers: {said['organizers']}", (3.6, 3.3), QUIET_INK, (96, 20.6))
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.25)
    canvas.line(24, 25, 80, 25)
    canvas.line(96, 25, 206, 25)
    canvas.setFillColor("#000000")
    path, module = canvas.beginPath(), 27 / 25
    for x, y, width, height in runs(matrix(face.code)):
        path.rect(246 + x * module, 52 - (y + height) * module, width * module, height * module)
    canvas.drawPath(path, stroke=0, fill=1)
    for text, style, size, ink, up in (
        (said["number"], "Semibold", 3.6, INK, 19.8),
        ("Tells whether this is valid", "Regular", 2.8, QUIET_INK, 15.4),
    ):
        canvas.setFillColor(ink)
        canvas.setFont(style, size)
        canvas.drawCentredString(259.5, up, text)


def _fitting(text: str, style: str, sizes: Sequence[float], width: float) -> float:
    return next(
        (one for one in sizes if pdfmetrics.stringWidth(text, style, one) <= width), sizes[-1]
    )


def _middle(
    canvas: Canvas, text: str, style: str, sizes: Sequence[float], ink: str, up: float
) -> None:
    canvas.setFillColor(ink)
    canvas.setFont(style, _fitting(text, style, sizes, 253))
    canvas.drawCentredString(WIDTH / 2, up, text)


def _left(
    canvas: Canvas, text: str, sizes: Sequence[float], ink: str, at: tuple[float, float]
) -> None:
    canvas.setFillColor(ink)
    canvas.setFont("Regular", _fitting(text, "Regular", sizes, 110))
    canvas.drawString(*at, text)


def _broken(text: str, style: str, size: float, width: float) -> list[str]:
    """Return lines broken between words, as the simplest program would."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and pdfmetrics.stringWidth(longer, style, size) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]
