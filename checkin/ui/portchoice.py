"""Asks at which serial port a scanner is, and how fast it sends."""

from PySide6.QtWidgets import QComboBox, QWidget

from checkin.capture.serial import SPEEDS, serial_ports
from checkin.ui.parts import column, label, row
from checkin.ui.serialline import SerialLine


class PortChoice(QWidget):
    """What is chosen holds at once: the line opens it, and it is said how that went."""

    def __init__(self, serial: SerialLine) -> None:
        super().__init__()
        self._serial = serial
        self.port, self.speed = QComboBox(), QComboBox()
        self.port.setEditable(True)
        self.port.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._offer_ports()
        for speed in sorted({*SPEEDS, serial.speed}):
            self.speed.addItem(self.tr("{speed} bits a second").format(speed=speed), speed)
        self.speed.setCurrentIndex(self.speed.findData(serial.speed))
        self._state = label("", "quiet", wraps=True)
        words = label(self.tr("Serial port"))
        words.setBuddy(self.port)
        self.port.setAccessibleName(self.tr("Serial port"))
        self.speed.setAccessibleName(self.tr("Speed"))
        beside = row(words, self.port, self.speed)
        beside.setStretch(1, 1)
        whole = column(gap=4)
        whole.addLayout(beside)
        whole.addWidget(self._state)
        self.setLayout(whole)
        self.port.activated.connect(self._choose)
        # Enter would close the dialog: a name typed in holds as soon as the field is left.
        if field := self.port.lineEdit():
            field.editingFinished.connect(self._choose)
        self.speed.activated.connect(self._choose)
        serial.moved.connect(self._show_state)
        self._show_state()

    def _offer_ports(self) -> None:
        self.port.addItem(self.tr("None: the scanner types like a keyboard"), "")
        for name, what in serial_ports():
            self.port.addItem(f"{name} · {what}", name)
        chosen = self._serial.port
        if chosen and self.port.findData(chosen) < 0:
            self.port.addItem(chosen, chosen)
        self.port.setCurrentIndex(self.port.findData(chosen))

    def _choose(self) -> None:
        typed = self.port.currentText().strip()
        listed = self.port.findText(typed)
        name = str(self.port.itemData(listed)) if listed >= 0 else typed
        self._serial.choose(name, int(self.speed.currentData()))
        self._show_state()

    def _show_state(self) -> None:
        words = self._serial.state_words()
        self._state.setText(words)
        self._state.setVisible(bool(words))
