"""Build the documents of the invented vendor in `examples/` that no text editor can write.

Run `python scripts/build_examples.py`. The same sources give the same bytes, and a test compares
them with the files that are checked in. The page, the copy, the notes and the dossier are their own
source.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from example_documents import agreement, brochure, deck, mail

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BUILDERS = {
    "deck.pptx": deck.build,
    "brochure.pdf": brochure.build,
    "agreement.docx": agreement.build,
    "pitch.eml": mail.build,
}


def build_all(folder: Path) -> None:
    """Write every built document into `folder`."""
    # The PDF's own invariant date would give way to this one, and other bytes come out.
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in BUILDERS.items():
        build(folder / name)


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--into", type=Path, default=EXAMPLES, help="folder to write to")
    build_all(parser.parse_args().into)


if __name__ == "__main__":
    main()
