"""Whose rows a caller sees: who works for an opdrachtnemer its own only, whatever roles its token has."""

from app.domain.fouten import GeenRecht, NietGevonden
from app.services.identiteit import Beller, Rol


def alleen_eigen(beller: Beller) -> str | None:
    """Return the kenmerk of the one opdrachtnemer whose rows the caller sees; None for who sees all.

    Raises GeenRecht for an opdrachtnemer that the register of clients gives no organisation.
    """
    if Rol.OPDRACHTNEMER not in beller.rollen and beller.organisatie is None:
        return None
    if beller.organisatie is None:
        tekst = "Uw systeem is als opdrachtnemer aangemeld, maar in het register van clients staat niet voor welke."
        raise GeenRecht(tekst)
    return beller.organisatie


def eigen_rijen(beller: Beller, veld: str = "organisatie") -> dict[str, str]:
    """Return the filter that holds a list to the rows the caller sees; `veld` is what names the opdrachtnemer."""
    eigen = alleen_eigen(beller)
    return {} if eigen is None else {veld: eigen}


def eis_eigen(beller: Beller, organisatie: str | None, wat: str = "inkooporder") -> None:
    """Raise NietGevonden, as for what does not exist, unless the caller sees rows of this opdrachtnemer.

    `wat` names the kind of thing as the store does.
    """
    eigen = alleen_eigen(beller)
    if eigen is not None and eigen != organisatie:
        raise NietGevonden(f"Dit kenmerk hoort bij geen {wat}.")
