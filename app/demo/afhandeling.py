"""What follows on a life's own steps: the decision on the application, and the terms that people close themselves."""

from datetime import date, datetime, time, timedelta
from typing import Any

from app.demo.deur import Antwoord, Geweigerd
from app.demo.levensloop import Levensloop
from app.services.identiteit import Rol

_GEDAAN = {
    "bellen_inkomensconsulent": "Gebeld en de overdracht besproken.",
    "bevestiging": "De afspraak is per brief bevestigd.",
    "broodnood": "Dezelfde dag een voedselpakket geregeld.",
    "herinnering_diagnose": "De klant is herinnerd.",
    "herinnering_gesprek": "De klant is herinnerd.",
    "herinnering_hersteltermijn": "De klant is herinnerd.",
    "inkomensafspraak": "Inkomen en woonsituatie besproken.",
    "nabellen": "De klant levert de laatste bankafschriften morgen in.",
    "navraag_werkconsulent": "De werkconsulent kent de klant van een eerder traject.",
    "sms": "Een sms is verstuurd.",
    "studieplicht_in_beschikking": "Staat in de beschikking.",
    "stukken": "De stukken zijn compleet binnen.",
    "zoekperiode": "De jongere liet zien waar is gesolliciteerd.",
}
"""The kinds of terms that people close by hand, and what the demo says of them."""
_VANDAAG = "vandaag"
"""Stands in the body of a step for the day on which it is taken."""


class Afhandeling:
    """Takes one life on from where its own story stopped; never past the moment at which the demo ends."""

    def __init__(self, leven: Levensloop) -> None:
        self._leven, self._deur, self._kans = leven, leven.deur, leven.kans

    async def werk_af(self) -> str:
        """Decide what lies ready and close the terms; returns how far the klant has come, in the service's words."""
        if "melding" not in self._leven.ids:
            return "niet begonnen"
        pad = f"/meldingen/{self._leven.ids['melding']}"
        melding = await self._toon(pad)
        if melding.json()["stand"] == "afwijzing_voorgesteld" and self._later(2) and self._soms(0.7):
            melding = await self._deur.post(Rol.FIATTEUR, f"{pad}/afwijzingen", {"akkoord": True}, als=melding)
        aanvraag = await self._aanvraag()
        if aanvraag is not None:
            aanvraag = await self._besluit(aanvraag)
        await self._sluit_termijnen()
        if aanvraag is not None:
            return f"aanvraag {aanvraag.json()['toestand'].replace('_', ' ')}"
        return f"melding {melding.json()['stand'].replace('_', ' ')}"

    async def _aanvraag(self) -> Antwoord | None:
        lijst = await self._toon(f"/aanvragen?meldingId={self._leven.ids['melding']}")
        aanvragen = lijst.json()["resultaten"]
        return await self._toon(f"/aanvragen/{aanvragen[0]['id']}") if aanvragen else None

    async def _besluit(self, aanvraag: Antwoord) -> Antwoord:
        """Take the steps of an application, a few working days apart, as far as there is time and the rules allow."""
        pad = f"/aanvragen/{aanvraag.json()['id']}"
        consulent = f"inkomensconsulent-{self._kans.randint(1, 4)}"
        toekennen = {"besluit": "toekennen", "onderbouwing": "Inkomen en vermogen liggen onder de grens."}
        afwijzen = {"besluit": "afwijzen", "onderbouwing": "De klant heeft een partner met voldoende inkomen."}
        stappen: tuple[tuple[Rol, str, str, dict[str, Any]], ...] = (
            (Rol.SOCIAAL_RECHERCHEUR, "", "sr-screeningen", {"onderzoekNodig": False}),
            (Rol.INKOMENSCONSULENT, consulent, "volledigverklaringen", {"volledigOp": _VANDAAG}),
            (Rol.INKOMENSCONSULENT, consulent, "voorstellen", afwijzen if self._soms(0.15) else toekennen),
            (Rol.FIATTEUR, "", "controles", {"akkoord": True}),
            (Rol.ADMINISTRATIE, "", "verzendingen", {"verzondenOp": _VANDAAG}),
        )
        for rol, wie, stap, body in stappen:
            if self._soms(0.06) or not self._later(self._kans.randint(1, 4)):
                break
            gevuld = {veld: self._vandaag() if waarde == _VANDAAG else waarde for veld, waarde in body.items()}
            try:
                aanvraag = await self._deur.post(rol, f"{pad}/{stap}", gevuld, als=aanvraag, wie=wie)
            except Geweigerd as fout:
                if "zoekperiode-loopt" not in str(fout):
                    raise
                break
        return aanvraag

    async def _sluit_termijnen(self) -> None:
        """Close most of what people should have done by now, in order of day; some of it stays lying, as in life."""
        lijst = await self._toon(f"/termijnen?klantId={self._leven.ids['klant']}&toestand=lopend&limit=100")
        vandaag = self._leven.tot.date()
        for termijn in sorted(lijst.json()["resultaten"], key=lambda t: str(t["uiterlijkOp"])):
            uiterlijk = date.fromisoformat(termijn["uiterlijkOp"])
            if termijn["soort"] in _GEDAAN and uiterlijk <= vandaag and self._soms(0.85):
                await self._sluit(termijn, uiterlijk)

    async def _sluit(self, termijn: dict[str, Any], op: date) -> None:
        nu = self._deur.wijzer.nu
        self._deur.wijzer.nu = min(self._leven.tot, max(nu, datetime.combine(op, time(15), tzinfo=nu.tzinfo)))
        body = {"op": op.isoformat(), "toelichting": _GEDAAN[termijn["soort"]]}
        pad = f"/termijnen/{termijn['id']}"
        await self._deur.post(Rol(termijn["rol"]), f"{pad}/afdoeningen", body, als=await self._toon(pad))

    async def _toon(self, pad: str) -> Antwoord:
        return await self._deur.get(Rol.INKOMENSCONSULENT, pad)

    def _later(self, werkdagen: int) -> bool:
        """Move to the morning of a later working day; stays, and says False, when that lies past the end."""
        dan = self._deur.wijzer.nu
        while werkdagen > 0:
            dan += timedelta(days=1)
            werkdagen -= dan.weekday() < 5  # noqa: PLR2004  # Monday to Friday
        dan = dan.replace(hour=10, minute=self._kans.randrange(0, 60, 5), second=0)
        if dan >= self._leven.tot:
            return False
        self._deur.wijzer.nu = dan
        return True

    def _vandaag(self) -> str:
        return self._deur.wijzer.nu.date().isoformat()

    def _soms(self, kans: float) -> bool:
        return self._kans.random() < kans
