"""The vendor's own statement of evidence: `claimlint.evidence.yaml`."""

from __future__ import annotations

from claimlint.evidence.dossier.load import Binding, Dossier, NotDisclosed, load_dossier

__all__ = ["Binding", "Dossier", "NotDisclosed", "load_dossier"]
