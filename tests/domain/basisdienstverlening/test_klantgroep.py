"""The groups, and who stands aside."""

from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie


def test_the_groups_stand_from_nearest_to_work_to_furthest() -> None:
    assert [groep.value for groep in Klantgroep] == ["matchen", "groeien", "faciliteren", "zorgen"]


def test_only_who_cannot_or_will_not_take_part_stands_aside() -> None:
    assert [manier.value for manier in Participatie if manier.afzijdig] == ["kan_niet", "wil_niet"]
