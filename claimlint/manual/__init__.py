"""The manual: a page for each category, rule, clause label and kind of evidence, from the YAML.

`claimlint explain` prints the pages and `docs/rules/` holds them, so that they cannot differ.
"""

from claimlint.manual.pages import listing, page

__all__ = ["listing", "page"]
