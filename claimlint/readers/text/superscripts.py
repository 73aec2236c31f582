"""Figures as people raise them to mark a note, and back."""

from __future__ import annotations

FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789", FIGURES)
LEVEL = str.maketrans(FIGURES, "0123456789")
