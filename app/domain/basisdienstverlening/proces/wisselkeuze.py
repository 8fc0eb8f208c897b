"""What the consulent may decide on an assessment, and what follows from it (IOM PB §2.2.4)."""

from collections.abc import Iterator
from datetime import date

from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.groeien import NAAR_MATCHEN
from app.domain.basisdienstverlening.groepswisseling.matchen import VERLENGING
from app.domain.basisdienstverlening.groepswisseling.toets import GEVOLGEN, gevolgen
from app.domain.basisdienstverlening.groepswisseling.uitkomst import GroepswisselingUitkomst, Wisseladvies
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import KEUZE
from app.domain.basisdienstverlening.proces.groepskeuze import Groepskeuze
from app.domain.basisdienstverlening.proces.wisseling import Groepswisseling
from app.domain.besluit import Grond, Motivering
from app.domain.dossier.termijn import Termijnplan
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import Strijdig, eis

# Who works with the group; in Faciliteren and Zorgen that is the inkomensconsulent (IOM PB §5, §6).
_ONTVANGER = {
    Klantgroep.MATCHEN: "werkconsulent",
    Klantgroep.GROEIEN: "werkconsulent",
    Klantgroep.FACILITEREN: "inkomensconsulent",
    Klantgroep.ZORGEN: "inkomensconsulent",
}


def eis_toegestaan(feiten: GroepswisselingFeiten, naar: Klantgroep | None) -> None:
    """Raise for the group that the klant is in already, and for the one change that is never made."""
    detail = "De klant zit al in deze groep; geef null als de klant blijft."
    eis(naar is not feiten.huidige_groep, "naar", "zelfde-groep", detail)
    if feiten.huidige_groep is Klantgroep.GROEIEN and naar is Klantgroep.MATCHEN:
        detail = (
            f"Van Groeien wordt nooit naar Matchen gewisseld ({NAAR_MATCHEN.id}): Groeien gebruikt de instrumenten van "
            "Matchen, bij dezelfde consulent."
        )
        raise Strijdig("groeien-matchen", detail)


def eis_verlenging(uitkomst: GroepswisselingUitkomst, naar: Klantgroep | None) -> None:
    """Raise unless the stay in Matchen may be prolonged, once, instead of a change."""
    eis(naar is None, "verlengen", "verlengen-of-wisselen", "Wie wisselt, kan het verblijf niet verlengen.")
    if uitkomst.verlenging_tot is None:
        detail = f"Het advies geeft geen verlenging ({VERLENGING.id}): die kan één keer, na een half jaar in Matchen."
        raise Strijdig("geen-verlenging", detail)


def is_afwijkend(uitkomst: GroepswisselingUitkomst, naar: Klantgroep | None) -> bool:
    """Whether a decision goes against the advice; after "assess" both staying and changing follow it."""
    volgens_advies: dict[Wisseladvies, set[Klantgroep | None]] = {
        Wisseladvies.BLIJVEN: {None},
        Wisseladvies.BEOORDELEN: {None, uitkomst.naar},
        Wisseladvies.WISSELEN: {uitkomst.naar},
    }
    return naar not in volgens_advies[uitkomst.advies]


def keuze_na_wisseling(wisseling: Groepswisseling, naar: Klantgroep) -> Groepskeuze:
    """Weigh the new group, no reason given yet, against the one advised, or where none was, against the one left."""
    return Groepskeuze(
        klasse=naar,
        advies=wisseling.uitkomst.naar or wisseling.feiten.huidige_groep,
        voorkeur_klant=None,
        afwijking_reden=None,
        verschil_toelichting=None,
    )


def motiveer(wisseling: Groepswisseling, naar: Klantgroep | None) -> Motivering:
    """Give the reasons of the advice, then those of the decision in place of what the advice would have brought."""
    afgeleid = (GEVOLGEN.id, KEUZE.id)
    advies = (grond for grond in wisseling.motivering if grond.regel not in afgeleid)
    return (*advies, *_keuze(wisseling, naar), *([gevolgen(naar)] if naar else []))


def _keuze(wisseling: Groepswisseling, naar: Klantgroep | None) -> Iterator[Grond]:
    if not is_afwijkend(wisseling.uitkomst, naar):
        return
    huidig, advies = wisseling.feiten.huidige_groep.capitalize(), wisseling.uitkomst.naar
    geadviseerd = {
        Wisseladvies.BLIJVEN: f"in {huidig} te blijven",
        Wisseladvies.BEOORDELEN: f"te beoordelen of {advies and advies.capitalize()} past",
        Wisseladvies.WISSELEN: f"naar {advies and advies.capitalize()} te wisselen",
    }[wisseling.uitkomst.advies]
    besloten = f"de klant wisselt naar {naar.capitalize()}" if naar else f"de klant blijft in {huidig}"
    tekst = f"De regels adviseren {geadviseerd}; de consulent besluit met een vastgelegde reden anders: {besloten}."
    yield KEUZE.grond(tekst)


def warme_overdracht(naar: Klantgroep, besloten_op: date) -> Termijnplan:
    """Plan the three-way talk for who receives the klant; the source gives no last day, so it is a reminder."""
    return Termijnplan(
        soort=Termijnsoort.WARME_OVERDRACHT,
        regel=GEVOLGEN,
        rol=_ONTVANGER[naar],
        basis_op=besloten_op,
        uiterlijk_op=besloten_op,
        herinnering=True,
    )
