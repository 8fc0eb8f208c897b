"""What the server itself refuses, before there is a request for the shell: answered as every other refusal.

The server reads HTTP with llhttp, which knows no bound on headers and leaves out the body of a request that asks for
another protocol. Both are refused here.
"""

from http import HTTPStatus
from typing import cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from app.routers.problemen import Probleem, probleem_antwoord, probleem_bij_status
from app.routers.schil.instellingen import Schilinstellingen
from app.routers.schil.koppen import Koppenlijst, koppen_zonder_verzoek
from app.routers.schil.logboek import Logboek
from app.services.ids import nieuw_nummer

ONLEESBAAR = probleem_bij_status(400)
TE_LANG_ADRES = probleem_bij_status(414)
TE_GROTE_KOPPEN = probleem_bij_status(431)
ANDER_PROTOCOL = probleem_bij_status(400, "Vraag geen ander protocol (Upgrade) bij een verzoek met inhoud.")
_NALEESTIJD = 2.0
"""So many seconds what a refused caller still sends is thrown away: cut off at once, it would not read why."""
_INHOUD = frozenset({b"content-length", b"transfer-encoding"})


class Geweigerd(Exception):
    """Ends the reading of a request; the parser makes a fault of HTTP of it."""


class Lezer(HttpToolsProtocol):
    """One connection."""

    instellingen: Schilinstellingen
    logboek: Logboek
    weigering = ONLEESBAAR
    geweigerd = leest_koppen = False
    grootte = onaf = 0

    def data_received(self, data: bytes) -> None:
        """Read on; a header without an end is seen here, for the parser keeps it to itself."""
        if self.geweigerd:
            return
        las_koppen = self.leest_koppen
        super().data_received(data)
        if las_koppen and self.leest_koppen:
            self.onaf += len(data)
            if self.onaf > self.instellingen.max_koppen:
                self.weigering = TE_GROTE_KOPPEN
                self.send_400_response("Headers without end.")

    def on_message_begin(self) -> None:
        """Begin to count."""
        super().on_message_begin()
        self.leest_koppen = True
        self.grootte = self.onaf = 0

    def on_url(self, url: bytes) -> None:
        """Take a part of the address, within the bound."""
        super().on_url(url)
        self._tel(len(url), TE_LANG_ADRES)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header, within the bound."""
        super().on_header(name, value)
        self._tel(len(name) + len(value), TE_GROTE_KOPPEN)

    def on_headers_complete(self) -> None:
        """Hand the request to the shell."""
        self.leest_koppen = False
        if self.parser.should_upgrade() and any(naam in _INHOUD for naam, _ in self.headers):
            self._weiger(ANDER_PROTOCOL)
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 (the server's own English)
        """Refuse, unless an earlier request on this connection waits for its answer: then that one goes first."""
        self.leest_koppen = False
        eerder = cast("RequestResponseCycle | None", self.cycle)
        if eerder is None or eerder.response_complete:
            self._antwoord()
        elif not eerder.more_body:
            eerder.keep_alive = False
        elif eerder.response_started or self.pipeline:
            self.transport.close()
        else:
            self._antwoord()

    def _unsupported_upgrade_warning(self) -> None:
        """Say nothing: to go on in HTTP/1.1 is what the caller expects of who knows no other."""

    def _tel(self, lengte: int, anders: Probleem) -> None:
        self.grootte += lengte
        if self.grootte > self.instellingen.max_koppen:
            self._weiger(anders)

    def _weiger(self, probleem: Probleem) -> None:
        self.weigering = probleem
        raise Geweigerd

    def _antwoord(self) -> None:
        nummer = nieuw_nummer()
        antwoord = probleem_antwoord(self.weigering, nummer)
        koppen: Koppenlijst = [
            *self.server_state.default_headers,
            *koppen_zonder_verzoek(self.instellingen, nummer, antwoord),
            (b"connection", b"close"),
        ]
        status = f"HTTP/1.1 {antwoord.status_code} {HTTPStatus(antwoord.status_code).phrase}".encode()
        regels = [status, *(naam + b": " + waarde for naam, waarde in koppen)]
        self.logboek.info("onleesbaar verzoek", verzoek=nummer, status=antwoord.status_code)
        self.transport.write(b"\r\n".join([*regels, b"", bytes(antwoord.body)]))
        self.transport.write_eof()
        self.loop.call_later(_NALEESTIJD, self.transport.close)
        self.geweigerd = True


def lezer_voor(instellingen: Schilinstellingen, logboek: Logboek) -> type[Lezer]:
    """The reading of connections with these limits and headers: the server makes one for each."""
    return type("Lezer", (Lezer,), {"instellingen": instellingen, "logboek": logboek})
