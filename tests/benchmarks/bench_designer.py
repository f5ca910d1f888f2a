"""Measures the designer of badges: a repaint of its table while one element moves."""

import time
from dataclasses import replace
from statistics import median, quantiles

from checkin.domain.design import Design
from checkin.domain.editing import Editing
from checkin.domain.newelements import Kind, with_new
from checkin.domain.template import Template
from tests.benchmarks.figures import Rows

ELEMENTS, MOVES = 30, 200
FRAME = 1 / 60
_WIDTH, _HEIGHT = 1_280, 800


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    taken = _moves()
    return [
        (
            f"designer: an element of {ELEMENTS} moved and all painted, of a frame of 1/60 s",
            f"{median(taken) / FRAME:.2f}",
            "≤ 1",
        ),
        ("  its slowest in a hundred", f"{quantiles(taken, n=100)[98] / FRAME:.2f}", "≤ 1"),
    ]


def _moves() -> list[float]:
    from PySide6.QtWidgets import QApplication

    from checkin.render.drawer import Drawer
    from checkin.ui.application import application
    from checkin.ui.designer.canvas import Canvas
    from checkin.ui.designer.document import Document
    from tests.benchmarks.bench_badges import usual_faces

    application()
    document = Document(_full())
    canvas = Canvas(document)
    canvas.resize(_WIDTH, _HEIGHT)
    canvas.show_face(Drawer(Design(document.now.template)), usual_faces(1)[0])
    canvas.show()
    QApplication.processEvents()
    document.see(document.now.choose([0]))
    taken = []
    for step in range(MOVES):
        begun = time.perf_counter()
        document.do(document.now.move(10 if step % 20 < 10 else -10, 0), "drag")
        canvas.viewport().repaint()
        taken.append(time.perf_counter() - begun)
    canvas.close()
    return taken


def _full() -> Template:
    """Return a badge with as many elements as the bar is for, of every kind."""
    editing = Editing(Template("Full", 10_500, 14_800, ()))
    kinds = (Kind.TEXT, Kind.TEXT, Kind.NUMBER, Kind.BOX, Kind.LINE, Kind.CODE)
    while len(editing.elements) < ELEMENTS:
        editing = with_new(editing, kinds[len(editing.elements) % len(kinds)])
    return replace(editing.template, front=editing.elements[:ELEMENTS])
