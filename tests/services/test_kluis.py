"""The vault: rotation of keys, refusal of strangers, and a hash that finds."""

import pytest
from cryptography.fernet import Fernet

from app.services.kluis import Kluis, Ontsleutelfout

OUD, NIEUW = (Fernet.generate_key().decode() for _ in range(2))
ZOEK = "zoeksleutel"


def test_what_the_old_key_closed_opens_after_a_rotation() -> None:
    assert Kluis({1: OUD, 2: NIEUW}, ZOEK).open(Kluis({1: OUD}, ZOEK).sluit(b"geheim")) == b"geheim"


def test_the_newest_key_closes_whatever_the_order_of_the_settings() -> None:
    gedraaid = Kluis({2: NIEUW, 1: OUD}, ZOEK)
    assert gedraaid.versie == 2
    assert Kluis({2: NIEUW}, ZOEK).open(gedraaid.sluit(b"geheim")) == b"geheim"
    with pytest.raises(Ontsleutelfout):
        Kluis({1: OUD}, ZOEK).open(gedraaid.sluit(b"geheim"))


@pytest.mark.parametrize("vreemd", [b"", b"geen", Fernet(Fernet.generate_key()).encrypt(b"geheim")])
def test_what_no_known_key_closed_stays_closed(vreemd: bytes) -> None:
    with pytest.raises(Ontsleutelfout, match="geen bekende sleutel"):
        Kluis({1: OUD}, ZOEK).open(vreemd)


def test_the_same_is_closed_differently_each_time_but_found_all_the_same() -> None:
    voor, na = Kluis({1: OUD}, ZOEK), Kluis({1: OUD, 2: NIEUW}, ZOEK)
    assert voor.sluit(b"999990019") != voor.sluit(b"999990019")
    assert voor.zoekwaarde("999990019") == na.zoekwaarde("999990019")


def test_the_hash_depends_on_its_own_key_and_shows_nothing() -> None:
    waarde = Kluis({1: OUD}, ZOEK).zoekwaarde("999990019")
    assert waarde != Kluis({1: OUD}, "andere").zoekwaarde("999990019")
    assert b"999990019" not in waarde
    assert len(waarde) == 32
