"""Imports model cards of other formats as disclosures; what a card cannot say stays missing.

No format has a place for minimum oversight, for people inside the product or for the boundary of
autonomy, nor for the number of judged items: a card reaches partly backed at best.
"""
