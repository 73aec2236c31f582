"""String catalogues: the words of an interface or a site, kept apart from its code."""
