"""One module a format; each names itself and reads."""
