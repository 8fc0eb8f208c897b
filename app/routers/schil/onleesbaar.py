"""What the server itself refuses, before there is a request for the shell: answered as every other refusal.

The server reads HTTP with llhttp, which knows no bound on headers, in size or time, takes a request without Host, and
leaves out the body of one that asks for another protocol. All of that is refused here.
"""

from asyncio import TimerHandle, Transport
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
TE_TRAAG = probleem_bij_status(408, "De koppen van het verzoek kwamen niet op tijd binnen.")
GEEN_HOST = probleem_bij_status(400, "Geef één kop Host: die hoort bij elk verzoek in HTTP/1.1.")
ANDER_PROTOCOL = probleem_bij_status(400, "Vraag geen ander protocol (Upgrade) bij een verzoek met inhoud.")
_NALEESTIJD = 2.0
"""So many seconds what a refused caller still sends is thrown away: cut off at once, it would not read why."""
_OM_EEN_KOP = len(": \r\n")
_VERSIES = frozenset({"1.0", "1.1"})
_INHOUD = frozenset({b"content-length", b"transfer-encoding"})


class Geweigerd(Exception):
    """Ends the reading of a request; the parser makes a fault of HTTP of it."""


class Lezer(HttpToolsProtocol):
    """One connection."""

    instellingen: Schilinstellingen
    logboek: Logboek
    weigering = ONLEESBAAR
    geweigerd = leest_koppen = vordert = False
    onaf = binnen = 0
    wekker: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as the server's own
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._let_op_tijd()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        super().connection_lost(exc)
        self._wacht_niet()

    def data_received(self, data: bytes) -> None:
        """Read on; a header, trailer or chunk size without an end is seen here, for the parser keeps it to itself."""
        if self.geweigerd:
            return
        self.vordert, self.binnen = False, len(data)
        super().data_received(data)
        if self._is_onderweg() and not self.geweigerd:
            self.onaf += 0 if self.vordert else len(data)
            if te_groot := self._te_groot():
                self.weigering = te_groot
                self.send_400_response("Headers without end.")
        self._let_op_tijd()

    def on_message_begin(self) -> None:
        """Begin to read headers."""
        super().on_message_begin()
        self.leest_koppen, self.vordert, self.onaf = True, True, 0

    def on_headers_complete(self) -> None:
        """Hand the request to the shell."""
        if te_groot := self._te_groot():
            self._weiger(te_groot)
        self.leest_koppen, self.vordert, self.onaf = False, True, 0
        versie, namen = self.parser.get_http_version(), [naam for naam, _ in self.headers]
        if versie not in _VERSIES:
            self._weiger(ONLEESBAAR)
        if versie == "1.1" and namen.count(b"host") != 1:
            self._weiger(GEEN_HOST)
        if self.parser.should_upgrade() and not _INHOUD.isdisjoint(namen):
            self._weiger(ANDER_PROTOCOL)
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a part of the body; its size and time are for the shell."""
        super().on_body(body)
        self.vordert, self.onaf = True, 0

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 (the server's own English)
        """Refuse, unless an earlier request on this connection waits for its answer: then that one goes first."""
        self.leest_koppen = False
        eerder = self._lopend
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

    @property
    def _lopend(self) -> RequestResponseCycle | None:
        """The request that was read last; the server's own annotation forgets that there is none at first."""
        return cast("RequestResponseCycle | None", self.cycle)

    def _is_onderweg(self) -> bool:
        return self.leest_koppen or (self._lopend is not None and self._lopend.more_body)

    def _let_op_tijd(self) -> None:
        """Give the headers that are waited for their time; whole requests come and go without any timer."""
        if not self.leest_koppen and self._lopend is not None and not self._lopend.response_complete:
            self._wacht_niet()
        elif self.wekker is None and not self.geweigerd:
            self.wekker = self.loop.call_later(self.instellingen.leestijd, self._kap_af)

    def _wacht_niet(self) -> None:
        if self.wekker is not None:
            self.wekker.cancel()
            self.wekker = None

    def _kap_af(self) -> None:
        self.wekker = None
        if self.leest_koppen:
            self.weigering = TE_TRAAG
            self.send_400_response("Headers too slow.")
        else:
            self.transport.close()

    def _te_groot(self) -> Probleem | None:
        """Whether it is too much; what came in one small piece needs no adding up."""
        meeste, gelezen = self.instellingen.max_koppen, self.onaf
        if gelezen + self.binnen <= meeste:
            return None
        if self.leest_koppen:
            if len(self.url) > meeste:
                return TE_LANG_ADRES
            gelezen = max(gelezen, sum(len(naam) + len(waarde) + _OM_EEN_KOP for naam, waarde in self.headers))
        return TE_GROTE_KOPPEN if gelezen > meeste else None

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
