"""What all dialogs have in common: a title, fields, what is wrong, and two buttons with keys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFormLayout, QPushButton, QVBoxLayout, QWidget

from checkin.ui.parts import label, literal, row
from checkin.ui.words import sentence


class Dialog(QDialog):
    """Call `entitle`, then add to `form` or `body`. `Enter` accepts, `Esc` rejects.

    `over` tells whether it was answered, for what comes too late. A dialog overrides `accept`
    where its fields have to be looked at first, and says with `fail` what is wrong with them.
    """

    def __init__(self, parent: QWidget | None = None, width: int = 520) -> None:
        super().__init__(parent)
        self.setMinimumWidth(width)
        self.over = False
        self._heading = label(role="heading", wraps=True)
        self.wrong = label(role="wrong", wraps=True)
        self.wrong.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.body.addLayout(self.form)
        self.accept_button = QPushButton()
        self.accept_button.setProperty("primary", True)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = QPushButton(self.tr("Cancel  Esc"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.buttons = row(None, self.cancel_button, self.accept_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 18, 22, 18)
        whole.setSpacing(14)
        whole.addWidget(self._heading)
        whole.addLayout(self.body)
        whole.addWidget(self.wrong)
        whole.addLayout(self.buttons)

    def entitle(self, title: str, accept: str) -> None:
        """Say what the dialog is for, and what its button does."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self.accept_button.setText(literal(accept))

    def add_field(self, name: str, field: QWidget) -> None:
        """Add a line of the form, its label read aloud with the field."""
        words = label(name)
        words.setBuddy(field)
        field.setAccessibleName(name)
        self.form.addRow(words, field)
        if self.form.rowCount() == 1:
            # Else what is typed at once would press the button, which was made first.
            field.setFocus()

    def fail(self, error: Exception, field: QWidget | None = None) -> None:
        """Say what is wrong, and go to the field."""
        self.wrong.setText(sentence(error))
        self.wrong.show()
        if field:
            field.setFocus()

    def done(self, result: int) -> None:
        self.over = True
        super().done(result)

    def exec(self) -> int:
        """Show the dialog until it is answered; its fields can be read right after.

        Keys pressed twice do not open a second one over the first.
        """
        again = type(QApplication.activeModalWidget()) is type(self)
        answer = int(self.DialogCode.Rejected) if again else super().exec()
        self.deleteLater()
        return answer

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))
