"""Tells addresses at a mail provider, where anybody may have one, from those of an organisation."""

_NAMES = """
    gmail.com googlemail.com icloud.com me.com mac.com msn.com aol.com mail.com email.com
    proton.me protonmail.com pm.me tutanota.com fastmail.com zoho.com hey.com web.de t-online.de
    freenet.de posteo.de mailbox.org orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it
    virgilio.it tiscali.it inbox.lv inbox.lt inbox.eu apollo.lv one.lv mail.ee hot.ee online.ee
    mail.ru bk.ru list.ru inbox.ru rambler.ru ya.ru ukr.net i.ua wp.pl o2.pl onet.pl interia.pl
    gazeta.pl seznam.cz email.cz centrum.cz centrum.sk azet.sk freemail.hu citromail.hu abv.bg
    mail.bg sapo.pt terra.es telenet.be skynet.be ziggo.nl kpnmail.nl home.nl bluewin.ch qq.com
    163.com 126.com telia.com comhem.se online.no luukku.com
"""
_PROVIDERS = frozenset(_NAMES.split())
# Of these the name is the provider's in every country.
_EVERYWHERE = frozenset({"yahoo", "ymail", "hotmail", "outlook", "live", "gmx", "yandex"})


def organisation_domain(email: str) -> str:
    """Return what stands after the @ of a case-folded address, empty for a mail provider's."""
    domain = email.rpartition("@")[2]
    private = domain in _PROVIDERS or domain.partition(".")[0] in _EVERYWHERE
    return "" if private else domain
