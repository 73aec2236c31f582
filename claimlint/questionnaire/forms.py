"""Which forms a questionnaire comes in, by the suffix of the file."""

from __future__ import annotations

from claimlint.questionnaire.model import Questionnaire

SUFFIXES = (".xlsx", ".docx", ".csv")


def render(asked: Questionnaire, suffix: str) -> str | bytes:
    """Return the questionnaire in the form that goes by `suffix`, importing no other."""
    if suffix == ".xlsx":
        from claimlint.questionnaire import xlsx

        return xlsx.render(asked)
    if suffix == ".docx":
        from claimlint.questionnaire import docx_form

        return docx_form.render(asked)
    from claimlint.questionnaire import csv_form

    return csv_form.render(asked)
