"""One made-up life in basisdienstverlening: from melding as far as chance takes it, step by step as people work."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from app.demo.deur import Antwoord, Deur, Geweigerd
from app.demo.personen import Mens
from app.services.identiteit import Rol

LEEFGEBIEDEN = {
    "zingeving": "Staat op tijd op en doet vrijwilligerswerk in de buurt.",
    "wonen": "Huurt een woning en woont er al jaren.",
    "financien": "Heeft overzicht over inkomsten en uitgaven.",
    "socialeRelaties": "Kan terugvallen op familie en buren.",
    "lichamelijkeGezondheid": "Geen klachten die werk in de weg staan.",
    "psychischeGezondheid": "Voelt zich goed, slaapt soms slecht.",
    "werkEnActiviteiten": "Werkte in een winkel en wil weer met mensen werken.",
}
_DEZELFDE_DAG = timedelta(hours=1)


@dataclass
class Levensloop:
    """Takes one klant through the process; `tot` is the moment at which the story stops, now."""

    deur: Deur
    kans: Random
    tot: datetime
    mens: Mens
    agenda: dict[str, set[datetime]]
    ids: dict[str, str] = field(default_factory=dict)

    async def leef(self) -> str:
        """Go as far as chance and the clock take it; returns the last step that was taken."""
        gedaan = "niet begonnen"
        for stap in (self._meld, self._screen, self._bespreek, self._deel_in, self._vraag_aan):
            if not await self._doe(stap):
                break
            gedaan = stap.__name__.strip("_")
        return gedaan

    async def _doe(self, stap: Callable[[], Awaitable[bool]]) -> bool:
        return self.deur.wijzer.nu < self.tot and await stap()

    def _verder(self, *, werkdagen: int) -> bool:
        """Move to the start of a later working day; False when that lies beyond the end of the story."""
        nu = self.deur.wijzer.nu
        while werkdagen > 0:
            nu += timedelta(days=1)
            werkdagen -= nu.weekday() < 5  # noqa: PLR2004  # Monday to Friday
        self.deur.wijzer.nu = nu.replace(hour=9, minute=self.kans.randrange(0, 60, 5), second=0)
        return self.deur.wijzer.nu < self.tot

    async def _meld(self) -> bool:
        nu = self.deur.wijzer.nu
        klant = await self.deur.post(Rol.RECEPTIE, "/klanten", self.mens.gegevens)
        opgave = {
            "gemeldOp": (nu - timedelta(minutes=10)).isoformat(timespec="seconds"),
            "kanaal": self.kans.choice(("digitaal", "telefonisch", "fysiek")),
            "adres": self.mens.gegevens["verblijf"],
            "statushouder": self._soms(0.08),
            "vsoPro": False,
            "speciaalOnderwijs": self.mens.leeftijd < 23 and self._soms(0.1),  # noqa: PLR2004  # fresh from school
            "exDetentie": self._soms(0.03),
            "broodnood": self._soms(0.06),
        }
        if self.mens.gegevens["verblijf"] != "vast":
            opgave["herkomstgemeente"] = self.kans.choice(("Deventer", "Raalte", "Zutphen"))
        body = {"klantId": klant.json()["id"], "opgave": opgave}
        self.ids["klant"] = klant.json()["id"]
        self.ids["melding"] = (await self.deur.post(Rol.RECEPTIE, "/meldingen", body)).json()["id"]
        await self._plan("screeningsgesprek", "inkomensconsulent", timedelta(minutes=30), over=self.kans.randint(0, 2))
        if self._soms(0.05):
            intrekking = {"ondertekendOp": f"{nu:%Y-%m-%d}", "reden": "De klant heeft werk gevonden."}
            pad = f"/meldingen/{self.ids['melding']}"
            await self.deur.post(Rol.RECEPTIE, f"{pad}/intrekkingen", intrekking, als=await self._toon(pad))
            return False
        return True

    async def _toon(self, pad: str) -> Antwoord:
        return await self.deur.get(Rol.INKOMENSCONSULENT, pad)

    async def _plan(self, soort: str, rol: str, duur: timedelta, *, over: int) -> None:
        """Make an appointment with one of four colleagues, so many days from now or soon after.

        The agenda knows what this run planned; that an hour was taken before it, the service says.
        """
        medewerker = f"{rol}-{self.kans.randint(1, 4)}"
        vast = {"klantId": self.ids["klant"], "meldingId": self.ids["melding"], "soort": soort, "wijze": "fysiek"}
        afspraak = None
        while afspraak is None:
            begin = self._vrij_uur(medewerker, over)
            uren = {"begin": begin.isoformat(timespec="seconds"), "eind": (begin + duur).isoformat(timespec="seconds")}
            afspraak = await self._spreek_af(vast | uren | {"medewerker": medewerker})
        self.ids[soort] = afspraak.json()["id"]

    def _vrij_uur(self, medewerker: str, over: int) -> datetime:
        """Take the first hour of a colleague that the agenda knows to be free."""
        begin = self.deur.wijzer.nu.replace(minute=0, second=0) + timedelta(days=over)
        bezet = self.agenda.setdefault(medewerker, set())
        while begin <= self.deur.wijzer.nu or begin in bezet or begin.weekday() > 4 or not 8 <= begin.hour < 16:  # noqa: PLR2004  # office hours
            begin += timedelta(hours=1)
        bezet.add(begin)
        return begin

    async def _spreek_af(self, body: dict[str, Any]) -> Antwoord | None:
        """Plan it; None when the colleague turns out not to be free."""
        try:
            return await self.deur.post(Rol.RECEPTIE, "/afspraken", body)
        except Geweigerd as fout:
            if "/problemen/medewerker-bezet" in str(fout):
                return None
            raise

    async def _verschijn(self, soort: str) -> bool:
        """Come to the appointment, or not; the clock moves to after it."""
        pad = f"/afspraken/{self.ids[soort]}"
        afspraak = await self._toon(pad)
        self.deur.wijzer.nu = datetime.fromisoformat(afspraak.json()["eind"])
        if self.deur.wijzer.nu >= self.tot:
            return False
        gekomen = not self._soms(0.05)
        await self.deur.post(Rol.RECEPTIE, f"{pad}/opkomsten", {"verschenen": gekomen}, als=afspraak)
        return gekomen

    async def _screen(self) -> bool:
        if not await self._verschijn("screeningsgesprek"):
            return False
        body = {
            "meldingId": self.ids["melding"],
            "opgave": self._vertelt(),
            "verslag": "Rustig gesprek; de vraag is helder.",
        }
        wie = f"inkomensconsulent-{self.kans.randint(1, 4)}"
        screening = await self.deur.post(Rol.INKOMENSCONSULENT, "/screeningen", body, wie=wie)
        if screening.json()["uitkomst"]["vervolg"] != "ambitiegesprek":
            return False
        if not await self._heeft_gesprek(wie):
            return False
        await self._plan("ambitiegesprek", "trajectconsulent", timedelta(minutes=60), over=self.kans.randint(1, 7))
        return True

    def _vertelt(self) -> dict[str, Any]:
        """What a klant tells at the screening."""
        return {
            "gesprekOp": self.deur.wijzer.nu.isoformat(timespec="seconds"),
            "vraag": self.kans.choices(("uitkering", "werk", "hulp", "schuld"), (85, 5, 5, 5))[0],
            "wekenGewerktVan36": self.kans.choices((0, 12, 30), (80, 12, 8))[0],
            "gestoptDoorZiekte": self._soms(0.04),
            "wwVolledigDoorlopen": self._soms(0.3),
            "leefvorm": self.kans.choice(("alleenstaand", "samenwonend", "gehuwd")),
            "nettoInkomen": f"{self.kans.choice((0, 0, 0, 250, 480, 900))}.00",
            "inkomenTot120Wml": True,
            "vermogenBovenGrens": False,
            "doelgroepregister": self._soms(0.05),
            "rechtOpStudiefinanciering": False,
            "medischeBeperking": self._soms(0.1),
            "voorliggend": [],
            "financieel": self._financieel(),
            "dreigendeUithuiszetting": self._soms(0.03),
            "broodnood": self._soms(0.06),
            "fraudevermoeden": self._soms(0.02),
            "minderZelfredzaam": self._soms(0.1),
            "lksJongere": False,
            "dariuz": self.kans.choice(("zelfstandig", "zelfstandig", "met_hulp", "niet")),
        }

    async def _heeft_gesprek(self, wie: str) -> bool:
        """Have an ambitiegesprek; for someone from a contactgemeente that is decided first."""
        pad = f"/meldingen/{self.ids['melding']}"
        melding = await self._toon(pad)
        if melding.json()["uitkomst"]["contactgemeente"] is None:
            return True
        nodig = self._soms(0.5)
        toelichting = "Krijgt een postadres in Deventer." if nodig else "De eigen gemeente biedt begeleiding aan."
        body = {"klantId": self.ids["klant"], "nodig": nodig, "toelichting": toelichting}
        await self.deur.post(Rol.INKOMENSCONSULENT, f"{pad}/gespreksbesluiten", body, als=melding, wie=wie)
        return nodig

    def _financieel(self) -> dict[str, bool]:
        schulden = self._soms(0.3)
        return {
            "vasteLastenBetaald": not schulden,
            "roodstand": schulden,
            "schulden": schulden,
            "incasso": schulden and self._soms(0.5),
            "komendeMaandBetaalbaar": not schulden,
            "buffer": not schulden and self._soms(0.5),
        }

    async def _bespreek(self) -> bool:
        if not await self._verschijn("ambitiegesprek"):
            return False
        opgave = {
            "gesprekOp": self.deur.wijzer.nu.isoformat(timespec="seconds"),
            "startkwalificatie": self._soms(0.6),
            "diagnoseIngevuld": self._soms(0.7),
            "veiligheidsrisico": False,
            "wijze": "fysiek",
        }
        body: dict[str, Any] = {"meldingId": self.ids["melding"], "klantId": self.ids["klant"], "opgave": opgave}
        body |= {"leefgebieden": LEEFGEBIEDEN, "themas": {"ambities": "Wil werk met vaste dagen."}}
        gesprek = await self.deur.post(Rol.TRAJECTCONSULENT, "/ambitiegesprekken", body)
        pad = f"/ambitiegesprekken/{gesprek.json()['id']}"
        taal = {"niveau": "voldoet", "toetsAangemeld": False, "toelichting": "Acht jaar school in Nederland."}
        gesprek = await self.deur.post(Rol.TRAJECTCONSULENT, f"{pad}/taalbeoordelingen", taal, als=gesprek)
        if gesprek.json()["uitkomst"]["studieplichtBeoordelen"]:
            besluit = {"studieplichtig": self._soms(0.5), "reden": "Besproken welke opleiding past en haalbaar is."}
            gesprek = await self.deur.post(Rol.TRAJECTCONSULENT, f"{pad}/studieplichtbesluiten", besluit, als=gesprek)
        await self.deur.post(Rol.TRAJECTCONSULENT, f"{pad}/afrondingen", {}, als=gesprek)
        self.deur.wijzer.nu += _DEZELFDE_DAG
        return True

    async def _deel_in(self) -> bool:
        if self._soms(0.1):
            return False
        opgave: dict[str, Any] = {
            "maandenTotWerk": self.kans.choices((4, 6, 12, 24, 36, 48, None), (2, 2, 3, 2, 1, 2, 1))[0],
            "participatie": self.kans.choices(("neemt_deel", "wil", "kan_niet", "wil_niet"), (3, 4, 2, 1))[0],
            "wajongAfgewezen": False,
            "structureelParttime": self._soms(0.05),
            "alleenstaandeOuderZorgplicht": self._soms(0.05),
        }
        vraag = {"meldingId": self.ids["melding"], "klantId": self.ids["klant"], "opgave": opgave}
        advies = self._advies(opgave)
        try:
            await self.deur.post(Rol.TRAJECTCONSULENT, "/groepsindelingen", vraag | {"keuze": advies})
        except Geweigerd:
            anders = vraag | {"keuze": advies, "afwijkingReden": "In overleg met de klant zo gekozen."}
            await self.deur.post(Rol.TRAJECTCONSULENT, "/groepsindelingen", anders)
        return True

    def _advies(self, opgave: dict[str, Any]) -> str:
        """Choose as a consulent would at a glance; where the rules advise otherwise, a reason is given."""
        maanden = opgave["maandenTotWerk"]
        if maanden is not None and maanden <= 6:  # noqa: PLR2004  # at a glance
            return "matchen"
        if maanden is not None and maanden <= 36:  # noqa: PLR2004  # at a glance
            return "groeien"
        return "zorgen" if opgave["participatie"] in ("kan_niet", "wil_niet") else "faciliteren"

    async def _vraag_aan(self) -> bool:
        if not self._verder(werkdagen=self.kans.randint(1, 5)):
            return False
        body = {"meldingId": self.ids["melding"], "ontvangenOp": f"{self.deur.wijzer.nu:%Y-%m-%d}"}
        await self.deur.post(Rol.INKOMENSCONSULENT, "/aanvragen", body)
        return True

    def _soms(self, kans: float) -> bool:
        return self.kans.random() < kans
