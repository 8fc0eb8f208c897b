"""`make mutate`: change the domain on purpose, a little at a time, and see which changes no test notices."""

import json
import os
import subprocess
import sys
from pathlib import Path

GRENS = 0.85
STAND = Path("mutants/mutmut-cicd-stats.json")
GEVANGEN = ("killed", "timeout", "segfault", "caught_by_type_check")


def main() -> int:
    """Run mutmut, which goes on where it stopped; 1 when fewer mutants are caught than must be."""
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    subprocess.run([mutmut, "run", "--max-children", str(os.cpu_count() or 1), *sys.argv[1:]], check=True)
    subprocess.run([mutmut, "export-cicd-stats"], check=True)
    stand = json.loads(STAND.read_text(encoding="utf-8"))
    gevangen, alle = sum(stand.get(naam, 0) for naam in GEVANGEN), stand["total"] - stand.get("skipped", 0)
    sys.stdout.write(f"{gevangen} van {alle} mutanten gevangen: {gevangen / alle:.1%}; de grens is {GRENS:.0%}.\n")
    return 0 if gevangen >= GRENS * alle else 1


if __name__ == "__main__":
    sys.exit(main())
