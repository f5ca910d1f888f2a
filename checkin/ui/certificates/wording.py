"""What is said of certificates, and of those who get one."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from checkin.domain.certificates import Proof, Withdrawal
from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.render.certificate import Trouble
from checkin.render.certificatefaces import days_words, hours_words, share_words
from checkin.services.certificates import Candidate, Candidates, Standing
from checkin.services.verifying import Deed, Logged, Verified
from checkin.ui.dates import clock


def standing_words(one: Candidate) -> str:
    """Return where somebody stands, in a few words."""
    lacks = hours_words(one.lacking)
    if one.standing is Standing.BELOW:
        return _tr("lacks {hours}").format(hours=lacks)
    if one.standing is Standing.FALLEN and one.why:
        return _tr("to be withdrawn: {why}").format(why=why_words(one.why))
    if one.standing is Standing.LEFT_OUT and one.why:
        return _tr("none: {why}").format(why=why_words(one.why))
    number = printed(one.certificate.number) if one.certificate else ""
    return {
        Standing.DUE: _tr("gets one"),
        Standing.CHANGED: _tr("{number} is to be issued anew").format(number=number),
        Standing.ISSUED: number,
    }.get(one.standing, "")


def hours_and_share(one: Candidate) -> tuple[str, str]:
    """Return how long somebody was there, and which share of their programme that is."""
    facts = one.facts
    return hours_words(facts.hours), share_words(facts.hours, facts.programme) or "–"


def summary(found: Candidates) -> str:
    """Return who gets one and how many do not, in one line."""
    counts = (
        (Standing.DUE, _tr("{count} get one")),
        (Standing.CHANGED, _tr("{count} to be issued anew")),
        (Standing.FALLEN, _tr("{count} to be withdrawn")),
        (Standing.ISSUED, _tr("{count} have theirs")),
        (Standing.BELOW, _tr("{count} below")),
        (Standing.LEFT_OUT, _tr("{count} canceled or blocked")),
    )
    said = [
        words.format(count=count)
        for standing, words in counts
        if (count := len(found.who_are(standing)))
    ]
    begin = _tr("From {share} % of the programme").format(share=found.threshold)
    return f"{begin}: {', '.join(said) or _tr('nobody has come yet')}."


def why_words(why: Withdrawal) -> str:
    """Return why a certificate does not hold."""
    return {
        Withdrawal.BELOW: _tr("corrected below the threshold"),
        Withdrawal.CANCELED: _tr("canceled"),
        Withdrawal.BLOCKED: _tr("blocked"),
        Withdrawal.MISTAKE: _tr("issued by mistake"),
        Withdrawal.OTHER: _tr("for another reason"),
    }[why]


def headline(proof: Proof) -> str:
    """Return what became of a certificate, plainly."""
    return {
        Proof.VALID: _tr("Valid"),
        Proof.WITHDRAWN: _tr("Withdrawn"),
        Proof.REPLACED: _tr("Replaced by a newer one"),
        Proof.ALTERED: _tr("Altered"),
        Proof.UNKNOWN: _tr("Not on this laptop"),
        Proof.BADGE: _tr("A badge, not a certificate"),
        Proof.NOT_OURS: _tr("Not ours"),
    }[proof]


def detail(one: Verified, event: Event) -> str:
    """Return since when and why, or what to do."""
    since = _when(one.since, event)
    if one.proof is Proof.WITHDRAWN and one.why:
        words = _tr("Since {when}, by {operator}: {why}.")
        return words.format(when=since, operator=one.by or "–", why=why_words(one.why))
    if one.proof is Proof.REPLACED:
        words = _tr("Since {when}, by {number}: ask for that one.")
        return words.format(when=since, number=printed(one.newer))
    return {
        Proof.VALID: _tr("Compare the paper with this:"),
        Proof.ALTERED: _tr("It was changed in this file: do not trust it, and verify the event."),
        Proof.UNKNOWN: _tr("It was made for this event, but this copy has it not: exchange first."),
        Proof.BADGE: _tr("Scan the code on the certificate."),
        Proof.NOT_OURS: _tr("No certificate of this event has this code or number."),
    }.get(one.proof, "")


def facts_lines(one: Verified, event: Event) -> list[tuple[str, str]]:
    """Return what stands on a certificate, by what it is."""
    if one.certificate is None:
        return []
    facts = one.certificate.facts
    hours = _tr("{hours} of {programme}").format(
        hours=hours_words(facts.hours), programme=hours_words(facts.programme)
    )
    return [
        (_tr("Name"), one.attendee.name if one.attendee else _tr("erased")),
        (_tr("Days"), days_words(facts.days)),
        (_tr("Hours"), hours),
        (_tr("Number"), printed(one.certificate.number)),
        (_tr("Event"), event.title),
        (_tr("Issued"), _when(one.at, event)),
    ]


def logged_words(one: Logged, event: Event) -> str:
    """Return one thing that was done with a certificate."""
    deed = {
        Deed.ISSUED: _tr("issued"),
        Deed.REISSUED: _tr("issued anew"),
        Deed.WITHDRAWN: _tr("withdrawn"),
        Deed.REINSTATED: _tr("holds again"),
    }[one.deed]
    if one.why:
        deed = f"{deed} ({why_words(one.why)})"
    name = one.attendee.name if one.attendee else _tr("erased")
    number = printed(one.certificate.number)
    return " · ".join((_when(one.at, event), name, deed, number, one.by or "–"))


def trouble_words(name: str, trouble: Trouble) -> str:
    """Return what comes out badly of somebody's certificate."""
    said = []
    if trouble.cut_short:
        words = _tr("cut short: {fields}")
        said.append(words.format(fields=", ".join(trouble.cut_short)))
    said += [
        _tr("no font for {letters} ({script})").format(letters=letters, script=script)
        for script, letters in trouble.letters.items()
    ]
    return f"{name}: {'; '.join(said)}"


def _when(at: int | None, event: Event) -> str:
    """Return a moment with its year: certificates are looked at years later."""
    if at is None:
        return "–"
    day = event.local(at).date()
    written = QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
    return f"{written}, {clock(at, event)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Certificates", text)
