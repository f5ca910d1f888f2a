"""What words in a list mean, as ticket systems and lists in eight languages write them.

Each table is written as `meaning: words, separated by commas`, and looked up folded.
"""

from collections.abc import Mapping
from typing import TypeVar

from checkin.domain.people import OrganisationKind, Status
from checkin.domain.words import plain, plain_words

Meaning = TypeVar("Meaning")


def _table(words: Mapping[Meaning, str]) -> dict[str, Meaning]:
    return {plain(word): meaning for meaning, text in words.items() for word in text.split(",")}


STATUSES = _table(
    {
        Status.REGISTERED: """
            registered, confirmed, approved, accepted, attending, attended, attendee, checked in,
            checkedin, going, yes, ok, active, valid, complete, completed, paid, free, comp, booked,
            responded, rsvp yes, succeeded, success, order complete, free order, incomplete,
            unassigned, assigned, partially paid and confirmed, no action required, transferred in,
            pending confirmed, yes i ll be there, yes i will attend, i will attend, organizer,
            meeting organizer, taip, jā, jah, tak, ja, да,
            registruotas, registruota, užsiregistravo, užsiregistravęs, užsiregistravusi,
            patvirtinta, patvirtintas, patvirtino, dalyvauja, dalyvaus, apmokėta, sumokėta,
            reģistrēts, reģistrēta, reģistrējies, reģistrējusies, apstiprināts, apstiprināta,
            piedalās, piedalīsies, apmaksāts, apmaksāta, samaksāts, ieradās,
            registreeritud, registreerunud, kinnitatud, osaleb, makstud, tasutud, kohal,
            zarejestrowany, zarejestrowana, potwierdzony, potwierdzona, potwierdzone,
            zatwierdzony, zatwierdzona, zaakceptowany, zaakceptowana, opłacony, opłacona,
            opłacone, zapłacono, uczestniczy, weźmie udział, obecny, obecna,
            registriert, angemeldet, bestätigt, zugesagt, zusage, genehmigt, freigegeben,
            bezahlt, nimmt teil, eingecheckt, anwesend,
            registrerad, anmäld, bekräftad, godkänd, betald, deltar, kommer, incheckad, närvarande,
            зарегистрирован, зарегистрирована, подтвержден, подтверждена, подтверждено,
            одобрен, одобрена, принят, принята, участвует, оплачен, оплачена, оплачено, придет""",
        Status.UNAPPROVED: """
            unapproved, not approved, pending, pending approval, approval pending, waiting,
            waitlist, waitlisted, waiting list, wait list, on waiting list, wait listed, requested,
            awaiting approval, awaiting moderation, awaiting confirmation, needs approval,
            under review, in review, tentative, maybe, invited, not confirmed, unconfirmed, sent,
            none, no response, not responded, tentatively accepted,
            laukia, laukiama, laukia patvirtinimo, laukiančiųjų sąrašas, laukiančiųjų sąraše,
            nepatvirtinta, nepatvirtintas, rezerve, pakviestas, pakviesta,
            gaida, gaida apstiprinājumu, gaidīšanas saraksts, gaidīšanas sarakstā, neapstiprināts,
            neapstiprināta, rezervē, uzaicināts, uzaicināta,
            ootel, ootab, ootab kinnitust, ootenimekiri, ootenimekirjas, kinnitamata, kutsutud,
            oczekuje, oczekujący, oczekująca, oczekuje na potwierdzenie, lista rezerwowa,
            na liście rezerwowej, lista oczekujących, niepotwierdzony, niepotwierdzona,
            w trakcie weryfikacji, zaproszony, zaproszona,
            ausstehend, wartet, warteliste, auf warteliste, auf der warteliste, unbestätigt,
            nicht bestätigt, in prüfung, eingeladen, vorläufig,
            väntar, väntande, väntelista, på väntelista, reservlista, ej bekräftad, obekräftad,
            inbjuden, preliminär,
            ожидает, ожидание, в ожидании, ожидает подтверждения, лист ожидания, в листе ожидания,
            не подтвержден, не подтверждена, приглашен, приглашена, на рассмотрении""",
        Status.UNPAID: """
            unpaid, not paid, payment pending, pending payment, awaiting payment, payment due, due,
            overdue, pending overdue, payment required, outstanding, invoice sent, invoiced,
            partially paid,
            neapmokėta, neapmokėtas, nesumokėta, laukia apmokėjimo, laukiama apmokėjimo,
            neapmaksāts, neapmaksāta, nav samaksāts, nav apmaksāts, gaida apmaksu, gaida samaksu,
            maksmata, tasumata, ootab makset, ootab tasumist,
            nieopłacony, nieopłacona, nieopłacone, niezapłacone, oczekuje na płatność,
            oczekuje na wpłatę, unbezahlt, nicht bezahlt, zahlung ausstehend, zahlung offen,
            obetald, ej betald, inväntar betalning, väntar på betalning,
            не оплачен, не оплачена, не оплачено, неоплачен, неоплачено, ожидает оплаты""",
        Status.CANCELED: """
            canceled, cancelled, declined, not attending, not going, not coming, refunded, refund,
            rejected, denied, withdrawn, expired, voided, deleted, removed, no, revoked,
            canceled paid fee, no i can t come, sorry can t make it, i will not attend, void,
            will not attend, rsvp no, unsubscribed, ne, nē, ei, nie, nein, nej, нет,
            cancelled by user, transferred, chargeback,
            atšaukta, atšauktas, atšaukė, atmesta, nedalyvauja, nedalyvaus, atsisakė, grąžinta,
            atcelts, atcelta, atteicās, atteicies, atteikusies, noraidīts, noraidīta, nepiedalās,
            nepiedalīsies, tühistatud, loobus, loobunud, tagasi lükatud, ei osale, tagastatud,
            anulowany, anulowana, anulowane, odwołany, odwołane, zrezygnował, zrezygnowała,
            rezygnacja, odrzucony, odrzucona, nie uczestniczy, zwrócono, zwrot,
            storniert, abgelaufen, abgesagt, absage, abgemeldet, abgelehnt, nimmt nicht teil,
            erstattet,
            avbokad, avbokat, avböjd, avböjt, inställd, avanmäld, deltar inte, återbetald, avslagen,
            отменен, отменена, отменено, отклонен, отклонена, отказ, отказался, отказалась,
            не участвует, не придет, возврат, возвращен""",
        Status.BLOCKED: """
            blocked, banned, blacklisted, suspended, locked, užblokuotas, užblokuota, blokuota,
            bloķēts, bloķēta, blokeeritud, zablokowany, zablokowana, gesperrt, blockiert, blockerad,
            spärrad, заблокирован, заблокирована""",
    }
)

KINDS = _table(
    {
        OrganisationKind.COMPANY: """
            company, companies, business, enterprise, firm, sme, startup, start up, corporation,
            private company, private sector, private, large company, large enterprise,
            small and medium sized enterprise, small or medium sized enterprise, industry, ltd,
            įmonė, imone, bendrovė, verslas, verslo įmonė, mvį, privatus, uab,
            uzņēmums, komersants, uzņēmējs, mvu, privātais sektors, sia,
            ettevõte, firma, äriühing, vke, erasektor, idufirma,
            firma prywatna, przedsiębiorstwo, spółka, mśp, sektor prywatny, biznes,
            unternehmen, betrieb, wirtschaft, kmu, privatwirtschaft, gmbh,
            företag, bolag, näringsliv, privat sektor,
            компания, фирма, предприятие, бизнес, ооо, частная компания""",
        OrganisationKind.CLUSTER: """
            cluster, clusters, cluster organisation, cluster organization, klasteris,
            klasterio organizacija, klasteru organizācija, klasteri, klaster,
            klastri organisatsioon,
            organizacja klastrowa, cluster organisation e v, clusterorganisation, kluster,
            klusterorganisation, кластер, кластерная организация""",
        OrganisationKind.NETWORK: """
            company network, business network, network, companies network, network of companies,
            association, trade association, business association, chamber, chamber of commerce,
            federation, union, įmonių tinklas, verslo tinklas, tinklas, asociacija, rūmai,
            uzņēmumu tīkls, tīkls, asociācija, biedrība, kamera, ettevõtete võrgustik,
            võrgustik, liit, ühing, koda, sieć firm, sieć przedsiębiorstw, sieć, stowarzyszenie,
            izba, izba gospodarcza, związek, unternehmensnetzwerk, netzwerk, verband, verein,
            kammer, företagsnätverk, nätverk, förening, branschorganisation, handelskammare,
            сеть компаний, сеть предприятий, сеть, ассоциация, союз, палата""",
        OrganisationKind.PUBLIC_BODY: """
            public body, public, public sector, public authority, public institution, authority,
            government, ministry, municipality, local government, agency, public administration,
            regional authority, state institution, viešoji įstaiga, viešasis sektorius, valstybinė
            institucija, valstybės institucija, valdžios institucija, savivaldybė, ministerija,
            agentūra, viešoji institucija, valsts iestāde, publiska iestāde, publiskais sektors,
            valsts pārvalde, pašvaldība, ministrija, aģentūra, publiska persona,
            avalik sektor, avalik asutus, riigiasutus, omavalitsus, kohalik omavalitsus,
            ministeerium, amet, sektor publiczny, instytucja publiczna, administracja,
            administracja publiczna, urząd, samorząd, ministerstwo, gmina, agencja,
            öffentliche einrichtung, öffentlicher sektor, öffentliche hand, behörde, ministerium,
            kommune, verwaltung, öffentliche verwaltung, amt, offentlig sektor, myndighet, kommun,
            offentlig organisation, region, departement, государственный орган, госорган,
            государственное учреждение, министерство, муниципалитет, администрация, госсектор""",
        OrganisationKind.RESEARCH: """
            research, research organisation, research organization, research institute,
            research institution, university, academia, academic, higher education, institute,
            science, college, r d, education, research and education, mokslas, mokslo įstaiga,
            mokslo institucija, mokslinių tyrimų įstaiga, mokslinių tyrimų institutas,
            universitetas, institutas, aukštoji mokykla, kolegija, tyrimai, zinātne,
            zinātniska institūcija, zinātniskā institūcija, pētniecība, pētniecības organizācija,
            pētniecības institūts, universitāte, augstskola, institūts, teadus, teadusasutus,
            ülikool, kõrgkool, instituut, uurimisasutus, nauka, jednostka naukowa, uczelnia,
            uniwersytet, politechnika, instytut, instytut badawczy, badania, forschung,
            forschungseinrichtung, forschungsinstitut, universität, hochschule, institut,
            wissenschaft, forskning, forskningsinstitut, universitet, högskola, akademi, наука,
            университет, институт, научная организация, исследования, вуз,
            научно исследовательский институт""",
        OrganisationKind.OTHER: """
            other, others, ngo, non profit, nonprofit, not for profit, individual, self employed,
            freelancer, media, press, embassy, none, kita, kitas, nvo, fizinis asmuo, cits, cita,
            nevalstiska organizācija, fiziska persona, muu, mtü, eraisik, inne, inna, inny,
            organizacja pozarządowa, fundacja, osoba prywatna, sonstige, sonstiges, andere,
            anderes, stiftung, privatperson, selbstständig, övrigt, övriga, annan, annat,
            ideell organisation, другое, другая, прочее, нко, физическое лицо""",
    }
)

CATEGORIES = _table(
    {
        "participant": """
            participant, participants, attendee, attendees, delegate, guest attendee, visitor,
            general admission, regular, regular participant, standard, audience, dalyvis, dalyvė,
            dalībnieks, dalībniece, osaleja, uczestnik, uczestniczka, teilnehmer, teilnehmerin,
            teilnehmende, teilnehmer in, deltagare, участник, участница""",
        "speaker": """
            speaker, speakers, presenter, lecturer, keynote, keynote speaker, panelist, panellist,
            moderator, pranešėjas, pranešėja, lektorius, lektorė, moderatorius, moderatorė,
            runātājs, runātāja, lektors, lektore, referents, moderators, esineja, lektor,
            moderaator, prelegent, prelegentka, mówca, wykładowca, redner, rednerin, referent,
            referentin, vortragende, talare, föreläsare, föredragshållare, докладчик, спикер,
            лектор, модератор""",
        "organizer": """
            organizer, organiser, organizers, organisers, staff, crew, team, host, organizing team,
            organizatorius, organizatorė, organizators, organizatore, organizētājs, korraldaja,
            korraldusmeeskond, organizator, organizatorka, veranstalter, organisator,
            organisatorin, mitarbeiter, arrangör, personal, организатор, персонал""",
        "volunteer": """
            volunteer, volunteers, helper, savanoris, savanorė, brīvprātīgais, brīvprātīgā,
            vabatahtlik, wolontariusz, wolontariuszka, freiwillige, freiwilliger, helfer, volontär,
            волонтер""",
        "press": """
            press, media, journalist, reporter, spauda, žurnalistas, žurnalistė, žiniasklaida,
            prese, žurnālists, žurnāliste, mediji, ajakirjanik, ajakirjandus, press ja meedia,
            meedia, prasa, dziennikarz, dziennikarka, presse, journalistin, medien, journalister,
            пресса, журналист, сми""",
        "guest": """
            guest, guests, invited guest, guest of honour, svečias, viešnia, viesis, viešņa,
            külaline, gość, gast, ehrengast, gäst, гость""",
        "vip": "vip, v i p, vip guest, vip viesis, vip gast, вип",
        "sponsor": """
            sponsor, sponsors, rėmėjas, rėmėja, sponsors un atbalstītāji, atbalstītājs, toetaja,
            sponsorka, förderer, спонсор""",
        "exhibitor": """
            exhibitor, exhibitors, vendor, parodos dalyvis, izstādes dalībnieks, näituse osaleja,
            eksponent, wystawca, aussteller, utställare, экспонент""",
        "student": """
            student, students, studentas, studentė, students un skolēni, studente, üliõpilane,
            tudeng, studentka, studierende, studentin, студент, студентка""",
    }
)

YES = plain_words(
    """yes, y, true, t, 1, x, on, ok, attending, will attend, attend, checked, selected, present,
    taip, jā, ja, jah, tak, да, д, oui, dalyvausiu, dalyvaus, piedalīšos, osalen, nimmt teil,
    deltar, буду, х""",
    ",",
) | {"✓", "✔", "☑", "✅", "+", "●", "•", "*", "☒"}
NO = plain_words(
    """no, n, false, f, 0, off, not attending, will not attend, unchecked, absent, none, ne, nē, ei,
    nie, nein, nej, нет, н, non, n a, nedalyvausiu, nepiedalīšos, ei osale, не буду""",
    ",",
) | {"", "-", "–", "—", "✗", "✘", "☐", "❌"}
# What a box says that was ticked, or was not, where it asks for consent.
AGREED = plain_words(
    """agree, i agree, agreed, accept, i accept, accepted, consent, i consent, consented, granted,
    given, sutinku, sutinka, sutikimas, duotas, piekrītu, piekrīt, piekrišana, nõustun, nõus,
    annan nõusoleku, zgadzam się, wyrażam zgodę, zgoda, einverstanden, ich bin einverstanden,
    ich stimme zu, stimme zu, zugestimmt, zustimmung, samtycker, jag samtycker, samtycke,
    godkänner, согласен, согласна,
    я согласен, я согласна, согласие, d'accord, j'accepte""",
    ",",
)
REFUSED = plain_words(
    """disagree, i disagree, i do not agree, do not agree, i don't agree, don't agree, not agreed,
    i do not consent, i do not accept, refused, refuse, declined, decline, denied, withdrawn,
    nesutinku, nesutinka, nepiekrītu, nepiekrīt, ei nõustu, ei ole nõus, nie zgadzam się,
    nie wyrażam zgody, brak zgody, nicht einverstanden, ich bin nicht einverstanden,
    ich stimme nicht zu, stimme nicht zu, abgelehnt, samtycker inte, jag samtycker inte,
    godkänner inte, не согласен, не согласна,
    я не согласен, я не согласна""",
    ",",
)
