"""The formats of the comparison of vendors: one module each, as the registry describes them."""
