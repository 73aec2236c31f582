"""Where the data that ships with the package lies: in the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

from claimlint.errors import ClaimlintError


def data_folder(name: str) -> Path:
    """Return the folder `rules`, `packs`, `examples` or `corpora`.

    Raises:
        ClaimlintError: the installation is broken and holds no such folder.
    """
    package = Path(__file__).resolve().parent
    for root in (package / "_data", package.parent):
        if (root / name).is_dir():
            return root / name
    raise ClaimlintError(f"the installation holds no folder called {name}; install it again")
