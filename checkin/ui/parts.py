"""The small parts that all pages are built of."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

GAP = 14

Box = TypeVar("Box", bound=QBoxLayout)


def label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label that shows `text` as it is: data may look like markup.

    `role` names its look in the style sheet: title, heading, quiet, number, of, wrong, mark.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    made.setText(text)
    made.setProperty("role", role)
    return made


class ElidedLabel(QLabel):
    """One line of text that ends in … where there is no room, and is whole in the tool tip."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Show `text`, as much of it as there is room for."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._elide()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _elide(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(shown)
        self.setToolTip(tip(self._whole) if shown != self._whole else "")


def tip(text: str) -> str:
    """Return a text for a tool tip, which would otherwise guess whether it is markup."""
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, written)
    return f"<span>{text}</span>" if text else ""


def rule() -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame()
    line.setObjectName("rule")
    return line


class Card(QFrame):
    """A framed part of a page; add to `inside`."""

    def __init__(self, margin: int = 18, gap: int = 8) -> None:
        super().__init__()
        self.setObjectName("card")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(margin, margin - 2, margin, margin - 2)
        self.inside.setSpacing(gap)


def row(*parts: QWidget | None, gap: int = GAP) -> QHBoxLayout:
    """Return `parts` beside one another; None stands for as much room as there is."""
    return _filled(QHBoxLayout(), parts, gap)


def column(*parts: QWidget | None, gap: int = GAP) -> QVBoxLayout:
    """Return `parts` below one another; None stands for as much room as there is."""
    return _filled(QVBoxLayout(), parts, gap)


def _filled(box: Box, parts: tuple[QWidget | None, ...], gap: int) -> Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for part in parts:
        if part is None:
            box.addStretch(1)
        else:
            box.addWidget(part)
    return box


def action(owner: QWidget, text: str, keys: str = "", name: str = "") -> QAction:
    """Return an action of `owner` that its keys trigger while `owner` is to be seen.

    `name` is what a test and a screen reader call it, where its text may change.
    """
    made = QAction(text, owner)
    if keys:
        made.setShortcut(QKeySequence(keys))
        # A key held down is one wish, not one after another.
        made.setAutoRepeat(False)
    made.setObjectName(name)
    owner.addAction(made)
    return made


class ActionButton(QPushButton):
    """A button that does what `of` does and shows its keys, where there is room for them."""

    def __init__(self, of: QAction, *, primary: bool = False, takes_focus: bool = True) -> None:
        super().__init__()
        self._action = of
        self._shows_keys = True
        self._followed: tuple[object, ...] = ()
        self.setProperty("primary", primary)
        if not takes_focus:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(of.trigger)
        self.setEnabled(of.isEnabled())
        of.enabledChanged.connect(self.setEnabled)
        of.changed.connect(self._follow)
        self._follow()

    def show_keys(self, shown: bool) -> None:
        """Show the keys beside the words, or leave them to the list of keys."""
        if shown != self._shows_keys:
            self._shows_keys = shown
            self._follow()

    def _follow(self) -> None:
        of = self._action
        words, shortcut, shown = of.text(), of.shortcut(), of.isVisible()
        look = words, shortcut, of.isCheckable(), of.isChecked(), shown, self._shows_keys
        if look == self._followed:
            # Each scan makes actions impossible and possible again, and changes no more of them.
            return
        self._followed = look
        keys = keys_text(shortcut) if self._shows_keys else ""
        text = literal(words)
        self.setText(f"{text}  {keys}" if keys else text)
        self.setAccessibleName(words)
        self.setCheckable(of.isCheckable())
        self.setChecked(of.isChecked())
        # To show a button that has no window yet would open one for it.
        if not shown or self.parent():
            self.setVisible(shown)


def keys_text(keys: QKeySequence) -> str:
    """Return keys as they stand on this computer's keyboard."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


def literal(text: str) -> str:
    """Return a text for a button, where & would mark a letter."""
    return text.replace("&", "&&")


def restyle(widget: QWidget) -> None:
    """Draw a widget anew after a property that the style sheet asks for has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
