"""Old binary office files, and what OLE compound files hold."""
