"""What the roles are called and trusted with, in the window's words."""

from PySide6.QtCore import QCoreApplication

from checkin.domain.roles import Operator, Role


def role_name(role: Role) -> str:
    """Return a role's name."""
    tr = QCoreApplication.translate
    return {
        Role.RECEPTION: tr("Roles", "Reception"),
        Role.ORGANIZER: tr("Roles", "Organizer"),
        Role.COORDINATOR: tr("Roles", "Coordinator"),
    }[role]


def role_words(role: Role) -> str:
    """Return a role's name and what it is trusted with."""
    tr = QCoreApplication.translate
    return {
        Role.RECEPTION: tr("Roles", "Reception: scans, searches, adds walk-ins, prints badges"),
        Role.ORGANIZER: tr("Roles", "Organizer: also imports, changes people and lists"),
        Role.COORDINATOR: tr("Roles", "Coordinator: everything, also export and PINs"),
    }[role]


def who_words(operator: Operator) -> str:
    """Return an operator as the side bar names them."""
    return f"{operator.name} · {role_name(operator.role)}"
