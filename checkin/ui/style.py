"""The look of the window's parts, written once for every theme."""

from dataclasses import asdict
from string import Template

from checkin.ui.theme import Theme

_SHEET = Template("""
QWidget { color: $ink; font-family: "Source Sans Pro"; font-size: 15px; }
QMainWindow, QDialog, #start { background: $window; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px; }

QGraphicsView#canvas { border: 2px solid $line; border-radius: 4px; }
QGraphicsView#canvas:focus { border-color: $accent; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: 24px; font-weight: 600; }
QLabel[role="heading"] { font-size: 17px; font-weight: 600; }
QLabel[role="quiet"] { color: $quiet_ink; font-size: 14px; }
QLabel[role="number"] { font-size: 36px; font-weight: 700; }
QLabel[role="of"] { color: $quiet_ink; font-size: 20px; font-weight: 600; }
QLabel[role="instruction"] { background: $card; border-radius: 8px; padding: 12px 14px;
    font-size: 24px; font-weight: 700; }
QLabel[role="question"] { font-size: 17px; font-weight: 600; }
QLabel[role="wrong"] { color: $bad_ink; }
QLabel[role="loud"] { font-size: 21px; font-weight: 700; }
QLabel[role="mark"] { background: $hover; color: $quiet_ink; border-radius: 9px;
    padding: 1px 9px; font-size: 13px; }

QFrame#card { background: $card; border: 1px solid $line; border-radius: 12px; }
QFrame#rule { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPushButton { background: $card; border: 1px solid $control_line; border-radius: 8px;
    padding: 7px 14px; min-height: 20px; }
QPushButton:hover { background: $hover; }
QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 13px; }
QPushButton:disabled { color: $quiet_ink; border-color: $line; background: transparent; }
QPushButton[primary="true"] { background: $accent; border-color: $accent; color: $accent_ink;
    font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $ink; }
QPushButton[primary="true"]:disabled { background: $line; border-color: $line; color: $quiet_ink; }
QPushButton[choice="true"]:checked { background: $selection; border-color: $accent; }
QPushButton#daycard { padding: 0; border-radius: 12px; border-color: $line; }
QPushButton#daycard:checked { background: $card; border: 2px solid $accent; }
QPushButton#daycard:focus { background: $hover; border: 2px solid $accent; }
QPushButton[compact="true"] { padding: 4px 8px; }
QPushButton[compact="true"]:focus { padding: 3px 7px; }
QPushButton#silent { background: $careful_paper; border-color: $careful_ink; color: $careful_ink;
    padding: 3px 10px; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }

QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QComboBox {
    background: $card; border: 1px solid $control_line; border-radius: 8px; padding: 6px 10px;
    min-height: 20px; selection-background-color: $accent; selection-color: $accent_ink; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 5px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled {
    color: $quiet_ink; background: $hover; }
QLineEdit { placeholder-text-color: $quiet_ink; }
QLineEdit#ask { font-size: 19px; border: 2px solid $accent; border-radius: 10px;
    padding: 4px 15px; min-height: 42px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 26px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; width: 0; height: 0;
    border-left: 5px solid $card; border-right: 5px solid $card; border-top: 6px solid $quiet_ink;
    margin-right: 8px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; outline: none;
    selection-background-color: $selection; selection-color: $ink; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {
    width: 0; border: none; }

QPushButton#group { text-align: left; padding-left: 0; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: 16px; height: 16px; border: 1px solid $control_line; background: $card;
    border-radius: 4px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
    border-color: $accent; }
QRadioButton::indicator { border-radius: 9px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 6px solid $accent;
    background: $accent_ink; }
QCheckBox:focus, QRadioButton:focus { color: $accent_text; }

QAbstractItemView { background: $card; border: none; outline: none;
    selection-background-color: $selection; selection-color: $ink;
    alternate-background-color: $card; gridline-color: $line; }
QAbstractItemView::item { padding: 4px 10px; border: none; }
QAbstractItemView::item:selected { background: $selection; color: $ink; }
QHeaderView { background: $card; border: none; }
QHeaderView::section { background: $card; color: $quiet_ink; border: none;
    border-bottom: 1px solid $line; padding: 8px 13px; font-weight: 600; font-size: 14px; }
QTableCornerButton::section { background: $card; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget#inner { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $control_line; border-radius: 4px; min-height: 28px;
    min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider { background: transparent; min-height: 22px; }
QSlider::groove:horizontal { background: $line; height: 6px; border-radius: 3px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 3px; }
QSlider::handle:horizontal { background: $card; border: 2px solid $accent; width: 14px;
    margin: -6px 0; border-radius: 9px; }
QSlider::handle:horizontal:focus { background: $accent; }

QTabBar#days { background: transparent; }
QTabBar#days::tab { background: $card; border: 1px solid $control_line; border-radius: 8px;
    padding: 6px 10px; margin-right: 6px; min-height: 20px; }
QTabBar#days::tab:hover { background: $hover; }
QTabBar#days::tab:selected { background: $selection; border-color: $accent; }
QTabBar#days[focused="true"]::tab:selected { border: 2px solid $accent; padding: 5px 9px; }
QAbstractScrollArea#timetable { border: 2px solid transparent; border-radius: 8px; }
QAbstractScrollArea#timetable:focus { border-color: $accent; }

QProgressBar { background: $line; border: none; border-radius: 4px; max-height: 8px;
    min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

#bar { background: $bar; }
#bar QLabel { color: $bar_ink; }
#bar QLabel[role="quiet"] { color: $bar_quiet_ink; }
#bar QPushButton { background: transparent; color: $bar_quiet_ink; border: 2px solid transparent;
    border-radius: 8px; text-align: left; padding: 8px 12px; }
#bar QPushButton:hover { background: $bar_selected; }
#bar QPushButton:checked { background: $bar_selected; border-color: transparent; color: $bar_ink;
    font-weight: 600; }
#bar QPushButton:focus, #bar QPushButton:checked:focus { border: 2px solid $bar_quiet_ink; }

QFrame#notice { border-radius: 10px; }

QFrame#verdict { border-radius: 16px; border: 2px solid $line; background: $card; }
#people { background: transparent; selection-background-color: $accent;
    selection-color: $accent_ink; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the style sheet that draws everything in the colours of `theme`."""
    colours = asdict(theme)
    flat = {name: value for name, value in colours.items() if isinstance(value, str)}
    tones = {name: value for name, value in colours.items() if isinstance(value, dict)}
    for name, tone in tones.items():
        flat |= {f"{name}_ink": tone["ink"], f"{name}_paper": tone["paper"]}
    sheet = _SHEET.substitute(flat, accent_text=theme.quiet_ink)
    return sheet + "".join(_toned(name, tone["ink"], tone["paper"]) for name, tone in tones.items())


def _toned(name: str, ink: str, paper: str) -> str:
    """Return what is drawn in one tone: notices, the verdict, the marks of the latest scans."""
    notice, verdict = (f'QFrame#{part}[tone="{name}"]' for part in ("notice", "verdict"))
    edge = "" if name == "calm" else f" border-color: {ink};"
    return f"""
{notice} {{ background: {paper}; border: 1px solid {ink}; }}
{notice} QLabel, {notice} ShapeMark, ShapeMark[tone="{name}"] {{ color: {ink}; }}
{verdict} {{ background: {paper};{edge} }}
{verdict} ShapeMark {{ color: {ink}; }}
"""
