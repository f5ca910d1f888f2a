"""What the window is handed by whoever builds it, since it may reach neither files nor stores."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.domain.roles import Operator
from checkin.settings import Settings

if TYPE_CHECKING:
    from checkin.capture.cameras import Cameras
    from checkin.domain.exportchoice import ExportChoice
    from checkin.domain.people import Attendee
    from checkin.domain.reportnumbers import ReportNumbers
    from checkin.domain.session import Session
    from checkin.domain.sessionrows import SessionRow
    from checkin.domain.stock import Stock
    from checkin.domain.stockbook import StockBook
    from checkin.domain.table import RowFault, Table
    from checkin.domain.template import Template
    from checkin.domain.tickets import TicketWords
    from checkin.render.certificate import Trouble
    from checkin.services.badges import Badge
    from checkin.services.certificates import Issued
    from checkin.services.desk import Desk
    from checkin.services.importplan import ImportPlan
    from checkin.services.tickets import Sending
    from checkin.ui.longwork import Progress


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What a new event needs to be made."""

    path: Path
    title: str
    first_day: date
    last_day: date
    timezone: str
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A copy of an event to practise on, where it is, and what throws it away."""

    outside: "Outside"
    path: Path
    end: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Post:
    """Brings tickets out; each raises CheckinError, "canceled" where progress says so.

    `save` and `draft` write into a folder and return how many. `set_server` keeps host, port,
    security, user and sender; `check` signs in with a password, sending nothing, and `send` sends.
    """

    save: "Callable[[Desk, Path, Sequence[Badge], Progress], int]"
    draft: "Callable[[Desk, Path, Sequence[Badge], TicketWords, Progress], int]"
    send: "Callable[[Desk, Sequence[Badge], TicketWords, str, Progress], Sending[Badge]]"
    set_server: Callable[[str, int, str, str, str], None]
    check: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class CertificatePress:
    """Draws certificates and brings them out, as `Post` does tickets.

    `write` takes a PDF for all or a folder for a PDF each. `troubles` tells which would come out
    badly, and `usual` gives the template that comes along. `words` are those of a message.
    """

    write: "Callable[[Desk, Path, Sequence[Issued], Progress], int]"
    draft: "Callable[[Desk, Path, Sequence[Issued], TicketWords, Progress], int]"
    send: "Callable[[Desk, Sequence[Issued], TicketWords, str, Progress], Sending[Issued]]"
    troubles: "Callable[[Desk, Sequence[Issued]], Sequence[tuple[Issued, Trouble]]]"
    usual: "Callable[[], Template]"
    values: "Callable[[Desk, Issued], Mapping[str, str]]"
    words: "Callable[[], TicketWords]"


@dataclass(frozen=True, slots=True)
class Exporting:
    """Writes the export: `write` one day of it or all, and returns the files.

    `languages` are by code, in their own words; `words` are those of one, as `table.day` and
    `column.name`.
    """

    write: "Callable[[Desk, Path, ExportChoice, date | None, Progress], Sequence[Path]]"
    languages: Callable[[], Mapping[str, str]]
    words: Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Outside:
    """Functions of the world outside the window; all but the settings' may take long.

    `now` gives Unix milliseconds. `open_desk` opens an event for the thread that calls it.
    `recall_columns` tells what the columns of such a list were last time, if any; `keep_columns`
    what they are from now on. `read_stocks` reads a file of gLabels and tells, by their names,
    which of its sheets cannot be used and a reason's code. `keep_fault` writes down a fault of ours
    and returns where. `hand_out_contacts` writes each attendee's contacts into a folder and returns
    whose how many. What writes with progress leaves no file where that says not to go on.
    `cameras` raises CheckinError where this computer can have none. `rehearse` copies an event to
    be played from a moment on; it is None in a rehearsal.
    """

    now: Callable[[], int]
    resources: Path
    open_desk: "Callable[[Path, Operator], Desk]"
    create_event: Callable[[NewEvent, Operator], None]
    make_demo: Callable[[Operator], Path]
    read_list: "Callable[[Path, str, str], Table]"
    read_programme: "Callable[[Path, str], tuple[list[SessionRow], list[RowFault]]]"
    guess_columns: "Callable[[Table], dict[int, str]]"
    recall_columns: "Callable[[Table, Collection[date]], dict[int, str] | None]"
    keep_columns: "Callable[[Table, Mapping[int, str]], None]"
    fields: Sequence[str]
    builtin_templates: "Callable[[], Mapping[str, Template]]"
    write_plan: "Callable[[Path, Table, ImportPlan, Progress], None]"
    write_evidence: "Callable[[Path, Desk, Progress], int]"
    write_numbers: "Callable[[Path, ReportNumbers], None]"
    export: Exporting
    write_report: "Callable[[Path, Desk], int]"
    write_roster: "Callable[[Path, Sequence[Attendee], Sequence[Session]], None]"
    hand_out_contacts: "Callable[[Desk, Path], int]"
    load_settings: Callable[[], Settings]
    save_settings: Callable[[Settings], None]
    load_stocks: "Callable[[], StockBook]"
    save_stocks: "Callable[[StockBook], None]"
    read_stocks: "Callable[[Path], tuple[Sequence[Stock], Mapping[str, str]]]"
    keep_fault: Callable[[BaseException], Path]
    cameras: "Callable[[], Cameras]"
    post: Post
    certificates: CertificatePress
    rehearse: "Callable[[Desk, int, Progress], Rehearsal] | None"
