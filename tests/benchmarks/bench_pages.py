"""How much memory a PDF takes besides the list of its badges, for few and for many."""

import subprocess
import sys

FEW, MANY = 1_000, 20_000
# In a process of its own, since the most memory a process ever took is never given back.
CODE = """
import resource, sys
from pathlib import Path
from tempfile import TemporaryDirectory
from PySide6.QtGui import QGuiApplication
from checkin.render.sheet import write_pdf
from tests.benchmarks.bench_badges import usual_faces
from tests.render.faces import CLASSIC

app = QGuiApplication([])
faces = usual_faces(int(sys.argv[1]))
most = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with TemporaryDirectory() as folder:
    # Fonts and what Python keeps of the first pages.
    write_pdf(Path(folder, "few.pdf"), faces[:200], CLASSIC)
    before = most()
    write_pdf(Path(folder, "many.pdf"), faces, CLASSIC)
print((most() - before) / 1024)
"""


def rows() -> list[tuple[str, str, str]]:
    """Return what was measured, the figure, and the bar it is held to."""
    few, many = (_megabytes(count) for count in (FEW, MANY))
    what = f"MB more for {MANY} badges to PDF than for {FEW}, besides the list"
    return [(what, f"{many - few:.1f}", "≤ 5")]


def _megabytes(count: int) -> float:
    command = [sys.executable, "-c", CODE, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)
