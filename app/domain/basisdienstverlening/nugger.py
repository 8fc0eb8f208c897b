"""Who may have help with finding work without a uitkering (VO art. 2 lid 3-4): the one place of this rule."""


def mag_ondersteuning(*, inkomen_binnen_grens: bool, vermogen_binnen_grens: bool, doelgroepregister: bool) -> bool:
    """Return whether the municipality may support a nugger; in the doelgroepregister neither limit holds."""
    return doelgroepregister or (inkomen_binnen_grens and vermogen_binnen_grens)
