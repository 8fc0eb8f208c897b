"""Just enough of PostgreSQL's wire protocol to ask one thing without a driver."""

import socket
import struct
from pathlib import Path

from app.persistence.embedded.fout import EmbeddedPostgresFout

_PROTOCOL_3 = 196608
ONBEKENDE_DATABASE = "3D000"


def vraag(stopcontact: Path, database: str, opdracht: str = "") -> str:
    """Run `opdracht` (or only log in) as user trede; the answer is the SQLSTATE of the error, or nothing."""
    with socket.socket(socket.AF_UNIX) as lijn:
        lijn.settimeout(60)
        lijn.connect(str(stopcontact))
        begin = struct.pack("!i", _PROTOCOL_3) + f"user\0trede\0database\0{database}\0\0".encode()
        lijn.sendall(struct.pack("!i", len(begin) + 4) + begin)
        fout = _tot_gereed(lijn)
        if opdracht and not fout:
            tekst = opdracht.encode() + b"\0"
            lijn.sendall(b"Q" + struct.pack("!i", len(tekst) + 4) + tekst)
            fout = _tot_gereed(lijn)
        if not fout:
            lijn.sendall(b"X" + struct.pack("!i", 4))
        return fout


def _tot_gereed(lijn: socket.socket) -> str:
    """Read messages until the server is ready or refuses."""
    while True:
        soort, lengte = struct.unpack("!ci", _lees(lijn, 5))
        inhoud = _lees(lijn, lengte - 4)
        if soort == b"E":
            velden = {veld[:1]: veld[1:].decode() for veld in inhoud.split(b"\0")}
            return velden[b"C"]
        if soort == b"Z":
            return ""


def _lees(lijn: socket.socket, aantal: int) -> bytes:
    gelezen = b""
    while len(gelezen) < aantal:
        deel = lijn.recv(aantal - len(gelezen))
        if not deel:
            raise EmbeddedPostgresFout(
                "De ingebouwde database verbrak de verbinding tijdens het starten.",
                "The embedded database closed the connection while starting.",
            )
        gelezen += deel
    return gelezen
