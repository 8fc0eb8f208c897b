import pytest

from app.domain.basisdienstverlening.proces.spoed import heeft_spoed
from tests.domain.basisdienstverlening.proces.aanvragen import maak_melding, maak_screening


@pytest.mark.parametrize("op_formulier", [True, False])
@pytest.mark.parametrize("gesprekken", [(), (False,), (True,), (False, True)])
def test_broodnood_on_the_form_or_in_any_talk_hurries(op_formulier: bool, gesprekken: tuple[bool, ...]) -> None:
    melding = maak_melding(spoed=op_formulier)
    screeningen = [maak_screening(melding, broodnood=broodnood) for broodnood in gesprekken]
    assert heeft_spoed(melding, screeningen) is (op_formulier or any(gesprekken))
