"""The figures of the benchmark, from rounds that are given."""

import pytest

from bench.belasting import Antwoord, Misser
from bench.gegevens import dossiers, maak_vorm
from bench.meting import Beurt, Vergelijking, cpu_verhouding, spreiding, verhouding, wachttijd
from bench.sjablonen import Sjabloon

PAAR = Vergelijking(naam="lezen", boven="trede", onder="rauw", minstens=0.4)
KLANT = "01783a4f-7c00-7000-8000-000000000001"


def beurt(per_seconde: float, cpu: float = 0.001) -> Beurt:
    return Beurt(per_seconde=per_seconde, wachttijden=(0.001, 0.003, 0.002), cpu=cpu)


def test_a_ratio_is_taken_round_by_round() -> None:
    beurten = {"trede": [beurt(50), beurt(20), beurt(400)], "rauw": [beurt(100), beurt(50), beurt(500)]}
    assert verhouding(beurten, PAAR).midden == pytest.approx(0.5)


def test_the_ratio_in_processor_time_is_that_of_the_medians() -> None:
    beurten = {"trede": [beurt(1, 0.004), beurt(1, 0.002)], "rauw": [beurt(1, 0.001), beurt(1, 0.002)]}
    assert cpu_verhouding(beurten, PAAR) == pytest.approx(0.5)


@pytest.mark.parametrize(("verhouding", "gehaald"), [(0.39, False), (0.4, True)])
def test_a_target_is_met_at_its_bound(verhouding: float, gehaald: bool) -> None:
    assert PAAR.gehaald(verhouding) is gehaald


def test_a_cost_has_a_highest_value() -> None:
    assert not Vergelijking(naam="", boven="", onder="", hoogstens=1.5).gehaald(1.51)


def test_one_round_has_no_spread() -> None:
    assert (spreiding([3]).laag, spreiding([3]).hoog) == (3, 3)


def test_waiting_times_are_told_in_milliseconds() -> None:
    assert wachttijd([beurt(1)]) == (2, 3)


def test_an_answer_is_whole_when_its_last_byte_is_in() -> None:
    antwoord = Antwoord()
    assert not antwoord.voeg_toe(b"HTTP/1.1 201 Created\r\nContent-Le")
    assert not antwoord.voeg_toe(b"ngth: 4\r\n\r\nab")
    assert antwoord.voeg_toe(b"cd")
    assert (antwoord.status, antwoord.inhoud) == (201, b"abcd")


def test_an_answer_without_a_length_is_refused() -> None:
    with pytest.raises(Misser):
        Antwoord().voeg_toe(b"HTTP/1.1 200 OK\r\n\r\n")


def test_of_two_places_that_match_the_longest_counts() -> None:
    sjabloon = Sjabloon("op 2021-06-15T09:00:00Z, dag 2021-06-15", {"2021-06-15": "dag", "2021-06-15T09:00:00Z": "nu"})
    assert sjabloon.vul({"dag": "D", "nu": "N"}) == "op N, dag D"


def test_the_same_seed_gives_the_same_dossiers() -> None:
    vorm = maak_vorm({"klant": [f"{KLANT}\tVoornaamplek\n"], "dossier": [f"{KLANT}\t1\n"]}, KLANT)
    eerst, nog_eens = ([w for _, w in dossiers(vorm, vorm, 20)] for _ in range(2))
    assert eerst == nog_eens
    assert len({waarden[KLANT] for waarden in eerst}) == 20
